/* SPDX-License-Identifier: MIT */
/* Every allocation fails in turn while a version is released, copies are verified, readings attested, and it is asked
   what is to be done, who reads what and what governs a step: an error, no leak, no silent difference. */
#include "failing_allocations.h"

#include "policydoc/policydoc.h"

#define DATA PDOC_SOURCE_DIR "/tests/command/data/"
#define HASH "b16a2d900e3df606a13e228d406df09f84e945ef537b769468220a3cb8fddec2"

/* Made before anything fails; the jobs read them. */
static struct {
    pdoc_register *reg;
    pdoc_profile *profile;
    pdoc_register *read;
    pdoc_profile *readers;
    pdoc_format format;
} given;

static pdoc_basis basis_today(void)
{
    return (pdoc_basis){.size = sizeof(pdoc_basis), .as_of = {2026, 3, 10}, .profile = given.profile};
}

static pdoc_publish_options as_given(void)
{
    return (pdoc_publish_options){.size = sizeof(pdoc_publish_options), .format = given.format};
}

static char *release_one(const char *document, uint32_t version, pdoc_error **error)
{
    char *text = NULL;
    const pdoc_basis basis = basis_today();
    const pdoc_keeping keeping = {.size = sizeof keeping, .basis = &basis, .override_because = "a test"};
    const pdoc_release what = {.size = sizeof what,
                               .document = document,
                               .version = version,
                               .href = "a.txt",
                               .sha256 = HASH,
                               .channel = "website bulletin",
                               .on = {2026, 3, 10}};
    pdoc_change *change = pdoc_change_begin(given.reg, &keeping, error);
    if (change && pdoc_change_release(change, &what, error)) {
        pdoc_register *made = pdoc_change_finish(change, error);
        text = made ? copy_of(pdoc_register_write_memory(made, NULL, error)) : NULL;
        pdoc_register_unref(made);
    }
    pdoc_change_free(change);
    return text;
}

static char *release_well(const char *unused, size_t size, pdoc_error **error)
{
    (void)unused, (void)size;
    return release_one("d1", 2, error);
}

static char *release_overridden(const char *unused, size_t size, pdoc_error **error)
{
    (void)unused, (void)size;
    return release_one("d4", 3, error);
}

static char *list_tasks(const char *unused, size_t size, pdoc_error **error)
{
    (void)unused, (void)size;
    const pdoc_basis basis = basis_today();
    const pdoc_publish_options options = as_given();
    pdoc_distribution *tasks = pdoc_register_distribution(given.reg, &basis, error);
    char *text = tasks ? copy_of(pdoc_distribution_publish(tasks, &options, error)) : NULL;
    pdoc_distribution_unref(tasks);
    return text;
}

static char *verify_copies(const char *unused, size_t size, pdoc_error **error)
{
    (void)unused, (void)size;
    char *text = NULL;
    const pdoc_basis basis = basis_today();
    const pdoc_publish_options options = as_given();
    pdoc_copies *copies = pdoc_copies_new(error);
    const bool has_copies = copies &&
                            pdoc_copies_add_folder(copies, PDOC_SOURCE_DIR "/examples/registers", error) == PDOC_OK &&
                            pdoc_copies_add(copies, "keys-1.txt", "x", 1, error) == PDOC_OK;
    pdoc_verification *found = has_copies ? pdoc_register_verify(given.reg, &basis, copies, error) : NULL;
    text = found ? copy_of(pdoc_verification_publish(found, &options, error)) : NULL;
    pdoc_verification_unref(found);
    pdoc_copies_free(copies);
    return text;
}

static char *list_readers(const char *unused, size_t size, pdoc_error **error)
{
    (void)unused, (void)size;
    const pdoc_basis basis = {.size = sizeof basis, .as_of = {2026, 3, 10}, .profile = given.readers};
    const pdoc_publish_options options = as_given();
    pdoc_attestations *readers = pdoc_register_attestations(given.read, &basis, error);
    char *text = readers ? copy_of(pdoc_attestations_publish(readers, &options, error)) : NULL;
    pdoc_attestations_unref(readers);
    return text;
}

static char *ask_governing(const char *unused, size_t size, pdoc_error **error)
{
    (void)unused, (void)size;
    const pdoc_basis basis = {.size = sizeof basis, .as_of = {2026, 3, 10}, .profile = given.readers};
    const pdoc_publish_options options = as_given();
    pdoc_governing *found = pdoc_register_governing(given.read, "home-visit", &basis, error);
    char *text = found ? copy_of(pdoc_governing_publish(found, &options, error)) : NULL;
    pdoc_governing_unref(found);
    return text;
}

static char *attest(const char *unused, size_t size, pdoc_error **error)
{
    (void)unused, (void)size;
    char *text = NULL;
    const pdoc_basis basis = {.size = sizeof basis, .as_of = {2026, 3, 10}, .profile = given.readers};
    const pdoc_keeping keeping = {.size = sizeof keeping, .basis = &basis};
    const pdoc_reading reading = {
        .size = sizeof reading, .document = "d1", .version = 1, .by = "nurses", .count = 3, .on = {2026, 3, 9}};
    pdoc_change *change = pdoc_change_begin(given.read, &keeping, error);
    if (change && pdoc_change_attest(change, &reading, error)) {
        pdoc_register *made = pdoc_change_finish(change, error);
        text = made ? copy_of(pdoc_register_write_memory(made, NULL, error)) : NULL;
        pdoc_register_unref(made);
    }
    pdoc_change_free(change);
    return text;
}

static void verifying_survives(void **state)
{
    (void)state;
    for (given.format = PDOC_FORMAT_TEXT; given.format <= PDOC_FORMAT_CSV; given.format++)
        fail_each(verify_copies, "");
}

static void attesting_survives(void **state)
{
    (void)state;
    given.format = PDOC_FORMAT_TEXT;
    fail_each(attest, "");
    fail_each(list_readers, "");
}

static void asking_what_governs_survives(void **state)
{
    (void)state;
    given.format = PDOC_FORMAT_TEXT;
    fail_each(ask_governing, "");
}

static void releasing_survives(void **state)
{
    (void)state;
    fail_each(release_well, "");
    fail_each(release_overridden, "");
}

static void listing_tasks_survives(void **state)
{
    (void)state;
    for (given.format = PDOC_FORMAT_TEXT; given.format <= PDOC_FORMAT_XML; given.format++)
        fail_each(list_tasks, "");
}

static int make_what_is_given(void **state)
{
    (void)state;
    given.reg = pdoc_register_read_file(DATA "release.xml", NULL, NULL);
    given.profile = pdoc_profile_read_file(DATA "release-profile.xml", NULL, NULL);
    given.read = pdoc_register_read_file(DATA "reading.xml", NULL, NULL);
    given.readers = pdoc_profile_read_file(DATA "reading-profile.xml", NULL, NULL);
    return given.reg && given.profile && given.read && given.readers ? 0 : -1;
}

static int release_what_is_given(void **state)
{
    (void)state;
    pdoc_profile_unref(given.readers);
    pdoc_register_unref(given.read);
    pdoc_profile_unref(given.profile);
    pdoc_register_unref(given.reg);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(releasing_survives),           cmocka_unit_test(listing_tasks_survives),
        cmocka_unit_test(verifying_survives),           cmocka_unit_test(attesting_survives),
        cmocka_unit_test(asking_what_governs_survives),
    };
    use_failing_allocations();
    return cmocka_run_group_tests(tests, make_what_is_given, release_what_is_given);
}
