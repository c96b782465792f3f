/* SPDX-License-Identifier: MIT */
/* The options of a rolling programme, from text to numbers. Knows nothing of documents. */
#include "base/text.h"
#include "governance/levelling/programme.h"

#define LONGEST 36u /* months, where no last one is given */

bool pdoc__programme_number(const char *text, size_t size, uint32_t most, uint32_t *out)
{
    uint32_t number = 0;
    for (size_t i = 0; i < size; i++) {
        if (!pdoc__is_digit(text[i]))
            return false;
        number = number * 10 + (uint32_t)(text[i] - '0');
        if (number > most)
            return false;
    }
    *out = number;
    return size > 0 && number > 0;
}

/* The next word of a list with spaces or commas between; its size, 0 at the end. */
static size_t next_word(const char **text)
{
    *text += strspn(*text, " ,\t\r\n");
    return strcspn(*text, " ,\t\r\n");
}

bool pdoc__programme_months(const char *text, uint32_t *out)
{
    uint32_t months = 0;
    for (size_t size = next_word(&text); size > 0; text += size, size = next_word(&text)) {
        uint32_t month = 0;
        if (!pdoc__programme_number(text, size, 12, &month))
            return false;
        months |= 1u << month;
    }
    *out = months;
    return months != 0;
}

static bool fail_option(pdoc_error **error, const char *option, const char *found, const char *expected)
{
    pdoc__fail(error, PDOC_ERR_INVALID, "%s \"%s\" cannot be understood; %s", option, found, expected);
    return false;
}

static bool understand_range(const pdoc_programme_options *options, pdoc_date as_of, struct pdoc__programme_wish *wish,
                             pdoc_error **error)
{
    const pdoc_date from = pdoc_date_is_recorded(options->from) ? options->from : pdoc_date_last(as_of);
    if (!pdoc_date_is_valid(from) || (pdoc_date_is_recorded(options->to) && !pdoc_date_is_valid(options->to))) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "the first or the last month of the programme does not exist");
        return false;
    }
    wish->first = pdoc__month_of(from);
    wish->month_count = LONGEST;
    if (!pdoc_date_is_recorded(options->to))
        return true;
    const int32_t last = pdoc__month_of(pdoc_date_last(options->to));
    if (last < wish->first) {
        pdoc__fail(error, PDOC_ERR_INVALID, "the last month of the programme, %04d-%02d, is before its first, %04d-%02d",
                   last / 12, last % 12 + 1, wish->first / 12, wish->first % 12 + 1);
        return false;
    }
    wish->month_count = (uint32_t)(last - wish->first) + 1;
    if (wish->month_count <= PDOC__MOST_MONTHS)
        return true;
    pdoc__fail(error, PDOC_ERR_INVALID, "from %04d-%02d to %04d-%02d are %lu months; a programme has %u at most",
               wish->first / 12, wish->first % 12 + 1, last / 12, last % 12 + 1, (unsigned long)wish->month_count,
               PDOC__MOST_MONTHS);
    return false;
}

/* A time ahead in civil units; `*out` stays as it is where none is given. */
static bool understand_time(const char *name, const char *text, const char *expected, pdoc_offset *out, pdoc_error **error)
{
    pdoc_offset read;
    if (!text)
        return true;
    if (pdoc_offset_parse(text, &read, NULL) != PDOC_OK || read.unit != PDOC_UNIT_DAY || read.months < 0 || read.count < 0)
        return fail_option(error, name, text, expected);
    *out = read;
    return true;
}

static bool understand_times(const pdoc_programme_options *options, struct pdoc__programme_wish *wish, pdoc_error **error)
{
    wish->earlier = (pdoc_offset){.months = 6};
    return understand_time("earlier", options->earlier,
                           "give how long before its last day a review may be held, such as P6M or P90D", &wish->earlier,
                           error) &&
           understand_time("catch-up", options->catch_up,
                           "give over how long overdue reviews may be spread, such as P6M", &wish->catch_up, error);
}

