/* SPDX-License-Identifier: MIT */
/* Who is named on the front sheet of the document at hand, who is responsible for its review, who approves it, what type
   it is. */
#ifndef PDOC_GOVERNANCE_NAMED_H
#define PDOC_GOVERNANCE_NAMED_H

#include "governance/judge.h"

/* The text of a cell as the register or the profile names the party: its first name; as printed where nothing
   resolves it; NULL where the cell is blank. Borrowed from the register or the profile. */
const char *pdoc__party_label(const struct pdoc__judge *judge, const char *printed);
const char *pdoc__cell_party(const struct pdoc__judge *judge, const char *field); /* by its value, where it has one */
const char *pdoc__cell_of(const struct pdoc__judge *judge, const char *field);
const char *pdoc__responsible(const struct pdoc__judge *judge);
/* Who decided on it last, else whom the cell of the approving body names; NULL: neither is recorded. */
const char *pdoc__approving_body(struct pdoc__judge *judge);
/* What the profile calls its type, else as recorded; NULL: none is. */
const char *pdoc__type_label(const struct pdoc__judge *judge);

#endif
