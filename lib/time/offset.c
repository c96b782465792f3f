/* SPDX-License-Identifier: MIT */
/* The one text grammar of offsets: P3Y, P2Y9M, -P14D, PT48H, -3 working-days. Knows nothing of dates. */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "policydoc/date.h"

/* Units in words, singular and plural, and how the plural is written. */
static const struct {
    const char *singular;
    const char *plural;
    int32_t unit;
} units[] = {
    {"day", "days", PDOC_UNIT_DAY},
    {"working-day", "working-days", PDOC_UNIT_WORKING_DAY},
    {"clear-working-day", "clear-working-days", PDOC_UNIT_CLEAR_WORKING_DAY},
    {"hour", "hours", PDOC_UNIT_HOUR},
};

static bool read_number(const char **at, int64_t *out)
{
    if (!pdoc__is_digit(**at))
        return false;
    int64_t number = 0;
    for (; pdoc__is_digit(**at); (*at)++) {
        number = number * 10 + (**at - '0');
        if (number > INT32_MAX)
            return false;
    }
    *out = number;
    return true;
}

/* Designators in the order in which they may come, each once. */
static const struct {
    char letter;
    int64_t months;
    int64_t days;
} designators[] = {{'Y', 12, 0}, {'M', 1, 0}, {'W', 0, 7}, {'D', 0, 1}};

static bool read_period(const char *at, int64_t *months, int64_t *days)
{
    size_t next = 0;
    if (*at == '\0')
        return false;
    while (*at) {
        int64_t number;
        if (!read_number(&at, &number))
            return false;
        while (next < 4 && designators[next].letter != *at)
            next++;
        if (next == 4)
            return false;
        *months += number * designators[next].months;
        *days += number * designators[next].days;
        next++;
        at++;
    }
    return true;
}

static bool read_hours(const char *at, int64_t *hours)
{
    return read_number(&at, hours) && at[0] == 'H' && at[1] == '\0';
}

static bool read_words(const char *at, int64_t *count, int32_t *unit)
{
    if (!read_number(&at, count) || *at++ != ' ')
        return false;
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        if (strcmp(at, units[i].plural) != 0 && strcmp(at, units[i].singular) != 0)
            continue;
        *unit = units[i].unit;
        return true;
    }
    return false;
}

static bool parse(const char *text, pdoc_offset *out)
{
    int64_t sign = *text == '-' ? -1 : 1;
    const char *at = text + (*text == '-');
    int64_t months = 0;
    int64_t count = 0;
    int32_t unit = PDOC_UNIT_DAY;
    bool read;
    if (at[0] == 'P' && at[1] == 'T') {
        unit = PDOC_UNIT_HOUR;
        read = read_hours(at + 2, &count);
    } else if (at[0] == 'P') {
        read = read_period(at + 1, &months, &count);
    } else {
        read = read_words(at, &count, &unit);
    }
    if (!read || months > INT32_MAX || count > INT32_MAX)
        return false;
    *out = (pdoc_offset){(int32_t)(sign * months), (int32_t)(sign * count), unit, 0};
    return true;
}

pdoc_status pdoc_offset_parse(const char *text, pdoc_offset *out, pdoc_error **error)
{
    if (!text || !out)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "an offset needs a text to read and a place to put it");
    if (parse(text, out))
        return PDOC_OK;
    return pdoc__fail(error, PDOC_ERR_INVALID,
                      "\"%.60s\" is no offset that can be counted; expected one such as P3Y, P2Y9M, -P14D, PT48H or "
                      "-3 working-days",
                      text);
}

static char *put_number(char *to, int64_t number)
{
    char reversed[20];
    size_t count = 0;
    do {
        reversed[count++] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    while (count > 0)
        *to++ = reversed[--count];
    return to;
}

static char *put_text(char *to, const char *text)
{
    size_t size = strlen(text);
    memcpy(to, text, size);
    return to + size;
}

static int64_t magnitude(int32_t number)
{
    return number < 0 ? -(int64_t)number : number;
}

static char *put_part(char *to, int64_t number, char letter)
{
    if (number == 0)
        return to;
    to = put_number(to, number);
    *to++ = letter;
    return to;
}

static char *put_months(char *to, int64_t months)
{
    *to++ = 'P';
    to = put_part(to, months / 12, 'Y');
    return put_part(to, months % 12, 'M');
}

static char *put_words(char *to, int64_t count, int32_t unit)
{
    const bool is_known = unit >= 0 && (size_t)unit < sizeof units / sizeof units[0];
    to = put_number(to, count);
    *to++ = ' ';
    if (!is_known)
        return put_text(to, "?");
    return put_text(to, count == 1 ? units[unit].singular : units[unit].plural);
}

/* P2Y9M, -P14D, P1Y3D, PT48H: one sign for all of it, and days or hours. */
static char *put_period(char *to, int64_t months, int64_t count, int32_t unit)
{
    if (unit == PDOC_UNIT_HOUR) {
        to = put_text(to, "PT");
        to = put_number(to, count);
        *to++ = 'H';
        return to;
    }
    to = put_months(to, months);
    if (months != 0)
        return put_part(to, count, 'D');
    to = put_number(to, count);
    *to++ = 'D';
    return to;
}

/* What the grammar has no form for (P3M and back two days, P3M and five working days) is written as its two parts,
   which can be read by people and is refused by pdoc_offset_parse. */
static char *put_two_parts(char *to, pdoc_offset offset)
{
    if (offset.months < 0)
        *to++ = '-';
    to = put_months(to, magnitude(offset.months));
    *to++ = ' ';
    if (offset.count < 0)
        *to++ = '-';
    return put_words(to, magnitude(offset.count), offset.unit);
}

char *pdoc_offset_format(pdoc_offset offset, char *buffer)
{
    char *end = buffer;
    const int64_t months = magnitude(offset.months), count = magnitude(offset.count);
    const bool in_words = offset.unit != PDOC_UNIT_DAY && offset.unit != PDOC_UNIT_HOUR;
    const bool signs_differ = months && count && (offset.months < 0) != (offset.count < 0);
    if (signs_differ || (months && count && offset.unit != PDOC_UNIT_DAY)) {
        end = put_two_parts(end, offset);
    } else {
        if (offset.months < 0 || offset.count < 0)
            *end++ = '-';
        if (in_words && !months)
            end = put_words(end, count, offset.unit);
        else
            end = put_period(end, months, count, months ? PDOC_UNIT_DAY : offset.unit);
    }
    *end = '\0';
    return buffer;
}
