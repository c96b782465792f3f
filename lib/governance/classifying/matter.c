/* SPDX-License-Identifier: MIT */
/* What a document says of itself, as one text with places: its purpose on the sheet, then its sections. */
#include <string.h>

#include "base/buffer.h"
#include "governance/classifying/classifier.h"
#include "model/build.h"

struct gathering {
    struct pdoc__buffer text;
    struct pdoc__text_part *parts;
    size_t count;
    uint32_t line;
    struct pdoc__arena *arena;
    pdoc_error **error;
    bool failed;
};

static const char *place_of(struct gathering *gathering, const char *kind, const char *code)
{
    const size_t kind_size = strlen(kind);
    const size_t size = kind_size + strlen(code);
    char *place = pdoc__arena_space(gathering->arena, size + 1, gathering->error);
    gathering->failed |= !place;
    if (!place)
        return NULL;
    memcpy(place, kind, kind_size);
    memcpy(place + kind_size, code, size + 1 - kind_size);
    return place;
}

static void add_text(struct gathering *gathering, const char *text)
{
    if (!text)
        return;
    for (const char *at = text; (at = strchr(at, '\n')) != NULL; at++)
        gathering->line++;
    gathering->line += 2;
    pdoc__buffer_text(&gathering->text, text);
    pdoc__buffer_text(&gathering->text, "\n\n"); /* no phrase goes over it */
}

static void begin_part(struct gathering *gathering, const char *kind, const char *code)
{
    const char *place = place_of(gathering, kind, code ? code : "");
    gathering->parts[gathering->count++] =
        (struct pdoc__text_part){.place = place, .from = (uint32_t)gathering->text.size, .line = gathering->line};
}

static void add_purpose(struct gathering *gathering, const struct pdoc_version *version)
{
    for (size_t i = 0; i < version->row_count; i++) {
        const struct pdoc__row *row = &version->rows[i];
        if (row->known != PDOC__FIELD_PURPOSE || row->state != PDOC_CELL_GIVEN || !row->text)
            continue;
        begin_part(gathering, "front-sheet/", row->field);
        add_text(gathering, row->text);
        return; /* a second block repeats it */
    }
}

static bool gather(struct gathering *gathering, const struct pdoc_version *version)
{
    const size_t most = (size_t)version->section_count + 1;
    gathering->parts = pdoc__arena_alloc(gathering->arena, most * sizeof *gathering->parts, gathering->error);
    if (!gathering->parts)
        return false;
    add_purpose(gathering, version);
    for (size_t i = 0; i < version->section_count && gathering->text.size <= PDOC_CLASSIFY_LIMIT; i++) {
        const struct pdoc__section *section = &version->sections[i];
        begin_part(gathering, "section/", section->code);
        add_text(gathering, section->title);
        add_text(gathering, section->text);
    }
    if (gathering->text.failed)
        pdoc__fail_memory(gathering->error);
    return !gathering->failed && !gathering->text.failed;
}

bool pdoc__document_matter(const pdoc_document *doc, const struct pdoc_version *version,
                           struct pdoc__document_matter *out, pdoc_error **error)
{
    struct gathering gathering = {.line = 1, .arena = &out->arena, .error = error};
    *out = (struct pdoc__document_matter){
        .matter = {.title = pdoc_document_title(doc), .declared = pdoc_document_type(doc)}};
    bool done = !version || gather(&gathering, version);
    if (done && gathering.text.size > 0) {
        out->matter.text = pdoc__arena_text(&out->arena, gathering.text.data, gathering.text.size, error);
        done = out->matter.text != NULL;
        out->matter.text_size = gathering.text.size;
        out->matter.parts = gathering.parts;
        out->matter.part_count = gathering.count;
    }
    pdoc__buffer_free(&gathering.text);
    if (!done)
        pdoc__document_matter_free(out);
    return done;
}

/* ---- does it speak of itself as something else? ---- */

struct declared {
    const pdoc_classifier *classifier;
    const struct pdoc__type *type;
};

static bool is_of_another(const void *context, uint32_t owner)
{
    const struct declared *declared = context;
    const pdoc_profile *profile = declared->classifier->profile;
    const struct pdoc__used_cue *cue = &declared->classifier->cues[owner];
    for (size_t i = 0; i < cue->type_count; i++)
        if (!pdoc__types_are_kin(profile, declared->type, &profile->types[cue->types[i]]))
            return true;
    return false;
}

static bool speaks(const struct declared *declared, const char *text)
{
    return text && pdoc__phrases_any(&declared->classifier->self_phrases, text, strlen(text), is_of_another, declared);
}

bool pdoc__document_speaks_of_another(const pdoc_classifier *classifier, const struct pdoc__type *type,
                                      const pdoc_document *doc, const struct pdoc_version *version)
{
    const struct declared declared = {.classifier = classifier, .type = type};
    bool does = speaks(&declared, pdoc_document_title(doc));
    for (size_t i = 0; i < version->row_count && !does; i++)
        does = version->rows[i].known == PDOC__FIELD_PURPOSE && speaks(&declared, version->rows[i].text);
    for (size_t i = 0; i < version->section_count && !does; i++)
        does = speaks(&declared, version->sections[i].title) || speaks(&declared, version->sections[i].text);
    return does;
}

void pdoc__document_matter_free(struct pdoc__document_matter *matter)
{
    pdoc__arena_free(&matter->arena);
}
