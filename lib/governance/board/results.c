/* SPDX-License-Identifier: MIT */
/* What the paper for a board says, for those outside the library. Counts nothing. */
#include "base/text.h"
#include "governance/board/paper.h"

static const pdoc_date no_day = {0, 0, 0};

static const struct pdoc__board_period *period_of(const pdoc_board_paper *paper, bool is_before)
{
    static const struct pdoc__board_period none = {{0, 0, 0}, {0, 0, 0}, {0, 0, 0}};
    return paper ? &paper->periods[is_before ? PDOC__BOARD_BEFORE : PDOC__BOARD_NOW] : &none;
}

const char *pdoc_board_paper_title(const pdoc_board_paper *paper)
{
    return paper ? paper->title : NULL;
}

const char *pdoc_board_paper_language(const pdoc_board_paper *paper)
{
    return paper ? paper->language : NULL;
}

const char *pdoc_board_paper_body(const pdoc_board_paper *paper)
{
    return paper ? paper->body : NULL;
}

pdoc_date pdoc_board_paper_from(const pdoc_board_paper *paper, bool is_before)
{
    return period_of(paper, is_before)->from;
}

pdoc_date pdoc_board_paper_until(const pdoc_board_paper *paper, bool is_before)
{
    return period_of(paper, is_before)->until;
}

pdoc_date pdoc_board_paper_known(const pdoc_board_paper *paper, bool is_before)
{
    return period_of(paper, is_before)->known;
}

/* ---- sections, rows, figures ---- */

static const struct pdoc__board_form *form_at(const pdoc_board_paper *paper, size_t section)
{
    return paper && section < PDOC__BOARD_SECTION_COUNT ? &pdoc__board_forms[section] : NULL;
}

static const struct pdoc__board_word *word_at(const pdoc_board_paper *paper, size_t section, size_t figure)
{
    const struct pdoc__board_form *form = form_at(paper, section);
    return form && figure < form->figure_count ? &form->figures[figure] : NULL;
}

static const struct pdoc__board_row *row_at(const pdoc_board_paper *paper, size_t section, size_t row)
{
    return form_at(paper, section) && row < paper->sections[section].count ? paper->sections[section].items[row] : NULL;
}

size_t pdoc_board_paper_section_count(const pdoc_board_paper *paper)
{
    return paper ? PDOC__BOARD_SECTION_COUNT : 0;
}

size_t pdoc_board_paper_find_section(const pdoc_board_paper *paper, const char *code)
{
    for (size_t i = 0; i < pdoc_board_paper_section_count(paper); i++)
        if (pdoc__text_equal(pdoc__board_forms[i].code, code))
            return i;
    return SIZE_MAX;
}

const char *pdoc_board_paper_section_code(const pdoc_board_paper *paper, size_t section)
{
    const struct pdoc__board_form *form = form_at(paper, section);
    return form ? form->code : NULL;
}

const char *pdoc_board_paper_section_label(const pdoc_board_paper *paper, size_t section)
{
    const struct pdoc__board_form *form = form_at(paper, section);
    return form ? form->label : NULL;
}

const char *pdoc_board_paper_section_row_label(const pdoc_board_paper *paper, size_t section)
{
    const struct pdoc__board_form *form = form_at(paper, section);
    return form ? form->row_label : NULL;
}

bool pdoc_board_paper_section_is_of_period(const pdoc_board_paper *paper, size_t section)
{
    const struct pdoc__board_form *form = form_at(paper, section);
    return form && form->is_of_period;
}

size_t pdoc_board_paper_row_count(const pdoc_board_paper *paper, size_t section)
{
    return form_at(paper, section) ? paper->sections[section].count : 0;
}

size_t pdoc_board_paper_find_row(const pdoc_board_paper *paper, size_t section, const char *code)
{
    for (size_t i = 0; code && i < pdoc_board_paper_row_count(paper, section); i++)
        if (pdoc__text_equal(row_at(paper, section, i)->code, code))
            return i;
    return SIZE_MAX;
}

pdoc_board_row_kind pdoc_board_paper_row_kind(const pdoc_board_paper *paper, size_t section, size_t row)
{
    const struct pdoc__board_row *found = row_at(paper, section, row);
    return found ? found->kind : PDOC_BOARD_ROW_NOT_RECORDED;
}

const char *pdoc_board_paper_row_code(const pdoc_board_paper *paper, size_t section, size_t row)
{
    const struct pdoc__board_row *found = row_at(paper, section, row);
    return found ? found->code : NULL;
}

const char *pdoc_board_paper_row_label(const pdoc_board_paper *paper, size_t section, size_t row)
{
    const struct pdoc__board_row *found = row_at(paper, section, row);
    return found ? found->label : NULL;
}

size_t pdoc_board_paper_figure_count(const pdoc_board_paper *paper, size_t section)
{
    const struct pdoc__board_form *form = form_at(paper, section);
    return form ? form->figure_count : 0;
}

