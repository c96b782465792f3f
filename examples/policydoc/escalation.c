/* SPDX-License-Identifier: MIT */
/* policydoc escalation: practice issues: list them, open one, record a step, say where one stands. What the protocol
   does not allow is refused; the library says what that is. */
#include "changing.h"

#include <string.h>

/* What is asked for: the words of the command line, sorted. */
struct request {
    const struct options *options;
    const char *path;
    char *const *words; /* that follow FILE, or the verb */
    size_t word_count;
    struct judging judging;
    pdoc_register *reg;
    pdoc_issue *issue;
    struct changing changing; /* of what changes */
};

static enum outcome say_usage(void)
{
    say("usage: policydoc escalation FILE, FILE ID, FILE open NAME=VALUE..., or FILE ID record STEP [STAGE] "
        "NAME=VALUE...; see "
        "policydoc escalation --help");
    return OUTCOME_USAGE;
}

/* ---- reading ---- */

static enum outcome run_issues(struct request *request)
{
    pdoc_error *error = NULL;
    const pdoc_publish_options publish = publishing(request->options);
    pdoc_text *text = pdoc_register_publish_issues(request->reg, &request->judging.basis, &publish, &error);
    return print_text(request->options, text, error);
}

static enum outcome run_statistics(struct request *request)
{
    pdoc_error *error = NULL;
    const pdoc_publish_options publish = publishing(request->options);
    pdoc_issue_figures *figures = pdoc_register_issue_figures(request->reg, &request->judging.basis,
                                                              request->options->from, request->options->to, &error);
    if (!figures)
        return fail_asking(error);
    pdoc_text *text = pdoc_issue_figures_publish(figures, &publish, &error);
    pdoc_issue_figures_unref(figures);
    return print_text(request->options, text, error);
}

static enum outcome run_standing(struct request *request)
{
    pdoc_error *error = NULL;
    const pdoc_publish_options publish = publishing(request->options);
    pdoc_standing *standing = pdoc_issue_standing(request->issue, &request->judging.basis, &error);
    if (!standing)
        return fail_asking(error);
    pdoc_text *text = pdoc_standing_publish(standing, &publish, &error);
    pdoc_standing_unref(standing);
    return print_text(request->options, text, error);
}

/* ---- changing ---- */

#define NAME_SIZE 64

/* "with=line-manager/council": the value; the name goes to `name`. NULL, and said, if it is no such pair. */
static const char *value_of(const char *word, char *name)
{
    const char *sign = strchr(word, '=');
    const size_t size = sign ? (size_t)(sign - word) : 0;
    if (size == 0 || size >= NAME_SIZE) {
        say("\"%s\" is not of the form NAME=VALUE", word);
        return NULL;
    }
    memcpy(name, word, size);
    name[size] = '\0';
    return sign + 1;
}

static const char *given(const struct request *request, const char *name)
{
    const size_t size = strlen(name);
    for (size_t i = 0; i < request->word_count; i++)
        if (strncmp(request->words[i], name, size) == 0 && request->words[i][size] == '=')
            return request->words[i] + size + 1;
    return NULL;
}

/* The day of the issue or step: on=DATE, else that of --on, else today. */
static bool day_of(const struct request *request, pdoc_date *day)
{
    const char *on = given(request, "on");
    *day = request->judging.basis.as_of;
    if (!on || pdoc_date_parse(on, day, NULL) == PDOC_OK)
        return true;
    say("on=%s: expected a day, such as 2026-06-16", on);
    return false;
}

static bool is_finding_of(const pdoc_standing *standing, const char *code, const char *step, const char *message)
{
    for (size_t i = 0; i < pdoc_standing_finding_count(standing); i++) {
        const char *other = pdoc_standing_finding_step(standing, i);
        if (strcmp(pdoc_standing_finding_code(standing, i), code) == 0 &&
            strcmp(pdoc_standing_finding_message(standing, i), message) == 0 &&
            (step && other ? strcmp(step, other) == 0 : step == other))
            return true;
    }
    return false;
}

/* Says what is new since then, and not forbidden: that the change says itself. */
static void say_what_is_new(const pdoc_standing *before, const pdoc_standing *after)
{
    for (size_t i = 0; i < pdoc_standing_finding_count(after); i++) {
        const char *code = pdoc_standing_finding_code(after, i);
        const char *message = pdoc_standing_finding_message(after, i);
        const char *clause = pdoc_standing_finding_clause(after, i);
        if (pdoc_standing_finding_outcome(after, i) == PDOC_OUTCOME_PENDING ||
            pdoc_standing_finding_forbids(after, i) ||
            is_finding_of(before, code, pdoc_standing_finding_step(after, i), message))
            continue;
        say("worth knowing: %s%s%s%s (%s)", message, clause ? " [" : "", clause ? clause : "", clause ? "]" : "", code);
    }
}

