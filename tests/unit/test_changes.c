/* SPDX-License-Identifier: MIT */
/* What differs between two schedules: each kind of change, what is refused, and how it is published. */
#include "planning.h"

/* `plus` is the time that a review has: by category, so that each document changes in its own way. */
#define RULE(id, category, years)                                                                                      \
    "<due id=\"" id "\" kind=\"review\" clause=\"s" id "\" anchors=\"approved\" offset=\"" years                       \
    "\"><when><all><present of=\"category\"/><equals of=\"category\" value=\"" category "\"/></all></when></due>"
#define PROFILE_OF(rows)                                                                                               \
    PROFILE("<facts><fact id=\"approved\" event=\"decided\"/></facts><schedule>" rows "</schedule>")
#define OLD                                                                                                            \
    PROFILE_OF(RULE("one", "becomes", "P5Y") RULE("two", "recovers", "P1Y") RULE("three", "earlier", "P5Y")            \
                   RULE("four", "later", "P4Y") RULE("five", "lost", "P4Y") RULE("six", "same", "P4Y"))
#define NEW                                                                                                            \
    PROFILE_OF(RULE("seven", "becomes", "P2Y") RULE("two", "recovers", "P6Y") RULE("three", "earlier", "P4Y")          \
                   RULE("four", "later", "P5Y") RULE("five", "gained", "P4Y") RULE("six", "same", "P4Y"))
#define DOCUMENT_OF(id, category)                                                                                      \
    "<document id=\"" id "\" type=\"policy\" category=\"" category "\"><title>Of category " category                   \
    "</title><reference>R</reference><version n=\"1\"/><history><decided id=\"e-" id                                   \
    "\" on=\"2020-07-07\" version=\"1\" outcome=\"approved\"/></history></document>"
#define SIX                                                                                                            \
    REGISTER(DOCUMENT_OF("a", "same") DOCUMENT_OF("b", "gained") DOCUMENT_OF("c", "lost") DOCUMENT_OF("d", "later")    \
                 DOCUMENT_OF("e", "earlier") DOCUMENT_OF("f", "recovers") DOCUMENT_OF("g", "becomes"))

static pdoc_schedule *schedule_of(const pdoc_register *reg, const char *profile_text, const char *day)
{
    pdoc_profile *profile = read_good(profile_text, NULL);
    const pdoc_basis basis = {.size = sizeof basis, .as_of = day_of(day), .profile = profile};
    pdoc_schedule *schedule = pdoc_schedule_new(reg, &basis, NULL);
    assert_non_null(schedule);
    pdoc_profile_unref(profile);
    return schedule;
}

struct compared {
    pdoc_register *reg;
    pdoc_schedule *before;
    pdoc_schedule *after;
    pdoc_changes *changes;
};

static struct compared compare_on(const char *first, const char *second)
{
    struct compared compared = {.reg = read_register(SIX)};
    compared.before = schedule_of(compared.reg, OLD, first);
    compared.after = schedule_of(compared.reg, NEW, second);
    compared.changes = pdoc_schedule_compare(compared.before, compared.after, NULL);
    assert_non_null(compared.changes);
    return compared;
}

static void compared_end(struct compared *compared)
{
    pdoc_changes_unref(compared->changes);
    pdoc_schedule_unref(compared->before);
    pdoc_schedule_unref(compared->after);
    pdoc_register_unref(compared->reg);
}

static void assert_due(pdoc_date found, const char *expected)
{
    char text[PDOC_DATE_TEXT];
    assert_string_equal(pdoc_date_format(found, text), expected);
}

