/* SPDX-License-Identifier: MIT */
/* What rules can ask of related documents: from both ends, on the day judged or another one, and whether they changed.
 */
#include "auditing.h"

#define TYPES "<types><type id=\"policy\" base=\"policy\"/><type id=\"procedure\" base=\"procedure\"/></types>"
#define RULE(facts, must)                                                                                              \
    PROFILE(TYPES "<facts><fact id=\"agreed\" event=\"decided\"/>" facts "</facts><requirements>"                      \
                  "<requirement id=\"r\"><when><equals of=\"type\" value=\"procedure\"/></when><must>" must            \
                  "</must><message>found {x}</message></requirement></requirements>")
#define PROCEDURE(id, content)                                                                                         \
    "<document id=\"" id "\" type=\"procedure\"><title>P " id "</title>" content "</document>"
#define POLICY(id, content) "<document id=\"" id "\" type=\"policy\"><title>Q " id "</title>" content "</document>"
#define DECIDED(id, on)     "<decided id=\"" id "\" on=\"" on "\" outcome=\"approved\"/>"
#define HISTORY(events)     "<version n=\"1\"/><history>" events "</history>"
#define TO(kind, to)        "<relation kind=\"" kind "\" to=\"" to "\"/>"

/* Outcomes of the rule on the documents of the register, one letter each: m met, n not met, u undetermined, - none. */
static void assert_outcomes(const char *profile, const char *reg, const char *day, const char *expected)
{
    static const char letters[] = {[PDOC_OUTCOME_MET] = 'm',
                                   [PDOC_OUTCOME_NOT_MET] = 'n',
                                   [PDOC_OUTCOME_UNDETERMINED] = 'u',
                                   [PDOC_OUTCOME_NOT_APPLICABLE] = '-'};
    char found[32] = "";
    pdoc_report *report = audit_texts(profile, reg, day);
    for (size_t i = 0; i < strlen(expected); i++)
        found[i] = letters[outcome_on(report, "r", i)];
    assert_string_equal(found, expected);
    pdoc_report_unref(report);
}

static void a_relation_counts_from_both_ends_once(void **state)
{
    (void)state;
    static const char reg[] =
        REGISTER(PROCEDURE("d1", "") PROCEDURE("d2", TO("implemented-by", "d4")) PROCEDURE("d3", TO("implements", "d3"))
                     POLICY("d4", TO("implements", "d1") TO("implements", "d2"))
                         POLICY("d5", TO("implements", "d1") TO("implements", "d1")));
    assert_outcomes(RULE("<fact id=\"x\" relation=\"implemented-by\" pick=\"count\" ends=\"both\"/>",
                         "<count of=\"x\" min=\"2\" max=\"2\"/>"),
                    reg, "2026-01-01", "mnn");
    assert_outcomes(RULE("<fact id=\"x\" relation=\"implemented-by\" pick=\"count\" ends=\"both\"/>",
                         "<count of=\"x\" min=\"1\" max=\"1\"/>"),
                    reg, "2026-01-01", "nmn");
    assert_outcomes(RULE("<fact id=\"x\" relation=\"implemented-by\" pick=\"count\"/>", "<count of=\"x\" min=\"1\"/>"),
                    reg, "2026-01-01", "nmn");
}

