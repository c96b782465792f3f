/* SPDX-License-Identifier: MIT */
/* Plans of documents that expire or are over, of steps that were passed over, of two places on the forward plan. */
#include "icalendars.h"

#define HELD      EXECUTIVE(EVERY_MONTH)
#define ALL_STEPS PROFILE(PARTIES FACTS STEPS)

/* ---- what expires ---- */

#define FACTS_WITH(schedule)                                                                                           \
    "<facts><fact id=\"approved\" event=\"decided\" pick=\"first\" versions=\"all\"/>"                                 \
    "<fact id=\"shared\" event=\"consultation-opened\" pick=\"first\"/><fact id=\"decided\" event=\"decided\"/>"       \
    "<fact id=\"never\" event=\"implemented\"/></facts><schedule>" schedule "</schedule>"
#define REVIEW "<due id=\"review\" kind=\"review\" anchors=\"approved\" offset=\"P36M\"/>"
#define EXPIRY(anchor)                                                                                                 \
    "<due id=\"exp\" kind=\"expiry\" clause=\"s9\" anchors=\"" anchor "\" offset=\"P5Y\" printed=\"date-expiry\"/>"
#define SHEET                                                                                                          \
    "<front-sheet><row field=\"date-expiry\" value=\"%s\"><label>Expires</label><text>T</text></row></front-sheet>"

static pdoc_plan *plan_expiring(const char *profile, const char *cell, const char *day)
{
    char sheet[400] = "";
    char text[3000];
    if (cell)
        snprintf(sheet, sizeof sheet, SHEET, cell);
    snprintf(text, sizeof text,
             REGISTER(HELD "<document id=\"d1\" type=\"policy\"><title>T</title><version n=\"1\">%s</version><history>"
                           "<decided id=\"e1\" on=\"2023-07-07\" version=\"1\" by=\"executive\" outcome=\"approved\"/>"
                           "</history></document>"),
             sheet);
    return plan_with(profile, text, day, NULL);
}

