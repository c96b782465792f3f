/* SPDX-License-Identifier: MIT */
/* Next steps: where each document stands, what may come next and what stands in the way, what is open. Judges nothing.
 */
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "publish/hindrance.h"
#include "publish/view.h"

#define INDENT 4
#define DEEPER 8

/* Stable: scripts read these. */
static const char *const csv_columns[] = {
    "id",  "reference", "title",    "state",    "since",    "what",       "rule",   "label", "event", "by",
    "can", "outcome",   "modality", "inferred", "deadline", "late-since", "clause", "place", "remedy"};

/* ---- the tree ---- */

struct asked {
    struct pdoc__tree *tree;
    const pdoc_next_steps *next;
    bool only_late;
    size_t step; /* the next ones that are to be shown; they come document by document */
    size_t duty;
};

static void put_hindrances(const struct asked *asked, struct pdoc__node *step, size_t index)
{
    struct pdoc__node *list = pdoc__tree_list(asked->tree, step, "obstacles", "obstacle");
    for (size_t i = 0; i < pdoc_next_steps_obstacle_count(asked->next, index); i++)
        pdoc__put_hindrance(
            asked->tree, pdoc__tree_item(asked->tree, list),
            &(struct pdoc__hindrance){.message = pdoc_next_steps_obstacle_message(asked->next, index, i),
                                      .rule = pdoc_next_steps_obstacle_rule(asked->next, index, i),
                                      .clause = pdoc_next_steps_obstacle_clause(asked->next, index, i),
                                      .place = pdoc_next_steps_obstacle_place(asked->next, index, i),
                                      .remedy = pdoc_next_steps_obstacle_remedy(asked->next, index, i),
                                      .outcome = pdoc_next_steps_obstacle_outcome(asked->next, index, i),
                                      .modality = pdoc_next_steps_obstacle_modality(asked->next, index, i),
                                      .is_inferred = pdoc_next_steps_obstacle_is_inferred(asked->next, index, i)});
}

static bool is_late(pdoc_date late_since)
{
    return pdoc_date_is_recorded(late_since);
}

static void put_step(const struct asked *asked, struct pdoc__node *list, size_t index)
{
    struct pdoc__tree *tree = asked->tree;
    const pdoc_next_steps *next = asked->next;
    struct pdoc__node *step = pdoc__tree_item(tree, list);
    pdoc__tree_code(tree, step, "rule", pdoc_next_steps_step_rule(next, index));
    pdoc__tree_code(tree, step, "event", pdoc_next_steps_step_event(next, index));
    pdoc__tree_code(tree, step, "purpose", pdoc_next_steps_step_purpose(next, index));
    pdoc__tree_code(tree, step, "can", pdoc__truth_words(pdoc_next_steps_step_can(next, index)));
    pdoc__tree_code(tree, step, "clause", pdoc_next_steps_step_clause(next, index));
    pdoc__tree_code(tree, step, "modality",
                    pdoc_table_code(PDOC_TABLE_MODALITY, pdoc_next_steps_step_modality(next, index)));
    pdoc__tree_flag(tree, step, "inferred", pdoc_next_steps_step_is_inferred(next, index));
    pdoc__tree_date(tree, step, "deadline", pdoc_next_steps_step_deadline(next, index));
    pdoc__tree_date(tree, step, "late-since", pdoc_next_steps_step_late_since(next, index));
    pdoc__tree_prose(tree, step, "label", pdoc_next_steps_step_label(next, index));
    pdoc__tree_prose(tree, step, "state", pdoc_next_steps_step_state(next, index));
    pdoc__tree_prose(tree, step, "by", pdoc_next_steps_step_by(next, index));
    put_hindrances(asked, step, index);
}

