/* SPDX-License-Identifier: MIT */
/* Who decides: after a referral the body that it names; each of several, of whom one may reject it or act on a power
   that has lapsed; and nobody can say, where the cell that is to name the one is blank. */
#include "auditing.h"

#define PARTIES                                                                                                        \
    "<types><type id=\"policy\" base=\"policy\"/></types><parties>"                                                    \
    "<party id=\"board\"><name>Board</name></party><party id=\"council\"><name>Council</name></party>"                 \
    "<party id=\"assembly\"><name>Assembly</name></party><party id=\"panel\"><name>Panel</name></party>"               \
    "<party id=\"partners\" members=\"health police\"><name>Partners</name></party>"                                   \
    "<party id=\"health\" part-of=\"partners\"><name>Health</name></party>"                                            \
    "<party id=\"police\" part-of=\"partners\"><name>Police</name></party></parties>"
#define RULES(rows)    PROFILE_START PARTIES rows "</profile>"
#define DUTIES(duties) RULES("<routes>" duties "</routes>")
#define SHEET(author)                                                                                                  \
    "<version n=\"1\"><front-sheet><row field=\"author\"><text>" author "</text></row></front-sheet></version>"
#define DOC(version, events)                                                                                           \
    REGISTER("<document id=\"d1\" type=\"policy\"><title>T</title>" version "<history>" events "</history></"          \
             "document>")
#define HISTORY(events)             DOC("<version n=\"1\"/>", events)
#define EVENT(kind, id, on, more)   "<" kind " id=\"" id "\" on=\"" on "\" version=\"1\" " more "/>"
#define OUTCOME(id, on, by, come)   EVENT("decided", id, on, "by=\"" by "\" outcome=\"" come "\"")
#define APPROVED(id, on, by)        OUTCOME(id, on, by, "approved")
#define REJECTED(id, on, by)        OUTCOME(id, on, by, "rejected")
#define REFERRED(id, on, by, to)    EVENT("decided", id, on, "by=\"" by "\" outcome=\"referred-up\" body=\"" to "\"")
#define DELEGATED(id, on, to, more) EVENT("delegated", id, on, "by=\"board\" body=\"" to "\" " more)

/* What "duty" comes to; the findings of it, in order, begin at these places and say these words. */
struct expected {
    const char *place, *words;
};
static void expect(const char *profile, const char *reg, pdoc_outcome outcome, const struct expected *expected)
{
    pdoc_report *report = audit_texts(profile, reg, "2026-05-01");
    size_t next = 0;
    if (outcome_on(report, "duty", 0) != (int)outcome)
        show_findings(report);
    assert_int_equal(outcome_on(report, "duty", 0), outcome);
    for (size_t i = 0; i < pdoc_report_finding_count(report); i++) {
        if (strcmp(pdoc_report_finding_rule(report, i), "duty") != 0)
            continue;
        assert_non_null(expected[next].place);
        assert_contains(pdoc_report_finding_message(report, i), expected[next].words);
        assert_string_equal(pdoc_report_finding_place(report, i), expected[next].place);
        assert_string_equal(pdoc_report_finding_clause(report, i), "c7");
        assert_non_null(pdoc_report_finding_remedy(report, i));
        next++;
    }
    assert_null(expected[next].place);
    pdoc_report_unref(report);
}

#define ONE(place, words)                                                                                              \
    (const struct expected[])                                                                                          \
    {                                                                                                                  \
        {place, words},                                                                                                \
        {                                                                                                              \
            NULL, NULL                                                                                                 \
        }                                                                                                              \
    }
#define NOTHING                                                                                                        \
    (const struct expected[])                                                                                          \
    {                                                                                                                  \
        {                                                                                                              \
            NULL, NULL                                                                                                 \
        }                                                                                                              \
    }

/* ---- referral ---- */

#define SIGN_OFF(more) "<duty id=\"duty\" clause=\"c7\" kind=\"sign-off\" parties=\"board\" " more "/>"
#define REFERRABLE                                                                                                     \
    DUTIES(SIGN_OFF("") "<duty id=\"upwards\" clause=\"c8\" kind=\"referral\" parties=\"council assembly\"/>")
