/* SPDX-License-Identifier: MIT */
/* Reads predicates on one line: words first, then what they mean. Knows nothing of documents. */
#include <string.h>

#include "base/text.h"
#include "governance/expression.h"

enum token_kind { END, WORD, QUOTED, SIGN };

struct token {
    enum token_kind kind;
    const char *text; /* in the arena; of END "" */
    uint32_t column;
};

struct reader {
    const char *at;
    const char *start;
    struct pdoc__arena *arena;
    const pdoc_profile *profile;
    pdoc_error **error;
    struct token token; /* the one at hand */
    struct pdoc__operand closed; /* on the left, where its values come from a list; else without a name */
    unsigned depth;
    bool any_type; /* a type that the profile has not may be written */
};

/* ---- words ------------------------------------------------------------------------------------------------- */

static bool refuse(struct reader *reader, const char *sentence)
{
    const struct pdoc__place place = {.column = reader->token.column};
    pdoc__fail_at(reader->error, PDOC_ERR_INVALID, &place, "%s", sentence);
    return false;
}

/* What was expected instead of the word at hand. */
static bool expect(struct reader *reader, const char *expected)
{
    const struct pdoc__place place = {.column = reader->token.column};
    bool is_end = reader->token.kind == END;
    pdoc__fail_at(reader->error, PDOC_ERR_INVALID, &place, "%s is expected, not %s%.60s%s", expected, is_end ? "" : "'",
                  is_end ? "the end" : reader->token.text, is_end ? "" : "'");
    return false;
}

/* Columns count characters, not bytes. */
static uint32_t column_of(const struct reader *reader, const char *at)
{
    uint32_t column = 1;
    for (const char *byte = reader->start; byte < at; byte++)
        column += ((unsigned char)*byte & 0xC0u) != 0x80u;
    return column;
}

static bool take_token(struct reader *reader, enum token_kind kind, const char *text, size_t size)
{
    reader->token.kind = kind;
    reader->token.text = pdoc__arena_text(reader->arena, text, size, reader->error);
    return reader->token.text != NULL;
}

/* What stands in quotes; there is no way to write the same quote in it, but the other one can be. */
static bool next_quoted(struct reader *reader)
{
    const char *from = reader->at + 1;
    const char *to = strchr(from, *reader->at);
    if (!to)
        return refuse(reader, "a quote begins here and is not closed");
    reader->at = to + 1;
    return take_token(reader, QUOTED, from, (size_t)(to - from));
}

static bool next(struct reader *reader)
{
    static const char signs[] = "(),=!<>+";
    while (*reader->at && pdoc__text_is_space(reader->at, 1))
        reader->at++;
    const char *from = reader->at;
    reader->token = (struct token){.kind = END, .text = "", .column = column_of(reader, from)};
    if (!*from)
        return true;
    if (*from == '"' || *from == '\'')
        return next_quoted(reader);
    size_t size = 0;
    while (from[size] && !strchr(signs, from[size]) && from[size] != '"' && !pdoc__text_is_space(from + size, 1))
        size++;
    if (size > 0) {
        reader->at += size;
        return take_token(reader, WORD, from, size);
    }
    size = (strchr("!<>", *from) && from[1] == '=') ? 2 : 1;
    reader->at += size;
    return take_token(reader, SIGN, from, size);
}

static bool is_word(const struct reader *reader, const char *word)
{
    return reader->token.kind == WORD && strcmp(reader->token.text, word) == 0;
}

static bool is_sign(const struct reader *reader, const char *sign)
{
    return reader->token.kind == SIGN && strcmp(reader->token.text, sign) == 0;
}

static bool is_value(const struct reader *reader)
{
    return reader->token.kind == WORD || reader->token.kind == QUOTED;
}

/* ---- comparisons ------------------------------------------------------------------------------------------- */

struct texts_list {
    const char *items[256];
    size_t count;
};

/* The value at hand; where there is a list of what it may be, as the list has it. NULL: refused. */
static const char *take_value(struct reader *reader)
{
    const struct pdoc__maker maker = {.profile = reader->profile, .place = {.column = reader->token.column}};
    if (!reader->closed.name)
        return reader->token.text;
    return pdoc__closed_word(&maker, &reader->closed, reader->token.text, reader->error);
}

static bool read_list(struct reader *reader, struct pdoc__written *written, struct texts_list *list,
                      struct pdoc__texts *texts)
{
    if (reader->token.kind == WORD) {
        written->set = reader->token.text;
        return next(reader);
    }
    if (!is_sign(reader, "("))
        return expect(reader, "a list in brackets or the id of a set");
    do {
        if (!next(reader))
            return false;
        if (!is_value(reader))
            return expect(reader, "a value in the list");
        if (list->count == sizeof list->items / sizeof *list->items)
            return refuse(reader, "the list is too long");
        list->items[list->count] = take_value(reader);
        if (!list->items[list->count++] || !next(reader))
            return false;
    } while (is_sign(reader, ","));
    if (!is_sign(reader, ")"))
        return expect(reader, "a comma or the closing bracket of the list");
    *texts = (struct pdoc__texts){.items = list->items, .count = list->count};
    written->items = texts;
    return next(reader);
}

