/* SPDX-License-Identifier: MIT */
/* Versions and extensions as objects: what they hold, that they outlive their register, and what is refused. */
#include "changing.h"

#define RULES_HERE                                                                                                     \
    RULES("<scheme id=\"numbers\" form=\"major-minor\" clause=\"s4\"/>" AMENDMENTS                                     \
          "<extension id=\"time\" by=\"board\" most-each=\"P6M\" most-total=\"P9M\" most-count=\"3\" "                 \
          "moves-date=\"true\" clause=\"s12\" inferred=\"true\"/>")
#define HISTORY                                                                                                        \
    "<decided id=\"e1\" on=\"2021-01-01\" version=\"1\" by=\"Board\" outcome=\"approved\"/>"                           \
    "<extended id=\"x1\" on=\"2023-12-01\" version=\"1\" by=\"Board\" until=\"2024-03-31\" reason=\"staff\"/>"         \
    "<reviewed id=\"r1\" on=\"2024-03-01\" version=\"1\"/>"                                                            \
    "<amended id=\"a1\" on=\"2024-04-01\" version=\"1\" by=\"Policy Group\" class=\"small\" reason=\"law\"/>"          \
    "<attested id=\"h1\" on=\"2024-04-01\" version=\"1\" sha256=\"" HASH "\"/>"                                        \
    "<extended id=\"x2\" on=\"2027-02-01\" version=\"1\" by=\"Board\" until=\"2027-06-01\"/>"                          \
    "<extended id=\"x3\" on=\"2027-05-01\" version=\"1\" by=\"Author\" until=\"2027-08\"/>"
#define HASH "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"

struct given {
    pdoc_register *reg;
    pdoc_profile *profile;
    pdoc_basis basis;
};

static struct given given_on(const char *day)
{
    struct given given = {.reg = read_register(REGISTER(
                              "<document id=\"d1\" type=\"policy\"><title>Bruising</title><reference>R1</reference>"
                              "<version n=\"1\" label=\"1.0\"/><version n=\"2\"/><history>" HISTORY
                              "</history></document><document id=\"d2\" type=\"policy\"><title>N</title></document>")),
                          .profile = read_good(RULES_HERE, NULL)};
    given.basis = (pdoc_basis){.size = sizeof given.basis, .as_of = day_of(day), .profile = given.profile};
    return given;
}

static void give_up(struct given *given)
{
    pdoc_register_unref(given->reg);
    pdoc_profile_unref(given->profile);
}

static void assert_day(pdoc_date day, const char *expected)
{
    assert_int_equal(pdoc_date_compare(day, day_of(expected)), 0);
}

static void versions_tell_what_is_recorded(void **state)
{
    (void)state;
    struct given given = given_on("2027-06-01");
    pdoc_versions *versions = pdoc_document_versions(pdoc_register_document(given.reg, 0), &given.basis, NULL);
    give_up(&given); /* what is told does not rest on the register */
    assert_non_null(versions);
    assert_int_equal(pdoc_versions_count(versions), 2);
    assert_string_equal(pdoc_versions_document_id(versions), "d1");
    assert_string_equal(pdoc_versions_document_title(versions), "Bruising");
    assert_string_equal(pdoc_versions_document_reference(versions), "R1");
    assert_string_equal(pdoc_versions_scheme(versions), "major-minor");
    assert_string_equal(pdoc_versions_rule(versions), "numbers");
    assert_string_equal(pdoc_versions_clause(versions), "s4");
    assert_day(pdoc_versions_as_of(versions), "2027-06-01");
    assert_int_equal(pdoc_versions_ordinal(versions, 0), 1);
    assert_string_equal(pdoc_versions_label(versions, 0), "1.0");
    assert_int_equal(pdoc_versions_phase(versions, 0), PDOC_PHASE_IN_FORCE);
    assert_day(pdoc_versions_since(versions, 0), "2021-01-01");
    assert_day(pdoc_versions_decided(versions, 0), "2021-01-01");
    assert_string_equal(pdoc_versions_decided_by(versions, 0), "Board");
    assert_day(pdoc_versions_amended(versions, 0), "2024-04-01");
    assert_string_equal(pdoc_versions_amendment_class(versions, 0), "minor");
    assert_string_equal(pdoc_versions_amended_by(versions, 0), "Policy Group");
    assert_string_equal(pdoc_versions_reason(versions, 0), "law");
    assert_string_equal(pdoc_versions_sha256(versions, 0), HASH);
    assert_null(pdoc_versions_problem(versions, 0));
    assert_null(pdoc_versions_label(versions, 1));
    assert_null(pdoc_versions_label(versions, 2));
    assert_string_equal(pdoc_versions_next(versions, "major"), "2.0");
    assert_string_equal(pdoc_versions_next(versions, "minor"), "1.1");   /* the step and the class are one */
    assert_string_equal(pdoc_versions_next(versions, "rewrite"), "2.0"); /* a class of the profile */
    assert_null(pdoc_versions_next(versions, "leap"));
    assert_ptr_equal(pdoc_versions_ref(versions), versions);
    pdoc_versions_unref(versions);
    pdoc_versions_unref(versions);
    pdoc_versions_unref(NULL);
}