#define TO_COUNCIL REFERRED("e1", "2026-03-02", "board", "council")

static void who_a_referral_names_decides(void **state)
{
    (void)state;
    expect(REFERRABLE, HISTORY(TO_COUNCIL), PDOC_OUTCOME_PENDING,
           ONE("history/e1", "nothing is decided yet; it was referred by Board on 2026-03-02, and it is for Council"));
    expect(REFERRABLE, HISTORY(TO_COUNCIL APPROVED("e2", "2026-03-24", "council")), PDOC_OUTCOME_MET, NOTHING);
    expect(REFERRABLE, HISTORY(TO_COUNCIL APPROVED("e2", "2026-03-24", "board")), PDOC_OUTCOME_NOT_MET,
           ONE("history/e2", "decided by Board on 2026-03-24; it was referred by Board on 2026-03-02, and it is for "
                             "Council to decide"));
    expect(REFERRABLE, HISTORY(TO_COUNCIL REJECTED("e2", "2026-03-24", "council")), PDOC_OUTCOME_PENDING,
           ONE("history/e2", "rejected by Council on 2026-03-24"));
    /* What was referred to nobody by name is for those whom the profile lets it be referred to. */
    expect(REFERRABLE,
           HISTORY(OUTCOME("e1", "2026-03-02", "board", "referred-up") APPROVED("e2", "2026-03-24", "assembly")),
           PDOC_OUTCOME_MET, NOTHING);
    expect(REFERRABLE,
           HISTORY(OUTCOME("e1", "2026-03-02", "board", "referred-up") APPROVED("e2", "2026-03-24", "board")),
           PDOC_OUTCOME_NOT_MET, ONE("history/e2", "it is for Council or Assembly to decide"));
}

static void a_body_may_hand_on_what_was_handed_on_to_it(void **state)
{
    (void)state;
#define TWICE TO_COUNCIL REFERRED("e2", "2026-03-10", "council", "assembly")
    expect(REFERRABLE, HISTORY(TWICE APPROVED("e3", "2026-03-24", "assembly")), PDOC_OUTCOME_MET, NOTHING);
    expect(REFERRABLE, HISTORY(TWICE APPROVED("e3", "2026-03-24", "council")), PDOC_OUTCOME_NOT_MET,
           ONE("history/e3", "referred by Council on 2026-03-10, and it is for Assembly"));
}

/* Not one that the profile does not allow, nor by a body whose decision it was not. */
static void other_referrals_change_nothing(void **state)
{
    (void)state;
    static const char *const before[] = {REFERRED("e1", "2026-03-02", "board", "panel"),
                                         REFERRED("e1", "2026-03-02", "panel", "council")};
    for (size_t i = 0; i < 2; i++) {
        char own[1024], other[1024];
        snprintf(own, sizeof own, DOC("<version n=\"1\"/>", "%s" APPROVED("e2", "2026-03-24", "board")), before[i]);
        snprintf(other, sizeof other, DOC("<version n=\"1\"/>", "%s" APPROVED("e2", "2026-03-24", "assembly")),
                 before[i]);
        expect(REFERRABLE, own, PDOC_OUTCOME_MET, NOTHING);
        expect(REFERRABLE, other, PDOC_OUTCOME_NOT_MET,
               ONE("history/e2", "decided by Assembly on 2026-03-24; it is for Board to decide"));
        pdoc_report *report = audit_texts(REFERRABLE, own, "2026-05-01");
        assert_int_equal(outcome_on(report, "upwards", 0), i == 0 ? PDOC_OUTCOME_NOT_MET : PDOC_OUTCOME_MET);
        pdoc_report_unref(report);
    }
    expect(DUTIES(SIGN_OFF("")), HISTORY(TO_COUNCIL APPROVED("e2", "2026-03-24", "board")), PDOC_OUTCOME_MET, NOTHING);
}

