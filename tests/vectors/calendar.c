/* SPDX-License-Identifier: MIT */
/* Days in their weeks, months and years: the files a_civil and a_partial_dates. */
#include "vectors.h"

/* Monday is 1; day 0 (1970-01-01) was a Thursday. */
static int32_t weekday(int32_t day)
{
    return (day % 7 + 10) % 7 + 1;
}

static int32_t first_of_year(int32_t year)
{
    return pdoc__day_number((pdoc_date){(int16_t)year, 1, 1});
}

struct week {
    int32_t year;
    int32_t number;
};

/* A week belongs to the year in which its Thursday lies (ISO 8601-1:2019, 3.1.1.23). */
static struct week week_of(int32_t day)
{
    const int32_t thursday = day - weekday(day) + 4;
    const int32_t year = pdoc__day_date(thursday).year;
    return (struct week){.year = year, .number = (thursday - first_of_year(year)) / 7 + 1};
}

enum answer ask_civil(struct row *row)
{
    const pdoc_date asked = date(row, "date");
    const int32_t day = pdoc__day_number(asked);
    const struct pdoc__interval month = pdoc__interval_of((pdoc_date){asked.year, asked.month, 0});
    const struct pdoc__interval year = pdoc__interval_of((pdoc_date){asked.year, 0, 0});
    const struct week week = week_of(day);
    const struct {
        const char *head;
        int32_t found;
    } facts[] = {
        {"epoch_day", day},
        {"iso_weekday", weekday(day)},
        {"day_of_year", day - year.first + 1},
        {"days_in_month", month.last - month.first + 1},
        {"leap", year.last - year.first == 365},
        {"iso_week_year", week.year},
        {"iso_week", week.number},
        {"quarter", (asked.month + 2) / 3},
    };
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
        const enum answer answer = same_number(row, facts[i].head, number(row, facts[i].head), facts[i].found);
        if (answer != PASSED)
            return answer;
    }
    return same_date(row, "the day of its number", asked, pdoc__day_date(day));
}

enum answer ask_partial_dates(struct row *row)
{
    const pdoc_date asked = date(row, "value");
    if (asked.day != 0 || !pdoc_date_is_recorded(asked))
        return because(row, FAILED, "neither a month nor a year", cell(row, "value"));
    const enum answer answer = same_date(row, "first day", date(row, "first_day"), pdoc_date_first(asked));
    return answer == PASSED ? same_date(row, "last day", date(row, "last_day"), pdoc_date_last(asked)) : answer;
}
