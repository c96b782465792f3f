/* SPDX-License-Identifier: MIT */
/* The duties of a profile, each on one subject: one outcome, and the evidence where it is not simply met. How they are
   judged stands in duty.c. */
#include <string.h>

#include "governance/audit/audit.h"
#include "governance/explain/words.h"

static const char *name_of(const struct pdoc__requirement *rule)
{
    return rule->rule.label ? rule->rule.label : rule->rule.id;
}

static const char *place_of_value(struct pdoc__audit *audit, const struct pdoc__operand *operand,
                                  const struct pdoc__value *value)
{
    static const char *const leads[] = {
        [PDOC__OPERAND_FIELD] = "front-sheet/",
        [PDOC__OPERAND_PROPERTY] = "property/",
        [PDOC__OPERAND_RELATION] = "relation/",
        [PDOC__OPERAND_SECTION] = "section/",
    };
    const struct pdoc_version *version = audit->judge.version;
    if (value->event)
        return pdoc__event_place(audit, value->event);
    if (value->row >= 0 && version && value->row < version->row_count)
        return pdoc__cell_place(audit, &version->rows[value->row]);
    if (operand->kind < sizeof leads / sizeof *leads && leads[operand->kind])
        return PDOC__SAY(audit, leads[operand->kind], operand->key);
    return operand->kind == PDOC__OPERAND_FACT ? "history" : audit->judge.doc ? "document" : "register";
}

/* Which operand tells: that of the comparison, or its right side where only that is in doubt. */
static const struct pdoc__operand *operand_in_doubt(struct pdoc__audit *audit, const struct pdoc__predicate *leaf)
{
    if (!leaf->has_other)
        return &leaf->left;
    struct pdoc__value left = pdoc__operand_value(&audit->judge, &leaf->left, NULL);
    struct pdoc__value right = pdoc__operand_value(&audit->judge, &leaf->other, NULL);
    return left.state == PDOC__GIVEN && right.state != PDOC__GIVEN ? &leaf->other : &leaf->left;
}

static void show_leaf(struct pdoc__audit *audit, const struct pdoc__judgement *made, struct pdoc__finding *finding)
{
    const struct pdoc__predicate *leaf = made->leaf;
    const struct pdoc__operand *operand = operand_in_doubt(audit, leaf);
    struct pdoc__value value = pdoc__operand_value(&audit->judge, operand, NULL);
    finding->expected = pdoc__say_expected(audit, made->asked, leaf);
    finding->place = place_of_value(audit, operand, &value);
    finding->found = pdoc__say_found(audit, operand, &value);
    const bool is_day_judged = leaf->other.kind == PDOC__OPERAND_DOCUMENT && leaf->other.index == PDOC__OF_AS_OF;
    if (!leaf->has_other || is_day_judged)
        return;
    struct pdoc__value left = pdoc__operand_value(&audit->judge, &leaf->left, NULL);
    struct pdoc__value right = pdoc__operand_value(&audit->judge, &leaf->other, NULL);
    finding->found =
        PDOC__SAY(audit, pdoc__say_found(audit, &leaf->left, &left), "; ", pdoc__operand_words(audit, &leaf->other),
                  ": ", pdoc__say_found(audit, &leaf->other, &right));
}

/* No comparison decided, but a day that cannot be told. */
static void show_fact(struct pdoc__audit *audit, const struct pdoc__judgement *made, struct pdoc__finding *finding)
{
    const struct pdoc__fact *fact = &audit->judge.profile->facts[made->fact];
    const struct pdoc__operand operand = {
        .kind = PDOC__OPERAND_FACT, .index = (int16_t)made->fact, .name = fact->rule.id};
    const struct pdoc__value *value = pdoc__fact(&audit->judge, (size_t)made->fact);
    finding->expected = PDOC__SAY(audit, "the day of ", fact->rule.label ? fact->rule.label : fact->rule.id);
    finding->found = pdoc__say_found(audit, &operand, value);
    finding->place = place_of_value(audit, &operand, value);
}

