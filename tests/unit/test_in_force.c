/* SPDX-License-Identifier: MIT */
/* What was in force on a day: by decision, by the sheet, by what was known then; expired and withdrawn versions. */
#include "auditing.h"

#define RULES    PROFILE("")
#define VERSIONS "<version n=\"1\" label=\"V1\"/><version n=\"2\" label=\"V2\"/>"
#define DECIDED(id, on, version, more)                                                                                 \
    "<decided id=\"" id "\" on=\"" on "\" version=\"" version "\" by=\"Exec\" outcome=\"approved\" " more "/>"
#define STORY                                                                                                          \
    REGISTER(                                                                                                          \
        "<document id=\"d1\" type=\"policy\"><title>Bruising</title><reference>P1</reference>" VERSIONS                \
        "<history>" DECIDED("e1", "2020-01-10", "1", "minute=\"3\"") DECIDED(                                          \
            "e2", "2021-03-03", "2",                                                                                   \
            "recorded=\"2021-04-01\" minute=\"6.2\"") "<published id=\"e3\" on=\"2021-03-20\" version=\"2\" "          \
                                                      "href=\"u\"/>"                                                   \
                                                      "<published id=\"e4\" on=\"2021-05-20\" version=\"2\"/>"         \
                                                      "<withdrawn id=\"e5\" on=\"2022-01-01\"/></history></document>")

static pdoc_in_force *ask(const char *register_text, const char *day, const char *known)
{
    pdoc_profile *profile = read_good(RULES, NULL);
    pdoc_register *reg = read_register(register_text);
    pdoc_error *error = NULL;
    pdoc_basis basis = {.size = sizeof basis, .as_of = day_of(day), .profile = profile};
    if (known)
        basis.known_on = day_of(known);
    pdoc_in_force *answer = pdoc_register_ask_in_force(reg, &basis, &error);
    assert_null(error);
    assert_non_null(answer);
    pdoc_register_unref(reg);
    pdoc_profile_unref(profile);
    return answer; /* it points into neither */
}

static void assert_day(pdoc_date date, const char *expected)
{
    char text[PDOC_DATE_TEXT];
    assert_string_equal(pdoc_date_format(date, text), expected);
}

static void the_version_its_approval_and_publication_are_told(void **state)
{
    (void)state;
    pdoc_in_force *answer = ask(STORY, "2021-06-01", NULL);
    assert_int_equal(pdoc_in_force_count(answer), 1);
    assert_string_equal(pdoc_in_force_document_id(answer, 0), "d1");
    assert_string_equal(pdoc_in_force_document_reference(answer, 0), "P1");
    assert_string_equal(pdoc_in_force_document_title(answer, 0), "Bruising");
    assert_int_equal(pdoc_in_force_version(answer, 0), 2);
    assert_string_equal(pdoc_in_force_label(answer, 0), "V2");
    assert_int_equal(pdoc_in_force_phase(answer, 0), PDOC_PHASE_IN_FORCE);
    assert_day(pdoc_in_force_since(answer, 0), "2021-03-03");
    assert_string_equal(pdoc_in_force_decision(answer, 0), "e2");
    assert_day(pdoc_in_force_approved(answer, 0), "2021-03-03");
    assert_string_equal(pdoc_in_force_approved_by(answer, 0), "Exec");
    assert_string_equal(pdoc_in_force_minute(answer, 0), "6.2");
    assert_false(pdoc_in_force_is_printed(answer, 0));
    assert_day(pdoc_in_force_published(answer, 0), "2021-03-20"); /* the first time */
    assert_string_equal(pdoc_in_force_published_at(answer, 0), "u");
    assert_null(pdoc_in_force_sha256(answer, 0));
    assert_day(pdoc_in_force_as_of(answer), "2021-06-01");
    pdoc_in_force *same = pdoc_in_force_ref(answer);
    pdoc_in_force_unref(answer);
    assert_int_equal(pdoc_in_force_version(same, 0), 2);
    pdoc_in_force_unref(same);
}

static void each_day_has_its_version(void **state)
{
    (void)state;
    static const struct {
        const char *day, *known, *decision;
        uint32_t version;
        pdoc_phase phase;
    } cases[] = {
        {"2020-01-09", NULL, NULL, 0, PDOC_PHASE_UNDETERMINED},     {"2020-01-10", NULL, "e1", 1, PDOC_PHASE_IN_FORCE},
        {"2021-03-02", NULL, "e1", 1, PDOC_PHASE_IN_FORCE},         {"2021-03-03", NULL, "e2", 2, PDOC_PHASE_IN_FORCE},
        {"2021-03-03", "2021-03-31", "e1", 1, PDOC_PHASE_IN_FORCE}, /* it was entered a month later */
        {"2021-03-03", "2021-04-01", "e2", 2, PDOC_PHASE_IN_FORCE}, {"2022-01-01", NULL, NULL, 0, PDOC_PHASE_WITHDRAWN},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pdoc_in_force *answer = ask(STORY, cases[i].day, cases[i].known);
        const char *decision = pdoc_in_force_decision(answer, 0);
        assert_int_equal(pdoc_in_force_version(answer, 0), cases[i].version);
        if (cases[i].phase != PDOC_PHASE_UNDETERMINED)
            assert_int_equal(pdoc_in_force_phase(answer, 0), cases[i].phase);
        assert_true(cases[i].decision ? decision && strcmp(decision, cases[i].decision) == 0 : !decision);
        if (cases[i].known)
            assert_day(pdoc_in_force_known(answer), cases[i].known);
        else
            assert_false(pdoc_date_is_recorded(pdoc_in_force_known(answer)));
        pdoc_in_force_unref(answer);
    }
}

