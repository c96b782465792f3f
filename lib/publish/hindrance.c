/* SPDX-License-Identifier: MIT */
/* What stands in the way of a step: its members in the tree, its lines on the page. Judges nothing. */
#include "publish/hindrance.h"

#include <string.h>

#include "policydoc/vocabulary.h"
#include "publish/view.h"

const char *pdoc__truth_words(pdoc_truth truth)
{
    return truth == PDOC_TRUE ? "yes" : truth == PDOC_FALSE ? "no" : "unknown";
}

void pdoc__put_hindrance(struct pdoc__tree *tree, struct pdoc__node *row, const struct pdoc__hindrance *hindrance)
{
    pdoc__tree_code(tree, row, "rule", hindrance->rule);
    pdoc__tree_code(tree, row, "outcome", pdoc_table_code(PDOC_TABLE_OUTCOME, hindrance->outcome));
    pdoc__tree_code(tree, row, "modality", pdoc_table_code(PDOC_TABLE_MODALITY, hindrance->modality));
    pdoc__tree_flag(tree, row, "inferred", hindrance->is_inferred);
    pdoc__tree_code(tree, row, "clause", hindrance->clause);
    pdoc__tree_code(tree, row, "place", hindrance->place);
    pdoc__tree_prose(tree, row, "message", hindrance->message);
    pdoc__tree_prose(tree, row, "remedy", hindrance->remedy);
}

void pdoc__add_source(struct pdoc__buffer *line, const struct pdoc__node *row)
{
    const char *rule = pdoc__member_text(row, "rule");
    const char *clause = pdoc__member_text(row, "clause");
    if (!*rule && !*clause)
        return;
    pdoc__buffer_format(line, " [%s%s%s%s]", rule, *rule && *clause ? ", " : "", clause,
                        pdoc__member_flag(row, "inferred") ? ", inferred" : "");
}

/* "must, not met", "should, cannot be told" */
static enum pdoc__style style_of(const struct pdoc__node *row)
{
    if (strcmp(pdoc__member_text(row, "modality"), "must") != 0)
        return PDOC__PLAIN;
    return strcmp(pdoc__member_text(row, "outcome"), "undetermined") == 0 ? PDOC__YELLOW : PDOC__RED;
}

void pdoc__write_hindrance(struct pdoc__page *page, const struct pdoc__node *row, size_t indent)
{
    char day[PDOC__NODE_TEXT];
    struct pdoc__buffer line = {0};
    const struct pdoc__node *late = pdoc__node_member(row, "late-since");
    const char *since = late ? pdoc__node_text(late, day) : "";
    pdoc__buffer_format(&line, "%s, %s", pdoc__label_of(PDOC_TABLE_MODALITY, pdoc__member_text(row, "modality")),
                        pdoc__label_of(PDOC_TABLE_OUTCOME, pdoc__member_text(row, "outcome")));
    if (*since)
        pdoc__buffer_format(&line, ", late since %s", since);
    pdoc__buffer_format(&line, ": %s", pdoc__member_text(row, "message"));
    pdoc__add_source(&line, row);
    pdoc__page_styled(page, style_of(row), indent, line.data ? line.data : "");
    if (*pdoc__member_text(row, "remedy"))
        pdoc__page_styled(page, PDOC__PLAIN, indent + 2, pdoc__member_text(row, "remedy"));
    page->out->failed = page->out->failed || line.failed;
    pdoc__buffer_free(&line);
}
