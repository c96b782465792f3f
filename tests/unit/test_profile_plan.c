/* SPDX-License-Identifier: MIT */
/* The tables of plans and reminders in a profile: what is read, inherited, refused, and told by lint. */
#include "profiles.h"

#define PARTS                                                                                                          \
    "<parties><party id=\"board\" kind=\"board\"><name>Board</name></party></parties>"                                \
    "<facts><fact id=\"sent\" event=\"submitted\"/></facts>"
#define STEPS                                                                                                          \
    "<plan><step id=\"m\" kind=\"sign-off\" body=\"board\" clause=\"s1\" modality=\"should\" inferred=\"true\">"      \
    "<label>Meeting</label></step><step id=\"p\" kind=\"papers\" anchor=\"m deadline\" offset=\"-P14D\""              \
    " roll=\"none\" who=\"field.author\" done=\"sent\"><label>Papers</label></step>"                                  \
    "<step id=\"w\" kind=\"work\" anchor=\"m\" after=\"p\" needs=\"2 working-days\"><label>Work</label></step></plan>" \
    "<reminders><reminder id=\"r\" offset=\"-P2M\" recipient=\"field.owner\"/></reminders>"

static void rows_are_read(void **state)
{
    (void)state;
    pdoc_profile *profile = read_good(PROFILE(PARTS STEPS), NULL);
    assert_int_equal(pdoc_profile_row_count(profile, PDOC_PROFILE_PLAN), 3);
    assert_int_equal(pdoc_profile_row_count(profile, PDOC_PROFILE_REMINDERS), 1);
    assert_string_equal(pdoc_profile_row_id(profile, PDOC_PROFILE_PLAN, 1), "p");
    assert_string_equal(pdoc_profile_row_label(profile, PDOC_PROFILE_PLAN, 0), "Meeting");
    assert_string_equal(pdoc_profile_row_clause(profile, PDOC_PROFILE_PLAN, 0), "s1");
    assert_int_equal(pdoc_profile_row_modality(profile, PDOC_PROFILE_PLAN, 0), PDOC_MODALITY_SHOULD);
    assert_true(pdoc_profile_row_is_inferred(profile, PDOC_PROFILE_PLAN, 0));
    assert_null(pdoc_profile_row_id(profile, PDOC_PROFILE_PLAN, 3));
    const struct pdoc__plan_step *papers = &profile->plan[1];
    assert_int_equal(papers->offset.count, -14);
    assert_int_equal(papers->roll, PDOC_ROLL_NONE);
    assert_int_equal(profile->plan[0].roll, PDOC_ROLL_PRECEDING);
    assert_string_equal(profile->plan[0].body_code, "board");
    assert_null(papers->who_code);
    assert_int_equal(papers->who.kind, PDOC__OPERAND_FIELD);
    assert_int_equal(papers->done, 0);
    assert_string_equal(profile->plan[2].after, "p");
    assert_int_equal(profile->plan[2].needs.count, 2);
    assert_int_equal(profile->reminders[0].offset.months, -2);
    assert_string_equal(profile->reminders[0].to.name, "field.owner");
    pdoc_profile_unref(profile);
}

static void what_is_inherited_is_looked_up_anew(void **state)
{
    (void)state;
    pdoc_profile_set *set = pdoc_profile_set_new(NULL);
    pdoc_profile *base = read_good("<profile xmlns=\"urn:policydoc:1\" id=\"base\">" PARTS STEPS "</profile>", NULL);
    assert_int_equal(pdoc_profile_set_add(set, base, NULL), PDOC_OK);
    pdoc_profile_unref(base);
    pdoc_profile *child =
        read_good("<profile xmlns=\"urn:policydoc:1\" id=\"child\" extends=\"base\">"
                  "<facts><fact id=\"first\" event=\"drafted\"/></facts>"
                  "<plan><step id=\"m\" kind=\"sign-off\" body=\"other\"/><step id=\"w\" withdrawn=\"true\"/></plan>"
                  "<reminders><reminder id=\"s\" offset=\"P1W\"/></reminders></profile>",
                  set);
    pdoc_profile_set_unref(set);
    assert_int_equal(child->counts[PDOC_PROFILE_PLAN], 2);
    assert_string_equal(child->plan[0].body_code, "other");
    assert_string_equal(child->plan[1].anchors.items[0], "m");
    assert_true(child->plan[1].has_offset);
    assert_string_equal(child->facts[child->plan[1].done].rule.id, "sent");
    assert_string_equal(child->plan[1].who.name, "field.author");
    assert_int_equal(child->counts[PDOC_PROFILE_REMINDERS], 2);
    assert_string_equal(child->reminders[0].to.name, "field.owner");
    pdoc_profile_unref(child);
}

