/* SPDX-License-Identifier: MIT */
/* Consultations, one consultee a row. Judges nothing. */
#include <string.h>

#include "base/error.h"
#include "policydoc/consultation.h"
#include "publish/view.h"

#define LEAD 14

/* Stable: scripts read these. New ones are added at the end. */
static const char *const csv_columns[] = {"document", "thread",  "consultee", "version",  "state",   "sent",
                                          "sent-by",  "channel", "deadline",  "meeting",  "replied", "late",
                                          "open",     "rule",    "clause",    "inferred", "reason"};

static enum pdoc__style state_style(const struct pdoc__node *row)
{
    const char *state = pdoc__member_text(row, "state");
    if (*state == 'o' || *state == 'u')
        return PDOC__RED; /* objected, undetermined */
    return *state == 'w' || *state == 'n' || *state == 'l' ? PDOC__YELLOW : PDOC__GREEN;
}

static const struct pdoc__page_column page_columns[] = {
    {"document", NULL, "Document", false, 0, NULL, NULL, false},
    {"consultee", NULL, "Consultee", false, 2, NULL, NULL, false},
    {"sent", NULL, "Sent", false, 0, NULL, NULL, false},
    {"deadline", NULL, "Replies by", false, 0, NULL, NULL, false},
    {"replied", NULL, "Replied", false, 0, NULL, NULL, false},
    {"state", NULL, "State", false, 0, state_style, NULL, false},
};

static void write_reason(struct pdoc__page *page, const struct pdoc__node *row)
{
    const char *clause = pdoc__member_text(row, "clause");
    struct pdoc__buffer words = {0};
    pdoc__buffer_format(&words, "%s: %s", pdoc__member_text(row, "consultee"), pdoc__member_text(row, "reason"));
    if (*clause)
        pdoc__buffer_format(&words, " [%s]", clause);
    if (pdoc__member_flag(row, "inferred"))
        pdoc__buffer_text(&words, " (inferred)");
    pdoc__page_block(page, pdoc__member_text(row, "document"), LEAD, words.data ? words.data : "");
    page->out->failed = page->out->failed || words.failed;
    pdoc__buffer_free(&words);
}

static void write_comments(struct pdoc__page *page, const struct pdoc__node *row)
{
    const struct pdoc__node *comments = pdoc__node_member(row, "comments");
    for (const struct pdoc__node *each = comments ? comments->first : NULL; each; each = each->next) {
        const char *became = pdoc__member_text(each, "disposition");
        struct pdoc__buffer words = {0};
        pdoc__buffer_format(&words, "%s (%s)", pdoc__member_text(each, "text"),
                            *became ? became : "what became of it is not recorded");
        pdoc__page_block(page, "Comment", LEAD, words.data ? words.data : "");
        page->out->failed = page->out->failed || words.failed;
        pdoc__buffer_free(&words);
    }
}

static void write_text(struct pdoc__page *page, const struct pdoc__node *root)
{
    const struct pdoc__node *list = pdoc__node_member(root, "consultations");
    const struct pdoc__node *engaged = pdoc__node_member(root, "engagement");
    if (!list || !list->first) {
        pdoc__page_words(page, PDOC__PLAIN, "No consultation is recorded.");
        pdoc__page_end(page);
    } else
        pdoc__page_table(page, page_columns, sizeof page_columns / sizeof *page_columns, list, 0);
    for (const struct pdoc__node *row = list ? list->first : NULL; row; row = row->next) {
        write_reason(page, row);
        write_comments(page, row);
    }
    for (const struct pdoc__node *each = engaged ? engaged->first : NULL; each; each = each->next) {
        char buffer[PDOC__NODE_TEXT];
        struct pdoc__buffer words = {0};
        pdoc__buffer_format(&words, "%s on %s", pdoc__member_text(each, "who"),
                            pdoc__node_text(pdoc__node_member(each, "on"), buffer));
        pdoc__page_block(page, "Engagement", LEAD, words.data ? words.data : "");
        page->out->failed = page->out->failed || words.failed;
        pdoc__buffer_free(&words);
    }
}

