/* SPDX-License-Identifier: MIT */
/* What holds of every day from 1600 to 2400, against calendars that only count one day at a time. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "time/interval.h"

enum { FIRST_YEAR = 1600, LAST_YEAR = 2400, DAYS = 292560 };

/* The slow calendar, which shares nothing with the library: lengths of months, and one more day. */
static int length_of(int year, int month)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return lengths[month - 1] + (month == 2 && leap);
}

static pdoc_date day_after(pdoc_date date)
{
    if (date.day < length_of(date.year, date.month))
        return (pdoc_date){date.year, date.month, (uint8_t)(date.day + 1)};
    if (date.month < 12)
        return (pdoc_date){date.year, (uint8_t)(date.month + 1), 1};
    return (pdoc_date){(int16_t)(date.year + 1), 1, 1};
}

/* One month at a time, then cut off at the month's end. */
static pdoc_date months_after(pdoc_date date, int months)
{
    int year = date.year, month = date.month;
    for (; months > 0; months--, month++)
        if (month == 12) {
            month = 0;
            year++;
        }
    for (; months < 0; months++, month--)
        if (month == 1) {
            month = 13;
            year--;
        }
    const int last = length_of(year, month);
    return (pdoc_date){(int16_t)year, (uint8_t)month, (uint8_t)(date.day < last ? date.day : last)};
}

static bool equal(pdoc_date left, pdoc_date right)
{
    return left.year == right.year && left.month == right.month && left.day == right.day;
}

/* The message is made only where something is wrong: there are millions of questions. */
static void must(bool holds, const char *what, pdoc_date date)
{
    if (!holds)
        fail_msg("%s: %04d-%02d-%02d", what, date.year, date.month, date.day);
}

static pdoc_date sum(pdoc_date date, int32_t months, int32_t days)
{
    pdoc_date out = {0, 0, 0};
    must(pdoc_date_add(date, (pdoc_offset){months, days, PDOC_UNIT_DAY, 0}, &out, NULL) == PDOC_OK, "can be added to",
         date);
    return out;
}

typedef void each_day(pdoc_date date, int32_t number);

static void for_every_day(each_day *question)
{
    pdoc_date date = {FIRST_YEAR, 1, 1};
    int32_t number = -135140; /* java.time has -135137 for 1600-01-04 */
    int32_t count = 0;
    for (; date.year <= LAST_YEAR; date = day_after(date), number++, count++)
        question(date, number);
    assert_int_equal(count, DAYS);
}

static void numbered(pdoc_date date, int32_t number)
{
    must(pdoc__day_number(date) == number, "has the next number", date);
    must(equal(pdoc__day_date(number), date), "comes back from its number", date);
    must(pdoc_date_is_valid(date), "exists", date);
    must(!pdoc_date_is_valid((pdoc_date){date.year, date.month, (uint8_t)(length_of(date.year, date.month) + 1)}),
         "a day behind the month does not exist", date);
}

static void every_day_has_the_next_number_and_comes_back_from_it(void **state)
{
    (void)state;
    for_every_day(numbered);
}

static void ordered(pdoc_date date, int32_t number)
{
    const pdoc_date next = day_after(date);
    (void)number;
    must(pdoc_date_compare(date, next) < 0 && pdoc_date_compare(next, date) > 0, "comes before the next", date);
    must(pdoc_date_compare(date, date) == 0, "equals itself", date);
    must(pdoc_date_is_before(date, next) == PDOC_TRUE, "is before the next", date);
    must(pdoc_date_is_before(next, date) == PDOC_FALSE, "the next is not before it", date);
    must(pdoc_date_is_before(date, date) == PDOC_FALSE, "is not before itself", date);
    must(pdoc_date_days_between(date, next) == 1 && pdoc_date_days_between(next, date) == -1, "is a day from the next",
         date);
    must(equal(sum(date, 0, 1), next) && equal(sum(next, 0, -1), date), "is one day and back", date);
}

static void every_day_comes_before_the_next(void **state)
{
    (void)state;
    for_every_day(ordered);
}

static void written(pdoc_date date, int32_t number)
{
    char text[PDOC_DATE_TEXT], expected[32], printed[32];
    pdoc_date read = {0, 0, 0};
    (void)number;
    snprintf(expected, sizeof expected, "%04d-%02d-%02d", date.year, date.month, date.day);
    must(strcmp(pdoc_date_format(date, text), expected) == 0, "is written", date);
    must(pdoc_date_parse(text, &read, NULL) == PDOC_OK && equal(read, date), "is read again", date);
    snprintf(printed, sizeof printed, "%d.%d.%04d", date.day, date.month, date.year);
    must(pdoc_date_parse_printed(printed, &read, NULL) == PDOC_OK && equal(read, date), "is read as printed", date);
}

