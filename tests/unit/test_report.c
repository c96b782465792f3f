/* SPDX-License-Identifier: MIT */
/* Reports as objects: they outlive what they were made from, are counted and sorted, and fail as a whole or not at all. */
#include "auditing.h"

#include "policydoc/publish.h"

#define RULES                                                                                                          \
    PROFILE("<types><type id=\"policy\" base=\"policy\"><label>Policy</label></type></types>"                         \
            "<parties><party id=\"executive\" kind=\"executive\"><name>Executive Committee</name><alias>Executive Group</alias></party></parties>" \
            "<fields><field id=\"title\" required=\"true\"/><field id=\"author\" required=\"true\" modality=\"should\"/></fields>" \
            "<facts><fact id=\"approved\" event=\"decided\" fallback=\"date-approved\"/>"                             \
            "<fact id=\"reported\" event=\"reported\"/></facts>"                                                      \
            "<schedule><due id=\"review\" kind=\"review\" anchors=\"approved\" offset=\"P3Y\"/></schedule>"           \
            "<requirements><requirement id=\"approved-at-all\"><must><present of=\"approved\"/></must>"               \
            "<message>{title} was never approved</message></requirement>"                                            \
            "<requirement id=\"is-reported\" of=\"register\" modality=\"should\"><must><present of=\"reported\"/></must></requirement>" \
            "</requirements>")

#define SHEET                                                                                                          \
    "<version n=\"1\"><front-sheet><row field=\"title\"/><row field=\"approved-by\"><text>Executive Group</text></row>" \
    "<row field=\"sponsor\"><text>Round Table; [Name]</text></row><row field=\"date-issued\"><text>once upon a time 3</text></row>" \
    "</front-sheet><section code=\"aim\"><title>Aim</title><text>TBC by the Executive Group</text></section></version>"
#define CONTENT                                                                                                        \
    REGISTER("<document id=\"d1\" type=\"policy\"><title>Bruising</title><reference>CO1</reference>" SHEET "</document>" \
             "<document id=\"d2\" type=\"policy\"><title>bruising</title><reference>CO1</reference>"                   \
             "<relation kind=\"implements\" to=\"d9\"/>" SHEET                                                       \
             "<history><decided id=\"e1\" on=\"2015-01-01\" by=\"somebody\" outcome=\"approved\"/></history></document>" \
             "<document id=\"d3\" type=\"poem\"/>")

static void it_outlives_register_and_profile_and_owns_what_it_tells(void **state)
{
    (void)state;
    pdoc_report *report = audit_texts(RULES, CONTENT, "2021-01-01");
    assert_string_equal(pdoc_report_title(report), "Test");
    assert_int_equal(pdoc_report_document_count(report), 3);
    assert_string_equal(pdoc_report_document_id(report, 1), "d2");
    assert_string_equal(pdoc_report_document_title(report, 1), "bruising");
    assert_string_equal(pdoc_report_document_reference(report, 1), "CO1");
    assert_string_equal(pdoc_report_document_type(report, 2), "poem");
    assert_int_equal(pdoc_report_document_phase(report, 1), PDOC_PHASE_IN_FORCE);
    assert_int_equal(pdoc_report_phase_count(report, PDOC_PHASE_IN_FORCE), 2);
    assert_null(pdoc_report_document_title(report, 2));
    assert_null(pdoc_report_document_id(report, 3));
    assert_int_equal(pdoc_report_profile_count(report), 1);
    assert_string_equal(pdoc_profile_id(pdoc_report_profile(report, 0)), "p");
    assert_int_equal(pdoc_schedule_count(pdoc_report_schedule(report)), 3);
    assert_int_equal(pdoc_date_compare(pdoc_report_as_of(report), day_of("2021-01-01")), 0);
    pdoc_report_unref(report);
}

static unsigned rank_of(const pdoc_report *report, size_t finding)
{
    static const unsigned ranks[] = {[PDOC_OUTCOME_NOT_MET] = 0, [PDOC_OUTCOME_UNDETERMINED] = 1,
                                     [PDOC_OUTCOME_PENDING] = 2, [PDOC_OUTCOME_WAIVED] = 3, [PDOC_OUTCOME_MET] = 4};
    return ranks[pdoc_report_finding_outcome(report, finding)] * 3u + (unsigned)pdoc_report_finding_modality(report, finding);
}

