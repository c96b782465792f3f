/* SPDX-License-Identifier: MIT */
/* Changes of practice issues: a case of which one is open is opened again for a reason only, and unknown words never.
 */
#include "auditing.h"

struct desk {
    pdoc_register *reg;
    pdoc_profile_set *profiles;
    pdoc_basis basis;
};

static void open_case(pdoc_register *reg, const char *reference, const char *day)
{
    assert_non_null(
        pdoc_register_open_issue(reg, "practice-issue", reference, "practitioner", "school", day_of(day), NULL));
}

static void begin(struct desk *desk)
{
    *desk = (struct desk){.reg = pdoc_register_new(NULL), .profiles = pdoc_profile_set_shipped(NULL)};
    assert_non_null(desk->reg);
    assert_non_null(desk->profiles);
    desk->basis = (pdoc_basis){.size = sizeof desk->basis,
                               .as_of = day_of("2026-03-30"),
                               .profile = pdoc_profile_set_find(desk->profiles, "rotherham-rscp"),
                               .profiles = desk->profiles};
    open_case(desk->reg, "RC-1", "2026-03-02");
}

static void end(struct desk *desk)
{
    pdoc_register_unref(desk->reg);
    pdoc_profile_set_unref(desk->profiles);
}

static pdoc_change *change(const struct desk *desk, const char *because)
{
    const pdoc_keeping keeping = {
        .size = sizeof keeping, .basis = &desk->basis, .recorder = "safeguarding-hub", .override_because = because};
    pdoc_change *begun = pdoc_change_begin(desk->reg, &keeping, NULL);
    assert_non_null(begun);
    return begun;
}

static size_t refusals(pdoc_change *begun)
{
    assert_int_equal(pdoc_change_examine(begun, NULL), PDOC_OK);
    return pdoc_change_objection_count(begun, PDOC_OBJECTION_REFUSAL);
}

