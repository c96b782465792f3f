/* SPDX-License-Identifier: MIT */
/* Attribute values and texts of the tag at hand, and the growing lists of what is being read. */
#include <string.h>

#include "base/text.h"
#include "xml/register_reader.h"

void pdoc__reader_memory(struct pdoc__reader *reader)
{
    pdoc_error *error = NULL;
    pdoc__fail_memory(&error);
    pdoc__sax_take_error(reader->sax, error);
}

const char *pdoc__reader_intern(struct pdoc__reader *reader, struct pdoc__slice value, struct pdoc__slice *guess)
{
    if (guess->text && guess->size == value.size && memcmp(guess->text, value.text, value.size) == 0)
        return guess->text;
    const char *word = pdoc__pool_add(&reader->reg->pool, &reader->reg->arena, value.text, value.size, NULL);
    if (!word)
        pdoc__reader_memory(reader);
    *guess = (struct pdoc__slice){word, value.size};
    return word;
}

const char *pdoc__reader_keep(struct pdoc__reader *reader, struct pdoc__slice value)
{
    const char *text = pdoc__arena_text(&reader->reg->arena, value.text, value.size, NULL);
    if (!text)
        pdoc__reader_memory(reader);
    return text;
}

const char *pdoc__reader_scratch(struct pdoc__reader *reader, struct pdoc__slice value)
{
    reader->scratch.size = 0;
    pdoc__buffer_add(&reader->scratch, value.text, value.size);
    if (!reader->scratch.failed)
        return reader->scratch.size > 0 ? reader->scratch.data : "";
    pdoc__reader_memory(reader);
    return "";
}

static const char *attribute_name(enum pdoc__reader_attribute attribute)
{
#define NAME_OF(id, name) [A_##id] = (name),
    static const char *const names[] = {PDOC__READER_ATTRIBUTES(NAME_OF)};
    return names[attribute];
}

/* Two digits as a number; 100 and more if one of them is none. */
static unsigned two_digits(const char *text)
{
    const unsigned tens = (unsigned)(unsigned char)text[0] - '0';
    const unsigned ones = (unsigned)(unsigned char)text[1] - '0';
    return tens > 9 || ones > 9 ? 100 : tens * 10 + ones;
}

/* Nearly all dates are whole days of which every month has one: these need no calendar. */
static bool is_plain_day(struct pdoc__slice value, pdoc_date *date)
{
    const char *text = value.text;
    if (value.size != 10 || text[4] != '-' || text[7] != '-')
        return false;
    const unsigned century = two_digits(text);
    const unsigned year = two_digits(text + 2);
    const unsigned month = two_digits(text + 5);
    const unsigned day = two_digits(text + 8);
    if (century - 1 >= 99 || year > 99 || month - 1 >= 12 || day - 1 >= 28)
        return false;
    *date = (pdoc_date){(int16_t)(century * 100 + year), (uint8_t)month, (uint8_t)day};
    return true;
}

pdoc_date pdoc__reader_date(struct pdoc__reader *reader, enum pdoc__reader_attribute attribute)
{
    struct pdoc__slice value = reader->values[attribute];
    pdoc_date date = {0, 0, 0};
    char text[16];
    if (!pdoc__reader_given(reader, attribute))
        return date;
    if (is_plain_day(value, &date))
        return date;
    if (value.size < sizeof text) {
        memcpy(text, value.text, value.size);
        text[value.size] = '\0';
        if (pdoc_date_parse(text, &date, NULL) == PDOC_OK)
            return date;
    }
    pdoc__sax_fail(reader->sax, PDOC_ERR_INVALID,
                   "%s=\"%s\" is no date; expected a day that exists, such as 2023-06-30, or 2023-06, or 2023",
                   attribute_name(attribute), pdoc__reader_scratch(reader, value));
    return date;
}

uint32_t pdoc__reader_number(struct pdoc__reader *reader, enum pdoc__reader_attribute attribute, uint32_t most)
{
    struct pdoc__slice value = reader->values[attribute];
    uint64_t number = 0;
    bool is_given = pdoc__reader_given(reader, attribute);
    bool right = is_given && value.size > 0 && value.size < 10;
    for (size_t i = 0; right && i < value.size; i++) {
        right = pdoc__is_digit(value.text[i]);
        number = number * 10 + (uint64_t)(value.text[i] - '0');
    }
    if (right && number >= 1 && number <= most)
        return (uint32_t)number;
    pdoc__sax_fail(reader->sax, PDOC_ERR_INVALID, "%s=\"%s\": expected a whole number from 1 to %u",
                   attribute_name(attribute), is_given ? pdoc__reader_scratch(reader, value) : "", (unsigned)most);
    return 0;
}

bool pdoc__list_grow(struct pdoc__reader *reader, struct pdoc__list *list, size_t size)
{
    bool has_grown = pdoc__grow(&list->items, &list->capacity, list->count, size, NULL);
    if (!has_grown)
        pdoc__reader_memory(reader);
    return has_grown;
}

void *pdoc__list_freeze(struct pdoc__reader *reader, struct pdoc__list *list, size_t size, uint32_t most,
                        size_t *count)
{
    size_t items = list->count;
    list->count = 0;
    *count = 0;
    if (items == 0)
        return NULL;
    if (items > most) {
        pdoc__sax_fail(reader->sax, PDOC_ERR_LIMIT, "more than %u of one kind in one element", (unsigned)most);
        pdoc__sax_stop(reader->sax);
        return NULL;
    }
    void *copy = pdoc__arena_copy(&reader->reg->arena, list->items, items * size, NULL);
    if (!copy)
        pdoc__reader_memory(reader);
    else
        *count = items;
    return copy;
}

const char *pdoc__reader_take_text(struct pdoc__reader *reader, bool intern)
{
    struct pdoc__buffer *text = &reader->text;
    pdoc_register *reg = reader->reg;
    const char *data = text->size > 0 ? text->data : "";
    const char *taken = intern && !pdoc__reader_has_pending(reader)
                            ? pdoc__pool_add(&reg->pool, &reg->arena, data, text->size, NULL)
                            : pdoc__arena_text(&reg->arena, data, text->size, NULL);
    if (!taken || text->failed)
        pdoc__reader_memory(reader);
    return taken;
}

const char *pdoc__reader_take_word(struct pdoc__reader *reader, struct pdoc__slice *guess)
{
    if (pdoc__reader_has_pending(reader) || reader->text.failed)
        return pdoc__reader_take_text(reader, false);
    struct pdoc__slice value = {reader->text.size > 0 ? reader->text.data : "", reader->text.size};
    return pdoc__reader_intern(reader, value, guess);
}