static void the_earliest_of_review_and_expiry_is_the_deadline(void **state)
{
    static const char both[] = PROFILE(PARTIES FACTS_WITH(REVIEW EXPIRY("decided")) STEPS);
    static const char only[] = PROFILE(PARTIES FACTS_WITH(EXPIRY("decided")) STEPS);
    static const char without_day[] = PROFILE(PARTIES FACTS_WITH(EXPIRY("never")) STEPS);
    static const struct {
        const char *profile;
        const char *cell;
        const char *deadline;
        const char *reason;
    } cases[] = {
        {both, "2026-05-31", "2026-05-31", "it expires then: the sheet says 2026-05-31, by rule exp [s9]"},
        {both, "2027-01-31", "2026-07-07", "the review is due by then"},
        {both, NULL, "2026-07-07", "the review is due by then"},
        {only, NULL, "2028-07-07", "it expires then: rule exp [s9]"},
        {only, "2027-01-31", "2027-01-31", "the sheet says 2027-01-31"},
        {only, "2029-01-31", "2028-07-07", "it expires then: rule exp [s9]"},
        {only, "2027-02", "2027-02-28", "the sheet says"},
        {without_day, "2027-01-31", "2027-01-31", "the sheet says 2027-01-31"},
        {without_day, NULL, "", "nothing is due"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pdoc_plan *plan = plan_expiring(cases[i].profile, cases[i].cell, "2026-01-05");
        char day[PDOC_DATE_TEXT] = "";
        if (pdoc_date_is_recorded(pdoc_plan_deadline(plan)))
            pdoc_date_format(pdoc_plan_deadline(plan), day);
        assert_string_equal(day, cases[i].deadline);
        assert_says(pdoc_plan_deadline_reason(plan), cases[i].reason);
        pdoc_plan_unref(plan);
    }
}

static void the_plan_of_what_has_expired_counts_from_its_decision(void **state)
{
    (void)state;
    pdoc_plan *plan = plan_expiring(PROFILE(PARTIES FACTS_WITH(EXPIRY("decided")) STEPS), "2026-05-31", "2026-06-01");
    assert_says(pdoc_plan_deadline_reason(plan), "it expires then");
    assert_step(plan, "sign-off", "2026-06-16", PDOC_STEP_TO_DO); /* the decision of 2023 is not this cycle's */
    assert_false(pdoc_plan_is_feasible(plan));
    for (size_t i = 0; i < pdoc_plan_warning_count(plan); i++)
        assert_null(strstr(pdoc_plan_warning(plan, i), "withdrawn"));
    pdoc_plan_unref(plan);
}

/* ---- what is over ---- */

#define WITHDRAWN "<withdrawn id=\"w1\" on=\"2026-01-10\" version=\"1\" by=\"executive\"/>"

static void a_plan_of_what_was_withdrawn_brings_it_back(void **state)
{
    (void)state;
    pdoc_plan *plan = plan_with(ALL_STEPS, REGISTER(HELD POLICY_WITH(WITHDRAWN)), "2026-03-02", NULL);
    assert_false(pdoc_plan_is_feasible(plan));
    assert_string_equal(pdoc_plan_obstacle(plan), "There is no deadline to count back from.");
    assert_says(pdoc_plan_warning(plan, 0),
                "The document is withdrawn, since Saturday 10 January 2026: a plan for it is "
                "one to bring it back, and what was done before does not count");
    for (size_t i = 0; i < pdoc_plan_warning_count(plan); i++)
        assert_null(strstr(pdoc_plan_warning(plan, i), "after the last day"));
    pdoc_plan_unref(plan);
    const pdoc_plan_options options = {.size = sizeof options, .deadline = {2026, 7, 7}};
    plan = plan_with(ALL_STEPS, REGISTER(HELD POLICY_WITH(WITHDRAWN)), "2026-03-02", &options);
    assert_step(plan, "sign-off", "2026-06-16", PDOC_STEP_TO_DO);
    assert_true(pdoc_plan_is_feasible(plan));
    pdoc_plan_unref(plan);
}

/* ---- what was passed over ---- */

#define DECIDED "<decided id=\"e9\" on=\"2026-06-16\" version=\"1\" by=\"executive\" outcome=\"approved\"/>"
#define WITH_NOTICE                                                                                                    \
    PROFILE(PARTIES FACTS "<plan><step id=\"sign-off\" kind=\"sign-off\" body=\"executive\" done=\"decided\"/>"        \
                          "<step id=\"papers\" kind=\"papers\" anchor=\"sign-off\" offset=\"-P14D\"/>"                 \
                          "<step id=\"notice\" kind=\"notice\" anchor=\"sign-off\"/></plan>")

static void assert_in_forms(const pdoc_plan *plan, const char *in_text, const char *in_json)
{
    for (unsigned i = 0; i < 2; i++) {
        const pdoc_publish_options options = {
            .size = sizeof options, .format = i ? PDOC_FORMAT_JSON : PDOC_FORMAT_TEXT, .width = 200};
        pdoc_text *text = pdoc_plan_publish(plan, &options, NULL);
        assert_non_null(text);
        assert_says(pdoc_text_data(text), i ? in_json : in_text);
        pdoc_text_free(text);
    }
}

static void what_comes_before_a_step_that_is_done_was_passed_over(void **state)
{
    (void)state;
    pdoc_plan *plan = plan_with(WITH_NOTICE, REGISTER(HELD POLICY_WITH(DECIDED)), "2026-06-20", NULL);
    assert_step(plan, "papers", "", PDOC_STEP_OPEN);
    assert_says(pdoc_plan_step_reason(plan, step_of(plan, "papers")),
                "not shown as done, and passed over: \"Sign-off\" was done on Tuesday 16 June 2026");
    assert_step(plan, "notice", "", PDOC_STEP_OPEN);
    assert_says(pdoc_plan_step_reason(plan, step_of(plan, "notice")), "to be done now: it follows");
    assert_true(pdoc_plan_is_feasible(plan));
    assert_in_forms(plan, "every step can still be done in time; 1 is not shown as done, and passed over",
                    "\"late\": 0,\n  \"passed_over\": 1");
    pdoc_plan_unref(plan);
}

static void what_must_be_done_and_is_late_is_counted(void **state)
{
    (void)state;
    pdoc_plan *plan = plan_with(WITH_NOTICE, REGISTER(HELD POLICY), "2026-06-10", NULL);
    assert_step(plan, "papers", "2026-06-02", PDOC_STEP_LATE);
    assert_false(pdoc_plan_is_feasible(plan));
    assert_in_forms(plan, "cannot be kept", "\"late\": 1,\n  \"passed_over\": 0");
    pdoc_plan_unref(plan);
}

static void the_last_day_for_replies_passes_once_the_draft_is_out(void **state)
{
    static const char opened[] =
        REGISTER(HELD POLICY_WITH("<consultation-opened id=\"e3\" on=\"2026-05-29\" version=\"1\"/>"));
    (void)state;
    pdoc_plan *plan = plan_with(ALL_STEPS, opened, "2026-06-15", NULL);
    assert_step(plan, "responses", "2026-06-12", PDOC_STEP_DONE);
    assert_true(pdoc_plan_is_feasible(plan));
    pdoc_plan_unref(plan);
    plan = plan_with(ALL_STEPS, REGISTER(HELD POLICY), "2026-06-15", NULL);
    assert_step(plan, "responses", "2026-06-12", PDOC_STEP_LATE);
    assert_says(pdoc_plan_obstacle(plan), "\"Replies\" was to be done by Friday 12 June 2026");
    pdoc_plan_unref(plan);
}

/* ---- two places on the forward plan ---- */

#define OFF         "<meeting on=\"2026-05-19\" state=\"cancelled\"/>"
#define PLACE(rest) "<forward-plan-item document=\"d1\" body=\"executive\" purpose=\"sign-off\" meeting=" rest "/>"

static void the_place_on_a_meeting_that_is_held_counts(void **state)
{
    static const char *const orders[] = {
        REGISTER(EXECUTIVE(EVERY_MONTH OFF) POLICY PLACE("\"2026-04-21\" deferred-to=\"2026-06-16\"")
                     PLACE("\"2026-05-19\"")),
        REGISTER(EXECUTIVE(EVERY_MONTH OFF) POLICY PLACE("\"2026-05-19\"")
                     PLACE("\"2026-04-21\" deferred-to=\"2026-06-16\"")),
    };
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        pdoc_plan *plan = plan_with(ALL_STEPS, orders[i], "2026-03-02", NULL);
        assert_step(plan, "sign-off", "2026-06-16", PDOC_STEP_TO_DO);
        assert_true(pdoc_plan_is_feasible(plan));
        assert_says(pdoc_plan_step_reason(plan, step_of(plan, "sign-off")), "deferred from Tuesday 21 April 2026");
        assert_says(pdoc_plan_warning(plan, 0),
                    "has \"Decision\" on Tuesday 16 June 2026, and on Tuesday 19 May 2026, a meeting "
                    "of Executive that is cancelled: the former counts");
        pdoc_plan_unref(plan);
    }
}

