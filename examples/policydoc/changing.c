/* SPDX-License-Identifier: MIT */
/* One change of a register from its file and back: shown, refused or saved as one revision. Decides nothing itself. */
#include "changing.h"

#include <string.h>

pdoc_date changing_day(const struct options *options)
{
    return pdoc_date_last(options->given & OPTION_ON ? options->on : today());
}

bool changing_begin_with(struct changing *changing, const struct options *options, const char *path, pdoc_register *reg,
                         pdoc_date day, enum outcome *outcome)
{
    pdoc_error *error = NULL;
    struct options judged = *options;
    *changing = (struct changing){.options = options, .path = path};
    judged.on = day;
    judged.given |= OPTION_ON;
    if (!judging_prepare(&judged, &changing->judging, outcome))
        return false;
    judging_take_calendar(&changing->judging, reg, path);
    const pdoc_keeping keeping = {.size = sizeof keeping,
                                  .basis = &changing->judging.basis,
                                  .recorder = options->recorder,
                                  .reason = options->reason,
                                  .override_because = options->override_because};
    changing->before = pdoc_register_ref(reg);
    changing->change = pdoc_change_begin(reg, &keeping, &error);
    if (!changing->change) {
        *outcome = fail_asking(error);
        changing_end(changing);
        return false;
    }
    changing->reg = pdoc_change_register(changing->change);
    return true;
}

/* Registers that are changed are read whole from their file, so that the save notices what others did meanwhile. */
bool changing_begin(struct changing *changing, const struct options *options, const char *path, const char *what,
                    pdoc_date day, enum outcome *outcome)
{
    pdoc_error *error = NULL;
    *changing = (struct changing){0};
    if (strcmp(path, "-") == 0) {
        say("%s needs a file that it can be saved to", what);
        *outcome = OUTCOME_USAGE;
        return false;
    }
    pdoc_register *reg = pdoc_register_read_file(path, NULL, &error);
    if (!reg) {
        *outcome = fail_loading(error, path);
        return false;
    }
    const bool done = changing_begin_with(changing, options, path, reg, day, outcome);
    pdoc_register_unref(reg);
    return done;
}

bool read_assignment(const char *text, struct assignment *out)
{
    const size_t size = strcspn(text, "=");
    if (size == 0 || text[size] != '=' || size >= sizeof out->name) {
        say("\"%s\" is not of the form NAME=VALUE, such as author=\"Head of Service\"", text);
        return false;
    }
    memcpy(out->name, text, size);
    out->name[size] = '\0';
    out->value = text[size + 1] ? text + size + 1 : NULL;
    return true;
}

/* ---- shown ---- */

static const char *name_of(const char *reference, const char *id)
{
    return reference ? reference : id ? id : "The register";
}

static void print_differences(const pdoc_differences *differences)
{
    const char *last = NULL;
    for (size_t i = 0; i < pdoc_differences_count(differences); i++) {
        const char *id = pdoc_differences_document(differences, i);
        const char *title = pdoc_differences_title(differences, i);
        if (i == 0 || (id && last ? strcmp(id, last) != 0 : id != last))
            print_line("%s%s%s", name_of(pdoc_differences_reference(differences, i), id), title ? "  " : "",
                       title ? title : "");
        print_line("  %s", pdoc_differences_words(differences, i));
        last = id;
    }
}

/* "In date, due 2027-01-15" */
#define STAND_SIZE 120
static const char *stand(pdoc_phase phase, pdoc_review_state state, pdoc_date due, char *buffer)
{
    char day[PDOC_DATE_TEXT];
    const bool is_due = pdoc_date_is_recorded(due);
    const char *words = pdoc_table_label(PDOC_TABLE_REVIEW_STATE, (size_t)state);
    snprintf(buffer, STAND_SIZE, "%s; review: %s%s%s", pdoc_table_label(PDOC_TABLE_PHASE, (size_t)phase), words,
             is_due ? ", due " : "", is_due ? pdoc_date_format(due, day) : "");
    return buffer;
}

static void print_stands(const pdoc_change *change, bool only_changed)
{
    for (size_t i = 0; i < pdoc_change_document_count(change); i++) {
        char before[STAND_SIZE];
        char after[STAND_SIZE];
        const char *name = name_of(pdoc_change_document_reference(change, i), pdoc_change_document_id(change, i));
        stand(pdoc_change_phase_before(change, i), pdoc_change_state_before(change, i),
              pdoc_change_due_before(change, i), before);
        stand(pdoc_change_phase_after(change, i), pdoc_change_state_after(change, i), pdoc_change_due_after(change, i),
              after);
        const bool is_same = strcmp(before, after) == 0;
        if (is_same && !only_changed)
            print_line("%s stays: %s", name, after);
        else if (!is_same)
            print_line("%s before: %s\n%s after:  %s", name, before, name, after);
    }
}

