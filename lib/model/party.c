/* SPDX-License-Identifier: MIT */
/* Parties: organisations, bodies and posts. Knows nothing of rules. */
#include "policydoc/party.h"

#include "base/error.h"
#include "base/text.h"
#include "model/build.h"
#include "time/interval.h"

pdoc_party *pdoc_register_add_party(pdoc_register *reg, const char *code, const char *kind, const char *name,
                                    pdoc_error **error)
{
    if (!reg || !code || !code[0] || !name) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "a party needs a register, a code and a name");
        return NULL;
    }
    if (!pdoc__is_text(code, "code", error) || !pdoc__is_text(kind, "kind", error) ||
        !pdoc__is_text(name, "name", error))
        return NULL;
    if (pdoc__map_find(&reg->party_codes, code)) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "there is a party with the code \"%s\" already", code);
        return NULL;
    }
    pdoc_party *party = pdoc__arena_zero(&reg->arena, sizeof *party, error);
    const char **names = pdoc__arena_alloc(&reg->arena, sizeof *names, error);
    if (!party || !names || !pdoc__intern(reg, code, &party->code, error) ||
        !pdoc__intern(reg, kind, &party->kind, error) || !pdoc__intern(reg, name, &names[0], error))
        return NULL;
    party->reg = reg;
    party->names[PDOC_NAME_NAME] = names;
    party->name_count[PDOC_NAME_NAME] = 1;
    return pdoc__register_take_party(reg, party, error) ? party : NULL;
}

pdoc_party *pdoc_party_ref(pdoc_party *party)
{
    if (party)
        (void)pdoc_register_ref(party->reg);
    return party;
}

void pdoc_party_unref(pdoc_party *party)
{
    if (party)
        pdoc_register_unref(party->reg);
}

const char *pdoc_party_code(const pdoc_party *party)
{
    return party ? party->code : NULL;
}

const char *pdoc_party_kind(const pdoc_party *party)
{
    return party ? party->kind : NULL;
}

const char *pdoc_party_part_of(const pdoc_party *party)
{
    return party ? party->part_of : NULL;
}

const char *pdoc_party_successor(const pdoc_party *party)
{
    return party ? party->successor : NULL;
}

pdoc_date pdoc_party_ended(const pdoc_party *party)
{
    return party ? party->ended : (pdoc_date){0, 0, 0};
}

const char *pdoc_party_visibility(const pdoc_party *party)
{
    return party ? party->visibility : NULL;
}

pdoc_status pdoc_party_set_visibility(pdoc_party *party, const char *visibility, pdoc_error **error)
{
    const char *kept;
    if (!party)
        return pdoc__argument(party, "party", error);
    if (!pdoc__is_text(visibility, "visibility", error))
        return PDOC_ERR_ARGUMENT;
    if (!pdoc__intern(party->reg, visibility, &kept, error))
        return PDOC_ERR_NOMEM;
    party->visibility = kept;
    return PDOC_OK;
}

const char *pdoc_party_name(const pdoc_party *party)
{
    return pdoc_party_name_at(party, PDOC_NAME_NAME, 0);
}

size_t pdoc_party_name_count(const pdoc_party *party, pdoc_name_kind kind)
{
    return party && kind <= PDOC_NAME_FORMER ? party->name_count[kind] : 0;
}

const char *pdoc_party_name_at(const pdoc_party *party, pdoc_name_kind kind, size_t index)
{
    return index < pdoc_party_name_count(party, kind) ? party->names[kind][index] : NULL;
}

pdoc_status pdoc_party_add_name(pdoc_party *party, pdoc_name_kind kind, const char *name, pdoc_error **error)
{
    if (!party || !name || kind > PDOC_NAME_FORMER)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "a name needs a party, a kind and a text");
    if (!pdoc__is_text(name, "name", error))
        return PDOC_ERR_ARGUMENT;
    if (!pdoc__list_may_grow(party->name_count[kind], UINT16_MAX, "names of a party", error))
        return PDOC_ERR_LIMIT;
    const char *kept;
    if (!pdoc__intern(party->reg, name, &kept, error))
        return PDOC_ERR_NOMEM;
    const char **list =
        pdoc__list_add(party->reg, party->names[kind], party->name_count[kind], sizeof *list, &kept, error);
    if (!list || !pdoc__party_index_name(party, kept, error))
        return PDOC_ERR_NOMEM;
    party->names[kind] = list;
    party->name_count[kind]++;
    return PDOC_OK;
}

size_t pdoc_party_holder_count(const pdoc_party *party)
{
    return party ? party->holder_count : 0;
}

const char *pdoc_party_holder(const pdoc_party *party, size_t index)
{
    return index < pdoc_party_holder_count(party) ? party->holders[index].name : NULL;
}

pdoc_date pdoc_party_holder_from(const pdoc_party *party, size_t index)
{
    return index < pdoc_party_holder_count(party) ? party->holders[index].from : (pdoc_date){0, 0, 0};
}

pdoc_date pdoc_party_holder_to(const pdoc_party *party, size_t index)
{
    return index < pdoc_party_holder_count(party) ? party->holders[index].to : (pdoc_date){0, 0, 0};
}

/* The one who holds the post still; NULL: nobody does, or it is not recorded. */
static struct pdoc__holder *open_holder(const pdoc_party *party)
{
    for (size_t i = party->holder_count; i-- > 0;)
        if (!pdoc_date_is_recorded(party->holders[i].to))
            return &party->holders[i];
    return NULL;
}

static pdoc_status holder_fits(const pdoc_party *party, const char *holder, pdoc_date from, pdoc_error **error)
{
    if (!party || !pdoc__is_whole_day(from))
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "a post and the whole day from which it is held are needed");
    const struct pdoc__holder *last = open_holder(party);
    if (last && pdoc_date_is_recorded(last->from) && pdoc__interval_of(last->from).last >= pdoc__day_number(from))
        return pdoc__fail(error, PDOC_ERR_ARGUMENT,
                          "%s has been held since a day that is no earlier; put that right first", party->code);
    if (!last && !holder)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "%s is held by nobody already", party->code);
    if (!pdoc__is_text(holder, "holder", error))
        return PDOC_ERR_ARGUMENT;
    return pdoc__list_may_grow(party->holder_count, UINT16_MAX, "holders of a post", error) ? PDOC_OK : PDOC_ERR_LIMIT;
}

pdoc_status pdoc_party_add_holder(pdoc_party *party, const char *holder, pdoc_date from, pdoc_error **error)
{
    const pdoc_status status = holder_fits(party, holder, from, error);
    if (status != PDOC_OK)
        return status;
    struct pdoc__holder added = {.from = from};
    const size_t count = party->holder_count;
    if (holder) {
        struct pdoc__holder *list = NULL;
        if (pdoc__keep(party->reg, holder, &added.name, error))
            list = pdoc__list_add(party->reg, party->holders, count, sizeof added, &added, error);
        if (!list)
            return PDOC_ERR_NOMEM;
        party->holders = list;
    }
    struct pdoc__holder *last = open_holder(party); /* not the new one, which is not counted yet */
    if (last)
        last->to = pdoc__day_date(pdoc__day_number(from) - 1);
    party->holder_count = (uint16_t)(count + (holder != NULL));
    return PDOC_OK;
}
