/* SPDX-License-Identifier: MIT */
/* A set of documents under the profile "multi-agency", some with wrong labels: each of these is found by the audit, the
   others are left alone. */
#include "auditing.h"

#define DOCUMENT(id, type, title, code, text)                                                                          \
    "<document id=\"" id "\" type=\"" type "\"><title>" title "</title><version n=\"1\"><section code=\"" code         \
    "\"><text>" text "</text></section></version></document>\n"

static const struct {
    const char *xml;
    const char *expected; /* what the text speaks for; NULL: nothing is to be found */
} documents[] = {
    /* rightly labelled */
    {DOCUMENT("d1", "policy", "Bruising policy", "aim",
              "This policy sets out the position of the agencies on bruising."),
     NULL},
    {DOCUMENT("d2", "guidance", "Developing policies, procedures and protocols", "aim",
              "The aim of this guidance is to tell apart what agencies write. This guidance is about policies."),
     NULL},
    {DOCUMENT("d3", "protocol", "Joint protocol", "subject",
              "The purpose of this protocol is a common response. Read it with the guidance on bruising."),
     NULL},
    {DOCUMENT(
         "d4", "procedure", "Strategy meetings", "steps",
         "This procedure says step by step how a strategy meeting is held where a child may suffer significant harm."),
     NULL},
    /* two words for one thing: not clear enough to speak up */
    {DOCUMENT(
         "d5", "protocol", "Missing protocol", "subject",
         "This protocol applies to all missing children. This procedure is read with it. This procedure is short."),
     NULL},
    /* says nothing of itself */
    {DOCUMENT("d6", "policy", "Visits", "aim", "Visits are made every four weeks; see the procedure for visits."),
     NULL},
    /* wrongly labelled */
    {DOCUMENT("d7", "policy", "Recording", "aim",
              "The aim of this guidance is to show good practice. This guidance gives examples of good practice."),
     "Practice guidance"},
    {DOCUMENT(
         "d8", "strategy", "Strategy meetings", "steps",
         "The purpose of this procedure is to say step by step how a strategy meeting is held. This procedure names "
         "who will do what."),
     "Procedure"},
    {DOCUMENT(
         "d9", "guidance", "Neglect 2026-2030", "aim",
         "The aim of this strategy is that fewer children are neglected. This strategy sets out where we are now and "
         "how we will get there."),
     "Strategy"},
    {DOCUMENT(
         "d10", "procedure", "Sharing information", "subject",
         "The purpose of this protocol is a common response of two or more parties. This protocol applies to all."),
     "Protocol"},
};
#define DOCUMENT_COUNT (sizeof documents / sizeof *documents)

static pdoc_report *audit_all(bool with_text)
{
    static char text[16384];
    size_t size = (size_t)snprintf(text, sizeof text, "%s<profile ref=\"multi-agency\"/>\n", REGISTER_START);
    for (size_t i = 0; i < DOCUMENT_COUNT; i++)
        size += (size_t)snprintf(text + size, sizeof text - size, "%s", documents[i].xml);
    snprintf(text + size, sizeof text - size, "</register>\n");
    for (char *at = text; !with_text && (at = strstr(at, "<text>")) != NULL;) {
        char *end = strstr(at, "</text>");
        memset(at + strlen("<text>"), ' ', (size_t)(end - at) - strlen("<text>"));
        at = end;
    }
    pdoc_register *reg = read_register(text);
    pdoc_profile_set *set = pdoc_profile_set_shipped(NULL);
    const pdoc_basis basis = {.size = sizeof basis, .as_of = day_of("2026-11-24"), .profiles = set};
    pdoc_report *report = pdoc_audit(reg, &basis, NULL);
    assert_non_null(report);
    pdoc_register_unref(reg);
    pdoc_profile_set_unref(set);
    return report;
}

static size_t finding_on(const pdoc_report *report, size_t document)
{
    for (size_t i = 0; i < pdoc_report_finding_count(report); i++)
        if (strcmp(pdoc_report_finding_rule(report, i), "type-contradicted") == 0 &&
            pdoc_report_finding_document(report, i) == document)
            return i;
    return SIZE_MAX;
}

