/* SPDX-License-Identifier: MIT */
/* The two halves of a published document: its tree and its text. */
#ifndef PDOC_PUBLISH_DOCUMENT_VIEW_H
#define PDOC_PUBLISH_DOCUMENT_VIEW_H

#include "publish/view.h"

void pdoc__document_text(struct pdoc__page *page, const struct pdoc__node *root);

#endif
