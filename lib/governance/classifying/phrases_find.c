/* SPDX-License-Identifier: MIT */
/* One pass over the words of a text: every beginning of a phrase is walked on with each word, and of matches inside
   each other the longest is kept. */
#include "governance/classifying/phrase_tree.h"

/* A beginning that was found so far. */
struct walker {
    uint32_t node;
    uint32_t from;
    uint32_t line;
    uint64_t word;
};

struct finding {
    const struct pdoc__phrases *phrases;
    const struct pdoc__finder *finder;
    struct pdoc__words words;
    uint64_t word;          /* number of the word at hand */
    struct walker *walkers; /* by their first words; a node has at most one, since its depth says where that began */
    struct walker *next;
    size_t walker_count;
    struct pdoc__match *kept; /* that no longer one holds so far, by their ends, and so by their beginnings */
    size_t kept_first;
    size_t kept_count;
    size_t kept_room;
    bool failed;
    pdoc_error **error;
};

static void hand_over(struct finding *finding, const struct pdoc__match *match)
{
    finding->finder->found(finding->finder->context, match);
}

/* What began so long ago that no phrase can hold it any more is settled; so is all, where no beginning is open. */
static void settle(struct finding *finding, bool all)
{
    while (finding->kept_first < finding->kept_count) {
        const struct pdoc__match *oldest = &finding->kept[finding->kept_first];
        if (!all && oldest->word + PDOC__PHRASE_WORDS > finding->word)
            break;
        hand_over(finding, oldest);
        finding->kept_first++;
    }
    if (finding->kept_first < finding->kept_count)
        return;
    finding->kept_first = 0;
    finding->kept_count = 0;
}

static bool is_inside(const struct pdoc__match *inner, const struct pdoc__match *outer)
{
    const bool is_same = inner->word == outer->word && inner->to == outer->to;
    return !is_same && inner->word >= outer->word && inner->to <= outer->to;
}

/* What waits is moved down before more room is asked for: only the phrases of the last few words wait. */
static bool make_room(struct finding *finding)
{
    settle(finding, false);
    if (finding->kept_first > 0) {
        memmove(finding->kept, finding->kept + finding->kept_first,
                (finding->kept_count - finding->kept_first) * sizeof *finding->kept);
        finding->kept_count -= finding->kept_first;
        finding->kept_first = 0;
    }
    return pdoc__grow(&finding->kept, &finding->kept_room, finding->kept_count, sizeof *finding->kept, finding->error);
}

static void keep(struct finding *finding, const struct pdoc__match *match)
{
    if (finding->kept_count > finding->kept_first && is_inside(match, &finding->kept[finding->kept_count - 1]))
        return;
    while (finding->kept_count > finding->kept_first && is_inside(&finding->kept[finding->kept_count - 1], match))
        finding->kept_count--;
    if (!make_room(finding)) {
        finding->failed = true;
        return;
    }
    finding->kept[finding->kept_count++] = *match;
}

static void arrive(struct finding *finding, const struct walker *walker)
{
    const struct pdoc__phrase_node *node = &finding->phrases->nodes[walker->node];
    if (node->ends != 0) {
        const struct pdoc__match match = {.first = node->ends,
                                          .from = walker->from,
                                          .to = (uint32_t)(finding->words.at - finding->words.start),
                                          .line = walker->line,
                                          .word = walker->word};
        if (finding->finder->counts(finding->finder->context, &match))
            keep(finding, &match);
    }
    if (node->has_more)
        finding->next[finding->walker_count++] = *walker;
}

static void go_on(struct finding *finding, struct walker walker, uint32_t to)
{
    if (to == 0)
        return;
    walker.node = to;
    arrive(finding, &walker);
}

/* NULL: a word that no phrase has. */
static void take_word(struct finding *finding, const struct pdoc__phrase_word *word)
{
    const struct pdoc__phrases *phrases = finding->phrases;
    struct walker *const walkers = finding->walkers;
    const size_t count = finding->words.is_start ? 0 : finding->walker_count;
    finding->walker_count = 0;
    for (size_t i = 0; i < count; i++) {
        if (word)
            go_on(finding, walkers[i], pdoc__phrase_step(phrases, walkers[i].node, word->number));
        go_on(finding, walkers[i], phrases->nodes[walkers[i].node].any);
    }
    const struct walker begun = {.from = (uint32_t)(finding->words.word - finding->words.start),
                                 .line = finding->words.line,
                                 .word = finding->word};
    if (word)
        go_on(finding, begun, word->first);
    finding->walkers = finding->next;
    finding->next = walkers;
    if (finding->walker_count == 0)
        settle(finding, true);
}