static void a_case_is_not_opened_while_one_is_open(void **state)
{
    (void)state;
    struct desk desk;
    pdoc_error *error = NULL;
    begin(&desk);
    pdoc_change *begun = change(&desk, NULL);
    open_case(pdoc_change_register(begun), "RC-2", "2026-03-30");
    assert_int_equal(refusals(begun), 0); /* another case */
    open_case(pdoc_change_register(begun), "RC-1", "2026-03-30");
    open_case(pdoc_change_register(begun), "RC-2", "2026-03-30");
    assert_int_equal(refusals(begun), 2); /* also one that the change itself has opened */
    assert_string_equal(pdoc_change_objection_rule(begun, PDOC_OBJECTION_REFUSAL, 0), "issue-open-twice");
    assert_string_equal(pdoc_change_objection_place(begun, PDOC_OBJECTION_REFUSAL, 0), "issue/i3");
    assert_string_equal(pdoc_change_objection_message(begun, PDOC_OBJECTION_REFUSAL, 0),
                        "practice issue i3, case RC-1: the case is open already as i1, raised on 2026-03-02 by "
                        "practitioner");
    assert_string_equal(pdoc_change_objection_place(begun, PDOC_OBJECTION_REFUSAL, 1), "issue/i4");
    assert_true(pdoc_change_can_override(begun));
    assert_null(pdoc_change_finish(begun, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_REFUSED);
    pdoc_error_free(error);
    pdoc_change_free(begun);
    end(&desk);
}

static void one_that_has_ended_hinders_nothing(void **state)
{
    (void)state;
    struct desk desk;
    begin(&desk);
    pdoc_issue *issue = pdoc_register_issue(desk.reg, 0);
    assert_int_equal(pdoc_issue_record(issue, "closed", NULL, day_of("2026-03-09"), "practitioner", "school", NULL),
                     PDOC_OK);
    assert_int_equal(pdoc_issue_step_complete(issue, 0, "outcome", "no-issue", NULL), PDOC_OK);
    pdoc_change *begun = change(&desk, NULL);
    open_case(pdoc_change_register(begun), "RC-1", "2026-03-30");
    assert_int_equal(refusals(begun), 0);
    pdoc_change_free(begun);
    desk.basis.as_of = day_of("2026-03-08"); /* on that day it was open */
    begun = change(&desk, NULL);
    open_case(pdoc_change_register(begun), "RC-1", "2026-03-08");
    assert_int_equal(refusals(begun), 1);
    pdoc_change_free(begun);
    end(&desk);
}

static void a_reason_opens_it_and_is_recorded(void **state)
{
    (void)state;
    struct desk desk;
    begin(&desk);
    pdoc_change *begun = change(&desk, "another matter of the same case");
    open_case(pdoc_change_register(begun), "RC-1", "2026-03-30");
    pdoc_register *made = pdoc_change_finish(begun, NULL);
    assert_non_null(made);
    assert_int_equal(pdoc_register_issue_count(made), 2);
    const size_t last = pdoc_register_event_count(made) - 1;
    const pdoc_event *event = pdoc_register_event(made, last);
    assert_string_equal(pdoc_event_kind(event), "overridden");
    assert_string_equal(pdoc_event_attribute(event, "item"), "issue-open-twice");
    assert_string_equal(pdoc_event_attribute(event, "rationale"), "another matter of the same case");
    pdoc_register_unref(made);
    pdoc_change_free(begun);
    end(&desk);
}

static void no_reason_writes_a_word_that_nobody_knows(void **state)
{
    (void)state;
    struct desk desk;
    pdoc_error *error = NULL;
    begin(&desk);
    pdoc_change *begun = change(&desk, "it matters");
    pdoc_issue *issue = pdoc_register_issue(pdoc_change_register(begun), 0);
    assert_int_equal(pdoc_issue_record(issue, "noted", NULL, day_of("2026-03-30"), "practitioner", "school", NULL),
                     PDOC_OK);
    assert_int_equal(pdoc_issue_step_complete(issue, 0, "actions", "hit-by-father", NULL), PDOC_OK);
    assert_int_equal(refusals(begun), 1);
    assert_string_equal(pdoc_change_objection_rule(begun, PDOC_OBJECTION_REFUSAL, 0), "issue-code-unknown");
    assert_false(pdoc_change_can_override(begun));
    assert_null(pdoc_change_finish(begun, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_REFUSED);
    pdoc_error_free(error);
    pdoc_change_free(begun);
    assert_false(pdoc_change_can_override(NULL));
    end(&desk);
}

static bool examine_it(void *context, pdoc_error **error)
{
    const struct desk *desk = context;
    const pdoc_keeping keeping = {.size = sizeof keeping, .basis = &desk->basis};
    pdoc_change *begun = pdoc_change_begin(desk->reg, &keeping, error);
    bool done = begun && pdoc_register_open_issue(pdoc_change_register(begun), "practice-issue", "RC-1", "practitioner",
                                                  "school", (pdoc_date){2026, 3, 30}, error);
    done = done && pdoc_change_examine(begun, error) == PDOC_OK;
    if (done)
        assert_int_equal(pdoc_change_objection_count(begun, PDOC_OBJECTION_REFUSAL), 1);
    pdoc_change_free(begun);
    return done;
}

static void every_allocation_may_fail(void **state)
{
    (void)state;
    struct desk desk;
    begin(&desk);
    assert_true(fail_every_allocation(examine_it, &desk, false) > 50);
    assert_true(fail_every_allocation(examine_it, &desk, true) > 50);
    end(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_case_is_not_opened_while_one_is_open),
        cmocka_unit_test(one_that_has_ended_hinders_nothing),
        cmocka_unit_test(a_reason_opens_it_and_is_recorded),
        cmocka_unit_test(no_reason_writes_a_word_that_nobody_knows),
        cmocka_unit_test(every_allocation_may_fail),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