static void every_day_is_read_as_it_was_written(void **state)
{
    (void)state;
    for_every_day(written);
}

static void bounded(pdoc_date date, int32_t number)
{
    const pdoc_date month = {date.year, date.month, 0}, year = {date.year, 0, 0};
    const int last = length_of(date.year, date.month);
    const struct pdoc__interval of_month = pdoc__interval_of(month), of_year = pdoc__interval_of(year);
    must(of_month.first == number - date.day + 1 && of_month.last == number - date.day + last, "lies in its month",
         date);
    must(of_year.first <= of_month.first && of_month.last <= of_year.last, "lies in its year", date);
    must(of_year.last - of_year.first + 1 == 365 + (length_of(date.year, 2) == 29), "has a year of 365 or 366 days",
         date);
    must(equal(pdoc_date_last(month), (pdoc_date){date.year, date.month, (uint8_t)last}), "has its month's last day",
         date);
    must(equal(pdoc_date_first(date), date) && equal(pdoc_date_last(date), date), "is its own first and last day",
         date);
    must(equal(pdoc__interval_date(of_month), month) && equal(pdoc__interval_date(of_year), year), "is named shortest",
         date);
    must(pdoc_date_is_before(date, month) == (date.day == last ? PDOC_FALSE : PDOC_UNKNOWN), "may be before its month",
         date);
    must(pdoc_date_is_before(month, date) == (date.day == 1 ? PDOC_FALSE : PDOC_UNKNOWN), "its month may be before it",
         date);
}

static void every_day_lies_in_its_month_and_its_year(void **state)
{
    (void)state;
    for_every_day(bounded);
}

static void moved(pdoc_date date, int32_t number)
{
    static const int months[] = {1, 2, 6, 11, 12, 13, 24, 36, 60, 1200, -1, -2, -6, -12, -13, -36, -1200};
    (void)number;
    for (size_t i = 0; i < sizeof months / sizeof *months; i++) {
        const pdoc_date later = months_after(date, months[i]);
        must(equal(sum(date, months[i], 0), later), "moves by months as by hand", date);
        must(equal(sum(date, months[i], 40), sum(later, 0, 40)), "moves by months first, then by days", date);
        must(pdoc_date_months_between(date, later) == months[i], "is so many whole months away", date);
    }
}

static void months_are_added_as_by_hand(void **state)
{
    (void)state;
    for_every_day(moved);
}

/* The largest k with from + k months not after to, found by trying. */
static int32_t whole_months(pdoc_date from, pdoc_date to)
{
    int32_t k = 0;
    if (pdoc_date_compare(from, to) <= 0) {
        while (pdoc_date_compare(months_after(from, k + 1), to) <= 0)
            k++;
        return k;
    }
    while (pdoc_date_compare(months_after(from, k - 1), to) >= 0)
        k--;
    return k;
}

static void apart(pdoc_date date, int32_t number)
{
    static const int32_t days[] = {1, 27, 28, 29, 30, 31, 32, 59, 60, 61, 89, 90, 91, 92, 181, 365, 366, 731, 1096};
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        const pdoc_date later = pdoc__day_date(number + days[i]), earlier = pdoc__day_date(number - days[i]);
        must(pdoc_date_months_between(date, later) == whole_months(date, later), "counts whole months ahead", date);
        must(pdoc_date_months_between(date, earlier) == whole_months(date, earlier), "counts whole months back", date);
        must(pdoc_date_days_between(date, later) == days[i], "counts days", date);
    }
}

static void whole_months_are_the_largest_number_that_fits(void **state)
{
    (void)state;
    for_every_day(apart);
}

static void associative(pdoc_date date, int32_t number)
{
    static const int32_t steps[] = {1, 5, 12, 36};
    (void)number;
    must(equal(sum(sum(date, 0, 100), 0, -37), sum(date, 0, 63)), "days add up", date);
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        const int32_t months = steps[i];
        if (date.day <= 28) {
            must(equal(sum(sum(date, months, 0), 7, 0), sum(date, months + 7, 0)), "months add up until the 28th",
                 date);
            must(equal(sum(sum(date, months, 0), -months, 0), date), "months are undone until the 28th", date);
        }
        const pdoc_date chained = sum(sum(date, months, 0), months, 0), counted = sum(date, 2 * months, 0);
        must(pdoc_date_compare(chained, counted) <= 0, "chained months never get ahead of counted ones", date);
        must(chained.year == counted.year && chained.month == counted.month, "chained months end in the same month",
             date);
        must(pdoc_date_compare(sum(date, months, 0), sum(day_after(date), months, 0)) <= 0, "adding keeps the order",
             date);
        const pdoc_date month = {date.year, date.month, 0}, moved_day = sum(date, months, 0),
                        moved_month = sum(month, months, 0);
        must(moved_month.year == moved_day.year && moved_month.month == moved_day.month && !moved_month.day,
             "a month stays a month", date);
    }
}

