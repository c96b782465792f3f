/* SPDX-License-Identifier: MIT */
/* Calendar files: which events there are, what they are called, and what stays the same when days move. */
#include "planning.h"

#include "base/text.h"

#define RULES PROFILE(PARTIES FACTS STEPS)

/* What a file is made from, and what it became. */
struct made {
    pdoc_register *reg;
    pdoc_profile *profile;
    pdoc_schedule *schedule;
    pdoc_meetings *meetings;
    pdoc_plan *plan;
    pdoc_text *text;
};

static void made_free(struct made *made)
{
    pdoc_text_free(made->text);
    pdoc_plan_unref(made->plan);
    pdoc_meetings_unref(made->meetings);
    pdoc_schedule_unref(made->schedule);
    pdoc_profile_unref(made->profile);
    pdoc_register_unref(made->reg);
}

static struct made make_parts(const char *register_text, const char *day, const char *known)
{
    struct made made = {.reg = read_register(register_text), .profile = read_good(RULES, NULL)};
    pdoc_calendar *calendar = weekdays();
    const pdoc_basis basis = {.size = sizeof basis,
                              .as_of = day_of(day),
                              .known_on = known ? day_of(known) : (pdoc_date){0, 0, 0},
                              .profile = made.profile,
                              .calendar = calendar};
    made.schedule = pdoc_schedule_new(made.reg, &basis, NULL);
    made.meetings =
        pdoc_register_meetings(made.reg, NULL, calendar, (pdoc_date){2026, 5, 1}, (pdoc_date){2026, 6, 30}, NULL);
    made.plan = pdoc_document_plan(pdoc_register_document(made.reg, 0), &basis, NULL, NULL);
    assert_non_null(made.schedule);
    assert_non_null(made.meetings);
    assert_non_null(made.plan);
    pdoc_calendar_unref(calendar);
    return made;
}

enum { REVIEWS = 1, MEETINGS = 2, PLAN = 4, FORWARD = 8, ALL = 15 };

/* `options` says what else is asked for. */
static void write_file(struct made *made, unsigned what, pdoc_icalendar_options options)
{
    pdoc_error *error = NULL;
    options.size = sizeof options;
    options.schedule = what & REVIEWS ? made->schedule : NULL;
    options.meetings = what & MEETINGS ? made->meetings : NULL;
    options.plan = what & PLAN ? made->plan : NULL;
    options.forward_plan = (what & FORWARD) != 0;
    pdoc_text_free(made->text);
    made->text = pdoc_register_publish_icalendar(made->reg, &options, &error);
    assert_string_equal(pdoc_error_message(error), "");
    assert_non_null(made->text);
}

static struct made make(const char *register_text, const char *day, unsigned what)
{
    struct made made = make_parts(register_text, day, NULL);
    write_file(&made, what, (pdoc_icalendar_options){0});
    return made;
}

static size_t count_of(const pdoc_text *text, const char *words)
{
    size_t count = 0;
    for (const char *at = pdoc_text_data(text); (at = strstr(at, words)) != NULL; at++)
        count++;
    return count;
}

static void assert_lacks(const pdoc_text *text, const char *words)
{
    if (strstr(pdoc_text_data(text), words))
        print_error("%s", pdoc_text_data(text));
    assert_null(strstr(pdoc_text_data(text), words));
}

static void assert_in(const pdoc_text *text, const char *words)
{
    assert_says(pdoc_text_data(text), words);
}

/* ---- reviews ---- */

