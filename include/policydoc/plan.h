/* SPDX-License-Identifier: MIT */
/* Plans: one document back from its deadline; the reviews of a register spread over months; reminders; what if. */
#ifndef POLICYDOC_PLAN_H
#define POLICYDOC_PLAN_H

#include <policydoc/meeting.h>
#include <policydoc/schedule.h>

PDOC_BEGIN

/* ---- a plan for one document, back from its deadline ---- */

/** How a step of a plan stands. Closed. */
typedef enum pdoc_step_state {
    PDOC_STEP_TO_DO = 0,
    PDOC_STEP_DONE = 1, /**< the history shows it, and its day is the day on which it was done; or its day has passed, which is all
                             that a last day for replies needs once the draft is out */
    PDOC_STEP_LATE = 2, /**< its day has passed, and nothing shows that it was done */
    PDOC_STEP_OPEN = 3  /**< no day can be given, or none is needed any more, since a step that comes after it was done: the
                             reason says which */
} pdoc_step_state;

/** What to plan. Set `size` to sizeof(pdoc_plan_options) and all else to 0 for the defaults. */
typedef struct pdoc_plan_options {
    size_t size;
    pdoc_date deadline;       /**< instead of the earlier of the review and the expiry date */
    const char *body;         /**< body that decides, instead of the one that the rules name */
    const char *drafting;     /**< time for drafting where the profile states none, such as "P6W"; NULL: not planned */
    const char *consultation; /**< time for replies where the profile states none; NULL: not planned */
} pdoc_plan_options;

/** A plan. Counted, immutable; never points into a register. */
typedef struct pdoc_plan pdoc_plan;

/**
 * Plans one document: from its deadline back through the steps that its profile states (table "plan").
 *
 * The basis should have a calendar. Steps that the history shows as done keep their days. A document that was withdrawn,
 * superseded or archived has no deadline of its own: a plan for it is one to bring it back, and warns so.
 * @param options  NULL for the defaults.
 * @return A reference; NULL on ARGUMENT, JUDGE or NOMEM. A plan that cannot be kept is a plan that says why.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_plan *pdoc_document_plan(const pdoc_document *doc, const pdoc_basis *basis,
                                                      const pdoc_plan_options *options, pdoc_error **error);
/** Takes one more reference. @return `plan`. @since 0.1 */
PDOC_API pdoc_plan *pdoc_plan_ref(pdoc_plan *plan);
/** Releases a reference; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_plan_unref(pdoc_plan *plan);
/** Day for which it was made. @since 0.1 */
PDOC_API pdoc_date pdoc_plan_as_of(const pdoc_plan *plan);
/** Id, title and first reference of the document. Borrowed; the latter two may be NULL. @since 0.1 */
PDOC_API const char *pdoc_plan_document_id(const pdoc_plan *plan);
/** See pdoc_plan_document_id. @since 0.1 */
PDOC_API const char *pdoc_plan_document_title(const pdoc_plan *plan);
/** See pdoc_plan_document_id. @since 0.1 */
PDOC_API const char *pdoc_plan_document_reference(const pdoc_plan *plan);
/** Last day by which all must be done; not recorded if there is none. @since 0.1 */
PDOC_API pdoc_date pdoc_plan_deadline(const pdoc_plan *plan);
/** Where the deadline comes from, as a sentence. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_plan_deadline_reason(const pdoc_plan *plan);
/** Can every step that must be done still be done in time? Those that were passed over do not count. @since 0.1 */
PDOC_API bool pdoc_plan_is_feasible(const pdoc_plan *plan);
/** Why it cannot, as sentences; NULL if it can. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_plan_obstacle(const pdoc_plan *plan);
/** Where no meeting fits: the meeting nearest to the deadline that there is or would have been; else not recorded. @since 0.1 */
PDOC_API pdoc_date pdoc_plan_nearest_meeting(const pdoc_plan *plan);
/** Number of steps, in order of their days. @since 0.1 */
PDOC_API size_t pdoc_plan_step_count(const pdoc_plan *plan);
/** Id of a step in its profile, such as "papers"; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_plan_step_id(const pdoc_plan *plan, size_t step);
/** Kind of a step: a code of PDOC_TABLE_STEP_KIND. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_plan_step_kind(const pdoc_plan *plan, size_t step);
/** What is to be done. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_plan_step_label(const pdoc_plan *plan, size_t step);
/** Last day of a step; the day of a meeting; of a step that was done, its day. @since 0.1 */
PDOC_API pdoc_date pdoc_plan_step_on(const pdoc_plan *plan, size_t step);
/** How it stands. @since 0.1 */
PDOC_API pdoc_step_state pdoc_plan_step_state(const pdoc_plan *plan, size_t step);
/** Who does it: post or body, as printed; NULL if nobody is named. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_plan_step_who(const pdoc_plan *plan, size_t step);
/** Rule; NULL for what was asked for. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_plan_step_rule(const pdoc_plan *plan, size_t step);
/** Clause of the rule, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_plan_step_clause(const pdoc_plan *plan, size_t step);
/** How the day was reached, as a sentence. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_plan_step_reason(const pdoc_plan *plan, size_t step);
/** Slack in days: how much later it could be without breaking what follows; for a step to do, counted from its day or, if
    later, from the day of the plan. Negative: too late by so many days. @since 0.1 */