static void each_document_is_of_the_kind_that_weighs_most(void **state)
{
    (void)state;
    static const struct {
        pdoc_change_kind kind;
        size_t document;
        const char *before, *after;
    } expected[] = {
        {PDOC_CHANGE_BECOMES_OVERDUE, 6, "2025-07-07", "2022-07-07"},
        {PDOC_CHANGE_NO_LONGER_OVERDUE, 5, "2021-07-07", "2026-07-07"},
        {PDOC_CHANGE_EARLIER, 4, "2025-07-07", "2024-07-07"},
        {PDOC_CHANGE_LATER, 3, "2024-07-07", "2025-07-07"},
        {PDOC_CHANGE_DATE_GAINED, 1, "", "2024-07-07"},
        {PDOC_CHANGE_DATE_LOST, 2, "2024-07-07", ""},
    };
    struct compared compared = compare_on("2023-07-07", "2023-07-07");
    const pdoc_changes *changes = compared.changes;
    assert_int_equal(pdoc_changes_count(changes), 6);
    assert_int_equal(pdoc_changes_same_count(changes), 1);
    for (size_t i = 0; i < 6; i++) {
        assert_int_equal(pdoc_changes_kind(changes, i), expected[i].kind);
        assert_int_equal(pdoc_changes_kind_count(changes, expected[i].kind), 1);
        assert_int_equal(pdoc_changes_document_index(changes, i), expected[i].document);
        assert_due(pdoc_changes_due_before(changes, i), expected[i].before);
        assert_due(pdoc_changes_due_after(changes, i), expected[i].after);
    }
    assert_int_equal(pdoc_changes_kind_count(changes, PDOC_CHANGE_STATE_ONLY), 0);
    assert_int_equal(pdoc_changes_state_before(changes, 0), PDOC_REVIEW_IN_DATE);
    assert_int_equal(pdoc_changes_state_after(changes, 0), PDOC_REVIEW_OVERDUE);
    assert_string_equal(pdoc_changes_rule_before(changes, 0), "one");
    assert_string_equal(pdoc_changes_rule_after(changes, 0), "seven");
    assert_null(pdoc_changes_rule_before(changes, 4));
    assert_null(pdoc_changes_rule_after(changes, 5));
    compared_end(&compared);
}

static void another_day_alone_changes_states(void **state)
{
    (void)state;
    pdoc_register *reg = read_register(SIX);
    pdoc_schedule *before = schedule_of(reg, OLD, "2023-07-07");
    pdoc_schedule *after = schedule_of(reg, OLD, "2025-01-01");
    pdoc_changes *changes = pdoc_schedule_compare(before, after, NULL);
    assert_int_equal(pdoc_changes_count(changes), 3); /* those that have four years */
    assert_int_equal(pdoc_changes_kind_count(changes, PDOC_CHANGE_BECOMES_OVERDUE), 3);
    pdoc_changes_unref(changes);
    pdoc_schedule_unref(before);
    pdoc_schedule_unref(after);
    pdoc_register_unref(reg);
}

static void changes_outlive_schedules_and_register(void **state)
{
    (void)state;
    struct compared compared = compare_on("2023-07-07", "2023-07-07");
    pdoc_changes *kept = pdoc_changes_ref(compared.changes);
    compared_end(&compared);
    assert_string_equal(pdoc_changes_rule_after(kept, 0), "seven");
    pdoc_changes_unref(kept);
}

static void what_is_not_there_has_no_answer(void **state)
{
    (void)state;
    struct compared compared = compare_on("2023-07-07", "2023-07-07");
    const pdoc_changes *asked[] = {NULL, compared.changes};
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(pdoc_changes_document_index(asked[i], 6), SIZE_MAX);
        assert_int_equal(pdoc_changes_kind(asked[i], 6), PDOC_CHANGE_STATE_ONLY);
        assert_due(pdoc_changes_due_before(asked[i], 6), "");
        assert_due(pdoc_changes_due_after(asked[i], 6), "");
        assert_int_equal(pdoc_changes_state_before(asked[i], 6), PDOC_REVIEW_NONE);
        assert_int_equal(pdoc_changes_state_after(asked[i], 6), PDOC_REVIEW_NONE);
        assert_null(pdoc_changes_rule_before(asked[i], 6));
        assert_null(pdoc_changes_rule_after(asked[i], 6));
        assert_int_equal(pdoc_changes_kind_count(asked[i], (pdoc_change_kind)7), 0);
    }
    assert_int_equal(pdoc_changes_count(NULL), 0);
    assert_int_equal(pdoc_changes_same_count(NULL), 0);
    assert_null(pdoc_changes_ref(NULL));
    pdoc_changes_unref(NULL);
    compared_end(&compared);
}

