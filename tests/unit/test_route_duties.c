/* SPDX-License-Identifier: MIT */
/* Duties of the sign-off matrix that no shipped profile has, each kept once and broken once: denial, delegation,
   quorum, urgent decisions, scrutiny, who may not be the same, time to reply, several deciding parties, areas,
   amendments. */
#include "auditing.h"

#include "policydoc/publish.h"

#define PARTIES                                                                                                        \
    "<types><type id=\"policy\" base=\"policy\"/></types><parties>"                                                    \
    "<party id=\"board\"><name>Board</name></party><party id=\"council\"><name>Council</name></party>"                 \
    "<party id=\"panel\"><name>Panel</name></party><party id=\"clerk\"><name>Clerk</name></party>"                     \
    "<party id=\"director\"><name>Director</name></party>"                                                             \
    "<party id=\"partners\" members=\"health police\"><name>Partners</name></party>"                                   \
    "<party id=\"health\" part-of=\"partners\"><name>Health</name></party>"                                            \
    "<party id=\"police\" part-of=\"partners\"><name>Police</name></party></parties>"
#define RULES(routes)  PROFILE_START PARTIES routes "</profile>"
#define DUTIES(duties) RULES("<routes>" duties "</routes>")
#define DOC(head, events)                                                                                              \
    "<document id=\"d1\" type=\"policy\"><title>Short breaks</title>" head "<version n=\"1\"/><history>" events        \
    "</history></document>"
#define HISTORY(events) REGISTER(DOC("", events))
#define DECIDED(id, by, more)                                                                                          \
    "<decided id=\"" id "\" on=\"2026-03-24\" version=\"1\" by=\"" by "\" outcome=\"approved\" " more "/>"
#define EVENT(kind, id, on, more) "<" kind " id=\"" id "\" on=\"" on "\" version=\"1\" " more "/>"

/* The rule "duty" on the document, on a day; its finding (where it has one) says these words. */
static void expect_on(const char *day, const char *profile, const char *reg, pdoc_outcome outcome, const char *words)
{
    pdoc_report *report = audit_texts(profile, reg, day);
    const size_t finding = finding_of_rule(report, "duty");
    if (outcome_on(report, "duty", 0) != (int)outcome)
        show_findings(report);
    assert_int_equal(outcome_on(report, "duty", 0), outcome);
    const bool is_settled = outcome == PDOC_OUTCOME_MET || outcome == PDOC_OUTCOME_NOT_APPLICABLE;
    assert_int_equal(finding == SIZE_MAX, is_settled);
    if (finding != SIZE_MAX) {
        assert_contains(pdoc_report_finding_message(report, finding), words);
        assert_string_equal(pdoc_report_finding_clause(report, finding), "c7");
        assert_non_null(pdoc_report_finding_remedy(report, finding));
    }
    pdoc_report_unref(report);
}

static void expect(const char *profile, const char *reg, pdoc_outcome outcome, const char *words)
{
    expect_on("2026-05-01", profile, reg, outcome, words);
}

/* ---- delegation and denial ---- */

#define DUTY        "<duty id=\"duty\" clause=\"c7\" kind="
#define DELEGABLE   DUTIES(DUTY "\"sign-off\" parties=\"board\" delegable=\"true\"/>")
#define UNDELEGABLE DUTIES(DUTY "\"sign-off\" parties=\"board\"/>")
#define GIVEN(more) EVENT("delegated", "e1", "2026-01-10", "by=\"board\" body=\"panel\" " more)

