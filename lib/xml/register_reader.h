/* SPDX-License-Identifier: MIT */
/* The reader of registers at work: what it holds between two events. Its rooms are reader_*.c. */
#ifndef PDOC_XML_REGISTER_READER_H
#define PDOC_XML_REGISTER_READER_H

#include <string.h>

#include "base/buffer.h"
#include "model/build.h"
#include "xml/form.h"
#include "xml/sax.h"

/* Attributes of the elements, events' own ones apart. One row adds one: id, name. */
#define PDOC__READER_ATTRIBUTES(X)                                                                                     \
    X(ID, "id") X(TYPE, "type") X(CATEGORY, "category") X(SCOPE, "scope") X(URI, "uri") X(PROFILE, "profile")          \
    X(N, "n") X(LABEL, "label") X(FIELD, "field") X(STATE, "state") X(VALUE, "value") X(KIND, "kind") X(TO, "to")      \
    X(FROM, "from") X(EDITION, "edition") X(CHECKED, "checked") X(FINGERPRINT, "fingerprint") X(CODE, "code")          \
    X(HREF, "href") X(MEDIA_TYPE, "media-type") X(SHA256, "sha256") X(PART_OF, "part-of") X(SUCCESSOR, "successor")    \
    X(NAME, "name") X(REF, "ref") X(AS_OF, "as-of") X(ON, "on") X(RECORDED, "recorded") X(VERSION, "version")          \
    X(BY, "by") X(SCHEMA_VERSION, "schema-version") X(MUST_UNDERSTAND, "must-understand") X(LANG, "lang")       \
    X(SOURCE, "source") X(RULE, "rule") X(START, "start") X(ON_HOLIDAY, "on-holiday") X(AS, "as")                      \
    X(DOCUMENT, "document") X(BODY, "body") X(MEETING, "meeting") X(PURPOSE, "purpose")                                \
    X(ARRANGED_BY, "arranged-by") X(DEFERRED_TO, "deferred-to") X(REVISION, "revision") X(REVISED, "revised")    \
    X(CLAUSE, "clause") X(ENDED, "ended") X(VISIBILITY, "visibility") X(ADDED, "added")

#define PDOC__READER_ID(id, name) A_##id,
enum pdoc__reader_attribute { PDOC__READER_ATTRIBUTES(PDOC__READER_ID) A_COUNT };

/* A name that the form knows, and what it may mean: 16 bytes, as every tag and attribute looks at one. */
struct pdoc__bound {
    const char *name;       /* as the parser will give it */
    uint8_t attribute;      /* enum pdoc__reader_attribute, or PDOC__NO_ATTRIBUTE */
    int8_t event_kind;      /* or -1 */
    int8_t event_attribute; /* or -1 */
    bool is_element;        /* the attribute of events is written as an element */
    uint8_t forms[4];       /* PDOC__FORM_COUNT behind the last */
};
#define PDOC__NO_ATTRIBUTE 63u /* a bit that no element allows */
#define PDOC__BOUND_MOST 255u
#define PDOC__BOUND_SLOTS 1024u

struct pdoc__slice {
    const char *text; /* NULL: not given */
    size_t size;
};

#define PDOC__GUESSED_ROWS 64u /* a power of two */
#define PDOC__GUESSED_SECTIONS 16u

struct pdoc__list {
    char *items;
    size_t count;
    size_t capacity;
};

/* A piece of unknown content whose owner or place is not known yet. */
struct pdoc__pending {
    uint8_t form;       /* of the owner's element */
    bool is_placed;     /* slot and index are known */
    bool waits;         /* for the list of its owner to be finished */
    uint16_t kind;      /* enum pdoc__extra_kind */
    uint16_t slot;
    uint32_t index;
    uint32_t owner_index; /* in that list */
    size_t text;        /* offset in `pieces` */
    size_t size;
};

/* An attribute of the tag at hand that is not in its element's own list. */
struct pdoc__other {
    uint32_t index;
    int32_t event_attribute; /* or -1: nobody knows it */
};

/* The value that an attribute of events had last, for an event of this kind; it often comes again. */
struct pdoc__event_guess {
    struct pdoc__slice value;
    uint8_t kind;
};

