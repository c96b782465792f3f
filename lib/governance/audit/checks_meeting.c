/* SPDX-License-Identifier: MIT */
/* Meetings and the forward plan: rules that can be read, days on which a body meets, and what was placed and not decided. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "governance/audit/audit.h"
#include "governance/plans/meetings.h"
#include "model/build.h"

#define SEARCHED_DAYS 400 /* before and after, for a meeting that may have been meant */

/* ---- the register: what is recorded of its bodies ---- */

static const char *name_of(const pdoc_party *party)
{
    const char *name = pdoc_party_name(party);
    return name ? name : party->code;
}

static void find_unreadable(struct pdoc__audit *audit, const pdoc_party *party, const struct pdoc__pattern *pattern,
                            const pdoc_error *error)
{
    const char *reason = PDOC__SAY(audit, pdoc_error_message(error));
    pdoc__find(audit, &(struct pdoc__evidence){.check = PDOC__CHECK_MEETING_RULE,
                                               .outcome = PDOC_OUTCOME_UNDETERMINED,
                                               .place = PDOC__SAY(audit, "party/", party->code),
                                               .expected = "a rule such as FREQ=MONTHLY;BYDAY=3TU that holds for its first day",
                                               .found = pattern->rule,
                                               .arguments = {{"body", name_of(party)}, {"reason", reason}}});
}

static void check_pattern(struct pdoc__audit *audit, const pdoc_party *party, const struct pdoc__pattern *pattern)
{
    pdoc_error *error = NULL;
    pdoc_recurrence *recurrence = pdoc_recurrence_parse(pattern->rule, pattern->start, &error);
    if (recurrence)
        pdoc__check_met(audit, PDOC__CHECK_MEETING_RULE);
    else if (pdoc_error_status(error) == PDOC_ERR_NOMEM)
        audit->failed = true;
    else
        find_unreadable(audit, party, pattern, error);
    pdoc_recurrence_unref(recurrence);
    pdoc_error_free(error);
}

/* On which day a meeting was recorded is not known: who asks what was known on a day gets no answer about it. One finding
   for each body: who looks back without asking for that gets one for all that came later. */
static void check_held(struct pdoc__audit *audit, const pdoc_party *party)
{
    if (audit->judge.known_day != INT32_MAX)
        return;
    for (size_t i = 0; i < party->meeting_count; i++) {
        const struct pdoc__meeting *meeting = &party->meetings[i];
        if (meeting->state != PDOC_MEETING_HELD)
            continue;
        pdoc__check_met(audit, PDOC__CHECK_MEETING_IN_FUTURE);
        if (pdoc__day_number(meeting->on) <= audit->judge.day)
            continue;
        const char *on = pdoc__say_date(audit, meeting->on);
        const char *today = pdoc__say_day(audit, audit->judge.day);
        pdoc__find(audit, &(struct pdoc__evidence){.check = PDOC__CHECK_MEETING_IN_FUTURE,
                                                   .outcome = PDOC_OUTCOME_NOT_MET,
                                                   .place = PDOC__SAY(audit, "party/", party->code),
                                                   .expected = PDOC__SAY(audit, "a day not after ", today),
                                                   .found = on,
                                                   .arguments = {{"body", name_of(party)}, {"day", today}}});
        return;
    }
}

static int compare_records(const void *left, const void *right)
{
    const struct pdoc__meeting *a = *(const struct pdoc__meeting *const *)left;
    const struct pdoc__meeting *b = *(const struct pdoc__meeting *const *)right;
    const int order = pdoc_date_compare(a->on, b->on);
    return order != 0 ? order : (a > b) - (a < b); /* as they stand in the register */
}

static const struct pdoc__meeting **sort_records(struct pdoc__audit *audit, const pdoc_party *party)
{
    const struct pdoc__meeting **records =
        pdoc__arena_alloc(&audit->scratch, party->meeting_count * sizeof *records, NULL);
    if (!records) {
        audit->failed = true;
        return NULL;
    }
    for (size_t i = 0; i < party->meeting_count; i++)
        records[i] = &party->meetings[i];
    qsort(records, party->meeting_count, sizeof *records, compare_records);
    return records;
}

