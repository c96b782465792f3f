/* SPDX-License-Identifier: MIT */
/* A published document as text for people, from its tree. */
#include <stdio.h>

#include "base/text.h"
#include "publish/document_view.h"

#define LEAD 18

static void write_words(struct pdoc__page *page, const char *lead, size_t indent, struct pdoc__buffer *words)
{
    pdoc__page_block(page, lead, indent, words->data ? words->data : "");
    page->out->failed = page->out->failed || words->failed;
    pdoc__buffer_free(words);
}

static void write_member(struct pdoc__page *page, const struct pdoc__node *object, const char *name, const char *lead)
{
    char buffer[PDOC__NODE_TEXT];
    const struct pdoc__node *member = pdoc__node_member(object, name);
    if (!pdoc__node_is_empty(member))
        pdoc__page_block(page, lead, LEAD, pdoc__node_text(member, buffer));
}

/* A code of a table by its label. */
static void write_label(struct pdoc__page *page, const struct pdoc__node *object, const char *name, pdoc_table table,
                        const char *lead)
{
    const char *code = pdoc__member_text(object, name);
    if (*code)
        pdoc__page_block(page, lead, LEAD, pdoc__label_of(table, code));
}

static const struct pdoc__node *first_of(const struct pdoc__node *object, const char *name)
{
    const struct pdoc__node *list = pdoc__node_member(object, name);
    return list ? list->first : NULL;
}

static void write_heading(struct pdoc__page *page, const char *text)
{
    pdoc__page_end(page);
    pdoc__page_styled(page, PDOC__BOLD, 0, text);
}

static void write_names(struct pdoc__page *page, const struct pdoc__node *doc)
{
    const struct pdoc__node *title = first_of(doc, "titles");
    pdoc__page_styled(page, PDOC__BOLD, 0, title ? pdoc__member_text(title, "text") : "Document without a title");
    for (title = title ? title->next : NULL; title; title = title->next)
        pdoc__page_styled(page, PDOC__PLAIN, 0, pdoc__member_text(title, "text"));
    write_member(page, doc, "id", "Id");
    for (const struct pdoc__node *reference = first_of(doc, "references"); reference; reference = reference->next)
        pdoc__page_block(page, "Reference", LEAD, reference->text ? reference->text : "");
    write_member(page, doc, "type", "Type");
    write_member(page, doc, "category", "Category");
    write_member(page, doc, "scope", "Scope");
    write_member(page, doc, "uri", "URI");
    write_member(page, doc, "profile", "Profile");
    for (const struct pdoc__node *property = first_of(doc, "properties"); property; property = property->next)
        write_member(page, property, "value", pdoc__member_text(property, "name"));
}

static void write_binding(struct pdoc__page *page, const struct pdoc__node *standing)
{
    struct pdoc__buffer words = {0};
    const char *code = pdoc__member_text(standing, "binding");
    const char *clause = pdoc__member_text(standing, "binding-clause");
    if (!*code && !*clause)
        return;
    pdoc__buffer_format(&words, "%s: %s", *code ? code : "cannot be told", pdoc__member_text(standing, "binding-reason"));
    if (*clause)
        pdoc__buffer_format(&words, " [%s]", clause);
    if (pdoc__member_flag(standing, "binding-inferred"))
        pdoc__buffer_text(&words, " (inferred)");
    write_words(page, "Binding", LEAD, &words);
}

static void write_standing(struct pdoc__page *page, const struct pdoc__node *standing)
{
    char day[PDOC__NODE_TEXT];
    char title[64];
    if (!standing)
        return;
    snprintf(title, sizeof title, "As of %s", pdoc__node_text(pdoc__node_member(standing, "as-of"), day));
    write_heading(page, title);
    write_member(page, standing, "known-on", "Known on");
    write_member(page, standing, "profile", "Judged by");
    write_label(page, standing, "phase", PDOC_TABLE_PHASE, "Phase");
    write_label(page, standing, "state", PDOC_TABLE_REVIEW_STATE, "Review");
    write_member(page, standing, "due-printed", "Due as printed");
    write_member(page, standing, "due-derived", "Due by the rules");
    write_member(page, standing, "governs", "Governs");
    write_member(page, standing, "days-overdue", "Days overdue");
    write_binding(page, standing);
    if (*pdoc__member_text(standing, "responsible"))
        pdoc__page_shown(page, "Responsible", LEAD, pdoc__member_text(standing, "responsible"));
}

/* A row as the sheet prints it; what the cell's state says stands in brackets where there is no text. */
static void write_row(struct pdoc__page *page, const struct pdoc__node *row)
{
    struct pdoc__buffer lead = {0};
    struct pdoc__buffer words = {0};
    const char *label = pdoc__member_text(row, "label");
    const char *text = pdoc__member_text(row, "text");
    const char *value = pdoc__member_text(row, "value");
    pdoc__buffer_format(&lead, "  %s", *label ? label : pdoc__member_text(row, "field"));
    if (*text)
        pdoc__buffer_text(&words, text);
    else
        pdoc__buffer_format(&words, "(%s)", pdoc__member_text(row, "state"));
    if (*value && !pdoc__text_equal(value, text))
        pdoc__buffer_format(&words, " [%s]", value);
    pdoc__page_shown(page, lead.data ? lead.data : "", 36, words.data ? words.data : "");
    page->out->failed = page->out->failed || lead.failed || words.failed;
    pdoc__buffer_free(&words);
    pdoc__buffer_free(&lead);
}