static void a_delegate_decides_where_the_duty_may_be_delegated(void **state)
{
    (void)state;
    expect(DELEGABLE, HISTORY(DECIDED("e2", "panel", "delegated-by=\"board\"")), PDOC_OUTCOME_MET, "");
    expect(UNDELEGABLE, HISTORY(DECIDED("e2", "panel", "delegated-by=\"board\"")), PDOC_OUTCOME_NOT_MET,
           "it is for Board to decide");
    expect(DELEGABLE, HISTORY(DECIDED("e2", "panel", "delegated-by=\"council\"")), PDOC_OUTCOME_NOT_MET,
           "decided by Panel on 2026-03-24");
    expect(DELEGABLE, HISTORY(GIVEN("") DECIDED("e2", "panel", "")), PDOC_OUTCOME_MET, "");
    expect(DELEGABLE, HISTORY(GIVEN("") DECIDED("e2", "council", "")), PDOC_OUTCOME_NOT_MET, "decided by Council");
    expect(DELEGABLE, HISTORY(GIVEN("until=\"2026-03-24\"") DECIDED("e2", "panel", "")), PDOC_OUTCOME_MET, "");
    expect(DELEGABLE, HISTORY(GIVEN("until=\"2026-03-23\"") DECIDED("e2", "panel", "")), PDOC_OUTCOME_NOT_MET,
           "decided by Panel");
    expect(DELEGABLE, HISTORY(GIVEN("until=\"2026-03\"") DECIDED("e2", "panel", "")), PDOC_OUTCOME_UNDETERMINED,
           "cannot be told");
    expect(DELEGABLE,
           HISTORY(DECIDED("e2", "panel", "") EVENT("delegated", "e3", "2026-03-25", "by=\"board\" body=\"panel\"")),
           PDOC_OUTCOME_NOT_MET, "decided by Panel");
}

static void a_delegation_may_stand_in_the_history_of_the_register(void **state)
{
    (void)state;
    expect(DELEGABLE,
           REGISTER(DOC("", DECIDED("e2", "panel", "")) "<history><delegated id=\"e1\" on=\"2026-01-10\" by=\"board\" "
                                                        "body=\"panel\"/></history>"),
           PDOC_OUTCOME_MET, "");
}

#define DENIED                                                                                                         \
    "<duty id=\"signed\" kind=\"sign-off\" parties=\"board\" delegable=\"true\"/>" DUTY                                \
    "\"denial\" parties=\"panel clerk\"/>"

static void a_denial_holds_against_any_delegation(void **state)
{
    (void)state;
    expect(DUTIES(DENIED), HISTORY(DECIDED("e2", "board", "")), PDOC_OUTCOME_MET, "");
    expect(DUTIES(DENIED), HISTORY(DECIDED("e2", "council", "delegated-by=\"board\"")), PDOC_OUTCOME_MET, "");
    expect(DUTIES(DENIED), HISTORY(GIVEN("") DECIDED("e2", "panel", "delegated-by=\"board\"")), PDOC_OUTCOME_NOT_MET,
           "no delegation allows that");
    expect(DUTIES(DENIED), HISTORY(DECIDED("e2", "Somebody", "")), PDOC_OUTCOME_UNDETERMINED, "cannot be told");
    expect(DUTIES(DENIED), HISTORY(EVENT("drafted", "e2", "2026-03-01", "")), PDOC_OUTCOME_NOT_APPLICABLE, "");
    pdoc_report *report =
        audit_texts(DUTIES(DENIED), HISTORY(GIVEN("") DECIDED("e2", "panel", "delegated-by=\"board\"")), "2026-05-01");
    assert_int_equal(outcome_on(report, "signed", 0), PDOC_OUTCOME_NOT_MET);
    pdoc_report_unref(report);
}

/* ---- who decides ---- */

#define QUORUM DUTIES(DUTY "\"sign-off\" parties=\"board\" quorum=\"2\"/>")
#define ATTENDED(attendees)                                                                                            \
    REGISTER(                                                                                                          \
        "<party code=\"board\" kind=\"board\"><name>Board</name><meeting on=\"2026-03-24\" state=\"held\">" attendees  \
        "</meeting></party>" DOC("", DECIDED("e2", "board", "meeting=\"2026-03-24\"")))

static void a_quorum_is_counted_from_those_who_came(void **state)
{
    (void)state;
    expect(QUORUM, ATTENDED("<attendee>Chair</attendee><attendee as=\"deputy\">Clerk</attendee>"), PDOC_OUTCOME_MET,
           "");
    expect(QUORUM, ATTENDED("<attendee>Chair</attendee><attendee as=\"apologies\">Clerk</attendee>"),
           PDOC_OUTCOME_NOT_MET, "fewer than 2 attended");
    expect(QUORUM, ATTENDED(""), PDOC_OUTCOME_UNDETERMINED, "2 are needed");
    expect(QUORUM, HISTORY(DECIDED("e2", "board", "")), PDOC_OUTCOME_UNDETERMINED, "is not recorded");
}

