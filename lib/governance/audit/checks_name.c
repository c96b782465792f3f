/* SPDX-License-Identifier: MIT */
/* Names of bodies and posts: does anything resolve them, and are they written in one form? */
#include <string.h>

#include "base/text.h"
#include "governance/audit/audit.h"

#define MOST_PARTIES 16u /* of one sheet, whose other forms are looked for in the text */
#define MOST_NAMES 16u   /* of one party */

/* What a printed name is. */
struct pdoc__name_use {
    const pdoc_party *party;               /* of the register, or NULL */
    const struct pdoc__profile_party *row; /* of the profile, where the register has none */
    const char *preferred;                 /* name of the party; NULL: nothing resolves it */
    bool is_other_form;                    /* an alias or a former name */
    bool has_other_forms;                  /* that may stand in the text */
};

/* ---- what a name is ---- */

static bool is_one_of(const char *name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (pdoc__text_same(name, names[i]))
            return true;
    return false;
}

/* An abbreviation is not another form of a name: "EC" is expected beside the full one. */
static bool is_abbreviation(const char *name)
{
    for (; *name; name++)
        if (*name >= 'a' && *name <= 'z')
            return false;
    return true;
}

/* All names of a party, those that it should have first. */
static size_t names_of(const struct pdoc__name_use *use, const char **names, size_t *first_other)
{
    size_t count = 0;
    *first_other = 0;
    for (size_t kind = 0; use->party && kind < 3; kind++) {
        for (size_t i = 0; i < use->party->name_count[kind] && count < MOST_NAMES; i++)
            names[count++] = use->party->names[kind][i];
        *first_other = kind == PDOC_NAME_NAME ? count : *first_other;
    }
    if (!use->row)
        return count;
    names[count++] = use->preferred;
    *first_other = count;
    for (size_t i = 0; i < use->row->aliases.count && count < MOST_NAMES; i++)
        names[count++] = use->row->aliases.items[i];
    return count;
}

/* Another form of a name that is worth looking for in a text. */
static bool is_other_form(const struct pdoc__name_use *use, const char *name)
{
    return !is_abbreviation(name) && !pdoc__text_same(name, use->preferred);
}

static bool has_other_forms(const struct pdoc__name_use *use)
{
    const char *names[MOST_NAMES + 1];
    size_t other;
    size_t count = names_of(use, names, &other);
    for (; other < count; other++)
        if (is_other_form(use, names[other]))
            return true;
    return false;
}

static struct pdoc__name_use resolve(const pdoc_register *reg, const pdoc_profile *profile, const char *name)
{
    struct pdoc__name_use use = {.party = pdoc_register_find_party(reg, name)};
    const struct pdoc__profile_party *row = pdoc__profile_party(profile, name);
    bool is_name_of_profile = row && row->rule.label && pdoc__text_same(name, row->rule.label);
    bool is_code = row && pdoc__text_same(name, row->rule.id);
    if (use.party) {
        const pdoc_party *party = use.party;
        use.preferred = party->name_count[PDOC_NAME_NAME] > 0 ? party->names[PDOC_NAME_NAME][0] : party->code;
        bool is_name = is_one_of(name, party->names[PDOC_NAME_NAME], party->name_count[PDOC_NAME_NAME]);
        use.is_other_form = !is_name && !pdoc__text_same(name, party->code);
    } else if (row) {
        use.row = row;
        use.preferred = row->rule.label ? row->rule.label : row->rule.id;
        use.is_other_form = true;
    }
    use.is_other_form = use.is_other_form && !is_name_of_profile && !is_code && !is_abbreviation(name);
    use.has_other_forms = use.preferred && has_other_forms(&use);
    return use;
}

static struct pdoc__name_use *new_use(struct pdoc__audit *audit, const char *name)
{
    struct pdoc__arena *arena = audit->plan ? &audit->scratch : &audit->judge.scratch;
    struct pdoc__name_use *use = pdoc__arena_alloc(arena, sizeof *use, NULL);
    audit->failed |= use == NULL;
    if (use)
        *use = resolve(audit->judge.reg, audit->judge.profile, name);
    return use;
}

/* Names are interned, so that each is resolved once for a profile. NULL when memory runs out. */
static const struct pdoc__name_use *use_of(struct pdoc__audit *audit, const char *name)
{
    if (!audit->plan)
        return new_use(audit, name);
    struct pdoc__note *note = pdoc__note(audit, name);
    if (note->use)
        return note->use;
    struct pdoc__name_use *use = pdoc__map_find_address(&audit->plan->names, name);
    if (!use) {
        use = new_use(audit, name);
        if (use && !pdoc__map_set_address(&audit->plan->names, name, use, NULL))
            audit->failed = true;
    }
    note->use = use;
    return use;
}

void pdoc__settle_name(struct pdoc__audit *audit, struct pdoc__note *note)
{
    const bool is_one_text = !note->is_list && !note->is_placeholder && !note->reads_as_date;
    const struct pdoc__name_use *use = is_one_text ? use_of(audit, note->text) : NULL;
    note->is_plain_name = use && use->preferred && !use->is_other_form && !use->has_other_forms;
    note->is_settled = true;
}

