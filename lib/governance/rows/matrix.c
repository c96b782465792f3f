/* SPDX-License-Identifier: MIT */
/* Which lines of the sign-off matrix hold for the document at hand, which cells belong to them, and whom they name. */
#include "governance/rows/matrix.h"

#include <string.h>

#include "governance/rows/judged_rows.h"

enum { LINES_NOT_KNOWN, LINES_UNDER_WAY, LINES_KNOWN };

int pdoc__duty_kind(const char *code)
{
    return code ? pdoc_table_find(PDOC_TABLE_ROUTE_DUTY, code) : -1;
}

/* ---- lines ---- */

/* The class of the last amendment on the way, if it has a line of its own; NULL: none. */
static const struct pdoc__amendment *amendment_at_hand(struct pdoc__judge *judge)
{
    const pdoc_profile *profile = judge->profile;
    const struct pdoc__amendment *found = NULL;
    struct pdoc__way way;
    if (profile->counts[PDOC_PROFILE_AMENDMENTS] == 0)
        return NULL;
    pdoc__way_find(judge, &way);
    const pdoc_event *event;
    for (size_t at = way.first; (event = pdoc__way_next(judge, &way, PDOC__EVENT_AMENDED, &at)) != NULL;) {
        const char *class = pdoc__event_says(event, PDOC__ATTRIBUTE_CLASS);
        found = NULL;
        for (size_t i = 0; class && i < profile->counts[PDOC_PROFILE_AMENDMENTS]; i++)
            if (profile->amendments[i].route && strcmp(profile->amendments[i].rule.id, class) == 0)
                found = &profile->amendments[i];
    }
    return found;
}

static bool is_for_amendments(const pdoc_profile *profile, const struct pdoc__route *route)
{
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_AMENDMENTS]; i++) {
        const char *taken = profile->amendments[i].route;
        if (taken && strcmp(taken, route->rule.id) == 0)
            return true;
    }
    return false;
}

static pdoc_truth ask_line(struct pdoc__judge *judge, const struct pdoc__route *route,
                           const struct pdoc__amendment *amendment)
{
    if (amendment)
        return strcmp(amendment->route, route->rule.id) == 0 ? PDOC_TRUE : PDOC_FALSE;
    if (!route->when && is_for_amendments(judge->profile, route))
        return PDOC_FALSE;
    return pdoc__predicate(judge, route->when, NULL, NULL);
}

static void work_out_lines(struct pdoc__judge *judge)
{
    const size_t count = judge->profile->counts[PDOC_PROFILE_ROUTES];
    pdoc_truth *lines = pdoc__arena_alloc(&judge->scratch, (count + 1) * sizeof *lines, NULL);
    judge->out_of_memory |= lines == NULL;
    if (!lines)
        return;
    judge->lines_state = LINES_UNDER_WAY;
    const struct pdoc__amendment *amendment = amendment_at_hand(judge);
    for (size_t i = 0; i < count; i++)
        lines[i] = ask_line(judge, &judge->profile->routes[i], amendment);
    judge->lines = lines;
    judge->lines_state = LINES_KNOWN;
}

/* While the lines are worked out, conditions that ask for them get no answer. */
pdoc_truth pdoc__line_holds(struct pdoc__judge *judge, size_t route)
{
    if (judge->lines_state == LINES_NOT_KNOWN)
        work_out_lines(judge);
    return judge->lines_state == LINES_KNOWN ? judge->lines[route] : PDOC_UNKNOWN;
}

/* Does the edition hold on those days? Unknown where they lie on both sides of its first or last day. */
static pdoc_truth edition_holds(const struct pdoc__judge *judge, const struct pdoc__rule *rule,
                                struct pdoc__interval day)
{
    if (!pdoc__interval_is_recorded(day))
        return pdoc__rule_applies(judge, rule) ? PDOC_TRUE : PDOC_FALSE;
    const bool first = pdoc__rule_applies_on(rule, day.first);
    const bool last = pdoc__rule_applies_on(rule, day.last);
    return first != last ? PDOC_UNKNOWN : first ? PDOC_TRUE : PDOC_FALSE;
}

static pdoc_truth line_of_day(struct pdoc__judge *judge, size_t route, struct pdoc__interval day)
{
    const pdoc_truth edition = edition_holds(judge, &judge->profile->routes[route].rule, day);
    return edition == PDOC_FALSE ? PDOC_FALSE : pdoc__and(edition, pdoc__line_holds(judge, route));
}

static const struct pdoc__interval on_the_day_judged = {PDOC__NO_DAY, PDOC__NO_DAY};

pdoc_truth pdoc__some_line_holds(struct pdoc__judge *judge)
{
    pdoc_truth holds = PDOC_FALSE;
    for (size_t i = 0; i < judge->profile->counts[PDOC_PROFILE_ROUTES] && holds != PDOC_TRUE; i++)
        holds = pdoc__or(holds, line_of_day(judge, i, on_the_day_judged));
    return holds;
}

/* ---- cells ---- */

static bool belongs(const struct pdoc__route_duty *cell, const char *route)
{
    for (size_t i = 0; i < cell->routes.count; i++)
        if (strcmp(cell->routes.items[i], route) == 0)
            return true;
    return false;
}

