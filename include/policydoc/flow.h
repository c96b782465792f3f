/* SPDX-License-Identifier: MIT */
/* Where a document stands in the flow of its profile, what may come next and what stands in the way; can it go? */
#ifndef POLICYDOC_FLOW_H
#define POLICYDOC_FLOW_H

#include <policydoc/audit.h>

PDOC_BEGIN

/* ---- next steps ---- */

/**
 * What comes next, for one document or all of a register: where each stands, the steps that may follow, what stands in the
 * way of each, and what is open or late beside them. Counted, immutable; it never points into a register.
 */
typedef struct pdoc_next_steps pdoc_next_steps;

/**
 * Next steps of one document.
 *
 * The version that is under way is asked: the newest, unless that is over. Each step is judged as if it were taken on the
 * day: the rules of the profile that stand behind the gate of its purpose, and what its transition asks for. Under a
 * profile without a flow the steps are those between phases that every document may take, and that is said.
 * @return A reference; NULL on ARGUMENT, JUDGE or NOMEM.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_next_steps *pdoc_document_next_steps(const pdoc_document *doc, const pdoc_basis *basis,
                                                                  pdoc_error **error);
/** Next steps of all documents of a register, in its order; as pdoc_document_next_steps. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_next_steps *pdoc_register_next_steps(const pdoc_register *reg, const pdoc_basis *basis,
                                                                  pdoc_error **error);
/** Takes one more reference. @return `next`. @since 0.1 */
PDOC_API pdoc_next_steps *pdoc_next_steps_ref(pdoc_next_steps *next);
/** Releases a reference; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_next_steps_unref(pdoc_next_steps *next);
/** Day that was judged. @since 0.1 */
PDOC_API pdoc_date pdoc_next_steps_as_of(const pdoc_next_steps *next);
/** Number of documents. @since 0.1 */
PDOC_API size_t pdoc_next_steps_document_count(const pdoc_next_steps *next);
/** Index of a document in its register; SIZE_MAX past the end. @since 0.1 */
PDOC_API size_t pdoc_next_steps_document_index(const pdoc_next_steps *next, size_t document);
/** Its id; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_next_steps_document_id(const pdoc_next_steps *next, size_t document);
/** Its title, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_next_steps_document_title(const pdoc_next_steps *next, size_t document);
/** Its first reference, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_next_steps_document_reference(const pdoc_next_steps *next, size_t document);
/** Profile that it follows, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_next_steps_document_profile(const pdoc_next_steps *next, size_t document);
/** Number of the version that is under way; 0: it has none. @since 0.1 */
PDOC_API uint32_t pdoc_next_steps_document_version(const pdoc_next_steps *next, size_t document);
/** Label of that version, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_next_steps_document_version_label(const pdoc_next_steps *next, size_t document);
/** State in the flow: the id of its row; of a phase where the profile has no flow; NULL: cannot be told. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_next_steps_document_state(const pdoc_next_steps *next, size_t document);
/** The same in words. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_next_steps_document_state_label(const pdoc_next_steps *next, size_t document);
/** Day on which it came there; not recorded: not known, or it began there. @since 0.1 */
PDOC_API pdoc_date pdoc_next_steps_document_since(const pdoc_next_steps *next, size_t document);
/** Event that led there, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_next_steps_document_event(const pdoc_next_steps *next, size_t document);
/** Phase of the version. @since 0.1 */
PDOC_API pdoc_phase pdoc_next_steps_document_phase(const pdoc_next_steps *next, size_t document);
/** Are its steps the general ones between phases, since its profile has no flow? @since 0.1 */
PDOC_API bool pdoc_next_steps_document_is_general(const pdoc_next_steps *next, size_t document);
/** What is to be known of where it stands, such as a phase that says otherwise; or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_next_steps_document_note(const pdoc_next_steps *next, size_t document);
/** Number of steps that may come next, document by document, in the order of the profile. @since 0.1 */
PDOC_API size_t pdoc_next_steps_step_count(const pdoc_next_steps *next);
/** Which of the documents it is a step of; SIZE_MAX past the end. @since 0.1 */
PDOC_API size_t pdoc_next_steps_step_document(const pdoc_next_steps *next, size_t step);
/** Transition of the profile; NULL for a general step. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_next_steps_step_rule(const pdoc_next_steps *next, size_t step);
/** What it is called. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_next_steps_step_label(const pdoc_next_steps *next, size_t step);
/** Kind of the event that it is. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_next_steps_step_event(const pdoc_next_steps *next, size_t step);
/** What it is for: a code of PDOC_TABLE_PURPOSE; or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_next_steps_step_purpose(const pdoc_next_steps *next, size_t step);
/** State that it leads to, in words; NULL: it stays where it is. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_next_steps_step_state(const pdoc_next_steps *next, size_t step);
/** Who may take it, in words; NULL: the profile names nobody. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_next_steps_step_by(const pdoc_next_steps *next, size_t step);
/** Clause of its rule, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_next_steps_step_clause(const pdoc_next_steps *next, size_t step);
/** How strongly its rule binds. @since 0.1 */
PDOC_API pdoc_modality pdoc_next_steps_step_modality(const pdoc_next_steps *next, size_t step);
/** Does it rest on a reading that the source does not settle? @since 0.1 */
PDOC_API bool pdoc_next_steps_step_is_inferred(const pdoc_next_steps *next, size_t step);
/** Can it be taken: does nothing that must be right first stand in the way? @since 0.1 */
PDOC_API pdoc_truth pdoc_next_steps_step_can(const pdoc_next_steps *next, size_t step);
/** Last day for it; not recorded: none. @since 0.1 */
PDOC_API pdoc_date pdoc_next_steps_step_deadline(const pdoc_next_steps *next, size_t step);
/** First day on which it was late; not recorded: it is not. @since 0.1 */
PDOC_API pdoc_date pdoc_next_steps_step_late_since(const pdoc_next_steps *next, size_t step);
/** Number of what stands in the way of a step, the most serious first. @since 0.1 */
PDOC_API size_t pdoc_next_steps_obstacle_count(const pdoc_next_steps *next, size_t step);
/** What stands in the way, as a sentence; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_next_steps_obstacle_message(const pdoc_next_steps *next, size_t step, size_t obstacle);
/** Rule id or finding code. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_next_steps_obstacle_rule(const pdoc_next_steps *next, size_t step, size_t obstacle);
/** Clause of the source, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_next_steps_obstacle_clause(const pdoc_next_steps *next, size_t step, size_t obstacle);
/** Where: such as "section/aims". Borrowed. @since 0.1 */
PDOC_API const char *pdoc_next_steps_obstacle_place(const pdoc_next_steps *next, size_t step, size_t obstacle);
/** What would put it right, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_next_steps_obstacle_remedy(const pdoc_next_steps *next, size_t step, size_t obstacle);
/** Not met, not met yet, or cannot be told. @since 0.1 */
PDOC_API pdoc_outcome pdoc_next_steps_obstacle_outcome(const pdoc_next_steps *next, size_t step, size_t obstacle);
/** How strongly the rule binds; what is no must only advises. @since 0.1 */
PDOC_API pdoc_modality pdoc_next_steps_obstacle_modality(const pdoc_next_steps *next, size_t step, size_t obstacle);
/** Does it rest on a reading that the source does not settle? @since 0.1 */
PDOC_API bool pdoc_next_steps_obstacle_is_inferred(const pdoc_next_steps *next, size_t step, size_t obstacle);
/** Number of duties that are open beside the steps: a review that is overdue, an action not done, a challenge without a reply,
    an urgent decision not reported, people not told, what a rule asks for by a day; document by document. @since 0.1 */
