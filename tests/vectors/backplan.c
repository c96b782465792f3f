/* SPDX-License-Identifier: MIT */
/* Plans back from a deadline: the file f_backplan, through the public API: a profile with the steps, a register with the
   meetings. */
#include "vectors.h"

#include <stdio.h>
#include <string.h>

#include "policydoc/plan.h"
#include "policydoc/policydoc.h"

/* What a row needs while it is asked. */
struct question {
    pdoc_profile *profile;
    pdoc_register *reg;
    pdoc_document *doc;
    pdoc_calendar *calendar;
    pdoc_plan *plan;
};

static pdoc_profile *profile_of(struct row *row)
{
    char text[2000];
    const bool is_in_days = strcmp(cell(row, "response_day_kind"), "calendar") == 0;
    const int size =
        snprintf(text, sizeof text,
                 "<profile xmlns=\"urn:policydoc:1\" id=\"vectors\"><facts><fact id=\"approved\" event=\"decided\"/></facts>"
                 "<schedule><due id=\"review\" kind=\"review\" anchors=\"approved\" offset=\"%s\"/></schedule><plan>"
                 "<step id=\"meeting\" kind=\"sign-off\" body=\"body\"/>"
                 "<step id=\"share\" kind=\"papers\" anchor=\"meeting\" offset=\"-P14D\"/>"
                 "<step id=\"responses\" kind=\"responses\" anchor=\"meeting\" offset=\"%s\"/>"
                 "<step id=\"agenda-2\" kind=\"agenda\" anchor=\"meeting\" offset=\"-2 working-days\"/>"
                 "<step id=\"agenda-1\" kind=\"agenda\" anchor=\"meeting\" offset=\"-1 working-days\"/></plan></profile>",
                 cell(row, "interval"), is_in_days ? "-P3D" : "-3 working-days");
    return size > 0 && (size_t)size < sizeof text ? pdoc_profile_read_memory(text, (size_t)size, NULL, NULL, NULL)
                                                  : NULL;
}

static const char *word_of_roll(const char *written)
{
    static const struct {
        const char *written;
        const char *word;
    } words[] = {
        {"Unadjusted", "none"},
        {"Preceding", "preceding"},
        {"Following", "following"},
        {"ModifiedPreceding", "modified-preceding"},
        {"ModifiedFollowing", "modified-following"},
        {"Skip", "skip"},
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i].written, written) == 0)
            return words[i].word;
    return NULL;
}

/* Days with spaces or semicolons between, each a meeting that is not held. */
static bool cancel(pdoc_party *body, const char *days)
{
    while (*days) {
        const size_t size = strcspn(days, " ;,|");
        char text[PDOC_DATE_TEXT];
        pdoc_date day;
        if (size >= sizeof text)
            return false;
        memcpy(text, days, size);
        text[size] = '\0';
        if (size > 0 && (pdoc_date_parse(text, &day, NULL) != PDOC_OK ||
                         pdoc_party_set_meeting(body, day, PDOC_MEETING_CANCELLED, NULL, NULL) != PDOC_OK))
            return false;
        days += size + (days[size] != '\0');
    }
    return true;
}

static bool make_register(struct row *row, struct question *question)
{
    const char *on_holiday = word_of_roll(cell(row, "meeting_on_holiday"));
    question->reg = pdoc_register_new(NULL);
    pdoc_party *body = pdoc_register_add_party(question->reg, "body", "committee", "Body", NULL);
    question->doc = pdoc_register_add_document(question->reg, "policy", "Document", NULL);
    struct pdoc_version *version = pdoc_document_add_version(question->doc, "V1", NULL);
    pdoc_event *event =
        version ? pdoc_document_record(question->doc, "decided", date(row, "approved"), (pdoc_date){0, 0, 0}, 1, NULL, NULL) : NULL;
    return on_holiday && body && event && pdoc_event_complete(event, "outcome", "approved", NULL) == PDOC_OK &&
           pdoc_party_add_pattern(body, cell(row, "meeting_rrule"), date(row, "meeting_dtstart"), (pdoc_date){0, 0, 0},
                                  on_holiday, NULL) == PDOC_OK &&
           cancel(body, cell(row, "cancelled"));
}

static pdoc_date day_of(const pdoc_plan *plan, const char *id)
{
    for (size_t i = 0; i < pdoc_plan_step_count(plan); i++)
        if (strcmp(pdoc_plan_step_id(plan, i), id) == 0)
            return pdoc_plan_step_on(plan, i);
    return (pdoc_date){0, 0, 0};
}

static enum answer compare_steps(struct row *row, const struct question *question)
{
    static const char *const pairs[][2] = {
        {"meeting", "meeting"},
        {"share_by", "share"},
        {"responses_by", "responses"},
        {"agenda_two_working_days", "agenda-2"},
        {"agenda_one_working_day", "agenda-1"},
    };
    enum answer answer =
        same_date(row, "deadline", date(row, "deadline"), pdoc_plan_deadline(question->plan));
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs && answer == PASSED; i++)
        answer = same_date(row, pairs[i][0], date(row, pairs[i][0]), day_of(question->plan, pairs[i][1]));
    return answer;
}

static enum answer compare_reminders(struct row *row, const struct question *question)
{
    static const struct {
        const char *head;
        int32_t days;
    } reminders[] = {{"remind_90", -90}, {"remind_60", -60}, {"remind_30", -30}};
    enum answer answer = PASSED;
    for (size_t i = 0; i < sizeof reminders / sizeof *reminders && answer == PASSED; i++) {
        const pdoc_offset offset = {.count = reminders[i].days, .unit = PDOC_UNIT_DAY};
        pdoc_date day = {0, 0, 0};
        if (pdoc_calendar_add(question->calendar, pdoc_plan_deadline(question->plan), offset, PDOC_ROLL_PRECEDING, &day,
                              NULL, NULL) != PDOC_OK)
            return because(row, FAILED, "no such reminder", reminders[i].head);
        answer = same_date(row, reminders[i].head, date(row, reminders[i].head), day);
    }
    return answer;
}

static enum answer ask(struct row *row, struct question *question)
{
    question->profile = profile_of(row);
    question->calendar = pdoc_calendar_shipped(cell(row, "division"), NULL);
    if (!question->profile || !question->calendar || !make_register(row, question))
        return because(row, FAILED, "the question cannot be put", cell(row, "id"));
    /* The day of approval: whatever lies ahead of it can still be done. */
    const pdoc_basis basis = {.size = sizeof basis,
                              .as_of = date(row, "approved"),
                              .profile = question->profile,
                              .calendar = question->calendar};
    question->plan = pdoc_document_plan(question->doc, &basis, NULL, NULL);
    if (!question->plan)
        return because(row, FAILED, "there is no plan", cell(row, "id"));
    const enum answer answer = compare_steps(row, question);
    return answer == PASSED ? compare_reminders(row, question) : answer;
}

enum answer ask_backplan(struct row *row)
{
    struct question question = {.reg = NULL};
    const enum answer answer = ask(row, &question);
    pdoc_plan_unref(question.plan);
    pdoc_calendar_unref(question.calendar);
    pdoc_register_unref(question.reg);
    pdoc_profile_unref(question.profile);
    return answer;
}