struct pdoc__frame {
    uint8_t form;
    uint32_t first_pending;
};
#define PDOC__READER_DEPTH 16
#define PDOC__EIGHT_SPACES UINT64_C(0x2020202020202020)

struct pdoc__fragment_level {
    const char *prefix;
    const char *name;
    const char *default_uri;
};

struct pdoc__reader {
    struct pdoc__sax *sax;
    pdoc_register *reg;
    const char *namespace;     /* address of ours */
    const char *xml_namespace; /* of xml:lang */
    const struct pdoc__bound *bound_at_hand; /* of the tag */
    uint32_t frame_count;
    uint32_t fragment_depth; /* 0: not inside an unknown element */
    uint8_t form;            /* of the innermost open element, or PDOC__FORM_ROOT */
    bool takes_text;         /* what comes now is the text of that element */
    uint64_t given;
    struct pdoc__buffer text;   /* of the element that holds text */
    struct pdoc__list pending;  /* unknown content */
    struct pdoc__list others;   /* struct pdoc__other */
    struct pdoc__frame frames[PDOC__READER_DEPTH];
    uint8_t slots[PDOC__BOUND_SLOTS]; /* index in `bound` by the last bits of the name's address; 0: free */
    struct pdoc__bound bound[PDOC__BOUND_MOST + 1]; /* the first is that of an unknown name */
    uint8_t bound_count;
    bool is_done;      /* the root has ended */
    uint32_t counts[PDOC__FORM_COUNT]; /* children begun, of the innermost open parent of that kind */
    struct {
        uint8_t first;
        uint8_t end;
    } children[PDOC__FORM_COUNT]; /* the rows of elements.def between the first and the last that one may hold */
    struct pdoc__slice guesses[A_COUNT]; /* the word that each attribute had last, interned: it often comes again */
    struct pdoc__event_guess event_guesses[PDOC__ATTRIBUTE_COUNT];
    struct pdoc__slice field_guesses[PDOC__GUESSED_ROWS]; /* by the place of the row on the sheet */
    struct pdoc__slice label_guesses[PDOC__GUESSED_ROWS];
    struct pdoc__slice title_guesses[PDOC__GUESSED_SECTIONS]; /* by the place of the section in the version */
    struct pdoc__slice values[A_COUNT]; /* of the tag at hand, where `given` has the bit */
    struct pdoc__buffer scratch; /* one attribute value, NUL-terminated */
    /* the parts at hand */
    pdoc_party *party;
    pdoc_document *doc;
    struct pdoc_version *version;
    pdoc_relation *relation;
    pdoc_event *event;
    struct pdoc__history *history;
    int8_t value_attribute; /* of the element in an event */
    struct pdoc__row row;
    bool row_has_text;
    bool row_text_is_shared;
    bool row_has_value;
    int row_state;
    struct pdoc__buffer row_text;
    struct pdoc__buffer row_value;
    struct pdoc__section section;
    struct pdoc__holder holder;
    struct pdoc__calendar_use calendar;
    struct pdoc__meeting meeting;
    struct pdoc__attendee attendee;
    pdoc_forward_item *forward_item;
    struct pdoc_issue *issue;
    const char *title_language;
    struct pdoc__list titles, references, properties, relations, versions, rows, sections, contents, events, values_at_hand,
        names[3], holders, profiles, calendars,
        non_working, working, patterns, meetings, attendees, forward_items, issues, issue_steps;
    struct pdoc__list forward_columns; /* uint32_t, of the tags of the items of the forward plan */
    struct {
        const char *field;
        int16_t known;
    } field_cache[128];
    /* unknown content */
    struct pdoc__buffer pieces;
    struct pdoc__fragment_level fragment[256];
    bool tag_is_open;        /* "<name ..." was written, ">" not yet */
    size_t fragment_start;
    struct pdoc__list noticed; /* struct pdoc__noticed */
    /* ids */
    uint8_t ordinals[(UINT16_MAX + 1) / 8]; /* bits of the versions of the document at hand */
    struct pdoc__list refused;       /* documents whose id another had before */
    struct pdoc__list unknown_ids;   /* struct pdoc__unknown_id */
    uint32_t last_document;
    uint32_t last_event;
    struct pdoc__list dangling;      /* struct pdoc__reference */
    struct pdoc__list jumps;         /* struct pdoc__jump */
    struct pdoc__list event_columns; /* uint32_t, of the events of the last history that was begun */
    uint32_t party_column;
};

