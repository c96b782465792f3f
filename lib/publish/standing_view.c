/* SPDX-License-Identifier: MIT */
/* Where one practice issue stands: who must do what next and by when, who takes part, records owed, what is wrong. */
#include "base/error.h"
#include "base/text.h"
#include "policydoc/escalation.h"
#include "publish/view.h"

#define LEAD 14

/* Stable: scripts read these. */
static const char *const csv_columns[] = {"step", "stage", "who", "by", "late", "limit", "modality", "rule", "clause",
                                          "inferred", "words"};

static const char *truth_word(pdoc_truth truth)
{
    return truth == PDOC_TRUE ? "yes" : truth == PDOC_FALSE ? "no" : "unknown";
}

/* ---- the tree ---- */

static void put_next(struct pdoc__tree *tree, struct pdoc__node *list, const pdoc_standing *standing, size_t i)
{
    struct pdoc__node *row = pdoc__tree_item(tree, list);
    pdoc__tree_code(tree, row, "step", pdoc_standing_next_kind(standing, i));
    pdoc__tree_code(tree, row, "stage", pdoc_standing_next_stage(standing, i));
    pdoc__tree_date(tree, row, "by", pdoc_standing_next_by(standing, i));
    pdoc__tree_code(tree, row, "late", truth_word(pdoc_standing_next_is_late(standing, i)));
    pdoc__tree_code(tree, row, "modality", pdoc_table_code(PDOC_TABLE_MODALITY, pdoc_standing_next_modality(standing, i)));
    pdoc__tree_code(tree, row, "rule", pdoc_standing_next_rule(standing, i));
    pdoc__tree_code(tree, row, "clause", pdoc_standing_next_clause(standing, i));
    pdoc__tree_flag(tree, row, "inferred", pdoc_standing_next_is_inferred(standing, i));
    pdoc__tree_prose(tree, row, "words", pdoc_standing_next_words(standing, i));
    pdoc__tree_prose(tree, row, "who", pdoc_standing_next_who(standing, i));
    pdoc__tree_prose(tree, row, "limit", pdoc_standing_next_limit(standing, i));
}

static void put_side(struct pdoc__tree *tree, struct pdoc__node *list, const pdoc_standing *standing, size_t i)
{
    struct pdoc__node *row = pdoc__tree_item(tree, list);
    pdoc__tree_code(tree, row, "side", pdoc_standing_side(standing, i));
    pdoc__tree_flag(tree, row, "widened", pdoc_standing_side_is_widened(standing, i));
    pdoc__tree_prose(tree, row, "who", pdoc_standing_side_who(standing, i));
}

static void put_record(struct pdoc__tree *tree, struct pdoc__node *list, const pdoc_standing *standing, size_t i)
{
    struct pdoc__node *row = pdoc__tree_item(tree, list);
    pdoc__tree_code(tree, row, "step", pdoc_standing_record_step(standing, i));
    pdoc__tree_code(tree, row, "stage", pdoc_standing_record_stage(standing, i));
    pdoc__tree_code(tree, row, "role", pdoc_standing_record_role(standing, i));
    pdoc__tree_code(tree, row, "organisation", pdoc_standing_record_organisation(standing, i));
    pdoc__tree_flag(tree, row, "made", pdoc_standing_record_is_made(standing, i));
    pdoc__tree_code(tree, row, "fact-and-opinion", truth_word(pdoc_standing_record_is_apart(standing, i)));
}

static void put_finding(struct pdoc__tree *tree, struct pdoc__node *list, const pdoc_standing *standing, size_t i)
{
    struct pdoc__node *row = pdoc__tree_item(tree, list);
    pdoc__tree_code(tree, row, "code", pdoc_standing_finding_code(standing, i));
    pdoc__tree_code(tree, row, "outcome", pdoc_table_code(PDOC_TABLE_OUTCOME, pdoc_standing_finding_outcome(standing, i)));
    pdoc__tree_code(tree, row, "modality",
                    pdoc_table_code(PDOC_TABLE_MODALITY, pdoc_standing_finding_modality(standing, i)));
    pdoc__tree_code(tree, row, "rule", pdoc_standing_finding_rule(standing, i));
    pdoc__tree_code(tree, row, "clause", pdoc_standing_finding_clause(standing, i));
    pdoc__tree_flag(tree, row, "inferred", pdoc_standing_finding_is_inferred(standing, i));
    pdoc__tree_code(tree, row, "step", pdoc_standing_finding_step(standing, i));
    pdoc__tree_prose(tree, row, "message", pdoc_standing_finding_message(standing, i));
    pdoc__tree_prose(tree, row, "remedy", pdoc_standing_finding_remedy(standing, i));
}

