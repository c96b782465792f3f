/* SPDX-License-Identifier: MIT */
/* Recurrence rules: what is taken, what is refused and why, the days, and the bounds of every search. */
#include "failing_memory.h"
#include "registers.h"
#include "time/recurrence.h"

/* The first days of a rule, as one text. */
static void assert_days(pdoc_date start, const char *text, const char *expected)
{
    char days[400] = "", day[PDOC_DATE_TEXT];
    pdoc_error *error = NULL;
    pdoc_date after = {0, 0, 0};
    pdoc_recurrence *rule = pdoc_recurrence_parse(text, start, &error);
    if (!rule)
        print_error("%s: %s\n", text, pdoc_error_message(error));
    assert_non_null(rule);
    for (size_t i = 0; i < (strlen(expected) + 2) / 11 + 1; i++) {
        assert_int_equal(pdoc_recurrence_next(rule, after, &after, NULL), PDOC_OK);
        if (!pdoc_date_is_recorded(after))
            strcat(days, "end");
        if (!pdoc_date_is_recorded(after) || strlen(days) + 11 > strlen(expected) + 1)
            break;
        strcat(strcat(days, pdoc_date_format(after, day)), " ");
    }
    days[strlen(expected)] = '\0';
    assert_string_equal(days, expected);
    pdoc_recurrence_unref(rule);
}

static void assert_refused(const char *text, unsigned column, const char *words)
{
    pdoc_error *error = NULL;
    assert_null(pdoc_recurrence_parse(text, (pdoc_date){2026, 6, 1}, &error));
    if (pdoc_error_column(error) != column)
        print_error("%s: %s\n", text, pdoc_error_message(error));
    assert_int_equal(pdoc_error_column(error), column);
    assert_error(&error, PDOC_ERR_INVALID, words);
}

static void rules_give_their_days(void **state)
{
    (void)state;
    const pdoc_date june = {2026, 6, 1}; /* a Monday */
    assert_days(june, "FREQ=DAILY;INTERVAL=10", "2026-06-01 2026-06-11 2026-06-21");
    assert_days(june, "FREQ=WEEKLY;COUNT=2", "2026-06-01 2026-06-08 end");
    assert_days(june, "freq=weekly;interval=2;byday=tu,mo", "2026-06-01 2026-06-02 2026-06-15 2026-06-16");
    assert_days(june, "FREQ=MONTHLY;BYDAY=1MO,-1FR", "2026-06-01 2026-06-26 2026-07-06 2026-07-31");
    assert_days(june, "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1", "2026-06-01 2026-07-01 2026-08-03");
    assert_days((pdoc_date){2026, 6, 30}, "FREQ=MONTHLY;BYMONTHDAY=-1", "2026-06-30 2026-07-31 2026-08-31");
    assert_days(june, "FREQ=MONTHLY;BYMONTH=6,9;UNTIL=20270101T000000Z", "2026-06-01 2026-09-01 end");
    assert_days(june, "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=+1", "2026-06-01 2026-12-01 2027-06-01");
    assert_days((pdoc_date){2026, 6, 2}, "FREQ=YEARLY;BYDAY=22TU", "2026-06-02 2027-06-01 2028-05-30");
    assert_days(june, "FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=1,2,3,4,5,6,7", "2026-06-01 2026-07-06 2026-08-03");
}

static void a_month_without_the_day_is_passed_over_unless_skip_says_more(void **state)
{
    (void)state;
    const pdoc_date january = {2026, 1, 31};
    assert_days(january, "FREQ=MONTHLY", "2026-01-31 2026-03-31 2026-05-31");
    assert_days(january, "RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=OMIT", "2026-01-31 2026-03-31");
    assert_days(january, "RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD", "2026-01-31 2026-02-28 2026-03-31 2026-04-30");
    assert_days(january, "RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=FORWARD", "2026-01-31 2026-03-01 2026-03-31 2026-05-01");
    assert_days((pdoc_date){2024, 2, 29}, "FREQ=YEARLY", "2024-02-29 2028-02-29");
    assert_days((pdoc_date){2024, 2, 29}, "RSCALE=GREGORIAN;SKIP=FORWARD;FREQ=YEARLY", "2024-02-29 2025-03-01");
}

