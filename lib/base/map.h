/* SPDX-License-Identifier: MIT */
/* Hash maps from a text or an address to an address. Keys are borrowed. */
#ifndef PDOC_BASE_MAP_H
#define PDOC_BASE_MAP_H

#include <stdint.h>

#include "base/alloc.h"

/* An address as a number that tells near ones apart in every part of it. */
static inline size_t pdoc__address_hash(const void *address)
{
    return (size_t)(((uint64_t)(uintptr_t)address * UINT64_C(0x9E3779B97F4A7C15)) >> 32);
}

struct pdoc__map {
    struct pdoc__map_slot *slots;
    size_t capacity; /* a power of two, or 0 */
    size_t count;
};

/* Text keys. A key that is there already keeps its first value, and false is returned in *added. */
bool pdoc__map_add(struct pdoc__map *map, const char *key, void *value, bool *added, pdoc_error **error);
/* Makes room for so many more keys: adding them cannot fail then. */
bool pdoc__map_reserve(struct pdoc__map *map, size_t more, pdoc_error **error);
void *pdoc__map_find(const struct pdoc__map *map, const char *key);
/* A key of that hash will soon be looked for: fetches its place, and when that has come, the key that is there. */
uint64_t pdoc__map_hash(const char *key);
void pdoc__map_fetch_place(const struct pdoc__map *map, uint64_t hash);
void pdoc__map_fetch_key(const struct pdoc__map *map, uint64_t hash);
/* Address keys; adding replaces. A map holds keys of one sort only. */
bool pdoc__map_set_address(struct pdoc__map *map, const void *key, void *value, pdoc_error **error);
void *pdoc__map_find_address(const struct pdoc__map *map, const void *key);
void pdoc__map_free(struct pdoc__map *map);

#endif
