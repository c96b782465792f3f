/* SPDX-License-Identifier: MIT */
/* The history: is every event one that can be judged, in order, and recorded when it had happened? Is there a version?
 */
#include <string.h>

#include "governance/audit/audit.h"
#include "model/build.h"

#define SHORT_HISTORY 32u /* of a longer one the events are looked up in a table */

static const char *kind_of(const pdoc_event *event)
{
    return pdoc__word(PDOC_TABLE_EVENT_KIND, event->kind)->code;
}

/* ---- days ---- */

/* What can be fixed in advance: a day in force, a withdrawal, a publication. Everything else happens first. */
static bool may_be_to_come(uint8_t kind)
{
    static const uint8_t kinds[] = {PDOC__EVENT_EFFECTIVE, PDOC__EVENT_WITHDRAWN, PDOC__EVENT_SUPERSEDED,
                                    PDOC__EVENT_ARCHIVED,  PDOC__EVENT_RELEASED,  PDOC__EVENT_PUBLISHED};
    return memchr(kinds, kind, sizeof kinds) != NULL;
}

/* An event after the day judged is no mistake by itself: the audit may look back. It is one where the day of recording
   shows that it had not happened. */
static void check_recorded(struct pdoc__audit *audit, const pdoc_event *event)
{
    if (event->recorded.year == 0)
        return;
    pdoc__check_met(audit, PDOC__CHECK_EVENT_IN_FUTURE);
    if (may_be_to_come(event->kind) || pdoc_date_is_before(event->recorded, event->on) != PDOC_TRUE)
        return;
    const char *on = pdoc__say_date(audit, event->on);
    pdoc__find(audit, &(struct pdoc__evidence){.check = PDOC__CHECK_EVENT_IN_FUTURE,
                                               .outcome = PDOC_OUTCOME_NOT_MET,
                                               .place = pdoc__event_place(audit, event),
                                               .expected = "a day not after that of the recording",
                                               .found = on,
                                               .arguments = {{"event", event->id},
                                                             {"kind", kind_of(event)},
                                                             {"recorded", pdoc__say_date(audit, event->recorded)}}});
}

static void check_likely(struct pdoc__audit *audit, const pdoc_event *event)
{
    pdoc_date date = pdoc__is_unlikely(event->on) ? event->on : event->recorded;
    for (size_t i = 0; i < event->value_count && !pdoc__is_unlikely(date); i++)
        if (pdoc__is_unlikely(event->values[i].date))
            date = event->values[i].date;
    if (!pdoc__is_unlikely(date)) {
        pdoc__check_met(audit, PDOC__CHECK_DATE_UNLIKELY);
        return;
    }
    pdoc__find(audit, &(struct pdoc__evidence){.check = PDOC__CHECK_DATE_UNLIKELY,
                                               .outcome = PDOC_OUTCOME_NOT_MET,
                                               .place = pdoc__event_place(audit, event),
                                               .expected = "a year from 1900 to 2199",
                                               .found = pdoc__say_date(audit, date),
                                               .arguments = {{"what", PDOC__SAY(audit, "the event ", event->id)}}});
}

/* ---- what most events are ---- */

static bool is_whole(pdoc_date date)
{
    return date.month != 0 && date.day != 0;
}

static bool is_before(pdoc_date left, pdoc_date right)
{
    if (left.year != right.year)
        return left.year < right.year;
    return left.month != right.month ? left.month < right.month : left.day < right.day;
}

/* All its days are likely, and it was not recorded before its day: nothing to be said, unless it belongs to another. */
static bool is_plain(const pdoc_event *event, bool *has_link)
{
    static const uint64_t links = UINT64_C(1) << PDOC__ATTRIBUTE_THREAD | UINT64_C(1) << PDOC__ATTRIBUTE_CAUSE;
    bool is_likely = !pdoc__is_unlikely(event->on) && !pdoc__is_unlikely(event->recorded);
    uint64_t attributes = 0;
    for (size_t i = 0; i < event->value_count; i++) {
        attributes |= UINT64_C(1) << event->values[i].attribute;
        is_likely &= !pdoc__is_unlikely(event->values[i].date);
    }
    *has_link = (attributes & links) != 0;
    if (!is_likely || event->recorded.year == 0)
        return is_likely;
    return is_whole(event->on) && is_whole(event->recorded) && !is_before(event->recorded, event->on);
}

/* ---- order ---- */

/* Events by their ids; an empty table stands for a history that is short. */
struct ids {
    const struct pdoc__history *history;
    struct pdoc__map events;
};

static bool fill(struct ids *ids)
{
    for (size_t i = 0; i < ids->history->count; i++) {
        bool added;
        pdoc_event *event = ids->history->events[i];
        if (!pdoc__map_add(&ids->events, event->id, event, &added, NULL))
            return false;
    }
    return true;
}

