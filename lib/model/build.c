/* SPDX-License-Identifier: MIT */
/* How the parts of a register are made: texts, lists, ids, cells and event values. Knows nothing of files or rules. */
#include "model/build.h"

#include <string.h>

#include "base/error.h"
#include "base/text.h"

bool pdoc__intern(pdoc_register *reg, const char *text, const char **out, pdoc_error **error)
{
    *out = NULL;
    if (!text)
        return true;
    *out = pdoc__pool_add(&reg->pool, &reg->arena, text, strlen(text), error);
    return *out != NULL;
}

bool pdoc__keep(pdoc_register *reg, const char *text, const char **out, pdoc_error **error)
{
    *out = NULL;
    if (!text)
        return true;
    *out = pdoc__arena_text(&reg->arena, text, strlen(text), error);
    return *out != NULL;
}

bool pdoc__is_text(const char *text, const char *what, pdoc_error **error)
{
    if (!text || pdoc__utf8_is_valid(text, strlen(text)))
        return true;
    pdoc__fail(error, PDOC_ERR_ARGUMENT, "%s: expected UTF-8 text without control characters", what);
    return false;
}

pdoc_status pdoc__argument(const void *object, const char *what, pdoc_error **error)
{
    return object ? PDOC_ERR_ARGUMENT : pdoc__fail(error, PDOC_ERR_ARGUMENT, "%s: expected, and NULL was passed", what);
}

/* A longer copy of a list. Nothing is lost by what was made for it when it fails. */
static char *longer_list(pdoc_register *reg, const char *items, size_t count, size_t item_size, pdoc_error **error)
{
    size_t room = count < 4 ? count + 1 : count * 2;
    char *list = pdoc__arena_alloc(&reg->arena, room * item_size, error);
    if (!list || (room > count + 1 && !pdoc__map_set_address(&reg->grown, list, (void *)(uintptr_t)room, error)))
        return NULL;
    for (size_t i = 0; i < count && reg->extras.count > 0; i++)
        if (!pdoc__extras_share(&reg->extras, items + i * item_size, list + i * item_size, error))
            return NULL;
    if (count > 0)
        memcpy(list, items, count * item_size);
    for (size_t i = 0; i < count && reg->extras.count > 0; i++)
        pdoc__extras_settle(&reg->extras, list + i * item_size);
    return list;
}

void *pdoc__list_add(pdoc_register *reg, void *items, size_t count, size_t item_size, const void *item,
                     pdoc_error **error)
{
    size_t room = (size_t)(uintptr_t)pdoc__map_find_address(&reg->grown, items);
    char *list = count < room ? items : longer_list(reg, items, count, item_size, error);
    if (list)
        memcpy(list + count * item_size, item, item_size);
    return list;
}

bool pdoc__list_may_grow(size_t count, size_t most, const char *what, pdoc_error **error)
{
    if (count < most)
        return true;
    pdoc__fail(error, PDOC_ERR_LIMIT, "%s: there are %zu already, and no more than that fit", what, count);
    return false;
}

bool pdoc__text_replace(pdoc_register *reg, const char *old, const char *text, pdoc_error **error)
{
    if (!pdoc__extras_share(&reg->extras, old, text, error))
        return false;
    pdoc__extras_settle(&reg->extras, text);
    pdoc__extras_to_end(&reg->extras, text);
    return true;
}

uint32_t pdoc__id_number(const char *id, char prefix)
{
    if (id[0] != prefix || id[1] < '1' || id[1] > '9')
        return 0;
    uint32_t number = 0;
    for (const char *digit = id + 1; *digit; digit++) {
        if (!pdoc__is_digit(*digit) || digit - id > 9) /* so that the next free number always exists */
            return 0;
        number = number * 10 + (uint32_t)(*digit - '0');
    }
    return number;
}

static uint32_t *next_number(pdoc_register *reg, char prefix)
{
    return prefix == 'd' ? &reg->next_document : &reg->next_event;
}

