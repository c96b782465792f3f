/* SPDX-License-Identifier: MIT */
/* What tests of the paper for a board share: numbers and documents by the codes of section, row and figure. */
#ifndef PDOC_TESTS_BOARD_H
#define PDOC_TESTS_BOARD_H

#include "auditing.h"

#define DATA PDOC_SOURCE_DIR "/tests/command/data/"

static const pdoc_date no_day = {0, 0, 0};

/* Number of documents of a figure, by the documents behind it. */
static inline size_t behind(const pdoc_board_paper *paper, const char *section, const char *row, const char *figure,
                            bool is_before, const uint32_t **out)
{
    size_t count = 0;
    const size_t s = pdoc_board_paper_find_section(paper, section);
    const size_t r = pdoc_board_paper_find_row(paper, s, row);
    const size_t f = pdoc_board_paper_find_figure(paper, s, figure);
    *out = is_before ? pdoc_board_paper_behind_before(paper, s, r, f, &count)
                     : pdoc_board_paper_behind(paper, s, r, f, &count);
    return count;
}

static inline int64_t number(const pdoc_board_paper *paper, const char *section, const char *row, const char *figure,
                             bool is_before)
{
    const size_t s = pdoc_board_paper_find_section(paper, section);
    const size_t r = pdoc_board_paper_find_row(paper, s, row);
    const size_t f = pdoc_board_paper_find_figure(paper, s, figure);
    assert_true(s != SIZE_MAX && r != SIZE_MAX && f != SIZE_MAX);
    return is_before ? pdoc_board_paper_number_before(paper, s, r, f) : pdoc_board_paper_number(paper, s, r, f);
}

#endif