static void find_twice(struct pdoc__audit *audit, const pdoc_party *party, const struct pdoc__meeting *first,
                       const struct pdoc__meeting *second)
{
    const char *found = PDOC__SAY(audit, pdoc_table_code(PDOC_TABLE_MEETING_STATE, first->state), " and as ",
                                  pdoc_table_code(PDOC_TABLE_MEETING_STATE, second->state));
    pdoc__find(audit, &(struct pdoc__evidence){
                          .check = PDOC__CHECK_MEETING_TWICE,
                          .outcome = PDOC_OUTCOME_NOT_MET,
                          .place = PDOC__SAY(audit, "party/", party->code),
                          .expected = "one record of a day",
                          .found = found,
                          .arguments = {{"body", name_of(party)}, {"day", pdoc__say_date(audit, first->on)}}});
}

static bool is_off(const struct pdoc__meeting *meeting)
{
    return meeting->state == PDOC_MEETING_CANCELLED;
}

/* Of one day, at most one finding: the first that is cancelled against the first that is not. */
static void check_twice(struct pdoc__audit *audit, const pdoc_party *party)
{
    const struct pdoc__meeting **records = party->meeting_count > 0 ? sort_records(audit, party) : NULL;
    if (!records)
        return;
    pdoc__check_met(audit, PDOC__CHECK_MEETING_TWICE);
    size_t first = 0;
    bool is_told = false;
    for (size_t i = 1; i < party->meeting_count; i++) {
        if (pdoc_date_compare(records[first]->on, records[i]->on) != 0) {
            first = i;
            is_told = false;
        } else if (!is_told && is_off(records[first]) != is_off(records[i])) {
            find_twice(audit, party, records[first], records[i]);
            is_told = true;
        }
    }
}

static void check_register(struct pdoc__audit *audit)
{
    const pdoc_register *reg = audit->judge.reg;
    for (size_t i = 0; i < reg->party_count && !audit->failed; i++) {
        const pdoc_party *party = reg->parties[i];
        for (size_t p = 0; p < party->pattern_count; p++)
            check_pattern(audit, party, &party->patterns[p]);
        check_held(audit, party);
        check_twice(audit, party);
    }
}

/* ---- a document: what was placed for it ---- */

/* For which it stands there now. */
static pdoc_date day_of(const pdoc_forward_item *item)
{
    return pdoc_date_is_recorded(item->deferred_to) ? item->deferred_to : item->meeting;
}

static const char *body_of(const pdoc_forward_item *item)
{
    const pdoc_party *party = item->body ? pdoc_register_find_party(item->reg, item->body) : NULL;
    return party ? name_of(party) : item->body ? item->body : "nobody in particular";
}

static const char *place_of(struct pdoc__audit *audit, const pdoc_forward_item *item)
{
    return PDOC__SAY(audit, "forward-plan/", pdoc__say_date(audit, item->meeting));
}

static void check_body(struct pdoc__audit *audit, const pdoc_forward_item *item)
{
    if (!item->body)
        return;
    if (pdoc__party_code(&audit->judge, item->body)) {
        pdoc__check_met(audit, PDOC__CHECK_FORWARD_PLAN_BODY);
        return;
    }
    pdoc__find(audit, &(struct pdoc__evidence){.check = PDOC__CHECK_FORWARD_PLAN_BODY,
                                               .outcome = PDOC_OUTCOME_UNDETERMINED,
                                               .place = place_of(audit, item),
                                               .expected = "a body that the register or the profile knows",
                                               .found = item->body});
}

