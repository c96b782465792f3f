/* SPDX-License-Identifier: MIT */
/*
 * The objects of a register, as the library sees them. Everything lies in the register's arena and is freed with it.
 * Lists are exact arrays when they were read; one that is added to gets room to grow (pdoc__list_add), and its count is
 * raised last.
 */
#ifndef PDOC_MODEL_MODEL_H
#define PDOC_MODEL_MODEL_H

#include <stdatomic.h>

#include "base/arena.h"
#include "base/map.h"
#include "model/extras.h"
#include "model/vocabulary.h"
#include "policydoc/history.h"
#include "policydoc/meeting.h"
#include "policydoc/party.h"

/* A cell of a front sheet: 32 bytes. `field` is interned and may be a code that the library does not know. */
struct pdoc__row {
    const char *field; /* NULL: only printed */
    const char *label; /* NULL: none printed */
    const char *text;  /* as printed, or the value where nothing else was printed; NULL: blank */
    pdoc_date date;    /* of a date field: from the value, or read from the printed text */
    int16_t known;     /* enum pdoc__field, or -1 */
    uint8_t state;     /* pdoc_cell */
    uint8_t flags;     /* PDOC__ROW_... */
};
#define PDOC__ROW_HAS_VALUE 1u    /* a canonical value is recorded */
#define PDOC__ROW_HAS_TEXT 2u     /* a printed text is recorded; with a value too, the value follows behind its NUL */
#define PDOC__ROW_DATE_IS_READ 4u /* the date was read from the printed text, not recorded as a value */

struct pdoc__section {
    const char *code;
    const char *title;
    const char *text;
};

struct pdoc__content {
    const char *href;
    const char *media_type;
    const char *sha256;
};

struct pdoc_version {
    pdoc_document *doc;
    const char *label;
    const char *visibility; /* interned; NULL: that of the document */
    struct pdoc__row *rows;
    struct pdoc__section *sections;
    struct pdoc__content *contents;
    uint32_t ordinal;
    uint16_t row_count;
    uint16_t section_count;
    uint16_t content_count;
    bool has_sheet; /* the XML has a front-sheet element, perhaps an empty one */
    uint32_t line;  /* in the file it was read from; 0 if it was not read */
};

struct pdoc__name {
    const char *text;
    const char *language; /* titles only */
};

struct pdoc__property {
    const char *name; /* interned */
    const char *value;
};

struct pdoc_relation {
    pdoc_document *doc;
    const char *kind;   /* interned */
    const char *target; /* an id of this register, or a URI */
    const char *edition;
    const char *clause; /* of the target, that is meant; NULL: all of it */
    const char *fingerprint;
    const char *note;
    pdoc_date checked;
    uint32_t line;
};

struct pdoc__event_value {
    uint16_t attribute; /* enum pdoc__event_attribute */
    uint16_t reserved;
    pdoc_date date;   /* of an attribute that is a date */
    const char *text; /* as recorded */
};

struct pdoc_event {
    struct pdoc__history *history;
    const char *id;
    const char *by; /* interned; NULL: not recorded */
    struct pdoc__event_value *values;
    pdoc_date on;
    pdoc_date recorded;
    uint16_t version;
    uint8_t kind; /* enum pdoc__event_kind */
    uint8_t value_count;
    uint32_t line;
};

struct pdoc__history {
    pdoc_register *reg;
    pdoc_document *doc; /* NULL: the register's own */
    pdoc_event **events;
    uint64_t attributes; /* one bit for each that one of its events, or several, record */
    uint32_t count;
    bool exists;      /* the XML has a history element, perhaps an empty one */
    bool has_unknown; /* it holds an event of a kind that this library does not know */
};

_Static_assert(PDOC__ATTRIBUTE_COUNT <= 64, "what an event can record fits into one word of bits");

static inline bool pdoc__history_records(const struct pdoc__history *history, enum pdoc__event_attribute attribute)
{
    return (history->attributes >> attribute & 1) != 0;
}

struct pdoc_document {
    pdoc_register *reg;
    const char *id;
    const char *type;
    const char *category;
    const char *scope;
    const char *uri;
    const char *profile;
    const char *visibility; /* interned, who may see it; NULL: not recorded, so nobody outside */
    struct pdoc__name *titles;
    const char **references;
    struct pdoc__property *properties;
    pdoc_relation **relations;
    struct pdoc_version **versions;
    struct pdoc__history history;
    uint32_t index; /* in the register */
    uint32_t line;
    uint32_t added;    /* revision of the register in which it was added; 0: none is recorded */
    uint32_t revision; /* the one in which it was changed last; likewise */
    uint16_t title_count;
    uint16_t reference_count;
    uint16_t property_count;
    uint16_t relation_count;
    uint16_t version_count;
};

