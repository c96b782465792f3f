/* SPDX-License-Identifier: MIT */
/* Practice issues: what the rules of their track say of each, as findings on the register. */
#include "governance/escalating/ladder.h"

/* What an issue is judged by, so that it counts as met where nothing was found. */
static const enum pdoc__check on_issues[] = {
    PDOC__CHECK_ISSUE_TRACK,         PDOC__CHECK_ISSUE_STAGE,
    PDOC__CHECK_ISSUE_CODE_UNKNOWN,  PDOC__CHECK_ISSUE_EXCLUDED,
    PDOC__CHECK_ISSUE_OPEN_TWICE,    PDOC__CHECK_ISSUE_FACT,
    PDOC__CHECK_ISSUE_OUT_OF_TURN,   PDOC__CHECK_ISSUE_RESOLVED_BEFORE,
    PDOC__CHECK_ISSUE_NOT_ESCALATED, PDOC__CHECK_ISSUE_AFTER_END,
    PDOC__CHECK_ISSUE_PARTY,         PDOC__CHECK_ISSUE_PARTY_MISSING,
    PDOC__CHECK_ISSUE_METHOD,        PDOC__CHECK_ISSUE_ADVICE,
    PDOC__CHECK_ISSUE_SATISFACTION,  PDOC__CHECK_ISSUE_RECORD,
    PDOC__CHECK_ISSUE_FACT_OPINION,  PDOC__CHECK_ISSUE_OUTCOME,
    PDOC__CHECK_ISSUE_OUTPUT,        PDOC__CHECK_ISSUE_LATE,
    PDOC__CHECK_ISSUE_LIMIT,         PDOC__CHECK_ISSUE_NOTIFY,
};

static void report(struct pdoc__audit *audit, const pdoc_issue *issue, const struct pdoc__flaw *flaw)
{
    /* A duty may be stronger or weaker than its row, so that the modality is the flaw's. */
    struct pdoc__rule rule = flaw->rule ? *flaw->rule : (struct pdoc__rule){0};
    rule.modality = flaw->modality;
    const char *place =
        flaw->step ? PDOC__SAY(audit, "issue/", issue->id, "/", flaw->step) : PDOC__SAY(audit, "issue/", issue->id);
    pdoc__find(audit, &(struct pdoc__evidence){.check = flaw->check,
                                               .outcome = flaw->outcome,
                                               .rule = &rule,
                                               .place = place,
                                               .arguments = {{"issue", issue->id},
                                                             {"case", issue->values[PDOC__ISSUE_CASE]},
                                                             {"text", flaw->message}}});
}

/* Of each case the first issue that is open; an issue comes after those that were opened before it. */
static void check_twice(struct pdoc__audit *audit, struct pdoc__map *open, const struct pdoc__ladder *ladder)
{
    const pdoc_issue *issue = ladder->issue;
    const char *case_reference = issue->values[PDOC__ISSUE_CASE];
    const pdoc_issue *other = pdoc__map_find(open, case_reference);
    bool added;
    if (ladder->state != PDOC_ISSUE_OPEN)
        return;
    if (!other) {
        audit->failed |= !pdoc__map_add(open, case_reference, (void *)(uintptr_t)issue, &added, NULL);
        return;
    }
    pdoc__find(audit, &(struct pdoc__evidence){.check = PDOC__CHECK_ISSUE_OPEN_TWICE,
                                               .outcome = PDOC_OUTCOME_NOT_MET,
                                               .place = PDOC__SAY(audit, "issue/", issue->id),
                                               .arguments = {{"issue", issue->id},
                                                             {"case", case_reference},
                                                             {"other", other->id},
                                                             {"day", pdoc__say_date(audit, other->on)},
                                                             {"who", other->values[PDOC__ISSUE_BY]}}});
}

static void judge_issue(struct pdoc__audit *audit, struct pdoc__map *open, const pdoc_issue *issue)
{
    struct pdoc__ladder ladder;
    if (!pdoc__ladder_climb(&ladder, &audit->judge, issue, NULL)) {
        audit->failed = true;
        return;
    }
    for (size_t k = 0; k < sizeof on_issues / sizeof *on_issues; k++)
        pdoc__check_met(audit, on_issues[k]);
    for (size_t f = 0; f < ladder.flaw_count; f++)
        report(audit, issue, &ladder.flaws[f]);
    check_twice(audit, open, &ladder);
}

void pdoc__check_issues(struct pdoc__audit *audit)
{
    struct pdoc__judge *judge = &audit->judge;
    const pdoc_register *reg = judge->reg;
    const pdoc_profile *own = judge->profile;
    struct pdoc__map open = {0};
    for (size_t i = 0; i < reg->issue_count && !audit->failed; i++)
        if (pdoc__issue_is_known(judge, reg->issues[i]))
            judge_issue(audit, &open, reg->issues[i]);
    pdoc__map_free(&open);
    if (reg->issue_count > 0 && !pdoc__judge_follow(judge, own, NULL))
        audit->failed = true;
}
