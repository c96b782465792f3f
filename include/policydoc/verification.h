/* SPDX-License-Identifier: MIT */
/* Are the copies that people read the approved ones? Files are held against the hashes of what is in force. */
#ifndef POLICYDOC_VERIFICATION_H
#define POLICYDOC_VERIFICATION_H

#include <policydoc/content.h>
#include <policydoc/schedule.h>

PDOC_BEGIN

/* ---- copies ---- */

/** Names and hashes of the files of a site. It has one owner. */
typedef struct pdoc_copies pdoc_copies;

/** Without any copy yet. @return For pdoc_copies_free; NULL on NOMEM. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_copies *pdoc_copies_new(pdoc_error **error);
/** Frees them; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_copies_free(pdoc_copies *copies);
/** Adds one whose bytes are in memory. @param name  What it is called: a path within the site. @return PDOC_OK; ARGUMENT,
 * LIMIT (more than 1,000,000) or NOMEM. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_copies_add(pdoc_copies *copies, const char *name, const void *data, size_t size,
                                                    pdoc_error **error);
/** Adds a file, which is read block by block; that one cannot be read is kept as such, and is no failure. A symbolic link
 * at the end of the path is not followed. @return As pdoc_copies_add. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_copies_add_file(pdoc_copies *copies, const char *name, const char *path,
                                                         pdoc_error **error);
/**
 * Adds all files of a folder and of those in it, at most 32 deep, named by their path in it. No symbolic link is followed,
 * so that nothing outside is read; links, pipes, devices and what cannot be read are kept as such.
 * @return As pdoc_copies_add; READ where the folder itself cannot be read.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_copies_add_folder(pdoc_copies *copies, const char *path, pdoc_error **error);
/** How many there are. @since 0.1 */
PDOC_API size_t pdoc_copies_count(const pdoc_copies *copies);

/* ---- held against the register ---- */

/** What a copy was found to be. Closed. */
typedef enum pdoc_copy_state {
    PDOC_COPY_SAME = 0,          /**< the approved content */
    PDOC_COPY_DIFFERS = 1,       /**< it has the name, and is another content */
    PDOC_COPY_OTHER_VERSION = 2, /**< the content of a version that is not in force */
    PDOC_COPY_MISSING = 3,       /**< no file is the content, or has its name */
    PDOC_COPY_NO_HASH = 4,       /**< no hash is recorded, so that it cannot be told */
    PDOC_COPY_UNKNOWN = 5,       /**< a file that is no content of the register */
    PDOC_COPY_UNREADABLE = 6     /**< it could not be read, or is no file */
} pdoc_copy_state;
/** How many states there are. */
#define PDOC_COPY_STATES 7

/** Code of a state, such as "other-version"; NULL for none of the enumeration. @since 0.1 */
PDOC_API const char *pdoc_copy_state_code(pdoc_copy_state state);

/** What came of it: first the contents in force, document by document, then the files that are none of them, by name.
    Counted, immutable; never points into a register or into copies. */
typedef struct pdoc_verification pdoc_verification;

/**
 * Holds copies against every version in force on the day of the basis: by hash, whatever the file is called, and by the
 * name of the file that the register records.
 * @return A reference; NULL on ARGUMENT, JUDGE or NOMEM.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_verification *pdoc_register_verify(const pdoc_register *reg, const pdoc_basis *basis,
                                                                const pdoc_copies *copies, pdoc_error **error);
/** Takes one more reference. @return `verification`. @since 0.1 */
PDOC_API pdoc_verification *pdoc_verification_ref(pdoc_verification *verification);
/** Releases a reference; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_verification_unref(pdoc_verification *verification);
/** Day of the versions in force. @since 0.1 */
PDOC_API pdoc_date pdoc_verification_as_of(const pdoc_verification *verification);
/** Is nothing different, of another version, missing or unreadable? @since 0.1 */
PDOC_API bool pdoc_verification_is_clean(const pdoc_verification *verification);
/** How many entries have a state. @since 0.1 */
PDOC_API size_t pdoc_verification_total(const pdoc_verification *verification, pdoc_copy_state state);
/** Number of entries. @since 0.1 */
PDOC_API size_t pdoc_verification_count(const pdoc_verification *verification);
/** What was found. @since 0.1 */
PDOC_API pdoc_copy_state pdoc_verification_state(const pdoc_verification *verification, size_t entry);
/** Id of the document; NULL: of none that is known. Borrowed, as every text here. @since 0.1 */
PDOC_API const char *pdoc_verification_document_id(const pdoc_verification *verification, size_t entry);
/** Its first reference, or NULL. @since 0.1 */
PDOC_API const char *pdoc_verification_document_reference(const pdoc_verification *verification, size_t entry);
/** Its title, or NULL. @since 0.1 */
PDOC_API const char *pdoc_verification_document_title(const pdoc_verification *verification, size_t entry);
/** Ordinal of the version in force; 0: none is. @since 0.1 */
PDOC_API uint32_t pdoc_verification_version(const pdoc_verification *verification, size_t entry);
/** Place of the content as the register records it, or NULL. @since 0.1 */
PDOC_API const char *pdoc_verification_content(const pdoc_verification *verification, size_t entry);
/** The file, by its name among the copies; NULL: none. @since 0.1 */
PDOC_API const char *pdoc_verification_file(const pdoc_verification *verification, size_t entry);
/** Hash that is recorded, or NULL. @since 0.1 */
PDOC_API const char *pdoc_verification_recorded(const pdoc_verification *verification, size_t entry);
/** Hash of the file, or NULL. @since 0.1 */
PDOC_API const char *pdoc_verification_found(const pdoc_verification *verification, size_t entry);
/** Ordinal of the version whose content the file is; 0: none. @since 0.1 */
PDOC_API uint32_t pdoc_verification_found_version(const pdoc_verification *verification, size_t entry);
/** What is the matter, as a sentence. @since 0.1 */
PDOC_API const char *pdoc_verification_message(const pdoc_verification *verification, size_t entry);

PDOC_END
#endif