static void put_all(struct pdoc__tree *tree, const char *name, const char *item, const pdoc_standing *standing,
                    size_t count, void (*put)(struct pdoc__tree *, struct pdoc__node *, const pdoc_standing *, size_t))
{
    struct pdoc__node *list = pdoc__tree_list(tree, tree->root, name, item);
    for (size_t i = 0; i < count; i++)
        put(tree, list, standing, i);
}

static void put_standing(struct pdoc__tree *tree, const pdoc_standing *standing)
{
    struct pdoc__node *root = tree->root;
    pdoc__tree_code(tree, root, "kind", "standing");
    pdoc__tree_code(tree, root, "id", pdoc_standing_issue(standing));
    pdoc__tree_code(tree, root, "case", pdoc_standing_case(standing));
    pdoc__tree_code(tree, root, "track", pdoc_standing_track(standing));
    pdoc__tree_date(tree, root, "as-of", pdoc_standing_as_of(standing));
    pdoc__tree_code(tree, root, "state", pdoc_table_code(PDOC_TABLE_ISSUE_STATE, pdoc_standing_state(standing)));
    pdoc__tree_code(tree, root, "outcome", pdoc_standing_outcome(standing));
    pdoc__tree_code(tree, root, "stage", pdoc_standing_stage(standing));
    pdoc__tree_date(tree, root, "since", pdoc_standing_since(standing));
    pdoc__tree_prose(tree, root, "track-label", pdoc_standing_track_label(standing));
    pdoc__tree_prose(tree, root, "stage-label", pdoc_standing_stage_label(standing));
    put_all(tree, "next", "step", standing, pdoc_standing_next_count(standing), put_next);
    put_all(tree, "sides", "side", standing, pdoc_standing_side_count(standing), put_side);
    put_all(tree, "records", "record", standing, pdoc_standing_record_count(standing), put_record);
    put_all(tree, "findings", "finding", standing, pdoc_standing_finding_count(standing), put_finding);
}

/* ---- text ---- */

static void end_line(struct pdoc__page *page, struct pdoc__buffer *words, const char *lead)
{
    pdoc__page_block(page, lead, LEAD, words->data ? words->data : "");
    page->out->failed = page->out->failed || words->failed;
    pdoc__buffer_free(words);
}

static void add_source(struct pdoc__buffer *words, const struct pdoc__node *row)
{
    const char *modality = pdoc__member_text(row, "modality");
    const char *clause = pdoc__member_text(row, "clause");
    if (*clause)
        pdoc__buffer_format(words, " [%s]", clause);
    if (!pdoc__text_equal(modality, "must"))
        pdoc__buffer_format(words, " (%s)", modality);
    if (pdoc__member_flag(row, "inferred"))
        pdoc__buffer_text(words, " (inferred)");
}

static void write_next(struct pdoc__page *page, const struct pdoc__node *row, const char *lead)
{
    char buffer[PDOC__NODE_TEXT];
    struct pdoc__buffer words = {0};
    const char *who = pdoc__member_text(row, "who");
    const char *by = pdoc__node_text(pdoc__node_member(row, "by"), buffer);
    pdoc__buffer_format(&words, "%s%s%s; ", pdoc__member_text(row, "words"), *who ? ": " : "", who);
    if (*by)
        pdoc__buffer_format(&words, "by %s, ", by);
    pdoc__buffer_text(&words, pdoc__member_text(row, "limit"));
    if (pdoc__text_equal(pdoc__member_text(row, "late"), "yes"))
        pdoc__buffer_text(&words, "; it is late");
    add_source(&words, row);
    end_line(page, &words, lead);
}

static void write_side(struct pdoc__page *page, const struct pdoc__node *row, const char *lead)
{
    static const char *const names[][2] = {{"ours", "for the side that raised it: "},
                                           {"theirs", "for the other side: "},
                                           {"each", "of each organisation: "},
                                           {"also", "besides: "},
                                           {"advisers", "to advise: "}};
    struct pdoc__buffer words = {0};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (pdoc__text_equal(pdoc__member_text(row, "side"), names[i][0]))
            pdoc__buffer_text(&words, names[i][1]);
    pdoc__buffer_text(&words, pdoc__member_text(row, "who"));
    if (pdoc__member_flag(row, "widened"))
        pdoc__buffer_text(&words, " (widened)");
    end_line(page, &words, lead);
}