static void the_other_end_is_asked_for_what_it_is(void **state)
{
    (void)state;
    static const char reg[] =
        REGISTER(PROCEDURE("d1", TO("derived-from", "d5")) PROCEDURE("d2", TO("derived-from", "d1"))
                     PROCEDURE("d3", TO("derived-from", "urn:outside")) PROCEDURE("d4", "")
                         POLICY("d5", HISTORY(DECIDED("e1", "2020-01-01"))));
#define WHERE(kind, test) "<fact id=\"x\" relation=\"" kind "\" pick=\"count\"><where>" test "</where></fact>"
#define SOME              "<count of=\"x\" min=\"1\"/>"
    assert_outcomes(RULE(WHERE("derived-from", "<equals of=\"target.type\" value=\"policy\"/>"), SOME), reg,
                    "2026-01-01", "mnun");
    assert_outcomes(RULE(WHERE("derived-from", "<equals of=\"target.in-force\" value=\"yes\"/>"), SOME), reg,
                    "2026-01-01", "muun");
    assert_outcomes(RULE(WHERE("derived-from", "<in of=\"target.phase\" values=\"in-force approved\"/>"), SOME), reg,
                    "2019-01-01", "nuun");
    assert_outcomes(RULE(WHERE("derived-from", "<equals of=\"target.outside\" value=\"yes\"/>"), SOME), reg,
                    "2026-01-01", "nnmn");
    assert_outcomes(RULE(WHERE("derived-from", "<equals of=\"target.profile\" value=\"p\"/>"), SOME), reg, "2026-01-01",
                    "mmun");
    assert_outcomes(RULE(WHERE("derived-from", "<equals of=\"target.title\" value=\"Q d5\"/>"), SOME), reg,
                    "2026-01-01", "mnun");
    assert_outcomes(RULE(WHERE("derived-from", "<equals of=\"target.uri\" value=\"urn:outside\"/>"), SOME), reg,
                    "2026-01-01", "uumn");
    assert_outcomes(RULE("<fact id=\"x\" relation=\"derived-from\" give=\"target.title\" pick=\"each\"/>",
                         "<equals of=\"x\" value=\"Q d5\"/>"),
                    reg, "2026-01-01", "mnuu");
}

static void the_other_end_is_looked_at_on_another_day(void **state)
{
    (void)state;
    static const char profile[] = RULE("<fact id=\"x\" relation=\"derived-from\" pick=\"count\" at=\"agreed\"><where>"
                                       "<in of=\"target.phase\" values=\"approved in-force\"/></where></fact>",
                                       SOME);
    assert_outcomes(
        profile,
        REGISTER(PROCEDURE("d1", TO("derived-from", "d5") HISTORY(DECIDED("e1", "2020-06-01"))) /* after */
                 PROCEDURE("d2", TO("derived-from", "d5") HISTORY(DECIDED("e2", "2020-01-01"))) /* before */
                 PROCEDURE("d3", TO("derived-from", "d5") HISTORY(DECIDED("e3", "2020")))       /* or not */
                 PROCEDURE("d4", TO("derived-from", "d5"))                                      /* never */
                 POLICY("d5", HISTORY(DECIDED("e4", "2020-03-01") "<withdrawn id=\"e5\" on=\"2021-01-01\"/>"))),
        "2026-01-01", "mnuu");
}

static void documents_that_ask_each_other_come_to_an_end(void **state)
{
    (void)state;
    static const char profile[] =
        PROFILE(TYPES "<facts><fact id=\"due-of-parent\" relation=\"derived-from\" give=\"target.due\"/>"
                      "<fact id=\"agreed\" event=\"decided\"/></facts>"
                      "<schedule><due id=\"d\" kind=\"review\" anchors=\"agreed\" offset=\"P3Y\">"
                      "<when><equals of=\"type\" value=\"policy\"/></when></due>"
                      "<due id=\"c\" kind=\"review\" anchors=\"due-of-parent\">"
                      "<when><equals of=\"type\" value=\"procedure\"/></when></due></schedule>");
    pdoc_profile_set *set = pdoc_profile_set_new(NULL);
    pdoc_profile *read = read_good(profile, NULL);
    pdoc_register *reg = read_register(
        REGISTER(PROCEDURE("d1", TO("derived-from", "d2")) POLICY("d2", HISTORY(DECIDED("e1", "2020-03-01")))
                     PROCEDURE("d3", TO("derived-from", "d4")) PROCEDURE("d4", TO("derived-from", "d3"))));
    assert_int_equal(pdoc_profile_set_add(set, read, NULL), PDOC_OK);
    const pdoc_basis basis = {.size = sizeof basis, .as_of = day_of("2022-01-01"), .profiles = set};
    pdoc_schedule *schedule = pdoc_schedule_new(reg, &basis, NULL);
    assert_non_null(schedule);
    char text[PDOC_DATE_TEXT];
    /* a part follows the review calendar of what it is a part of */
    assert_string_equal(pdoc_date_format(pdoc_schedule_due(schedule, pdoc_schedule_find(schedule, 0)), text),
                        "2023-03-01");
    assert_int_equal(pdoc_schedule_state(schedule, pdoc_schedule_find(schedule, 2)), PDOC_REVIEW_NO_DATA);
    pdoc_schedule_unref(schedule);
    pdoc_register_unref(reg);
    pdoc_profile_unref(read);
    pdoc_profile_set_unref(set);
}

