/* SPDX-License-Identifier: MIT */
/* One change: prepared on a copy, examined, refused or finished; who and why, corrections, overrides; the old one stays. */
#include "auditing.h"

#define RULES                                                                                                          \
    PROFILE("<facts><fact id=\"approved\" event=\"decided\"/><fact id=\"reviewed\" event=\"reviewed\"/>"               \
            "<fact id=\"told\" event=\"notified\"/></facts>"                                                           \
            "<schedule><due id=\"review\" kind=\"review\" clause=\"s10\" anchors=\"approved reviewed\" offset=\"P36M\"/>"   \
            "</schedule><flow><states><state id=\"any\" phase=\"draft\"/></states><transition id=\"reviewing\" event=\"reviewed\" purpose=\"sign-off\"/>"    \
            "</flow><requirements><requirement id=\"review-is-told\" of=\"document\" clause=\"s5\"><when>"                \
            "<present of=\"reviewed\"/></when><must><present of=\"told\"/></must></requirement>"                        \
            "<requirement id=\"review-has-body\" gate=\"sign-off\" clause=\"s4\" of=\"document\"><when><present of=\"reviewed\"/></when>"     \
            "<must><present of=\"field.owner\"/></must><message>a review needs an owner on the sheet</message>"        \
            "<remedy>Name the owner.</remedy></requirement>"                                                           \
            "<requirement id=\"wants-scope\" modality=\"should\" of=\"document\"><when><present of=\"reviewed\"/></when>" \
            "<must><present of=\"scope\"/></must></requirement></requirements>")
#define SHEET(owner) "<front-sheet><row field=\"author\"><text>Lead</text></row>" owner "</front-sheet>"
#define OWNER "<row field=\"owner\"><text>Executive</text></row>"
#define FILED(owner)                                                                                                   \
    REGISTER("<party code=\"lead\" kind=\"post\"><name>Lead</name></party>"                                            \
             "<party code=\"executive\" kind=\"executive\"><name>Executive</name></party>"                             \
             "<document id=\"d1\" type=\"policy\"><title>Bruising</title><reference>P1</reference>"                    \
             "<version n=\"1\" label=\"V1\">" SHEET(owner) "</version><version n=\"2\"/>"                              \
             "<history><decided id=\"e1\" on=\"2024-01-15\" version=\"1\" by=\"executive\" outcome=\"approved\"/>"     \
             "<released id=\"e2\" on=\"2024-01-16\" version=\"1\"/></history></document>"                              \
             "<document id=\"d2\" type=\"policy\"><title>Second</title><version n=\"1\"/></document>")

struct desk {
    pdoc_profile *profile;
    pdoc_register *reg;
    pdoc_basis basis;
    pdoc_keeping keeping;
    pdoc_change *change;
};

static struct desk desk_of(const char *register_text)
{
    struct desk desk = {.profile = read_good(RULES, NULL), .reg = read_register(register_text)};
    desk.basis = (pdoc_basis){.size = sizeof desk.basis, .as_of = day_of("2026-11-24"), .profile = desk.profile};
    desk.keeping = (pdoc_keeping){.size = sizeof desk.keeping};
    return desk;
}

static pdoc_document *begin(struct desk *desk)
{
    pdoc_error *error = NULL;
    desk->keeping.basis = &desk->basis;
    desk->change = pdoc_change_begin(desk->reg, &desk->keeping, &error);
    assert_null(error);
    assert_non_null(desk->change);
    return pdoc_register_document(pdoc_change_register(desk->change), 0);
}

static void desk_end(struct desk *desk)
{
    pdoc_change_free(desk->change);
    pdoc_register_unref(desk->reg);
    pdoc_profile_unref(desk->profile);
}

static pdoc_event *reviewed_on(pdoc_document *doc, const char *day)
{
    pdoc_event *event = pdoc_document_record(doc, "reviewed", day_of(day), (pdoc_date){0, 0, 0}, 1, "executive", NULL);
    assert_non_null(event);
    return event;
}

static void examine(const struct desk *desk)
{
    pdoc_error *error = NULL;
    assert_int_equal(pdoc_change_examine(desk->change, &error), PDOC_OK);
    assert_null(error);
}