static void a_day_that_two_months_give_comes_once(void **state)
{
    (void)state;
    assert_days((pdoc_date){2026, 2, 1}, "RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=1,31;SKIP=FORWARD;COUNT=4",
                "2026-02-01 2026-03-01 2026-03-31 2026-04-01 end");
    assert_days((pdoc_date){2026, 2, 1}, "RSCALE=GREGORIAN;FREQ=YEARLY;BYMONTH=2,3;BYMONTHDAY=1,30;SKIP=FORWARD",
                "2026-02-01 2026-03-01 2026-03-30 2027-02-01");
}

static void what_is_refused_says_where_and_why(void **state)
{
    (void)state;
    assert_refused("", 1, "a part is empty");
    assert_refused("COUNT=3", 1, "FREQ is missing");
    assert_refused("every Tuesday", 1, "there is no such part");
    assert_refused("RRULE:FREQ=DAILY", 1, "without RRULE:");
    assert_refused("FREQ=HOURLY", 6, "FREQ is DAILY, WEEKLY, MONTHLY or YEARLY");
    assert_refused("FREQ=MONTHLY;", 14, "a part is empty");
    assert_refused("FREQ=MONTHLY;BYMONTH", 14, "its value is missing");
    assert_refused("FREQ=MONTHLY;BYMONTH=6,,7", 24, "months are 1 to 12");
    assert_refused("FREQ=MONTHLY;BYMONTH=6,13", 24, "\"13\": months are 1 to 12");
    assert_refused("FREQ=MONTHLY;BYMONTH=6,6", 24, "it is there twice");
    assert_refused("FREQ=MONTHLY;BYMONTHDAY=1,+1", 27, "it is there twice");
    assert_refused("FREQ=MONTHLY;FREQ=DAILY", 14, "this part is there twice");
    assert_refused("FREQ=DAILY;INTERVAL=0", 21, "from 1 to 9999");
    assert_refused("FREQ=DAILY;INTERVAL=10000", 21, "from 1 to 9999");
    assert_refused("FREQ=DAILY;COUNT=100001", 18, "from 1 to 100000");
    assert_refused("FREQ=DAILY;COUNT=3;UNTIL=20270101", 20, "keep one of them");
    assert_refused("FREQ=DAILY;UNTIL=20270230", 18, "a day that exists");
    assert_refused("FREQ=DAILY;UNTIL=20270101T250000", 18, "a day that exists");
    assert_refused("FREQ=DAILY;UNTIL=20260531", 12, "ends before it starts");
    assert_refused("FREQ=YEARLY;BYWEEKNO=23", 13, "calendar programs disagree");
    assert_refused("FREQ=YEARLY;BYYEARDAY=152", 13, "BYMONTH and BYMONTHDAY");
    assert_refused("FREQ=DAILY;BYHOUR=9", 12, "not times of day");
    assert_refused("FREQ=YEARLY;BYMONTHDAY=1", 13, "name them with BYMONTH");
    assert_refused("FREQ=WEEKLY;BYMONTHDAY=1", 13, "no numbered days");
    assert_refused("FREQ=WEEKLY;BYDAY=1MO", 13, "leave the numbers out");
    assert_refused("FREQ=MONTHLY;BYDAY=6MO", 14, "more than five times");
    assert_refused("FREQ=YEARLY;BYDAY=54MO", 19, "weekdays are");
    assert_refused("FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=1", 14, "calendar programs disagree");
    assert_refused("FREQ=WEEKLY;BYDAY=MO;BYSETPOS=1", 22, "FREQ=MONTHLY and FREQ=YEARLY");
    assert_refused("FREQ=MONTHLY;BYSETPOS=1", 14, "neither is there");
    assert_refused("FREQ=MONTHLY;BYMONTHDAY=1;BYSETPOS=367", 36, "1 to 366");
    assert_refused("FREQ=MONTHLY;SKIP=BACKWARD", 14, "RSCALE=GREGORIAN");
    assert_refused("RSCALE=HEBREW;FREQ=MONTHLY", 8, "only RSCALE=GREGORIAN");
    assert_refused("RSCALE=GREGORIAN;FREQ=DAILY;SKIP=FORWARD", 29, "leave SKIP out");
    assert_refused("RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=-1;SKIP=FORWARD", 45, "from the end of the month");
    assert_refused("RSCALE=GREGORIAN;FREQ=MONTHLY;BYDAY=MO;SKIP=FORWARD", 40, "weekdays cannot");
}

