/* SPDX-License-Identifier: MIT */
/* A register as canonical XML: one function an element, attributes in their fixed order. Knows nothing of files. */
#include "xml/register_writer.h"

#include "model/build.h"
#include "xml/issues_writer.h"
#include "xml/meetings_writer.h"

typedef struct pdoc__open_element element;

static void put(const element *open, const char *name, const char *value)
{
    pdoc__write_attribute(open->output->writer, name, value);
}

static void put_date(const element *open, const char *name, pdoc_date date)
{
    pdoc__write_date(open->output->writer, name, date);
}

/* An element without children of ours. */
static void end_empty(element *open)
{
    pdoc__out_attributes_end(open);
    pdoc__out_end(open);
}

static const char *value_of(const pdoc_event *event, enum pdoc__event_attribute attribute)
{
    const struct pdoc__event_value *value = pdoc__event_value(event, attribute);
    return value ? value->text : NULL;
}

/* Attributes of an event that stand at a place of their own, before those in the order of their table. */
static bool stands_apart(uint16_t attribute)
{
    return attribute == PDOC__ATTRIBUTE_AT || attribute == PDOC__ATTRIBUTE_THREAD ||
           attribute == PDOC__ATTRIBUTE_CAUSE || attribute == PDOC__ATTRIBUTE_VOIDS;
}

/* The values in the order of their table. A handful at most: sorted by insertion, equal ones stay in their order. */
static void sort_values(const pdoc_event *event, const struct pdoc__event_value **sorted)
{
    for (size_t i = 0; i < event->value_count; i++) {
        size_t at = i;
        while (at > 0 && sorted[at - 1]->attribute > event->values[i].attribute) {
            sorted[at] = sorted[at - 1];
            at--;
        }
        sorted[at] = &event->values[i];
    }
}

static void write_event(element *history, const pdoc_event *event)
{
    const struct pdoc__event_value *values[UINT8_MAX + 1];
    size_t words;
    const struct pdoc__word *table = pdoc__words(PDOC_TABLE_EVENT_ATTRIBUTE, &words);
    sort_values(event, values);
    element open;
    pdoc__out_child(history, PDOC__FORM_EVENT, pdoc__word(PDOC_TABLE_EVENT_KIND, event->kind)->code, event, &open);
    put(&open, "id", event->id);
    put_date(&open, "on", event->on);
    put(&open, "at", value_of(event, PDOC__ATTRIBUTE_AT));
    put_date(&open, "recorded", event->recorded);
    if (event->version > 0)
        pdoc__write_number(open.output->writer, "version", event->version);
    put(&open, "thread", value_of(event, PDOC__ATTRIBUTE_THREAD));
    put(&open, "cause", value_of(event, PDOC__ATTRIBUTE_CAUSE));
    put(&open, "voids", value_of(event, PDOC__ATTRIBUTE_VOIDS));
    put(&open, "by", event->by);
    for (size_t i = 0; i < event->value_count; i++)
        if (!table[values[i]->attribute].extra && !stands_apart(values[i]->attribute))
            put(&open, table[values[i]->attribute].code, values[i]->text);
    pdoc__out_attributes_end(&open);
    for (size_t i = 0; i < event->value_count; i++)
        if (table[values[i]->attribute].extra)
            pdoc__out_text(&open, PDOC__FORM_VALUE, table[values[i]->attribute].code, values[i]->text);
    pdoc__out_end(&open);
}

static void write_history(element *parent, enum pdoc__form form, const struct pdoc__history *history)
{
    if (!history->exists && history->count == 0)
        return;
    element open;
    pdoc__out_child(parent, form, NULL, history, &open);
    pdoc__out_attributes_end(&open);
    for (size_t i = 0; i < history->count; i++)
        write_event(&open, history->events[i]);
    pdoc__out_end(&open);
}

static void write_row(element *sheet, const struct pdoc__row *row)
{
    element open;
    const char *value = pdoc__row_value(row);
    const char *text = row->flags & PDOC__ROW_HAS_TEXT ? row->text : NULL;
    pdoc__out_child(sheet, PDOC__FORM_ROW, NULL, row, &open);
    put(&open, "field", row->field);
    if (row->state != pdoc__row_state(value, text))
        put(&open, "state", pdoc_table_code(PDOC_TABLE_CELL, row->state));
    put(&open, "value", value);
    pdoc__out_attributes_end(&open);
    pdoc__out_text(&open, PDOC__FORM_ROW_LABEL, NULL, row->label);
    pdoc__out_text(&open, PDOC__FORM_ROW_TEXT, NULL, text);
    pdoc__out_end(&open);
}

