/* SPDX-License-Identifier: MIT */
/*
 * The rules of a profile, each on one subject: one outcome, and the evidence where it is not simply met.
 *
 * Editions. The edition of a rule that is valid on the day judged counts; where none is, the rule does not concern the
 * subject. A duty on a past act is judged by the edition of the day of that act. Where the act is not recorded it has not
 * been done, and there is nothing to judge: not applicable. Where its day cannot be told, or two editions share the month
 * in which it lies, it is undetermined.
 *
 * Time. A rule with `by` is pending until its day has passed. Where that day is not known, because the fact that gives it
 * is not recorded or cannot be told, nobody can say whether there is still time: undetermined.
 */
#include <string.h>

#include "governance/audit.h"
#include "governance/words.h"

/* What judging a rule came to. */
struct judgement {
    const struct pdoc__requirement *rule; /* edition that counts; NULL: none */
    pdoc_outcome outcome;
    const struct pdoc__predicate *asked; /* the predicate that decided; NULL: the day of the act or of `by` */
    const struct pdoc__predicate *leaf;  /* its comparison that decided */
    int fact;                            /* that could not be told, where no predicate decided; -1: none */
    struct pdoc__interval until;         /* day of `by` */
};

/* ---- editions ---- */

static const struct pdoc__requirement *edition_on(const struct pdoc__plan *plan, const struct pdoc__duty *duty,
                                                  int32_t day)
{
    for (uint16_t row = duty->first; row != PDOC__NO_ROW; row = plan->next_edition[row])
        if (pdoc__rule_applies_on(&plan->profile->requirements[row].rule, day))
            return &plan->profile->requirements[row];
    return NULL;
}

/* All editions of a duty on a past act speak of the same act; the first that names it counts. */
static int act_of(const struct pdoc__plan *plan, const struct pdoc__duty *duty)
{
    for (uint16_t row = duty->first; row != PDOC__NO_ROW; row = plan->next_edition[row])
        if (plan->profile->requirements[row].past_act)
            return plan->profile->requirements[row].past_fact;
    return -1;
}

static void choose_past_edition(struct pdoc__audit *audit, const struct pdoc__duty *duty, struct judgement *out)
{
    const struct pdoc__plan *plan = audit->plan;
    out->fact = act_of(plan, duty);
    const struct pdoc__value *act = pdoc__fact(&audit->judge, (size_t)out->fact);
    out->outcome = PDOC_OUTCOME_NOT_APPLICABLE;
    if (act->state == PDOC__NOTHING)
        return;
    out->outcome = PDOC_OUTCOME_UNDETERMINED;
    if (act->state != PDOC__GIVEN || act->type != PDOC__DATE) {
        out->rule = &plan->profile->requirements[duty->row != PDOC__NO_ROW ? duty->row : duty->first];
        return;
    }
    const struct pdoc__requirement *first = edition_on(plan, duty, act->date.first);
    const struct pdoc__requirement *last = edition_on(plan, duty, act->date.last);
    out->rule = last ? last : first;
    if (first == last) {
        out->outcome = first ? PDOC_OUTCOME_MET : PDOC_OUTCOME_NOT_APPLICABLE;
        out->fact = -1;
    }
}

/* Outcome MET means: go on. */
static void choose_edition(struct pdoc__audit *audit, const struct pdoc__duty *duty, struct judgement *out)
{
    *out = (struct judgement){.fact = -1, .until = {PDOC__NO_DAY, PDOC__NO_DAY}};
    if (duty->of_past_act) {
        choose_past_edition(audit, duty, out);
        return;
    }
    if (duty->row == PDOC__NO_ROW)
        return;
    out->rule = &audit->plan->profile->requirements[duty->row];
    out->outcome = PDOC_OUTCOME_MET;
}

/* ---- outcomes ---- */

/* Not met, and no waiver: is there still time? */
static pdoc_outcome without_waiver(struct pdoc__audit *audit, struct judgement *out)
{
    const struct pdoc__requirement *rule = out->rule;
    if (rule->by < 0)
        return PDOC_OUTCOME_NOT_MET;
    const struct pdoc__value *by = pdoc__fact(&audit->judge, (size_t)rule->by);
    if (by->state != PDOC__GIVEN || by->type != PDOC__DATE ||
        pdoc__interval_add(by->date, rule->by_offset, &out->until, NULL) != PDOC_OK) {
        out->fact = rule->by;
        return PDOC_OUTCOME_UNDETERMINED;
    }
    if (audit->judge.day > out->until.last)
        return PDOC_OUTCOME_NOT_MET;
    /* "by June" lasts until the end of June; "five days after some day in June" depends on the day */
    bool is_the_day_itself = rule->by_offset.months == 0 && rule->by_offset.count == 0;
    if (audit->judge.day <= out->until.first || is_the_day_itself)
        return PDOC_OUTCOME_PENDING;
    out->fact = rule->by;
    return PDOC_OUTCOME_UNDETERMINED;
}

