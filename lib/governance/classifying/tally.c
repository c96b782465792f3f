/* SPDX-License-Identifier: MIT */
/* What a title, a text and answers say by the cues: how often each was found, and where first. */
#include "governance/classifying/classifier.h"

#include <string.h>

#include "base/error.h"
#include "governance/classifying/denial.h"
#include "governance/classifying/heading.h"
#include "governance/classifying/words.h"

struct looking {
    const struct pdoc_classifier *classifier;
    struct pdoc__tally *tallies;
    const char *text; /* that is looked through: the title, or the text */
    unsigned place;
    uint32_t title_end;            /* where the words of the title end that say what it is */
    struct pdoc__heading *heading; /* of the title */
    struct pdoc__denial denial;    /* the last one */
};

static bool counts_here(const struct looking *looking, const struct pdoc__used_cue *cue,
                        const struct pdoc__match *match)
{
    switch (cue->where) {
    case PDOC__CUE_TITLE:
        return looking->place == PDOC__IN_TITLE;
    case PDOC__CUE_TITLE_END:
        return looking->place == PDOC__IN_TITLE && match->to == looking->title_end;
    case PDOC__CUE_TEXT:
        return looking->place == PDOC__IN_TEXT;
    default:
        return true;
    }
}

static bool counts(void *context, const struct pdoc__match *match)
{
    const struct looking *looking = context;
    const struct pdoc__phrase_end *ends = looking->classifier->phrases.ends;
    for (uint32_t end = match->first; end != 0; end = ends[end - 1].next)
        if (counts_here(looking, &looking->classifier->cues[ends[end - 1].owner], match))
            return true;
    return false;
}

static void count(const struct looking *looking, uint32_t owner, const struct pdoc__tally *first)
{
    struct pdoc__tally *tally = &looking->tallies[owner * PDOC__CUE_PLACES + looking->place];
    const uint32_t times = tally->times;
    if (times == 0)
        *tally = *first;
    tally->times = times + 1;
}

/* Some phrase of these words, of those that count here, for which `is_so` holds: its owner plus 1; 0: none. */
static uint32_t owner_where(const struct looking *looking, const struct pdoc__match *match,
                            bool (*is_so)(const struct pdoc__used_cue *cue))
{
    const struct pdoc__phrase_end *ends = looking->classifier->phrases.ends;
    for (uint32_t end = match->first; end != 0; end = ends[end - 1].next) {
        const struct pdoc__used_cue *cue = &looking->classifier->cues[ends[end - 1].owner];
        if (counts_here(looking, cue, match) && is_so(cue))
            return ends[end - 1].owner + 1;
    }
    return 0;
}

static bool speaks_for_type(const struct pdoc__used_cue *cue)
{
    return cue->type_count > 0 && cue->weight > 0;
}

static bool is_denial(const struct pdoc__used_cue *cue)
{
    return cue->where == PDOC__CUE_DENIAL;
}

/* Is what speaks for a type denied, or only what a title is about? Then the words before it are noted with it. */
static bool is_no_evidence(struct looking *looking, const struct pdoc__match *match)
{
    if (!owner_where(looking, match, speaks_for_type))
        return false;
    const struct pdoc__match *denial = &looking->denial.match;
    if (pdoc__denial_reaches(&looking->denial, looking->text, match)) {
        count(looking, looking->denial.owner,
              &(struct pdoc__tally){.from = denial->from, .to = match->to, .line = denial->line});
        return true;
    }
    const struct pdoc__about *about =
        looking->place == PDOC__IN_TITLE ? pdoc__heading_take(looking->heading, match) : NULL;
    if (about)
        count(looking, about->owner, &(struct pdoc__tally){.from = about->from, .to = match->to, .line = about->line});
    return about != NULL;
}

static void found(void *context, const struct pdoc__match *match)
{
    struct looking *looking = context;
    const struct pdoc__phrase_end *ends = looking->classifier->phrases.ends;
    const uint32_t denial = owner_where(looking, match, is_denial);
    if (denial) {
        looking->denial = (struct pdoc__denial){.match = *match, .owner = denial - 1, .is_open = true};
        return;
    }
    if (is_no_evidence(looking, match))
        return;
    for (uint32_t end = match->first; end != 0; end = ends[end - 1].next)
        if (counts_here(looking, &looking->classifier->cues[ends[end - 1].owner], match))
            count(looking, ends[end - 1].owner,
                  &(struct pdoc__tally){.from = match->from, .to = match->to, .line = match->line});
}

/* ---- titles ---- */

static bool has_digit(const char *text, size_t from, size_t to)
{
    for (; from < to; from++)
        if (text[from] >= '0' && text[from] <= '9')
            return true;
    return false;
}

/* Where the last bracket opens, if the text up to `size` ends with a closing one; else `size`. */
static size_t before_brackets(const char *text, size_t size)
{
    if (text[size - 1] != ')')
        return size;
    size_t open = size - 1;
    while (open > 0 && text[open] != '(')
        open--;
    return text[open] == '(' ? open : size;
}

