/* SPDX-License-Identifier: MIT */
/* Has the other end of a relation changed since it was checked? Then the one that rests on it is suspect. */
#ifndef PDOC_GOVERNANCE_CHANGE_H
#define PDOC_GOVERNANCE_CHANGE_H

#include "governance/judge.h"

enum pdoc__change_kind { PDOC__CHANGE_NONE, PDOC__CHANGE_VERSION, PDOC__CHANGE_AMENDED, PDOC__CHANGE_CONTENT };

struct pdoc__change {
    pdoc_truth changed; /* unknown: the day of checking and that of the change cannot be told apart */
    uint8_t kind;       /* enum pdoc__change_kind: of the first change */
    pdoc_date on;       /* of the first change; not recorded: only the content tells, and not since when */
    const struct pdoc_version *version; /* that came into force, or whose content differs */
    const pdoc_event *event;            /* that tells of it, or NULL */
};

/* Was it checked at all, by a day or a fingerprint? */
static inline bool pdoc__was_checked(const pdoc_relation *relation)
{
    return pdoc_date_is_recorded(relation->checked) || relation->fingerprint;
}
/* What changed in the target since it was checked, up to the day judged. The target is a document of the register. */
struct pdoc__change pdoc__change_since_check(struct pdoc__judge *judge, const pdoc_relation *relation,
                                             const pdoc_document *target);

#endif