/* A pattern that cannot be read is a finding of the register: here it is as if there were no meeting. */
static enum pdoc__meeting_search look_for(struct pdoc__audit *audit, const pdoc_party *party, struct pdoc__interval range,
                                          bool is_latest, struct pdoc__meeting_day *out)
{
    pdoc_error *error = NULL;
    const enum pdoc__meeting_search found =
        (is_latest ? pdoc__meeting_before : pdoc__meeting_after)(party, audit->judge.calendar, range, out, &error);
    if (found == PDOC__MEETING_FAILED && pdoc_error_status(error) == PDOC_ERR_NOMEM)
        audit->failed = true;
    pdoc_error_free(error);
    return found;
}

/* "; it meets on 2026-12-15 and on 2027-01-19": when the body meets about that time; "" if that cannot be told. */
static const char *other_days(struct pdoc__audit *audit, const pdoc_party *party, int32_t day)
{
    const struct pdoc__interval before = {day - SEARCHED_DAYS, day - 1};
    const struct pdoc__interval after = {day + 1, day + SEARCHED_DAYS};
    struct pdoc__meeting_day last;
    struct pdoc__meeting_day next;
    const bool is_before = look_for(audit, party, before, true, &last) == PDOC__MEETING_FOUND;
    const bool is_after = look_for(audit, party, after, false, &next) == PDOC__MEETING_FOUND;
    if (!is_before && !is_after)
        return "";
    return PDOC__SAY(audit, "; it meets on ", is_before ? pdoc__say_day(audit, last.day) : "",
                     is_before && is_after ? " and on " : "", is_after ? pdoc__say_day(audit, next.day) : "");
}

/* Only a body of the register has a pattern or meetings; of the others nothing can be told. */
static void check_day(struct pdoc__audit *audit, const pdoc_forward_item *item)
{
    struct pdoc__meeting_day meeting;
    const pdoc_date on = day_of(item);
    const pdoc_party *party = item->body ? pdoc_register_find_party(item->reg, item->body) : NULL;
    if (!party || !pdoc__is_whole_day(on))
        return;
    const int32_t day = pdoc__day_number(on);
    const enum pdoc__meeting_search found =
        look_for(audit, party, (struct pdoc__interval){day, day}, true, &meeting);
    if (found == PDOC__MEETING_FOUND)
        pdoc__check_met(audit, PDOC__CHECK_FORWARD_PLAN_DAY);
    if (found != PDOC__MEETING_NONE)
        return;
    const char *name = name_of(party);
    pdoc__find(audit, &(struct pdoc__evidence){.check = PDOC__CHECK_FORWARD_PLAN_DAY,
                                               .outcome = PDOC_OUTCOME_NOT_MET,
                                               .place = place_of(audit, item),
                                               .expected = PDOC__SAY(audit, "a day on which ", name, " meets"),
                                               .found = pdoc__say_date(audit, on),
                                               .arguments = {{"body", name}, {"others", other_days(audit, party, day)}}});
}

/* Events that show that an item was dealt with, by what it was there for; what is there for information needs none. */
static const struct {
    const char *purpose; /* NULL: any other */
    uint8_t kinds[4];
    uint8_t count;
} dealings[] = {
    {"sign-off", {PDOC__EVENT_DECIDED}, 1},
    {"consultation",
     {PDOC__EVENT_DECIDED, PDOC__EVENT_CONSULTATION_OPENED, PDOC__EVENT_CONSULTATION_CLOSED, PDOC__EVENT_RESPONDED},
     4},
    {"scrutiny", {PDOC__EVENT_DECIDED, PDOC__EVENT_SCRUTINISED}, 2},
    {"review", {PDOC__EVENT_DECIDED, PDOC__EVENT_REVIEWED}, 2},
    {"information", {0}, 0},
    {NULL, {PDOC__EVENT_DECIDED, PDOC__EVENT_SCRUTINISED, PDOC__EVENT_REVIEWED, PDOC__EVENT_CONSULTATION_CLOSED}, 4},
};