static const pdoc_event *find_event(struct pdoc__audit *audit, struct ids *ids, const char *id)
{
    if (ids->history->count <= SHORT_HISTORY)
        return pdoc__history_find(ids->history, id);
    if (ids->events.count == 0 && !fill(ids)) {
        audit->failed = true;
        return NULL;
    }
    return pdoc__map_find(&ids->events, id);
}

static void find_out_of_order(struct pdoc__audit *audit, const pdoc_event *event, const char *expected,
                              const char *found, const char *other)
{
    pdoc__find(audit, &(struct pdoc__evidence){
                          .check = PDOC__CHECK_EVENT_ORDER,
                          .outcome = PDOC_OUTCOME_NOT_MET,
                          .place = pdoc__event_place(audit, event),
                          .expected = expected,
                          .found = found,
                          .arguments = {{"event", event->id}, {"kind", kind_of(event)}, {"other", other}}});
}

/* The last day for replies cannot lie before the day of sending. */
static void check_deadline(struct pdoc__audit *audit, const pdoc_event *event)
{
    const struct pdoc__event_value *deadline = pdoc__event_value(event, PDOC__ATTRIBUTE_DEADLINE);
    if (event->kind != PDOC__EVENT_CONSULTATION_OPENED || !deadline)
        return;
    pdoc__check_met(audit, PDOC__CHECK_DEADLINE_BEFORE_SENDING);
    if (pdoc_date_is_before(deadline->date, event->on) != PDOC_TRUE)
        return;
    const char *sent = pdoc__say_date(audit, event->on);
    const char *last = pdoc__say_date(audit, deadline->date);
    pdoc__find(audit, &(struct pdoc__evidence){.check = PDOC__CHECK_DEADLINE_BEFORE_SENDING,
                                               .outcome = PDOC_OUTCOME_NOT_MET,
                                               .place = pdoc__event_place(audit, event),
                                               .expected = PDOC__SAY(audit, "a day from ", sent, " on"),
                                               .found = last,
                                               .arguments = {{"event", event->id}, {"sent", sent}}});
}

/* An event that belongs to another, as a reply to its sending, cannot lie before it. */
static void check_order(struct pdoc__audit *audit, struct ids *ids, const pdoc_event *event)
{
    static const enum pdoc__event_attribute links[] = {PDOC__ATTRIBUTE_THREAD, PDOC__ATTRIBUTE_CAUSE};
    for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
        const struct pdoc__event_value *link = pdoc__event_value(event, links[i]);
        const pdoc_event *first = link && link->text ? find_event(audit, ids, link->text) : NULL;
        if (!first || first == event)
            continue;
        pdoc__check_met(audit, PDOC__CHECK_EVENT_ORDER);
        const bool is_whole_day = is_whole(event->on) && is_whole(first->on); /* then a shorter way says the same */
        if (is_whole_day ? !is_before(event->on, first->on) : pdoc_date_is_before(event->on, first->on) != PDOC_TRUE)
            continue;
        const char *on = pdoc__say_date(audit, event->on);
        const char *from = pdoc__say_date(audit, first->on);
        const char *other = PDOC__SAY(audit, first->id, " (", kind_of(first), ", ", from, ")");
        find_out_of_order(audit, event, PDOC__SAY(audit, "not before ", from), on, other);
    }
}

/* What voids itself, or an event behind it, voids nothing. */
static void check_voids(struct pdoc__audit *audit, struct ids *ids)
{
    const struct pdoc__history *history = ids->history;
    struct pdoc__map earlier = {.count = 0};
    for (size_t i = 0; i < history->count; i++) {
        pdoc_event *event = history->events[i];
        const struct pdoc__event_value *voids = pdoc__event_value(event, PDOC__ATTRIBUTE_VOIDS);
        bool added;
        if (voids && pdoc__event_counts(&audit->judge, event)) {
            pdoc__check_met(audit, PDOC__CHECK_VOIDS_NOTHING);
            if (!pdoc__map_find(&earlier, voids->text) && find_event(audit, ids, voids->text))
                pdoc__find(audit, &(struct pdoc__evidence){
                                      .check = PDOC__CHECK_VOIDS_NOTHING,
                                      .outcome = PDOC_OUTCOME_NOT_MET,
                                      .place = pdoc__event_place(audit, event),
                                      .expected = "an event that was recorded before it",
                                      .found = strcmp(voids->text, event->id) == 0 ? "itself" : voids->text,
                                      .arguments = {{"event", event->id}, {"kind", kind_of(event)}}});
        }
        audit->failed |= !pdoc__map_add(&earlier, event->id, event, &added, NULL);
    }
    pdoc__map_free(&earlier);
}

/* An unknown event: of a kind that this release does not know, so that what it changed cannot be told. */
static void check_unknown(struct pdoc__audit *audit, const struct pdoc__history *history)
{
    if (history->has_unknown)
        pdoc__find(audit, &(struct pdoc__evidence){.check = PDOC__CHECK_EVENT_UNKNOWN_KIND,
                                                   .outcome = PDOC_OUTCOME_UNDETERMINED,
                                                   .place = "history",
                                                   .expected = "events of known kinds",
                                                   .found = "an event of another kind"});
    else if (history->count > 0)
        pdoc__check_met(audit, PDOC__CHECK_EVENT_UNKNOWN_KIND);
}

