/* SPDX-License-Identifier: MIT */
/* What the steps of a plan and the reminders of a profile name, and that no step is counted from itself. */
#include <string.h>

#include "base/text.h"
#include "xml/profile_reading.h"

#define DEADLINE "deadline"

/* A step that is counted from a step that is counted from a step ... */
#define MOST_DEPTH 32

/* ---- names ---- */

static bool has_step(const pdoc_profile *profile, const char *id)
{
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_PLAN]; i++) {
        if (strcmp(profile->plan[i].rule.id, id) == 0)
            return true;
    }
    return false;
}

/* What an attribute says; of an inherited row what it said there. */
static bool take_name(struct pdoc__reading *reading, const struct pdoc__row_source *source, const char *attribute,
                      const char *inherited, const char **out)
{
    return pdoc__reading_text(reading,
                              source->node ? pdoc__element_attribute(source->node, attribute) : inherited, out);
}

static const char *name_of_party(const struct pdoc__operand *operand, const char *code)
{
    return code ? code : operand->name;
}

/* ---- one step ---- */

/* The fact that an attribute names, for a row that inherits from another what that one named. */
static bool resolve_fact(struct pdoc__reading *reading, const struct pdoc__row_source *source, const char *attribute,
                         int16_t inherited, int16_t *out)
{
    const char *name = NULL;
    if (!take_name(reading, source, attribute, inherited >= 0 ? reading->base->facts[inherited].rule.id : NULL, &name))
        return false;
    struct pdoc__operand fact = {0};
    *out = -1;
    if (!name)
        return true;
    if (pdoc__operand_resolve(reading->profile, name, -1, &fact) && fact.kind == PDOC__OPERAND_FACT)
        *out = fact.index;
    else
        pdoc__reading_fail(reading, source->node, "a step is %s by '%.60s', which is not a fact", attribute, name);
    return true;
}

static void check_names(struct pdoc__reading *reading, const struct pdoc__element *node,
                        const struct pdoc__plan_step *step)
{
    const pdoc_profile *profile = reading->profile;
    for (size_t i = 0; i < step->anchors.count; i++) {
        const char *anchor = step->anchors.items[i];
        if (strcmp(anchor, DEADLINE) != 0 && !has_step(profile, anchor))
            pdoc__reading_fail(reading, node, "the step '%.60s' is counted from '%.60s', which is not a step",
                               step->rule.id, anchor);
    }
    if (step->after && !has_step(profile, step->after))
        pdoc__reading_fail(reading, node, "the step '%.60s' comes after '%.60s', which is not a step", step->rule.id,
                           step->after);
    if (step->offset.months > 0 || step->offset.count > 0)
        pdoc__reading_fail(reading, node, "the step '%.60s' has an offset that leads on; a plan is counted back",
                           step->rule.id);
    if (!step->kind && !(node && pdoc__element_attribute(node, "kind")))
        pdoc__reading_fail(reading, node, "the step '%.60s' needs a kind, such as papers", step->rule.id);
}

bool pdoc__step_resolve(struct pdoc__reading *reading, const struct pdoc__row_source *source, size_t index)
{
    struct pdoc__plan_step *step = &reading->profile->plan[index];
    const struct pdoc__plan_step *inherited = source->inherited;
    const char *body = NULL;
    const char *who = NULL;
    if (!take_name(reading, source, "body", inherited ? name_of_party(&inherited->body, inherited->body_code) : NULL,
                   &body) ||
        !take_name(reading, source, "who", inherited ? name_of_party(&inherited->who, inherited->who_code) : NULL,
                   &who))
        return false;
    pdoc__who_resolve(reading->profile, body, &step->body, &step->body_code);
    pdoc__who_resolve(reading->profile, who, &step->who, &step->who_code);
    if (source->node) {
        step->has_offset = pdoc__element_attribute(source->node, "offset") != NULL;
        if (!pdoc__element_attribute(source->node, "roll"))
            step->roll = PDOC_ROLL_PRECEDING; /* a day "no later than" never moves on */
    }
    check_names(reading, source->node, step);
    return resolve_fact(reading, source, "done", inherited ? inherited->done : -1, &step->done) &&
           resolve_fact(reading, source, "begun", inherited ? inherited->begun : -1, &step->begun);
}

/* ---- one reminder ---- */

bool pdoc__reminder_resolve(struct pdoc__reading *reading, const struct pdoc__row_source *source, size_t index)
{
    struct pdoc__reminder *reminder = &reading->profile->reminders[index];
    const struct pdoc__reminder *inherited = source->inherited;
    const char *to = NULL;
    if (!take_name(reading, source, "recipient", inherited ? inherited->to.name : NULL, &to))
        return false;
    reminder->to = (struct pdoc__operand){0};
    if (to && !pdoc__operand_resolve(reading->profile, to, -1, &reminder->to))
        pdoc__reading_fail(reading, source->node, "the reminder '%.60s' goes to '%.60s', which is not an operand",
                           reminder->rule.id, to);
    if (source->node && !pdoc__element_attribute(source->node, "offset"))
        pdoc__reading_fail(reading, source->node, "the reminder '%.60s' needs an offset, such as -P2M or P0D",
                           reminder->rule.id);
    return true;
}

/* ---- circles ---- */

enum { UNSEEN, OPEN, DONE };

static bool visit(const pdoc_profile *profile, uint8_t *state, const char *id, unsigned depth);

/* False where the way leads back to a step that is still open, or too deep. */
static bool visit_step(const pdoc_profile *profile, uint8_t *state, size_t index, unsigned depth)
{
    const struct pdoc__plan_step *step = &profile->plan[index];
    if (state[index] == DONE)
        return true;
    if (state[index] == OPEN || depth == 0)
        return false;
    state[index] = OPEN;
    bool good = !step->after || visit(profile, state, step->after, depth - 1);
    for (size_t i = 0; good && i < step->anchors.count; i++)
        good = strcmp(step->anchors.items[i], DEADLINE) == 0 || visit(profile, state, step->anchors.items[i], depth - 1);
    state[index] = DONE;
    return good;
}

static bool visit(const pdoc_profile *profile, uint8_t *state, const char *id, unsigned depth)
{
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_PLAN]; i++) {
        if (strcmp(profile->plan[i].rule.id, id) == 0 && !visit_step(profile, state, i, depth))
            return false;
    }
    return true;
}

bool pdoc__plan_check(struct pdoc__reading *reading)
{
    const pdoc_profile *profile = reading->profile;
    size_t count = profile->counts[PDOC_PROFILE_PLAN];
    uint8_t *state = pdoc__reading_alloc(reading, count, 1);
    if (!state)
        return false;
    for (size_t i = 0; i < count; i++) {
        if (!visit_step(profile, state, i, MOST_DEPTH))
            pdoc__reading_fail(reading, reading->sources[PDOC_PROFILE_PLAN][i].node,
                               "the step '%.60s' is counted from itself, or from too many others one behind the other",
                               profile->plan[i].rule.id);
    }
    return !reading->out_of_memory;
}
