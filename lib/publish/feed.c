/* SPDX-License-Identifier: MIT */
/* A feed: which documents leave, and with which texts. What is not known to be visible stays. Knows no form of output.
 */
#include "publish/feed.h"

#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "model/build.h"

/* In the order of enum pdoc__audience. The set of the profile lists the markings of sheets that mean the same. */
static const struct {
    const char *code;
    const char *set;
} audiences[] = {{"public", "visibility-public"}, {"internal", "visibility-internal"}};
#define AUDIENCE_COUNT (sizeof audiences / sizeof *audiences)

static const struct {
    const char *code;
    bool must_be_published; /* by the day asked for */
} views[] = {{"published", true}, {"in-force", false}};
#define VIEW_COUNT (sizeof views / sizeof *views)

enum pdoc__audience pdoc__audience_of(const char *mark)
{
    for (size_t i = 0; mark && i < AUDIENCE_COUNT; i++)
        if (strcmp(audiences[i].code, mark) == 0)
            return (enum pdoc__audience)i;
    return PDOC__AUDIENCE_NOBODY;
}

/* ---- marks ---- */

/* "Not Restricted" is the item not-restricted of a set. */
static bool is_marking(const char *item, const char *printed)
{
    while (*item && *printed) {
        const char letter = *printed >= 'A' && *printed <= 'Z' ? (char)(*printed - 'A' + 'a') : *printed;
        if (*item != (letter == ' ' ? '-' : letter))
            return false;
        item++;
        printed++;
    }
    return *item == *printed;
}

static bool set_has(const pdoc_profile *profile, const char *id, const char *printed)
{
    const struct pdoc__set *set = profile ? pdoc__profile_set_named(profile, id) : NULL;
    for (size_t i = 0; set && i < set->items.count; i++)
        if (is_marking(set->items.items[i], printed))
            return true;
    return false;
}

static enum pdoc__audience audience_of_marking(const pdoc_profile *profile, const char *printed)
{
    for (size_t i = 0; i < AUDIENCE_COUNT; i++)
        if (is_marking(audiences[i].code, printed) || set_has(profile, audiences[i].set, printed))
            return (enum pdoc__audience)i;
    return PDOC__AUDIENCE_NOBODY;
}

/* Every cell of the sheet that holds a marking must allow it: a sheet with two is as closed as the closer one. */
static enum pdoc__audience audience_of_sheet(const struct pdoc__judge *judge, const struct pdoc_version *version)
{
    enum pdoc__audience closest = PDOC__AUDIENCE_PUBLIC;
    for (size_t i = 0; i < version->row_count; i++) {
        const struct pdoc__row *row = &version->rows[i];
        if (row->known != PDOC__FIELD_SECURITY || !row->text || !*row->text)
            continue;
        const enum pdoc__audience audience = audience_of_marking(judge->profile, row->text);
        closest = audience > closest ? audience : closest;
    }
    return closest;
}

/* Is a column, or the field behind it, narrowed on this document? */
static bool is_narrowed(const struct pdoc__feed_work *work, const char *name)
{
    static const char lead[] = "visibility.";
    for (size_t i = 0; name && i < work->listed.doc->property_count; i++) {
        const struct pdoc__property *property = &work->listed.doc->properties[i];
        if (strncmp(property->name, lead, sizeof lead - 1) == 0 &&
            strcmp(property->name + sizeof lead - 1, name) == 0 && pdoc__audience_of(property->value) > work->audience)
            return true;
    }
    return false;
}

/* ---- which documents leave ---- */

static const char *why_not(const struct pdoc__feed_work *work, bool must_be_published)
{
    const pdoc_document *doc = work->listed.doc;
    const struct pdoc_version *version = work->judge.version;
    const pdoc_date published = pdoc_in_force_published(work->answer, work->index);
    if (pdoc__audience_of(doc->visibility) > work->audience)
        return doc->visibility ? "it is marked for others" : "nothing says who may see it";
    if (!version || (version->visibility && pdoc__audience_of(version->visibility) > work->audience))
        return "its version in force is marked for others";
    if (audience_of_sheet(&work->judge, version) > work->audience)
        return "its sheet has a marking that the profile does not list for these readers";
    if (must_be_published && (!pdoc_date_is_recorded(published) || pdoc__interval_of(published).last > work->judge.day))
        return "it is not known to have been published by then";
    return NULL;
}

