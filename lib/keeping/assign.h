/* SPDX-License-Identifier: MIT */
/* What can be set by name beside the words of a document and the cells of a sheet. */
#ifndef PDOC_KEEPING_ASSIGN_H
#define PDOC_KEEPING_ASSIGN_H

#include "model/build.h"

/* The first reference of a document; NULL takes it out, and the next one is the first. */
pdoc_status pdoc__assign_reference(pdoc_document *doc, const char *reference, pdoc_error **error);

/* A part of a version: version.label, version.visibility, section.CODE (its text), content.HREF (its hash). `behind` is
   what follows the name of the row that was found. */
struct pdoc__version_part {
    const char *name; /* one that ends with "." takes what follows it */
    pdoc_status (*set)(struct pdoc_version *version, const char *behind, const char *value, pdoc_error **error);
};
/* NULL: the name is none of them. */
const struct pdoc__version_part *pdoc__version_part(const char *name, const char **behind);

#endif
