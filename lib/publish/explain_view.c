/* SPDX-License-Identifier: MIT */
/* An explanation, step by step, with the rule and clause that each step follows; rules that are not met come first. */
#include "base/text.h"
#include "governance/explain/explain.h"
#include "publish/view.h"

#define MOST_DEPTH 16 /* what lies deeper is printed as deep as this */
#define NAMED_DEPTH 2 /* deeper steps do without their rule */
#define LEAD 12

static const char *const csv_columns[] = {"depth", "text", "rule", "clause", "inferred", "outcome"};

/* ---- the tree ---- */

/* In this order rules are told of: what is broken, what cannot be told, what is still to come. */
static const int outcome_order[] = {
    PDOC__NO_OUTCOME,    PDOC_OUTCOME_NOT_MET, PDOC_OUTCOME_UNDETERMINED,   PDOC_OUTCOME_PENDING,
    PDOC_OUTCOME_WAIVED, PDOC_OUTCOME_MET,     PDOC_OUTCOME_NOT_APPLICABLE,
};
#define OUTCOME_COUNT (sizeof outcome_order / sizeof *outcome_order)

static void put_step(struct pdoc__tree *tree, struct pdoc__node *steps, const pdoc_explanation *explanation,
                     size_t index)
{
    const int outcome = pdoc__explanation_outcome(explanation, index);
    struct pdoc__node *step = pdoc__tree_item(tree, steps);
    pdoc__tree_number(tree, step, "depth", pdoc_explanation_depth(explanation, index));
    pdoc__tree_code(tree, step, "rule", pdoc_explanation_rule(explanation, index));
    pdoc__tree_code(tree, step, "clause", pdoc_explanation_clause(explanation, index));
    pdoc__tree_flag(tree, step, "inferred", pdoc_explanation_is_inferred(explanation, index));
    pdoc__tree_code(tree, step, "outcome",
                    outcome == PDOC__NO_OUTCOME ? NULL : pdoc_table_code(PDOC_TABLE_OUTCOME, (size_t)outcome));
    pdoc__tree_prose(tree, step, "text", pdoc_explanation_text(explanation, index));
}

/* Steps of one outcome; what lies below a step follows it. */
static void put_outcome(struct pdoc__tree *tree, struct pdoc__node *steps, const pdoc_explanation *explanation,
                        int outcome)
{
    int current = PDOC__NO_OUTCOME;
    for (size_t i = 0; i < pdoc_explanation_count(explanation); i++) {
        if (pdoc_explanation_depth(explanation, i) <= 1)
            current = pdoc__explanation_outcome(explanation, i);
        if (current == outcome)
            put_step(tree, steps, explanation, i);
    }
}

static void put_head(struct pdoc__tree *tree, const struct pdoc__explained *head)
{
    pdoc__tree_code(tree, tree->root, "kind", "explanation");
    pdoc__tree_code(tree, tree->root, "id", head->id);
    pdoc__tree_code(tree, tree->root, "reference", head->reference);
    pdoc__tree_date(tree, tree->root, "as-of", head->as_of);
    pdoc__tree_date(tree, tree->root, "known-on", head->known_on);
    pdoc__tree_code(tree, tree->root, "profile", head->profile);
    pdoc__tree_code(tree, tree->root, "hash", head->profile_hash);
    pdoc__tree_prose(tree, tree->root, "title", head->title);
    pdoc__tree_prose(tree, tree->root, "profile-title", head->profile_title);
}

/* ---- text ---- */

static void add_part(struct pdoc__buffer *out, const char *part, bool *is_open)
{
    if (!*part)
        return;
    pdoc__buffer_format(out, "%s%s", *is_open ? ", " : " [", part);
    *is_open = true;
}

/* The sentence, then in brackets what it rests on, unless the step above rests on the same rule. */
static void step_words(struct pdoc__buffer *out, const struct pdoc__node *step, const struct pdoc__node *above)
{
    const char *sentence = pdoc__member_text(step, "text");
    bool is_open = false;
    pdoc__buffer_text(out, sentence);
    if (pdoc__member_number(step, "depth") > NAMED_DEPTH)
        return;
    if (above && pdoc__text_equal(pdoc__member_text(above, "rule"), pdoc__member_text(step, "rule")))
        return;
    add_part(out, pdoc__member_text(step, "rule"), &is_open);
    add_part(out, pdoc__member_text(step, "clause"), &is_open);
    if (is_open)
        pdoc__buffer_byte(out, ']');
    if (pdoc__member_flag(step, "inferred") && !pdoc__text_contains(sentence, "inferred"))
        pdoc__buffer_text(out, " (inferred)");
}

static void write_member(struct pdoc__page *page, const struct pdoc__node *root, const char *name, const char *lead)
{
    char buffer[PDOC__NODE_TEXT];
    const struct pdoc__node *member = pdoc__node_member(root, name);
    if (!pdoc__node_is_empty(member))
        pdoc__page_block(page, lead, LEAD, pdoc__node_text(member, buffer));
}