static void findings_come_by_document_with_the_most_serious_first(void **state)
{
    (void)state;
    pdoc_report *report = audit_texts(RULES, CONTENT, "2021-01-01");
    assert_true(pdoc_report_finding_count(report) > 10);
    assert_int_equal(pdoc_report_finding_document(report, 0), SIZE_MAX); /* the register itself */
    for (size_t i = 1; i < pdoc_report_finding_count(report); i++) {
        size_t before = pdoc_report_finding_document(report, i - 1) + 1; /* SIZE_MAX comes first */
        size_t here = pdoc_report_finding_document(report, i) + 1;
        assert_true(before <= here);
        if (before == here)
            assert_true(rank_of(report, i - 1) <= rank_of(report, i));
    }
    pdoc_report_unref(report);
}

static void results_are_counted_by_outcome_and_only_a_must_breaks_the_register(void **state)
{
    (void)state;
    pdoc_report *report = audit_texts(RULES, CONTENT, "2021-01-01");
    size_t counts[PDOC_OUTCOME_NOT_MET + 1] = {0};
    bool is_broken = false;
    for (size_t i = 0; i < pdoc_report_result_count(report); i++) {
        assert_non_null(pdoc_report_result_rule(report, i));
        counts[pdoc_report_result_outcome(report, i)]++;
        is_broken |= pdoc_report_result_outcome(report, i) == PDOC_OUTCOME_NOT_MET &&
                     pdoc_report_result_modality(report, i) == PDOC_MODALITY_MUST;
    }
    for (size_t i = 0; i <= PDOC_OUTCOME_NOT_MET; i++)
        assert_int_equal(pdoc_report_outcome_count(report, (pdoc_outcome)i), counts[i]);
    assert_int_equal(pdoc_report_is_clean(report), !is_broken);
    assert_false(pdoc_report_is_clean(report));
    /* each code on each document, but only what concerns it on the register; and the rules of the profile */
    size_t codes = pdoc_table_count(PDOC_TABLE_FINDING);
    assert_int_equal(pdoc_report_result_count(report), 3 * (codes + 1) + (codes - 2 + 1));
    pdoc_report_unref(report);
}

static void a_missing_profile_is_a_finding_on_each_document(void **state)
{
    (void)state;
    pdoc_report *report = audit_texts(RULES, "<register xmlns=\"urn:policydoc:1\" schema-version=\"1.0\"><document id=\"d1\"/></register>",
                                      "2021-01-01");
    size_t finding = finding_of_rule(report, "profile-unknown");
    assert_true(finding != SIZE_MAX);
    assert_contains(pdoc_report_finding_message(report, finding), "no profile is assigned");
    assert_int_equal(pdoc_report_finding_document(report, finding), 0);
    assert_int_equal(pdoc_report_profile_count(report), 0);
    pdoc_report_unref(report);
}

static void an_empty_register_has_an_empty_report(void **state)
{
    (void)state;
    pdoc_report *report = audit_texts(RULES, "<register xmlns=\"urn:policydoc:1\" schema-version=\"1.0\"/>", "2021-01-01");
    assert_int_equal(pdoc_report_document_count(report), 0);
    assert_int_equal(pdoc_report_finding_count(report), 0);
    assert_null(pdoc_report_title(report));
    assert_true(pdoc_report_is_clean(report));
    pdoc_report_unref(report);
}

struct basis {
    pdoc_register *reg;
    pdoc_profile *profile;
    pdoc_basis basis;
};

static struct basis begin(void)
{
    struct basis all = {.reg = read_register(CONTENT), .profile = read_good(RULES, NULL)};
    all.basis = (pdoc_basis){.size = sizeof all.basis, .as_of = day_of("2021-01-01"), .profile = all.profile};
    return all;
}

static void end(struct basis *all)
{
    pdoc_register_unref(all->reg);
    pdoc_profile_unref(all->profile);
}

static void one_document_is_judged_as_it_is_among_the_others(void **state)
{
    (void)state;
    struct basis all = begin();
    pdoc_report *whole = pdoc_audit(all.reg, &all.basis, NULL);
    for (size_t document = 0; document < 3; document++) {
        pdoc_report *one = pdoc_document_audit(pdoc_register_document(all.reg, document), &all.basis, NULL);
        assert_non_null(one);
        assert_int_equal(pdoc_report_document_count(one), 1);
        size_t next = 0;
        for (size_t i = 0; i < pdoc_report_finding_count(whole); i++) {
            if (pdoc_report_finding_document(whole, i) != document)
                continue;
            assert_true(next < pdoc_report_finding_count(one));
            assert_int_equal(pdoc_report_finding_document(one, next), document);
            assert_string_equal(pdoc_report_finding_message(one, next), pdoc_report_finding_message(whole, i));
            next++;
        }
        assert_int_equal(pdoc_report_finding_count(one), next);
        assert_string_equal(pdoc_report_document_id(one, document), pdoc_report_document_id(whole, document));
        assert_null(pdoc_report_document_id(one, document + 1));
        pdoc_report_unref(one);
    }
    pdoc_report_unref(whole);
    end(&all);
}

