/* SPDX-License-Identifier: MIT */
/* The parts of a document: what it says of itself, its relations, versions, front sheets, sections and contents. */
#include <string.h>

#include "keeping/parts.h"

#define TEXT(name, what, member)                                                                                       \
    {                                                                                                                  \
        (name), (what), offsetof(struct pdoc_document, member), false                                                  \
    }

static const struct pdoc__member members[] = {
    TEXT("id", "its id", id),          TEXT("type", "the type", type), TEXT("category", "the category", category),
    TEXT("scope", "the scope", scope), TEXT("uri", "the URI", uri),    TEXT("profile", "the profile", profile),
    TEXT("visibility", "the visibility", visibility),
};

static void list_members(struct pdoc__parts *parts, const pdoc_document *doc)
{
    const struct pdoc__part part = {.place = "document", .what = "the document"};
    pdoc__parts_add(parts, &part, doc, NULL);
    pdoc__parts_members(parts, "", doc, members, sizeof members / sizeof *members);
    if (doc->added > 0)
        pdoc__parts_value(parts, "added", "the revision in which it was added", pdoc__parts_number(parts, doc->added));
    if (doc->revision > 0)
        pdoc__parts_value(parts, "revision", "the revision in which it was changed last",
                          pdoc__parts_number(parts, doc->revision));
}

static void list_titles(struct pdoc__parts *parts, const pdoc_document *doc)
{
    for (size_t i = 0; i < doc->title_count; i++) {
        const struct pdoc__name *title = &doc->titles[i];
        const char *number = pdoc__parts_number(parts, i + 1);
        const char *what = i > 0 ? PDOC__JOIN(parts, "the title ", number) : "the title";
        const char *place = PDOC__JOIN(parts, "title/", number);
        pdoc__parts_value(parts, place, what, title->text);
        pdoc__parts_value(parts, PDOC__JOIN(parts, place, "/language"), PDOC__JOIN(parts, "the language of ", what),
                          title->language);
    }
}

static void list_references(struct pdoc__parts *parts, const pdoc_document *doc)
{
    pdoc__parts_texts(parts, "reference", "the reference", doc->references, doc->reference_count);
}

static void list_properties(struct pdoc__parts *parts, const pdoc_document *doc)
{
    for (size_t i = 0; i < doc->property_count; i++) {
        const struct pdoc__property *property = &doc->properties[i];
        const struct pdoc__part part = {.place = PDOC__JOIN(parts, "property/", property->name),
                                        .what = PDOC__JOIN(parts, "the property \"", property->name, "\""),
                                        .value = property->value};
        pdoc__parts_add(parts, &part, property, NULL);
    }
}

static void list_relations(struct pdoc__parts *parts, const pdoc_document *doc)
{
    for (size_t i = 0; i < doc->relation_count; i++) {
        const pdoc_relation *relation = doc->relations[i];
        const char *words = PDOC__JOIN(parts, relation->kind, " ", relation->target);
        words = pdoc__parts_with(parts, words, ", edition ", relation->edition);
        words = pdoc__parts_with(parts, words, ", clause ", relation->clause);
        words = pdoc__parts_with(parts, words, ", checked on ", pdoc__parts_date(parts, relation->checked));
        words = pdoc__parts_with(parts, words, ", fingerprint ", relation->fingerprint);
        words = pdoc__parts_with(parts, words, ", note ", relation->note);
        const struct pdoc__part part = {.place = PDOC__JOIN(parts, "relation/", relation->kind, "/", relation->target),
                                        .what = PDOC__JOIN(parts, "the relation \"", relation->kind, "\""),
                                        .value = words};
        pdoc__parts_add(parts, &part, relation, relation->note);
    }
}

/* ---- versions ---- */

/* Where the parts of one version stand, and how they are told of. */
struct edition {
    struct pdoc__parts *parts;
    const struct pdoc_version *version;
    const char *place; /* "version/2" */
    const char *of;    /* " of version 2" */
};

static const char *cell_words(struct pdoc__parts *parts, const struct pdoc__row *row)
{
    const char *value = pdoc__row_value(row);
    const char *text = row->flags & PDOC__ROW_HAS_TEXT ? row->text : NULL;
    const bool is_usual = row->state == pdoc__row_state(value, text);
    const char *state = pdoc_table_code(PDOC_TABLE_CELL, row->state);
    const char *words = text ? text : value ? value : state;
    if (text && value)
        words = PDOC__JOIN(parts, text, " (", value, ")");
    return is_usual || words == state ? words : PDOC__JOIN(parts, words, " [", state, "]");
}

static const char *cell_name(const struct pdoc__row *row)
{
    if (row->label)
        return row->label;
    const char *label = row->known >= 0 ? pdoc_table_label(PDOC_TABLE_FIELD, (size_t)row->known) : NULL;
    return label ? label : row->field ? row->field : "";
}

