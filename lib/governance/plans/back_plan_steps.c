/* SPDX-License-Identifier: MIT */
/* Which steps a plan has, what they are counted from, whose they are, and which are done. Counts no days. */
#include <stddef.h>
#include <string.h>

#include "base/text.h"
#include "governance/plans/back_plan.h"
#include "governance/rows/matrix.h"

#define DEADLINE "deadline"
#define SIGN_OFF "sign-off"
#define DRAFTING "drafting"
#define CONSULTATION "consultation"
#define WORK "work"
#define NOTICE "notice"
#define POST "post"
#define BODY "{body}"
#define PUBLICATION "publication"

enum { NOT_ASKED, INCLUDED, LEFT_OUT = -1 };

/* ---- bodies and posts ---- */

static const struct pdoc__profile_party *party_of_profile(const struct pdoc__planning *planning, const char *code)
{
    return pdoc__profile_party(planning->judge->profile, code);
}

/* The party of the register that a name stands for, by itself or by the code that the profile has for it. */
const pdoc_party *pdoc__plan_party(struct pdoc__planning *planning, const char *name)
{
    const pdoc_party *party = pdoc_register_find_party(planning->judge->reg, name);
    const struct pdoc__profile_party *known = party ? NULL : party_of_profile(planning, name);
    if (known)
        party = pdoc_register_find_party(planning->judge->reg, known->rule.id);
    for (size_t i = 0; known && !party && i <= known->aliases.count; i++)
        party = pdoc_register_find_party(planning->judge->reg, i == 0 ? known->rule.label : known->aliases.items[i - 1]);
    return party;
}

/* What an operand names, as printed; NULL: nothing. */
static const char *name_asked(struct pdoc__planning *planning, const struct pdoc__operand *operand)
{
    const struct pdoc__value value = pdoc__operand_value(planning->judge, operand, NULL);
    return value.state == PDOC__GIVEN || value.state == PDOC__CANNOT_TELL ? value.text : NULL;
}

static const char *words_of(struct pdoc__planning *planning, const char *name, const pdoc_party *party)
{
    const struct pdoc__profile_party *known = name && !party ? party_of_profile(planning, name) : NULL;
    const char *words = party ? pdoc_party_name(party) : known && known->rule.label ? known->rule.label : name;
    return words && *words ? words : name;
}

static void take_body(struct pdoc__planning *planning, struct pdoc__planned *step, const char *name)
{
    step->part = PDOC__PART_MEETING;
    if (!name || !*name)
        return;
    step->body = pdoc__plan_party(planning, name);
    step->body_name = words_of(planning, name, step->body);
    step->who = step->body_name;
}

/* A post decides on a day, and holds no meetings. */
static bool is_post(struct pdoc__planning *planning, const char *name)
{
    const struct pdoc__profile_party *known = name ? party_of_profile(planning, name) : NULL;
    return known && known->kind && strcmp(known->kind, POST) == 0;
}

static void take_parties(struct pdoc__planning *planning, struct pdoc__planned *step)
{
    const struct pdoc__plan_step *row = step->row;
    const bool is_asked_for = planning->options->body && strcmp(row->kind, SIGN_OFF) == 0;
    const char *body = is_asked_for     ? planning->options->body
                       : row->body_code ? row->body_code
                       : row->body.name ? name_asked(planning, &row->body)
                                        : NULL;
    if (!is_asked_for && is_post(planning, body))
        step->who = step->body_name = words_of(planning, body, pdoc__plan_party(planning, body));
    else if (row->body.name || is_asked_for)
        take_body(planning, step, body);
    if (!row->who.name)
        return;
    const char *name = row->who_code ? row->who_code : name_asked(planning, &row->who);
    step->who = words_of(planning, name, name ? pdoc__plan_party(planning, name) : NULL);
}

/* ---- steps ---- */

