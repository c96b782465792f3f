/* SPDX-License-Identifier: MIT */
/*
 * The consultations of one document: each draft that was sent to each consultee, with its replies. Silence means
 * agreement with the content only where a cell of the matrix says so, of what was sent in time, after the last day has
 * ended; that day is never moved. It is no approval: what a body does not do decides nothing.
 */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "governance/consultations/consultations.h"
#include "governance/explain/explain.h"

struct gathering {
    struct pdoc__judge *judge;
    pdoc_consultations *out;
    bool only_open;
};

static const char *keep(struct gathering *gathering, const char *text)
{
    const char *kept = text ? pdoc__arena_text(&gathering->out->arena, text, strlen(text), NULL) : NULL;
    gathering->judge->out_of_memory |= text && !kept;
    return kept;
}

/* What names no thread belongs to the last sending before it. */
static const char *thread_of(const struct pdoc__judge *judge, const pdoc_event *event)
{
    const char *thread = pdoc__event_says(event, PDOC__ATTRIBUTE_THREAD);
    const pdoc_event *opened = NULL;
    if (thread || event->kind == PDOC__EVENT_CONSULTATION_OPENED)
        return thread ? thread : event->id;
    for (size_t i = 0; i < judge->past.count && judge->past.events[i] != event; i++)
        if (judge->past.events[i]->kind == PDOC__EVENT_CONSULTATION_OPENED)
            opened = judge->past.events[i];
    return opened ? thread_of(judge, opened) : event->id;
}

static bool is_on_thread(const struct pdoc__judge *judge, const pdoc_event *event, const char *thread)
{
    return strcmp(thread_of(judge, event), thread) == 0;
}

/* ---- whose reply it is ---- */

static const char *replier(const pdoc_event *reply)
{
    const char *body = pdoc__event_says(reply, PDOC__ATTRIBUTE_BODY);
    body = body ? body : pdoc__event_says(reply, PDOC__ATTRIBUTE_GROUP);
    return body ? body : reply->by;
}

static bool is_part_of(struct pdoc__judge *judge, const char *name, const char *whole)
{
    const pdoc_party *party = name ? pdoc_register_find_party(judge->reg, name) : NULL;
    const struct pdoc__profile_party *known =
        judge->profile ? pdoc__profile_party(judge->profile, pdoc__party_code(judge, whole)) : NULL;
    const char *code = name ? pdoc__party_code(judge, name) : NULL;
    for (size_t i = 0; known && code && i < known->members.count; i++)
        if (pdoc__text_equal(known->members.items[i], code))
            return true;
    return party && party->part_of && pdoc__party_equals(judge, party->part_of, whole) == PDOC_TRUE;
}

static bool is_by(struct pdoc__judge *judge, const pdoc_event *reply, const char *consultee)
{
    const char *names[] = {pdoc__event_says(reply, PDOC__ATTRIBUTE_BODY),
                           pdoc__event_says(reply, PDOC__ATTRIBUTE_GROUP), reply->by};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i] &&
            (pdoc__party_equals(judge, names[i], consultee) == PDOC_TRUE || is_part_of(judge, names[i], consultee)))
            return true;
    return false;
}

/* How many were sent it on a thread: the reply to a single one is its own, whoever wrote it. */
static size_t count_consultees(struct pdoc__judge *judge, const char *thread)
{
    size_t count = 0;
    for (size_t i = 0; i < judge->past.count; i++) {
        const char *const *names;
        if (judge->past.events[i]->kind == PDOC__EVENT_CONSULTATION_OPENED &&
            is_on_thread(judge, judge->past.events[i], thread))
            count += pdoc__sending_names(judge, judge->past.events[i], &names);
    }
    return count;
}

/* ---- one consultee ---- */

struct asked {
    const char *consultee;
    const char *thread;
    struct pdoc__sending sending;
    const pdoc_event *in_time; /* the last reply within the time; NULL: none. So also the next two */
    const pdoc_event *late;
    const pdoc_event *closed;
    bool is_alone;
};

static const struct pdoc__route_duty *cell_for(struct pdoc__judge *judge, const char *consultee)
{
    static const struct pdoc__interval today = {PDOC__NO_DAY, PDOC__NO_DAY};
    for (size_t i = 0; judge->profile && i < judge->profile->counts[PDOC_PROFILE_ROUTE_DUTIES]; i++) {
        const struct pdoc__route_duty *cell = &judge->profile->route_duties[i];
        if (pdoc__is_same_kind(cell, PDOC__DUTY_CONSULTATION) &&
            pdoc__is_one_of(judge, consultee, &cell->parties) == PDOC_TRUE &&
            pdoc__cell_holds(judge, cell, today) == PDOC_TRUE)
            return cell;
    }
    return NULL;
}

