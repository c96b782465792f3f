/* SPDX-License-Identifier: MIT */
/* Every allocation fails in turn while versions and extensions are listed, labels counted on, and a register with
   amendments and hashes is judged and explained: an error, no leak, no silent difference. */
#include "failing_allocations.h"

#include "policydoc/publish.h"

/* Made before anything fails; the jobs read them. */
static struct {
    pdoc_register *reg;
    pdoc_profile *profile;
    pdoc_format format;
} given;

static pdoc_basis basis_today(void)
{
    return (pdoc_basis){.size = sizeof(pdoc_basis), .as_of = {2024, 2, 1}, .profile = given.profile};
}

static pdoc_publish_options as_given(void)
{
    return (pdoc_publish_options){.size = sizeof(pdoc_publish_options), .format = given.format};
}

static char *list_versions(const char *unused, size_t size, pdoc_error **error)
{
    (void)unused, (void)size;
    const pdoc_basis basis = basis_today();
    const pdoc_publish_options options = as_given();
    pdoc_versions *versions = pdoc_document_versions(pdoc_register_document(given.reg, 0), &basis, error);
    char *text = versions ? copy_of(pdoc_versions_publish(versions, &options, error)) : NULL;
    pdoc_versions_unref(versions);
    return text;
}

static char *list_extensions(const char *unused, size_t size, pdoc_error **error)
{
    (void)unused, (void)size;
    const pdoc_basis basis = basis_today();
    const pdoc_publish_options options = as_given();
    pdoc_extensions *extensions = pdoc_register_extensions(given.reg, &basis, error);
    char *text = extensions ? copy_of(pdoc_extensions_publish(extensions, &options, error)) : NULL;
    pdoc_extensions_unref(extensions);
    return text;
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
    pdoc_publish_options options = as_given();
    pdoc_explanation *told = pdoc_document_explain(pdoc_register_document(given.reg, 1), &basis, error);
    char *text = told ? copy_of(pdoc_explanation_publish(told, &options, error)) : NULL;
    pdoc_explanation_unref(told);
    return text;
}

static char *count_on(const char *unused, size_t size, pdoc_error **error)
{
    (void)unused, (void)size;
    return copy_of(pdoc_scheme_next("draft-final", "V1 Draft 2", "final", 0, error));
}

static char *read_profile(const char *xml, size_t size, pdoc_error **error)
{
    pdoc_profile *profile = pdoc_profile_read_memory(xml, size, "test", NULL, error);
    char *text = profile ? calloc(1, 64) : NULL;
    if (text)
        snprintf(text, 64, "%s", pdoc_profile_hash(profile));
    pdoc_profile_unref(profile);
    return text;
}

static void fail_each_form(job run)
{
    for (given.format = PDOC_FORMAT_TEXT; given.format <= PDOC_FORMAT_XML; given.format++)
        fail_each(run, "");
}

static void listing_versions_survives(void **state)
{
    (void)state;
    fail_each_form(list_versions);
}

static void listing_extensions_survives(void **state)
{
    (void)state;
    fail_each_form(list_extensions);
}

static void judging_changes_survives(void **state)
{
    (void)state;
    given.format = PDOC_FORMAT_TEXT;
    fail_each(judge, "");
    fail_each(explain, "");
}

static void counting_on_survives(void **state)
{
    (void)state;
    fail_each(count_on, "");
}

static void reading_statements_and_flow_survives(void **state)
{
    (void)state;
    fail_each(read_profile, pdoc_profile_source(given.profile));
}

static int make_what_is_given(void **state)
{
    (void)state;
    given.reg = pdoc_register_read_file(PDOC_SOURCE_DIR "/tests/command/data/changes.xml", NULL, NULL);
    given.profile = pdoc_profile_read_file(PDOC_SOURCE_DIR "/tests/command/data/change-profile.xml", NULL, NULL);
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
        cmocka_unit_test(listing_versions_survives),
        cmocka_unit_test(listing_extensions_survives),
        cmocka_unit_test(judging_changes_survives),
        cmocka_unit_test(counting_on_survives),
        cmocka_unit_test(reading_statements_and_flow_survives),
    };
    return cmocka_run_group_tests(tests, make_what_is_given, release_what_is_given);
}
