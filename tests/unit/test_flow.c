/* SPDX-License-Identifier: MIT */
/* The flow: order, who may, guards judged on the day, time; state and phase; challenges and actions; what is ready. */
#include "auditing.h"

#include "policydoc/flow.h"

#define RULES                                                                                                          \
    PROFILE("<types><type id=\"policy\" base=\"policy\"/></types>"                                                     \
            "<parties><party id=\"board\"><name>Board</name></party><party "                                           \
            "id=\"team\"><name>Team</name></party></parties>"                                                          \
            "<sections><section id=\"aims\" required=\"true\" gate=\"sign-off\" clause=\"s3\"/></sections>"            \
            "<facts><fact id=\"checked\" event=\"assessed\" pick=\"any\"/></facts>"                                    \
            "<requirements><requirement id=\"named\" gate=\"sign-off\" clause=\"s4\">"                                 \
            "<must><present of=\"property.owner\"/></must><message>nobody owns it</message>"                           \
            "<remedy>Name an owner.</remedy></requirement></requirements>"                                             \
            "<flow><state id=\"draft\" phase=\"draft\"><label>Draft</label></state>"                                   \
            "<state id=\"out\" phase=\"consulting\"><label>Out</label></state>"                                        \
            "<state id=\"agreed\" phase=\"approved\"><label>Agreed</label></state>"                                    \
            "<transition id=\"writing\" from-states=\"draft\" event=\"drafted\"/>"                                     \
            "<transition id=\"sending\" from-states=\"draft out\" to-state=\"out\" event=\"consultation-opened\" "     \
            "purpose=\"consultation\" within=\"P30D\" clause=\"s1\"/>"                                                 \
            "<transition id=\"agreeing\" from-states=\"out\" to-state=\"agreed\" event=\"decided\" by=\"board\" "      \
            "outcomes=\"approved\" purpose=\"sign-off\" delegable=\"true\" within=\"P60D\" clause=\"s2\" "             \
            "inferred=\"true\"><label>Agreement</label>"                                                               \
            "<must><equals of=\"checked\" value=\"yes\"/></must><message>not checked: {checked}</message>"             \
            "<remedy>Check it.</remedy></transition>"                                                                  \
            "<transition id=\"telling\" from-states=\"agreed\" event=\"notified\" by=\"team\"/></flow>")

#define DOC(id, events)                                                                                                \
    "<document id=\"" id "\" type=\"policy\"><title>T " id "</title><version n=\"1\"/><history>" events                \
    "</history></document>"
#define DRAFTED(id, on)      "<drafted id=\"" id "\" on=\"" on "\"/>"
#define SENT(id, on)         "<consultation-opened id=\"" id "\" on=\"" on "\"/>"
#define CHECKED(id, on)      "<assessed id=\"" id "\" on=\"" on "\" item=\"x\"/>"
#define AGREED(id, on, more) "<decided id=\"" id "\" on=\"" on "\" outcome=\"approved\" " more "/>"

static size_t finding_on(const pdoc_report *report, const char *rule, size_t document)
{
    for (size_t i = 0; i < pdoc_report_finding_count(report); i++)
        if (pdoc_report_finding_document(report, i) == document &&
            strcmp(pdoc_report_finding_rule(report, i), rule) == 0)
            return i;
    return SIZE_MAX;
}

