/* SPDX-License-Identifier: MIT */
/* Reminders: on which day, of what, to whom, by which key; and the questions that are refused. */
#include "planning.h"

#define APPROVED                                                                                                       \
    "<facts><fact id=\"approved\" event=\"decided\" pick=\"last\"/><fact id=\"reviewed\" event=\"reviewed\"/></facts>" \
    "<schedule><due id=\"review\" kind=\"review\" anchors=\"approved reviewed\" offset=\"P36M\""                       \
    " printed=\"date-review\"/></schedule>"
#define HEADED(rows)                                                                                                   \
    "<profile xmlns=\"urn:policydoc:1\" schema-version=\"1.0\" id=\"p\" review-by=\"author\">" APPROVED                \
    "<reminders>" rows "</reminders></profile>"
#define USUAL                                                                                                          \
    HEADED("<reminder id=\"early\" offset=\"-P2M\" clause=\"s4\"/><reminder id=\"day\" offset=\"P0D\"/>"               \
           "<reminder id=\"late\" offset=\"P7D\"/>")
#define CELL(field, text) "<row field=\"" field "\"><label>" field "</label><text>" text "</text></row>"
#define SHEET(cells)      "<version n=\"1\" label=\"V1\"><front-sheet>" cells "</front-sheet></version>"
#define DECIDED(on)       "<decided id=\"e1\" on=\"" on "\" version=\"1\" outcome=\"approved\"/>"
/* Approved on Tuesday 7 July 2020: to be reviewed by Friday 7 July 2023. */
#define POLICY_OF(cells, events)                                                                                       \
    "<document id=\"d1\" type=\"policy\"><title>Safer sleeping</title><reference>PO 1</reference>" SHEET(              \
        cells) "<history>" DECIDED("2020-07-07") events "</history></document>"
#define LEAD   "<party code=\"lead\" kind=\"post\"><name>Lead for Practice</name><alias>Practice Lead</alias></party>"
#define SIMPLE REGISTER(LEAD POLICY_OF(CELL("author", "Practice Lead"), ""))

static pdoc_reminders *ask(const char *profile_text, const char *register_text, const char *day,
                           pdoc_calendar *calendar, const char *offsets)
{
    pdoc_error *error = NULL;
    pdoc_profile *profile = read_good(profile_text, NULL);
    pdoc_register *reg = read_register(register_text);
    const pdoc_basis basis = {.size = sizeof basis, .as_of = day_of(day), .profile = profile, .calendar = calendar};
    pdoc_reminders *reminders =
        pdoc_reminders_new(reg, &basis, offsets, day_of("2022-12-31"), day_of("2024-12-31"), &error);
    if (!reminders)
        print_error("%s\n", pdoc_error_message(error));
    assert_non_null(reminders);
    pdoc_register_unref(reg);
    pdoc_profile_unref(profile);
    return reminders;
}

static void assert_reminder(const pdoc_reminders *reminders, size_t index, const char *day, const char *key)
{
    char text[PDOC_DATE_TEXT];
    assert_string_equal(pdoc_date_format(pdoc_reminders_on(reminders, index), text), day);
    assert_non_null(pdoc_reminders_key(reminders, index));
    assert_string_equal(pdoc_reminders_key(reminders, index), key);
}

static void each_row_gives_a_reminder_with_its_key(void **state)
{
    (void)state;
    char text[PDOC_DATE_TEXT];
    pdoc_reminders *reminders = ask(USUAL, SIMPLE, "2023-08-01", NULL, NULL);
    assert_int_equal(pdoc_reminders_count(reminders), 3);
    assert_reminder(reminders, 0, "2023-05-07", "d1/review/2023-07-07/-P2M"); /* a Sunday, and no calendar */
    assert_reminder(reminders, 1, "2023-07-07", "d1/review/2023-07-07/P0D");
    assert_reminder(reminders, 2, "2023-07-14", "d1/review/2023-07-07/P7D");
    assert_string_equal(pdoc_reminders_rule(reminders, 0), "early");
    assert_string_equal(pdoc_reminders_clause(reminders, 0), "s4");
    assert_null(pdoc_reminders_clause(reminders, 1));
    assert_int_equal(pdoc_reminders_document_index(reminders, 2), 0);
    assert_int_equal(pdoc_reminders_offset(reminders, 0).months, -2);
    assert_string_equal(pdoc_date_format(pdoc_reminders_due(reminders, 2), text), "2023-07-07");
    assert_string_equal(pdoc_reminders_recipient(reminders, 0), "Lead for Practice");
    assert_false(pdoc_reminders_is_provisional(reminders, 0));
    assert_ptr_equal(pdoc_reminders_ref(reminders), reminders);
    pdoc_reminders_unref(reminders);
    pdoc_reminders_unref(reminders);
}

