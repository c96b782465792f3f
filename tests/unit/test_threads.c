/* SPDX-License-Identifier: MIT */
/* What several threads may do at once: read files, judge and plan one register by shared profiles and one calendar,
   share and release reports.
   The thread sanitizer watches it in the long run; without it the test still compares every answer. */
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "policydoc/policydoc.h"

enum { THREADS = 4, ROUNDS = 5 };

/* What the threads share, and what the first thread found. */
struct shared {
    pdoc_register *reg;
    pdoc_register *planned; /* has meetings and a calendar */
    pdoc_calendar *calendar;
    pdoc_profile_set *profiles;
    pdoc_report *report;
    pdoc_classifier *classifier;
    size_t expected;
    atomic_int wrong;
};

static pdoc_basis basis_of(const struct shared *shared)
{
    return (pdoc_basis){.size = sizeof(pdoc_basis), .as_of = {2026, 11, 22}, .profiles = shared->profiles};
}

static void *judge_again_and_again(void *context)
{
    struct shared *shared = context;
    pdoc_basis basis = basis_of(shared);
    for (int i = 0; i < ROUNDS; i++) {
        pdoc_report *report = pdoc_audit(shared->reg, &basis, NULL);
        if (!report || pdoc_report_finding_count(report) != shared->expected)
            atomic_fetch_add(&shared->wrong, 1);
        pdoc_report_unref(report);
    }
    return NULL;
}

static void *read_again_and_again(void *context)
{
    struct shared *shared = context;
    for (int i = 0; i < ROUNDS; i++) {
        pdoc_error *error = NULL;
        pdoc_register *good = pdoc_register_read_file(PDOC_SOURCE_DIR "/examples/registers/merton.xml", NULL, NULL);
        pdoc_register *bad = pdoc_register_read_memory("<!DOCTYPE a><a/>", 16, "bad", NULL, &error);
        pdoc_profile_set *profiles = pdoc_profile_set_shipped(NULL);
        if (!good || bad || !profiles || pdoc_error_status(error) != PDOC_ERR_SYNTAX)
            atomic_fetch_add(&shared->wrong, 1);
        pdoc_profile_set_unref(profiles);
        pdoc_error_free(error);
        pdoc_register_unref(good);
    }
    return NULL;
}

/* Takes references to what all share and releases them, and holds the report while the others still use it. */
static void *share_and_release(void *context)
{
    struct shared *shared = context;
    for (int i = 0; i < ROUNDS * 100; i++) {
        pdoc_report *report = pdoc_report_ref(shared->report);
        pdoc_register *reg = pdoc_register_ref(shared->reg);
        pdoc_profile_set *profiles = pdoc_profile_set_ref(shared->profiles);
        if (pdoc_report_finding_count(report) != shared->expected || pdoc_register_document_count(reg) == 0)
            atomic_fetch_add(&shared->wrong, 1);
        pdoc_profile_set_unref(profiles);
        pdoc_register_unref(reg);
        pdoc_report_unref(report);
    }
    return NULL;
}

/* Asks one register in every way that finds something, and holds its parts by references of their own. */
static void *ask_and_hold_parts(void *context)
{
    struct shared *shared = context;
    for (int i = 0; i < ROUNDS * 20; i++) {
        pdoc_document *doc = pdoc_document_ref(pdoc_register_document(shared->reg, 0));
        pdoc_party *party = pdoc_party_ref(pdoc_register_party(shared->reg, 0));
        struct pdoc_version *version = pdoc_version_ref(pdoc_document_version(doc, 0));
        pdoc_event *event = pdoc_event_ref(pdoc_document_event(doc, 0));
        pdoc_text *text = pdoc_register_write_memory(shared->reg, NULL, NULL);
        if (pdoc_register_find_document(shared->reg, pdoc_document_id(doc)) != doc ||
            pdoc_register_find_party(shared->reg, pdoc_party_name(party)) != party ||
            pdoc_register_find_event(shared->reg, pdoc_event_id(event)) != event ||
            pdoc_document_find_version(doc, pdoc_version_ordinal(version)) != version || pdoc_text_size(text) < 1000)
            atomic_fetch_add(&shared->wrong, 1);
        pdoc_text_free(text);
        pdoc_event_unref(event);
        pdoc_version_unref(version);
        pdoc_party_unref(party);
        pdoc_document_unref(doc);
    }
    return NULL;
}

/* Plans, levels, reminds and writes a calendar file of what the others plan too. True if all came about, all alike. */
static bool plan_as_before(pdoc_register *reg, const pdoc_basis *basis, size_t *expected)
{
    pdoc_schedule *schedule = pdoc_schedule_new(reg, basis, NULL);
    pdoc_plan *plan = pdoc_document_plan(pdoc_register_document(reg, 0), basis, NULL, NULL);
    pdoc_programme *programme = pdoc_programme_new(reg, basis, NULL, NULL);
    pdoc_reminders *reminders =
        pdoc_reminders_new(reg, basis, NULL, (pdoc_date){2026, 10, 1}, (pdoc_date){2027, 12, 31}, NULL);
    pdoc_meetings *meetings = pdoc_register_meetings(reg, "executive-team", basis->calendar, (pdoc_date){2027, 1, 1},
                                                     (pdoc_date){2027, 12, 31}, NULL);
    const pdoc_icalendar_options options = {
        .size = sizeof options, .schedule = schedule, .meetings = meetings, .plan = plan, .forward_plan = 1};
    pdoc_text *file = pdoc_register_publish_icalendar(reg, &options, NULL);
    const size_t size = pdoc_text_size(file) + pdoc_programme_count(programme) + pdoc_reminders_count(reminders);
    const bool is_alike =
        schedule && plan && programme && reminders && meetings && file && (*expected == 0 || *expected == size);
    *expected = size;
    pdoc_text_free(file);
    pdoc_meetings_unref(meetings);
    pdoc_reminders_unref(reminders);
    pdoc_programme_unref(programme);
    pdoc_plan_unref(plan);
    pdoc_schedule_unref(schedule);
    return is_alike;
}