#define HASH_A         "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define HASH_B         "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
#define CHILD(checked) PROCEDURE("d1", "<relation kind=\"implements\" to=\"d2\" " checked "/>")

static void a_change_after_the_check_makes_suspect(void **state)
{
    (void)state;
    static const char profile[] =
        PROFILE(TYPES "<facts><fact id=\"changed\" relation=\"implements\" give=\"suspect-since\"/></facts>"
                      "<schedule><due id=\"early\" kind=\"review\" anchors=\"changed\" offset=\"P1M\"/></schedule>");
    static const struct {
        const char *checked, *parent, *words; /* words NULL: nothing is found */
        int outcome;
    } rows[] = {
        {"checked=\"2021-01-01\"", HISTORY("<amended id=\"e1\" on=\"2021-02-01\"/>"), "amended on 2021-02-01",
         PDOC_OUTCOME_NOT_MET},
        {"checked=\"2021-02-01\"", HISTORY("<amended id=\"e1\" on=\"2021-02-01\"/>"), NULL, PDOC_OUTCOME_MET},
        {"checked=\"2021-02\"", HISTORY("<amended id=\"e1\" on=\"2021-02-10\"/>"), "amended on 2021-02-10",
         PDOC_OUTCOME_UNDETERMINED},
        {"", HISTORY("<amended id=\"e1\" on=\"2021-02-01\"/>"), NULL, PDOC_OUTCOME_NOT_APPLICABLE},
        {"fingerprint=\"" HASH_A "\"", "<version n=\"1\"><content href=\"a\" sha256=\"" HASH_B "\"/></version>",
         "on a day not recorded; its content has another hash", PDOC_OUTCOME_NOT_MET},
        {"fingerprint=\"" HASH_A "\"", "<version n=\"1\"><content href=\"a\" sha256=\"" HASH_A "\"/></version>", NULL,
         PDOC_OUTCOME_MET},
        {"fingerprint=\"an old mark\"", "<version n=\"1\"><content href=\"a\" sha256=\"" HASH_A "\"/></version>", NULL,
         PDOC_OUTCOME_MET},
        {"checked=\"2021-01-01\" fingerprint=\"" HASH_A "\"",
         HISTORY("<attested id=\"e1\" on=\"2021-02-03\" sha256=\"" HASH_B "\"/>"), "taken down on 2021-02-03",
         PDOC_OUTCOME_NOT_MET},
        {"checked=\"2021-01-01\"", "<version n=\"1\"/>", NULL, PDOC_OUTCOME_MET},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[2000];
        snprintf(text, sizeof text,
                 REGISTER_START
                 "<profile ref=\"p\"/><document id=\"d1\" type=\"procedure\"><relation kind=\"implements\" "
                 "to=\"d2\" %s/></document><document id=\"d2\" type=\"policy\">%s</document></register>",
                 rows[i].checked, rows[i].parent);
        pdoc_report *report = audit_texts(profile, text, "2022-01-01");
        if (outcome_on(report, "relation-suspect", 0) != rows[i].outcome)
            print_error("row %zu\n", i);
        assert_int_equal(outcome_on(report, "relation-suspect", 0), rows[i].outcome);
        const size_t finding = finding_of_rule(report, "relation-suspect");
        assert_int_equal(finding == SIZE_MAX, rows[i].words == NULL);
        if (rows[i].words)
            assert_contains(pdoc_report_finding_message(report, finding), rows[i].words);
        const size_t overdue = finding_of_rule(report, "review-overdue");
        assert_int_equal(overdue != SIZE_MAX, i == 0 || i == 7); /* a review is due a month after the change */
        if (i == 0)
            assert_contains(pdoc_report_finding_message(report, overdue), "2021-03-01");
        pdoc_report_unref(report);
    }
}

/* R-D21, R-D51, R-D173: what a strategy delivers, what a document is supported by, what it was adopted from. Nobody has
   to have such a relation; one that is there leads to a document of the register, and a change of that one is told
   where it travels. */
