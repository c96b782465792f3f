/* SPDX-License-Identifier: MIT */
/* Puts a practice issue on its ladder: which stages there are, which steps count, what happened at each stage. */
#include "governance/escalating/ladder.h"

#include <string.h>

#include "base/error.h"
#include "base/text.h"

void *pdoc__ladder_room(struct pdoc__ladder *ladder, void *items, size_t count, size_t *room, size_t size)
{
    if (count < *room)
        return items;
    const size_t more = *room > 0 ? *room * 2 : 8;
    void *longer = pdoc__arena_alloc(&ladder->judge->scratch, more * size, NULL);
    if (!longer) {
        ladder->judge->out_of_memory = true;
        return NULL;
    }
    if (count > 0)
        memcpy(longer, items, count * size);
    *room = more;
    return longer;
}

void pdoc__flaw_add(struct pdoc__ladder *ladder, struct pdoc__flaw flaw)
{
    struct pdoc__flaw *list =
        pdoc__ladder_room(ladder, ladder->flaws, ladder->flaw_count, &ladder->flaw_room, sizeof *list);
    if (!list)
        return;
    ladder->flaws = list;
    list[ladder->flaw_count++] = flaw;
}

void pdoc__next_add(struct pdoc__ladder *ladder, struct pdoc__next next)
{
    struct pdoc__next *list =
        pdoc__ladder_room(ladder, ladder->nexts, ladder->next_count, &ladder->next_room, sizeof *list);
    if (!list)
        return;
    ladder->nexts = list;
    list[ladder->next_count++] = next;
}

const char *pdoc__stage_name(const struct pdoc__stage *stage)
{
    return stage->rule.label ? stage->rule.label : stage->rule.id;
}

struct pdoc__visit *pdoc__ladder_visit(const struct pdoc__ladder *ladder, const char *stage)
{
    for (size_t i = 0; stage && i < ladder->visit_count; i++)
        if (strcmp(ladder->visits[i].stage->rule.id, stage) == 0)
            return &ladder->visits[i];
    return NULL;
}

/* Stages that may be reached from anywhere stand beside the ladder. */
struct pdoc__visit *pdoc__ladder_after(const struct pdoc__ladder *ladder, const struct pdoc__visit *visit)
{
    const size_t first = visit ? (size_t)(visit - ladder->visits) + 1 : 0;
    for (size_t i = first; i < ladder->visit_count; i++)
        if (!ladder->visits[i].stage->is_any_time)
            return &ladder->visits[i];
    return NULL;
}

/* ---- the stages ---- */

static bool is_of_track(const struct pdoc__ladder *ladder, const struct pdoc__rule *rule)
{
    return pdoc__rule_applies_on(rule, pdoc__day_number(ladder->issue->on));
}

static const struct pdoc__track *find_track(const struct pdoc__ladder *ladder, const char *id)
{
    const pdoc_profile *profile = ladder->judge->profile;
    for (size_t i = 0; profile && id && i < profile->counts[PDOC_PROFILE_TRACKS]; i++)
        if (strcmp(profile->tracks[i].rule.id, id) == 0 && is_of_track(ladder, &profile->tracks[i].rule))
            return &profile->tracks[i];
    return NULL;
}

static void add_stages(struct pdoc__ladder *ladder, const char *track)
{
    const pdoc_profile *profile = ladder->judge->profile;
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_STAGES]; i++) {
        const struct pdoc__stage *stage = &profile->stages[i];
        if (strcmp(stage->track, track) != 0 || !is_of_track(ladder, &stage->rule) ||
            pdoc__ladder_visit(ladder, stage->rule.id))
            continue;
        ladder->visits[ladder->visit_count++] = (struct pdoc__visit){.stage = stage, .satisfied = PDOC_UNKNOWN};
    }
}

/* Those of the track, then of the one that it leads to, and so on; no stage twice, so that this comes to an end. */
static bool take_stages(struct pdoc__ladder *ladder)
{
    const struct pdoc__track *track = ladder->track;
    if (!track)
        return true;
    const size_t most = ladder->judge->profile->counts[PDOC_PROFILE_STAGES];
    ladder->visits = pdoc__arena_alloc(&ladder->judge->scratch, (most + 1) * sizeof *ladder->visits, NULL);
    if (!ladder->visits)
        return false;
    size_t before;
    do {
        before = ladder->visit_count;
        add_stages(ladder, track->rule.id);
        track = find_track(ladder, track->leads_to);
    } while (track && ladder->visit_count > before);
    return true;
}

