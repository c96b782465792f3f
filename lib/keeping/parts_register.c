/* SPDX-License-Identifier: MIT */
/* The parts of a register beside its documents, and those of a party: profiles, calendars, the forward plan, meetings.
 */
#include <string.h>

#include "keeping/parts.h"

/* ---- the register itself ---- */

#define TEXT(name, what, member)                                                                                       \
    {                                                                                                                  \
        (name), (what), offsetof(struct pdoc_register, member), false                                                  \
    }

static const struct pdoc__member register_members[] = {
    TEXT("title", "the title of the register", title),
    TEXT("language", "the language of the register", language),
    TEXT("schema-version", "the version of its schema", schema_version),
    TEXT("must-understand", "what must be understood", must_understand),
    {"revised", "the day of the last revision", offsetof(struct pdoc_register, revised), true},
};

static void list_members(struct pdoc__parts *parts, const pdoc_register *reg)
{
    pdoc__parts_add(parts, &(struct pdoc__part){.place = "register", .what = "the register"}, reg, NULL);
    pdoc__parts_members(parts, "", reg, register_members, sizeof register_members / sizeof *register_members);
    if (reg->revision > 0)
        pdoc__parts_value(parts, "revision", "the revision of the register", pdoc__parts_number(parts, reg->revision));
}

static void list_profiles(struct pdoc__parts *parts, const pdoc_register *reg)
{
    for (size_t i = 0; i < reg->profile_count; i++) {
        const struct pdoc__assignment *profile = &reg->profiles[i];
        const char *words = profile->ref;
        words = pdoc__parts_with(parts, words, ", from ", pdoc__parts_date(parts, profile->from));
        words = pdoc__parts_with(parts, words, ", to ", pdoc__parts_date(parts, profile->to));
        const struct pdoc__part part = {
            .place = PDOC__JOIN(parts, "profile/", profile->ref), .what = "a profile of the register", .value = words};
        pdoc__parts_add(parts, &part, profile, NULL);
    }
}

static void list_days(struct pdoc__parts *parts, const struct pdoc__calendar_use *calendar, const char *place)
{
    for (size_t i = 0; i < calendar->day_count; i++) {
        const struct pdoc__calendar_day *day = &calendar->days[i];
        const char *first = pdoc__parts_date(parts, day->first);
        const char *words = first ? first : "";
        words = pdoc__parts_with(parts, words, " to ", day->is_range ? pdoc__parts_date(parts, day->last) : NULL);
        words = pdoc__parts_with(parts, words, ", ", day->name);
        const char *kind = day->is_working ? "working" : "non-working";
        const struct pdoc__part part = {
            .place = PDOC__JOIN(parts, place, "/", kind, "/", first ? first : ""),
            .what = PDOC__JOIN(parts, "an entry \"", kind, "\" of the calendar \"", calendar->ref, "\""),
            .value = words,
            .mark = day->is_range};
        pdoc__parts_add(parts, &part, day, NULL);
    }
}

static void list_calendars(struct pdoc__parts *parts, const pdoc_register *reg)
{
    for (size_t i = 0; i < reg->calendar_count; i++) {
        const struct pdoc__calendar_use *calendar = &reg->calendars[i];
        const char *words = calendar->ref;
        words = pdoc__parts_with(parts, words, ", as of ", pdoc__parts_date(parts, calendar->as_of));
        words = pdoc__parts_with(parts, words, ", from ", calendar->source);
        const struct pdoc__part part = {.place = PDOC__JOIN(parts, "calendar/", calendar->ref),
                                        .what = "a calendar of the register",
                                        .value = words};
        pdoc__parts_add(parts, &part, calendar, NULL);
        list_days(parts, calendar, part.place);
    }
}

static void list_forward_plan(struct pdoc__parts *parts, const pdoc_register *reg)
{
    for (size_t i = 0; i < reg->forward_item_count; i++) {
        const pdoc_forward_item *item = reg->forward_items[i];
        const char *meeting = pdoc__parts_date(parts, item->meeting);
        const char *words = PDOC__JOIN(parts, item->document, " on ", meeting ? meeting : "");
        if (item->version > 0)
            words = pdoc__parts_with(parts, words, ", version ", pdoc__parts_number(parts, item->version));
        words = pdoc__parts_with(parts, words, ", body ", item->body);
        words = pdoc__parts_with(parts, words, ", purpose ", item->purpose);
        words = pdoc__parts_with(parts, words, ", arranged by ", item->arranged_by);
        words = pdoc__parts_with(parts, words, ", deferred to ", pdoc__parts_date(parts, item->deferred_to));
        words = pdoc__parts_with(parts, words, ", note ", item->note);
        const struct pdoc__part part = {.place = PDOC__JOIN(parts, "forward-plan/", item->document, "/",
                                                            item->body ? item->body : "", "/", meeting ? meeting : ""),
                                        .what = "an item of the forward plan",
                                        .value = words};
        pdoc__parts_add(parts, &part, item, item->note);
    }
}

