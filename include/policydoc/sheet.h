/* SPDX-License-Identifier: MIT */
/*
 * Spreadsheets: a table of documents, saved as CSV, becomes a register, or brings one up to date.
 *
 * The first rows are searched for the header; each column goes to the field that its label stands for by rules that are
 * data, and each further row is a document with one version. Every cell is kept as printed. A value is recorded beside it
 * only where it is certain: a date that pdoc_date_parse_printed reads, a party that the register or the profile names so.
 * Nothing is guessed: what is not understood is a problem, with its place in the sheet. Formulas are text.
 */
#ifndef POLICYDOC_SHEET_H
#define POLICYDOC_SHEET_H

#include <policydoc/document.h>
#include <policydoc/profile.h>

PDOC_BEGIN

/** A sheet that was read. It has one owner. */
typedef struct pdoc_sheet pdoc_sheet;

/** By what a sheet is read. Set `size` to sizeof(pdoc_sheet_options) and what is not used to 0. */
typedef struct pdoc_sheet_options {
    size_t size;
    const pdoc_profile *profile;  /**< its fields' labels, types and parties count; NULL: none */
    const pdoc_register *parties; /**< register whose parties are known; NULL: none */
    const char *map;              /**< text in UTF-8, lines "label = field", # for comments; a field is the code of one,
                                       property.NAME, or "printed" for cells that are kept and mean nothing; NULL: none */
    const char *map_name;         /**< what errors call the map; may be NULL */
} pdoc_sheet_options;

/**
 * Reads a sheet: UTF-8, UTF-16 or Windows-1252; commas, semicolons or tabs; told by what is found.
 *
 * At most 64 MiB, 65,535 rows, 1,000 columns and 1 MiB in a cell.
 * @param name     What errors call it; may be NULL.
 * @param options  NULL: no profile, no map. What they point at is only used during the call.
 * @param error    SYNTAX, with line and column (the number of the cell), FORMAT, INVALID (the map), LIMIT, ARGUMENT or
 *                 NOMEM.
 * @return A sheet, for pdoc_sheet_free; NULL on failure.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_sheet *pdoc_sheet_read(const void *data, size_t size, const char *name,
                                                    const pdoc_sheet_options *options, pdoc_error **error);
/** Frees a sheet; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_sheet_free(pdoc_sheet *sheet);

/** The documents of the sheet as a register of their own, in its order. Borrowed; not to be changed. @since 0.1 */
PDOC_API const pdoc_register *pdoc_sheet_register(const pdoc_sheet *sheet);
/** Encoding that it was read in, such as "UTF-8". Lives as long as the library. @since 0.1 */
PDOC_API const char *pdoc_sheet_encoding(const pdoc_sheet *sheet);
/** Is the encoding certain? Windows-1252 is not: it is taken where the bytes are no UTF-8. @since 0.1 */
PDOC_API bool pdoc_sheet_encoding_is_certain(const pdoc_sheet *sheet);
/** What stands between its cells: a comma, a semicolon or a tab; 0 for NULL. @since 0.1 */
PDOC_API char pdoc_sheet_delimiter(const pdoc_sheet *sheet);
/** Number of columns that the header has. @since 0.1 */
PDOC_API size_t pdoc_sheet_column_count(const pdoc_sheet *sheet);
/** Label of a column as printed; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_sheet_column_label(const pdoc_sheet *sheet, size_t column);
/** Field or property (as property.NAME) that a column goes to; NULL: none. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_sheet_column_field(const pdoc_sheet *sheet, size_t column);

/** Number of problems, in the order in which they were found: those of the sheet first, then those of its update.
 * @since 0.1 */
PDOC_API size_t pdoc_sheet_problem_count(const pdoc_sheet *sheet);
/** Row of a problem as spreadsheets count, from 1; 0 past the end. @since 0.1 */
PDOC_API uint32_t pdoc_sheet_problem_row(const pdoc_sheet *sheet, size_t index);
/** Line of the file on which that row begins. @since 0.1 */
PDOC_API uint32_t pdoc_sheet_problem_line(const pdoc_sheet *sheet, size_t index);
/** Column of a problem, from 1; 0: the whole row. @since 0.1 */
PDOC_API uint32_t pdoc_sheet_problem_column(const pdoc_sheet *sheet, size_t index);
/** Label of that column as printed, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_sheet_problem_label(const pdoc_sheet *sheet, size_t index);
/** Text of the cell as printed, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_sheet_problem_text(const pdoc_sheet *sheet, size_t index);
/** What sort of problem it is, such as "no-date"; NULL past the end. @since 0.1 */
PDOC_API const char *pdoc_sheet_problem_code(const pdoc_sheet *sheet, size_t index);
/** Why, as a sentence. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_sheet_problem_message(const pdoc_sheet *sheet, size_t index);
/** The nearest known party, or another spelling in the sheet, where there is one; else NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_sheet_problem_nearest(const pdoc_sheet *sheet, size_t index);

/**
 * Adds every document of the sheet to a register.
 * @return PDOC_OK, ARGUMENT, LIMIT or NOMEM; on failure some may have been added: drop the register, or the change.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_sheet_add(const pdoc_sheet *sheet, pdoc_register *reg, pdoc_error **error);
/**
 * Brings a register up to date, best the working copy of a change. Documents are matched by reference; one whose
 * reference is new is added. Of the others, title, type, properties and the cells of the last version become what the
 * sheet says. What cannot be done without guessing is left as it is, and becomes a problem: no reference, one that
 * several documents have, another version than the last, a blank cell where the register has a text.
 * @return PDOC_OK, ARGUMENT, LIMIT or NOMEM; on failure some may be up to date: drop the register, or the change.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_sheet_update(pdoc_sheet *sheet, pdoc_register *reg, pdoc_error **error);

PDOC_END
#endif