/* count = N, >= N, <= N */
static bool read_count(struct reader *reader, struct pdoc__written *written)
{
    bool at_least = is_sign(reader, ">=") || is_sign(reader, "=");
    bool at_most = is_sign(reader, "<=") || is_sign(reader, "=");
    if (!at_least && !at_most)
        return expect(reader, "=, >= or <= behind count");
    if (!next(reader))
        return false;
    if (reader->token.kind != WORD)
        return expect(reader, "a number");
    written->minimum = at_least ? reader->token.text : NULL;
    written->maximum = at_most ? reader->token.text : NULL;
    return next(reader);
}

static const char *join(struct reader *reader, const char *left, const char *between, const char *right)
{
    size_t sizes[] = {strlen(left), strlen(between), strlen(right)};
    char *joined = pdoc__arena_alloc(reader->arena, sizes[0] + sizes[1] + sizes[2] + 1, reader->error);
    if (!joined)
        return NULL;
    memcpy(joined, left, sizes[0]);
    memcpy(joined + sizes[0], between, sizes[1]);
    memcpy(joined + sizes[0] + sizes[1], right, sizes[2] + 1);
    return joined;
}

/* + P3M, - P14D, + 3 working-days */
static bool read_offset(struct reader *reader, struct pdoc__written *written)
{
    bool minus = is_word(reader, "-");
    if (!minus && !is_sign(reader, "+"))
        return true;
    if (!next(reader))
        return false;
    if (reader->token.kind != WORD)
        return expect(reader, "an offset such as P3Y or 3 working-days");
    const char *offset = minus ? join(reader, "-", "", reader->token.text) : reader->token.text;
    bool is_number = pdoc__is_digit(reader->token.text[0]);
    if (!offset || !next(reader))
        return false;
    written->offset = offset;
    if (!is_number || reader->token.kind != WORD)
        return true;
    written->offset = join(reader, offset, " ", reader->token.text);
    return written->offset && next(reader);
}

/* A date, or another operand plus an offset. */
static bool read_date(struct reader *reader, struct pdoc__written *written)
{
    pdoc_date date;
    if (!is_value(reader))
        return expect(reader, "a date or an operand");
    bool is_date = reader->token.kind == QUOTED || pdoc__is_digit(reader->token.text[0]) ||
                   pdoc_date_parse(reader->token.text, &date, NULL) == PDOC_OK;
    if (is_date)
        written->value = reader->token.text;
    else
        written->other = reader->token.text;
    return next(reader) && (is_date || read_offset(reader, written));
}

/* Is the word on the right of = an operand? Only what cannot be meant as a value is one. */
static bool is_operand(const struct reader *reader)
{
    struct pdoc__operand operand;
    return reader->token.kind == WORD && pdoc__operand_resolve(reader->profile, reader->token.text, -1, &operand) &&
           operand.kind != PDOC__OPERAND_DOCUMENT;
}

static bool read_equal(struct reader *reader, struct pdoc__written *written)
{
    if (!is_value(reader))
        return expect(reader, "a value");
    if (is_operand(reader))
        written->other = reader->token.text;
    else if (!(written->value = take_value(reader)))
        return false;
    return next(reader);
}

static void take_closed(struct reader *reader, const char *name)
{
    const pdoc_profile *profile = reader->any_type ? NULL : reader->profile;
    bool is_closed = pdoc__operand_resolve(profile, name, -1, &reader->closed) &&
                     pdoc__operand_is_closed(profile, &reader->closed);
    reader->closed.name = is_closed ? reader->closed.name : NULL;
}

static bool read_pattern(struct reader *reader, struct pdoc__written *written)
{
    if (!is_value(reader))
        return expect(reader, "a pattern");
    written->value = reader->token.text;
    return next(reader);
}

/* Makes the comparison; its errors stand at the operand. */
static bool make(struct reader *reader, const struct pdoc__written *written, uint32_t column,
                 struct pdoc__predicate *out)
{
    const struct pdoc__maker maker = {reader->profile, reader->arena, .inside = -1, .place = {.column = column}};
    return pdoc__comparison_make(&maker, written, out, reader->error) &&
           pdoc__mean_all_overdue(reader->arena, out, reader->error);
}

static bool wrap_in_not(struct reader *reader, struct pdoc__predicate *out)
{
    struct pdoc__predicate *inner = pdoc__arena_copy(reader->arena, out, sizeof *out, reader->error);
    *out = (struct pdoc__predicate){.operator= PDOC__NOT, .child_count = 1, .children = inner};
    return inner != NULL;
}

/* The operator at hand: `=` and `!=` are equals. -1 if it is none. */
static int operator_at(const struct reader *reader)
{
    if (is_sign(reader, "=") || is_sign(reader, "!="))
        return PDOC__EQUALS;
    int found = reader->token.kind == WORD ? pdoc__operator_find(reader->token.text) : -1;
    return found > PDOC__NOT ? found : -1;
}

