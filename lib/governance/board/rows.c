/* SPDX-License-Identifier: MIT */
/* Rows of the paper for a board, and the figures in them. Knows nothing of what is counted. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "governance/board/paper.h"

static struct pdoc__board_row *add_row(pdoc_board_paper *paper, enum pdoc__board_section section,
                                       const struct pdoc__board_row *as)
{
    struct pdoc__board_rows *rows = &paper->sections[section];
    const size_t figures = pdoc__board_forms[section].figure_count * PDOC__BOARD_PERIODS;
    struct pdoc__board_row *row = pdoc__arena_copy(&paper->arena, as, sizeof *as, NULL);
    if (row)
        row->figures = pdoc__arena_zero(&paper->arena, figures * sizeof *row->figures, NULL);
    if (!row || !row->figures || !pdoc__grow(&rows->items, &rows->capacity, rows->count, sizeof *rows->items, NULL))
        return NULL;
    rows->items[rows->count++] = row;
    return row;
}

static bool begin_section(pdoc_board_paper *paper, enum pdoc__board_section section)
{
    const struct pdoc__board_form *form = &pdoc__board_forms[section];
    struct pdoc__board_rows *rows = &paper->sections[section];
    const struct pdoc__board_row total = {.kind = PDOC_BOARD_ROW_ALL, .label = "All"};
    if (form->has_total && !(rows->total = add_row(paper, section, &total)))
        return false;
    for (size_t i = 0; i < form->row_count; i++) {
        const struct pdoc__board_row fixed = {
            .kind = PDOC_BOARD_ROW_NAMED, .code = form->rows[i].code, .label = form->rows[i].label};
        if (!add_row(paper, section, &fixed))
            return false;
    }
    return true;
}

bool pdoc__board_begin_rows(pdoc_board_paper *paper, pdoc_error **error)
{
    for (int section = 0; section < PDOC__BOARD_SECTION_COUNT; section++)
        if (!begin_section(paper, (enum pdoc__board_section)section)) {
            pdoc__fail_memory(error);
            return false;
        }
    return true;
}

const char *pdoc__board_keep(struct pdoc__board_count *count, const char *text)
{
    const char *kept =
        text ? pdoc__pool_add(&count->paper->pool, &count->paper->arena, text, strlen(text), NULL) : NULL;
    count->failed |= text && !kept;
    return kept;
}

const char *pdoc__board_words(struct pdoc__board_count *count, const char *code)
{
    const size_t size = strlen(code);
    char *words = pdoc__arena_text(&count->paper->arena, code, size, NULL);
    count->failed |= !words;
    for (size_t i = 0; words && i < size; i++)
        if (words[i] == '-')
            words[i] = ' ';
    if (words && *words >= 'a' && *words <= 'z')
        *words = (char)(*words - 'a' + 'A');
    return words;
}

static struct pdoc__board_row *not_recorded(struct pdoc__board_count *count, enum pdoc__board_section section)
{
    struct pdoc__board_rows *rows = &count->paper->sections[section];
    const struct pdoc__board_row none = {.kind = PDOC_BOARD_ROW_NOT_RECORDED, .label = "Not recorded"};
    if (!rows->not_recorded)
        rows->not_recorded = add_row(count->paper, section, &none);
    count->failed |= !rows->not_recorded;
    return rows->not_recorded;
}

struct pdoc__board_row *pdoc__board_row(struct pdoc__board_count *count, enum pdoc__board_section section,
                                        const char *code, const char *label)
{
    struct pdoc__board_rows *rows = &count->paper->sections[section];
    if (!code || !*code)
        return not_recorded(count, section);
    struct pdoc__board_row *row = pdoc__map_find(&rows->by_code, code);
    if (row)
        return row;
    const struct pdoc__board_row named = {.kind = PDOC_BOARD_ROW_NAMED,
                                          .code = pdoc__board_keep(count, code),
                                          .label = pdoc__board_keep(count, label ? label : code)};
    bool is_added = false;
    row = count->failed ? NULL : add_row(count->paper, section, &named);
    if (!row || !pdoc__map_add(&rows->by_code, row->code, row, &is_added, NULL))
        count->failed = true;
    return row;
}

/* Documents come in the order of the register, so that one that is there already is the last. */
static void put_behind(struct pdoc__board_count *count, struct pdoc__board_figure *figure)
{
    if (count->document == UINT32_MAX || (figure->count > 0 && figure->documents[figure->count - 1] == count->document))
        return;
    if (pdoc__grow(&figure->documents, &figure->capacity, figure->count, sizeof *figure->documents, NULL))
        figure->documents[figure->count++] = count->document;
    else
        count->failed = true;
}

static void change(struct pdoc__board_count *count, struct pdoc__board_row *row, size_t figure, int64_t number,
                   bool is_sum)
{
    struct pdoc__board_figure *cell = &row->figures[figure * PDOC__BOARD_PERIODS + (size_t)count->period];
    if (is_sum)
        cell->number += number;
    else if (number > cell->number)
        cell->number = number;
    put_behind(count, cell);
}

void pdoc__board_add(struct pdoc__board_count *count, enum pdoc__board_section section, struct pdoc__board_row *row,
                     size_t figure, int64_t number)
{
    struct pdoc__board_row *total = count->paper->sections[section].total;
    if (row)
        change(count, row, figure, number, true);
    if (row && total)
        change(count, total, figure, number, true);
}

void pdoc__board_raise(struct pdoc__board_count *count, enum pdoc__board_section section, struct pdoc__board_row *row,
                       size_t figure, int64_t number)
{
    struct pdoc__board_row *total = count->paper->sections[section].total;
    if (row)
        change(count, row, figure, number, false);
    if (row && total)
        change(count, total, figure, number, false);
}

/* The sum first, what is not recorded last, all else by its name. */
static int compare_rows(const void *left, const void *right)
{
    static const int places[] = {
        [PDOC_BOARD_ROW_ALL] = 0, [PDOC_BOARD_ROW_NAMED] = 1, [PDOC_BOARD_ROW_NOT_RECORDED] = 2};
    const struct pdoc__board_row *a = *(struct pdoc__board_row *const *)left;
    const struct pdoc__board_row *b = *(struct pdoc__board_row *const *)right;
    if (a->kind != b->kind)
        return places[a->kind] - places[b->kind];
    const int by_label = strcmp(a->label, b->label);
    return by_label != 0 || !a->code ? by_label : strcmp(a->code, b->code);
}

void pdoc__board_sort_rows(pdoc_board_paper *paper)
{
    for (size_t i = 0; i < PDOC__BOARD_SECTION_COUNT; i++) {
        struct pdoc__board_rows *rows = &paper->sections[i];
        if (!pdoc__board_forms[i].rows && rows->count > 1)
            qsort(rows->items, rows->count, sizeof *rows->items, compare_rows);
    }
}

void pdoc__board_free_rows(pdoc_board_paper *paper)
{
    for (size_t i = 0; i < PDOC__BOARD_SECTION_COUNT; i++) {
        struct pdoc__board_rows *rows = &paper->sections[i];
        for (size_t j = 0; j < rows->count; j++)
            for (size_t k = 0; k < pdoc__board_forms[i].figure_count * PDOC__BOARD_PERIODS; k++)
                pdoc__free(rows->items[j]->figures[k].documents);
        pdoc__free(rows->items);
        pdoc__map_free(&rows->by_code);
    }
}
