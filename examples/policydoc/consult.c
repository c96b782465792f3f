/* SPDX-License-Identifier: MIT */
/* policydoc consult: a draft sent to consultees, their replies, the end of it; and who has not replied yet. */
#include "changing.h"

#include <string.h>

static const struct word {
    const char *name;
    const char *kind;  /* of the event that it records */
    bool is_on_thread; /* it belongs to a consultation that is open */
} words[] = {
    {"open", "consultation-opened", false},
    {"sent", "consultation-opened", true},
    {"reply", "responded", true},
    {"close", "consultation-closed", true},
};
#define WORD_COUNT (sizeof words / sizeof *words)

static const char *word_at(const void *list, size_t index)
{
    (void)list;
    return words[index].name;
}

static const struct word *word_named(const char *name)
{
    for (size_t i = 0; i < WORD_COUNT; i++)
        if (strcmp(words[i].name, name) == 0)
            return &words[i];
    const char *meant = nearest(name, word_at, NULL, WORD_COUNT);
    if (meant)
        say("consult knows no \"%s\"; did you mean %s?", name, meant);
    else
        say("consult knows no \"%s\"; there are open, sent, reply and close", name);
    return NULL;
}

static bool names_thread(const struct options *options)
{
    for (size_t i = 0; i < options->attribute_count; i++)
        if (options->attributes[i].name_size == 6 && strncmp(options->attributes[i].name, "thread", 6) == 0)
            return true;
    return false;
}

/* The consultation that was opened last and is open still. */
static enum outcome join_thread(const struct changing *changing, const pdoc_document *doc, pdoc_event *event)
{
    pdoc_error *error = NULL;
    enum outcome outcome = OUTCOME_NO;
    const pdoc_document *before = pdoc_register_find_document(changing->before, pdoc_document_id(doc));
    pdoc_consultations *all = pdoc_document_consultations(before, &changing->judging.basis, &error);
    if (!all)
        return fail_asking(error);
    for (size_t i = pdoc_consultations_count(all); outcome == OUTCOME_NO && i-- > 0;)
        if (pdoc_consultations_is_open(all, i))
            outcome = pdoc_event_complete(event, "thread", pdoc_consultations_thread(all, i), &error) == PDOC_OK
                          ? OUTCOME_WELL
                          : fail_asking(error);
    if (outcome == OUTCOME_NO)
        say("no consultation of %s is open; \"consult FILE REF open\" opens one, --thread EVENT names another",
            pdoc_document_id(doc));
    pdoc_consultations_unref(all);
    return outcome;
}

static enum outcome record(const struct options *options)
{
    enum outcome outcome = OUTCOME_WELL;
    struct changing changing;
    pdoc_event *event = NULL;
    const struct word *word = word_named(options->operands[2]);
    const pdoc_date day = pdoc_date_last(options->given & OPTION_RECORDED ? options->recorded : today());
    if (!word || !changing_begin(&changing, options, options->operands[0], "consult", day, &outcome))
        return word ? outcome : OUTCOME_USAGE;
    pdoc_document *doc = find_document(changing.reg, changing.path, options->operands[1]);
    outcome = doc ? record_event(&changing, doc, word->kind, &event) : OUTCOME_NO;
    if (outcome == OUTCOME_WELL && word->is_on_thread && !names_thread(options))
        outcome = join_thread(&changing, doc, event);
    if (outcome == OUTCOME_WELL)
        outcome = changing_finish(&changing, NULL);
    changing_end(&changing);
    return outcome;
}

enum outcome run_consult(const struct options *options)
{
    const bool is_list = (options->given & OPTION_OUTSTANDING) != 0;
    struct options listed = *options;
    const uint64_t idle = options->given & (is_list ? OPTIONS_KEEPING | OPTION_RECORDED | OPTION_BY : OPTIONS_PRINT);
    if (idle) {
        options_say_not_taken(is_list ? "consult --outstanding" : "consult with a word", idle, "consult");
        return OUTCOME_USAGE;
    }
    if (is_list && options->operand_count <= 2) {
        listed.publish.state = "outstanding";
        return run_consultation(&listed);
    }
    if (!is_list && options->operand_count == 3)
        return record(options);
    say("usage: policydoc consult FILE REF open|sent|reply|close, or policydoc consult FILE [REF] --outstanding; see "
        "policydoc consult --help");
    return OUTCOME_USAGE;
}