static void a_transition_asks_for_order_person_guard_and_time(void **state)
{
    (void)state;
    static const struct {
        pdoc_outcome outcome;
        const char *words; /* in the message; NULL: no finding */
    } expected[] = {
        {PDOC_OUTCOME_MET, NULL},
        {PDOC_OUTCOME_NOT_MET, "is out of order: it follows \"Out\", and the document stood at \"Draft\""},
        {PDOC_OUTCOME_NOT_MET, "is for Board, and was made by Team"},
        {PDOC_OUTCOME_NOT_MET, "not checked: no"},
        {PDOC_OUTCOME_NOT_MET, "came late: its last day was 2026-04-11"},
        {PDOC_OUTCOME_UNDETERMINED, "whether Somebody is one of them cannot be told"},
        {PDOC_OUTCOME_UNDETERMINED, "what went before cannot be told"},
        {PDOC_OUTCOME_MET, NULL},
        {PDOC_OUTCOME_UNDETERMINED, "it cannot be told whether what has to hold before \"Agreement\" did hold"},
        {PDOC_OUTCOME_NOT_APPLICABLE, NULL},
    };
    pdoc_report *report = audit_texts(
        RULES,
        REGISTER(DOC("d1", DRAFTED("a1", "2026-02-01") SENT("a2", "2026-02-10") CHECKED("a3", "2026-02-11")
                               AGREED("a4", "2026-03-01", "by=\"Board\"")) /* all well */
                 DOC("d2", DRAFTED("b1", "2026-02-01") CHECKED("b2", "2026-02-11")
                               AGREED("b3", "2026-03-01", "by=\"Board\"")) /* never sent */
                 DOC("d3", DRAFTED("c1", "2026-02-01") SENT("c2", "2026-02-10") CHECKED("c3", "2026-02-11")
                               AGREED("c4", "2026-03-01", "by=\"Team\""))
                     DOC("d4",
                         DRAFTED("f1", "2026-02-01") SENT("f2", "2026-02-10") AGREED("f3", "2026-03-01", "by=\"Board\"")
                             CHECKED("f4", "2026-03-02")) /* checked too late */
                 DOC("d5", DRAFTED("g1", "2026-02-01") SENT("g2", "2026-02-10") CHECKED("g3", "2026-02-11")
                               AGREED("g4", "2026-04-12", "by=\"Board\""))
                     DOC("d6", DRAFTED("h1", "2026-02-01") SENT("h2", "2026-02-10") CHECKED("h3", "2026-02-11")
                                   AGREED("h4", "2026-03-01", "by=\"Somebody\""))
                         DOC("d7", CHECKED("i1", "2026-02-11")
                                       AGREED("i2", "2026-03-01", "by=\"Board\"")) /* the record begins with it */
                 DOC("d8", DRAFTED("j1", "2026-02-01") SENT("j2", "2026-02-10") CHECKED("j3", "2026-02-11")
                               AGREED("j4", "2026-03-01", "by=\"Team\" delegated-by=\"board\""))
                     DOC("d9", DRAFTED("k1", "2026-02-01") SENT("k2", "2026-02-10") CHECKED("k3", "2026-03-11")
                                   AGREED("k4", "2026-03", "by=\"Board\"")) /* some day in March */
                 DOC("d10", DRAFTED("l1", "2026-02-01")
                                AGREED("l2", "2026-03-01",
                                       "by=\"Board\"") "<corrected id=\"l3\" on=\"2026-03-02\" voids=\"l2\"/>")),
        "2026-05-01");
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        assert_int_equal(outcome_on(report, "agreeing", i), expected[i].outcome);
        const size_t finding = finding_on(report, "agreeing", i);
        if (!expected[i].words) {
            assert_true(finding == SIZE_MAX);
            continue;
        }
        assert_contains(pdoc_report_finding_message(report, finding), expected[i].words);
        assert_string_equal(pdoc_report_finding_clause(report, finding), "s2");
        assert_true(pdoc_report_finding_is_inferred(report, finding));
        assert_int_equal(pdoc_report_finding_modality(report, finding),
                         i == 6 ? PDOC_MODALITY_MAY : PDOC_MODALITY_MUST);
    }
    pdoc_report_unref(report);
}

static void what_is_not_done_in_time_is_late(void **state)
{
    (void)state;
    pdoc_report *report = audit_texts(RULES,
                                      REGISTER(DOC("d1", DRAFTED("a1", "2026-02-01") SENT("a2", "2026-02-10"))
                                                   DOC("d2", DRAFTED("b1", "2026-02-01") SENT("b2", "2026-03-10"))),
                                      "2026-05-01");
    assert_int_equal(outcome_on(report, "agreeing", 0), PDOC_OUTCOME_NOT_MET);
    assert_int_equal(outcome_on(report, "agreeing", 1), PDOC_OUTCOME_PENDING);
    assert_contains(pdoc_report_finding_message(report, finding_on(report, "agreeing", 0)),
                    "is late: its last day was 2026-04-11");
    assert_contains(pdoc_report_finding_message(report, finding_on(report, "agreeing", 1)),
                    "is still to come, by 2026-05-09");
    pdoc_report_unref(report);
}