static void what_cannot_be_judged_is_an_error(void **state)
{
    (void)state;
    struct basis all = begin();
    pdoc_error *error = NULL;
    assert_null(pdoc_audit(NULL, &all.basis, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
    pdoc_error_free(error);
    error = NULL;
    assert_null(pdoc_document_audit(NULL, &all.basis, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
    pdoc_error_free(error);
    error = NULL;
    all.basis.as_of = (pdoc_date){0, 0, 0};
    assert_null(pdoc_audit(all.reg, &all.basis, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_JUDGE);
    pdoc_error_free(error);
    assert_null(pdoc_audit(all.reg, NULL, NULL));
    end(&all);
}

static void nothing_is_told_of_no_report_or_past_its_end(void **state)
{
    (void)state;
    pdoc_report *report = audit_texts(RULES, CONTENT, "2021-01-01");
    size_t end_of_findings = pdoc_report_finding_count(report);
    size_t end_of_results = pdoc_report_result_count(report);
    for (const pdoc_report *each = report;; each = NULL) {
        assert_null(pdoc_report_finding_rule(each, end_of_findings));
        assert_null(pdoc_report_finding_message(each, end_of_findings));
        assert_null(pdoc_report_finding_place(each, end_of_findings));
        assert_null(pdoc_report_finding_expected(each, end_of_findings));
        assert_null(pdoc_report_finding_found(each, end_of_findings));
        assert_null(pdoc_report_finding_remedy(each, end_of_findings));
        assert_null(pdoc_report_finding_clause(each, end_of_findings));
        assert_int_equal(pdoc_report_finding_document(each, end_of_findings), SIZE_MAX);
        assert_null(pdoc_report_result_rule(each, end_of_results));
        assert_int_equal(pdoc_report_result_document(each, end_of_results), SIZE_MAX);
        assert_null(pdoc_report_profile(each, 7));
        if (!each)
            break;
    }
    assert_int_equal(pdoc_report_finding_count(NULL) + pdoc_report_result_count(NULL) + pdoc_report_document_count(NULL), 0);
    assert_null(pdoc_report_schedule(NULL));
    assert_false(pdoc_report_is_clean(NULL));
    assert_null(pdoc_report_ref(NULL));
    pdoc_report_unref(NULL);
    assert_ptr_equal(pdoc_report_ref(report), report);
    pdoc_report_unref(report);
    assert_string_equal(pdoc_report_title(report), "Test");
    pdoc_report_unref(report);
}

struct attempt {
    struct basis *all;
    const pdoc_text *expected;
};

static bool audit_again(void *context, pdoc_error **error)
{
    struct attempt *attempt = context;
    pdoc_report *report = pdoc_audit(attempt->all->reg, &attempt->all->basis, error);
    if (!report)
        return false;
    memory_is_back(); /* only the audit is tried here */
    const pdoc_publish_options options = {.size = sizeof options, .format = PDOC_FORMAT_JSON};
    pdoc_text *text = pdoc_report_publish(report, &options, NULL);
    assert_string_equal(pdoc_text_data(text), pdoc_text_data(attempt->expected));
    pdoc_text_free(text);
    pdoc_report_unref(report);
    return true;
}

static void without_memory_there_is_an_error_and_no_report(void **state)
{
    (void)state;
    struct basis all = begin();
    pdoc_report *report = pdoc_audit(all.reg, &all.basis, NULL);
    const pdoc_publish_options options = {.size = sizeof options, .format = PDOC_FORMAT_JSON};
    pdoc_text *text = pdoc_report_publish(report, &options, NULL);
    assert_non_null(text);
    struct attempt attempt = {&all, text};
    long allocations = fail_every_allocation(audit_again, &attempt, true);
    assert_true(allocations > 20);
    assert_int_equal(fail_every_allocation(audit_again, &attempt, false), allocations); /* none fails in silence */
    pdoc_text_free(text);
    pdoc_report_unref(report);
    end(&all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_outlives_register_and_profile_and_owns_what_it_tells),
        cmocka_unit_test(findings_come_by_document_with_the_most_serious_first),
        cmocka_unit_test(results_are_counted_by_outcome_and_only_a_must_breaks_the_register),
        cmocka_unit_test(a_missing_profile_is_a_finding_on_each_document),
        cmocka_unit_test(an_empty_register_has_an_empty_report),
        cmocka_unit_test(one_document_is_judged_as_it_is_among_the_others),
        cmocka_unit_test(what_cannot_be_judged_is_an_error),
        cmocka_unit_test(nothing_is_told_of_no_report_or_past_its_end),
        cmocka_unit_test(without_memory_there_is_an_error_and_no_report),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
