/* SPDX-License-Identifier: MIT */
/* The tree of phrases: how it grows, word by word. How it is walked stands in phrases_find.c. */
#include "governance/classifying/phrase_tree.h"

#include "base/text.h"

#define FIRST_ROOM 64u

/* ---- words ---- */

static bool is_same_word(const struct pdoc__phrase_word *known, const unsigned char *word, size_t size)
{
    if (known->size != size)
        return false;
    for (size_t i = 0; i < size; i++)
        if (known->text[i] != pdoc__lower((char)word[i]))
            return false;
    return true;
}

static struct pdoc__phrase_word *find_word(const struct pdoc__phrases *phrases, const struct pdoc__words *at)
{
    const size_t size = (size_t)(at->at - at->word);
    const size_t mask = phrases->word_room - 1;
    for (size_t slot = at->shape & mask; phrases->words[slot].number != 0; slot = (slot + 1) & mask)
        if (phrases->words[slot].shape == at->shape && is_same_word(&phrases->words[slot], at->word, size))
            return &phrases->words[slot];
    return NULL;
}

const struct pdoc__phrase_word *pdoc__phrase_word_find(const struct pdoc__phrases *phrases,
                                                       const struct pdoc__words *at)
{
    return find_word(phrases, at);
}

static void note_shape(uint64_t *shapes, uint64_t shape)
{
    shapes[shape >> 58] |= UINT64_C(1) << (shape >> 52 & 63);
}

static void put_word(struct pdoc__phrase_word *words, size_t room, struct pdoc__phrase_word word)
{
    size_t slot = word.shape & (room - 1);
    while (words[slot].number != 0)
        slot = (slot + 1) & (room - 1);
    words[slot] = word;
}

/* Tables are at most half full. */
static bool widen_words(struct pdoc__phrases *phrases, pdoc_error **error)
{
    if (phrases->word_room > 2 * ((size_t)phrases->word_count + 1))
        return true;
    const size_t room = phrases->word_room ? phrases->word_room * 2 : FIRST_ROOM;
    struct pdoc__phrase_word *words = pdoc__alloc_zero(room, sizeof *words, error);
    if (!words)
        return false;
    for (size_t i = 0; i < phrases->word_room; i++)
        if (phrases->words[i].number != 0)
            put_word(words, room, phrases->words[i]);
    pdoc__free(phrases->words);
    phrases->words = words;
    phrases->word_room = room;
    return true;
}

/* The number of a word; 0 when memory runs out. */
static uint32_t take_word(struct pdoc__phrases *phrases, const struct pdoc__words *at, pdoc_error **error)
{
    if (!widen_words(phrases, error))
        return 0;
    const struct pdoc__phrase_word *known = find_word(phrases, at);
    if (known)
        return known->number;
    const size_t size = (size_t)(at->at - at->word);
    char *text = pdoc__arena_text(phrases->arena, (const char *)at->word, size, error);
    if (!text)
        return 0;
    for (size_t i = 0; i < size; i++)
        text[i] = pdoc__lower(text[i]);
    const struct pdoc__phrase_word word = {
        .text = text, .shape = at->shape, .size = size, .number = ++phrases->word_count};
    put_word(phrases->words, phrases->word_room, word);
    note_shape(phrases->shapes, at->shape);
    return word.number;
}

/* ---- nodes and edges ---- */

static size_t edge_slot(uint32_t from, uint32_t word, size_t room)
{
    const uint64_t key = ((uint64_t)from << 32 | word) * UINT64_C(0x9E3779B97F4A7C15);
    return (size_t)(key >> 32) & (room - 1);
}

uint32_t pdoc__phrase_step(const struct pdoc__phrases *phrases, uint32_t from, uint32_t word)
{
    if (word == PDOC__ANY_WORD)
        return phrases->nodes[from].any;
    const size_t mask = phrases->edge_room - 1;
    for (size_t slot = edge_slot(from, word, phrases->edge_room); phrases->edges[slot].to != 0;
         slot = (slot + 1) & mask)
        if (phrases->edges[slot].from == from && phrases->edges[slot].word == word)
            return phrases->edges[slot].to;
    return 0;
}

static void put_edge(struct pdoc__phrase_edge *edges, size_t room, struct pdoc__phrase_edge edge)
{
    size_t slot = edge_slot(edge.from, edge.word, room);
    while (edges[slot].to != 0)
        slot = (slot + 1) & (room - 1);
    edges[slot] = edge;
}

static bool widen_edges(struct pdoc__phrases *phrases, pdoc_error **error)
{
    if (phrases->edge_room > 2 * (phrases->edge_count + 1))
        return true;
    const size_t room = phrases->edge_room ? phrases->edge_room * 2 : FIRST_ROOM;
    struct pdoc__phrase_edge *edges = pdoc__alloc_zero(room, sizeof *edges, error);
    if (!edges)
        return false;
    for (size_t i = 0; i < phrases->edge_room; i++)
        if (phrases->edges[i].to != 0)
            put_edge(edges, room, phrases->edges[i]);
    pdoc__free(phrases->edges);
    phrases->edges = edges;
    phrases->edge_room = room;
    return true;
}

