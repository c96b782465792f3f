/* SPDX-License-Identifier: MIT */
/* How a document binds: by its type, by what it is a part of, by standing alone; and when it cannot be told. */
#include "auditing.h"

#include "policydoc/relation.h"

#define RULES                                                                                                          \
    PROFILE(                                                                                                           \
        "<types><type id=\"policy\" base=\"policy\" binding=\"mandatory\" clause=\"s1\"><label>Policy</label></type>"  \
        "<type id=\"guide\" base=\"guidance\" binding=\"advisory\"/><type id=\"plan\" base=\"plan\"/>"                 \
        "<type id=\"chapter\" base=\"other\" binding=\"by-container\"/>"                                               \
        "<type id=\"procedure\" base=\"procedure\" binding=\"by-container\" alone=\"advisory\" clause=\"s6\" "         \
        "inferred=\"true\"/></types><requirements><requirement id=\"r\"><must><equals of=\"binding\" "                 \
        "value=\"mandatory\"/></must></requirement></requirements>")
#define DOC(id, type, relations)                                                                                       \
    "<document id=\"" id "\" type=\"" type "\"><title>T " id "</title>" relations "</document>"
#define TO(kind, to) "<relation kind=\"" kind "\" to=\"" to "\"/>"

static const char documents[] = REGISTER(
    DOC("d1", "policy", TO("comprises", "d3")) DOC("d2", "guide", "") DOC("d3", "procedure", "")
        DOC("d4", "procedure", TO("part-of", "d2")) DOC("d5", "procedure", TO("part-of", "d2") TO("part-of", "d1"))
            DOC("d6", "procedure", "") DOC("d7", "procedure", TO("part-of", "urn:manual"))
                DOC("d8", "procedure", TO("part-of", "d3")) DOC("d9", "chapter", "") DOC("d10", "plan", "")
                    DOC("d11", "poem", "") DOC("d12", "procedure", TO("part-of", "d13"))
                        DOC("d13", "procedure", TO("part-of", "d12")) DOC("d14", "procedure", TO("part-of", "d6"))
                            DOC("d15", "procedure", TO("part-of", "d1") TO("part-of", "urn:manual")));

static const struct {
    const char *code, *container, *words, *clause;
    int outcome; /* of a rule that asks for mandatory */
    bool inferred;
} rows[] = {
    {"mandatory", NULL, "the type Policy is mandatory", "s1", PDOC_OUTCOME_MET, false},
    {"advisory", NULL, "the type guide is advisory", NULL, PDOC_OUTCOME_NOT_MET, false},
    {"mandatory", "d1", "a part of \"T d1\" (d1), which is of the type Policy and mandatory", "s6", PDOC_OUTCOME_MET,
     true},
    {"advisory", "d2", "a part of \"T d2\" (d2)", "s6", PDOC_OUTCOME_NOT_MET, true},
    {"mandatory", "d1", "a part of \"T d1\"", "s6", PDOC_OUTCOME_MET, true}, /* the strongest counts */
    {"advisory", NULL, "it stands alone", "s6", PDOC_OUTCOME_NOT_MET, true},
    {NULL, NULL, "cannot be told", NULL, PDOC_OUTCOME_UNDETERMINED, false},  /* in a manual outside the register */
    {"mandatory", "d1", "a part of \"T d1\"", "s6", PDOC_OUTCOME_MET, true}, /* a part of a part */
    {NULL, NULL, "the profile does not say how the type chapter binds then", NULL, PDOC_OUTCOME_UNDETERMINED, false},
    {NULL, NULL, "does not say how its type binds", NULL, PDOC_OUTCOME_UNDETERMINED, false},
    {NULL, NULL, "its type is not known", NULL, PDOC_OUTCOME_UNDETERMINED, false},
    {NULL, NULL, "cannot be told", NULL, PDOC_OUTCOME_UNDETERMINED, false}, /* two that hold each other */
    {NULL, NULL, "cannot be told", NULL, PDOC_OUTCOME_UNDETERMINED, false},
    {"advisory", "d6", "of the type procedure and advisory", "s6", PDOC_OUTCOME_NOT_MET, true},
    {"mandatory", "d1", "a part of \"T d1\"", "s6", PDOC_OUTCOME_MET, true}, /* whatever the manual says */
};