static void how_it_came_to_the_one_who_decided_is_explained(void **state)
{
    (void)state;
    pdoc_profile *profile = read_good(REFERRABLE, NULL);
    pdoc_register *reg = read_register(HISTORY(TO_COUNCIL APPROVED("e2", "2026-03-24", "council")));
    const pdoc_basis basis = {.size = sizeof basis, .as_of = day_of("2026-05-01"), .profile = profile};
    pdoc_explanation *explanation = pdoc_document_explain(pdoc_register_document(reg, 0), &basis, NULL);
    assert_non_null(explanation);
    bool is_told = false;
    for (size_t i = 0; i < pdoc_explanation_count(explanation); i++)
        is_told |= strcmp(pdoc_explanation_text(explanation, i),
                          "asked: Council; found: referred by Board on 2026-03-02, decided by Council on "
                          "2026-03-24") == 0;
    assert_true(is_told);
    pdoc_explanation_unref(explanation);
    pdoc_register_unref(reg);
    pdoc_profile_unref(profile);
}

/* ---- each ---- */

#define EACH_OF(more)                                                                                                  \
    DUTIES("<duty id=\"duty\" clause=\"c7\" kind=\"sign-off\" parties=\"board partners\" decide=\"each\" " more "/>"   \
           "<duty id=\"upwards\" kind=\"referral\" parties=\"council\"/>")
#define EACH  EACH_OF("delegable=\"true\"")
#define BOARD APPROVED("e1", "2026-03-02", "board")

static void a_rejection_by_one_is_told(void **state)
{
    (void)state;
    static const struct expected rejected[] = {
        {"history/e2", "rejected by Partners on 2026-03-10; each of Board and Partners decides"}, {NULL, NULL}};
    expect(EACH, HISTORY(BOARD REJECTED("e2", "2026-03-10", "partners")), PDOC_OUTCOME_NOT_MET, rejected);
    /* before the other approved it, and where nobody did */
    expect(EACH, HISTORY(REJECTED("e2", "2026-03-01", "partners") BOARD), PDOC_OUTCOME_NOT_MET,
           ONE("history/e2", "rejected by Partners on 2026-03-01"));
    expect(EACH, HISTORY(REJECTED("e2", "2026-03-10", "partners")), PDOC_OUTCOME_NOT_MET,
           (const struct expected[]){{"history/e2", "rejected by Partners on 2026-03-10"},
                                     {"history", "no decision of Board is recorded"},
                                     {NULL, NULL}});
    /* by one of those that make up a party */
    expect(EACH, HISTORY(BOARD APPROVED("e2", "2026-03-10", "health") REJECTED("e3", "2026-03-11", "police")),
           PDOC_OUTCOME_NOT_MET, ONE("history/e3", "rejected by Police on 2026-03-11"));
    /* one who then approves has not rejected it */
    expect(EACH, HISTORY(BOARD REJECTED("e2", "2026-03-10", "partners") APPROVED("e3", "2026-03-20", "partners")),
           PDOC_OUTCOME_MET, NOTHING);
    /* nor is it the last word where it was put to them again */
    expect(EACH,
           HISTORY(BOARD REJECTED("e2", "2026-03-10", "partners")
                       EVENT("submitted", "e3", "2026-03-20", "body=\"partners\"")),
           PDOC_OUTCOME_PENDING, ONE("history/e2", "rejected by Partners on 2026-03-10"));
    expect(EACH,
           HISTORY(BOARD REJECTED("e2", "2026-03-10", "partners")
                       EVENT("submitted", "e3", "2026-03-20", "body=\"panel\"")),
           PDOC_OUTCOME_NOT_MET, rejected);
    /* a deferral leaves it open, and what is rejected by a body that does not decide is no matter */
    expect(EACH,
           HISTORY(BOARD OUTCOME("e2", "2026-03-10", "partners", "deferred") REJECTED("e3", "2026-03-11", "panel")),
           PDOC_OUTCOME_PENDING, ONE("history", "no decision of Partners is recorded"));
    /* a rejection of what was asked for anew says nothing of the decision before */
    expect(EACH,
           HISTORY(BOARD APPROVED("e2", "2026-03-10", "partners") EVENT("review-started", "e3", "2026-03-20", "")
                       REJECTED("e4", "2026-03-25", "partners")),
           PDOC_OUTCOME_MET, NOTHING);
}

