/* SPDX-License-Identifier: MIT */
/* Names of bodies and posts in a sheet: the party that one stands for, or the nearest that is known, as a question. */
#include <string.h>

#include "base/text.h"
#include "governance/profile.h"
#include "keeping/sheet.h"
#include "policydoc/party.h"

#define MOST_SPELLINGS 500u /* that a new one is compared with: what is asked of a sheet stays in proportion */

/* A name that nobody knows, as it was first met. */
struct pdoc__spelling {
    const char *text;
    uint32_t row;
    const char *nearest; /* NULL: none */
    const char *message;
    struct pdoc__spelling *next;
};

/* The best name so far. */
struct nearest {
    char wanted[PDOC__LONGEST_COMPARED + 1]; /* folded; "" where it is too long to compare */
    const char *name;
    size_t distance;
};

/* ---- likeness ---- */

static bool fold(const char *text, char *out)
{
    if (strlen(text) > PDOC__LONGEST_COMPARED)
        return false;
    memcpy(out, text, strlen(text) + 1);
    pdoc__text_fold(out);
    return true;
}

/* "EC" for "Executive Committee": the first letters of its words, small ones such as "of" left out or not. */
static bool are_initials(const char *letters, const char *name)
{
    bool is_start = true;
    const char *at = letters;
    for (; *name; name++) {
        const bool is_small = strncmp(name, "of ", 3) == 0 || strncmp(name, "the ", 4) == 0 ||
                              strncmp(name, "and ", 4) == 0 || strncmp(name, "& ", 2) == 0;
        if (is_start && *at == *name)
            at++;
        else if (is_start && !is_small)
            return false;
        is_start = *name == ' ';
    }
    return *at == '\0' && at - letters >= 2;
}

/* "exec committee" for "executive committee": as many words, each the beginning of the other's. */
static bool are_short_forms(const char *left, const char *right)
{
    while (*left && *right) {
        size_t same = 0;
        while (left[same] && left[same] != ' ' && left[same] == right[same])
            same++;
        const bool ends_left = !left[same] || left[same] == ' ';
        const bool ends_right = !right[same] || right[same] == ' ';
        if (same < 2 || (!ends_left && !ends_right))
            return false;
        left += strcspn(left, " ");
        right += strcspn(right, " ");
        left += *left == ' ';
        right += *right == ' ';
    }
    return *left == *right;
}

/* How far a name is from what is wanted; SIZE_MAX: too far to be meant. */
static size_t distance_of(const char *wanted, const char *name)
{
    char folded[PDOC__LONGEST_COMPARED + 1];
    if (!fold(name, folded) || !*folded)
        return SIZE_MAX;
    const size_t left = strlen(wanted);
    const size_t right = strlen(folded);
    const size_t shorter = left < right ? left : right;
    const size_t gap = left < right ? right - left : left - right;
    const size_t most = shorter / 4;
    if (gap <= most) {
        const size_t distance = pdoc__text_distance(wanted, folded);
        if (distance <= most)
            return distance;
    }
    if (are_short_forms(wanted, folded) || are_initials(wanted, folded) || are_initials(folded, wanted))
        return most + 1;
    const bool holds = shorter >= 6 && (left < right ? strstr(folded, wanted) : strstr(wanted, folded)) != NULL;
    return holds ? most + 2 : SIZE_MAX;
}

static void consider(struct nearest *nearest, const char *name)
{
    const size_t distance = name ? distance_of(nearest->wanted, name) : SIZE_MAX;
    if (distance >= nearest->distance)
        return;
    nearest->distance = distance;
    nearest->name = name;
}

static void consider_known(struct nearest *nearest, const struct pdoc__importing *importing)
{
    const pdoc_profile *profile = importing->profile;
    for (size_t i = 0; i < pdoc_register_party_count(importing->parties); i++) {
        const pdoc_party *party = pdoc_register_party(importing->parties, i);
        for (pdoc_name_kind kind = PDOC_NAME_NAME; kind <= PDOC_NAME_FORMER; kind++)
            for (size_t name = 0; name < pdoc_party_name_count(party, kind); name++)
                consider(nearest, pdoc_party_name_at(party, kind, name));
    }
    for (size_t i = 0; i < pdoc_profile_row_count(profile, PDOC_PROFILE_PARTIES); i++) {
        const struct pdoc__profile_party *party = &profile->parties[i];
        consider(nearest, party->rule.label);
        for (size_t name = 0; name < party->aliases.count; name++)
            consider(nearest, party->aliases.items[name]);
    }
}

static uint32_t consider_spellings(struct nearest *nearest, const struct pdoc__importing *importing)
{
    uint32_t row = 0;
    for (const struct pdoc__spelling *other = importing->first_spelling; other; other = other->next) {
        const char *before = nearest->name;
        consider(nearest, other->text);
        if (nearest->name != before)
            row = other->row;
    }
    return row;
}

