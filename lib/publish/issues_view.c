/* SPDX-License-Identifier: MIT */
/* The practice issues of a register as a list, and the figures on them. */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "governance/escalating/figures.h"
#include "publish/view.h"

/* ---- the list ---- */

/* Stable: scripts read these. */
static const char *const list_columns[] = {"id",    "case",  "track", "on", "raised-by", "organisation", "state", "outcome",
                                           "stage", "since", "next",  "by", "late",   "not-met"};

static const char *state_words(const struct pdoc__node *row, const char *text, char *buffer)
{
    (void)row;
    (void)buffer;
    return pdoc__label_of(PDOC_TABLE_ISSUE_STATE, text);
}

static const struct pdoc__page_column list_page[] = {
    {"id", NULL, "Issue", false, 0, NULL, NULL, true},
    {"case", NULL, "Case", false, 0, NULL, NULL, true},
    {"on", NULL, "Raised", false, 0, NULL, NULL, false},
    {"state", NULL, "State", false, 0, NULL, state_words, false},
    {"stage-label", "stage", "Stage", false, 2, NULL, NULL, false},
    {"since", NULL, "Since", false, 0, NULL, NULL, false},
    {"next", NULL, "Next", false, 3, NULL, NULL, false},
    {"by", NULL, "By", false, 0, NULL, NULL, false},
    {"not-met", NULL, "Not\nmet", true, 0, NULL, NULL, false},
};

static void write_list(struct pdoc__page *page, const struct pdoc__node *root)
{
    const struct pdoc__node *list = pdoc__node_member(root, "issues");
    if (list->number > 0)
        pdoc__page_table(page, list_page, sizeof list_page / sizeof *list_page, list, 0);
    else
        pdoc__page_styled(page, PDOC__PLAIN, 0, "No practice issue is recorded.");
}

/* The first thing that must be done; of those that should, where none must. */
static size_t first_next(const pdoc_standing *standing)
{
    const size_t count = pdoc_standing_next_count(standing);
    for (int modality = PDOC_MODALITY_MUST; modality <= PDOC_MODALITY_SHOULD; modality++)
        for (size_t i = 0; i < count; i++)
            if ((int)pdoc_standing_next_modality(standing, i) == modality)
                return i;
    return count;
}

static const char *keep(struct pdoc__tree *tree, const char *text)
{
    return text ? pdoc__tree_copy(tree, text, strlen(text)) : NULL;
}

static const char *late_word(pdoc_truth truth)
{
    return truth == PDOC_TRUE ? "yes" : truth == PDOC_FALSE ? "no" : "unknown";
}

static void put_issue(struct pdoc__tree *tree, struct pdoc__node *list, const pdoc_issue *issue,
                      const pdoc_standing *standing)
{
    struct pdoc__node *row = pdoc__tree_item(tree, list);
    const size_t next = first_next(standing);
    int64_t not_met = 0;
    for (size_t i = 0; i < pdoc_standing_finding_count(standing); i++)
        not_met += pdoc_standing_finding_outcome(standing, i) == PDOC_OUTCOME_NOT_MET;
    pdoc__tree_code(tree, row, "id", pdoc_issue_id(issue));
    pdoc__tree_code(tree, row, "case", pdoc_issue_attribute(issue, "case"));
    pdoc__tree_code(tree, row, "track", pdoc_issue_attribute(issue, "track"));
    pdoc__tree_date(tree, row, "on", pdoc_issue_on(issue));
    pdoc__tree_code(tree, row, "raised-by", pdoc_issue_attribute(issue, "by"));
    pdoc__tree_code(tree, row, "organisation", pdoc_issue_attribute(issue, "organisation"));
    pdoc__tree_code(tree, row, "state", pdoc_table_code(PDOC_TABLE_ISSUE_STATE, pdoc_standing_state(standing)));
    pdoc__tree_code(tree, row, "outcome", keep(tree, pdoc_standing_outcome(standing)));
    pdoc__tree_code(tree, row, "stage", keep(tree, pdoc_standing_stage(standing)));
    pdoc__tree_date(tree, row, "since", pdoc_standing_since(standing));
    pdoc__tree_date(tree, row, "by", pdoc_standing_next_by(standing, next));
    pdoc__tree_code(tree, row, "late",
                    next < pdoc_standing_next_count(standing) ? late_word(pdoc_standing_next_is_late(standing, next)) : NULL);
    pdoc__tree_number(tree, row, "not-met", not_met);
    pdoc__tree_prose(tree, row, "stage-label", keep(tree, pdoc_standing_stage_label(standing)));
    pdoc__tree_prose(tree, row, "next", keep(tree, pdoc_standing_next_words(standing, next)));
}

