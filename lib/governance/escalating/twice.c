/* SPDX-License-Identifier: MIT */
/* Is another practice issue of the same case still open? Asked of one issue; the audit of all knows it by its own walk.
 */
#include <string.h>

#include "governance/escalating/ladder.h"

bool pdoc__issue_is_known(const struct pdoc__judge *judge, const pdoc_issue *issue)
{
    const pdoc_date known = pdoc_date_is_recorded(issue->recorded) ? issue->recorded : issue->on;
    return pdoc__day_number(issue->on) <= judge->day && pdoc__day_number(known) <= judge->known_day;
}

bool pdoc__issue_open_before(struct pdoc__judge *judge, const pdoc_issue *issue, const pdoc_issue **out,
                             pdoc_error **error)
{
    const pdoc_register *reg = issue->reg;
    *out = NULL;
    for (size_t i = 0; i < reg->issue_count && reg->issues[i] != issue && !*out; i++) {
        const pdoc_issue *other = reg->issues[i];
        struct pdoc__ladder ladder;
        if (strcmp(other->values[PDOC__ISSUE_CASE], issue->values[PDOC__ISSUE_CASE]) != 0 ||
            !pdoc__issue_is_known(judge, other))
            continue;
        if (!pdoc__judge_take(judge, NULL, error) || !pdoc__ladder_climb(&ladder, judge, other, error))
            return false;
        *out = ladder.state == PDOC_ISSUE_OPEN ? other : NULL;
    }
    return true;
}
