/* SPDX-License-Identifier: MIT */
/* Documents and their versions: classification, front sheets, sections, contents and relations. */
#ifndef POLICYDOC_DOCUMENT_H
#define POLICYDOC_DOCUMENT_H

#include <policydoc/register.h>
#include <policydoc/vocabulary.h>

PDOC_BEGIN

/** Takes a reference to the register that holds the document. @return `doc`. @since 0.1 */
PDOC_API pdoc_document *pdoc_document_ref(pdoc_document *doc);
/** Releases a reference; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_document_unref(pdoc_document *doc);
/** The register that holds the document. Borrowed. @since 0.1 */
PDOC_API pdoc_register *pdoc_document_register(const pdoc_document *doc);

/** Id inside the file. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_document_id(const pdoc_document *doc);
/** Title, the first one recorded; NULL if none. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_document_title(const pdoc_document *doc);
/** Number of titles (one per language). @since 0.1 */
PDOC_API size_t pdoc_document_title_count(const pdoc_document *doc);
/** A title; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_document_title_at(const pdoc_document *doc, size_t index);
/** Language of a title, or NULL for that of the register. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_document_title_language(const pdoc_document *doc, size_t index);
/** Type as recorded: a code or alias of the profile; NULL if none. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_document_type(const pdoc_document *doc);
/** Category, such as "corporate" or "clinical"; NULL if none. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_document_category(const pdoc_document *doc);
/** Scope, such as "partnership-wide"; NULL if none. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_document_scope(const pdoc_document *doc);
/** Identifier across registers; NULL if none. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_document_uri(const pdoc_document *doc);
/** Id of the document's own profile; NULL if it follows the register's. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_document_profile(const pdoc_document *doc);
/** Who may see it: a code of the table of visibilities (public, internal, restricted); NULL: not recorded, so that no
    feed has it. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_document_visibility(const pdoc_document *doc);
/** Number of references (need not be unique in a register). @since 0.1 */
PDOC_API size_t pdoc_document_reference_count(const pdoc_document *doc);
/** A reference; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_document_reference(const pdoc_document *doc, size_t index);
/** Number of properties. @since 0.1 */
PDOC_API size_t pdoc_document_property_count(const pdoc_document *doc);
/** Name of a property; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_document_property_name(const pdoc_document *doc, size_t index);
/** Value of a property by its name; NULL if not recorded. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_document_property(const pdoc_document *doc, const char *name);

/** Sets the type; NULL removes it. @return PDOC_OK, ARGUMENT or NOMEM. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_document_set_type(pdoc_document *doc, const char *type, pdoc_error **error);
/** Sets the category; NULL removes it. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_document_set_category(pdoc_document *doc, const char *category,
                                                               pdoc_error **error);
/** Sets the scope; NULL removes it. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_document_set_scope(pdoc_document *doc, const char *scope, pdoc_error **error);
/** Sets the identifier across registers; NULL removes it. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_document_set_uri(pdoc_document *doc, const char *uri, pdoc_error **error);
/** Sets the document's own profile; NULL = the register's. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_document_set_profile(pdoc_document *doc, const char *profile,
                                                              pdoc_error **error);
/** Sets who may see it, see pdoc_document_visibility; NULL: not recorded. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_document_set_visibility(pdoc_document *doc, const char *visibility,
                                                                 pdoc_error **error);
/** Sets the first title. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_document_set_title(pdoc_document *doc, const char *title, pdoc_error **error);
/** Adds a reference. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_document_add_reference(pdoc_document *doc, const char *reference,
                                                                pdoc_error **error);
/** Sets a property; a value of NULL removes it. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_document_set_property(pdoc_document *doc, const char *name, const char *value,
                                                               pdoc_error **error);

/** Number of relations. @since 0.1 */
PDOC_API size_t pdoc_document_relation_count(const pdoc_document *doc);
/** A relation; NULL past the end. Borrowed. @since 0.1 */
PDOC_API pdoc_relation *pdoc_document_relation(const pdoc_document *doc, size_t index);
/** Adds a relation to an id in this register or a URI. @return The relation, borrowed; NULL on failure. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_relation *pdoc_document_add_relation(pdoc_document *doc, const char *kind,
                                                                  const char *target, pdoc_error **error);
/** Kind, such as "derived-from". Borrowed. @since 0.1 */
PDOC_API const char *pdoc_relation_kind(const pdoc_relation *relation);
/** Target as recorded: an id of this register or a URI. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_relation_target(const pdoc_relation *relation);
/** Target in this register, or NULL if it is outside or missing. Borrowed. @since 0.1 */
PDOC_API pdoc_document *pdoc_relation_document(const pdoc_relation *relation);
/** Edition of the target, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_relation_edition(const pdoc_relation *relation);
/** Clause of the target that is meant, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_relation_clause(const pdoc_relation *relation);
/** Day on which the target was last checked. @since 0.1 */
PDOC_API pdoc_date pdoc_relation_checked(const pdoc_relation *relation);
/** Hash of the target when it was last checked, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_relation_fingerprint(const pdoc_relation *relation);
/**
 * Says which edition and which clause of the target are meant. @param edition  NULL: none. @param clause  NULL: all of it.
 * @return PDOC_OK, ARGUMENT or NOMEM. @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_relation_set_edition(pdoc_relation *relation, const char *edition,
                                                              const char *clause, pdoc_error **error);
/**
 * Records that the document was compared with the target, and found to fit it.
 * @param on           The day; not recorded: it was never checked.
 * @param fingerprint  SHA-256 of the target's content on that day, in hexadecimal, or NULL.
 * @return PDOC_OK, ARGUMENT or NOMEM. @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_relation_set_checked(pdoc_relation *relation, pdoc_date on,
                                                              const char *fingerprint, pdoc_error **error);
/** Note, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_relation_note(const pdoc_relation *relation);

/** Number of versions. @since 0.1 */
PDOC_API size_t pdoc_document_version_count(const pdoc_document *doc);
/** A version, in the order of the file; NULL past the end. Borrowed. @since 0.1 */
PDOC_API struct pdoc_version *pdoc_document_version(const pdoc_document *doc, size_t index);
/** The version with an ordinal; NULL if there is none. Borrowed. @since 0.1 */
PDOC_API struct pdoc_version *pdoc_document_find_version(const pdoc_document *doc, uint32_t ordinal);
/** Adds a version with the next ordinal. @param label  Such as "V1"; NULL while it has none. @since 0.1 */
PDOC_API PDOC_NODISCARD struct pdoc_version *pdoc_document_add_version(pdoc_document *doc, const char *label,
                                                                       pdoc_error **error);

