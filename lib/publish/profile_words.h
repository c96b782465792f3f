/* SPDX-License-Identifier: MIT */
/* What decides in a row of a profile, in words. */
#ifndef PDOC_PUBLISH_PROFILE_WORDS_H
#define PDOC_PUBLISH_PROFILE_WORDS_H

#include "governance/profile.h"
#include "publish/view.h"

/* Puts members such as `when`, `must` and `by` into the object of the row. */
void pdoc__profile_put_words(struct pdoc__tree *tree, const pdoc_profile *profile, pdoc_profile_table table, size_t row,
                             struct pdoc__node *item);
/* Prints them, each on lines of its own, so many columns from the margin. */
void pdoc__profile_write_words(struct pdoc__page *page, const struct pdoc__node *row, size_t indent);

#endif