static void a_state_that_differs_from_the_phase_is_told(void **state)
{
    (void)state;
    pdoc_report *report =
        audit_texts(RULES,
                    REGISTER(DOC("d1", DRAFTED("a1", "2026-02-01")
                                           SENT("a2", "2026-02-10") "<released id=\"a3\" on=\"2026-03-01\"/>")
                                 DOC("d2", DRAFTED("b1", "2026-02-01") SENT("b2", "2026-02-10"))),
                    "2026-03-05");
    const size_t finding = finding_on(report, "flow-phase-differs", 0);
    assert_true(finding != SIZE_MAX);
    assert_string_equal(pdoc_report_finding_found(report, finding), "Out");
    assert_string_equal(pdoc_report_finding_expected(report, finding), "In force");
    assert_true(finding_on(report, "flow-phase-differs", 1) == SIZE_MAX);
    pdoc_report_unref(report);
}

static void a_release_for_a_later_day_stands_in_two_ways_until_then(void **state)
{
    (void)state;
    static const char rules[] =
        PROFILE("<types><type id=\"policy\" base=\"policy\"/></types>"
                "<flow><state id=\"agreed\" phase=\"approved\"/><state id=\"out\" phase=\"in-force\"/>"
                "<transition id=\"releasing\" from-states=\"agreed\" to-state=\"out\" event=\"released\"/></flow>");
    static const char story[] =
        REGISTER(DOC("d1", "<decided id=\"a1\" on=\"2026-02-01\" outcome=\"approved\"/>"
                           "<released id=\"a2\" on=\"2026-03-01\" effective=\"2026-04-01\"/>")
                     DOC("d2", "<decided id=\"b1\" on=\"2026-02-01\" outcome=\"approved\" effective=\"2026-05-01\"/>"
                               "<released id=\"b2\" on=\"2026-03-01\"/>"));
    static const char *const days[] = {"2026-03-31", "2026-04-01"};
    for (size_t i = 0; i < 2; i++) {
        pdoc_report *report = audit_texts(rules, story, days[i]);
        assert_true(finding_on(report, "flow-phase-differs", 0) == SIZE_MAX);
        assert_true(finding_on(report, "flow-phase-differs", 1) != SIZE_MAX); /* its release names no day */
        pdoc_report_unref(report);
    }
}

#define CHALLENGE(id, more) "<challenged id=\"" id "\" on=\"2026-02-01\" by=\"Scrutineer\" " more "/>"
#define ACTION(id, more)                                                                                               \
    "<action-agreed id=\"" id "\" on=\"2026-02-01\" by=\"board\" body=\"team\" item=\"train\" " more "/>"

static void challenges_and_actions_wait_for_their_answer(void **state)
{
    (void)state;
    pdoc_report *report = audit_texts(
        RULES,
        REGISTER(
            DOC("d1", CHALLENGE("a1", "") "<responded id=\"a2\" on=\"2026-02-05\" thread=\"a1\"/>" ACTION(
                          "a3", "deadline=\"2026-03-01\"") "<implemented id=\"a4\" on=\"2026-02-20\" item=\"train\"/>")
                DOC("d2", CHALLENGE("b1", "") "<responded id=\"b2\" on=\"2026-02-05\"/>" ACTION(
                              "b3", "deadline=\"2026-03-01\""))
                    DOC("d3", CHALLENGE("c1", "deadline=\"2026-05\"") ACTION("c3", "deadline=\"2026-05-01\""))
                        DOC("d4", ACTION("f1", "deadline=\"2026-03-01\"")
                                      ACTION("f2", "thread=\"f1\" deadline=\"2026-06-01\""))),
        "2026-05-01");
    static const pdoc_outcome challenges[] = {PDOC_OUTCOME_MET, PDOC_OUTCOME_NOT_MET, PDOC_OUTCOME_PENDING,
                                              PDOC_OUTCOME_NOT_APPLICABLE};
    static const pdoc_outcome actions[] = {PDOC_OUTCOME_MET, PDOC_OUTCOME_NOT_MET, PDOC_OUTCOME_PENDING,
                                           PDOC_OUTCOME_PENDING};
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(outcome_on(report, "challenge-unanswered", i), challenges[i]);
        assert_int_equal(outcome_on(report, "action-overdue", i), actions[i]);
    }
    assert_string_equal(pdoc_report_finding_message(report, finding_on(report, "action-overdue", 1)),
                        "the action \"train\" of team is not done, and its last day was 2026-03-01");
    assert_string_equal(pdoc_report_finding_place(report, finding_on(report, "challenge-unanswered", 1)), "history/b1");
    pdoc_report_unref(report);
}

