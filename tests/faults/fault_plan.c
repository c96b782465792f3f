/* SPDX-License-Identifier: MIT */
/* Every allocation fails in turn while calendars, meetings, plans, programmes, reminders and calendar files are made
   and published: an error, no leak, no silent difference. */
#include "failing_allocations.h"

#include "policydoc/publish.h"

/* Made before anything fails; the jobs read them. */
static struct {
    pdoc_register *reg;
    pdoc_calendar *calendar;
    pdoc_profile_set *profiles;
    pdoc_format format;
} given;

static pdoc_basis basis_on(pdoc_date day)
{
    return (pdoc_basis){
        .size = sizeof(pdoc_basis), .as_of = day, .profiles = given.profiles, .calendar = given.calendar};
}

static pdoc_basis basis_today(void)
{
    return basis_on((pdoc_date){2026, 11, 24});
}

static pdoc_publish_options as_given(void)
{
    return (pdoc_publish_options){.size = sizeof(pdoc_publish_options), .format = given.format};
}

static pdoc_plan *plan_of_first(pdoc_error **error)
{
    const pdoc_basis basis = basis_today();
    return pdoc_document_plan(pdoc_register_document(given.reg, 0), &basis, NULL, error);
}

static pdoc_meetings *meetings_of_half_a_year(pdoc_error **error)
{
    return pdoc_register_meetings(given.reg, "executive-team", given.calendar, (pdoc_date){2027, 4, 1},
                                  (pdoc_date){2027, 9, 30}, error);
}

static char *make_calendar(const char *unused, size_t size, pdoc_error **error)
{
    (void)unused, (void)size;
    const pdoc_publish_options options = as_given();
    pdoc_calendar *calendar = pdoc_register_make_calendar(given.reg, NULL, error);
    char *text = calendar ? copy_of(pdoc_calendar_publish(calendar, &options, error)) : NULL;
    pdoc_calendar_unref(calendar);
    return text;
}

static char *list_meetings(const char *unused, size_t size, pdoc_error **error)
{
    (void)unused, (void)size;
    const pdoc_publish_options options = as_given();
    pdoc_meetings *meetings = meetings_of_half_a_year(error);
    char *text = meetings ? copy_of(pdoc_meetings_publish(meetings, &options, error)) : NULL;
    pdoc_meetings_unref(meetings);
    return text;
}

static char *list_forward_plan(const char *unused, size_t size, pdoc_error **error)
{
    (void)unused, (void)size;
    const pdoc_publish_options options = as_given();
    return copy_of(pdoc_register_publish_forward_plan(given.reg, NULL, &options, error));
}

static char *plan_back(const char *unused, size_t size, pdoc_error **error)
{
    (void)unused, (void)size;
    const pdoc_publish_options options = as_given();
    pdoc_plan *plan = plan_of_first(error);
    char *text = plan ? copy_of(pdoc_plan_publish(plan, &options, error)) : NULL;
    pdoc_plan_unref(plan);
    return text;
}

static char *level(const char *unused, size_t size, pdoc_error **error)
{
    (void)unused, (void)size;
    const pdoc_basis basis = basis_today();
    const pdoc_publish_options options = as_given();
    const pdoc_programme_options asked = {
        .size = sizeof asked, .to = {2027, 12, 0}, .blocked = "8", .capacities = "*=2", .keep = 1};
    pdoc_programme *programme = pdoc_programme_new(given.reg, &basis, &asked, error);
    char *text = programme ? copy_of(pdoc_programme_publish(programme, given.reg, &options, error)) : NULL;
    pdoc_programme_unref(programme);
    return text;
}

static char *remind(const char *unused, size_t size, pdoc_error **error)
{
    (void)unused, (void)size;
    const pdoc_basis basis = basis_today();
    const pdoc_publish_options options = as_given();
    pdoc_reminders *reminders = pdoc_reminders_new(given.reg, &basis, "-P60D,-P14D,P0D,P7D", (pdoc_date){2026, 10, 1},
                                                   (pdoc_date){2027, 12, 31}, error);
    char *text = reminders ? copy_of(pdoc_reminders_publish(reminders, given.reg, &options, error)) : NULL;
    pdoc_reminders_unref(reminders);
    return text;
}

