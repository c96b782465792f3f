/* SPDX-License-Identifier: MIT */
/* Full profiles in many threads at once: each thread asks everything that governance answers of registers that all
   share, and must be told what one thread alone is told. The thread sanitizer watches it in the long run. */
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "everything.h"

enum { THREADS = 6, SUBJECTS = 3 };

/* A register that follows a shipped profile, and what one thread was told of it. */
struct subject {
    const char *path;
    const char *reference;
    pdoc_register *reg;
    char *expected;
};

static struct shared {
    struct subject subjects[SUBJECTS];
    pdoc_profile_set *profiles;
    pdoc_classifier *classifier; /* of the first profile */
    atomic_int wrong;
} shared = {
    .subjects = {{.path = "/tests/cases/rules/merton-mscp.xml", .reference = "working-together"},
                 {.path = "/tests/cases/rules/birmingham-trust.xml", .reference = "children-act-1989"},
                 {.path = "/tests/cases/escalation/rotherham-rscp/register.xml", .reference = "working-together"}}};

static char *ask(const struct subject *subject)
{
    const pdoc_basis basis = {.size = sizeof basis, .as_of = {2026, 11, 22}, .profiles = shared.profiles};
    return ask_everything(
        (struct everything){
            .reg = subject->reg, .basis = &basis, .reference = subject->reference, .purpose = "sign-off"},
        NULL);
}

/* One classifier for all threads, which each of them holds by a reference of its own. */
static bool classify(void)
{
    pdoc_classifier *classifier = pdoc_classifier_ref(shared.classifier);
    const char *text = "This procedure says step by step what to do.";
    const pdoc_classify_input input = {
        .size = sizeof input, .title = "Procedure", .text = text, .text_size = strlen(text)};
    pdoc_classification *found = pdoc_classifier_classify(classifier, &input, NULL);
    const bool is_well = found && pdoc_classification_count(found) > 0;
    pdoc_classification_unref(found);
    pdoc_classifier_unref(classifier);
    return is_well;
}

/* Each thread begins with another subject, so that different questions meet. */
static void *ask_them_all(void *context)
{
    const size_t first = *(const size_t *)context;
    for (size_t i = 0; i < SUBJECTS; i++) {
        const struct subject *subject = &shared.subjects[(first + i) % SUBJECTS];
        char *answer = ask(subject);
        if (!answer || strcmp(answer, subject->expected) != 0 || !classify())
            atomic_fetch_add(&shared.wrong, 1);
        free(answer);
    }
    return NULL;
}

static void threads_are_told_what_one_thread_is_told(void **state)
{
    (void)state;
    pthread_t threads[THREADS];
    size_t firsts[THREADS];
    for (size_t i = 0; i < THREADS; i++) {
        firsts[i] = i;
        assert_int_equal(pthread_create(&threads[i], NULL, ask_them_all, &firsts[i]), 0);
    }
    for (size_t i = 0; i < THREADS; i++)
        assert_int_equal(pthread_join(threads[i], NULL), 0);
    assert_int_equal(atomic_load(&shared.wrong), 0);
}

static bool prepare(struct subject *subject)
{
    char path[1000];
    snprintf(path, sizeof path, "%s%s", PDOC_SOURCE_DIR, subject->path);
    subject->reg = pdoc_register_read_file(path, NULL, NULL);
    subject->expected = subject->reg ? ask(subject) : NULL;
    return subject->expected && strlen(subject->expected) > 5000;
}

static int set_up(void **state)
{
    (void)state;
    shared.profiles = pdoc_profile_set_shipped(NULL);
    bool is_well = shared.profiles != NULL;
    for (size_t i = 0; is_well && i < SUBJECTS; i++)
        is_well = prepare(&shared.subjects[i]);
    const pdoc_profile *first = pdoc_profile_set_find(shared.profiles, "merton-mscp");
    shared.classifier = first ? pdoc_classifier_new(first, shared.profiles, NULL) : NULL;
    return is_well && shared.classifier ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    for (size_t i = 0; i < SUBJECTS; i++) {
        free(shared.subjects[i].expected);
        pdoc_register_unref(shared.subjects[i].reg);
    }
    pdoc_classifier_unref(shared.classifier);
    pdoc_profile_set_unref(shared.profiles);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(threads_are_told_what_one_thread_is_told)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
