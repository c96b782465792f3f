/* SPDX-License-Identifier: MIT */
/*
 * Cues made ready (classifier.c), what a text says by them (tally.c), and the answer as an object (classification*.c).
 * A text is looked through once; every cue notes how often and where first it was found, in the title and in the text.
 */
#ifndef PDOC_GOVERNANCE_CLASSIFYING_CLASSIFIER_H
#define PDOC_GOVERNANCE_CLASSIFYING_CLASSIFIER_H

#include "governance/classifying/phrases.h"
#include "governance/profile.h"
#include "policydoc/classification.h"

/* Where a cue counts: the values of pdoc__cue.where. The last two are of no type: they say that what follows them is
   only what a title is about (heading.h), or what the document is not (denial.h). */
enum {
    PDOC__CUE_ANYWHERE,
    PDOC__CUE_TITLE,
    PDOC__CUE_TEXT,
    PDOC__CUE_SELF,
    PDOC__CUE_TITLE_END,
    PDOC__CUE_TITLE_ABOUT,
    PDOC__CUE_DENIAL
};

/* A cue, or a name of a type, as it is used for the types of one profile. */
struct pdoc__used_cue {
    const struct pdoc__rule *rule;
    const char *question;  /* NULL: none */
    const uint16_t *types; /* indices in the profile's types that it speaks for */
    size_t type_count;
    int16_t weight;
    uint8_t where;
    bool sets_aside; /* it is of no type: its phrases only hide what lies in them */
};

struct pdoc_classifier {
    atomic_size_t references;
    struct pdoc__arena arena;
    pdoc_profile *profile; /* held: what is used of their rows is borrowed */
    pdoc_profile *lender;  /* of the general cues; NULL: none */
    struct pdoc__phrases phrases;
    struct pdoc__phrases self_phrases; /* of them, those by which a document says which type it is */
    struct pdoc__phrases about;        /* words behind which a title says what it is about */
    struct pdoc__used_cue *cues;
    size_t cue_count;
    size_t *questions; /* indices of cues */
    size_t question_count;
};

/* A part of a text that has a place of its own. */
struct pdoc__text_part {
    const char *place;
    uint32_t from; /* byte at which it begins */
    uint32_t line; /* and line */
};

/* What is looked through. */
struct pdoc__matter {
    const char *title; /* NULL: none */
    const char *text;  /* NULL: none */
    size_t text_size;
    const struct pdoc__text_part *parts; /* of the text; none: it is one */
    size_t part_count;
    const char *answers;  /* NULL: none */
    const char *declared; /* type of the document as recorded; NULL: none */
};

enum { PDOC__IN_TITLE, PDOC__IN_TEXT, PDOC__IN_ANSWERS, PDOC__CUE_PLACES };

/* What was found of a cue at one of these places. */
struct pdoc__tally {
    uint32_t times;
    uint32_t from; /* the first time */
    uint32_t to;
    uint32_t line;
    bool is_no; /* the question was answered with no */
};

/* Looks through the matter; `tallies` has PDOC__CUE_PLACES for each cue, all zero. False with an error. */
bool pdoc__tally(const struct pdoc_classifier *classifier, const struct pdoc__matter *matter,
                 struct pdoc__tally *tallies, pdoc_error **error);
/* What a cue counts for by its tally. */
int32_t pdoc__tally_points(const struct pdoc__used_cue *cue, const struct pdoc__tally *tally);

/* The whole answer. NULL with an error. */
pdoc_classification *pdoc__classification_make(const pdoc_classifier *classifier, const struct pdoc__matter *matter,
                                               pdoc_error **error);

/* Of two types of a profile: is one a kind of the other, or have both the same base class? */
bool pdoc__types_are_kin(const pdoc_profile *profile, const struct pdoc__type *one, const struct pdoc__type *other);
/* Are there cues for the types of a profile: rows of its own, or those that all profiles get? */
bool pdoc__has_cues(const pdoc_profile *profile, const pdoc_profile_set *set);
/* The base class of a type, by what it is a kind of where it states none; NULL: none. */
const char *pdoc__type_base(const pdoc_profile *profile, const struct pdoc__type *type);

/* matter.c: does a document anywhere speak of itself as another type than that one, or a kind of it? Where it does not,
   nothing contradicts the type, and there is no need to classify. */
struct pdoc_version;
bool pdoc__document_speaks_of_another(const pdoc_classifier *classifier, const struct pdoc__type *type,
                                      const pdoc_document *doc, const struct pdoc_version *version);

/* matter.c: what a document says of itself: its title, the sections of a version, its purpose on the sheet. Freed by
   pdoc__document_matter_free. `out->matter.text` is NULL where there is nothing. */
struct pdoc__document_matter {
    struct pdoc__matter matter;
    struct pdoc__arena arena;
};
bool pdoc__document_matter(const pdoc_document *doc, const struct pdoc_version *version,
                           struct pdoc__document_matter *out, pdoc_error **error);
void pdoc__document_matter_free(struct pdoc__document_matter *matter);

#endif