static struct pdoc__planned *add_step(struct pdoc__planning *planning, const struct pdoc__planned *step)
{
    struct pdoc__planned *added = &planning->steps[planning->count++];
    *added = *step;
    added->limit = added->unmoved = added->day = added->done = added->before = added->next = PDOC__NO_DAY;
    pdoc__plan_find_done(planning, added);
    return added;
}

static bool takes_time(const char *kind)
{
    return strcmp(kind, DRAFTING) == 0 || strcmp(kind, CONSULTATION) == 0;
}

bool pdoc__step_follows(const struct pdoc__plan_step *row)
{
    return !row->has_offset && (strcmp(row->kind, NOTICE) == 0 || strcmp(row->kind, PUBLICATION) == 0);
}

static uint8_t part_of(const struct pdoc__plan_step *row)
{
    if (takes_time(row->kind))
        return PDOC__PART_END;
    if (strcmp(row->kind, WORK) == 0)
        return PDOC__PART_WORK;
    return pdoc__step_follows(row) ? PDOC__PART_FOLLOWS : PDOC__PART_DAY;
}

static bool is_set(pdoc_offset offset)
{
    return offset.months != 0 || offset.count != 0;
}

/* Time before the end at which something begins: what the row states, else what was asked for. */
static pdoc_offset time_for(const struct pdoc__planning *planning, const struct pdoc__planned *end)
{
    if (end->row && end->has_offset)
        return end->offset;
    pdoc_offset time = strcmp(end->kind, DRAFTING) == 0 ? planning->drafting : planning->consultation;
    time.months = -time.months;
    time.count = -time.count;
    return time;
}

static const char *joined(struct pdoc__planning *planning, const char *left, const char *right)
{
    struct pdoc__buffer text = {0};
    pdoc__buffer_format(&text, "%s%s", left, right);
    return pdoc__plan_take(planning, &text);
}

/* What takes time has two days: one by which it must end, and where it is known how long it takes or that it has begun,
   one to begin. */
static void add_begin(struct pdoc__planning *planning, const struct pdoc__planned *end)
{
    const pdoc_offset time = time_for(planning, end);
    const bool is_stated = end->row && end->has_offset;
    struct pdoc__planned begin = {.kind = end->kind, .anchor = end, .who = end->who, .part = PDOC__PART_START};
    begin.row = is_stated || !is_set(time) ? end->row : NULL;
    begin.offset = time;
    begin.has_offset = is_set(time);
    begin.roll = PDOC_ROLL_PRECEDING;
    begin.id = joined(planning, end->id, "-begins");
    begin.label = joined(planning, pdoc__planned_label(end), " begins");
    struct pdoc__planned *added = add_step(planning, &begin);
    added->trouble = end->trouble;
    if (!begin.has_offset && (added->done == PDOC__NO_DAY || end->done != PDOC__NO_DAY))
        planning->count--; /* nothing is known of it that the end does not say */
}

/* What is counted back from something that takes time leads up to its beginning, where that is known. */
static const struct pdoc__planned *begin_of(const struct pdoc__planning *planning, const struct pdoc__planned *step)
{
    const bool has_begin = step && step->part == PDOC__PART_END && step + 1 < planning->steps + planning->count &&
                           step[1].part == PDOC__PART_START;
    return has_begin ? step + 1 : step;
}

/* The row of an id that is valid on the day; SIZE_MAX: none. */
static size_t row_of(const struct pdoc__planning *planning, const char *id)
{
    const pdoc_profile *profile = planning->judge->profile;
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_PLAN]; i++)
        if (strcmp(profile->plan[i].rule.id, id) == 0 && pdoc__rule_applies(planning->judge, &profile->plan[i].rule))
            return i;
    return SIZE_MAX;
}

static bool include(struct pdoc__planning *planning, size_t row);

/* The step that an id names, if it is part of the plan. */
static struct pdoc__planned *step_named(struct pdoc__planning *planning, const char *id)
{
    const size_t row = row_of(planning, id);
    return row != SIZE_MAX && include(planning, row) ? &planning->steps[planning->step_of[row]] : NULL;
}

