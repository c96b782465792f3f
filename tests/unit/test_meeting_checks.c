/* SPDX-License-Identifier: MIT */
/* Findings about meetings and the forward plan: for each code a register that has it and one that has not. */
#include "auditing.h"

#define RULES                                                                                                          \
    "<types><type id=\"policy\" base=\"policy\"><label>Policy</label></type></types>"                                  \
    "<parties><party id=\"board\" kind=\"board\"><name>The Board</name></party></parties>"
#define BODY(content) "<party code=\"executive\"><name>Executive</name>" content "</party>"
#define MONTHLY BODY("<meets rule=\"FREQ=MONTHLY;BYDAY=3TU\" start=\"2026-01-20\"/>")
#define DOC(events)                                                                                                    \
    "<document id=\"d1\" type=\"policy\"><title>T</title><version n=\"1\"/><version n=\"2\"/><history>" events "</history></document>"
#define ITEM(rest) "<forward-plan-item document=\"d1\" " rest "/>"
#define DECIDED(on, rest) "<decided id=\"e1\" on=\"" on "\" outcome=\"approved\" " rest "/>"
#define SIGN_OFF ITEM("body=\"executive\" meeting=\"2026-06-16\" purpose=\"sign-off\"")

#define NOT_MET PDOC_OUTCOME_NOT_MET
#define MET PDOC_OUTCOME_MET
#define CANNOT_TELL PDOC_OUTCOME_UNDETERMINED
#define SILENT PDOC_OUTCOME_NOT_APPLICABLE
#define TODAY "2026-11-24"

