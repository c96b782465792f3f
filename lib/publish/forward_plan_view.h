/* SPDX-License-Identifier: MIT */
/* An item of the forward plan as members of a row, for the views that show one. */
#ifndef PDOC_PUBLISH_FORWARD_PLAN_VIEW_H
#define PDOC_PUBLISH_FORWARD_PLAN_VIEW_H

#include "policydoc/meeting.h"
#include "publish/tree.h"

/* All but its document. */
void pdoc__put_forward_item(struct pdoc__tree *tree, struct pdoc__node *row, const pdoc_forward_item *item);

#endif