static void a_power_that_has_lapsed_is_told(void **state)
{
    (void)state;
    static const struct expected lapsed[] = {
        {"history/e3",
         "decided by Panel on 2026-03-20; the power that Board gave it ended on 2026-03-10, and it is for"},
        {NULL, NULL}};
#define WITH_PANEL(until)                                                                                              \
    APPROVED("e1", "2026-03-02", "partners")                                                                           \
    DELEGATED("e2", "2026-01-01", "panel", until) APPROVED("e3", "2026-03-20", "panel")
    expect(EACH, HISTORY(WITH_PANEL("until=\"2026-03-10\"")), PDOC_OUTCOME_NOT_MET, lapsed);
    expect(EACH, HISTORY(WITH_PANEL("until=\"2026-03-20\"")), PDOC_OUTCOME_MET, NOTHING);
    expect(EACH_OF(""), HISTORY(WITH_PANEL("until=\"2026-03-20\"")), PDOC_OUTCOME_PENDING,
           ONE("history", "no decision of Board is recorded"));
    expect(EACH,
           HISTORY(APPROVED("e1", "2026-03-02", "partners") APPROVED("e3", "2026-03-20", "panel")
                       DELEGATED("e2", "2026-03-25", "panel", "")),
           PDOC_OUTCOME_NOT_MET, ONE("history/e3", "Board gave it the power to on 2026-03-25 only"));
    /* also where one of them is enough, and where the decision itself speaks of the power */
    expect(DUTIES(SIGN_OFF("delegable=\"true\"")),
           HISTORY(DELEGATED("e2", "2026-01-01", "panel", "until=\"2026-03-10\"") EVENT(
               "decided", "e3", "2026-03-20", "by=\"panel\" outcome=\"approved\" delegated-by=\"board\"")),
           PDOC_OUTCOME_NOT_MET, lapsed);
}

/* Who decides for one of them does not decide for the others. */
static void a_power_is_that_of_the_one_who_gave_it(void **state)
{
    (void)state;
    expect(EACH, HISTORY(DELEGATED("e1", "2026-01-01", "panel", "") APPROVED("e2", "2026-03-20", "panel")),
           PDOC_OUTCOME_PENDING, ONE("history", "no decision of Partners is recorded"));
}

static void one_of_several_may_hand_on_its_part(void **state)
{
    (void)state;
    expect(EACH, HISTORY(TO_COUNCIL APPROVED("e2", "2026-03-10", "partners")), PDOC_OUTCOME_PENDING,
           ONE("history", "no decision of Council (to which Board referred it) is recorded"));
    expect(EACH, HISTORY(APPROVED("e2", "2026-03-01", "partners") TO_COUNCIL), PDOC_OUTCOME_PENDING,
           ONE("history", "no decision of Council (to which Board referred it) is recorded"));
    expect(EACH, HISTORY(TO_COUNCIL APPROVED("e2", "2026-03-10", "partners") APPROVED("e3", "2026-03-20", "council")),
           PDOC_OUTCOME_MET, NOTHING);
}

/* ---- whom nobody can name ---- */

#define BY_AUTHOR "<duty id=\"duty\" clause=\"c7\" kind=\"sign-off\" parties=\"field.author\"/>"
#define STEP                                                                                                           \
    "<flow><state id=\"s\" phase=\"draft\"/><transition id=\"step\" event=\"decided\" by=\"field.author\"/></flow>"