static const char *name_at(const struct pdoc__value *value, size_t index)
{
    return value->count > 1 ? value->items[index] : value->text;
}

/* ---- names that nothing resolves ---- */

#define BIT(field) (UINT64_C(1) << PDOC__FIELD_##field)

/* Fields that name who answers for the document. Who wrote it, or was asked, may be anybody. */
static const uint64_t answering = BIT(APPROVED_BY) | BIT(RATIFIED_BY) | BIT(OWNER) | BIT(MANAGER) | BIT(SPONSOR) |
                                  BIT(CONTROLLER) | BIT(AMENDMENT_AUTHORITY);

uint64_t pdoc__answering_fields(const pdoc_profile *profile)
{
    const int body = profile && profile->body_field ? pdoc_table_find(PDOC_TABLE_FIELD, profile->body_field) : -1;
    return answering | (body < 0 ? 0 : UINT64_C(1) << body);
}

static bool must_resolve(const struct pdoc__audit *audit, const struct pdoc__row *row)
{
    if (row->known >= 0 && ((answering >> row->known) & 1) != 0)
        return true;
    const pdoc_profile *profile = audit->judge.profile;
    return profile && profile->body_field && row->field && strcmp(profile->body_field, row->field) == 0;
}

/* Where neither register nor profile knows any party, a name is only a text. */
static bool parties_are_known(const struct pdoc__audit *audit)
{
    const pdoc_profile *profile = audit->judge.profile;
    return audit->judge.reg->party_count > 0 || (profile && profile->counts[PDOC_PROFILE_PARTIES] > 0);
}

static void report_unresolved(struct pdoc__audit *audit, const char *name, const char *place, const char *what)
{
    if (pdoc__is_found(audit, PDOC__CHECK_BODY_UNRESOLVED, name))
        return;
    pdoc__find(audit, &(struct pdoc__evidence){.check = PDOC__CHECK_BODY_UNRESOLVED,
                                               .outcome = PDOC_OUTCOME_UNDETERMINED,
                                               .place = place,
                                               .expected = "a party of the register or the profile",
                                               .found = name,
                                               .arguments = {{"what", what}}});
}

static void check_resolved(struct pdoc__audit *audit, const struct pdoc__row *row, size_t index)
{
    struct pdoc__value value;
    pdoc__cell_value(&audit->judge, index, PDOC__PARTY, &value);
    for (size_t i = 0; value.state == PDOC__GIVEN && i < value.count; i++) {
        const struct pdoc__name_use *use = use_of(audit, name_at(&value, i));
        if (use && use->preferred)
            pdoc__check_met(audit, PDOC__CHECK_BODY_UNRESOLVED);
        else if (use)
            report_unresolved(audit, name_at(&value, i), pdoc__cell_place(audit, row),
                              PDOC__SAY(audit, "the cell \"", pdoc__cell_name(row), "\""));
    }
}

#define ACT(kind) (UINT64_C(1) << PDOC__EVENT_##kind)

/* Acts of bodies; who replied or was told may be anybody. */
static void check_events(struct pdoc__audit *audit)
{
    static const uint64_t kinds = ACT(DECIDED) | ACT(SCRUTINISED) | ACT(DELEGATED) | ACT(EXTENDED) | ACT(WITHDRAWN) |
                                  ACT(SUPERSEDED);
    for (size_t i = 0; i < audit->judge.past.count; i++) {
        const pdoc_event *event = audit->judge.past.events[i];
        if (((kinds >> event->kind) & 1) == 0 || !event->by || !*event->by)
            continue;
        const struct pdoc__name_use *use = use_of(audit, event->by);
        if (use && use->preferred)
            pdoc__check_met(audit, PDOC__CHECK_BODY_UNRESOLVED);
        else if (use)
            report_unresolved(audit, event->by, pdoc__event_place(audit, event),
                              PDOC__SAY(audit, "the event ", event->id));
    }
}

/* ---- other forms of a name ---- */

/* The parties of one sheet. */
struct named {
    const struct pdoc__name_use *uses[MOST_PARTIES];
    size_t count;
};

static bool same_party(const struct pdoc__name_use *left, const struct pdoc__name_use *right)
{
    return left->party ? left->party == right->party : left->row == right->row;
}

/* Those that go by one name only need not be looked for in the text. */
static void remember(struct named *named, const struct pdoc__name_use *use)
{
    if (!use->has_other_forms)
        return;
    for (size_t i = 0; i < named->count; i++)
        if (same_party(named->uses[i], use))
            return;
    if (named->count < MOST_PARTIES)
        named->uses[named->count++] = use;
}

