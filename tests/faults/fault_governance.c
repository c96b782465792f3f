/* SPDX-License-Identifier: MIT */
/* Every allocation fails in turn, once and for ever, while a profile with rows in every table and a register are read
   and everything that governance answers is asked: an error, no leak, no silent difference, the register as before. */
#include "failing_allocations.h"

#include "unit/everything.h"

/* Held while the jobs run; `profile` NULL: the job reads its own. */
static struct {
    char *profile_text;
    char *register_text;
    pdoc_profile *profile;
    pdoc_register *reg;
    long living; /* before anything was read: what libxml2 keeps for the process */
} given;

static char *case_file(const char *name)
{
    char path[1000];
    snprintf(path, sizeof path, "%s/tests/cases/everything/%s", PDOC_SOURCE_DIR, name);
    return content_of(path);
}

static char *ask(const pdoc_register *reg, const pdoc_profile *profile, pdoc_error **error)
{
    const pdoc_basis basis = {.size = sizeof basis, .as_of = {2026, 5, 1}, .profile = profile};
    return ask_everything(
        (struct everything){.reg = reg, .basis = &basis, .reference = "guide-2018", .purpose = "sign-off"}, error);
}

static char *ask_of_held(const char *unused, size_t size, pdoc_error **error)
{
    (void)unused, (void)size;
    return ask(given.reg, given.profile, error);
}

static pdoc_profile *read_profile(pdoc_error **error)
{
    return pdoc_profile_read_memory(given.profile_text, strlen(given.profile_text), "profile.xml", NULL, error);
}

static pdoc_register *read_register(pdoc_error **error)
{
    return pdoc_register_read_memory(given.register_text, strlen(given.register_text), "register.xml", NULL, error);
}

/* Reads both and lints; what they answer is the other job. */
static char *read_and_lint(const char *unused, size_t size, pdoc_error **error)
{
    (void)unused, (void)size;
    char text[100];
    pdoc_profile *profile = read_profile(error);
    pdoc_register *reg = profile ? read_register(error) : NULL;
    pdoc_lint *lint = reg ? pdoc_profile_lint(profile, error) : NULL;
    snprintf(text, sizeof text, "%s, %zu documents, %zu findings", profile ? pdoc_profile_id(profile) : "",
             pdoc_register_document_count(reg), pdoc_lint_count(lint));
    char *answer = lint ? strdup(text) : NULL;
    pdoc_lint_free(lint);
    pdoc_register_unref(reg);
    pdoc_profile_unref(profile);
    return answer;
}

static void reading_and_lint_survive(void **state)
{
    (void)state;
    fail_each(read_and_lint, "");
}

static void everything_that_is_asked_survives(void **state)
{
    (void)state;
    char *answer = ask_of_held("", 0, NULL);
    assert_non_null(answer);
    assert_true(strlen(answer) > 10000);
    free(answer);
    fail_each(ask_of_held, "");
}

static int set_up(void **state)
{
    (void)state;
    use_failing_allocations();
    given.living = fault.living;
    given.profile_text = case_file("profile.xml");
    given.register_text = case_file("register.xml");
    given.profile = read_profile(NULL);
    given.reg = read_register(NULL);
    return given.profile && given.reg ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    pdoc_register_unref(given.reg);
    pdoc_profile_unref(given.profile);
    free(given.register_text);
    free(given.profile_text);
    return fault.living == given.living ? 0 : -1;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reading_and_lint_survive),
        cmocka_unit_test(everything_that_is_asked_survives),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