/* False: none of the steps that it may be counted from is part of the plan. */
static bool find_anchor(struct pdoc__planning *planning, const struct pdoc__plan_step *row,
                        const struct pdoc__planned **out)
{
    *out = NULL;
    for (size_t i = 0; i < row->anchors.count; i++) {
        if (strcmp(row->anchors.items[i], DEADLINE) == 0)
            return true;
        const struct pdoc__planned *step = step_named(planning, row->anchors.items[i]);
        *out = pdoc__step_follows(row) ? step : begin_of(planning, step);
        if (*out)
            return true;
    }
    return row->anchors.count == 0;
}

/* What the line of the matrix says instead of the row. False: neither says it, and the step is no part of the plan. */
static bool take_route_time(struct pdoc__planning *planning, struct pdoc__planned *step)
{
    static const struct {
        const char *name;
        size_t at;
    } times[] = {{"lead", offsetof(struct pdoc__route_duty, lead)},
                 {"reply", offsetof(struct pdoc__route_duty, reply)},
                 {"period", offsetof(struct pdoc__route_duty, period)}};
    for (size_t i = 0; step->row->route_time && i < sizeof times / sizeof *times; i++) {
        const struct pdoc__route_duty *cell = strcmp(step->row->route_time, times[i].name) == 0
                                                  ? pdoc__cell_with_time(planning->judge, times[i].at)
                                                  : NULL;
        if (!cell)
            continue;
        memcpy(&step->offset, (const char *)cell + times[i].at, sizeof step->offset);
        step->offset.months = -step->offset.months;
        step->offset.count = -step->offset.count;
        step->has_offset = true;
        return true;
    }
    return !step->row->route_time || step->has_offset;
}

/* "{body}" in a label is the body that the row, or the matrix, names. */
static const char *with_body(struct pdoc__planning *planning, const struct pdoc__planned *step)
{
    const char *label = step->row->rule.label;
    const char *place = label ? strstr(label, BODY) : NULL;
    struct pdoc__buffer text = {0};
    if (!place)
        return label;
    const char *body = step->body_name ? step->body_name : "body that decides";
    pdoc__buffer_format(&text, "%.*s%s%s", (int)(place - label), label, body, place + strlen(BODY));
    return pdoc__plan_take(planning, &text);
}

/* A label that names the body of the row would be wrong of another body. */
static const char *label_of(struct pdoc__planning *planning, const struct pdoc__planned *step)
{
    const struct pdoc__plan_step *row = step->row;
    if (!planning->options->body || strcmp(row->kind, SIGN_OFF) != 0)
        return with_body(planning, step);
    const char *own = row->body_code ? row->body_code : name_asked(planning, &row->body);
    const char *words = own ? words_of(planning, own, pdoc__plan_party(planning, own)) : NULL;
    if (words && step->body_name && strcmp(words, step->body_name) == 0)
        return with_body(planning, step);
    return joined(planning, "Decision of ", step->body_name ? step->body_name : planning->options->body);
}

static void add_row(struct pdoc__planning *planning, size_t index, struct pdoc__planned *step)
{
    const struct pdoc__plan_step *row = step->row;
    step->id = row->rule.id;
    step->kind = row->kind;
    step->roll = row->roll;
    step->part = part_of(row);
    take_parties(planning, step);
    step->label = label_of(planning, step);
    step->after = row->after ? step_named(planning, row->after) : NULL;
    planning->included[index] = INCLUDED;
    planning->step_of[index] = planning->count;
    const struct pdoc__planned *added = add_step(planning, step);
    if (added->part == PDOC__PART_END)
        add_begin(planning, added);
}

