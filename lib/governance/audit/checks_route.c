/* SPDX-License-Identifier: MIT */
/* Is there a line of the sign-off matrix for the document? What the line asks for is judged cell by cell. */
#include "governance/audit/audit.h"
#include "governance/rows/matrix.h"

/* "policy, practice-area" */
static const char *kind_of_document(struct pdoc__audit *audit)
{
    const char *type = audit->judge.type->rule.label ? audit->judge.type->rule.label : audit->judge.type->rule.id;
    const char *category = audit->judge.doc->category;
    return category ? PDOC__SAY(audit, type, ", ", category) : PDOC__SAY(audit, type, " without a category");
}

/* Of a document without a type another check tells. */
void pdoc__check_route(struct pdoc__audit *audit)
{
    if (!audit->plan || audit->plan->profile->counts[PDOC_PROFILE_ROUTES] == 0 || !audit->judge.type)
        return;
    const pdoc_truth holds = pdoc__some_line_holds(&audit->judge);
    if (holds == PDOC_TRUE) {
        pdoc__check_met(audit, PDOC__CHECK_ROUTE_MISSING);
        return;
    }
    pdoc__find(audit, &(struct pdoc__evidence){.check = PDOC__CHECK_ROUTE_MISSING,
                                               .outcome = holds == PDOC_FALSE ? PDOC_OUTCOME_NOT_MET
                                                                              : PDOC_OUTCOME_UNDETERMINED,
                                               .place = "document/type",
                                               .expected = "a line of the sign-off matrix",
                                               .found = "none",
                                               .arguments = {{"what", kind_of_document(audit)}}});
}
