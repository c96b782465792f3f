/* SPDX-License-Identifier: MIT */
/* Two registers made one: both histories kept, and what says two things of the same told, never picked in silence. */
#ifndef POLICYDOC_MERGE_H
#define POLICYDOC_MERGE_H

#include <policydoc/publish.h>

PDOC_BEGIN

/** What came of merging two registers. Counted, immutable; it holds the new register, and points into neither old one.
 */
typedef struct pdoc_merge pdoc_merge;

/** How to merge. Set `size` to sizeof(pdoc_merge_options) and what is not used to 0. */
typedef struct pdoc_merge_options {
    size_t size;
    const char *origin;   /**< what the second register is called: recorded with all that is taken over; needed */
    pdoc_date on;         /**< the whole day of the merge; needed */
    const char *recorder; /**< post or party that records it; NULL: not recorded */
    const char *reason;   /**< why; NULL: none is given */
} pdoc_merge_options;

/** What a line of the list tells of. Closed. */
typedef enum pdoc_merge_kind {
    PDOC_MERGE_CONFLICT =
        0, /**< both say something, and not the same; that of the first stands, unless `kept` says otherwise */
    PDOC_MERGE_APART = 1,   /**< the same reference, and not the same document: there are two of them now */
    PDOC_MERGE_RENAMED = 2, /**< an id, code or number of the second was taken; its links follow */
    PDOC_MERGE_ADDED = 3,   /**< a body or post that only the second has */
    PDOC_MERGE_TAKEN = 4,   /**< something that the first left open */
    PDOC_MERGE_UNMAPPED = 5 /**< a name that the second uses, of no party of either */
} pdoc_merge_kind;

/**
 * Merges a second register into a copy of the first. Neither of the two changes.
 *
 * Parties are the same by code, else by name. Documents are the same by URI, else by reference and title (by id, where
 * they have no reference). Of the same document all versions, cells, events, relations and contents of both are kept
 * once. Where both say something, that of the first stands, and the value of the second is recorded in the history
 * (`remarked`); of two marks of visibility the closer one stands. A version that has the number of another label or
 * content gets the next number. What was taken over is recorded by `transferred`. Where nothing comes over, nothing is
 * recorded, and no revision is counted.
 * @param error  ARGUMENT; INVALID, where what is kept without being understood would not fit; LIMIT or NOMEM.
 * @return A reference; NULL on failure.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_merge *pdoc_register_merge(const pdoc_register *first, const pdoc_register *second,
                                                        const pdoc_merge_options *options, pdoc_error **error);
/** Takes one more reference. @return `merge`. @since 0.1 */
PDOC_API pdoc_merge *pdoc_merge_ref(pdoc_merge *merge);
/** Releases a reference; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_merge_unref(pdoc_merge *merge);
/** The new register. Borrowed: take a reference to keep it longer. @since 0.1 */
PDOC_API pdoc_register *pdoc_merge_register(const pdoc_merge *merge);
/** Number of lines of the list of all kinds. @since 0.1 */
PDOC_API size_t pdoc_merge_count(const pdoc_merge *merge);
/** What a line tells of. @since 0.1 */
PDOC_API pdoc_merge_kind pdoc_merge_kind_at(const pdoc_merge *merge, size_t index);
/** Id in the new register of the document that it is about; NULL: the register. Borrowed, as what follows. @since 0.1
 */
PDOC_API const char *pdoc_merge_document(const pdoc_merge *merge, size_t index);
/** First reference of that document. @since 0.1 */
PDOC_API const char *pdoc_merge_reference(const pdoc_merge *merge, size_t index);
/** Which part: as pdoc_differences_place. @since 0.1 */
PDOC_API const char *pdoc_merge_place(const pdoc_merge *merge, size_t index);
/** What the first register says; NULL: nothing. @since 0.1 */
PDOC_API const char *pdoc_merge_in_first(const pdoc_merge *merge, size_t index);
/** What the second register says; NULL: nothing. @since 0.1 */
PDOC_API const char *pdoc_merge_in_second(const pdoc_merge *merge, size_t index);
/** What was kept where, as words. @since 0.1 */
PDOC_API const char *pdoc_merge_kept(const pdoc_merge *merge, size_t index);
/** Publishes the list. @return A text for pdoc_text_free; NULL on ARGUMENT or NOMEM. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_text *pdoc_merge_publish(const pdoc_merge *merge, const pdoc_publish_options *options,
                                                      pdoc_error **error);

PDOC_END
#endif
