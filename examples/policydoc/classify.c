/* SPDX-License-Identifier: MIT */
/* policydoc classify: which type of document a text is, by its words or by answers; or a document of a register. */
#include "command.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define GENERAL       "general" /* profile of texts for which none is given */
#define LONGEST_TITLE 200

/* A text that was read, with a NUL behind it. */
struct text {
    char *data;
    size_t size;
};

static enum outcome fail_text(const char *path, const char *reason)
{
    say("cannot read %s: %s", strcmp(path, "-") == 0 ? "standard input" : path, reason);
    return OUTCOME_UNREADABLE;
}

/* One byte more than the limit is asked for, so that a text that is too long shows. */
static enum outcome read_stream(FILE *stream, const char *path, struct text *out)
{
    out->data = malloc((size_t)PDOC_CLASSIFY_LIMIT + 2);
    if (!out->data)
        return fail_text(path, strerror(ENOMEM));
    errno = 0;
    out->size = fread(out->data, 1, (size_t)PDOC_CLASSIFY_LIMIT + 1, stream);
    out->data[out->size] = '\0';
    if (ferror(stream))
        return fail_text(path, strerror(errno ? errno : EIO));
    if (out->size > PDOC_CLASSIFY_LIMIT)
        return fail_text(path, "it has more than 16 MiB; classify the part that says what the document is");
    return OUTCOME_WELL;
}

/* What is no plain text, by how it begins. */
static enum outcome check_kind(const struct text *text, const char *path)
{
    static const struct {
        const char *start;
        const char *what;
    } kinds[] = {
        {"%PDF-", "is a PDF file; give its text, as pdftotext writes it"},
        {"PK\003\004", "is a ZIP archive, as word processors write; give its text"},
        {"\037\213", "is compressed; give its text"},
        {"<?xml", "is XML; to classify a document of a register, give its REF, too"},
        {"<register", "is a register; to classify one of its documents, give its REF, too"},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (strncmp(text->data, kinds[i].start, strlen(kinds[i].start)) != 0)
            continue;
        say("%s %s", path, kinds[i].what);
        return OUTCOME_NOT_OURS;
    }
    return OUTCOME_WELL;
}

static enum outcome read_text(const char *path, struct text *out)
{
    const bool is_input = strcmp(path, "-") == 0;
    FILE *stream = is_input ? stdin : fopen(path, "rb");
    if (!stream)
        return fail_text(path, strerror(errno));
    const enum outcome outcome = read_stream(stream, path, out);
    if (!is_input)
        fclose(stream);
    return outcome == OUTCOME_WELL ? check_kind(out, path) : outcome;
}

/* The first line that is not empty. */
static struct text first_line(const struct text *text)
{
    char *line = text->data + strspn(text->data, " \t\r\n\f");
    size_t size = strcspn(line, "\r\n");
    while (size > 0 && (line[size - 1] == ' ' || line[size - 1] == '\t'))
        size--;
    return (struct text){line, size};
}

/* A short line that does not end as a sentence does. */
static bool is_title(const struct text *line)
{
    return line->size > 0 && line->size <= LONGEST_TITLE && !strchr(".,;", line->data[line->size - 1]);
}

/* The title that was given, else the first line of the text; a copy, or NULL. Where that line is the title it is no
   part of the text: it becomes blank there, so that all lines and bytes behind it keep their places. */
static char *take_title(const struct options *options, const struct text *text)
{
    const struct text line = text->data ? first_line(text) : (struct text){NULL, 0};
    const char *given = options->title;
    const bool is_first_line =
        given ? line.size == strlen(given) && strncmp(line.data, given, line.size) == 0 : line.data && is_title(&line);
    char *title = given ? strdup(given) : is_first_line ? strndup(line.data, line.size) : NULL;
    if (is_first_line && line.size > 0)
        memset(line.data, ' ', line.size);
    return title;
}

