/* SPDX-License-Identifier: MIT */
/* What a change touches: the documents, nearest first, each with its way; then the rules. Judges nothing. */
#include <stdio.h>

#include "base/text.h"
#include "policydoc/impact.h"
#include "publish/view.h"

#define LEAD        14
#define LEAD_OF_WAY 12

/* Stable: scripts read these. */
static const char *const csv_columns[] = {"what",     "id",   "reference", "title",  "type", "phase",   "distance",
                                          "relation", "path", "owner",     "author", "due",  "profile", "clause"};

static void put_document(struct pdoc__tree *tree, struct pdoc__node *list, const pdoc_impact *impact, size_t index)
{
    struct pdoc__node *item = pdoc__tree_item(tree, list);
    pdoc__tree_code(tree, item, "what", "document");
    pdoc__tree_code(tree, item, "id", pdoc_impact_id(impact, index));
    pdoc__tree_code(tree, item, "reference", pdoc_impact_reference(impact, index));
    pdoc__tree_code(tree, item, "type", pdoc_impact_type(impact, index));
    pdoc__tree_code(tree, item, "phase", pdoc_table_code(PDOC_TABLE_PHASE, pdoc_impact_phase(impact, index)));
    pdoc__tree_number(tree, item, "distance", pdoc_impact_distance(impact, index));
    pdoc__tree_code(tree, item, "relation", pdoc_impact_relation(impact, index));
    pdoc__tree_date(tree, item, "due", pdoc_impact_due(impact, index));
    pdoc__tree_prose(tree, item, "title", pdoc_impact_title(impact, index));
    pdoc__tree_prose(tree, item, "path", pdoc_impact_path(impact, index));
    pdoc__tree_prose(tree, item, "owner", pdoc_impact_owner(impact, index));
    pdoc__tree_prose(tree, item, "author", pdoc_impact_author(impact, index));
}

static void put_rule(struct pdoc__tree *tree, struct pdoc__node *list, const pdoc_impact *impact, size_t index)
{
    struct pdoc__node *item = pdoc__tree_item(tree, list);
    const char *rule = pdoc_impact_rule_id(impact, index);
    pdoc__tree_code(tree, item, "what", rule ? "rule" : "profile");
    pdoc__tree_code(tree, item, "id", rule ? rule : pdoc_impact_rule_profile(impact, index));
    pdoc__tree_code(tree, item, "profile", pdoc_impact_rule_profile(impact, index));
    pdoc__tree_prose(tree, item, "clause", pdoc_impact_rule_clause(impact, index));
}

static void put_impact(struct pdoc__tree *tree, const pdoc_impact *impact)
{
    struct pdoc__node *root = tree->root;
    pdoc__tree_code(tree, root, "kind", "impact");
    pdoc__tree_date(tree, root, "as-of", pdoc_impact_as_of(impact));
    pdoc__tree_code(tree, root, "work", pdoc_impact_work(impact));
    pdoc__tree_code(tree, root, "clause", pdoc_impact_clause(impact));
    pdoc__tree_number(tree, root, "documents", (int64_t)pdoc_impact_count(impact));
    pdoc__tree_number(tree, root, "rules", (int64_t)pdoc_impact_rule_count(impact));
    pdoc__tree_prose(tree, root, "meaning", pdoc_impact_meaning(impact));
    struct pdoc__node *list = pdoc__tree_list(tree, root, "touched", "item");
    for (size_t i = 0; i < pdoc_impact_count(impact); i++)
        put_document(tree, list, impact, i);
    for (size_t i = 0; i < pdoc_impact_rule_count(impact); i++)
        put_rule(tree, list, impact, i);
}

static const char *phase_words(const struct pdoc__node *row, const char *text, char *buffer)
{
    (void)row;
    (void)buffer;
    return pdoc__label_of(PDOC_TABLE_PHASE, text);
}

static const struct pdoc__page_column page_columns[] = {
    {"distance", NULL, "Steps", true, 0, NULL, NULL, false},
    {"id", NULL, "Id", false, 1, NULL, NULL, false},
    {"reference", NULL, "Reference", false, 2, NULL, NULL, false},
    {"title", NULL, "Title", false, 3, NULL, NULL, false},
    {"phase", NULL, "Phase", false, 0, NULL, phase_words, false},
    {"owner", NULL, "Owner", false, 2, NULL, NULL, false},
    {"author", NULL, "Author", false, 2, NULL, NULL, false},
    {"due", NULL, "Review due", false, 0, NULL, NULL, false},
    {"profile", NULL, "Profile", false, 0, NULL, NULL, false},
    {"clause", NULL, "Clause", false, 3, NULL, NULL, false},
};
#define PAGE_COLUMN_COUNT (sizeof page_columns / sizeof *page_columns)

static void write_count(struct pdoc__page *page, const struct pdoc__node *root)
{
    char words[100];
    const long long documents = (long long)pdoc__member_number(root, "documents");
    const long long rules = (long long)pdoc__member_number(root, "rules");
    snprintf(words, sizeof words, "%lld document%s, %lld rule%s", documents, documents == 1 ? "" : "s", rules,
             rules == 1 ? "" : "s");
    pdoc__page_block(page, "Touched", LEAD, words);
}

static void write_text(struct pdoc__page *page, const struct pdoc__node *root)
{
    char buffer[PDOC__NODE_TEXT];
    const struct pdoc__node *touched = pdoc__node_member(root, "touched");
    pdoc__page_block(page, "Change of", LEAD, pdoc__member_text(root, "work"));
    if (*pdoc__member_text(root, "clause"))
        pdoc__page_block(page, "Clause", LEAD, pdoc__member_text(root, "clause"));
    pdoc__page_block(page, "That is", LEAD, pdoc__member_text(root, "meaning"));
    pdoc__page_block(page, "As of", LEAD, pdoc__node_text(pdoc__node_member(root, "as-of"), buffer));
    write_count(page, root);
    if (!touched || !touched->first)
        return;
    pdoc__page_end(page);
    pdoc__page_table(page, page_columns, PAGE_COLUMN_COUNT, touched, 0);
    if (pdoc__member_number(root, "documents") == 0)
        return;
    pdoc__page_end(page);
    pdoc__page_styled(page, PDOC__BOLD, 0, "Why");
    for (const struct pdoc__node *item = touched->first; item; item = item->next)
        if (pdoc__text_equal(pdoc__member_text(item, "what"), "document"))
            pdoc__page_block(page, pdoc__member_text(item, "id"), LEAD_OF_WAY, pdoc__member_text(item, "path"));
}

pdoc_text *pdoc_impact_publish(const pdoc_impact *impact, const pdoc_publish_options *options, pdoc_error **error)
{
    static const struct pdoc__view view = {
        .what = "what a change touches",
        .text = write_text,
        .list = "touched",
        .columns = csv_columns,
        .column_count = sizeof csv_columns / sizeof *csv_columns,
    };
    pdoc_publish_options chosen;
    if (!impact) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "there is nothing to publish");
        return NULL;
    }
    if (!pdoc__publish_options(options, &view, &chosen, error))
        return NULL;
    struct pdoc__tree tree;
    pdoc__tree_begin(&tree, "report");
    put_impact(&tree, impact);
    return pdoc__publish(&tree, &view, &chosen, error);
}