static void each_wrong_label_is_found_and_no_right_one(void **state)
{
    (void)state;
    pdoc_report *report = audit_all(true);
    for (size_t i = 0; i < DOCUMENT_COUNT; i++) {
        const size_t finding = finding_on(report, i);
        if (!documents[i].expected) {
            if (finding != SIZE_MAX)
                print_error("%s\n", pdoc_report_finding_message(report, finding));
            assert_int_equal(outcome_on(report, "type-contradicted", i), PDOC_OUTCOME_MET);
            continue;
        }
        assert_int_equal(outcome_on(report, "type-contradicted", i), PDOC_OUTCOME_NOT_MET);
        assert_int_not_equal(finding, SIZE_MAX);
        assert_string_equal(pdoc_report_finding_found(report, finding), documents[i].expected);
        assert_int_equal(pdoc_report_finding_modality(report, finding), PDOC_MODALITY_SHOULD);
        assert_contains(pdoc_report_finding_message(report, finding), "this ");
        assert_contains(pdoc_report_finding_place(report, finding), "section/");
    }
    pdoc_report_unref(report);
}

static void a_document_without_a_text_is_not_asked(void **state)
{
    (void)state;
    pdoc_report *report = audit_all(false);
    for (size_t i = 0; i < DOCUMENT_COUNT; i++)
        assert_int_not_equal(outcome_on(report, "type-contradicted", i), PDOC_OUTCOME_NOT_MET);
    pdoc_report_unref(report);
}

/* What a document says is looked at with its places; the recorded type is told, and holds. */
static void a_document_is_classified_by_its_title_sheet_and_sections(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    pdoc_register *reg = read_register(
        REGISTER_START "<profile ref=\"multi-agency\"/><document id=\"d1\" "
                       "type=\"policy\"><title>Bruises</title><version n=\"1\"><front-sheet>"
                       "<row field=\"purpose\"><text>The purpose of this guidance is advice.</text></row></front-sheet>"
                       "<section code=\"aim\"><title>Aim</title><text>One.\nThis guidance shows good "
                       "practice.</text></section></version></document>"
                       "<document id=\"d2\" profile=\"elsewhere\"><title>X</title></document></register>");
    pdoc_profile_set *set = pdoc_profile_set_shipped(NULL);
    const pdoc_basis basis = {.size = sizeof basis, .as_of = day_of("2026-11-24"), .profiles = set};
    pdoc_classification *found = pdoc_document_classify(pdoc_register_document(reg, 0), &basis, &error);
    assert_non_null(found);
    assert_null(pdoc_document_classify(pdoc_register_document(reg, 1), &basis, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_JUDGE);
    pdoc_error_free(error);
    pdoc_register_unref(reg);
    pdoc_profile_set_unref(set);
    assert_string_equal(pdoc_classification_declared(found), "policy");
    assert_true(pdoc_classification_is_contradicted(found));
    assert_string_equal(pdoc_classification_type(found, 0), "guidance");
    assert_string_equal(pdoc_evidence_place(found, 0, 0), "front-sheet/purpose");
    assert_string_equal(pdoc_evidence_place(found, 0, 1), "section/aim");
    assert_int_equal(pdoc_evidence_line(found, 0, 1), 4); /* title, empty line, "One." */
    assert_int_equal(pdoc_evidence_offset(found, 0, 1), strlen("Aim\n\nOne.\n"));
    pdoc_classification_unref(found);
}

static bool audit_again(void *context, pdoc_error **error)
{
    const struct {
        pdoc_register *reg;
        const pdoc_basis *basis;
    } *given = context;
    pdoc_report *report = pdoc_audit(given->reg, given->basis, error);
    pdoc_classification *found =
        report ? pdoc_document_classify(pdoc_register_document(given->reg, 0), given->basis, error) : NULL;
    const bool is_done = found != NULL;
    if (is_done)
        assert_int_equal(outcome_on(report, "type-contradicted", 0), PDOC_OUTCOME_NOT_MET);
    pdoc_classification_unref(found);
    pdoc_report_unref(report);
    return is_done;
}

static void every_allocation_of_the_audit_may_fail(void **state)
{
    (void)state;
    pdoc_profile *profile = read_good(
        PROFILE("<types><type id=\"policy\" base=\"policy\"/><type id=\"guide\" base=\"guidance\"/></types><cues>"
                "<cue id=\"c\" types=\"guide\" weight=\"30\" where=\"self\"><phrase>this guide</phrase></cue></cues>"),
        NULL);
    pdoc_register *reg = read_register(REGISTER(DOCUMENT("d1", "policy", "T", "aim", "This guide is one.")));
    const pdoc_basis basis = {.size = sizeof basis, .as_of = day_of("2026-11-24"), .profile = profile};
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
        cmocka_unit_test(each_wrong_label_is_found_and_no_right_one),
        cmocka_unit_test(a_document_without_a_text_is_not_asked),
        cmocka_unit_test(a_document_is_classified_by_its_title_sheet_and_sections),
        cmocka_unit_test(every_allocation_of_the_audit_may_fail),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