/* ---- one name ---- */

static const char *code_of(const struct pdoc__importing *importing, const char *name)
{
    const pdoc_party *party = pdoc_register_find_party(importing->parties, name);
    if (party)
        return pdoc_party_code(party);
    const struct pdoc__profile_party *row = importing->profile ? pdoc__profile_party(importing->profile, name) : NULL;
    return row ? row->rule.id : NULL;
}

/* Looks for what may be meant, and says it in words. */
static bool describe(struct pdoc__importing *importing, struct pdoc__spelling *spelling)
{
    struct nearest nearest = {.distance = SIZE_MAX};
    struct pdoc__buffer words = {.data = NULL};
    uint32_t row = 0;
    if (fold(spelling->text, nearest.wanted) && *nearest.wanted) {
        consider_known(&nearest, importing);
        if (!nearest.name)
            row = consider_spellings(&nearest, importing);
    }
    if (nearest.name) { /* a party's name need not live as long as the sheet */
        spelling->nearest =
            pdoc__arena_text(&importing->sheet->arena, nearest.name, strlen(nearest.name), importing->error);
        if (!spelling->nearest)
            return false;
    }
    if (row > 0)
        pdoc__buffer_format(&words, "no party is known by this name; row %u has another spelling: \"%s\"",
                            (unsigned)row + 1, nearest.name);
    else if (nearest.name)
        pdoc__buffer_format(&words, "no party is known by this name; the nearest is \"%s\" (%s)", nearest.name,
                            code_of(importing, nearest.name));
    else
        pdoc__buffer_text(&words, "no party is known by this name, nor by one like it");
    spelling->message = pdoc__sheet_keep(importing->sheet, &words, importing->error);
    return spelling->message != NULL;
}

/* What is said of a name the first time is said of it every time. */
static struct pdoc__spelling *spelling_of(struct pdoc__importing *importing, const struct pdoc__sheet_cell *cell)
{
    bool added;
    struct pdoc__spelling *spelling = pdoc__map_find(&importing->spellings, cell->text);
    if (spelling)
        return spelling;
    spelling = pdoc__arena_zero(&importing->sheet->arena, sizeof *spelling, importing->error);
    if (!spelling)
        return NULL;
    spelling->text = cell->text;
    spelling->row = (uint32_t)cell->row;
    if (!describe(importing, spelling) ||
        !pdoc__map_add(&importing->spellings, cell->text, spelling, &added, importing->error))
        return NULL;
    if (importing->spelling_count < MOST_SPELLINGS) {
        spelling->next = importing->first_spelling;
        importing->first_spelling = spelling;
        importing->spelling_count++;
    }
    return spelling;
}

/* ---- one cell ---- */

/* The codes of all names of a cell, with ";" between; "" where one is not known. */
static const char *codes_of(struct pdoc__importing *importing, const char *text)
{
    struct pdoc__buffer codes = {.data = NULL};
    bool are_known = true;
    for (bool is_last = false; are_known && !is_last && !codes.failed;) {
        const size_t size = strcspn(text, ";");
        const char *name = pdoc__arena_text(&importing->sheet->arena, text, size, importing->error);
        const char *code = name ? code_of(importing, name) : NULL;
        if (!name) {
            pdoc__buffer_free(&codes);
            return NULL;
        }
        are_known = code != NULL;
        pdoc__buffer_text(&codes, codes.size > 0 ? "; " : "");
        pdoc__buffer_text(&codes, code);
        is_last = text[size] == '\0';
        text += size + (is_last ? 0 : 1);
    }
    if (!are_known) {
        pdoc__buffer_free(&codes);
        return "";
    }
    return pdoc__sheet_keep(importing->sheet, &codes, importing->error);
}

bool pdoc__sheet_judge_party(struct pdoc__importing *importing, const struct pdoc__sheet_cell *cell)
{
    pdoc_date date;
    const char *whole = code_of(importing, cell->text);
    const char *codes = whole ? whole : codes_of(importing, cell->text);
    if (!codes || *codes)
        return codes && pdoc__sheet_value(importing, cell, codes);
    if (pdoc_date_parse_printed(cell->text, &date, NULL) == PDOC_OK)
        return pdoc__sheet_note(importing->sheet, PDOC__DATE_FOR_PARTY, cell->row, cell->column, importing->error);
    const struct pdoc__spelling *spelling = spelling_of(importing, cell);
    if (!spelling)
        return false;
    const struct pdoc__sheet_problem problem = {.kind = PDOC__UNKNOWN_PARTY,
                                                .row = (uint32_t)cell->row,
                                                .column = cell->column,
                                                .message = spelling->message,
                                                .nearest = spelling->nearest};
    return pdoc__sheet_problem(importing->sheet, &problem, importing->error);
}
