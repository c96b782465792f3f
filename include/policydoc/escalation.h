/* SPDX-License-Identifier: MIT */
/* Practice issues that climb an escalation track of a profile: what was recorded, and where each stands. */
#ifndef POLICYDOC_ESCALATION_H
#define POLICYDOC_ESCALATION_H

#include <policydoc/schedule.h>

PDOC_BEGIN

/*
 * A practice issue is a professional difference between organisations. It holds a reference of a case and coded facts,
 * and no text. Codes come from closed lists: those of the library and of the track. Here, where no profile is known,
 * their form is checked: at most 8 in a list, each of at most 24 small letters or digits and 3 hyphens, none a word
 * that only sentences have; the standing and the audit find what no list holds. What professionals say of a child stays
 * in the case system.
 */

/** A practice issue. Part of a register. */
typedef struct pdoc_issue pdoc_issue;

/** Number of practice issues. @since 0.1 */
PDOC_API size_t pdoc_register_issue_count(const pdoc_register *reg);
/** An issue, in the order of the file; NULL past the end. Borrowed. @since 0.1 */
PDOC_API pdoc_issue *pdoc_register_issue(const pdoc_register *reg, size_t index);
/** The issue of that id, else the first with that case reference; NULL: none. Borrowed. @since 0.1 */
PDOC_API pdoc_issue *pdoc_register_find_issue(const pdoc_register *reg, const char *id_or_case);
/**
 * Opens an issue; what else is known is added with pdoc_issue_complete.
 * @param track  Id of a track of the profile. @param case_reference  Reference in the case system.
 * @param by     Role of the one who raises it. @param organisation  Its organisation; may be NULL.
 * @param on     Whole day on which it was raised.
 * @return The issue, borrowed; NULL on ARGUMENT (also for what is no code), LIMIT or NOMEM.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_issue *pdoc_register_open_issue(pdoc_register *reg, const char *track,
                                                             const char *case_reference, const char *by,
                                                             const char *organisation, pdoc_date on,
                                                             pdoc_error **error);
/** Takes a reference to the register that holds the issue. @return `issue`. @since 0.1 */
PDOC_API pdoc_issue *pdoc_issue_ref(pdoc_issue *issue);
/** Releases a reference; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_issue_unref(pdoc_issue *issue);
/** Id within the register. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_issue_id(const pdoc_issue *issue);
/** Day on which it was raised. @since 0.1 */
PDOC_API pdoc_date pdoc_issue_on(const pdoc_issue *issue);
/** What is recorded under a name of PDOC_TABLE_ISSUE_ATTRIBUTE, such as "case"; NULL: nothing. Several codes have a
   space between. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_issue_attribute(const pdoc_issue *issue, const char *name);
/** Records one more thing of an issue; what is recorded already stays. @return PDOC_OK; ARGUMENT for a value that is no
    code, day or time; NOMEM. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_issue_complete(pdoc_issue *issue, const char *name, const char *value,
                                                        pdoc_error **error);

/** Number of steps that were recorded. @since 0.1 */
PDOC_API size_t pdoc_issue_step_count(const pdoc_issue *issue);
/** Id of a step within its issue; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_issue_step_id(const pdoc_issue *issue, size_t step);
/** Day of a step. @since 0.1 */
PDOC_API pdoc_date pdoc_issue_step_on(const pdoc_issue *issue, size_t step);
/** What is recorded of a step under a name of PDOC_TABLE_ISSUE_STEP_ATTRIBUTE, such as "kind"; NULL: nothing. Borrowed.
    @since 0.1 */
PDOC_API const char *pdoc_issue_step_attribute(const pdoc_issue *issue, size_t step, const char *name);
/**
 * Records a step behind the others; what else is known is added with pdoc_issue_step_complete. Nothing is judged here.
 * @param kind   A code of PDOC_TABLE_ISSUE_STEP. @param stage  Id of a stage; may be NULL.
 * @param on     Whole day on which it happened, not before the issue was raised. @param by  Role; may be NULL.
 * @param organisation  Organisation of that role; may be NULL.
 * @return PDOC_OK, ARGUMENT, LIMIT or NOMEM.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_issue_record(pdoc_issue *issue, const char *kind, const char *stage,
                                                      pdoc_date on, const char *by, const char *organisation,
                                                      pdoc_error **error);
/** Records one more thing of a step; what is recorded already stays, and a mistake is voided by a later step. @return
    PDOC_OK, ARGUMENT or NOMEM. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_issue_step_complete(pdoc_issue *issue, size_t step, const char *name,
                                                             const char *value, pdoc_error **error);

/* ---- where an issue stands ---- */