static size_t dealing_of(const pdoc_forward_item *item)
{
    size_t row = 0;
    while (dealings[row].purpose && (!item->purpose || strcmp(dealings[row].purpose, item->purpose) != 0))
        row++;
    return row;
}

static bool is_dealt_with(struct pdoc__audit *audit, const pdoc_forward_item *item, size_t row)
{
    const struct pdoc__history *history = &audit->judge.doc->history;
    const int32_t first = pdoc__interval_of(item->meeting).first;
    for (size_t i = 0; i < history->count; i++) {
        const pdoc_event *event = history->events[i];
        const bool is_of_version = item->version == 0 || event->version == 0 || event->version == item->version;
        if (memchr(dealings[row].kinds, event->kind, dealings[row].count) && is_of_version &&
            pdoc__interval_of(event->on).last >= first && pdoc__event_counts(&audit->judge, event))
            return true;
    }
    return false;
}

static void check_passed(struct pdoc__audit *audit, const pdoc_forward_item *item)
{
    const size_t row = dealing_of(item);
    const pdoc_date on = day_of(item);
    if (dealings[row].count == 0)
        return;
    pdoc__check_met(audit, PDOC__CHECK_FORWARD_PLAN_PASSED);
    if (pdoc__interval_of(on).last >= audit->judge.day || is_dealt_with(audit, item, row))
        return;
    pdoc__find(audit, &(struct pdoc__evidence){.check = PDOC__CHECK_FORWARD_PLAN_PASSED,
                                               .outcome = PDOC_OUTCOME_NOT_MET,
                                               .place = place_of(audit, item),
                                               .expected = "an event that shows what became of it, or a later day",
                                               .found = pdoc__say_date(audit, on),
                                               .arguments = {{"body", body_of(item)},
                                                             {"purpose", item->purpose ? item->purpose : "no stated purpose"}}});
}

static int compare_placed(const void *left, const void *right)
{
    const struct pdoc__placed *a = left;
    const struct pdoc__placed *b = right;
    if (a->document != b->document)
        return a->document < b->document ? -1 : 1;
    return a->index < b->index ? -1 : a->index > b->index;
}

/* The items by document, made when the first document asks: each document then finds its own at once. */
static bool sort_items(struct pdoc__audit *audit)
{
    const pdoc_register *reg = audit->judge.reg;
    if (audit->placed)
        return true;
    audit->placed = pdoc__arena_alloc(&audit->scratch, reg->forward_item_count * sizeof *audit->placed, NULL);
    for (uint32_t i = 0; audit->placed && i < reg->forward_item_count; i++) {
        const pdoc_document *doc = pdoc__map_find(&reg->document_ids, reg->forward_items[i]->document);
        audit->placed[i] = (struct pdoc__placed){doc ? doc->index : UINT32_MAX, i};
    }
    if (audit->placed)
        qsort(audit->placed, reg->forward_item_count, sizeof *audit->placed, compare_placed);
    else
        audit->failed = true;
    return audit->placed != NULL;
}

/* Place of the first item of a document, or of a later one. */
static size_t first_of(const struct pdoc__audit *audit, uint32_t document)
{
    size_t low = 0;
    size_t high = audit->judge.reg->forward_item_count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (audit->placed[middle].document < document)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void check_document(struct pdoc__audit *audit)
{
    const pdoc_register *reg = audit->judge.reg;
    const uint32_t document = audit->judge.doc->index;
    if (reg->forward_item_count == 0 || !sort_items(audit))
        return;
    for (size_t i = first_of(audit, document); i < reg->forward_item_count && audit->placed[i].document == document; i++) {
        const pdoc_forward_item *item = reg->forward_items[audit->placed[i].index];
        check_body(audit, item);
        check_day(audit, item);
        check_passed(audit, item);
    }
}

void pdoc__check_meetings(struct pdoc__audit *audit)
{
    if (audit->judge.doc)
        check_document(audit);
    else
        check_register(audit);
}
