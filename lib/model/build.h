/* SPDX-License-Identifier: MIT */
/* How the objects of a register are made, for the reader and for the public calls that add and set. */
#ifndef PDOC_MODEL_BUILD_H
#define PDOC_MODEL_BUILD_H

#include "model/model.h"

/* Interned / plain copy of a text in the register; NULL gives NULL without an error. The text must be valid UTF-8. */
bool pdoc__intern(pdoc_register *reg, const char *text, const char **out, pdoc_error **error);
bool pdoc__keep(pdoc_register *reg, const char *text, const char **out, pdoc_error **error);

/* Is it NULL or valid UTF-8 without control characters that XML cannot hold? ARGUMENT names what was passed. */
bool pdoc__is_text(const char *text, const char *what, pdoc_error **error);
/* The status to return after a check of arguments: sets ARGUMENT for a missing object, else keeps what pdoc__is_text
   has set. */
pdoc_status pdoc__argument(const void *object, const char *what, pdoc_error **error);

/* Puts one item behind a list of `count` items: in place if there is room, else in a longer copy of the list, to which
   the unknown content of the items goes too; NULL on failure. The caller raises its count. */
void *pdoc__list_add(pdoc_register *reg, void *items, size_t count, size_t item_size, const void *item,
                     pdoc_error **error);
/* May a list of `count` items have one more? LIMIT says what there would be too many of. */
bool pdoc__list_may_grow(size_t count, size_t most, const char *what, pdoc_error **error);
/* What is kept of an element of text though it is not understood goes over to its new text. */
bool pdoc__text_replace(pdoc_register *reg, const char *old, const char *text, pdoc_error **error);

/* Adds to the register's lists of parties and documents (these grow in place). Names and ids go into the indexes. A
   duplicate code or id fails with PDOC_ERR_INVALID. Whatever fails changes nothing. */
bool pdoc__register_take_party(pdoc_register *reg, pdoc_party *party, pdoc_error **error);
bool pdoc__register_take_document(pdoc_register *reg, pdoc_document *doc, pdoc_error **error);
bool pdoc__party_index_name(pdoc_party *party, const char *name, pdoc_error **error);

/* What a cell holds: value and text may be NULL; `state` is the recorded one, or -1: then it is inferred. */
struct pdoc__cell {
    const char *value;
    const char *text;
    int state;
    bool may_be_shared; /* the text may be interned; false where unknown content hangs on it */
};

/* Sets known, date, state and flags of a row from its field and cell (texts are copied into the register). Fails with
   PDOC_ERR_INVALID if the value of a date field is no date. */
bool pdoc__row_fill(pdoc_register *reg, struct pdoc__row *row, const char *field, const char *label,
                    const struct pdoc__cell *cell, pdoc_error **error);
/* The same for a row whose field, label and `known` are set already. */
bool pdoc__row_finish(pdoc_register *reg, struct pdoc__row *row, const struct pdoc__cell *cell, pdoc_error **error);
/* State of a cell for which none is recorded: blank without a text, not applicable for a printed NA, else given. */
uint8_t pdoc__row_state(const char *value, const char *text);
const char *pdoc__row_value(const struct pdoc__row *row); /* NULL if none is recorded */

/* Fills a value of an event from text: a date is parsed, a decision outcome or reference checked for its form.
   PDOC_ERR_INVALID says what was expected. */
bool pdoc__event_value_fill(pdoc_register *reg, enum pdoc__event_kind kind, enum pdoc__event_attribute attribute,
                            const char *text, struct pdoc__event_value *out, pdoc_error **error);
const struct pdoc__event_value *pdoc__event_value(const pdoc_event *event, enum pdoc__event_attribute attribute);

bool pdoc__is_sha256(const char *text);
pdoc_event *pdoc__history_find(const struct pdoc__history *history, const char *id); /* NULL if it is not there */

/* The next free id with this prefix, such as "d7". It is given again until it is used. */
bool pdoc__next_id(pdoc_register *reg, char prefix, const char **out, pdoc_error **error);
void pdoc__use_id(pdoc_register *reg, char prefix);

/* Number in an id of the canonical form (prefix, then at most nine digits without leading zero), or 0. */
uint32_t pdoc__id_number(const char *id, char prefix);

/* meeting.c: closed lists of words, for the reader too. */
struct pdoc__choice {
    const char *words[7]; /* NULL behind the last */
    const char *expected; /* all of them, for messages */
};
extern const struct pdoc__choice pdoc__on_holiday_choice;
extern const struct pdoc__choice pdoc__attendance_choice;
/* Index of a word, or -1. */
int pdoc__choice_index(const struct pdoc__choice *choice, const char *word);

static inline bool pdoc__is_whole_day(pdoc_date date)
{
    return pdoc_date_is_valid(date) && date.day != 0;
}
static inline bool pdoc__is_day_or_month(pdoc_date date)
{
    return pdoc_date_is_valid(date) && date.month != 0;
}

#endif
