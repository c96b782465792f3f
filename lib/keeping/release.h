/* SPDX-License-Identifier: MIT */
/* A release while it is prepared: release.c records it, release_check.c says what speaks against it. */
#ifndef PDOC_KEEPING_RELEASE_H
#define PDOC_KEEPING_RELEASE_H

#include "governance/judge.h"
#include "keeping/change.h"
#include "policydoc/release.h"

/* One release being prepared. The judge has the document as it was before. */
struct pdoc__releasing {
    pdoc_change *change;
    const pdoc_release *what;
    pdoc_document *doc;
    struct pdoc_version *version;
    const struct pdoc_version *before; /* in force until then; NULL: none */
    const pdoc_event *decision;        /* NULL: none */
    pdoc_date effective;               /* not recorded: nobody said */
    struct pdoc__judge judge;
    pdoc_error **error;
};

/* Before it is recorded: decision, days, content, phase. All false only when memory ran out; objections are kept. */
bool pdoc__release_check(struct pdoc__releasing *work);
/* Does the scheme of the profile find fault with the number of the version? */
bool pdoc__release_has_wrong_number(struct pdoc__releasing *work);
/* After it is recorded: the content of the version before, and a number that is still wrong. */
bool pdoc__release_check_same(struct pdoc__releasing *work);
bool pdoc__release_check_number(struct pdoc__releasing *work, bool was_wrong);

#endif