static void write_words(struct pdoc__page *page, const char *lead, struct pdoc__buffer *words)
{
    pdoc__page_block(page, lead, LEAD, words->data ? words->data : "");
    page->out->failed = page->out->failed || words->failed;
    pdoc__buffer_free(words);
}

static void write_head(struct pdoc__page *page, const struct pdoc__node *root)
{
    struct pdoc__buffer words = {0};
    const char *title = pdoc__member_text(root, "title");
    const char *profile = pdoc__member_text(root, "profile");
    pdoc__page_styled(page, PDOC__BOLD, 0, *title ? title : "Document without a title");
    write_member(page, root, "id", "Id");
    if (!pdoc__text_same(pdoc__member_text(root, "reference"), title))
        write_member(page, root, "reference", "Reference");
    write_member(page, root, "as-of", "As of");
    write_member(page, root, "known-on", "Known on");
    pdoc__buffer_text(&words, *profile ? profile : "none");
    if (*pdoc__member_text(root, "hash"))
        pdoc__buffer_format(&words, " (hash %s): %s", pdoc__member_text(root, "hash"),
                            pdoc__member_text(root, "profile-title"));
    else if (*profile)
        pdoc__buffer_text(&words, ", which is not known");
    write_words(page, "Profile", &words);
}

static bool applies(const struct pdoc__node *step)
{
    return !pdoc__text_equal(pdoc__member_text(step, "outcome"),
                             pdoc_table_code(PDOC_TABLE_OUTCOME, PDOC_OUTCOME_NOT_APPLICABLE));
}

static void write_step(struct pdoc__page *page, const struct pdoc__node *step, const struct pdoc__node **above)
{
    const int64_t written = pdoc__member_number(step, "depth");
    const size_t depth = written > MOST_DEPTH ? MOST_DEPTH : (size_t)written;
    struct pdoc__buffer words = {0};
    step_words(&words, step, depth > 1 ? above[depth - 1] : NULL);
    above[depth] = step;
    if (depth == 0)
        pdoc__page_end(page);
    if (words.data && depth > 0 && depth <= NAMED_DEPTH && words.data[0] >= 'a' && words.data[0] <= 'z')
        words.data[0] = (char)(words.data[0] - 'a' + 'A');
    pdoc__page_styled(page, depth == 0 ? PDOC__BOLD : PDOC__PLAIN, depth * 2, words.data ? words.data : "");
    page->out->failed = page->out->failed || words.failed;
    pdoc__buffer_free(&words);
}

/* Rules that do not apply come last; unless all are asked for they are only counted. */
static void write_steps(struct pdoc__page *page, const struct pdoc__node *root, bool all)
{
    const struct pdoc__node *steps = pdoc__node_member(root, "steps");
    const struct pdoc__node *above[MOST_DEPTH + 1] = {NULL}; /* the last step at each depth */
    size_t others = 0;
    bool is_left_out = false;
    for (const struct pdoc__node *step = steps ? steps->first : NULL; step; step = step->next) {
        if (pdoc__member_number(step, "depth") <= 1)
            is_left_out = !all && !applies(step);
        if (!is_left_out)
            write_step(page, step, above);
        others += is_left_out && !applies(step);
    }
    if (others == 0)
        return;
    struct pdoc__buffer words = {0};
    pdoc__buffer_number(&words, (int64_t)others);
    pdoc__buffer_text(&words,
                      others == 1 ? " rule does not apply, and is not shown." : " rules do not apply, and are not shown.");
    pdoc__page_styled(page, PDOC__DIM, 2, words.data ? words.data : "");
    page->out->failed = page->out->failed || words.failed;
    pdoc__buffer_free(&words);
}

static void write_some(struct pdoc__page *page, const struct pdoc__node *root)
{
    write_head(page, root);
    write_steps(page, root, false);
}

static void write_all(struct pdoc__page *page, const struct pdoc__node *root)
{
    write_head(page, root);
    write_steps(page, root, true);
}

pdoc_text *pdoc_explanation_publish(const pdoc_explanation *explanation, const pdoc_publish_options *options,
                                    pdoc_error **error)
{
    struct pdoc__view view = {
        .what = "an explanation",
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
    view.text = chosen.all ? write_all : write_some;
    struct pdoc__tree tree;
    pdoc__tree_begin(&tree, "report");
    put_head(&tree, pdoc__explanation_head(explanation));
    struct pdoc__node *steps = pdoc__tree_list(&tree, tree.root, "steps", "step");
    for (size_t i = 0; i < OUTCOME_COUNT; i++)
        put_outcome(&tree, steps, explanation, outcome_order[i]);
    return pdoc__publish(&tree, &view, &chosen, error);
}
