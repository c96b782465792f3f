/* SPDX-License-Identifier: MIT */
/* policydoc programme --place: the months of a programme as items of the forward plan. Decides nothing. */
#include "programme_place.h"

#include "changing.h"

#include <stdlib.h>
#include <string.h>

static const char review[] = "review";

/* Months by index of the document; not recorded: the programme has none for it. */
static pdoc_date *months_of(const pdoc_programme *programme, const pdoc_register *reg)
{
    pdoc_date *months = calloc(pdoc_register_document_count(reg) + 1, sizeof *months);
    for (size_t i = 0; months && i < pdoc_programme_count(programme); i++)
        months[pdoc_programme_document_index(programme, i)] = pdoc_programme_entry_month(programme, i);
    return months;
}

static size_t index_of(const pdoc_register *reg, const char **ids, const char *id)
{
    const pdoc_document *doc = pdoc_register_find_document(reg, id);
    size_t index = 0;
    while (doc && ids[index] && ids[index] != pdoc_document_id(doc))
        index++;
    return index;
}

#define STAYS 1 /* as the day of a month: the last item for the review has that month, and keeps its note */

/* Is it the month that the item has? */
static bool is_kept(const pdoc_forward_item *item, pdoc_date month)
{
    const pdoc_date deferred = pdoc_forward_item_deferred_to(item);
    const pdoc_date has = pdoc_date_is_recorded(deferred) ? deferred : pdoc_forward_item_meeting(item);
    return month.day != STAYS && has.year == month.year && has.month == month.month;
}

/* Takes off what the programme has another month for. */
static bool clear_others(pdoc_register *reg, pdoc_date *months, const char **ids, size_t *replaced)
{
    pdoc_error *error = NULL;
    for (size_t i = pdoc_register_forward_item_count(reg); i-- > 0;) {
        const pdoc_forward_item *item = pdoc_register_forward_item(reg, i);
        const char *purpose = pdoc_forward_item_purpose(item);
        if (!purpose || strcmp(purpose, review) != 0)
            continue;
        const size_t index = index_of(reg, ids, pdoc_forward_item_document(item));
        if (!pdoc_date_is_recorded(months[index]))
            continue;
        if (is_kept(item, months[index])) {
            months[index].day = STAYS;
            continue;
        }
        ++*replaced;
        if (pdoc_register_remove_forward_item(reg, i, &error) == PDOC_OK)
            continue;
        fail_asking(error);
        return false;
    }
    return true;
}

static enum outcome place(struct changing *changing, pdoc_date *months, const char **ids)
{
    pdoc_error *error = NULL;
    pdoc_register *reg = changing->reg;
    char line[400];
    size_t placed = 0;
    size_t replaced = 0;
    size_t stays = 0;
    if (!clear_others(reg, months, ids, &replaced))
        return OUTCOME_INTERNAL;
    for (size_t i = 0; ids[i]; i++) {
        if (!pdoc_date_is_recorded(months[i]))
            continue;
        if (months[i].day == STAYS) {
            stays++;
            continue;
        }
        if (!pdoc_register_add_forward_item(reg, ids[i], 0, NULL, months[i], review, NULL, &error))
            return fail_asking(error);
        placed++;
    }
    snprintf(line, sizeof line, "%zu %s placed on the forward plan of %.200s; %zu kept, %zu taken off", placed,
             placed == 1 ? "review is" : "reviews are", changing->path, stays, replaced);
    const enum outcome outcome = placed + replaced > 0 ? changing_finish_quietly(changing) : OUTCOME_WELL;
    if (outcome == OUTCOME_WELL)
        say("%s%s", line, changing->options->given & OPTION_DRY_RUN ? ": not written, --dry-run" : "");
    return outcome;
}

/* On a working copy, in which every document has the place and the id that it had. */
static enum outcome change(pdoc_register *reg, pdoc_date *months, const char **ids, const struct options *options)
{
    enum outcome outcome = OUTCOME_WELL;
    struct changing changing;
    if (!changing_begin_with(&changing, options, options->operands[0], reg, changing_day(options), &outcome))
        return outcome;
    for (size_t i = 0; ids[i]; i++)
        ids[i] = pdoc_document_id(pdoc_register_document(changing.reg, i));
    outcome = place(&changing, months, ids);
    changing_end(&changing);
    return outcome;
}

enum outcome programme_place(const pdoc_programme *programme, pdoc_register *reg, const struct options *options)
{
    const size_t count = pdoc_register_document_count(reg);
    pdoc_date *months = months_of(programme, reg);
    const char **ids = calloc(count + 1, sizeof *ids);
    enum outcome outcome = OUTCOME_INTERNAL;
    for (size_t i = 0; ids && i < count; i++)
        ids[i] = pdoc_document_id(pdoc_register_document(reg, i));
    if (months && ids)
        outcome = change(reg, months, ids, options);
    else
        say("memory ran out");
    free(months);
    free(ids);
    return outcome;
}