static void a_calendar_moves_back_what_is_before_and_on_what_is_after(void **state)
{
    (void)state;
    pdoc_calendar *calendar = weekdays();
    pdoc_reminders *reminders =
        ask(USUAL, SIMPLE, "2023-08-01", calendar, "-P2M,P1D,P0D,1 working-days,-1 working-days");
    assert_int_equal(pdoc_reminders_count(reminders), 5);
    assert_reminder(reminders, 0, "2023-05-05", "d1/review/2023-07-07/-P2M");
    assert_reminder(reminders, 1, "2023-07-06", "d1/review/2023-07-07/-1 working-day");
    assert_reminder(reminders, 2, "2023-07-07", "d1/review/2023-07-07/P0D");
    assert_reminder(reminders, 3, "2023-07-10", "d1/review/2023-07-07/P1D"); /* a Saturday, moved on to the Monday */
    assert_reminder(reminders, 4, "2023-07-10", "d1/review/2023-07-07/1 working-day");
    assert_null(pdoc_reminders_rule(reminders, 0));
    pdoc_reminders_unref(reminders);
    pdoc_calendar_unref(calendar);
}

static void days_that_the_calendar_does_not_cover_are_provisional(void **state)
{
    (void)state;
    pdoc_calendar_builder *builder =
        pdoc_calendar_builder_new("short", (pdoc_date){2020, 1, 1}, (pdoc_date){2023, 7, 10}, NULL);
    pdoc_calendar *calendar = pdoc_calendar_builder_finish(builder, NULL);
    pdoc_calendar_builder_free(builder);
    pdoc_reminders *reminders = ask(USUAL, SIMPLE, "2023-08-01", calendar, NULL);
    assert_false(pdoc_reminders_is_provisional(reminders, 0));
    assert_true(pdoc_reminders_is_provisional(reminders, 2));
    pdoc_reminders_unref(reminders);
    pdoc_calendar_unref(calendar);
}

static void a_due_day_on_a_day_off_is_reminded_of_before_it(void **state)
{
    (void)state;
    pdoc_calendar *calendar = weekdays();
    pdoc_reminders *reminders = ask(USUAL,
                                    REGISTER("<document id=\"d1\"><title>T</title><version n=\"1\"/><history>" DECIDED(
                                        "2020-07-08") /* a Saturday */
                                             "</history></document>"),
                                    "2023-08-01", calendar, "P0D");
    assert_int_equal(pdoc_reminders_count(reminders), 1);
    assert_reminder(reminders, 0, "2023-07-07", "d1/review/2023-07-08/P0D");
    pdoc_reminders_unref(reminders);
    pdoc_calendar_unref(calendar);
}

static void what_is_not_overdue_is_not_reminded_of_as_overdue(void **state)
{
    (void)state;
    pdoc_reminders *reminders = ask(USUAL, SIMPLE, "2023-07-07", NULL, NULL);
    assert_int_equal(pdoc_reminders_count(reminders), 2);
    pdoc_reminders_unref(reminders);
    reminders = ask(USUAL, SIMPLE, "2023-07-08", NULL, NULL);
    assert_int_equal(pdoc_reminders_count(reminders), 3);
    pdoc_reminders_unref(reminders);
}

static void a_review_that_was_completed_begins_other_reminders(void **state)
{
    (void)state;
    static const char reviewed[] = REGISTER(POLICY_OF("", "<reviewed id=\"e2\" on=\"2021-03-01\" version=\"1\"/>"));
    pdoc_reminders *reminders = ask(USUAL, reviewed, "2024-03-02", NULL, NULL);
    assert_int_equal(pdoc_reminders_count(reminders), 3);
    assert_reminder(reminders, 0, "2024-01-01", "d1/review/2024-03-01/-P2M");
    assert_null(pdoc_reminders_recipient(reminders, 0));
    pdoc_reminders_unref(reminders);
}

