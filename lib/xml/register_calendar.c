/* SPDX-License-Identifier: MIT */
/* The working days of a register: the calendars that it uses, with its own days, as one. Reads no file itself. */
#include <string.h>

#include "base/buffer.h"
#include "model/model.h"
#include "policydoc/meeting.h"
#include "time/calendar.h"
#include "time/calendar_data.h"

/* ---- one calendar with the days of the register ---- */

static pdoc_calendar *find(const char *ref, const pdoc_calendar *own)
{
    if (!own || strcmp(pdoc_calendar_id(own), ref) != 0)
        return NULL;
    return pdoc__calendar_hold(own);
}

static bool is_shipped(const char *ref)
{
    for (size_t i = 0; i < pdoc_calendar_shipped_count(); i++)
        if (strcmp(pdoc_calendar_shipped_id(i), ref) == 0)
            return true;
    return false;
}

static void refuse_unknown(const char *ref, pdoc_error **error)
{
    struct pdoc__buffer known = {0};
    for (size_t i = 0; i < pdoc_calendar_shipped_count(); i++)
        pdoc__buffer_format(&known, "%s%s", i > 0 ? ", " : "", pdoc_calendar_shipped_id(i));
    if (known.failed)
        pdoc__fail_memory(error);
    else
        pdoc__fail(error, PDOC_ERR_JUDGE,
                   "the register uses the calendar \"%.60s\", which is not known; give its file, or use one of the "
                   "shipped ones: %s",
                   ref, known.data ? known.data : "none");
    pdoc__buffer_free(&known);
}

static bool add_days(pdoc_calendar_builder *builder, const struct pdoc__calendar_use *use, pdoc_error **error)
{
    for (size_t i = 0; i < use->day_count; i++) {
        const struct pdoc__calendar_day *day = &use->days[i];
        const pdoc_status status =
            day->is_working
                ? pdoc_calendar_builder_add_working(builder, day->first, day->last, day->name, error)
                : pdoc_calendar_builder_add_non_working(builder, day->first, day->last, day->name, error);
        if (status != PDOC_OK)
            return false;
    }
    return true;
}

static pdoc_calendar *calendar_of(const struct pdoc__calendar_use *use, const pdoc_calendar *own, pdoc_error **error)
{
    pdoc_calendar *found = find(use->ref, own);
    if (!found && !is_shipped(use->ref)) {
        refuse_unknown(use->ref, error);
        return NULL;
    }
    if (!found)
        found = pdoc_calendar_shipped(use->ref, error);
    if (!found || use->day_count == 0)
        return found;
    pdoc_calendar_builder *builder = pdoc_calendar_builder_from(found, error);
    pdoc_calendar_unref(found);
    found = builder && add_days(builder, use, error) ? pdoc_calendar_builder_finish(builder, error) : NULL;
    pdoc_calendar_builder_free(builder);
    return found;
}

/* ---- two calendars as one: a day is a working day if it is one in both ---- */

static bool works(const pdoc_calendar *calendar, int32_t day)
{
    return pdoc__is_working_day(calendar, day, NULL);
}

/* One day of an entry, with its name. */
static bool add_day(pdoc_calendar_builder *builder, const struct pdoc__calendar_entry *entry, int32_t day,
                    bool is_working, pdoc_error **error)
{
    const pdoc_date date = pdoc__day_date(day);
    const pdoc_date none = {0, 0, 0};
    return (is_working ? pdoc_calendar_builder_add_working(builder, date, none, entry->name, error)
                       : pdoc_calendar_builder_add_non_working(builder, date, none, entry->name, error)) == PDOC_OK;
}

/* Days of the other calendar that the first does not have. Working days that only one of the two adds count for nothing,
   unless both work then. */
static bool join_entries(pdoc_calendar_builder *builder, const pdoc_calendar *first, const pdoc_calendar *other,
                         pdoc_error **error)
{
    for (size_t i = 0; i < other->facts.entry_count; i++) {
        const struct pdoc__calendar_entry *entry = &other->facts.entries[i];
        for (int32_t day = entry->first; day <= entry->last; day++) {
            const bool both = works(first, day) && works(other, day);
            const bool is_new = entry->is_working ? both : works(first, day) && !works(other, day);
            if (is_new && !add_day(builder, entry, day, both, error))
                return false;
        }
    }
    return true;
}

