/* SPDX-License-Identifier: MIT */
/* The parts of practice issues: coded facts, and steps that are only ever added. */
#include "keeping/parts.h"
#include "model/issue.h"

/* "track t, case c" */
static const char *words_of(struct pdoc__parts *parts, pdoc_table table, const char *const *values, size_t count)
{
    const char *words = "";
    for (size_t i = 0; i < count; i++)
        if (values[i])
            words = PDOC__JOIN(parts, words, *words ? ", " : "", pdoc_table_code(table, i), " ", values[i]);
    return words;
}

void pdoc__parts_of_issues(struct pdoc__parts *parts, const pdoc_register *reg)
{
    for (size_t i = 0; i < reg->issue_count; i++) {
        const pdoc_issue *issue = reg->issues[i];
        const char *place = PDOC__JOIN(parts, "issue/", issue->id);
        const char *what = PDOC__JOIN(parts, "the practice issue ", issue->id);
        const struct pdoc__part part = {
            .place = place,
            .what = what,
            .value = words_of(parts, PDOC_TABLE_ISSUE_ATTRIBUTE, issue->values, PDOC__ISSUE_ATTRIBUTE_COUNT)};
        pdoc__parts_add(parts, &part, issue, NULL);
        for (size_t k = 0; k < issue->step_count; k++) {
            const struct pdoc_issue_step *step = &issue->steps[k];
            const struct pdoc__part taken = {.place = PDOC__JOIN(parts, place, "/", step->id),
                                             .what = PDOC__JOIN(parts, "the step ", step->id, " of ", what),
                                             .value = PDOC__JOIN(parts, "a step of ", what, ": ",
                                                                 words_of(parts, PDOC_TABLE_ISSUE_STEP_ATTRIBUTE,
                                                                          step->values, PDOC__STEP_ATTRIBUTE_COUNT)),
                                             .sort = PDOC__PART_EVENT};
            pdoc__parts_add(parts, &taken, step, NULL);
        }
    }
}