static void write_record(struct pdoc__page *page, const struct pdoc__node *row, const char *lead)
{
    struct pdoc__buffer words = {0};
    const char *organisation = pdoc__member_text(row, "organisation");
    const bool is_made = pdoc__member_flag(row, "made");
    pdoc__buffer_format(&words, "of %s by %s%s%s: %s", pdoc__member_text(row, "step"), pdoc__member_text(row, "role"),
                        *organisation ? " of " : "", organisation, is_made ? "made" : "owed");
    if (is_made)
        pdoc__buffer_format(&words, "; fact and opinion apart: %s", pdoc__member_text(row, "fact-and-opinion"));
    end_line(page, &words, lead);
}

static void write_finding(struct pdoc__page *page, const struct pdoc__node *row, const char *lead)
{
    struct pdoc__buffer words = {0};
    const char *step = pdoc__member_text(row, "step");
    pdoc__buffer_format(&words, "%s%s%s: %s", pdoc__member_text(row, "code"), *step ? ", step " : "", step,
                        pdoc__member_text(row, "message"));
    add_source(&words, row);
    end_line(page, &words, lead);
}

static void write_list(struct pdoc__page *page, const struct pdoc__node *root, const char *name, const char *lead,
                       void (*write)(struct pdoc__page *, const struct pdoc__node *, const char *))
{
    const struct pdoc__node *list = pdoc__node_member(root, name);
    for (const struct pdoc__node *row = list ? list->first : NULL; row; row = row->next)
        write(page, row, row == list->first ? lead : "");
}

/* Findings by outcome: what is wrong first. */
static void write_findings(struct pdoc__page *page, const struct pdoc__node *root)
{
    static const char *const outcomes[][2] = {{"not-met", "Not met"}, {"undetermined", "Undetermined"}, {"pending", "Pending"}};
    const struct pdoc__node *list = pdoc__node_member(root, "findings");
    for (size_t i = 0; i < sizeof outcomes / sizeof *outcomes; i++) {
        const char *lead = outcomes[i][1];
        for (const struct pdoc__node *row = list ? list->first : NULL; row; row = row->next) {
            if (!pdoc__text_equal(pdoc__member_text(row, "outcome"), outcomes[i][0]))
                continue;
            write_finding(page, row, lead);
            lead = "";
        }
    }
}

static void write_text(struct pdoc__page *page, const struct pdoc__node *root)
{
    char buffer[PDOC__NODE_TEXT];
    struct pdoc__buffer words = {0};
    const char *outcome = pdoc__member_text(root, "outcome");
    pdoc__buffer_format(&words, "Practice issue %s, case %s", pdoc__member_text(root, "id"), pdoc__member_text(root, "case"));
    pdoc__page_styled(page, PDOC__BOLD, 0, words.data ? words.data : "");
    page->out->failed = page->out->failed || words.failed;
    pdoc__buffer_free(&words);
    pdoc__page_block(page, "Track", LEAD, pdoc__member_text(root, "track-label"));
    pdoc__buffer_format(&words, "%s%s%s", pdoc__label_of(PDOC_TABLE_ISSUE_STATE, pdoc__member_text(root, "state")),
                        *outcome ? ": " : "", outcome);
    end_line(page, &words, "State");
    if (*pdoc__member_text(root, "stage")) {
        words = (struct pdoc__buffer){0};
        pdoc__buffer_format(&words, "%s, since %s", pdoc__member_text(root, "stage-label"),
                            pdoc__node_text(pdoc__node_member(root, "since"), buffer));
        end_line(page, &words, "Stage");
    }
    write_list(page, root, "sides", "Takes part", write_side);
    write_list(page, root, "next", "Next", write_next);
    write_list(page, root, "records", "Record", write_record);
    write_findings(page, root);
}

pdoc_text *pdoc_standing_publish(const pdoc_standing *standing, const pdoc_publish_options *options, pdoc_error **error)
{
    static const struct pdoc__view view = {
        .what = "the standing of a practice issue",
        .text = write_text,
        .list = "next",
        .columns = csv_columns,
        .column_count = sizeof csv_columns / sizeof *csv_columns,
    };
    pdoc_publish_options chosen;
    if (!standing) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "there is no standing to publish");
        return NULL;
    }
    if (!pdoc__publish_options(options, &view, &chosen, error))
        return NULL;
    struct pdoc__tree tree;
    pdoc__tree_begin(&tree, "report");
    put_standing(&tree, standing);
    return pdoc__publish(&tree, &view, &chosen, error);
}
