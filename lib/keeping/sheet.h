/* SPDX-License-Identifier: MIT */
/* A sheet between its cells and a register: what the files that import share. */
#ifndef PDOC_KEEPING_SHEET_H
#define PDOC_KEEPING_SHEET_H

#include "keeping/csv.h"
#include "keeping/labels.h"
#include "policydoc/sheet.h"

/* Sorts of problem; same order as the table in sheet_problems.c. */
enum pdoc__sheet_problem_kind {
    PDOC__BEFORE_HEADER,
    PDOC__UNKNOWN_LABEL,
    PDOC__NO_LABEL,
    PDOC__REPEATED_FIELD,
    PDOC__NO_DATE,
    PDOC__DATE_FOR_PARTY,
    PDOC__UNKNOWN_PARTY,
    PDOC__UNKNOWN_TYPE,
    PDOC__NO_NUMBER,
    PDOC__LOST_LETTERS,
    PDOC__NO_TITLE,
    PDOC__REPEATED_REFERENCE,
    PDOC__NO_REFERENCE,
    PDOC__SEVERAL_DOCUMENTS,
    PDOC__OTHER_VERSION,
    PDOC__BLANK_CELL,
    PDOC__NO_VERSION,
    PDOC__SHEET_PROBLEM_COUNT
};

struct pdoc__sheet_problem {
    enum pdoc__sheet_problem_kind kind;
    uint32_t row; /* of the table, from 0 */
    uint32_t column; /* from 0; UINT32_MAX: the whole row */
    const char *message;
    const char *nearest;
};

/* A document of the sheet's own register, by its index there. */
struct pdoc__sheet_row {
    uint32_t row;    /* of the table */
    size_t first;    /* in `columns`: those of its cells, in the order of the rows of its front sheet */
    bool is_repeated; /* an earlier row has its reference */
};

struct pdoc_sheet {
    struct pdoc__csv csv;
    struct pdoc__labels labels;
    struct pdoc__arena arena;
    pdoc_register *reg;
    const struct pdoc__target **targets; /* of the columns; NULL: no rule knows the label */
    size_t header;                       /* row of the table */
    struct pdoc__sheet_row *rows;        /* one for each document */
    size_t row_count, row_capacity;
    uint32_t *columns;
    size_t column_count, column_capacity;
    struct pdoc__sheet_problem *problems;
    size_t problem_count, problem_capacity;
};

#define PDOC__WHOLE_ROW UINT32_MAX

/* A problem with its message: the sentence of the table where `message` is NULL. */
bool pdoc__sheet_problem(struct pdoc_sheet *sheet, const struct pdoc__sheet_problem *problem, pdoc_error **error);
/* One of a kind at a place, in the words of the table. */
bool pdoc__sheet_note(struct pdoc_sheet *sheet, enum pdoc__sheet_problem_kind kind, size_t row, uint32_t column,
                      pdoc_error **error);
/* A buffer that becomes a text of the sheet; NULL and NOMEM if anything failed. */
const char *pdoc__sheet_keep(struct pdoc_sheet *sheet, struct pdoc__buffer *buffer, pdoc_error **error);

/* ---- cells ---- */

struct pdoc__importing {
    struct pdoc_sheet *sheet;
    const pdoc_profile *profile;
    const pdoc_register *parties;
    struct pdoc__map spellings; /* of parties that nobody knows: text -> struct pdoc__spelling */
    struct pdoc__spelling *first_spelling;
    size_t spelling_count;
    struct pdoc__map references;
    pdoc_error **error;
};

struct pdoc__sheet_cell {
    const char *field; /* NULL: only printed */
    const char *text;
    struct pdoc_version *version;
    size_t row;
    uint32_t column;
};

/* Records the value of the last row of the version's front sheet, or why there is none. */
bool pdoc__sheet_judge(struct pdoc__importing *importing, const struct pdoc__sheet_cell *cell);
/* The same for a cell that names parties. */
bool pdoc__sheet_judge_party(struct pdoc__importing *importing, const struct pdoc__sheet_cell *cell);
/* Puts a value beside the printed text. */
bool pdoc__sheet_value(struct pdoc__importing *importing, const struct pdoc__sheet_cell *cell, const char *value);
/* Code of the type that a text names, or NULL. */
const char *pdoc__sheet_type(const pdoc_profile *profile, const char *text);

#endif
