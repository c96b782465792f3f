/* SPDX-License-Identifier: MIT */
/* A profile, table by table and row by row. */
#include "base/text.h"
#include "governance/profile.h"
#include "governance/explain/words.h"
#include "governance/plans/back_plan.h"
#include "publish/profile_words.h"

#define INDENT 34

static const char *const csv_columns[] = {"table", "id", "modality", "clause", "inferred", "label", "detail"};

struct table {
    pdoc_profile_table table;
    const char *name;
    const char *title;
    void (*detail)(struct pdoc__buffer *out, const pdoc_profile *profile, size_t row); /* NULL: none */
};

static void add_texts(struct pdoc__buffer *out, const struct pdoc__texts *texts)
{
    for (size_t i = 0; i < texts->count; i++)
        pdoc__buffer_format(out, "%s%s", i > 0 ? ", " : "", texts->items[i]);
}

static void type_detail(struct pdoc__buffer *out, const pdoc_profile *profile, size_t row)
{
    pdoc__buffer_text(out, profile->types[row].definition);
}

static void field_detail(struct pdoc__buffer *out, const pdoc_profile *profile, size_t row)
{
    pdoc__buffer_text(out, profile->fields[row].required ? "required" : "");
}

static void section_detail(struct pdoc__buffer *out, const pdoc_profile *profile, size_t row)
{
    pdoc__buffer_text(out, profile->sections[row].required ? "required" : "");
}

static void set_detail(struct pdoc__buffer *out, const pdoc_profile *profile, size_t row)
{
    add_texts(out, &profile->sets[row].items);
}

static void fact_detail(struct pdoc__buffer *out, const pdoc_profile *profile, size_t row)
{
    static const char *const picks[] = {"last", "first", "each", "number of", "any"}; /* in the order of pdoc__pick */
    const struct pdoc__fact *fact = &profile->facts[row];
    const char *space = "";
    if (fact->source == PDOC__SOURCE_EVENT)
        pdoc__buffer_format(out, "%s", picks[fact->pick]);
    for (size_t kind = 0; kind < PDOC__EVENT_KIND_COUNT && fact->source == PDOC__SOURCE_EVENT; kind++) {
        if (!(fact->kinds >> kind & 1))
            continue;
        pdoc__buffer_format(out, "%s %s", *space ? " or" : "", pdoc_table_code(PDOC_TABLE_EVENT_KIND, kind));
        space = " ";
    }
    if (fact->source == PDOC__SOURCE_RELATION)
        pdoc__buffer_format(out, "relation %s", fact->relation);
    if (fact->source == PDOC__SOURCE_MEETING)
        pdoc__buffer_format(out, "%s meeting held by %s", picks[fact->pick], fact->meetings);
    add_texts(out, &fact->facts);
    if (fact->fallback.count > 0)
        pdoc__buffer_text(out, out->size > 0 ? "; else as printed in " : "as printed in ");
    add_texts(out, &fact->fallback);
}

static void due_detail(struct pdoc__buffer *out, const pdoc_profile *profile, size_t row)
{
    const struct pdoc__due_rule *rule = &profile->schedule[row];
    char offset[PDOC_OFFSET_TEXT];
    pdoc__buffer_format(out, "%s: ", rule->kind);
    if (rule->nothing) {
        pdoc__buffer_text(out, "nothing is due");
        return;
    }
    pdoc__buffer_format(out, "%s after ", pdoc_offset_format(rule->offset, offset));
    if (rule->anchor_count > 1)
        pdoc__buffer_text(out, rule->earliest ? "the earliest of " : "the latest of ");
    for (size_t i = 0; i < rule->anchor_count; i++)
        pdoc__buffer_format(out, "%s%s", i > 0 ? ", " : "", profile->facts[rule->anchors[i]].rule.id);
    if (rule->printed)
        pdoc__buffer_format(out, "; promised in %s", rule->printed);
}

static void requirement_detail(struct pdoc__buffer *out, const pdoc_profile *profile, size_t row)
{
    pdoc__buffer_text(out, profile->requirements[row].remedy);
}

/* "papers: 2 weeks before sign-off", "sign-off: meeting of executive-team, no later than the deadline" */
static void step_detail(struct pdoc__buffer *out, const pdoc_profile *profile, size_t row)
{
    const struct pdoc__plan_step *step = &profile->plan[row];
    pdoc__buffer_format(out, "%s: ", step->kind);
    if (step->body.name)
        pdoc__buffer_format(out, "meeting of %s, ", step->body.name);
    if (step->after)
        pdoc__buffer_format(out, "after %s, ", step->after);
    if (step->route_time) {
        pdoc__buffer_format(out, "the %s of its line of the matrix before ", step->route_time);
    } else if (step->offset.months != 0 || step->offset.count != 0) {
        pdoc__write_offset(out, step->offset);
        pdoc__buffer_text(out, " before ");
    } else {
        pdoc__buffer_text(out, pdoc__step_follows(step) ? "follows " : "no later than ");
    }
    for (size_t i = 0; i < step->anchors.count; i++)
        pdoc__buffer_format(out, "%s%s", i > 0 ? " or " : "", step->anchors.items[i]);
    pdoc__buffer_text(out, step->anchors.count == 0 ? "the deadline" : "");
    if (step->begun >= 0)
        pdoc__buffer_format(out, "; begun on %s", profile->facts[step->begun].rule.id);
    if (step->done >= 0)
        pdoc__buffer_format(out, "; done on %s", profile->facts[step->done].rule.id);
}

