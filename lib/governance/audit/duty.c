/* SPDX-License-Identifier: MIT */
/* Duties: which edition of a rule counts, and its outcome. Makes no finding and no sentence of it. */
#include "governance/audit/duty.h"

#include <string.h>

#include "base/error.h"
#include "governance/memory.h"

/* ---- the duties of a profile ---- */

static uint8_t subject_of(const struct pdoc__requirement *rule)
{
    static const struct {
        const char *of;
        uint8_t subject;
    } subjects[] = {
        {"document", PDOC__SUBJECT_DOCUMENT},
        {"version", PDOC__SUBJECT_VERSION},
        {"register", PDOC__SUBJECT_REGISTER},
    };
    for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++)
        if (!rule->of || strcmp(subjects[i].of, rule->of) == 0)
            return subjects[i].subject;
    return PDOC__SUBJECT_OTHER;
}

/* The duty whose editions have this id; a new one if there is none yet. */
static struct pdoc__duty *duty_of(struct pdoc__duties *duties, const struct pdoc__requirement *rule)
{
    for (size_t i = 0; i < duties->count; i++)
        if (strcmp(duties->items[i].first->rule.id, rule->rule.id) == 0)
            return &duties->items[i];
    struct pdoc__duty *duty = &duties->items[duties->count++];
    *duty = (struct pdoc__duty){.first = rule, .subject = subject_of(rule)};
    return duty;
}

static void take_row(const struct pdoc__judge *judge, const pdoc_profile *profile, struct pdoc__duties *duties,
                     uint16_t row)
{
    const struct pdoc__requirement *rule = &profile->requirements[row];
    struct pdoc__duty *duty = duty_of(duties, rule);
    duties->next_edition[row] = PDOC__NO_ROW;
    if (duty->first != rule) {
        uint16_t last = (uint16_t)(duty->first - profile->requirements);
        while (duties->next_edition[last] != PDOC__NO_ROW)
            last = duties->next_edition[last];
        duties->next_edition[last] = row;
    }
    duty->of_past_act |= rule->past_act != NULL && rule->past_fact >= 0;
    duty->is_plain = !duty->of_past_act && duty->subject != PDOC__SUBJECT_VERSION;
    if (pdoc__rule_applies(judge, &rule->rule))
        duty->row = rule;
}

static struct pdoc__duties *duties_new(size_t rows, pdoc_error **error)
{
    struct pdoc__duties *duties = pdoc__alloc_zero(1, sizeof *duties, error);
    if (!duties)
        return NULL;
    duties->items = pdoc__alloc_zero(rows + 1, sizeof *duties->items, error);
    if (duties->items)
        duties->next_edition = pdoc__alloc_zero(rows + 1, sizeof *duties->next_edition, error);
    if (duties->next_edition)
        return duties;
    pdoc__duties_free(duties);
    return NULL;
}

const struct pdoc__duties *pdoc__duties_of(struct pdoc__judge *judge, size_t profile, pdoc_error **error)
{
    const pdoc_profile *rules = judge->profiles[profile];
    struct pdoc__profile_memory *memory = &judge->memory[profile];
    const size_t rows = rules->counts[PDOC_PROFILE_REQUIREMENTS];
    if (memory->duties)
        return memory->duties;
    if (rows >= PDOC__NO_ROW) {
        pdoc__fail(error, PDOC_ERR_LIMIT, "the profile %s has more rules than can be judged", rules->id);
        return NULL;
    }
    memory->duties = duties_new(rows, error);
    for (size_t i = 0; memory->duties && i < rows; i++)
        take_row(judge, rules, memory->duties, (uint16_t)i);
    return memory->duties;
}

void pdoc__duties_free(struct pdoc__duties *duties)
{
    if (!duties)
        return;
    pdoc__free(duties->items);
    pdoc__free(duties->next_edition);
    pdoc__free(duties);
}

/* ---- editions ---- */

static const struct pdoc__requirement *next_edition(const struct pdoc__judge *judge, const struct pdoc__duties *duties,
                                                    const struct pdoc__requirement *rule)
{
    const struct pdoc__requirement *rules = judge->profile->requirements;
    const uint16_t next = duties->next_edition[rule - rules];
    return next == PDOC__NO_ROW ? NULL : &rules[next];
}

static const struct pdoc__requirement *edition_on(const struct pdoc__judge *judge, const struct pdoc__duties *duties,
                                                  const struct pdoc__duty *duty, int32_t day)
{
    const struct pdoc__requirement *rule = duty->first;
    while (rule && !pdoc__rule_applies_on(&rule->rule, day))
        rule = next_edition(judge, duties, rule);
    return rule;
}

/* All editions of a duty on a past act speak of the same act; the first that names it counts. */
static int act_of(const struct pdoc__judge *judge, const struct pdoc__duties *duties, const struct pdoc__duty *duty)
{
    const struct pdoc__requirement *rule = duty->first;
    while (rule && !rule->past_act)
        rule = next_edition(judge, duties, rule);
    return rule ? rule->past_fact : -1;
}