static void report_variant(struct pdoc__audit *audit, const char *name, const char *preferred, const char *place,
                           const char *what)
{
    if (pdoc__is_found(audit, PDOC__CHECK_NAME_VARIANT, name))
        return;
    pdoc__find(audit, &(struct pdoc__evidence){.check = PDOC__CHECK_NAME_VARIANT,
                                               .is_note = true,
                                               .place = place,
                                               .expected = preferred,
                                               .found = name,
                                               .arguments = {{"what", what}}});
}

static void check_form(struct pdoc__audit *audit, const struct pdoc__row *row, struct named *named)
{
    struct pdoc__value value;
    pdoc__text_value(&audit->judge, row->text, PDOC__PARTY, &value);
    for (size_t i = 0; i < value.count; i++) {
        const struct pdoc__name_use *use = use_of(audit, name_at(&value, i));
        if (!use || !use->preferred)
            continue;
        remember(named, use);
        if (use->is_other_form)
            report_variant(audit, name_at(&value, i), use->preferred, pdoc__cell_place(audit, row),
                           PDOC__SAY(audit, "the cell \"", pdoc__cell_name(row), "\""));
        else
            pdoc__check_met(audit, PDOC__CHECK_NAME_VARIANT);
    }
}

static bool is_word_byte(char byte)
{
    char letter = pdoc__lower(byte);
    return (letter >= 'a' && letter <= 'z') || pdoc__is_digit(byte) || (unsigned char)byte >= 0x80;
}

/* Does the place lie inside another, longer name of the same party? */
static bool lies_in_longer(const char *text, const char *at, const char *name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *inside = names[i] == name ? NULL : strstr(names[i], name);
        size_t before = inside ? (size_t)(inside - names[i]) : 0;
        if (inside && (size_t)(at - text) >= before && strncmp(at - before, names[i], strlen(names[i])) == 0)
            return true;
    }
    return false;
}

static bool occurs(const char *text, const char *name, const char *const *names, size_t count)
{
    size_t size = strlen(name);
    for (const char *at = strstr(text, name); at && size > 0; at = strstr(at + 1, name)) {
        bool is_whole = (at == text || !is_word_byte(at[-1])) && !is_word_byte(at[size]);
        if (is_whole && !lies_in_longer(text, at, name, names, count))
            return true;
    }
    return false;
}

static void check_sections(struct pdoc__audit *audit, const struct pdoc__name_use *use)
{
    const struct pdoc_version *version = audit->judge.version;
    const char *names[MOST_NAMES + 1];
    size_t other;
    size_t count = names_of(use, names, &other);
    for (; other < count; other++) {
        if (!is_other_form(use, names[other]))
            continue;
        for (size_t i = 0; i < version->section_count; i++) {
            const struct pdoc__section *section = &version->sections[i];
            if (!section->text || !occurs(section->text, names[other], names, count))
                continue;
            const char *name = section->title ? section->title : section->code ? section->code : "";
            report_variant(audit, names[other], use->preferred,
                           PDOC__SAY(audit, "section/", section->code ? section->code : ""),
                           PDOC__SAY(audit, "the section \"", name, "\""));
            break;
        }
    }
}

/* A date in the place of a party is the business of checks_cell.c. */
static void check_cell(struct pdoc__audit *audit, size_t index, struct named *named)
{
    const struct pdoc__row *row = &audit->judge.version->rows[index];
    const struct pdoc__note *note = pdoc__note(audit, row->text);
    const bool must = must_resolve(audit, row) && !note->reads_as_date;
    const bool is_one_name = !note->is_list && !(row->flags & PDOC__ROW_HAS_VALUE);
    const struct pdoc__name_use *use = !is_one_name ? NULL : note->use ? note->use : use_of(audit, row->text);
    if (use && use->preferred && !use->is_other_form) {
        if (must)
            pdoc__check_met(audit, PDOC__CHECK_BODY_UNRESOLVED);
        pdoc__check_met(audit, PDOC__CHECK_NAME_VARIANT);
        remember(named, use);
        return;
    }
    if (must)
        check_resolved(audit, row, index);
    check_form(audit, row, named);
}

void pdoc__check_names(struct pdoc__audit *audit)
{
    const struct pdoc_version *version = audit->judge.version;
    struct named named;
    named.count = 0;
    if (!parties_are_known(audit))
        return;
    if (audit->plain_fields != 0)
        pdoc__check_met(audit, PDOC__CHECK_NAME_VARIANT);
    if (audit->plan && (audit->plain_fields & audit->plan->answering_fields) != 0)
        pdoc__check_met(audit, PDOC__CHECK_BODY_UNRESOLVED);
    const bool may_be_any = version && (audit->party_rows != 0 || version->row_count > PDOC__ROWS_SCANNED);
    for (size_t i = 0; may_be_any && i < version->row_count; i++)
        if (pdoc__row_may_be_in(audit->party_rows, i) && pdoc__cell_type(audit, &version->rows[i]) == PDOC__PARTY &&
            pdoc__cell_is_given(audit, &version->rows[i]))
            check_cell(audit, i, &named);
    for (size_t i = 0; version && version->section_count > 0 && i < named.count; i++)
        check_sections(audit, named.uses[i]);
    check_events(audit);
}