struct pdoc__reference {
    const pdoc_event *event;
    const char *target;
    const char *name; /* of the attribute */
    uint32_t column;  /* of the event's tag; its line is the event's */
};

/* An id that does not continue the rising order: of two equal ones at least the second is such. */
struct pdoc__jump {
    const char *id; /* the very text that the part has */
    uint32_t line;
    uint32_t column;
    int16_t event_kind; /* or -1: of a document, -2: of an event of an unknown kind */
    bool is_in_document;
};

/* Id of an event of a kind that is not known: it is referred to as those of the others are. */
struct pdoc__unknown_id {
    const char *id;
    uint32_t line;
};

/* What a notice was given for. */
struct pdoc__noticed {
    const char *what;
    const char *name;
};

/* reader_names.c */
bool pdoc__reader_bind(struct pdoc__reader *reader);
/* The parser keeps its names one behind the other: the last bits of their addresses tell most of them apart. */
static inline uint32_t pdoc__bound_slot(const char *name)
{
    return (uint32_t)((uintptr_t)name % PDOC__BOUND_SLOTS);
}

/* What a name of the parser means; of an unknown one nothing. Asked for each tag and attribute: hence inline. */
static inline const struct pdoc__bound *pdoc__reader_name(const struct pdoc__reader *reader, const char *name)
{
    uint32_t slot = pdoc__bound_slot(name);
    while (reader->slots[slot] != 0 && reader->bound[reader->slots[slot]].name != name)
        slot = (slot + 1) % PDOC__BOUND_SLOTS;
    return &reader->bound[reader->slots[slot]];
}

/* What the reader knows of an element, made from elements.def. */
struct pdoc__form_row {
    const char *name;
    uint64_t attributes; /* bits of those that it may have */
    uint8_t parent;
    uint8_t sort;
    bool is_single; /* of which a parent has one at most */
};
extern const struct pdoc__form_row pdoc__forms[PDOC__FORM_COUNT];

/* What a name means as a child of an element, or -1. */
static inline int pdoc__reader_form(const struct pdoc__bound *bound, int parent)
{
    if (parent == PDOC__FORM_HISTORY || parent == PDOC__FORM_REGISTER_HISTORY)
        return bound->event_kind >= 0 ? PDOC__FORM_EVENT : -1;
    if (parent == PDOC__FORM_EVENT)
        return bound->is_element ? PDOC__FORM_VALUE : -1;
    for (size_t i = 0; i < sizeof bound->forms && bound->forms[i] != PDOC__FORM_COUNT; i++)
        if (pdoc__forms[bound->forms[i]].parent == parent)
            return bound->forms[i];
    return -1;
}

/* reader_events.c */
extern const struct pdoc__sax_direct pdoc__reader_direct;

/* register_reader.c: whether the file is one that this release reads */
void pdoc__reader_refuse_root(struct pdoc__reader *reader, const struct pdoc__sax_element *element) PDOC__COLD;
void pdoc__reader_check_claims(struct pdoc__reader *reader);