static void a_document_binds_as_it_stands(void **state)
{
    (void)state;
    pdoc_profile *profile = read_good(RULES, NULL);
    pdoc_register *reg = read_register(documents);
    const pdoc_basis basis = {.size = sizeof basis, .as_of = day_of("2026-01-01"), .profile = profile};
    pdoc_binding *found[sizeof rows / sizeof *rows];
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        found[i] = pdoc_document_binding(pdoc_register_document(reg, i), &basis, NULL);
    pdoc_register_unref(reg); /* the answers live without it */
    pdoc_profile_unref(profile);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pdoc_binding *same = pdoc_binding_ref(found[i]);
        pdoc_binding_unref(same);
        assert_contains(pdoc_binding_reason(found[i]), rows[i].words);
        assert_int_equal(pdoc_binding_code(found[i]) == NULL, rows[i].code == NULL);
        if (rows[i].code)
            assert_string_equal(pdoc_binding_code(found[i]), rows[i].code);
        if (rows[i].container)
            assert_string_equal(pdoc_binding_container(found[i]), rows[i].container);
        if (rows[i].clause)
            assert_string_equal(pdoc_binding_clause(found[i]), rows[i].clause);
        assert_int_equal(pdoc_binding_is_inferred(found[i]), rows[i].inferred);
        assert_int_equal(pdoc_binding_rule(found[i]) != NULL, rows[i].code != NULL || i == 8);
        pdoc_binding_unref(found[i]);
    }
}

static void rules_ask_how_a_document_binds(void **state)
{
    (void)state;
    pdoc_report *report = audit_texts(RULES, documents, "2026-01-01");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(outcome_on(report, "r", i), rows[i].outcome);
    pdoc_report_unref(report);
}

static void what_is_missing_is_said(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    assert_null(pdoc_document_binding(NULL, NULL, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
    pdoc_error_free(error);
    assert_null(pdoc_binding_code(NULL));
    assert_null(pdoc_binding_reason(NULL));
    assert_null(pdoc_binding_rule(NULL));
    assert_null(pdoc_binding_clause(NULL));
    assert_null(pdoc_binding_container(NULL));
    assert_false(pdoc_binding_is_inferred(NULL));
}

struct asked {
    pdoc_register *reg;
    pdoc_basis basis;
};

static bool ask_binding(void *context, pdoc_error **error)
{
    const struct asked *asked = context;
    pdoc_binding *binding = pdoc_document_binding(pdoc_register_document(asked->reg, 7), &asked->basis, error);
    const bool answered = binding != NULL;
    pdoc_binding_unref(binding);
    return answered;
}

static bool ask_report(void *context, pdoc_error **error)
{
    const struct asked *asked = context;
    pdoc_report *report = pdoc_audit(asked->reg, &asked->basis, error);
    const bool answered = report != NULL;
    pdoc_report_unref(report);
    return answered;
}

static void memory_that_runs_out_is_an_error(void **state)
{
    (void)state;
    pdoc_profile *profile = read_good(RULES, NULL);
    struct asked asked = {.reg = read_register(documents),
                          .basis = {.size = sizeof asked.basis, .as_of = day_of("2026-01-01"), .profile = profile}};
    assert_true(fail_every_allocation(ask_binding, &asked, true) > 10);
    assert_true(fail_every_allocation(ask_binding, &asked, false) > 10);
    assert_true(fail_every_allocation(ask_report, &asked, true) > 20);
    pdoc_register_unref(asked.reg);
    pdoc_profile_unref(profile);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_document_binds_as_it_stands),
        cmocka_unit_test(rules_ask_how_a_document_binds),
        cmocka_unit_test(what_is_missing_is_said),
        cmocka_unit_test(memory_that_runs_out_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
