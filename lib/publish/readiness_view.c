/* SPDX-License-Identifier: MIT */
/* Readiness: can it go, what stands in the way, what is only advised. Judges nothing. */
#include <string.h>

#include "base/error.h"
#include "publish/hindrance.h"
#include "publish/view.h"

#define INDENT 2

/* Stable: scripts read these. */
static const char *const csv_columns[] = {"outcome",  "modality", "rule",    "clause",
                                          "inferred", "place",    "message", "remedy"};

static void put_head(struct pdoc__tree *tree, const pdoc_readiness *readiness)
{
    struct pdoc__node *root = tree->root;
    pdoc__tree_code(tree, root, "kind", "readiness");
    pdoc__tree_date(tree, root, "as-of", pdoc_readiness_as_of(readiness));
    pdoc__tree_code(tree, root, "ready", pdoc__truth_words(pdoc_readiness_answer(readiness)));
    pdoc__tree_code(tree, root, "id", pdoc_readiness_document_id(readiness));
    pdoc__tree_code(tree, root, "reference", pdoc_readiness_document_reference(readiness));
    pdoc__tree_number(tree, root, "version", pdoc_readiness_version(readiness));
    pdoc__tree_code(tree, root, "purpose", pdoc_readiness_purpose(readiness));
    pdoc__tree_code(tree, root, "rule", pdoc_readiness_rule(readiness));
    pdoc__tree_code(tree, root, "clause", pdoc_readiness_clause(readiness));
    pdoc__tree_prose(tree, root, "title", pdoc_readiness_document_title(readiness));
    pdoc__tree_prose(tree, root, "body", pdoc_readiness_body(readiness));
    pdoc__tree_prose(tree, root, "role", pdoc_readiness_role(readiness));
    pdoc__tree_prose(tree, root, "note", pdoc_readiness_note(readiness));
}

static void put_obstacles(struct pdoc__tree *tree, const pdoc_readiness *readiness)
{
    struct pdoc__node *list = pdoc__tree_list(tree, tree->root, "obstacles", "obstacle");
    for (size_t i = 0; i < pdoc_readiness_obstacle_count(readiness); i++)
        pdoc__put_hindrance(
            tree, pdoc__tree_item(tree, list),
            &(struct pdoc__hindrance){.message = pdoc_readiness_obstacle_message(readiness, i),
                                      .rule = pdoc_readiness_obstacle_rule(readiness, i),
                                      .clause = pdoc_readiness_obstacle_clause(readiness, i),
                                      .place = pdoc_readiness_obstacle_place(readiness, i),
                                      .remedy = pdoc_readiness_obstacle_remedy(readiness, i),
                                      .outcome = pdoc_readiness_obstacle_outcome(readiness, i),
                                      .modality = pdoc_readiness_obstacle_modality(readiness, i),
                                      .is_inferred = pdoc_readiness_obstacle_is_inferred(readiness, i)});
}

static void write_answer(struct pdoc__page *page, const struct pdoc__node *root)
{
    static const struct {
        const char *ready;
        const char *words;
        enum pdoc__style style;
    } answers[] = {
        {"yes", "Ready", PDOC__GREEN}, {"no", "Not ready", PDOC__RED}, {"unknown", "Cannot be told", PDOC__YELLOW}};
    struct pdoc__buffer line = {0};
    const char *ready = pdoc__member_text(root, "ready");
    const char *body = pdoc__member_text(root, "body");
    const char *role = pdoc__member_text(root, "role");
    const char *title = pdoc__member_text(root, "title");
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        if (strcmp(answers[i].ready, ready) != 0)
            continue;
        pdoc__buffer_format(&line, "%s for %s%s%s%s%s: %s", answers[i].words, pdoc__member_text(root, "purpose"),
                            *body ? " by " : "", body, *role ? " as " : "", role,
                            *title ? title : pdoc__member_text(root, "id"));
        pdoc__add_source(&line, root);
        pdoc__page_styled(page, answers[i].style, 0, line.data ? line.data : "");
    }
    page->out->failed = page->out->failed || line.failed;
    pdoc__buffer_free(&line);
}

static void write_group(struct pdoc__page *page, const struct pdoc__node *list, const char *title, bool of_musts)
{
    bool is_first = true;
    for (const struct pdoc__node *row = list ? list->first : NULL; row; row = row->next) {
        if ((strcmp(pdoc__member_text(row, "modality"), "must") == 0) != of_musts)
            continue;
        if (is_first)
            pdoc__page_styled(page, PDOC__BOLD, 0, title);
        is_first = false;
        pdoc__write_hindrance(page, row, INDENT);
    }
}

static void write_text(struct pdoc__page *page, const struct pdoc__node *root)
{
    const struct pdoc__node *list = pdoc__node_member(root, "obstacles");
    write_answer(page, root);
    if (*pdoc__member_text(root, "note"))
        pdoc__page_styled(page, PDOC__YELLOW, 0, pdoc__member_text(root, "note"));
    write_group(page, list, "In the way:", true);
    write_group(page, list, "Advised:", false);
}

pdoc_text *pdoc_readiness_publish(const pdoc_readiness *readiness, const pdoc_publish_options *options,
                                  pdoc_error **error)
{
    static const struct pdoc__view view = {
        .what = "readiness",
        .text = write_text,
        .list = "obstacles",
        .columns = csv_columns,
        .column_count = sizeof csv_columns / sizeof *csv_columns,
    };
    pdoc_publish_options chosen;
    struct pdoc__tree tree;
    if (!readiness) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "there is no readiness to publish");
        return NULL;
    }
    if (!pdoc__publish_options(options, &view, &chosen, error))
        return NULL;
    pdoc__tree_begin(&tree, "report");
    put_head(&tree, readiness);
    put_obstacles(&tree, readiness);
    return pdoc__publish(&tree, &view, &chosen, error);
}
