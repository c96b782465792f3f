/* SPDX-License-Identifier: MIT */
/* Dates as people print them. Reads what can be read in one way only; the rest is refused, not guessed. */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "policydoc/date.h"

#define MOST_WORDS 3
#define MOST_LETTERS 10

/* A printed date is at most three words: each a number (with what stood behind it) or the name of a month. */
struct word {
    int32_t number; /* -1: it is letters */
    int32_t digits;
    int32_t month;  /* 0: it is a number */
    char before;    /* what separates it from the word before: ' ', '/', '.', '-' */
    bool ordinal;   /* "1st" */
};

static const char *const months[] = {"january", "february", "march",     "april",   "may",      "june",
                                     "july",    "august",   "september", "october", "november", "december"};

static int32_t month_named(const char *letters, size_t size)
{
    if (size == 4 && memcmp(letters, "sept", 4) == 0)
        return 9;
    for (int32_t i = 0; i < 12; i++)
        if ((size == 3 || size == strlen(months[i])) && memcmp(letters, months[i], size) == 0)
            return i + 1;
    return 0;
}

static bool is_letter(char letter)
{
    letter = pdoc__lower(letter);
    return letter >= 'a' && letter <= 'z';
}

static size_t read_letters(const char *at, char *letters)
{
    size_t size = 0;
    for (; is_letter(at[size]); size++)
        if (size < MOST_LETTERS)
            letters[size] = pdoc__lower(at[size]);
    return size;
}

static bool read_word(const char **at, struct word *word)
{
    char letters[MOST_LETTERS];
    *word = (struct word){.number = -1, .before = word->before};
    if (pdoc__is_digit(**at)) {
        word->number = 0;
        for (; pdoc__is_digit(**at) && word->digits < 5; (*at)++, word->digits++)
            word->number = word->number * 10 + (**at - '0');
        size_t size = read_letters(*at, letters);
        word->ordinal = size == 2 && (memcmp(letters, "st", 2) == 0 || memcmp(letters, "nd", 2) == 0 ||
                                      memcmp(letters, "rd", 2) == 0 || memcmp(letters, "th", 2) == 0);
        if (word->ordinal)
            *at += 2;
        return word->digits < 5 && (size == 0 || word->ordinal);
    }
    size_t size = read_letters(*at, letters);
    *at += size;
    word->month = size > 0 && size <= MOST_LETTERS ? month_named(letters, size) : 0;
    return word->month != 0;
}

/* Spaces, commas and one of / . - between words; one full stop at the end. */
static bool read_gap(const char **at, char *separator)
{
    const char *start = *at;
    *separator = ' ';
    while (**at == ' ' || **at == ',' || **at == '\t' || **at == '\n' || **at == '\r')
        (*at)++;
    if (**at == '/' || **at == '.' || **at == '-')
        *separator = *(*at)++;
    while (**at == ' ')
        (*at)++;
    return *at > start;
}

static int split(const char *text, struct word *words)
{
    const char *at = text;
    int count = 0;
    while (*at == ' ' || *at == '\n' || *at == '\t' || *at == '\r')
        at++;
    char separator = ' ';
    while (*at && count < MOST_WORDS) {
        words[count].before = separator;
        if (!read_word(&at, &words[count++]))
            return 0;
        if (*at && !read_gap(&at, &separator))
            return 0;
    }
    bool ends_well = separator == ' ' || separator == '.' || words[count - 1].before == separator;
    return *at == '\0' && count > 0 && ends_well ? count : 0;
}

static int32_t full_year(const struct word *word)
{
    if (word->ordinal)
        return 0;
    if (word->digits == 4)
        return word->number;
    if (word->digits != 2)
        return 0;
    return word->number < 70 ? 2000 + word->number : 1900 + word->number;
}

static bool is_number(const struct word *word)
{
    return word->month == 0;
}

static pdoc_date three_words(const struct word *words)
{
    const struct word *day = &words[0];
    const struct word *month = &words[1];
    if (!is_number(day) && is_number(month)) { /* January 15th 2018 */
        day = &words[1];
        month = &words[0];
    }
    bool in_numbers = is_number(month);
    if (!is_number(day) || !is_number(&words[2]) || day->digits > 2 || (in_numbers && month->digits > 2) ||
        (in_numbers && (words[1].before == ' ' || words[1].before != words[2].before)))
        return (pdoc_date){0, 0, 0};
    return (pdoc_date){(int16_t)full_year(&words[2]), (uint8_t)(in_numbers ? month->number : month->month),
                       (uint8_t)day->number};
}

static pdoc_date two_words(const struct word *words)
{
    bool in_numbers = is_number(&words[0]);
    bool has_year = is_number(&words[1]) && words[1].digits == 4;
    bool short_year = !in_numbers && is_number(&words[1]) && words[1].digits == 2 && words[1].before != ' ';
    if (!(has_year || short_year) || (in_numbers && (words[0].digits > 2 || words[0].ordinal || words[1].before == ' ')))
        return (pdoc_date){0, 0, 0};
    return (pdoc_date){(int16_t)full_year(&words[1]), (uint8_t)(in_numbers ? words[0].number : words[0].month), 0};
}

static bool parse(const char *text, pdoc_date *out)
{
    struct word words[MOST_WORDS] = {{0}};
    if (pdoc_date_parse(text, out, NULL) == PDOC_OK) /* 2023-06-30 */
        return true;
    int count = split(text, words);
    pdoc_date date = {0, 0, 0};
    if (count == 3)
        date = three_words(words);
    else if (count == 2)
        date = two_words(words);
    else if (count == 1 && is_number(&words[0]) && words[0].digits == 4 && !words[0].ordinal)
        date.year = (int16_t)words[0].number;
    bool month_is_missing = count > 1 && date.month == 0;
    bool day_is_missing = count == 3 && date.day == 0;
    if (month_is_missing || day_is_missing || !pdoc_date_is_valid(date))
        return false;
    *out = date;
    return true;
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
