/* SPDX-License-Identifier: MIT */
/* Open hash maps. Keys are borrowed: who adds a key keeps it. */
#include "base/map.h"

#include <string.h>

#include "base/text.h"

struct pdoc__map_slot {
    const char *key;
    void *value;
};

static size_t address_hash(const void *key)
{
    uint64_t mixed = (uint64_t)(uintptr_t)key * UINT64_C(0x9e3779b97f4a7c15);
    return (size_t)(mixed ^ (mixed >> 32));
}

static size_t text_hash(const char *key)
{
    return (size_t)pdoc__text_hash(key, strlen(key));
}

static struct pdoc__map_slot *slot_for(const struct pdoc__map *map, const char *key, bool is_text)
{
    size_t at = (is_text ? text_hash(key) : address_hash(key)) & (map->capacity - 1);
    for (;; at = (at + 1) & (map->capacity - 1)) {
        struct pdoc__map_slot *slot = &map->slots[at];
        if (!slot->key || slot->key == key || (is_text && strcmp(slot->key, key) == 0))
            return slot;
    }
}

static bool make_room(struct pdoc__map *map, bool is_text, pdoc_error **error)
{
    if (map->count * 4 < map->capacity * 3)
        return true;
    struct pdoc__map larger = {.capacity = map->capacity > 0 ? map->capacity * 2 : 16, .count = map->count};
    larger.slots = pdoc__alloc_zero(larger.capacity, sizeof *larger.slots, error);
    if (!larger.slots)
        return false;
    for (size_t i = 0; i < map->capacity; i++)
        if (map->slots[i].key)
            *slot_for(&larger, map->slots[i].key, is_text) = map->slots[i];
    pdoc__free(map->slots);
    *map = larger;
    return true;
}

bool pdoc__map_add(struct pdoc__map *map, const char *key, void *value, bool *added, pdoc_error **error)
{
    *added = false;
    if (!make_room(map, true, error))
        return false;
    struct pdoc__map_slot *slot = slot_for(map, key, true);
    if (slot->key)
        return true;
    *slot = (struct pdoc__map_slot){key, value};
    map->count++;
    *added = true;
    return true;
}

void *pdoc__map_find(const struct pdoc__map *map, const char *key)
{
    return map->capacity > 0 ? slot_for(map, key, true)->value : NULL;
}

bool pdoc__map_set_address(struct pdoc__map *map, const void *key, void *value, pdoc_error **error)
{
    if (!make_room(map, false, error))
        return false;
    struct pdoc__map_slot *slot = slot_for(map, key, false);
    if (!slot->key)
        map->count++;
    *slot = (struct pdoc__map_slot){key, value};
    return true;
}

void *pdoc__map_find_address(const struct pdoc__map *map, const void *key)
{
    return map->capacity > 0 ? slot_for(map, key, false)->value : NULL;
}

void pdoc__map_free(struct pdoc__map *map)
{
    pdoc__free(map->slots);
    *map = (struct pdoc__map){0};
}