struct pdoc__holder {
    const char *name;
    pdoc_date from;
    pdoc_date to;
};

/* A body meets by a rule from `start` on; `to` is the last day, or not recorded. */
struct pdoc__pattern {
    const char *rule;
    const char *on_holiday; /* interned; NULL: none */
    pdoc_date start;
    pdoc_date to;
    uint32_t line;
};

struct pdoc__attendee {
    const char *post; /* interned */
    const char *as;   /* interned; NULL: present */
};

struct pdoc__meeting {
    struct pdoc__attendee *attendees;
    const char *note;
    pdoc_date on;
    uint16_t attendee_count;
    uint8_t state; /* pdoc_meeting_state */
    uint32_t line;
};

struct pdoc_party {
    pdoc_register *reg;
    const char *code;
    const char *kind;
    const char *part_of;
    const char *successor;
    const char *visibility; /* interned; NULL: not recorded */
    pdoc_date ended; /* its last day; not recorded: it goes on */
    const char **names[3]; /* by pdoc_name_kind */
    struct pdoc__holder *holders;
    struct pdoc__pattern *patterns;
    struct pdoc__meeting *meetings;
    uint16_t name_count[3];
    uint16_t holder_count;
    uint16_t pattern_count;
    uint16_t meeting_count;
    uint32_t line;
};

struct pdoc__assignment {
    const char *ref;
    pdoc_date from;
    pdoc_date to;
};

/* Days that a register adds to a calendar or takes from it; first and last are the same for one day. */
struct pdoc__calendar_day {
    pdoc_date first;
    pdoc_date last;
    const char *name;
    bool is_working; /* those that are none come first */
    bool is_range;   /* written as from and to, be it only one day */
};
#define PDOC__CALENDAR_RANGE_MOST 400 /* days */

struct pdoc__calendar_use {
    const char *ref;
    const char *source;
    struct pdoc__calendar_day *days;
    pdoc_date as_of; /* the day as of which it was taken */
    uint16_t day_count;
};

struct pdoc_forward_item {
    pdoc_register *reg;
    const char *document; /* id of a document of the register */
    const char *body;     /* interned, like the next two; NULL: none */
    const char *purpose;
    const char *arranged_by;
    const char *note;
    pdoc_date meeting; /* of a programme: a month */
    pdoc_date deferred_to;
    uint16_t version;
    uint32_t line;
};

struct pdoc__notice {
    const char *text;
    uint32_t line;
};

#define PDOC__REVISION_MOST 999999999u

/* What the file was when it was read: the guard against lost updates. */
struct pdoc__origin {
    char *path; /* resolved; NULL: not read from a file */
    uint64_t device;
    uint64_t inode;
    int64_t size;
    int64_t seconds;
    int64_t nanoseconds;
};

struct pdoc_register {
    atomic_size_t references;
    struct pdoc__arena arena;
    struct pdoc__pool pool;
    const char *title;
    const char *language;
    const char *schema_version; /* as read; NULL: the library's */
    const char *must_understand;
    pdoc_date revised; /* the day of the last revision */
    uint32_t revision; /* 0: none is recorded */
    struct pdoc__assignment *profiles;
    struct pdoc__calendar_use *calendars;
    pdoc_forward_item **forward_items;
    struct pdoc_issue **issues; /* model/issue.h */
    pdoc_party **parties;
    pdoc_document **documents;
    struct pdoc__notice *notices;
    struct pdoc__history history;
    struct pdoc__map party_names; /* folded name, alias, former name, code -> party */
    struct pdoc__map party_codes; /* code as written -> party */
    struct pdoc__map document_ids; /* id -> document */
    struct pdoc__map grown; /* address of a list that has room to grow -> for how many items it has room in all */
    struct pdoc__extras extras;
    struct pdoc__origin origin;
    size_t party_capacity;
    size_t document_count;
    size_t document_capacity;
    size_t party_count;
    size_t notice_count;
    size_t notice_capacity;
    uint16_t profile_count;
    uint16_t calendar_count;
    uint32_t forward_item_count;
    uint32_t issue_count;
    uint32_t next_document; /* numbers of the next free ids */
    uint32_t next_event;
};

#endif
