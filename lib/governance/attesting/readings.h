/* SPDX-License-Identifier: MIT */
/* Readings of the version at hand: which of them are of its content. */
#ifndef PDOC_GOVERNANCE_READINGS_H
#define PDOC_GOVERNANCE_READINGS_H

#include "governance/judge.h"

/* The hash that is recorded of a version: of its first content that has one, else the last one taken down; NULL: none.
 */
const char *pdoc__hash_of_version(const struct pdoc__judge *judge, const struct pdoc_version *version);
/* Is the hash one of those that are recorded of a version? */
bool pdoc__is_hash_of_version(const struct pdoc__judge *judge, const struct pdoc_version *version, const char *hash);

/* The readings of one reader. */
struct pdoc__readings {
    const pdoc_event *of_content; /* the last one of the content of the version; NULL: none */
    const pdoc_event *last;       /* the last one of any content */
    uint32_t people;              /* who read the content, as far as a number is recorded */
};

/* A reader whom a rule names, or else a name as printed. */
struct pdoc__readings pdoc__readings_of(struct pdoc__judge *judge, const struct pdoc_version *version,
                                        const struct pdoc__who *who, const char *name);
/* Is the event a reading that has the content of the version? By its hash; where one of the two has none, by its
 * version. */
bool pdoc__is_reading_of(const struct pdoc__judge *judge, const pdoc_event *event, const struct pdoc_version *version);

#endif