PDOC_API int32_t pdoc_plan_step_slack(const pdoc_plan *plan, size_t step);
/** How strongly its rule binds. @since 0.1 */
PDOC_API pdoc_modality pdoc_plan_step_modality(const pdoc_plan *plan, size_t step);
/** Does it rest on a reading that the source does not settle? @since 0.1 */
PDOC_API bool pdoc_plan_step_is_inferred(const pdoc_plan *plan, size_t step);
/** Does it rest on days that the calendar does not cover? @since 0.1 */
PDOC_API bool pdoc_plan_step_is_provisional(const pdoc_plan *plan, size_t step);
/** Number of warnings, such as lead times that leave no time for the work between them. @since 0.1 */
PDOC_API size_t pdoc_plan_warning_count(const pdoc_plan *plan);
/** A warning as a sentence; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_plan_warning(const pdoc_plan *plan, size_t warning);

/* ---- a rolling programme: the reviews of a register spread over months ---- */

/** What to level. Set `size` to sizeof(pdoc_programme_options) and all else to 0 for the defaults. */
typedef struct pdoc_programme_options {
    size_t size;
    pdoc_date from;         /**< first month; not recorded: that of the day judged */
    pdoc_date to;           /**< last month; not recorded: 36 months in all. At most 120 months */
    const char *earlier;    /**< how long before its last permitted day a review may be held; NULL: "P6M" */
    const char *catch_up;   /**< over how long, from the first month, overdue reviews are spread; NULL: the first open month */
    const char *months;     /**< months of the year in which reviews may be held, such as "4 10"; NULL: all */
    const char *blocked;    /**< months in which none may be: of every year ("8"), or one ("2027-03"); with spaces between */
    const char *capacities; /**< most effort a month for one responsible, such as "Policy Officer=3; *=5"; NULL: no limit */
    uint32_t keep;          /**< 1: a re-plan: at the best peak, as few documents as can be leave the month that the forward plan has */
    uint32_t reserved;
} pdoc_programme_options;

/**
 * A programme. Counted, immutable; never points into a register.
 *
 * Of a document these properties count: "review-effort" (a whole number from 1; else 1), "review-months" (months of the
 * year in which it may be reviewed, such as "4 10"), "review-pinned" (a month: it stays there).
 */
typedef struct pdoc_programme pdoc_programme;