static void write_sheet(element *parent, const struct pdoc_version *version)
{
    if (!version->has_sheet && version->row_count == 0)
        return;
    element open;
    pdoc__out_child(parent, PDOC__FORM_FRONT_SHEET, NULL, &version->rows, &open);
    pdoc__out_attributes_end(&open);
    for (size_t i = 0; i < version->row_count; i++)
        write_row(&open, &version->rows[i]);
    pdoc__out_end(&open);
}

static void write_section(element *parent, const struct pdoc__section *section)
{
    element open;
    pdoc__out_child(parent, PDOC__FORM_SECTION, NULL, section, &open);
    put(&open, "code", section->code);
    pdoc__out_attributes_end(&open);
    pdoc__out_text(&open, PDOC__FORM_SECTION_TITLE, NULL, section->title);
    pdoc__out_text(&open, PDOC__FORM_SECTION_TEXT, NULL, section->text);
    pdoc__out_end(&open);
}

static void write_content(element *parent, const struct pdoc__content *content)
{
    element open;
    pdoc__out_child(parent, PDOC__FORM_CONTENT, NULL, content, &open);
    put(&open, "href", content->href);
    put(&open, "media-type", content->media_type);
    put(&open, "sha256", content->sha256);
    end_empty(&open);
}

static void write_version(element *parent, const struct pdoc_version *version)
{
    element open;
    pdoc__out_child(parent, PDOC__FORM_VERSION, NULL, version, &open);
    pdoc__write_number(open.output->writer, "n", version->ordinal);
    put(&open, "label", version->label);
    put(&open, "visibility", version->visibility);
    pdoc__out_attributes_end(&open);
    write_sheet(&open, version);
    for (size_t i = 0; i < version->section_count; i++)
        write_section(&open, &version->sections[i]);
    for (size_t i = 0; i < version->content_count; i++)
        write_content(&open, &version->contents[i]);
    pdoc__out_end(&open);
}

static void write_relation(element *parent, const pdoc_relation *relation)
{
    element open;
    pdoc__out_child(parent, PDOC__FORM_RELATION, NULL, relation, &open);
    put(&open, "kind", relation->kind);
    put(&open, "to", relation->target);
    put(&open, "edition", relation->edition);
    put(&open, "clause", relation->clause);
    put_date(&open, "checked", relation->checked);
    put(&open, "fingerprint", relation->fingerprint);
    pdoc__out_attributes_end(&open);
    pdoc__out_text(&open, PDOC__FORM_RELATION_NOTE, NULL, relation->note);
    pdoc__out_end(&open);
}

static void write_property(element *parent, const struct pdoc__property *property)
{
    element open;
    pdoc__out_child(parent, PDOC__FORM_PROPERTY, NULL, property, &open);
    put(&open, "name", property->name);
    put(&open, "value", property->value);
    end_empty(&open);
}

static void write_title(element *parent, const struct pdoc__name *title)
{
    element open;
    pdoc__out_child(parent, PDOC__FORM_TITLE, NULL, title->text, &open);
    put(&open, "xml:lang", title->language);
    pdoc__out_text_end(&open, title->text);
}

static void write_document(element *parent, const pdoc_document *doc)
{
    element open;
    pdoc__out_child(parent, PDOC__FORM_DOCUMENT, NULL, doc, &open);
    put(&open, "id", doc->id);
    put(&open, "type", doc->type);
    put(&open, "category", doc->category);
    put(&open, "scope", doc->scope);
    put(&open, "uri", doc->uri);
    put(&open, "profile", doc->profile);
    put(&open, "visibility", doc->visibility);
    if (doc->added > 0)
        pdoc__write_number(open.output->writer, "added", doc->added);
    if (doc->revision > 0)
        pdoc__write_number(open.output->writer, "revision", doc->revision);
    pdoc__out_attributes_end(&open);
    for (size_t i = 0; i < doc->title_count; i++)
        write_title(&open, &doc->titles[i]);
    for (size_t i = 0; i < doc->reference_count; i++)
        pdoc__out_text(&open, PDOC__FORM_REFERENCE, NULL, doc->references[i]);
    for (size_t i = 0; i < doc->property_count; i++)
        write_property(&open, &doc->properties[i]);
    for (size_t i = 0; i < doc->relation_count; i++)
        write_relation(&open, doc->relations[i]);
    for (size_t i = 0; i < doc->version_count; i++)
        write_version(&open, doc->versions[i]);
    write_history(&open, PDOC__FORM_HISTORY, &doc->history);
    pdoc__out_end(&open);
}

