/* SPDX-License-Identifier: MIT */
/* Profiles: an organisation's governance rules, held as data. Immutable once read; threads may share them. */
#ifndef POLICYDOC_PROFILE_H
#define POLICYDOC_PROFILE_H

#include <policydoc/register.h>
#include <policydoc/vocabulary.h>

PDOC_BEGIN

/** The rules of one organisation, with all that they extend resolved. Counted, immutable. */
typedef struct pdoc_profile pdoc_profile;
/** Profiles that can be found by id. Counted; fill it before it is shared. */
typedef struct pdoc_profile_set pdoc_profile_set;

/** An empty set. @return A reference; NULL on PDOC_ERR_NOMEM. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_profile_set *pdoc_profile_set_new(pdoc_error **error);
/** A set of the profiles that the library ships. @return A reference; NULL on PDOC_ERR_NOMEM. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_profile_set *pdoc_profile_set_shipped(pdoc_error **error);
/** Takes one more reference. @return `set`. @since 0.1 */
PDOC_API pdoc_profile_set *pdoc_profile_set_ref(pdoc_profile_set *set);
/** Releases a reference; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_profile_set_unref(pdoc_profile_set *set);
/** Puts a profile into a set, in the place of one with the same id. @return PDOC_OK, ARGUMENT or NOMEM. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_profile_set_add(pdoc_profile_set *set, pdoc_profile *profile,
                                                         pdoc_error **error);
/** Number of profiles. @since 0.1 */
PDOC_API size_t pdoc_profile_set_count(const pdoc_profile_set *set);
/** A profile; NULL past the end. Borrowed. @since 0.1 */
PDOC_API pdoc_profile *pdoc_profile_set_at(const pdoc_profile_set *set, size_t index);
/** The profile with an id, or NULL. Borrowed. @since 0.1 */
PDOC_API pdoc_profile *pdoc_profile_set_find(const pdoc_profile_set *set, const char *id);

/**
 * Reads a profile from a file.
 * @param set    Where to find what it extends; NULL if it extends nothing.
 * @param error  As pdoc_register_read_file; INVALID also where a rule cannot be understood.
 * @return A reference; NULL on failure.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_profile *pdoc_profile_read_file(const char *path, const pdoc_profile_set *set,
                                                             pdoc_error **error);
/** As pdoc_profile_read_file, from memory. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_profile *pdoc_profile_read_memory(const void *data, size_t size, const char *name,
                                                               const pdoc_profile_set *set, pdoc_error **error);
/** Takes one more reference. @return `profile`. @since 0.1 */
PDOC_API pdoc_profile *pdoc_profile_ref(pdoc_profile *profile);
/** Releases a reference; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_profile_unref(pdoc_profile *profile);

/** Id, a word with hyphens such as "multi-agency". Borrowed. @since 0.1 */
PDOC_API const char *pdoc_profile_id(const pdoc_profile *profile);
/** Title. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_profile_title(const pdoc_profile *profile);
/** Id of the profile that it extends, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_profile_extends(const pdoc_profile *profile);
/** Hash of all that was read, what it extends included: 16 hexadecimal digits. Not for security. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_profile_hash(const pdoc_profile *profile);
/** The file as it was read. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_profile_source(const pdoc_profile *profile);

/** The tables of a profile. */
typedef enum pdoc_profile_table {
    PDOC_PROFILE_TYPES = 0,
    PDOC_PROFILE_PARTIES = 1,
    PDOC_PROFILE_FIELDS = 2,
    PDOC_PROFILE_SECTIONS = 3,
    PDOC_PROFILE_SETS = 4,
    PDOC_PROFILE_FACTS = 5,
    PDOC_PROFILE_SCHEDULE = 6,
    PDOC_PROFILE_REQUIREMENTS = 7,
    PDOC_PROFILE_PLAN = 8,     /**< steps of a plan, back from the deadline */
    PDOC_PROFILE_REMINDERS = 9,
    PDOC_PROFILE_ROUTES = 10,       /**< lines of the sign-off matrix */
    PDOC_PROFILE_ROUTE_DUTIES = 11, /**< its cells: who drafts, is consulted, decides, is told */
    PDOC_PROFILE_STATES = 12,       /**< of the flow */
    PDOC_PROFILE_TRANSITIONS = 13,
    PDOC_PROFILE_AMENDMENTS = 14,   /**< classes of amendment */
    PDOC_PROFILE_SCHEMES = 15,      /**< how versions are numbered */
    PDOC_PROFILE_EXTENSIONS = 16,   /**< what giving more time may do */
    PDOC_PROFILE_FREEZES = 17,      /**< what may not change after the decision */
    PDOC_PROFILE_QUESTIONS = 18,    /**< of checklists */
    PDOC_PROFILE_REFERENCES = 19,   /**< law, guidance and standards, with editions */
    PDOC_PROFILE_TRACKS = 20,       /**< escalation ladders */
    PDOC_PROFILE_STAGES = 21,       /**< their stages */
    PDOC_PROFILE_CUES = 22,         /**< words that speak for or against a type */
    PDOC_PROFILE_STATEMENTS = 23    /**< what sections must state */
} pdoc_profile_table;

