/* SPDX-License-Identifier: MIT */
/* pdoc_vectors [FOLDER]: asks every test vector of a folder, and says what passed, failed and was skipped. */
#define _XOPEN_SOURCE 700 /* readdir */
#include "vectors.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "json.h"

#ifndef PDOC_SHARED_DEFAULT
#define PDOC_SHARED_DEFAULT ""
#endif

enum { MOST_FILES = 200, MOST_REASONS = 10, PATH_SIZE = 4096 };

/* A further file of vectors needs its question and one row here. */
static const struct {
    const char *name;
    row_question *ask;
} questions[] = {
    {"a_between.csv", ask_between},
    {"a_civil.csv", ask_civil},
    {"a_durations.csv", ask_durations},
    {"a_partial_dates.csv", ask_partial_dates},
    {"a_review_compliance.csv", ask_review_compliance},
    {"a_series.csv", ask_series},
    {"a_xsd_duration_order.csv", ask_xsd_duration_order},
    {"a_xsd_lexical.csv", ask_xsd_lexical},
    {"c_clear_days.csv", ask_clear_days},
    {"c_legal_examples.csv", ask_legal_examples},
    {"c_workday_add.csv", ask_workday_add},
    {"c_workday_between.csv", ask_workday_between},
    {"f_backplan.csv", ask_backplan},
    {"d_advance_roll.csv", ask_advance_roll},
    {"d_day_roll.csv", ask_day_roll},
    {"b_rrule.csv", ask_rrule},
    {"b_rrule_reject.csv", ask_rrule_reject},
    {"b_rrule_reject_disputed.csv", ask_rrule_reject},
    {"b_rrule_skip.csv", ask_rrule_skip},
    {"g_ics_text.csv", ask_ics_text},
};

/* Files whose rows are JSON objects: a list of them, or one a line; in a folder of that name where `file` is given. */
static const struct {
    const char *name;
    const char *file;
    row_question *ask;
} objects[] = {
    {"e_large", "instances.json", ask_portfolio},
    {"e_levelling_small.jsonl", NULL, ask_levelling},
};

/* How many rows were answered how; a file without a question is one that was skipped. */
struct tally {
    size_t of[3];
};

static row_question *question_for(const char *name)
{
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++)
        if (strcmp(questions[i].name, name) == 0)
            return questions[i].ask;
    return NULL;
}

char *content_of(const char *path)
{
    FILE *file = fopen(path, "rb");
    char *text = NULL;
    size_t size = 0, room = 0;
    while (file && !feof(file) && !ferror(file)) {
        if (size + 1 >= room) {
            room = room ? room * 2 : 65536;
            char *larger = realloc(text, room);
            if (!larger)
                break;
            text = larger;
        }
        size += fread(text + size, 1, room - size - 1, file);
    }
    const bool is_whole = file && feof(file) && !ferror(file);
    if (file)
        fclose(file);
    if (is_whole && text) {
        text[size] = '\0';
        return text;
    }
    free(text);
    return NULL;
}

static enum answer answer_of(row_question *ask, struct row *row)
{
    if (row->cell_count != row->head_count) {
        snprintf(row->why, sizeof row->why, "the row has %zu cells, the head line %zu", row->cell_count,
                 row->head_count);
        return FAILED;
    }
    const enum answer answer = ask(row);
    if (!row->lacks_a_cell)
        return answer;
    snprintf(row->why, sizeof row->why, "the file lacks a column that its question needs");
    return FAILED;
}

static void ask_rows(const char *name, char *text, row_question *ask, struct tally *tally)
{
    const char *heads[MOST_CELLS];
    struct row row = {.heads = heads};
    size_t line = 1, count = 0;
    text = next_row(text, heads, &row.head_count, &line);
    while (text) {
        row.line = line;
        row.lacks_a_cell = false;
        text = next_row(text, row.cells, &row.cell_count, &line);
        if (!text)
            break;
        const enum answer answer = answer_of(ask, &row);
        count++;
        tally->of[answer]++;
        if (answer == FAILED && tally->of[FAILED] <= MOST_REASONS)
            printf("  %s, line %zu: %s\n", name, row.line, row.why);
    }
    if (count == 0) {
        printf("  %s: there is no row in it\n", name);
        tally->of[FAILED]++;
    }
}

