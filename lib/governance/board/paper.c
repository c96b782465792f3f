/* SPDX-License-Identifier: MIT */
/* Makes the paper for a board: one pass over the register for the period, and one for the same period a year before. */
#include "governance/board/paper.h"

#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "governance/named.h"

static void paper_free(pdoc_board_paper *paper)
{
    pdoc__board_free_rows(paper);
    pdoc__free(paper->documents);
    pdoc__pool_free(&paper->pool);
    pdoc__arena_free(&paper->arena);
    pdoc__free(paper);
}

/* ---- the two periods ---- */

static const pdoc_offset year = {.months = 12};

static bool begin_period(const struct pdoc__judge *judge, pdoc_date from, struct pdoc__board_period *out,
                         pdoc_error **error)
{
    out->until = pdoc__day_date(judge->day);
    out->known = judge->known_day == INT32_MAX ? (pdoc_date){0, 0, 0} : pdoc__day_date(judge->known_day);
    out->from = pdoc_date_first(from);
    if (pdoc_date_is_recorded(from) && !pdoc_date_is_valid(from)) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "the first day of the period is no date");
        return false;
    }
    if (!pdoc_date_is_recorded(from)) {
        pdoc_date before;
        if (pdoc__board_back(out->until, year, 1, &before, error) != PDOC_OK)
            return false;
        out->from = pdoc__day_date(pdoc__day_number(before) + 1);
    }
    char first[PDOC_DATE_TEXT];
    char last[PDOC_DATE_TEXT];
    if (pdoc_date_compare(out->from, out->until) <= 0)
        return true;
    pdoc__fail(error, PDOC_ERR_ARGUMENT, "the period would begin on %s, after its last day, %s",
               pdoc_date_format(out->from, first), pdoc_date_format(out->until, last));
    return false;
}

/* A year before, by what was known on its last day. */
static bool begin_period_before(const struct pdoc__board_period *now, struct pdoc__board_period *out,
                                pdoc_error **error)
{
    if (pdoc__board_back(now->until, year, 1, &out->until, error) != PDOC_OK ||
        pdoc_date_subtract(now->from, year, &out->from, error) != PDOC_OK)
        return false;
    const bool was_known_before = pdoc_date_is_recorded(now->known) && pdoc_date_compare(now->known, out->until) < 0;
    out->known = was_known_before ? now->known : out->until;
    return true;
}

/* ---- one period ---- */

static bool count_document(struct pdoc__board_count *count, const pdoc_document *doc, pdoc_error **error)
{
    if (!pdoc__judge_take(count->judge, doc, error))
        return false;
    count->document = doc->index;
    pdoc__board_count_document(count);
    return pdoc__board_count_events(count, error);
}

static bool count_period(pdoc_board_paper *paper, struct pdoc__judge *judge, const pdoc_basis *basis, int period,
                         pdoc_error **error)
{
    const struct pdoc__board_period *days = &paper->periods[period];
    struct pdoc__board_count count = {.paper = paper,
                                      .judge = judge,
                                      .period = period,
                                      .first = pdoc__day_number(days->from),
                                      .last = pdoc__day_number(days->until),
                                      .next_last = pdoc__board_next_last(days->from, days->until)};
    bool is_well = true;
    for (size_t i = 0; is_well && !count.failed && i < paper->document_count; i++)
        is_well = count_document(&count, judge->reg->documents[i], error);
    is_well = is_well && !count.failed && pdoc__board_count_issues(&count, basis, error);
    if (is_well && !count.failed && !judge->out_of_memory)
        return true;
    if (is_well || count.failed)
        pdoc__fail_memory(error);
    return false;
}