/* Makes a row a step, after those that it is counted from. The reader has seen to it that there are no circles. */
static bool include(struct pdoc__planning *planning, size_t index)
{
    const struct pdoc__plan_step *row = &planning->judge->profile->plan[index];
    if (planning->included[index] != NOT_ASKED)
        return planning->included[index] == INCLUDED;
    planning->included[index] = LEFT_OUT;
    if (!pdoc__rule_applies(planning->judge, &row->rule))
        return false;
    struct pdoc__planned step = {.row = row, .offset = row->offset, .has_offset = row->has_offset};
    const pdoc_truth applies = pdoc__predicate(planning->judge, row->when, NULL, &step.leaf);
    if (applies == PDOC_FALSE || !take_route_time(planning, &step) || !find_anchor(planning, row, &step.anchor))
        return false;
    if (applies == PDOC_UNKNOWN)
        step.trouble = PDOC__TROUBLE_UNSURE;
    else
        step.leaf = NULL;
    add_row(planning, index, &step);
    return true;
}

static const struct pdoc__planned *first_of_kind(const struct pdoc__planning *planning, const char *kind)
{
    for (size_t i = 0; i < planning->count; i++)
        if (strcmp(planning->steps[i].kind, kind) == 0)
            return &planning->steps[i];
    return NULL;
}

/* What was asked for, and no row of the profile is about. */
static void add_asked(struct pdoc__planning *planning)
{
    if (planning->options->body && !first_of_kind(planning, SIGN_OFF)) {
        struct pdoc__planned meeting = {.id = SIGN_OFF, .kind = SIGN_OFF};
        take_body(planning, &meeting, planning->options->body);
        add_step(planning, &meeting);
    }
    const char *const kinds[] = {CONSULTATION, DRAFTING};
    const pdoc_offset times[] = {planning->consultation, planning->drafting};
    const struct pdoc__planned *earliest = first_of_kind(planning, SIGN_OFF);
    for (size_t i = 0; i < 2; i++) {
        const struct pdoc__planned *known = first_of_kind(planning, kinds[i]);
        if (!known && is_set(times[i])) {
            const struct pdoc__planned end = {.id = kinds[i],
                                              .kind = kinds[i],
                                              .anchor = earliest,
                                              .part = PDOC__PART_END,
                                              .roll = PDOC_ROLL_PRECEDING};
            known = add_step(planning, &end);
            add_begin(planning, known);
        }
        if (known)
            earliest = begin_of(planning, known); /* drafts are written before they are consulted on */
    }
}

/* A body that neither the register nor the profile has is a slip of the one who asks. */
static bool knows_body(struct pdoc__planning *planning)
{
    const char *body = planning->options->body;
    if (!body || pdoc__plan_party(planning, body) || party_of_profile(planning, body))
        return true;
    pdoc__fail(&planning->error, PDOC_ERR_ARGUMENT,
               "neither the register nor the profile has a body with the code or name \"%.80s\"", body);
    planning->failed = true;
    return false;
}

/* The profile says how long replies are waited for: then what was asked for does not count. */
static void leave_aside(struct pdoc__planning *planning)
{
    const struct pdoc__planned *papers = first_of_kind(planning, "papers");
    const struct pdoc__planned *responses = first_of_kind(planning, "responses");
    if (!is_set(planning->consultation) || first_of_kind(planning, CONSULTATION) || !papers || !responses)
        return;
    planning->consultation = (pdoc_offset){0};
    pdoc__buffer_format(&planning->line,
                        "the time for consultation that was asked for does not count: the profile states it, from \"%s\" "
                        "to \"%s\"",
                        pdoc__planned_label(papers), pdoc__planned_label(responses));
    pdoc__plan_warn(planning);
}

void pdoc__plan_choose(struct pdoc__planning *planning)
{
    if (!knows_body(planning))
        return;
    const size_t rows = planning->judge->profile->counts[PDOC_PROFILE_PLAN];
    for (size_t i = 0; i < rows; i++)
        (void)include(planning, i);
    leave_aside(planning);
    add_asked(planning);
}