static void of_a_printed_month_the_last_day_counts(void **state)
{
    (void)state;
    static const char june[] = REGISTER(POLICY_OF("<row field=\"date-review\" value=\"2023-06\"><label>Review</label>"
                                                  "<text>June 2023</text></row>",
                                                  ""));
    pdoc_reminders *reminders = ask(USUAL, june, "2023-08-01", NULL, "P0D,-P1M");
    assert_int_equal(pdoc_reminders_count(reminders), 2);
    assert_reminder(reminders, 0, "2023-05-30", "d1/review/2023-06-30/-P1M");
    assert_reminder(reminders, 1, "2023-06-30", "d1/review/2023-06-30/P0D");
    pdoc_reminders_unref(reminders);
}

static void rows_say_whom_and_when_and_keys_differ_at_one_offset(void **state)
{
    (void)state;
    static const char rows[] = HEADED(
        "<reminder id=\"a\" offset=\"-P7D\"/><reminder id=\"m\" offset=\"-P7D\" recipient=\"field.manager\"/>"
        "<reminder id=\"s\" offset=\"-P14D\" recipient=\"field.sponsor\"/>"
        "<reminder id=\"t\" offset=\"-P21D\" recipient=\"category\"/>"
        "<reminder id=\"no\" offset=\"-P28D\"><when><present of=\"field.sponsor\"/></when></reminder>"
        "<reminder id=\"unsure\" offset=\"-P28D\"><when><equals of=\"type\" value=\"strategy\"/></when></reminder>");
    static const char sheet[] =
        REGISTER(LEAD POLICY_OF(CELL("author", "A post") CELL("manager", "practice lead") CELL("sponsor", ""), ""));
    pdoc_reminders *reminders = ask(rows, sheet, "2023-05-01", NULL, NULL);
    assert_int_equal(pdoc_reminders_count(reminders), 5);
    assert_reminder(reminders, 0, "2023-06-09",
                    "d1/review/2023-07-07/-P28D/unsure"); /* one too many is better than one too few */
    assert_reminder(reminders, 1, "2023-06-16", "d1/review/2023-07-07/-P21D");
    assert_null(pdoc_reminders_recipient(reminders, 1));
    assert_null(pdoc_reminders_recipient(reminders, 2)); /* a blank cell names nobody */
    assert_reminder(reminders, 3, "2023-06-30", "d1/review/2023-07-07/-P7D");
    assert_string_equal(pdoc_reminders_recipient(reminders, 3), "A post");
    assert_reminder(reminders, 4, "2023-06-30", "d1/review/2023-07-07/-P7D/m");
    assert_string_equal(pdoc_reminders_recipient(reminders, 4), "Lead for Practice");
    pdoc_reminders_unref(reminders);
}

static void reminders_come_by_day_then_by_document(void **state)
{
    (void)state;
    static const char two[] = REGISTER("<document id=\"z\"><title>Z</title><version n=\"1\"/><history>" DECIDED(
        "2020-07-08") "</history></document><document id=\"a\"><title>A</title><version n=\"1\"/><history>"
                      "<decided id=\"e2\" on=\"2020-07-07\" version=\"1\" outcome=\"approved\"/></history></document>");
    pdoc_reminders *reminders = ask(USUAL, two, "2023-05-01", NULL, "-P2D,-P1D,-P3D");
    static const char *const keys[] = {"a/review/2023-07-07/-P3D", "z/review/2023-07-08/-P3D",
                                       "a/review/2023-07-07/-P2D", "z/review/2023-07-08/-P2D",
                                       "a/review/2023-07-07/-P1D", "z/review/2023-07-08/-P1D"};
    assert_int_equal(pdoc_reminders_count(reminders), 6);
    for (size_t i = 0; i < 6; i++)
        assert_string_equal(pdoc_reminders_key(reminders, i), keys[i]);
    pdoc_reminders_unref(reminders);
}

static void nothing_due_gives_nothing(void **state)
{
    (void)state;
    pdoc_reminders *reminders =
        ask(USUAL, REGISTER("<document id=\"d1\"><title>T</title></document>"), "2023-08-01", NULL, NULL);
    assert_int_equal(pdoc_reminders_count(reminders), 0);
    pdoc_reminders_unref(reminders);
}