static bool count_before(pdoc_board_paper *paper, const pdoc_register *reg, const pdoc_basis *basis, pdoc_error **error)
{
    struct pdoc__judge judge;
    pdoc_basis then = *basis;
    then.as_of = paper->periods[PDOC__BOARD_BEFORE].until;
    then.known_on = paper->periods[PDOC__BOARD_BEFORE].known;
    if (!pdoc__judge_begin(&judge, reg, &then, error))
        return false;
    const bool is_well = count_period(paper, &judge, &then, PDOC__BOARD_BEFORE, error);
    pdoc__judge_end(&judge);
    return is_well;
}

/* ---- whom it is for ---- */

static const char *label_of(const struct pdoc__judge *judge, const char *body)
{
    const pdoc_party *party = pdoc_register_find_party(judge->reg, body);
    if (party)
        return pdoc_party_name(party) ? pdoc_party_name(party) : pdoc_party_code(party);
    for (size_t i = 0; i < judge->profile_count; i++) {
        const struct pdoc__profile_party *row = pdoc__profile_party(judge->profiles[i], body);
        if (row)
            return row->rule.label ? row->rule.label : row->rule.id;
    }
    return NULL;
}

/* Known to the register, or to a profile that one of its documents follows. */
static bool take_body(pdoc_board_paper *paper, const struct pdoc__judge *judge, const char *body, pdoc_error **error)
{
    const char *label = body ? label_of(judge, body) : NULL;
    if (!body)
        return true;
    if (!label) {
        pdoc__fail(
            error, PDOC_ERR_NOT_FOUND,
            "neither the register nor a profile of its documents knows \"%.200s\"; give the code or a name of one "
            "of their parties",
            body);
        return false;
    }
    paper->body = pdoc__pool_add(&paper->pool, &paper->arena, label, strlen(label), error);
    return paper->body != NULL;
}

static bool keep(pdoc_board_paper *paper, const char *text, const char **out, pdoc_error **error)
{
    *out = text ? pdoc__arena_text(&paper->arena, text, strlen(text), error) : NULL;
    return *out || !text;
}

static bool count_now(pdoc_board_paper *paper, struct pdoc__judge *judge, const pdoc_basis *basis, const char *body,
                      pdoc_error **error)
{
    const pdoc_register *reg = judge->reg;
    paper->document_count = reg->document_count;
    paper->documents = pdoc__alloc_zero(reg->document_count + 1, sizeof *paper->documents, error);
    return paper->documents && keep(paper, reg->title, &paper->title, error) &&
           keep(paper, reg->language, &paper->language, error) && pdoc__board_begin_rows(paper, error) &&
           count_period(paper, judge, basis, PDOC__BOARD_NOW, error) && take_body(paper, judge, body, error);
}

pdoc_board_paper *pdoc_board_paper_new(const pdoc_register *reg, const pdoc_basis *basis, const char *body,
                                       pdoc_date from, pdoc_error **error)
{
    struct pdoc__judge judge;
    if (!pdoc__judge_begin(&judge, reg, basis, error))
        return NULL;
    pdoc_board_paper *paper = pdoc__alloc_zero(1, sizeof *paper, error);
    bool is_well = false;
    if (paper) {
        atomic_init(&paper->references, 1);
        is_well = begin_period(&judge, from, &paper->periods[PDOC__BOARD_NOW], error) &&
                  begin_period_before(&paper->periods[PDOC__BOARD_NOW], &paper->periods[PDOC__BOARD_BEFORE], error) &&
                  count_now(paper, &judge, basis, body, error);
    }
    pdoc__judge_end(&judge);
    if (is_well && count_before(paper, reg, basis, error)) {
        pdoc__board_sort_rows(paper);
        return paper;
    }
    if (paper)
        paper_free(paper);
    return NULL;
}

pdoc_board_paper *pdoc_board_paper_ref(pdoc_board_paper *paper)
{
    if (paper)
        atomic_fetch_add_explicit(&paper->references, 1, memory_order_relaxed);
    return paper;
}

void pdoc_board_paper_unref(pdoc_board_paper *paper)
{
    if (paper && atomic_fetch_sub_explicit(&paper->references, 1, memory_order_acq_rel) == 1)
        paper_free(paper);
}