bool pdoc__next_id(pdoc_register *reg, char prefix, const char **out, pdoc_error **error)
{
    const uint32_t *next = next_number(reg, prefix);
    char id[12] = {prefix};
    char digits[11];
    size_t count = 0;
    for (uint32_t rest = *next; rest > 0; rest /= 10)
        digits[count++] = (char)('0' + rest % 10);
    for (size_t i = 0; i < count; i++)
        id[1 + i] = digits[count - 1 - i];
    return pdoc__keep(reg, id, out, error);
}

void pdoc__use_id(pdoc_register *reg, char prefix)
{
    (*next_number(reg, prefix))++;
}

/* "NA", "N/A", "Not applicable" and the like, with or without a full stop. */
static bool says_not_applicable(const char *text)
{
    static const char *const words[] = {"na", "n/a", "n.a.", "not applicable", "not applicable.", "n/a."};
    if ((text[0] | 0x20) != 'n' && text[0] > ' ')
        return false;
    while (*text == ' ' || *text == '\t' || *text == '\n')
        text++;
    if ((text[0] | 0x20) != 'n')
        return false;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (pdoc__text_same(text, words[i]))
            return true;
    return false;
}

static uint8_t inferred_state(const char *value, const char *text)
{
    const char *printed = text ? text : value;
    const bool is_blank = !printed || (printed[0] <= ' ' && pdoc__text_is_space(printed, strlen(printed)));
    if (is_blank)
        return PDOC_CELL_BLANK;
    return says_not_applicable(printed) ? PDOC_CELL_NOT_APPLICABLE : PDOC_CELL_GIVEN;
}

/* Text and value, one behind the other, so that a cell needs one address for both. */
static const char *join(pdoc_register *reg, const char *text, const char *value, pdoc_error **error)
{
    size_t text_size = strlen(text) + 1;
    size_t value_size = strlen(value);
    char *both = pdoc__arena_space(&reg->arena, text_size + value_size + 1, error);
    if (!both)
        return NULL;
    memcpy(both, text, text_size);
    memcpy(both + text_size, value, value_size + 1);
    return both;
}

/* What recurs from document to document is stored once: parties and codes, if they are short. */
static bool is_worth_interning(uint8_t type, const char *text)
{
    return (type == PDOC__PARTY || type == PDOC__CODE || type == PDOC__VERSION) && strlen(text) <= 64;
}

static bool fill_text(pdoc_register *reg, struct pdoc__row *row, bool intern, const char *value, const char *text,
                      pdoc_error **error)
{
    const char *printed = text ? text : value;
    row->flags = (uint8_t)((value ? PDOC__ROW_HAS_VALUE : 0u) | (text ? PDOC__ROW_HAS_TEXT : 0u));
    row->text = NULL;
    if (!printed)
        return true;
    if (text && value)
        row->text = join(reg, text, value, error);
    else if (intern)
        return pdoc__intern(reg, printed, &row->text, error);
    else
        return pdoc__keep(reg, printed, &row->text, error);
    return row->text != NULL;
}

static bool fill_date(struct pdoc__row *row, const char *value, const char *text, pdoc_error **error)
{
    row->date = (pdoc_date){0, 0, 0};
    if (value)
        return pdoc_date_parse(value, &row->date, error) == PDOC_OK;
    if (text && row->state == PDOC_CELL_GIVEN && pdoc_date_parse_printed(text, &row->date, NULL) == PDOC_OK)
        row->flags = (uint8_t)(row->flags | PDOC__ROW_DATE_IS_READ);
    return true;
}

bool pdoc__row_finish(pdoc_register *reg, struct pdoc__row *row, const struct pdoc__cell *cell, pdoc_error **error)
{
    struct pdoc__row filled = {.field = row->field, .label = row->label, .known = row->known};
    uint8_t type = row->known >= 0 ? pdoc__word(PDOC_TABLE_FIELD, (size_t)row->known)->type : (uint8_t)PDOC__TEXT;
    const char *printed = cell->text ? cell->text : cell->value;
    bool intern = cell->may_be_shared && printed && is_worth_interning(type, printed);
    filled.state = cell->state < 0 ? inferred_state(cell->value, cell->text) : (uint8_t)cell->state;
    if (!fill_text(reg, &filled, intern, cell->value, cell->text, error))
        return false;
    if (type == PDOC__DATE && !fill_date(&filled, cell->value, cell->text, error))
        return false;
    *row = filled;
    return true;
}