static bool came_late(const struct asked *asked, const pdoc_event *reply)
{
    return pdoc__interval_is_recorded(asked->sending.deadline) &&
           pdoc__interval_of(reply->on).first > asked->sending.deadline.last;
}

static void take_event(struct pdoc__judge *judge, struct asked *asked, const pdoc_event *event)
{
    if (!is_on_thread(judge, event, asked->thread))
        return;
    if (event->kind == PDOC__EVENT_CONSULTATION_CLOSED)
        asked->closed = event;
    if (event->kind != PDOC__EVENT_RESPONDED || !(asked->is_alone || is_by(judge, event, asked->consultee)))
        return;
    if (came_late(asked, event))
        asked->late = event;
    else
        asked->in_time = event;
}

/* ---- how it stands ---- */

struct standing {
    uint8_t state;
    const char *why;
};

static struct standing of_reply(struct pdoc__judge *judge, const pdoc_event *reply)
{
    static const struct {
        const char *outcome;
        uint8_t state;
    } outcomes[] = {{"agreed", PDOC_REPLY_AGREED},
                    {"approved", PDOC_REPLY_AGREED},
                    {"objected", PDOC_REPLY_OBJECTED},
                    {"rejected", PDOC_REPLY_OBJECTED}};
    const char *outcome = pdoc__event_says(reply, PDOC__ATTRIBUTE_OUTCOME);
    const char *day = pdoc__phrase_date(judge, reply->on);
    const char *by = reply->by ? PDOC__PHRASE(judge, " by ", pdoc__party_words(judge, reply->by)) : "";
    for (size_t i = 0; outcome && i < sizeof outcomes / sizeof *outcomes; i++)
        if (strcmp(outcomes[i].outcome, outcome) == 0)
            return (struct standing){outcomes[i].state, PDOC__PHRASE(judge, "replied on ", day, by, ": ", outcome)};
    if (pdoc__event_says(reply, PDOC__ATTRIBUTE_COMMENT))
        return (struct standing){PDOC_REPLY_COMMENTED, PDOC__PHRASE(judge, "replied on ", day, by, ", with comments")};
    return (struct standing){PDOC_REPLY_UNDETERMINED,
                             PDOC__PHRASE(judge, "replied on ", day, by, "; what was said is not recorded")};
}

static struct standing of_silence(struct pdoc__judge *judge, const struct asked *asked)
{
    const struct pdoc__sending *sending = &asked->sending;
    const char *last = pdoc__phrase_day(judge, sending->deadline.last);
    const char *beside =
        asked->late ? PDOC__PHRASE(judge, "; a reply came on ", pdoc__phrase_date(judge, asked->late->on), ", too late")
                    : "";
    const char *why = NULL;
    if (!sending->duty || !sending->duty->silence_agrees)
        return (struct standing){
            asked->late ? PDOC_REPLY_LATE : PDOC_REPLY_NO_RESPONSE,
            PDOC__PHRASE(judge, "no reply by ", last, ", and no rule gives silence a meaning", beside)};
    if (pdoc__sent_in_time(judge, sending, &why) != PDOC_TRUE)
        return (struct standing){
            PDOC_REPLY_UNDETERMINED,
            PDOC__PHRASE(judge, "no reply by ", last, "; silence would be agreement, but ", why ? why : "", beside)};
    return (struct standing){PDOC_REPLY_DEEMED_AGREED,
                             PDOC__PHRASE(judge, "no reply by ", last,
                                          ", which is taken as agreement with the content; it is no approval", beside)};
}

static struct standing stands(struct pdoc__judge *judge, const struct asked *asked)
{
    const struct pdoc__interval deadline = asked->sending.deadline;
    const bool has_deadline = pdoc__interval_is_recorded(deadline);
    if (asked->in_time)
        return of_reply(judge, asked->in_time);
    if (asked->closed && (!has_deadline || pdoc__interval_of(asked->closed->on).last < deadline.first))
        return (struct standing){PDOC_REPLY_CLOSED,
                                 PDOC__PHRASE(judge, "closed on ", pdoc__phrase_date(judge, asked->closed->on),
                                              has_deadline ? ", before the last day for replies, without a reply"
                                                           : " without a reply; no last day for replies is recorded")};
    if (!has_deadline)
        return (struct standing){PDOC_REPLY_WAITING, "no last day for replies is recorded, and no reply"};
    if (pdoc__interval_is_recorded(asked->sending.sent) && deadline.last < asked->sending.sent.first)
        return (struct standing){PDOC_REPLY_UNDETERMINED,
                                 PDOC__PHRASE(judge, "the last day for replies, ", pdoc__phrase_day(judge, deadline.last),
                                              ", lies before the sending; nothing follows from silence")};
    if (judge->day <= deadline.last)
        return (struct standing){PDOC_REPLY_WAITING, PDOC__PHRASE(judge, "replies are awaited until ",
                                                                  pdoc__phrase_day(judge, deadline.last))};
    return of_silence(judge, asked);
}