static void write_version(struct pdoc__page *page, const struct pdoc__node *version)
{
    struct pdoc__buffer words = {0};
    const char *label = pdoc__member_text(version, "label");
    const char *phase = pdoc__member_text(version, "phase");
    pdoc__buffer_format(&words, "Version %lld", (long long)pdoc__member_number(version, "n"));
    if (*label)
        pdoc__buffer_format(&words, ", %s", label);
    if (*phase)
        pdoc__buffer_format(&words, ", %s", pdoc__label_of(PDOC_TABLE_PHASE, phase));
    write_heading(page, words.data ? words.data : "");
    page->out->failed = page->out->failed || words.failed;
    pdoc__buffer_free(&words);
    for (const struct pdoc__node *row = first_of(version, "front-sheet"); row; row = row->next)
        write_row(page, row);
    for (const struct pdoc__node *section = first_of(version, "sections"); section; section = section->next) {
        const char *title = pdoc__member_text(section, "title");
        const char *text = pdoc__member_text(section, "text");
        pdoc__page_block(page, "  Section", LEAD, *title ? title : pdoc__member_text(section, "code"));
        if (*text)
            pdoc__page_block(page, "", LEAD, text);
    }
    for (const struct pdoc__node *content = first_of(version, "contents"); content; content = content->next)
        write_member(page, content, "href", "  Content");
}

static void write_relations(struct pdoc__page *page, const struct pdoc__node *doc)
{
    const struct pdoc__node *relation = first_of(doc, "relations");
    if (relation)
        write_heading(page, "Relations");
    for (; relation; relation = relation->next) {
        struct pdoc__buffer lead = {0};
        struct pdoc__buffer words = {0};
        const char *title = pdoc__member_text(relation, "title");
        const char *edition = pdoc__member_text(relation, "edition");
        const char *note = pdoc__member_text(relation, "note");
        pdoc__buffer_format(&lead, "  %s", pdoc__member_text(relation, "kind"));
        pdoc__buffer_text(&words, pdoc__member_text(relation, "to"));
        if (*title)
            pdoc__buffer_format(&words, " (%s)", title);
        if (*edition)
            pdoc__buffer_format(&words, ", edition %s", edition);
        if (*note)
            pdoc__buffer_format(&words, ": %s", note);
        write_words(page, lead.data ? lead.data : "", 20, &words);
        page->out->failed = page->out->failed || lead.failed;
        pdoc__buffer_free(&lead);
    }
}

/* "deferred to 2027-09-21; Executive: sign-off, version 2, arranged by practice-hub; a note" */
static void write_item(struct pdoc__page *page, const struct pdoc__node *item)
{
    static const struct {
        const char *name;
        const char *lead;
    } parts[] = {{"body-name", "; "}, {"purpose", "; "}, {"version", "; version "}, {"arranged-by", "; arranged by "},
                 {"note", "; "}};
    char lead[40];
    char text[PDOC__NODE_TEXT];
    struct pdoc__buffer words = {0};
    const struct pdoc__node *deferred = pdoc__node_member(item, "deferred-to");
    snprintf(lead, sizeof lead, "  %s", pdoc__node_text(pdoc__node_member(item, "meeting"), text));
    if (!pdoc__node_is_empty(deferred))
        pdoc__buffer_format(&words, "; deferred to %s", pdoc__node_text(deferred, text));
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        const struct pdoc__node *member = pdoc__node_member(item, parts[i].name);
        if (i == 0 && pdoc__node_is_empty(member))
            member = pdoc__node_member(item, "body");
        if (!pdoc__node_is_empty(member))
            pdoc__buffer_format(&words, "%s%s", parts[i].lead, pdoc__node_text(member, text));
    }
    if (words.size > 2)
        pdoc__page_block(page, lead, LEAD, words.data + 2);
    else
        pdoc__page_block(page, lead, LEAD, "placed");
    page->out->failed = page->out->failed || words.failed;
    pdoc__buffer_free(&words);
}

static void write_forward_plan(struct pdoc__page *page, const struct pdoc__node *doc)
{
    const struct pdoc__node *item = first_of(doc, "forward-plan");
    if (item)
        write_heading(page, "Forward plan");
    for (; item; item = item->next)
        write_item(page, item);
}

static void write_event(struct pdoc__page *page, const struct pdoc__node *event)
{
    char lead[40];
    char day[PDOC__NODE_TEXT];
    struct pdoc__buffer words = {0};
    const int64_t version = pdoc__member_number(event, "version");
    const char *by = pdoc__member_text(event, "by");
    snprintf(lead, sizeof lead, "  %s", pdoc__node_text(pdoc__node_member(event, "on"), day));
    pdoc__buffer_text(&words, pdoc__label_of(PDOC_TABLE_EVENT_KIND, pdoc__member_text(event, "kind")));
    if (*by)
        pdoc__buffer_format(&words, " by %s", by);
    if (version > 0)
        pdoc__buffer_format(&words, ", version %lld", (long long)version);
    for (const struct pdoc__node *attribute = first_of(event, "attributes"); attribute; attribute = attribute->next)
        pdoc__buffer_format(&words, "; %s: %s", pdoc__member_text(attribute, "name"),
                            pdoc__member_text(attribute, "value"));
    pdoc__buffer_format(&words, " (%s)", pdoc__member_text(event, "id"));
    write_words(page, lead, LEAD, &words);
}

void pdoc__document_text(struct pdoc__page *page, const struct pdoc__node *root)
{
    const struct pdoc__node *doc = pdoc__node_member(root, "document");
    write_names(page, doc);
    write_standing(page, pdoc__node_member(doc, "standing"));
    for (const struct pdoc__node *version = first_of(doc, "versions"); version; version = version->next)
        write_version(page, version);
    write_relations(page, doc);
    write_forward_plan(page, doc);
    const struct pdoc__node *event = first_of(doc, "history");
    if (event)
        write_heading(page, "History");
    for (; event; event = event->next)
        write_event(page, event);
}