static void the_start_must_be_an_occurrence(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    assert_null(pdoc_recurrence_parse("FREQ=MONTHLY;BYDAY=3TU", (pdoc_date){2026, 6, 1}, &error));
    assert_error(&error, PDOC_ERR_INVALID, "the first day after it for which it does is 2026-06-16");
    assert_null(pdoc_recurrence_parse("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", (pdoc_date){2026, 6, 1}, &error));
    assert_error(&error, PDOC_ERR_INVALID, "nor for any later one");
    assert_null(pdoc_recurrence_parse("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6", (pdoc_date){2026, 6, 1}, &error));
    assert_error(&error, PDOC_ERR_INVALID, "nor for any later one");
    assert_null(pdoc_recurrence_parse("FREQ=YEARLY;INTERVAL=9999", (pdoc_date){2026, 6, 1}, &error));
    assert_error(&error, PDOC_ERR_LIMIT, "never again");
    assert_days((pdoc_date){2026, 6, 1}, "FREQ=YEARLY;INTERVAL=9999;COUNT=1", "2026-06-01 end");
}

static void arguments_are_checked(void **state)
{
    (void)state;
    char long_rule[2100];
    pdoc_error *error = NULL;
    pdoc_date out = {2020, 1, 1};
    assert_null(pdoc_recurrence_parse(NULL, (pdoc_date){2026, 6, 1}, &error));
    assert_error(&error, PDOC_ERR_ARGUMENT, "a rule and a full date");
    assert_null(pdoc_recurrence_parse("FREQ=DAILY", (pdoc_date){2026, 6, 0}, &error));
    assert_error(&error, PDOC_ERR_ARGUMENT, "a rule and a full date");
    memset(long_rule, 'X', sizeof long_rule - 1);
    long_rule[sizeof long_rule - 1] = '\0';
    assert_null(pdoc_recurrence_parse(long_rule, (pdoc_date){2026, 6, 1}, &error));
    assert_error(&error, PDOC_ERR_LIMIT, "2000 letters");
    pdoc_recurrence *rule = pdoc_recurrence_parse("FREQ=DAILY", (pdoc_date){2026, 6, 1}, NULL);
    assert_string_equal(pdoc_recurrence_rule(rule), "FREQ=DAILY");
    assert_int_equal(pdoc_date_compare(pdoc_recurrence_start(rule), (pdoc_date){2026, 6, 1}), 0);
    assert_int_equal(pdoc_recurrence_next(rule, (pdoc_date){2026, 6, 0}, &out, NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_recurrence_next(NULL, (pdoc_date){2026, 6, 1}, &out, NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_recurrence_next(rule, (pdoc_date){2026, 6, 1}, NULL, NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_date_compare(out, (pdoc_date){2020, 1, 1}), 0);
    assert_ptr_equal(pdoc_recurrence_ref(rule), rule);
    pdoc_recurrence_unref(rule);
    pdoc_recurrence_unref(rule);
    pdoc_recurrence_unref(NULL);
    assert_null(pdoc_recurrence_ref(NULL));
    assert_null(pdoc_recurrence_rule(NULL));
    assert_false(pdoc_date_is_recorded(pdoc_recurrence_start(NULL)));
}

static void a_search_ends_with_the_rule_and_with_time(void **state)
{
    (void)state;
    pdoc_date out = {0, 0, 0};
    pdoc_recurrence *rule = pdoc_recurrence_parse("FREQ=DAILY;COUNT=100000", (pdoc_date){2026, 6, 1}, NULL);
    assert_int_equal(pdoc_recurrence_next(rule, (pdoc_date){2300, 3, 15}, &out, NULL), PDOC_OK);
    assert_day(out, "2300-03-16"); /* the last of the hundred thousand */
    assert_int_equal(pdoc_recurrence_next(rule, out, &out, NULL), PDOC_OK);
    assert_false(pdoc_date_is_recorded(out));
    pdoc_recurrence_unref(rule);
    rule = pdoc_recurrence_parse("FREQ=WEEKLY;BYDAY=MO", (pdoc_date){2026, 6, 1}, NULL);
    assert_int_equal(pdoc_recurrence_next(rule, (pdoc_date){9999, 12, 20}, &out, NULL), PDOC_OK);
    assert_day(out, "9999-12-27");
    assert_int_equal(pdoc_recurrence_next(rule, (pdoc_date){9999, 12, 31}, &out, NULL), PDOC_OK);
    assert_false(pdoc_date_is_recorded(out));
    pdoc_recurrence_unref(rule);
}

/* A walk that begins at any day gives what a walk from the start gives from there on. */
static void seeking_gives_the_same_days_as_walking(void **state)
{
    (void)state;
    static const char *const rules[] = {
        "FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,SU;WKST=SU", "FREQ=MONTHLY;INTERVAL=5;BYDAY=1MO,-1SU",
        "RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=1,31;SKIP=FORWARD", "FREQ=YEARLY;BYMONTH=6,2;BYMONTHDAY=1,29;COUNT=40",
        "FREQ=YEARLY;INTERVAL=2;BYDAY=MO;BYSETPOS=22"};
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        struct pdoc__recurrence_walk walk;
        pdoc_date next = {0, 0, 0};
        int32_t day = 0;
        pdoc_recurrence *rule = pdoc_recurrence_parse(rules[i], (pdoc_date){2026, 6, 1}, NULL);
        assert_non_null(rule);
        pdoc__recurrence_begin(&walk, rule);
        assert_int_equal(pdoc__recurrence_step(&walk, &day), PDOC__RECURRENCE_DAY);
        for (int32_t from = day; from < day + 2500; from++) {
            assert_int_equal(pdoc_recurrence_next(rule, pdoc__day_date(from - 1), &next, NULL), PDOC_OK);
            int32_t walked = day;
            pdoc__recurrence_begin(&walk, rule);
            while (pdoc__recurrence_step(&walk, &walked) == PDOC__RECURRENCE_DAY && walked < from)
                continue;
            assert_int_equal(walked, pdoc__day_number(next));
        }
        pdoc_recurrence_unref(rule);
    }
}

static void what_all_programs_agree_on_may_be_exported(void **state)
{
    (void)state;
    static const struct {
        const char *rule;
        bool is_portable;
    } cases[] = {
        {"FREQ=DAILY;INTERVAL=2", true}, {"FREQ=DAILY;BYDAY=MO", false}, {"FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU", true},
        {"FREQ=MONTHLY", true}, {"FREQ=MONTHLY;BYDAY=1MO", true}, {"FREQ=MONTHLY;BYDAY=1MO,3MO,5MO", false},
        {"FREQ=MONTHLY;BYMONTHDAY=1", true}, {"FREQ=MONTHLY;BYMONTHDAY=1,15", false},
        {"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1", true}, {"FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=1,2,3,4,5,6,7", true},
        {"FREQ=MONTHLY;BYMONTH=6,7;BYDAY=1MO", false}, {"FREQ=MONTHLY;BYMONTHDAY=1,2,3;BYSETPOS=1", false},
        {"FREQ=YEARLY;BYMONTH=6;BYDAY=MO,TU;BYSETPOS=1", true}, {"FREQ=YEARLY;BYDAY=22MO", false},
        {"RSCALE=GREGORIAN;FREQ=MONTHLY", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pdoc_recurrence *rule = pdoc_recurrence_parse(cases[i].rule, (pdoc_date){2026, 6, 1}, NULL);
        assert_non_null(rule);
        if (pdoc__recurrence_is_portable(rule) != cases[i].is_portable)
            print_error("%s\n", cases[i].rule);
        assert_int_equal(pdoc__recurrence_is_portable(rule), cases[i].is_portable);
        pdoc_recurrence_unref(rule);
    }
}

static void memory_that_runs_out_is_told(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    memory_fails_after(0);
    assert_null(pdoc_recurrence_parse("FREQ=DAILY", (pdoc_date){2026, 6, 1}, &error));
    memory_fails_after(-1);
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_NOMEM);
    pdoc_error_free(error);
    assert_null(pdoc_recurrence_parse("FREQ=NEVER", (pdoc_date){2026, 6, 1}, NULL));
    assert_int_equal(memory_held, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rules_give_their_days),
        cmocka_unit_test(a_month_without_the_day_is_passed_over_unless_skip_says_more),
        cmocka_unit_test(a_day_that_two_months_give_comes_once),
        cmocka_unit_test(what_is_refused_says_where_and_why),
        cmocka_unit_test(the_start_must_be_an_occurrence),
        cmocka_unit_test(arguments_are_checked),
        cmocka_unit_test(a_search_ends_with_the_rule_and_with_time),
        cmocka_unit_test(seeking_gives_the_same_days_as_walking),
        cmocka_unit_test(what_all_programs_agree_on_may_be_exported),
        cmocka_unit_test(memory_that_runs_out_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
