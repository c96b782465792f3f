/* SPDX-License-Identifier: MIT */
/* Reads the parts of a recurrence rule, strictly, and says of what it refuses where and why. Knows no days. */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "time/recurrence_reading.h"

bool pdoc__rule_refuse(const struct pdoc__rule_reading *reading, struct pdoc__span at, const char *why)
{
    const struct pdoc__place place = {.column = (uint32_t)(at.text - reading->rule->rule) + 1};
    const int size = at.size > 60 ? 60 : (int)at.size;
    if (size == 0)
        pdoc__fail_at(reading->error, PDOC_ERR_INVALID, &place, "in the recurrence rule, column %lu: %s",
                      (unsigned long)place.column, why);
    else
        pdoc__fail_at(reading->error, PDOC_ERR_INVALID, &place, "in the recurrence rule, column %lu, \"%.*s\": %s",
                      (unsigned long)place.column, size, at.text, why);
    return false;
}

/* Letter case does not matter. */
static bool span_is(struct pdoc__span span, const char *word)
{
    size_t i = 0;
    while (i < span.size && word[i] && pdoc__lower(span.text[i]) == pdoc__lower(word[i]))
        i++;
    return i == span.size && !word[i];
}

static struct pdoc__span span_until(struct pdoc__span span, char separator)
{
    const char *end = memchr(span.text, separator, span.size);
    return (struct pdoc__span){span.text, end ? (size_t)(end - span.text) : span.size};
}

/* What lies behind the first letters. */
static struct pdoc__span span_after(struct pdoc__span span, size_t size)
{
    return (struct pdoc__span){span.text + size, span.size - size};
}

/* 1 to `most`, in digits only; 0 for all else. */
static uint32_t number_in(struct pdoc__span span, uint32_t most)
{
    uint32_t number = 0;
    for (size_t i = 0; i < span.size; i++) {
        if (!pdoc__is_digit(span.text[i]) || number > most)
            return 0;
        number = number * 10 + (uint32_t)(span.text[i] - '0');
    }
    return number <= most ? number : 0;
}

/* Takes a sign off the front; 1 for a minus, else 0: the index of the sets that are counted from the back. */
static size_t take_sign(struct pdoc__span *span)
{
    const bool has_sign = span->size > 0 && (span->text[0] == '-' || span->text[0] == '+');
    const size_t is_back = has_sign && span->text[0] == '-';
    if (has_sign)
        *span = span_after(*span, 1);
    return is_back;
}

/* ---- values of a list ---- */

/* Index in a list of words from 1 on; 0 if it is none of them. */
static uint32_t word_in(struct pdoc__span span, const char *const *words, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (span_is(span, words[i]))
            return i + 1;
    return 0;
}

static uint32_t weekday_in(struct pdoc__span span)
{
    static const char *const weekdays[] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    return word_in(span, weekdays, 7);
}

enum item { ITEM_TAKEN, ITEM_REPEATED, ITEM_WRONG };

static enum item take_bit(uint64_t *bits, uint32_t bit)
{
    const uint64_t mask = UINT64_C(1) << (bit % 64);
    if (bits[bit / 64] & mask)
        return ITEM_REPEATED;
    bits[bit / 64] |= mask;
    return ITEM_TAKEN;
}

static enum item take_month(pdoc_recurrence *rule, struct pdoc__span item)
{
    const uint32_t month = number_in(item, 12);
    uint64_t months = rule->months;
    const enum item taken = month ? take_bit(&months, month) : ITEM_WRONG;
    rule->months = (uint16_t)months;
    return taken;
}

static enum item take_month_day(pdoc_recurrence *rule, struct pdoc__span item)
{
    const size_t is_back = take_sign(&item);
    const uint32_t day = number_in(item, 31);
    uint64_t days = rule->month_days[is_back];
    const enum item taken = day ? take_bit(&days, day) : ITEM_WRONG;
    rule->month_days[is_back] = (uint32_t)days;
    return taken;
}

static enum item take_weekday(pdoc_recurrence *rule, struct pdoc__span item)
{
    if (item.size < 2)
        return ITEM_WRONG;
    struct pdoc__span nth = {item.text, item.size - 2};
    const uint32_t weekday = weekday_in(span_after(item, nth.size));
    uint64_t weekdays = rule->weekdays;
    if (weekday && nth.size == 0) {
        const enum item taken = take_bit(&weekdays, weekday);
        rule->weekdays = (uint8_t)weekdays;
        return taken;
    }
    const size_t is_back = take_sign(&nth);
    const uint32_t ordinal = number_in(nth, PDOC__NTH_OF_YEAR_MOST);
    if (!weekday || !ordinal)
        return ITEM_WRONG;
    rule->has_nth = true;
    return take_bit(&rule->nth[is_back][weekday], ordinal);
}

