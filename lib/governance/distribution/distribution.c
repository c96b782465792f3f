/* SPDX-License-Identifier: MIT */
/* What is to be done so that a version that was given out reaches its readers: an answer for one document or all. */
#include "governance/distribution/distribution.h"

#include <string.h>

#include "base/error.h"
#include "governance/rows/judged_rows.h"

/* ---- one task ---- */

static const char *keep(struct pdoc__distributing *work, const char *text, bool *is_well)
{
    const char *copy = text ? pdoc__arena_text(&work->answer->arena, text, strlen(text), work->error) : NULL;
    *is_well = *is_well && (copy || !text);
    return copy;
}

bool pdoc__task_add(struct pdoc__distributing *work, const struct pdoc__task *task)
{
    pdoc_distribution *answer = work->answer;
    const pdoc_document *doc = work->version->doc;
    bool is_well = pdoc__grow(&answer->tasks, &answer->capacity, answer->count, sizeof *task, work->error);
    struct pdoc__task kept = *task;
    kept.id = keep(work, doc->id, &is_well);
    kept.reference = keep(work, pdoc_document_reference(doc, 0), &is_well);
    kept.title = keep(work, pdoc_document_title(doc), &is_well);
    kept.channel = keep(work, task->channel, &is_well);
    kept.place = keep(work, task->place, &is_well);
    kept.partner = keep(work, task->partner, &is_well);
    kept.who = keep(work, task->who, &is_well);
    kept.rule = keep(work, task->rule, &is_well);
    kept.clause = keep(work, task->clause, &is_well);
    kept.reason = keep(work, task->reason, &is_well);
    kept.done_by = keep(work, task->done_by, &is_well);
    if (is_well)
        answer->tasks[answer->count++] = kept;
    return is_well;
}

static void take_row(struct pdoc__distributing *work, const struct pdoc__rule *rule, const struct pdoc__parties *by,
                     struct pdoc__task *task)
{
    task->rule = rule->id;
    task->clause = rule->clause;
    if (by->names.count > 0)
        task->who = pdoc__phrase_parties(&work->judge, by, " or ");
}

/* The step of the plan that an event of the kind does. */
static void take_step(struct pdoc__distributing *work, enum pdoc__event_kind kind, struct pdoc__task *task)
{
    struct pdoc__judge *judge = &work->judge;
    const char *wanted = kind == PDOC__EVENT_PUBLISHED ? "publication" : "notice";
    for (size_t i = 0; i < judge->profile->counts[PDOC_PROFILE_PLAN]; i++) {
        const struct pdoc__plan_step *step = &judge->profile->plan[i];
        const struct pdoc__who who = {.code = step->who_code, .operand = step->who};
        const struct pdoc__parties by = {.names = {(const char **)(uintptr_t)&step->who.name, 1},
                                         .who = (struct pdoc__who *)(uintptr_t)&who};
        static const struct pdoc__parties nobody = {{NULL, 0}, NULL};
        if (strcmp(step->kind, wanted) != 0 || !pdoc__rule_applies(judge, &step->rule) ||
            pdoc__predicate(judge, step->when, NULL, NULL) != PDOC_TRUE)
            continue;
        take_row(work, &step->rule, step->who.name ? &by : &nobody, task);
        return;
    }
}

void pdoc__task_row(struct pdoc__distributing *work, enum pdoc__event_kind kind, struct pdoc__task *task)
{
    struct pdoc__judge *judge = &work->judge;
    const pdoc_profile *profile = judge->profile;
    if (!profile)
        return;
    take_step(work, kind, task);
    for (size_t i = 0; !task->who && i < profile->counts[PDOC_PROFILE_TRANSITIONS]; i++) {
        const struct pdoc__transition *transition = &profile->transitions[i];
        const bool is_it = transition->event_kind == (int16_t)kind && pdoc__rule_applies(judge, &transition->rule) &&
                           pdoc__predicate(judge, transition->when, NULL, NULL) == PDOC_TRUE;
        if (is_it && (!task->rule || transition->by.names.count > 0)) {
            take_row(work, &transition->rule, &transition->by, task);
            break;
        }
    }
}

/* ---- one document ---- */

static bool is_over(uint8_t phase)
{
    return phase == PDOC_PHASE_SUPERSEDED || phase == PDOC_PHASE_WITHDRAWN || phase == PDOC_PHASE_ARCHIVED;
}

/* The last one that was released and did not end; NULL: none. */
static const pdoc_event *last_release(struct pdoc__judge *judge, const struct pdoc_version **version)
{
    for (size_t i = judge->past.count; i-- > 0;) {
        const pdoc_event *event = judge->past.events[i];
        if (event->kind != PDOC__EVENT_RELEASED)
            continue;
        *version = event->version ? pdoc_document_find_version(judge->doc, event->version) : judge->version;
        if (*version && !is_over(pdoc__phase_of(judge, *version).phase))
            return event;
    }
    *version = NULL;
    return NULL;
}

static bool choose(struct pdoc__distributing *work, bool only_released)
{
    struct pdoc__judge *judge = &work->judge;
    const pdoc_event *release = last_release(judge, &work->version);
    work->since = release ? pdoc__day_number(release->on) : judge->phase.since;
    if (!release && !only_released && judge->phase.phase == PDOC_PHASE_IN_FORCE)
        work->version = judge->version;
    return work->version != NULL;
}

/* What the rules say is asked of the version that is distributed, be it in force yet or not. */
static bool look_at_version(struct pdoc__distributing *work, const pdoc_document *doc)
{
    struct pdoc__judge *judge = &work->judge;
    if (judge->version == work->version)
        return true;
    judge->wanted = work->version;
    const bool is_well = pdoc__judge_take(judge, doc, NULL);
    judge->wanted = NULL;
    return is_well;
}

