/* SPDX-License-Identifier: MIT */
/* Two questions of one document: where does a version stand, which version is in force. */
#include "base/error.h"
#include "governance/judge.h"

/* Begins with one document; the status is that of the error. */
static pdoc_status judge_one(struct pdoc__judge *judge, const pdoc_document *doc, const pdoc_basis *basis,
                             pdoc_error **error)
{
    pdoc_error *reason = NULL;
    bool begun = pdoc__judge_begin(judge, doc->reg, basis, &reason);
    if (begun && pdoc__judge_take(judge, doc, &reason))
        return PDOC_OK;
    if (begun)
        pdoc__judge_end(judge);
    pdoc_status status = pdoc_error_status(reason);
    if (error)
        *error = reason;
    else
        pdoc_error_free(reason);
    return status;
}

pdoc_status pdoc_version_phase(const struct pdoc_version *version, const pdoc_basis *basis, pdoc_phase *out,
                               pdoc_error **error)
{
    if (!version || !basis || !out)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "a version, a basis and a place for the answer are needed");
    struct pdoc__judge judge;
    pdoc_status status = judge_one(&judge, version->doc, basis, error);
    if (status != PDOC_OK)
        return status;
    *out = (pdoc_phase)pdoc__phase_of(&judge, version).phase;
    pdoc__judge_end(&judge);
    return PDOC_OK;
}

pdoc_status pdoc_document_in_force(const pdoc_document *doc, const pdoc_basis *basis, struct pdoc_version **out,
                                   pdoc_error **error)
{
    if (!doc || !basis || !out)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "a document, a basis and a place for the answer are needed");
    struct pdoc__judge judge;
    pdoc_status status = judge_one(&judge, doc, basis, error);
    if (status != PDOC_OK)
        return status;
    bool in_force = judge.phase.phase == PDOC_PHASE_IN_FORCE && judge.version;
    *out = in_force ? pdoc_document_find_version(doc, judge.version->ordinal) : NULL;
    pdoc__judge_end(&judge);
    return PDOC_OK;
}
