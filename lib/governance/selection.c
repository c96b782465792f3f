/* SPDX-License-Identifier: MIT */
/* Finds the documents of a register that a predicate holds for and that hold certain words. */
#include <string.h>

#include "base/text.h"
#include "governance/expression.h"
#include "governance/judge.h"
#include "policydoc/publish.h"

/* As many profiles as a judge meets. */
#define MOST_PROFILES 16

struct pdoc_selection {
    size_t *documents;
    size_t count;
    size_t capacity;
};

/* The expression as one profile understands it. */
struct understood {
    const pdoc_profile *profile;             /* NULL: the library's own operands */
    const struct pdoc__predicate *predicate; /* NULL: this profile does not understand it */
};

struct search {
    struct pdoc__judge judge;
    struct pdoc__arena arena;
    const char *where;
    struct pdoc__texts words;
    struct understood understood[MOST_PROFILES + 1];
    size_t understood_count;
    pdoc_error *refused; /* by the first profile that did not understand it */
    bool is_understood;  /* by one at least */
};

static void hand_over(pdoc_error **error, pdoc_error *found)
{
    if (error)
        *error = found;
    else
        pdoc_error_free(found);
}

/* ---- words ------------------------------------------------------------------------------------------------- */

static bool sheet_holds(const struct pdoc_version *version, const char *word)
{
    bool holds = version->label && pdoc__text_contains(version->label, word);
    for (size_t i = 0; !holds && i < version->row_count; i++)
        holds = version->rows[i].text && pdoc__text_contains(version->rows[i].text, word);
    for (size_t i = 0; !holds && i < version->section_count; i++) {
        const struct pdoc__section *section = &version->sections[i];
        holds = (section->title && pdoc__text_contains(section->title, word)) ||
                (section->text && pdoc__text_contains(section->text, word));
    }
    return holds;
}

static bool document_holds(const pdoc_document *doc, const char *word)
{
    bool holds = false;
    for (size_t i = 0; !holds && i < doc->title_count; i++)
        holds = doc->titles[i].text && pdoc__text_contains(doc->titles[i].text, word);
    for (size_t i = 0; !holds && i < doc->reference_count; i++)
        holds = pdoc__text_contains(doc->references[i], word);
    for (size_t i = 0; !holds && i < doc->version_count; i++)
        holds = sheet_holds(doc->versions[i], word);
    return holds;
}

static bool holds_all_words(const struct search *search, const pdoc_document *doc)
{
    for (size_t i = 0; i < search->words.count; i++) {
        if (!document_holds(doc, search->words.items[i]))
            return false;
    }
    return true;
}

/* ---- where ------------------------------------------------------------------------------------------------- */

/* The expression under the profile of the document at hand; parsed once for each profile. */
static bool understand(struct search *search, const struct understood **out, pdoc_error **error)
{
    const pdoc_profile *profile = search->judge.profile;
    for (size_t i = 0; i < search->understood_count; i++) {
        *out = &search->understood[i];
        if ((*out)->profile == profile)
            return true;
    }
    pdoc_error *refused = NULL;
    if (search->understood_count == MOST_PROFILES + 1) {
        pdoc__fail(error, PDOC_ERR_LIMIT, "the register follows more than %d profiles", MOST_PROFILES);
        return false;
    }
    struct understood *found = &search->understood[search->understood_count];
    *found = (struct understood){.profile = profile};
    found->predicate = pdoc__expression_parse(search->where, profile, false, &search->arena, &refused);
    if (!found->predicate && pdoc_error_status(refused) != PDOC_ERR_INVALID) {
        hand_over(error, refused);
        return false;
    }
    search->understood_count++;
    search->is_understood = search->is_understood || found->predicate;
    if (!found->predicate) /* of several profiles one must know all types that are named */
        found->predicate = pdoc__expression_parse(search->where, profile, true, &search->arena, NULL);
    if (search->refused)
        pdoc_error_free(refused);
    else
        search->refused = refused;
    *out = found;
    return true;
}

static bool matches_where(struct search *search, bool *matches, pdoc_error **error)
{
    const struct understood *understood = NULL;
    if (!understand(search, &understood, error))
        return false;
    *matches = understood->predicate && pdoc__predicate(&search->judge, understood->predicate, NULL, NULL) == PDOC_TRUE;
    if (!search->judge.out_of_memory)
        return true;
    pdoc__fail_memory(error);
    return false;
}

/* ---- the search -------------------------------------------------------------------------------------------- */

static bool search_document(struct search *search, const pdoc_document *doc, pdoc_selection *out, pdoc_error **error)
{
    bool matches = holds_all_words(search, doc);
    if (!matches && search->is_understood)
        return true;
    bool matches_expression = true;
    if (search->where &&
        (!pdoc__judge_take(&search->judge, doc, error) || !matches_where(search, &matches_expression, error)))
        return false;
    if (!matches || !matches_expression)
        return true;
    if (!pdoc__grow(&out->documents, &out->capacity, out->count, sizeof *out->documents, error))
        return false;
    out->documents[out->count++] = doc->index;
    return true;
}

/* What can be understood without any document: an empty register, too, refuses nonsense. */
static bool check_empty(struct search *search, const pdoc_register *reg, const pdoc_basis *basis, pdoc_error **error)
{
    if (!search->where || reg->document_count > 0)
        return true;
    return pdoc__expression_parse(search->where, basis ? basis->profile : NULL, false, &search->arena, error) != NULL;
}

static bool search_all(struct search *search, const pdoc_register *reg, pdoc_selection *out, pdoc_error **error)
{
    for (size_t i = 0; i < reg->document_count; i++) {
        if (!search_document(search, reg->documents[i], out, error))
            return false;
    }
    if (!search->where || search->is_understood || !search->refused)
        return true;
    hand_over(error, search->refused);
    search->refused = NULL;
    return false;
}

/* Without an expression no basis is needed. */
static bool begin(struct search *search, const pdoc_register *reg, const pdoc_basis *basis, const char *text,
                  pdoc_error **error)
{
    if (text && !pdoc__texts_split(&search->arena, text, &search->words, error))
        return false;
    return !search->where || pdoc__judge_begin(&search->judge, reg, basis, error);
}

pdoc_selection *pdoc_register_find(const pdoc_register *reg, const pdoc_basis *basis, const char *where,
                                   const char *text, pdoc_error **error)
{
    if (!reg || (where && !basis)) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "a register is needed, and a basis where there is an expression");
        return NULL;
    }
    struct search *search = pdoc__alloc_zero(1, sizeof *search, error);
    pdoc_selection *out = search ? pdoc__alloc_zero(1, sizeof *out, error) : NULL;
    if (!out) {
        pdoc__free(search);
        return NULL;
    }
    search->where = where;
    bool has_begun = begin(search, reg, basis, text, error);
    bool good = has_begun && check_empty(search, reg, basis, error) && search_all(search, reg, out, error);
    if (has_begun && where)
        pdoc__judge_end(&search->judge);
    pdoc_error_free(search->refused);
    pdoc__arena_free(&search->arena);
    pdoc__free(search);
    if (good)
        return out;
    pdoc_selection_free(out);
    return NULL;
}

size_t pdoc_selection_count(const pdoc_selection *selection)
{
    return selection ? selection->count : 0;
}

size_t pdoc_selection_document_index(const pdoc_selection *selection, size_t index)
{
    return selection && index < selection->count ? selection->documents[index] : SIZE_MAX;
}

void pdoc_selection_free(pdoc_selection *selection)
{
    if (!selection)
        return;
    pdoc__free(selection->documents);
    pdoc__free(selection);
}
