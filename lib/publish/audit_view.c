/* SPDX-License-Identifier: MIT */
/* An audit as a tree: the summary first, then the findings, document by document, the most serious first. */
#include "publish/audit_view.h"

#include <stdlib.h>

/* How serious an outcome is, by outcome: what is broken, what cannot be told, what is still to come. */
static const uint8_t seriousness[] = {
    [PDOC_OUTCOME_NOT_MET] = 0, [PDOC_OUTCOME_UNDETERMINED] = 2,   [PDOC_OUTCOME_PENDING] = 4,
    [PDOC_OUTCOME_WAIVED] = 5,  [PDOC_OUTCOME_NOT_APPLICABLE] = 7, [PDOC_OUTCOME_MET] = 6,
};

/* A finding and its place in the order. */
struct ranked {
    size_t document; /* place of the document in the schedule; the register itself comes first */
    unsigned rank;
    size_t finding;
};

static int compare_ranked(const void *left, const void *right)
{
    const struct ranked *a = left;
    const struct ranked *b = right;
    if (a->document != b->document)
        return a->document < b->document ? -1 : 1;
    if (a->rank != b->rank)
        return a->rank < b->rank ? -1 : 1;
    return a->finding < b->finding ? -1 : a->finding > b->finding;
}

/* A should-rule that is not met weighs less than a must-rule, and more than one that cannot be told. */
static unsigned rank_of(const pdoc_report *report, size_t finding)
{
    const unsigned outcome = seriousness[pdoc_report_finding_outcome(report, finding)];
    return outcome * 3 + (unsigned)pdoc_report_finding_modality(report, finding);
}

static struct ranked *rank_findings(const pdoc_report *report, pdoc_error **error)
{
    const size_t count = pdoc_report_finding_count(report);
    struct ranked *ranked = pdoc__alloc_zero(count + 1, sizeof *ranked, error);
    for (size_t i = 0; ranked && i < count; i++) {
        const size_t document = pdoc_report_finding_document(report, i);
        const size_t entry = document == SIZE_MAX ? 0 : pdoc_schedule_find(pdoc_report_schedule(report), document) + 1;
        ranked[i] = (struct ranked){.document = entry, .rank = rank_of(report, i), .finding = i};
    }
    if (ranked)
        qsort(ranked, count, sizeof *ranked, compare_ranked);
    return ranked;
}

static void put_profiles(struct pdoc__tree *tree, const pdoc_report *report)
{
    struct pdoc__node *list = pdoc__tree_list(tree, tree->root, "profiles", "profile");
    for (size_t i = 0; i < pdoc_report_profile_count(report); i++) {
        const pdoc_profile *profile = pdoc_report_profile(report, i);
        struct pdoc__node *item = pdoc__tree_item(tree, list);
        pdoc__tree_code(tree, item, "id", pdoc_profile_id(profile));
        pdoc__tree_code(tree, item, "hash", pdoc_profile_hash(profile));
        pdoc__tree_prose(tree, item, "title", pdoc_profile_title(profile));
    }
}

static void put_states(struct pdoc__tree *tree, const pdoc_report *report)
{
    struct pdoc__node *list = pdoc__tree_list(tree, tree->root, "states", "state");
    for (size_t i = 0; i < PDOC__STATE_COUNT; i++) {
        const pdoc_review_state state = pdoc__state_order[i];
        struct pdoc__node *item = pdoc__tree_item(tree, list);
        pdoc__tree_code(tree, item, "code", pdoc_table_code(PDOC_TABLE_REVIEW_STATE, state));
        pdoc__tree_code(tree, item, "label", pdoc_table_label(PDOC_TABLE_REVIEW_STATE, state));
        pdoc__tree_number(tree, item, "count",
                          (int64_t)pdoc_schedule_state_count(pdoc_report_schedule(report), state));
    }
}

#define MODALITIES 3
#define OUTCOMES 6

static void put_outcomes(struct pdoc__tree *tree, const pdoc_report *report)
{
    static const pdoc_outcome order[OUTCOMES] = {PDOC_OUTCOME_NOT_MET, PDOC_OUTCOME_UNDETERMINED,
                                                 PDOC_OUTCOME_PENDING, PDOC_OUTCOME_WAIVED,
                                                 PDOC_OUTCOME_MET,     PDOC_OUTCOME_NOT_APPLICABLE};
    size_t counts[MODALITIES][OUTCOMES] = {{0}};
    for (size_t i = 0; i < pdoc_report_result_count(report); i++)
        counts[pdoc_report_result_modality(report, i)][pdoc_report_result_outcome(report, i)]++;
    struct pdoc__node *list = pdoc__tree_list(tree, tree->root, "rules", "rules");
    for (size_t modality = 0; modality < MODALITIES; modality++) {
        struct pdoc__node *item = pdoc__tree_item(tree, list);
        pdoc__tree_code(tree, item, "modality", pdoc_table_code(PDOC_TABLE_MODALITY, modality));
        for (size_t i = 0; i < OUTCOMES; i++)
            pdoc__tree_number(tree, item, pdoc_table_code(PDOC_TABLE_OUTCOME, order[i]),
                              (int64_t)counts[modality][order[i]]);
    }
}

