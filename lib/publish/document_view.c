/* SPDX-License-Identifier: MIT */
/* One document as a tree: what is recorded of it, and, on a day, how it stands. */
#include "publish/document_view.h"

#include <string.h>

#include "governance/relations/binding.h"
#include "publish/columns.h"
#include "publish/forward_plan_view.h"

static void put_names(struct pdoc__tree *tree, const pdoc_document *doc, struct pdoc__node *out)
{
    pdoc__tree_code(tree, out, "id", pdoc_document_id(doc));
    pdoc__tree_code(tree, out, "type", pdoc_document_type(doc));
    pdoc__tree_code(tree, out, "category", pdoc_document_category(doc));
    pdoc__tree_code(tree, out, "scope", pdoc_document_scope(doc));
    pdoc__tree_code(tree, out, "uri", pdoc_document_uri(doc));
    pdoc__tree_code(tree, out, "profile", pdoc_document_profile(doc));
    struct pdoc__node *titles = pdoc__tree_list(tree, out, "titles", "title");
    for (size_t i = 0; i < pdoc_document_title_count(doc); i++) {
        struct pdoc__node *title = pdoc__tree_item(tree, titles);
        pdoc__tree_code(tree, title, "language", pdoc_document_title_language(doc, i));
        pdoc__tree_prose(tree, title, "text", pdoc_document_title_at(doc, i));
    }
    struct pdoc__node *references = pdoc__tree_list(tree, out, "references", "reference");
    for (size_t i = 0; i < pdoc_document_reference_count(doc); i++)
        pdoc__tree_prose(tree, references, "reference", pdoc_document_reference(doc, i));
    struct pdoc__node *properties = pdoc__tree_list(tree, out, "properties", "property");
    for (size_t i = 0; i < pdoc_document_property_count(doc); i++) {
        struct pdoc__node *property = pdoc__tree_item(tree, properties);
        const char *name = pdoc_document_property_name(doc, i);
        pdoc__tree_code(tree, property, "name", name);
        pdoc__tree_code(tree, property, "value", pdoc_document_property(doc, name));
    }
}

static void put_relations(struct pdoc__tree *tree, const pdoc_document *doc, struct pdoc__node *out)
{
    struct pdoc__node *list = pdoc__tree_list(tree, out, "relations", "relation");
    for (size_t i = 0; i < pdoc_document_relation_count(doc); i++) {
        const pdoc_relation *relation = pdoc_document_relation(doc, i);
        const pdoc_document *target = pdoc_relation_document(relation);
        struct pdoc__node *item = pdoc__tree_item(tree, list);
        pdoc__tree_code(tree, item, "kind", pdoc_relation_kind(relation));
        pdoc__tree_code(tree, item, "to", pdoc_relation_target(relation));
        pdoc__tree_code(tree, item, "edition", pdoc_relation_edition(relation));
        pdoc__tree_date(tree, item, "checked", pdoc_relation_checked(relation));
        pdoc__tree_code(tree, item, "fingerprint", pdoc_relation_fingerprint(relation));
        pdoc__tree_prose(tree, item, "title", target ? pdoc_document_title(target) : NULL);
        pdoc__tree_prose(tree, item, "note", pdoc_relation_note(relation));
    }
}

static void put_sheet(struct pdoc__tree *tree, const struct pdoc_version *version, struct pdoc__node *out)
{
    struct pdoc__node *sheet = pdoc__tree_list(tree, out, "front-sheet", "row");
    for (size_t i = 0; i < pdoc_version_row_count(version); i++) {
        struct pdoc__node *row = pdoc__tree_item(tree, sheet);
        pdoc__tree_code(tree, row, "field", pdoc_version_row_field(version, i));
        pdoc__tree_code(tree, row, "state", pdoc_table_code(PDOC_TABLE_CELL, pdoc_version_row_state(version, i)));
        pdoc__tree_date(tree, row, "date", pdoc_version_row_date(version, i));
        pdoc__tree_prose(tree, row, "label", pdoc_version_row_label(version, i));
        pdoc__tree_prose(tree, row, "text", pdoc_version_row_text(version, i));
        pdoc__tree_prose(tree, row, "value", pdoc_version_row_value(version, i));
    }
}

