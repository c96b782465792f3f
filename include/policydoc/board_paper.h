/* SPDX-License-Identifier: MIT */
/* The paper for a board: how reviews stand on a day, what happened in a period, and the same a year before. */
#ifndef POLICYDOC_BOARD_PAPER_H
#define POLICYDOC_BOARD_PAPER_H

#include <policydoc/schedule.h>

PDOC_BEGIN

/** What a row of a section is. Closed. */
typedef enum pdoc_board_row_kind {
    PDOC_BOARD_ROW_NAMED = 0,
    PDOC_BOARD_ROW_ALL = 1,         /**< the sum of the other rows; of days in a row the most */
    PDOC_BOARD_ROW_NOT_RECORDED = 2 /**< what belongs to no name, for none is recorded */
} pdoc_board_row_kind;

/**
 * Sections of rows of figures, each figure with the documents behind it. Counted, immutable; never points into a
 * register.
 *
 * The numbers of documents by state are those of the schedule on the same basis (pdoc_schedule_new), document by
 * document. An event is in the period if its day is, or the last day of its month or year.
 */
typedef struct pdoc_board_paper pdoc_board_paper;

/**
 * Counts for a board.
 *
 * The last day of the period is that of the basis; states are judged for it. Beside all figures stand those of the same
 * period a year before, judged for its last day by what was known on it. What a front sheet says has no day on which it
 * was recorded, and counts as known then. What was recorded after the end of its period is in neither of two papers that
 * follow on one another; a paper on that period, by what is known now, has it.
 * @param body  Whom it is for: code or name of a party of the register or of a profile of its documents; NULL: nobody
 * is named. It chooses no documents.
 * @param from  First day of the period; not recorded: a year up to the last one.
 * @return A reference; NULL on ARGUMENT, JUDGE, LIMIT (there is no year before), NOT_FOUND (nobody knows the body) or
 * NOMEM.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_board_paper *pdoc_board_paper_new(const pdoc_register *reg, const pdoc_basis *basis,
                                                               const char *body, pdoc_date from, pdoc_error **error);
/** Takes one more reference. @return `paper`. @since 0.1 */
PDOC_API pdoc_board_paper *pdoc_board_paper_ref(pdoc_board_paper *paper);
/** Releases a reference; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_board_paper_unref(pdoc_board_paper *paper);
/** Title of the register, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_board_paper_title(const pdoc_board_paper *paper);
/** Language that the register is written in, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_board_paper_language(const pdoc_board_paper *paper);
/** Name of the body that it is for, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_board_paper_body(const pdoc_board_paper *paper);
/** First day of the period, or of the one a year before. @since 0.1 */
PDOC_API pdoc_date pdoc_board_paper_from(const pdoc_board_paper *paper, bool is_before);
/** Its last day, for which states are judged. @since 0.1 */
PDOC_API pdoc_date pdoc_board_paper_until(const pdoc_board_paper *paper, bool is_before);
/** Day whose knowledge counts; not recorded: all that is known. @since 0.1 */
PDOC_API pdoc_date pdoc_board_paper_known(const pdoc_board_paper *paper, bool is_before);