static void extensions_are_counted_from_review_to_review(void **state)
{
    (void)state;
    struct given given = given_on("2027-06-15");
    pdoc_extensions *list = pdoc_register_extensions(given.reg, &given.basis, NULL);
    give_up(&given);
    assert_non_null(list);
    assert_int_equal(pdoc_extensions_count(list), 3);
    assert_day(pdoc_extensions_as_of(list), "2027-06-15");
    static const struct {
        const char *event, *on, *from, *until;
        int32_t delay, total;
        uint32_t number;
        bool is_open, moves;
    } expected[] = {{"x1", "2023-12-01", "2024-01-01", "2024-03-31", 90, 90, 1, false, true},
                    {"x2", "2027-02-01", "2027-03-01", "2027-06-01", 92, 92, 1, true, true},
                    {"x3", "2027-05-01", "2027-06-01", "2027-08-31", 91, 183, 2, true, false}};
    for (size_t i = 0; i < 3; i++) {
        assert_string_equal(pdoc_extensions_event(list, i), expected[i].event);
        assert_string_equal(pdoc_extensions_document_id(list, i), "d1");
        assert_string_equal(pdoc_extensions_document_title(list, i), "Bruising");
        assert_string_equal(pdoc_extensions_document_reference(list, i), "R1");
        assert_day(pdoc_extensions_on(list, i), expected[i].on);
        assert_day(pdoc_extensions_from(list, i), expected[i].from);
        assert_day(pdoc_extensions_until(list, i), expected[i].until);
        assert_int_equal(pdoc_extensions_delay(list, i), expected[i].delay);
        assert_int_equal(pdoc_extensions_total_delay(list, i), expected[i].total);
        assert_int_equal(pdoc_extensions_number(list, i), expected[i].number);
        assert_int_equal(pdoc_extensions_is_open(list, i), expected[i].is_open);
        assert_int_equal(pdoc_extensions_moves_date(list, i), expected[i].moves);
        assert_string_equal(pdoc_extensions_rule(list, i), "time");
        assert_string_equal(pdoc_extensions_clause(list, i), "s12");
        assert_true(pdoc_extensions_is_inferred(list, i) && pdoc_extensions_is_certain(list, i));
    }
    assert_string_equal(pdoc_extensions_by(list, 0), "Board");
    assert_string_equal(pdoc_extensions_reason(list, 0), "staff");
    assert_null(pdoc_extensions_problem(list, 0));
    assert_contains(pdoc_extensions_problem(list, 2), "given by Author, and it is for Board");
    assert_contains(pdoc_extensions_left(list, 2), "1 more, no later than 2027-12-01");
    assert_null(pdoc_extensions_event(list, 3));
    assert_ptr_equal(pdoc_extensions_ref(list), list);
    pdoc_extensions_unref(list);
    pdoc_extensions_unref(list);
}