static void what_is_not_there_has_no_answer(void **state)
{
    (void)state;
    pdoc_reminders *reminders = ask(USUAL, SIMPLE, "2023-08-01", NULL, NULL);
    const pdoc_reminders *asked[] = {NULL, reminders};
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(pdoc_reminders_on(asked[i], 3).year, 0);
        assert_null(pdoc_reminders_key(asked[i], 3));
        assert_int_equal(pdoc_reminders_document_index(asked[i], 3), SIZE_MAX);
        assert_int_equal(pdoc_reminders_due(asked[i], 3).year, 0);
        assert_int_equal(pdoc_reminders_offset(asked[i], 3).months, 0);
        assert_null(pdoc_reminders_recipient(asked[i], 3));
        assert_null(pdoc_reminders_rule(asked[i], 3));
        assert_null(pdoc_reminders_clause(asked[i], 3));
        assert_false(pdoc_reminders_is_provisional(asked[i], 3));
    }
    assert_int_equal(pdoc_reminders_count(NULL), 0);
    assert_null(pdoc_reminders_ref(NULL));
    pdoc_reminders_unref(NULL);
    pdoc_reminders_unref(reminders);
}

static void questions_that_cannot_be_answered_are_refused(void **state)
{
    (void)state;
    static const struct {
        const char *offsets;
        pdoc_date after, until;
        pdoc_status status;
        const char *words;
    } cases[] = {
        {"", {2023, 1, 1}, {2023, 2, 1}, PDOC_ERR_INVALID, "of several each stands between commas"},
        {"-P60D,", {2023, 1, 1}, {2023, 2, 1}, PDOC_ERR_INVALID, "\"\" is no offset"},
        {"-P60D;P1D", {2023, 1, 1}, {2023, 2, 1}, PDOC_ERR_INVALID, "of several each stands between commas"},
        {"P7D, P1W", {2023, 1, 1}, {2023, 2, 1}, PDOC_ERR_INVALID, "P1W is given twice"},
        {"-1 working-days", {2023, 1, 1}, {2023, 2, 1}, PDOC_ERR_INVALID, "there is no calendar to count them by"},
        {NULL, {2023, 2, 30}, {2023, 3, 1}, PDOC_ERR_ARGUMENT, "no day of the calendar"},
        {NULL, {2023, 2, 1}, {2023, 13, 1}, PDOC_ERR_ARGUMENT, "no day of the calendar"},
        {NULL, {2023, 2, 2}, {2023, 2, 1}, PDOC_ERR_ARGUMENT, "ends before it begins"},
    };
    pdoc_profile *profile = read_good(USUAL, NULL);
    pdoc_register *reg = read_register(SIMPLE);
    const pdoc_basis basis = {.size = sizeof basis, .as_of = day_of("2023-01-01"), .profile = profile};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pdoc_error *error = NULL;
        assert_null(pdoc_reminders_new(reg, &basis, cases[i].offsets, cases[i].after, cases[i].until, &error));
        assert_int_equal(pdoc_error_status(error), cases[i].status);
        assert_says(pdoc_error_message(error), cases[i].words);
        pdoc_error_free(error);
    }
    assert_null(pdoc_reminders_new(NULL, &basis, NULL, day_of("2023-01-01"), day_of("2023-02-01"), NULL));
    assert_null(pdoc_reminders_new(reg, NULL, NULL, day_of("2023-01-01"), day_of("2023-02-01"), NULL));
    pdoc_register_unref(reg);
    pdoc_profile_unref(profile);
}

