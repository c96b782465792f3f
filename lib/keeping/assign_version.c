/* SPDX-License-Identifier: MIT */
/* Labels, marks, sections and contents of a version, and the reference of a document, by name. Knows nothing of rules.
 */
#include <string.h>

#include "base/error.h"
#include "keeping/assign.h"

static bool replace(pdoc_register *reg, const char **place, const char *text, pdoc_error **error)
{
    const char *kept;
    if (!pdoc__keep(reg, text, &kept, error) || (*place && kept && !pdoc__text_replace(reg, *place, kept, error)))
        return false;
    *place = kept;
    return true;
}

pdoc_status pdoc__assign_reference(pdoc_document *doc, const char *reference, pdoc_error **error)
{
    if (!pdoc__is_text(reference, "reference", error))
        return PDOC_ERR_ARGUMENT;
    if (doc->reference_count == 0)
        return reference ? pdoc_document_add_reference(doc, reference, error) : PDOC_OK;
    if (reference)
        return replace(doc->reg, &doc->references[0], reference, error) ? PDOC_OK : PDOC_ERR_NOMEM;
    memmove(doc->references, doc->references + 1, (doc->reference_count - 1u) * sizeof *doc->references);
    doc->reference_count--;
    return PDOC_OK;
}

static pdoc_status set_label(struct pdoc_version *version, const char *behind, const char *value, pdoc_error **error)
{
    const char *kept;
    (void)behind;
    if (!pdoc__is_text(value, "label", error))
        return PDOC_ERR_ARGUMENT;
    if (!pdoc__intern(version->doc->reg, value, &kept, error))
        return PDOC_ERR_NOMEM;
    version->label = kept;
    return PDOC_OK;
}

static pdoc_status set_visibility(struct pdoc_version *version, const char *behind, const char *value,
                                  pdoc_error **error)
{
    (void)behind;
    return pdoc_version_set_visibility(version, value, error);
}

/* The first section with the code: its text, which NULL takes out; the section stays. */
static pdoc_status set_section(struct pdoc_version *version, const char *code, const char *text, pdoc_error **error)
{
    if (!pdoc__is_text(text, "section", error) || !pdoc__is_text(code, "code", error))
        return PDOC_ERR_ARGUMENT;
    for (size_t i = 0; i < version->section_count; i++)
        if (strcmp(version->sections[i].code, code) == 0)
            return replace(version->doc->reg, &version->sections[i].text, text, error) ? PDOC_OK : PDOC_ERR_NOMEM;
    return pdoc_version_add_section(version, code, NULL, text, error);
}

/* The content at a place: its hash, in hexadecimal. */
static pdoc_status set_content(struct pdoc_version *version, const char *href, const char *sha256, pdoc_error **error)
{
    const char *kept;
    if (sha256 && !pdoc__is_sha256(sha256))
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "content.%s: \"%s\" is no SHA-256; expected 64 hexadecimal digits",
                          href, sha256);
    for (size_t i = 0; i < version->content_count; i++) {
        if (strcmp(version->contents[i].href, href) != 0)
            continue;
        if (!pdoc__keep(version->doc->reg, sha256, &kept, error))
            return PDOC_ERR_NOMEM;
        version->contents[i].sha256 = kept;
        return PDOC_OK;
    }
    return pdoc_version_add_content(version, href, NULL, sha256, error);
}

static const struct pdoc__version_part parts[] = {
    {"version.label", set_label},
    {"version.visibility", set_visibility},
    {"section.", set_section},
    {"content.", set_content},
};

const struct pdoc__version_part *pdoc__version_part(const char *name, const char **behind)
{
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const size_t size = strlen(parts[i].name);
        const bool takes_more = parts[i].name[size - 1] == '.';
        if (strncmp(name, parts[i].name, size) != 0 || takes_more != (name[size] != '\0'))
            continue;
        *behind = name + size;
        return &parts[i];
    }
    return NULL;
}
