/* SPDX-License-Identifier: MIT */
/*
 * Rows of a profile that are rules though they are no requirements: the cells of the sign-off matrix, the questions of
 * checklists, what the flow asks of amendments, numbers, extensions. Each table has a function that judges one of its
 * rows on the document at hand. The audit reports what comes of it, the explanation tells it, readiness asks for it.
 */
#ifndef PDOC_GOVERNANCE_JUDGED_ROWS_H
#define PDOC_GOVERNANCE_JUDGED_ROWS_H

#include "governance/judge.h"
#include "model/build.h"

/* What judging a row came to. Texts lie in the judge's scratch, or live as long as the library; NULL: nothing to say.
 */
struct pdoc__row_answer {
    pdoc_outcome outcome;
    uint8_t modality;  /* pdoc_modality; that of the row, unless the answer is worth less */
    const char *place; /* such as "history/e3"; NULL: the document */
    const char *expected;
    const char *found;
    const char *message; /* needed where the outcome is worth a finding: all but met and not applicable */
    const char *remedy;
    pdoc_date late_since;          /* first day on which it was late; not recorded: it is not, or has no day */
    struct pdoc__row_answer *next; /* what else is to be told of the row; NULL: nothing. See pdoc__row_tell */
};

/* Judges a row that is valid on the day (of past acts: any row), on the document and version at hand. `out` is "not
   applicable" at first. */
typedef void pdoc__judge_row(struct pdoc__judge *judge, size_t row, struct pdoc__row_answer *out);

struct pdoc__judged_table {
    pdoc_profile_table table;
    pdoc__judge_row *judge;
    const struct pdoc__texts *(*gates)(const pdoc_profile *profile, size_t row); /* purposes; NULL: behind no gate */
    bool of_past_act; /* the function itself sees whether the edition is that of the day on which it was acted */
};
extern const struct pdoc__judged_table pdoc__judged_tables[];
extern const size_t pdoc__judged_table_count;

/* A message or remedy of the profile, filled in with what the judge (another one may be turned to another day) finds.
 */
const char *pdoc__phrase_template(struct pdoc__judge *judge, struct pdoc__judge *asked, const char *template);

/* Judges a row of one of these tables; not applicable where its edition does not hold on the day. */
struct pdoc__row_answer pdoc__row_answer(struct pdoc__judge *judge, const struct pdoc__judged_table *table, size_t row);

/* Adds what was found to the answer of a row, so that no fault hides another. The most serious one is the answer (of
   two alike the first), and its outcome that of the row; the others follow in the order in which they were found. What
   is met adds nothing to a fault. */
void pdoc__row_tell(struct pdoc__judge *judge, struct pdoc__row_answer *out, const struct pdoc__row_answer *found);

/* What an event says of itself; NULL: nothing. */
static inline const char *pdoc__event_says(const pdoc_event *event, enum pdoc__event_attribute attribute)
{
    const struct pdoc__event_value *value = pdoc__event_value(event, attribute);
    return value ? value->text : NULL;
}

/* Is the word one of them, letter for letter? NULL is none. */
bool pdoc__texts_hold(const struct pdoc__texts *words, const char *word);

/* All parts one behind the other, in the judge's scratch; "" when memory runs out, and the judge knows. */
const char *pdoc__phrase(struct pdoc__judge *judge, const char *const *parts);
#define PDOC__PHRASE(judge, ...) pdoc__phrase((judge), (const char *const[]){__VA_ARGS__, NULL})
const char *pdoc__phrase_number(struct pdoc__judge *judge, int64_t number);
const char *pdoc__phrase_date(struct pdoc__judge *judge, pdoc_date date);
const char *pdoc__phrase_day(struct pdoc__judge *judge, int32_t day);
/* "history/e3". */
const char *pdoc__phrase_event(struct pdoc__judge *judge, const pdoc_event *event);
/* "Executive Team or Trust Board"; `last` is the word before the last of them. An operand that names nobody is told by
 * itself. */
const char *pdoc__phrase_parties(struct pdoc__judge *judge, const struct pdoc__parties *parties, const char *last);

/* Is the party that a name stands for one of these? An operand counts with every party that its value names. Unknown
   where a name resolves to nothing, and none is the same as written. */
pdoc_truth pdoc__is_one_of(struct pdoc__judge *judge, const char *name, const struct pdoc__parties *parties);
/* Where a cell of the sheet (or another operand) is to name somebody and names nobody, who that is cannot be told. */
bool pdoc__names_nobody(struct pdoc__judge *judge, const struct pdoc__who *who);
/* The same of one of them. */
pdoc_truth pdoc__is_who(struct pdoc__judge *judge, const char *name, const struct pdoc__who *who);

#endif