/* ---- version and decision ---- */

/* What was only asked for, or only entered in the register, has no version yet. */
static void check_version(struct pdoc__audit *audit)
{
    static const uint64_t before = UINT64_C(1) << PDOC__EVENT_REQUESTED | UINT64_C(1) << PDOC__EVENT_REMARKED |
                                   UINT64_C(1) << PDOC__EVENT_OVERRIDDEN;
    if (audit->judge.doc->version_count > 0) {
        pdoc__check_met(audit, PDOC__CHECK_VERSION_MISSING);
        return;
    }
    const uint64_t kinds = audit->judge.past.kinds;
    bool is_only_asked_for = kinds != 0 && (kinds & ~before) == 0;
    if (audit->is_over || is_only_asked_for)
        return;
    pdoc__find(audit, &(struct pdoc__evidence){.check = PDOC__CHECK_VERSION_MISSING,
                                               .outcome = PDOC_OUTCOME_NOT_MET,
                                               .place = "document",
                                               .expected = "a version",
                                               .found = "nothing recorded"});
}

static const struct pdoc__row *printed_approval(const struct pdoc__audit *audit)
{
    const struct pdoc_version *version = audit->judge.version;
    static const int16_t fields[] = {PDOC__FIELD_DATE_APPROVED, PDOC__FIELD_DATE_RATIFIED, PDOC__FIELD_APPROVED_BY,
                                     PDOC__FIELD_RATIFIED_BY};
    for (size_t field = 0; field < sizeof fields / sizeof *fields; field++)
        for (size_t i = 0; i < version->row_count; i++)
            if (version->rows[i].known == fields[field] && pdoc__cell_is_given(audit, &version->rows[i]))
                return &version->rows[i];
    return NULL;
}

static bool is_decided(const struct pdoc__audit *audit)
{
    const struct pdoc__past *past = &audit->judge.past;
    const bool is_any_there = (past->kinds >> PDOC__EVENT_DECIDED & 1) != 0;
    if (is_any_there && pdoc__event_concerns(past->last[PDOC__EVENT_DECIDED], audit->judge.version))
        return true;
    for (size_t i = 0; is_any_there && i < past->count; i++)
        if (past->events[i]->kind == PDOC__EVENT_DECIDED && pdoc__event_concerns(past->events[i], audit->judge.version))
            return true;
    return false;
}

static void check_decision(struct pdoc__audit *audit)
{
    const struct pdoc_version *version = audit->judge.version;
    const uint8_t phase = audit->judge.phase.phase;
    if (!version || (phase != PDOC_PHASE_IN_FORCE && phase != PDOC_PHASE_APPROVED))
        return;
    if (is_decided(audit)) {
        pdoc__check_met(audit, PDOC__CHECK_DECISION_NOT_RECORDED);
        return;
    }
    const struct pdoc__row *row = printed_approval(audit);
    if (!row)
        return;
    const char *name = pdoc__cell_name(row);
    const bool ends_in_colon = *name && name[strlen(name) - 1] == ':';
    pdoc__find(audit, &(struct pdoc__evidence){.check = PDOC__CHECK_DECISION_NOT_RECORDED,
                                               .is_note = true,
                                               .place = pdoc__cell_place(audit, row),
                                               .expected = "a recorded decision",
                                               .found = PDOC__SAY(audit, name, ends_in_colon ? " " : ": ", row->text)});
}

void pdoc__check_history(struct pdoc__audit *audit)
{
    const struct pdoc__judge *judge = &audit->judge;
    const struct pdoc__history *history = judge->doc ? &judge->doc->history : &judge->reg->history;
    struct ids ids = {.history = history};
    const bool has_deadlines = (history->attributes >> PDOC__ATTRIBUTE_DEADLINE & 1) != 0;
    bool is_any_recorded = false;
    check_unknown(audit, history);
    for (size_t i = 0; i < judge->past.known; i++) {
        const pdoc_event *event = judge->past.events[i];
        bool has_link;
        is_any_recorded |= event->recorded.year != 0;
        if (!is_plain(event, &has_link)) {
            check_recorded(audit, event);
            check_likely(audit, event);
        }
        if (has_link)
            check_order(audit, &ids, event);
        if (has_deadlines)
            check_deadline(audit, event);
    }
    if (pdoc__history_records(history, PDOC__ATTRIBUTE_VOIDS))
        check_voids(audit, &ids);
    pdoc__map_free(&ids.events);
    if (is_any_recorded)
        pdoc__check_met(audit, PDOC__CHECK_EVENT_IN_FUTURE);
    if (judge->past.known > 0)
        pdoc__check_met(audit, PDOC__CHECK_DATE_UNLIKELY);
    if (!judge->doc)
        return;
    check_version(audit);
    check_decision(audit);
}