/* ---- readiness and next steps ---- */

struct asked {
    pdoc_profile *profile;
    pdoc_register *reg;
    pdoc_basis basis;
};

static struct asked ask(const char *rules, const char *content, const char *day)
{
    struct asked asked = {.profile = read_good(rules, NULL), .reg = read_register(content)};
    asked.basis = (pdoc_basis){.size = sizeof asked.basis, .as_of = day_of(day), .profile = asked.profile};
    return asked;
}

static void stop(struct asked *asked)
{
    pdoc_register_unref(asked->reg);
    pdoc_profile_unref(asked->profile);
}

static size_t obstacle_of(const pdoc_readiness *readiness, const char *rule)
{
    for (size_t i = 0; i < pdoc_readiness_obstacle_count(readiness); i++)
        if (strcmp(pdoc_readiness_obstacle_rule(readiness, i), rule) == 0)
            return i;
    return SIZE_MAX;
}

static void readiness_names_all_that_stands_in_the_way(void **state)
{
    (void)state;
    struct asked asked = ask(RULES, REGISTER(DOC("d1", DRAFTED("a1", "2026-02-01"))), "2026-03-01");
    pdoc_readiness *ready =
        pdoc_document_readiness(pdoc_register_document(asked.reg, 0), &asked.basis, "sign-off", "Team", NULL);
    assert_non_null(ready);
    stop(&asked); /* the answer stays by itself */
    assert_int_equal(pdoc_readiness_answer(ready), PDOC_FALSE);
    assert_string_equal(pdoc_readiness_rule(ready), "agreeing");
    assert_int_equal(pdoc_readiness_obstacle_count(ready), 5);
    const size_t named = obstacle_of(ready, "named");
    assert_string_equal(pdoc_readiness_obstacle_message(ready, named), "nobody owns it");
    assert_string_equal(pdoc_readiness_obstacle_remedy(ready, named), "Name an owner.");
    assert_string_equal(pdoc_readiness_obstacle_clause(ready, named), "s4");
    const size_t sections = obstacle_of(ready, "section-missing");
    assert_int_equal(pdoc_readiness_obstacle_outcome(ready, sections), PDOC_OUTCOME_UNDETERMINED);
    assert_string_equal(pdoc_readiness_obstacle_clause(ready, sections), "s3");
    static const char *const words[] = {"it is not for Team", "the document stands at \"Draft\"", "not checked: no"};
    for (size_t word = 0; word < 3; word++) {
        size_t found = 0;
        for (size_t i = 0; i < pdoc_readiness_obstacle_count(ready); i++)
            found += strstr(pdoc_readiness_obstacle_message(ready, i), words[word]) != NULL;
        assert_int_equal(found, 1);
    }
    pdoc_readiness_unref(ready);
}

#define COMPLETE                                                                                                       \
    "<document id=\"d8\" type=\"policy\"><title>T</title><property name=\"owner\" value=\"team\"/>"                    \
    "<version n=\"1\"><section code=\"aims\"/></version><history>" DRAFTED("x1", "2026-02-01")                         \
        SENT("x2", "2026-02-10") CHECKED("x3", "2026-02-11") "</history></document>"