/* Each thread holds the calendar by a reference of its own, and makes the same one again. */
static void *plan_again_and_again(void *context)
{
    struct shared *shared = context;
    size_t expected = shared->expected;
    for (int i = 0; i < ROUNDS * 4; i++) {
        pdoc_calendar *made = pdoc_register_make_calendar(shared->planned, NULL, NULL);
        pdoc_basis basis = basis_of(shared);
        basis.calendar = pdoc_calendar_ref(shared->calendar);
        if (!made || !plan_as_before(shared->planned, &basis, &expected))
            atomic_fetch_add(&shared->wrong, 1);
        pdoc_calendar_unref(shared->calendar);
        pdoc_calendar_unref(made);
    }
    return NULL;
}

/* One classifier and one profile, in all threads at once. */
static void *classify_again_and_again(void *context)
{
    static const char text[] = "The purpose of this protocol is a common response. It is no strategy meeting.";
    struct shared *shared = context;
    pdoc_profile *profile = pdoc_profile_set_find(shared->profiles, "multi-agency");
    for (int i = 0; i < ROUNDS * 20; i++) {
        pdoc_classifier *classifier = pdoc_classifier_ref(shared->classifier);
        const pdoc_classify_input input = {.size = sizeof input, .text = text, .text_size = sizeof text - 1};
        pdoc_classification *found = pdoc_classifier_classify(classifier, &input, NULL);
        pdoc_classification *again = pdoc_profile_classify(profile, shared->profiles, NULL, text, NULL);
        if (!found || !again || pdoc_classification_score(found, 0) != pdoc_classification_score(again, 0) ||
            pdoc_classification_score(found, 0) < 24)
            atomic_fetch_add(&shared->wrong, 1);
        pdoc_classifier_unref(classifier);
        pdoc_classification_unref(again);
        pdoc_classification_unref(found);
    }
    return NULL;
}

static void run_in_threads(void *(*work)(void *), struct shared *shared)
{
    pthread_t threads[THREADS];
    atomic_store(&shared->wrong, 0);
    for (int i = 0; i < THREADS; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, work, shared), 0);
    for (int i = 0; i < THREADS; i++)
        assert_int_equal(pthread_join(threads[i], NULL), 0);
    assert_int_equal(atomic_load(&shared->wrong), 0);
}

static int set_up(void **state)
{
    static struct shared shared;
    shared.reg = pdoc_register_read_file(PDOC_SOURCE_DIR "/examples/registers/merton.xml", NULL, NULL);
    shared.profiles = pdoc_profile_set_shipped(NULL);
    pdoc_basis basis = basis_of(&shared);
    shared.report = shared.reg && shared.profiles ? pdoc_audit(shared.reg, &basis, NULL) : NULL;
    shared.planned = pdoc_register_read_file(PDOC_SOURCE_DIR "/examples/registers/planning.xml", NULL, NULL);
    shared.calendar = shared.planned ? pdoc_register_make_calendar(shared.planned, NULL, NULL) : NULL;
    shared.classifier = pdoc_classifier_new(pdoc_profile_set_find(shared.profiles, "multi-agency"), shared.profiles, NULL);
    shared.expected = shared.report ? pdoc_report_finding_count(shared.report) : 0;
    *state = &shared;
    return shared.expected > 0 && shared.calendar && shared.classifier ? 0 : -1;
}

static int tear_down(void **state)
{
    struct shared *shared = *state;
    pdoc_classifier_unref(shared->classifier);
    pdoc_calendar_unref(shared->calendar);
    pdoc_register_unref(shared->planned);
    pdoc_report_unref(shared->report);
    pdoc_profile_set_unref(shared->profiles);
    pdoc_register_unref(shared->reg);
    return 0;
}

static void threads_judge_one_register_by_shared_profiles_alike(void **state)
{
    run_in_threads(judge_again_and_again, *state);
}

static void threads_read_files_without_disturbing_each_other(void **state)
{
    run_in_threads(read_again_and_again, *state);
}

static void threads_share_reports_registers_and_profiles(void **state)
{
    run_in_threads(share_and_release, *state);
}

static void threads_ask_one_register_and_hold_its_parts(void **state)
{
    run_in_threads(ask_and_hold_parts, *state);
}

static void threads_plan_one_register_by_one_calendar_alike(void **state)
{
    struct shared *given = *state;
    struct shared shared = {.planned = given->planned, .calendar = given->calendar, .profiles = given->profiles};
    pdoc_basis basis = basis_of(&shared);
    basis.calendar = shared.calendar;
    assert_true(plan_as_before(shared.planned, &basis, &shared.expected));
    assert_true(shared.expected > 1000);
    run_in_threads(plan_again_and_again, &shared);
}

static void threads_classify_by_one_profile_alike(void **state)
{
    run_in_threads(classify_again_and_again, *state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(threads_read_files_without_disturbing_each_other),
        cmocka_unit_test(threads_judge_one_register_by_shared_profiles_alike),
        cmocka_unit_test(threads_share_reports_registers_and_profiles),
        cmocka_unit_test(threads_ask_one_register_and_hold_its_parts),
        cmocka_unit_test(threads_classify_by_one_profile_alike),
        cmocka_unit_test(threads_plan_one_register_by_one_calendar_alike),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
