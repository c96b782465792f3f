/* SPDX-License-Identifier: MIT */
/* Labels of columns and the fields that they stand for. A label that no row of a table knows stands for nothing. */
#include "keeping/labels.h"

#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "model/vocabulary.h"

static const struct {
    enum pdoc__field field;
    const char *label;
} known_labels[] = {
#define PDOC_LABEL(field, label) {PDOC__FIELD_##field, label},
#include "keeping/labels.def"
#undef PDOC_LABEL
};

static const char property[] = "property.";
static const char printed[] = "printed";

/* ---- folding ---- */

static bool is_apostrophe(const char *text, size_t *size)
{
    static const char curly[] = "\xE2\x80\x99";
    *size = *text == '\'' ? 1 : strncmp(text, curly, 3) == 0 ? 3 : 0;
    return *size > 0;
}

static bool is_word_letter(char letter)
{
    const char lower = pdoc__lower(letter);
    return (lower >= 'a' && lower <= 'z') || pdoc__is_digit(lower) || ((unsigned char)letter & 0x80) != 0;
}

void pdoc__label_fold(const char *label, char *out, size_t room)
{
    size_t size = 0;
    bool is_gap = false;
    while (*label) {
        size_t skipped = 0;
        const char *word = *label == '&' ? " and " : NULL;
        char letter[2] = {pdoc__lower(*label), '\0'};
        if (is_apostrophe(label, &skipped) || (strncmp(label, "(s)", 3) == 0 && (skipped = 3) > 0)) {
            label += skipped;
            continue;
        }
        label++;
        for (const char *at = word ? word : letter; *at; at++) {
            if (!is_word_letter(*at)) {
                is_gap = size > 0;
                continue;
            }
            if (size + 3 > room)
                break;
            if (is_gap)
                out[size++] = ' ';
            is_gap = false;
            out[size++] = *at;
        }
    }
    out[size] = '\0';
}

/* ---- the table ---- */

/* The first meaning of a label stands; so who is asked first says it. */
static bool add(struct pdoc__labels *labels, const char *label, struct pdoc__target target, pdoc_error **error)
{
    char folded[PDOC__LABEL_SIZE];
    bool added;
    pdoc__label_fold(label, folded, sizeof folded);
    if (!*folded)
        return true;
    const char *key = pdoc__arena_text(&labels->arena, folded, strlen(folded), error);
    struct pdoc__target *kept = pdoc__arena_copy(&labels->arena, &target, sizeof target, error);
    return key && kept && pdoc__map_add(&labels->map, key, kept, &added, error);
}

static bool add_known(struct pdoc__labels *labels, pdoc_error **error)
{
    bool done = true;
    for (size_t i = 0; done && i < PDOC__FIELD_COUNT; i++) {
        const struct pdoc__target target = {PDOC__TO_FIELD, pdoc_table_code(PDOC_TABLE_FIELD, i)};
        done = add(labels, pdoc_table_label(PDOC_TABLE_FIELD, i), target, error) &&
               add(labels, target.name, target, error);
    }
    for (size_t i = 0; done && i < sizeof known_labels / sizeof *known_labels; i++) {
        const struct pdoc__target target = {PDOC__TO_FIELD,
                                            pdoc_table_code(PDOC_TABLE_FIELD, (size_t)known_labels[i].field)};
        done = add(labels, known_labels[i].label, target, error);
    }
    return done;
}

/* Its codes, too, so that fields of its own can be meant by them. */
static bool add_profile(struct pdoc__labels *labels, const pdoc_profile *profile, pdoc_error **error)
{
    bool done = true;
    for (size_t i = 0; done && i < pdoc_profile_row_count(profile, PDOC_PROFILE_FIELDS); i++) {
        const char *code = pdoc_profile_row_id(profile, PDOC_PROFILE_FIELDS, i);
        const char *label = pdoc_profile_row_label(profile, PDOC_PROFILE_FIELDS, i);
        struct pdoc__target target = {PDOC__TO_FIELD, pdoc__arena_text(&labels->arena, code, strlen(code), error)};
        done = target.name && add(labels, label ? label : code, target, error) && add(labels, code, target, error);
    }
    return done;
}