/** Where an issue stands. Closed. */
typedef enum pdoc_issue_state {
    PDOC_ISSUE_OPEN = 0,        /**< at a stage, and not resolved */
    PDOC_ISSUE_RESOLVED = 1,    /**< a stage ended to the satisfaction of the one who raised it */
    PDOC_ISSUE_CLOSED = 2,      /**< it ended otherwise: there is no issue, actions are in hand */
    PDOC_ISSUE_UNDETERMINED = 3 /**< its track is not known, or what is recorded does not tell */
} pdoc_issue_state;

/** Where an issue stands on a day: stage, what is to be done next, records owed, findings. Counted, immutable; never
   points into a register. */
typedef struct pdoc_standing pdoc_standing;

/**
 * Judges an issue by the track of its profile: as that was on the day on which the issue was raised.
 *
 * A limit that the profile does not state is never made up. Limits in working days need the calendar of the basis.
 * @return A reference; NULL on ARGUMENT, JUDGE (the basis cannot be used) or NOMEM.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_standing *pdoc_issue_standing(const pdoc_issue *issue, const pdoc_basis *basis,
                                                           pdoc_error **error);
/** Takes one more reference. @return `standing`. @since 0.1 */
PDOC_API pdoc_standing *pdoc_standing_ref(pdoc_standing *standing);
/** Releases a reference; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_standing_unref(pdoc_standing *standing);
/** Id of the issue. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_standing_issue(const pdoc_standing *standing);
/** Its case reference. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_standing_case(const pdoc_standing *standing);
/** Id of its track. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_standing_track(const pdoc_standing *standing);
/** Name of its track, or its id. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_standing_track_label(const pdoc_standing *standing);
/** Day judged for. @since 0.1 */
PDOC_API pdoc_date pdoc_standing_as_of(const pdoc_standing *standing);
/** State. @since 0.1 */
PDOC_API pdoc_issue_state pdoc_standing_state(const pdoc_standing *standing);
/** Outcome with which it ended, in a code; NULL: none is recorded. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_standing_outcome(const pdoc_standing *standing);
/** Id of the last stage that was reached; NULL: none. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_standing_stage(const pdoc_standing *standing);
/** Its name. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_standing_stage_label(const pdoc_standing *standing);
/** Day on which that stage was reached. @since 0.1 */
PDOC_API pdoc_date pdoc_standing_since(const pdoc_standing *standing);

/** Number of things to be done next. @since 0.1 */
PDOC_API size_t pdoc_standing_next_count(const pdoc_standing *standing);
/** What is to be done: a code of PDOC_TABLE_ISSUE_STEP; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_standing_next_kind(const pdoc_standing *standing, size_t index);
/** Stage at which. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_standing_next_stage(const pdoc_standing *standing, size_t index);
/** The same in a sentence. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_standing_next_words(const pdoc_standing *standing, size_t index);
/** Who must do it, in words; NULL: nobody is named. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_standing_next_who(const pdoc_standing *standing, size_t index);
/** Last day for it; not recorded: no limit, or it cannot be told. @since 0.1 */
PDOC_API pdoc_date pdoc_standing_next_by(const pdoc_standing *standing, size_t index);
/** Where the limit comes from, in words: "no time limit is stated". Borrowed. @since 0.1 */
PDOC_API const char *pdoc_standing_next_limit(const pdoc_standing *standing, size_t index);
/** Has that day passed? Unknown where a limit is stated and its day cannot be told. @since 0.1 */
PDOC_API pdoc_truth pdoc_standing_next_is_late(const pdoc_standing *standing, size_t index);
/** Row of the profile that asks for it; NULL: none. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_standing_next_rule(const pdoc_standing *standing, size_t index);
/** Its clause; NULL: none. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_standing_next_clause(const pdoc_standing *standing, size_t index);
/** How strongly it asks. @since 0.1 */
PDOC_API pdoc_modality pdoc_standing_next_modality(const pdoc_standing *standing, size_t index);
/** Is it a reading that the source does not settle? @since 0.1 */
PDOC_API bool pdoc_standing_next_is_inferred(const pdoc_standing *standing, size_t index);

/** Number of sides of the stage: who may or must take part in it. @since 0.1 */
PDOC_API size_t pdoc_standing_side_count(const pdoc_standing *standing);
/** Which side: "ours", "theirs", "each", "also", "advisers"; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_standing_side(const pdoc_standing *standing, size_t index);
/** Who, in words. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_standing_side_who(const pdoc_standing *standing, size_t index);
/** Is it widened by a condition of the issue? @since 0.1 */
PDOC_API bool pdoc_standing_side_is_widened(const pdoc_standing *standing, size_t index);

