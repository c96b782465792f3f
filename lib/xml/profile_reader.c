/* SPDX-License-Identifier: MIT */
/* Reads profiles: bytes to elements to tables. Knows the root and nothing else of a profile by name. */
#include <string.h>

#include "xml/embedded.h"
#include "xml/profile_reading.h"
#include "xml/small_file.h"

/* ---- elements ---------------------------------------------------------------------------------------------- */

struct parse {
    struct pdoc__reading *reading;
    struct pdoc__sax *sax;
    pdoc_error *error; /* memory ran out */
};

static bool begin(void *context, struct pdoc__sax *sax)
{
    struct parse *parse = context;
    parse->sax = sax;
    return true;
}

static bool keep_attributes(struct parse *parse, const struct pdoc__sax_attributes *from, struct pdoc__element *node)
{
    struct pdoc__arena *arena = &parse->reading->tree.arena;
    if (from->count == 0)
        return true;
    node->attributes = pdoc__arena_zero(arena, from->count * sizeof *node->attributes, &parse->error);
    for (size_t i = 0; node->attributes && i < from->count; i++) {
        size_t size = 0;
        const char *name = pdoc__sax_attribute_name(from, i);
        const char *value = pdoc__sax_attribute_value(from, i, &size);
        struct pdoc__written_attribute *attribute = &node->attributes[node->attribute_count++];
        attribute->foreign = pdoc__sax_attribute_uri(from, i) != NULL;
        attribute->name = pdoc__arena_text(arena, name, strlen(name), &parse->error);
        attribute->value = pdoc__arena_text(arena, value, size, &parse->error);
        if (!attribute->name || !attribute->value)
            return false;
    }
    return node->attributes != NULL;
}

static void stop_where_memory_ran_out(struct parse *parse)
{
    if (!parse->error)
        return;
    pdoc__sax_take_error(parse->sax, parse->error);
    parse->error = NULL;
    pdoc__sax_stop(parse->sax);
}

static void start(void *context, const struct pdoc__sax_element *element)
{
    struct parse *parse = context;
    struct pdoc__elements *tree = &parse->reading->tree;
    if (!tree->root && !pdoc__small_file_check_root(parse->sax, element, "profile"))
        return;
    struct pdoc__element *node = pdoc__elements_begin(tree, element->name, pdoc__sax_line(parse->sax),
                                                      pdoc__sax_column(parse->sax), &parse->error);
    if (node) {
        node->foreign = !pdoc__small_file_is_ours(element->uri) || (node->parent && node->parent->foreign);
        keep_attributes(parse, &element->attributes, node);
    }
    stop_where_memory_ran_out(parse);
}

static void end(void *context)
{
    struct parse *parse = context;
    pdoc__elements_end(&parse->reading->tree, &parse->error);
    stop_where_memory_ran_out(parse);
}

static void text(void *context, const char *data, size_t size)
{
    struct parse *parse = context;
    pdoc__elements_text(&parse->reading->tree, data, size, &parse->error);
    stop_where_memory_ran_out(parse);
}

static bool parse_elements(struct pdoc__reading *reading, const struct pdoc__limits *limits, pdoc_error **error)
{
    static const struct pdoc__sax_handlers handlers = {.begin = begin,
                                                       .start = start,
                                                       .end = end,
                                                       .text = text,
                                                       .comment = pdoc__small_file_comment,
                                                       .instruction = pdoc__small_file_instruction};
    struct parse parse = {.reading = reading};
    struct pdoc__input input;
    const pdoc_profile *profile = reading->profile;
    if (!pdoc__input_open_memory(&input, profile->text, profile->text_size, reading->file, limits, error))
        return false;
    bool good = pdoc__sax_parse(&input, &handlers, &parse, error);
    pdoc__input_close(&input);
    return good;
}

/* ---- the root ---------------------------------------------------------------------------------------------- */

/* "1.4": only the number before the dot must be ours. */
static bool check_schema_version(const struct pdoc__reading *reading, pdoc_error **error)
{
    const char *written = pdoc__element_attribute(reading->tree.root, "schema-version");
    const char *must = pdoc__element_attribute(reading->tree.root, "must-understand");
    char path[40];
    struct pdoc__place place = pdoc__reading_place(reading, NULL, path, sizeof path);
    bool is_one = !written || strcmp(written, "1") == 0 || strncmp(written, "1.", 2) == 0;
    if (!is_one)
        pdoc__fail_at(error, PDOC_ERR_NEWER, &place, "schema version '%.20s' is not one that this release reads (1)",
                      written);
    else if (must && *must)
        pdoc__fail_at(error, PDOC_ERR_NEWER, &place, "'%.80s' must be understood, and this release does not know it",
                      must);
    return is_one && !(must && *must);
}

static bool is_id(const char *id)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";
    return id && *id && strspn(id, letters) == strlen(id);
}

/* The profile that this one extends, unless that leads back to this one. */
static void find_base(struct pdoc__reading *reading, const pdoc_profile_set *set)
{
    const pdoc_profile *profile = reading->profile;
    if (!profile->extends)
        return;
    size_t steps = pdoc_profile_set_count(set);
    for (const char *above = profile->extends; above; steps--) {
        if (strcmp(above, profile->id) == 0) {
            pdoc__reading_fail(reading, NULL, "'%.60s' extends itself", profile->id);
            return;
        }
        const pdoc_profile *found = pdoc_profile_set_find(set, above);
        above = found && steps > 0 ? found->extends : NULL;
    }
    reading->base = pdoc_profile_set_find(set, profile->extends);
    if (!reading->base)
        pdoc__reading_fail(reading, NULL, "there is no profile '%.60s' to extend", profile->extends);
}

