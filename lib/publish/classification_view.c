/* SPDX-License-Identifier: MIT */
/* What came of classifying a text: types by score, each with its evidence, and what was set aside. */
#include "base/text.h"
#include "policydoc/classification.h"
#include "publish/view.h"

#define LEAD 14

/* Stable: scripts read these. */
static const char *const csv_columns[] = {"code",   "label", "score", "confidence", "alternative",
                                          "phrase", "place", "line",  "points",     "rule"};

static const char *const confidences[] = {
    [PDOC_CONFIDENCE_NONE] = "none",
    [PDOC_CONFIDENCE_UNCLEAR] = "unclear",
    [PDOC_CONFIDENCE_LIKELY] = "likely",
    [PDOC_CONFIDENCE_CLEAR] = "clear",
};

/* ---- the tree ---- */

static void put_item(struct pdoc__tree *tree, struct pdoc__node *list, const pdoc_classification *found, size_t type,
                     size_t index)
{
    struct pdoc__node *item = pdoc__tree_item(tree, list);
    pdoc__tree_prose(tree, item, "phrase", pdoc_evidence_phrase(found, type, index));
    pdoc__tree_code(tree, item, "place", pdoc_evidence_place(found, type, index));
    pdoc__tree_flag(tree, item, "self", pdoc_evidence_is_self(found, type, index));
    pdoc__tree_number(tree, item, "offset", (int64_t)pdoc_evidence_offset(found, type, index));
    pdoc__tree_number(tree, item, "line", pdoc_evidence_line(found, type, index));
    pdoc__tree_number(tree, item, "times", pdoc_evidence_times(found, type, index));
    pdoc__tree_number(tree, item, "points", pdoc_evidence_points(found, type, index));
    pdoc__tree_code(tree, item, "rule", pdoc_evidence_rule(found, type, index));
    pdoc__tree_code(tree, item, "profile", pdoc_evidence_profile(found, type, index));
    pdoc__tree_code(tree, item, "clause", pdoc_evidence_clause(found, type, index));
    pdoc__tree_flag(tree, item, "inferred", pdoc_evidence_is_inferred(found, type, index));
}

static void put_evidence(struct pdoc__tree *tree, struct pdoc__node *parent, const char *name,
                         const pdoc_classification *found, size_t type)
{
    struct pdoc__node *list = pdoc__tree_list(tree, parent, name, "item");
    for (size_t i = 0; i < pdoc_classification_evidence_count(found, type); i++)
        put_item(tree, list, found, type, i);
}

/* A list prints one line a type; the first piece of evidence stands for all. */
static void put_first(struct pdoc__tree *tree, struct pdoc__node *type, const pdoc_classification *found, size_t index)
{
    pdoc__tree_prose(tree, type, "phrase", pdoc_evidence_phrase(found, index, 0));
    pdoc__tree_code(tree, type, "place", pdoc_evidence_place(found, index, 0));
    pdoc__tree_number(tree, type, "line", pdoc_evidence_line(found, index, 0));
    pdoc__tree_number(tree, type, "points", pdoc_evidence_points(found, index, 0));
    pdoc__tree_code(tree, type, "rule", pdoc_evidence_rule(found, index, 0));
}

static void put_type(struct pdoc__tree *tree, struct pdoc__node *types, const pdoc_classification *found, size_t index,
                     bool is_flat)
{
    struct pdoc__node *type = pdoc__tree_item(tree, types);
    pdoc__tree_code(tree, type, "code", pdoc_classification_type(found, index));
    pdoc__tree_prose(tree, type, "label", pdoc_classification_label(found, index));
    pdoc__tree_number(tree, type, "score", pdoc_classification_score(found, index));
    pdoc__tree_flag(tree, type, "alternative", pdoc_classification_is_alternative(found, index));
    if (is_flat) {
        pdoc__tree_code(tree, type, "confidence", confidences[pdoc_classification_confidence(found)]);
        put_first(tree, type, found, index);
        return;
    }
    pdoc__tree_code(tree, type, "binding", pdoc_classification_binding(found, index));
    pdoc__tree_prose(tree, type, "definition", pdoc_classification_definition(found, index));
    put_evidence(tree, type, "evidence", found, index);
}

static void put_classification(struct pdoc__tree *tree, const pdoc_classification *found, bool is_flat)
{
    struct pdoc__node *root = tree->root;
    pdoc__tree_code(tree, root, "kind", "classification");
    pdoc__tree_code(tree, root, "profile", pdoc_classification_profile(found));
    pdoc__tree_prose(tree, root, "title", pdoc_classification_title(found));
    pdoc__tree_code(tree, root, "declared", pdoc_classification_declared(found));
    pdoc__tree_flag(tree, root, "contradicted", pdoc_classification_is_contradicted(found));
    pdoc__tree_code(tree, root, "confidence", confidences[pdoc_classification_confidence(found)]);
    pdoc__tree_prose(tree, root, "reason", pdoc_classification_reason(found));
    struct pdoc__node *types = pdoc__tree_list(tree, root, "types", "type");
    for (size_t i = 0; i < pdoc_classification_count(found); i++)
        put_type(tree, types, found, i, is_flat);
    put_evidence(tree, root, "set-aside", found, pdoc_classification_count(found));
}

