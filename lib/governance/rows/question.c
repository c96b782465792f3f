/* SPDX-License-Identifier: MIT */
/* Questions that only a person can answer: what was answered, by whom. An answer is recorded, never inferred. */
#include <string.h>

#include "governance/rows/rows.h"

#define NOT_APPLICABLE "not-applicable"

/* The last answer that counts, of the version at hand or the document as a whole; NULL: none. */
static const pdoc_event *last_answer(const struct pdoc__judge *judge, const char *item)
{
    for (size_t i = judge->past.count; i > 0; i--) {
        const pdoc_event *event = judge->past.events[i - 1];
        const char *of = event->kind == PDOC__EVENT_ANSWERED ? pdoc__event_says(event, PDOC__ATTRIBUTE_ITEM) : NULL;
        if (of && strcmp(of, item) == 0 && pdoc__event_concerns(event, judge->version))
            return event;
    }
    return NULL;
}

static const char *list_words(struct pdoc__judge *judge, const struct pdoc__texts *words)
{
    const char *list = words->count > 0 ? words->items[0] : "an answer";
    for (size_t i = 1; i < words->count; i++)
        list = PDOC__PHRASE(judge, list, i + 1 < words->count ? ", " : " or ", words->items[i]);
    return list;
}

static const char *item_of(const struct pdoc__question *question)
{
    return question->item ? question->item : question->rule.id;
}

static const char *name_of(const struct pdoc__rule *rule)
{
    return rule->label ? rule->label : rule->id;
}

static void say_unanswered(struct pdoc__judge *judge, const struct pdoc__question *question,
                           struct pdoc__row_answer *out)
{
    out->outcome = PDOC_OUTCOME_UNDETERMINED;
    out->place = "history";
    out->found = "nothing recorded";
    out->message = PDOC__PHRASE(judge, "nobody has answered: ", name_of(&question->rule));
    out->remedy = PDOC__PHRASE(judge, "Record the answer (event \"answered\", item \"", item_of(question), "\").");
}

/* Answered by one whose answer does not count; what was answered is asked all the same. */
static void tell_wrong_person(struct pdoc__judge *judge, const struct pdoc__question *question, const pdoc_event *event,
                              struct pdoc__row_answer *out)
{
    const pdoc_truth by = question->by.names.count > 0 ? pdoc__is_one_of(judge, event->by, &question->by) : PDOC_TRUE;
    const char *found = event->by ? event->by : "nobody named";
    const char *whose = pdoc__phrase_parties(judge, &question->by, " or ");
    if (by != PDOC_TRUE)
        pdoc__row_tell(
            judge, out,
            &(struct pdoc__row_answer){.outcome = by == PDOC_FALSE ? PDOC_OUTCOME_NOT_MET : PDOC_OUTCOME_UNDETERMINED,
                                       .modality = out->modality,
                                       .place = pdoc__phrase_event(judge, event),
                                       .expected = PDOC__PHRASE(judge, "an answer by ", whose),
                                       .found = found,
                                       .message = PDOC__PHRASE(judge, "answered by ", found, ", and it is for ", whose,
                                                               " to answer: ", name_of(&question->rule)),
                                       .remedy = question->remedy});
}

/* What the answer comes to; set aside, it is no answer. */
static pdoc_outcome outcome_of(const struct pdoc__question *question, const char *answer)
{
    if (question->expected.count == 0 || pdoc__texts_hold(&question->expected, answer))
        return PDOC_OUTCOME_MET;
    return strcmp(answer, NOT_APPLICABLE) == 0 ? PDOC_OUTCOME_NOT_APPLICABLE : PDOC_OUTCOME_NOT_MET;
}

void pdoc__judge_question(struct pdoc__judge *judge, size_t row, struct pdoc__row_answer *out)
{
    const struct pdoc__question *question = &judge->profile->questions[row];
    const pdoc_truth applies = pdoc__predicate(judge, question->when, NULL, NULL);
    if (applies == PDOC_FALSE)
        return;
    struct pdoc__row_answer said = *out;
    said.expected = list_words(judge, question->expected.count > 0 ? &question->expected : &question->answers);
    const pdoc_event *event = last_answer(judge, item_of(question));
    const char *answer = event ? pdoc__event_says(event, PDOC__ATTRIBUTE_ANSWER) : NULL;
    if (!answer) {
        say_unanswered(judge, question, &said);
        *out = said;
        return;
    }
    said.place = pdoc__phrase_event(judge, event);
    said.found = answer;
    said.remedy = question->remedy;
    if (applies == PDOC_UNKNOWN) {
        said.outcome = PDOC_OUTCOME_UNDETERMINED;
        said.message = PDOC__PHRASE(judge, "whether it must be answered cannot be told: ", name_of(&question->rule));
    } else {
        tell_wrong_person(judge, question, event, out);
        said.outcome = outcome_of(question, answer);
        said.message = PDOC__PHRASE(judge, "answered \"", answer, "\", where \"", said.expected,
                                    "\" is needed: ", name_of(&question->rule));
    }
    pdoc__row_tell(judge, out, &said);
}
