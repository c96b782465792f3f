/* SPDX-License-Identifier: MIT */
/* Versions of a document: front sheets, sections and contents. The table of fields gives a property for each field. */
CLASS(pdoc_version, Version)
OBJECT(pdoc_version, pdoc_document *, document, pdoc_version_document)
GET  (pdoc_version, uint32_t, ordinal)
GET  (pdoc_version, MAYBE_TEXT, label)
GET_SET(pdoc_version, MAYBE_TEXT, visibility)

ITEM (pdoc_row, pdoc_version, SheetRow)
FIELD(pdoc_row, pdoc_version_row, MAYBE_TEXT, field)
FIELD(pdoc_row, pdoc_version_row, MAYBE_TEXT, label)
FIELD(pdoc_row, pdoc_version_row, MAYBE_TEXT, text)
FIELD(pdoc_row, pdoc_version_row, MAYBE_TEXT, value)
FIELD(pdoc_row, pdoc_version_row, pdoc_cell, state)
FIELD(pdoc_row, pdoc_version_row, pdoc_date, date)
ITEMS(pdoc_version, pdoc_row, sheet, pdoc_version_row_count)

ITEM (pdoc_section, pdoc_version, Section)
FIELD(pdoc_section, pdoc_version_section, TEXT, code)
FIELD(pdoc_section, pdoc_version_section, MAYBE_TEXT, title)
FIELD(pdoc_section, pdoc_version_section, MAYBE_TEXT, text)
ITEMS(pdoc_version, pdoc_section, sections, pdoc_version_section_count)

ITEM (pdoc_content, pdoc_version, Content)
FIELD(pdoc_content, pdoc_version_content, TEXT, href)
FIELD(pdoc_content, pdoc_version_content, MAYBE_TEXT, media_type)
FIELD(pdoc_content, pdoc_version_content, MAYBE_TEXT, sha256)
ITEMS(pdoc_version, pdoc_content, contents, pdoc_version_content_count)

WRITES(pdoc_version::add_row)
WRITES(pdoc_version::set_row)
WRITES(pdoc_version::add_section)
WRITES(pdoc_version::add_content)
%extend pdoc_version {
    MAYBE_TEXT field(TEXT field);
    int32_t find_row(TEXT field);
    pdoc_status add_row(MAYBE_TEXT field, MAYBE_TEXT label, MAYBE_TEXT text, pdoc_error **error);
    pdoc_status set_row(size_t row, MAYBE_TEXT text, MAYBE_TEXT value, pdoc_error **error);
    pdoc_status add_section(TEXT code, MAYBE_TEXT title, MAYBE_TEXT text, pdoc_error **error);
    pdoc_status add_content(TEXT href, MAYBE_TEXT media_type, MAYBE_TEXT sha256, pdoc_error **error);
}

/* One property for each row of the table of fields: of a date field the date, else the text as printed. */
%{
static const char *field_text(const struct pdoc_version *version, const char *code)
{
    return version ? pdoc_version_field(version, code) : NULL;
}

static pdoc_date field_date(const struct pdoc_version *version, const char *code)
{
    const int row = version ? pdoc_version_find_row(version, code) : -1;
    return row < 0 ? (pdoc_date){0} : pdoc_version_row_date(version, (size_t)row);
}
%}
%define FIELD_PROPERTY(the_id, the_code, the_label, the_meaning, the_type, the_reader)
%feature("docstring", the_label ": " the_meaning ".") pdoc_version::the_id;
%feature("docstring", the_label ", on the sheet of the last version: " the_meaning ".") pdoc_document::the_id;
%{
#define pdoc_version_##the_id##_get(self) the_reader(self, the_code)
#define pdoc_document_##the_id##_get(self) the_reader(pdoc_document_last_version(self), the_code)
%}
%immutable pdoc_version::the_id;
%immutable pdoc_document::the_id;
%extend pdoc_version {
    the_type the_id;
}
%extend pdoc_document {
    the_type the_id;
}
COLUMN(pdoc_version, the_type, the_id)
COLUMN(pdoc_document, the_type, the_id)
%enddef
%define FIELD_TEXT(the_id, the_code, the_label, the_meaning)
FIELD_PROPERTY(the_id, the_code, the_label, the_meaning, MAYBE_TEXT, field_text)
%enddef
%define FIELD_DATE(the_id, the_code, the_label, the_meaning)
FIELD_PROPERTY(the_id, the_code, the_label, the_meaning, pdoc_date, field_date)
%enddef
#define FIELD_CODE FIELD_TEXT
#define FIELD_PARTY FIELD_TEXT
#define FIELD_VERSION FIELD_TEXT
#define FIELD_LIST FIELD_TEXT
#define FIELD_URI FIELD_TEXT
#define FIELD_NUMBER FIELD_TEXT
%define PDOC_FIELD(the_id, the_code, the_label, the_type, the_meaning)
FIELD_##the_type(the_id, the_code, the_label, the_meaning)
%enddef
%rename("%(lower)s", regexmatch$name="^[A-Z_]+$", %$ismember) "";
/* What a document says of itself comes first. */
%ignore pdoc_document::TITLE;
%ignore pdoc_document::TYPE;
%ignore pdoc_document::CATEGORY;
%ignore pdoc_document::SCOPE;
%ignore pdoc_document::REFERENCE;
%include "lib/model/fields.def"