/* Was it raised by the day judged for, and entered by the day whose knowledge counts? */
static bool is_known(const pdoc_issue *issue, const pdoc_basis *basis)
{
    pdoc_date known = pdoc_issue_on(issue);
    const char *recorded = pdoc_issue_attribute(issue, "recorded");
    if (recorded && pdoc_date_parse(recorded, &known, NULL) != PDOC_OK)
        return false;
    return pdoc_date_compare(pdoc_issue_on(issue), pdoc_date_last(basis->as_of)) <= 0 &&
           (!pdoc_date_is_recorded(basis->known_on) || pdoc_date_compare(known, pdoc_date_last(basis->known_on)) <= 0);
}

static bool put_issues(struct pdoc__tree *tree, const pdoc_register *reg, const pdoc_basis *basis, pdoc_error **error)
{
    struct pdoc__node *list = pdoc__tree_list(tree, tree->root, "issues", "issue");
    for (size_t i = 0; i < pdoc_register_issue_count(reg); i++) {
        const pdoc_issue *issue = pdoc_register_issue(reg, i);
        if (!is_known(issue, basis))
            continue;
        pdoc_standing *standing = pdoc_issue_standing(issue, basis, error);
        if (!standing)
            return false;
        put_issue(tree, list, issue, standing);
        pdoc_standing_unref(standing);
    }
    return true;
}

pdoc_text *pdoc_register_publish_issues(const pdoc_register *reg, const pdoc_basis *basis,
                                        const pdoc_publish_options *options, pdoc_error **error)
{
    static const struct pdoc__view view = {
        .what = "a list of practice issues",
        .text = write_list,
        .list = "issues",
        .columns = list_columns,
        .column_count = sizeof list_columns / sizeof *list_columns,
    };
    pdoc_publish_options chosen;
    struct pdoc__tree tree;
    if (!reg || !basis || basis->size != sizeof *basis) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "to list practice issues needs a register and a basis");
        return NULL;
    }
    if (!pdoc__publish_options(options, &view, &chosen, error))
        return NULL;
    pdoc__tree_begin(&tree, "report");
    pdoc__tree_code(&tree, tree.root, "kind", "practice-issues");
    pdoc__tree_date(&tree, tree.root, "as-of", basis->as_of);
    if (put_issues(&tree, reg, basis, error))
        return pdoc__publish(&tree, &view, &chosen, error);
    pdoc__tree_free(&tree);
    return NULL;
}

/* ---- the figures ---- */

static const char *const figure_columns[] = {"track", "measure", "key", "number"};
static const struct pdoc__page_column figure_page[] = {
    {"track", NULL, "Track", false, 0, NULL, NULL, false},
    {"measure", NULL, "Measure", false, 0, NULL, NULL, false},
    {"key", NULL, "Of", false, 1, NULL, NULL, false},
    {"number", NULL, "Number", true, 0, NULL, NULL, true},
};

static void write_figures(struct pdoc__page *page, const struct pdoc__node *root)
{
    const struct pdoc__node *list = pdoc__node_member(root, "figures");
    if (list->number > 0)
        pdoc__page_table(page, figure_page, sizeof figure_page / sizeof *figure_page, list, 0);
    else
        pdoc__page_styled(page, PDOC__PLAIN, 0, "No practice issue was raised in the period.");
}

pdoc_text *pdoc_issue_figures_publish(const pdoc_issue_figures *figures, const pdoc_publish_options *options,
                                      pdoc_error **error)
{
    static const struct pdoc__view view = {
        .what = "figures on practice issues",
        .text = write_figures,
        .list = "figures",
        .columns = figure_columns,
        .column_count = sizeof figure_columns / sizeof *figure_columns,
    };
    pdoc_publish_options chosen;
    struct pdoc__tree tree;
    if (!figures) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "there are no figures to publish");
        return NULL;
    }
    if (!pdoc__publish_options(options, &view, &chosen, error))
        return NULL;
    pdoc__tree_begin(&tree, "report");
    pdoc__tree_code(&tree, tree.root, "kind", "practice-issue-figures");
    pdoc__tree_date(&tree, tree.root, "as-of", figures->as_of);
    pdoc__tree_date(&tree, tree.root, "from", figures->first);
    pdoc__tree_date(&tree, tree.root, "to", figures->last);
    struct pdoc__node *list = pdoc__tree_list(&tree, tree.root, "figures", "figure");
    for (size_t i = 0; i < figures->count; i++) {
        struct pdoc__node *row = pdoc__tree_item(&tree, list);
        pdoc__tree_code(&tree, row, "track", figures->items[i].track);
        pdoc__tree_code(&tree, row, "measure", figures->items[i].measure);
        pdoc__tree_code(&tree, row, "key", figures->items[i].key);
        pdoc__tree_number(&tree, row, "number", figures->items[i].number);
    }
    return pdoc__publish(&tree, &view, &chosen, error);
}
