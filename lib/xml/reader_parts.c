/* SPDX-License-Identifier: MIT */
/* What each element of a register becomes, when it starts and when it ends. Events have a room of their own. */
#include <string.h>

#include "base/text.h"
#include "xml/register_reader.h"

static void *new_part(struct pdoc__reader *reader, size_t size)
{
    void *part = pdoc__arena_zero(&reader->reg->arena, size, NULL);
    if (!part)
        pdoc__reader_memory(reader);
    return part;
}

static const char *needed(struct pdoc__reader *reader, const char *value, const char *element, const char *attribute)
{
    if (!value)
        pdoc__sax_fail(reader->sax, PDOC_ERR_INVALID, "<%s> without %s; every %s needs one", element, attribute, element);
    return value;
}

/* What others refer to by must say something. */
static const char *named(struct pdoc__reader *reader, const char *value, const char *element, const char *attribute)
{
    return needed(reader, value && value[0] ? value : NULL, element, attribute);
}

static void start_register(struct pdoc__reader *reader)
{
    reader->reg->schema_version = pdoc__reader_word(reader, A_SCHEMA_VERSION);
    reader->reg->must_understand = pdoc__reader_text(reader, A_MUST_UNDERSTAND);
    reader->reg->language = pdoc__reader_word(reader, A_LANG);
    if (pdoc__reader_given(reader, A_REVISION))
        reader->reg->revision = pdoc__reader_number(reader, A_REVISION, PDOC__REVISION_MOST);
    reader->reg->revised = pdoc__reader_whole_day(reader, A_REVISED, "revised");
}

static void start_profile(struct pdoc__reader *reader)
{
    struct pdoc__assignment profile = {.ref = needed(reader, pdoc__reader_word(reader, A_REF), "profile", "ref"),
                                       .from = pdoc__reader_date(reader, A_FROM),
                                       .to = pdoc__reader_date(reader, A_TO)};
    pdoc__list_push(reader, &reader->profiles, &profile, sizeof profile);
}

static void start_party(struct pdoc__reader *reader)
{
    pdoc_party *party = reader->party = new_part(reader, sizeof *party);
    if (!party)
        return;
    party->reg = reader->reg;
    party->line = pdoc__sax_line(reader->sax);
    reader->party_column = pdoc__sax_column(reader->sax);
    party->code = named(reader, pdoc__reader_word(reader, A_CODE), "party", "code");
    party->kind = pdoc__reader_word(reader, A_KIND);
    party->part_of = pdoc__reader_word(reader, A_PART_OF);
    party->ended = pdoc__reader_date(reader, A_ENDED);
    party->successor = pdoc__reader_word(reader, A_SUCCESSOR);
    party->visibility = pdoc__reader_word(reader, A_VISIBILITY);
}

static void end_party(struct pdoc__reader *reader)
{
    pdoc_party *party = reader->party;
    size_t count;
    for (size_t kind = 0; kind < 3; kind++) {
        party->names[kind] = pdoc__list_freeze(reader, &reader->names[kind], sizeof(const char *), UINT16_MAX, &count);
        party->name_count[kind] = (uint16_t)count;
    }
    party->holders = pdoc__list_freeze(reader, &reader->holders, sizeof *party->holders, UINT16_MAX, &count);
    party->holder_count = (uint16_t)count;
    pdoc__reader_end_meetings_of_party(reader);
    if (party->name_count[PDOC_NAME_NAME] == 0)
        needed(reader, NULL, "party", "a name");
    pdoc_error *error = NULL;
    if (!party->code || pdoc__register_take_party(reader->reg, party, &error))
        return;
    if (pdoc_error_status(error) == PDOC_ERR_INVALID)
        pdoc__reader_fail_at(
            reader,
            &(struct pdoc__place){.line = party->line, .column = reader->party_column, .path = "register/party"},
            pdoc_error_message(error));
    else
        pdoc__reader_memory(reader);
    pdoc_error_free(error);
}

static void end_name(struct pdoc__reader *reader, size_t kind)
{
    const char *name = pdoc__reader_take_text(reader, true);
    if (name)
        pdoc__list_push(reader, &reader->names[kind], &name, sizeof name);
    pdoc__reader_end_pending(reader, name, 0);
}

static void start_holder(struct pdoc__reader *reader)
{
    reader->holder = (struct pdoc__holder){.from = pdoc__reader_date(reader, A_FROM),
                                           .to = pdoc__reader_date(reader, A_TO)};
}