/* "sign-off: executive-team or trust-board", "consultation: directors-ads-group, 2 weeks before the meeting" */
static void duty_detail(struct pdoc__buffer *out, const pdoc_profile *profile, size_t row)
{
    const struct pdoc__route_duty *duty = &profile->route_duties[row];
    pdoc__buffer_format(out, "%s: ", duty->kind);
    for (size_t i = 0; i < duty->parties.names.count; i++)
        pdoc__buffer_format(out, "%s%s", i == 0 ? "" : duty->each ? " and " : " or ", duty->parties.names.items[i]);
    if (duty->lead.months != 0 || duty->lead.count != 0) {
        pdoc__buffer_text(out, ", ");
        pdoc__write_offset(out, duty->lead);
        pdoc__buffer_text(out, " before the meeting");
    }
    if (duty->reply.months != 0 || duty->reply.count != 0) {
        pdoc__buffer_text(out, ", replies by ");
        pdoc__write_offset(out, duty->reply);
        pdoc__buffer_text(out, " before it");
    }
    pdoc__buffer_text(out, duty->any_is_enough ? "; any of them is enough" : "");
    pdoc__buffer_text(out, duty->silence_agrees ? "; silence agrees" : "");
}

static void reminder_detail(struct pdoc__buffer *out, const pdoc_profile *profile, size_t row)
{
    const struct pdoc__reminder *reminder = &profile->reminders[row];
    const bool is_before = reminder->offset.months < 0 || reminder->offset.count < 0;
    const bool is_on_the_day = reminder->offset.months == 0 && reminder->offset.count == 0;
    if (!is_on_the_day)
        pdoc__write_offset(out, reminder->offset);
    pdoc__buffer_text(out, is_on_the_day ? "on the day" : is_before ? " before the day" : " after the day");
    pdoc__buffer_text(out, " on which the review is due");
    if (reminder->to.name)
        pdoc__buffer_format(out, ", to %s", reminder->to.name);
}

static const struct table tables[] = {
    {PDOC_PROFILE_TYPES, "types", "Types of document", type_detail},
    {PDOC_PROFILE_PARTIES, "parties", "Bodies and posts", NULL},
    {PDOC_PROFILE_FIELDS, "fields", "Fields of the front sheet", field_detail},
    {PDOC_PROFILE_SECTIONS, "sections", "Sections", section_detail},
    {PDOC_PROFILE_SETS, "sets", "Sets", set_detail},
    {PDOC_PROFILE_FACTS, "facts", "Facts", fact_detail},
    {PDOC_PROFILE_SCHEDULE, "schedule", "Schedule", due_detail},
    {PDOC_PROFILE_REQUIREMENTS, "requirements", "Requirements", requirement_detail},
    {PDOC_PROFILE_PLAN, "plan", "Plan", step_detail},
    {PDOC_PROFILE_REMINDERS, "reminders", "Reminders", reminder_detail},
    {PDOC_PROFILE_ROUTES, "routes", "Routes", NULL},
    {PDOC_PROFILE_ROUTE_DUTIES, "duties", "Duties of the routes", duty_detail},
    {PDOC_PROFILE_STATES, "states", "States", NULL},
    {PDOC_PROFILE_TRANSITIONS, "transitions", "Transitions", NULL},
    {PDOC_PROFILE_AMENDMENTS, "amendments", "Classes of amendment", NULL},
    {PDOC_PROFILE_SCHEMES, "schemes", "Numbers of versions", NULL},
    {PDOC_PROFILE_EXTENSIONS, "extensions", "Extensions", NULL},
    {PDOC_PROFILE_FREEZES, "freezes", "Frozen after the decision", NULL},
    {PDOC_PROFILE_QUESTIONS, "questions", "Questions of checklists", NULL},
    {PDOC_PROFILE_REFERENCES, "references", "Law, guidance and standards", NULL},
    {PDOC_PROFILE_TRACKS, "tracks", "Escalation tracks", NULL},
    {PDOC_PROFILE_STAGES, "stages", "Stages of the tracks", NULL},
    {PDOC_PROFILE_CUES, "cues", "Cues", NULL},
};
#define TABLE_COUNT (sizeof tables / sizeof *tables)

static void put_detail(struct pdoc__tree *tree, const pdoc_profile *profile, const struct table *table, size_t row,
                       struct pdoc__node *item)
{
    struct pdoc__buffer out = {0};
    if (table->detail)
        table->detail(&out, profile, row);
    pdoc__tree_prose(tree, item, "detail", out.size > 0 ? pdoc__tree_copy(tree, out.data, out.size) : NULL);
    tree->failed = tree->failed || out.failed;
    pdoc__buffer_free(&out);
}

