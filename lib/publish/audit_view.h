/* SPDX-License-Identifier: MIT */
/* The two halves of the published audit: its tree and its text. */
#ifndef PDOC_PUBLISH_AUDIT_VIEW_H
#define PDOC_PUBLISH_AUDIT_VIEW_H

#include "publish/view.h"

void pdoc__audit_text(struct pdoc__page *page, const struct pdoc__node *root);

#endif