static void put_body(struct pdoc__tree *tree, const struct pdoc_version *version, struct pdoc__node *out)
{
    struct pdoc__node *sections = pdoc__tree_list(tree, out, "sections", "section");
    for (size_t i = 0; i < pdoc_version_section_count(version); i++) {
        struct pdoc__node *section = pdoc__tree_item(tree, sections);
        pdoc__tree_code(tree, section, "code", pdoc_version_section_code(version, i));
        pdoc__tree_prose(tree, section, "title", pdoc_version_section_title(version, i));
        pdoc__tree_prose(tree, section, "text", pdoc_version_section_text(version, i));
    }
    struct pdoc__node *contents = pdoc__tree_list(tree, out, "contents", "content");
    for (size_t i = 0; i < pdoc_version_content_count(version); i++) {
        struct pdoc__node *content = pdoc__tree_item(tree, contents);
        pdoc__tree_code(tree, content, "href", pdoc_version_content_href(version, i));
        pdoc__tree_code(tree, content, "media-type", pdoc_version_content_media_type(version, i));
        pdoc__tree_code(tree, content, "sha256", pdoc_version_content_sha256(version, i));
    }
}

static void put_versions(struct pdoc__listed *listed, struct pdoc__node *out)
{
    struct pdoc__tree *tree = listed->tree;
    struct pdoc__node *list = pdoc__tree_list(tree, out, "versions", "version");
    for (size_t i = 0; i < pdoc_document_version_count(listed->doc); i++) {
        const struct pdoc_version *version = pdoc_document_version(listed->doc, i);
        struct pdoc__node *item = pdoc__tree_item(tree, list);
        pdoc__tree_number(tree, item, "n", pdoc_version_ordinal(version));
        pdoc__tree_code(tree, item, "label", pdoc_version_label(version));
        if (listed->judge)
            pdoc__tree_code(tree, item, "phase",
                            pdoc_table_code(PDOC_TABLE_PHASE, pdoc__phase_of(listed->judge, version).phase));
        put_sheet(tree, version, item);
        put_body(tree, version, item);
    }
}

/* What was recorded after the day whose knowledge counts is left out, as every judgement leaves it out. */
static bool was_known(const struct pdoc__judge *judge, const pdoc_event *event)
{
    const pdoc_date recorded = pdoc_event_recorded(event);
    const pdoc_date known = pdoc_date_is_recorded(recorded) ? recorded : pdoc_event_on(event);
    return !judge || judge->known_day == INT32_MAX || pdoc__interval_of(known).first <= judge->known_day;
}

static void put_history(const struct pdoc__listed *listed, struct pdoc__node *out)
{
    struct pdoc__tree *tree = listed->tree;
    const pdoc_document *doc = listed->doc;
    struct pdoc__node *list = pdoc__tree_list(tree, out, "history", "event");
    for (size_t i = 0; i < pdoc_document_event_count(doc); i++) {
        const pdoc_event *event = pdoc_document_event(doc, i);
        if (!was_known(listed->judge, event))
            continue;
        struct pdoc__node *item = pdoc__tree_item(tree, list);
        pdoc__tree_code(tree, item, "id", pdoc_event_id(event));
        pdoc__tree_code(tree, item, "kind", pdoc_event_kind(event));
        pdoc__tree_date(tree, item, "on", pdoc_event_on(event));
        pdoc__tree_date(tree, item, "recorded", pdoc_event_recorded(event));
        pdoc__tree_number(tree, item, "version", pdoc_event_version(event));
        pdoc__tree_code(tree, item, "by", pdoc_event_by(event));
        struct pdoc__node *attributes = pdoc__tree_list(tree, item, "attributes", "attribute");
        for (size_t row = 0; row < pdoc_table_count(PDOC_TABLE_EVENT_ATTRIBUTE); row++) {
            const char *name = pdoc_table_code(PDOC_TABLE_EVENT_ATTRIBUTE, row);
            const char *value = pdoc_event_attribute(event, name);
            if (!value)
                continue;
            struct pdoc__node *attribute = pdoc__tree_item(tree, attributes);
            pdoc__tree_code(tree, attribute, "name", name);
            pdoc__tree_prose(tree, attribute, "value", value);
        }
    }
}