/* ---- what moves with the day judged ---- */

static unsigned long sequence_of(const pdoc_text *text, const char *uid)
{
    const char *at = strstr(pdoc_text_data(text), uid);
    assert_non_null(at);
    at = strstr(at, "SEQUENCE:");
    assert_non_null(at);
    return strtoul(at + strlen("SEQUENCE:"), NULL, 10);
}

#define REVISED_ON(day, content)                                                                                       \
    "<register xmlns=\"urn:policydoc:1\" schema-version=\"1.0\" revision=\"2\" revised=\"" day "\">" content           \
    "</register>"

static void a_step_that_moves_with_the_day_judged_counts_as_newer(void **state)
{
    static const char *const days[] = {"2026-07-08", "2026-08-19", "2026-10-20"};
    static const char *const begins[] = {"DTSTART;VALUE=DATE:20260818", "DTSTART;VALUE=DATE:20260915",
                                         "DTSTART;VALUE=DATE:20261117"};
    static const unsigned long sequences[] = {30007, 30049, 30111}; /* days since 1 July */
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        struct made made = make(REVISED_ON("2026-07-01", HELD POLICY), days[i], PLAN);
        assert_in(made.text, begins[i]);
        assert_int_equal(sequence_of(made.text, "UID:step.d1.sign-off."), sequences[i]);
        assert_int_equal(sequence_of(made.text, "UID:step.d1.papers."), sequences[i]); /* it is counted from that */
        made_free(&made);
    }
    struct made made = make(REGISTER(HELD POLICY), days[0], PLAN); /* of a revision without a day: from 2020 on */
    assert_int_equal(sequence_of(made.text, "UID:step.d1.sign-off."), 10000 + 2380);
    made_free(&made);
}

