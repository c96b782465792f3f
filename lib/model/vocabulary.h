/* SPDX-License-Identifier: MIT */
/* The tables of words, as the library sees them: one row adds one thing. The rows are in the .def files beside this. */
#ifndef PDOC_MODEL_VOCABULARY_H
#define PDOC_MODEL_VOCABULARY_H

#include "policydoc/vocabulary.h"

/* What a cell or attribute holds. Same order as the rows of PDOC_TABLE_FIELD_TYPE. */
enum pdoc__value_type {
    PDOC__TEXT = 0,    /* prose */
    PDOC__CODE = 1,    /* a word of a table, set or profile */
    PDOC__DATE = 2,
    PDOC__PARTY = 3,   /* a body, post or organisation; several with ";" between */
    PDOC__FLAG = 4,    /* yes or no */
    PDOC__NUMBER = 5,
    PDOC__URI = 6,
    PDOC__LIST = 7,    /* texts with ";" between */
    PDOC__EVENT = 8,   /* id of an event */
    PDOC__VERSION = 9, /* a version label, such as V1 */
    PDOC__PERIOD = 10  /* an offset */
};

#define PDOC_FIELD(id, code, label, type, meaning) PDOC__FIELD_##id,
enum pdoc__field {
#include "model/fields.def"
    PDOC__FIELD_COUNT
};
#undef PDOC_FIELD

#define PDOC_EVENT(id, code, label, phase, meaning) PDOC__EVENT_##id,
enum pdoc__event_kind {
#include "model/events.def"
    PDOC__EVENT_KIND_COUNT
};
#undef PDOC_EVENT

#define PDOC_ATTRIBUTE(id, name, label, type, form, meaning) PDOC__ATTRIBUTE_##id,
enum pdoc__event_attribute {
#include "model/event_attributes.def"
    PDOC__ATTRIBUTE_COUNT
};
#undef PDOC_ATTRIBUTE

/* Which way a change travels along a relation: to whom it matters that the other end has changed. */
enum pdoc__travel { PDOC__TRAVELS_NOWHERE, PDOC__TRAVELS_TO_SOURCE, PDOC__TRAVELS_TO_TARGET, PDOC__TRAVELS_BOTH_WAYS };
/* Orders of works that never go round in a ring. */
enum pdoc__order { PDOC__NO_ORDER, PDOC__SUCCESSION, PDOC__DERIVATION, PDOC__CONTAINMENT, PDOC__ORDER_COUNT };

/* One row of any table. `type` and `extra` mean what the table says. */
struct pdoc__word {
    const char *code;
    const char *label;
    const char *meaning;
    uint8_t type;  /* fields, event attributes: enum pdoc__value_type; relation kinds: enum pdoc__travel */
    uint8_t extra; /* event kinds: the phase that they lead to; event attributes: 1 = written as an element; relation
                      kinds: enum pdoc__order; attributes of issues and their steps: enum pdoc__issue_form */
    const char *inverse; /* relation kinds */
};

/* Rows of a table; *count is set. */
const struct pdoc__word *pdoc__words(pdoc_table table, size_t *count);
const struct pdoc__word *pdoc__word(pdoc_table table, size_t row);
/* The types alone (enum pdoc__value_type), by enum pdoc__field and pdoc__event_attribute, for what asks very often. */
extern const uint8_t pdoc__field_types[];
extern const uint8_t pdoc__attribute_types[];

#endif
