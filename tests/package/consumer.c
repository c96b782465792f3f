/* SPDX-License-Identifier: MIT */
/* A program of somebody else: makes a register, writes it, reads it back. Also compiled as C++. */
#include <policydoc/policydoc.h>

#include <stdio.h>
#include <string.h>

int main(void)
{
    pdoc_error *error = NULL;
    pdoc_register *reg = pdoc_register_new(&error);
    if (!reg || pdoc_register_set_title(reg, "Consumer", &error) != PDOC_OK)
        return 1;
    if (!pdoc_register_add_document(reg, "policy", "A policy", &error))
        return 2;
    pdoc_text *text = pdoc_register_write_memory(reg, NULL, &error);
    if (!text)
        return 3;
    pdoc_register *again = pdoc_register_read_memory(pdoc_text_data(text), pdoc_text_size(text), NULL, NULL, &error);
    if (!again || pdoc_register_document_count(again) != 1 || strcmp(pdoc_register_title(again), "Consumer") != 0)
        return 4;
    if (strcmp(pdoc_version(), PDOC_VERSION_TEXT) != 0)
        return 5;
    printf("policydoc %s\n", pdoc_version());
    pdoc_register_unref(again);
    pdoc_text_free(text);
    pdoc_register_unref(reg);
    return 0;
}
