/* SPDX-License-Identifier: MIT */
/* Documents: what they say of themselves, their relations, and the cells of their last version. */
%{
/* The last version: the one whose sheet counts where none is named. */
static struct pdoc_version *pdoc_document_last_version(const pdoc_document *doc)
{
    const size_t count = pdoc_document_version_count(doc);
    return count ? pdoc_document_version(doc, count - 1) : NULL;
}

static const char *pdoc_document_first_reference(const pdoc_document *doc)
{
    return pdoc_document_reference(doc, 0);
}
%}
CLASS  (pdoc_document, Document)
%rename("register") pdoc_document::held_in;
OBJECT (pdoc_document, pdoc_register *, held_in, pdoc_document_register)
GET    (pdoc_document, TEXT, id)
GET_SET(pdoc_document, MAYBE_TEXT, title)
GET_SET(pdoc_document, MAYBE_TEXT, type)
GET_SET(pdoc_document, MAYBE_TEXT, category)
GET_SET(pdoc_document, MAYBE_TEXT, scope)
GET_SET(pdoc_document, MAYBE_TEXT, uri)
GET_SET(pdoc_document, MAYBE_TEXT, profile)
GET_SET(pdoc_document, MAYBE_TEXT, visibility)
GET    (pdoc_document, MAYBE_NUMBER, added)
GET    (pdoc_document, MAYBE_NUMBER, revision)
%define DOC_pdoc_document_first_reference "Its first reference, or None." %enddef
ASK    (pdoc_document, MAYBE_TEXT, reference, pdoc_document_first_reference)
%define DOC_pdoc_document_last_version "Its last version, or None." %enddef
OBJECT (pdoc_document, struct pdoc_version *, last_version, pdoc_document_last_version)
WORDS  (pdoc_document, references, pdoc_document_reference_count, pdoc_document_reference)
PARTS  (pdoc_document, pdoc_version, versions, pdoc_document_version_count, pdoc_document_version)
PARTS  (pdoc_document, pdoc_event, history, pdoc_document_event_count, pdoc_document_event)

ITEM    (pdoc_title, pdoc_document, Title)
FIELD_BY(pdoc_title, TEXT, words, pdoc_document_title_at)
FIELD_BY(pdoc_title, MAYBE_TEXT, language, pdoc_document_title_language)
ITEMS   (pdoc_document, pdoc_title, titles, pdoc_document_title_count)

WORDS  (pdoc_document, property_names, pdoc_document_property_count, pdoc_document_property_name)

ITEM (pdoc_tie, pdoc_document, Relation)
ITEMS(pdoc_document, pdoc_tie, relations, pdoc_document_relation_count)

WRITES(pdoc_document::add_reference)
WRITES(pdoc_document::set_property)
WRITES(pdoc_document::relate)
NEW(pdoc_document, relate)
WRITES(pdoc_document::add_version)
WRITES(pdoc_document::record)
WRITES(pdoc_document::assign)
%extend pdoc_document {
    MAYBE_TEXT property(TEXT name);
    pdoc_status set_property(TEXT name, MAYBE_TEXT value, pdoc_error **error);
    pdoc_status add_reference(TEXT reference, pdoc_error **error);
    struct pdoc_tie *relate(TEXT kind, TEXT target, pdoc_error **error);
    struct pdoc_version *find_version(uint32_t ordinal);
    struct pdoc_version *add_version(MAYBE_TEXT label, pdoc_error **error);
    pdoc_status assign(uint32_t version, TEXT name, MAYBE_TEXT value, pdoc_error **error);
    pdoc_event *record(TEXT kind, pdoc_date on, pdoc_date recorded, uint32_t version, MAYBE_TEXT by, pdoc_error **error);
}

/* A relation is known by its document and its place there: none is ever taken away. */
%{
static struct pdoc_tie *pdoc_document_relate(pdoc_document *doc, const char *kind, const char *target, pdoc_error **error)
{
    return pdoc_document_add_relation(doc, kind, target, error)
               ? pdoc_tie_make(doc, pdoc_document_relation_count(doc) - 1)
               : NULL;
}
#define relation_of(self) pdoc_document_relation((self)->of, (self)->at)
#define pdoc_tie_set_edition(self, edition, clause, error) pdoc_relation_set_edition(relation_of(self), edition, clause, error)
#define pdoc_tie_set_checked(self, on, fingerprint, error) pdoc_relation_set_checked(relation_of(self), on, fingerprint, error)
%}
%define RELATION(TYPE, NAME)
DOC(pdoc_tie, NAME, pdoc_relation_##NAME)
%{
#define pdoc_tie_##NAME##_get(self) pdoc_relation_##NAME(relation_of(self))
%}
%immutable pdoc_tie::NAME;
%extend pdoc_tie {
    TYPE NAME;
}
COLUMN(pdoc_tie, TYPE, NAME)
%enddef
RELATION(TEXT, kind)
RELATION(TEXT, target)
%{
#define pdoc_tie_document(self) pdoc_relation_document(relation_of(self))
%}
%define DOC_pdoc_tie_document "Target in this register, or None if it is outside or missing." %enddef
OBJECT(pdoc_tie, pdoc_document *, document, pdoc_tie_document)
RELATION(MAYBE_TEXT, edition)
RELATION(MAYBE_TEXT, clause)
RELATION(pdoc_date, checked)
RELATION(MAYBE_TEXT, fingerprint)
RELATION(MAYBE_TEXT, note)
WRITES(pdoc_tie::set_edition)
WRITES(pdoc_tie::set_checked)
%extend pdoc_tie {
    pdoc_status set_edition(MAYBE_TEXT edition, MAYBE_TEXT clause, pdoc_error **error);
    pdoc_status set_checked(pdoc_date on, MAYBE_TEXT fingerprint, pdoc_error **error);
}
