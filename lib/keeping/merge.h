/* SPDX-License-Identifier: MIT */
/*
 * Two registers on their way to one. Both are copies. The second is renamed in place until it speaks the language of
 * the first (ids, codes of parties, numbers of versions); then its parts hang in the lists of the first as well, which
 * is written and read once more, so that the result holds nothing of either.
 */
#ifndef PDOC_KEEPING_MERGE_H
#define PDOC_KEEPING_MERGE_H

#include <stdatomic.h>

#include "keeping/parts.h"
#include "model/issue.h"
#include "policydoc/merge.h"

struct pdoc__merge_row {
    pdoc_merge_kind kind;
    const char *document; /* in the arena of the merge, like the others; NULL: none */
    const char *reference;
    const char *place;
    const char *first;
    const char *second;
    const char *kept;
};

struct pdoc_merge {
    atomic_size_t references;
    struct pdoc__arena arena;
    pdoc_register *made;
    struct pdoc__merge_row *rows;
    size_t count;
    size_t capacity;
};

struct pdoc__merging {
    pdoc_register *into; /* copy of the first; its lists take all */
    pdoc_register *from; /* copy of the second */
    const pdoc_merge_options *options;
    pdoc_merge *out;
    struct pdoc__arena scratch;
    pdoc_document **twins;    /* by the index of a document of `from`: the same document of `into`; NULL: none */
    pdoc_party **party_twins; /* likewise of parties */
    bool brings;              /* something came over */
    struct pdoc__map ids;     /* of documents and events that are taken */
    struct pdoc__map new_ids; /* id in `from` -> id in the result, where that is another */
    struct pdoc__map codes;   /* code of a party of `from` -> that in the result, where that is another */
    struct pdoc__map known;   /* address of an event of `from` -> the same event of `into` */
    pdoc_error **error;
};

/* One line of the list; the texts are copied. */
bool pdoc__merge_tell(struct pdoc__merging *merging, const struct pdoc__merge_row *row);
/* The parts of a thing that both have, side by side: lines, and a remark for each conflict. `doc` is that of `into`;
   NULL: the register. Call it when `from` is renamed and before anything is taken. `lead` comes before each place. */
bool pdoc__merge_compare(struct pdoc__merging *merging, pdoc_document *doc, const char *lead,
                         struct pdoc__parts parts[2]);
/* Puts a copy of an item of `from` behind a list of `into`, with what is kept of it; its count is raised. */
void *pdoc__merge_push(struct pdoc__merging *merging, void *list, uint16_t *count, size_t size, void *item);

/* ---- one after the other; each is false when it failed, and the error is set ---- */
bool pdoc__merge_pair_parties(struct pdoc__merging *merging);
bool pdoc__merge_pair_documents(struct pdoc__merging *merging);
bool pdoc__merge_rename(struct pdoc__merging *merging);      /* codes, ids of documents, numbers of versions */
bool pdoc__merge_pair_events(struct pdoc__merging *merging); /* and rename the others */
bool pdoc__merge_parties(struct pdoc__merging *merging);
bool pdoc__merge_documents(struct pdoc__merging *merging);
bool pdoc__merge_register(struct pdoc__merging *merging); /* what stands beside documents and parties */
bool pdoc__merge_plans(struct pdoc__merging *merging);    /* the forward plan and practice issues */
/* What is kept of one thing without being understood goes to the other. */
bool pdoc__merge_unknown(struct pdoc__merging *merging, const void *from, const void *into, const char *where);

/* The events of a history of `from` that `into` does not have go behind those of the other. */
bool pdoc__merge_history(struct pdoc__merging *merging, struct pdoc__history *from, struct pdoc__history *into);
/* A word of a party in the language of the result: one code, or several with ";" between. Returns the text itself where
   nothing is to be done; NULL when memory runs out. */
const char *pdoc__merge_code(struct pdoc__merging *merging, const char *text);

#endif