static const struct example {
    const char *code;
    const char *content;
    const char *day;
    pdoc_outcome outcome;
    const char *words; /* in the message; NULL: no finding */
} examples[] = {
    {"forward-plan-body", MONTHLY DOC("") ITEM("body=\"Round Table\" meeting=\"2027-06-16\""), TODAY, CANNOT_TELL, "\"Round Table\""},
    {"forward-plan-body", MONTHLY DOC("") ITEM("body=\"The Board\" meeting=\"2027-06-16\""), TODAY, MET, NULL},
    {"forward-plan-body", MONTHLY DOC("") ITEM("meeting=\"2027-06\""), TODAY, SILENT, NULL},
    {"forward-plan-body", MONTHLY DOC(""), TODAY, SILENT, NULL},

    {"forward-plan-day", MONTHLY DOC("") ITEM("body=\"executive\" meeting=\"2027-06-16\""), TODAY, NOT_MET,
     "Executive for 2027-06-16, and Executive does not meet on that day; it meets on 2027-06-15 and on 2027-07-20"},
    {"forward-plan-day", MONTHLY DOC("") ITEM("body=\"executive\" meeting=\"2027-06-15\""), TODAY, MET, NULL},
    {"forward-plan-day", MONTHLY DOC("") ITEM("body=\"Executive\" meeting=\"2027-06-15\" deferred-to=\"2027-07-21\""), TODAY, NOT_MET, "2027-07-21"},
    {"forward-plan-day", MONTHLY DOC("") ITEM("body=\"executive\" meeting=\"2027-06\""), TODAY, SILENT, NULL},
    {"forward-plan-day", BODY("") DOC("") ITEM("body=\"executive\" meeting=\"2027-06-16\""), TODAY, SILENT, NULL},
    {"forward-plan-day", BODY("<meeting on=\"2027-06-16\" state=\"planned\"/>") DOC("") ITEM("body=\"executive\" meeting=\"2027-06-16\""),
     TODAY, MET, NULL},
    {"forward-plan-day", BODY("<meeting on=\"2027-06-16\" state=\"cancelled\"/><meeting on=\"2027-06-23\" state=\"planned\"/>") DOC("")
     ITEM("body=\"executive\" meeting=\"2027-06-16\""), TODAY, NOT_MET, "it meets on 2027-06-23"},

    {"forward-plan-passed", MONTHLY DOC("") SIGN_OFF, TODAY, NOT_MET, "of Executive for 2026-06-16 (sign-off)"},
    {"forward-plan-passed", MONTHLY DOC("") SIGN_OFF, "2026-06-16", MET, NULL},
    {"forward-plan-passed", MONTHLY DOC(DECIDED("2026-06-16", "")) SIGN_OFF, TODAY, MET, NULL},
    {"forward-plan-passed", MONTHLY DOC(DECIDED("2026-06", "")) SIGN_OFF, TODAY, MET, NULL},
    {"forward-plan-passed", MONTHLY DOC(DECIDED("2026-06-15", "")) SIGN_OFF, TODAY, NOT_MET, "2026-06-16"},
    {"forward-plan-passed", MONTHLY DOC(DECIDED("2026-06-16", "") "<corrected id=\"e2\" on=\"2026-07-01\" voids=\"e1\"/>") SIGN_OFF, TODAY,
     NOT_MET, "2026-06-16"},
    {"forward-plan-passed", MONTHLY DOC(DECIDED("2026-06-16", "version=\"1\""))
     ITEM("version=\"2\" body=\"executive\" meeting=\"2026-06-16\" purpose=\"sign-off\""), TODAY, NOT_MET, "2026-06-16"},
    {"forward-plan-passed", MONTHLY DOC("") ITEM("body=\"executive\" meeting=\"2026-06-16\" deferred-to=\"2027-01-19\" purpose=\"sign-off\""),
     TODAY, MET, NULL},
    {"forward-plan-passed", MONTHLY DOC("") ITEM("body=\"executive\" meeting=\"2026-06-16\" deferred-to=\"2026-10-20\" purpose=\"sign-off\""),
     TODAY, NOT_MET, "for 2026-10-20"},
    {"forward-plan-passed", MONTHLY DOC("<consultation-opened id=\"e1\" on=\"2026-06-16\"/>")
     ITEM("body=\"executive\" meeting=\"2026-06-16\" purpose=\"consultation\""), TODAY, MET, NULL},
    {"forward-plan-passed", MONTHLY DOC("<consultation-opened id=\"e1\" on=\"2026-06-16\"/>") SIGN_OFF, TODAY, NOT_MET, "2026-06-16"},
    {"forward-plan-passed", MONTHLY DOC("") ITEM("body=\"executive\" meeting=\"2026-06-16\" purpose=\"information\""), TODAY, SILENT, NULL},
    {"forward-plan-passed", MONTHLY DOC("") ITEM("meeting=\"2026-10\" purpose=\"review\""), "2026-10-31", MET, NULL},
    {"forward-plan-passed", MONTHLY DOC("") ITEM("meeting=\"2026-10\" purpose=\"review\""), "2026-11-01", NOT_MET, "nobody in particular"},
    {"forward-plan-passed", MONTHLY DOC("<reviewed id=\"e1\" on=\"2026-10-07\"/>") ITEM("meeting=\"2026-10\" purpose=\"review\""), TODAY, MET, NULL},
    {"forward-plan-passed", MONTHLY DOC("<withdrawn id=\"e1\" on=\"2026-07-07\"/>") SIGN_OFF, TODAY, SILENT, NULL},
};

static const struct example of_register[] = {
    {"meeting-in-future", BODY("<meeting on=\"2026-11-25\" state=\"held\"/>"), TODAY, NOT_MET,
     "Executive is recorded as having met on 2026-11-25, which lies after 2026-11-24"},
    {"meeting-in-future", BODY("<meeting on=\"2026-11-24\" state=\"held\"/><meeting on=\"2027-11-24\" state=\"planned\"/>"), TODAY, MET, NULL},
    {"meeting-in-future", BODY("<meeting on=\"2027-11-24\" state=\"planned\"/>"), TODAY, SILENT, NULL},
    {"meeting-rule", BODY("<meets rule=\"every third Tuesday\" start=\"2026-01-20\"/>"), TODAY, CANNOT_TELL, "\"every third Tuesday\""},
    {"meeting-rule", BODY("<meets rule=\"FREQ=YEARLY;BYWEEKNO=3\" start=\"2026-01-20\"/>"), TODAY, CANNOT_TELL, "BYWEEKNO"},
    {"meeting-rule", MONTHLY, TODAY, MET, NULL},
    {"meeting-rule", BODY(""), TODAY, SILENT, NULL},
    {"meeting-twice", BODY("<meeting on=\"2026-11-03\" state=\"cancelled\"/><meeting on=\"2026-12-01\" state=\"planned\"/>"
                           "<meeting on=\"2026-11-03\" state=\"planned\"/>"), TODAY, NOT_MET,
     "the meeting of Executive on 2026-11-03 is recorded as cancelled and as planned"},
    {"meeting-twice", BODY("<meeting on=\"2026-11-03\" state=\"held\"/><meeting on=\"2026-11-03\" state=\"planned\"/>"
                           "<meeting on=\"2026-11-03\" state=\"cancelled\"/>"), TODAY, NOT_MET, "as held and as cancelled"},
    {"meeting-twice", BODY("<meeting on=\"2026-11-03\" state=\"cancelled\"/><meeting on=\"2026-11-03\" state=\"cancelled\"/>"
                           "<meeting on=\"2026-11-10\" state=\"planned\"/>"), TODAY, MET, NULL},
    {"meeting-twice", BODY(""), TODAY, SILENT, NULL},
};

