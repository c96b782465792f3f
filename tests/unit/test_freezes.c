/* SPDX-License-Identifier: MIT */
/* What is frozen after the decision, by event and by hash; what sections must state. */
#include "changing.h"

/* ---- what is frozen ---- */

#define HASH_A                 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define HASH_B                 "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
#define ATTESTED(id, on, hash) "<attested id=\"" id "\" on=\"" on "\" version=\"1\" sha256=\"" hash "\"/>"
#define FREEZE                                                                                                         \
    "<freeze id=\"frozen\" fields=\"content title consultation\" allowed=\"post-holders locations\" clause=\"s10\"/>"

static void what_is_frozen_changes_with_a_new_version_only(void **state)
{
    (void)state;
    static const struct {
        const char *versions, *events;
        pdoc_outcome frozen, found; /* by the rule; by the library, under a profile without one */
    } cases[] = {
        {"<version n=\"1\"/>", "", PDOC_OUTCOME_MET, PDOC_OUTCOME_NOT_APPLICABLE},
        {"<version n=\"1\"/>", ATTESTED("h1", "2024-01-01", HASH_A) ATTESTED("h2", "2024-05-01", HASH_A),
         PDOC_OUTCOME_MET, PDOC_OUTCOME_MET},
        {"<version n=\"1\"/>", ATTESTED("h1", "2024-01-01", HASH_A) ATTESTED("h2", "2024-05-01", HASH_B),
         PDOC_OUTCOME_NOT_MET, PDOC_OUTCOME_NOT_MET},
        {"<version n=\"1\"/>", ATTESTED("h1", "2023-12-01", HASH_A) ATTESTED("h2", "2024-05-01", HASH_B),
         PDOC_OUTCOME_MET, PDOC_OUTCOME_MET},
        {"<version n=\"1\"><content href=\"a\" sha256=\"" HASH_A "\"/></version>", ATTESTED("h2", "2024-05-01", HASH_B),
         PDOC_OUTCOME_NOT_MET, PDOC_OUTCOME_NOT_MET},
        {"<version n=\"1\"/>", "<amended id=\"a1\" on=\"2024-03-01\" version=\"1\"/>", PDOC_OUTCOME_NOT_MET,
         PDOC_OUTCOME_NOT_APPLICABLE},
        {"<version n=\"1\"/>", "<amended id=\"a1\" on=\"2024-03-01\" version=\"1\" item=\"post-holders\"/>",
         PDOC_OUTCOME_MET, PDOC_OUTCOME_NOT_APPLICABLE},
        {"<version n=\"1\"/><version n=\"2\"/>", "<amended id=\"a1\" on=\"2024-03-01\" version=\"1\"/>",
         PDOC_OUTCOME_MET, PDOC_OUTCOME_NOT_APPLICABLE},
        {"<version n=\"1\"/>", "<corrected id=\"c1\" on=\"2024-03-01\" version=\"1\" field=\"title\"/>",
         PDOC_OUTCOME_NOT_MET, PDOC_OUTCOME_NOT_APPLICABLE},
        {"<version n=\"1\"/>", "<corrected id=\"c1\" on=\"2024-03-01\" version=\"1\" field=\"manager\"/>",
         PDOC_OUTCOME_MET, PDOC_OUTCOME_NOT_APPLICABLE},
        {"<version n=\"1\"/>", "<corrected id=\"c1\" on=\"2024-03-01\" version=\"1\" field=\"consultation\"/>",
         PDOC_OUTCOME_NOT_MET, PDOC_OUTCOME_NOT_APPLICABLE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[4096];
        snprintf(text, sizeof text,
                 "<document id=\"d1\" type=\"policy\"><title>T</title>%s<history>" DECIDED(
                     "e1", "2024-01-01", "1") "%s</history></document>",
                 cases[i].versions, cases[i].events);
        pdoc_report *report = audit(RULES(FREEZE), text, "2024-06-01");
        assert_int_equal(outcome_on(report, "frozen", 0), cases[i].frozen);
        assert_int_equal(outcome_on(report, "content-changed-after-decision", 0), PDOC_OUTCOME_NOT_APPLICABLE);
        pdoc_report_unref(report);
        report = audit(RULES(""), text, "2024-06-01");
        assert_int_equal(outcome_on(report, "content-changed-after-decision", 0), cases[i].found);
        pdoc_report_unref(report);
    }
}

static void a_hash_that_must_be_taken_and_is_not_leaves_it_open(void **state)
{
    (void)state;
    pdoc_report *report = audit(
        RULES("<freeze id=\"frozen\" fields=\"content\" hash=\"true\"/>"),
        DOCUMENT("d1", "<version n=\"1\"/>", DECIDED("e1", "2024-01-01", "1"))
            DOCUMENT("d2", "<version n=\"1\"/>", DECIDED("e2", "2024-01-01", "1") ATTESTED("h1", "2024-01-01", HASH_A))
                DOCUMENT("d3", "<version n=\"1\"/>", "<drafted id=\"e3\" on=\"2024-01-01\" version=\"1\"/>"),
        "2024-06-01");
    static const pdoc_outcome expected[] = {PDOC_OUTCOME_UNDETERMINED, PDOC_OUTCOME_MET, PDOC_OUTCOME_NOT_APPLICABLE};
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(outcome_on(report, "frozen", i), expected[i]);
    pdoc_report_unref(report);
}

/* ---- statements ---- */

static void a_section_states_what_it_must(void **state)
{
    (void)state;
    static const struct {
        const char *section;
        pdoc_outcome outcome;
    } cases[] = {
        {"<section code=\"scope\"><text>It ends there. Outside  this\nscope, ask.</text></section>", PDOC_OUTCOME_MET},
        {"<section code=\"scope\"><text>What is NOT COVERED goes to the board.</text></section>", PDOC_OUTCOME_MET},
        {"<section code=\"scope\"><text>All staff.</text></section>", PDOC_OUTCOME_NOT_MET},
        {"<section code=\"aims\"><text>Outside this scope, ask.</text></section>", PDOC_OUTCOME_UNDETERMINED},
        {"", PDOC_OUTCOME_UNDETERMINED},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[1024];
        snprintf(text, sizeof text,
                 "<document id=\"d1\" type=\"policy\"><title>T</title><version n=\"1\">%s</version><history>" DECIDED(
                     "e1", "2024-01-01", "1") "</history></document>",
                 cases[i].section);
        pdoc_report *report = audit(RULES(""), text, "2024-06-01");
        assert_int_equal(outcome_on(report, "outside", 0), cases[i].outcome);
        if (cases[i].outcome == PDOC_OUTCOME_NOT_MET)
            assert_finding(report, "outside", "section/scope", "what to do outside its scope");
        pdoc_report_unref(report);
    }
}

static void no_section_states_what_is_forbidden(void **state)
{
    (void)state;
#define MAIL "<section code=\"aims\"><text>Write to a@example.org</text></section>"
    static const struct {
        const char *sections, *place;
        size_t count;
        pdoc_outcome outcome;
    } cases[] = {
        {"<section code=\"scope\"><text>All staff.</text></section>", NULL, 0, PDOC_OUTCOME_MET},
        {"<section code=\"scope\"><text>All staff.</text></section>" MAIL, "section/aims", 1, PDOC_OUTCOME_NOT_MET},
        {"<section code=\"scope\"><text>b@example.org</text></section>" MAIL, "section/scope", 2, PDOC_OUTCOME_NOT_MET},
        {"<section code=\"scope\"/>", "document", 1, PDOC_OUTCOME_UNDETERMINED},
        {"", "document", 1, PDOC_OUTCOME_UNDETERMINED},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[1024];
        size_t count = 0;
        snprintf(text, sizeof text,
                 "<document id=\"d1\" type=\"policy\"><title>T</title><version n=\"1\">%s</version><history>" DECIDED(
                     "e1", "2024-01-01", "1") "</history></document>",
                 cases[i].sections);
        pdoc_report *report = audit(PROFILE("<types><type id=\"policy\" base=\"policy\"/></types><sections>"
                                            "<statement id=\"no-mail\" forbidden=\"true\"><label>addresses</label>"
                                            "<says>*@*</says></statement></sections>"),
                                    text, "2024-06-01");
        for (size_t j = 0; j < pdoc_report_finding_count(report); j++)
            count += strcmp(pdoc_report_finding_rule(report, j), "no-mail") == 0;
        assert_int_equal(outcome_on(report, "no-mail", 0), cases[i].outcome);
        assert_int_equal(count, cases[i].count);
        if (cases[i].place)
            assert_finding(report, "no-mail", cases[i].place, "addresses");
        pdoc_report_unref(report);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_frozen_changes_with_a_new_version_only),
        cmocka_unit_test(a_hash_that_must_be_taken_and_is_not_leaves_it_open),
        cmocka_unit_test(a_section_states_what_it_must),
        cmocka_unit_test(no_section_states_what_is_forbidden),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
