/* SPDX-License-Identifier: MIT */
/* What stands in the way of a step, as next steps and readiness show it. */
#ifndef PDOC_PUBLISH_HINDRANCE_H
#define PDOC_PUBLISH_HINDRANCE_H

#include "publish/page.h"
#include "policydoc/audit.h"

struct pdoc__hindrance {
    const char *message;
    const char *rule;
    const char *clause;
    const char *place;
    const char *remedy;
    pdoc_outcome outcome;
    pdoc_modality modality;
    bool is_inferred;
};

/* Its members, in a node of the tree. */
void pdoc__put_hindrance(struct pdoc__tree *tree, struct pdoc__node *row, const struct pdoc__hindrance *hindrance);
/* "not met: the document ...  [rule, clause, inferred]", and the remedy below. */
void pdoc__write_hindrance(struct pdoc__page *page, const struct pdoc__node *row, size_t indent);
/* " [rule, clause, inferred]" of a row that has them. */
void pdoc__add_source(struct pdoc__buffer *line, const struct pdoc__node *row);
/* yes, no, unknown */
const char *pdoc__truth_words(pdoc_truth truth);

#endif