/* ---- entries ---- */

static bool is_decided_after(const struct pdoc__judge *judge, const pdoc_event *sent)
{
    bool is_after = false;
    for (size_t i = 0; i < judge->past.count; i++) {
        const pdoc_event *event = judge->past.events[i];
        is_after |= event == sent;
        if (is_after && pdoc__event_approves(event) && event->kind == PDOC__EVENT_DECIDED &&
            (event->version == 0 || sent->version == 0 || event->version == sent->version))
            return true;
    }
    return false;
}

static struct pdoc__consultee *add_entry(struct gathering *gathering, const pdoc_event *event, const char *consultee)
{
    pdoc_consultations *out = gathering->out;
    const pdoc_document *doc = gathering->judge->doc;
    if (!pdoc__grow(&out->items, &out->capacity, out->count, sizeof *out->items, NULL)) {
        gathering->judge->out_of_memory = true;
        return NULL;
    }
    struct pdoc__consultee *entry = &out->items[out->count++];
    *entry = (struct pdoc__consultee){.document = keep(gathering, pdoc_document_id(doc)),
                                      .title = keep(gathering, pdoc_document_title(doc)),
                                      .thread = keep(gathering, thread_of(gathering->judge, event)),
                                      .consultee = keep(gathering, pdoc__party_words(gathering->judge, consultee)),
                                      .document_index = doc->index,
                                      .version = event->version};
    return entry;
}

static bool is_comment_of(struct pdoc__judge *judge, const struct asked *asked, const pdoc_event *event)
{
    if (!pdoc__event_says(event, PDOC__ATTRIBUTE_COMMENT) || !is_on_thread(judge, event, asked->thread))
        return false;
    const bool is_question = event->kind == PDOC__EVENT_SUBMITTED;
    return is_question ||
           (event->kind == PDOC__EVENT_RESPONDED && (asked->is_alone || is_by(judge, event, asked->consultee)));
}

static void take_comments(struct gathering *gathering, const struct asked *asked, struct pdoc__consultee *entry)
{
    struct pdoc__judge *judge = gathering->judge;
    entry->comments =
        pdoc__arena_alloc(&gathering->out->arena, (judge->past.count + 1) * sizeof *entry->comments, NULL);
    judge->out_of_memory |= entry->comments == NULL;
    for (size_t i = 0; entry->comments && i < judge->past.count; i++) {
        const pdoc_event *event = judge->past.events[i];
        if (!is_comment_of(judge, asked, event))
            continue;
        const char *disposition =
            event->kind == PDOC__EVENT_SUBMITTED ? "question" : pdoc__event_says(event, PDOC__ATTRIBUTE_DISPOSITION);
        entry->comments[entry->comment_count++] = (struct pdoc__comment){
            keep(gathering, pdoc__event_says(event, PDOC__ATTRIBUTE_COMMENT)), keep(gathering, disposition)};
    }
}

static void put_consultee(struct gathering *gathering, const pdoc_event *opened, const char *consultee, bool is_alone)
{
    struct pdoc__judge *judge = gathering->judge;
    const struct pdoc__route_duty *duty = cell_for(judge, consultee);
    struct asked asked = {.consultee = consultee, .thread = thread_of(judge, opened), .is_alone = is_alone};
    pdoc__sending_read(judge, opened, duty, &asked.sending);
    for (size_t i = 0; i < judge->past.count; i++)
        take_event(judge, &asked, judge->past.events[i]);
    const bool is_open = !asked.closed && !is_decided_after(judge, opened);
    struct pdoc__consultee *entry = gathering->only_open && !is_open ? NULL : add_entry(gathering, opened, consultee);
    if (!entry)
        return;
    const struct standing standing = stands(judge, &asked);
    const pdoc_event *reply = asked.late ? asked.late : asked.in_time;
    entry->state = standing.state;
    entry->reason = keep(gathering, standing.why);
    entry->sent = opened->on;
    entry->sent_by = keep(gathering, opened->by ? pdoc__party_words(judge, opened->by) : NULL);
    entry->channel = keep(gathering, pdoc__event_says(opened, PDOC__ATTRIBUTE_CHANNEL));
    entry->deadline = pdoc__interval_date(asked.sending.deadline);
    entry->meeting = pdoc__interval_date(asked.sending.meeting);
    entry->replied = reply ? reply->on : (pdoc_date){0, 0, 0};
    entry->is_late = asked.late != NULL;
    entry->is_open = is_open;
    entry->rule = keep(gathering, duty ? duty->rule.id : NULL);
    entry->clause = keep(gathering, duty ? duty->rule.clause : NULL);
    entry->inferred = duty && (duty->rule.inferred || asked.sending.is_derived);
    take_comments(gathering, &asked, entry);
}