/* Outcome MET means: go on. */
static void choose_past_edition(struct pdoc__judge *judge, const struct pdoc__duties *duties,
                                const struct pdoc__duty *duty, struct pdoc__judgement *out)
{
    out->fact = act_of(judge, duties, duty);
    const struct pdoc__value *act = pdoc__fact(judge, (size_t)out->fact);
    out->outcome = PDOC_OUTCOME_NOT_APPLICABLE;
    if (act->state == PDOC__NOTHING)
        return;
    out->outcome = PDOC_OUTCOME_UNDETERMINED;
    if (act->state != PDOC__GIVEN || act->type != PDOC__DATE) {
        out->rule = duty->row ? duty->row : duty->first;
        return;
    }
    const struct pdoc__requirement *first = edition_on(judge, duties, duty, act->date.first);
    const struct pdoc__requirement *last = edition_on(judge, duties, duty, act->date.last);
    out->rule = last ? last : first;
    if (first == last) {
        out->outcome = first ? PDOC_OUTCOME_MET : PDOC_OUTCOME_NOT_APPLICABLE;
        out->fact = -1;
    }
}

/* ---- outcomes ---- */

/* Not met, and no waiver: is there still time? */
static pdoc_outcome without_waiver(struct pdoc__judge *judge, struct pdoc__judgement *out)
{
    const struct pdoc__requirement *rule = out->rule;
    if (rule->by < 0)
        return PDOC_OUTCOME_NOT_MET;
    const struct pdoc__value *by = pdoc__fact(judge, (size_t)rule->by);
    if (by->state != PDOC__GIVEN || by->type != PDOC__DATE ||
        !pdoc__reckon(judge, by->date, rule->by_offset, &out->until, NULL)) {
        out->fact = rule->by;
        return PDOC_OUTCOME_UNDETERMINED;
    }
    if (judge->day > out->until.last)
        return PDOC_OUTCOME_NOT_MET;
    /* "by June" lasts until the end of June; "five days after some day in June" depends on the day */
    bool is_the_day_itself = rule->by_offset.months == 0 && rule->by_offset.count == 0;
    if (judge->day <= out->until.first || is_the_day_itself)
        return PDOC_OUTCOME_PENDING;
    out->fact = rule->by;
    return PDOC_OUTCOME_UNDETERMINED;
}

static pdoc_outcome ask_waiver(struct pdoc__judge *judge, struct pdoc__judgement *out)
{
    if (!out->rule->waived)
        return without_waiver(judge, out);
    const struct pdoc__predicate *leaf;
    switch (pdoc__predicate(judge, out->rule->waived, NULL, &leaf)) {
    case PDOC_TRUE:
        return PDOC_OUTCOME_WAIVED;
    case PDOC_UNKNOWN:
        out->asked = out->rule->waived;
        out->leaf = leaf;
        return PDOC_OUTCOME_UNDETERMINED;
    default:
        return without_waiver(judge, out);
    }
}

static pdoc_outcome judge_rule(struct pdoc__judge *judge, struct pdoc__judgement *out)
{
    const struct pdoc__requirement *rule = out->rule;
    pdoc_truth truth = rule->when ? pdoc__predicate(judge, rule->when, NULL, &out->leaf) : PDOC_TRUE;
    if (truth != PDOC_TRUE) {
        out->asked = rule->when;
        return truth == PDOC_FALSE ? PDOC_OUTCOME_NOT_APPLICABLE : PDOC_OUTCOME_UNDETERMINED;
    }
    out->asked = rule->must;
    truth = pdoc__predicate(judge, rule->must, NULL, &out->leaf);
    if (truth == PDOC_TRUE)
        return PDOC_OUTCOME_MET;
    return truth == PDOC_UNKNOWN ? PDOC_OUTCOME_UNDETERMINED : ask_waiver(judge, out);
}

void pdoc__judge_duty(struct pdoc__judge *judge, const struct pdoc__duties *duties, const struct pdoc__duty *duty,
                      struct pdoc__judgement *out)
{
    out->rule = duty->row;
    out->asked = NULL;
    out->leaf = NULL;
    out->fact = -1;
    out->outcome = duty->row ? PDOC_OUTCOME_MET : PDOC_OUTCOME_NOT_APPLICABLE;
    if (duty->of_past_act) {
        out->rule = NULL;
        choose_past_edition(judge, duties, duty, out);
    }
    if (duty->subject == PDOC__SUBJECT_VERSION && !judge->version)
        out->outcome = PDOC_OUTCOME_NOT_APPLICABLE;
    else if (out->outcome == PDOC_OUTCOME_MET)
        out->outcome = judge_rule(judge, out);
}