static bool withhold(struct pdoc__feed_work *work, const char *why)
{
    pdoc_feed *feed = work->feed;
    const char *id = work->listed.doc->id;
    char *kept = pdoc__arena_text(&feed->arena, id, strlen(id), work->error);
    if (!kept)
        return false;
    feed->withheld[feed->withheld_count] = kept;
    feed->reasons[feed->withheld_count] = why;
    feed->withheld_count++;
    return true;
}

/* What is not in force is no part of any view, and nothing is told of it. */
static bool choose(struct pdoc__feed_work *work, bool must_be_published, bool *leaves)
{
    const pdoc_register *reg = work->judge.reg;
    for (size_t i = 0; i < reg->document_count; i++) {
        leaves[i] = false;
        work->index = i;
        if (!pdoc__list_take(&work->listed, reg->documents[i], work->error))
            return false;
        if (pdoc_in_force_version(work->answer, i) == 0)
            continue;
        const char *why = why_not(work, must_be_published);
        leaves[i] = why == NULL;
        work->feed->count += leaves[i];
        if (why && !withhold(work, why))
            return false;
    }
    return true;
}

/* ---- with which texts ---- */

static bool put_cells(struct pdoc__feed_work *work, size_t row)
{
    pdoc_feed *feed = work->feed;
    const char **cells = &feed->cells[row * feed->column_count];
    for (size_t i = 0; i < feed->column_count; i++) {
        const struct pdoc__feed_column *column = feed->columns[i];
        if (is_narrowed(work, column->name) || is_narrowed(work, column->field))
            continue;
        if (!column->put(work, column->field, &cells[i]))
            return false;
    }
    return true;
}

static bool put_rows(struct pdoc__feed_work *work)
{
    const pdoc_register *reg = work->judge.reg;
    pdoc_feed *feed = work->feed;
    size_t row = 0;
    feed->ids = pdoc__arena_zero(&feed->arena, (feed->count + 1) * sizeof *feed->ids, work->error);
    feed->cells =
        pdoc__arena_zero(&feed->arena, (feed->count * feed->column_count + 1) * sizeof *feed->cells, work->error);
    if (!feed->ids || !feed->cells)
        return false;
    for (size_t i = 0; i < reg->document_count; i++) {
        if (!work->leaves[i])
            continue;
        work->index = i;
        if (!pdoc__list_take(&work->listed, reg->documents[i], work->error))
            return false;
        feed->ids[row] =
            pdoc__arena_text(&feed->arena, reg->documents[i]->id, strlen(reg->documents[i]->id), work->error);
        if (!feed->ids[row] || !put_cells(work, row))
            return false;
        row++;
    }
    return true;
}

static bool make(struct pdoc__feed_work *work, bool must_be_published)
{
    pdoc_feed *feed = work->feed;
    const size_t count = work->judge.reg->document_count + 1;
    bool *leaves = pdoc__arena_zero(&feed->arena, count * sizeof *leaves, work->error);
    feed->withheld = pdoc__arena_zero(&feed->arena, count * sizeof *feed->withheld, work->error);
    feed->reasons = pdoc__arena_zero(&feed->arena, count * sizeof *feed->reasons, work->error);
    work->leaves = leaves;
    if (!leaves || !feed->withheld || !feed->reasons || !choose(work, must_be_published, leaves) || !put_rows(work))
        return false;
    if (!work->judge.out_of_memory)
        return true;
    pdoc__fail_memory(work->error);
    return false;
}

/* ---- the call ---- */

static pdoc_feed *new_feed(const pdoc_basis *basis, size_t view, size_t audience, pdoc_error **error)
{
    pdoc_feed *feed = pdoc__alloc_zero(1, sizeof *feed, error);
    if (!feed)
        return NULL;
    atomic_init(&feed->references, 1);
    feed->view = views[view].code;
    feed->visibility = audiences[audience].code;
    feed->as_of = basis->as_of;
    const struct pdoc__feed_column *column;
    for (size_t i = 0; (column = pdoc__feed_column_next((enum pdoc__audience)audience, &i)); i++)
        feed->columns[feed->column_count++] = column;
    return feed;
}

