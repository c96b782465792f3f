/* SPDX-License-Identifier: MIT */
/* The words of the library as tables that can be walked: fields, event kinds, relation kinds, phases, states. */
#ifndef POLICYDOC_VOCABULARY_H
#define POLICYDOC_VOCABULARY_H

#include <policydoc/api.h>

PDOC_BEGIN

/** Where a version stands in its life. Closed: the states of every profile map to one of these. */
typedef enum pdoc_phase {
    PDOC_PHASE_UNDETERMINED = 0,
    PDOC_PHASE_DRAFT = 1,
    PDOC_PHASE_CONSULTING = 2,
    PDOC_PHASE_APPROVED = 3,
    PDOC_PHASE_IN_FORCE = 4,
    PDOC_PHASE_SUPERSEDED = 5,
    PDOC_PHASE_WITHDRAWN = 6,
    PDOC_PHASE_ARCHIVED = 7
} pdoc_phase;

/** How a cell of a front sheet was filled in. Closed. */
typedef enum pdoc_cell {
    PDOC_CELL_GIVEN = 0,
    PDOC_CELL_BLANK = 1,
    PDOC_CELL_NOT_APPLICABLE = 2,
    PDOC_CELL_UNKNOWN = 3
} pdoc_cell;

/** What a deciding body did. Closed; the act in the body's own words is an attribute of the event. */
typedef enum pdoc_decision {
    PDOC_DECISION_NONE = 0,
    PDOC_DECISION_APPROVED = 1,
    PDOC_DECISION_WITH_AMENDMENTS = 2,
    PDOC_DECISION_DEFERRED = 3,
    PDOC_DECISION_REFERRED_UP = 4,
    PDOC_DECISION_REJECTED = 5
} pdoc_decision;

/** What a rule came to. Closed. */
typedef enum pdoc_outcome {
    PDOC_OUTCOME_NOT_APPLICABLE = 0,
    PDOC_OUTCOME_MET = 1,
    PDOC_OUTCOME_WAIVED = 2,
    PDOC_OUTCOME_PENDING = 3,
    PDOC_OUTCOME_UNDETERMINED = 4,
    PDOC_OUTCOME_NOT_MET = 5
} pdoc_outcome;

/** How strongly a rule binds. Closed. */
typedef enum pdoc_modality { PDOC_MODALITY_MUST = 0, PDOC_MODALITY_SHOULD = 1, PDOC_MODALITY_MAY = 2 } pdoc_modality;

/** How a document stands with its review. Closed. A board counts all three kinds of overdue as overdue. */
typedef enum pdoc_review_state {
    PDOC_REVIEW_NONE = 0,         /**< nothing is due: the document is not in force */
    PDOC_REVIEW_NO_RULE = 1,      /**< no rule gives a date, and none is printed */
    PDOC_REVIEW_NO_DATA = 2,      /**< a rule applies, but what it counts from is not recorded */
    PDOC_REVIEW_IN_DATE = 3,
    PDOC_REVIEW_DUE_SOON = 4,     /**< within the notice of the profile */
    PDOC_REVIEW_DUE_IN_PERIOD = 5,/**< the printed month or year has begun and not ended */
    PDOC_REVIEW_OVERDUE = 6,
    PDOC_REVIEW_OVERDUE_UNDER_WAY = 7, /**< overdue, and a review has been started */
    PDOC_REVIEW_OVERDUE_EXTENDED = 8   /**< overdue, and an extension is recorded */
} pdoc_review_state;

/** The tables of words. */
typedef enum pdoc_table {
    PDOC_TABLE_FIELD = 0,          /**< fields of a front sheet */
    PDOC_TABLE_FIELD_TYPE = 1,     /**< kinds of value that a field holds */
    PDOC_TABLE_EVENT_KIND = 2,     /**< kinds of event in a history */
    PDOC_TABLE_EVENT_ATTRIBUTE = 3,/**< what an event may record beside day and party */
    PDOC_TABLE_RELATION_KIND = 4,  /**< kinds of relation, with inverses */
    PDOC_TABLE_PARTY_KIND = 5,
    PDOC_TABLE_PHASE = 6,
    PDOC_TABLE_CELL = 7,
    PDOC_TABLE_DECISION = 8,
    PDOC_TABLE_OUTCOME = 9,
    PDOC_TABLE_MODALITY = 10,
    PDOC_TABLE_REVIEW_STATE = 11,
    PDOC_TABLE_SCHEDULE_KIND = 12,
    PDOC_TABLE_FINDING = 13,       /**< codes of the library's own findings */
    PDOC_TABLE_BASE_TYPE = 14,     /**< base classes of document types */
    PDOC_TABLE_STEP_KIND = 15,     /**< kinds of step in a plan */
    PDOC_TABLE_STEP_STATE = 16,
    PDOC_TABLE_MEETING_STATE = 17,
    PDOC_TABLE_CHANGE_KIND = 18,
    PDOC_TABLE_PURPOSE = 19,        /**< what a document is submitted for */
    PDOC_TABLE_ROUTE_DUTY = 20,     /**< cells of a sign-off matrix */
    PDOC_TABLE_SCHEME = 21,         /**< ways to number versions */
    PDOC_TABLE_REFERENCE_KIND = 22, /**< kinds of law, guidance and standard outside a register */
    PDOC_TABLE_STAGE_KIND = 23,     /**< kinds of stage of an escalation */
    PDOC_TABLE_ISSUE_ATTRIBUTE = 24, /**< what a practice issue may record */
    PDOC_TABLE_ISSUE_STEP_ATTRIBUTE = 25, /**< what a step of it may record */
    PDOC_TABLE_ISSUE_STEP = 26,     /**< kinds of step of a practice issue */
    PDOC_TABLE_ISSUE_STATE = 27
} pdoc_table;

/** Number of rows of a table; 0 for a table that does not exist. @since 0.1 */
PDOC_API size_t pdoc_table_count(pdoc_table table);

/** Code of a row, such as "date-review"; NULL past the end. Lives as long as the library. @since 0.1 */
PDOC_API const char *pdoc_table_code(pdoc_table table, size_t row);

/** Name of a row for people, such as "Review date"; NULL past the end. Lives as long as the library. @since 0.1 */
PDOC_API const char *pdoc_table_label(pdoc_table table, size_t row);

/** What a row means, in one sentence; NULL past the end. Lives as long as the library. @since 0.1 */
PDOC_API const char *pdoc_table_meaning(pdoc_table table, size_t row);

/** Row that has a code, or -1. @since 0.1 */
PDOC_API int pdoc_table_find(pdoc_table table, const char *code);

PDOC_END
#endif