/* reader_parts.c, reader_rows.c, reader_history.c: what to do when an element starts and ends; NULL: nothing */
struct pdoc__reader_part {
    void (*start)(struct pdoc__reader *reader);
    void (*end)(struct pdoc__reader *reader);
};
extern const struct pdoc__reader_part pdoc__reader_parts[PDOC__FORM_COUNT];
/* The object that an open element becomes, if it has a lasting address already; else NULL: it is an item of a list. */
const void *pdoc__reader_owner(const struct pdoc__reader *reader, int form);
void pdoc__reader_start_row(struct pdoc__reader *reader);
void pdoc__reader_end_row(struct pdoc__reader *reader);
void pdoc__reader_end_row_label(struct pdoc__reader *reader);
void pdoc__reader_end_row_text(struct pdoc__reader *reader);
void pdoc__reader_start_calendar(struct pdoc__reader *reader); /* reader_meetings.c */
void pdoc__reader_end_calendar(struct pdoc__reader *reader);
void pdoc__reader_start_non_working(struct pdoc__reader *reader);
void pdoc__reader_start_working(struct pdoc__reader *reader);
void pdoc__reader_start_pattern(struct pdoc__reader *reader);
void pdoc__reader_start_meeting(struct pdoc__reader *reader);
void pdoc__reader_end_meeting(struct pdoc__reader *reader);
void pdoc__reader_end_meeting_note(struct pdoc__reader *reader);
void pdoc__reader_start_attendee(struct pdoc__reader *reader);
void pdoc__reader_end_attendee(struct pdoc__reader *reader);
void pdoc__reader_start_forward_item(struct pdoc__reader *reader);
void pdoc__reader_end_forward_note(struct pdoc__reader *reader);
void pdoc__reader_end_meetings_of_party(struct pdoc__reader *reader);
/* Once all documents are known: the calendars and the forward plan of the register. */
void pdoc__reader_end_time(struct pdoc__reader *reader);
void pdoc__reader_start_event(struct pdoc__reader *reader);
void pdoc__reader_start_value(struct pdoc__reader *reader);
void pdoc__reader_event_attribute(struct pdoc__reader *reader, int attribute, struct pdoc__slice value);
void pdoc__reader_end_event(struct pdoc__reader *reader);
void pdoc__reader_end_value(struct pdoc__reader *reader);
void pdoc__reader_end_history(struct pdoc__reader *reader);

/* reader_issues.c: a practice issue holds coded facts only; what else stands in one is refused, and never repeated. */
static inline bool pdoc__reader_is_in_issue(const struct pdoc__reader *reader)
{
    return reader->form == PDOC__FORM_ISSUE || reader->form == PDOC__FORM_ISSUE_STEP;
}
void pdoc__reader_start_issue(struct pdoc__reader *reader);
void pdoc__reader_end_issue(struct pdoc__reader *reader);
void pdoc__reader_start_issue_step(struct pdoc__reader *reader);
void pdoc__reader_issue_attribute(struct pdoc__reader *reader, const struct pdoc__sax_attributes *attributes,
                                  size_t index);
void pdoc__reader_refuse_in_issue(struct pdoc__reader *reader, const char *what) PDOC__COLD;
void pdoc__reader_end_issues(struct pdoc__reader *reader); /* of the register */

/* reader_extras.c: unknown content */
void pdoc__reader_unknown_start(struct pdoc__reader *reader, const struct pdoc__sax_element *element) PDOC__COLD;
void pdoc__reader_unknown_end(struct pdoc__reader *reader) PDOC__COLD;
void pdoc__reader_unknown_text(struct pdoc__reader *reader, const char *text, size_t size) PDOC__COLD;
void pdoc__reader_unknown_comment(struct pdoc__reader *reader, const char *text) PDOC__COLD;
void pdoc__reader_unknown_instruction(struct pdoc__reader *reader, const char *target, const char *data) PDOC__COLD;
void pdoc__reader_unknown_attribute(struct pdoc__reader *reader, const struct pdoc__sax_attributes *attributes,
                                    size_t index) PDOC__COLD;
void pdoc__reader_namespaces(struct pdoc__reader *reader, const struct pdoc__sax_namespaces *namespaces) PDOC__COLD;
void pdoc__reader_place_pending(struct pdoc__reader *reader, int form); /* a known child begins */
/* The innermost element ends: its pieces go to `owner`, or (NULL) wait until the list that it is the index-th item of is
   finished. */
void pdoc__reader_give_pending(struct pdoc__reader *reader, const void *owner, uint32_t owner_index) PDOC__COLD;
static inline void pdoc__reader_end_pending(struct pdoc__reader *reader, const void *owner, uint32_t owner_index)
{
    if (reader->pending.count > 0)
        pdoc__reader_give_pending(reader, owner, owner_index);
}
void pdoc__reader_outside_root(struct pdoc__reader *reader); /* a comment or instruction that was just kept */
/* The list of the owners of a form is finished: `base` is its first item. */
void pdoc__reader_settle_pending(struct pdoc__reader *reader, int form, const void *base, size_t item_size) PDOC__COLD;
static inline void pdoc__reader_settle(struct pdoc__reader *reader, int form, const void *base, size_t item_size)
{
    if (reader->pending.count > 0)
        pdoc__reader_settle_pending(reader, form, base, item_size);
}
/* For the innermost open element. */
static inline bool pdoc__reader_has_pending(const struct pdoc__reader *reader)
{
    return reader->pending.count > reader->frames[reader->frame_count - 1].first_pending;
}