static bool choose_options(const pdoc_feed_options *options, size_t *view, size_t *audience, pdoc_error **error)
{
    const char *wanted = options && options->view ? options->view : views[0].code;
    const char *who = options && options->visibility ? options->visibility : audiences[0].code;
    for (*view = 0; *view < VIEW_COUNT && strcmp(views[*view].code, wanted) != 0;)
        ++*view;
    *audience = (size_t)pdoc__audience_of(who);
    if (*view == VIEW_COUNT)
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "there is no view \"%s\"; there are published and in-force", wanted);
    else if (*audience == AUDIENCE_COUNT)
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "nobody is \"%s\"; a feed is for public or internal", who);
    return *view < VIEW_COUNT && *audience < AUDIENCE_COUNT;
}

pdoc_feed *pdoc_register_make_feed(const pdoc_register *reg, const pdoc_basis *basis, const pdoc_feed_options *options,
                                   pdoc_error **error)
{
    size_t view;
    size_t audience;
    if (options && options->size != sizeof *options) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "set size to sizeof(pdoc_feed_options)");
        return NULL;
    }
    if (!choose_options(options, &view, &audience, error))
        return NULL;
    pdoc_in_force *answer = pdoc_register_ask_in_force(reg, basis, error); /* checks register and basis */
    if (!answer)
        return NULL;
    struct pdoc__feed_work work = {.answer = answer, .audience = (enum pdoc__audience)audience, .error = error};
    work.listed.judge = &work.judge;
    work.feed = new_feed(basis, view, audience, error);
    bool is_well = false;
    if (work.feed && pdoc__judge_begin(&work.judge, reg, basis, error)) {
        is_well = make(&work, views[view].must_be_published);
        pdoc__judge_end(&work.judge);
    }
    pdoc_in_force_unref(answer);
    if (is_well)
        return work.feed;
    pdoc_feed_unref(work.feed);
    return NULL;
}

pdoc_feed *pdoc_feed_ref(pdoc_feed *feed)
{
    if (feed)
        atomic_fetch_add_explicit(&feed->references, 1, memory_order_relaxed);
    return feed;
}

void pdoc_feed_unref(pdoc_feed *feed)
{
    if (!feed || atomic_fetch_sub_explicit(&feed->references, 1, memory_order_acq_rel) != 1)
        return;
    pdoc__arena_free(&feed->arena);
    pdoc__free(feed);
}

size_t pdoc_feed_count(const pdoc_feed *feed)
{
    return feed ? feed->count : 0;
}

const char *pdoc_feed_document_id(const pdoc_feed *feed, size_t index)
{
    return index < pdoc_feed_count(feed) ? feed->ids[index] : NULL;
}

size_t pdoc_feed_column_count(const pdoc_feed *feed)
{
    return feed ? feed->column_count : 0;
}

const char *pdoc_feed_column(const pdoc_feed *feed, size_t column)
{
    return column < pdoc_feed_column_count(feed) ? feed->columns[column]->name : NULL;
}

const char *pdoc_feed_cell(const pdoc_feed *feed, size_t index, size_t column)
{
    const bool is_there = index < pdoc_feed_count(feed) && column < feed->column_count;
    return is_there ? feed->cells[index * feed->column_count + column] : NULL;
}

size_t pdoc_feed_withheld_count(const pdoc_feed *feed)
{
    return feed ? feed->withheld_count : 0;
}

const char *pdoc_feed_withheld_document(const pdoc_feed *feed, size_t index)
{
    return index < pdoc_feed_withheld_count(feed) ? feed->withheld[index] : NULL;
}

const char *pdoc_feed_withheld_why(const pdoc_feed *feed, size_t index)
{
    return index < pdoc_feed_withheld_count(feed) ? feed->reasons[index] : NULL;
}