static enum item take_position(pdoc_recurrence *rule, struct pdoc__span item)
{
    const size_t is_back = take_sign(&item);
    const uint32_t position = number_in(item, PDOC__POSITION_MOST);
    return position ? take_bit(rule->positions[is_back], position) : ITEM_WRONG;
}

/* ---- values that are no list ---- */

static enum item take_frequency(pdoc_recurrence *rule, struct pdoc__span value)
{
    static const char *const words[] = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
    const uint32_t frequency = word_in(value, words, 4);
    rule->frequency = (uint8_t)(frequency - 1);
    return frequency ? ITEM_TAKEN : ITEM_WRONG;
}

static enum item take_interval(pdoc_recurrence *rule, struct pdoc__span value)
{
    rule->interval = (int32_t)number_in(value, PDOC__INTERVAL_MOST);
    return rule->interval ? ITEM_TAKEN : ITEM_WRONG;
}

static enum item take_count(pdoc_recurrence *rule, struct pdoc__span value)
{
    rule->count = number_in(value, PDOC__COUNT_MOST);
    return rule->count ? ITEM_TAKEN : ITEM_WRONG;
}

static bool has_digits(struct pdoc__span span, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (i >= span.size || !pdoc__is_digit(span.text[i]))
            return false;
    return true;
}

static uint32_t digits(struct pdoc__span span, size_t from, size_t to)
{
    uint32_t number = 0;
    for (size_t i = from; i < to; i++)
        number = number * 10 + (uint32_t)(span.text[i] - '0');
    return number;
}

/* T235959 or T235959Z: calendar programs write a time even where the days have none. */
static bool is_time(struct pdoc__span time)
{
    const bool has_zone = time.size == 8 && pdoc__lower(time.text[7]) == 'z';
    return (time.size == 7 || has_zone) && pdoc__lower(time.text[0]) == 't' && has_digits(time, 1, 7) &&
           digits(time, 1, 3) < 24 && digits(time, 3, 5) < 60 && digits(time, 5, 7) <= 60;
}

static enum item take_until(pdoc_recurrence *rule, struct pdoc__span value)
{
    if (!has_digits(value, 0, 8))
        return ITEM_WRONG;
    const pdoc_date date = {(int16_t)digits(value, 0, 4), (uint8_t)digits(value, 4, 6), (uint8_t)digits(value, 6, 8)};
    if (!pdoc_date_is_valid(date) || date.day == 0 || (value.size > 8 && !is_time(span_after(value, 8))))
        return ITEM_WRONG;
    rule->last = pdoc__day_number(date);
    return ITEM_TAKEN;
}

static enum item take_week_start(pdoc_recurrence *rule, struct pdoc__span value)
{
    rule->week_start = (uint8_t)weekday_in(value);
    return rule->week_start ? ITEM_TAKEN : ITEM_WRONG;
}

static enum item take_rscale(pdoc_recurrence *rule, struct pdoc__span value)
{
    rule->has_rscale = true;
    return span_is(value, "GREGORIAN") ? ITEM_TAKEN : ITEM_WRONG;
}

static enum item take_skip(pdoc_recurrence *rule, struct pdoc__span value)
{
    static const char *const words[] = {"OMIT", "BACKWARD", "FORWARD"};
    const uint32_t skip = word_in(value, words, 3);
    rule->skip = (uint8_t)(skip - 1);
    return skip ? ITEM_TAKEN : ITEM_WRONG;
}

/* ---- parts ---- */

