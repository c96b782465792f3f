/* SPDX-License-Identifier: MIT */
/* Rows of a front sheet as they are read: what was printed, what it means, in 32 bytes. */
#include <string.h>

#include "xml/register_reader.h"

/* Number of a field by the address of its interned code: the table is asked once for each code and file. */
static int16_t known_field(struct pdoc__reader *reader, const char *field)
{
    size_t slot = ((uintptr_t)field >> 2) % 128;
    for (size_t tries = 0; tries < 128; tries++, slot = (slot + 1) % 128) {
        if (reader->field_cache[slot].field == field)
            return reader->field_cache[slot].known;
        if (!reader->field_cache[slot].field) {
            reader->field_cache[slot].field = field;
            reader->field_cache[slot].known = (int16_t)pdoc_table_find(PDOC_TABLE_FIELD, field);
            return reader->field_cache[slot].known;
        }
    }
    return (int16_t)pdoc_table_find(PDOC_TABLE_FIELD, field);
}

void pdoc__reader_start_row(struct pdoc__reader *reader)
{
    struct pdoc__slice *guess = &reader->field_guesses[reader->rows.count % PDOC__GUESSED_ROWS];
    reader->row = (struct pdoc__row){.known = -1};
    if (pdoc__reader_given(reader, A_FIELD))
        reader->row.field = pdoc__reader_intern(reader, reader->values[A_FIELD], guess);
    if (reader->row.field)
        reader->row.known = known_field(reader, reader->row.field);
    reader->row_has_text = false;
    reader->row_has_value = pdoc__reader_given(reader, A_VALUE);
    reader->row_state = -1;
    if (reader->row_has_value) {
        reader->row_value.size = 0;
        pdoc__buffer_append(&reader->row_value, reader->values[A_VALUE].text, reader->values[A_VALUE].size);
    }
    if (!pdoc__reader_given(reader, A_STATE))
        return;
    const char *state = pdoc__reader_scratch(reader, reader->values[A_STATE]);
    reader->row_state = pdoc_table_find(PDOC_TABLE_CELL, state);
    if (reader->row_state < 0)
        pdoc__sax_fail(reader->sax, PDOC_ERR_INVALID,
                       "state=\"%s\": expected given, blank, not-applicable or unknown", state);
}

void pdoc__reader_end_row_label(struct pdoc__reader *reader)
{
    reader->row.label =
        pdoc__reader_take_word(reader, &reader->label_guesses[reader->rows.count % PDOC__GUESSED_ROWS]);
    pdoc__reader_end_pending(reader, reader->row.label, 0);
}

void pdoc__reader_end_row_text(struct pdoc__reader *reader)
{
    struct pdoc__buffer swapped = reader->row_text; /* the text waits until the row ends */
    reader->row_text = reader->text;
    reader->text = swapped;
    reader->row_has_text = true;
    reader->row_text_is_shared = !pdoc__reader_has_pending(reader);
    pdoc__reader_end_pending(reader, NULL, 0);
}

static const char *text_in(const struct pdoc__buffer *buffer)
{
    return buffer->size > 0 ? buffer->data : "";
}

void pdoc__reader_end_row(struct pdoc__reader *reader)
{
    if (reader->row_text.failed || reader->row_value.failed) {
        pdoc__reader_memory(reader);
        return;
    }
    pdoc_error *error = NULL;
    struct pdoc__cell cell = {.value = reader->row_has_value ? text_in(&reader->row_value) : NULL,
                              .text = reader->row_has_text ? text_in(&reader->row_text) : NULL,
                              .state = reader->row_state,
                              .may_be_shared = !reader->row_has_text || reader->row_text_is_shared};
    if (!pdoc__row_finish(reader->reg, &reader->row, &cell, &error)) {
        pdoc__sax_take_error(reader->sax, error);
        return;
    }
    pdoc__list_push(reader, &reader->rows, &reader->row, sizeof reader->row);
    if (reader->row_has_text && !reader->row_text_is_shared)
        pdoc__reader_settle(reader, PDOC__FORM_ROW_TEXT, reader->row.text, 0);
}
