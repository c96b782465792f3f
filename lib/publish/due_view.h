/* SPDX-License-Identifier: MIT */
/* The two halves of the published due list: its tree and its text. */
#ifndef PDOC_PUBLISH_DUE_VIEW_H
#define PDOC_PUBLISH_DUE_VIEW_H

#include "publish/view.h"

void pdoc__due_text(struct pdoc__page *page, const struct pdoc__node *root);

#endif