static void end_holder(struct pdoc__reader *reader)
{
    reader->holder.name = pdoc__reader_take_text(reader, true);
    pdoc__list_push(reader, &reader->holders, &reader->holder, sizeof reader->holder);
    pdoc__reader_end_pending(reader, reader->holder.name, 0);
}

static void start_document(struct pdoc__reader *reader)
{
    pdoc_document *doc = reader->doc = new_part(reader, sizeof *doc);
    if (!doc)
        return;
    doc->reg = reader->reg;
    doc->history.reg = reader->reg;
    doc->history.doc = doc;
    doc->line = pdoc__sax_line(reader->sax);
    doc->id = named(reader, pdoc__reader_text(reader, A_ID), "document", "id");
    doc->type = pdoc__reader_word(reader, A_TYPE);
    doc->category = pdoc__reader_word(reader, A_CATEGORY);
    doc->scope = pdoc__reader_word(reader, A_SCOPE);
    doc->uri = pdoc__reader_text(reader, A_URI);
    doc->profile = pdoc__reader_word(reader, A_PROFILE);
    doc->visibility = pdoc__reader_word(reader, A_VISIBILITY);
    if (pdoc__reader_given(reader, A_ADDED))
        doc->added = pdoc__reader_number(reader, A_ADDED, PDOC__REVISION_MOST);
    if (pdoc__reader_given(reader, A_REVISION))
        doc->revision = pdoc__reader_number(reader, A_REVISION, PDOC__REVISION_MOST);
    if (doc->id)
        pdoc__reader_document_id(reader, doc->id);
}

#define FREEZE(owner, list, items, counter, form)                                                                      \
    do {                                                                                                               \
        size_t frozen;                                                                                                 \
        (owner)->items = pdoc__list_freeze(reader, &reader->list, sizeof *(owner)->items, UINT16_MAX, &frozen);         \
        (owner)->counter = (uint16_t)frozen;                                                                           \
        pdoc__reader_settle(reader, (form), (owner)->items, sizeof *(owner)->items);                                   \
    } while (0)

static void end_document(struct pdoc__reader *reader)
{
    pdoc_document *doc = reader->doc;
    FREEZE(doc, titles, titles, title_count, PDOC__FORM_COUNT);
    FREEZE(doc, references, references, reference_count, PDOC__FORM_COUNT);
    FREEZE(doc, properties, properties, property_count, PDOC__FORM_PROPERTY);
    FREEZE(doc, relations, relations, relation_count, PDOC__FORM_COUNT);
    FREEZE(doc, versions, versions, version_count, PDOC__FORM_COUNT);
    pdoc__reader_check_document(reader, doc);
    pdoc_error *error = NULL;
    reader->doc = NULL;
    if (doc->id && pdoc__register_take_document(reader->reg, doc, &error))
        return;
    pdoc__list_push(reader, &reader->refused, &doc, sizeof doc); /* the check of ids says why, if it is the id */
    if (doc->id && pdoc_error_status(error) != PDOC_ERR_INVALID)
        pdoc__reader_memory(reader);
    pdoc_error_free(error);
}

static void end_title(struct pdoc__reader *reader)
{
    struct pdoc__name title = {.text = pdoc__reader_take_text(reader, false), .language = reader->title_language};
    pdoc__list_push(reader, &reader->titles, &title, sizeof title);
    pdoc__reader_end_pending(reader, title.text, 0);
}

static void start_title(struct pdoc__reader *reader)
{
    reader->title_language = pdoc__reader_word(reader, A_LANG);
}

static void end_reference(struct pdoc__reader *reader)
{
    const char *reference = pdoc__reader_take_text(reader, false);
    pdoc__list_push(reader, &reader->references, &reference, sizeof reference);
    pdoc__reader_end_pending(reader, reference, 0);
}

static void start_property(struct pdoc__reader *reader)
{
    struct pdoc__property property = {.name = needed(reader, pdoc__reader_word(reader, A_NAME), "property", "name"),
                                      .value = needed(reader, pdoc__reader_word(reader, A_VALUE), "property", "value")};
    pdoc__list_push(reader, &reader->properties, &property, sizeof property);
}