static void put_duty(const struct asked *asked, struct pdoc__node *list, size_t index)
{
    const pdoc_next_steps *next = asked->next;
    struct pdoc__node *duty = pdoc__tree_item(asked->tree, list);
    pdoc__put_hindrance(asked->tree, duty,
                        &(struct pdoc__hindrance){.message = pdoc_next_steps_duty_message(next, index),
                                                  .rule = pdoc_next_steps_duty_rule(next, index),
                                                  .clause = pdoc_next_steps_duty_clause(next, index),
                                                  .place = pdoc_next_steps_duty_place(next, index),
                                                  .remedy = pdoc_next_steps_duty_remedy(next, index),
                                                  .outcome = pdoc_next_steps_duty_outcome(next, index),
                                                  .modality = pdoc_next_steps_duty_modality(next, index),
                                                  .is_inferred = pdoc_next_steps_duty_is_inferred(next, index)});
    pdoc__tree_date(asked->tree, duty, "late-since", pdoc_next_steps_duty_late_since(next, index));
}

static void put_standing(const struct asked *asked, struct pdoc__node *row, size_t document)
{
    struct pdoc__tree *tree = asked->tree;
    const pdoc_next_steps *next = asked->next;
    pdoc__tree_code(tree, row, "id", pdoc_next_steps_document_id(next, document));
    pdoc__tree_code(tree, row, "reference", pdoc_next_steps_document_reference(next, document));
    pdoc__tree_code(tree, row, "profile", pdoc_next_steps_document_profile(next, document));
    pdoc__tree_number(tree, row, "version", pdoc_next_steps_document_version(next, document));
    pdoc__tree_code(tree, row, "version-label", pdoc_next_steps_document_version_label(next, document));
    pdoc__tree_code(tree, row, "state", pdoc_next_steps_document_state(next, document));
    pdoc__tree_date(tree, row, "since", pdoc_next_steps_document_since(next, document));
    pdoc__tree_code(tree, row, "event", pdoc_next_steps_document_event(next, document));
    pdoc__tree_code(tree, row, "phase",
                    pdoc_table_code(PDOC_TABLE_PHASE, pdoc_next_steps_document_phase(next, document)));
    pdoc__tree_flag(tree, row, "general", pdoc_next_steps_document_is_general(next, document));
    pdoc__tree_prose(tree, row, "title", pdoc_next_steps_document_title(next, document));
    pdoc__tree_prose(tree, row, "state-label", pdoc_next_steps_document_state_label(next, document));
    pdoc__tree_prose(tree, row, "note", pdoc_next_steps_document_note(next, document));
}

/* Is anything of the document late? Looks from where its steps and duties begin. */
static bool has_late(const struct asked *asked, size_t document)
{
    for (size_t i = asked->step; pdoc_next_steps_step_document(asked->next, i) == document; i++)
        if (is_late(pdoc_next_steps_step_late_since(asked->next, i)))
            return true;
    for (size_t i = asked->duty; pdoc_next_steps_duty_document(asked->next, i) == document; i++)
        if (is_late(pdoc_next_steps_duty_late_since(asked->next, i)))
            return true;
    return false;
}

static void put_document(struct asked *asked, struct pdoc__node *list, size_t document)
{
    const pdoc_next_steps *next = asked->next;
    struct pdoc__node *row = asked->only_late && !has_late(asked, document) ? NULL : pdoc__tree_item(asked->tree, list);
    struct pdoc__node *steps = NULL;
    struct pdoc__node *duties = NULL;
    if (row) {
        put_standing(asked, row, document);
        steps = pdoc__tree_list(asked->tree, row, "steps", "step");
        duties = pdoc__tree_list(asked->tree, row, "duties", "duty");
    }
    for (; pdoc_next_steps_step_document(next, asked->step) == document; asked->step++)
        if (row && (!asked->only_late || is_late(pdoc_next_steps_step_late_since(next, asked->step))))
            put_step(asked, steps, asked->step);
    for (; pdoc_next_steps_duty_document(next, asked->duty) == document; asked->duty++)
        if (row && (!asked->only_late || is_late(pdoc_next_steps_duty_late_since(next, asked->duty))))
            put_duty(asked, duties, asked->duty);
}

/* ---- a line for each step, obstacle and duty, for CSV ---- */

static void copy_members(struct pdoc__tree *tree, struct pdoc__node *line, const struct pdoc__node *from,
                         const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct pdoc__node *member = from ? pdoc__node_member(from, names[i]) : NULL;
        if (member && member->kind == PDOC__NODE_DATE)
            pdoc__tree_date(tree, line, names[i], member->date);
        else if (member && member->kind == PDOC__NODE_FLAG)
            pdoc__tree_flag(tree, line, names[i], member->flag);
        else if (member)
            pdoc__tree_code(tree, line, names[i], member->text);
    }
}

