/* SPDX-License-Identifier: MIT */
/* Every allocation fails in turn, once and for ever, in the library, in zlib and in libxml2: an error, no leak, no silent
   difference, and the objects are as they were. */
#include "failing_allocations.h"

#include "policydoc/audit.h"
#include "policydoc/history.h"
#include "policydoc/meeting.h"
#include "policydoc/profile.h"

static char *load_and_write(const char *xml, size_t size, pdoc_error **error)
{
    pdoc_register *reg = pdoc_register_read_memory(xml, size, "test", NULL, error);
    char *text = reg ? copy_of(pdoc_register_write_memory(reg, NULL, error)) : NULL;
    pdoc_register_unref(reg);
    return text;
}

static char *load_and_copy(const char *xml, size_t size, pdoc_error **error)
{
    pdoc_register *reg = pdoc_register_read_memory(xml, size, "test", NULL, error);
    pdoc_register *copy = reg ? pdoc_register_copy(reg, error) : NULL;
    char *text = copy ? copy_of(pdoc_register_write_memory(copy, NULL, error)) : NULL;
    pdoc_register_unref(copy);
    pdoc_register_unref(reg);
    return text;
}

static char *pack_and_load(const char *xml, size_t size, pdoc_error **error)
{
    char *text = NULL;
    pdoc_write_options options = {.size = sizeof options, .gzip_level = 1};
    pdoc_register *reg = pdoc_register_read_memory(xml, size, "test", NULL, error);
    pdoc_text *packed = reg ? pdoc_register_write_memory(reg, &options, error) : NULL;
    if (packed)
        text = load_and_write(pdoc_text_data(packed), pdoc_text_size(packed), error);
    pdoc_text_free(packed);
    pdoc_register_unref(reg);
    return text;
}

static char *load_and_save(const char *xml, size_t size, pdoc_error **error)
{
    char *text = NULL;
    unlink("a.xml");
    pdoc_register *reg = pdoc_register_read_memory(xml, size, "test", NULL, error);
    if (reg && pdoc_register_write_file(reg, "a.xml", NULL, error) == PDOC_OK)
        text = content_of("a.xml");
    else
        assert_int_equal(access("a.xml", F_OK), -1);
    pdoc_register_unref(reg);
    return text;
}

static pdoc_profile_set *shipped; /* made before anything fails */

static char *load_and_audit(const char *xml, size_t size, pdoc_error **error)
{
    char *text = NULL;
    pdoc_register *reg = pdoc_register_read_memory(xml, size, "test", NULL, error);
    pdoc_basis basis = {.size = sizeof basis, .as_of = {2023, 7, 8}, .profiles = shipped};
    pdoc_report *report = reg ? pdoc_audit(reg, &basis, error) : NULL;
    size_t findings = pdoc_report_finding_count(report);
    if (report) {
        text = calloc(findings + 1, 400);
        for (size_t i = 0; i < findings; i++)
            snprintf(text + strlen(text), 400, "%s: %s\n", pdoc_report_finding_rule(report, i),
                     pdoc_report_finding_message(report, i));
    }
    pdoc_report_unref(report);
    pdoc_register_unref(reg);
    return text;
}

static char *load_profiles(const char *unused, size_t size, pdoc_error **error)
{
    (void)unused, (void)size;
    pdoc_profile_set *set = pdoc_profile_set_shipped(error);
    char *text = set ? calloc(1, 32) : NULL;
    if (set)
        snprintf(text, 32, "%zu profiles", pdoc_profile_set_count(set));
    pdoc_profile_set_unref(set);
    return text;
}