static void a_version_released_for_a_later_day_leaves_the_one_before_in_force_until_then(void **state)
{
    (void)state;
    static const char story[] = REGISTER(
        "<document id=\"d1\" type=\"policy\"><title>Bruising</title>" VERSIONS
        "<history>" DECIDED("e1", "2020-01-10", "1", "") DECIDED(
            "e2", "2021-03-03", "2",
            "") "<released id=\"e3\" on=\"2021-03-10\" version=\"2\" effective=\"2021-04-01\"/></history></document>");
    static const struct {
        const char *day, *since;
        uint32_t version;
    } cases[] = {{"2021-03-03", "2020-01-10", 1},
                 {"2021-03-10", "2020-01-10", 1},
                 {"2021-03-31", "2020-01-10", 1},
                 {"2021-04-01", "2021-04-01", 2},
                 {"2022-01-01", "2021-04-01", 2}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pdoc_in_force *answer = ask(story, cases[i].day, NULL);
        assert_int_equal(pdoc_in_force_version(answer, 0), cases[i].version);
        assert_day(pdoc_in_force_since(answer, 0), cases[i].since);
        pdoc_in_force_unref(answer);
    }
}

static void a_sheet_serves_where_no_decision_is_recorded(void **state)
{
    (void)state;
    pdoc_in_force *answer = ask(
        REGISTER(
            "<document id=\"d1\" type=\"policy\"><title>T</title><version n=\"1\"><front-sheet>"
            "<row field=\"approved-by\"><text>The Board</text></row>"
            "<row field=\"date-approved\" value=\"2020-05-01\"/><row field=\"date-published\" value=\"2020-06-01\"/>"
            "</front-sheet><content href=\"a.pdf\" "
            "sha256=\"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\"/></version></document>"),
        "2020-05-15", NULL);
    assert_int_equal(pdoc_in_force_version(answer, 0), 1);
    assert_true(pdoc_in_force_is_printed(answer, 0));
    assert_string_equal(pdoc_in_force_approved_by(answer, 0), "The Board");
    assert_day(pdoc_in_force_approved(answer, 0), "2020-05-01");
    assert_null(pdoc_in_force_decision(answer, 0));
    assert_day(pdoc_in_force_published(answer, 0), "2020-06-01"); /* that is told, though it was still to come */
    assert_int_equal(strlen(pdoc_in_force_sha256(answer, 0)), 64);
    pdoc_in_force_unref(answer);
}

static void assert_says(pdoc_error **error, const char *words)
{
    assert_int_equal(pdoc_error_status(*error), PDOC_ERR_ARGUMENT);
    assert_non_null(strstr(pdoc_error_message(*error), words));
    pdoc_error_free(*error);
    *error = NULL;
}

/* As of the phases: what names no version speaks of the last one. */
static void a_decision_without_version_is_not_that_of_an_earlier_one(void **state)
{
    (void)state;
    pdoc_in_force *answer = ask(
        REGISTER(
            "<document id=\"d1\" type=\"policy\"><title>Bruising</title>" VERSIONS
            "<history><effective id=\"e1\" on=\"2020-01-10\" version=\"1\"/><published id=\"e2\" on=\"2021-03-20\"/>"
            "<decided id=\"e3\" on=\"2021-03-03\" by=\"Exec\" outcome=\"approved\" effective=\"2022-01-01\"/>"
            "</history></document>"),
        "2021-06-01", NULL);
    assert_int_equal(pdoc_in_force_version(answer, 0), 1);
    assert_null(pdoc_in_force_decision(answer, 0));
    assert_null(pdoc_in_force_approved_by(answer, 0));
    assert_day(pdoc_in_force_published(answer, 0), "");
    pdoc_in_force_unref(answer);
}

static void nothing_is_asked_of_nothing(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    pdoc_register *reg = read_register(REGISTER(""));
    assert_null(pdoc_document_ask_in_force(NULL, NULL, &error));
    assert_says(&error, "document");
    assert_null(pdoc_register_ask_in_force(NULL, NULL, &error));
    assert_says(&error, "register");
    assert_null(pdoc_register_ask_in_force(reg, NULL, &error));
    assert_says(&error, "basis");
    pdoc_register_unref(reg);
    assert_int_equal(pdoc_in_force_count(NULL), 0);
    assert_null(pdoc_in_force_document_id(NULL, 0));
    assert_null(pdoc_in_force_ref(NULL));
    pdoc_in_force_unref(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_version_its_approval_and_publication_are_told),
        cmocka_unit_test(each_day_has_its_version),
        cmocka_unit_test(a_version_released_for_a_later_day_leaves_the_one_before_in_force_until_then),
        cmocka_unit_test(a_sheet_serves_where_no_decision_is_recorded),
        cmocka_unit_test(a_decision_without_version_is_not_that_of_an_earlier_one),
        cmocka_unit_test(nothing_is_asked_of_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
