/* SPDX-License-Identifier: MIT */
/* The two pictures of a programme, drawn from its tree alone. */
#ifndef PDOC_PUBLISH_PROGRAMME_VIEW_H
#define PDOC_PUBLISH_PROGRAMME_VIEW_H

#include "publish/page.h"

void pdoc__programme_text_view(struct pdoc__page *page, const struct pdoc__node *root);
void pdoc__programme_svg(struct pdoc__buffer *out, const struct pdoc__node *root);
/* Month and year as people write them in a narrow place, such as "Mar 2027". */
#define PDOC__SHORT_MONTH 16
const char *pdoc__short_month(pdoc_date month, char *buffer);
/* The largest load there is, with and without levelling: what the bars are measured by. */
int64_t pdoc__programme_highest(const struct pdoc__node *root);

#endif