static void a_step_that_stands_is_the_same_on_any_day(void **state)
{
    static const char text[] =
        REVISED_ON("2026-01-01", HELD POLICY_WITH("<consultation-opened id=\"e3\" on=\"2025-12-29\" version=\"1\"/>"));
    (void)state;
    struct made early = make(text, "2026-03-02", ALL);
    struct made later = make(text, "2026-06-15", ALL); /* the last day for replies has passed since */
    assert_string_equal(pdoc_text_data(early.text), pdoc_text_data(later.text));
    assert_int_equal(sequence_of(later.text, "UID:step.d1.sign-off."), 40000);
    made_free(&early);
    made_free(&later);
}

static void a_place_that_has_passed_moves_the_step(void **state)
{
    static const char text[] = REVISED_ON("2026-01-01", HELD POLICY PLACE("\"2026-05-19\""));
    (void)state;
    struct made early = make(text, "2026-05-18", PLAN);
    struct made later = make(text, "2026-05-20", PLAN);
    assert_int_equal(sequence_of(early.text, "UID:step.d1.sign-off."), 30000);
    assert_int_equal(sequence_of(later.text, "UID:step.d1.sign-off."), 30139);
    assert_in(later.text, "DTSTART;VALUE=DATE:20260616");
    made_free(&early);
    made_free(&later);
}

static void a_step_that_is_done_is_not_older_than_it_was(void **state)
{
    static const char text[] = REVISED_ON(
        "2026-07-01",
        HELD POLICY_WITH("<decided id=\"e9\" on=\"2026-08-18\" version=\"1\" by=\"executive\" outcome=\"approved\"/>"));
    (void)state;
    struct made early = make(text, "2026-07-20", PLAN); /* late already, and what is to come is recorded */
    struct made later = make(text, "2026-12-01", PLAN);
    assert_int_equal(sequence_of(early.text, "UID:step.d1.sign-off."), 40019);
    assert_int_equal(sequence_of(later.text, "UID:step.d1.sign-off."), 40048);
    made_free(&early);
    made_free(&later);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_earliest_of_review_and_expiry_is_the_deadline),
        cmocka_unit_test(the_plan_of_what_has_expired_counts_from_its_decision),
        cmocka_unit_test(a_plan_of_what_was_withdrawn_brings_it_back),
        cmocka_unit_test(what_comes_before_a_step_that_is_done_was_passed_over),
        cmocka_unit_test(what_must_be_done_and_is_late_is_counted),
        cmocka_unit_test(the_last_day_for_replies_passes_once_the_draft_is_out),
        cmocka_unit_test(the_place_on_a_meeting_that_is_held_counts),
        cmocka_unit_test(a_step_that_moves_with_the_day_judged_counts_as_newer),
        cmocka_unit_test(a_step_that_stands_is_the_same_on_any_day),
        cmocka_unit_test(a_place_that_has_passed_moves_the_step),
        cmocka_unit_test(a_step_that_is_done_is_not_older_than_it_was),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