static void print_next(const pdoc_standing *standing)
{
    for (size_t i = 0; i < pdoc_standing_next_count(standing); i++) {
        char day[PDOC_DATE_TEXT];
        const pdoc_date by = pdoc_standing_next_by(standing, i);
        const char *who = pdoc_standing_next_who(standing, i);
        print_line("next: %s%s%s; %s%s%s", pdoc_standing_next_words(standing, i), who ? ": " : "", who ? who : "",
                   pdoc_date_is_recorded(by) ? "by " : "", pdoc_date_is_recorded(by) ? pdoc_date_format(by, day) : "",
                   pdoc_date_is_recorded(by) ? "" : pdoc_standing_next_limit(standing, i));
    }
}

/* Judges what was added, and saves it if the protocol allows it, or if that is overridden. */
static enum outcome keep_if_allowed(struct request *request, const pdoc_standing *before, const char *done)
{
    pdoc_error *error = NULL;
    pdoc_standing *after = pdoc_issue_standing(request->issue, &request->judging.basis, &error);
    if (!after)
        return fail_asking(error);
    say_what_is_new(before, after);
    const enum outcome outcome = changing_finish_quietly(&request->changing);
    if (outcome == OUTCOME_WELL && request->options->given & OPTION_DRY_RUN)
        print_line("Nothing is written: --dry-run");
    if (outcome == OUTCOME_WELL) {
        print_line("%s, case %s: %s", pdoc_issue_id(request->issue), pdoc_issue_attribute(request->issue, "case"),
                   done);
        print_next(after);
    }
    pdoc_standing_unref(after);
    return outcome;
}

/* What the call that opens or records has taken already. */
static bool is_taken(const char *name, bool of_step)
{
    static const char *const of_both[] = {"on", "by", "organisation"};
    static const char *const of_issue[] = {"track", "case"};
    for (size_t i = 0; i < sizeof of_both / sizeof *of_both; i++)
        if (strcmp(name, of_both[i]) == 0)
            return true;
    for (size_t i = 0; !of_step && i < sizeof of_issue / sizeof *of_issue; i++)
        if (strcmp(name, of_issue[i]) == 0)
            return true;
    return of_step && strcmp(name, "stage") == 0;
}

static enum outcome complete(struct request *request, bool of_step)
{
    pdoc_error *error = NULL;
    const size_t last = pdoc_issue_step_count(request->issue) - 1;
    for (size_t i = 0; i < request->word_count; i++) {
        char name[NAME_SIZE];
        const char *value = value_of(request->words[i], name);
        if (!value)
            return OUTCOME_USAGE;
        if (is_taken(name, of_step))
            continue;
        if ((of_step ? pdoc_issue_step_complete(request->issue, last, name, value, &error)
                     : pdoc_issue_complete(request->issue, name, value, &error)) != PDOC_OK)
            return fail_asking(error);
    }
    return OUTCOME_WELL;
}

static const char *either(const char *option, const char *word)
{
    return option ? option : word;
}

static enum outcome run_open(struct request *request)
{
    const struct options *options = request->options;
    const char *track = either(options->track, given(request, "track"));
    const char *case_reference = either(options->case_reference, given(request, "case"));
    const char *by = either(options->publish.by, given(request, "by"));
    pdoc_error *error = NULL;
    pdoc_date day;
    if (!track || !case_reference || !by) {
        say("open needs --track, --case and --by, the role that raises the issue");
        return OUTCOME_USAGE;
    }
    if (!day_of(request, &day))
        return OUTCOME_USAGE;
    request->issue =
        pdoc_register_open_issue(request->reg, track, case_reference, by, given(request, "organisation"), day, &error);
    if (!request->issue)
        return fail_asking(error);
    const enum outcome outcome = complete(request, false);
    return outcome == OUTCOME_WELL ? keep_if_allowed(request, NULL, "opened") : outcome;
}

static enum outcome add_step(struct request *request, const char *kind, const char *stage)
{
    const struct options *options = request->options;
    pdoc_error *error = NULL;
    pdoc_date day;
    if (!day_of(request, &day))
        return OUTCOME_USAGE;
    if (pdoc_issue_record(request->issue, kind, stage, day, either(options->publish.by, given(request, "by")),
                          given(request, "organisation"), &error) != PDOC_OK)
        return fail_asking(error);
    return complete(request, true);
}