static bool add_node(struct pdoc__phrases *phrases, pdoc_error **error)
{
    if (!pdoc__grow(&phrases->nodes, &phrases->node_room, phrases->node_count, sizeof *phrases->nodes, error))
        return false;
    phrases->nodes[phrases->node_count++] = (struct pdoc__phrase_node){0};
    return true;
}

/* The node that a word leads to; 0 when memory runs out: the root is nobody's child. */
static uint32_t take_step(struct pdoc__phrases *phrases, uint32_t from, uint32_t word, pdoc_error **error)
{
    if (!widen_edges(phrases, error))
        return 0;
    const uint32_t known = pdoc__phrase_step(phrases, from, word);
    if (known != 0)
        return known;
    if (!add_node(phrases, error))
        return 0;
    const uint32_t to = (uint32_t)(phrases->node_count - 1);
    phrases->nodes[from].has_more = true;
    if (word == PDOC__ANY_WORD) {
        phrases->nodes[from].any = to;
        return to;
    }
    put_edge(phrases->edges, phrases->edge_room, (struct pdoc__phrase_edge){.from = from, .word = word, .to = to});
    phrases->edge_count++;
    return to;
}

/* ---- phrases ---- */

/* The parts of a phrase between its stars. Calls `each` for every word, and with NULL for a star. */
static bool walk(const char *phrase, bool (*each)(void *context, const struct pdoc__words *word), void *context)
{
    const char *part = phrase;
    for (;;) {
        const size_t size = strcspn(part, "*");
        struct pdoc__words words;
        pdoc__words_begin(&words, part, size);
        while (pdoc__words_next(&words))
            if (!each(context, &words))
                return false;
        part += size;
        if (*part == '\0')
            return true;
        part++;
        if (!each(context, NULL))
            return false;
    }
}

struct counted {
    size_t words;
    bool is_first_star;
    bool is_last_star;
};

static bool count_word(void *context, const struct pdoc__words *word)
{
    struct counted *counted = context;
    counted->is_first_star |= counted->words == 0 && !word;
    counted->is_last_star = !word;
    counted->words++;
    return counted->words <= PDOC__PHRASE_WORDS;
}

size_t pdoc__phrase_length(const char *phrase)
{
    struct counted counted = {0};
    const bool fits = walk(phrase, count_word, &counted);
    return fits && !counted.is_first_star && !counted.is_last_star ? counted.words : 0;
}

struct growing {
    struct pdoc__phrases *phrases;
    pdoc_error **error;
    uint32_t node;
};

static bool grow(void *context, const struct pdoc__words *word)
{
    struct growing *growing = context;
    const uint32_t number = word ? take_word(growing->phrases, word, growing->error) : PDOC__ANY_WORD;
    const bool is_first = growing->node == 0;
    growing->node = number != 0 ? take_step(growing->phrases, growing->node, number, growing->error) : 0;
    if (is_first && growing->node != 0) { /* no phrase begins with a star */
        find_word(growing->phrases, word)->first = growing->node;
        note_shape(growing->phrases->starts, word->shape);
    }
    return growing->node != 0;
}

static bool is_there(const struct pdoc__phrases *phrases, uint32_t node, uint32_t owner)
{
    uint32_t end = phrases->nodes[node].ends;
    while (end != 0 && phrases->ends[end - 1].owner != owner)
        end = phrases->ends[end - 1].next;
    return end != 0;
}

void pdoc__phrases_begin(struct pdoc__phrases *phrases, struct pdoc__arena *arena)
{
    *phrases = (struct pdoc__phrases){.arena = arena};
}

bool pdoc__phrases_add(struct pdoc__phrases *phrases, const char *phrase, uint32_t owner, pdoc_error **error)
{
    if (pdoc__phrase_length(phrase) == 0)
        return true;
    struct growing growing = {.phrases = phrases, .error = error};
    if ((phrases->node_count == 0 && !add_node(phrases, error)) || !walk(phrase, grow, &growing))
        return false;
    if (is_there(phrases, growing.node, owner))
        return true;
    if (!pdoc__grow(&phrases->ends, &phrases->end_room, phrases->end_count, sizeof *phrases->ends, error))
        return false;
    struct pdoc__phrase_node *node = &phrases->nodes[growing.node];
    phrases->ends[phrases->end_count++] = (struct pdoc__phrase_end){.owner = owner, .next = node->ends};
    node->ends = (uint32_t)phrases->end_count;
    return true;
}

void pdoc__phrases_free(struct pdoc__phrases *phrases)
{
    pdoc__free(phrases->words);
    pdoc__free(phrases->edges);
    pdoc__free(phrases->nodes);
    pdoc__free(phrases->ends);
}
