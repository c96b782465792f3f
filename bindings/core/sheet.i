/* SPDX-License-Identifier: MIT */
/* Spreadsheets: a table of documents becomes a register, or brings one up to date. */
HELD    (pdoc_sheet, Sheet, pdoc_sheet_free)
HELD_GET(pdoc_sheet, TEXT, encoding)
HELD_GET(pdoc_sheet, bool, encoding_is_certain)
HELD_GET(pdoc_sheet, char, delimiter)
%rename("register") held_pdoc_sheet::as_register;
%{
#define pdoc_sheet_as_register pdoc_sheet_register
%}
%define DOC_pdoc_sheet_as_register "The documents of the sheet as a register of their own, in its order; not to be changed." %enddef
HELD_GET(pdoc_sheet, const pdoc_register *, as_register)
ITEM      (pdoc_column, held_pdoc_sheet, SheetColumn)
HELD_FIELD(pdoc_column, pdoc_sheet_column, TEXT, label)
HELD_FIELD(pdoc_column, pdoc_sheet_column, MAYBE_TEXT, field)
HELD_ITEMS(pdoc_sheet, pdoc_column, columns, pdoc_sheet_column_count)
ITEM      (pdoc_problem, held_pdoc_sheet, SheetProblem)
HELD_FIELD(pdoc_problem, pdoc_sheet_problem, uint32_t, row)
HELD_FIELD(pdoc_problem, pdoc_sheet_problem, uint32_t, line)
HELD_FIELD(pdoc_problem, pdoc_sheet_problem, MAYBE_NUMBER, column)
HELD_FIELD(pdoc_problem, pdoc_sheet_problem, MAYBE_TEXT, label)
HELD_FIELD(pdoc_problem, pdoc_sheet_problem, MAYBE_TEXT, text)
HELD_FIELD(pdoc_problem, pdoc_sheet_problem, TEXT, code)
HELD_FIELD(pdoc_problem, pdoc_sheet_problem, TEXT, message)
HELD_FIELD(pdoc_problem, pdoc_sheet_problem, MAYBE_TEXT, nearest)
HELD_ITEMS(pdoc_sheet, pdoc_problem, problems, pdoc_sheet_problem_count)
%{
static held_pdoc_sheet *held_pdoc_sheet_parse(const void *data, size_t size, const char *name,
                                              const pdoc_profile *profile, const pdoc_register *parties,
                                              const char *map, const char *map_name, pdoc_error **error)
{
    const pdoc_sheet_options options = {
        .size = sizeof options, .profile = profile, .parties = parties, .map = map, .map_name = map_name};
    return held_pdoc_sheet_make(pdoc_sheet_read(data, size, name, &options, error));
}
#define held_pdoc_sheet_add_to(self, reg, error) pdoc_sheet_add((self)->it, reg, error)
#define held_pdoc_sheet_update(self, reg, error) pdoc_sheet_update((self)->it, reg, error)
%}
NEW(held_pdoc_sheet, parse)
WRITES(held_pdoc_sheet::add_to)
WRITES(held_pdoc_sheet::update)
%extend held_pdoc_sheet {
    static struct held_pdoc_sheet *parse(const void *data, size_t size, MAYBE_TEXT name, const pdoc_profile *profile,
                                         const pdoc_register *parties, MAYBE_TEXT map, MAYBE_TEXT map_name,
                                         pdoc_error **error);
    pdoc_status add_to(pdoc_register *reg, pdoc_error **error);
    pdoc_status update(pdoc_register *reg, pdoc_error **error);
}