static void put_finding(struct pdoc__tree *tree, const pdoc_report *report, size_t finding, struct pdoc__node *list)
{
    struct pdoc__node *item = pdoc__tree_item(tree, list);
    pdoc__tree_code(tree, item, "outcome",
                    pdoc_table_code(PDOC_TABLE_OUTCOME, pdoc_report_finding_outcome(report, finding)));
    pdoc__tree_code(tree, item, "modality",
                    pdoc_table_code(PDOC_TABLE_MODALITY, pdoc_report_finding_modality(report, finding)));
    pdoc__tree_code(tree, item, "rule", pdoc_report_finding_rule(report, finding));
    pdoc__tree_code(tree, item, "clause", pdoc_report_finding_clause(report, finding));
    pdoc__tree_flag(tree, item, "inferred", pdoc_report_finding_is_inferred(report, finding));
    pdoc__tree_code(tree, item, "place", pdoc_report_finding_place(report, finding));
    pdoc__tree_prose(tree, item, "message", pdoc_report_finding_message(report, finding));
    pdoc__tree_prose(tree, item, "expected", pdoc_report_finding_expected(report, finding));
    pdoc__tree_prose(tree, item, "found", pdoc_report_finding_found(report, finding));
    pdoc__tree_prose(tree, item, "remedy", pdoc_report_finding_remedy(report, finding));
}

static void put_document(struct pdoc__tree *tree, const pdoc_report *report, size_t document, struct pdoc__node *item)
{
    const pdoc_schedule *schedule = pdoc_report_schedule(report);
    const size_t entry = pdoc_schedule_find(schedule, document);
    pdoc__tree_code(tree, item, "id", pdoc_report_document_id(report, document));
    pdoc__tree_code(tree, item, "reference", pdoc_report_document_reference(report, document));
    pdoc__tree_prose(tree, item, "title", pdoc_report_document_title(report, document));
    pdoc__tree_code(tree, item, "state",
                    pdoc_table_code(PDOC_TABLE_REVIEW_STATE, pdoc_schedule_state(schedule, entry)));
    pdoc__tree_date(tree, item, "due", pdoc_schedule_due(schedule, entry));
    static const char *const governs[] = {NULL, "printed", "derived"};
    pdoc__tree_code(tree, item, "governs", governs[pdoc_schedule_governs(schedule, entry)]);
    pdoc__tree_number(tree, item, "days-overdue", pdoc_schedule_days_overdue(schedule, entry));
}

/* Every document, also one without findings: a reader of the data must see that it was judged. */
static void put_documents(struct pdoc__tree *tree, const pdoc_report *report, const struct ranked *ranked)
{
    const pdoc_schedule *schedule = pdoc_report_schedule(report);
    const size_t count = pdoc_report_finding_count(report);
    size_t next = 0;
    struct pdoc__node *own = pdoc__tree_list(tree, tree->root, "findings", "finding");
    for (; next < count && ranked[next].document == 0; next++)
        put_finding(tree, report, ranked[next].finding, own);
    struct pdoc__node *list = pdoc__tree_list(tree, tree->root, "documents", "document");
    for (size_t entry = 0; entry < pdoc_schedule_count(schedule); entry++) {
        struct pdoc__node *item = pdoc__tree_item(tree, list);
        put_document(tree, report, pdoc_schedule_document_index(schedule, entry), item);
        struct pdoc__node *findings = pdoc__tree_list(tree, item, "findings", "finding");
        for (; next < count && ranked[next].document == entry + 1; next++)
            put_finding(tree, report, ranked[next].finding, findings);
    }
}

/* The CSV form: one line a finding, with its document. */
static void put_flat(struct pdoc__tree *tree, const pdoc_report *report, const struct ranked *ranked)
{
    struct pdoc__node *list = pdoc__tree_list(tree, tree->root, "findings", "finding");
    for (size_t i = 0; i < pdoc_report_finding_count(report); i++) {
        const size_t document = pdoc_report_finding_document(report, ranked[i].finding);
        put_finding(tree, report, ranked[i].finding, list);
        struct pdoc__node *item = list ? list->last : NULL;
        pdoc__tree_code(tree, item, "id", pdoc_report_document_id(report, document));
        pdoc__tree_code(tree, item, "reference", pdoc_report_document_reference(report, document));
        pdoc__tree_prose(tree, item, "title", pdoc_report_document_title(report, document));
    }
}

pdoc_text *pdoc_report_publish(const pdoc_report *report, const pdoc_publish_options *options, pdoc_error **error)
{
    static const char *const columns[] = {"id",     "reference", "title",   "outcome",  "modality", "rule",  "clause",
                                          "inferred", "place",   "message", "expected", "found",    "remedy"};
    static const struct pdoc__view view = {
        .what = "an audit",
        .text = pdoc__audit_text,
        .list = "findings",
        .columns = columns,
        .column_count = sizeof columns / sizeof *columns,
    };
    pdoc_publish_options chosen;
    if (!report) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "there is no report to publish");
        return NULL;
    }
    if (!pdoc__publish_options(options, &view, &chosen, error))
        return NULL;
    struct ranked *ranked = rank_findings(report, error);
    if (!ranked)
        return NULL;
    struct pdoc__tree tree;
    pdoc__tree_begin(&tree, "report");
    pdoc__tree_code(&tree, tree.root, "kind", "audit");
    pdoc__tree_prose(&tree, tree.root, "title", pdoc_report_title(report));
    pdoc__tree_date(&tree, tree.root, "as-of", pdoc_report_as_of(report));
    pdoc__tree_date(&tree, tree.root, "known-on", pdoc_schedule_known_on(pdoc_report_schedule(report)));
    pdoc__tree_flag(&tree, tree.root, "clean", pdoc_report_is_clean(report));
    pdoc__tree_number(&tree, tree.root, "total", (int64_t)pdoc_report_document_count(report));
    put_profiles(&tree, report);
    put_states(&tree, report);
    put_outcomes(&tree, report);
    if (chosen.format == PDOC_FORMAT_CSV)
        put_flat(&tree, report, ranked);
    else
        put_documents(&tree, report, ranked);
    pdoc__free(ranked);
    return pdoc__publish(&tree, &view, &chosen, error);
}