static void what_makes_no_plan_is_refused(void **state)
{
    static const struct {
        const char *text;
        const char *word;
    } cases[] = {
        {PROFILE("<plan><step id=\"a\" kind=\"papers\" anchor=\"z\"/></plan>"), "'z', which is not a step"},
        {PROFILE("<plan><step id=\"a\" kind=\"work\" after=\"z\"/></plan>"), "after 'z', which is not a step"},
        {PROFILE("<plan><step id=\"a\" kind=\"papers\" anchor=\"b\"/><step id=\"b\" kind=\"papers\" anchor=\"a\"/></plan>"),
         "counted from itself"},
        {PROFILE("<plan><step id=\"a\" kind=\"papers\" anchor=\"a\"/></plan>"), "counted from itself"},
        {PROFILE("<plan><step id=\"a\" kind=\"papers\" offset=\"P3D\"/></plan>"), "counted back"},
        {PROFILE("<plan><step id=\"a\" kind=\"lunch\"/></plan>"), "lunch"},
        {PROFILE("<plan><step id=\"a\"/></plan>"), "needs a kind"},
        {PROFILE("<plan><step id=\"a\" kind=\"papers\" done=\"z\"/></plan>"), "'z', which is not a fact"},
        {PROFILE("<plan><step id=\"a\" kind=\"papers\" roll=\"up\"/></plan>"), "preceding"},
        {PROFILE("<reminders><reminder id=\"a\"/></reminders>"), "needs an offset"},
        {PROFILE("<reminders><reminder id=\"a\" offset=\"P0D\" recipient=\"z\"/></reminders>"), "not an operand"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pdoc_error *error = NULL;
        pdoc_profile *profile = read_text(cases[i].text, NULL, &error);
        assert_null(profile);
        assert_int_equal(pdoc_error_status(error), PDOC_ERR_INVALID);
        if (!strstr(pdoc_error_message(error), cases[i].word))
            fail_msg("%s: %s", cases[i].word, pdoc_error_message(error));
        pdoc_error_free(error);
    }
}

static bool lint_has(const pdoc_lint *lint, const char *code, const char *row)
{
    for (size_t i = 0; i < pdoc_lint_count(lint); i++)
        if (strcmp(pdoc_lint_code(lint, i), code) == 0 && strcmp(pdoc_lint_row(lint, i), row) == 0)
            return true;
    return false;
}

static void lint_tells_what_a_plan_leaves_unsaid(void **state)
{
    (void)state;
    pdoc_profile *profile =
        read_good(PROFILE("<facts><fact id=\"sender\" event=\"submitted\" give=\"by\"/></facts>"
                          "<plan><step id=\"m\" kind=\"scrutiny\"/><step id=\"n\" kind=\"sign-off\" body=\"nobody\"/>"
                          "<step id=\"w\" kind=\"work\"/><step id=\"p\" kind=\"papers\" done=\"sender\"/></plan>"),
                  NULL);
    pdoc_lint *lint = pdoc_profile_lint(profile, NULL);
    assert_true(lint_has(lint, "meeting-without-body", "m"));
    assert_true(lint_has(lint, "step-without-label", "m"));
    assert_true(lint_has(lint, "unknown-party", "n"));
    assert_true(lint_has(lint, "work-without-begin", "w"));
    assert_true(lint_has(lint, "not-a-date", "p"));
    assert_false(lint_has(lint, "unused-fact", "sender"));
    pdoc_lint_free(lint);
    pdoc_profile_unref(profile);
    profile = read_good(PROFILE(PARTS STEPS), NULL);
    lint = pdoc_profile_lint(profile, NULL);
    assert_int_equal(pdoc_lint_count(lint), 1);
    assert_true(lint_has(lint, "needs-calendar", "w")); /* which takes two working days */
    pdoc_lint_free(lint);
    pdoc_profile_unref(profile);
}

static bool read_it(void *context, pdoc_error **error)
{
    (void)context;
    pdoc_profile *profile = read_text(PROFILE(PARTS STEPS), NULL, error);
    pdoc_profile_unref(profile);
    return profile != NULL;
}

static void memory_that_runs_out_is_an_error(void **state)
{
    (void)state;
    assert_true(fail_every_allocation(read_it, NULL, false) > 5);
    assert_true(fail_every_allocation(read_it, NULL, true) > 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_read),
        cmocka_unit_test(what_is_inherited_is_looked_up_anew),
        cmocka_unit_test(what_makes_no_plan_is_refused),
        cmocka_unit_test(lint_tells_what_a_plan_leaves_unsaid),
        cmocka_unit_test(memory_that_runs_out_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
