/* SPDX-License-Identifier: MIT */
/* The due list: what must be reviewed, by when and by whom, with subtotals where asked for. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "publish/columns.h"
#include "publish/due_view.h"

/* Stable: scripts read these. New ones are added at the end, before "group". */
static const char due_columns[] = "id,reference,title,type,responsible,due-printed,due-derived,governs,due,"
                                  "days-overdue,state,rule,clause,inferred,as-printed";

static const char *author_of(struct pdoc__judge *judge)
{
    return pdoc__cell_party(judge, "author");
}

static const char *manager_of(struct pdoc__judge *judge)
{
    return pdoc__cell_party(judge, "manager");
}

static const char *sponsor_of(struct pdoc__judge *judge)
{
    return pdoc__cell_party(judge, "sponsor");
}

static const char *type_of(struct pdoc__judge *judge)
{
    return pdoc__type_label(judge);
}

struct grouping {
    const char *name;
    const char *(*of)(struct pdoc__judge *judge);
};

static const struct grouping groupings[] = {
    {"body", pdoc__approving_body}, {"author", author_of}, {"manager", manager_of},
    {"sponsor", sponsor_of},        {"type", type_of},
};

/* An entry that is in the list. */
struct picked {
    const char *group; /* NULL: not recorded */
    size_t order;
    size_t entry;
};

struct due {
    const pdoc_schedule *schedule;
    const pdoc_register *reg;
    const pdoc_publish_options *options;
    const struct grouping *grouping; /* NULL: none */
    struct pdoc__tree *tree;
    struct pdoc__judge *judge;
    struct pdoc__columns columns;
    struct picked *picked;
    size_t count;
    size_t end; /* entries up to here are in the window of --within */
};

static bool choose_grouping(struct due *due, pdoc_error **error)
{
    if (!due->options->by)
        return true;
    for (size_t i = 0; i < sizeof groupings / sizeof *groupings; i++)
        if (pdoc__text_equal(groupings[i].name, due->options->by))
            due->grouping = &groupings[i];
    if (due->grouping)
        return true;
    pdoc__fail(error, PDOC_ERR_ARGUMENT,
               "subtotals cannot be made by \"%s\"; they can by body, author, manager, sponsor or type",
               due->options->by);
    return false;
}

static bool check_state(const struct due *due, pdoc_error **error)
{
    if (!due->options->state || pdoc_table_find(PDOC_TABLE_REVIEW_STATE, due->options->state) >= 0)
        return true;
    struct pdoc__buffer known = {0};
    for (size_t i = 0; i < PDOC__STATE_COUNT; i++)
        pdoc__buffer_format(&known, "%s%s", i > 0 ? ", " : "",
                            pdoc_table_code(PDOC_TABLE_REVIEW_STATE, pdoc__state_order[i]));
    if (known.failed)
        pdoc__fail_memory(error);
    else
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "there is no state \"%s\"; there are %s", due->options->state, known.data);
    pdoc__buffer_free(&known);
    return false;
}

/* Entries with a due day come first, the earliest first: all up to the end of the window are overdue or due in it. */
static bool find_window(struct due *due, pdoc_error **error)
{
    due->end = pdoc_schedule_count(due->schedule);
    if (!due->options->within)
        return true;
    pdoc_offset within;
    pdoc_date last;
    if (pdoc_offset_parse(due->options->within, &within, error) != PDOC_OK)
        return false;
    const pdoc_date day = pdoc_date_last(pdoc_schedule_as_of(due->schedule));
    if (pdoc_date_add(day, within, &last, error) != PDOC_OK)
        return false;
    if (pdoc_date_compare(last, day) < 0) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "\"%s\" reaches back, and what is overdue is listed anyway; give one that "
                                             "reaches ahead, such as P90D", due->options->within);
        return false;
    }
    size_t begin = 0;
    pdoc_schedule_window(due->schedule, (pdoc_date){.year = 1, .month = 1, .day = 1}, last, &begin, &due->end);
    return true;
}

static bool state_is_asked_for(const struct due *due, pdoc_review_state state)
{
    if (!due->options->state)
        return true;
    if (pdoc__text_equal(due->options->state, "overdue"))
        return pdoc__is_overdue(state);
    return pdoc__text_equal(due->options->state, pdoc_table_code(PDOC_TABLE_REVIEW_STATE, state));
}

static const pdoc_document *document_of(const struct due *due, size_t entry)
{
    return pdoc_register_document(due->reg, pdoc_schedule_document_index(due->schedule, entry));
}

/* The schedule says by which profile each document was judged. */
static bool take(struct due *due, size_t entry, pdoc_error **error)
{
    due->judge->override = pdoc_schedule_profile(due->schedule, entry);
    if (!pdoc__judge_take(due->judge, document_of(due, entry), error))
        return false;
    if (!due->judge->out_of_memory)
        return true;
    pdoc__fail_memory(error);
    return false;
}

static bool pick(struct due *due, pdoc_error **error)
{
    due->picked = pdoc__alloc_zero(due->end + 1, sizeof *due->picked, error);
    if (!due->picked)
        return false;
    for (size_t entry = 0; entry < due->end; entry++) {
        if (!document_of(due, entry)) {
            pdoc__fail(error, PDOC_ERR_ARGUMENT, "the schedule was made from another register");
            return false;
        }
        if (!state_is_asked_for(due, pdoc_schedule_state(due->schedule, entry)))
            continue;
        struct picked *picked = &due->picked[due->count];
        *picked = (struct picked){.order = due->count, .entry = entry};
        due->count++;
        if (!due->grouping)
            continue;
        if (!take(due, entry, error))
            return false;
        picked->group = due->grouping->of(due->judge);
    }
    return true;
}

