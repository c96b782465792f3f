/* SPDX-License-Identifier: MIT */
/* Partners: who is to be told of a version, which documents are to be compared with it, or taken out of use. */
#include <string.h>

#include "base/text.h"
#include "governance/distribution/distribution.h"
#include "governance/named.h"
#include "governance/rows/cell.h"
#include "governance/relations/graph.h"

/* ---- told ---- */

static bool is_about(const struct pdoc__distributing *work, const pdoc_event *event)
{
    const bool is_later = work->since == PDOC__NO_DAY || pdoc__day_number(event->on) >= work->since;
    return event->kind == PDOC__EVENT_NOTIFIED &&
           (event->version == work->version->ordinal || (event->version == 0 && is_later));
}

static bool names(struct pdoc__judge *judge, const pdoc_event *event, const struct pdoc__who *who, const char *partner)
{
    static const enum pdoc__event_attribute attributes[] = {PDOC__ATTRIBUTE_BODY, PDOC__ATTRIBUTE_GROUP};
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++) {
        const char *said = pdoc__event_says(event, attributes[i]);
        if (!said)
            continue;
        if (who && pdoc__event_names(judge, event, attributes[i], who) == PDOC_TRUE)
            return true;
        if (partner && (pdoc__text_same(said, partner) || pdoc__party_equals(judge, said, partner) == PDOC_TRUE))
            return true;
    }
    return !who && !partner;
}

/* Who was told of the version: as a rule names it, as an earlier event does, or anybody. */
static const pdoc_event *find_told(struct pdoc__distributing *work, const struct pdoc__who *who, const char *partner)
{
    const struct pdoc__past *past = &work->judge.past;
    for (size_t i = 0; i < past->count; i++)
        if (is_about(work, past->events[i]) && names(&work->judge, past->events[i], who, partner))
            return past->events[i];
    return NULL;
}

static bool is_told_of(const struct pdoc__distributing *work, const char *partner)
{
    for (size_t i = work->first; i < work->answer->count; i++) {
        const struct pdoc__task *other = &work->answer->tasks[i];
        if (other->action == PDOC_DISTRIBUTE_TELL && pdoc__text_same(other->partner, partner))
            return true;
    }
    return false;
}

static bool tell(struct pdoc__distributing *work, struct pdoc__task *task, const struct pdoc__who *who,
                 const char *partner)
{
    const pdoc_event *done = find_told(work, who, partner);
    task->action = PDOC_DISTRIBUTE_TELL;
    task->version = work->version->ordinal;
    if (task->partner && is_told_of(work, task->partner))
        return true;
    task->is_done = done != NULL;
    if (done) {
        task->done_by = done->id;
        task->done_on = done->on;
    }
    return pdoc__task_add(work, task);
}

/* The parties of a duty to inform, each with the day up to which. */
static bool tell_by_duty(struct pdoc__distributing *work, const struct pdoc__route_duty *duty)
{
    struct pdoc__judge *judge = &work->judge;
    struct pdoc__way way;
    struct pdoc__interval last;
    pdoc__way_find(judge, &way);
    if (pdoc__duty_kind(duty->kind) != PDOC__DUTY_INFORMING || pdoc__cell_holds(judge, duty, way.day) != PDOC_TRUE)
        return true;
    const bool has_limit = pdoc__is_set(duty->within) && pdoc__interval_is_recorded(way.day) &&
                           pdoc__reckon(judge, way.day, duty->within, &last, NULL);
    for (size_t i = 0; i < duty->parties.names.count; i++) {
        const struct pdoc__parties one = {.names = {&duty->parties.names.items[i], 1}, .who = &duty->parties.who[i]};
        struct pdoc__task task = {.partner = pdoc__phrase_parties(judge, &one, " and "),
                                  .reason = "the profile says that they are told"};
        if (has_limit)
            task.due = pdoc__day_date(last.last);
        pdoc__task_row(work, PDOC__EVENT_NOTIFIED, &task);
        task.rule = duty->rule.id;
        task.clause = duty->rule.clause;
        if (!tell(work, &task, &duty->parties.who[i], NULL))
            return false;
    }
    return true;
}

static bool tell_again(struct pdoc__distributing *work, const pdoc_event *event)
{
    const char *body = pdoc__event_says(event, PDOC__ATTRIBUTE_BODY);
    const char *partner = body ? body : pdoc__event_says(event, PDOC__ATTRIBUTE_GROUP);
    const char *code = partner ? pdoc__party_code(&work->judge, partner) : NULL;
    const char *label = code ? pdoc__party_label(&work->judge, code) : partner;
    struct pdoc__task task = {.partner = label, .reason = "they were told of an earlier version"};
    if (event->kind != PDOC__EVENT_NOTIFIED || is_about(work, event) || !partner)
        return true;
    pdoc__task_row(work, PDOC__EVENT_NOTIFIED, &task);
    return tell(work, &task, NULL, partner);
}

