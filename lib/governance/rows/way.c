/* SPDX-License-Identifier: MIT */
/* The way of a version from draft to decision, and who acted on it. Knows no line and no cell. */
#include <string.h>

#include "base/text.h"
#include "governance/rows/judged_rows.h"
#include "governance/rows/matrix.h"

#define LONGEST_CHAIN 16u /* parties that are part of one another */
#define BIT(kind)     (UINT64_C(1) << PDOC__EVENT_##kind)

bool pdoc__event_approves(const pdoc_event *event)
{
    const pdoc_decision decision = pdoc__event_decision(event);
    return decision == PDOC_DECISION_APPROVED || decision == PDOC_DECISION_WITH_AMENDMENTS;
}

/* Between two decisions these tell that the second one belongs to another way: several bodies may decide on one. */
static bool begins_anew(const pdoc_event *event)
{
    const uint64_t kinds = BIT(REQUESTED) | BIT(REVIEW_STARTED) | BIT(REVIEWED) | BIT(RELEASED);
    return ((kinds >> event->kind) & 1) != 0;
}

static struct pdoc__interval printed_day(struct pdoc__judge *judge)
{
    static const enum pdoc__field fields[] = {PDOC__FIELD_DATE_APPROVED, PDOC__FIELD_DATE_RATIFIED};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        struct pdoc__value value = pdoc__nothing;
        if (judge->version && judge->cells[fields[i]] > 0)
            pdoc__cell_value(judge, judge->cells[fields[i]] - 1u, PDOC__DATE, &value);
        if (value.state == PDOC__GIVEN)
            return value.date;
    }
    return (struct pdoc__interval){PDOC__NO_DAY, PDOC__NO_DAY};
}

void pdoc__way_find(struct pdoc__judge *judge, struct pdoc__way *way)
{
    const struct pdoc__past *past = &judge->past;
    bool is_anew = false;
    *way = (struct pdoc__way){.end = past->count, .day = {PDOC__NO_DAY, PDOC__NO_DAY}};
    for (size_t i = past->count; i > 0; i--) {
        const pdoc_event *event = past->events[i - 1];
        if (!pdoc__event_concerns(event, judge->version))
            continue;
        is_anew |= way->decision && begins_anew(event);
        if (event->kind != PDOC__EVENT_DECIDED)
            continue;
        if (!pdoc__event_approves(event)) {
            if (!way->unclear && !way->decision && pdoc__event_decision(event) == PDOC_DECISION_NONE)
                way->unclear = event;
        } else if (is_anew) {
            way->first = i;
            break;
        } else if (!way->decision) {
            way->decision = event;
            way->end = i;
        }
    }
    const uint8_t phase = judge->phase.phase;
    way->is_decided = way->decision ||
                      (phase != PDOC_PHASE_DRAFT && phase != PDOC_PHASE_CONSULTING && phase != PDOC_PHASE_UNDETERMINED);
    if (way->decision) {
        way->unclear = NULL;
        way->day = pdoc__interval_of(way->decision->on);
    } else if (way->is_decided)
        way->day = printed_day(judge);
}

const pdoc_event *pdoc__way_next(const struct pdoc__judge *judge, const struct pdoc__way *way,
                                 enum pdoc__event_kind kind, size_t *at)
{
    while (*at < way->end) {
        const pdoc_event *event = judge->past.events[(*at)++];
        if (event->kind == kind && pdoc__event_concerns(event, judge->version))
            return event;
    }
    return NULL;
}

/* ---- who ---- */

/* One of the names of a text that may hold several. */
static pdoc_truth names_one_of(struct pdoc__judge *judge, const char *text, const struct pdoc__parties *parties)
{
    struct pdoc__value value;
    pdoc_truth found = PDOC_FALSE;
    if (!text)
        return PDOC_UNKNOWN;
    pdoc__text_value(judge, text, PDOC__PARTY, &value);
    for (size_t i = 0; value.state == PDOC__GIVEN && i < value.count; i++)
        found = pdoc__or(found, pdoc__is_one_of(judge, value.count > 1 ? value.items[i] : value.text, parties));
    return value.state == PDOC__GIVEN ? found : PDOC_UNKNOWN;
}

pdoc_truth pdoc__acted_as(struct pdoc__judge *judge, const pdoc_event *event, const struct pdoc__parties *parties)
{
    const char *role = pdoc__event_says(event, PDOC__ATTRIBUTE_ROLE);
    const char *by = event->by || role ? event->by : pdoc__event_says(event, PDOC__ATTRIBUTE_BODY);
    const pdoc_truth found = names_one_of(judge, by, parties);
    if (!role || found == PDOC_TRUE)
        return found;
    const pdoc_truth in_role = names_one_of(judge, role, parties);
    return in_role == PDOC_UNKNOWN ? found : in_role; /* who acts in a role acts as that */
}

static bool is_area(struct pdoc__judge *judge, const char *name, const char *area)
{
    return pdoc__text_same(name, area) || pdoc__party_equals(judge, name, area) == PDOC_TRUE;
}

/* What a party is part of, as the register has it, else the profile; NULL: of nothing. */
static const char *larger_than(const struct pdoc__judge *judge, const char *name)
{
    const pdoc_party *party = pdoc_register_find_party(judge->reg, name);
    const struct pdoc__profile_party *row = NULL;
    if (party && party->part_of)
        return party->part_of;
    if (judge->profile)
        row = pdoc__profile_party(judge->profile, party ? party->code : name);
    return row ? row->part_of : NULL;
}

/* A party answers for itself and for what it is part of. That a post of a profile is part of the organisation says
   nothing of its area: where the register does not say more, it cannot be told. */
static pdoc_truth answers_for(struct pdoc__judge *judge, const pdoc_party *party, const char *area)
{
    const char *name = party->code;
    if (!party->part_of && !is_area(judge, name, area))
        return PDOC_UNKNOWN;
    for (size_t i = 0; name && i < LONGEST_CHAIN; i++) {
        if (is_area(judge, name, area))
            return PDOC_TRUE;
        name = larger_than(judge, name);
    }
    return PDOC_FALSE;
}

pdoc_truth pdoc__answers_for_area(struct pdoc__judge *judge, const pdoc_event *event,
                                  const struct pdoc__route_duty *cell)
{
    if (!cell->area)
        return PDOC_TRUE;
    const pdoc_party *party = event->by ? pdoc_register_find_party(judge->reg, event->by) : NULL;
    const struct pdoc__value area = pdoc__operand_value(judge, &cell->area_operand, NULL);
    pdoc_truth found = PDOC_FALSE;
    if (!party || area.state != PDOC__GIVEN || !area.text)
        return PDOC_UNKNOWN;
    for (size_t i = 0; i < area.count; i++)
        found = pdoc__or(found, answers_for(judge, party, area.count > 1 ? area.items[i] : area.text));
    return found;
}

pdoc_truth pdoc__event_names(struct pdoc__judge *judge, const pdoc_event *event, enum pdoc__event_attribute attribute,
                             const struct pdoc__who *who)
{
    const char *text = pdoc__event_says(event, attribute);
    struct pdoc__value value;
    pdoc_truth found = PDOC_FALSE;
    if (!text)
        return PDOC_FALSE;
    pdoc__text_value(judge, text, PDOC__PARTY, &value);
    for (size_t i = 0; i < value.count; i++)
        found = pdoc__or(found, pdoc__is_who(judge, value.count > 1 ? value.items[i] : value.text, who));
    return found;
}