/* The duty and a step of the flow say the same of a cell that names nobody, is blank or is not there. */
static void a_blank_cell_leaves_open_who_decides(void **state)
{
    (void)state;
    static const struct {
        const char *version;
        pdoc_outcome outcome;
    } cases[] = {
        {SHEET("Board"), PDOC_OUTCOME_MET},
        {SHEET("Council"), PDOC_OUTCOME_NOT_MET},
        {SHEET(""), PDOC_OUTCOME_UNDETERMINED},
        {"<version n=\"1\"/>", PDOC_OUTCOME_UNDETERMINED},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[1024];
        snprintf(text, sizeof text, DOC("%s", APPROVED("e1", "2026-03-24", "board")), cases[i].version);
        pdoc_report *report = audit_texts(RULES("<routes>" BY_AUTHOR "</routes>" STEP), text, "2026-05-01");
        const size_t finding = finding_of_rule(report, "duty");
        assert_int_equal(outcome_on(report, "duty", 0), cases[i].outcome);
        assert_int_equal(outcome_on(report, "step", 0), cases[i].outcome);
        if (cases[i].outcome == PDOC_OUTCOME_UNDETERMINED) {
            assert_contains(pdoc_report_finding_message(report, finding), "whether that is the cell \"Author\"");
            assert_contains(pdoc_report_finding_remedy(report, finding), "the cell \"Author\" names nobody");
        }
        pdoc_report_unref(report);
    }
    /* another whom the duty names, too, is told by name */
    expect(DUTIES("<duty id=\"duty\" clause=\"c7\" kind=\"sign-off\" parties=\"board field.author\"/>"),
           DOC(SHEET(""), APPROVED("e1", "2026-03-24", "board")), PDOC_OUTCOME_MET, NOTHING);
}

static void nor_can_it_be_told_that_nobody_else_was_asked(void **state)
{
    (void)state;
    static const char *const kinds[] = {"consultation", "scrutiny", "informing"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        char profile[2048];
        snprintf(profile, sizeof profile, DUTIES("<duty id=\"duty\" kind=\"%s\" parties=\"field.author\"/>"), kinds[i]);
        for (unsigned blank = 0; blank < 2; blank++) {
            pdoc_report *report = audit_texts(profile,
                                              blank ? DOC(SHEET(""), APPROVED("e1", "2026-03-24", "board"))
                                                    : DOC(SHEET("Panel"), APPROVED("e1", "2026-03-24", "board")),
                                              "2026-05-01");
            assert_int_equal(outcome_on(report, "duty", 0), blank ? PDOC_OUTCOME_UNDETERMINED : PDOC_OUTCOME_NOT_MET);
            pdoc_report_unref(report);
        }
    }
}

static bool audit_again(void *context, pdoc_error **error)
{
    const struct {
        pdoc_register *reg;
        const pdoc_basis *basis;
    } *given = context;
    pdoc_report *report = pdoc_audit(given->reg, given->basis, error);
    if (report)
        assert_int_equal(outcome_on(report, "duty", 0), PDOC_OUTCOME_NOT_MET);
    pdoc_report_unref(report);
    return report != NULL;
}

static void every_allocation_may_fail(void **state)
{
    (void)state;
    pdoc_profile *profile = read_good(EACH, NULL);
    pdoc_register *reg =
        read_register(HISTORY(TO_COUNCIL DELEGATED("e2", "2026-01-01", "panel", "until=\"2026-03-10\"")
                                  APPROVED("e3", "2026-03-20", "panel") REJECTED("e4", "2026-03-21", "partners")));
    const pdoc_basis basis = {.size = sizeof basis, .as_of = day_of("2026-05-01"), .profile = profile};
    struct {
        pdoc_register *reg;
        const pdoc_basis *basis;
    } given = {reg, &basis};
    assert_true(fail_every_allocation(audit_again, &given, false) > 10);
    assert_true(fail_every_allocation(audit_again, &given, true) > 10);
    pdoc_register_unref(reg);
    pdoc_profile_unref(profile);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_a_referral_names_decides),
        cmocka_unit_test(a_body_may_hand_on_what_was_handed_on_to_it),
        cmocka_unit_test(other_referrals_change_nothing),
        cmocka_unit_test(how_it_came_to_the_one_who_decided_is_explained),
        cmocka_unit_test(a_rejection_by_one_is_told),
        cmocka_unit_test(a_power_that_has_lapsed_is_told),
        cmocka_unit_test(a_power_is_that_of_the_one_who_gave_it),
        cmocka_unit_test(one_of_several_may_hand_on_its_part),
        cmocka_unit_test(a_blank_cell_leaves_open_who_decides),
        cmocka_unit_test(nor_can_it_be_told_that_nobody_else_was_asked),
        cmocka_unit_test(every_allocation_may_fail),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
