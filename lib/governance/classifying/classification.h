/* SPDX-License-Identifier: MIT */
/* What came of classifying one text, in memory. */
#ifndef PDOC_GOVERNANCE_CLASSIFYING_CLASSIFICATION_H
#define PDOC_GOVERNANCE_CLASSIFYING_CLASSIFICATION_H

#include "governance/classifying/classifier.h"

struct pdoc__evidence_item {
    const struct pdoc__rule *rule;
    const char *phrase;
    const char *place;
    size_t offset;
    uint32_t line;
    uint32_t times;
    uint32_t order; /* in which it was found: of equal points the earlier cue comes first */
    int32_t points;
    bool is_self;
};

struct pdoc__scored_type {
    const struct pdoc__type *type;
    struct pdoc__evidence_item *items;
    size_t count;
    int32_t score;
    uint32_t order; /* in the profile */
    bool has_self;  /* the document speaks of itself as one */
};

struct pdoc_classification {
    atomic_size_t references;
    struct pdoc__arena arena;
    pdoc_classifier *classifier; /* held: what its profiles say is borrowed */
    const char *title;
    const char *declared;
    const char *reason;
    struct pdoc__scored_type *types; /* by score; behind the last one what was set aside */
    size_t count;
    uint8_t confidence; /* pdoc_confidence */
    bool is_contradicted;
};

#endif