static void say_message(struct pdoc__audit *audit, const struct pdoc__judgement *made, struct pdoc__finding *finding)
{
    const struct pdoc__requirement *rule = made->rule;
    switch (made->outcome) {
    case PDOC_OUTCOME_UNDETERMINED:
        finding->message = PDOC__SAY(audit, "it cannot be told whether this rule is met: ", name_of(rule));
        break;
    case PDOC_OUTCOME_PENDING:
        finding->message = PDOC__SAY(audit, "not met yet, and there is time until ",
                                     pdoc__say_day(audit, made->until.last), ": ", name_of(rule));
        break;
    case PDOC_OUTCOME_WAIVED:
        finding->message = PDOC__SAY(audit, "not met, and a recorded waiver stands in its place: ", name_of(rule));
        break;
    default:
        finding->message = rule->message ? pdoc__say_template(audit, rule->message, NULL)
                                         : PDOC__SAY(audit, "this rule is not met: ", name_of(rule));
    }
}

/* What has to be recorded for the library's own operands, by enum pdoc__document_operand; the others by their name. */
static const char *const what_tells[] = {
    [PDOC__OF_TYPE] = "Record its type, one of the profile.",
    [PDOC__OF_PHASE] = "Record what became of it: its approval, its release, its withdrawal.",
    [PDOC__OF_STATE] = "Record what its review counts from.",
    [PDOC__OF_DUE] = "Record what its review counts from.",
    [PDOC__OF_VERSION_COUNT] = NULL,
    [PDOC__OF_BINDING] = "Record what it is a part of, and the type of that document.",
    [PDOC__OF_ROUTE] = "Record what tells which line of the sign-off matrix is for it, such as its type and category.",
};

static const char *remedy_for(struct pdoc__audit *audit, const struct pdoc__operand *operand)
{
    if (operand->kind == PDOC__OPERAND_DOCUMENT && what_tells[operand->index])
        return what_tells[operand->index];
    const char *label = NULL;
    if (operand->kind == PDOC__OPERAND_FACT)
        label = audit->judge.profile->facts[operand->index].rule.label;
    return PDOC__SAY(audit, "Record what tells it: ", label ? label : pdoc__operand_words(audit, operand), ".");
}

static void say_remedy(struct pdoc__audit *audit, const struct pdoc__judgement *made, struct pdoc__finding *finding)
{
    bool can_be_done = made->outcome == PDOC_OUTCOME_NOT_MET || made->outcome == PDOC_OUTCOME_PENDING;
    if (can_be_done && made->rule->remedy) {
        finding->remedy = pdoc__say_template(audit, made->rule->remedy, NULL);
        return;
    }
    if (made->outcome != PDOC_OUTCOME_UNDETERMINED)
        return;
    if (made->fact >= 0) {
        const struct pdoc__rule *fact = &audit->judge.profile->facts[made->fact].rule;
        finding->remedy = PDOC__SAY(audit, "Record the day of ", fact->label ? fact->label : fact->id, ".");
    } else if (made->leaf)
        finding->remedy = remedy_for(audit, operand_in_doubt(audit, made->leaf));
}

/* A day until which it is pending. */
static bool rule_has_day(const struct pdoc__requirement *rule)
{
    return rule->by >= 0;
}

static void add_evidence(struct pdoc__audit *audit, size_t duty, const struct pdoc__judgement *made)
{
    struct pdoc__finding *added = pdoc__report_add_finding(audit->report, audit->document, NULL);
    audit->failed |= added == NULL;
    if (!added)
        return;
    struct pdoc__finding finding = *added;
    const struct pdoc__rule *rule = &made->rule->rule;
    finding.rule = (uint16_t)(audit->plan->first_rule + duty);
    finding.outcome = (uint8_t)made->outcome;
    finding.modality = rule->modality;
    finding.inferred = rule->inferred;
    finding.clause = rule->clause;
    finding.gates = &made->rule->gates;
    finding.row = rule;
    if (made->outcome == PDOC_OUTCOME_NOT_MET && rule_has_day(made->rule))
        finding.late_since = pdoc__day_date(made->until.last + 1);
    finding.place = audit->judge.doc ? "document" : "register";
    if (made->fact >= 0)
        show_fact(audit, made, &finding);
    else if (made->leaf)
        show_leaf(audit, made, &finding);
    say_message(audit, made, &finding);
    say_remedy(audit, made, &finding);
    pdoc__settle(audit, &finding);
    *added = finding;
}