/* The register itself comes first among the results: its document index is SIZE_MAX. */
static void assert_example(const struct example *example, size_t subject)
{
    char text[4000];
    snprintf(text, sizeof text, REGISTER("%s"), example->content);
    pdoc_report *report = audit_texts(PROFILE(RULES), text, example->day);
    const size_t finding = finding_of_rule(report, example->code);
    if (outcome_on(report, example->code, subject) != (int)example->outcome) {
        print_error("%s of %s is %d\n", example->code, example->content, outcome_on(report, example->code, subject));
        show_findings(report);
        fail();
    }
    assert_int_equal(finding != SIZE_MAX, example->words != NULL);
    if (example->words) {
        assert_contains(pdoc_report_finding_message(report, finding), example->words);
        assert_true(strlen(pdoc_report_finding_expected(report, finding)) > 0);
        assert_true(strlen(pdoc_report_finding_found(report, finding)) > 0);
        assert_true(strlen(pdoc_report_finding_remedy(report, finding)) > 0);
        assert_null(strchr(pdoc_report_finding_message(report, finding), '{'));
    }
    pdoc_report_unref(report);
}

static void each_finding_is_made_where_it_belongs(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
        assert_example(&examples[i], 0);
}

static void the_register_is_told_of_its_bodies(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof of_register / sizeof *of_register; i++)
        assert_example(&of_register[i], SIZE_MAX);
}

static pdoc_profile_set *profiles_of_the_rules(void)
{
    pdoc_profile_set *set = pdoc_profile_set_new(NULL);
    pdoc_profile *profile = read_good(PROFILE(RULES), NULL);
    assert_int_equal(pdoc_profile_set_add(set, profile, NULL), PDOC_OK);
    pdoc_profile_unref(profile);
    return set;
}

/* A body that met often later gets one finding, and whoever asks what was known then gets none. */
static void who_looks_back_is_told_once_or_not_at_all(void **state)
{
    (void)state;
    pdoc_register *reg = read_register(REGISTER(
        BODY("<meeting on=\"2026-05-19\" state=\"held\"/><meeting on=\"2026-06-16\" state=\"held\"/><meeting on=\"2026-07-21\" state=\"held\"/>")));
    pdoc_profile_set *set = profiles_of_the_rules();
    pdoc_basis basis = {.size = sizeof basis, .as_of = {2026, 6, 1}, .profiles = set};
    for (size_t known = 0; known < 2; known++) {
        size_t count = 0;
        basis.known_on = known ? basis.as_of : (pdoc_date){0, 0, 0};
        pdoc_report *report = pdoc_audit(reg, &basis, NULL);
        for (size_t i = 0; i < pdoc_report_finding_count(report); i++)
            count += strcmp(pdoc_report_finding_rule(report, i), "meeting-in-future") == 0;
        assert_int_equal(count, known ? 0 : 1);
        pdoc_report_unref(report);
    }
    pdoc_register_unref(reg);
    pdoc_profile_set_unref(set);
}

