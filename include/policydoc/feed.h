/* SPDX-License-Identifier: MIT */
/* A feed: the documents of a view and the fields of them that may leave the register, for an intranet or a website. */
#ifndef POLICYDOC_FEED_H
#define POLICYDOC_FEED_H

#include <policydoc/publish.h>

PDOC_BEGIN

/**
 * A feed: a table of texts, one document a row. Counted, immutable; it never points into a register.
 *
 * What is not known to be visible does not leave. A document leaves if it is marked visible to the audience, and so
 * does the version in force: its own mark, if it has one, and the marking that its sheet prints (one of the set
 * "visibility-public" or "visibility-internal" of the profile, or that word itself). Each column has an audience of its
 * own; a property "visibility.NAME" of a document narrows a column or field. A body or post is named only if it is
 * marked; a related document only if it is in the same feed. Notes, histories, sections and whatever has no column
 * never leave.
 */
typedef struct pdoc_feed pdoc_feed;

/** What is asked of a feed. Set `size` to sizeof(pdoc_feed_options), and all else to 0 for the defaults. */
typedef struct pdoc_feed_options {
    size_t size;
    const char *view;       /**< "published" (default): in force, and published by the day; "in-force": in force */
    const char *visibility; /**< the audience: "public" (default), or "internal", who may see what is public, too */
} pdoc_feed_options;

/**
 * Makes the feed of a register on the day of the basis.
 * @return A reference; NULL on ARGUMENT (an unknown view or audience among others), JUDGE or NOMEM.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_feed *pdoc_register_make_feed(const pdoc_register *reg, const pdoc_basis *basis,
                                                           const pdoc_feed_options *options, pdoc_error **error);
/** Takes one more reference. @return `feed`. @since 0.1 */
PDOC_API pdoc_feed *pdoc_feed_ref(pdoc_feed *feed);
/** Releases a reference; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_feed_unref(pdoc_feed *feed);
/** Number of documents that leave. @since 0.1 */
PDOC_API size_t pdoc_feed_count(const pdoc_feed *feed);
/** Id of a document that leaves; NULL past the end. Borrowed, as every text here. @since 0.1 */
PDOC_API const char *pdoc_feed_document_id(const pdoc_feed *feed, size_t index);
/** Number of columns for this audience. @since 0.1 */
PDOC_API size_t pdoc_feed_column_count(const pdoc_feed *feed);
/** Name of a column; NULL past the end. @since 0.1 */
PDOC_API const char *pdoc_feed_column(const pdoc_feed *feed, size_t column);
/** A cell; NULL where there is nothing, or nothing that may leave. @since 0.1 */
PDOC_API const char *pdoc_feed_cell(const pdoc_feed *feed, size_t index, size_t column);
/** Number of documents in force that do not leave; for the keeper, it is not part of what is published. @since 0.1 */
PDOC_API size_t pdoc_feed_withheld_count(const pdoc_feed *feed);
/** Id of a document that does not leave; NULL past the end. @since 0.1 */
PDOC_API const char *pdoc_feed_withheld_document(const pdoc_feed *feed, size_t index);
/** Why not, as words: it is not marked as public. @since 0.1 */
PDOC_API const char *pdoc_feed_withheld_why(const pdoc_feed *feed, size_t index);
/** Publishes a feed as text, JSON, CSV or XML. @return A text for pdoc_text_free; NULL on ARGUMENT or NOMEM. @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_text *pdoc_feed_publish(const pdoc_feed *feed, const pdoc_publish_options *options,
                                                     pdoc_error **error);

PDOC_END
#endif