/* In the order of the file. */
static void put_forward_plan(struct pdoc__tree *tree, const pdoc_document *doc, struct pdoc__node *out)
{
    const pdoc_register *reg = pdoc_document_register(doc);
    struct pdoc__node *list = pdoc__tree_list(tree, out, "forward-plan", "item");
    for (size_t i = 0; i < pdoc_register_forward_item_count(reg); i++) {
        const pdoc_forward_item *item = pdoc_register_forward_item(reg, i);
        if (strcmp(pdoc_forward_item_document(item), pdoc_document_id(doc)) == 0)
            pdoc__put_forward_item(tree, pdoc__tree_item(tree, list), item);
    }
}

static void put_standing(const struct pdoc__listed *listed, struct pdoc__node *out)
{
    static const char *const governs[] = {NULL, "printed", "derived"};
    const struct pdoc__standing *standing = &listed->standing;
    struct pdoc__tree *tree = listed->tree;
    struct pdoc__node *item = pdoc__tree_object(tree, out, "standing");
    pdoc__tree_date(tree, item, "as-of", listed->judge->as_of);
    if (listed->judge->known_day != INT32_MAX)
        pdoc__tree_date(tree, item, "known-on", pdoc__day_date(listed->judge->known_day));
    pdoc__tree_code(tree, item, "profile", listed->judge->profile ? listed->judge->profile->id : NULL);
    pdoc__tree_code(tree, item, "phase", pdoc_table_code(PDOC_TABLE_PHASE, listed->judge->phase.phase));
    pdoc__tree_code(tree, item, "state", pdoc_table_code(PDOC_TABLE_REVIEW_STATE, standing->state));
    pdoc__tree_date(tree, item, "due-printed", standing->printed);
    pdoc__tree_date(tree, item, "due-derived", standing->derived);
    pdoc__tree_code(tree, item, "governs", governs[standing->governs]);
    pdoc__tree_date(tree, item, "due", standing->due);
    if (standing->is_due)
        pdoc__tree_number(tree, item, "days-overdue", standing->days_overdue);
    else
        pdoc__tree_code(tree, item, "days-overdue", NULL);
    pdoc__tree_prose(tree, item, "responsible", pdoc__responsible(listed->judge));
    const struct pdoc__binding binding = pdoc__binding(listed->judge);
    pdoc__tree_code(tree, item, "binding", binding.code);
    pdoc__tree_code(tree, item, "binding-clause", binding.rule ? binding.rule->clause : NULL);
    pdoc__tree_flag(tree, item, "binding-inferred", binding.rule && binding.rule->inferred);
    pdoc__tree_prose(tree, item, "binding-reason", pdoc__tree_copy(tree, binding.reason, strlen(binding.reason)));
}

static pdoc_text *publish(struct pdoc__listed *listed, const struct pdoc__view *view,
                          const pdoc_publish_options *options, pdoc_error **error)
{
    struct pdoc__tree *tree = listed->tree;
    pdoc__tree_begin(tree, "report");
    pdoc__tree_code(tree, tree->root, "kind", "document");
    struct pdoc__node *out = pdoc__tree_object(tree, tree->root, "document");
    put_names(tree, listed->doc, out);
    if (listed->judge)
        put_standing(listed, out);
    put_versions(listed, out);
    put_relations(tree, listed->doc, out);
    put_forward_plan(tree, listed->doc, out);
    put_history(listed, out);
    if (listed->judge && listed->judge->out_of_memory)
        tree->failed = true;
    return pdoc__publish(tree, view, options, error);
}

pdoc_text *pdoc_document_publish(const pdoc_document *doc, const pdoc_basis *basis,
                                 const pdoc_publish_options *options, pdoc_error **error)
{
    static const struct pdoc__view view = {.what = "a document", .text = pdoc__document_text};
    pdoc_publish_options chosen;
    struct pdoc__judge judge;
    struct pdoc__tree tree;
    struct pdoc__listed listed = {.tree = &tree, .doc = doc};
    if (!doc) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "there is no document to publish");
        return NULL;
    }
    if (!pdoc__publish_options(options, &view, &chosen, error))
        return NULL;
    if (!basis)
        return publish(&listed, &view, &chosen, error);
    if (!pdoc__judge_begin(&judge, pdoc_document_register(doc), basis, error))
        return NULL;
    listed.judge = &judge;
    pdoc_text *text = pdoc__list_take(&listed, doc, error) ? publish(&listed, &view, &chosen, error) : NULL;
    pdoc__judge_end(&judge);
    return text;
}