static void start_relation(struct pdoc__reader *reader)
{
    pdoc_relation *relation = reader->relation = new_part(reader, sizeof *relation);
    if (!relation)
        return;
    relation->doc = reader->doc;
    relation->line = pdoc__sax_line(reader->sax);
    relation->kind = needed(reader, pdoc__reader_word(reader, A_KIND), "relation", "kind");
    relation->target = needed(reader, pdoc__reader_text(reader, A_TO), "relation", "to");
    relation->edition = pdoc__reader_word(reader, A_EDITION);
    relation->clause = pdoc__reader_word(reader, A_CLAUSE);
    relation->checked = pdoc__reader_date(reader, A_CHECKED);
    relation->fingerprint = pdoc__reader_text(reader, A_FINGERPRINT);
    pdoc__list_push(reader, &reader->relations, &relation, sizeof relation);
}

static void end_relation_note(struct pdoc__reader *reader)
{
    reader->relation->note = pdoc__reader_take_text(reader, false);
    pdoc__reader_end_pending(reader, reader->relation->note, 0);
}

static void start_version(struct pdoc__reader *reader)
{
    struct pdoc_version *version = reader->version = new_part(reader, sizeof *version);
    if (!version)
        return;
    version->doc = reader->doc;
    version->line = pdoc__sax_line(reader->sax);
    version->ordinal = pdoc__reader_number(reader, A_N, UINT16_MAX);
    version->label = pdoc__reader_word(reader, A_LABEL);
    version->visibility = pdoc__reader_word(reader, A_VISIBILITY);
    if (!pdoc__reader_ordinal_is_new(reader, version->ordinal))
        pdoc__sax_fail(reader->sax, PDOC_ERR_INVALID, "two versions of one document have n=\"%u\"",
                       (unsigned)version->ordinal);
    pdoc__list_push(reader, &reader->versions, &version, sizeof version);
}

static void end_version(struct pdoc__reader *reader)
{
    struct pdoc_version *version = reader->version;
    FREEZE(version, sections, sections, section_count, PDOC__FORM_SECTION);
    FREEZE(version, contents, contents, content_count, PDOC__FORM_CONTENT);
}

static void start_front_sheet(struct pdoc__reader *reader)
{
    reader->version->has_sheet = true;
}

static void end_front_sheet(struct pdoc__reader *reader)
{
    FREEZE(reader->version, rows, rows, row_count, PDOC__FORM_ROW);
}

static void start_section(struct pdoc__reader *reader)
{
    reader->section =
        (struct pdoc__section){.code = needed(reader, pdoc__reader_word(reader, A_CODE), "section", "code")};
}

static void end_section(struct pdoc__reader *reader)
{
    pdoc__list_push(reader, &reader->sections, &reader->section, sizeof reader->section);
}

static void end_section_title(struct pdoc__reader *reader)
{
    reader->section.title =
        pdoc__reader_take_word(reader, &reader->title_guesses[reader->sections.count % PDOC__GUESSED_SECTIONS]);
    pdoc__reader_end_pending(reader, reader->section.title, 0);
}

static void end_section_text(struct pdoc__reader *reader)
{
    reader->section.text = pdoc__reader_take_text(reader, false);
    pdoc__reader_end_pending(reader, reader->section.text, 0);
}

static void start_content(struct pdoc__reader *reader)
{
    struct pdoc__content content = {.href = needed(reader, pdoc__reader_text(reader, A_HREF), "content", "href"),
                                    .media_type = pdoc__reader_word(reader, A_MEDIA_TYPE),
                                    .sha256 = pdoc__reader_text(reader, A_SHA256)};
    if (content.sha256 && !pdoc__is_sha256(content.sha256))
        pdoc__sax_fail(reader->sax, PDOC_ERR_INVALID, "sha256=\"%s\": expected 64 hexadecimal digits", content.sha256);
    pdoc__list_push(reader, &reader->contents, &content, sizeof content);
}

static void end_register_title(struct pdoc__reader *reader)
{
    reader->reg->title = pdoc__reader_take_text(reader, false);
    pdoc__reader_end_pending(reader, reader->reg->title, 0);
}

static void end_register(struct pdoc__reader *reader)
{
    FREEZE(reader->reg, profiles, profiles, profile_count, PDOC__FORM_PROFILE);
    pdoc__reader_end_time(reader);
    pdoc__reader_end_issues(reader);
    pdoc__reader_check_ids(reader);
    reader->is_done = true;
}

static void start_history(struct pdoc__reader *reader)
{
    reader->history = reader->doc ? &reader->doc->history : &reader->reg->history;
    reader->history->exists = true;
    reader->event_columns.count = 0;
}

static void end_one_name(struct pdoc__reader *reader)
{
    end_name(reader, PDOC_NAME_NAME);
}

static void end_alias(struct pdoc__reader *reader)
{
    end_name(reader, PDOC_NAME_ALIAS);
}