#define APART DUTIES(DUTY "\"sign-off\" parties=\"board director\" apart=\"field.author\"/>")
#define WRITTEN_BY(author, events)                                                                                     \
    REGISTER(                                                                                                          \
        "<document id=\"d1\" type=\"policy\"><title>T</title><version n=\"1\"><front-sheet><row field=\"author\">"     \
        "<text>" author "</text></row></front-sheet></version><history>" events "</history></document>")

static void an_author_does_not_approve(void **state)
{
    (void)state;
    expect(APART, WRITTEN_BY("Clerk", DECIDED("e2", "director", "")), PDOC_OUTCOME_MET, "");
    expect(APART, WRITTEN_BY("Director", DECIDED("e2", "director", "")), PDOC_OUTCOME_NOT_MET,
           "it is for another than");
    expect(APART, WRITTEN_BY("Somebody", DECIDED("e2", "director", "")), PDOC_OUTCOME_UNDETERMINED, "cannot be told");
}

#define IN_AREA DUTIES(DUTY "\"sign-off\" parties=\"director\" area=\"property.area\"/>")
#define AREAS(by)                                                                                                      \
    REGISTER(                                                                                                          \
        "<party code=\"fostering\" kind=\"team\"><name>Fostering</name></party>"                                       \
        "<party code=\"ad-fostering\" kind=\"post\" part-of=\"fostering\"><name>AD Fostering</name></party>"           \
        "<party code=\"ad-duty\" kind=\"post\" part-of=\"duty-team\"><name>AD Duty</name></party>" DOC(                \
            "<property name=\"area\" value=\"fostering\"/>",                                                           \
            "<decided id=\"e2\" on=\"2026-03-24\" version=\"1\" " by " role=\"director\" outcome=\"approved\"/>"))

/* The post is part of a team of the register, that of a party of the profile, and that of another. */
#define IN_PARTS(area)                                                                                                 \
    REGISTER("<party code=\"children\" kind=\"team\" part-of=\"health\"><name>Children's team</name></party>"          \
             "<party code=\"ad-children\" kind=\"post\" part-of=\"children\"><name>AD Children</name></party>" DOC(    \
                 "<property name=\"area\" value=\"" area "\"/>", DECIDED("e2", "ad-children", "role=\"director\"")))

static void who_acts_in_a_role_acts_as_that_and_for_an_area(void **state)
{
    (void)state;
    expect(IN_AREA, AREAS("by=\"ad-fostering\""), PDOC_OUTCOME_MET, "");
    expect(IN_AREA, AREAS("by=\"ad-duty\""), PDOC_OUTCOME_NOT_MET, "it does not answer for the area");
    expect(IN_AREA, AREAS("by=\"Somebody\""), PDOC_OUTCOME_UNDETERMINED, "is not recorded");
    expect(IN_AREA, IN_PARTS("children"), PDOC_OUTCOME_MET, ""); /* of the team, which the profile has */
    expect(IN_AREA, IN_PARTS("Partners"), PDOC_OUTCOME_MET, "");
    expect(IN_AREA, IN_PARTS("police"), PDOC_OUTCOME_NOT_MET, "it does not answer for the area");
    expect(UNDELEGABLE, HISTORY(DECIDED("e2", "clerk", "role=\"board\"")), PDOC_OUTCOME_MET, "");
    expect(UNDELEGABLE, HISTORY(DECIDED("e2", "clerk", "role=\"panel\"")), PDOC_OUTCOME_NOT_MET, "Clerk as Panel");
}

#define EACH                   DUTIES(DUTY "\"sign-off\" parties=\"board partners\" decide=\"each\"/>")
#define DECIDED_ON(id, on, by) EVENT("decided", id, on, "by=\"" by "\" outcome=\"approved\"")
#define TWO                    DECIDED_ON("e1", "2026-03-02", "board") DECIDED_ON("e2", "2026-03-10", "health")

