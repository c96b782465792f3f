/* SPDX-License-Identifier: MIT */
/* A new document with what the template of its type asks for, as a register of its own. Knows no organisation. */
#include <string.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/text.h"
#include "governance/memory.h"
#include "policydoc/keeper.h"

struct skeleton {
    struct pdoc__judge judge; /* turned to the document, once it has its type */
    pdoc_register *reg;
    struct pdoc_version *version;
    pdoc_error **error;
};

/* What cannot be told yet is offered, too: it is for the author to say that it does not apply. */
static bool is_wanted(struct skeleton *skeleton, const struct pdoc__rule *rule, const struct pdoc__predicate *when)
{
    return pdoc__rule_applies(&skeleton->judge, rule) &&
           pdoc__predicate(&skeleton->judge, when, NULL, NULL) != PDOC_FALSE;
}

static bool add_cells(struct skeleton *skeleton, const pdoc_profile *profile)
{
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_FIELDS]; i++) {
        const struct pdoc__profile_field *field = &profile->fields[i];
        if (!is_wanted(skeleton, &field->rule, field->when) ||
            pdoc_version_find_row(skeleton->version, field->rule.id) >= 0)
            continue;
        if (pdoc_version_add_row(skeleton->version, field->rule.id, field->rule.label, NULL, skeleton->error) !=
            PDOC_OK)
            return false;
    }
    return true;
}

/* The audit knows the words in brackets as something that was never filled in. */
static bool add_section(struct skeleton *skeleton, const struct pdoc__profile_section *section)
{
    struct pdoc__buffer text = {0};
    for (size_t i = 0; i < section->prompts.count; i++)
        pdoc__buffer_format(&text, "%s[Insert text] %s", i > 0 ? "\n" : "", section->prompts.items[i]);
    if (section->prompts.count == 0)
        pdoc__buffer_text(&text, "[Insert text]");
    bool is_well = !text.failed;
    if (!is_well)
        pdoc__fail_memory(skeleton->error);
    is_well = is_well && pdoc_version_add_section(skeleton->version, section->rule.id, section->rule.label, text.data,
                                                  skeleton->error) == PDOC_OK;
    pdoc__buffer_free(&text);
    return is_well;
}

static bool add_sections(struct skeleton *skeleton, const pdoc_profile *profile)
{
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_SECTIONS]; i++)
        if (is_wanted(skeleton, &profile->sections[i].rule, profile->sections[i].when) &&
            !add_section(skeleton, &profile->sections[i]))
            return false;
    return true;
}

static const struct pdoc__type *type_named(const pdoc_profile *profile, const char *name)
{
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_TYPES]; i++) {
        const struct pdoc__type *type = &profile->types[i];
        bool is_it = strcmp(type->rule.id, name) == 0 || (type->rule.label && pdoc__text_same(type->rule.label, name));
        for (size_t j = 0; !is_it && j < type->aliases.count; j++)
            is_it = pdoc__text_same(type->aliases.items[j], name);
        if (is_it)
            return type;
    }
    return NULL;
}

/* The judge looks at a document without a sheet: the sheet is filled from what it says. */
static bool fill(struct skeleton *skeleton, pdoc_document *doc, const pdoc_profile *profile, pdoc_date on)
{
    const pdoc_basis basis = {.size = sizeof basis, .as_of = on, .profile = profile};
    if (!pdoc__judge_begin(&skeleton->judge, skeleton->reg, &basis, skeleton->error))
        return false;
    bool is_well = pdoc__judge_take(&skeleton->judge, doc, skeleton->error) && add_cells(skeleton, profile) &&
                   add_sections(skeleton, profile);
    if (is_well && skeleton->judge.out_of_memory) {
        pdoc__fail_memory(skeleton->error);
        is_well = false;
    }
    pdoc__judge_end(&skeleton->judge);
    return is_well;
}

pdoc_register *pdoc_profile_skeleton(const pdoc_profile *profile, const char *type, const char *title, pdoc_date on,
                                     pdoc_error **error)
{
    static const pdoc_date open = {0, 0, 0};
    struct skeleton skeleton = {.error = error};
    const struct pdoc__type *known = profile && type ? type_named(profile, type) : NULL;
    if (!profile || !type || !known) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "a profile and one of its types are needed; \"%s\" is no type of %s",
                   type ? type : "(none)", profile ? pdoc_profile_id(profile) : "a profile");
        return NULL;
    }
    skeleton.reg = pdoc_register_new(error);
    if (!skeleton.reg)
        return NULL;
    pdoc_document *doc = NULL;
    if (pdoc_register_add_profile(skeleton.reg, pdoc_profile_id(profile), open, open, error) == PDOC_OK)
        doc = pdoc_register_add_document(skeleton.reg, known->rule.id, title ? title : "[Insert title]", error);
    skeleton.version = doc ? pdoc_document_add_version(doc, NULL, error) : NULL;
    if (skeleton.version && fill(&skeleton, doc, profile, on))
        return skeleton.reg;
    pdoc_register_unref(skeleton.reg);
    return NULL;
}
