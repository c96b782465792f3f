/* SPDX-License-Identifier: MIT */
/* Which type a document is, by the words it uses: types in order, with the evidence found. An assistant: the type that
   people recorded is the type. */
#ifndef POLICYDOC_CLASSIFICATION_H
#define POLICYDOC_CLASSIFICATION_H

#include <policydoc/profile.h>
#include <policydoc/schedule.h>

PDOC_BEGIN

/** The cues of a profile, made ready. Counted, immutable; threads may share it. */
typedef struct pdoc_classifier pdoc_classifier;
/** What came of classifying one text. Counted, immutable; never points into a register. */
typedef struct pdoc_classification pdoc_classification;

/** Bytes of a title and a text together, at most. */
#define PDOC_CLASSIFY_LIMIT 16777216u

/** How sure the first type is. */
typedef enum pdoc_confidence {
    PDOC_CONFIDENCE_NONE = 0,    /**< nothing speaks for any type */
    PDOC_CONFIDENCE_UNCLEAR = 1, /**< another type has more than three quarters of its score */
    PDOC_CONFIDENCE_LIKELY = 2,  /**< another type has at least half of its score, or the score is below 10 */
    PDOC_CONFIDENCE_CLEAR = 3
} pdoc_confidence;

/**
 * Makes the cues of a profile ready.
 *
 * Its own cues come first; those of the profile "general" in the set are added, as far as no cue of the same id is
 * there. Labels, aliases and examples of its types are looked for in titles, too. Rows that have a last day are left
 * out.
 * @param set  Where "general" is found; NULL: only the profile's own cues.
 * @return A reference; NULL on ARGUMENT or NOMEM.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_classifier *pdoc_classifier_new(const pdoc_profile *profile, const pdoc_profile_set *set,
                                                             pdoc_error **error);
/** Takes one more reference. @return `classifier`. @since 0.1 */
PDOC_API pdoc_classifier *pdoc_classifier_ref(pdoc_classifier *classifier);
/** Releases a reference; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_classifier_unref(pdoc_classifier *classifier);
/** Number of questions that a person can answer instead of, or beside, a text. @since 0.1 */
PDOC_API size_t pdoc_classifier_question_count(const pdoc_classifier *classifier);
/** Id of a question: that of its cue; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_classifier_question_id(const pdoc_classifier *classifier, size_t question);
/** A question, to be answered with yes or no. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_classifier_question(const pdoc_classifier *classifier, size_t question);
/** Clause of the source that it rests on, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_classifier_question_clause(const pdoc_classifier *classifier, size_t question);

/** What to classify. Set `size` to sizeof(pdoc_classify_input) and what there is not to 0. */
typedef struct pdoc_classify_input {
    size_t size;
    const char *title;   /**< or NULL */
    const char *text;    /**< any bytes, or NULL */
    size_t text_size;    /**< of `text` */
    const char *answers; /**< ids of questions, each with its answer: "steps=yes parties=no"; or NULL */
} pdoc_classify_input;

