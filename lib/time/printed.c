/* SPDX-License-Identifier: MIT */
/* Dates as people print them. Reads what can be read in one way only; the rest is refused, not guessed. */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "policydoc/date.h"

/* Forms of printed dates, day before month. d: day, 1st too; m: month in digits; M: its name; y, Y: two and four digits
   of the year; a space: spaces and commas; the rest stands for itself. Two digits behind hyphens are missing on purpose
   (14-01-30 may begin with the year), as are a month with two digits ("Aug 14") and a day without its year. */
static const char *const forms[] = {
    "d M Y", "M Y",   "d/m/Y", "d/m/y", "d.m.Y", "d.m.y", "Y",     "Y-m-d", "Y-m",
    "d M y", "M d Y", "m/Y",   "d-m-Y", "d-M-Y", "d-M-y", "d/M/Y", "M-Y",   "M/Y",
};

static const char *const month_names[] = {"january", "february", "march",     "april",   "may",      "june",
                                          "july",    "august",   "september", "october", "november", "december"};

static bool is_letter(char letter)
{
    letter = pdoc__lower(letter);
    return letter >= 'a' && letter <= 'z';
}

/* Bytes of the space at text: white space, or a no-break space; 0 if it is none. */
static size_t space_size(const char *text)
{
    if (pdoc__text_is_space(text, 1))
        return 1;
    return text[0] == '\xC2' && text[1] == '\xA0' ? 2 : 0;
}

static const char *skip_spaces(const char *text)
{
    for (size_t size; *text && (size = space_size(text)) > 0;)
        text += size;
    return text;
}

/* Reads a number of so many digits; NULL if it has fewer or more. */
static const char *read_digits(const char *text, size_t least, size_t most, int32_t *out)
{
    size_t count = 0;
    int32_t number = 0;
    for (; pdoc__is_digit(text[count]); count++) {
        if (count == most)
            return NULL;
        number = number * 10 + (text[count] - '0');
    }
    *out = number;
    return count >= least ? text + count : NULL;
}

static const char *skip_ordinal(const char *text)
{
    static const char suffixes[][3] = {"st", "nd", "rd", "th"};
    for (size_t i = 0; i < sizeof suffixes / sizeof suffixes[0]; i++)
        if (pdoc__lower(text[0]) == suffixes[i][0] && pdoc__lower(text[1]) == suffixes[i][1] && !is_letter(text[2]))
            return text + 2;
    return text;
}

static size_t letters_in_common(const char *text, const char *name)
{
    size_t count = 0;
    while (name[count] && pdoc__lower(text[count]) == name[count])
        count++;
    return count;
}

/* In full, or its first three letters ("Sept" too), with a full stop or without. */
static const char *read_month_name(const char *text, int32_t *month)
{
    for (int32_t i = 0; i < 12; i++) {
        const size_t size = letters_in_common(text, month_names[i]);
        const bool is_short = size == 3 || (size == 4 && i == 8);
        const bool is_whole = !month_names[i][size];
        if ((!is_short && !is_whole) || is_letter(text[size]))
            continue;
        *month = i + 1;
        return text + size + (text[size] == '.' && is_short);
    }
    return NULL;
}

static const char *read_gap(const char *text)
{
    const char *start = text;
    text = skip_spaces(text);
    if (*text == ',')
        text = skip_spaces(text + 1);
    return text > start ? text : NULL;
}

struct parts {
    int32_t year, month, day;
};

/* Reads what one letter of a form stands for; NULL if it is not there. */
static const char *read_part(const char *text, char part, struct parts *out)
{
    switch (part) {
    case 'd':
        text = read_digits(text, 1, 2, &out->day);
        return text && out->day > 0 ? skip_ordinal(text) : NULL;
    case 'm':
        text = read_digits(text, 1, 2, &out->month);
        return text && out->month > 0 ? text : NULL;
    case 'M':
        return read_month_name(text, &out->month);
    case 'y':
        text = read_digits(text, 2, 2, &out->year);
        out->year += out->year < 70 ? 2000 : 1900;
        return text;
    case 'Y':
        return read_digits(text, 4, 4, &out->year);
    case ' ':
        return read_gap(text);
    default:
        return *text == part ? text + 1 : NULL;
    }
}

static bool read_form(const char *text, const char *form, pdoc_date *out)
{
    struct parts parts = {0, 0, 0};
    for (; *form && text; form++)
        text = read_part(text, *form, &parts);
    if (!text)
        return false;
    if (*text == '.')
        text++;
    const pdoc_date date = {(int16_t)parts.year, (uint8_t)parts.month, (uint8_t)parts.day};
    if (*skip_spaces(text) || !pdoc_date_is_valid(date))
        return false;
    *out = date;
    return true;
}

static bool parse(const char *text, pdoc_date *out)
{
    text = skip_spaces(text);
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++)
        if (read_form(text, forms[i], out))
            return true;
    return false;
}

pdoc_status pdoc_date_parse_printed(const char *text, pdoc_date *out, pdoc_error **error)
{
    if (!text || !out)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "a date needs a text to read and a place to put it");
    if (parse(text, out))
        return PDOC_OK;
    return pdoc__fail(error, PDOC_ERR_INVALID,
                      "\"%.60s\" cannot be read as a date; expected one such as 7 July 2020, June 2023 or 30/06/2023",
                      text);
}
