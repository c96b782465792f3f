/* SPDX-License-Identifier: MIT */
/*
 * Keeping a register: what differs between two, and one change, prepared on a copy, examined, then finished or dropped.
 *
 * A change is begun with the basis to judge by, who records it and why. It holds a working copy, on which the caller
 * uses the ordinary calls; nobody else sees anything of it until it is finished. Examining it tells what will be
 * different, in words; state and due day before and after, for each document that it touches; and what the profile
 * forbids, with the clause. Finishing refuses what is forbidden unless there is a reason to override, which is itself
 * recorded; it counts one more revision, and gives the new register. The old one stays as it was.
 */
#ifndef POLICYDOC_KEEPING_H
#define POLICYDOC_KEEPING_H

#include <policydoc/audit.h>

PDOC_BEGIN

/* ---- what differs between two registers ---- */

/** What differs between two registers. Counted, immutable; it never points into a register. */
typedef struct pdoc_differences pdoc_differences;

/** What became of a part. Closed. */
typedef enum pdoc_difference_kind {
    PDOC_DIFFERENCE_ADDED = 0,
    PDOC_DIFFERENCE_REMOVED = 1,
    PDOC_DIFFERENCE_CHANGED = 2
} pdoc_difference_kind;

/**
 * Compares two registers part by part: documents by their ids (one whose id is gone by its URI), parties by their
 * codes, events by their ids. Two registers without a difference are written in the same bytes.
 *
 * The register itself comes first, then its parties, then the documents in the order of `after`, last those that are
 * gone. Of a document or party that is new or gone only that is told.
 * @return A reference; NULL on ARGUMENT or NOMEM.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_differences *pdoc_register_compare(const pdoc_register *before, const pdoc_register *after,
                                                                pdoc_error **error);
/** Takes one more reference. @return `differences`. @since 0.1 */
PDOC_API pdoc_differences *pdoc_differences_ref(pdoc_differences *differences);
/** Releases a reference; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_differences_unref(pdoc_differences *differences);
/** Number of differences. @since 0.1 */
PDOC_API size_t pdoc_differences_count(const pdoc_differences *differences);
/** What became of a part. @since 0.1 */
PDOC_API pdoc_difference_kind pdoc_differences_kind(const pdoc_differences *differences, size_t index);
/** Id of the document of a part, in the later register where it is there; NULL: a part of the register. Borrowed.
 * @since 0.1 */
PDOC_API const char *pdoc_differences_document(const pdoc_differences *differences, size_t index);
/** First reference of that document; NULL if it has none. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_differences_reference(const pdoc_differences *differences, size_t index);
/** Title of that document; NULL if it has none. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_differences_title(const pdoc_differences *differences, size_t index);
/** Which part: such as "version/2/front-sheet/author", "history/e3", "relation/implements/d4",
   "party/executive/name/1". NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_differences_place(const pdoc_differences *differences, size_t index);
/** What the part was, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_differences_before(const pdoc_differences *differences, size_t index);
/** What the part is, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_differences_after(const pdoc_differences *differences, size_t index);
/** The difference as a sentence, with long texts shortened: the type is now "policy"; it was "procedure". Borrowed.
    @since 0.1 */
PDOC_API const char *pdoc_differences_words(const pdoc_differences *differences, size_t index);

/* ---- one change ---- */

/** By what a change is judged, and who makes it. Set `size` to sizeof(pdoc_keeping) and what is not used to 0. */
typedef struct pdoc_keeping {
    size_t size;
    const pdoc_basis *basis;      /**< needed; its day is the day on which the change is recorded */
    const char *recorder;         /**< post or party that records it, never a name of a person; NULL: not recorded */
    const char *reason;           /**< why; NULL: none is given */
    const char *override_because; /**< finish it though the profile forbids it, for this reason; NULL: refuse */
} pdoc_keeping;

/** A change that is being prepared. It has one owner. */
typedef struct pdoc_change pdoc_change;

/**
 * Begins a change of a register. Everything that is passed is copied or held; `reg` must not be changed meanwhile.
 * @return The change, for pdoc_change_free; NULL on ARGUMENT or NOMEM.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_change *pdoc_change_begin(pdoc_register *reg, const pdoc_keeping *keeping,
                                                       pdoc_error **error);
/** The working copy, to be changed by the ordinary calls. Borrowed: valid until the change is freed. @since 0.1 */
PDOC_API pdoc_register *pdoc_change_register(const pdoc_change *change);
/**
 * Tells what the change comes to so far; call it again after each further edit.
 *
 * A refusal is a rule that must be met, was not broken before and is broken by the change: a requirement or another
 * judged row of the profile, or any finding about an event that the change records. Whatever else it brings that is
 * less sure, or less strict, is a warning. Faults that were there before are neither.
 * @return PDOC_OK also where there are refusals; ARGUMENT or NOMEM.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_change_examine(pdoc_change *change, pdoc_error **error);
/** What the change makes different, as examined; NULL before that. Borrowed until the next examination. @since 0.1 */
PDOC_API const pdoc_differences *pdoc_change_differences(const pdoc_change *change);