/* reader_ids.c */
void pdoc__reader_fail_at(struct pdoc__reader *reader, const struct pdoc__place *place, const char *message);
void pdoc__reader_document_id(struct pdoc__reader *reader, const char *id);
void pdoc__reader_event_id(struct pdoc__reader *reader, const char *id, int event_kind);
void pdoc__reader_unknown_event(struct pdoc__reader *reader, const struct pdoc__sax_element *element);
/* False if the document at hand has a version with this ordinal already. */
bool pdoc__reader_ordinal_is_new(struct pdoc__reader *reader, uint32_t ordinal);
/* Once the document is complete: its events name its own versions. */
void pdoc__reader_check_document(struct pdoc__reader *reader, const pdoc_document *doc);
void pdoc__reader_check_history(struct pdoc__reader *reader, const struct pdoc__history *history);
void pdoc__reader_check_ids(struct pdoc__reader *reader);

/* reader_values.c: attribute values at hand */
static inline bool pdoc__reader_given(const struct pdoc__reader *reader, enum pdoc__reader_attribute attribute)
{
    return (reader->given >> attribute & 1u) != 0;
}
/* Interned text of some bytes; `guess` is what the last one of its sort was, and is kept up to date. */
const char *pdoc__reader_intern(struct pdoc__reader *reader, struct pdoc__slice value, struct pdoc__slice *guess);
/* Interned, or NULL. */
static inline const char *pdoc__reader_word(struct pdoc__reader *reader, enum pdoc__reader_attribute attribute)
{
    return pdoc__reader_given(reader, attribute)
               ? pdoc__reader_intern(reader, reader->values[attribute], &reader->guesses[attribute])
               : NULL;
}
const char *pdoc__reader_keep(struct pdoc__reader *reader, struct pdoc__slice value);
static inline const char *pdoc__reader_text(struct pdoc__reader *reader, enum pdoc__reader_attribute attribute)
{
    return pdoc__reader_given(reader, attribute) ? pdoc__reader_keep(reader, reader->values[attribute]) : NULL;
}
pdoc_date pdoc__reader_date(struct pdoc__reader *reader, enum pdoc__reader_attribute attribute);
/* A date that a month is too little for; its name is for the error. What is no date at all has been said by then. */
pdoc_date pdoc__reader_whole_day(struct pdoc__reader *reader, enum pdoc__reader_attribute attribute, const char *name);
uint32_t pdoc__reader_number(struct pdoc__reader *reader, enum pdoc__reader_attribute attribute, uint32_t most);
const char *pdoc__reader_scratch(struct pdoc__reader *reader, struct pdoc__slice value);
void pdoc__reader_memory(struct pdoc__reader *reader) PDOC__COLD; /* memory ran out: stop */
/* A notice of the tag at hand, for pdoc_register_notice. */
void pdoc__reader_notice(struct pdoc__reader *reader, const struct pdoc__buffer *text);
bool pdoc__list_grow(struct pdoc__reader *reader, struct pdoc__list *list, size_t size) PDOC__COLD;
static inline bool pdoc__list_push(struct pdoc__reader *reader, struct pdoc__list *list, const void *item, size_t size)
{
    if (list->count == list->capacity && !pdoc__list_grow(reader, list, size))
        return false;
    memcpy(list->items + list->count++ * size, item, size);
    return true;
}
/* Exact copy of a list in the arena; the list is emptied. NULL for an empty one. `most` bounds the count. */
void *pdoc__list_freeze(struct pdoc__reader *reader, struct pdoc__list *list, size_t size, uint32_t most,
                        size_t *count);
/* The text of the element at hand, interned, or kept where content hangs on it. */
const char *pdoc__reader_take_text(struct pdoc__reader *reader, bool intern);
/* The same, interned, with a guess. */
const char *pdoc__reader_take_word(struct pdoc__reader *reader, struct pdoc__slice *guess);

#endif
