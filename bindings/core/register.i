/* SPDX-License-Identifier: MIT */
/* The register: reading and saving it, and what it holds. */
%{
static pdoc_register *pdoc_register_read(const char *path, bool strict, pdoc_error **error)
{
    return pdoc_register_read_file(path, &(pdoc_read_options){.size = sizeof(pdoc_read_options), .strict = strict}, error);
}

static pdoc_register *pdoc_register_parse(const void *data, size_t size, const char *name, bool strict,
                                          pdoc_error **error)
{
    const pdoc_read_options options = {.size = sizeof options, .strict = strict};
    return pdoc_register_read_memory(data, size, name, &options, error);
}

static pdoc_status pdoc_register_write(pdoc_register *reg, const char *path, int32_t gzip_level, bool backup,
                                       bool overwrite, pdoc_error **error)
{
    const pdoc_write_options options = {
        .size = sizeof options, .gzip_level = gzip_level, .backup = backup, .overwrite = overwrite};
    return pdoc_register_write_file(reg, path, &options, error);
}

static pdoc_text *pdoc_register_to_xml(const pdoc_register *reg, pdoc_error **error)
{
    return pdoc_register_write_memory(reg, NULL, error);
}
#define new_pdoc_register pdoc_register_new
%}
CLASS(pdoc_register, Register)
GET_SET(pdoc_register, MAYBE_TEXT, title)
GET    (pdoc_register, uint32_t, revision)
GET    (pdoc_register, pdoc_date, revised)
PARTS  (pdoc_register, pdoc_document, documents, pdoc_register_document_count, pdoc_register_document)
PARTS  (pdoc_register, pdoc_party, parties, pdoc_register_party_count, pdoc_register_party)
PARTS  (pdoc_register, pdoc_event, history, pdoc_register_event_count, pdoc_register_event)

ITEM  (pdoc_notice, pdoc_register, Notice)
FIELD_BY(pdoc_notice, TEXT, message, pdoc_register_notice)
FIELD_BY(pdoc_notice, MAYBE_NUMBER, line, pdoc_register_notice_line)
ITEMS (pdoc_register, pdoc_notice, notices, pdoc_register_notice_count)

LONG(pdoc_register::read)
LONG(pdoc_register::parse)
LONG(pdoc_register::copy)
LONG(pdoc_register::to_xml)
WRITES(pdoc_register::write)
WRITES(pdoc_register::revise)
WRITES(pdoc_register::add_document)
WRITES(pdoc_register::add_party)
NEW(pdoc_register, read)
NEW(pdoc_register, parse)
NEW(pdoc_register, copy)
%extend pdoc_register {
    pdoc_register(pdoc_error **error);
    static pdoc_register *read(TEXT path, bool strict, pdoc_error **error);
    static pdoc_register *parse(const void *data, size_t size, MAYBE_TEXT name, bool strict, pdoc_error **error);
    pdoc_register *copy(pdoc_error **error);
    pdoc_status write(TEXT path, int32_t gzip_level, bool backup, bool overwrite, pdoc_error **error);
    pdoc_text *to_xml(pdoc_error **error);
    pdoc_status revise(pdoc_date day, pdoc_error **error);
    pdoc_document *find_document(TEXT id_or_reference);
    pdoc_document *add_document(MAYBE_TEXT type, TEXT title, pdoc_error **error);
    pdoc_party *find_party(TEXT name);
    pdoc_party *add_party(TEXT code, MAYBE_TEXT kind, MAYBE_TEXT name, pdoc_error **error);
    pdoc_event *find_event(TEXT id);
}