static void schedules_of_different_registers_are_refused(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    struct compared compared = compare_on("2023-07-07", "2023-07-07");
    pdoc_register *small = read_register(REGISTER(DOCUMENT_OF("a", "same")));
    pdoc_schedule *other = schedule_of(small, OLD, "2023-07-07");
    assert_null(pdoc_schedule_compare(compared.before, other, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
    assert_says(pdoc_error_message(error), "one has 7 documents, the other 1");
    pdoc_error_free(error);
    error = NULL;
    assert_null(pdoc_schedule_compare(NULL, other, NULL));
    assert_null(pdoc_schedule_compare(other, NULL, NULL));
    assert_null(pdoc_changes_publish(compared.changes, small, NULL, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
    assert_says(pdoc_error_message(error), "made from another register");
    pdoc_error_free(error);
    assert_null(pdoc_changes_publish(NULL, small, NULL, NULL));
    assert_null(pdoc_changes_publish(compared.changes, NULL, NULL, NULL));
    const pdoc_publish_options svg = {.size = sizeof svg, .format = PDOC_FORMAT_SVG};
    assert_null(pdoc_changes_publish(compared.changes, compared.reg, &svg, NULL));
    pdoc_schedule_unref(other);
    pdoc_register_unref(small);
    compared_end(&compared);
}

static void every_form_tells_what_moves_and_by_how_much(void **state)
{
    (void)state;
    static const struct {
        pdoc_format format;
        const char *words;
    } cases[] = {
        {PDOC_FORMAT_TEXT, "Overdue: 1 before, 1 after."},
        {PDOC_FORMAT_TEXT, "-1096"},
        {PDOC_FORMAT_TEXT, "R (g)"}, /* all have the one reference */
        {PDOC_FORMAT_JSON, "\"days_moved\": 1826"},
        {PDOC_FORMAT_JSON, "\"days_moved\": null"},
        {PDOC_FORMAT_JSON, "\"rule_after\": \"seven\""},
        {PDOC_FORMAT_CSV, "date-lost,c,R,Of category lost,2024-07-07,,,in-date,"},
        {PDOC_FORMAT_XML, "<kind change=\"becomes-overdue\" label=\"Becomes overdue\" documents=\"1\"/>"},
        {PDOC_FORMAT_XML, "state-before=\"overdue\" state-after=\"in-date\""},
    };
    struct compared compared = compare_on("2023-07-07", "2023-07-07");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const pdoc_publish_options options = {.size = sizeof options, .format = cases[i].format};
        pdoc_text *text = pdoc_changes_publish(compared.changes, compared.reg, &options, NULL);
        assert_non_null(text);
        assert_says(pdoc_text_data(text), cases[i].words);
        pdoc_text_free(text);
    }
    compared_end(&compared);
}

static bool publish(void *context, pdoc_error **error)
{
    const struct compared *compared = context;
    pdoc_changes *changes = pdoc_schedule_compare(compared->before, compared->after, error);
    pdoc_text *text = changes ? pdoc_changes_publish(changes, compared->reg, NULL, error) : NULL;
    const bool is_published = text != NULL;
    pdoc_text_free(text);
    pdoc_changes_unref(changes);
    return is_published;
}

static void memory_that_runs_out_is_an_error(void **state)
{
    (void)state;
    struct compared compared = compare_on("2023-07-07", "2024-07-07");
    assert_true(fail_every_allocation(publish, &compared, true) > 5);
    assert_true(fail_every_allocation(publish, &compared, false) > 5);
    compared_end(&compared);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_document_is_of_the_kind_that_weighs_most),
        cmocka_unit_test(another_day_alone_changes_states),
        cmocka_unit_test(changes_outlive_schedules_and_register),
        cmocka_unit_test(what_is_not_there_has_no_answer),
        cmocka_unit_test(schedules_of_different_registers_are_refused),
        cmocka_unit_test(every_form_tells_what_moves_and_by_how_much),
        cmocka_unit_test(memory_that_runs_out_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
