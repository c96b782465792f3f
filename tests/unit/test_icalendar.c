/* SPDX-License-Identifier: MIT */
/* Calendar files: the events of reviews, what they are called and what stays the same when days move; odd texts, bad
   questions. */
#include "icalendars.h"

#include "base/text.h"

/* ---- reviews ---- */

static void a_review_is_an_event_of_a_whole_day(void **state)
{
    (void)state;
    struct made made = make(REGISTER(POLICY), "2025-01-01", REVIEWS);
    assert_string_equal(
        pdoc_text_data(made.text),
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//libpolicydoc//NONSGML policydoc//EN\r\n"
        "CALSCALE:GREGORIAN\r\nNAME:Test\r\nX-WR-CALNAME:Test\r\n"
        "BEGIN:VEVENT\r\nUID:review.d1.1@df4629aec013d5ce.policydoc\r\nDTSTAMP:20230707T000000Z\r\n"
        "SEQUENCE:10000\r\nDTSTART;VALUE=DATE:20260707\r\nDTEND;VALUE=DATE:20260708\r\nTRANSP:TRANSPARENT\r\n"
        "CATEGORIES:Review\r\nSUMMARY:Review due: Safer sleeping (PO 1)\r\n"
        "DESCRIPTION:Review date by the rules: 2026-07-07\\nRule: review\\nClause: s10\r\n"
        "END:VEVENT\r\nEND:VCALENDAR\r\n");
    made_free(&made);
}

static void an_alarm_stands_so_many_days_before(void **state)
{
    (void)state;
    struct made made = make_parts(REGISTER(POLICY), "2025-01-01", NULL);
    write_file(&made, REVIEWS, (pdoc_icalendar_options){.alarm_days = 14});
    assert_in(made.text, "\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-P14D\r\n"
                         "DESCRIPTION:Review due: Safer sleeping (PO 1)\r\nEND:VALARM\r\nEND:VEVENT\r\n");
    made_free(&made);
}

static void a_review_keeps_its_uid_until_it_is_completed(void **state)
{
    (void)state;
    char first[100], other[100];
    struct made made = make(REGISTER(POLICY), "2025-01-01", REVIEWS);
    uid_of(&made, first);
    made_free(&made);
    const char *extended = "<extended id=\"e2\" on=\"2025-02-01\" until=\"2026-12-01\"/>";
    char text[3000];
    snprintf(text, sizeof text, REGISTER(POLICY_WITH("%s")), extended);
    made = make(text, "2025-07-01", REVIEWS);
    assert_string_equal(uid_of(&made, other), first);
    assert_in(made.text, "DTSTAMP:20250201T000000Z\r\nSEQUENCE:20000\r\n");
    made_free(&made);
    made = make(REGISTER(POLICY_WITH(REVIEWED)), "2025-07-01", REVIEWS);
    assert_in(made.text, "UID:review.d1.2@");
    assert_in(made.text, "DTSTAMP:20250603T000000Z\r\nSEQUENCE:20000\r\nDTSTART;VALUE=DATE:20280601\r\n");
    made_free(&made);
    made = make(REGISTER(POLICY_WITH(REVIEWED VOIDED)), "2025-07-01", REVIEWS);
    assert_string_equal(uid_of(&made, other), first); /* that review is void, */
    assert_in(made.text, "SEQUENCE:30000\r\n");           /* and the file later than both */
    made_free(&made);
}

/* ---- which register ---- */

static void assert_uids(const char *left, const char *right, bool are_same)
{
    char uids[2][100];
    struct made made[2] = {make(left, "2025-01-01", REVIEWS), make(right, "2025-01-01", REVIEWS)};
    for (size_t i = 0; i < 2; i++) {
        uid_of(&made[i], uids[i]);
        made_free(&made[i]);
    }
    if (are_same)
        assert_string_equal(uids[0], uids[1]);
    else
        assert_string_not_equal(uids[0], uids[1]);
}