static void several_decide_each_on_a_day_of_its_own(void **state)
{
    (void)state;
    expect(EACH, HISTORY(TWO DECIDED_ON("e3", "2026-03-20", "police")), PDOC_OUTCOME_MET, "");
    expect(EACH, HISTORY(DECIDED_ON("e1", "2026-03-02", "board") DECIDED_ON("e2", "2026-03-10", "partners")),
           PDOC_OUTCOME_MET, "");
    expect(EACH, HISTORY(TWO), PDOC_OUTCOME_PENDING, "no decision of Partners is recorded");
    expect(EACH, HISTORY(TWO EVENT("published", "e3", "2026-03-12", "channel=\"website\"")), PDOC_OUTCOME_NOT_MET,
           "no decision of Partners is recorded");
    expect(DUTIES(DUTY "\"sign-off\" parties=\"board partners\"/>"), HISTORY(TWO), PDOC_OUTCOME_MET, "");
}

static void nothing_and_something_unclear_are_told_apart(void **state)
{
    (void)state;
    expect(UNDELEGABLE, HISTORY(EVENT("drafted", "e1", "2026-03-01", "by=\"clerk\"")), PDOC_OUTCOME_PENDING,
           "nothing is decided yet");
    expect(UNDELEGABLE, HISTORY(EVENT("decided", "e1", "2026-03-01", "by=\"board\"")), PDOC_OUTCOME_UNDETERMINED,
           "not what came of it");
    expect(UNDELEGABLE, HISTORY(EVENT("decided", "e1", "2026-03-01", "by=\"panel\" outcome=\"rejected\"")),
           PDOC_OUTCOME_PENDING, "nothing is decided yet");
}

static void the_words_are_those_of_the_decision(void **state)
{
    (void)state;
    expect(UNDELEGABLE, HISTORY(DECIDED("e2", "clerk", "act=\"signed-off\"")), PDOC_OUTCOME_NOT_MET,
           "signed off by Clerk on 2026-03-24; it is for Board to decide");
    expect(UNDELEGABLE, HISTORY(EVENT("decided", "e2", "2026-03-24", "outcome=\"approved\"")),
           PDOC_OUTCOME_UNDETERMINED, "who decided on 2026-03-24 is not recorded; it is for Board");
    expect(DUTIES(DUTY "\"sign-off\" parties=\"board field.author\"/>"),
           WRITTEN_BY("Board", DECIDED("e2", "clerk", "")), PDOC_OUTCOME_NOT_MET, "it is for Board to decide");
}

/* ---- what follows, and what comes before ---- */

#define URGENT_DUTY(id)                                                                                                \
    "<duty id=\"" id                                                                                                   \
    "\" clause=\"c7\" kind=\"urgent\" parties=\"director\" reported-to=\"board council\" within=\"P14D\"/>"
#define URGENT                 DUTIES("<duty id=\"signed\" kind=\"sign-off\" parties=\"board\"/>" URGENT_DUTY("duty"))
#define BY_DIRECTOR            DECIDED("e1", "director", "")
#define REPORTED(id, on, body) EVENT("reported", id, on, "by=\"director\" body=\"" body "\"")

static void an_urgent_decision_is_reported_back_in_time(void **state)
{
    (void)state;
    const char *good =
        HISTORY(BY_DIRECTOR REPORTED("e2", "2026-03-26", "board") REPORTED("e3", "2026-04-07", "council"));
    expect(URGENT, good, PDOC_OUTCOME_MET, "");
    expect(URGENT, HISTORY(BY_DIRECTOR REPORTED("e2", "2026-03-26", "board") REPORTED("e3", "2026-04-08", "council")),
           PDOC_OUTCOME_NOT_MET, "by 2026-04-07");
    expect(URGENT, HISTORY(BY_DIRECTOR REPORTED("e2", "2026-03-26", "board")), PDOC_OUTCOME_NOT_MET,
           "nothing shows that it was reported to Council");
    expect_on("2026-04-07", URGENT, HISTORY(BY_DIRECTOR REPORTED("e2", "2026-03-26", "board")), PDOC_OUTCOME_PENDING,
              "by 2026-04-07");
    expect(URGENT, HISTORY(DECIDED("e1", "board", "")), PDOC_OUTCOME_NOT_APPLICABLE, "");
    pdoc_report *report = audit_texts(URGENT, good, "2026-05-01");
    assert_int_equal(outcome_on(report, "signed", 0), PDOC_OUTCOME_MET);
    pdoc_report_unref(report);
    expect(UNDELEGABLE, good, PDOC_OUTCOME_NOT_MET, "decided by Director");
}