static bool keep_entries(pdoc_calendar_builder *builder, const pdoc_calendar *first, const pdoc_calendar *other,
                         pdoc_error **error)
{
    for (size_t i = 0; i < first->facts.entry_count; i++) {
        const struct pdoc__calendar_entry *entry = &first->facts.entries[i];
        for (int32_t day = entry->first; day <= entry->last; day++) {
            const bool both = works(first, day) && works(other, day);
            const bool counts = entry->is_working ? both : !works(first, day);
            if (counts && !add_day(builder, entry, day, both, error))
                return false;
        }
    }
    return true;
}

static bool add_words(struct pdoc__buffer *buffer, const char *left, const char *between, const char *right)
{
    pdoc__buffer_text(buffer, left);
    pdoc__buffer_text(buffer, left && right ? between : "");
    pdoc__buffer_text(buffer, right);
    return !buffer->failed;
}

/* Names are joined with "and", the older of the two days is the one as of which all was known. */
static bool tell_both(pdoc_calendar_builder *builder, const pdoc_calendar *first, const pdoc_calendar *other,
                      pdoc_error **error)
{
    struct pdoc__buffer texts[3] = {{0}};
    const pdoc_date days[2] = {first->facts.as_of, other->facts.as_of};
    const pdoc_date as_of = pdoc_date_compare(days[0], days[1]) <= 0 ? days[0] : days[1];
    bool good = add_words(&texts[0], pdoc_calendar_id(first), "-and-", pdoc_calendar_id(other)) &&
                add_words(&texts[1], pdoc_calendar_name(first), " and ", pdoc_calendar_name(other)) &&
                add_words(&texts[2], first->facts.source, "; ", other->facts.source);
    if (!good)
        pdoc__fail_memory(error);
    good = good && pdoc__calendar_builder_set_id(builder, texts[0].data, error) == PDOC_OK &&
           pdoc_calendar_builder_set_name(builder, texts[1].data, error) == PDOC_OK &&
           pdoc_calendar_builder_set_source(builder, texts[2].data, as_of, error) == PDOC_OK;
    for (size_t i = 0; i < 3; i++)
        pdoc__buffer_free(&texts[i]);
    return good;
}

static bool set_weekend(pdoc_calendar_builder *builder, uint8_t weekend, pdoc_error **error)
{
    char words[PDOC__WEEKEND_TEXT];
    return pdoc_calendar_builder_set_weekend(builder, pdoc__weekend_write(weekend, words), error) == PDOC_OK;
}

static pdoc_calendar *join(const pdoc_calendar *first, const pdoc_calendar *other, pdoc_error **error)
{
    const int32_t from = first->facts.from > other->facts.from ? first->facts.from : other->facts.from;
    const int32_t to = first->facts.to < other->facts.to ? first->facts.to : other->facts.to;
    const uint8_t weekend = first->facts.weekend | other->facts.weekend;
    if (from > to) {
        pdoc__fail(error, PDOC_ERR_JUDGE, "the calendars \"%.60s\" and \"%.60s\" cover no day in common",
                   pdoc_calendar_id(first), pdoc_calendar_id(other));
        return NULL;
    }
    pdoc_calendar_builder *builder =
        pdoc_calendar_builder_new(pdoc_calendar_id(first), pdoc__day_date(from), pdoc__day_date(to), error);
    const bool good = builder && set_weekend(builder, weekend, error) && tell_both(builder, first, other, error) &&
                      keep_entries(builder, first, other, error) && join_entries(builder, first, other, error);
    pdoc_calendar *joined = good ? pdoc_calendar_builder_finish(builder, error) : NULL;
    pdoc_calendar_builder_free(builder);
    return joined;
}

pdoc_calendar *pdoc_register_make_calendar(const pdoc_register *reg, const pdoc_calendar *own, pdoc_error **error)
{
    pdoc_calendar *all = NULL;
    if (!reg) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "a register is needed, and NULL was passed");
        return NULL;
    }
    for (size_t i = 0; i < reg->calendar_count; i++) {
        pdoc_calendar *next = calendar_of(&reg->calendars[i], own, error);
        pdoc_calendar *joined = all && next ? join(all, next, error) : pdoc_calendar_ref(next);
        pdoc_calendar_unref(all);
        pdoc_calendar_unref(next);
        if (!joined)
            return NULL;
        all = joined;
    }
    return all;
}