#define WITH_URI(id, event)                                                                                            \
    "<document id=\"" id "\" uri=\"urn:x:1\"><title>T</title><version n=\"1\" label=\"V1\"/><history>"                 \
    "<decided id=\"" event "\" on=\"2023-07-07\" version=\"1\" by=\"executive\" outcome=\"approved\"/></history>"      \
    "</document>"
#define OTHER_TITLE                                                                                                    \
    "<document id=\"d1\"><title>T</title><version n=\"1\" label=\"V1\"/><history>"                                     \
    "<decided id=\"e1\" on=\"2023-07-07\" version=\"1\" by=\"executive\" outcome=\"approved\"/></history></document>"

static void two_registers_in_one_calendar_do_not_meet(void **state)
{
    (void)state;
    assert_uids(TITLED("<title>Test</title>", POLICY), TITLED("<title>Other</title>", POLICY), false);
    assert_uids(TITLED("<title>Test</title>", POLICY), TITLED("<title>Test</title>", POLICY_WITH("")), true);
    assert_uids(TITLED("", POLICY), TITLED("", OTHER_TITLE), false); /* without titles of their own */
    assert_uids(TITLED("", POLICY), TITLED("", POLICY), true);
}

static void a_document_with_a_uri_is_the_same_in_all_registers(void **state)
{
    (void)state;
    assert_uids(TITLED("<title>Test</title>", WITH_URI("d1", "e1")),
                TITLED("<title>Other</title>", WITH_URI("d7", "e1")), true);
    assert_uids(TITLED("<title>Test</title>", POLICY), TITLED("<title>Test</title>", WITH_URI("d1", "e1")), false);
}

static void no_two_events_share_a_uid(void **state)
{
    (void)state;
    struct made made = make(REGISTER(WITH_URI("d1", "e1") WITH_URI("d2", "e2")), "2025-01-01", REVIEWS);
    assert_int_equal(count_of(made.text, "UID:review.1@"), 2);
    assert_int_equal(count_of(made.text, ".2.policydoc\r\n"), 1);
    made_free(&made);
}

/* ---- names and odd texts ---- */

static void a_file_has_the_name_that_is_asked_for(void **state)
{
    (void)state;
    struct made made = make_parts(REGISTER(POLICY), "2025-01-01", NULL);
    write_file(&made, 0, (pdoc_icalendar_options){.name = "Reviews; all"});
    assert_in(made.text, "NAME:Reviews\\; all\r\nX-WR-CALNAME:Reviews\\; all\r\nEND:VCALENDAR\r\n");
    made_free(&made);
    made = make(TITLED("", POLICY), "2025-01-01", 0);
    assert_lacks(made.text, "NAME");
    made_free(&made);
}

static void odd_titles_make_no_odd_lines(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    char title[2000] = "";
    while (strlen(title) < 1900)
        strcat(title, "G\xc5\xb5yl, \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb; e\xcc\x81\xcc\xa7\\ "
                      "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d\n");
    pdoc_register *reg = pdoc_register_new(NULL);
    pdoc_document *doc = pdoc_register_add_document(reg, "policy", title, NULL);
    assert_non_null(pdoc_register_add_forward_item(reg, pdoc_document_id(doc), 0, title, (pdoc_date){2027, 1, 5}, title,
                                                   title, NULL));
    const pdoc_icalendar_options options = {.size = sizeof options, .forward_plan = 1, .name = "n"};
    pdoc_text *text = pdoc_register_publish_icalendar(reg, &options, &error);
    assert_non_null(text);
    size_t lines = 0;
    for (const char *line = pdoc_text_data(text); *line; lines++) {
        const char *end = strstr(line, "\r\n");
        assert_non_null(end);
        assert_true(end - line <= 75);
        assert_true(pdoc__utf8_is_valid(line, (size_t)(end - line)));
        assert_true(strcspn(line, "\n") == (size_t)(end - line) + 1);
        line = end + 2;
    }
    assert_true(lines > 60);
    assert_in(text, "DTSTAMP:19700101T000000Z\r\n"); /* nothing tells a day */
    pdoc_text_free(text);
    pdoc_register_unref(reg);
}