static size_t last_word(const char *text, size_t size)
{
    size_t from = size;
    while (from > 0 && pdoc__byte_kinds[(unsigned char)text[from - 1]] == PDOC__LETTER)
        from--;
    return from;
}

/* "Neglect Strategy 2018-2022" and "Practice Standards (V3, November 2018)" end with what they are: brackets, numbers
   and signs behind that are passed over. */
static uint32_t end_of_title(const char *title, size_t size)
{
    while (size > 0) {
        const size_t bare = before_brackets(title, size);
        const size_t from = last_word(title, bare);
        if (from < bare && !has_digit(title, from, bare))
            break;
        size = from < bare ? from : bare < size ? bare : size - 1;
    }
    return (uint32_t)size;
}

/* ---- answers ---- */

static const char between[] = " ,\t\n";

static bool is_word(const char *text, size_t size, const char *word)
{
    return strlen(word) == size && memcmp(text, word, size) == 0;
}

static bool take_answer(const struct looking *looking, const char *answer, size_t size, pdoc_error **error)
{
    const struct pdoc_classifier *classifier = looking->classifier;
    const char *sign = memchr(answer, '=', size);
    const size_t name = sign ? (size_t)(sign - answer) : size;
    const size_t value = sign ? size - name - 1 : 0;
    const bool is_yes = sign && is_word(sign + 1, value, "yes");
    if (!is_yes && !(sign && is_word(sign + 1, value, "no")))
        return (pdoc__fail(error, PDOC_ERR_ARGUMENT,
                           "the answer '%.*s' is not understood; expected the id of a question, "
                           "and =yes or =no behind it",
                           size < 60 ? (int)size : 60, answer),
                false);
    for (size_t i = 0; i < classifier->question_count; i++) {
        const size_t cue = classifier->questions[i];
        if (!is_word(answer, name, classifier->cues[cue].rule->id))
            continue;
        looking->tallies[cue * PDOC__CUE_PLACES + PDOC__IN_ANSWERS] =
            (struct pdoc__tally){.times = 1, .is_no = !is_yes, .line = 1};
        return true;
    }
    const bool asks = classifier->question_count > 0;
    pdoc__fail(error, PDOC_ERR_ARGUMENT, "the profile '%s' asks no question '%.*s'; %s%s", classifier->profile->id,
               name < 60 ? (int)name : 60, answer, asks ? "the first that it asks is " : "it asks none",
               asks ? classifier->cues[classifier->questions[0]].rule->id : "");
    return false;
}

static bool take_answers(const struct looking *looking, const char *answers, pdoc_error **error)
{
    while (answers && *(answers += strspn(answers, between)) != '\0') {
        const size_t size = strcspn(answers, between);
        if (!take_answer(looking, answers, size, error))
            return false;
        answers += size;
    }
    return true;
}

/* ---- all of it ---- */

static bool look_through(struct looking *looking, unsigned place, const char *text, size_t size, pdoc_error **error)
{
    const struct pdoc__finder finder = {.counts = counts, .found = found, .context = looking};
    looking->place = place;
    looking->text = text;
    looking->denial.is_open = false;
    return pdoc__phrases_find(&looking->classifier->phrases, text, size, &finder, error);
}

static bool look_through_title(struct looking *looking, const char *title, size_t size, pdoc_error **error)
{
    struct pdoc__heading heading;
    looking->title_end = end_of_title(title, size);
    looking->heading = &heading;
    const bool is_well = pdoc__heading_begin(&heading, &looking->classifier->about, title, size, error) &&
                         look_through(looking, PDOC__IN_TITLE, title, size, error);
    pdoc__heading_end(&heading);
    looking->heading = NULL;
    return is_well;
}

int32_t pdoc__tally_points(const struct pdoc__used_cue *cue, const struct pdoc__tally *tally)
{
    const int32_t weight = cue->weight;
    if (tally->is_no)
        return -weight / 2;
    if (tally->times < 2)
        return tally->times > 0 ? weight : 0;
    return tally->times < 4 ? weight + weight / 2 : 2 * weight;
}

bool pdoc__tally(const struct pdoc_classifier *classifier, const struct pdoc__matter *matter,
                 struct pdoc__tally *tallies, pdoc_error **error)
{
    struct looking looking = {.classifier = classifier, .tallies = tallies};
    const size_t title_size = matter->title ? strlen(matter->title) : 0;
    if (title_size > PDOC_CLASSIFY_LIMIT || matter->text_size > PDOC_CLASSIFY_LIMIT - title_size)
        return (pdoc__fail(error, PDOC_ERR_LIMIT, "there are %zu bytes to classify; %u are read at most",
                           title_size + matter->text_size, PDOC_CLASSIFY_LIMIT),
                false);
    return take_answers(&looking, matter->answers, error) &&
           look_through_title(&looking, matter->title, title_size, error) &&
           look_through(&looking, PDOC__IN_TEXT, matter->text, matter->text ? matter->text_size : 0, error);
}