/* The verdict with the evidence that it needs, whatever it is. */
static uint8_t judge_in_full(struct pdoc__audit *audit, const struct pdoc__asked *asked)
{
    const struct pdoc__plan *plan = audit->plan;
    struct pdoc__judgement made;
    pdoc__judge_duty(&audit->judge, plan->duties, asked->duty, &made);
    const struct pdoc__rule *rule = made.rule ? &made.rule->rule : &asked->duty->first->rule;
    if (made.outcome > PDOC_OUTCOME_MET)
        add_evidence(audit, (size_t)(asked->duty - plan->duties->items), &made);
    return pdoc__verdict(made.outcome, rule->modality);
}

/* The commonest outcomes of all, met and not applicable, are told without the trouble of saying why. */
static inline uint8_t judge(struct pdoc__audit *audit, const struct pdoc__asked *asked)
{
    if (asked->when) {
        const pdoc_truth applies = pdoc__shortcut_take(&audit->judge, asked->when, asked->when_shortcut);
        if (applies == PDOC_FALSE)
            return asked->not_applicable;
        if (applies == PDOC_UNKNOWN)
            return judge_in_full(audit, asked);
    }
    if (pdoc__shortcut_take(&audit->judge, asked->must, asked->must_shortcut) == PDOC_TRUE)
        return asked->met;
    return judge_in_full(audit, asked);
}

static void add_row_evidence(struct pdoc__audit *audit, const struct pdoc__asked_row *asked,
                             const struct pdoc__row_answer *answer)
{
    struct pdoc__finding *added = pdoc__report_add_finding(audit->report, audit->document, NULL);
    audit->failed |= added == NULL;
    if (!added)
        return;
    const struct pdoc__rule *rule = pdoc__profile_rule(audit->judge.profile, asked->table->table, asked->row);
    struct pdoc__finding finding = *added;
    finding.rule = asked->number;
    finding.outcome = (uint8_t)answer->outcome;
    finding.modality = answer->modality;
    finding.inferred = rule->inferred;
    finding.clause = rule->clause;
    finding.row = rule;
    finding.late_since = answer->late_since;
    finding.gates = asked->table->gates ? asked->table->gates(audit->judge.profile, asked->row) : NULL;
    finding.place = answer->place ? answer->place : "document";
    finding.expected = answer->expected;
    finding.found = answer->found;
    finding.message = answer->message ? answer->message : rule->label ? rule->label : rule->id;
    finding.remedy = answer->remedy;
    pdoc__settle(audit, &finding);
    *added = finding;
}

/* Rows of the other tables that are rules. */
static void require_rows(struct pdoc__audit *audit)
{
    const struct pdoc__layout *layout = audit->layout;
    struct pdoc__results *results = &audit->report->results;
    for (size_t i = 0; i < layout->row_count; i++) {
        const struct pdoc__asked_row *asked = &layout->rows[i];
        const struct pdoc__row_answer answer = pdoc__row_answer(&audit->judge, asked->table, asked->row);
        for (const struct pdoc__row_answer *told = &answer; told && answer.outcome > PDOC_OUTCOME_MET;
             told = told->next)
            add_row_evidence(audit, asked, told);
        results->verdicts[results->count++] = pdoc__verdict(answer.outcome, answer.modality);
    }
}

void pdoc__require(struct pdoc__audit *audit)
{
    const struct pdoc__asked *asked = audit->layout->asked;
    const struct pdoc__asked *const end = asked + audit->layout->asked_count;
    struct pdoc__results *results = &audit->report->results;
    uint8_t *verdicts = results->verdicts + results->count; /* counted once: each count would wait for the one before */
    results->count += audit->layout->asked_count;
    while (asked < end)
        *verdicts++ = judge(audit, asked++);
    require_rows(audit);
}