static char *compare(const char *unused, size_t size, pdoc_error **error)
{
    (void)unused, (void)size;
    const pdoc_basis today = basis_today(), later = basis_on((pdoc_date){2027, 6, 1});
    const pdoc_publish_options options = as_given();
    pdoc_schedule *before = pdoc_schedule_new(given.reg, &today, error);
    pdoc_schedule *after = before ? pdoc_schedule_new(given.reg, &later, error) : NULL;
    pdoc_changes *changes = after ? pdoc_schedule_compare(before, after, error) : NULL;
    char *text = changes ? copy_of(pdoc_changes_publish(changes, given.reg, &options, error)) : NULL;
    pdoc_changes_unref(changes);
    pdoc_schedule_unref(after);
    pdoc_schedule_unref(before);
    return text;
}

static char *write_calendar_file(const char *unused, size_t size, pdoc_error **error)
{
    (void)unused, (void)size;
    const pdoc_basis basis = basis_today();
    pdoc_schedule *schedule = pdoc_schedule_new(given.reg, &basis, error);
    pdoc_meetings *meetings = schedule ? meetings_of_half_a_year(error) : NULL;
    pdoc_plan *plan = meetings ? plan_of_first(error) : NULL;
    const pdoc_icalendar_options options = {.size = sizeof options,
                                            .schedule = schedule,
                                            .meetings = meetings,
                                            .plan = plan,
                                            .forward_plan = 1,
                                            .alarm_days = 14};
    char *text = plan ? copy_of(pdoc_register_publish_icalendar(given.reg, &options, error)) : NULL;
    pdoc_plan_unref(plan);
    pdoc_meetings_unref(meetings);
    pdoc_schedule_unref(schedule);
    return text;
}

/* In every form that it has. */
static void fail_each_form(job run)
{
    for (given.format = PDOC_FORMAT_TEXT; given.format <= PDOC_FORMAT_XML; given.format++)
        fail_each(run, "");
}

static void making_a_calendar_survives(void **state)
{
    (void)state;
    fail_each_form(make_calendar);
}

static void listing_meetings_survives(void **state)
{
    (void)state;
    fail_each_form(list_meetings);
}

static void the_forward_plan_survives(void **state)
{
    (void)state;
    fail_each_form(list_forward_plan);
}

static void planning_back_survives(void **state)
{
    (void)state;
    fail_each_form(plan_back);
}

static void levelling_survives(void **state)
{
    (void)state;
    fail_each_form(level);
    given.format = PDOC_FORMAT_SVG;
    fail_each(level, "");
}

static void reminding_survives(void **state)
{
    (void)state;
    fail_each_form(remind);
}

static void comparing_survives(void **state)
{
    (void)state;
    fail_each_form(compare);
}

static void a_calendar_file_survives(void **state)
{
    (void)state;
    fail_each(write_calendar_file, "");
}

static int make_what_is_given(void **state)
{
    (void)state;
    given.reg = pdoc_register_read_file(PDOC_SOURCE_DIR "/examples/registers/planning.xml", NULL, NULL);
    given.profiles = pdoc_profile_set_shipped(NULL);
    given.calendar = given.reg ? pdoc_register_make_calendar(given.reg, NULL, NULL) : NULL;
    return given.profiles && given.calendar ? 0 : -1;
}

static int release_what_is_given(void **state)
{
    (void)state;
    pdoc_calendar_unref(given.calendar);
    pdoc_profile_set_unref(given.profiles);
    pdoc_register_unref(given.reg);
    return 0;
}

int main(void)
{
    use_failing_allocations();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(making_a_calendar_survives), cmocka_unit_test(listing_meetings_survives),
        cmocka_unit_test(the_forward_plan_survives),  cmocka_unit_test(planning_back_survives),
        cmocka_unit_test(levelling_survives),         cmocka_unit_test(reminding_survives),
        cmocka_unit_test(comparing_survives),         cmocka_unit_test(a_calendar_file_survives),
    };
    return cmocka_run_group_tests(tests, make_what_is_given, release_what_is_given);
}