/* Most words are passed over by their shapes: none that a phrase begins with, while no beginning is open. */
static void find(struct finding *finding)
{
    const struct pdoc__phrases *phrases = finding->phrases;
    while (!finding->failed && pdoc__words_next(&finding->words)) {
        finding->word++;
        const uint64_t *shapes = finding->walker_count == 0 ? phrases->starts : phrases->shapes;
        const bool may_be_known = pdoc__has_shape(shapes, finding->words.shape);
        if (may_be_known || finding->walker_count > 0)
            take_word(finding, may_be_known ? pdoc__phrase_word_find(phrases, &finding->words) : NULL);
    }
    settle(finding, true);
}

bool pdoc__phrases_find(const struct pdoc__phrases *phrases, const char *text, size_t size,
                        const struct pdoc__finder *finder, pdoc_error **error)
{
    if (phrases->node_count < 2 || size == 0)
        return true;
    struct finding finding = {.phrases = phrases, .finder = finder, .error = error};
    struct walker *const room = pdoc__alloc_zero(2 * phrases->node_count, sizeof *room, error);
    if (!room)
        return false;
    finding.walkers = room;
    finding.next = room + phrases->node_count;
    pdoc__words_begin(&finding.words, text, size);
    find(&finding);
    pdoc__free(room);
    pdoc__free(finding.kept);
    return !finding.failed;
}

/* ---- is there any? ---- */

/* A beginning, and the words that follow it. */
struct beginning {
    const struct pdoc__phrase_node *node;
    struct pdoc__words words;
};

static bool has_wanted_end(const struct pdoc__phrases *phrases, const struct pdoc__phrase_node *node,
                           bool (*is_wanted)(const void *context, uint32_t owner), const void *context)
{
    for (uint32_t end = node->ends; end != 0; end = phrases->ends[end - 1].next)
        if (is_wanted(context, phrases->ends[end - 1].owner))
            return true;
    return false;
}

/* Takes the next word of a beginning; up to two longer ones come of it. */
static size_t lengthen(const struct pdoc__phrases *phrases, struct beginning begun, struct beginning *out)
{
    size_t count = 0;
    if (!begun.node->has_more || !pdoc__words_next(&begun.words) || begun.words.is_start)
        return 0;
    const uint32_t from = (uint32_t)(begun.node - phrases->nodes);
    const struct pdoc__phrase_word *word =
        pdoc__has_shape(phrases->shapes, begun.words.shape) ? pdoc__phrase_word_find(phrases, &begun.words) : NULL;
    const uint32_t to[] = {word ? pdoc__phrase_step(phrases, from, word->number) : 0, begun.node->any};
    for (size_t i = 0; i < 2; i++)
        if (to[i] != 0)
            out[count++] = (struct beginning){.node = &phrases->nodes[to[i]], .words = begun.words};
    return count;
}

bool pdoc__phrases_any(const struct pdoc__phrases *phrases, const char *text, size_t size,
                       bool (*is_wanted)(const void *context, uint32_t owner), const void *context)
{
    struct beginning open[PDOC__PHRASE_WORDS + 2]; /* each word of the longest leaves one behind at most */
    struct pdoc__words words;
    if (phrases->node_count < 2)
        return false;
    pdoc__words_begin(&words, text, size);
    while (pdoc__words_next(&words)) {
        if (!pdoc__has_shape(phrases->starts, words.shape))
            continue;
        const struct pdoc__phrase_word *word = pdoc__phrase_word_find(phrases, &words);
        size_t count = word && word->first != 0;
        if (count > 0)
            open[0] = (struct beginning){.node = &phrases->nodes[word->first], .words = words};
        while (count > 0) {
            const struct beginning begun = open[--count];
            if (has_wanted_end(phrases, begun.node, is_wanted, context))
                return true;
            count += lengthen(phrases, begun, open + count);
        }
    }
    return false;
}