static pdoc_register *finish(const struct desk *desk)
{
    pdoc_error *error = NULL;
    pdoc_register *made = pdoc_change_finish(desk->change, &error);
    if (!made)
        print_error("%s\n", pdoc_error_message(error));
    assert_non_null(made);
    assert_null(error);
    return made;
}

static const pdoc_event *last_event(const pdoc_register *reg, size_t document)
{
    const pdoc_document *doc = pdoc_register_document(reg, document);
    assert_true(pdoc_document_event_count(doc) > 0);
    return pdoc_document_event(doc, pdoc_document_event_count(doc) - 1);
}

static void assert_date(pdoc_date date, const char *expected)
{
    char text[PDOC_DATE_TEXT];
    assert_string_equal(pdoc_date_format(date, text), expected);
}

static void state_and_due_are_told_before_and_after(void **state)
{
    (void)state;
    struct desk desk = desk_of(FILED(OWNER));
    reviewed_on(begin(&desk), "2026-11-20");
    assert_null(pdoc_change_differences(desk.change));
    examine(&desk);
    assert_int_equal(pdoc_differences_count(pdoc_change_differences(desk.change)), 1);
    assert_int_equal(pdoc_change_document_count(desk.change), 1);
    assert_string_equal(pdoc_change_document_id(desk.change, 0), "d1");
    assert_string_equal(pdoc_change_document_reference(desk.change, 0), "P1");
    assert_string_equal(pdoc_change_document_title(desk.change, 0), "Bruising");
    assert_date(pdoc_change_due_before(desk.change, 0), "2027-01-15");
    assert_date(pdoc_change_due_after(desk.change, 0), "2029-11-20");
    assert_int_equal(pdoc_change_state_before(desk.change, 0), PDOC_REVIEW_IN_DATE);
    assert_int_equal(pdoc_change_state_after(desk.change, 0), PDOC_REVIEW_IN_DATE);
    assert_int_equal(pdoc_change_phase_before(desk.change, 0), PDOC_PHASE_IN_FORCE);
    assert_int_equal(pdoc_change_phase_after(desk.change, 0), PDOC_PHASE_IN_FORCE);
    assert_int_equal(pdoc_change_objection_count(desk.change, PDOC_OBJECTION_REFUSAL), 0);
    assert_null(pdoc_change_document_id(desk.change, 1));
    desk_end(&desk);
}

static void a_finished_change_is_another_register_with_who_and_why(void **state)
{
    (void)state;
    struct desk desk = desk_of(FILED(OWNER));
    desk.keeping.recorder = "lead";
    desk.keeping.reason = "minutes came in";
    reviewed_on(begin(&desk), "2026-11-20");
    pdoc_register *made = finish(&desk);
    const pdoc_event *event = last_event(made, 0);
    assert_string_equal(pdoc_event_kind(event), "reviewed");
    assert_date(pdoc_event_recorded(event), "2026-11-24");
    assert_string_equal(pdoc_event_attribute(event, "recorder"), "lead");
    assert_string_equal(pdoc_event_attribute(event, "why"), "minutes came in");
    assert_int_equal(pdoc_register_revision(made), 1);
    assert_date(pdoc_register_revised(made), "2026-11-24");
    assert_int_equal(pdoc_register_revision(desk.reg), 0);
    assert_int_equal(pdoc_document_event_count(pdoc_register_document(desk.reg, 0)), 2);
    pdoc_register_unref(made);
    desk_end(&desk);
}

