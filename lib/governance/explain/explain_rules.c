/* SPDX-License-Identifier: MIT */
/* The part of an explanation that tells of the rules: each with its outcome, and what decided it. */
#include "governance/audit/duty.h"
#include "governance/explain/explain.h"
#include "governance/explain/words.h"
#include "governance/rows/judged_rows.h"

static const char *const outcome_words[] = {
    [PDOC_OUTCOME_NOT_APPLICABLE] = "does not apply",
    [PDOC_OUTCOME_MET] = "met",
    [PDOC_OUTCOME_WAIVED] = "waived",
    [PDOC_OUTCOME_PENDING] = "not met yet",
    [PDOC_OUTCOME_UNDETERMINED] = "cannot be told",
    [PDOC_OUTCOME_NOT_MET] = "not met",
};

/* No comparison decided, but a day that is not recorded or cannot be told. */
static void explain_day(struct pdoc__explainer *explainer, int fact, const struct pdoc__rule *rule)
{
    const struct pdoc__value *value = pdoc__fact(explainer->judge, (size_t)fact);
    const struct pdoc__operand operand = {.kind = PDOC__OPERAND_FACT,
                                          .type = value->type,
                                          .index = (int16_t)fact,
                                          .name = explainer->judge->profile->facts[fact].rule.id};
    pdoc__write_operand(&explainer->line, explainer->judge->profile, &operand);
    pdoc__buffer_text(&explainer->line, ": ");
    pdoc__write_found(explainer, &operand, value);
    pdoc__step(explainer, 2, rule);
}

static void explain_duty(struct pdoc__explainer *explainer, const struct pdoc__duty *duty,
                         const struct pdoc__judgement *made)
{
    const struct pdoc__rule *rule = made->rule ? &made->rule->rule : &duty->first->rule;
    pdoc__buffer_format(&explainer->line, "%s: ", outcome_words[made->outcome]);
    pdoc__write_rule(&explainer->line, rule);
    explainer->outcome = (int)made->outcome;
    pdoc__step(explainer, 1, rule);
    if (made->leaf) {
        pdoc__write_comparison(explainer, made->asked, made->leaf);
        pdoc__step(explainer, 2, rule);
    }
    if (made->fact >= 0)
        explain_day(explainer, made->fact, rule);
}

static void explain_answer(struct pdoc__explainer *explainer, const struct pdoc__rule *rule,
                           const struct pdoc__row_answer *answer)
{
    if (answer->outcome != PDOC_OUTCOME_NOT_APPLICABLE && (answer->expected || answer->found))
        pdoc__step_format(explainer, 2, rule, "asked: %s; found: %s", answer->expected ? answer->expected : "-",
                          answer->found ? answer->found : "-");
}

/* Rows of the other tables that are rules. */
static void explain_rows(struct pdoc__explainer *explainer)
{
    struct pdoc__judge *judge = explainer->judge;
    for (size_t i = 0; i < pdoc__judged_table_count; i++) {
        const struct pdoc__judged_table *table = &pdoc__judged_tables[i];
        for (size_t row = 0; row < judge->profile->counts[table->table]; row++) {
            const struct pdoc__rule *rule = pdoc__profile_rule(judge->profile, table->table, row);
            const struct pdoc__row_answer answer = pdoc__row_answer(judge, table, row);
            pdoc__buffer_format(&explainer->line, "%s: ", outcome_words[answer.outcome]);
            pdoc__write_rule(&explainer->line, rule);
            explainer->outcome = (int)answer.outcome;
            pdoc__step(explainer, 1, rule);
            for (const struct pdoc__row_answer *told = &answer; told; told = told->next)
                explain_answer(explainer, rule, told);
        }
    }
}

/* A rule of which no edition holds concerns nobody, and is not told of. */
void pdoc__explain_rules(struct pdoc__explainer *explainer)
{
    struct pdoc__judge *judge = explainer->judge;
    const struct pdoc__duties *duties = judge->profile ? pdoc__duties_of(judge, judge->profile_index, NULL) : NULL;
    explainer->failed |= judge->profile && !duties;
    pdoc__step_format(explainer, 0, NULL, "Rules");
    for (size_t i = 0; duties && i < duties->count; i++) {
        const struct pdoc__duty *duty = &duties->items[i];
        struct pdoc__judgement made;
        if ((duty->subject & pdoc__subjects_at_hand(judge)) == 0)
            continue;
        pdoc__judge_duty(judge, duties, duty, &made);
        if (made.rule || made.fact >= 0)
            explain_duty(explainer, duty, &made);
    }
    if (judge->profile)
        explain_rows(explainer);
}
