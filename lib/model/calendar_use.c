/* SPDX-License-Identifier: MIT */
/* Which calendars a register uses, and the days that it adds to them or takes away. Knows no working day itself. */
#include <string.h>

#include "base/error.h"
#include "model/build.h"
#include "time/interval.h"

static struct pdoc__calendar_use *use_at(const pdoc_register *reg, size_t index)
{
    return reg && index < reg->calendar_count ? &reg->calendars[index] : NULL;
}

static const struct pdoc__calendar_day *day_at(const pdoc_register *reg, size_t index, size_t day)
{
    const struct pdoc__calendar_use *use = use_at(reg, index);
    return use && day < use->day_count ? &use->days[day] : NULL;
}

static bool uses_already(const pdoc_register *reg, const char *ref)
{
    for (size_t i = 0; i < reg->calendar_count; i++)
        if (reg->calendars[i].ref && strcmp(reg->calendars[i].ref, ref) == 0)
            return true;
    return false;
}

size_t pdoc_register_calendar_count(const pdoc_register *reg)
{
    return reg ? reg->calendar_count : 0;
}

const char *pdoc_register_calendar_ref(const pdoc_register *reg, size_t index)
{
    const struct pdoc__calendar_use *use = use_at(reg, index);
    return use ? use->ref : NULL;
}

const char *pdoc_register_calendar_source(const pdoc_register *reg, size_t index)
{
    const struct pdoc__calendar_use *use = use_at(reg, index);
    return use ? use->source : NULL;
}

pdoc_date pdoc_register_calendar_as_of(const pdoc_register *reg, size_t index)
{
    const struct pdoc__calendar_use *use = use_at(reg, index);
    return use ? use->as_of : (pdoc_date){0, 0, 0};
}

pdoc_status pdoc_register_add_calendar(pdoc_register *reg, const char *ref, const char *source, pdoc_date as_of,
                                       pdoc_error **error)
{
    if (!reg || !ref || !ref[0])
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "the use of a calendar needs a register and the id of the calendar");
    if (!pdoc__is_text(ref, "calendar", error) || !pdoc__is_text(source, "source", error))
        return PDOC_ERR_ARGUMENT;
    if (pdoc_date_is_recorded(as_of) && !pdoc_date_is_valid(as_of))
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "the day as of which \"%s\" was taken is no date", ref);
    if (uses_already(reg, ref))
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "the register uses the calendar \"%s\" already", ref);
    if (!pdoc__list_may_grow(reg->calendar_count, UINT16_MAX, "calendars of a register", error))
        return PDOC_ERR_LIMIT;
    struct pdoc__calendar_use use = {.as_of = as_of};
    if (!pdoc__intern(reg, ref, &use.ref, error) || !pdoc__keep(reg, source, &use.source, error))
        return PDOC_ERR_NOMEM;
    struct pdoc__calendar_use *list =
        pdoc__list_add(reg, reg->calendars, reg->calendar_count, sizeof use, &use, error);
    if (!list)
        return PDOC_ERR_NOMEM;
    reg->calendars = list;
    reg->calendar_count++;
    return PDOC_OK;
}

size_t pdoc_register_calendar_day_count(const pdoc_register *reg, size_t index)
{
    const struct pdoc__calendar_use *use = use_at(reg, index);
    return use ? use->day_count : 0;
}

pdoc_date pdoc_register_calendar_day_first(const pdoc_register *reg, size_t index, size_t day)
{
    const struct pdoc__calendar_day *found = day_at(reg, index, day);
    return found ? found->first : (pdoc_date){0, 0, 0};
}

pdoc_date pdoc_register_calendar_day_last(const pdoc_register *reg, size_t index, size_t day)
{
    const struct pdoc__calendar_day *found = day_at(reg, index, day);
    return found ? found->last : (pdoc_date){0, 0, 0};
}

const char *pdoc_register_calendar_day_name(const pdoc_register *reg, size_t index, size_t day)
{
    const struct pdoc__calendar_day *found = day_at(reg, index, day);
    return found ? found->name : NULL;
}

bool pdoc_register_calendar_day_is_working(const pdoc_register *reg, size_t index, size_t day)
{
    const struct pdoc__calendar_day *found = day_at(reg, index, day);
    return found && found->is_working;
}

static bool range_is_right(pdoc_date first, pdoc_date last, pdoc_error **error)
{
    if (!pdoc__is_whole_day(first) || !pdoc__is_whole_day(last)) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "days of a calendar: expected whole days that exist");
        return false;
    }
    const int64_t days = (int64_t)pdoc__day_number(last) - pdoc__day_number(first) + 1;
    if (days >= 1 && days <= PDOC__CALENDAR_RANGE_MOST)
        return true;
    if (days < 1)
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "the days of a calendar end before they begin");
    else
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "%lld days of a calendar in one range; there may be %d", (long long)days,
                   PDOC__CALENDAR_RANGE_MOST);
    return false;
}

/* A copy of the list with a gap at a place, to which what hangs on its items goes too; NULL on failure. */
static struct pdoc__calendar_day *list_with_gap(pdoc_register *reg, const struct pdoc__calendar_use *use, size_t gap,
                                                pdoc_error **error)
{
    struct pdoc__calendar_day *list =
        pdoc__arena_zero(&reg->arena, (size_t)(use->day_count + 1u) * sizeof *list, error);
    if (!list)
        return NULL;
    for (size_t i = 0; i < use->day_count; i++)
        if (!pdoc__extras_share(&reg->extras, &use->days[i], &list[i + (i >= gap)], error))
            return NULL;
    for (size_t i = 0; i < use->day_count; i++) {
        list[i + (i >= gap)] = use->days[i];
        pdoc__extras_settle(&reg->extras, &list[i + (i >= gap)]);
    }
    return list;
}

static size_t count_without_working(const struct pdoc__calendar_use *use)
{
    size_t count = 0;
    while (count < use->day_count && !use->days[count].is_working)
        count++;
    return count;
}

/* Days on which nobody works come first, as in the file. */
static struct pdoc__calendar_day *add_day(pdoc_register *reg, const struct pdoc__calendar_use *use,
                                          const struct pdoc__calendar_day *day, pdoc_error **error)
{
    const size_t place = day->is_working ? use->day_count : count_without_working(use);
    if (place == use->day_count)
        return pdoc__list_add(reg, use->days, use->day_count, sizeof *day, day, error);
    struct pdoc__calendar_day *list = list_with_gap(reg, use, place, error);
    if (list)
        list[place] = *day;
    return list;
}

pdoc_status pdoc_register_add_calendar_day(pdoc_register *reg, size_t index, pdoc_date first, pdoc_date last,
                                           bool is_working, const char *name, pdoc_error **error)
{
    struct pdoc__calendar_use *use = use_at(reg, index);
    if (!use)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "a day of a calendar needs a register that uses the calendar");
    struct pdoc__calendar_day day = {.first = first, .is_working = is_working, .is_range = pdoc_date_is_recorded(last)};
    day.last = day.is_range ? last : first;
    if (!pdoc__is_text(name, "name", error) || !range_is_right(day.first, day.last, error))
        return PDOC_ERR_ARGUMENT;
    if (!pdoc__list_may_grow(use->day_count, UINT16_MAX, "days of a calendar", error))
        return PDOC_ERR_LIMIT;
    if (!pdoc__intern(reg, name, &day.name, error))
        return PDOC_ERR_NOMEM;
    struct pdoc__calendar_day *list = add_day(reg, use, &day, error);
    if (!list)
        return PDOC_ERR_NOMEM;
    use->days = list;
    use->day_count++;
    return PDOC_OK;
}