bool pdoc__row_fill(pdoc_register *reg, struct pdoc__row *row, const char *field, const char *label,
                    const struct pdoc__cell *cell, pdoc_error **error)
{
    struct pdoc__row filled = {.known = (int16_t)pdoc_table_find(PDOC_TABLE_FIELD, field)};
    if (!pdoc__intern(reg, field, &filled.field, error) || !pdoc__intern(reg, label, &filled.label, error) ||
        !pdoc__row_finish(reg, &filled, cell, error))
        return false;
    *row = filled;
    return true;
}

uint8_t pdoc__row_state(const char *value, const char *text)
{
    return inferred_state(value, text);
}

const char *pdoc__row_value(const struct pdoc__row *row)
{
    if (!(row->flags & PDOC__ROW_HAS_VALUE))
        return NULL;
    return row->flags & PDOC__ROW_HAS_TEXT ? row->text + strlen(row->text) + 1 : row->text;
}

static bool is_name(const char *text)
{
    if (!text[0] || pdoc__is_digit(text[0]) || text[0] == '-' || text[0] == '.')
        return false;
    for (const char *letter = text; *letter; letter++)
        if (*letter == ' ' || *letter == ':' || *letter == '<' || *letter == '\t' || *letter == '\n')
            return false;
    return true;
}

static bool is_whole_number(const char *text)
{
    const char *digit = text;
    while (pdoc__is_digit(*digit))
        digit++;
    return digit != text && *digit == '\0' && digit - text <= 9;
}

static bool is_flag(const char *text)
{
    return strcmp(text, "yes") == 0 || strcmp(text, "no") == 0;
}

/* Attributes whose form is checked: what is expected, in words, and the test. */
static const struct {
    uint8_t type;
    bool (*test)(const char *text);
    const char *expected;
} forms[] = {
    {PDOC__EVENT, is_name, "the id of an event"},
    {PDOC__NUMBER, is_whole_number, "a whole number"},
    {PDOC__FLAG, is_flag, "\"yes\" or \"no\""},
};

static bool form_is_right(const struct pdoc__word *word, const char *text, pdoc_error **error)
{
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        if (forms[i].type != word->type || forms[i].test(text))
            continue;
        pdoc__fail(error, PDOC_ERR_INVALID, "%s=\"%s\": expected %s", word->code, text, forms[i].expected);
        return false;
    }
    return true;
}

static bool decision_is_known(const char *text, pdoc_error **error)
{
    if (pdoc_table_find(PDOC_TABLE_DECISION, text) > 0)
        return true;
    pdoc__fail(error, PDOC_ERR_INVALID,
               "outcome=\"%s\" of a decision: expected approved, with-amendments, deferred, referred-up or rejected",
               text);
    return false;
}

bool pdoc__event_value_fill(pdoc_register *reg, enum pdoc__event_kind kind, enum pdoc__event_attribute attribute,
                            const char *text, struct pdoc__event_value *out, pdoc_error **error)
{
    const struct pdoc__word *word = pdoc__word(PDOC_TABLE_EVENT_ATTRIBUTE, (size_t)attribute);
    struct pdoc__event_value value = {.attribute = (uint16_t)attribute};
    if (word->type == PDOC__DATE && pdoc_date_parse(text, &value.date, error) != PDOC_OK)
        return false;
    if (!form_is_right(word, text, error))
        return false;
    if (kind == PDOC__EVENT_DECIDED && attribute == PDOC__ATTRIBUTE_OUTCOME && !decision_is_known(text, error))
        return false;
    bool is_unique = word->type == PDOC__TEXT || word->type == PDOC__URI || word->type == PDOC__EVENT ||
                     word->type == PDOC__DATE || strlen(text) > 64;
    bool kept = is_unique ? pdoc__keep(reg, text, &value.text, error) : pdoc__intern(reg, text, &value.text, error);
    if (kept)
        *out = value;
    return kept;
}

const struct pdoc__event_value *pdoc__event_value(const pdoc_event *event, enum pdoc__event_attribute attribute)
{
    for (size_t i = 0; i < event->value_count; i++)
        if (event->values[i].attribute == attribute)
            return &event->values[i];
    return NULL;
}