static bool take(struct pdoc__distributing *work, const pdoc_document *doc, bool only_released)
{
    work->first = work->answer->count;
    if (!pdoc__judge_take(&work->judge, doc, NULL))
        return false;
    return !choose(work, only_released) || (look_at_version(work, doc) && pdoc__distribute_places(work) &&
                                            pdoc__distribute_partners(work) && pdoc__distribute_relations(work));
}

static pdoc_distribution *ask(const pdoc_register *reg, const pdoc_document *one, const pdoc_basis *basis,
                              pdoc_error **error)
{
    struct pdoc__distributing work = {.error = NULL};
    if (!pdoc__judge_begin(&work.judge, reg, basis, error))
        return NULL;
    work.answer = pdoc__alloc_zero(1, sizeof *work.answer, NULL);
    bool is_well = work.answer != NULL;
    if (is_well) {
        atomic_init(&work.answer->references, 1);
        work.answer->as_of = basis->as_of;
    }
    for (size_t i = 0; is_well && i < (one ? 1 : reg->document_count); i++)
        is_well = take(&work, one ? one : reg->documents[i], one == NULL);
    is_well = is_well && !work.judge.out_of_memory;
    pdoc__judge_end(&work.judge);
    if (is_well)
        return work.answer;
    pdoc__fail_memory(error);
    pdoc_distribution_unref(work.answer);
    return NULL;
}

pdoc_distribution *pdoc_document_distribution(const pdoc_document *doc, const pdoc_basis *basis, pdoc_error **error)
{
    if (!doc) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "a document is needed to say how it is distributed");
        return NULL;
    }
    return ask(doc->reg, doc, basis, error);
}

pdoc_distribution *pdoc_register_distribution(const pdoc_register *reg, const pdoc_basis *basis, pdoc_error **error)
{
    if (!reg) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "a register is needed to say how its documents are distributed");
        return NULL;
    }
    return ask(reg, NULL, basis, error);
}

/* ---- the answer ---- */

pdoc_distribution *pdoc_distribution_ref(pdoc_distribution *distribution)
{
    if (distribution)
        atomic_fetch_add_explicit(&distribution->references, 1, memory_order_relaxed);
    return distribution;
}

void pdoc_distribution_unref(pdoc_distribution *distribution)
{
    if (!distribution || atomic_fetch_sub_explicit(&distribution->references, 1, memory_order_acq_rel) != 1)
        return;
    pdoc__arena_free(&distribution->arena);
    pdoc__free(distribution->tasks);
    pdoc__free(distribution);
}

pdoc_date pdoc_distribution_as_of(const pdoc_distribution *distribution)
{
    return distribution ? distribution->as_of : (pdoc_date){0, 0, 0};
}

size_t pdoc_distribution_count(const pdoc_distribution *distribution)
{
    return distribution ? distribution->count : 0;
}

size_t pdoc_distribution_open(const pdoc_distribution *distribution)
{
    size_t open = 0;
    for (size_t i = 0; i < pdoc_distribution_count(distribution); i++)
        open += !distribution->tasks[i].is_done;
    return open;
}

static const struct pdoc__task *task_at(const pdoc_distribution *distribution, size_t index)
{
    static const struct pdoc__task nothing = {.id = NULL};
    return index < pdoc_distribution_count(distribution) ? &distribution->tasks[index] : &nothing;
}

#define PDOC__TASK_TEXT(name, member)                                                                                  \
    const char *name(const pdoc_distribution *distribution, size_t task)                                               \
    {                                                                                                                  \
        return task_at(distribution, task)->member;                                                                    \
    }
PDOC__TASK_TEXT(pdoc_distribution_document_id, id)
PDOC__TASK_TEXT(pdoc_distribution_document_reference, reference)
PDOC__TASK_TEXT(pdoc_distribution_document_title, title)
PDOC__TASK_TEXT(pdoc_distribution_channel, channel)
PDOC__TASK_TEXT(pdoc_distribution_place, place)
PDOC__TASK_TEXT(pdoc_distribution_partner, partner)
PDOC__TASK_TEXT(pdoc_distribution_who, who)
PDOC__TASK_TEXT(pdoc_distribution_rule, rule)
PDOC__TASK_TEXT(pdoc_distribution_clause, clause)
PDOC__TASK_TEXT(pdoc_distribution_reason, reason)
PDOC__TASK_TEXT(pdoc_distribution_done_by, done_by)

uint32_t pdoc_distribution_version(const pdoc_distribution *distribution, size_t task)
{
    return task_at(distribution, task)->version;
}

pdoc_distribution_action pdoc_distribution_task(const pdoc_distribution *distribution, size_t task)
{
    return (pdoc_distribution_action)task_at(distribution, task)->action;
}

const char *pdoc_distribution_action_code(pdoc_distribution_action action)
{
    static const char *const codes[] = {"publish", "withdraw", "tell", "compare"};
    return (unsigned)action < sizeof codes / sizeof *codes ? codes[action] : NULL;
}

pdoc_date pdoc_distribution_due(const pdoc_distribution *distribution, size_t task)
{
    return task_at(distribution, task)->due;
}

bool pdoc_distribution_is_done(const pdoc_distribution *distribution, size_t task)
{
    return task_at(distribution, task)->is_done;
}

pdoc_date pdoc_distribution_done_on(const pdoc_distribution *distribution, size_t task)
{
    return task_at(distribution, task)->done_on;
}