/** Number of sections. @since 0.1 */
PDOC_API size_t pdoc_board_paper_section_count(const pdoc_board_paper *paper);
/** Section that has a code, such as "states", "types", "decisions"; SIZE_MAX: none. @since 0.1 */
PDOC_API size_t pdoc_board_paper_find_section(const pdoc_board_paper *paper, const char *code);
/** Code of a section; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_board_paper_section_code(const pdoc_board_paper *paper, size_t section);
/** Its heading. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_board_paper_section_label(const pdoc_board_paper *paper, size_t section);
/** What its rows are, such as "Approving body". Borrowed. @since 0.1 */
PDOC_API const char *pdoc_board_paper_section_row_label(const pdoc_board_paper *paper, size_t section);
/** Does it tell what happened in the period, rather than how things stand on its last day? @since 0.1 */
PDOC_API bool pdoc_board_paper_section_is_of_period(const pdoc_board_paper *paper, size_t section);
/** Number of rows of a section. @since 0.1 */
PDOC_API size_t pdoc_board_paper_row_count(const pdoc_board_paper *paper, size_t section);
/** Row that has a code; SIZE_MAX: none. @since 0.1 */
PDOC_API size_t pdoc_board_paper_find_row(const pdoc_board_paper *paper, size_t section, const char *code);
/** What a row is. @since 0.1 */
PDOC_API pdoc_board_row_kind pdoc_board_paper_row_kind(const pdoc_board_paper *paper, size_t section, size_t row);
/** Code or name that a row is of; NULL for the sum and for what is not recorded. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_board_paper_row_code(const pdoc_board_paper *paper, size_t section, size_t row);
/** The same for people. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_board_paper_row_label(const pdoc_board_paper *paper, size_t section, size_t row);
/** Number of figures of each row of a section. @since 0.1 */
PDOC_API size_t pdoc_board_paper_figure_count(const pdoc_board_paper *paper, size_t section);
/** Figure that has a code; SIZE_MAX: none. @since 0.1 */
PDOC_API size_t pdoc_board_paper_find_figure(const pdoc_board_paper *paper, size_t section, const char *code);
/** Code of a figure; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_board_paper_figure_code(const pdoc_board_paper *paper, size_t section, size_t figure);
/** The same for people. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_board_paper_figure_label(const pdoc_board_paper *paper, size_t section, size_t figure);
/** What is counted: "documents", "decisions", "days" ... Borrowed. @since 0.1 */
PDOC_API const char *pdoc_board_paper_figure_unit(const pdoc_board_paper *paper, size_t section, size_t figure);
/** The number; 0 past the end. @since 0.1 */
PDOC_API int64_t pdoc_board_paper_number(const pdoc_board_paper *paper, size_t section, size_t row, size_t figure);
/** The number a year before. @since 0.1 */
PDOC_API int64_t pdoc_board_paper_number_before(const pdoc_board_paper *paper, size_t section, size_t row,
                                                size_t figure);
/**
 * The documents behind a figure: their indexes in the register, in its order, each once.
 * @param count  Set to their number; may be NULL. Practice issues have none.
 * @return Borrowed; NULL where there are none.
 * @since 0.1
 */
PDOC_API const uint32_t *pdoc_board_paper_behind(const pdoc_board_paper *paper, size_t section, size_t row,
                                                 size_t figure, size_t *count);
/** Those behind the figure a year before; as pdoc_board_paper_behind. @since 0.1 */
PDOC_API const uint32_t *pdoc_board_paper_behind_before(const pdoc_board_paper *paper, size_t section, size_t row,
                                                        size_t figure, size_t *count);

/** Number of documents of the register. @since 0.1 */
PDOC_API size_t pdoc_board_paper_document_count(const pdoc_board_paper *paper);
/** Id of a document, by its index in the register; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_board_paper_document_id(const pdoc_board_paper *paper, size_t document);
/** Its title, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_board_paper_document_title(const pdoc_board_paper *paper, size_t document);
/** Its first reference, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_board_paper_document_reference(const pdoc_board_paper *paper, size_t document);
/** Its type, as the section of types has it; NULL: not recorded. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_board_paper_document_type(const pdoc_board_paper *paper, size_t document);
/** The body that approves it; NULL: not recorded. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_board_paper_document_body(const pdoc_board_paper *paper, size_t document);
/** Who is responsible for its review; NULL: not recorded. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_board_paper_document_responsible(const pdoc_board_paper *paper, size_t document);
/** Its state of review on the last day of the period. @since 0.1 */
PDOC_API pdoc_review_state pdoc_board_paper_document_state(const pdoc_board_paper *paper, size_t document);
/** Last day on which its review is in time; not recorded: nothing is due. @since 0.1 */
PDOC_API pdoc_date pdoc_board_paper_document_due(const pdoc_board_paper *paper, size_t document);
/** Days since that day; 0 or less while it has not passed, 0 if nothing is due. @since 0.1 */
PDOC_API int32_t pdoc_board_paper_document_days_overdue(const pdoc_board_paper *paper, size_t document);

PDOC_END
#endif