#define SCRUTINY(more)          DUTIES(DUTY "\"scrutiny\" parties=\"panel council\" " more "/>")
#define SCRUTINISED(id, on, by) EVENT("scrutinised", id, on, "by=\"" by "\"")
#define BOARD_DECIDED           DECIDED("e9", "board", "")

static void scrutiny_is_by_any_or_by_each_and_first(void **state)
{
    (void)state;
    const char *one = HISTORY(SCRUTINISED("e1", "2026-03-02", "panel") BOARD_DECIDED);
    expect(SCRUTINY(""), one, PDOC_OUTCOME_MET, "");
    expect(SCRUTINY("decide=\"each\""), one, PDOC_OUTCOME_NOT_MET, "no scrutiny by Council before the decision");
    expect(SCRUTINY("decide=\"each\""),
           HISTORY(SCRUTINISED("e1", "2026-03-02", "panel") SCRUTINISED("e2", "2026-03-24", "council") BOARD_DECIDED),
           PDOC_OUTCOME_MET, "");
    expect(SCRUTINY(""), HISTORY(BOARD_DECIDED SCRUTINISED("e1", "2026-03-25", "panel")), PDOC_OUTCOME_NOT_MET,
           "after the decision of 2026-03-24");
    expect(SCRUTINY(""), HISTORY(SCRUTINISED("e1", "2026-03-02", "clerk") BOARD_DECIDED), PDOC_OUTCOME_NOT_MET,
           "no scrutiny by Panel or Council");
    expect(SCRUTINY(""), HISTORY(SCRUTINISED("e1", "2026-03-02", "Somebody") BOARD_DECIDED), PDOC_OUTCOME_UNDETERMINED,
           "cannot be told");
    expect(SCRUTINY(""), HISTORY(EVENT("drafted", "e1", "2026-03-02", "")), PDOC_OUTCOME_PENDING, "is recorded yet");
    expect(SCRUTINY("apart=\"field.author\""),
           WRITTEN_BY("Panel", SCRUTINISED("e1", "2026-03-02", "panel") BOARD_DECIDED), PDOC_OUTCOME_NOT_MET,
           "no scrutiny by");
}

#define PERIOD                 DUTIES(DUTY "\"consultation\" parties=\"health police\" period=\"P28D\"/>")
#define SENT(id, on, to, more) EVENT("consultation-opened", id, on, "body=\"" to "\" " more)

static void consultees_have_the_time_that_is_asked_for(void **state)
{
    (void)state;
    expect(PERIOD,
           HISTORY(SENT("e1", "2026-02-01", "health", "deadline=\"2026-03-01\"")
                       SENT("e2", "2026-02-01", "police", "deadline=\"2026-03-10\"") BOARD_DECIDED),
           PDOC_OUTCOME_MET, "");
    expect(PERIOD,
           HISTORY(SENT("e1", "2026-02-01", "health", "deadline=\"2026-03-01\"")
                       SENT("e2", "2026-02-02", "police", "deadline=\"2026-03-01\"") BOARD_DECIDED),
           PDOC_OUTCOME_NOT_MET, "there are to be 28 days between");
    expect(PERIOD, HISTORY(SENT("e1", "2026-02-01", "health", "deadline=\"2026-03-01\"") BOARD_DECIDED),
           PDOC_OUTCOME_NOT_MET, "no sending of the draft to Police");
    expect(PERIOD,
           HISTORY(SENT("e1", "2026-02-01", "health", "deadline=\"2026-03-01\"") SENT("e2", "2026-02-01", "police", "")
                       BOARD_DECIDED),
           PDOC_OUTCOME_UNDETERMINED, "whether there were 28 days to reply cannot be told");
}

#define ANY(more) DUTIES(DUTY "\"consultation\" parties=\"health police\" consulted=\"any\" " more "/>")