bool pdoc__distribute_partners(struct pdoc__distributing *work)
{
    struct pdoc__judge *judge = &work->judge;
    const pdoc_profile *profile = judge->profile;
    const size_t first = work->answer->count;
    for (size_t i = 0; profile && i < profile->counts[PDOC_PROFILE_ROUTE_DUTIES]; i++)
        if (!tell_by_duty(work, &profile->route_duties[i]))
            return false;
    for (size_t i = 0; i < judge->past.count; i++)
        if (!tell_again(work, judge->past.events[i]))
            return false;
    struct pdoc__task task = {.reason = "the profile says that those concerned are told"};
    pdoc__task_row(work, PDOC__EVENT_NOTIFIED, &task);
    return work->answer->count > first || !task.rule || tell(work, &task, NULL, NULL);
}

/* ---- relations ---- */

static const char *name_of(const pdoc_document *doc)
{
    const char *reference = pdoc_document_reference(doc, 0);
    const char *title = pdoc_document_title(doc);
    return reference ? reference : title ? title : doc->id;
}

/* Does a change of the document at hand reach the other end of its own relation, or of one that leads to it? */
static bool reaches(const pdoc_relation *relation, bool is_own)
{
    const enum pdoc__travel travel = pdoc__relation_travels(relation->kind);
    return travel == PDOC__TRAVELS_BOTH_WAYS || travel == (is_own ? PDOC__TRAVELS_TO_TARGET : PDOC__TRAVELS_TO_SOURCE);
}

static bool compare(struct pdoc__distributing *work, const pdoc_relation *relation, const pdoc_document *other)
{
    const int32_t checked = pdoc__day_number(relation->checked);
    struct pdoc__task task = {.action = PDOC_DISTRIBUTE_COMPARE, .partner = name_of(other)};
    task.reason = PDOC__PHRASE(&work->judge, "their relation is \"", relation->kind, "\"");
    task.is_done = checked != PDOC__NO_DAY && work->since != PDOC__NO_DAY && checked >= work->since;
    if (task.is_done)
        task.done_on = relation->checked;
    return pdoc__task_add(work, &task);
}

/* Another document whose place this one takes: it is over, or it is to be taken out of use. */
static bool retire(struct pdoc__distributing *work, const pdoc_document *other)
{
    struct pdoc__task task = {.action = PDOC_DISTRIBUTE_WITHDRAW, .partner = name_of(other)};
    const struct pdoc__past *past = pdoc__past_of(&work->judge, &other->history);
    static const uint64_t ends = UINT64_C(1) << PDOC__EVENT_SUPERSEDED | UINT64_C(1) << PDOC__EVENT_WITHDRAWN |
                                 UINT64_C(1) << PDOC__EVENT_ARCHIVED;
    task.reason = "this document takes its place";
    for (size_t i = 0; past && i < past->count; i++)
        if (ends >> past->events[i]->kind & 1 && past->events[i]->version == 0) {
            task.is_done = true;
            task.done_by = past->events[i]->id;
            task.done_on = past->events[i]->on;
        }
    return past && pdoc__task_add(work, &task);
}

static bool follow(struct pdoc__distributing *work, const pdoc_relation *relation, bool is_own)
{
    static const char *const succession[] = {"superseded-by",
                                             "supersedes"}; /* as a relation of the other, of its own */
    const pdoc_document *other = is_own ? pdoc_relation_document(relation) : relation->doc;
    if (!other || other == work->version->doc)
        return true;
    if (strcmp(relation->kind, succession[is_own]) == 0)
        return retire(work, other);
    return !reaches(relation, is_own) || compare(work, relation, other);
}

bool pdoc__distribute_relations(struct pdoc__distributing *work)
{
    const pdoc_document *doc = work->version->doc;
    const struct pdoc__graph *graph = pdoc__judge_graph(&work->judge);
    if (!graph)
        return false;
    for (size_t i = 0; i < doc->relation_count; i++)
        if (!follow(work, doc->relations[i], true))
            return false;
    for (uint32_t i = graph->first[doc->index]; i < graph->first[doc->index + 1]; i++)
        if (!follow(work, graph->incoming[i], false))
            return false;
    return true;
}