/* ---- the user's map ---- */

static bool is_field(const pdoc_profile *profile, const char *code)
{
    for (size_t i = 0; i < pdoc_profile_row_count(profile, PDOC_PROFILE_FIELDS); i++)
        if (strcmp(pdoc_profile_row_id(profile, PDOC_PROFILE_FIELDS, i), code) == 0)
            return true;
    return pdoc_table_find(PDOC_TABLE_FIELD, code) >= 0;
}

static bool read_target(const char *text, const pdoc_profile *profile, struct pdoc__target *out)
{
    const size_t lead = strlen(property);
    if (strncmp(text, property, lead) == 0 && text[lead]) {
        *out = (struct pdoc__target){PDOC__TO_PROPERTY, text};
        return true;
    }
    *out = (struct pdoc__target){PDOC__TO_PRINTED, NULL};
    if (strcmp(text, printed) == 0)
        return true;
    *out = (struct pdoc__target){PDOC__TO_FIELD, text};
    return is_field(profile, text);
}

/* Cuts white space from the end, and says where the rest begins. */
static char *trim(char *text)
{
    size_t size = strlen(text);
    while (size > 0 && strchr(" \t\r", text[size - 1]))
        text[--size] = '\0';
    return text + strspn(text, " \t");
}

static bool read_line(struct pdoc__labels *labels, char *line, const struct pdoc__place *place,
                      const pdoc_profile *profile, pdoc_error **error)
{
    struct pdoc__target target;
    char *label = trim(line);
    if (!*label || *label == '#')
        return true;
    char *equals = strrchr(label, '=');
    if (!equals) {
        pdoc__fail_at(error, PDOC_ERR_INVALID, place,
                      "\"%.80s\" is not of the form label = field, such as Review by = date-review", label);
        return false;
    }
    *equals = '\0';
    const char *field = trim(equals + 1);
    if (!read_target(field, profile, &target)) {
        pdoc__fail_at(
            error, PDOC_ERR_INVALID, place,
            "there is no field \"%.80s\"; give the code of a field, such as date-review, or property.NAME, or "
            "printed",
            field);
        return false;
    }
    return add(labels, trim(label), target, error);
}

static bool add_map(struct pdoc__labels *labels, const char *map, const char *name, const pdoc_profile *profile,
                    pdoc_error **error)
{
    struct pdoc__place place = {.file = name, .line = 1};
    if (strncmp(map, "\xEF\xBB\xBF", 3) == 0)
        map += 3;
    if (!pdoc__utf8_is_valid(map, strlen(map))) {
        pdoc__fail_at(error, PDOC_ERR_INVALID, &place, "a map is a text in UTF-8, and this is none");
        return false;
    }
    for (; *map; place.line++) {
        const size_t size = strcspn(map, "\n");
        char *line = pdoc__arena_text(&labels->arena, map, size, error);
        if (!line || !read_line(labels, line, &place, profile, error))
            return false;
        map += size + (map[size] == '\n');
    }
    return true;
}

bool pdoc__labels_fill(struct pdoc__labels *labels, const char *map, const char *map_name, const pdoc_profile *profile,
                       pdoc_error **error)
{
    *labels = (struct pdoc__labels){.map = {.slots = NULL}};
    const bool done = (!map || add_map(labels, map, map_name, profile, error)) && add_profile(labels, profile, error) &&
                      add_known(labels, error);
    if (!done)
        pdoc__labels_free(labels);
    return done;
}

const struct pdoc__target *pdoc__labels_find(const struct pdoc__labels *labels, const char *label)
{
    char folded[PDOC__LABEL_SIZE];
    pdoc__label_fold(label, folded, sizeof folded);
    return *folded ? pdoc__map_find(&labels->map, folded) : NULL;
}

const char *pdoc__property_name(const struct pdoc__target *target)
{
    return target->name + strlen(property);
}

void pdoc__labels_free(struct pdoc__labels *labels)
{
    pdoc__map_free(&labels->map);
    pdoc__arena_free(&labels->arena);
    *labels = (struct pdoc__labels){.map = {.slots = NULL}};
}