static pdoc_outcome ask_waiver(struct pdoc__audit *audit, struct judgement *out)
{
    if (!out->rule->waived)
        return without_waiver(audit, out);
    const struct pdoc__predicate *leaf;
    switch (pdoc__predicate(&audit->judge, out->rule->waived, NULL, &leaf)) {
    case PDOC_TRUE:
        return PDOC_OUTCOME_WAIVED;
    case PDOC_UNKNOWN:
        out->asked = out->rule->waived;
        out->leaf = leaf;
        return PDOC_OUTCOME_UNDETERMINED;
    default:
        return without_waiver(audit, out);
    }
}

static void judge_rule(struct pdoc__audit *audit, struct judgement *out)
{
    pdoc_truth truth = pdoc__predicate(&audit->judge, out->rule->when, NULL, &out->leaf);
    if (truth != PDOC_TRUE) {
        out->asked = out->rule->when;
        out->outcome = truth == PDOC_FALSE ? PDOC_OUTCOME_NOT_APPLICABLE : PDOC_OUTCOME_UNDETERMINED;
        return;
    }
    out->asked = out->rule->must;
    truth = pdoc__predicate(&audit->judge, out->rule->must, NULL, &out->leaf);
    if (truth == PDOC_TRUE)
        out->outcome = PDOC_OUTCOME_MET;
    else
        out->outcome = truth == PDOC_UNKNOWN ? PDOC_OUTCOME_UNDETERMINED : ask_waiver(audit, out);
}

/* ---- evidence ---- */

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

static void show_leaf(struct pdoc__audit *audit, const struct judgement *made, struct pdoc__finding *finding)
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
    finding->found = PDOC__SAY(audit, pdoc__say_found(audit, &leaf->left, &left), "; ",
                               pdoc__operand_words(audit, &leaf->other), ": ",
                               pdoc__say_found(audit, &leaf->other, &right));
}

/* No comparison decided, but a day that cannot be told. */
static void show_fact(struct pdoc__audit *audit, const struct judgement *made, struct pdoc__finding *finding)
{
    const struct pdoc__fact *fact = &audit->judge.profile->facts[made->fact];
    const struct pdoc__operand operand = {.kind = PDOC__OPERAND_FACT, .index = (int16_t)made->fact,
                                          .name = fact->rule.id};
    const struct pdoc__value *value = pdoc__fact(&audit->judge, (size_t)made->fact);
    finding->expected = PDOC__SAY(audit, "the day of ", fact->rule.label ? fact->rule.label : fact->rule.id);
    finding->found = pdoc__say_found(audit, &operand, value);
    finding->place = place_of_value(audit, &operand, value);
}

static void say_message(struct pdoc__audit *audit, const struct judgement *made, struct pdoc__finding *finding)
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

static void say_remedy(struct pdoc__audit *audit, const struct judgement *made, struct pdoc__finding *finding)
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

static void add_evidence(struct pdoc__audit *audit, const struct pdoc__duty *duty, const struct judgement *made)
{
    struct pdoc__finding *added = pdoc__report_add_finding(audit->report, audit->document, NULL);
    audit->failed |= added == NULL;
    if (!added)
        return;
    struct pdoc__finding finding = *added;
    const struct pdoc__rule *rule = &made->rule->rule;
    finding.rule = duty->number;
    finding.outcome = (uint8_t)made->outcome;
    finding.modality = rule->modality;
    finding.inferred = rule->inferred;
    finding.clause = rule->clause;
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

static bool concerns(const struct pdoc__audit *audit, const struct pdoc__duty *duty)
{
    bool is_of_register = duty->subject == PDOC__SUBJECT_REGISTER;
    return duty->subject != PDOC__SUBJECT_OTHER && is_of_register == (audit->judge.doc == NULL);
}

void pdoc__require(struct pdoc__audit *audit)
{
    struct pdoc__plan *plan = audit->plan;
    for (size_t i = 0; plan && i < plan->duty_count; i++) {
        const struct pdoc__duty *duty = &plan->duties[i];
        struct judgement made;
        if (!concerns(audit, duty))
            continue;
        choose_edition(audit, duty, &made);
        bool lacks_version = duty->subject == PDOC__SUBJECT_VERSION && !audit->judge.version;
        if (lacks_version)
            made.outcome = PDOC_OUTCOME_NOT_APPLICABLE;
        else if (made.outcome == PDOC_OUTCOME_MET)
            judge_rule(audit, &made);
        const struct pdoc__rule *rule = made.rule ? &made.rule->rule : &plan->profile->requirements[duty->first].rule;
        pdoc__report_put(audit->report, (struct pdoc__result){.rule = duty->number, .outcome = (uint8_t)made.outcome,
                                                              .modality = rule->modality,
                                                              .document = audit->document});
        if (made.outcome > PDOC_OUTCOME_MET)
            add_evidence(audit, duty, &made);
    }
}
