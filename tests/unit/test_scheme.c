/* SPDX-License-Identifier: MIT */
/* Labels of versions: every form is read, counted on and written; what comes next is after what was. */
#include "governance/change/scheme.h"

#include "profiles.h"

static const struct {
    const char *form, *from, *step, *next; /* from NULL: none yet; next NULL: the form has no such step */
    unsigned year;
} steps[] = {
    {"integer", NULL, "final", "1", 0},
    {"integer", "9", "minor", "10", 0},
    {"integer", "9", "draft", NULL, 0},
    {"v-number", NULL, "major", "V1", 0},
    {"v-number", "v 1", "major", "V2", 0},
    {"issue-number", "Issue 3", "revision", "Issue 4", 0},
    {"major-minor", NULL, "draft", "0.1", 0},
    {"major-minor", "0.1", "draft", "0.2", 0},
    {"major-minor", "0.2", "final", "1.0", 0},
    {"major-minor", "0.2", "minor", "1.0", 0},
    {"major-minor", "1.0", "minor", "1.1", 0},
    {"major-minor", "1.1.2", "minor", "1.2", 0},
    {"major-minor", "1.1", "revision", "1.1.1", 0},
    {"major-minor", "V1.9", "major", "V2.0", 0},
    {"year-number", NULL, "major", "2026.1", 2026},
    {"year-number", NULL, "major", NULL, 0},
    {"year-number", "2026.1", "major", "2026.2", 2026},
    {"year-number", "2025.7.1", "minor", "2026.1", 2026},
    {"year-number", "2026.2", "revision", "2026.2.1", 2026},
    {"year-number", "2026.2.1", "minor", "2026.3", 0},
    {"draft-final", NULL, "draft", "V1 Draft 1", 0},
    {"draft-final", "V1 Draft 1", "draft", "V1 Draft 2", 0},
    {"draft-final", "V1 Draft 2", "final", "V1 Final", 0},
    {"draft-final", "v1 final", "draft", "V2 Draft 1", 0},
    {"draft-final", "V1 Final", "final", "V2 Final", 0},
    {"integer", "1", "none", NULL, 0},
    {"integer", "999999999", "major", NULL, 0},
};

static void each_step_leads_to_the_next_label(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        const struct pdoc__scheme_form *form = pdoc__scheme_form(steps[i].form);
        struct pdoc__label from, next;
        char text[PDOC__LABEL_TEXT] = "";
        assert_non_null(form);
        assert_true(!steps[i].from || pdoc__label_read(form, steps[i].from, &from));
        const bool is_there =
            pdoc__label_next(form, steps[i].from ? &from : NULL, pdoc__step_find(steps[i].step), steps[i].year, &next);
        assert_int_equal(is_there, steps[i].next != NULL);
        if (is_there)
            pdoc__label_write(form, &next, text);
        assert_string_equal(text, steps[i].next ? steps[i].next : "");
    }
}

static void what_is_none_of_the_form_is_refused(void **state)
{
    (void)state;
    static const struct {
        const char *form, *text;
    } wrong[] = {{"integer", "V1"},
                 {"integer", "01"},
                 {"integer", "1.0"},
                 {"integer", ""},
                 {"integer", "1 "},
                 {"v-number", "1"},
                 {"v-number", "V1.1"},
                 {"v-number", "V"},
                 {"issue-number", "V1"},
                 {"major-minor", "1"},
                 {"major-minor", "1.2.3.4"},
                 {"major-minor", "1."},
                 {"year-number", "26.1"},
                 {"year-number", "2026"},
                 {"draft-final", "V1"},
                 {"draft-final", "V1 Draft"},
                 {"draft-final", "V1 Draft 0"},
                 {"integer", "1000000000"},
                 {"integer", "99999999999999999999"}};
    struct pdoc__label label;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_false(pdoc__label_read(pdoc__scheme_form(wrong[i].form), wrong[i].text, &label));
    assert_false(pdoc__label_read(NULL, "draft", &label));
    assert_false(pdoc__label_read(NULL, NULL, &label));
    assert_null(pdoc__scheme_form("no-such-form"));
}

/* From nothing, by every row of steps that a small generator makes: each label is after the last, and reads as written.
 */
static void a_successor_is_after_and_is_read_as_it_is_written(void **state)
{
    (void)state;
    uint32_t seed = 7;
    for (size_t row = 0; row < pdoc_table_count(PDOC_TABLE_SCHEME); row++) {
        const struct pdoc__scheme_form *form = pdoc__scheme_form(pdoc_table_code(PDOC_TABLE_SCHEME, row));
        struct pdoc__label last = {.count = 0}, next, again;
        assert_non_null(form); /* every row of the table has a form */
        size_t made = 0;
        for (size_t i = 0; i < 2000; i++) {
            seed = seed * 1664525u + 1013904223u;
            const enum pdoc__step step = (enum pdoc__step)(1 + (seed >> 16) % (PDOC__STEP_COUNT - 1));
            const uint32_t year = 2000 + (uint32_t)i / 100;
            char text[PDOC__LABEL_TEXT];
            if (!pdoc__label_next(form, made ? &last : NULL, step, year, &next))
                continue;
            assert_true(made == 0 || pdoc__label_compare(&next, &last) > 0);
            pdoc__label_write(form, &next, text);
            assert_true(pdoc__label_read(form, text, &again));
            assert_int_equal(pdoc__label_compare(&next, &again), 0);
            last = next;
            made++;
        }
        assert_true(made > 1000);
    }
}

static void steps_show_where_the_form_shows_them(void **state)
{
    (void)state;
    static const struct {
        const char *form, *from, *to, *step; /* NULL: not shown */
    } shown[] = {{"major-minor", "1.0", "1.1", "minor"},
                 {"major-minor", "1.1", "2.0", "major"},
                 {"major-minor", "1.1", "1.1.1", "revision"},
                 {"integer", "1", "2", NULL},
                 {"year-number", "2026.1", "2026.1.1", "revision"},
                 {"year-number", "2026.1", "2026.2", NULL}};
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
        const struct pdoc__scheme_form *form = pdoc__scheme_form(shown[i].form);
        struct pdoc__label from, to;
        assert_true(pdoc__label_read(form, shown[i].from, &from) && pdoc__label_read(form, shown[i].to, &to));
        assert_int_equal(pdoc__label_step(form, &from, &to), pdoc__step_find(shown[i].step));
    }
}

static void drafts_are_told_from_what_was_decided(void **state)
{
    (void)state;
    static const struct {
        const char *form, *text;
        bool is_draft;
    } labels[] = {{"major-minor", "0.3", true},
                  {"major-minor", "1.0", false},
                  {"draft-final", "V2 Draft 1", true},
                  {"draft-final", "V2 Final", false},
                  {"integer", "1", false}};
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        const struct pdoc__scheme_form *form = pdoc__scheme_form(labels[i].form);
        struct pdoc__label label;
        assert_true(pdoc__label_read(form, labels[i].text, &label));
        assert_int_equal(pdoc__label_is_draft(form, &label), labels[i].is_draft);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_step_leads_to_the_next_label),
        cmocka_unit_test(what_is_none_of_the_form_is_refused),
        cmocka_unit_test(a_successor_is_after_and_is_read_as_it_is_written),
        cmocka_unit_test(steps_show_where_the_form_shows_them),
        cmocka_unit_test(drafts_are_told_from_what_was_decided),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
