/* SPDX-License-Identifier: MIT */
/* Test vectors: rows of a CSV file, each with the question that its file asks. Knows nothing of folders. */
#ifndef TESTS_VECTORS_VECTORS_H
#define TESTS_VECTORS_VECTORS_H

#include "time/interval.h"

enum { MOST_CELLS = 32, WHY_SIZE = 400 };

/* One line under the head line of its file. Cells are borrowed from the file's text. */
struct row {
    const char *const *heads;
    size_t head_count;
    const char *cells[MOST_CELLS];
    size_t cell_count;
    size_t line;
    bool lacks_a_cell; /* a question asked for a column that is not there */
    char why[WHY_SIZE];
};

enum answer { PASSED, FAILED, SKIPPED };

/* The answer to one row; of a row that failed or was skipped, row->why says why. */
typedef enum answer row_question(struct row *row);

row_question ask_durations, ask_series, ask_between, ask_civil, ask_partial_dates, ask_review_compliance,
    ask_xsd_lexical, ask_xsd_duration_order;
row_question ask_clear_days, ask_legal_examples, ask_workday_add, ask_workday_between, ask_advance_roll, ask_day_roll;
row_question ask_rrule, ask_rrule_skip, ask_rrule_reject;

row_question ask_backplan;

row_question ask_ics_text;

/* Rows that are JSON objects: cell "object", and "folder" where it lies. */
row_question ask_levelling, ask_portfolio;

/* What is in a file, for free(); NULL: it cannot be read. */
char *content_of(const char *path);

/* Cell of a column by its name; "" (and lacks_a_cell) if the row has none. */
const char *cell(struct row *row, const char *head);
/* A number in a cell; INT32_MIN if it is none. */
int32_t number(struct row *row, const char *head);
/* A full or partial date in a cell; not recorded if it is none. */
pdoc_date date(struct row *row, const char *head);

/* FAILED and says what differs, or PASSED. */
enum answer same_text(struct row *row, const char *what, const char *expected, const char *found);
enum answer same_date(struct row *row, const char *what, pdoc_date expected, pdoc_date found);
enum answer same_number(struct row *row, const char *what, int32_t expected, int32_t found);
enum answer because(struct row *row, enum answer answer, const char *why, const char *value);

/* Reads CSV (quotes, doubled quotes, CR LF) in place: fills the cells of the next row and gives the text behind it;
   NULL at the end. */
char *next_row(char *text, const char **cells, size_t *count, size_t *line);

#endif
