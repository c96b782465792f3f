/* SPDX-License-Identifier: MIT */
/* Events as they are read, and the history that they make. */
#include <string.h>

#include "xml/register_reader.h"

void pdoc__reader_start_event(struct pdoc__reader *reader)
{
    const struct pdoc__bound *bound = reader->bound_at_hand;
    const uint32_t column = pdoc__sax_column(reader->sax);
    pdoc_event *event = pdoc__arena_zero(&reader->reg->arena, sizeof *event, NULL);
    reader->event = event;
    if (!event) {
        pdoc__reader_memory(reader);
        return;
    }
    pdoc__list_push(reader, &reader->event_columns, &column, sizeof column);
    event->history = reader->history;
    event->kind = (uint8_t)bound->event_kind;
    event->line = pdoc__sax_line(reader->sax);
    event->id = pdoc__reader_text(reader, A_ID);
    event->on = pdoc__reader_date(reader, A_ON);
    event->recorded = pdoc__reader_date(reader, A_RECORDED);
    event->by = pdoc__reader_word(reader, A_BY);
    if (pdoc__reader_given(reader, A_VERSION))
        event->version = (uint16_t)pdoc__reader_number(reader, A_VERSION, UINT16_MAX);
    if (!event->id || !event->id[0]) {
        event->id = "";
        pdoc__sax_fail(reader->sax, PDOC_ERR_INVALID, "<%s> without id; every event needs one", bound->name);
    } else {
        pdoc__reader_event_id(reader, event->id, event->kind);
    }
    if (!pdoc__reader_given(reader, A_ON))
        pdoc__sax_fail(reader->sax, PDOC_ERR_INVALID, "<%s> without on; every event needs the day, month or year",
                       bound->name);
}

static void take_value(struct pdoc__reader *reader, const struct pdoc__event_value *value)
{
    reader->history->attributes |= UINT64_C(1) << value->attribute;
    pdoc__list_push(reader, &reader->values_at_hand, value, sizeof *value);
}

void pdoc__reader_start_value(struct pdoc__reader *reader)
{
    reader->value_attribute = reader->bound_at_hand->event_attribute;
}

/* Words are stored once, so that one that comes again is known by what the last one was; other texts never are. */
static bool is_shared_word(const struct pdoc__event_value *value, size_t size)
{
    const uint8_t type = pdoc__attribute_types[value->attribute];
    return (type == PDOC__CODE || type == PDOC__PARTY) && size <= 64;
}

void pdoc__reader_event_attribute(struct pdoc__reader *reader, int attribute, struct pdoc__slice value)
{
    struct pdoc__event_guess *guess = &reader->event_guesses[attribute];
    struct pdoc__event_value filled = {.attribute = (uint16_t)attribute, .text = guess->value.text};
    pdoc_error *error = NULL;
    if (!reader->event)
        return;
    const bool is_same = guess->value.text && guess->value.size == value.size && guess->kind == reader->event->kind &&
                         memcmp(guess->value.text, value.text, value.size) == 0;
    if (!is_same && !pdoc__event_value_fill(reader->reg, (enum pdoc__event_kind)reader->event->kind,
                                            (enum pdoc__event_attribute)attribute, pdoc__reader_scratch(reader, value),
                                            &filled, &error)) {
        pdoc__sax_take_error(reader->sax, error);
        return;
    }
    if (!is_same && is_shared_word(&filled, value.size))
        *guess = (struct pdoc__event_guess){{filled.text, value.size}, reader->event->kind};
    take_value(reader, &filled);
}

void pdoc__reader_end_value(struct pdoc__reader *reader)
{
    struct pdoc__event_value value = {.attribute = (uint16_t)reader->value_attribute,
                                      .text = pdoc__reader_take_text(reader, false)};
    take_value(reader, &value);
    pdoc__reader_end_pending(reader, value.text, 0);
}

void pdoc__reader_end_event(struct pdoc__reader *reader)
{
    size_t count;
    pdoc_event *event = reader->event;
    event->values =
        pdoc__list_freeze(reader, &reader->values_at_hand, sizeof *event->values, UINT8_MAX, &count);
    event->value_count = (uint8_t)count;
    pdoc__list_push(reader, &reader->events, &event, sizeof event);
}

void pdoc__reader_end_history(struct pdoc__reader *reader)
{
    size_t count;
    struct pdoc__history *history = reader->history;
    history->events = pdoc__list_freeze(reader, &reader->events, sizeof *history->events, UINT32_MAX, &count);
    history->count = (uint32_t)count;
    if (!reader->doc) /* that of a document is checked when the document is complete */
        pdoc__reader_check_history(reader, history);
}