static bool inherit_text(struct pdoc__reading *reading, const char **own, const char *inherited)
{
    return *own || pdoc__reading_text(reading, inherited, own);
}

static bool read_root(struct pdoc__reading *reading, const pdoc_profile_set *set)
{
    pdoc_profile *profile = reading->profile;
    const struct pdoc__element *root = reading->tree.root;
    profile->line = root->line;
    profile->column = root->column;
    if (!pdoc__members_read(reading, pdoc__profile_members, root, profile))
        return false;
    if (!is_id(profile->id)) {
        pdoc__reading_fail(reading, NULL, "a profile needs an id of letters, digits and hyphens");
        return true;
    }
    find_base(reading, set);
    const pdoc_profile *base = reading->base;
    if (!base)
        return inherit_text(reading, &profile->body_field, "approved-by");
    if (!pdoc__element_attribute(root, "due-soon"))
        profile->due_soon = base->due_soon;
    return inherit_text(reading, &profile->act, base->act) &&
           inherit_text(reading, &profile->review_by, base->review_by) &&
           inherit_text(reading, &profile->body_field, base->body_field);
}

/* ---- the whole --------------------------------------------------------------------------------------------- */

/* FNV-1a of 64 bits: over the base's hash, then the text. Written down in every report, so it never changes. */
static void hash_text(pdoc_profile *profile, const char *base_hash)
{
    uint64_t hash = UINT64_C(14695981039346656037);
    for (const char *at = base_hash; at && *at; at++)
        hash = (hash ^ (unsigned char)*at) * UINT64_C(1099511628211);
    for (size_t i = 0; i < profile->text_size; i++)
        hash = (hash ^ (unsigned char)profile->text[i]) * UINT64_C(1099511628211);
    for (size_t i = 0; i < 16; i++)
        profile->hash[i] = "0123456789abcdef"[(hash >> (60 - 4 * i)) & 15u];
    profile->hash[16] = '\0';
}

static void hand_over(pdoc_error **error, pdoc_error *found)
{
    if (error)
        *error = found;
    else
        pdoc_error_free(found);
}

static bool fill_profile(struct pdoc__reading *reading, const struct pdoc__limits *limits, const pdoc_profile_set *set,
                         pdoc_error **error)
{
    if (!parse_elements(reading, limits, error) || !check_schema_version(reading, error))
        return false;
    bool good = read_root(reading, set);
    if (good && reading->error_count == 0)
        good = pdoc__rows_read(reading) && pdoc__rows_resolve(reading);
    if (reading->out_of_memory || !good) {
        pdoc__fail_memory(error);
        return false;
    }
    if (reading->error_count > 0) {
        hand_over(error, pdoc__reading_errors(reading));
        return false;
    }
    hash_text(reading->profile, reading->base ? reading->base->hash : NULL);
    return true;
}

static pdoc_profile *make_profile(struct pdoc__buffer *source, const char *name, const struct pdoc__limits *limits,
                                  const pdoc_profile_set *set, pdoc_error **error)
{
    pdoc_profile *profile = pdoc__alloc_zero(1, sizeof *profile, error);
    if (!profile)
        return NULL;
    atomic_init(&profile->references, 1);
    profile->text_size = source->size;
    profile->text = pdoc__arena_text(&profile->arena, source->size ? source->data : "", source->size, error);
    struct pdoc__reading reading = {.profile = profile, .file = name};
    bool good = profile->text && fill_profile(&reading, limits, set, error);
    pdoc_error_free(pdoc__reading_errors(&reading)); /* left where memory ran out */
    pdoc__elements_free(&reading.tree);
    if (good)
        return profile;
    pdoc_profile_unref(profile);
    return NULL;
}

/* Takes all bytes of an input, closes it, and reads them. */
static pdoc_profile *read_input(struct pdoc__input *input, const pdoc_profile_set *set, pdoc_error **error)
{
    struct pdoc__buffer source = {0};
    char piece[16384];
    int64_t size;
    while ((size = pdoc__input_read(input, piece, sizeof piece)) > 0)
        pdoc__buffer_add(&source, piece, (size_t)size);
    pdoc_profile *profile = NULL;
    if (source.failed)
        pdoc__fail_memory(error);
    else if (size == 0)
        profile = make_profile(&source, input->name, &input->limits, set, error);
    else {
        hand_over(error, input->error);
        input->error = NULL;
    }
    pdoc__input_close(input);
    pdoc__buffer_free(&source);
    return profile;
}

pdoc_profile *pdoc_profile_read_file(const char *path, const pdoc_profile_set *set, pdoc_error **error)
{
    struct pdoc__input input;
    return pdoc__small_file_open(&input, path, "a profile", error) ? read_input(&input, set, error) : NULL;
}

pdoc_profile *pdoc_profile_read_memory(const void *data, size_t size, const char *name, const pdoc_profile_set *set,
                                       pdoc_error **error)
{
    struct pdoc__input input;
    return pdoc__small_file_open_memory(&input, data, size, name, error) ? read_input(&input, set, error) : NULL;
}

pdoc_profile_set *pdoc_profile_set_shipped(pdoc_error **error)
{
    pdoc_profile_set *set = pdoc_profile_set_new(error);
    for (size_t i = 0; set && i < pdoc__embedded_profile_count; i++) {
        const struct pdoc__embedded *file = &pdoc__embedded_profiles[i];
        pdoc_profile *profile = pdoc_profile_read_memory(file->data, file->size, file->id, set, error);
        bool good = profile && pdoc_profile_set_add(set, profile, error) == PDOC_OK;
        pdoc_profile_unref(profile);
        if (good)
            continue;
        pdoc_profile_set_unref(set);
        return NULL;
    }
    return set;
}
