/* SPDX-License-Identifier: MIT */
/* policydoc set: cells of front sheets, and what a document says of itself; of one document, or of all that match. */
#include "changing.h"

#include <stdlib.h>
#include <string.h>

/* What a document says of itself. `title=` and the like would be cells of the sheet, too: there they are cell.title. */
static const char *const members[] = {"type", "category", "scope",      "title",
                                      "uri",  "profile",  "visibility", "document.reference"};
#define MEMBER_COUNT (sizeof members / sizeof *members)

/* What a version says of itself, beside its sheet. */
static const char *const of_version[] = {"version.label", "version.visibility", "section.", "content."};
static const char property[] = "property.";
static const char cell[] = "cell.";

static const char *field_at(const void *list, size_t index)
{
    (void)list;
    return index < MEMBER_COUNT ? members[index] : pdoc_table_code(PDOC_TABLE_FIELD, index - MEMBER_COUNT);
}

static const char *cell_name(const char *name)
{
    return strncmp(name, cell, strlen(cell)) == 0 ? name + strlen(cell) : name;
}

static bool is_member(const char *name)
{
    for (size_t i = 0; i < MEMBER_COUNT; i++)
        if (strcmp(members[i], name) == 0)
            return true;
    return strncmp(name, property, strlen(property)) == 0 && name[strlen(property)];
}

/* A name that ends with "." takes what follows it: section.CODE. */
static bool is_of_version(const char *name)
{
    for (size_t i = 0; i < sizeof of_version / sizeof *of_version; i++) {
        const size_t size = strlen(of_version[i]);
        const bool takes_more = of_version[i][size - 1] == '.';
        if (strncmp(name, of_version[i], size) == 0 && takes_more == (name[size] != '\0'))
            return true;
    }
    return false;
}

static bool name_is_known(const char *name)
{
    if (is_member(name) || is_of_version(name) || pdoc_table_find(PDOC_TABLE_FIELD, cell_name(name)) >= 0)
        return true;
    const char *meant = nearest(name, field_at, NULL, MEMBER_COUNT + pdoc_table_count(PDOC_TABLE_FIELD));
    if (meant)
        say("there is no field \"%s\"; did you mean %s?", name, meant);
    else
        say("there is no field \"%s\"; type, category, scope, title, uri, profile, visibility, document.reference, "
            "version.label, version.visibility, section.CODE, content.HREF, property.NAME and the fields of a front "
            "sheet can be set",
            name);
    return false;
}

/* The version of --version, or the last one. NULL: said. */
static struct pdoc_version *version_asked_for(const struct options *options, const pdoc_document *doc)
{
    const size_t count = pdoc_document_version_count(doc);
    const char *text = options->document_version;
    const uint32_t ordinal = text ? (uint32_t)strtoul(text, NULL, 10) : 0;
    struct pdoc_version *version = text        ? pdoc_document_find_version(doc, ordinal)
                                   : count > 0 ? pdoc_document_version(doc, count - 1)
                                               : NULL;
    if (!version)
        say("%s has no version %s with a front sheet", pdoc_document_id(doc), text ? text : "at all");
    return version;
}

static enum outcome set(const struct options *options, pdoc_document *doc, char *const *texts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct assignment what;
        pdoc_error *error = NULL;
        uint32_t version = 0;
        if (!read_assignment(texts[i], &what))
            return OUTCOME_USAGE;
        if (!is_member(what.name)) {
            const struct pdoc_version *sheet = version_asked_for(options, doc);
            if (!sheet)
                return OUTCOME_NO;
            version = pdoc_version_ordinal(sheet);
        }
        if (pdoc_document_assign(doc, version, what.name, what.value, &error) != PDOC_OK)
            return fail_asking(error);
    }
    return OUTCOME_WELL;
}

static enum outcome set_all(const struct changing *changing, char *const *texts, size_t count)
{
    pdoc_error *error = NULL;
    const char *where = changing->options->publish.where;
    enum outcome outcome = OUTCOME_WELL;
    pdoc_selection *selection = pdoc_register_find(changing->reg, &changing->judging.basis, where, NULL, &error);
    if (!selection)
        return fail_expression(error, "where", where);
    for (size_t i = 0; outcome == OUTCOME_WELL && i < pdoc_selection_count(selection); i++)
        outcome = set(changing->options,
                      pdoc_register_document(changing->reg, pdoc_selection_document_index(selection, i)), texts, count);
    if (pdoc_selection_count(selection) == 0) {
        say("no document matches");
        outcome = OUTCOME_NO;
    }
    pdoc_selection_free(selection);
    return outcome;
}

static bool words_are_known(char *const *texts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct assignment what;
        if (!read_assignment(texts[i], &what) || !name_is_known(what.name))
            return false;
    }
    return true;
}

enum outcome run_set(const struct options *options)
{
    enum outcome outcome = OUTCOME_WELL;
    struct changing changing;
    const bool is_bulk = (options->given & OPTION_WHERE) != 0;
    const size_t first = is_bulk ? 1 : 2; /* FILE, or FILE and REF, come before */
    if (options->operand_count <= first) {
        say("usage: policydoc set FILE REF NAME=VALUE..., or policydoc set FILE --where EXPR NAME=VALUE...; see "
            "policydoc "
            "set --help");
        return OUTCOME_USAGE;
    }
    char *const *texts = options->operands + first;
    const size_t count = options->operand_count - first;
    if (!words_are_known(texts, count) || !options_have_whole_day("set", options))
        return OUTCOME_USAGE;
    if (!changing_begin(&changing, options, options->operands[0], "set", changing_day(options), &outcome))
        return outcome;
    if (is_bulk) {
        outcome = set_all(&changing, texts, count);
    } else {
        pdoc_document *doc = find_document(changing.reg, changing.path, options->operands[1]);
        outcome = doc ? set(options, doc, texts, count) : OUTCOME_NO;
    }
    if (outcome == OUTCOME_WELL)
        outcome = changing_finish(&changing, NULL);
    changing_end(&changing);
    return outcome;
}