/**
 * Classifies a title, a text, and answers, in one pass over the words.
 *
 * Case does not matter. Of phrases that lie inside each other the longest counts. A phrase that comes twice counts one
 * and a half times, one that comes four times or more twice. "no" counts half against what "yes" speaks for.
 * @return A reference; NULL on ARGUMENT (an answer that cannot be understood), LIMIT (more than PDOC_CLASSIFY_LIMIT
 * bytes) or NOMEM. That nothing speaks for any type is an answer.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_classification *
pdoc_classifier_classify(const pdoc_classifier *classifier, const pdoc_classify_input *input, pdoc_error **error);
/** Classifies one title (or NULL) and text (or NULL) by a profile; `set` as pdoc_classifier_new. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_classification *pdoc_profile_classify(const pdoc_profile *profile,
                                                                   const pdoc_profile_set *set, const char *title,
                                                                   const char *text, pdoc_error **error);
/**
 * Classifies a document by its profile: its title, the sections of its version, and of the sheet its purpose.
 * @return A reference; NULL on ARGUMENT, JUDGE (its profile is not known), LIMIT or NOMEM.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_classification *pdoc_document_classify(const pdoc_document *doc, const pdoc_basis *basis,
                                                                    pdoc_error **error);
/** Takes one more reference. @return `found`. @since 0.1 */
PDOC_API pdoc_classification *pdoc_classification_ref(pdoc_classification *found);
/** Releases a reference; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_classification_unref(pdoc_classification *found);

/** Id of the profile that its types are of. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_classification_profile(const pdoc_classification *found);
/** Title that was looked at, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_classification_title(const pdoc_classification *found);
/** Type that is recorded for the document, which holds whatever was found; NULL: none. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_classification_declared(const pdoc_classification *found);
/** Does the text clearly speak for another type? See the audit's finding "type-contradicted". @since 0.1 */
PDOC_API bool pdoc_classification_is_contradicted(const pdoc_classification *found);
/** How sure the first type is. @since 0.1 */
PDOC_API pdoc_confidence pdoc_classification_confidence(const pdoc_classification *found);
/** The same and why, as a sentence. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_classification_reason(const pdoc_classification *found);
/** Number of types for or against which something speaks; they come by score, the highest first. @since 0.1 */
PDOC_API size_t pdoc_classification_count(const pdoc_classification *found);
/** Code of a type; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_classification_type(const pdoc_classification *found, size_t type);
/** Its label. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_classification_label(const pdoc_classification *found, size_t type);
/** Its definition in the profile, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_classification_definition(const pdoc_classification *found, size_t type);
/** How the profile says that it binds, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_classification_binding(const pdoc_classification *found, size_t type);
/** Sum of the points of its evidence. @since 0.1 */
PDOC_API int32_t pdoc_classification_score(const pdoc_classification *found, size_t type);
/** Is it another type to think of: one with at least half of the highest score? @since 0.1 */
PDOC_API bool pdoc_classification_is_alternative(const pdoc_classification *found, size_t type);

/**
 * Number of pieces of evidence for and against a type, the weightiest first. Of the type past the last one: what was
 * set aside, because it only looks as if it spoke for a type ("strategy meeting").
 * @since 0.1
 */
PDOC_API size_t pdoc_classification_evidence_count(const pdoc_classification *found, size_t type);
/** The words as they stand in the text, or the question that was answered; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_evidence_phrase(const pdoc_classification *found, size_t type, size_t item);
/** Where: "title", "text", "answers", "section/CODE" or "front-sheet/CODE". Borrowed. @since 0.1 */
PDOC_API const char *pdoc_evidence_place(const pdoc_classification *found, size_t type, size_t item);
/** Does the document speak of itself there? @since 0.1 */
PDOC_API bool pdoc_evidence_is_self(const pdoc_classification *found, size_t type, size_t item);
/** Bytes before it at that place, where it comes first. @since 0.1 */
PDOC_API size_t pdoc_evidence_offset(const pdoc_classification *found, size_t type, size_t item);
/** Its line at that place, from 1. @since 0.1 */
PDOC_API uint32_t pdoc_evidence_line(const pdoc_classification *found, size_t type, size_t item);
/** How often it comes. @since 0.1 */
PDOC_API uint32_t pdoc_evidence_times(const pdoc_classification *found, size_t type, size_t item);
/** Points for the type; negative: against it. @since 0.1 */
PDOC_API int32_t pdoc_evidence_points(const pdoc_classification *found, size_t type, size_t item);
/** Id of the cue, or of the type whose name it is. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_evidence_rule(const pdoc_classification *found, size_t type, size_t item);
/** Profile in which that row was written. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_evidence_profile(const pdoc_classification *found, size_t type, size_t item);
/** Clause of the source, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_evidence_clause(const pdoc_classification *found, size_t type, size_t item);
/** Does it rest on a reading that the source does not settle? @since 0.1 */
PDOC_API bool pdoc_evidence_is_inferred(const pdoc_classification *found, size_t type, size_t item);

PDOC_END
#endif