static void put_opened(struct gathering *gathering, const pdoc_event *opened)
{
    const char *const *names;
    const size_t count = pdoc__sending_names(gathering->judge, opened, &names);
    const bool is_alone = count == 1 && count_consultees(gathering->judge, thread_of(gathering->judge, opened)) == 1;
    for (size_t i = 0; i < count; i++)
        put_consultee(gathering, opened, names[i], is_alone);
}

/* A reply of one who was not sent the draft, or on no thread, is not lost. */
static bool has_sending(struct pdoc__judge *judge, const pdoc_event *reply)
{
    const char *thread = thread_of(judge, reply);
    if (count_consultees(judge, thread) == 1)
        return true;
    for (size_t i = 0; i < judge->past.count; i++) {
        const pdoc_event *event = judge->past.events[i];
        const char *const *names;
        if (event->kind != PDOC__EVENT_CONSULTATION_OPENED || !is_on_thread(judge, event, thread))
            continue;
        const size_t count = pdoc__sending_names(judge, event, &names);
        for (size_t j = 0; j < count; j++)
            if (is_by(judge, reply, names[j]))
                return true;
    }
    return false;
}

static void put_stray(struct gathering *gathering, const pdoc_event *reply)
{
    struct pdoc__judge *judge = gathering->judge;
    const char *who = replier(reply);
    if (gathering->only_open || has_sending(judge, reply))
        return;
    struct pdoc__consultee *entry = add_entry(gathering, reply, who ? who : "nobody named");
    if (!entry)
        return;
    const struct standing standing = of_reply(judge, reply);
    const struct asked asked = {.consultee = who, .thread = thread_of(judge, reply), .is_alone = true};
    entry->state = standing.state;
    entry->reason = keep(gathering, PDOC__PHRASE(judge, standing.why, "; no sending to it is recorded"));
    entry->replied = reply->on;
    if (strcmp(asked.thread, reply->id) == 0)
        take_comments(gathering, &asked, entry);
}

static void put_engaged(struct gathering *gathering, const pdoc_event *event)
{
    pdoc_consultations *out = gathering->out;
    struct pdoc__judge *judge = gathering->judge;
    const char *group = pdoc__event_says(event, PDOC__ATTRIBUTE_GROUP);
    const char *number = pdoc__event_says(event, PDOC__ATTRIBUTE_NUMBER);
    group = group ? group : event->by;
    if (!pdoc__grow(&out->engaged, &out->engaged_capacity, out->engaged_count, sizeof *out->engaged, NULL)) {
        judge->out_of_memory = true;
        return;
    }
    const char *who = PDOC__PHRASE(judge, group ? pdoc__party_words(judge, group) : "nobody named", number ? " (" : "",
                                   number ? number : "", number ? ")" : "");
    out->engaged[out->engaged_count++] = (struct pdoc__engagement){keep(gathering, who), event->on};
}

bool pdoc__consultations_gather(struct pdoc__judge *judge, bool only_open, pdoc_consultations *out, pdoc_error **error)
{
    struct gathering gathering = {.judge = judge, .out = out, .only_open = only_open};
    for (size_t i = 0; i < judge->past.count && !judge->out_of_memory; i++) {
        const pdoc_event *event = judge->past.events[i];
        if (event->kind == PDOC__EVENT_CONSULTATION_OPENED)
            put_opened(&gathering, event);
        else if (event->kind == PDOC__EVENT_RESPONDED)
            put_stray(&gathering, event);
        else if (event->kind == PDOC__EVENT_ENGAGED && !only_open)
            put_engaged(&gathering, event);
    }
    return !judge->out_of_memory || (pdoc__fail_memory(error), false);
}