static void what_can_be_said_of_sums_of_sums_holds(void **state)
{
    (void)state;
    for_every_day(associative);
    assert_true(
        equal(sum(sum((pdoc_date){2023, 1, 31}, 1, 0), 1, 0), (pdoc_date){2023, 3, 28})); /* why nothing is chained */
    assert_true(equal(sum((pdoc_date){2023, 1, 31}, 2, 0), (pdoc_date){2023, 3, 31}));
}

/* Saturday, 1 January 1600; the seven days follow each other without a break (2026-11-24 is a Tuesday). */
static void days_of_the_week_follow_each_other(void **state)
{
    (void)state;
    int32_t weekday = 5; /* Monday is 0 */
    pdoc_date date = {FIRST_YEAR, 1, 1};
    for (; date.year <= LAST_YEAR; date = day_after(date), weekday = (weekday + 1) % 7)
        must((pdoc__day_number(date) + 3 + 7 * 100000) % 7 == weekday, "has the next day of the week", date);
    assert_int_equal((pdoc__day_number((pdoc_date){2026, 11, 24}) + 3) % 7, 1);
}

static void every_year_from_1_to_9999_has_its_days(void **state)
{
    (void)state;
    int32_t number = -719162;
    for (int year = 1; year <= 9999; year++)
        for (int month = 1; month <= 12; month++) {
            const pdoc_date first = {(int16_t)year, (uint8_t)month, 1};
            must(pdoc__day_number(first) == number, "begins where the month before ends", first);
            must(equal(pdoc__day_date(number), first), "comes back from its number", first);
            number += length_of(year, month);
        }
    assert_int_equal(number - 1, 2932896);
}

/* Intervals of one day have a way of their own. */
static void months_added_to_an_interval_are_those_added_to_its_day(void **state)
{
    (void)state;
    for (int32_t number = -29000; number < 30000; number += 7) {
        const struct pdoc__interval day = {number, number};
        const pdoc_date date = pdoc__day_date(number);
        for (int32_t months = -40; months <= 40; months++) {
            const pdoc_offset offset = {.months = months};
            struct pdoc__interval moved;
            assert_int_equal(pdoc__interval_add(day, offset, &moved, NULL), PDOC_OK);
            must(moved.first == moved.last && equal(pdoc__day_date(moved.first), months_after(date, months)),
                 "is moved by months as an interval", date);
        }
    }
    const struct pdoc__interval first = pdoc__interval_of((pdoc_date){1, 1, 31});
    const struct pdoc__interval last = pdoc__interval_of((pdoc_date){9999, 12, 1});
    struct pdoc__interval moved = first;
    assert_int_equal(pdoc__interval_add(first, (pdoc_offset){.months = -1}, &moved, NULL), PDOC_ERR_LIMIT);
    assert_int_equal(pdoc__interval_add(last, (pdoc_offset){.months = 1}, &moved, NULL), PDOC_ERR_LIMIT);
    assert_int_equal(pdoc__interval_add(last, (pdoc_offset){.months = INT32_MAX}, &moved, NULL), PDOC_ERR_LIMIT);
    assert_memory_equal(&moved, &first, sizeof moved);
    assert_int_equal(pdoc__interval_add(last, (pdoc_offset){.months = -12 * 9998}, &moved, NULL), PDOC_OK);
    assert_true(equal(pdoc__day_date(moved.first), (pdoc_date){1, 12, 1}));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_day_has_the_next_number_and_comes_back_from_it),
        cmocka_unit_test(every_day_comes_before_the_next),
        cmocka_unit_test(every_day_is_read_as_it_was_written),
        cmocka_unit_test(every_day_lies_in_its_month_and_its_year),
        cmocka_unit_test(months_are_added_as_by_hand),
        cmocka_unit_test(months_added_to_an_interval_are_those_added_to_its_day),
        cmocka_unit_test(whole_months_are_the_largest_number_that_fits),
        cmocka_unit_test(what_can_be_said_of_sums_of_sums_holds),
        cmocka_unit_test(days_of_the_week_follow_each_other),
        cmocka_unit_test(every_year_from_1_to_9999_has_its_days),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