size_t pdoc_board_paper_find_figure(const pdoc_board_paper *paper, size_t section, const char *code)
{
    for (size_t i = 0; i < pdoc_board_paper_figure_count(paper, section); i++)
        if (pdoc__text_equal(pdoc__board_forms[section].figures[i].code, code))
            return i;
    return SIZE_MAX;
}

const char *pdoc_board_paper_figure_code(const pdoc_board_paper *paper, size_t section, size_t figure)
{
    const struct pdoc__board_word *word = word_at(paper, section, figure);
    return word ? word->code : NULL;
}

const char *pdoc_board_paper_figure_label(const pdoc_board_paper *paper, size_t section, size_t figure)
{
    const struct pdoc__board_word *word = word_at(paper, section, figure);
    return word ? word->label : NULL;
}

const char *pdoc_board_paper_figure_unit(const pdoc_board_paper *paper, size_t section, size_t figure)
{
    const struct pdoc__board_word *word = word_at(paper, section, figure);
    return word ? word->unit : NULL;
}

static const struct pdoc__board_figure *figure_at(const pdoc_board_paper *paper, size_t section, size_t row,
                                                  size_t figure, int period)
{
    const struct pdoc__board_row *found = row_at(paper, section, row);
    return found && word_at(paper, section, figure) ? &found->figures[figure * PDOC__BOARD_PERIODS + (size_t)period]
                                                    : NULL;
}

int64_t pdoc_board_paper_number(const pdoc_board_paper *paper, size_t section, size_t row, size_t figure)
{
    const struct pdoc__board_figure *found = figure_at(paper, section, row, figure, PDOC__BOARD_NOW);
    return found ? found->number : 0;
}

int64_t pdoc_board_paper_number_before(const pdoc_board_paper *paper, size_t section, size_t row, size_t figure)
{
    const struct pdoc__board_figure *found = figure_at(paper, section, row, figure, PDOC__BOARD_BEFORE);
    return found ? found->number : 0;
}

const uint32_t *pdoc_board_paper_behind(const pdoc_board_paper *paper, size_t section, size_t row, size_t figure,
                                        size_t *count)
{
    const struct pdoc__board_figure *found = figure_at(paper, section, row, figure, PDOC__BOARD_NOW);
    if (count)
        *count = found ? found->count : 0;
    return found ? found->documents : NULL;
}

const uint32_t *pdoc_board_paper_behind_before(const pdoc_board_paper *paper, size_t section, size_t row, size_t figure,
                                               size_t *count)
{
    const struct pdoc__board_figure *found = figure_at(paper, section, row, figure, PDOC__BOARD_BEFORE);
    if (count)
        *count = found ? found->count : 0;
    return found ? found->documents : NULL;
}

/* ---- documents ---- */

static const struct pdoc__board_line *line_at(const pdoc_board_paper *paper, size_t document)
{
    return paper && document < paper->document_count ? &paper->documents[document] : NULL;
}

size_t pdoc_board_paper_document_count(const pdoc_board_paper *paper)
{
    return paper ? paper->document_count : 0;
}

const char *pdoc_board_paper_document_id(const pdoc_board_paper *paper, size_t document)
{
    const struct pdoc__board_line *line = line_at(paper, document);
    return line ? line->id : NULL;
}

const char *pdoc_board_paper_document_title(const pdoc_board_paper *paper, size_t document)
{
    const struct pdoc__board_line *line = line_at(paper, document);
    return line ? line->title : NULL;
}

const char *pdoc_board_paper_document_reference(const pdoc_board_paper *paper, size_t document)
{
    const struct pdoc__board_line *line = line_at(paper, document);
    return line ? line->reference : NULL;
}

const char *pdoc_board_paper_document_type(const pdoc_board_paper *paper, size_t document)
{
    const struct pdoc__board_line *line = line_at(paper, document);
    return line ? line->type : NULL;
}

const char *pdoc_board_paper_document_body(const pdoc_board_paper *paper, size_t document)
{
    const struct pdoc__board_line *line = line_at(paper, document);
    return line ? line->body : NULL;
}

const char *pdoc_board_paper_document_responsible(const pdoc_board_paper *paper, size_t document)
{
    const struct pdoc__board_line *line = line_at(paper, document);
    return line ? line->responsible : NULL;
}

pdoc_review_state pdoc_board_paper_document_state(const pdoc_board_paper *paper, size_t document)
{
    const struct pdoc__board_line *line = line_at(paper, document);
    return line ? (pdoc_review_state)line->state : PDOC_REVIEW_NONE;
}

pdoc_date pdoc_board_paper_document_due(const pdoc_board_paper *paper, size_t document)
{
    const struct pdoc__board_line *line = line_at(paper, document);
    return line ? line->due : no_day;
}

int32_t pdoc_board_paper_document_days_overdue(const pdoc_board_paper *paper, size_t document)
{
    const struct pdoc__board_line *line = line_at(paper, document);
    return line ? line->days_overdue : 0;
}