static void readiness_supposes_and_records_nothing(void **state)
{
    (void)state;
    struct asked asked = ask(RULES, REGISTER(COMPLETE), "2026-03-01");
    const pdoc_document *doc = pdoc_register_document(asked.reg, 0);
    pdoc_readiness *ready = pdoc_document_readiness(doc, &asked.basis, "sign-off", NULL, NULL);
    assert_int_equal(pdoc_readiness_answer(ready), PDOC_TRUE);
    assert_string_equal(pdoc_readiness_body(ready), "board"); /* the only one that the flow names */
    assert_int_equal(pdoc_readiness_obstacle_count(ready), 0);
    pdoc_readiness_unref(ready);
    ready = pdoc_document_readiness(doc, &asked.basis, "sign-off", "A body that nobody knows", NULL);
    assert_int_equal(pdoc_readiness_answer(ready), PDOC_UNKNOWN);
    pdoc_readiness_unref(ready);
    assert_int_equal(pdoc_document_event_count(doc), 3);
    pdoc_phase phase;
    assert_int_equal(pdoc_version_phase(pdoc_document_version(doc, 0), &asked.basis, &phase, NULL), PDOC_OK);
    assert_int_equal(phase, PDOC_PHASE_CONSULTING);
    pdoc_error *error = NULL;
    assert_null(pdoc_document_readiness(doc, &asked.basis, "signoff", NULL, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
    pdoc_error_free(error);
    const pdoc_readiness_question wrong[] = {
        {.size = sizeof wrong[0], .purpose = "sign-off", .role = "Board"}, /* as what does who act? */
        {.size = sizeof wrong[0], .body = "Team"},
        {.size = 1, .purpose = "sign-off"},
    };
    static const char *const words[] = {"name the body", "a purpose", "its size"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        error = NULL;
        assert_null(pdoc_document_ask_readiness(doc, &asked.basis, &wrong[i], &error));
        assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
        assert_contains(pdoc_error_message(error), words[i]);
        pdoc_error_free(error);
    }
    stop(&asked);
}

static void next_steps_say_where_it_stands_and_what_is_late(void **state)
{
    (void)state;
    struct asked asked = ask(RULES,
                             REGISTER(DOC("d1", DRAFTED("a1", "2026-02-01") SENT("a2", "2026-02-10")
                                                    CHALLENGE("a3", "deadline=\"2026-02-20\"")) COMPLETE),
                             "2026-05-01");
    pdoc_next_steps *next = pdoc_register_next_steps(asked.reg, &asked.basis, NULL);
    assert_non_null(next);
    stop(&asked);
    assert_int_equal(pdoc_next_steps_document_count(next), 2);
    assert_string_equal(pdoc_next_steps_document_state(next, 0), "out");
    assert_string_equal(pdoc_next_steps_document_event(next, 0), "a2");
    assert_int_equal(pdoc_next_steps_document_phase(next, 0), PDOC_PHASE_CONSULTING);
    assert_false(pdoc_next_steps_document_is_general(next, 0));
    assert_null(pdoc_next_steps_document_note(next, 0));
    assert_int_equal(pdoc_next_steps_step_count(next), 4);
    assert_string_equal(pdoc_next_steps_step_rule(next, 1), "agreeing");
    assert_string_equal(pdoc_next_steps_step_by(next, 1), "Board");
    assert_string_equal(pdoc_next_steps_step_state(next, 1), "Agreed");
    assert_int_equal(pdoc_next_steps_step_can(next, 1), PDOC_FALSE);
    assert_int_equal(pdoc_date_compare(pdoc_next_steps_step_late_since(next, 1), day_of("2026-04-12")), 0);
    assert_true(pdoc_next_steps_obstacle_count(next, 1) >= 3);
    assert_int_equal(pdoc_next_steps_step_document(next, 3), 1);
    assert_int_equal(pdoc_next_steps_step_can(next, 3), PDOC_TRUE);
    assert_int_equal(pdoc_next_steps_duty_count(next), 1);
    assert_string_equal(pdoc_next_steps_duty_rule(next, 0), "challenge-unanswered");
    assert_int_equal(pdoc_date_compare(pdoc_next_steps_duty_late_since(next, 0), day_of("2026-02-21")), 0);
    pdoc_next_steps_unref(next);
}

static void a_parent_that_changed_calls_for_a_review(void **state)
{
    (void)state;
    struct asked asked =
        ask(RULES,
            REGISTER("<document id=\"d1\" type=\"policy\"><title>T d1</title><relation kind=\"derived-from\" to=\"d2\" "
                     "checked=\"2026-02-01\"/><relation kind=\"derived-from\" to=\"d2\" checked=\"2026-03-01\"/>"
                     "<version n=\"1\"/></document>" DOC("d2", "<amended id=\"a1\" on=\"2026-02-10\"/>")),
            "2026-05-01");
    pdoc_next_steps *next = pdoc_register_next_steps(asked.reg, &asked.basis, NULL);
    assert_non_null(next);
    stop(&asked);
    assert_int_equal(pdoc_next_steps_duty_count(next), 1);
    assert_int_equal(pdoc_next_steps_duty_document(next, 0), 0);
    assert_string_equal(pdoc_next_steps_duty_rule(next, 0), "relation-suspect");
    assert_contains(pdoc_next_steps_duty_message(next, 0), "its review is called for: ");
    assert_contains(pdoc_next_steps_duty_message(next, 0), "checked on 2026-02-01; it was amended on 2026-02-10");
    assert_contains(pdoc_next_steps_duty_place(next, 0), "relation");
    assert_int_equal(pdoc_date_compare(pdoc_next_steps_duty_late_since(next, 0), day_of("2026-02-11")), 0);
    pdoc_next_steps_unref(next);
}

static void a_new_version_is_asked_beside_the_one_in_force(void **state)
{
    (void)state;
    struct asked asked =
        ask(RULES,
            REGISTER("<document id=\"d1\" type=\"policy\"><title>T</title><version n=\"1\"/><version n=\"2\"/><history>"
                     "<consultation-opened id=\"e1\" on=\"2020-01-01\" version=\"1\"/>"
                     "<assessed id=\"e2\" on=\"2020-01-02\" version=\"1\" item=\"x\"/>"
                     "<decided id=\"e3\" on=\"2020-02-01\" version=\"1\" by=\"board\" outcome=\"approved\"/>"
                     "<drafted id=\"e4\" on=\"2026-01-01\" version=\"2\"/></history></document>"),
            "2026-01-15");
    pdoc_next_steps *next = pdoc_document_next_steps(pdoc_register_document(asked.reg, 0), &asked.basis, NULL);
    assert_int_equal(pdoc_next_steps_document_version(next, 0), 2);
    assert_string_equal(pdoc_next_steps_document_state(next, 0), "draft");
    pdoc_next_steps_unref(next);
    stop(&asked);
}

static void without_a_flow_the_steps_are_general_and_say_so(void **state)
{
    (void)state;
    struct asked asked = ask(PROFILE("<types><type id=\"policy\" base=\"policy\"/></types>"),
                             REGISTER(DOC("d1", DRAFTED("a1", "2026-02-01"))), "2026-03-01");
    pdoc_next_steps *next = pdoc_document_next_steps(pdoc_register_document(asked.reg, 0), &asked.basis, NULL);
    assert_true(pdoc_next_steps_document_is_general(next, 0));
    assert_contains(pdoc_next_steps_document_note(next, 0), "has no flow");
    assert_int_equal(pdoc_next_steps_step_count(next), 2);
    assert_null(pdoc_next_steps_step_rule(next, 0));
    assert_string_equal(pdoc_next_steps_step_event(next, 1), "decided");
    pdoc_next_steps_unref(next);
    stop(&asked);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_transition_asks_for_order_person_guard_and_time),
        cmocka_unit_test(what_is_not_done_in_time_is_late),
        cmocka_unit_test(a_state_that_differs_from_the_phase_is_told),
        cmocka_unit_test(a_release_for_a_later_day_stands_in_two_ways_until_then),
        cmocka_unit_test(challenges_and_actions_wait_for_their_answer),
        cmocka_unit_test(readiness_names_all_that_stands_in_the_way),
        cmocka_unit_test(readiness_supposes_and_records_nothing),
        cmocka_unit_test(next_steps_say_where_it_stands_and_what_is_late),
        cmocka_unit_test(a_parent_that_changed_calls_for_a_review),
        cmocka_unit_test(a_new_version_is_asked_beside_the_one_in_force),
        cmocka_unit_test(without_a_flow_the_steps_are_general_and_say_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