static void put_rows(struct pdoc__tree *tree, const pdoc_profile *profile, const struct table *table,
                     struct pdoc__node *list)
{
    for (size_t row = 0; row < pdoc_profile_row_count(profile, table->table); row++) {
        struct pdoc__node *item = pdoc__tree_item(tree, list);
        pdoc__tree_code(tree, item, "table", table->name);
        pdoc__tree_code(tree, item, "id", pdoc_profile_row_id(profile, table->table, row));
        pdoc__tree_code(tree, item, "modality",
                        pdoc_table_code(PDOC_TABLE_MODALITY, pdoc_profile_row_modality(profile, table->table, row)));
        pdoc__tree_code(tree, item, "clause", pdoc_profile_row_clause(profile, table->table, row));
        pdoc__tree_flag(tree, item, "inferred", pdoc_profile_row_is_inferred(profile, table->table, row));
        pdoc__tree_prose(tree, item, "label", pdoc_profile_row_label(profile, table->table, row));
        put_detail(tree, profile, table, row, item);
        pdoc__profile_put_words(tree, profile, table->table, row, item);
    }
}

static void write_row(struct pdoc__page *page, const struct pdoc__node *row)
{
    struct pdoc__buffer lead = {0};
    struct pdoc__buffer words = {0};
    const char *clause = pdoc__member_text(row, "clause");
    const char *modality = pdoc__member_text(row, "modality");
    pdoc__buffer_format(&lead, "  %s", pdoc__member_text(row, "id"));
    const char *label = pdoc__member_text(row, "label");
    const char *detail = pdoc__member_text(row, "detail");
    pdoc__buffer_format(&words, "%s%s%s", label, *label && *detail ? ": " : "", detail);
    if (*clause)
        pdoc__buffer_format(&words, " [%s]", clause);
    if (!pdoc__text_equal(modality, "must"))
        pdoc__buffer_format(&words, " (%s)", modality);
    if (pdoc__member_flag(row, "inferred"))
        pdoc__buffer_text(&words, " (inferred)");
    pdoc__page_block(page, lead.data ? lead.data : "", INDENT, words.data ? words.data : "");
    pdoc__profile_write_words(page, row, INDENT);
    page->out->failed = page->out->failed || lead.failed || words.failed;
    pdoc__buffer_free(&lead);
    pdoc__buffer_free(&words);
}

static void write_text(struct pdoc__page *page, const struct pdoc__node *root)
{
    pdoc__page_styled(page, PDOC__BOLD, 0, pdoc__member_text(root, "title"));
    pdoc__page_block(page, "Id", 9, pdoc__member_text(root, "id"));
    pdoc__page_block(page, "Hash", 9, pdoc__member_text(root, "hash"));
    const char *extends = pdoc__member_text(root, "extends");
    if (*extends)
        pdoc__page_block(page, "Extends", 9, extends);
    const struct pdoc__node *rows = pdoc__node_member(root, "rows");
    const struct pdoc__node *row = rows ? rows->first : NULL;
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        if (!row || !pdoc__text_equal(pdoc__member_text(row, "table"), tables[i].name))
            continue;
        pdoc__page_end(page);
        pdoc__page_styled(page, PDOC__BOLD, 0, tables[i].title);
        for (; row && pdoc__text_equal(pdoc__member_text(row, "table"), tables[i].name); row = row->next)
            write_row(page, row);
    }
}

pdoc_text *pdoc_profile_publish(const pdoc_profile *profile, const pdoc_publish_options *options, pdoc_error **error)
{
    static const struct pdoc__view view = {
        .what = "a profile",
        .text = write_text,
        .list = "rows",
        .columns = csv_columns,
        .column_count = sizeof csv_columns / sizeof *csv_columns,
    };
    pdoc_publish_options chosen;
    if (!profile) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "there is no profile to publish");
        return NULL;
    }
    if (!pdoc__publish_options(options, &view, &chosen, error))
        return NULL;
    struct pdoc__tree tree;
    pdoc__tree_begin(&tree, "report");
    pdoc__tree_code(&tree, tree.root, "kind", "profile");
    pdoc__tree_code(&tree, tree.root, "id", pdoc_profile_id(profile));
    pdoc__tree_code(&tree, tree.root, "hash", pdoc_profile_hash(profile));
    pdoc__tree_code(&tree, tree.root, "extends", pdoc_profile_extends(profile));
    pdoc__tree_prose(&tree, tree.root, "title", pdoc_profile_title(profile));
    struct pdoc__node *rows = pdoc__tree_list(&tree, tree.root, "rows", "row");
    for (size_t i = 0; i < TABLE_COUNT; i++)
        put_rows(&tree, profile, &tables[i], rows);
    return pdoc__publish(&tree, &view, &chosen, error);
}