/* ---- the steps ---- */

static bool is_voided(const struct pdoc__ladder *ladder, const struct pdoc_issue_step *step)
{
    const pdoc_issue *issue = ladder->issue;
    for (size_t i = 0; i < issue->step_count; i++) {
        const struct pdoc_issue_step *other = &issue->steps[i];
        if (other->values[PDOC__STEP_VOIDS] && strcmp(other->values[PDOC__STEP_VOIDS], step->id) == 0 &&
            pdoc__day_number(pdoc_date_is_recorded(other->recorded) ? other->recorded : other->on) <=
                ladder->judge->known_day &&
            pdoc__day_number(other->on) <= ladder->judge->day)
            return true;
    }
    return false;
}

static bool counts(const struct pdoc__ladder *ladder, const struct pdoc_issue_step *step)
{
    const pdoc_date known = pdoc_date_is_recorded(step->recorded) ? step->recorded : step->on;
    return pdoc__day_number(step->on) <= ladder->judge->day && pdoc__day_number(known) <= ladder->judge->known_day &&
           step->kind != PDOC__STEPPED_VOIDED && !is_voided(ladder, step);
}

/* Steps of one day whose times are not both known keep their order. */
static bool is_before(const struct pdoc_issue_step *step, const struct pdoc_issue_step *other)
{
    const int by_day = pdoc_date_compare(step->on, other->on);
    const char *times[] = {step->values[PDOC__STEP_AT], other->values[PDOC__STEP_AT]};
    return by_day < 0 || (by_day == 0 && times[0] && times[1] && strcmp(times[0], times[1]) < 0);
}

static bool take_steps(struct pdoc__ladder *ladder)
{
    const pdoc_issue *issue = ladder->issue;
    ladder->steps = pdoc__arena_alloc(&ladder->judge->scratch, (issue->step_count + 1) * sizeof *ladder->steps, NULL);
    if (!ladder->steps)
        return false;
    for (size_t i = 0; i < issue->step_count; i++) {
        if (!counts(ladder, &issue->steps[i]))
            continue;
        size_t at = ladder->step_count++;
        for (; at > 0 && is_before(&issue->steps[i], ladder->steps[at - 1]); at--)
            ladder->steps[at] = ladder->steps[at - 1];
        ladder->steps[at] = &issue->steps[i];
    }
    return true;
}

/* ---- what happened at each stage ---- */

static void visit_by(struct pdoc__visit *visit, const struct pdoc_issue_step *step)
{
    const struct pdoc_issue_step **const places[] = {
        [PDOC__STEPPED_ACKNOWLEDGED] = &visit->acknowledged,
        [PDOC__STEPPED_DISCUSSED] = &visit->discussed,
        [PDOC__STEPPED_ADVISED] = &visit->advised,
        [PDOC__STEPPED_COUNT] = NULL,
    };
    if (places[step->kind] && !*places[step->kind])
        *places[step->kind] = step;
    if (step->kind == PDOC__STEPPED_LIMIT_AGREED)
        visit->agreed = step;
    if (step->kind != PDOC__STEPPED_CONCLUDED)
        return;
    const char *satisfied = step->values[PDOC__STEP_SATISFIED];
    visit->concluded = step;
    visit->satisfied = !satisfied ? PDOC_UNKNOWN : strcmp(satisfied, "yes") == 0 ? PDOC_TRUE : PDOC_FALSE;
}

static bool reaches(uint8_t kind)
{
    return kind == PDOC__STEPPED_ESCALATED || kind == PDOC__STEPPED_ACKNOWLEDGED || kind == PDOC__STEPPED_DISCUSSED ||
           kind == PDOC__STEPPED_ADVISED || kind == PDOC__STEPPED_CONCLUDED;
}

static void begin_visits(struct pdoc__ladder *ladder)
{
    ladder->current = SIZE_MAX;
    if (ladder->visit_count > 0 && strcmp(ladder->visits[0].stage->kind, "identification") == 0) {
        ladder->visits[0].is_reached = true;
        ladder->current = 0;
    }
}

