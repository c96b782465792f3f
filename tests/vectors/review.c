/* SPDX-License-Identifier: MIT */
/* "No later than so long after approval" against a stated review date: the file a_review_compliance. */
#include "vectors.h"

enum answer ask_review_compliance(struct row *row)
{
    /* By whether the last permitted day is before the stated date. */
    static const char *const verdicts[] = {
        [PDOC_FALSE] = "compliant", [PDOC_TRUE] = "not-compliant", [PDOC_UNKNOWN] = "depends-on-day"};
    const pdoc_date stated = date(row, "stated_review");
    pdoc_offset most = {0, 0, 0, 0};
    pdoc_date latest = {0, 0, 0};
    if (pdoc_offset_parse(cell(row, "max_interval"), &most, NULL) != PDOC_OK ||
        pdoc_date_add(date(row, "approved"), most, &latest, NULL) != PDOC_OK)
        return because(row, FAILED, "there is no last permitted day", cell(row, "approved"));
    enum answer answer = same_date(row, "last permitted day", date(row, "latest_allowed"), latest);
    if (answer == PASSED)
        answer = same_date(row, "first possible day", date(row, "stated_first"), pdoc_date_first(stated));
    if (answer == PASSED)
        answer = same_date(row, "last possible day", date(row, "stated_last"), pdoc_date_last(stated));
    if (answer != PASSED)
        return answer;
    const pdoc_truth is_late = pdoc__interval_is_before(pdoc__interval_of(latest), pdoc__interval_of(stated));
    return same_text(row, "verdict", cell(row, "verdict"), verdicts[is_late]);
}