/* Changes a register in many ways. Each change works or leaves the register as it was. */
static char *load_and_change(const char *xml, size_t size, pdoc_error **error)
{
    pdoc_register *reg = pdoc_register_read_memory(xml, size, "test", NULL, error);
    if (!reg)
        return NULL;
    pdoc_document *doc = pdoc_register_document(reg, 0);
    struct pdoc_version *version = pdoc_document_version(doc, 0);
    char *text = NULL;
    if (pdoc_version_add_row(version, "author", "Author", "Head", error) == PDOC_OK &&
        pdoc_version_add_section(version, "scope", "Scope", "All", error) == PDOC_OK &&
        pdoc_document_set_property(doc, "new", "1", error) == PDOC_OK &&
        pdoc_document_set_title(doc, "Other", error) == PDOC_OK &&
        pdoc_register_add_party(reg, "new", "team", "New", error) && pdoc_register_add_document(reg, NULL, "N", error) &&
        pdoc_party_set_meeting(pdoc_register_party(reg, 0), (pdoc_date){2026, 7, 21}, PDOC_MEETING_PLANNED, "New", error) == PDOC_OK &&
        pdoc_register_add_forward_item(reg, "d1", 0, "c", (pdoc_date){2027, 7, 20}, "new", NULL, error) &&
        pdoc_document_record(doc, "remarked", (pdoc_date){2024, 1, 1}, (pdoc_date){0, 0, 0}, 0, "new", error))
        text = copy_of(pdoc_register_write_memory(reg, NULL, error));
    pdoc_register_unref(reg);
    return text;
}

static const char odd[] = "<!--b--><register xmlns=\"urn:policydoc:1\" schema-version=\"1.0\" xmlns:x=\"urn:x\" x:a=\"1\">"
                          "<title>T<!--in--></title><x:b><x:c>d</x:c></x:b><profile ref=\"p\" x:d=\"e\"/>"
                          "<calendar ref=\"k\" source=\"s\"><working on=\"2026-12-28\" x:q=\"r\"/><non-working on=\"2026-12-24\"/></calendar>"
                          "<party code=\"c\"><name>N</name><holder>H</holder><meets rule=\"R\" start=\"2026-01-20\" x:n=\"o\"/>"
                          "<meeting on=\"2026-06-16\" state=\"held\"><note>n</note><attendee as=\"deputy\">p<x:p/></attendee></meeting>"
                          "</party><forward-plan-item document=\"d1\" version=\"1\" body=\"c\" meeting=\"2027-06\" purpose=\"sign-off\" "
                          "x:s=\"t\"><note>n</note></forward-plan-item>"
                          "<document id=\"d1\"><title x:f=\"g\">D</title><property name=\"p\" value=\"v\" x:h=\"i\"/>"
                          "<relation kind=\"cites\" to=\"urn:u\"><note>n</note></relation>"
                          "<version n=\"1\"><front-sheet><row field=\"date-review\" value=\"2023-06\" x:j=\"k\">"
                          "<label>L</label><text>June 2023</text></row></front-sheet>"
                          "<section code=\"s\" x:l=\"m\"><text>t</text></section><content href=\"h\"/></version>"
                          "<history><decided id=\"e1\" on=\"2020\" outcome=\"approved\"><note>n</note></decided>"
                          "<unheard-of on=\"2021\"/></history></document></register><?after all?>";

static void loading_and_writing_survives(void **state)
{
    (void)state;
    fail_each(load_and_write, odd);
}

static void copying_survives(void **state)
{
    (void)state;
    fail_each(load_and_copy, odd);
}

static void gzip_survives(void **state)
{
    (void)state;
    fail_each(pack_and_load, odd);
}

static void saving_survives(void **state)
{
    (void)state;
    fail_each(load_and_save, odd);
}

static void changing_survives(void **state)
{
    (void)state;
    fail_each(load_and_change, odd);
}

static void a_real_register_survives(void **state)
{
    (void)state;
    char *xml = tree_file("merton.xml");
    fail_each(load_and_write, xml);
    free(xml);
}

static void an_audit_survives(void **state)
{
    (void)state;
    char *xml = tree_file("merton.xml");
    shipped = pdoc_profile_set_shipped(NULL);
    assert_non_null(shipped);
    fail_each(load_and_audit, xml);
    pdoc_profile_set_unref(shipped);
    free(xml);
}

static void reading_the_shipped_profiles_survives(void **state)
{
    (void)state;
    fail_each(load_profiles, "");
}

int main(void)
{
    use_failing_allocations();
    free(load_and_write(odd, strlen(odd), NULL));
#define IN_A_FOLDER(test) cmocka_unit_test_setup_teardown(test, enter_folder, leave_folder)
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(loading_and_writing_survives),
        IN_A_FOLDER(copying_survives),
        IN_A_FOLDER(gzip_survives),
        IN_A_FOLDER(saving_survives),
        IN_A_FOLDER(changing_survives),
        IN_A_FOLDER(a_real_register_survives),
        IN_A_FOLDER(an_audit_survives),
        IN_A_FOLDER(reading_the_shipped_profiles_survives),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