static void one_of_several_consultees_may_be_enough(void **state)
{
    (void)state;
    expect(ANY(""), HISTORY(SENT("e1", "2026-02-01", "police", "") BOARD_DECIDED), PDOC_OUTCOME_MET, "");
    expect(ANY(""), HISTORY(SENT("e1", "2026-02-01", "health", "") BOARD_DECIDED), PDOC_OUTCOME_MET, "");
    expect(ANY(""), HISTORY(SENT("e1", "2026-02-01", "panel", "") BOARD_DECIDED), PDOC_OUTCOME_NOT_MET,
           "no sending of the draft to Health or Police is recorded");
    expect(ANY(""), HISTORY(SENT("e1", "2026-02-01", "panel", "")), PDOC_OUTCOME_PENDING, "to Health or Police");
    expect(ANY(""), HISTORY(SENT("e1", "2026-02-01", "Somebody", "") BOARD_DECIDED), PDOC_OUTCOME_UNDETERMINED,
           "to Health or Police");
    /* of two sendings the one in time, whichever it is */
    expect(ANY("period=\"P28D\""),
           HISTORY(SENT("e1", "2026-02-01", "health", "deadline=\"2026-03-01\"")
                       SENT("e2", "2026-02-10", "police", "deadline=\"2026-03-01\"") BOARD_DECIDED),
           PDOC_OUTCOME_MET, "");
    expect(ANY("period=\"P28D\""),
           HISTORY(SENT("e1", "2026-02-10", "health", "deadline=\"2026-03-01\"")
                       SENT("e2", "2026-02-01", "police", "deadline=\"2026-03-01\"") BOARD_DECIDED),
           PDOC_OUTCOME_MET, "");
    expect(ANY("period=\"P28D\""), HISTORY(SENT("e1", "2026-02-10", "police", "deadline=\"2026-03-01\"") BOARD_DECIDED),
           PDOC_OUTCOME_NOT_MET, "consultation of Police");
}

static void expect_words(const char *duties, const char *events, const char *expected, const char *found)
{
    pdoc_report *report = audit_texts(duties, events, "2026-05-01");
    bool is_found = false;
    for (size_t i = 0; i < pdoc_report_finding_count(report); i++)
        if (strcmp(pdoc_report_finding_rule(report, i), "duty") == 0) {
            assert_string_equal(pdoc_report_finding_expected(report, i), expected);
            is_found |= strstr(pdoc_report_finding_message(report, i), found) != NULL;
        }
    assert_true(is_found);
    pdoc_report_unref(report);
}

#define WORKING(kind) DUTIES(DUTY "\"" kind "\" parties=\"health police\" within=\"5 working-days\"/>")

static void all_who_are_sent_or_told_it_are_meant(void **state)
{
    (void)state;
    expect_words(PERIOD, HISTORY(BOARD_DECIDED), "Health and Police", "no sending of the draft to Health");
    expect_words(PERIOD, HISTORY(BOARD_DECIDED), "Health and Police", "no sending of the draft to Police");
    expect_words(WORKING("informing"), HISTORY(BOARD_DECIDED EVENT("notified", "e1", "2026-03-25", "body=\"health\"")),
                 "Health and Police", "within 5 working days, of which the last day cannot be told");
}

/* ---- lines ---- */

#define AMENDING                                                                                                       \
    RULES(                                                                                                             \
        "<routes><route id=\"whole\"><when><equals of=\"type\" value=\"policy\"/></when></route><route id=\"small\"/>" \
        "<duty id=\"by-board\" routes=\"whole\" kind=\"sign-off\" parties=\"board\"/>"                                 \
        "<duty id=\"by-clerk\" routes=\"small\" kind=\"sign-off\" parties=\"clerk\"/></routes>"                        \
        "<flow><amendment id=\"minor\" step=\"minor\" route=\"small\"/><amendment id=\"major\" "                       \
        "step=\"major\"/></flow>")