static enum outcome print(const struct options *options, pdoc_classification *found, pdoc_error *error)
{
    const pdoc_publish_options publish = publishing(options);
    if (!found)
        return fail_asking(error);
    pdoc_text *text = pdoc_classification_publish(found, &publish, &error);
    pdoc_classification_unref(found);
    return print_text(options, text, error);
}

static enum outcome classify_text(const struct options *options, const pdoc_classifier *classifier)
{
    enum outcome outcome = OUTCOME_WELL;
    struct text text = {NULL, 0};
    if (options->operand_count > 0)
        outcome = read_text(options->operands[0], &text);
    if (outcome == OUTCOME_WELL) {
        pdoc_error *error = NULL;
        char *title = take_title(options, &text);
        const pdoc_classify_input input = {.size = sizeof input,
                                           .title = title,
                                           .text = text.data,
                                           .text_size = text.size,
                                           .answers = options->answer};
        pdoc_classification *found = pdoc_classifier_classify(classifier, &input, &error);
        outcome = print(options, found, error);
        free(title);
    }
    free(text.data);
    return outcome;
}

static enum outcome print_questions(const pdoc_classifier *classifier)
{
    for (size_t i = 0; i < pdoc_classifier_question_count(classifier); i++) {
        const char *clause = pdoc_classifier_question_clause(classifier, i);
        print_line("%-20s %s%s%s%s", pdoc_classifier_question_id(classifier, i),
                   pdoc_classifier_question(classifier, i), clause ? " [" : "", clause ? clause : "",
                   clause ? "]" : "");
    }
    return OUTCOME_WELL;
}

/* By --profile, or the general profile. */
static enum outcome classify_by_profile(const struct options *options, const struct judging *judging)
{
    pdoc_error *error = NULL;
    const pdoc_profile *profile =
        judging->profile ? judging->profile : pdoc_profile_set_find(judging->profiles, GENERAL);
    pdoc_classifier *classifier = pdoc_classifier_new(profile, judging->profiles, &error);
    if (!classifier)
        return fail_asking(error);
    const enum outcome outcome =
        options->given & OPTION_ASK ? print_questions(classifier) : classify_text(options, classifier);
    pdoc_classifier_unref(classifier);
    return outcome;
}

static enum outcome classify_document(const struct options *options, struct judging *judging)
{
    const char *path = options->operands[0];
    enum outcome outcome = OUTCOME_WELL;
    pdoc_register *reg = load_register(path, &outcome);
    const pdoc_document *doc = reg ? find_document(reg, path, options->operands[1]) : NULL;
    if (reg && !doc)
        outcome = OUTCOME_NO;
    else if (doc && judging_fits_document(judging, doc, path, &outcome)) {
        pdoc_error *error = NULL;
        pdoc_classification *found = pdoc_document_classify(doc, &judging->basis, &error);
        const bool is_contradicted = pdoc_classification_is_contradicted(found);
        outcome = print(options, found, error);
        outcome = outcome == OUTCOME_WELL && is_contradicted ? OUTCOME_NO : outcome;
    }
    pdoc_register_unref(reg);
    return outcome;
}

/* What was asked for must be one thing. */
static bool fits(const struct options *options)
{
    const bool of_text = (options->given & (OPTION_TITLE | OPTION_ANSWER | OPTION_ASK)) != 0;
    if (options->operand_count == 2 && of_text) {
        say("--title, --answer and --ask are for a text; the document \"%s\" is classified by what it holds",
            options->operands[1]);
        return false;
    }
    if (options->operand_count > 0 || of_text)
        return true;
    say("there is nothing to classify; give a FILE (- is standard input), --title or --answer, or --ask for the "
        "questions");
    return false;
}

enum outcome run_classify(const struct options *options)
{
    enum outcome outcome = OUTCOME_WELL;
    struct judging judging;
    if (!fits(options))
        return OUTCOME_USAGE;
    if (!judging_prepare(options, &judging, &outcome))
        return outcome;
    outcome =
        options->operand_count == 2 ? classify_document(options, &judging) : classify_by_profile(options, &judging);
    judging_release(&judging);
    return outcome;
}