/* By group, those without one last; within a group as the schedule has them. */
static int compare_picked(const void *left, const void *right)
{
    const struct picked *a = left;
    const struct picked *b = right;
    if (!a->group != !b->group)
        return a->group ? -1 : 1;
    const int groups = a->group ? strcmp(a->group, b->group) : 0;
    if (groups != 0)
        return groups;
    return a->order < b->order ? -1 : a->order > b->order;
}

static size_t count_overdue(const struct due *due, size_t begin, size_t end)
{
    size_t overdue = 0;
    for (size_t i = begin; i < end; i++)
        overdue += pdoc__is_overdue(pdoc_schedule_state(due->schedule, due->picked[i].entry));
    return overdue;
}

static void put_totals(const struct due *due, struct pdoc__node *object, size_t begin, size_t end)
{
    pdoc__tree_number(due->tree, object, "total", (int64_t)(end - begin));
    pdoc__tree_number(due->tree, object, "overdue", (int64_t)count_overdue(due, begin, end));
}

static bool put_rows(struct due *due, struct pdoc__node *list, size_t begin, size_t end, pdoc_error **error)
{
    for (size_t i = begin; i < end; i++) {
        const size_t entry = due->picked[i].entry;
        if (!take(due, entry, error))
            return false;
        const struct pdoc__listed listed = {
            .tree = due->tree,
            .judge = due->judge,
            .doc = document_of(due, entry),
            .standing = pdoc__standing_of_entry(due->schedule, entry),
        };
        struct pdoc__node *row = pdoc__columns_put(&due->columns, &listed, list);
        if (due->grouping)
            pdoc__tree_prose(due->tree, row, "group", due->picked[i].group);
    }
    return true;
}

static bool put_groups(struct due *due, pdoc_error **error)
{
    struct pdoc__node *groups = pdoc__tree_list(due->tree, due->tree->root, "groups", "group");
    for (size_t begin = 0, end = 0; begin < due->count; begin = end) {
        const char *name = due->picked[begin].group;
        while (end < due->count && pdoc__text_equal(due->picked[end].group, name))
            end++;
        struct pdoc__node *group = pdoc__tree_item(due->tree, groups);
        pdoc__tree_prose(due->tree, group, "name", name);
        put_totals(due, group, begin, end);
        if (!put_rows(due, pdoc__tree_list(due->tree, group, "documents", "document"), begin, end, error))
            return false;
    }
    return true;
}

static bool put_all(struct due *due, pdoc_error **error)
{
    struct pdoc__node *root = due->tree->root;
    pdoc__tree_code(due->tree, root, "kind", "due");
    pdoc__tree_date(due->tree, root, "as-of", pdoc_schedule_as_of(due->schedule));
    pdoc__tree_date(due->tree, root, "known-on", pdoc_schedule_known_on(due->schedule));
    pdoc__tree_code(due->tree, root, "within", due->options->within);
    pdoc__tree_code(due->tree, root, "state", due->options->state);
    pdoc__tree_code(due->tree, root, "by", due->options->by);
    put_totals(due, root, 0, due->count);
    if (due->grouping && due->options->format != PDOC_FORMAT_CSV)
        return put_groups(due, error);
    return put_rows(due, pdoc__tree_list(due->tree, root, "documents", "document"), 0, due->count, error);
}

static bool make_tree(struct due *due, pdoc_error **error)
{
    if (!choose_grouping(due, error) || !check_state(due, error) || !find_window(due, error))
        return false;
    if (!pdoc__columns_choose(due->tree, due_columns, &due->columns, error) || !pick(due, error))
        return false;
    if (due->grouping)
        qsort(due->picked, due->count, sizeof *due->picked, compare_picked);
    return put_all(due, error);
}

static pdoc_text *publish(struct due *due, struct pdoc__view *view, pdoc_error **error)
{
    if (!make_tree(due, error)) {
        pdoc__tree_free(due->tree);
        return NULL;
    }
    due->columns.names[due->columns.count] = "group";
    view->columns = due->columns.names;
    view->column_count = due->columns.count + (due->grouping ? 1 : 0);
    return pdoc__publish(due->tree, view, due->options, error);
}

pdoc_text *pdoc_schedule_publish(const pdoc_schedule *schedule, const pdoc_register *reg,
                                 const pdoc_publish_options *options, pdoc_error **error)
{
    struct pdoc__view view = {.what = "a due list", .text = pdoc__due_text, .list = "documents"};
    pdoc_publish_options chosen;
    if (!schedule || !reg) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "a schedule and the register that it was made from are needed");
        return NULL;
    }
    if (!pdoc__publish_options(options, &view, &chosen, error))
        return NULL;
    pdoc_profile_set *none = pdoc_profile_set_new(error); /* each document is judged as the schedule says */
    if (!none)
        return NULL;
    const pdoc_basis basis = {.size = sizeof basis,
                              .as_of = pdoc_schedule_as_of(schedule),
                              .known_on = pdoc_schedule_known_on(schedule),
                              .profiles = none};
    struct pdoc__tree tree;
    struct pdoc__judge judge;
    struct due due = {.schedule = schedule, .reg = reg, .options = &chosen, .tree = &tree, .judge = &judge};
    pdoc_text *text = NULL;
    if (pdoc__judge_begin(&judge, reg, &basis, error)) {
        pdoc__tree_begin(&tree, "report");
        text = publish(&due, &view, error);
        pdoc__judge_end(&judge);
    }
    pdoc__free(due.picked);
    pdoc_profile_set_unref(none);
    return text;
}
