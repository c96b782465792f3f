/* SPDX-License-Identifier: MIT */
/* policydoc correct, redact: a mistake in a history put right by later events; a text removed for good. */
#include "changing.h"

#include <string.h>

#define SETTINGS_ROOM 4096 /* bytes of all NAME=VALUE that a --set may come to */

/* --set NAME=VALUE, as the library takes them; false, and said, where they are too long. */
static bool take_settings(const struct options *options, const char **settings, char *room)
{
    size_t used = 0;
    for (size_t i = 0; i < options->attribute_count; i++) {
        const struct attribute *what = &options->attributes[i];
        const int size =
            snprintf(room + used, SETTINGS_ROOM - used, "%.*s=%s", (int)what->name_size, what->name, what->value);
        if (size < 0 || (size_t)size >= SETTINGS_ROOM - used) {
            say("what is set is longer than %d bytes in all", SETTINGS_ROOM);
            return false;
        }
        settings[i] = room + used;
        used += (size_t)size + 1;
    }
    return true;
}

static bool event_is_there(const struct changing *changing, const char *id)
{
    if (pdoc_register_find_event(changing->reg, id))
        return true;
    say("no history of %s holds an event with the id \"%s\"; \"policydoc show\" lists them", changing->path, id);
    return false;
}

static enum outcome correct(const struct changing *changing)
{
    const struct options *options = changing->options;
    const char *settings[ATTRIBUTES_MOST];
    char room[SETTINGS_ROOM];
    pdoc_error *error = NULL;
    if (!event_is_there(changing, options->operands[1]))
        return OUTCOME_NO;
    if (!take_settings(options, settings, room))
        return OUTCOME_USAGE;
    return pdoc_change_correct(changing->change, options->operands[1], settings, options->attribute_count, &error)
               ? OUTCOME_WELL
               : fail_asking(error);
}

enum outcome run_correct(const struct options *options)
{
    enum outcome outcome = OUTCOME_WELL;
    struct changing changing;
    const bool is_void = (options->given & OPTION_VOID) != 0;
    if (is_void == (options->attribute_count > 0)) {
        say("correct needs --set NAME=VALUE, once or more, or --void: it never happened");
        return OUTCOME_USAGE;
    }
    if (!options_have_whole_day("correct", options))
        return OUTCOME_USAGE;
    if (!changing_begin(&changing, options, options->operands[0], "correct", changing_day(options), &outcome))
        return outcome;
    outcome = correct(&changing);
    if (outcome == OUTCOME_WELL)
        outcome = changing_finish(&changing, NULL);
    changing_end(&changing);
    return outcome;
}

/* ---- redact ---- */

static bool records_text(const pdoc_event *event, const char *text)
{
    for (size_t i = 0; i < pdoc_table_count(PDOC_TABLE_EVENT_ATTRIBUTE); i++) {
        const char *other = pdoc_event_attribute(event, pdoc_table_code(PDOC_TABLE_EVENT_ATTRIBUTE, i));
        if (other && strcmp(other, text) == 0)
            return true;
    }
    return false;
}

/* Events that took the place of one another repeat their texts. */
static void say_same_text(const pdoc_document *doc, const char *id, const char *text)
{
    for (size_t i = 0; i < pdoc_document_event_count(doc); i++) {
        const pdoc_event *event = pdoc_document_event(doc, i);
        if (strcmp(pdoc_event_id(event), id) != 0 && records_text(event, text))
            say("warning: %s of document %s records the same text", pdoc_event_id(event), pdoc_document_id(doc));
    }
}

static const char *text_of(const pdoc_event *event, const char *name)
{
    return strcmp(name, "by") == 0 ? pdoc_event_by(event) : pdoc_event_attribute(event, name);
}

static enum outcome redact(const struct changing *changing)
{
    const char *id = changing->options->operands[1];
    const char *name = changing->options->operands[2];
    pdoc_error *error = NULL;
    if (!event_is_there(changing, id))
        return OUTCOME_NO;
    if (!pdoc_change_redact(changing->change, id, name, &error))
        return fail_asking(error);
    const char *text = text_of(pdoc_register_find_event(changing->before, id), name);
    for (size_t i = 0; text && strcmp(name, "by") != 0 && i < pdoc_register_document_count(changing->reg); i++)
        say_same_text(pdoc_register_document(changing->reg, i), id, text);
    return OUTCOME_WELL;
}

enum outcome run_redact(const struct options *options)
{
    enum outcome outcome = OUTCOME_WELL;
    struct changing changing;
    char done[200];
    if (!options_have_whole_day("redact", options))
        return OUTCOME_USAGE;
    if (!changing_begin(&changing, options, options->operands[0], "redact", changing_day(options), &outcome))
        return outcome;
    outcome = redact(&changing);
    /* The differences would show once more what is to be seen no longer. */
    snprintf(done, sizeof done, "%.60s of event %.60s is removed for good; that it was there stays on record",
             options->operands[2], options->operands[1]);
    if (outcome == OUTCOME_WELL)
        outcome = changing_finish(&changing, done);
    changing_end(&changing);
    return outcome;
}
