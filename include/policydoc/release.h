/* SPDX-License-Identifier: MIT */
/* A version is given out under its number: content, hash, release and supersession in one change. */
#ifndef POLICYDOC_RELEASE_H
#define POLICYDOC_RELEASE_H

#include <policydoc/keeping.h>

PDOC_BEGIN

/** What is released. Set `size` to sizeof(pdoc_release) and what is not used to 0. */
typedef struct pdoc_release {
    size_t size;
    const char *document;   /**< id of the document */
    uint32_t version;       /**< ordinal of the version; the next one is added */
    const char *label;      /**< its label; NULL: the one it has, else what the scheme of the profile gives */
    const char *href;       /**< where its content lies, such as the name of the file */
    const char *media_type; /**< of the content, or NULL */
    const char *sha256;     /**< hash of the content (pdoc_content_hash_file) */
    const char *decision;   /**< id of the decision that it rests on; NULL: the last one that approves the version */
    const char *by;         /**< who releases it, or NULL */
    const char *channel;    /**< where it is to be published: codes with spaces between, or NULL */
    pdoc_date on;           /**< day of the release */
    pdoc_date effective;    /**< first day in force; not recorded: as decided, else the day of the release */
} pdoc_release;

/**
 * Releases a version in a change: records its content with the hash, its label, the events "attested" and "released", and
 * "superseded" for the version that is in force until then.
 *
 * What speaks against it is kept with the change, as refusals (release-undecided: no decision approves it;
 * release-decision: the one that is named is about another version; release-content: the content is not that which was
 * decided on; release-early: before the day in force that was decided on; release-over: the version has ended) and
 * warnings (content-same: as the version before; release-again), beside what the rules of the profile say. What is
 * to be done for its readers then is told by pdoc_document_distribution.
 * @return The event "released", borrowed from the working copy; NULL on ARGUMENT (no such document, version or event, no
 *         hash, days that cannot be), JUDGE, LIMIT or NOMEM. A failure leaves the change unfit to be finished: drop it.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_event *pdoc_change_release(pdoc_change *change, const pdoc_release *release,
                                                        pdoc_error **error);

PDOC_END
#endif