/* ---- text ---- */

static void write_member(struct pdoc__page *page, const struct pdoc__node *object, const char *name, const char *lead)
{
    if (*pdoc__member_text(object, name))
        pdoc__page_block(page, lead, LEAD, pdoc__member_text(object, name));
}

static void write_item(struct pdoc__page *page, const struct pdoc__node *item)
{
    struct pdoc__buffer lead = {0};
    struct pdoc__buffer words = {0};
    const int64_t times = pdoc__member_number(item, "times");
    const bool is_answer = pdoc__text_equal(pdoc__member_text(item, "place"), "answers");
    pdoc__buffer_format(&lead, "  %+d", (int)pdoc__member_number(item, "points"));
    pdoc__buffer_format(&words, "\"%s\"", pdoc__member_text(item, "phrase"));
    if (is_answer)
        pdoc__buffer_text(&words, ", as answered");
    else
        pdoc__buffer_format(&words, " in %s, line %d", pdoc__member_text(item, "place"),
                            (int)pdoc__member_number(item, "line"));
    if (times > 1)
        pdoc__buffer_format(&words, ", %d times", (int)times);
    if (pdoc__member_flag(item, "self"))
        pdoc__buffer_text(&words, ", of itself");
    pdoc__buffer_format(&words, " (%s of %s)", pdoc__member_text(item, "rule"), pdoc__member_text(item, "profile"));
    if (*pdoc__member_text(item, "clause"))
        pdoc__buffer_format(&words, " [%s]", pdoc__member_text(item, "clause"));
    if (pdoc__member_flag(item, "inferred"))
        pdoc__buffer_text(&words, " (inferred)");
    pdoc__page_block(page, lead.data ? lead.data : "", LEAD, words.data ? words.data : "");
    page->out->failed |= lead.failed || words.failed;
    pdoc__buffer_free(&lead);
    pdoc__buffer_free(&words);
}

static void write_items(struct pdoc__page *page, const struct pdoc__node *list)
{
    for (const struct pdoc__node *item = list ? list->first : NULL; item; item = item->next)
        write_item(page, item);
}

static void write_type(struct pdoc__page *page, const struct pdoc__node *type)
{
    struct pdoc__buffer head = {0};
    const char *label = pdoc__member_text(type, "label");
    const char *code = pdoc__member_text(type, "code");
    pdoc__buffer_format(&head, "%s (%s): %d%s", *label ? label : code, code, (int)pdoc__member_number(type, "score"),
                        pdoc__member_flag(type, "alternative") ? ", also to think of" : "");
    pdoc__page_end(page);
    pdoc__page_styled(page, PDOC__BOLD, 0, head.data ? head.data : "");
    page->out->failed |= head.failed;
    pdoc__buffer_free(&head);
    write_member(page, type, "definition", "  Definition");
    write_member(page, type, "binding", "  Binding");
    write_items(page, pdoc__node_member(type, "evidence"));
}

static void write_text(struct pdoc__page *page, const struct pdoc__node *root)
{
    const struct pdoc__node *types = pdoc__node_member(root, "types");
    const struct pdoc__node *aside = pdoc__node_member(root, "set-aside");
    const char *title = pdoc__member_text(root, "title");
    pdoc__page_styled(page, PDOC__BOLD, 0, *title ? title : "Text without a title");
    write_member(page, root, "profile", "Profile");
    write_member(page, root, "declared", "Declared");
    pdoc__page_block(page, "Found", LEAD, pdoc__member_text(root, "reason"));
    if (pdoc__member_flag(root, "contradicted"))
        pdoc__page_styled(page, PDOC__YELLOW, LEAD, "the text contradicts the declared type, which holds all the same");
    for (const struct pdoc__node *type = types ? types->first : NULL; type; type = type->next)
        write_type(page, type);
    if (!aside || !aside->first)
        return;
    pdoc__page_end(page);
    pdoc__page_styled(page, PDOC__BOLD, 0, "Set aside: speaks for no type");
    write_items(page, aside);
}

pdoc_text *pdoc_classification_publish(const pdoc_classification *found, const pdoc_publish_options *options,
                                       pdoc_error **error)
{
    static const struct pdoc__view view = {
        .what = "a classification",
        .text = write_text,
        .list = "types",
        .columns = csv_columns,
        .column_count = sizeof csv_columns / sizeof *csv_columns,
    };
    pdoc_publish_options chosen;
    if (!found) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "there is no classification to publish");
        return NULL;
    }
    if (!pdoc__publish_options(options, &view, &chosen, error))
        return NULL;
    struct pdoc__tree tree;
    pdoc__tree_begin(&tree, "report");
    put_classification(&tree, found, chosen.format == PDOC_FORMAT_CSV);
    return pdoc__publish(&tree, &view, &chosen, error);
}
