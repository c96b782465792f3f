/* SPDX-License-Identifier: MIT */
/* Parties: those that both have get the names, holders and meetings of both; the others go over whole. */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "keeping/merge.h"

#define PUSH(merging, owner, list, counter, item)                                                                      \
    do {                                                                                                               \
        void *pushed =                                                                                                 \
            pdoc__merge_push((merging), (owner)->list, &(owner)->counter, sizeof *(owner)->list, (void *)(item));      \
        if (!pushed)                                                                                                   \
            return false;                                                                                              \
        (owner)->list = pushed;                                                                                        \
    } while (0)

static bool has_name(const pdoc_party *party, const char *name)
{
    for (size_t kind = 0; kind < 3; kind++)
        for (size_t i = 0; i < party->name_count[kind]; i++)
            if (pdoc__text_same(party->names[kind][i], name))
                return true;
    return false;
}

/* What the second calls it is another name of it for the first. */
static bool take_names(struct pdoc__merging *merging, const pdoc_party *from, pdoc_party *into)
{
    for (int kind = PDOC_NAME_NAME; kind <= PDOC_NAME_FORMER; kind++)
        for (size_t i = 0; i < from->name_count[kind]; i++) {
            const pdoc_name_kind as = kind == PDOC_NAME_NAME ? PDOC_NAME_ALIAS : (pdoc_name_kind)kind;
            if (has_name(into, from->names[kind][i]))
                continue;
            if (pdoc_party_add_name(into, as, from->names[kind][i], merging->error) != PDOC_OK)
                return false;
            merging->brings = true;
        }
    return true;
}

static bool same_date(pdoc_date one, pdoc_date other)
{
    return one.year == other.year && one.month == other.month && one.day == other.day;
}

static bool has_holder(const pdoc_party *party, const struct pdoc__holder *holder)
{
    for (size_t i = 0; i < party->holder_count; i++)
        if (strcmp(party->holders[i].name, holder->name) == 0 && same_date(party->holders[i].from, holder->from) &&
            same_date(party->holders[i].to, holder->to))
            return true;
    return false;
}

static struct pdoc__meeting *meeting_on(const pdoc_party *party, pdoc_date on)
{
    for (size_t i = 0; i < party->meeting_count; i++)
        if (same_date(party->meetings[i].on, on))
            return &party->meetings[i];
    return NULL;
}

static bool has_attendee(const struct pdoc__meeting *meeting, const char *post)
{
    for (size_t i = 0; i < meeting->attendee_count; i++)
        if (strcmp(meeting->attendees[i].post, post) == 0)
            return true;
    return false;
}

static bool take_meetings(struct pdoc__merging *merging, pdoc_party *from, pdoc_party *into)
{
    for (size_t i = 0; i < from->meeting_count; i++) {
        struct pdoc__meeting *meeting = &from->meetings[i];
        struct pdoc__meeting *twin = meeting_on(into, meeting->on);
        for (size_t k = 0; twin && k < meeting->attendee_count; k++)
            if (!has_attendee(twin, meeting->attendees[k].post))
                PUSH(merging, twin, attendees, attendee_count, &meeting->attendees[k]);
        if (!twin)
            PUSH(merging, into, meetings, meeting_count, meeting);
    }
    return true;
}

static bool fuse(struct pdoc__merging *merging, pdoc_party *from, pdoc_party *into)
{
    for (size_t i = 0; i < from->holder_count; i++)
        if (!has_holder(into, &from->holders[i]))
            PUSH(merging, into, holders, holder_count, &from->holders[i]);
    for (size_t i = into->pattern_count; i < from->pattern_count; i++)
        PUSH(merging, into, patterns, pattern_count, &from->patterns[i]);
    into->kind = into->kind ? into->kind : from->kind;
    into->part_of = into->part_of ? into->part_of : from->part_of;
    into->successor = into->successor ? into->successor : from->successor;
    into->ended = pdoc_date_is_recorded(into->ended) ? into->ended : from->ended;
    if (into->visibility && from->visibility && strcmp(into->visibility, "public") == 0)
        into->visibility = from->visibility; /* the closer one; what only the second marks stays closed */
    return take_names(merging, from, into) && take_meetings(merging, from, into) &&
           pdoc__merge_unknown(merging, from, into, "party");
}

static bool compare_parties(struct pdoc__merging *merging, const pdoc_party *from, const pdoc_party *into)
{
    struct pdoc__parts parts[2] = {{.arena = &merging->scratch, .extras = &merging->into->extras},
                                   {.arena = &merging->scratch, .extras = &merging->from->extras}};
    pdoc__parts_of_party(&parts[0], into);
    pdoc__parts_of_party(&parts[1], from);
    const char *lead = PDOC__JOIN(&parts[0], "party/", into->code, "/");
    const bool is_well = pdoc__merge_compare(merging, NULL, lead, parts);
    pdoc__free(parts[0].items);
    pdoc__free(parts[1].items);
    return is_well;
}

static bool move(struct pdoc__merging *merging, pdoc_party *party)
{
    struct pdoc__parts words = {.arena = &merging->scratch};
    const struct pdoc__merge_row row = {.kind = PDOC_MERGE_ADDED,
                                        .place = PDOC__JOIN(&words, "party/", party->code),
                                        .second = pdoc_party_name(party),
                                        .kept = "as a party of its own"};
    party->reg = merging->into;
    merging->brings = true;
    if (words.failed)
        pdoc__fail_memory(merging->error);
    return !words.failed && pdoc__register_take_party(merging->into, party, merging->error) &&
           pdoc__merge_tell(merging, &row);
}

bool pdoc__merge_parties(struct pdoc__merging *merging)
{
    for (size_t i = 0; i < merging->from->party_count; i++) {
        pdoc_party *party = merging->from->parties[i];
        pdoc_party *twin = merging->party_twins[i];
        if (twin ? !compare_parties(merging, party, twin) || !fuse(merging, party, twin) : !move(merging, party))
            return false;
    }
    return true;
}
