/* SPDX-License-Identifier: MIT */
/* Hash maps with open addressing. Knows nothing of what the keys name. */
#include "base/map.h"

#include <string.h>

#include "base/text.h"

enum { FIRST_SLOTS = 16 };

struct pdoc__map_slot {
    const void *key; /* NULL: free */
    void *value;
    uint64_t hash;
};

static struct pdoc__map_slot *text_slot(const struct pdoc__map *map, const char *key, uint64_t hash)
{
    const size_t mask = map->capacity - 1;
    for (size_t i = (size_t)hash & mask;; i = (i + 1) & mask) {
        struct pdoc__map_slot *slot = &map->slots[i];
        if (!slot->key || (slot->hash == hash && strcmp(slot->key, key) == 0))
            return slot;
    }
}

static struct pdoc__map_slot *address_slot(const struct pdoc__map *map, const void *key, uint64_t hash)
{
    const size_t mask = map->capacity - 1;
    for (size_t i = (size_t)hash & mask;; i = (i + 1) & mask) {
        struct pdoc__map_slot *slot = &map->slots[i];
        if (!slot->key || slot->key == key)
            return slot;
    }
}

static bool grow_to(struct pdoc__map *map, size_t capacity, pdoc_error **error)
{
    struct pdoc__map larger = {.capacity = capacity, .count = map->count};
    larger.slots = pdoc__alloc_zero(larger.capacity, sizeof *larger.slots, error);
    if (!larger.slots)
        return false;
    for (size_t i = 0; i < map->capacity; i++) {
        if (!map->slots[i].key)
            continue;
        size_t at = (size_t)map->slots[i].hash & (larger.capacity - 1);
        while (larger.slots[at].key)
            at = (at + 1) & (larger.capacity - 1);
        larger.slots[at] = map->slots[i];
    }
    pdoc__free(map->slots);
    *map = larger;
    return true;
}

static bool make_room(struct pdoc__map *map, pdoc_error **error)
{
    if (map->count < map->capacity / 4 * 3)
        return true;
    return grow_to(map, map->capacity ? map->capacity * 2 : FIRST_SLOTS, error);
}

bool pdoc__map_reserve(struct pdoc__map *map, size_t more, pdoc_error **error)
{
    size_t capacity = map->capacity ? map->capacity : FIRST_SLOTS;
    while (capacity / 4 * 3 < map->count + more)
        capacity *= 2;
    return capacity == map->capacity || grow_to(map, capacity, error);
}

bool pdoc__map_add(struct pdoc__map *map, const char *key, void *value, bool *added, pdoc_error **error)
{
    if (!make_room(map, error))
        return false;
    const uint64_t hash = pdoc__text_hash(key, strlen(key));
    struct pdoc__map_slot *slot = text_slot(map, key, hash);
    const bool is_new = !slot->key;
    if (is_new) {
        *slot = (struct pdoc__map_slot){.key = key, .value = value, .hash = hash};
        map->count++;
    }
    if (added)
        *added = is_new;
    return true;
}

void *pdoc__map_find(const struct pdoc__map *map, const char *key)
{
    return map->capacity ? text_slot(map, key, pdoc__text_hash(key, strlen(key)))->value : NULL;
}

uint64_t pdoc__map_hash(const char *key)
{
    return pdoc__text_hash(key, strlen(key));
}

void pdoc__map_fetch_place(const struct pdoc__map *map, uint64_t hash)
{
    if (map->capacity)
        PDOC__FETCH(&map->slots[(size_t)hash & (map->capacity - 1)]);
}

void pdoc__map_fetch_key(const struct pdoc__map *map, uint64_t hash)
{
    if (map->capacity)
        PDOC__FETCH(map->slots[(size_t)hash & (map->capacity - 1)].key);
}

bool pdoc__map_set_address(struct pdoc__map *map, const void *key, void *value, pdoc_error **error)
{
    if (!make_room(map, error))
        return false;
    const uint64_t hash = pdoc__address_hash(key);
    struct pdoc__map_slot *slot = address_slot(map, key, hash);
    if (!slot->key)
        map->count++;
    *slot = (struct pdoc__map_slot){.key = key, .value = value, .hash = hash};
    return true;
}

void *pdoc__map_find_address(const struct pdoc__map *map, const void *key)
{
    return map->capacity && key ? address_slot(map, key, pdoc__address_hash(key))->value : NULL;
}

void pdoc__map_free(struct pdoc__map *map)
{
    pdoc__free(map->slots);
    *map = (struct pdoc__map){.slots = NULL};
}