static void a_review_is_an_event_of_a_whole_day(void **state)
{
    (void)state;
    struct made made = make(REGISTER(POLICY), "2025-01-01", REVIEWS);
    assert_string_equal(
        pdoc_text_data(made.text),
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//libpolicydoc//NONSGML policydoc//EN\r\n"
        "CALSCALE:GREGORIAN\r\nNAME:Test\r\nX-WR-CALNAME:Test\r\n"
        "BEGIN:VEVENT\r\nUID:review.d1.1@df4629aec013d5ce.policydoc\r\nDTSTAMP:20250101T000000Z\r\n"
        "SEQUENCE:20089001\r\nDTSTART;VALUE=DATE:20260707\r\nDTEND;VALUE=DATE:20260708\r\nTRANSP:TRANSPARENT\r\n"
        "CATEGORIES:Review\r\nSUMMARY:Review due: Safer sleeping (PO 1)\r\n"
        "DESCRIPTION:State on 2025-01-01: In date\\nReview date by the rules: 2026-07\r\n"
        " -07\\nRule: review\\nClause: s10\r\n"
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

static const char *uid_of(const struct made *made, char *buffer)
{
    const char *uid = strstr(pdoc_text_data(made->text), "UID:");
    assert_non_null(uid);
    const size_t size = strcspn(uid, "\r");
    memcpy(buffer, uid, size);
    buffer[size] = '\0';
    return buffer;
}

#define REVIEWED "<reviewed id=\"e2\" on=\"2025-06-01\" recorded=\"2025-06-03\"/>"
#define VOIDED   "<remarked id=\"e3\" on=\"2025-06-10\" voids=\"e2\"/>"

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
    assert_in(made.text, "SEQUENCE:20270002\r\n");
    made_free(&made);
    made = make(REGISTER(POLICY_WITH(REVIEWED)), "2025-07-01", REVIEWS);
    assert_in(made.text, "UID:review.d1.2@");
    assert_in(made.text, "DTSTAMP:20250701T000000Z\r\nSEQUENCE:20270002\r\nDTSTART;VALUE=DATE:20280601\r\n");
    made_free(&made);
    made = make(REGISTER(POLICY_WITH(REVIEWED VOIDED)), "2025-07-01", REVIEWS);
    assert_string_equal(uid_of(&made, other), first); /* that review is void, */
    assert_in(made.text, "SEQUENCE:20270003\r\n");    /* and the file later than both */
    made_free(&made);
}

static void what_was_not_known_counts_for_nothing(void **state)
{
    (void)state;
    struct made made = make_parts(REGISTER(POLICY_WITH(REVIEWED)), "2025-07-01", "2025-06-02");
    write_file(&made, REVIEWS, (pdoc_icalendar_options){0});
    assert_in(made.text, "UID:review.d1.1@");
    assert_in(made.text, "DTSTAMP:20250701T000000Z\r\nSEQUENCE:20270001\r\nDTSTART;VALUE=DATE:20260707\r\n");
    made_free(&made);
}

static void a_document_without_a_history_is_stamped_with_the_day_judged(void **state)
{
    (void)state;
    struct made made = make(REGISTER("<document id=\"d1\"><title>T</title></document>"
                                     "<forward-plan-item document=\"d1\" meeting=\"2027-02-03\"/>"),
                            "2025-01-02", REVIEWS | FORWARD);
    assert_in(made.text, "DTSTAMP:20250102T000000Z\r\nSEQUENCE:20090000\r\nDTSTART;VALUE=DATE:20270203\r\n");
    made_free(&made);
}

/* ---- which register ---- */

#define TITLED(title, content) "<register xmlns=\"urn:policydoc:1\" schema-version=\"1.0\">" title content "</register>"

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

/* ---- meetings, the forward plan, the plan ---- */

static void meetings_are_single_days_and_say_how_sure_they_are(void **state)
{
    (void)state;
    struct made made = make(
        REGISTER(EXECUTIVE("<meets rule=\"FREQ=MONTHLY;BYDAY=1SU\" start=\"2026-05-03\" "
                           "on-holiday=\"following\"/>"
                           "<meeting on=\"2026-05-20\" state=\"planned\"/>"
                           "<meeting on=\"2026-06-08\" state=\"cancelled\"><note>Half, term</note></meeting>") POLICY),
        "2026-05-01", MEETINGS);
    assert_int_equal(count_of(made.text, "BEGIN:VEVENT"), 3);
    assert_in(made.text, "UID:meeting.executive.20260503@df4629aec013d5ce.policydoc\r\n"
                         "DTSTAMP:20230707T000000Z\r\nSEQUENCE:19545000\r\nDTSTART;VALUE=DATE:20260504\r\n"
                         "DTEND;VALUE=DATE:20260505\r\nTRANSP:TRANSPARENT\r\nSTATUS:TENTATIVE\r\n"
                         "CATEGORIES:Meeting\r\nSUMMARY:Meeting: Executive\r\n"
                         "DESCRIPTION:State: Expected\\nDay of the pattern: 2026-05-03\\nNote: moved ");
    assert_in(made.text, "SEQUENCE:19545001\r\nDTSTART;VALUE=DATE:20260520\r\n");
    assert_in(made.text, "STATUS:CONFIRMED\r\n");
    assert_in(made.text, "UID:meeting.executive.20260607@");
    assert_in(made.text, "STATUS:CANCELLED\r\n");
    assert_lacks(made.text, "RRULE");
    assert_lacks(made.text, "METHOD");
    made_free(&made);
}

#define ITEM(rest)                                                                                                     \
    "<forward-plan-item document=\"d1\" body=\"executive\" meeting=\"2026-05-19\" purpose=\"sign-off\"" rest

static void what_is_deferred_keeps_its_uid(void **state)
{
    (void)state;
    struct made made = make(REGISTER(EXECUTIVE("") POLICY ITEM("/>")), "2026-05-01", FORWARD);
    assert_in(made.text, "UID:forward.d1.executive.sign-off.20260519@df4629aec013d5ce.policydoc\r\n"
                         "DTSTAMP:20230707T000000Z\r\nSEQUENCE:19545000\r\nDTSTART;VALUE=DATE:20260519\r\n");
    assert_in(made.text, "SUMMARY:Executive\\, sign-off: Safer sleeping (PO 1)\r\nEND:VEVENT\r\n");
    made_free(&made);
    made = make(REGISTER(EXECUTIVE("") POLICY ITEM(" version=\"1\" arranged-by=\"hub\" deferred-to=\"2026-06-16\"/>")),
                "2026-05-01", FORWARD);
    assert_in(made.text, "UID:forward.d1.executive.sign-off.20260519@df4629aec013d5ce.policydoc\r\n"
                         "DTSTAMP:20230707T000000Z\r\nSEQUENCE:19545001\r\nDTSTART;VALUE=DATE:20260616\r\n");
    assert_in(made.text, "DESCRIPTION:Deferred from: 2026-05-19\\nVersion: V1\\nArranged by: hub\r\n");
    made_free(&made);
}

static void a_body_is_the_same_by_each_of_its_names(void **state)
{
    (void)state;
    struct made made = make(REGISTER(EXECUTIVE("") POLICY "<forward-plan-item document=\"d1\" body=\"EXECUTIVE\" "
                                                          "meeting=\"2026-05-19\"/>"),
                            "2026-05-01", FORWARD);
    assert_in(made.text, "UID:forward.d1.executive..20260519@");
    assert_in(made.text, "SUMMARY:Executive: Safer sleeping (PO 1)\r\n");
    made_free(&made);
}

static void what_is_placed_for_a_month_takes_the_month(void **state)
{
    (void)state;
    struct made made = make(REGISTER(POLICY "<forward-plan-item document=\"d1\" meeting=\"2027-02\"/>"
                                            "<forward-plan-item document=\"d1\" meeting=\"2027-02\"/>"),
                            "2026-05-01", FORWARD);
    assert_in(made.text, "DTSTART;VALUE=DATE:20270201\r\nDTEND;VALUE=DATE:20270301\r\n");
    assert_in(made.text, "SUMMARY:Forward plan: Safer sleeping (PO 1)\r\n");
    assert_int_equal(count_of(made.text, "UID:forward.d1...20270201@df4629aec013d5ce.policydoc\r\n"), 1);
    assert_int_equal(count_of(made.text, "UID:forward.d1...20270201@df4629aec013d5ce.2.policydoc\r\n"), 1);
    made_free(&made);
}

static unsigned long sequence_in(const pdoc_text *text)
{
    const char *at = strstr(pdoc_text_data(text), "SEQUENCE:");
    assert_non_null(at);
    return strtoul(at + strlen("SEQUENCE:"), NULL, 10);
}

static unsigned long sequence_on(const char *item, pdoc_date as_of)
{
    char text[3000];
    snprintf(text, sizeof text, REGISTER(EXECUTIVE("") POLICY "%s"), item);
    struct made made = make_parts(text, "2026-05-01", NULL);
    write_file(&made, FORWARD, (pdoc_icalendar_options){.as_of = as_of});
    const unsigned long sequence = sequence_in(made.text);
    made_free(&made);
    return sequence;
}

static void a_second_deferral_to_an_earlier_day_never_lowers_the_sequence(void **state)
{
    (void)state;
    const pdoc_date none = {0, 0, 0};
    const unsigned long placed = sequence_on(ITEM("/>"), none);
    const unsigned long far = sequence_on(ITEM(" deferred-to=\"2026-06-16\"/>"), none);
    const unsigned long near = sequence_on(ITEM(" deferred-to=\"2026-06-02\"/>"), none);
    assert_true(placed < far);
    assert_true(far <= near);
    assert_true(sequence_on(ITEM(" deferred-to=\"2026-06-16\"/>"), (pdoc_date){2026, 5, 1}) <
                sequence_on(ITEM(" deferred-to=\"2026-06-02\"/>"), (pdoc_date){2026, 5, 2}));
}

/* A corrected date, a changed pattern, a new holiday leave no trace in the data: the day of the file is all there is. */
static void the_file_of_a_later_day_counts_as_newer(void **state)
{
    (void)state;
    struct made made = make(REGISTER(POLICY), "2025-01-01", REVIEWS);
    const unsigned long before = sequence_in(made.text);
    made_free(&made);
    made = make(REGISTER(POLICY), "2025-01-02", REVIEWS);
    assert_in(made.text, "DTSTAMP:20250102T000000Z\r\n");
    assert_true(sequence_in(made.text) > before);
    made_free(&made);
    made = make_parts(REGISTER(EXECUTIVE(EVERY_MONTH) POLICY), "2025-01-01", NULL);
    write_file(&made, MEETINGS, (pdoc_icalendar_options){.as_of = {2026, 5, 3}});
    assert_in(made.text, "DTSTAMP:20260503T000000Z\r\n");
    made_free(&made);
}

static void the_steps_of_a_plan_have_alarms(void **state)
{
    (void)state;
    struct made made = make_parts(REGISTER(EXECUTIVE(EVERY_MONTH) POLICY), "2026-01-05", NULL);
    write_file(&made, PLAN, (pdoc_icalendar_options){.alarm_days = 14});
    assert_true(count_of(made.text, "TRIGGER:-P14D\r\n") > 1);
    made_free(&made);
}

static void the_steps_of_a_plan_are_events(void **state)
{
    (void)state;
    struct made made = make(REGISTER(EXECUTIVE(EVERY_MONTH) POLICY), "2026-01-05", PLAN);
    assert_in(made.text, "UID:step.d1.papers.1@df4629aec013d5ce.policydoc\r\n");
    assert_in(made.text, "SUMMARY:Draft shared: Safer sleeping (PO 1)\r\n");
    assert_in(made.text, "UID:step.d1.sign-off.1@df4629aec013d5ce.policydoc\r\n"
                         "DTSTAMP:20260105T000000Z\r\nSEQUENCE:20458001\r\nDTSTART;VALUE=DATE:20260616\r\n");
    assert_in(made.text, "CATEGORIES:Plan\r\n");
    made_free(&made);
}

static void only_what_is_in_the_period_is_written(void **state)
{
    (void)state;
    const char *text = REGISTER(EXECUTIVE(EVERY_MONTH) POLICY ITEM("/>"));
    const unsigned most = REVIEWS | MEETINGS | FORWARD;
    struct made made = make_parts(text, "2026-01-05", NULL);
    write_file(&made, most, (pdoc_icalendar_options){0});
    const size_t all = count_of(made.text, "BEGIN:VEVENT");
    const pdoc_icalendar_options may = {.first = {2026, 5, 0}, .last = {2026, 5, 0}};
    write_file(&made, most, may);
    assert_int_equal(count_of(made.text, "BEGIN:VEVENT"), 2); /* a meeting, and what is placed for it */
    assert_int_equal(count_of(made.text, "DTSTART;VALUE=DATE:20260519"), 2);
    const pdoc_icalendar_options later = {.first = {2026, 7, 7}};
    write_file(&made, most, later);
    assert_int_equal(count_of(made.text, "BEGIN:VEVENT"), 1); /* the review, on its last day */
    const pdoc_icalendar_options before = {.last = {2026, 7, 6}};
    write_file(&made, most, before);
    assert_int_equal(count_of(made.text, "BEGIN:VEVENT"), all - 1);
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

static void the_same_data_give_the_same_bytes(void **state)
{
    (void)state;
    const char *text = REGISTER(EXECUTIVE(EVERY_MONTH) POLICY_WITH(REVIEWED) ITEM("/>"));
    struct made made[2] = {make(text, "2026-01-05", ALL), make(text, "2026-01-05", ALL)};
    assert_string_equal(pdoc_text_data(made[0].text), pdoc_text_data(made[1].text));
    made_free(&made[0]);
    made_free(&made[1]);
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
        cmocka_unit_test(what_was_not_known_counts_for_nothing),
        cmocka_unit_test(a_document_without_a_history_is_stamped_with_the_day_judged),
        cmocka_unit_test(two_registers_in_one_calendar_do_not_meet),
        cmocka_unit_test(a_document_with_a_uri_is_the_same_in_all_registers),
        cmocka_unit_test(no_two_events_share_a_uid),
        cmocka_unit_test(meetings_are_single_days_and_say_how_sure_they_are),
        cmocka_unit_test(what_is_deferred_keeps_its_uid),
        cmocka_unit_test(a_body_is_the_same_by_each_of_its_names),
        cmocka_unit_test(what_is_placed_for_a_month_takes_the_month),
        cmocka_unit_test(a_second_deferral_to_an_earlier_day_never_lowers_the_sequence),
        cmocka_unit_test(the_file_of_a_later_day_counts_as_newer),
        cmocka_unit_test(the_steps_of_a_plan_have_alarms),
        cmocka_unit_test(the_steps_of_a_plan_are_events),
        cmocka_unit_test(only_what_is_in_the_period_is_written),
        cmocka_unit_test(a_file_has_the_name_that_is_asked_for),
        cmocka_unit_test(odd_titles_make_no_odd_lines),
        cmocka_unit_test(what_cannot_be_asked_for_is_refused),
        cmocka_unit_test(the_same_data_give_the_same_bytes),
        cmocka_unit_test(memory_that_runs_out_is_an_error_wherever_it_does),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
