/* SPDX-License-Identifier: MIT */
/* Versions of a document: front sheet, sections, contents. Knows nothing of rules. */
#include "base/error.h"
#include "base/text.h"
#include "model/build.h"
#include "policydoc/document.h"

size_t pdoc_document_version_count(const pdoc_document *doc)
{
    return doc ? doc->version_count : 0;
}

struct pdoc_version *pdoc_document_version(const pdoc_document *doc, size_t index)
{
    return index < pdoc_document_version_count(doc) ? doc->versions[index] : NULL;
}

struct pdoc_version *pdoc_document_find_version(const pdoc_document *doc, uint32_t ordinal)
{
    for (size_t i = 0; i < pdoc_document_version_count(doc); i++)
        if (doc->versions[i]->ordinal == ordinal)
            return doc->versions[i];
    return NULL;
}

static uint32_t next_ordinal(const pdoc_document *doc)
{
    uint32_t highest = 0;
    for (size_t i = 0; i < doc->version_count; i++)
        if (doc->versions[i]->ordinal > highest)
            highest = doc->versions[i]->ordinal;
    return highest + 1;
}

struct pdoc_version *pdoc_document_add_version(pdoc_document *doc, const char *label, pdoc_error **error)
{
    if (!doc) {
        pdoc__argument(doc, "document", error);
        return NULL;
    }
    if (!pdoc__is_text(label, "label", error))
        return NULL;
    uint32_t ordinal = next_ordinal(doc);
    if (!pdoc__list_may_grow(ordinal - 1, UINT16_MAX, "ordinals of the versions of a document", error))
        return NULL;
    struct pdoc_version *version = pdoc__arena_zero(&doc->reg->arena, sizeof *version, error);
    if (!version || !pdoc__intern(doc->reg, label, &version->label, error))
        return NULL;
    version->doc = doc;
    version->ordinal = ordinal;
    struct pdoc_version **list =
        pdoc__list_add(doc->reg, doc->versions, doc->version_count, sizeof version, &version, error);
    if (!list)
        return NULL;
    doc->versions = list;
    doc->version_count++;
    return version;
}

struct pdoc_version *pdoc_version_ref(struct pdoc_version *version)
{
    if (version)
        (void)pdoc_register_ref(version->doc->reg);
    return version;
}

void pdoc_version_unref(struct pdoc_version *version)
{
    if (version)
        pdoc_register_unref(version->doc->reg);
}

pdoc_document *pdoc_version_document(const struct pdoc_version *version)
{
    return version ? version->doc : NULL;
}

uint32_t pdoc_version_ordinal(const struct pdoc_version *version)
{
    return version ? version->ordinal : 0;
}

const char *pdoc_version_label(const struct pdoc_version *version)
{
    return version ? version->label : NULL;
}

const char *pdoc_version_visibility(const struct pdoc_version *version)
{
    return version ? version->visibility : NULL;
}

pdoc_status pdoc_version_set_visibility(struct pdoc_version *version, const char *visibility, pdoc_error **error)
{
    const char *kept;
    if (!version)
        return pdoc__argument(version, "version", error);
    if (!pdoc__is_text(visibility, "visibility", error))
        return PDOC_ERR_ARGUMENT;
    if (!pdoc__intern(version->doc->reg, visibility, &kept, error))
        return PDOC_ERR_NOMEM;
    version->visibility = kept;
    return PDOC_OK;
}

size_t pdoc_version_section_count(const struct pdoc_version *version)
{
    return version ? version->section_count : 0;
}

const char *pdoc_version_section_code(const struct pdoc_version *version, size_t index)
{
    return index < pdoc_version_section_count(version) ? version->sections[index].code : NULL;
}

const char *pdoc_version_section_title(const struct pdoc_version *version, size_t index)
{
    return index < pdoc_version_section_count(version) ? version->sections[index].title : NULL;
}

const char *pdoc_version_section_text(const struct pdoc_version *version, size_t index)
{
    return index < pdoc_version_section_count(version) ? version->sections[index].text : NULL;
}

pdoc_status pdoc_version_add_section(struct pdoc_version *version, const char *code, const char *title,
                                     const char *text, pdoc_error **error)
{
    if (!version || !code)
        return pdoc__argument(NULL, version ? "code" : "version", error);
    if (!pdoc__is_text(code, "code", error) || !pdoc__is_text(title, "title", error) ||
        !pdoc__is_text(text, "text", error))
        return PDOC_ERR_ARGUMENT;
    if (!pdoc__list_may_grow(version->section_count, UINT16_MAX, "sections of a version", error))
        return PDOC_ERR_LIMIT;
    pdoc_register *reg = version->doc->reg;
    struct pdoc__section section;
    if (!pdoc__intern(reg, code, &section.code, error) || !pdoc__intern(reg, title, &section.title, error) ||
        !pdoc__keep(reg, text, &section.text, error))
        return PDOC_ERR_NOMEM;
    struct pdoc__section *list =
        pdoc__list_add(reg, version->sections, version->section_count, sizeof section, &section, error);
    if (!list)
        return PDOC_ERR_NOMEM;
    version->sections = list;
    version->section_count++;
    return PDOC_OK;
}

size_t pdoc_version_content_count(const struct pdoc_version *version)
{
    return version ? version->content_count : 0;
}

const char *pdoc_version_content_href(const struct pdoc_version *version, size_t index)
{
    return index < pdoc_version_content_count(version) ? version->contents[index].href : NULL;
}

const char *pdoc_version_content_media_type(const struct pdoc_version *version, size_t index)
{
    return index < pdoc_version_content_count(version) ? version->contents[index].media_type : NULL;
}

const char *pdoc_version_content_sha256(const struct pdoc_version *version, size_t index)
{
    return index < pdoc_version_content_count(version) ? version->contents[index].sha256 : NULL;
}

bool pdoc__is_sha256(const char *text)
{
    size_t i = 0;
    while (pdoc__is_digit(text[i]) || ((text[i] | 0x20) >= 'a' && (text[i] | 0x20) <= 'f'))
        i++;
    return i == 64 && text[i] == '\0';
}

pdoc_status pdoc_version_add_content(struct pdoc_version *version, const char *href, const char *media_type,
                                     const char *sha256, pdoc_error **error)
{
    if (!version || !href)
        return pdoc__argument(NULL, version ? "href" : "version", error);
    if (!pdoc__is_text(href, "href", error) || !pdoc__is_text(media_type, "media type", error))
        return PDOC_ERR_ARGUMENT;
    if (sha256 && !pdoc__is_sha256(sha256))
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "sha256: expected 64 hexadecimal digits");
    if (!pdoc__list_may_grow(version->content_count, UINT16_MAX, "contents of a version", error))
        return PDOC_ERR_LIMIT;
    pdoc_register *reg = version->doc->reg;
    struct pdoc__content content;
    if (!pdoc__keep(reg, href, &content.href, error) || !pdoc__intern(reg, media_type, &content.media_type, error) ||
        !pdoc__keep(reg, sha256, &content.sha256, error))
        return PDOC_ERR_NOMEM;
    struct pdoc__content *list =
        pdoc__list_add(reg, version->contents, version->content_count, sizeof content, &content, error);
    if (!list)
        return PDOC_ERR_NOMEM;
    version->contents = list;
    version->content_count++;
    return PDOC_OK;
}
