/* SPDX-License-Identifier: MIT */
/* policydoc import: a spreadsheet becomes a register, or brings one up to date; what is not understood is listed. */
#include "changing.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define LARGEST ((size_t)64 << 20) /* the library reads no more; one byte more is asked for, so that it says so */

struct bytes {
    char *data; /* with a NUL behind it */
    size_t size;
};

/* ---- files ---- */

static enum outcome fail_file(const char *path, int reason)
{
    say("cannot read %s: %s", strcmp(path, "-") == 0 ? "standard input" : path, strerror(reason ? reason : EIO));
    return OUTCOME_UNREADABLE;
}

static enum outcome read_stream(FILE *stream, const char *path, struct bytes *out)
{
    size_t room = 1 << 16;
    out->data = malloc(room);
    errno = out->data ? 0 : ENOMEM;
    while (out->data && out->size <= LARGEST) {
        out->size += fread(out->data + out->size, 1, room - out->size - 1, stream);
        out->data[out->size] = '\0';
        if (ferror(stream))
            return fail_file(path, errno);
        if (out->size < room - 1)
            return OUTCOME_WELL;
        char *more = realloc(out->data, room * 2);
        if (!more)
            return fail_file(path, ENOMEM);
        out->data = more;
        room *= 2;
    }
    return out->data ? OUTCOME_WELL : fail_file(path, ENOMEM);
}

static enum outcome read_whole(const char *path, struct bytes *out)
{
    const bool is_input = strcmp(path, "-") == 0;
    FILE *stream = is_input ? stdin : fopen(path, "rb");
    if (!stream)
        return fail_file(path, errno);
    const enum outcome outcome = read_stream(stream, path, out);
    if (!is_input)
        fclose(stream);
    return outcome;
}

static bool are_same(const char *left, const char *right)
{
    struct stat one, other;
    if (!left || !right)
        return false;
    return strcmp(left, right) == 0 || (stat(left, &one) == 0 && stat(right, &other) == 0 &&
                                        one.st_dev == other.st_dev && one.st_ino == other.st_ino);
}

/* ---- what was asked for ---- */

static const char *target_of(const struct options *options)
{
    return options->update ? options->update : options->output;
}

static bool names_are_different(const struct options *options)
{
    const char *read[] = {options->operands[0], options->map, options->profile, target_of(options)};
    for (size_t i = 0; i < sizeof read / sizeof *read; i++) {
        if (!are_same(options->problems, read[i]))
            continue;
        say("--problems %s is another of the files that are named; give it a name of its own", options->problems);
        return false;
    }
    if (are_same(options->map, target_of(options)) || are_same(options->operands[0], options->update)) {
        say("%s is named twice; the register needs a name of its own", target_of(options));
        return false;
    }
    return true;
}

static bool options_fit(const struct options *options)
{
    struct stat status;
    if (!options->problems || !target_of(options) || (options->update && options->output)) {
        say("import needs --problems OUT.csv for what is not understood, and either -o REG.xml for a new register or "
            "--update REG.xml; see policydoc import --help");
        return false;
    }
    if (strcmp(target_of(options), "-") == 0 || strcmp(options->problems, "-") == 0) {
        say("import needs files that it can save to, not standard output");
        return false;
    }
    if (!options->update && stat(options->output, &status) == 0) {
        say("%s is there already; --update %s brings a register up to date, or give a new name", options->output,
            options->output);
        return false;
    }
    return names_are_different(options) && options_have_whole_day("import", options);
}

/* ---- the sheet ---- */

/* That of --profile, else the one that the register follows now. */
static const pdoc_profile *profile_for(const struct changing *changing)
{
    const size_t count = pdoc_register_profile_count(changing->reg);
    if (changing->judging.profile || count == 0)
        return changing->judging.profile;
    return pdoc_profile_set_find(changing->judging.profiles, pdoc_register_profile_ref(changing->reg, count - 1));
}

static pdoc_sheet *read_sheet(const struct changing *changing, const struct bytes *sheet, const struct bytes *map,
                              enum outcome *outcome)
{
    pdoc_error *error = NULL;
    const char *path = changing->options->operands[0];
    const pdoc_sheet_options options = {.size = sizeof options,
                                        .profile = profile_for(changing),
                                        .parties = changing->reg,
                                        .map = map->data,
                                        .map_name = changing->options->map};
    pdoc_sheet *read =
        pdoc_sheet_read(sheet->data, sheet->size, strcmp(path, "-") == 0 ? "standard input" : path, &options, &error);
    if (!read)
        *outcome = fail_reading(error);
    else if (!pdoc_sheet_encoding_is_certain(read))
        say("%s is no UTF-8; it is read as %s, which cannot be told for certain: look at letters such as %s", path,
            pdoc_sheet_encoding(read), "\xC2\xA3 and \xC3\xA9");
    return read;
}