PDOC_API size_t pdoc_next_steps_duty_count(const pdoc_next_steps *next);
/** Which of the documents it is a duty of; SIZE_MAX past the end. @since 0.1 */
PDOC_API size_t pdoc_next_steps_duty_document(const pdoc_next_steps *next, size_t duty);
/** First day on which it was late; not recorded: it is not, or has no last day. @since 0.1 */
PDOC_API pdoc_date pdoc_next_steps_duty_late_since(const pdoc_next_steps *next, size_t duty);
/** What is open, as a sentence; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_next_steps_duty_message(const pdoc_next_steps *next, size_t duty);
/** Rule id or finding code. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_next_steps_duty_rule(const pdoc_next_steps *next, size_t duty);
/** Clause of the source, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_next_steps_duty_clause(const pdoc_next_steps *next, size_t duty);
/** Where: such as "section/aims". Borrowed. @since 0.1 */
PDOC_API const char *pdoc_next_steps_duty_place(const pdoc_next_steps *next, size_t duty);
/** What would put it right, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_next_steps_duty_remedy(const pdoc_next_steps *next, size_t duty);
/** Not met, not met yet, or cannot be told. @since 0.1 */
PDOC_API pdoc_outcome pdoc_next_steps_duty_outcome(const pdoc_next_steps *next, size_t duty);
/** How strongly the rule binds; what is no must only advises. @since 0.1 */
PDOC_API pdoc_modality pdoc_next_steps_duty_modality(const pdoc_next_steps *next, size_t duty);
/** Does it rest on a reading that the source does not settle? @since 0.1 */
PDOC_API bool pdoc_next_steps_duty_is_inferred(const pdoc_next_steps *next, size_t duty);

