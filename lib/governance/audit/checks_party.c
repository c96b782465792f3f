/* SPDX-License-Identifier: MIT */
/* Posts and bodies that a sheet names and that nobody fills any more: vacant posts, bodies that have ended. */
#include "governance/audit/audit.h"

/* Who answers for a document. */
static const int16_t fields[] = {PDOC__FIELD_OWNER, PDOC__FIELD_AUTHOR, PDOC__FIELD_MANAGER, PDOC__FIELD_SPONSOR};

static bool is_past(pdoc_date last, int32_t day)
{
    return pdoc_date_is_recorded(last) && pdoc__interval_of(last).last < day;
}

/* Registers in which nobody ever left need no look at any sheet. */
static bool anybody_left(struct pdoc__audit *audit)
{
    const pdoc_register *reg = audit->judge.reg;
    for (size_t i = 0; audit->has_ended < 0 && i < reg->party_count; i++) {
        const pdoc_party *party = reg->parties[i];
        bool left = pdoc_date_is_recorded(party->ended);
        for (size_t j = 0; j < party->holder_count; j++)
            left |= pdoc_date_is_recorded(party->holders[j].to);
        audit->has_ended = left ? 1 : audit->has_ended;
    }
    audit->has_ended = audit->has_ended > 0;
    return audit->has_ended > 0;
}

/* Whether somebody holds the post on the day; `*since` is the last day of the one who left last. */
static bool is_held(const pdoc_party *post, int32_t day, pdoc_date *since)
{
    *since = (pdoc_date){0, 0, 0};
    for (size_t i = 0; i < post->holder_count; i++) {
        const struct pdoc__holder *holder = &post->holders[i];
        const bool is_over = is_past(holder->to, day);
        const bool has_begun = !pdoc_date_is_recorded(holder->from) || pdoc__interval_of(holder->from).first <= day;
        if (!is_over && has_begun)
            return true;
        if (is_over && (!pdoc_date_is_recorded(*since) || pdoc_date_compare(holder->to, *since) > 0))
            *since = holder->to;
    }
    return !pdoc_date_is_recorded(*since); /* nobody has left: a holder is to come, or none was ever recorded */
}

static void say_ended(struct pdoc__audit *audit, const struct pdoc__row *row, const pdoc_party *party)
{
    const pdoc_party *successor = party->successor ? pdoc_register_find_party(party->reg, party->successor) : NULL;
    const char *name = successor ? pdoc_party_name(successor) : party->successor;
    pdoc__find(audit, &(struct pdoc__evidence){
                          .check = party->successor ? PDOC__CHECK_PARTY_SUCCEEDED : PDOC__CHECK_PARTY_WITHOUT_SUCCESSOR,
                          .outcome = PDOC_OUTCOME_NOT_MET,
                          .place = pdoc__cell_place(audit, row),
                          .expected = name ? name : "a body or post that goes on",
                          .found = pdoc_party_name(party),
                          .arguments = {{"cell", pdoc__cell_name(row)}, {"day", pdoc__say_date(audit, party->ended)}}});
}

static void say_vacant(struct pdoc__audit *audit, const struct pdoc__row *row, const pdoc_party *post, pdoc_date since)
{
    const char *words = PDOC__SAY(audit, " since ", pdoc__say_date(audit, since));
    pdoc__find(audit, &(struct pdoc__evidence){.check = PDOC__CHECK_PARTY_VACANT,
                                               .outcome = PDOC_OUTCOME_NOT_MET,
                                               .place = pdoc__cell_place(audit, row),
                                               .expected = "a post that somebody holds",
                                               .found = pdoc_party_name(post),
                                               .arguments = {{"cell", pdoc__cell_name(row)}, {"since", words}}});
}

static void check_name(struct pdoc__audit *audit, const struct pdoc__row *row, const char *name)
{
    const pdoc_party *party = name ? pdoc_register_find_party(audit->judge.reg, name) : NULL;
    pdoc_date since;
    if (!party)
        return;
    if (is_past(party->ended, audit->judge.day)) {
        say_ended(audit, row, party);
        return;
    }
    pdoc__check_met(audit, PDOC__CHECK_PARTY_WITHOUT_SUCCESSOR);
    pdoc__check_met(audit, PDOC__CHECK_PARTY_SUCCEEDED);
    if (!is_held(party, audit->judge.day, &since))
        say_vacant(audit, row, party, since);
    else if (party->holder_count > 0)
        pdoc__check_met(audit, PDOC__CHECK_PARTY_VACANT);
}

void pdoc__check_posts(struct pdoc__audit *audit)
{
    const struct pdoc_version *version = audit->judge.version;
    if (!version || !anybody_left(audit))
        return;
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        const uint16_t cell = audit->judge.cells[fields[i]];
        if (cell == 0 || !pdoc__cell_is_given(audit, &version->rows[cell - 1]))
            continue;
        struct pdoc__value value;
        pdoc__cell_value(&audit->judge, cell - 1u, PDOC__PARTY, &value);
        for (size_t j = 0; j < value.count; j++)
            check_name(audit, &version->rows[cell - 1], value.count > 1 ? value.items[j] : value.text);
    }
}
