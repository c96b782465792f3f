/* SPDX-License-Identifier: MIT */
/* What is remembered of short texts that recur from sheet to sheet: names, codes, labels. Finds fault with none. */
#include <string.h>

#include "governance/audit/audit.h"

static bool reads_as_date(const char *text)
{
    pdoc_date date;
    return strpbrk(text, "0123456789") && pdoc_date_parse_printed(text, &date, NULL) == PDOC_OK;
}

struct pdoc__note *pdoc__note_take(struct pdoc__note *note, const char *text)
{
    size_t size;
    *note = (struct pdoc__note){.text = text,
                                .is_placeholder = pdoc__placeholder(text, true, &size) != NULL,
                                .is_list = strchr(text, ';') != NULL,
                                .reads_as_date = reads_as_date(text)};
    return note;
}