/* ---- readiness ---- */

/** Whether a document can go to a body for a purpose. Counted, immutable; it never points into a register. */
typedef struct pdoc_readiness pdoc_readiness;

/** What to ask. Set `size` to sizeof(pdoc_readiness_question) and all that is not asked to NULL. */
typedef struct pdoc_readiness_question {
    size_t size;
    const char *purpose; /**< a code of PDOC_TABLE_PURPOSE: consultation, scrutiny, sign-off, release */
    const char *body;    /**< code or name of the body; NULL: the one that the flow names, if it names one only; else who may is
                              left out */
    const char *role;    /**< code or name of the party as which the body acts, such as the post that it holds for an area;
                              NULL: it acts as itself */
} pdoc_readiness_question;

/**
 * Can it go? Judged as if the step were taken on the day of the basis: the rules behind the gate of the purpose, what its
 * transition asks for, whether the flow leads there, and whether that body may.
 * @return A reference; NULL on ARGUMENT (an unknown purpose, a role without a body), JUDGE or NOMEM. "Not ready" is an answer.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_readiness *pdoc_document_ask_readiness(const pdoc_document *doc, const pdoc_basis *basis,
                                                                    const pdoc_readiness_question *question,
                                                                    pdoc_error **error);
/** The same without a role: see pdoc_readiness_question for purpose and body. @return As pdoc_document_ask_readiness. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_readiness *pdoc_document_readiness(const pdoc_document *doc, const pdoc_basis *basis,
                                                                const char *purpose, const char *body,
                                                                pdoc_error **error);
/** Takes one more reference. @return `readiness`. @since 0.1 */
PDOC_API pdoc_readiness *pdoc_readiness_ref(pdoc_readiness *readiness);
/** Releases a reference; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_readiness_unref(pdoc_readiness *readiness);
/** Day that was judged. @since 0.1 */
PDOC_API pdoc_date pdoc_readiness_as_of(const pdoc_readiness *readiness);
/** Id of the document. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_readiness_document_id(const pdoc_readiness *readiness);
/** Its title, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_readiness_document_title(const pdoc_readiness *readiness);
/** Its first reference, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_readiness_document_reference(const pdoc_readiness *readiness);
/** The purpose asked for. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_readiness_purpose(const pdoc_readiness *readiness);
/** The body, as asked for or as the flow names it; NULL: none. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_readiness_body(const pdoc_readiness *readiness);
/** The role in which it acts, as asked for; NULL: none. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_readiness_role(const pdoc_readiness *readiness);
/** Transition that was judged; NULL: the profile has none for that purpose. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_readiness_rule(const pdoc_readiness *readiness);
/** Its clause, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_readiness_clause(const pdoc_readiness *readiness);
/** Number of the version that was judged; 0: the document has none. @since 0.1 */
PDOC_API uint32_t pdoc_readiness_version(const pdoc_readiness *readiness);
/** True: ready; false: something that must be right first is not; unknown: it cannot be told. @since 0.1 */
PDOC_API pdoc_truth pdoc_readiness_answer(const pdoc_readiness *readiness);
/** What is to be known of the answer, such as a profile that names no gate; or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_readiness_note(const pdoc_readiness *readiness);
/** Number of what stands in the way, and of what is only advised: the most serious first. @since 0.1 */
PDOC_API size_t pdoc_readiness_obstacle_count(const pdoc_readiness *readiness);
/** What stands in the way, as a sentence; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_readiness_obstacle_message(const pdoc_readiness *readiness, size_t obstacle);
/** Rule id or finding code. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_readiness_obstacle_rule(const pdoc_readiness *readiness, size_t obstacle);
/** Clause of the source, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_readiness_obstacle_clause(const pdoc_readiness *readiness, size_t obstacle);
/** Where: such as "section/aims". Borrowed. @since 0.1 */
PDOC_API const char *pdoc_readiness_obstacle_place(const pdoc_readiness *readiness, size_t obstacle);
/** What would put it right, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_readiness_obstacle_remedy(const pdoc_readiness *readiness, size_t obstacle);
/** Not met, not met yet, or cannot be told. @since 0.1 */
PDOC_API pdoc_outcome pdoc_readiness_obstacle_outcome(const pdoc_readiness *readiness, size_t obstacle);
/** How strongly the rule binds; what is no must only advises. @since 0.1 */
PDOC_API pdoc_modality pdoc_readiness_obstacle_modality(const pdoc_readiness *readiness, size_t obstacle);
/** Does it rest on a reading that the source does not settle? @since 0.1 */
PDOC_API bool pdoc_readiness_obstacle_is_inferred(const pdoc_readiness *readiness, size_t obstacle);

PDOC_END
#endif