/* A month of every year, or one month such as 2027-03. */
static bool block(struct pdoc__programme_wish *wish, const char *word, size_t size)
{
    char text[PDOC_DATE_TEXT] = "";
    uint32_t of_year = 0;
    pdoc_date date;
    if (pdoc__programme_number(word, size, 12, &of_year)) {
        for (uint32_t i = 0; i < wish->month_count; i++)
            if (((uint32_t)wish->first + i) % 12 + 1 == of_year)
                wish->blocked[i] = true;
        return true;
    }
    if (size >= sizeof text)
        return false;
    memcpy(text, word, size);
    if (pdoc_date_parse(text, &date, NULL) != PDOC_OK || date.month == 0 || date.day != 0)
        return false;
    const int32_t month = pdoc__month_of(date) - wish->first;
    if (month >= 0 && (uint32_t)month < wish->month_count)
        wish->blocked[month] = true;
    return true;
}

static bool understand_blocked(const char *text, struct pdoc__programme_wish *wish, pdoc_error **error)
{
    static const char expected[] =
        "give months of every year (8) or single ones (2027-03), with spaces between, such as \"8 2027-03\"";
    const char *word = text;
    for (size_t size = next_word(&word); size > 0; word += size, size = next_word(&word))
        if (!block(wish, word, size))
            return fail_option(error, "blocked", text, expected);
    return true;
}

static bool add_capacity(struct pdoc__programme_wish *wish, const char *part, size_t size, bool *is_understood,
                         pdoc_error **error)
{
    size_t sign = size;
    while (sign > 0 && part[sign - 1] != '=')
        sign--;
    size_t end = sign > 0 ? sign - 1 : 0;
    while (end > 0 && part[end - 1] == ' ')
        end--;
    size_t digits = sign;
    while (digits < size && part[digits] == ' ')
        digits++;
    while (size > digits && part[size - 1] == ' ')
        size--;
    struct pdoc__programme_capacity *capacity = &wish->capacities[wish->capacity_count];
    *is_understood = end > 0 && pdoc__programme_number(part + digits, size - digits, UINT32_MAX / 16, &capacity->effort);
    if (!*is_understood)
        return true;
    wish->capacity_count++;
    if (end == 1 && *part == '*')
        return true;
    capacity->name = pdoc__arena_text(&wish->arena, part, end, error);
    return capacity->name != NULL;
}

static bool understand_capacities(const char *text, struct pdoc__programme_wish *wish, pdoc_error **error)
{
    static const char expected[] = "give the most effort a month for those responsible, such as \"Policy Officer=3; *=5\"";
    size_t parts = 1;
    for (const char *letter = text; letter && *letter; letter++)
        parts += *letter == ';';
    wish->capacities = pdoc__alloc_zero(parts, sizeof *wish->capacities, error);
    if (!wish->capacities)
        return false;
    const char *part = text;
    while (part && *part) {
        part += strspn(part, " \t\r\n");
        const size_t size = strcspn(part, ";");
        bool is_understood = size == 0 || pdoc__text_is_space(part, size);
        if (!is_understood && !add_capacity(wish, part, size, &is_understood, error))
            return false;
        if (!is_understood)
            return fail_option(error, "capacity", text, expected);
        part += size + (part[size] == ';');
    }
    return true;
}

bool pdoc__programme_understand(const pdoc_programme_options *options, pdoc_date as_of,
                                struct pdoc__programme_wish *out, pdoc_error **error)
{
    static const pdoc_programme_options defaults = {.size = sizeof defaults};
    *out = (struct pdoc__programme_wish){.months = PDOC__ALL_MONTHS};
    if (!options)
        options = &defaults;
    out->keep = options->keep != 0;
    if (!understand_range(options, as_of, out, error) || !understand_times(options, out, error))
        return false;
    if (options->months && !pdoc__programme_months(options->months, &out->months))
        return fail_option(error, "months", options->months,
                           "give months of the year by number, with spaces between, such as \"4 10\"");
    if (options->blocked && !understand_blocked(options->blocked, out, error))
        return false;
    if (understand_capacities(options->capacities, out, error))
        return true;
    pdoc__programme_wish_end(out);
    return false;
}

void pdoc__programme_wish_end(struct pdoc__programme_wish *wish)
{
    pdoc__free(wish->capacities);
    pdoc__arena_free(&wish->arena);
    *wish = (struct pdoc__programme_wish){0};
}