/* ---- bad questions, and memory ---- */

static void assert_refused(const struct made *made, const pdoc_icalendar_options *options, const char *words)
{
    pdoc_error *error = NULL;
    assert_null(pdoc_register_publish_icalendar(made->reg, options, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
    assert_says(pdoc_error_message(error), words);
    pdoc_error_free(error);
}

static void what_cannot_be_asked_for_is_refused(void **state)
{
    (void)state;
    struct made made = make_parts(REGISTER(EXECUTIVE(EVERY_MONTH) POLICY), "2025-01-01", NULL);
    const size_t size = sizeof(pdoc_icalendar_options);
    assert_refused(&made, NULL, "options");
    assert_refused(&made, &(pdoc_icalendar_options){0}, "size");
    assert_refused(&made, &(pdoc_icalendar_options){.size = size, .alarm_days = 3661}, "3660");
    assert_refused(&made, &(pdoc_icalendar_options){.size = size, .name = "a\xff"}, "UTF-8");
    assert_refused(&made, &(pdoc_icalendar_options){.size = size, .first = {2026, 2, 30}}, "no day");
    assert_refused(&made, &(pdoc_icalendar_options){.size = size, .last = {2026, 13, 0}}, "no day");
    assert_refused(&made, &(pdoc_icalendar_options){.size = size, .first = {2026, 2, 1}, .last = {2026, 1, 0}},
                   "before");
    assert_null(pdoc_register_publish_icalendar(NULL, &(pdoc_icalendar_options){.size = size}, NULL));
    struct made other = {.reg = pdoc_register_new(NULL)};
    assert_refused(&other, &(pdoc_icalendar_options){.size = size, .schedule = made.schedule}, "another register");
    assert_refused(&other, &(pdoc_icalendar_options){.size = size, .plan = made.plan}, "another register");
    made_free(&other);
    made_free(&made);
}

static bool write_again(void *context, pdoc_error **error)
{
    struct made *made = context;
    const pdoc_icalendar_options options = {.size = sizeof options,
                                            .schedule = made->schedule,
                                            .meetings = made->meetings,
                                            .plan = made->plan,
                                            .forward_plan = 1,
                                            .alarm_days = 7};
    made->text = pdoc_register_publish_icalendar(made->reg, &options, error);
    return made->text != NULL;
}

static void memory_that_runs_out_is_an_error_wherever_it_does(void **state)
{
    (void)state;
    struct made made =
        make_parts(REGISTER(EXECUTIVE(EVERY_MONTH) POLICY_WITH(REVIEWED) ITEM("/>") ITEM("/>")), "2026-01-05", NULL);
    for (int i = 0; i < 2; i++) {
        assert_true(fail_every_allocation(write_again, &made, i == 0) > 10);
        pdoc_text_free(made.text);
        made.text = NULL;
    }
    made_free(&made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_review_is_an_event_of_a_whole_day),
        cmocka_unit_test(an_alarm_stands_so_many_days_before),
        cmocka_unit_test(a_review_keeps_its_uid_until_it_is_completed),
        cmocka_unit_test(two_registers_in_one_calendar_do_not_meet),
        cmocka_unit_test(a_document_with_a_uri_is_the_same_in_all_registers),
        cmocka_unit_test(no_two_events_share_a_uid),
        cmocka_unit_test(a_file_has_the_name_that_is_asked_for),
        cmocka_unit_test(odd_titles_make_no_odd_lines),
        cmocka_unit_test(what_cannot_be_asked_for_is_refused),
        cmocka_unit_test(memory_that_runs_out_is_an_error_wherever_it_does),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