static void take_step(struct pdoc__ladder *ladder, const struct pdoc_issue_step *step)
{
    struct pdoc__visit *visit = pdoc__ladder_visit(ladder, step->values[PDOC__STEP_STAGE]);
    if (step->kind == PDOC__STEPPED_CLOSED)
        ladder->closed = step;
    if (!visit)
        return;
    visit_by(visit, step);
    if (!reaches(step->kind) || visit->is_reached)
        return;
    visit->is_reached = true;
    visit->reached = step;
    const size_t index = (size_t)(visit - ladder->visits);
    if (!visit->stage->is_any_time && (ladder->current == SIZE_MAX || index > ladder->current))
        ladder->current = index;
}

/* Whoever decides at last ends it, to whosever satisfaction. */
static bool is_decided(struct pdoc__ladder *ladder, const struct pdoc__visit *current)
{
    const struct pdoc__parties *arbiter = &ladder->track->arbiter;
    const char *by = current->concluded ? current->concluded->values[PDOC__STEP_BY] : NULL;
    return by && arbiter->names.count > 0 && !pdoc__ladder_after(ladder, current) &&
           pdoc__is_one_of(ladder->judge, by, arbiter) == PDOC_TRUE;
}

static void settle(struct pdoc__ladder *ladder)
{
    const struct pdoc__visit *current = ladder->current == SIZE_MAX ? NULL : &ladder->visits[ladder->current];
    const bool resolved =
        current && current->concluded && current->satisfied == PDOC_TRUE && pdoc__stage_resolves(current->stage);
    ladder->state = !ladder->track                                               ? PDOC_ISSUE_UNDETERMINED
                    : resolved                                                   ? PDOC_ISSUE_RESOLVED
                    : ladder->closed || (current && is_decided(ladder, current)) ? PDOC_ISSUE_CLOSED
                                                                                 : PDOC_ISSUE_OPEN;
    if (current && (resolved || (!ladder->closed && ladder->state == PDOC_ISSUE_CLOSED)))
        ladder->outcome = current->concluded->values[PDOC__STEP_OUTCOME];
    else if (ladder->closed)
        ladder->outcome = ladder->closed->values[PDOC__STEP_OUTCOME];
    for (size_t i = 0; i < ladder->visit_count; i++)
        ladder->visits[i].is_left =
            ladder->visits[i].is_reached && (i < ladder->current || ladder->state != PDOC_ISSUE_OPEN);
}

/* ---- the whole ---- */

static const pdoc_profile *profile_of(const struct pdoc__judge *judge, const pdoc_issue *issue)
{
    const char *own = issue->values[PDOC__ISSUE_PROFILE];
    if (judge->override)
        return judge->override;
    return own ? pdoc_profile_set_find(judge->set, own) : judge->register_profile;
}

static void say_unknown_track(struct pdoc__ladder *ladder)
{
    struct pdoc__judge *judge = ladder->judge;
    const char *track = ladder->issue->values[PDOC__ISSUE_TRACK];
    const char *message = !judge->profile ? "the profile whose track it follows is not known"
                                          : PDOC__PHRASE(judge, "the profile ", judge->profile->id, " had no track \"",
                                                         track, "\" on ", pdoc__phrase_date(judge, ladder->issue->on));
    pdoc__flaw_add(ladder, (struct pdoc__flaw){.check = PDOC__CHECK_ISSUE_TRACK,
                                               .outcome = PDOC_OUTCOME_UNDETERMINED,
                                               .modality = PDOC_MODALITY_MUST,
                                               .message = message});
}

static void ask_rules(struct pdoc__ladder *ladder)
{
    pdoc__judge_codes(ladder);
    if (!ladder->track) {
        say_unknown_track(ladder);
        return;
    }
    pdoc__judge_entering(ladder);
    pdoc__judge_turns(ladder);
    pdoc__judge_parties(ladder);
    pdoc__judge_limits(ladder);
    pdoc__judge_records(ladder);
}

bool pdoc__ladder_climb(struct pdoc__ladder *ladder, struct pdoc__judge *judge, const pdoc_issue *issue,
                        pdoc_error **error)
{
    *ladder = (struct pdoc__ladder){.judge = judge, .issue = issue};
    if (!pdoc__judge_follow(judge, profile_of(judge, issue), error))
        return false;
    ladder->track = find_track(ladder, issue->values[PDOC__ISSUE_TRACK]);
    if (!take_stages(ladder) || !take_steps(ladder))
        return (pdoc__fail_memory(error), false);
    begin_visits(ladder);
    for (size_t i = 0; i < ladder->step_count; i++)
        take_step(ladder, ladder->steps[i]);
    settle(ladder);
    ask_rules(ladder);
    return !judge->out_of_memory || (pdoc__fail_memory(error), false);
}