static void say_columns(const pdoc_sheet *sheet)
{
    for (size_t i = 0; i < pdoc_sheet_column_count(sheet); i++) {
        const char *field = pdoc_sheet_column_field(sheet, i);
        print_line("  column %zu, \"%s\": %s", i + 1, pdoc_sheet_column_label(sheet, i),
                   field ? field : "no field, kept as printed");
    }
}

static enum outcome apply(const struct changing *changing, pdoc_sheet *sheet)
{
    pdoc_error *error = NULL;
    pdoc_status status = PDOC_OK;
    if (changing->options->update)
        status = pdoc_sheet_update(sheet, changing->reg, &error);
    else
        status = pdoc_sheet_add(sheet, changing->reg, &error);
    if (status == PDOC_OK && !changing->options->update && changing->judging.profile)
        status = pdoc_register_add_profile(changing->reg, pdoc_profile_id(changing->judging.profile),
                                           (pdoc_date){0, 0, 0}, (pdoc_date){0, 0, 0}, &error);
    return status == PDOC_OK ? OUTCOME_WELL : fail_asking(error);
}

static enum outcome write_problems(const struct options *options, const pdoc_sheet *sheet)
{
    pdoc_error *error = NULL;
    const pdoc_publish_options publish = {.size = sizeof publish, .format = PDOC_FORMAT_CSV};
    pdoc_text *text = pdoc_sheet_publish(sheet, &publish, &error);
    if (!text)
        return fail_asking(error);
    const enum outcome outcome = save_text(options->problems, text);
    pdoc_text_free(text);
    return outcome;
}

/* How the new documents stand, counted: one by one they are for audit and due. */
static void print_states(const pdoc_change *change)
{
    for (size_t state = 0; state < pdoc_table_count(PDOC_TABLE_REVIEW_STATE); state++) {
        size_t count = 0;
        for (size_t i = 0; i < pdoc_change_document_count(change); i++)
            count += (size_t)pdoc_change_state_after(change, i) == state;
        if (count > 0)
            print_line("  %zu: review: %s", count, pdoc_table_label(PDOC_TABLE_REVIEW_STATE, state));
    }
}

static enum outcome finish_new(struct changing *changing, size_t documents)
{
    changing->counts_warnings = true;
    const enum outcome outcome = changing_finish_quietly(changing);
    if (outcome != OUTCOME_WELL)
        return outcome;
    const bool is_dry = (changing->options->given & OPTION_DRY_RUN) != 0;
    print_line("%zu document%s in %s%s", documents, documents == 1 ? "" : "s", changing->path,
               is_dry ? ", which is not written: --dry-run" : "");
    print_states(changing->change);
    return outcome;
}

static enum outcome import(struct changing *changing, pdoc_sheet *sheet)
{
    const char delimiter = pdoc_sheet_delimiter(sheet);
    enum outcome outcome = apply(changing, sheet);
    if (outcome == OUTCOME_WELL)
        outcome = write_problems(changing->options, sheet);
    if (outcome != OUTCOME_WELL)
        return outcome;
    print_line("Read as %s, with %s between the cells", pdoc_sheet_encoding(sheet),
               delimiter == '\t'  ? "tabs"
               : delimiter == ';' ? "semicolons"
                                  : "commas");
    say_columns(sheet);
    if (changing->options->update)
        outcome = changing_finish(changing, NULL);
    else
        outcome = finish_new(changing, pdoc_register_document_count(pdoc_sheet_register(sheet)));
    print_line("%zu problem%s listed in %s", pdoc_sheet_problem_count(sheet),
               pdoc_sheet_problem_count(sheet) == 1 ? "" : "s", changing->options->problems);
    return outcome;
}

/* A new register begins as an empty one, so that the first import is a change like any other. */
static bool begin(struct changing *changing, const struct options *options, enum outcome *outcome)
{
    pdoc_error *error = NULL;
    if (options->update)
        return changing_begin(changing, options, options->update, "import", changing_day(options), outcome);
    pdoc_register *reg = pdoc_register_new(&error);
    if (!reg) {
        *outcome = fail_asking(error);
        return false;
    }
    const bool done = changing_begin_with(changing, options, options->output, reg, changing_day(options), outcome);
    pdoc_register_unref(reg);
    return done;
}

enum outcome run_import(const struct options *options)
{
    struct changing changing;
    struct bytes sheet = {.data = NULL};
    struct bytes map = {.data = NULL};
    enum outcome outcome = options_fit(options) ? read_whole(options->operands[0], &sheet) : OUTCOME_USAGE;
    if (outcome == OUTCOME_WELL && options->map)
        outcome = read_whole(options->map, &map);
    if (outcome == OUTCOME_WELL && begin(&changing, options, &outcome)) {
        pdoc_sheet *read = read_sheet(&changing, &sheet, &map, &outcome);
        if (read)
            outcome = import(&changing, read);
        pdoc_sheet_free(read);
        changing_end(&changing);
    }
    free(sheet.data);
    free(map.data);
    return outcome;
}
