/* SPDX-License-Identifier: MIT */
/* What tests of calendar files share: registers, and files made of them. */
#ifndef PDOC_TESTS_ICALENDARS_H
#define PDOC_TESTS_ICALENDARS_H

#include "planning.h"

#define REVIEWED "<reviewed id=\"e2\" on=\"2025-06-01\" recorded=\"2025-06-03\"/>"
#define VOIDED   "<remarked id=\"e3\" on=\"2025-06-10\" voids=\"e2\"/>"

#define TITLED(title, content) "<register xmlns=\"urn:policydoc:1\" schema-version=\"1.0\">" title content "</register>"

#define ITEM(rest)                                                                                                     \
    "<forward-plan-item document=\"d1\" body=\"executive\" meeting=\"2026-05-19\" purpose=\"sign-off\"" rest

#define RULES PROFILE(PARTIES FACTS STEPS)

/* What a file is made from, and what it became. */
struct made {
    pdoc_register *reg;
    pdoc_profile *profile;
    pdoc_schedule *schedule;
    pdoc_meetings *meetings;
    pdoc_plan *plan;
    pdoc_text *text;
};

static inline void made_free(struct made *made)
{
    pdoc_text_free(made->text);
    pdoc_plan_unref(made->plan);
    pdoc_meetings_unref(made->meetings);
    pdoc_schedule_unref(made->schedule);
    pdoc_profile_unref(made->profile);
    pdoc_register_unref(made->reg);
}

static inline struct made make_parts(const char *register_text, const char *day, const char *known)
{
    struct made made = {.reg = read_register(register_text), .profile = read_good(RULES, NULL)};
    pdoc_calendar *calendar = weekdays();
    const pdoc_basis basis = {.size = sizeof basis,
                              .as_of = day_of(day),
                              .known_on = known ? day_of(known) : (pdoc_date){0, 0, 0},
                              .profile = made.profile,
                              .calendar = calendar};
    made.schedule = pdoc_schedule_new(made.reg, &basis, NULL);
    made.meetings =
        pdoc_register_meetings(made.reg, NULL, calendar, (pdoc_date){2026, 5, 1}, (pdoc_date){2026, 6, 30}, NULL);
    made.plan = pdoc_document_plan(pdoc_register_document(made.reg, 0), &basis, NULL, NULL);
    assert_non_null(made.schedule);
    assert_non_null(made.meetings);
    assert_non_null(made.plan);
    pdoc_calendar_unref(calendar);
    return made;
}

enum { REVIEWS = 1, MEETINGS = 2, PLAN = 4, FORWARD = 8, ALL = 15 };

/* `options` says what else is asked for. */
static inline void write_file(struct made *made, unsigned what, pdoc_icalendar_options options)
{
    pdoc_error *error = NULL;
    options.size = sizeof options;
    options.schedule = what & REVIEWS ? made->schedule : NULL;
    options.meetings = what & MEETINGS ? made->meetings : NULL;
    options.plan = what & PLAN ? made->plan : NULL;
    options.forward_plan = (what & FORWARD) != 0;
    pdoc_text_free(made->text);
    made->text = pdoc_register_publish_icalendar(made->reg, &options, &error);
    assert_string_equal(pdoc_error_message(error), "");
    assert_non_null(made->text);
}

static inline struct made make(const char *register_text, const char *day, unsigned what)
{
    struct made made = make_parts(register_text, day, NULL);
    write_file(&made, what, (pdoc_icalendar_options){0});
    return made;
}

static inline size_t count_of(const pdoc_text *text, const char *words)
{
    size_t count = 0;
    for (const char *at = pdoc_text_data(text); (at = strstr(at, words)) != NULL; at++)
        count++;
    return count;
}

static inline void assert_lacks(const pdoc_text *text, const char *words)
{
    if (strstr(pdoc_text_data(text), words))
        print_error("%s", pdoc_text_data(text));
    assert_null(strstr(pdoc_text_data(text), words));
}

static inline void assert_in(const pdoc_text *text, const char *words)
{
    assert_says(pdoc_text_data(text), words);
}

static inline const char *uid_of(const struct made *made, char *buffer)
{
    const char *uid = strstr(pdoc_text_data(made->text), "UID:");
    assert_non_null(uid);
    const size_t size = strcspn(uid, "\r");
    memcpy(buffer, uid, size);
    buffer[size] = '\0';
    return buffer;
}

#endif
