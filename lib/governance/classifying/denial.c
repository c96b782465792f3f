/* SPDX-License-Identifier: MIT */
/* How far a denial reaches. Knows no cues. */
#include "governance/classifying/denial.h"

#include "governance/classifying/words.h"

#define MOST_BETWEEN 2u /* words between a denial and what it denies */

bool pdoc__denial_reaches(struct pdoc__denial *denial, const char *text, const struct pdoc__match *match)
{
    struct pdoc__words words;
    unsigned between = 0;
    if (!denial->is_open || match->from < denial->match.to)
        return false;
    /* To the first byte of the match, so that the end of a sentence before it is seen, too. */
    pdoc__words_begin(&words, text + denial->match.from, (size_t)(match->from - denial->match.from) + 1);
    bool is_first = true;
    while (denial->is_open && pdoc__words_next(&words)) {
        const uint32_t at = denial->match.from + (uint32_t)(words.word - words.start);
        if (at == match->from)
            between = 0;
        else if (at >= denial->match.to)
            between++;
        denial->is_open = between <= MOST_BETWEEN && (is_first || !words.is_start);
        is_first = false;
    }
    return denial->is_open;
}