static void end_former(struct pdoc__reader *reader)
{
    end_name(reader, PDOC_NAME_FORMER);
}

const struct pdoc__reader_part pdoc__reader_parts[PDOC__FORM_COUNT] = {
    [PDOC__FORM_REGISTER] = {start_register, end_register},
    [PDOC__FORM_REGISTER_TITLE] = {NULL, end_register_title},
    [PDOC__FORM_PROFILE] = {start_profile, NULL},
    [PDOC__FORM_CALENDAR] = {pdoc__reader_start_calendar, pdoc__reader_end_calendar},
    [PDOC__FORM_NON_WORKING] = {pdoc__reader_start_non_working, NULL},
    [PDOC__FORM_WORKING] = {pdoc__reader_start_working, NULL},
    [PDOC__FORM_PARTY] = {start_party, end_party},
    [PDOC__FORM_NAME] = {NULL, end_one_name},
    [PDOC__FORM_ALIAS] = {NULL, end_alias},
    [PDOC__FORM_FORMER] = {NULL, end_former},
    [PDOC__FORM_HOLDER] = {start_holder, end_holder},
    [PDOC__FORM_MEETS] = {pdoc__reader_start_pattern, NULL},
    [PDOC__FORM_MEETING] = {pdoc__reader_start_meeting, pdoc__reader_end_meeting},
    [PDOC__FORM_MEETING_NOTE] = {NULL, pdoc__reader_end_meeting_note},
    [PDOC__FORM_ATTENDEE] = {pdoc__reader_start_attendee, pdoc__reader_end_attendee},
    [PDOC__FORM_FORWARD_ITEM] = {pdoc__reader_start_forward_item, NULL},
    [PDOC__FORM_FORWARD_NOTE] = {NULL, pdoc__reader_end_forward_note},
    [PDOC__FORM_ISSUE] = {pdoc__reader_start_issue, pdoc__reader_end_issue},
    [PDOC__FORM_ISSUE_STEP] = {pdoc__reader_start_issue_step, NULL},
    [PDOC__FORM_DOCUMENT] = {start_document, end_document},
    [PDOC__FORM_TITLE] = {start_title, end_title},
    [PDOC__FORM_REFERENCE] = {NULL, end_reference},
    [PDOC__FORM_PROPERTY] = {start_property, NULL},
    [PDOC__FORM_RELATION] = {start_relation, NULL},
    [PDOC__FORM_RELATION_NOTE] = {NULL, end_relation_note},
    [PDOC__FORM_VERSION] = {start_version, end_version},
    [PDOC__FORM_FRONT_SHEET] = {start_front_sheet, end_front_sheet},
    [PDOC__FORM_ROW] = {pdoc__reader_start_row, pdoc__reader_end_row},
    [PDOC__FORM_ROW_LABEL] = {NULL, pdoc__reader_end_row_label},
    [PDOC__FORM_ROW_TEXT] = {NULL, pdoc__reader_end_row_text},
    [PDOC__FORM_SECTION] = {start_section, end_section},
    [PDOC__FORM_SECTION_TITLE] = {NULL, end_section_title},
    [PDOC__FORM_SECTION_TEXT] = {NULL, end_section_text},
    [PDOC__FORM_CONTENT] = {start_content, NULL},
    [PDOC__FORM_HISTORY] = {start_history, pdoc__reader_end_history},
    [PDOC__FORM_REGISTER_HISTORY] = {start_history, pdoc__reader_end_history},
    [PDOC__FORM_EVENT] = {pdoc__reader_start_event, pdoc__reader_end_event},
    [PDOC__FORM_VALUE] = {pdoc__reader_start_value, pdoc__reader_end_value},
};

const void *pdoc__reader_owner(const struct pdoc__reader *reader, int form)
{
    switch (form) {
    case PDOC__FORM_REGISTER:
        return reader->reg;
    case PDOC__FORM_PARTY:
        return reader->party;
    case PDOC__FORM_DOCUMENT:
        return reader->doc;
    case PDOC__FORM_VERSION:
        return reader->version;
    case PDOC__FORM_RELATION:
        return reader->relation;
    case PDOC__FORM_FRONT_SHEET:
        return &reader->version->rows;
    case PDOC__FORM_FORWARD_ITEM:
        return reader->forward_item;
    case PDOC__FORM_EVENT:
        return reader->event;
    default:
        return form == PDOC__FORM_HISTORY || form == PDOC__FORM_REGISTER_HISTORY ? reader->history : NULL;
    }
}