/** Takes a reference to the register that holds the version. @return `version`. @since 0.1 */
PDOC_API struct pdoc_version *pdoc_version_ref(struct pdoc_version *version);
/** Releases a reference; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_version_unref(struct pdoc_version *version);
/** The document of a version. Borrowed. @since 0.1 */
PDOC_API pdoc_document *pdoc_version_document(const struct pdoc_version *version);
/** Ordinal of a version, from 1. @since 0.1 */
PDOC_API uint32_t pdoc_version_ordinal(const struct pdoc_version *version);
/** Label, such as "V1"; NULL while it has none. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_version_label(const struct pdoc_version *version);

/** Who may see a version, as pdoc_document_visibility; NULL: whoever may see the document. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_version_visibility(const struct pdoc_version *version);
/** Sets who may see a version; NULL: whoever may see the document. @return PDOC_OK, ARGUMENT or NOMEM. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_version_set_visibility(struct pdoc_version *version, const char *visibility,
                                                                pdoc_error **error);

/** Number of rows of the front sheet, in the order printed. @since 0.1 */
PDOC_API size_t pdoc_version_row_count(const struct pdoc_version *version);
/** Row of the first cell that holds a field (code of the table of fields); -1 if there is none. @since 0.1 */
PDOC_API int pdoc_version_find_row(const struct pdoc_version *version, const char *field);
/** Field of a row, or NULL for a row that is only printed. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_version_row_field(const struct pdoc_version *version, size_t row);
/** Label as printed, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_version_row_label(const struct pdoc_version *version, size_t row);
/** Text as printed (or its canonical value where nothing else was printed); NULL for a blank cell. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_version_row_text(const struct pdoc_version *version, size_t row);
/** Canonical value as recorded, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_version_row_value(const struct pdoc_version *version, size_t row);
/** How the cell was filled in. @since 0.1 */
PDOC_API pdoc_cell pdoc_version_row_state(const struct pdoc_version *version, size_t row);
/** Date in the cell, read from its value or its printed text; not recorded if it holds none. @since 0.1 */
PDOC_API pdoc_date pdoc_version_row_date(const struct pdoc_version *version, size_t row);
/** Text of the first cell that holds a field; NULL if it is blank or missing. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_version_field(const struct pdoc_version *version, const char *field);
/**
 * Adds a row to the front sheet.
 * @param field  Code of a field, or NULL. @param label  As printed, or NULL. @param text  As printed; NULL = blank.
 * @return PDOC_OK, ARGUMENT or NOMEM.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_version_add_row(struct pdoc_version *version, const char *field,
                                                         const char *label, const char *text, pdoc_error **error);
/**
 * Puts another text and value into a cell; its field and label stay. The file then says so: a sheet that was signed off is
 * corrected by a new version, not by this call.
 * @param text   As printed; NULL = nothing was printed. @param value  Canonical value, or NULL; both NULL = blank.
 * @return PDOC_OK; ARGUMENT if there is no such row, a text is not UTF-8, or the value of a date cell is no date; NOMEM.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_version_set_row(struct pdoc_version *version, size_t row, const char *text,
                                                         const char *value, pdoc_error **error);

/** Number of sections. @since 0.1 */
PDOC_API size_t pdoc_version_section_count(const struct pdoc_version *version);
/** Code of a section; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_version_section_code(const struct pdoc_version *version, size_t index);
/** Title of a section as printed, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_version_section_title(const struct pdoc_version *version, size_t index);
/** Text of a section, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_version_section_text(const struct pdoc_version *version, size_t index);
/** Adds a section. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_version_add_section(struct pdoc_version *version, const char *code,
                                                             const char *title, const char *text, pdoc_error **error);

/** Number of contents: the files that hold the words of this version. @since 0.1 */
PDOC_API size_t pdoc_version_content_count(const struct pdoc_version *version);
/** Location of a content; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_version_content_href(const struct pdoc_version *version, size_t index);
/** Media type of a content, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_version_content_media_type(const struct pdoc_version *version, size_t index);
/** SHA-256 of a content in hexadecimal, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_version_content_sha256(const struct pdoc_version *version, size_t index);
/** Adds a content. @return PDOC_OK; ARGUMENT if the hash is not 64 hexadecimal digits; NOMEM. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_version_add_content(struct pdoc_version *version, const char *href,
                                                             const char *media_type, const char *sha256,
                                                             pdoc_error **error);

PDOC_END
#endif