static void list_rows(const struct edition *edition)
{
    struct pdoc__parts *parts = edition->parts;
    const struct pdoc_version *version = edition->version;
    const char *sheet = PDOC__JOIN(parts, edition->place, "/front-sheet");
    const char *is_empty = version->has_sheet && version->row_count == 0 ? "empty" : NULL;
    const struct pdoc__part whole = {
        .place = sheet, .what = PDOC__JOIN(parts, "the front sheet", edition->of), .value = is_empty};
    pdoc__parts_add(parts, &whole, &version->rows, NULL);
    for (size_t i = 0; i < version->row_count; i++) {
        const struct pdoc__row *row = &version->rows[i];
        const char *name = row->field ? row->field : row->label ? row->label : "";
        const struct pdoc__part part = {.place = PDOC__JOIN(parts, sheet, "/", name),
                                        .what = PDOC__JOIN(parts, "the cell \"", cell_name(row), "\"", edition->of),
                                        .value = cell_words(parts, row),
                                        .mark = (row->flags & (PDOC__ROW_HAS_TEXT | PDOC__ROW_HAS_VALUE)) |
                                                (uint32_t)row->state << 8};
        pdoc__parts_add(parts, &part, row, row->flags & PDOC__ROW_HAS_TEXT ? row->text : NULL);
        pdoc__parts_value(parts, PDOC__JOIN(parts, part.place, "/label"), PDOC__JOIN(parts, "the label of ", part.what),
                          row->label);
    }
}

static void list_sections(const struct edition *edition)
{
    struct pdoc__parts *parts = edition->parts;
    for (size_t i = 0; i < edition->version->section_count; i++) {
        const struct pdoc__section *section = &edition->version->sections[i];
        const char *place = PDOC__JOIN(parts, edition->place, "/section/", section->code ? section->code : "");
        const char *name = section->code ? section->code : section->title ? section->title : "";
        const char *what = PDOC__JOIN(parts, "the section \"", name, "\"", edition->of);
        const struct pdoc__part part = {
            .place = place, .what = what, .value = name, .sort = PDOC__PART_WHOLE, .mark = section->code != NULL};
        pdoc__parts_add(parts, &part, section, NULL);
        pdoc__parts_value(parts, PDOC__JOIN(parts, place, "/title"), PDOC__JOIN(parts, "the title of ", what),
                          section->title);
        pdoc__parts_value(parts, PDOC__JOIN(parts, place, "/text"), PDOC__JOIN(parts, "the text of ", what),
                          section->text);
    }
}

static void list_contents(const struct edition *edition)
{
    struct pdoc__parts *parts = edition->parts;
    for (size_t i = 0; i < edition->version->content_count; i++) {
        const struct pdoc__content *content = &edition->version->contents[i];
        const char *words = content->href ? content->href : "";
        words = pdoc__parts_with(parts, words, ", media type ", content->media_type);
        words = pdoc__parts_with(parts, words, ", SHA-256 ", content->sha256);
        const struct pdoc__part part = {
            .place = PDOC__JOIN(parts, edition->place, "/content/", content->href ? content->href : ""),
            .what = PDOC__JOIN(parts, "the content", edition->of),
            .value = words,
            .mark = content->href != NULL};
        pdoc__parts_add(parts, &part, content, NULL);
    }
}

static void list_versions(struct pdoc__parts *parts, const pdoc_document *doc)
{
    for (size_t i = 0; i < doc->version_count; i++) {
        const struct pdoc_version *version = doc->versions[i];
        const char *number = pdoc__parts_number(parts, version->ordinal);
        const struct edition edition = {.parts = parts,
                                        .version = version,
                                        .place = PDOC__JOIN(parts, "version/", number),
                                        .of = PDOC__JOIN(parts, " of version ", number)};
        const struct pdoc__part part = {.place = edition.place,
                                        .what = PDOC__JOIN(parts, "version ", number),
                                        .value = number,
                                        .sort = PDOC__PART_WHOLE};
        pdoc__parts_add(parts, &part, version, NULL);
        pdoc__parts_value(parts, PDOC__JOIN(parts, edition.place, "/label"), PDOC__JOIN(parts, "the label", edition.of),
                          version->label);
        pdoc__parts_value(parts, PDOC__JOIN(parts, edition.place, "/visibility"),
                          PDOC__JOIN(parts, "the visibility", edition.of), version->visibility);
        list_rows(&edition);
        list_sections(&edition);
        list_contents(&edition);
    }
}

static void list_history(struct pdoc__parts *parts, const pdoc_document *doc)
{
    pdoc__parts_history(parts, &doc->history);
}

void pdoc__parts_of_document(struct pdoc__parts *parts, const pdoc_document *doc)
{
    static void (*const things[])(struct pdoc__parts *, const pdoc_document *) = {
        list_members, list_titles, list_references, list_properties, list_relations, list_versions, list_history,
    };
    for (size_t i = 0; i < sizeof things / sizeof *things; i++)
        things[i](parts, doc);
}
