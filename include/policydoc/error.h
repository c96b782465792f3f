/* SPDX-License-Identifier: MIT */
/* What went wrong, in words for the person who has to put it right. A rule that is not met is never an error. */
#ifndef POLICYDOC_ERROR_H
#define POLICYDOC_ERROR_H

#include <policydoc/api.h>

PDOC_BEGIN

/** How a call ended. Values never change their meaning; new ones are added at the end. */
typedef enum pdoc_status {
    PDOC_OK = 0,
    PDOC_ERR_NOMEM = 1,     /**< memory ran out; every object is as it was */
    PDOC_ERR_ARGUMENT = 2,  /**< the caller passed something that the call does not take */
    PDOC_ERR_READ = 3,      /**< the file could not be opened or read */
    PDOC_ERR_SYNTAX = 4,    /**< not well-formed XML, or a broken gzip stream */
    PDOC_ERR_FORMAT = 5,    /**< well-formed, but not a policydoc file */
    PDOC_ERR_NEWER = 6,     /**< written for a newer major version, or asks for something unknown that must be understood */
    PDOC_ERR_INVALID = 7,   /**< a policydoc file with a value or reference that cannot be */
    PDOC_ERR_LIMIT = 8,     /**< larger or deeper than the limits of the call allow */
    PDOC_ERR_WRITE = 9,     /**< the file could not be written; the old one is whole */
    PDOC_ERR_BUSY = 10,     /**< somebody else is saving this file now */
    PDOC_ERR_CONFLICT = 11, /**< the file changed since it was read; nothing was written */
    PDOC_ERR_UNSURE = 12,   /**< the new file is in place, but the disk did not confirm that it would survive a power cut */
    PDOC_ERR_NOT_FOUND = 13,/**< no such document, profile, field or row */
    PDOC_ERR_JUDGE = 14,    /**< the question could not be judged, for want of a profile or a day */
    PDOC_ERR_REFUSED = 15   /**< the profile forbids the change, and no reason to override it is given */
} pdoc_status;

/** An error, opaque. Several may be chained, in the order of the file that they speak of. */
typedef struct pdoc_error pdoc_error;

/** Name of a status, such as "invalid". @return A string that lives as long as the library. @since 0.1 */
PDOC_API const char *pdoc_status_name(pdoc_status status);

/** Status of an error; PDOC_OK for NULL. @since 0.1 */
PDOC_API pdoc_status pdoc_error_status(const pdoc_error *error);

/** The sentence: what was found, what was expected, what to do. Borrowed from the error; "" for NULL. @since 0.1 */
PDOC_API const char *pdoc_error_message(const pdoc_error *error);

/** File (or name given for memory) that the error speaks of, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_error_file(const pdoc_error *error);

/** Line, from 1; 0 where there is none. @since 0.1 */
PDOC_API uint32_t pdoc_error_line(const pdoc_error *error);

/** Column, from 1; 0 where there is none. @since 0.1 */
PDOC_API uint32_t pdoc_error_column(const pdoc_error *error);

/** Where in the file, as a path of names such as "register/document/version", or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_error_path(const pdoc_error *error);

/** The next error of the same call, or NULL. Borrowed from the first. @since 0.1 */
PDOC_API const pdoc_error *pdoc_error_next(const pdoc_error *error);

/** Frees an error and all that are chained to it; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_error_free(pdoc_error *error);

PDOC_END
#endif
