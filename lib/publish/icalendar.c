/* SPDX-License-Identifier: MIT */
/* A calendar file (RFC 5545) of what is due, planned and placed. No METHOD: that is for invitations, which need an
   organiser. Knows not what the parts of it are. */
#include "publish/icalendar.h"

#include "base/error.h"
#include "base/text.h"
#include "publish/icalendar_text.h"

#define ALARM_MOST 3660u /* days: ten years */

static bool check_days(const pdoc_icalendar_options *options, pdoc_error **error)
{
    const pdoc_date none = {0, 0, 0};
    const bool has_first = pdoc_date_compare(options->first, none) != 0;
    const bool has_last = pdoc_date_compare(options->last, none) != 0;
    if ((has_first && !pdoc_date_is_valid(options->first)) || (has_last && !pdoc_date_is_valid(options->last))) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "the first or the last day of a calendar file is no day that exists");
        return false;
    }
    if (pdoc_date_is_recorded(options->as_of) && !pdoc_date_is_valid(options->as_of)) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT,
                   "the day up to which the histories count in a calendar file is no day that exists");
        return false;
    }
    if (!has_first || !has_last || pdoc__interval_of(options->first).first <= pdoc__interval_of(options->last).last)
        return true;
    pdoc__fail(error, PDOC_ERR_ARGUMENT, "the last day of a calendar file is before its first");
    return false;
}

static bool check(const pdoc_register *reg, const pdoc_icalendar_options *options, pdoc_error **error)
{
    if (!reg || !options) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT,
                   "a calendar file needs a register, and options that say what goes into it");
        return false;
    }
    if (options->size != sizeof *options) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "the options need their size set to sizeof(pdoc_icalendar_options)");
        return false;
    }
    if (options->alarm_days > ALARM_MOST) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "an alarm can be set at most %u days before a review, not %lu", ALARM_MOST,
                   (unsigned long)options->alarm_days);
        return false;
    }
    if (options->name && !pdoc__utf8_is_valid(options->name, strlen(options->name))) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "the name of a calendar file must be UTF-8, without control characters");
        return false;
    }
    return check_days(options, error);
}

static struct pdoc__interval period_of(const pdoc_icalendar_options *options)
{
    struct pdoc__interval period = {INT32_MIN + 1, INT32_MAX};
    if (pdoc_date_is_recorded(options->first))
        period.first = pdoc__interval_of(options->first).first;
    if (pdoc_date_is_recorded(options->last))
        period.last = pdoc__interval_of(options->last).last;
    return period;
}

static pdoc_date later_of(pdoc_date left, pdoc_date right)
{
    if (!pdoc_date_is_recorded(left))
        return right;
    return pdoc_date_is_recorded(right) && pdoc_date_compare(right, left) > 0 ? right : left;
}

/* See icalendar.h. Where the register tells no day, that from which day numbers are counted. */
static pdoc_date stamp_of(const struct pdoc__icalendar *calendar)
{
    const pdoc_register *reg = calendar->reg;
    if (pdoc_date_is_recorded(reg->revised))
        return reg->revised;
    pdoc_date stamp = pdoc__icalendar_past_of(calendar, &reg->history).last;
    for (size_t i = 0; i < reg->document_count; i++)
        stamp = later_of(stamp, pdoc__icalendar_past_of(calendar, &reg->documents[i]->history).last);
    return pdoc_date_is_recorded(stamp) ? stamp : pdoc__day_date(0);
}

/* See icalendar.h. */
static uint64_t mark_of(const pdoc_register *reg)
{
    const char *title = pdoc_register_title(reg);
    const uint64_t mark = pdoc__icalendar_mark(PDOC__ICALENDAR_MARK, title);
    if ((title && *title) || reg->document_count == 0)
        return mark;
    return pdoc__icalendar_mark(mark, pdoc_document_title(reg->documents[0]));
}

static void prepare(struct pdoc__icalendar *calendar)
{
    const pdoc_icalendar_options *options = calendar->options;
    calendar->period = period_of(options);
    calendar->as_of = options->schedule ? pdoc_schedule_as_of(options->schedule) : pdoc_plan_as_of(options->plan);
    if (pdoc_date_is_recorded(options->as_of))
        calendar->as_of = options->as_of;
    calendar->known_on = pdoc_schedule_known_on(options->schedule);
    calendar->stamp = stamp_of(calendar);
    calendar->mark = mark_of(calendar->reg);
}

/* NAME is that of RFC 7986; X-WR-CALNAME that which programs know. */
static void put_head(struct pdoc__icalendar *calendar)
{
    const char *title = pdoc_register_title(calendar->reg);
    const char *name = calendar->options->name ? calendar->options->name : title;
    pdoc__icalendar_line(calendar, "BEGIN", "VCALENDAR");
    pdoc__icalendar_line(calendar, "VERSION", "2.0");
    pdoc__icalendar_line(calendar, "PRODID", "-//libpolicydoc//NONSGML policydoc//EN");
    pdoc__icalendar_line(calendar, "CALSCALE", "GREGORIAN");
    if (!name || !*name)
        return;
    pdoc__icalendar_text_line(calendar, "NAME", name);
    pdoc__icalendar_text_line(calendar, "X-WR-CALNAME", name);
}

static bool put_all(struct pdoc__icalendar *calendar, pdoc_error **error)
{
    put_head(calendar);
    if (!pdoc__icalendar_reviews(calendar, error) || !pdoc__icalendar_steps(calendar, error))
        return false;
    pdoc__icalendar_meetings(calendar);
    pdoc__icalendar_forward_plan(calendar);
    pdoc__icalendar_line(calendar, "END", "VCALENDAR");
    return true;
}

static void end(struct pdoc__icalendar *calendar)
{
    pdoc__buffer_free(&calendar->out);
    pdoc__buffer_free(&calendar->line);
    pdoc__buffer_free(&calendar->uid);
    pdoc__buffer_free(&calendar->summary);
    pdoc__buffer_free(&calendar->description);
    pdoc__map_free(&calendar->uids);
    pdoc__arena_free(&calendar->arena);
}

pdoc_text *pdoc_register_publish_icalendar(const pdoc_register *reg, const pdoc_icalendar_options *options,
                                           pdoc_error **error)
{
    struct pdoc__icalendar calendar = {.reg = reg, .options = options};
    pdoc_text *text = NULL;
    if (!check(reg, options, error))
        return NULL;
    prepare(&calendar);
    if (put_all(&calendar, error))
        text = pdoc__buffer_take(&calendar.out, error);
    end(&calendar);
    return text;
}