/** Number of records that are owed, made ones too. @since 0.1 */
PDOC_API size_t pdoc_standing_record_count(const pdoc_standing *standing);
/** Id of the step of which a record is owed; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_standing_record_step(const pdoc_standing *standing, size_t index);
/** Stage of that step. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_standing_record_stage(const pdoc_standing *standing, size_t index);
/** Role that owes it. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_standing_record_role(const pdoc_standing *standing, size_t index);
/** Organisation of that role; NULL: not recorded. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_standing_record_organisation(const pdoc_standing *standing, size_t index);
/** Was it made? @since 0.1 */
PDOC_API bool pdoc_standing_record_is_made(const pdoc_standing *standing, size_t index);
/** Does it keep fact and opinion apart? @since 0.1 */
PDOC_API pdoc_truth pdoc_standing_record_is_apart(const pdoc_standing *standing, size_t index);

/** Number of findings. @since 0.1 */
PDOC_API size_t pdoc_standing_finding_count(const pdoc_standing *standing);
/** Code of a finding, of PDOC_TABLE_FINDING; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_standing_finding_code(const pdoc_standing *standing, size_t index);
/** Outcome: not met, undetermined, or pending. @since 0.1 */
PDOC_API pdoc_outcome pdoc_standing_finding_outcome(const pdoc_standing *standing, size_t index);
/** How strongly its rule asks. @since 0.1 */
PDOC_API pdoc_modality pdoc_standing_finding_modality(const pdoc_standing *standing, size_t index);
/** Row of the profile; NULL: the library's own. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_standing_finding_rule(const pdoc_standing *standing, size_t index);
/** Clause of that row; NULL: none. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_standing_finding_clause(const pdoc_standing *standing, size_t index);
/** Is it a reading that the source does not settle? @since 0.1 */
PDOC_API bool pdoc_standing_finding_is_inferred(const pdoc_standing *standing, size_t index);
/** Id of the step that it is about; NULL: the issue as a whole. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_standing_finding_step(const pdoc_standing *standing, size_t index);
/** What was found, as a sentence. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_standing_finding_message(const pdoc_standing *standing, size_t index);
/** Is the step something that the protocol does not allow, rather than something that is still missing or came late?
   Who keeps the register should then not record it. @since 0.1 */
PDOC_API bool pdoc_standing_finding_forbids(const pdoc_standing *standing, size_t index);
/** What would put it right. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_standing_finding_remedy(const pdoc_standing *standing, size_t index);

/* ---- figures for the annual report ---- */

/** Figures on the issues of a register. Counted, immutable; never points into a register. */
typedef struct pdoc_issue_figures pdoc_issue_figures;

/**
 * Counts issues that were raised in a period, by track: stage reached, state, outcome, days to resolution, records.
 * @param first  First day of the period; not recorded: since ever. @param last  Last day; not recorded: that of the
 * basis.
 * @return A reference; NULL on ARGUMENT, JUDGE or NOMEM.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_issue_figures *pdoc_register_issue_figures(const pdoc_register *reg,
                                                                        const pdoc_basis *basis, pdoc_date first,
                                                                        pdoc_date last, pdoc_error **error);
/** Takes one more reference. @return `figures`. @since 0.1 */
PDOC_API pdoc_issue_figures *pdoc_issue_figures_ref(pdoc_issue_figures *figures);
/** Releases a reference; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_issue_figures_unref(pdoc_issue_figures *figures);
/** Number of figures. @since 0.1 */
PDOC_API size_t pdoc_issue_figures_count(const pdoc_issue_figures *figures);
/** Track that a figure is of; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_issue_figures_track(const pdoc_issue_figures *figures, size_t index);
/** What is counted: "raised", "stage-reached", "state", "outcome", "condition", "exceptional", "days-to-resolve",
    "records-owed", "records-made", "learning". Borrowed. @since 0.1 */
PDOC_API const char *pdoc_issue_figures_measure(const pdoc_issue_figures *figures, size_t index);
/** Of which stage, state, outcome, condition or lesson; of days: "least", "median", "most"; NULL: of all. Borrowed.
 * @since 0.1 */
PDOC_API const char *pdoc_issue_figures_key(const pdoc_issue_figures *figures, size_t index);
/** The number. @since 0.1 */
PDOC_API int64_t pdoc_issue_figures_number(const pdoc_issue_figures *figures, size_t index);

PDOC_END
#endif
