/* SPDX-License-Identifier: MIT */
/* Classification measured: how fast against memchr over the same bytes, and how often right on titles that people have
   labelled. Usage: policydoc_bench_classify TITLES.tsv PROSE... (titles that are not there are left out with a word).
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "measure.h"
#include "policydoc/policydoc.h"

#define RUNS       9
#define BYTES      ((size_t)8 << 20)
#define MOST_TYPES 32
#define MOST_LINE  8192

static void *or_stop(void *result, pdoc_error *error)
{
    if (result)
        return result;
    fprintf(stderr, "bench: %s\n", error ? pdoc_error_message(error) : "out of memory");
    exit(1);
}

/* ---- speed ---- */

struct prose {
    char *data;
    size_t size;
    const pdoc_classifier *classifier;
    size_t count; /* of what was found, so that no work is left out */
};

/* The files one behind the other, again and again. */
static struct prose read_prose(char **paths, int count)
{
    struct prose prose = {.data = or_stop(malloc(BYTES + 1), NULL)};
    for (int i = 0; prose.size < BYTES; i = (i + 1) % count) {
        FILE *file = or_stop(fopen(paths[i], "rb"), NULL);
        const size_t size = fread(prose.data + prose.size, 1, BYTES - prose.size, file);
        fclose(file);
        if (size == 0) {
            fprintf(stderr, "bench: %s is empty\n", paths[i]);
            exit(1);
        }
        prose.size += size;
    }
    return prose;
}

static void classify(void *context)
{
    struct prose *prose = context;
    pdoc_error *error = NULL;
    const pdoc_classify_input input = {.size = sizeof input, .text = prose->data, .text_size = prose->size};
    pdoc_classification *found = or_stop(pdoc_classifier_classify(prose->classifier, &input, &error), error);
    prose->count += pdoc_classification_count(found);
    pdoc_classification_unref(found);
}

/* A byte that is not there: memchr goes over all of them. */
static void look_for_byte(void *context)
{
    struct prose *prose = context;
    prose->count += memchr(prose->data, '\001', prose->size) != NULL;
}

static void measure(const pdoc_classifier *classifier, char **paths, int count)
{
    struct prose prose = read_prose(paths, count);
    prose.classifier = classifier;
    const double ours = bench_best(classify, &prose, RUNS);
    const double theirs = bench_best(look_for_byte, &prose, RUNS);
    const double megabytes = (double)prose.size / 1e6;
    printf("%-58s %8.0f MB/s\n", "classification, all cues of the general profile", megabytes / ours);
    printf("%-58s %8.0f MB/s\n", "memchr over the same bytes", megabytes / theirs);
    printf("%-58s %8.1f\n", "classification / memchr, time", ours / theirs);
    free(prose.data);
}

/* ---- quality ---- */

/* Labels of the data that the general profile files under another code. */
static const struct {
    const char *label;
    const char *code;
} same[] = {
    {"practice-guidance", "guidance"},
    {"mou", "agreement"},
    {"combined", "policy"}, /* its alias "Policies, procedures and guidance notes" */
};

static const char *code_of(const char *label)
{
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        if (strcmp(same[i].label, label) == 0)
            return same[i].code;
    return label;
}

struct table {
    char names[MOST_TYPES][40];
    size_t count;
    unsigned cells[MOST_TYPES][MOST_TYPES]; /* labelled, found */
    unsigned right;
    unsigned among; /* it is the first or an alternative */
    unsigned all;
};

static size_t number_of(struct table *table, const char *name)
{
    size_t i = 0;
    while (i < table->count && strcmp(table->names[i], name) != 0)
        i++;
    if (i == table->count && i < MOST_TYPES - 1)
        snprintf(table->names[table->count++], sizeof table->names[0], "%s", name);
    return i;
}

static void take(struct table *table, const pdoc_classifier *classifier, const char *title, const char *text,
                 const char *label)
{
    pdoc_error *error = NULL;
    const pdoc_classify_input input = {
        .size = sizeof input, .title = title, .text = text, .text_size = text ? strlen(text) : 0};
    pdoc_classification *found = or_stop(pdoc_classifier_classify(classifier, &input, &error), error);
    const bool is_none = pdoc_classification_confidence(found) == PDOC_CONFIDENCE_NONE;
    const char *first = is_none ? "none" : pdoc_classification_type(found, 0);
    const char *expected = code_of(label);
    const bool is_right = strcmp(first, expected) == 0;
    bool is_among = is_right;
    for (size_t i = 1; i < pdoc_classification_count(found); i++)
        is_among |=
            pdoc_classification_is_alternative(found, i) && strcmp(pdoc_classification_type(found, i), expected) == 0;
    table->cells[number_of(table, expected)][number_of(table, first)]++;
    table->right += is_right;
    table->among += is_among;
    table->all++;
    if (!is_right)
        printf("  %s labelled %s, found %s: %s\n", text ? "with sentences" : "title alone", label, first, title);
    pdoc_classification_unref(found);
}

static void print_table(const struct table *table, const char *what)
{
    printf("\n%s: %u of %u right (%.0f%%), %u right or among the alternatives\n", what, table->right, table->all,
           table->all ? 100.0 * table->right / table->all : 0.0, table->among);
    printf("%-20s", "labelled \\ found");
    for (size_t i = 0; i < table->count; i++)
        printf(" %8.8s", table->names[i]);
    for (size_t i = 0; i < table->count; i++) {
        printf("\n%-20s", table->names[i]);
        for (size_t j = 0; j < table->count; j++)
            table->cells[i][j] ? printf(" %8u", table->cells[i][j]) : printf(" %8s", ".");
    }
    printf("\n");
}

/* Column of a line of tab-separated values, from 0; the line is cut up. */
static char *column(char *line, int index)
{
    for (; index > 0 && line; index--) {
        line = strchr(line, '\t');
        line = line ? line + 1 : NULL;
    }
    return line;
}

static void judge_titles(const pdoc_classifier *classifier, const char *path)
{
    enum { TITLE = 2, LABEL = 4, SENTENCES = 8 };
    static struct table alone;
    static struct table with_sentences;
    char line[MOST_LINE];
    FILE *file = fopen(path, "rb");
    if (!file) {
        printf("quality: left out, since the labelled titles are not there (%s)\n", path);
        return;
    }
    printf("\n");
    while (fgets(line, sizeof line, file)) {
        char *title = column(line, TITLE);
        char *label = column(line, LABEL);
        char *sentences = column(line, SENTENCES);
        if (!sentences || strncmp(line, "id\t", 3) == 0)
            continue;
        for (char *at = line; *at; at++)
            if (*at == '\t' || *at == '\n')
                *at = '\0';
        take(&alone, classifier, title, NULL, label);
        take(&with_sentences, classifier, title, sentences, label);
    }
    fclose(file);
    print_table(&alone, "title alone");
    print_table(&with_sentences, "title and key sentences");
}

int main(int argc, char **argv)
{
    pdoc_error *error = NULL;
    if (argc < 3) {
        fprintf(stderr, "usage: policydoc_bench_classify TITLES.tsv PROSE...\n");
        return 2;
    }
    pdoc_profile_set *profiles = or_stop(pdoc_profile_set_shipped(&error), error);
    pdoc_classifier *classifier =
        or_stop(pdoc_classifier_new(pdoc_profile_set_find(profiles, "general"), profiles, &error), error);
    measure(classifier, argv + 2, argc - 2);
    judge_titles(classifier, argv[1]);
    pdoc_classifier_unref(classifier);
    pdoc_profile_set_unref(profiles);
    return 0;
}