static void put_line(struct pdoc__tree *tree, struct pdoc__node *lines, const struct pdoc__node *document,
                     const struct pdoc__node *row, const char *what)
{
    static const char *const of_document[] = {"id", "reference", "title", "state", "since"};
    static const char *const of_row[] = {"rule",     "label",    "event",      "by",     "can",   "outcome", "modality",
                                         "inferred", "deadline", "late-since", "clause", "place", "remedy"};
    struct pdoc__node *line = pdoc__tree_item(tree, lines);
    copy_members(tree, line, document, of_document, sizeof of_document / sizeof *of_document);
    pdoc__tree_code(tree, line, "what", what);
    copy_members(tree, line, row, of_row, sizeof of_row / sizeof *of_row);
    if (row && !pdoc__node_member(row, "label"))
        pdoc__tree_code(tree, line, "label", pdoc__member_text(row, "message"));
}

static void put_lines(struct pdoc__tree *tree)
{
    const struct pdoc__node *documents = pdoc__node_member(tree->root, "documents");
    struct pdoc__node *lines = pdoc__tree_list(tree, tree->root, "lines", "line");
    for (const struct pdoc__node *doc = documents ? documents->first : NULL; doc; doc = doc->next) {
        const struct pdoc__node *steps = pdoc__node_member(doc, "steps");
        const struct pdoc__node *duties = pdoc__node_member(doc, "duties");
        for (const struct pdoc__node *step = steps ? steps->first : NULL; step; step = step->next) {
            const struct pdoc__node *obstacles = pdoc__node_member(step, "obstacles");
            put_line(tree, lines, doc, step, "step");
            for (const struct pdoc__node *each = obstacles ? obstacles->first : NULL; each; each = each->next)
                put_line(tree, lines, doc, each, "obstacle");
        }
        for (const struct pdoc__node *duty = duties ? duties->first : NULL; duty; duty = duty->next)
            put_line(tree, lines, doc, duty, "duty");
    }
}

/* ---- text ---- */

static const char *can_words(const char *can)
{
    return strcmp(can, "yes") == 0 ? "can be taken" : strcmp(can, "no") == 0 ? "cannot be taken yet" : "cannot be told";
}

static enum pdoc__style can_style(const char *can)
{
    return strcmp(can, "yes") == 0 ? PDOC__GREEN : strcmp(can, "no") == 0 ? PDOC__RED : PDOC__YELLOW;
}

static void add_part(struct pdoc__buffer *line, const char *lead, const char *text, const char *tail)
{
    if (*text)
        pdoc__buffer_format(line, "%s%s%s", lead, text, tail);
}

static void write_step(struct pdoc__page *page, const struct pdoc__node *step)
{
    char day[PDOC__NODE_TEXT];
    struct pdoc__buffer line = {0};
    const char *can = pdoc__member_text(step, "can");
    const struct pdoc__node *obstacles = pdoc__node_member(step, "obstacles");
    pdoc__buffer_text(&line, pdoc__member_text(step, "label"));
    add_part(&line, ", by ", pdoc__member_text(step, "by"), "");
    add_part(&line, " -> ", pdoc__member_text(step, "state"), "");
    add_part(&line, ", until ", pdoc__node_text(pdoc__node_member(step, "deadline"), day), "");
    pdoc__add_source(&line, step);
    pdoc__buffer_format(&line, ": %s", can_words(can));
    pdoc__page_styled(page, can_style(can), INDENT, line.data ? line.data : "");
    const char *late = pdoc__node_text(pdoc__node_member(step, "late-since"), day);
    if (*late) {
        line.size = 0;
        pdoc__buffer_format(&line, "late since %s", late);
        pdoc__page_styled(page, PDOC__RED, DEEPER, line.data ? line.data : "");
    }
    page->out->failed = page->out->failed || line.failed;
    pdoc__buffer_free(&line);
    for (const struct pdoc__node *each = obstacles ? obstacles->first : NULL; each; each = each->next)
        pdoc__write_hindrance(page, each, DEEPER);
}

