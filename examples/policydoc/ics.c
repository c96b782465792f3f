/* SPDX-License-Identifier: MIT */
/* policydoc ics: reviews, meetings, the forward plan, or the plan of one document, as a calendar file. */
#include "command.h"

#include <string.h>

#define WHAT_REVIEWS      1u
#define WHAT_MEETINGS     2u
#define WHAT_FORWARD_PLAN 4u
#define MEETING_MONTHS    24 /* that are looked ahead */
#define OPTIONS_PLAN      (OPTION_DEADLINE | OPTION_BODY | OPTION_DRAFTING | OPTION_CONSULTATION)

static const struct {
    const char *name;
    unsigned bit;
} parts[] = {{"reviews", WHAT_REVIEWS}, {"meetings", WHAT_MEETINGS}, {"forward-plan", WHAT_FORWARD_PLAN}};

/* What is asked for, and what was made for it. */
struct asked {
    const struct options *options;
    struct judging judging;
    pdoc_register *reg;
    const pdoc_document *doc; /* whose plan is wanted, or NULL */
    unsigned what;
    pdoc_icalendar_options file;
    pdoc_schedule *schedule;
    pdoc_meetings *meetings;
    pdoc_plan *plan;
};

static unsigned bit_of(const char *name, size_t size)
{
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (strlen(parts[i].name) == size && strncmp(parts[i].name, name, size) == 0)
            return parts[i].bit;
    return 0;
}

/* Without --what all of it; of one document its plan alone. */
static bool read_what(const struct options *options, unsigned *out)
{
    *out = options->operand_count > 1 ? 0 : WHAT_REVIEWS | WHAT_MEETINGS | WHAT_FORWARD_PLAN;
    if (!options->what)
        return true;
    *out = 0;
    for (const char *name = options->what;;) {
        const size_t size = strcspn(name, ",");
        const unsigned bit = bit_of(name, size);
        if (bit == 0) {
            say("--what takes reviews, meetings, forward-plan, with commas between; \"%.*s\" is none of them",
                (int)(size < 200 ? size : 200), name);
            return false;
        }
        *out |= bit;
        if (name[size] == '\0')
            return true;
        name += size + 1;
    }
}

static bool read_alarm(const char *text, uint32_t *out)
{
    *out = 0;
    if (!text)
        return true;
    const size_t size = strspn(text, "0123456789");
    for (size_t i = 0; i < size && i < 6; i++)
        *out = *out * 10 + (uint32_t)(text[i] - '0');
    if (size > 0 && size < 6 && text[size] == '\0')
        return true;
    say("--alarm takes a number of days, such as 14; \"%s\" is none", text);
    return false;
}

static bool make_meetings(struct asked *asked, pdoc_error **error)
{
    const struct options *options = asked->options;
    const pdoc_offset ahead = {.months = MEETING_MONTHS};
    const pdoc_date first = options->given & OPTION_FROM ? options->from : asked->judging.basis.as_of;
    pdoc_date last = options->to;
    if (!(options->given & OPTION_TO) && pdoc_date_add(pdoc_date_first(first), ahead, &last, error) != PDOC_OK)
        return false;
    asked->meetings = pdoc_register_meetings(asked->reg, NULL, asked->judging.basis.calendar, first, last, error);
    return asked->meetings != NULL;
}

static bool make_plan(struct asked *asked, pdoc_error **error)
{
    const struct options *options = asked->options;
    const pdoc_plan_options planning = {.size = sizeof planning,
                                        .deadline = options->deadline,
                                        .body = options->body,
                                        .drafting = options->drafting,
                                        .consultation = options->consultation};
    asked->plan = pdoc_document_plan(asked->doc, &asked->judging.basis, &planning, error);
    return asked->plan != NULL;
}

static bool make_parts(struct asked *asked, pdoc_error **error)
{
    if (asked->what & WHAT_REVIEWS)
        asked->schedule = pdoc_schedule_new(asked->reg, &asked->judging.basis, error);
    if ((asked->what & WHAT_REVIEWS) && !asked->schedule)
        return false;
    if ((asked->what & WHAT_MEETINGS) && !make_meetings(asked, error))
        return false;
    return !asked->doc || make_plan(asked, error);
}

/* A plan that cannot be kept has steps, too; its calendar file says nothing of that, so it is said here. */
static enum outcome say_plan(const pdoc_plan *plan)
{
    if (!plan || pdoc_plan_is_feasible(plan))
        return OUTCOME_WELL;
    say("the plan cannot be kept: %s", pdoc_plan_obstacle(plan));
    return OUTCOME_NO;
}

static enum outcome print_file(struct asked *asked)
{
    pdoc_error *error = NULL;
    if (!make_parts(asked, &error))
        return fail_asking(error);
    asked->file.size = sizeof asked->file;
    asked->file.schedule = asked->schedule;
    asked->file.meetings = asked->meetings;
    asked->file.plan = asked->plan;
    asked->file.forward_plan = (asked->what & WHAT_FORWARD_PLAN) != 0;
    asked->file.as_of = asked->judging.basis.as_of;
    asked->file.first = asked->options->from;
    asked->file.last = asked->options->to;
    pdoc_text *text = pdoc_register_publish_icalendar(asked->reg, &asked->file, &error);
    const enum outcome outcome = print_text(asked->options, text, error);
    return outcome == OUTCOME_WELL ? say_plan(asked->plan) : outcome;
}

/* Reviews and plans need profiles; meetings only the days on which nobody works; the forward plan nothing. */
static bool prepare(struct asked *asked, const char *path, enum outcome *outcome)
{
    if (asked->what & WHAT_REVIEWS)
        return judging_fits(&asked->judging, asked->reg, path, outcome);
    if (asked->doc)
        return judging_fits_document(&asked->judging, asked->doc, path, outcome);
    (void)judging_take_calendar(&asked->judging, asked->reg, path); /* said; it goes on as plans do */
    return true;
}

static enum outcome run_on_file(struct asked *asked, const char *path)
{
    const char *ref = asked->options->operand_count > 1 ? asked->options->operands[1] : NULL;
    enum outcome outcome = OUTCOME_WELL;
    asked->reg = load_register(path, &outcome);
    if (!asked->reg)
        return outcome;
    asked->doc = ref ? find_document(asked->reg, path, ref) : NULL;
    if (ref && !asked->doc)
        return OUTCOME_NO;
    return prepare(asked, path, &outcome) ? print_file(asked) : outcome;
}

enum outcome run_ics(const struct options *options)
{
    struct asked asked = {.options = options};
    enum outcome outcome = OUTCOME_WELL;
    if (!read_what(options, &asked.what) || !read_alarm(options->alarm, &asked.file.alarm_days))
        return OUTCOME_USAGE;
    if ((options->given & OPTIONS_PLAN) && options->operand_count < 2) {
        say("--deadline, --body, --drafting and --consultation are for the plan of one document: name it after the "
            "file");
        return OUTCOME_USAGE;
    }
    if (!judging_prepare(options, &asked.judging, &outcome))
        return outcome;
    outcome = run_on_file(&asked, options->operands[0]);
    pdoc_plan_unref(asked.plan);
    pdoc_meetings_unref(asked.meetings);
    pdoc_schedule_unref(asked.schedule);
    pdoc_register_unref(asked.reg);
    judging_release(&asked.judging);
    return outcome;
}
