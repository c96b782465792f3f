/* SPDX-License-Identifier: MIT */
/* Any bytes as a sheet, perhaps a map before an empty line: it is read or told why not; its problems can be read as a
   sheet again; what is added can be updated without a difference, and read as a register. */
#include "fuzz.h"

static char *copy_of(const uint8_t *data, size_t size)
{
    char *text = malloc(size + 1);
    must(text != NULL, "memory");
    memcpy(text, data, size);
    text[size] = '\0';
    return text;
}

static void check_problems(const pdoc_sheet *sheet)
{
    for (size_t i = 0; i < pdoc_sheet_problem_count(sheet); i++) {
        must(pdoc_sheet_problem_row(sheet, i) > 0, "a problem has a row");
        must(pdoc_sheet_problem_line(sheet, i) >= 1, "a row has a line");
        must(pdoc_sheet_problem_code(sheet, i) && *pdoc_sheet_problem_message(sheet, i), "a problem says what it is");
    }
    const pdoc_publish_options options = {.size = sizeof options, .format = PDOC_FORMAT_CSV};
    pdoc_text *text = pdoc_sheet_publish(sheet, &options, NULL);
    must(text != NULL, "problems can be published");
    pdoc_error *error = NULL;
    /* its own labels are told, or a problem that quotes two labels of fields would be the header */
    const pdoc_sheet_options own = {.size = sizeof own, .map = "row = property.row\nline = property.line\n"};
    pdoc_sheet *again = pdoc_sheet_read(pdoc_text_data(text), pdoc_text_size(text), "problems", &own, &error);
    must(again != NULL, "and read as a sheet");
    must(pdoc_register_document_count(pdoc_sheet_register(again)) == pdoc_sheet_problem_count(sheet),
         "in as many rows");
    pdoc_sheet_free(again);
    pdoc_text_free(text);
}

static void check_register(pdoc_sheet *sheet)
{
    pdoc_register *reg = pdoc_register_new(NULL);
    must(pdoc_sheet_add(sheet, reg, NULL) == PDOC_OK, "a sheet can be added");
    pdoc_text *before = pdoc_register_write_memory(reg, NULL, NULL);
    must(pdoc_sheet_update(sheet, reg, NULL) == PDOC_OK, "and updated");
    pdoc_text *after = pdoc_register_write_memory(reg, NULL, NULL);
    must(before && after && strcmp(pdoc_text_data(before), pdoc_text_data(after)) == 0, "without a difference");
    pdoc_error *error = NULL;
    pdoc_register *again =
        pdoc_register_read_memory(pdoc_text_data(after), pdoc_text_size(after), "register", NULL, &error);
    must(again != NULL, "the register can be read");
    pdoc_register_unref(again);
    pdoc_text_free(before);
    pdoc_text_free(after);
    pdoc_register_unref(reg);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    size_t end = 0;
    while (end + 1 < size && !(data[end] == '\n' && data[end + 1] == '\n'))
        end++;
    const bool has_map = end + 1 < size && data[0] == '#';
    char *map = has_map ? copy_of(data, end + 1) : NULL;
    const size_t start = has_map ? end + 2 : 0;
    const pdoc_sheet_options options = {.size = sizeof options, .map = map, .map_name = "map"};
    pdoc_error *error = NULL;
    pdoc_sheet *sheet = pdoc_sheet_read(data + start, size - start, "sheet", &options, &error);
    must((sheet == NULL) == (error != NULL), "an error exactly on failure");
    if (sheet) {
        check_problems(sheet);
        check_register(sheet);
    }
    pdoc_sheet_free(sheet);
    pdoc_error_free(error);
    free(map);
    return 0;
}
