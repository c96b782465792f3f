/* SPDX-License-Identifier: MIT */
/* Events of bodies for a calendar file: meetings day by day, and what people have placed for them. Works out no days.
 */
#include "publish/icalendar.h"

/* ---- meetings ---- */

/* What a meeting may become. Each counts as a revision: it is expected, then planned, then held or cancelled. */
static const struct {
    const char *status;
    size_t revision;
} states[] = {
    [PDOC_MEETING_EXPECTED] = {"TENTATIVE", 0},
    [PDOC_MEETING_PLANNED] = {"CONFIRMED", 1},
    [PDOC_MEETING_HELD] = {"CONFIRMED", 2},
    [PDOC_MEETING_CANCELLED] = {"CANCELLED", 3},
};

static void describe_meeting(struct pdoc__icalendar *calendar, const pdoc_meetings *meetings, size_t index)
{
    const pdoc_date on = pdoc_meetings_on(meetings, index);
    const pdoc_date from = pdoc_meetings_moved_from(meetings, index);
    pdoc__icalendar_say(calendar, "State",
                        pdoc_table_label(PDOC_TABLE_MEETING_STATE, pdoc_meetings_state(meetings, index)));
    if (pdoc_date_compare(on, from) != 0)
        pdoc__icalendar_say_day(calendar, "Day of the pattern", from);
    pdoc__icalendar_say(calendar, "Note", pdoc_meetings_reason(meetings, index));
    if (pdoc_meetings_is_provisional(meetings, index))
        pdoc__icalendar_say(calendar, "Note", "no holidays are known there: the day may yet move");
}

static void put_meeting(struct pdoc__icalendar *calendar, const pdoc_meetings *meetings, size_t index)
{
    const pdoc_meeting_state state = pdoc_meetings_state(meetings, index);
    const char *code = pdoc_meetings_body(meetings, index);
    const char *name = pdoc_meetings_body_name(meetings, index);
    const struct pdoc__icalendar_event event = {
        .days = pdoc__interval_of(pdoc_meetings_on(meetings, index)),
        .mark = calendar->mark,
        .revision = states[state].revision,
        .category = "Meeting",
        .status = states[state].status,
    };
    if (!pdoc__icalendar_has(calendar, event.days))
        return;
    pdoc__icalendar_begin(calendar, "meeting");
    pdoc__icalendar_uid(calendar, code ? code : name);
    pdoc__icalendar_uid_day(calendar, pdoc_meetings_moved_from(meetings, index));
    pdoc__buffer_format(&calendar->summary, "Meeting: %s", name ? name : code ? code : "");
    describe_meeting(calendar, meetings, index);
    pdoc__icalendar_put(calendar, &event);
}

void pdoc__icalendar_meetings(struct pdoc__icalendar *calendar)
{
    const pdoc_meetings *meetings = calendar->options->meetings;
    for (size_t i = 0; i < pdoc_meetings_count(meetings); i++)
        put_meeting(calendar, meetings, i);
}

/* ---- the forward plan ---- */

static bool is_deferred(const pdoc_forward_item *item)
{
    return pdoc_date_is_recorded(item->deferred_to);
}

/* The body of an item by its code and its name, however it was printed there. */
static void find_body(const pdoc_forward_item *item, const char **code, const char **name)
{
    const pdoc_party *party = item->body ? pdoc_register_find_party(item->reg, item->body) : NULL;
    *code = party ? pdoc_party_code(party) : NULL;
    *name = party ? pdoc_party_name(party) : NULL;
    if (!*code)
        *code = item->body;
    if (!*name)
        *name = item->body;
}

/* "Executive, sign-off: Safer sleeping (PO 1)". */
static void summarise_item(struct pdoc__icalendar *calendar, const pdoc_forward_item *item, const pdoc_document *doc,
                           const char *body)
{
    pdoc__buffer_text(&calendar->summary, body ? body : "Forward plan");
    if (item->purpose)
        pdoc__buffer_format(&calendar->summary, ", %s", item->purpose);
    pdoc__buffer_text(&calendar->summary, ": ");
    pdoc__icalendar_title(calendar, doc, item->document);
}

static void describe_item(struct pdoc__icalendar *calendar, const pdoc_forward_item *item, const pdoc_document *doc)
{
    const struct pdoc_version *version = doc ? pdoc_document_find_version(doc, item->version) : NULL;
    const char *label = version ? pdoc_version_label(version) : NULL;
    if (is_deferred(item))
        pdoc__icalendar_say_day(calendar, "Deferred from", item->meeting);
    pdoc__icalendar_say(calendar, "Version", label);
    pdoc__icalendar_say(calendar, "Arranged by", item->arranged_by);
    pdoc__icalendar_say(calendar, "Note", item->note);
}

/* An item that is deferred keeps its UID. How often it was, nothing tells: a second time, perhaps to an earlier day,
   only the day of the file is later. */
static void put_item(struct pdoc__icalendar *calendar, const pdoc_forward_item *item)
{
    const pdoc_document *doc = pdoc__map_find(&calendar->reg->document_ids, item->document);
    const pdoc_date day = is_deferred(item) ? item->deferred_to : item->meeting;
    struct pdoc__icalendar_event event = {
        .days = pdoc__interval_of(day),
        .revision = is_deferred(item),
        .category = "Forward plan",
    };
    const char *code;
    const char *name;
    if (!pdoc__icalendar_has(calendar, event.days))
        return;
    find_body(item, &code, &name);
    pdoc__icalendar_begin(calendar, "forward");
    event.mark = pdoc__icalendar_uid_of(calendar, doc, item->document);
    pdoc__icalendar_uid(calendar, code);
    pdoc__icalendar_uid(calendar, item->purpose);
    pdoc__icalendar_uid_day(calendar, item->meeting);
    summarise_item(calendar, item, doc, name);
    describe_item(calendar, item, doc);
    pdoc__icalendar_put(calendar, &event);
}

void pdoc__icalendar_forward_plan(struct pdoc__icalendar *calendar)
{
    for (size_t i = 0; calendar->options->forward_plan && i < calendar->reg->forward_item_count; i++)
        put_item(calendar, calendar->reg->forward_items[i]);
}