static void each_kind_that_a_document_need_not_have_is_judged_where_it_is_there(void **state)
{
    (void)state;
    static const struct {
        const char *kind;
        int suspect;
    } kinds[] = {{"delivers", PDOC_OUTCOME_NOT_MET},
                 {"supported-by", PDOC_OUTCOME_NOT_APPLICABLE},
                 {"adopted-from", PDOC_OUTCOME_NOT_MET}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        char text[2000];
        snprintf(text, sizeof text,
                 REGISTER(PROCEDURE("d1", "<relation kind=\"%s\" to=\"d5\" checked=\"2020-01-01\"/>") PROCEDURE(
                     "d2", "<relation kind=\"%s\" to=\"d5\" checked=\"2021-03-01\"/>") PROCEDURE("d3", TO("%s", "d9"))
                              PROCEDURE("d4", "") POLICY("d5", HISTORY("<amended id=\"e1\" on=\"2021-02-01\"/>"))),
                 kinds[i].kind, kinds[i].kind, kinds[i].kind);
        pdoc_report *report = audit_texts(PROFILE(TYPES), text, "2022-01-01");
        assert_int_equal(outcome_on(report, "relation-unknown-kind", 0), PDOC_OUTCOME_MET);
        assert_int_equal(outcome_on(report, "relation-target-missing", 0), PDOC_OUTCOME_MET);
        assert_int_equal(outcome_on(report, "relation-target-missing", 2), PDOC_OUTCOME_NOT_MET);
        assert_int_equal(outcome_on(report, "relation-target-missing", 3), PDOC_OUTCOME_NOT_APPLICABLE);
        assert_int_equal(outcome_on(report, "relation-suspect", 0), kinds[i].suspect);
        assert_int_equal(outcome_on(report, "relation-suspect", 1),
                         kinds[i].suspect == PDOC_OUTCOME_NOT_MET ? PDOC_OUTCOME_MET : PDOC_OUTCOME_NOT_APPLICABLE);
        assert_int_equal(outcome_on(report, "relation-suspect", 3), PDOC_OUTCOME_NOT_APPLICABLE);
        pdoc_report_unref(report);
    }
}

static void rings_are_told_in_the_order_in_which_they_lead(void **state)
{
    (void)state;
    pdoc_report *report = audit_texts(
        PROFILE(TYPES),
        REGISTER(PROCEDURE("d1", TO("derived-from", "d2")) PROCEDURE("d2", TO("implements", "d3"))
                     PROCEDURE("d3", TO("implemented-by", "d9")) PROCEDURE("d4", TO("part-of", "d4"))
                         PROCEDURE("d5", TO("part-of", "d6")) PROCEDURE("d6", TO("comprises", "d5")) PROCEDURE("d9", "")
                             PROCEDURE("d10", TO("source-of", "d3") TO("adapts", "d1"))),
        "2026-01-01");
    static const int expected[] = {PDOC_OUTCOME_NOT_MET,        PDOC_OUTCOME_NOT_MET, PDOC_OUTCOME_NOT_MET,
                                   PDOC_OUTCOME_NOT_MET,        PDOC_OUTCOME_MET,     PDOC_OUTCOME_MET,
                                   PDOC_OUTCOME_NOT_APPLICABLE, PDOC_OUTCOME_NOT_MET};
    for (size_t i = 0; i < 8; i++)
        assert_int_equal(outcome_on(report, "relation-loop", i), expected[i]);
    assert_string_equal(pdoc_report_finding_found(report, finding_of_rule(report, "relation-loop")),
                        "\"P d1\" (d1), \"P d2\" (d2), \"P d3\" (d3), \"P d10\" (d10), \"P d1\" (d1)");
    pdoc_report_unref(report);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_relation_counts_from_both_ends_once),
        cmocka_unit_test(the_other_end_is_asked_for_what_it_is),
        cmocka_unit_test(the_other_end_is_looked_at_on_another_day),
        cmocka_unit_test(documents_that_ask_each_other_come_to_an_end),
        cmocka_unit_test(a_change_after_the_check_makes_suspect),
        cmocka_unit_test(each_kind_that_a_document_need_not_have_is_judged_where_it_is_there),
        cmocka_unit_test(rings_are_told_in_the_order_in_which_they_lead),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
