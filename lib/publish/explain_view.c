/* SPDX-License-Identifier: MIT */
/* An explanation, step by step, with the rule and clause that each step follows. */
#include "base/text.h"
#include "publish/view.h"

#define MOST_DEPTH 16 /* what lies deeper is printed as deep as this */

static const char *const csv_columns[] = {"depth", "text", "rule", "clause", "inferred"};

static void add_part(struct pdoc__buffer *out, const char *sentence, const char *part, bool *is_open)
{
    if (!*part || pdoc__text_contains(sentence, part))
        return;
    pdoc__buffer_format(out, "%s%s", *is_open ? ", " : " [", part);
    *is_open = true;
}

/* The sentence, then in brackets what it rests on, as far as neither it nor the step above says so. */
static void step_words(struct pdoc__buffer *out, const struct pdoc__node *step, const struct pdoc__node *above)
{
    const char *sentence = pdoc__member_text(step, "text");
    bool is_open = false;
    pdoc__buffer_text(out, sentence);
    if (above && pdoc__text_equal(pdoc__member_text(above, "rule"), pdoc__member_text(step, "rule")))
        return;
    add_part(out, sentence, pdoc__member_text(step, "rule"), &is_open);
    add_part(out, sentence, pdoc__member_text(step, "clause"), &is_open);
    if (is_open)
        pdoc__buffer_byte(out, ']');
    if (pdoc__member_flag(step, "inferred") && !pdoc__text_contains(sentence, "inferred"))
        pdoc__buffer_text(out, " (inferred)");
}

static void write_text(struct pdoc__page *page, const struct pdoc__node *root)
{
    const struct pdoc__node *steps = pdoc__node_member(root, "steps");
    const struct pdoc__node *above[MOST_DEPTH + 1] = {NULL}; /* the last step at each depth */
    for (const struct pdoc__node *step = steps ? steps->first : NULL; step; step = step->next) {
        const int64_t written = pdoc__member_number(step, "depth");
        const size_t depth = written > MOST_DEPTH ? MOST_DEPTH : (size_t)written;
        struct pdoc__buffer words = {0};
        step_words(&words, step, depth > 1 ? above[depth - 1] : NULL);
        above[depth] = step;
        if (depth == 0 && step != steps->first)
            pdoc__page_end(page);
        pdoc__page_styled(page, depth == 0 ? PDOC__BOLD : PDOC__PLAIN, depth * 2, words.data ? words.data : "");
        page->out->failed = page->out->failed || words.failed;
        pdoc__buffer_free(&words);
    }
}

pdoc_text *pdoc_explanation_publish(const pdoc_explanation *explanation, const pdoc_publish_options *options,
                                    pdoc_error **error)
{
    static const struct pdoc__view view = {
        .what = "an explanation",
        .text = write_text,
        .list = "steps",
        .columns = csv_columns,
        .column_count = sizeof csv_columns / sizeof *csv_columns,
    };
    pdoc_publish_options chosen;
    if (!explanation) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "there is no explanation to publish");
        return NULL;
    }
    if (!pdoc__publish_options(options, &view, &chosen, error))
        return NULL;
    struct pdoc__tree tree;
    pdoc__tree_begin(&tree, "report");
    pdoc__tree_code(&tree, tree.root, "kind", "explanation");
    struct pdoc__node *steps = pdoc__tree_list(&tree, tree.root, "steps", "step");
    for (size_t i = 0; i < pdoc_explanation_count(explanation); i++) {
        struct pdoc__node *step = pdoc__tree_item(&tree, steps);
        pdoc__tree_number(&tree, step, "depth", pdoc_explanation_depth(explanation, i));
        pdoc__tree_code(&tree, step, "rule", pdoc_explanation_rule(explanation, i));
        pdoc__tree_code(&tree, step, "clause", pdoc_explanation_clause(explanation, i));
        pdoc__tree_flag(&tree, step, "inferred", pdoc_explanation_is_inferred(explanation, i));
        pdoc__tree_prose(&tree, step, "text", pdoc_explanation_text(explanation, i));
    }
    return pdoc__publish(&tree, &view, &chosen, error);
}