static void write_standing(struct pdoc__page *page, const struct pdoc__node *document)
{
    char day[PDOC__NODE_TEXT];
    struct pdoc__buffer line = {0};
    const char *title = pdoc__member_text(document, "title");
    const char *state = pdoc__member_text(document, "state-label");
    add_part(&line, "", pdoc__member_text(document, "reference"), "  ");
    pdoc__buffer_format(&line, "%s (%s)", *title ? title : "Document without a title",
                        pdoc__member_text(document, "id"));
    pdoc__page_styled(page, PDOC__BOLD, 0, line.data ? line.data : "");
    line.size = 0;
    pdoc__buffer_format(&line, "%s%s", *state ? "stands at " : "where it stands cannot be told", state);
    add_part(&line, ", since ", pdoc__node_text(pdoc__node_member(document, "since"), day), "");
    add_part(&line, " by ", pdoc__member_text(document, "event"), "");
    add_part(&line, "; version ", pdoc__member_text(document, "version-label"), "");
    pdoc__page_styled(page, PDOC__PLAIN, 2, line.data ? line.data : "");
    if (*pdoc__member_text(document, "note"))
        pdoc__page_styled(page, PDOC__YELLOW, 2, pdoc__member_text(document, "note"));
    page->out->failed = page->out->failed || line.failed;
    pdoc__buffer_free(&line);
}

static void write_document(struct pdoc__page *page, const struct pdoc__node *document)
{
    const struct pdoc__node *steps = pdoc__node_member(document, "steps");
    const struct pdoc__node *duties = pdoc__node_member(document, "duties");
    write_standing(page, document);
    if (steps && steps->first)
        pdoc__page_styled(page, PDOC__PLAIN, 2, "Next:");
    for (const struct pdoc__node *step = steps ? steps->first : NULL; step; step = step->next)
        write_step(page, step);
    if (duties && duties->first)
        pdoc__page_styled(page, PDOC__PLAIN, 2, "Open:");
    for (const struct pdoc__node *duty = duties ? duties->first : NULL; duty; duty = duty->next)
        pdoc__write_hindrance(page, duty, INDENT);
}

static void write_text(struct pdoc__page *page, const struct pdoc__node *root)
{
    const struct pdoc__node *documents = pdoc__node_member(root, "documents");
    if (!documents || !documents->first)
        pdoc__page_styled(page, PDOC__PLAIN, 0,
                          pdoc__member_flag(root, "only-late") ? "Nothing is late." : "There are no documents.");
    for (const struct pdoc__node *doc = documents ? documents->first : NULL; doc; doc = doc->next) {
        if (doc != documents->first)
            pdoc__page_end(page);
        write_document(page, doc);
    }
}

pdoc_text *pdoc_next_steps_publish(const pdoc_next_steps *next, const pdoc_publish_options *options, pdoc_error **error)
{
    static const struct pdoc__view view = {
        .what = "next steps",
        .text = write_text,
        .list = "lines",
        .columns = csv_columns,
        .column_count = sizeof csv_columns / sizeof *csv_columns,
    };
    pdoc_publish_options chosen;
    struct pdoc__tree tree;
    if (!next) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "there are no next steps to publish");
        return NULL;
    }
    if (!pdoc__publish_options(options, &view, &chosen, error))
        return NULL;
    pdoc__tree_begin(&tree, "report");
    struct asked asked = {.tree = &tree, .next = next, .only_late = chosen.late != 0};
    pdoc__tree_code(&tree, tree.root, "kind", "next-steps");
    pdoc__tree_date(&tree, tree.root, "as-of", pdoc_next_steps_as_of(next));
    pdoc__tree_flag(&tree, tree.root, "only-late", asked.only_late);
    struct pdoc__node *list = pdoc__tree_list(&tree, tree.root, "documents", "document");
    for (size_t i = 0; i < pdoc_next_steps_document_count(next); i++)
        put_document(&asked, list, i);
    if (chosen.format == PDOC_FORMAT_CSV)
        put_lines(&tree);
    return pdoc__publish(&tree, &view, &chosen, error);
}