static void write_holder(element *parent, const struct pdoc__holder *holder)
{
    element open;
    pdoc__out_child(parent, PDOC__FORM_HOLDER, NULL, holder->name, &open);
    put_date(&open, "from", holder->from);
    put_date(&open, "to", holder->to);
    pdoc__out_text_end(&open, holder->name);
}

static void write_party(element *parent, const pdoc_party *party)
{
    static const enum pdoc__form forms[] = {[PDOC_NAME_NAME] = PDOC__FORM_NAME, [PDOC_NAME_ALIAS] = PDOC__FORM_ALIAS,
                                            [PDOC_NAME_FORMER] = PDOC__FORM_FORMER};
    element open;
    pdoc__out_child(parent, PDOC__FORM_PARTY, NULL, party, &open);
    put(&open, "code", party->code);
    put(&open, "kind", party->kind);
    put(&open, "part-of", party->part_of);
    put_date(&open, "ended", party->ended);
    put(&open, "successor", party->successor);
    put(&open, "visibility", party->visibility);
    pdoc__out_attributes_end(&open);
    for (size_t kind = 0; kind < sizeof forms / sizeof forms[0]; kind++)
        for (size_t i = 0; i < party->name_count[kind]; i++)
            pdoc__out_text(&open, forms[kind], NULL, party->names[kind][i]);
    for (size_t i = 0; i < party->holder_count; i++)
        write_holder(&open, &party->holders[i]);
    pdoc__write_meetings(&open, party);
    pdoc__out_end(&open);
}

static void write_profile(element *parent, const struct pdoc__assignment *profile)
{
    element open;
    pdoc__out_child(parent, PDOC__FORM_PROFILE, NULL, profile, &open);
    put(&open, "ref", profile->ref);
    put_date(&open, "from", profile->from);
    put_date(&open, "to", profile->to);
    end_empty(&open);
}

static void write_register(const struct pdoc__output *output, const pdoc_register *reg)
{
    element open;
    pdoc__out_root(&open, output, PDOC__FORM_REGISTER, reg);
    put(&open, "xmlns", PDOC__NAMESPACE);
    put(&open, "schema-version", reg->schema_version ? reg->schema_version : PDOC__SCHEMA_VERSION);
    put(&open, "must-understand", reg->must_understand);
    put(&open, "xml:lang", reg->language);
    if (reg->revision > 0)
        pdoc__write_number(output->writer, "revision", reg->revision);
    put_date(&open, "revised", reg->revised);
    pdoc__out_attributes_end(&open);
    pdoc__out_text(&open, PDOC__FORM_REGISTER_TITLE, NULL, reg->title);
    for (size_t i = 0; i < reg->profile_count; i++)
        write_profile(&open, &reg->profiles[i]);
    for (size_t i = 0; i < reg->calendar_count; i++)
        pdoc__write_calendar(&open, &reg->calendars[i]);
    for (size_t i = 0; i < reg->party_count; i++)
        write_party(&open, reg->parties[i]);
    for (size_t i = 0; i < reg->document_count; i++)
        write_document(&open, reg->documents[i]);
    pdoc__write_forward_plan(&open, reg);
    pdoc__write_issues(&open, reg);
    write_history(&open, PDOC__FORM_REGISTER_HISTORY, &reg->history);
    pdoc__out_end(&open);
}

void pdoc__register_write(struct pdoc__writer *writer, const pdoc_register *reg)
{
    struct pdoc__output output = {.writer = writer, .extras = &reg->extras};
    PDOC__WRITE(writer, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    pdoc__out_outside(&output, reg, PDOC__SLOT_BEFORE_ROOT);
    write_register(&output, reg);
    PDOC__WRITE(writer, "\n");
    pdoc__out_outside(&output, reg, PDOC__SLOT_AFTER_ROOT);
}