static void say_objections(const pdoc_change *change, pdoc_objection kind, const char *lead)
{
    for (size_t i = 0; i < pdoc_change_objection_count(change, kind); i++) {
        const char *clause = pdoc_change_objection_clause(change, kind, i);
        const char *remedy = pdoc_change_objection_remedy(change, kind, i);
        const char *id = pdoc_change_objection_document(change, kind, i);
        const pdoc_document *doc = id ? pdoc_register_find_document(pdoc_change_register(change), id) : NULL;
        say("%s: %s: %s%s%s: %s", lead, name_of(doc ? pdoc_document_reference(doc, 0) : NULL, id),
            pdoc_change_objection_rule(change, kind, i), clause ? ", " : "", clause ? clause : "",
            pdoc_change_objection_message(change, kind, i));
        if (remedy)
            say("  remedy: %s", remedy);
    }
}

static void print_makers(const struct changing *changing)
{
    const struct options *options = changing->options;
    if (options->recorder || options->reason)
        print_line("Recorded%s%s%s%s", options->recorder ? " by " : "", options->recorder ? options->recorder : "",
                   options->reason ? ", because: " : "", options->reason ? options->reason : "");
    if (options->override_because && pdoc_change_objection_count(changing->change, PDOC_OBJECTION_REFUSAL) > 0)
        print_line("Overridden, because: %s", options->override_because);
}

static void show(const struct changing *changing, const char *done)
{
    if (done)
        print_line("%s", done);
    else
        print_differences(pdoc_change_differences(changing->change));
    print_stands(changing->change, done != NULL);
    if (!done)
        print_makers(changing);
}

/* ---- saved ---- */

static enum outcome save(struct changing *changing)
{
    pdoc_error *error = NULL;
    pdoc_register *made = pdoc_change_finish(changing->change, &error);
    enum outcome outcome = OUTCOME_WELL;
    if (!made)
        return fail_asking(error);
    if (pdoc_register_write_file(made, changing->path, NULL, &error) != PDOC_OK)
        outcome = fail_asking(error);
    pdoc_register_unref(made);
    return outcome;
}

static bool is_dry(const struct changing *changing)
{
    return (changing->options->given & OPTION_DRY_RUN) != 0;
}

/* Says what the profile says to it, and saves it where that may be. *is_kept: it was saved, or would be. */
static enum outcome keep(struct changing *changing, bool *is_kept)
{
    pdoc_error *error = NULL;
    *is_kept = false;
    if (pdoc_change_examine(changing->change, &error) != PDOC_OK)
        return fail_asking(error);
    const size_t refusals = pdoc_change_objection_count(changing->change, PDOC_OBJECTION_REFUSAL);
    const bool can_override = pdoc_change_can_override(changing->change);
    const bool is_overridden = changing->options->override_because && can_override;
    const size_t warnings = pdoc_change_objection_count(changing->change, PDOC_OBJECTION_WARNING);
    if (!changing->counts_warnings)
        say_objections(changing->change, PDOC_OBJECTION_WARNING, "warning");
    else if (warnings > 0)
        say("%zu warning%s; policydoc audit %s lists what is not met", warnings, warnings == 1 ? "" : "s",
            changing->path);
    if (!changing->counts_warnings)
        say_objections(changing->change, PDOC_OBJECTION_NEXT, "to be done next");
    say_objections(changing->change, PDOC_OBJECTION_REFUSAL, is_overridden ? "overridden" : "refused");
    if (pdoc_differences_count(pdoc_change_differences(changing->change)) == 0) {
        say("nothing would be different; nothing is written");
        return OUTCOME_WELL;
    }
    if (refusals > 0 && !is_overridden) {
        say(can_override ? "nothing is written; --override REASON records it all the same, with the reason"
                         : "nothing is written, for whatever reason: it may tell of a child");
        return OUTCOME_NO;
    }
    const enum outcome outcome = is_dry(changing) ? OUTCOME_WELL : save(changing);
    *is_kept = outcome == OUTCOME_WELL;
    return outcome;
}

enum outcome changing_finish(struct changing *changing, const char *done)
{
    bool is_kept;
    const enum outcome outcome = keep(changing, &is_kept);
    if (is_kept || (outcome == OUTCOME_NO && !done))
        show(changing, done);
    if (is_kept && is_dry(changing))
        print_line("Nothing is written: --dry-run");
    return outcome;
}

enum outcome changing_finish_quietly(struct changing *changing)
{
    bool is_kept;
    return keep(changing, &is_kept);
}

void changing_end(struct changing *changing)
{
    pdoc_change_free(changing->change);
    pdoc_register_unref(changing->before);
    judging_release(&changing->judging);
    *changing = (struct changing){0};
}