/** Number of rows in a table of a profile, those of what it extends included. @since 0.1 */
PDOC_API size_t pdoc_profile_row_count(const pdoc_profile *profile, pdoc_profile_table table);
/** Id of a row; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_profile_row_id(const pdoc_profile *profile, pdoc_profile_table table, size_t row);
/** Clause of the source that a row comes from, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_profile_row_clause(const pdoc_profile *profile, pdoc_profile_table table, size_t row);
/** Name or sentence of a row for people, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_profile_row_label(const pdoc_profile *profile, pdoc_profile_table table, size_t row);
/** How strongly a row binds. @since 0.1 */
PDOC_API pdoc_modality pdoc_profile_row_modality(const pdoc_profile *profile, pdoc_profile_table table, size_t row);
/** Is the row a reading that its source does not settle? @since 0.1 */
PDOC_API bool pdoc_profile_row_is_inferred(const pdoc_profile *profile, pdoc_profile_table table, size_t row);

/** Code of the party of a profile that goes by a code, a name or an alias; NULL: it has none such. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_profile_find_party(const pdoc_profile *profile, const char *name);

/**
 * Looks for mistakes in a profile that it can be read with: names that nothing defines, sets that are missing or unused,
 * two rules of the same strength that contradict each other, placeholders left in, types without a rule.
 * @return A list of findings, also an empty one; NULL on PDOC_ERR_NOMEM.
 * @since 0.1
 */
typedef struct pdoc_lint pdoc_lint;
/** Lints a profile. @return A list, to be freed with pdoc_lint_free; NULL on PDOC_ERR_NOMEM. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_lint *pdoc_profile_lint(const pdoc_profile *profile, pdoc_error **error);
/** Number of findings. @since 0.1 */
PDOC_API size_t pdoc_lint_count(const pdoc_lint *lint);
/** Code of a finding, such as "unknown-set"; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_lint_code(const pdoc_lint *lint, size_t index);
/** Row that a finding speaks of. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_lint_row(const pdoc_lint *lint, size_t index);
/** Line of that row in the file; 0 if it comes from what the profile extends. @since 0.1 */
PDOC_API uint32_t pdoc_lint_line(const pdoc_lint *lint, size_t index);
/** Column of that line, in which the start tag of the row or of what is wrong in it ends; 0 where the line is 0. @since 0.1 */
PDOC_API uint32_t pdoc_lint_column(const pdoc_lint *lint, size_t index);
/** The finding as a sentence. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_lint_message(const pdoc_lint *lint, size_t index);
/** What to do about it, as a sentence. A literal. @since 0.1 */
PDOC_API const char *pdoc_lint_remedy(const pdoc_lint *lint, size_t index);
/** Is it a mistake (true), or only worth knowing (false)? @since 0.1 */
PDOC_API bool pdoc_lint_is_mistake(const pdoc_lint *lint, size_t index);
/** Frees a list; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_lint_free(pdoc_lint *lint);

PDOC_END
#endif