/* Many documents, and items in no order: each finding is at its own document. */
static void each_document_finds_its_own_items(void **state)
{
    (void)state;
    enum { MANY = 300 };
    pdoc_register *reg = pdoc_register_new(NULL);
    char id[12];
    for (int i = 1; i <= MANY; i++)
        assert_non_null(pdoc_register_add_document(reg, "policy", "T", NULL));
    for (int i = 0; i < MANY; i++) {
        const int document = i * 7 % MANY + 1;
        snprintf(id, sizeof id, "d%d", document);
        if (document % 3 == 0)
            assert_non_null(pdoc_register_add_forward_item(reg, id, 0, NULL, (pdoc_date){2026, 1, 0}, "review", NULL, NULL));
    }
    assert_int_equal(pdoc_register_add_profile(reg, "p", (pdoc_date){0, 0, 0}, (pdoc_date){0, 0, 0}, NULL), PDOC_OK);
    pdoc_profile_set *set = profiles_of_the_rules();
    const pdoc_basis basis = {.size = sizeof basis, .as_of = {2026, 6, 1}, .profiles = set};
    pdoc_report *report = pdoc_audit(reg, &basis, NULL);
    for (size_t i = 0; i < MANY; i++)
        assert_int_equal(outcome_on(report, "forward-plan-passed", i), (i + 1) % 3 == 0 ? NOT_MET : SILENT);
    pdoc_report_unref(report);
    pdoc_register_unref(reg);
    pdoc_profile_set_unref(set);
}

struct subject {
    pdoc_register *reg;
    pdoc_profile_set *set;
};

static bool audit_it(void *context, pdoc_error **error)
{
    const struct subject *subject = context;
    const pdoc_basis basis = {.size = sizeof basis, .as_of = {2026, 11, 24}, .profiles = subject->set};
    pdoc_report *report = pdoc_audit(subject->reg, &basis, error);
    if (report)
        assert_int_equal(pdoc_report_finding_count(report), 7); /* all or none */
    pdoc_report_unref(report);
    return report != NULL;
}

static void without_memory_there_is_an_error_and_no_half_report(void **state)
{
    (void)state;
    pdoc_register *reg = read_register(REGISTER(BODY("<meets rule=\"R\" start=\"2026-01-20\"/><meeting on=\"2027-06-15\" state=\"held\"/>")
                                                "<party code=\"group\"><name>Group</name><meets rule=\"FREQ=MONTHLY\" start=\"2026-01-20\"/></party>"
                                                DOC("") SIGN_OFF ITEM("body=\"x\" meeting=\"2026-06\"")
                                                ITEM("body=\"group\" meeting=\"2026-06-21\"")));
    struct subject subject = {reg, profiles_of_the_rules()};
    assert_true(fail_every_allocation(audit_it, &subject, false) > 0);
    assert_true(fail_every_allocation(audit_it, &subject, true) > 0);
    pdoc_profile_set_unref(subject.set);
    pdoc_register_unref(reg);
}

/* Of each code of this file there is one that has it, and one that was judged and has it not. */
static void every_code_of_meetings_has_both_examples(void **state)
{
    (void)state;
    for (size_t row = 0; row < pdoc_table_count(PDOC_TABLE_FINDING); row++) {
        const char *code = pdoc_table_code(PDOC_TABLE_FINDING, row);
        size_t found = 0;
        if (strncmp(code, "meeting-", 8) != 0 && strncmp(code, "forward-plan-", 13) != 0)
            continue;
        for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
            found |= strcmp(examples[i].code, code) != 0 ? 0 : examples[i].words ? 1 : examples[i].outcome == MET ? 2 : 0;
        for (size_t i = 0; i < sizeof of_register / sizeof *of_register; i++)
            found |= strcmp(of_register[i].code, code) != 0 ? 0 : of_register[i].words ? 1 : of_register[i].outcome == MET ? 2 : 0;
        assert_int_equal(found, 3);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_finding_is_made_where_it_belongs),
        cmocka_unit_test(the_register_is_told_of_its_bodies),
        cmocka_unit_test(who_looks_back_is_told_once_or_not_at_all),
        cmocka_unit_test(each_document_finds_its_own_items),
        cmocka_unit_test(without_memory_there_is_an_error_and_no_half_report),
        cmocka_unit_test(every_code_of_meetings_has_both_examples),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