/** Number of documents that the change touches, as examined: those that differ, and those that now stand otherwise.
 * @since 0.1 */
PDOC_API size_t pdoc_change_document_count(const pdoc_change *change);
/** Id of a document that is touched; NULL past the end. Borrowed, as what follows. @since 0.1 */
PDOC_API const char *pdoc_change_document_id(const pdoc_change *change, size_t index);
/** Its first reference, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_change_document_reference(const pdoc_change *change, size_t index);
/** Its title, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_change_document_title(const pdoc_change *change, size_t index);
/** Where it stood; undetermined also where it was not there or could not be judged. @since 0.1 */
PDOC_API pdoc_phase pdoc_change_phase_before(const pdoc_change *change, size_t index);
/** Where it stands; undetermined also where it is gone or cannot be judged. @since 0.1 */
PDOC_API pdoc_phase pdoc_change_phase_after(const pdoc_change *change, size_t index);
/** State of its review before. @since 0.1 */
PDOC_API pdoc_review_state pdoc_change_state_before(const pdoc_change *change, size_t index);
/** State of its review after. @since 0.1 */
PDOC_API pdoc_review_state pdoc_change_state_after(const pdoc_change *change, size_t index);
/** When its review was due; not recorded: nothing was. @since 0.1 */
PDOC_API pdoc_date pdoc_change_due_before(const pdoc_change *change, size_t index);
/** When its review is due; not recorded: nothing is. @since 0.1 */
PDOC_API pdoc_date pdoc_change_due_after(const pdoc_change *change, size_t index);

/** What the profile says to a change. Closed. */
typedef enum pdoc_objection {
    PDOC_OBJECTION_REFUSAL = 0, /**< forbidden: finished only with a reason to override */
    PDOC_OBJECTION_WARNING = 1, /**< against what should be, or it cannot be told */
    PDOC_OBJECTION_NEXT = 2     /**< to be done next: a rule asks for it because of what is recorded, and it is not done
                                     yet; forbids nothing */
} pdoc_objection;

/** Number of refusals, of warnings, or of what is to be done next, as examined. @since 0.1 */
PDOC_API size_t pdoc_change_objection_count(const pdoc_change *change, pdoc_objection kind);
/** One of them as a sentence; NULL past the end. Borrowed, as what follows. @since 0.1 */
PDOC_API const char *pdoc_change_objection_message(const pdoc_change *change, pdoc_objection kind, size_t index);
/** Rule or finding code. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_change_objection_rule(const pdoc_change *change, pdoc_objection kind, size_t index);
/** Clause of the source, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_change_objection_clause(const pdoc_change *change, pdoc_objection kind, size_t index);
/** What would put it right, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_change_objection_remedy(const pdoc_change *change, pdoc_objection kind, size_t index);
/** Id of the document, or NULL: the register itself. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_change_objection_document(const pdoc_change *change, pdoc_objection kind, size_t index);
/** Where, such as "history/e3". Borrowed. @since 0.1 */
PDOC_API const char *pdoc_change_objection_place(const pdoc_change *change, pdoc_objection kind, size_t index);

/** Would a reason to override finish it? Not where it writes words into a practice issue that no list of codes knows:
    they may tell of a child. @since 0.1 */
PDOC_API bool pdoc_change_can_override(const pdoc_change *change);
/**
 * Examines the change once more, and finishes it.
 *
 * Each event that it records gets the day of the basis as its day of recording, the recorder and the reason, where it
 * has none. Where a document (or the register) is changed without an event, and somebody said who or why, a remark says
 * what was changed. What is overridden is recorded as such on each document that it concerns. The register counts a
 * revision. A change that changes nothing gives a register without a new revision.
 * @param error  REFUSED, one error for each refusal; ARGUMENT, also where it was finished before; LIMIT or NOMEM.
 * @return A reference to the new register, which notices a lost update as the first would have; NULL on failure.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_register *pdoc_change_finish(pdoc_change *change, pdoc_error **error);
/** Drops a change, finished or not; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_change_free(pdoc_change *change);

PDOC_END
#endif
