/* SPDX-License-Identifier: MIT */
/* The plan of one document: what is to be done by when and by whom, what warns, what stands in the way. */
#include "base/text.h"
#include "governance/plans/back_plan.h"
#include "policydoc/plan.h"
#include "publish/view.h"
#include "time/interval.h"

#define LEAD 14
#define LEAD_OF_STEP 24

/* Stable: scripts read these. */
static const char *const csv_columns[] = {"on",   "weekday", "step",     "kind",     "label",       "who",   "slack",
                                          "state", "rule",   "modality", "inferred", "provisional", "clause", "reason"};

/* ---- the tree ---- */

static const char *weekday_of(pdoc_date date)
{
    static const char *const names[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    if (date.day == 0)
        return NULL;
    return names[((pdoc__day_number(date) + 3) % 7 + 7) % 7]; /* day 0, 1970-01-01, was a Thursday */
}

static void put_step(struct pdoc__tree *tree, struct pdoc__node *steps, const pdoc_plan *plan, size_t index)
{
    struct pdoc__node *step = pdoc__tree_item(tree, steps);
    const pdoc_date on = pdoc_plan_step_on(plan, index);
    pdoc__tree_date(tree, step, "on", on);
    pdoc__tree_code(tree, step, "weekday", weekday_of(on));
    pdoc__tree_code(tree, step, "step", pdoc_plan_step_id(plan, index));
    pdoc__tree_code(tree, step, "kind", pdoc_plan_step_kind(plan, index));
    pdoc__tree_code(tree, step, "state", pdoc_table_code(PDOC_TABLE_STEP_STATE, pdoc_plan_step_state(plan, index)));
    pdoc__tree_number(tree, step, "slack", pdoc_plan_step_slack(plan, index));
    pdoc__tree_code(tree, step, "rule", pdoc_plan_step_rule(plan, index));
    pdoc__tree_code(tree, step, "clause", pdoc_plan_step_clause(plan, index));
    pdoc__tree_code(tree, step, "modality", pdoc_table_code(PDOC_TABLE_MODALITY, pdoc_plan_step_modality(plan, index)));
    pdoc__tree_flag(tree, step, "inferred", pdoc_plan_step_is_inferred(plan, index));
    pdoc__tree_flag(tree, step, "provisional", pdoc_plan_step_is_provisional(plan, index));
    pdoc__tree_prose(tree, step, "label", pdoc_plan_step_label(plan, index));
    pdoc__tree_prose(tree, step, "who", pdoc_plan_step_who(plan, index));
    pdoc__tree_prose(tree, step, "reason", pdoc_plan_step_reason(plan, index));
}

static void put_plan(struct pdoc__tree *tree, const pdoc_plan *plan)
{
    struct pdoc__node *root = tree->root;
    pdoc__tree_code(tree, root, "kind", "plan");
    pdoc__tree_code(tree, root, "id", pdoc_plan_document_id(plan));
    pdoc__tree_code(tree, root, "reference", pdoc_plan_document_reference(plan));
    pdoc__tree_date(tree, root, "as-of", pdoc_plan_as_of(plan));
    pdoc__tree_date(tree, root, "deadline", pdoc_plan_deadline(plan));
    pdoc__tree_flag(tree, root, "feasible", pdoc_plan_is_feasible(plan));
    pdoc__tree_number(tree, root, "late", (int64_t)plan->late);
    pdoc__tree_number(tree, root, "passed-over", (int64_t)plan->passed_over);
    pdoc__tree_date(tree, root, "nearest-meeting", pdoc_plan_nearest_meeting(plan));
    pdoc__tree_prose(tree, root, "title", pdoc_plan_document_title(plan));
    pdoc__tree_prose(tree, root, "deadline-reason", pdoc_plan_deadline_reason(plan));
    pdoc__tree_prose(tree, root, "obstacle", pdoc_plan_obstacle(plan));
    struct pdoc__node *steps = pdoc__tree_list(tree, root, "steps", "step");
    for (size_t i = 0; i < pdoc_plan_step_count(plan); i++)
        put_step(tree, steps, plan, i);
    struct pdoc__node *warnings = pdoc__tree_list(tree, root, "warnings", "warning");
    for (size_t i = 0; i < pdoc_plan_warning_count(plan); i++)
        pdoc__tree_prose(tree, pdoc__tree_item(tree, warnings), "text", pdoc_plan_warning(plan, i));
}

/* ---- text ---- */

static enum pdoc__style style_of_state(const struct pdoc__node *row)
{
    static const struct {
        const char *state;
        enum pdoc__style style;
    } styles[] = {{"done", PDOC__GREEN}, {"late", PDOC__RED}, {"open", PDOC__YELLOW}};
    for (size_t i = 0; i < sizeof styles / sizeof *styles; i++)
        if (pdoc__text_equal(pdoc__member_text(row, "state"), styles[i].state))
            return styles[i].style;
    return PDOC__PLAIN;
}

static const char *state_words(const struct pdoc__node *row, const char *text, char *buffer)
{
    (void)row;
    (void)buffer;
    return pdoc__label_of(PDOC_TABLE_STEP_STATE, text);
}

/* A step without a day has no slack. */
static const char *slack_words(const struct pdoc__node *row, const char *text, char *buffer)
{
    (void)buffer;
    return pdoc__node_is_empty(pdoc__node_member(row, "on")) ? "" : text;
}

static const struct pdoc__page_column page_columns[] = {
    {"on", NULL, "Day", false, 0, NULL, NULL, true},
    {"weekday", NULL, "", false, 0, NULL, NULL, false},
    {"label", NULL, "Step", false, 3, NULL, NULL, false},
    {"who", NULL, "Who", false, 2, NULL, NULL, false},
    {"slack", NULL, "Slack\nin days", true, 0, NULL, slack_words, false},
    {"state", NULL, "State", false, 0, style_of_state, state_words, false},
};
#define PAGE_COLUMN_COUNT (sizeof page_columns / sizeof *page_columns)

static void write_member(struct pdoc__page *page, const struct pdoc__node *root, const char *name, const char *lead)
{
    char buffer[PDOC__NODE_TEXT];
    const struct pdoc__node *member = pdoc__node_member(root, name);
    if (!pdoc__node_is_empty(member))
        pdoc__page_block(page, lead, LEAD, pdoc__node_text(member, buffer));
}

static void write_deadline(struct pdoc__page *page, const struct pdoc__node *root)
{
    char buffer[PDOC__NODE_TEXT];
    struct pdoc__buffer words = {0};
    const char *day = pdoc__node_text(pdoc__node_member(root, "deadline"), buffer);
    pdoc__buffer_format(&words, "%s%s%s", *day ? day : "", *day ? ": " : "", pdoc__member_text(root, "deadline-reason"));
    pdoc__page_block(page, "Deadline", LEAD, words.data ? words.data : "");
    page->out->failed = page->out->failed || words.failed;
    pdoc__buffer_free(&words);
}

/* How the day of a step was reached, and what that rests on. */
static void write_reason(struct pdoc__page *page, const struct pdoc__node *step)
{
    struct pdoc__buffer words = {0};
    const char *clause = pdoc__member_text(step, "clause");
    const char *modality = pdoc__member_text(step, "modality");
    pdoc__buffer_text(&words, pdoc__member_text(step, "reason"));
    if (*clause)
        pdoc__buffer_format(&words, " [%s]", clause);
    if (!pdoc__text_equal(modality, "must"))
        pdoc__buffer_format(&words, " (%s)", modality);
    if (pdoc__member_flag(step, "inferred"))
        pdoc__buffer_text(&words, " (inferred)");
    if (pdoc__member_flag(step, "provisional"))
        pdoc__buffer_text(&words, " (provisional: no holidays are known for these days)");
    struct pdoc__buffer lead = {0};
    pdoc__buffer_format(&lead, "  %s", pdoc__member_text(step, "step"));
    pdoc__page_block(page, lead.data ? lead.data : "", LEAD_OF_STEP, words.data ? words.data : "");
    page->out->failed = page->out->failed || words.failed || lead.failed;
    pdoc__buffer_free(&words);
    pdoc__buffer_free(&lead);
}

static void write_headline(struct pdoc__page *page, const struct pdoc__node *root, bool is_feasible)
{
    char buffer[PDOC__NODE_TEXT];
    struct pdoc__buffer words = {0};
    const char *late = pdoc__node_text(pdoc__node_member(root, "late"), buffer);
    if (!is_feasible)
        pdoc__buffer_text(&words, "cannot be kept");
    else if (pdoc__text_equal(late, "0"))
        pdoc__buffer_text(&words, "every step can still be done in time");
    else
        pdoc__buffer_format(&words, "every step that must be done can still be done in time; %s that should be %s late", late,
                            pdoc__text_equal(late, "1") ? "is" : "are");
    const char *passed = pdoc__node_text(pdoc__node_member(root, "passed-over"), buffer);
    if (!pdoc__text_equal(passed, "0"))
        pdoc__buffer_format(&words, "; %s %s not shown as done, and passed over", passed,
                            pdoc__text_equal(passed, "1") ? "is" : "are");
    pdoc__page_block(page, "Plan", LEAD, words.data ? words.data : "");
    page->out->failed = page->out->failed || words.failed;
    pdoc__buffer_free(&words);
}

static void write_text(struct pdoc__page *page, const struct pdoc__node *root)
{
    const struct pdoc__node *steps = pdoc__node_member(root, "steps");
    const struct pdoc__node *warnings = pdoc__node_member(root, "warnings");
    const bool is_feasible = pdoc__member_flag(root, "feasible");
    const char *title = pdoc__member_text(root, "title");
    pdoc__page_styled(page, PDOC__BOLD, 0, *title ? title : "Document without a title");
    write_member(page, root, "id", "Id");
    write_member(page, root, "reference", "Reference");
    write_member(page, root, "as-of", "As of");
    write_deadline(page, root);
    write_headline(page, root, is_feasible);
    if (!is_feasible)
        pdoc__page_styled(page, PDOC__RED, LEAD, pdoc__member_text(root, "obstacle"));
    for (const struct pdoc__node *each = warnings ? warnings->first : NULL; each; each = each->next)
        pdoc__page_block(page, each == warnings->first ? "Warning" : "", LEAD, pdoc__member_text(each, "text"));
    if (!steps || !steps->first)
        return;
    pdoc__page_end(page);
    pdoc__page_table(page, page_columns, PAGE_COLUMN_COUNT, steps, 0);
    pdoc__page_end(page);
    pdoc__page_styled(page, PDOC__BOLD, 0, "How each day was reached");
    for (const struct pdoc__node *step = steps->first; step; step = step->next)
        write_reason(page, step);
}

pdoc_text *pdoc_plan_publish(const pdoc_plan *plan, const pdoc_publish_options *options, pdoc_error **error)
{
    static const struct pdoc__view view = {
        .what = "a plan",
        .text = write_text,
        .list = "steps",
        .columns = csv_columns,
        .column_count = sizeof csv_columns / sizeof *csv_columns,
    };
    pdoc_publish_options chosen;
    if (!plan) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "there is no plan to publish");
        return NULL;
    }
    if (!pdoc__publish_options(options, &view, &chosen, error))
        return NULL;
    struct pdoc__tree tree;
    pdoc__tree_begin(&tree, "report");
    put_plan(&tree, plan);
    return pdoc__publish(&tree, &view, &chosen, error);
}