/* Each object is a row with one cell; where the file lies in a folder of its own, the other cell names it. */
static void ask_objects(const char *name, const char *folder, const char *text, row_question *ask, struct tally *tally)
{
    static const char *const heads[] = {"object", "folder"};
    struct row row = {.heads = heads, .head_count = 2, .cell_count = 2};
    text += strspn(text, "[ \t\r\n");
    for (size_t count = 1; *text == '{'; count++) {
        const char *end = json_skip(text);
        char *object = strndup(text, (size_t)(end - text));
        row.cells[0] = object ? object : "";
        row.cells[1] = folder;
        const enum answer answer = ask(&row);
        free(object);
        tally->of[answer]++;
        if (answer == FAILED && tally->of[FAILED] <= MOST_REASONS)
            printf("  %s, object %zu: %s\n", name, count, row.why);
        text = end + strspn(end, ", \t\r\n");
    }
    if (tally->of[PASSED] + tally->of[FAILED] + tally->of[SKIPPED] > 0)
        return;
    printf("  %s: there is no object in it\n", name);
    tally->of[FAILED]++;
}

static void say_tally(const char *name, const struct tally *tally, struct tally *all)
{
    printf("%s: %zu passed, %zu failed", name, tally->of[PASSED], tally->of[FAILED]);
    if (tally->of[SKIPPED])
        printf(" (%zu rows skipped: outside what the library takes)", tally->of[SKIPPED]);
    printf("\n");
    for (size_t i = 0; i < 3; i++)
        all->of[i] += tally->of[i];
}

/* False: it is no file of objects. */
static bool ask_object_file(const char *folder, const char *name, struct tally *all)
{
    char inner[PATH_SIZE], path[PATH_SIZE + 32];
    for (size_t i = 0; i < sizeof objects / sizeof *objects; i++) {
        struct tally tally = {{0, 0, 0}};
        if (strcmp(objects[i].name, name) != 0)
            continue;
        const char *file = objects[i].file;
        const int length = snprintf(inner, sizeof inner, "%s/%s", folder, name);
        if (length > 0 && length < PATH_SIZE)
            snprintf(path, sizeof path, "%s%s%s", inner, file ? "/" : "", file ? file : "");
        char *text = length > 0 && length < PATH_SIZE ? content_of(path) : NULL;
        if (text) {
            ask_objects(name, inner, text, objects[i].ask, &tally);
        } else {
            printf("  %s: cannot be read\n", name);
            tally.of[FAILED]++;
        }
        free(text);
        say_tally(name, &tally, all);
        return true;
    }
    return false;
}

static void ask_file(const char *folder, const char *name, struct tally *all)
{
    if (ask_object_file(folder, name, all))
        return;
    row_question *ask = question_for(name);
    char path[PATH_SIZE];
    struct tally tally = {{0, 0, 0}};
    char *text = NULL;
    if (!ask) {
        const bool is_disputed = strstr(name, "_disputed.") != NULL;
        printf("%s: skipped (%s)\n", name, is_disputed ? "no test: its sources disagree" : "no test for it yet");
        all->of[SKIPPED]++;
        return;
    }
    const int length = snprintf(path, sizeof path, "%s/%s", folder, name);
    if (length > 0 && length < PATH_SIZE)
        text = content_of(path);
    if (text) {
        ask_rows(name, text, ask, &tally);
    } else {
        printf("  %s: cannot be read\n", name);
        tally.of[FAILED]++;
    }
    free(text);
    say_tally(name, &tally, all);
}

static int by_name(const void *left, const void *right)
{
    return strcmp(left, right);
}

/* Names in a folder, sorted; as many as there is room for, or -1 if it cannot be read. */
static long names_in(const char *folder, char (*names)[256])
{
    DIR *directory = opendir(folder);
    long count = 0;
    if (!directory)
        return -1;
    for (struct dirent *entry; count < MOST_FILES && (entry = readdir(directory)) != NULL;)
        if (entry->d_name[0] != '.')
            snprintf(names[count++], 256, "%s", entry->d_name);
    closedir(directory);
    qsort(names, (size_t)count, sizeof *names, by_name);
    return count;
}

static const char *usual_folder(char *path)
{
    const char *shared = getenv("PDOC_SHARED");
    snprintf(path, PATH_SIZE, "%s/data/scheduling/open", shared ? shared : PDOC_SHARED_DEFAULT);
    return path;
}

int main(int count, char **words)
{
    static char names[MOST_FILES][256];
    char path[PATH_SIZE];
    const char *folder = count > 1 ? words[1] : usual_folder(path);
    if (count > 2) {
        fprintf(stderr, "usage: pdoc_vectors [FOLDER]\n");
        return 2;
    }
    const long files = names_in(folder, names);
    if (files < 0 && count > 1) {
        fprintf(stderr, "pdoc_vectors: %s: no folder that can be read\n", folder);
        return 2;
    }
    if (files < 0) {
        printf("skipped: %s is not there (PDOC_SHARED names the folder that holds data/)\n", folder);
        return 0;
    }
    struct tally all = {{0, 0, 0}};
    for (long i = 0; i < files; i++)
        ask_file(folder, names[i], &all);
    printf("%zu passed, %zu failed, %zu skipped\n", all.of[PASSED], all.of[FAILED], all.of[SKIPPED]);
    return all.of[FAILED] ? 1 : 0;
}