/** Levels the reviews that are due from `from` to `to`. @return A reference; NULL on ARGUMENT, INVALID (an option that cannot
    be understood), JUDGE or NOMEM. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_programme *pdoc_programme_new(const pdoc_register *reg, const pdoc_basis *basis,
                                                           const pdoc_programme_options *options, pdoc_error **error);
/** Takes one more reference. @return `programme`. @since 0.1 */
PDOC_API pdoc_programme *pdoc_programme_ref(pdoc_programme *programme);
/** Releases a reference; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_programme_unref(pdoc_programme *programme);
/** Number of months. @since 0.1 */
PDOC_API size_t pdoc_programme_month_count(const pdoc_programme *programme);
/** A month. @since 0.1 */
PDOC_API pdoc_date pdoc_programme_month(const pdoc_programme *programme, size_t month);
/** Effort in a month. @since 0.1 */
PDOC_API uint32_t pdoc_programme_load(const pdoc_programme *programme, size_t month);
/** Effort in a month if every review waited for its last permitted day. @since 0.1 */
PDOC_API uint32_t pdoc_programme_load_at_deadline(const pdoc_programme *programme, size_t month);
/** May reviews be held in a month? @since 0.1 */
PDOC_API bool pdoc_programme_is_blocked(const pdoc_programme *programme, size_t month);
/** Largest effort in one month. @since 0.1 */
PDOC_API uint32_t pdoc_programme_peak(const pdoc_programme *programme);
/** No programme that places as much effort can have a lower peak than this. @since 0.1 */
PDOC_API uint32_t pdoc_programme_lower_bound(const pdoc_programme *programme);
/** Is it known that no programme that places as much effort has a lower peak? @since 0.1 */
PDOC_API bool pdoc_programme_is_optimal(const pdoc_programme *programme);
/** Why the peak is not lower, in words: which reviews must fall into which months. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_programme_bottleneck(const pdoc_programme *programme);
/** Number of documents that left the month of the forward plan for another; those left without one are not among them. @since 0.1 */
PDOC_API size_t pdoc_programme_moved_count(const pdoc_programme *programme);
/** Number of documents in it, those that could not be placed included, in order of month, then of the register. @since 0.1 */
PDOC_API size_t pdoc_programme_count(const pdoc_programme *programme);
/** Index in the register of a document. @since 0.1 */
PDOC_API size_t pdoc_programme_document_index(const pdoc_programme *programme, size_t entry);
/** Month in which it is reviewed; not recorded if it could not be placed. @since 0.1 */
PDOC_API pdoc_date pdoc_programme_entry_month(const pdoc_programme *programme, size_t entry);
/** Month that the forward plan has for it; not recorded if none. @since 0.1 */
PDOC_API pdoc_date pdoc_programme_entry_previous(const pdoc_programme *programme, size_t entry);
/** First month in which it may be reviewed. @since 0.1 */
PDOC_API pdoc_date pdoc_programme_entry_first(const pdoc_programme *programme, size_t entry);
/** Last permitted day. @since 0.1 */
PDOC_API pdoc_date pdoc_programme_entry_due(const pdoc_programme *programme, size_t entry);
/** Responsible for its review, as printed; NULL if nobody is named. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_programme_entry_who(const pdoc_programme *programme, size_t entry);
/** Effort. @since 0.1 */
PDOC_API uint32_t pdoc_programme_entry_effort(const pdoc_programme *programme, size_t entry);
/** Is it pinned to its month? @since 0.1 */
PDOC_API bool pdoc_programme_entry_is_pinned(const pdoc_programme *programme, size_t entry);
/** Is it overdue on the day judged, and so placed in the first month that is open to it, or as soon as `catch_up` says? @since 0.1 */
PDOC_API bool pdoc_programme_entry_is_late(const pdoc_programme *programme, size_t entry);
/** Why it could not be placed, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_programme_entry_obstacle(const pdoc_programme *programme, size_t entry);

/* ---- reminders ---- */

/** Reminders of a period. Counted, immutable; never points into a register. */
typedef struct pdoc_reminders pdoc_reminders;

