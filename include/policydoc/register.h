/* SPDX-License-Identifier: MIT */
/* The register: documents, parties and their history in one file; reading and saving it. */
#ifndef POLICYDOC_REGISTER_H
#define POLICYDOC_REGISTER_H

#include <policydoc/date.h>

PDOC_BEGIN

/**
 * A register. It owns its documents, versions, parties, relations and events; a reference to any part keeps all alive.
 *
 * One thread may change a register at a time; any number may read one that nobody changes. References may be released
 * from any thread. A string that a register or a part of it returns stays valid while the register is held, also after it
 * has been replaced.
 *
 * A list of one document, version or party holds 65,535 items, and an event 255 attributes; whatever would add one more
 * fails with PDOC_ERR_LIMIT. A call that fails leaves the register as it was.
 */
typedef struct pdoc_register pdoc_register;
/** An organisation, body or post. Part of a register. */
typedef struct pdoc_party pdoc_party;
/** One logical work. Part of a register. */
typedef struct pdoc_document pdoc_document;
/** One version of a document; always written with `struct`, see pdoc_version(). Part of a register. */
struct pdoc_version;
/** A relation from a document to another work. Part of a register. */
typedef struct pdoc_relation pdoc_relation;
/** Something that happened. Part of a register. */
typedef struct pdoc_event pdoc_event;

/** Text that a call made, owned by the caller. */
typedef struct pdoc_text pdoc_text;

/** Bytes of a text, NUL-terminated. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_text_data(const pdoc_text *text);
/** Number of bytes, without the final NUL. @since 0.1 */
PDOC_API size_t pdoc_text_size(const pdoc_text *text);
/** Frees a text; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_text_free(pdoc_text *text);

/** An empty register. @return A reference, to be released with pdoc_register_unref; NULL on PDOC_ERR_NOMEM. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_register *pdoc_register_new(pdoc_error **error);

/** Takes one more reference. @return `reg`. @since 0.1 */
PDOC_API pdoc_register *pdoc_register_ref(pdoc_register *reg);

/** Releases a reference; the last one frees the register and every part of it. NULL is allowed. @since 0.1 */
PDOC_API void pdoc_register_unref(pdoc_register *reg);

/**
 * A compact copy, unknown content included, that shares nothing with the first.
 * @return A reference; NULL on PDOC_ERR_NOMEM.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_register *pdoc_register_copy(const pdoc_register *reg, pdoc_error **error);

/** What a read may take. Set `size` to sizeof(pdoc_read_options) and all else to 0 for the defaults. */
typedef struct pdoc_read_options {
    size_t size;
    uint32_t strict;            /**< 1: the limits for input from strangers (depth 64, 64 attributes, 16 MiB, ...) */
    uint32_t max_depth;         /**< elements inside elements; 0 = 128 (strict 64) */
    uint32_t max_attributes;    /**< of one element; 0 = 256 (strict 64) */
    uint32_t max_names;         /**< different element and attribute names; 0 = 4,000 (both) */
    uint64_t max_elements;      /**< 0 = 1,000,000,000 (strict 1,000,000) */
    uint64_t max_bytes;         /**< as stored; 0 = 64 GiB (strict 16 MiB) */
    uint64_t max_inflated_bytes;/**< after gzip; 0 = 64 GiB (strict 64 MiB) */
    uint32_t max_ratio;         /**< inflated bytes for one stored byte, from 1 MiB on; 0 = 200 (both) */
    uint32_t reserved;
} pdoc_read_options;

/**
 * Hands over the next bytes of a file.
 * @return Number of bytes put into `buffer`, at most `size`; 0 at the end; -1 if it cannot be read.
 */
typedef int64_t (*pdoc_read_function)(void *context, void *buffer, size_t size);

/**
 * Reads a register from a file, plain or gzip (told by its first bytes).
 *
 * Nothing is loaded when it fails. Unknown elements, attributes, comments and processing instructions are kept and
 * written again; each kind of them is a notice.
 * @param options  NULL for the defaults.
 * @param error    READ, SYNTAX, FORMAT, NEWER, INVALID, LIMIT or NOMEM; several are chained, each with line and column.
 * @return A reference, or NULL.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_register *pdoc_register_read_file(const char *path, const pdoc_read_options *options,
                                                               pdoc_error **error);

/** As pdoc_register_read_file, from memory. @param name  What errors call it; may be NULL. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_register *pdoc_register_read_memory(const void *data, size_t size, const char *name,
                                                                 const pdoc_read_options *options, pdoc_error **error);

/** As pdoc_register_read_file, from a function. Not for the wrappers of other languages. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_register *pdoc_register_read_stream(pdoc_read_function read, void *context,
                                                                 const char *name, const pdoc_read_options *options,
                                                                 pdoc_error **error);

/** Number of notices of the read: what was kept but not understood. 0 for a register that was not read. @since 0.1 */
PDOC_API size_t pdoc_register_notice_count(const pdoc_register *reg);
/** A notice as a sentence; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_register_notice(const pdoc_register *reg, size_t index);
/** Line that a notice speaks of. @since 0.1 */
PDOC_API uint32_t pdoc_register_notice_line(const pdoc_register *reg, size_t index);