/* What was given by somebody who may not is recorded, and moves nothing: the earlier one holds. */
static void what_breaks_the_rule_moves_nothing(void **state)
{
    (void)state;
    struct given given = given_on("2027-06-15");
    pdoc_schedule *schedule = pdoc_schedule_new(given.reg, &given.basis, NULL);
    const size_t entry = pdoc_schedule_find(schedule, 0);
    assert_day(pdoc_schedule_due(schedule, entry), "2027-06-01");
    assert_int_equal(pdoc_schedule_state(schedule, entry), PDOC_REVIEW_OVERDUE_EXTENDED);
    pdoc_schedule_unref(schedule);
    give_up(&given);
}

static void what_is_missing_is_refused(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    struct given given = given_on("2027-06-15");
    const pdoc_document *doc = pdoc_register_document(given.reg, 0);
    const pdoc_basis none = {.size = sizeof none, .profile = given.profile};
    assert_null(pdoc_document_versions(NULL, &given.basis, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
    pdoc_error_free(error), error = NULL;
    assert_null(pdoc_document_versions(doc, &none, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_JUDGE);
    pdoc_error_free(error), error = NULL;
    assert_null(pdoc_document_extensions(NULL, &given.basis, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
    pdoc_error_free(error), error = NULL;
    assert_null(pdoc_register_extensions(NULL, &given.basis, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
    pdoc_error_free(error), error = NULL;
    assert_null(pdoc_versions_publish(NULL, NULL, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
    pdoc_error_free(error), error = NULL;
    assert_null(pdoc_extensions_publish(NULL, NULL, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
    pdoc_error_free(error);
    pdoc_extensions *of_none = pdoc_document_extensions(pdoc_register_document(given.reg, 1), &given.basis, NULL);
    assert_non_null(of_none);
    assert_int_equal(pdoc_extensions_count(of_none), 0);
    pdoc_extensions_unref(of_none);
    give_up(&given);
}

static void labels_are_counted_on(void **state)
{
    (void)state;
    static const struct {
        const char *scheme, *label, *step;
        pdoc_status status;
        const char *next;
    } cases[] = {
        {"v-number", "V3", "major", PDOC_OK, "V4"},         {"draft-final", NULL, "draft", PDOC_OK, "V1 Draft 1"},
        {"v-number", "3", "major", PDOC_ERR_INVALID, NULL}, {"v-number", "V3", "draft", PDOC_ERR_INVALID, NULL},
        {"roman", "III", "major", PDOC_ERR_ARGUMENT, NULL}, {"v-number", "V3", "leap", PDOC_ERR_ARGUMENT, NULL}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pdoc_error *error = NULL;
        pdoc_text *next = pdoc_scheme_next(cases[i].scheme, cases[i].label, cases[i].step, 0, &error);
        assert_int_equal(error ? pdoc_error_status(error) : PDOC_OK, cases[i].status);
        if (cases[i].next)
            assert_string_equal(pdoc_text_data(next), cases[i].next);
        assert_int_equal(next != NULL, cases[i].next != NULL);
        pdoc_text_free(next);
        pdoc_error_free(error);
    }
    assert_int_equal(pdoc_scheme_is_after("v-number", "V10", "V9"), PDOC_TRUE);
    assert_int_equal(pdoc_scheme_is_after("v-number", "V9", "V9"), PDOC_FALSE);
    assert_int_equal(pdoc_scheme_is_after("v-number", "9", "V9"), PDOC_UNKNOWN);
    assert_int_equal(pdoc_scheme_is_after("roman", "V", "I"), PDOC_UNKNOWN);
    assert_int_equal(pdoc_scheme_is_after(NULL, "Edition 3 of 2024", "Edition 2 of 2025"), PDOC_TRUE);
    assert_int_equal(pdoc_scheme_is_after(NULL, "new", "old"), PDOC_UNKNOWN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(versions_tell_what_is_recorded),
        cmocka_unit_test(extensions_are_counted_from_review_to_review),
        cmocka_unit_test(what_breaks_the_rule_moves_nothing),
        cmocka_unit_test(what_is_missing_is_refused),
        cmocka_unit_test(labels_are_counted_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