static const struct {
    const char *name;
    enum item (*take)(pdoc_recurrence *rule, struct pdoc__span value);
    bool is_list;
    const char *expected; /* after "no such value; " */
} parts[PDOC__RULE_PARTS] = {
    [PDOC__FREQ] = {"FREQ", take_frequency, false, "FREQ is DAILY, WEEKLY, MONTHLY or YEARLY"},
    [PDOC__INTERVAL] = {"INTERVAL", take_interval, false, "INTERVAL is a whole number from 1 to 9999"},
    [PDOC__COUNT] = {"COUNT", take_count, false, "COUNT is a whole number from 1 to 100000"},
    [PDOC__UNTIL] = {"UNTIL", take_until, false, "UNTIL is a day that exists, written such as 20270630"},
    [PDOC__BYMONTH] = {"BYMONTH", take_month, true, "months are 1 to 12"},
    [PDOC__BYMONTHDAY] = {"BYMONTHDAY", take_month_day, true,
                    "days of a month are 1 to 31, or -1 (the last) to -31"},
    [PDOC__BYDAY] = {"BYDAY", take_weekday, true,
               "weekdays are MO, TU, WE, TH, FR, SA and SU; 3TU is the third Tuesday, -1FR the last Friday"},
    [PDOC__BYSETPOS] = {"BYSETPOS", take_position, true, "positions are 1 to 366, or -1 (the last) to -366"},
    [PDOC__WKST] = {"WKST", take_week_start, false, "a week begins with MO, TU, WE, TH, FR, SA or SU"},
    [PDOC__RSCALE] = {"RSCALE", take_rscale, false, "only RSCALE=GREGORIAN is taken"},
    [PDOC__SKIP] = {"SKIP", take_skip, false, "SKIP is OMIT, BACKWARD or FORWARD"},
};

/* Parts that the standards have and that are not taken. */
static const struct {
    const char *name;
    const char *why;
} refused[] = {
    {"BYWEEKNO", "BYWEEKNO is not taken, for calendar programs disagree on it; name months and weekdays instead"},
    {"BYYEARDAY", "BYYEARDAY is not taken; name the days with BYMONTH and BYMONTHDAY"},
    {"BYHOUR", "a rule gives days, not times of day; leave BYHOUR out"},
    {"BYMINUTE", "a rule gives days, not times of day; leave BYMINUTE out"},
    {"BYSECOND", "a rule gives days, not times of day; leave BYSECOND out"},
};

static bool refuse_name(const struct pdoc__rule_reading *reading, struct pdoc__span part, struct pdoc__span name)
{
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        if (span_is(name, refused[i].name))
            return pdoc__rule_refuse(reading, part, refused[i].why);
    if (span_is(name, "RRULE") || span_is(name, "RRULE:FREQ"))
        return pdoc__rule_refuse(reading, part, "write the rule alone, without RRULE: before it");
    if (part.size == 0)
        return pdoc__rule_refuse(reading, part, "a part is empty; parts are separated by one semicolon, and none follows the last");
    return pdoc__rule_refuse(reading, part, "there is no such part; there are FREQ, INTERVAL, COUNT, UNTIL, BYMONTH, BYMONTHDAY, "
                                 "BYDAY, BYSETPOS, WKST, RSCALE and SKIP");
}

static bool take_value(const struct pdoc__rule_reading *reading, enum pdoc__rule_part part, struct pdoc__span item)
{
    const enum item taken = item.size == 0 ? ITEM_WRONG : parts[part].take(reading->rule, item);
    if (taken == ITEM_REPEATED)
        return pdoc__rule_refuse(reading, item, "it is there twice");
    return taken == ITEM_TAKEN || pdoc__rule_refuse(reading, item, parts[part].expected);
}

static bool take_values(const struct pdoc__rule_reading *reading, enum pdoc__rule_part part, struct pdoc__span value)
{
    for (;;) {
        const struct pdoc__span item = parts[part].is_list ? span_until(value, ',') : value;
        if (!take_value(reading, part, item))
            return false;
        if (item.size == value.size)
            return true;
        value = span_after(value, item.size + 1);
    }
}

static bool take_part(struct pdoc__rule_reading *reading, struct pdoc__span text)
{
    const struct pdoc__span name = span_until(text, '=');
    enum pdoc__rule_part part = PDOC__FREQ;
    while (part < PDOC__RULE_PARTS && !span_is(name, parts[part].name))
        part++;
    if (part == PDOC__RULE_PARTS)
        return refuse_name(reading, text, name);
    if (reading->parts[part].text)
        return pdoc__rule_refuse(reading, text, "this part is there twice");
    reading->parts[part] = text;
    if (name.size == text.size)
        return pdoc__rule_refuse(reading, text, "its value is missing");
    return take_values(reading, part, span_after(text, name.size + 1));
}

bool pdoc__rule_read(struct pdoc__rule_reading *reading)
{
    struct pdoc__span rest = {reading->rule->rule, strlen(reading->rule->rule)};
    for (;;) {
        const struct pdoc__span part = span_until(rest, ';');
        if (!take_part(reading, part))
            return false;
        if (part.size == rest.size)
            return true;
        rest = span_after(rest, part.size + 1);
    }
}