pdoc_truth pdoc__cell_holds(struct pdoc__judge *judge, const struct pdoc__route_duty *cell, struct pdoc__interval day)
{
    const pdoc_profile *profile = judge->profile;
    const pdoc_truth edition = edition_holds(judge, &cell->rule, day);
    pdoc_truth line = cell->routes.count == 0 && profile->counts[PDOC_PROFILE_ROUTES] == 0 ? PDOC_TRUE : PDOC_FALSE;
    if (edition == PDOC_FALSE)
        return PDOC_FALSE;
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_ROUTES] && line != PDOC_TRUE; i++)
        if (cell->routes.count == 0 || belongs(cell, profile->routes[i].rule.id))
            line = pdoc__or(line, line_of_day(judge, i, day));
    if (line == PDOC_FALSE)
        return PDOC_FALSE;
    return pdoc__and(edition, pdoc__and(line, pdoc__predicate(judge, cell->when, NULL, NULL)));
}

const struct pdoc__route_duty *pdoc__cell_with_time(struct pdoc__judge *judge, size_t at)
{
    for (size_t i = 0; i < judge->profile->counts[PDOC_PROFILE_ROUTE_DUTIES]; i++) {
        const struct pdoc__route_duty *cell = &judge->profile->route_duties[i];
        pdoc_offset time;
        memcpy(&time, (const char *)cell + at, sizeof time);
        if ((time.months != 0 || time.count != 0) && pdoc__cell_holds(judge, cell, on_the_day_judged) == PDOC_TRUE)
            return cell;
    }
    return NULL;
}

/* ---- as values ---- */

struct names {
    const char **items;
    size_t count;
    size_t room;
    bool is_unsure;
};

static bool begin_names(struct pdoc__judge *judge, size_t room, struct names *names)
{
    *names = (struct names){.room = room};
    names->items = pdoc__arena_alloc(&judge->scratch, (room + 1) * sizeof *names->items, NULL);
    judge->out_of_memory |= names->items == NULL;
    return names->items != NULL;
}

static void add_name(struct names *names, const char *name)
{
    for (size_t i = 0; i < names->count; i++)
        if (strcmp(names->items[i], name) == 0)
            return;
    if (names->count < names->room)
        names->items[names->count++] = name;
}

static void give_names(const struct names *names, uint8_t type, struct pdoc__value *out)
{
    *out = pdoc__nothing;
    out->type = type;
    out->countable = true;
    out->count = (uint32_t)names->count;
    out->items = names->count > 1 ? names->items : NULL;
    out->text = names->count > 0 ? names->items[0] : NULL;
    out->state = names->is_unsure ? PDOC__CANNOT_TELL : names->count > 0 ? PDOC__GIVEN : PDOC__NOTHING;
}

void pdoc__lines_value(struct pdoc__judge *judge, struct pdoc__value *out)
{
    const size_t count = judge->profile ? judge->profile->counts[PDOC_PROFILE_ROUTES] : 0;
    struct names names = {0};
    *out = pdoc__nothing;
    if (!judge->doc || !begin_names(judge, count, &names))
        return;
    for (size_t i = 0; i < count; i++) {
        const pdoc_truth holds = line_of_day(judge, i, on_the_day_judged);
        names.is_unsure |= holds == PDOC_UNKNOWN;
        if (holds == PDOC_TRUE)
            add_name(&names, judge->profile->routes[i].rule.id);
    }
    give_names(&names, PDOC__CODE, out);
}

static void add_who(struct pdoc__judge *judge, const struct pdoc__who *who, struct names *names)
{
    if (who->code) {
        add_name(names, who->code);
        return;
    }
    const struct pdoc__value value = pdoc__operand_value(judge, &who->operand, NULL);
    names->is_unsure |= value.state == PDOC__CANNOT_TELL;
    for (size_t i = 0; value.state == PDOC__GIVEN && value.text && i < value.count; i++)
        add_name(names, value.count > 1 ? value.items[i] : value.text);
}

#define MOST_NAMES 64u

/* An operand of a cell may ask for another cell; two that ask for each other get no answer. */
void pdoc__cells_value(struct pdoc__judge *judge, int kind, struct pdoc__value *out)
{
    const size_t count = judge->profile ? judge->profile->counts[PDOC_PROFILE_ROUTE_DUTIES] : 0;
    struct names names = {0};
    *out = pdoc__nothing;
    out->type = PDOC__PARTY;
    if (!judge->doc || judge->cells_under_way || !begin_names(judge, MOST_NAMES, &names))
        return;
    judge->cells_under_way = true;
    for (size_t i = 0; i < count; i++) {
        const struct pdoc__route_duty *cell = &judge->profile->route_duties[i];
        if (pdoc__duty_kind(cell->kind) != kind)
            continue;
        const pdoc_truth holds = pdoc__cell_holds(judge, cell, on_the_day_judged);
        names.is_unsure |= holds == PDOC_UNKNOWN;
        for (size_t j = 0; holds == PDOC_TRUE && j < cell->parties.names.count; j++)
            add_who(judge, &cell->parties.who[j], &names);
    }
    judge->cells_under_way = false;
    give_names(&names, PDOC__PARTY, out);
}
