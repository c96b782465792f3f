/* SPDX-License-Identifier: MIT */
/* Every allocation fails in turn while a register with every kind of duty of the sign-off matrix is judged, explained
   and searched, its consultations are listed, and the matrix is read: an error, no leak, no silent difference. */
#include "failing_allocations.h"

#include "policydoc/publish.h"

/* Made before anything fails; the jobs read them. */
static struct {
    pdoc_register *reg;
    pdoc_profile *profile;
    pdoc_format format;
    size_t document;
} given;

static pdoc_basis basis_today(void)
{
    return (pdoc_basis){.size = sizeof(pdoc_basis), .as_of = {2026, 5, 1}, .profile = given.profile};
}

static pdoc_publish_options as_given(void)
{
    return (pdoc_publish_options){.size = sizeof(pdoc_publish_options), .format = given.format};
}

static char *judge(const char *unused, size_t size, pdoc_error **error)
{
    (void)unused, (void)size;
    const pdoc_basis basis = basis_today();
    const pdoc_publish_options options = as_given();
    pdoc_report *report = pdoc_audit(given.reg, &basis, error);
    char *text = report ? copy_of(pdoc_report_publish(report, &options, error)) : NULL;
    pdoc_report_unref(report);
    return text;
}

static char *explain(const char *unused, size_t size, pdoc_error **error)
{
    (void)unused, (void)size;
    const pdoc_basis basis = basis_today();
    const pdoc_publish_options options = as_given();
    pdoc_explanation *told = pdoc_document_explain(pdoc_register_document(given.reg, given.document), &basis, error);
    char *text = told ? copy_of(pdoc_explanation_publish(told, &options, error)) : NULL;
    pdoc_explanation_unref(told);
    return text;
}

static char *list_consultations(const char *unused, size_t size, pdoc_error **error)
{
    (void)unused, (void)size;
    const pdoc_basis basis = basis_today();
    const pdoc_publish_options options = as_given();
    pdoc_consultations *all =
        pdoc_document_consultations(pdoc_register_document(given.reg, given.document), &basis, error);
    char *text = all ? copy_of(pdoc_consultations_publish(all, &options, error)) : NULL;
    pdoc_consultations_unref(all);
    return text;
}

static char *search(const char *where, size_t size, pdoc_error **error)
{
    (void)size;
    const pdoc_basis basis = basis_today();
    pdoc_selection *found = pdoc_register_find(given.reg, &basis, where, NULL, error);
    char *text = found ? calloc(1, 32) : NULL;
    if (text)
        snprintf(text, 32, "%zu", pdoc_selection_count(found));
    pdoc_selection_free(found);
    return text;
}

static char *read_profile(const char *xml, size_t size, pdoc_error **error)
{
    pdoc_profile *profile = pdoc_profile_read_memory(xml, size, "test", NULL, error);
    char *text = profile ? calloc(1, 128) : NULL;
    if (text)
        snprintf(text, 128, "%s", pdoc_profile_hash(profile));
    pdoc_profile_unref(profile);
    return text;
}

static void judging_duties_survives(void **state)
{
    (void)state;
    given.format = PDOC_FORMAT_TEXT;
    fail_each(judge, "");
}

static void explaining_duties_survives(void **state)
{
    (void)state;
    given.format = PDOC_FORMAT_TEXT;
    for (given.document = 0; given.document < pdoc_register_document_count(given.reg); given.document++)
        fail_each(explain, "");
}

static void listing_consultations_survives(void **state)
{
    (void)state;
    given.document = 0;
    for (given.format = PDOC_FORMAT_TEXT; given.format <= PDOC_FORMAT_XML; given.format++)
        fail_each(list_consultations, "");
}

static void searching_by_the_matrix_survives(void **state)
{
    (void)state;
    fail_each(search, "route = whole and route.sign-off = board");
}

static void reading_the_matrix_survives(void **state)
{
    (void)state;
    fail_each(read_profile, pdoc_profile_source(given.profile));
}

static int make_what_is_given(void **state)
{
    (void)state;
    given.reg = pdoc_register_read_file(PDOC_SOURCE_DIR "/tests/command/data/duties.xml", NULL, NULL);
    given.profile = pdoc_profile_read_file(PDOC_SOURCE_DIR "/tests/command/data/duties-profile.xml", NULL, NULL);
    return given.reg && given.profile ? 0 : -1;
}

static int release_what_is_given(void **state)
{
    (void)state;
    pdoc_profile_unref(given.profile);
    pdoc_register_unref(given.reg);
    return 0;
}

int main(void)
{
    use_failing_allocations();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(judging_duties_survives),        cmocka_unit_test(explaining_duties_survives),
        cmocka_unit_test(listing_consultations_survives), cmocka_unit_test(searching_by_the_matrix_survives),
        cmocka_unit_test(reading_the_matrix_survives),
    };
    return cmocka_run_group_tests(tests, make_what_is_given, release_what_is_given);
}