static void expect_lines(const char *events, pdoc_outcome by_board, pdoc_outcome by_clerk)
{
    char reg[1024];
    snprintf(reg, sizeof reg, "%s%s%s",
             REGISTER_START "<profile ref=\"p\"/>"
                            "<document id=\"d1\" type=\"policy\">"
                            "<title>T</title><version n=\"1\"/><history>",
             events, "</history></document></register>");
    pdoc_report *report = audit_texts(AMENDING, reg, "2026-05-01");
    assert_int_equal(outcome_on(report, "by-board", 0), by_board);
    assert_int_equal(outcome_on(report, "by-clerk", 0), by_clerk);
    pdoc_report_unref(report);
}

#define AMENDED(class) EVENT("amended", "e1", "2026-03-01", "class=\"" class "\"")

static void the_class_of_an_amendment_chooses_the_line(void **state)
{
    (void)state;
    expect_lines(DECIDED("e2", "clerk", ""), PDOC_OUTCOME_NOT_MET, PDOC_OUTCOME_NOT_APPLICABLE);
    expect_lines(AMENDED("minor") DECIDED("e2", "clerk", ""), PDOC_OUTCOME_NOT_APPLICABLE, PDOC_OUTCOME_MET);
    expect_lines(AMENDED("minor") DECIDED("e2", "board", ""), PDOC_OUTCOME_NOT_APPLICABLE, PDOC_OUTCOME_NOT_MET);
    expect_lines(AMENDED("major") DECIDED("e2", "board", ""), PDOC_OUTCOME_MET, PDOC_OUTCOME_NOT_APPLICABLE);
    /* An amendment before the review that came since says nothing of this decision. */
    expect_lines(AMENDED("minor") DECIDED_ON("e2", "2026-03-02", "clerk") EVENT("reviewed", "e3", "2026-03-10", "")
                     DECIDED("e4", "board", ""),
                 PDOC_OUTCOME_MET, PDOC_OUTCOME_NOT_APPLICABLE);
}

static void registers_are_searched_by_whom_the_matrix_names(void **state)
{
    (void)state;
    static const struct {
        const char *where;
        size_t count;
    } rows[] = {{"route.sign-off = board", 1}, {"route.sign-off = clerk", 1}, {"route.sign-off = panel", 0},
                {"route = whole", 1},          {"route = small", 1},          {"route.scrutiny present", 0}};
    pdoc_profile *profile = read_good(AMENDING, NULL);
    pdoc_register *reg = read_register(REGISTER(DOC(
        "", EVENT("drafted", "e1", "2026-03-01",
                  "")) "<document id=\"d2\" type=\"policy\"><title>T</title><version n=\"1\"/><history>"
                       "<amended id=\"e2\" on=\"2026-03-01\" version=\"1\" class=\"minor\"/></history></document>"));
    const pdoc_basis basis = {.size = sizeof basis, .as_of = day_of("2026-05-01"), .profile = profile};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pdoc_selection *found = pdoc_register_find(reg, &basis, rows[i].where, NULL, NULL);
        assert_non_null(found);
        assert_int_equal(pdoc_selection_count(found), rows[i].count);
        pdoc_selection_free(found);
    }
    pdoc_register_unref(reg);
    pdoc_profile_unref(profile);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_delegate_decides_where_the_duty_may_be_delegated),
        cmocka_unit_test(a_delegation_may_stand_in_the_history_of_the_register),
        cmocka_unit_test(a_denial_holds_against_any_delegation),
        cmocka_unit_test(a_quorum_is_counted_from_those_who_came),
        cmocka_unit_test(an_author_does_not_approve),
        cmocka_unit_test(who_acts_in_a_role_acts_as_that_and_for_an_area),
        cmocka_unit_test(several_decide_each_on_a_day_of_its_own),
        cmocka_unit_test(nothing_and_something_unclear_are_told_apart),
        cmocka_unit_test(the_words_are_those_of_the_decision),
        cmocka_unit_test(an_urgent_decision_is_reported_back_in_time),
        cmocka_unit_test(scrutiny_is_by_any_or_by_each_and_first),
        cmocka_unit_test(consultees_have_the_time_that_is_asked_for),
        cmocka_unit_test(one_of_several_consultees_may_be_enough),
        cmocka_unit_test(all_who_are_sent_or_told_it_are_meant),
        cmocka_unit_test(the_class_of_an_amendment_chooses_the_line),
        cmocka_unit_test(registers_are_searched_by_whom_the_matrix_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