static void more_offsets_than_a_hundred_are_refused(void **state)
{
    (void)state;
    char text[1000] = "P1D";
    for (int i = 2; i <= 101; i++)
        snprintf(text + strlen(text), sizeof text - strlen(text), ",P%dD", i);
    pdoc_error *error = NULL;
    pdoc_profile *profile = read_good(USUAL, NULL);
    pdoc_register *reg = read_register(SIMPLE);
    const pdoc_basis basis = {.size = sizeof basis, .as_of = day_of("2023-01-01"), .profile = profile};
    assert_null(pdoc_reminders_new(reg, &basis, text, day_of("2023-01-01"), day_of("2023-02-01"), &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_INVALID);
    pdoc_error_free(error);
    pdoc_register_unref(reg);
    pdoc_profile_unref(profile);
}

static void a_row_in_working_days_needs_a_calendar(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    pdoc_profile *profile = read_good(HEADED("<reminder id=\"w\" offset=\"-5 working-days\"/>"), NULL);
    pdoc_register *reg = read_register(SIMPLE);
    const pdoc_basis basis = {.size = sizeof basis, .as_of = day_of("2023-01-01"), .profile = profile};
    assert_null(pdoc_reminders_new(reg, &basis, NULL, day_of("2023-01-01"), day_of("2023-02-01"), &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_JUDGE);
    assert_says(pdoc_error_message(error), "the reminder \"w\" of the profile counts working days (-5 working-days)");
    pdoc_error_free(error);
    pdoc_register_unref(reg);
    pdoc_profile_unref(profile);
}

static void without_bounds_all_come(void **state)
{
    (void)state;
    pdoc_profile *profile = read_good(USUAL, NULL);
    pdoc_register *reg = read_register(SIMPLE);
    const pdoc_date none = {0, 0, 0};
    const pdoc_basis basis = {.size = sizeof basis, .as_of = day_of("2023-08-01"), .profile = profile};
    pdoc_reminders *all = pdoc_reminders_new(reg, &basis, "-P500Y,P500Y,-P5000Y,P9000Y", none, none, NULL);
    assert_int_equal(pdoc_reminders_count(all), 2); /* there is no day outside the years 1 to 9999 */
    pdoc_reminders_unref(all);
    pdoc_reminders *of_months = pdoc_reminders_new(reg, &basis, NULL, day_of("2023-05"), day_of("2023-07"), NULL);
    assert_int_equal(pdoc_reminders_count(of_months), 2);
    pdoc_reminders_unref(of_months);
    pdoc_register_unref(reg);
    pdoc_profile_unref(profile);
}

struct question {
    const pdoc_register *reg;
    const pdoc_basis *basis;
    const char *offsets;
    pdoc_publish_options options;
};

static bool publish(void *context, pdoc_error **error)
{
    const struct question *question = context;
    pdoc_reminders *reminders = pdoc_reminders_new(question->reg, question->basis, question->offsets,
                                                   (pdoc_date){2022, 1, 1}, (pdoc_date){2024, 1, 1}, error);
    pdoc_text *text = reminders ? pdoc_reminders_publish(reminders, question->reg, &question->options, error) : NULL;
    const bool is_published = text != NULL;
    pdoc_text_free(text);
    pdoc_reminders_unref(reminders);
    return is_published;
}

static void memory_that_runs_out_is_an_error(void **state)
{
    (void)state;
    pdoc_profile *profile = read_good(USUAL, NULL);
    pdoc_register *reg = read_register(SIMPLE);
    const pdoc_basis basis = {.size = sizeof basis, .as_of = day_of("2023-08-01"), .profile = profile};
    struct question questions[] = {
        {reg, &basis, NULL, {.size = sizeof questions->options}},
        {reg, &basis, "-P2M,P7D", {.size = sizeof questions->options, .by = "recipient"}},
        {reg, &basis, NULL, {.size = sizeof questions->options, .format = PDOC_FORMAT_JSON}},
    };
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
        assert_true(fail_every_allocation(publish, &questions[i], true) > 10);
        assert_true(fail_every_allocation(publish, &questions[i], false) > 10);
    }
    pdoc_register_unref(reg);
    pdoc_profile_unref(profile);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_row_gives_a_reminder_with_its_key),
        cmocka_unit_test(a_calendar_moves_back_what_is_before_and_on_what_is_after),
        cmocka_unit_test(days_that_the_calendar_does_not_cover_are_provisional),
        cmocka_unit_test(a_due_day_on_a_day_off_is_reminded_of_before_it),
        cmocka_unit_test(what_is_not_overdue_is_not_reminded_of_as_overdue),
        cmocka_unit_test(a_review_that_was_completed_begins_other_reminders),
        cmocka_unit_test(of_a_printed_month_the_last_day_counts),
        cmocka_unit_test(rows_say_whom_and_when_and_keys_differ_at_one_offset),
        cmocka_unit_test(reminders_come_by_day_then_by_document),
        cmocka_unit_test(nothing_due_gives_nothing),
        cmocka_unit_test(what_is_not_there_has_no_answer),
        cmocka_unit_test(questions_that_cannot_be_answered_are_refused),
        cmocka_unit_test(more_offsets_than_a_hundred_are_refused),
        cmocka_unit_test(a_row_in_working_days_needs_a_calendar),
        cmocka_unit_test(without_bounds_all_come),
        cmocka_unit_test(memory_that_runs_out_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