void pdoc__parts_of_register(struct pdoc__parts *parts, const pdoc_register *reg)
{
    static void (*const things[])(struct pdoc__parts *, const pdoc_register *) = {
        list_members, list_profiles, list_calendars, list_forward_plan, pdoc__parts_of_issues,
    };
    for (size_t i = 0; i < sizeof things / sizeof *things; i++)
        things[i](parts, reg);
    pdoc__parts_history(parts, &reg->history);
}

/* ---- parties ---- */

#undef TEXT
#define TEXT(name, what, member)                                                                                       \
    {                                                                                                                  \
        (name), (what), offsetof(struct pdoc_party, member), false                                                     \
    }

static const struct pdoc__member party_members[] = {
    TEXT("kind", "its kind", kind),
    TEXT("part-of", "what it is part of", part_of),
    {"ended", "its last day", offsetof(struct pdoc_party, ended), true},
    TEXT("successor", "its successor", successor),
    TEXT("visibility", "the visibility", visibility),
};

static void list_names(struct pdoc__parts *parts, const pdoc_party *party)
{
    static const char *const names[][2] = {[PDOC_NAME_NAME] = {"name", "its name"},
                                           [PDOC_NAME_ALIAS] = {"alias", "its alias"},
                                           [PDOC_NAME_FORMER] = {"former", "its former name"}};
    for (size_t kind = 0; kind < sizeof names / sizeof *names; kind++)
        pdoc__parts_texts(parts, names[kind][0], names[kind][1], party->names[kind], party->name_count[kind]);
}

static void list_holders(struct pdoc__parts *parts, const pdoc_party *party)
{
    for (size_t i = 0; i < party->holder_count; i++) {
        const struct pdoc__holder *holder = &party->holders[i];
        const char *words = holder->name;
        words = pdoc__parts_with(parts, words, ", from ", pdoc__parts_date(parts, holder->from));
        words = pdoc__parts_with(parts, words, ", to ", pdoc__parts_date(parts, holder->to));
        const struct pdoc__part part = {
            .place = PDOC__JOIN(parts, "holder/", holder->name), .what = "a holder", .value = words};
        pdoc__parts_add(parts, &part, NULL, holder->name);
    }
}

static void list_patterns(struct pdoc__parts *parts, const pdoc_party *party)
{
    for (size_t i = 0; i < party->pattern_count; i++) {
        const struct pdoc__pattern *pattern = &party->patterns[i];
        const char *words = pattern->rule;
        words = pdoc__parts_with(parts, words, ", from ", pdoc__parts_date(parts, pattern->start));
        words = pdoc__parts_with(parts, words, ", to ", pdoc__parts_date(parts, pattern->to));
        words = pdoc__parts_with(parts, words, ", on a holiday ", pattern->on_holiday);
        const struct pdoc__part part = {.place = PDOC__JOIN(parts, "meets/", pdoc__parts_number(parts, i + 1)),
                                        .what = "a rule by which it meets",
                                        .value = words};
        pdoc__parts_add(parts, &part, pattern, NULL);
    }
}

static void list_attendees(struct pdoc__parts *parts, const struct pdoc__meeting *meeting, const char *place)
{
    for (size_t i = 0; i < meeting->attendee_count; i++) {
        const struct pdoc__attendee *attendee = &meeting->attendees[i];
        const struct pdoc__part part = {.place = PDOC__JOIN(parts, place, "/attendee/", attendee->post),
                                        .what = PDOC__JOIN(parts, "the attendance of ", attendee->post),
                                        .value = attendee->as ? attendee->as : "present",
                                        .mark = attendee->as != NULL};
        pdoc__parts_add(parts, &part, NULL, attendee->post);
    }
}

static void list_meetings(struct pdoc__parts *parts, const pdoc_party *party)
{
    for (size_t i = 0; i < party->meeting_count; i++) {
        const struct pdoc__meeting *meeting = &party->meetings[i];
        const char *on = pdoc__parts_date(parts, meeting->on);
        const char *words = pdoc_table_code(PDOC_TABLE_MEETING_STATE, meeting->state);
        words = pdoc__parts_with(parts, words, ", note ", meeting->note);
        const struct pdoc__part part = {.place = PDOC__JOIN(parts, "meeting/", on ? on : ""),
                                        .what = PDOC__JOIN(parts, "its meeting on ", on ? on : ""),
                                        .value = words};
        pdoc__parts_add(parts, &part, meeting, meeting->note);
        list_attendees(parts, meeting, part.place);
    }
}

void pdoc__parts_of_party(struct pdoc__parts *parts, const pdoc_party *party)
{
    static void (*const things[])(struct pdoc__parts *, const pdoc_party *) = {
        list_names,
        list_holders,
        list_patterns,
        list_meetings,
    };
    pdoc__parts_add(parts, &(struct pdoc__part){.place = "party", .what = "the party"}, party, NULL);
    pdoc__parts_members(parts, "", party, party_members, sizeof party_members / sizeof *party_members);
    for (size_t i = 0; i < sizeof things / sizeof *things; i++)
        things[i](parts, party);
}