static void put_entry(struct pdoc__tree *tree, struct pdoc__node *list, const pdoc_consultations *all, size_t i)
{
    struct pdoc__node *row = pdoc__tree_item(tree, list);
    pdoc__tree_code(tree, row, "document", pdoc_consultations_document_id(all, i));
    pdoc__tree_code(tree, row, "thread", pdoc_consultations_thread(all, i));
    pdoc__tree_number(tree, row, "version", pdoc_consultations_version(all, i));
    pdoc__tree_code(tree, row, "state", pdoc_reply_state_code(pdoc_consultations_state(all, i)));
    pdoc__tree_date(tree, row, "sent", pdoc_consultations_sent(all, i));
    pdoc__tree_code(tree, row, "channel", pdoc_consultations_channel(all, i));
    pdoc__tree_date(tree, row, "deadline", pdoc_consultations_deadline(all, i));
    pdoc__tree_date(tree, row, "meeting", pdoc_consultations_meeting(all, i));
    pdoc__tree_date(tree, row, "replied", pdoc_consultations_replied(all, i));
    pdoc__tree_flag(tree, row, "late", pdoc_consultations_is_late(all, i));
    pdoc__tree_flag(tree, row, "open", pdoc_consultations_is_open(all, i));
    pdoc__tree_code(tree, row, "rule", pdoc_consultations_rule(all, i));
    pdoc__tree_code(tree, row, "clause", pdoc_consultations_clause(all, i));
    pdoc__tree_flag(tree, row, "inferred", pdoc_consultations_is_inferred(all, i));
    pdoc__tree_prose(tree, row, "consultee", pdoc_consultations_consultee(all, i));
    pdoc__tree_prose(tree, row, "sent-by", pdoc_consultations_sent_by(all, i));
    pdoc__tree_prose(tree, row, "reason", pdoc_consultations_reason(all, i));
    struct pdoc__node *comments = pdoc__tree_list(tree, row, "comments", "comment");
    for (size_t j = 0; j < pdoc_consultations_comment_count(all, i); j++) {
        struct pdoc__node *comment = pdoc__tree_item(tree, comments);
        pdoc__tree_code(tree, comment, "disposition", pdoc_consultations_disposition(all, i, j));
        pdoc__tree_prose(tree, comment, "text", pdoc_consultations_comment(all, i, j));
    }
}

static bool is_asked_for(const pdoc_consultations *all, size_t i, const char *state)
{
    if (state && strcmp(state, "outstanding") == 0)
        return pdoc_consultations_is_open(all, i) && !pdoc_date_is_recorded(pdoc_consultations_replied(all, i));
    return !state || strcmp(state, pdoc_reply_state_code(pdoc_consultations_state(all, i))) == 0;
}

static void put_all(struct pdoc__tree *tree, const pdoc_consultations *all, const char *state)
{
    pdoc__tree_code(tree, tree->root, "kind", "consultations");
    pdoc__tree_date(tree, tree->root, "as-of", pdoc_consultations_as_of(all));
    pdoc__tree_number(tree, tree->root, "total", (int64_t)pdoc_consultations_count(all));
    struct pdoc__node *list = pdoc__tree_list(tree, tree->root, "consultations", "consultation");
    for (size_t i = 0; i < pdoc_consultations_count(all); i++)
        if (is_asked_for(all, i, state))
            put_entry(tree, list, all, i);
    struct pdoc__node *engaged = pdoc__tree_list(tree, tree->root, "engagement", "engaged");
    for (size_t i = 0; i < pdoc_consultations_engagement_count(all); i++) {
        struct pdoc__node *row = pdoc__tree_item(tree, engaged);
        pdoc__tree_date(tree, row, "on", pdoc_consultations_engagement_on(all, i));
        pdoc__tree_prose(tree, row, "who", pdoc_consultations_engagement(all, i));
    }
}

pdoc_text *pdoc_consultations_publish(const pdoc_consultations *consultations, const pdoc_publish_options *options,
                                      pdoc_error **error)
{
    static const struct pdoc__view view = {
        .what = "a list of consultations",
        .text = write_text,
        .list = "consultations",
        .columns = csv_columns,
        .column_count = sizeof csv_columns / sizeof *csv_columns,
    };
    pdoc_publish_options chosen;
    struct pdoc__tree tree;
    if (!consultations) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "there are no consultations to publish");
        return NULL;
    }
    if (!pdoc__publish_options(options, &view, &chosen, error))
        return NULL;
    pdoc__tree_begin(&tree, "report");
    put_all(&tree, consultations, chosen.state);
    return pdoc__publish(&tree, &view, &chosen, error);
}
