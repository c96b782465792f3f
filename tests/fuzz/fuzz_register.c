/* SPDX-License-Identifier: MIT */
/* Any bytes as a register: refused with an error, or written in a form that reads back as the same bytes. */
#include "fuzz.h"

static const pdoc_read_options strict = {.size = sizeof strict, .strict = 1};

static void must_be_a_fixed_point(pdoc_register *reg)
{
    pdoc_error *error = NULL;
    pdoc_text *first = pdoc_register_write_memory(reg, NULL, &error);
    must(first != NULL, "what was read can be written");
    pdoc_register *again = pdoc_register_read_memory(pdoc_text_data(first), pdoc_text_size(first), "again", NULL, &error);
    must(again != NULL, "what was written can be read");
    pdoc_text *second = pdoc_register_write_memory(again, NULL, &error);
    must(second != NULL, "it can be written again");
    must(pdoc_text_size(first) == pdoc_text_size(second) &&
             memcmp(pdoc_text_data(first), pdoc_text_data(second), pdoc_text_size(first)) == 0,
         "the second writing gives the same bytes");
    pdoc_text_free(first);
    pdoc_text_free(second);
    pdoc_register_unref(again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    pdoc_error *error = NULL;
    pdoc_register *reg = pdoc_register_read_memory(data, size, "input", &strict, &error);
    must((reg == NULL) == (error != NULL), "an error exactly on failure");
    must(reg || pdoc_error_message(error)[0] != '\0', "an error says something");
    if (reg)
        must_be_a_fixed_point(reg);
    pdoc_register_unref(reg);
    pdoc_error_free(error);
    return 0;
}