static bool read_comparison(struct reader *reader, struct pdoc__predicate *out)
{
    static bool (*const right_side[PDOC__OPERATOR_COUNT])(struct reader * reader, struct pdoc__written * written) = {
        [PDOC__EQUALS] = read_equal,    [PDOC__COUNT] = read_count,     [PDOC__BEFORE] = read_date,
        [PDOC__AFTER] = read_date,      [PDOC__NOT_BEFORE] = read_date, [PDOC__NOT_AFTER] = read_date,
        [PDOC__MATCHES] = read_pattern,
    };
    if (reader->token.kind != WORD || is_word(reader, "and") || is_word(reader, "or"))
        return expect(reader, "an operand such as type or field.author");
    struct pdoc__written written = {.of = reader->token.text};
    uint32_t column = reader->token.column;
    take_closed(reader, written.of);
    if (!next(reader))
        return false;
    int found = operator_at(reader);
    bool is_not_equal = is_sign(reader, "!=");
    if (found < 0)
        return expect(reader, "present, =, !=, in, has-all, has-any, has-none, count, before, not-before, after, "
                              "not-after or matches");
    written.operator=(uint8_t) found;
    struct texts_list list = {.count = 0};
    struct pdoc__texts texts;
    bool takes_list = found >= PDOC__IN && found <= PDOC__HAS_NONE;
    if (!next(reader) || (takes_list && !read_list(reader, &written, &list, &texts)) ||
        (right_side[found] && !right_side[found](reader, &written)) || !make(reader, &written, column, out))
        return false;
    return !is_not_equal || wrap_in_not(reader, out);
}

/* ---- and, or, not ------------------------------------------------------------------------------------------ */

static bool read_expression(struct reader *reader, struct pdoc__predicate *out);

static bool read_factor(struct reader *reader, struct pdoc__predicate *out)
{
    if (reader->depth == 0)
        return refuse(reader, "brackets and not lie too deep in one another");
    bool good;
    reader->depth--;
    if (is_word(reader, "not"))
        good = next(reader) && read_factor(reader, out) && wrap_in_not(reader, out);
    else if (!is_sign(reader, "("))
        good = read_comparison(reader, out);
    else if (!next(reader) || !read_expression(reader, out))
        good = false;
    else
        good = is_sign(reader, ")") ? next(reader) : expect(reader, "a closing bracket");
    reader->depth++;
    return good;
}

/* Operands of `and` or of `or`; one alone stands for itself. */
static bool read_chain(struct reader *reader, struct pdoc__predicate *out, const char *word, enum pdoc__operator of,
                       bool (*read_part)(struct reader *reader, struct pdoc__predicate *out))
{
    struct pdoc__predicate *parts = NULL;
    size_t count = 0;
    size_t capacity = 0;
    do {
        if (count > 0 && !next(reader))
            return false;
        if (count == capacity) {
            struct pdoc__predicate *more =
                pdoc__arena_zero(reader->arena, (capacity * 2 + 2) * sizeof *more, reader->error);
            if (!more)
                return false;
            if (count > 0)
                memcpy(more, parts, count * sizeof *more);
            parts = more;
            capacity = capacity * 2 + 2;
        }
        if (!read_part(reader, &parts[count++]))
            return false;
    } while (is_word(reader, word));
    *out = parts[0];
    if (count > 1)
        *out = (struct pdoc__predicate){.operator=(uint8_t) of, .child_count = (uint16_t)count, .children = parts};
    return true;
}

static bool read_term(struct reader *reader, struct pdoc__predicate *out)
{
    return read_chain(reader, out, "and", PDOC__ALL, read_factor);
}

static bool read_expression(struct reader *reader, struct pdoc__predicate *out)
{
    return read_chain(reader, out, "or", PDOC__ANY, read_term);
}

const struct pdoc__predicate *pdoc__expression_parse(const char *text, const pdoc_profile *profile, bool any_type,
                                                     struct pdoc__arena *arena, pdoc_error **error)
{
    struct reader reader = {text, text, arena, profile, error, .any_type = any_type};
    reader.depth = PDOC__PREDICATE_DEPTH / 3; /* each bracket may hold any, all and not */
    size_t size = strlen(text);
    if (size > PDOC__EXPRESSION_LENGTH) {
        pdoc__fail(error, PDOC_ERR_LIMIT, "an expression may have %d bytes, and this one has more",
                   PDOC__EXPRESSION_LENGTH);
        return NULL;
    }
    if (!pdoc__utf8_is_valid(text, size)) {
        reader.token.column = 1;
        refuse(&reader, "the expression is not UTF-8");
        return NULL;
    }
    struct pdoc__predicate *out = pdoc__arena_zero(arena, sizeof *out, error);
    if (!out || !next(&reader) || !read_expression(&reader, out))
        return NULL;
    if (reader.token.kind == END)
        return out;
    expect(&reader, "and, or or the end");
    return NULL;
}