static void what_is_broken_anew_is_refused_with_the_clause(void **state)
{
    (void)state;
    struct desk desk = desk_of(FILED(""));
    pdoc_error *error = NULL;
    reviewed_on(begin(&desk), "2026-11-20");
    assert_null(pdoc_change_finish(desk.change, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_REFUSED);
    assert_string_equal(pdoc_error_message(error), "review-has-body, s4: a review needs an owner on the sheet");
    assert_null(pdoc_error_next(error));
    pdoc_error_free(error);
    assert_int_equal(pdoc_change_objection_count(desk.change, PDOC_OBJECTION_REFUSAL), 1);
    assert_string_equal(pdoc_change_objection_rule(desk.change, PDOC_OBJECTION_REFUSAL, 0), "review-has-body");
    assert_string_equal(pdoc_change_objection_clause(desk.change, PDOC_OBJECTION_REFUSAL, 0), "s4");
    assert_string_equal(pdoc_change_objection_remedy(desk.change, PDOC_OBJECTION_REFUSAL, 0), "Name the owner.");
    assert_string_equal(pdoc_change_objection_document(desk.change, PDOC_OBJECTION_REFUSAL, 0), "d1");
    assert_string_equal(pdoc_change_objection_place(desk.change, PDOC_OBJECTION_REFUSAL, 0), "front-sheet/owner");
    bool has_warning = false;
    for (size_t i = 0; i < pdoc_change_objection_count(desk.change, PDOC_OBJECTION_WARNING); i++)
        has_warning |= strcmp(pdoc_change_objection_rule(desk.change, PDOC_OBJECTION_WARNING, i), "wants-scope") == 0;
    assert_true(has_warning);
    assert_null(pdoc_change_objection_message(desk.change, PDOC_OBJECTION_REFUSAL, 1));
    desk_end(&desk);
}

static void what_can_only_be_done_afterwards_is_to_be_done_next(void **state)
{
    (void)state;
    struct desk desk = desk_of(FILED(OWNER));
    reviewed_on(begin(&desk), "2026-11-20");
    pdoc_register *made = finish(&desk);
    assert_int_equal(pdoc_change_objection_count(desk.change, PDOC_OBJECTION_REFUSAL), 0);
    assert_int_equal(pdoc_change_objection_count(desk.change, PDOC_OBJECTION_NEXT), 1);
    assert_string_equal(pdoc_change_objection_rule(desk.change, PDOC_OBJECTION_NEXT, 0), "review-is-told");
    assert_string_equal(pdoc_change_objection_clause(desk.change, PDOC_OBJECTION_NEXT, 0), "s5");
    assert_null(pdoc_change_objection_rule(desk.change, PDOC_OBJECTION_NEXT, 1));
    pdoc_register_unref(made);
    desk_end(&desk);
}

static void a_refused_change_can_be_put_right_and_finished(void **state)
{
    (void)state;
    struct desk desk = desk_of(FILED(""));
    pdoc_error *error = NULL;
    pdoc_document *doc = begin(&desk);
    reviewed_on(doc, "2026-11-20");
    assert_null(pdoc_change_finish(desk.change, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_REFUSED);
    pdoc_error_free(error);
    struct pdoc_version *version = pdoc_document_find_version(doc, 1);
    assert_int_equal(pdoc_version_add_row(version, "owner", NULL, "Executive", NULL), PDOC_OK);
    pdoc_register_unref(finish(&desk));
    desk_end(&desk);
}

static void an_override_is_recorded_with_rule_clause_and_reason(void **state)
{
    (void)state;
    struct desk desk = desk_of(FILED(""));
    desk.keeping.override_because = "the owner is being found";
    desk.keeping.recorder = "lead";
    reviewed_on(begin(&desk), "2026-11-20");
    pdoc_register *made = finish(&desk);
    const pdoc_event *event = last_event(made, 0);
    assert_string_equal(pdoc_event_kind(event), "overridden");
    assert_string_equal(pdoc_event_attribute(event, "item"), "review-has-body");
    assert_string_equal(pdoc_event_attribute(event, "basis"), "s4");
    assert_string_equal(pdoc_event_attribute(event, "rationale"), "the owner is being found");
    assert_string_equal(pdoc_event_attribute(event, "recorder"), "lead");
    assert_date(pdoc_event_on(event), "2026-11-24");
    pdoc_register_unref(made);
    desk_end(&desk);
}

#define REVIEWED_WITHOUT_OWNER                                                                                         \
    REGISTER("<document id=\"d1\" type=\"policy\"><title>Bruising</title><version n=\"1\"/><history>"                   \
             "<decided id=\"e1\" on=\"2024-01-15\" version=\"1\" by=\"executive\" outcome=\"approved\"/>"              \
             "<reviewed id=\"e2\" on=\"2025-01-15\" version=\"1\"/></history></document>")

static void faults_that_were_there_refuse_nothing_that_is_no_matter_of_theirs(void **state)
{
    (void)state;
    struct desk desk = desk_of(REVIEWED_WITHOUT_OWNER);
    pdoc_document *doc = begin(&desk);
    assert_non_null(
        pdoc_document_record(doc, "notified", day_of("2026-11-20"), (pdoc_date){0, 0, 0}, 1, "executive", NULL));
    pdoc_register_unref(finish(&desk));
    desk_end(&desk);
}

static void a_gate_stands_also_where_the_fault_was_there_before(void **state)
{
    (void)state;
    struct desk desk = desk_of(REVIEWED_WITHOUT_OWNER);
    reviewed_on(begin(&desk), "2026-11-20");
    examine(&desk);
    assert_int_equal(pdoc_change_objection_count(desk.change, PDOC_OBJECTION_REFUSAL), 1);
    assert_string_equal(pdoc_change_objection_rule(desk.change, PDOC_OBJECTION_REFUSAL, 0), "review-has-body");
    desk_end(&desk);
}

static void an_event_that_has_not_happened_is_refused(void **state)
{
    (void)state;
    struct desk desk = desk_of(FILED(OWNER));
    pdoc_error *error = NULL;
    reviewed_on(begin(&desk), "2026-11-25");
    assert_null(pdoc_change_finish(desk.change, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_REFUSED);
    assert_contains(pdoc_error_message(error), "event-in-future");
    pdoc_error_free(error);
    desk_end(&desk);
}

/* Sets the author of version `ordinal`, and gives the finished register. */
static pdoc_register *author_set(struct desk *desk, uint32_t ordinal, const char *author)
{
    pdoc_document *doc = begin(desk);
    struct pdoc_version *version = pdoc_document_find_version(doc, ordinal);
    const int row = pdoc_version_find_row(version, "author");
    assert_int_equal(row < 0 ? pdoc_version_add_row(version, "author", NULL, author, NULL)
                             : pdoc_version_set_row(version, (size_t)row, author, NULL, NULL),
                     PDOC_OK);
    return finish(desk);
}

static void a_cell_of_a_version_in_force_is_corrected_by_an_event(void **state)
{
    (void)state;
    struct desk desk = desk_of(FILED(OWNER));
    pdoc_register *made = author_set(&desk, 1, "Executive");
    const pdoc_event *event = last_event(made, 0);
    assert_string_equal(pdoc_event_kind(event), "corrected");
    assert_string_equal(pdoc_event_attribute(event, "field"), "author");
    assert_string_equal(pdoc_event_attribute(event, "note"),
                        "the cell \"Author\" of version 1 is now \"Executive\"; it was \"Lead\"");
    assert_int_equal(pdoc_event_version(event), 1);
    assert_int_equal(pdoc_document_event_count(pdoc_register_document(made, 0)), 3);
    pdoc_register_unref(made);
    desk_end(&desk);
}

static void examining_again_records_no_correction_twice(void **state)
{
    (void)state;
    struct desk desk = desk_of(FILED(OWNER));
    pdoc_document *doc = begin(&desk);
    assert_int_equal(pdoc_version_set_row(pdoc_document_find_version(doc, 1), 0, "Executive", NULL, NULL), PDOC_OK);
    examine(&desk);
    examine(&desk);
    assert_int_equal(pdoc_document_event_count(doc), 3);
    desk_end(&desk);
}

static void a_cell_of_a_draft_is_set_without_an_event(void **state)
{
    (void)state;
    struct desk desk = desk_of(FILED(OWNER));
    pdoc_register *made = author_set(&desk, 2, "Lead");
    assert_int_equal(pdoc_document_event_count(pdoc_register_document(made, 0)), 2);
    assert_int_equal(pdoc_register_revision(made), 1);
    pdoc_register_unref(made);
    desk_end(&desk);
}

static void who_and_why_of_a_draft_stand_in_a_remark(void **state)
{
    (void)state;
    struct desk desk = desk_of(FILED(OWNER));
    desk.keeping.reason = "as agreed";
    pdoc_register *made = author_set(&desk, 2, "Lead");
    const pdoc_event *event = last_event(made, 0);
    assert_string_equal(pdoc_event_kind(event), "remarked");
    assert_string_equal(pdoc_event_attribute(event, "why"), "as agreed");
    assert_contains(pdoc_event_attribute(event, "note"), "the cell \"Author\" of version 2 is now \"Lead\"");
    pdoc_register_unref(made);
    desk_end(&desk);
}

static void who_changed_the_register_itself_stands_in_its_own_history(void **state)
{
    (void)state;
    struct desk desk = desk_of(FILED(OWNER));
    desk.keeping.recorder = "lead";
    begin(&desk);
    pdoc_register *work = pdoc_change_register(desk.change);
    assert_non_null(pdoc_register_add_party(work, "hub", "team", "Practice Hub", NULL));
    pdoc_register *made = finish(&desk);
    assert_int_equal(pdoc_register_event_count(made), 1);
    assert_string_equal(pdoc_event_attribute(pdoc_register_event(made, 0), "note"), "the party \"hub\" is new");
    assert_string_equal(pdoc_event_attribute(pdoc_register_event(made, 0), "recorder"), "lead");
    pdoc_register_unref(made);
    desk_end(&desk);
}

static void a_change_of_nothing_counts_no_revision(void **state)
{
    (void)state;
    struct desk desk = desk_of(FILED(OWNER));
    desk.keeping.recorder = "lead";
    begin(&desk);
    pdoc_register *made = finish(&desk);
    assert_int_equal(pdoc_register_revision(made), 0);
    assert_int_equal(pdoc_register_event_count(made), 0);
    pdoc_register_unref(made);
    desk_end(&desk);
}

static void a_register_without_rules_can_be_changed_with_a_warning(void **state)
{
    (void)state;
    struct desk desk = desk_of(FILED(OWNER));
    desk.basis.profile = NULL;
    reviewed_on(begin(&desk), "2026-11-20");
    examine(&desk);
    assert_int_equal(pdoc_change_objection_count(desk.change, PDOC_OBJECTION_REFUSAL), 0);
    assert_true(pdoc_change_objection_count(desk.change, PDOC_OBJECTION_WARNING) > 0);
    pdoc_register_unref(finish(&desk));
    desk_end(&desk);
}

static void many_documents_are_judged_at_once(void **state)
{
    (void)state;
    char text[16000] = REGISTER_START "<profile ref=\"p\"/>";
    for (int i = 1; i <= 40; i++)
        snprintf(text + strlen(text), sizeof text - strlen(text),
                 "<document id=\"d%d\" type=\"policy\"><title>T%d</title><version n=\"1\"/><history><decided id=\"e%d\" "
                 "on=\"2024-01-15\" version=\"1\" by=\"x\" outcome=\"approved\"/></history></document>",
                 i, i, i);
    strcat(text, "</register>");
    struct desk desk = desk_of(text);
    pdoc_error *error = NULL;
    begin(&desk);
    pdoc_register *work = pdoc_change_register(desk.change);
    for (size_t i = 0; i < 40; i++)
        reviewed_on(pdoc_register_document(work, i), "2026-11-20");
    assert_null(pdoc_change_finish(desk.change, &error));
    size_t errors = 0;
    for (const pdoc_error *each = error; each; each = pdoc_error_next(each))
        errors++;
    assert_int_equal(errors, 40);
    pdoc_error_free(error);
    assert_int_equal(pdoc_change_document_count(desk.change), 40);
    assert_date(pdoc_change_due_after(desk.change, 39), "2029-11-20");
    assert_string_equal(pdoc_change_objection_document(desk.change, PDOC_OBJECTION_REFUSAL, 39), "d40");
    desk_end(&desk);
}

static void a_new_document_is_touched_and_not_refused_for_what_a_draft_lacks(void **state)
{
    (void)state;
    struct desk desk = desk_of(FILED(OWNER));
    begin(&desk);
    pdoc_register *work = pdoc_change_register(desk.change);
    assert_non_null(pdoc_register_add_document(work, "policy", "Third", NULL));
    examine(&desk);
    assert_int_equal(pdoc_change_document_count(desk.change), 1);
    assert_string_equal(pdoc_change_document_title(desk.change, 0), "Third");
    assert_int_equal(pdoc_change_phase_before(desk.change, 0), PDOC_PHASE_UNDETERMINED);
    assert_int_equal(pdoc_change_objection_count(desk.change, PDOC_OBJECTION_REFUSAL), 0);
    desk_end(&desk);
}

static void what_is_passed_must_fit(void **state)
{
    (void)state;
    struct desk desk = desk_of(FILED(OWNER));
    pdoc_error *error = NULL;
    assert_null(pdoc_change_begin(desk.reg, &desk.keeping, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
    pdoc_error_free(error);
    error = NULL;
    desk.keeping.reason = "\x01";
    desk.keeping.basis = &desk.basis;
    assert_null(pdoc_change_begin(desk.reg, &desk.keeping, &error));
    assert_contains(pdoc_error_message(error), "reason");
    pdoc_error_free(error);
    error = NULL;
    desk.keeping.reason = NULL;
    begin(&desk);
    pdoc_register_unref(finish(&desk));
    assert_null(pdoc_change_finish(desk.change, &error));
    assert_contains(pdoc_error_message(error), "begin another");
    pdoc_error_free(error);
    assert_null(pdoc_change_register(NULL));
    assert_int_equal(pdoc_change_objection_count(NULL, PDOC_OBJECTION_WARNING), 0);
    desk_end(&desk);
}

static bool override_it(void *context, pdoc_error **error)
{
    struct desk *desk = context;
    pdoc_change *change = pdoc_change_begin(desk->reg, &desk->keeping, error);
    pdoc_document *doc = change ? pdoc_register_document(pdoc_change_register(change), 0) : NULL;
    const pdoc_date day = {2026, 11, 20};
    const bool done = doc && pdoc_document_record(doc, "reviewed", day, (pdoc_date){0, 0, 0}, 1, "x", error) &&
                      pdoc_document_set_type(doc, "guidance", error) == PDOC_OK &&
                      pdoc_document_set_type(pdoc_register_document(pdoc_change_register(change), 1), "x", error) == PDOC_OK;
    pdoc_register *made = done ? pdoc_change_finish(change, error) : NULL;
    pdoc_change_free(change);
    pdoc_register_unref(made);
    return made != NULL;
}

static void memory_that_runs_out_leaves_the_old_register_as_it_was(void **state)
{
    (void)state;
    struct desk desk = desk_of(FILED(""));
    desk.keeping = (pdoc_keeping){.size = sizeof desk.keeping,
                                  .basis = &desk.basis,
                                  .recorder = "lead",
                                  .reason = "why",
                                  .override_because = "because"};
    pdoc_text *before = pdoc_register_write_memory(desk.reg, NULL, NULL);
    assert_true(fail_every_allocation(override_it, &desk, false) > 50);
    assert_true(fail_every_allocation(override_it, &desk, true) > 50);
    pdoc_text *after = pdoc_register_write_memory(desk.reg, NULL, NULL);
    assert_string_equal(pdoc_text_data(before), pdoc_text_data(after));
    pdoc_text_free(before);
    pdoc_text_free(after);
    desk_end(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(state_and_due_are_told_before_and_after),
        cmocka_unit_test(a_finished_change_is_another_register_with_who_and_why),
        cmocka_unit_test(what_is_broken_anew_is_refused_with_the_clause),
        cmocka_unit_test(what_can_only_be_done_afterwards_is_to_be_done_next),
        cmocka_unit_test(a_refused_change_can_be_put_right_and_finished),
        cmocka_unit_test(an_override_is_recorded_with_rule_clause_and_reason),
        cmocka_unit_test(faults_that_were_there_refuse_nothing_that_is_no_matter_of_theirs),
        cmocka_unit_test(a_gate_stands_also_where_the_fault_was_there_before),
        cmocka_unit_test(an_event_that_has_not_happened_is_refused),
        cmocka_unit_test(a_cell_of_a_version_in_force_is_corrected_by_an_event),
        cmocka_unit_test(examining_again_records_no_correction_twice),
        cmocka_unit_test(a_cell_of_a_draft_is_set_without_an_event),
        cmocka_unit_test(who_and_why_of_a_draft_stand_in_a_remark),
        cmocka_unit_test(who_changed_the_register_itself_stands_in_its_own_history),
        cmocka_unit_test(a_change_of_nothing_counts_no_revision),
        cmocka_unit_test(a_register_without_rules_can_be_changed_with_a_warning),
        cmocka_unit_test(many_documents_are_judged_at_once),
        cmocka_unit_test(a_new_document_is_touched_and_not_refused_for_what_a_draft_lacks),
        cmocka_unit_test(what_is_passed_must_fit),
        cmocka_unit_test(memory_that_runs_out_leaves_the_old_register_as_it_was),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