static enum outcome run_step(struct request *request)
{
    pdoc_error *error = NULL;
    const char *kind = request->word_count > 0 ? request->words[0] : NULL;
    const bool names_stage = request->word_count > 1 && !strchr(request->words[1], '=');
    if (!kind)
        return say_usage();
    const char *stage = names_stage ? request->words[1] : NULL;
    request->words += 1 + names_stage;
    request->word_count -= 1u + names_stage;
    pdoc_standing *before = pdoc_issue_standing(request->issue, &request->judging.basis, &error);
    if (!before)
        return fail_asking(error);
    enum outcome outcome = add_step(request, kind, either(stage, given(request, "stage")));
    if (outcome == OUTCOME_WELL)
        outcome = keep_if_allowed(request, before, kind);
    pdoc_standing_unref(before);
    return outcome;
}

/* ---- which of these ---- */

struct action {
    const char *verb; /* NULL: none is needed */
    size_t at;        /* of the verb among the operands */
    bool needs_issue;
    bool changes;
    uint64_t options;
    enum outcome (*run)(struct request *request);
};

#define OPTIONS_CHANGE (OPTIONS_BASIS | OPTION_BY | OPTION_DRY_RUN | OPTION_OVERRIDE)
static const struct action actions[] = {
    {"open", 1, false, true, OPTIONS_CHANGE | OPTION_TRACK | OPTION_CASE, run_open},
    {"record", 2, true, true, OPTIONS_CHANGE, run_step},
    {NULL, 1, false, false, OPTIONS_BASIS | OPTIONS_PRINT, run_issues},
    {NULL, 2, true, false, OPTIONS_BASIS | OPTIONS_PRINT, run_standing},
};
static const struct action statistics = {
    NULL, 1, false, false, OPTIONS_BASIS | OPTIONS_PRINT | OPTION_STATISTICS | OPTION_FROM | OPTION_TO, run_statistics};

static const struct action *action_of(const struct options *options)
{
    if (options->given & OPTION_STATISTICS)
        return options->operand_count == 1 ? &statistics : NULL;
    for (size_t i = 0; i < sizeof actions / sizeof *actions; i++) {
        const struct action *action = &actions[i];
        if (action->verb
                ? options->operand_count > action->at && strcmp(options->operands[action->at], action->verb) == 0
                : options->operand_count == action->at)
            return action;
    }
    return NULL;
}

/* Registers that are changed are read whole from their file, so that the save notices what others did meanwhile. */
static pdoc_register *read_register(const struct action *action, const char *path, enum outcome *outcome)
{
    pdoc_error *error = NULL;
    if (!action->changes)
        return load_register(path, outcome);
    if (strcmp(path, "-") == 0) {
        say("%s needs a file that it can be saved to", action->verb);
        *outcome = OUTCOME_USAGE;
        return NULL;
    }
    pdoc_register *reg = pdoc_register_read_file(path, NULL, &error);
    if (!reg)
        *outcome = fail_loading(error, path);
    return reg;
}

static enum outcome act(const struct action *action, struct request *request)
{
    const struct options *options = request->options;
    enum outcome outcome = OUTCOME_WELL;
    (void)judging_take_calendar(&request->judging, request->reg, request->path); /* what is not known is said */
    if (action->changes) {
        if (!changing_begin_with(&request->changing, options, request->path, request->reg, changing_day(options),
                                 &outcome))
            return outcome;
        request->reg = request->changing.reg; /* the first is held by the change */
    }
    if (action->needs_issue) {
        request->issue = pdoc_register_find_issue(request->reg, options->operands[1]);
        if (!request->issue) {
            say("no practice issue of %s has the id or case reference \"%s\"", request->path, options->operands[1]);
            return OUTCOME_NO;
        }
    }
    return action->run(request);
}

enum outcome run_escalation(const struct options *options)
{
    enum outcome outcome = OUTCOME_WELL;
    const struct action *action = action_of(options);
    if (!action)
        return say_usage();
    if (options->given & ~(action->options | OPTIONS_ALWAYS)) {
        say("%s takes fewer options; see policydoc escalation --help", action->verb ? action->verb : "this");
        return OUTCOME_USAGE;
    }
    struct request request = {.options = options, .path = options->operands[0]};
    const size_t taken = action->verb ? action->at + 1 : action->at;
    request.words = options->operands + taken;
    request.word_count = options->operand_count - taken;
    if (!judging_prepare(options, &request.judging, &outcome))
        return outcome;
    pdoc_register *reg = read_register(action, request.path, &outcome);
    request.reg = reg;
    if (reg)
        outcome = act(action, &request);
    changing_end(&request.changing);
    pdoc_register_unref(reg);
    judging_release(&request.judging);
    return outcome;
}
