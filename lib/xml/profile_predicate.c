/* SPDX-License-Identifier: MIT */
/* Every predicate of a profile: read from its element, or copied from the profile that it extends. */
#include <string.h>

#include "xml/profile_reading.h"

/* Where a predicate stands. */
struct spot {
    struct pdoc__reading *reading;
    int inside; /* of the fact's `where`, else -1 */
    unsigned depth;
};

static struct pdoc__maker maker_at(const struct spot *spot, const struct pdoc__element *node, char *path, size_t size)
{
    return (struct pdoc__maker){.profile = spot->reading->profile,
                                .arena = &spot->reading->profile->arena,
                                .inside = spot->inside,
                                .place = pdoc__reading_place(spot->reading, node, path, size)};
}

static bool read_comparison(const struct spot *spot, const struct pdoc__element *node, uint8_t operator,
                            struct pdoc__predicate * out)
{
    char path[200];
    struct pdoc__maker maker = maker_at(spot, node, path, sizeof path);
    struct pdoc__written written = {.operator= operator};
    const struct {
        const char *name;
        const char **part;
    } parts[] = {{"of", &written.of},         {"value", &written.value}, {"other", &written.other},
                 {"offset", &written.offset}, {"set", &written.set},     {"values", &written.values},
                 {"min", &written.minimum},   {"max", &written.maximum}};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        *parts[i].part = pdoc__element_attribute(node, parts[i].name);
    for (size_t i = 0; i < node->attribute_count; i++) {
        bool is_known = node->attributes[i].foreign;
        for (size_t j = 0; j < sizeof parts / sizeof *parts; j++)
            is_known = is_known || strcmp(parts[j].name, node->attributes[i].name) == 0;
        if (!is_known && !pdoc__reading_remark(spot->reading, PDOC__REMARK_ATTRIBUTE, node, node->attributes[i].name))
            return false;
    }
    pdoc_error *error = NULL;
    return pdoc__comparison_make(&maker, &written, out, &error) || pdoc__reading_take(spot->reading, error);
}

static size_t count_children(const struct pdoc__element *node)
{
    size_t count = 0;
    for (const struct pdoc__element *child = node->child; child; child = child->next)
        count += !child->foreign;
    return count;
}

static bool read_predicate(const struct spot *spot, const struct pdoc__element *node, struct pdoc__predicate *out);

/* The children of all, any, not, or of when, must, waived, where: those hold all of them. */
static bool read_children(const struct spot *spot, const struct pdoc__element *node, uint8_t operator,
                          struct pdoc__predicate * out)
{
    struct pdoc__reading *reading = spot->reading;
    size_t count = count_children(node);
    *out = (struct pdoc__predicate){.operator= operator, .line = node->line, .child_count = (uint16_t)count};
    if (count == 0 || count > UINT16_MAX || spot->depth == 0) {
        pdoc__reading_fail(reading, node, count == 0 ? "%s holds no comparison" : "%s holds too much", node->name);
        out->child_count = 0;
        return true;
    }
    struct pdoc__predicate *children = pdoc__reading_alloc(reading, count, sizeof *children);
    if (!children)
        return false;
    struct spot deeper = *spot;
    deeper.depth--;
    size_t i = 0;
    for (const struct pdoc__element *child = node->child; child; child = child->next) {
        if (!child->foreign && !read_predicate(&deeper, child, &children[i++]))
            return false;
    }
    out->children = children;
    return true;
}

static bool read_predicate(const struct spot *spot, const struct pdoc__element *node, struct pdoc__predicate *out)
{
    int operation = pdoc__operator_find(node->name);
    if (operation < 0) {
        pdoc__reading_fail(spot->reading, node, "'%.60s' is not an operator; see the table of predicates", node->name);
        return true;
    }
    if (operation > PDOC__NOT)
        return read_comparison(spot, node, (uint8_t)operation, out);
    if (operation == PDOC__NOT && count_children(node) > 1) {
        pdoc__reading_fail(spot->reading, node, "not takes one comparison");
        return true;
    }
    return read_children(spot, node, (uint8_t)operation, out);
}

/* A predicate of one child is that child. */
static bool read_own(const struct spot *spot, const struct pdoc__element *node, const struct pdoc__predicate **out)
{
    struct pdoc__predicate *all = pdoc__reading_alloc(spot->reading, 1, sizeof *all);
    if (!all || !read_children(spot, node, PDOC__ALL, all))
        return false;
    *out = all->child_count == 1 ? all->children : all;
    return true;
}

static bool copy_inherited(const struct spot *spot, const struct pdoc__predicate *source,
                           const struct pdoc__predicate **out)
{
    char path[200];
    struct pdoc__maker maker = maker_at(spot, NULL, path, sizeof path);
    struct pdoc__predicate *copy = pdoc__reading_alloc(spot->reading, 1, sizeof *copy);
    pdoc_error *error = NULL;
    if (!copy || (!pdoc__predicate_copy(&maker, source, copy, &error) && !pdoc__reading_take(spot->reading, error)))
        return false;
    *out = copy;
    return true;
}

static bool resolve_member(const struct spot *spot, const struct pdoc__member *member,
                           const struct pdoc__row_source *source, char *row)
{
    const struct pdoc__predicate *predicate = NULL;
    memcpy(&predicate, row + member->at, sizeof predicate);
    if (!source->node && predicate && !copy_inherited(spot, predicate, &predicate))
        return false;
    const struct pdoc__element *node = source->node ? pdoc__element_child(source->node, member->name, NULL) : NULL;
    if (node && !read_own(spot, node, &predicate))
        return false;
    if (node && pdoc__element_child(source->node, member->name, node))
        pdoc__reading_fail(spot->reading, source->node, "there is more than one %s", member->name);
    memcpy(row + member->at, &predicate, sizeof predicate);
    return true;
}

static int inside_of(const struct pdoc__reading *reading, int table, size_t row)
{
    if (table != PDOC_PROFILE_FACTS)
        return -1;
    int source = reading->profile->facts[row].source;
    return source <= PDOC__SOURCE_RELATION ? source : -1;
}

bool pdoc__predicates_resolve(struct pdoc__reading *reading)
{
    for (int table = 0; table < PDOC__PROFILE_TABLES; table++) {
        for (size_t i = 0; i < reading->profile->counts[table]; i++) {
            char *row = pdoc__reading_row(reading->profile, (pdoc_profile_table)table, i);
            struct spot spot = {.reading = reading, .inside = inside_of(reading, table, i)};
            spot.depth = PDOC__PREDICATE_DEPTH;
            for (const struct pdoc__member *member = pdoc__row_forms[table].members; member->name; member++) {
                if (member->form == PDOC__FORM_PREDICATE &&
                    !resolve_member(&spot, member, &reading->sources[table][i], row))
                    return false;
            }
        }
    }
    return true;
}