/** How to save. Set `size` to sizeof(pdoc_write_options) and all else to 0 for the defaults. */
typedef struct pdoc_write_options {
    size_t size;
    int32_t gzip_level;  /**< 0: plain, or level 6 if the name ends in ".gz"; 1 to 9: that level; -1: plain whatever the name */
    uint32_t backup;     /**< 1: keep the old file as NAME.bak */
    uint32_t overwrite;  /**< 1: save even if the file changed since this register was read from it */
    uint32_t reserved;
} pdoc_write_options;

/**
 * Saves a register in canonical form, so that a crash, a full disk or a power cut leaves the old file or the new one.
 *
 * A temporary file in the same folder is written, synced and renamed, under a lock (NAME.lock). Links are followed; only
 * regular files are replaced, with their mode kept.
 * @return PDOC_OK; PDOC_ERR_UNSURE if only the folder's sync failed; WRITE, BUSY, CONFLICT, ARGUMENT or NOMEM, and then
 *         the old file is untouched.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_register_write_file(pdoc_register *reg, const char *path,
                                                             const pdoc_write_options *options, pdoc_error **error);

/**
 * Writes a register in canonical form into memory. Only `gzip_level` of the options counts.
 * @return A text for pdoc_text_free; NULL on PDOC_ERR_NOMEM or PDOC_ERR_ARGUMENT.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_text *pdoc_register_write_memory(const pdoc_register *reg,
                                                              const pdoc_write_options *options, pdoc_error **error);

/** Title of the register, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_register_title(const pdoc_register *reg);
/** Sets the title; NULL removes it. @return PDOC_OK, ARGUMENT (not UTF-8) or NOMEM. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_register_set_title(pdoc_register *reg, const char *title, pdoc_error **error);

/** How often the register was revised: its number; 0: none is recorded. @since 0.1 */
PDOC_API uint32_t pdoc_register_revision(const pdoc_register *reg);
/** Day of the last revision; not recorded: unknown. @since 0.1 */
PDOC_API pdoc_date pdoc_register_revised(const pdoc_register *reg);
/**
 * Counts one more revision. Call it once for each save that follows a change: calendar files tell by it which is newer.
 * @param day  On which it is made; a whole day. The library has no clock.
 * @return PDOC_OK, ARGUMENT (no such day), or LIMIT (after 999,999,999 revisions).
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_register_revise(pdoc_register *reg, pdoc_date day, pdoc_error **error);

/** Number of profile assignments. @since 0.1 */
PDOC_API size_t pdoc_register_profile_count(const pdoc_register *reg);
/** Id of the profile of an assignment; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_register_profile_ref(const pdoc_register *reg, size_t index);
/** First day of an assignment; not recorded = since ever. @since 0.1 */
PDOC_API pdoc_date pdoc_register_profile_from(const pdoc_register *reg, size_t index);
/** Last day of an assignment; not recorded = until further notice. @since 0.1 */
PDOC_API pdoc_date pdoc_register_profile_to(const pdoc_register *reg, size_t index);
/** Adds a profile assignment, for days from..to. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_register_add_profile(pdoc_register *reg, const char *ref, pdoc_date from,
                                                              pdoc_date to, pdoc_error **error);

/** Number of parties. @since 0.1 */
PDOC_API size_t pdoc_register_party_count(const pdoc_register *reg);
/** A party; NULL past the end. Borrowed. @since 0.1 */
PDOC_API pdoc_party *pdoc_register_party(const pdoc_register *reg, size_t index);
/** The party that has this code, name, alias or former name (letter case and spaces do not matter); else NULL. @since 0.1 */
PDOC_API pdoc_party *pdoc_register_find_party(const pdoc_register *reg, const char *name);
/**
 * Adds a party.
 * @param code  Unique in the register. @param kind  Code of the table of party kinds, or another word.
 * @return The party, borrowed; NULL on ARGUMENT (missing or duplicate code, not UTF-8) or NOMEM.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_party *pdoc_register_add_party(pdoc_register *reg, const char *code, const char *kind,
                                                            const char *name, pdoc_error **error);

/** Number of documents. @since 0.1 */
PDOC_API size_t pdoc_register_document_count(const pdoc_register *reg);
/** A document; NULL past the end. Borrowed. @since 0.1 */
PDOC_API pdoc_document *pdoc_register_document(const pdoc_register *reg, size_t index);
/** The document that has this XML id; if none, the first with this reference or title; else NULL. Borrowed. @since 0.1 */
PDOC_API pdoc_document *pdoc_register_find_document(const pdoc_register *reg, const char *id_or_reference);
/**
 * Adds a document. It gets the next free id ("d1", "d2", ...).
 * @param type  Code of its type, or NULL. @param title  Its title.
 * @return The document, borrowed; NULL on ARGUMENT or NOMEM.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_document *pdoc_register_add_document(pdoc_register *reg, const char *type,
                                                                  const char *title, pdoc_error **error);

/** Number of events in the register's own history. @since 0.1 */
PDOC_API size_t pdoc_register_event_count(const pdoc_register *reg);
/** An event of the register's own history; NULL past the end. Borrowed. @since 0.1 */
PDOC_API pdoc_event *pdoc_register_event(const pdoc_register *reg, size_t index);

PDOC_END
#endif