/**
 * Reminders that fall after one day and not after another. Asked for piece by piece, every one comes once, whatever the
 * pieces are.
 *
 * Which there are the profile says (table "reminders"); each is counted from the day on which a review is due, and rolled
 * to a working day where the basis has a calendar: before the due day, and on it, back; after it on. Of a month that is
 * printed as the day the last day counts. A review that is not overdue on the day judged is not reminded of as overdue: with
 * one and the same basis, any pieces of a period give what the period gives; where each piece has its own day, as in a daily
 * run, judge each for its last day. A review that was completed has another due day, and so other keys.
 * @param after    The first day is the one after it; {0, 0, 0}: no bound. @param until  The last day; likewise. Of a month
 *                 or year the last day counts, for both.
 * @param offsets  Instead of those of the profile: offsets with commas between, such as "-P60D,-P14D,P0D,P7D"; or NULL.
 * @return A reference; NULL on ARGUMENT, INVALID, JUDGE or NOMEM.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_reminders *pdoc_reminders_new(const pdoc_register *reg, const pdoc_basis *basis,
                                                           const char *offsets, pdoc_date after, pdoc_date until,
                                                           pdoc_error **error);
/** Takes one more reference. @return `reminders`. @since 0.1 */
PDOC_API pdoc_reminders *pdoc_reminders_ref(pdoc_reminders *reminders);
/** Releases a reference; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_reminders_unref(pdoc_reminders *reminders);
/** Number of reminders, in order of their days. @since 0.1 */
PDOC_API size_t pdoc_reminders_count(const pdoc_reminders *reminders);
/** Day on which to remind. @since 0.1 */
PDOC_API pdoc_date pdoc_reminders_on(const pdoc_reminders *reminders, size_t index);
/** Key that stays the same as long as document, due day and offset do: "d1/review/2023-07-07/-P60D". Where an earlier row of
    the profile has the same offset, the id of the row follows. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_reminders_key(const pdoc_reminders *reminders, size_t index);
/** Index in the register of the document. @since 0.1 */
PDOC_API size_t pdoc_reminders_document_index(const pdoc_reminders *reminders, size_t index);
/** Day on which the review is due. @since 0.1 */
PDOC_API pdoc_date pdoc_reminders_due(const pdoc_reminders *reminders, size_t index);
/** Offset from the due day. @since 0.1 */
PDOC_API pdoc_offset pdoc_reminders_offset(const pdoc_reminders *reminders, size_t index);
/** Who is to be reminded: the one that the rule names, else the one responsible for the review, by the name that the register
    has, else as printed; NULL if nobody is named. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_reminders_recipient(const pdoc_reminders *reminders, size_t index);
/** Rule; NULL for what was asked for. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_reminders_rule(const pdoc_reminders *reminders, size_t index);
/** Clause of the rule, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_reminders_clause(const pdoc_reminders *reminders, size_t index);
/** Does it rest on days that the calendar does not cover? @since 0.1 */
PDOC_API bool pdoc_reminders_is_provisional(const pdoc_reminders *reminders, size_t index);

/* ---- what if ---- */

/** What differs between two schedules of one register. Counted, immutable; never points into a register. */
typedef struct pdoc_changes pdoc_changes;

/** How a document stands after a change. Closed. */
typedef enum pdoc_change_kind {
    PDOC_CHANGE_BECOMES_OVERDUE = 0,
    PDOC_CHANGE_NO_LONGER_OVERDUE = 1,
    PDOC_CHANGE_EARLIER = 2,
    PDOC_CHANGE_LATER = 3,
    PDOC_CHANGE_DATE_GAINED = 4, /**< nothing was due before */
    PDOC_CHANGE_DATE_LOST = 5,
    PDOC_CHANGE_STATE_ONLY = 6
} pdoc_change_kind;

/** Compares two schedules of one register: under another profile, calendar or day. @return A reference; NULL on ARGUMENT
    (different numbers of documents) or NOMEM. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_changes *pdoc_schedule_compare(const pdoc_schedule *before, const pdoc_schedule *after,
                                                            pdoc_error **error);
/** Takes one more reference. @return `changes`. @since 0.1 */
PDOC_API pdoc_changes *pdoc_changes_ref(pdoc_changes *changes);
/** Releases a reference; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_changes_unref(pdoc_changes *changes);
/** Number of documents that differ, by kind, then in the order of the register. @since 0.1 */
PDOC_API size_t pdoc_changes_count(const pdoc_changes *changes);
/** Number of documents that do not. @since 0.1 */
PDOC_API size_t pdoc_changes_same_count(const pdoc_changes *changes);
/** Number of documents of one kind. @since 0.1 */
PDOC_API size_t pdoc_changes_kind_count(const pdoc_changes *changes, pdoc_change_kind kind);
/** Kind of a change. @since 0.1 */
PDOC_API pdoc_change_kind pdoc_changes_kind(const pdoc_changes *changes, size_t index);
/** Index in the register of its document. @since 0.1 */
PDOC_API size_t pdoc_changes_document_index(const pdoc_changes *changes, size_t index);
/** Due day before; not recorded if nothing was due. @since 0.1 */
PDOC_API pdoc_date pdoc_changes_due_before(const pdoc_changes *changes, size_t index);
/** Due day after. @since 0.1 */
PDOC_API pdoc_date pdoc_changes_due_after(const pdoc_changes *changes, size_t index);
/** State before. @since 0.1 */
PDOC_API pdoc_review_state pdoc_changes_state_before(const pdoc_changes *changes, size_t index);
/** State after. @since 0.1 */
PDOC_API pdoc_review_state pdoc_changes_state_after(const pdoc_changes *changes, size_t index);
/** Rule that gave the derived date before, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_changes_rule_before(const pdoc_changes *changes, size_t index);
/** Rule after, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_changes_rule_after(const pdoc_changes *changes, size_t index);

PDOC_END
#endif
