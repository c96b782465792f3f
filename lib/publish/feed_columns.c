/* SPDX-License-Identifier: MIT */
/* The columns of a feed: one row of the table lets one thing leave. What has no row here never leaves. */
#include <string.h>

#include "base/buffer.h"
#include "base/text.h"
#include "publish/feed.h"

static bool keep(struct pdoc__feed_work *work, const char *text, const char **out)
{
    *out = text && *text ? pdoc__arena_text(&work->feed->arena, text, strlen(text), work->error) : NULL;
    return *out || !text || !*text;
}

static bool keep_buffer(struct pdoc__feed_work *work, struct pdoc__buffer *buffer, const char **out)
{
    const bool is_well = !buffer->failed && keep(work, buffer->data, out);
    if (buffer->failed)
        pdoc__fail_memory(work->error);
    pdoc__buffer_free(buffer);
    return is_well;
}

static bool keep_date(struct pdoc__feed_work *work, pdoc_date date, const char **out)
{
    char text[PDOC_DATE_TEXT];
    return keep(work, pdoc_date_is_recorded(date) ? pdoc_date_format(date, text) : NULL, out);
}

#define PUT(id) static bool put_##id(struct pdoc__feed_work *work, const char *field, const char **out)
#define TEXT(id, value)                                                                                                \
    PUT(id)                                                                                                            \
    {                                                                                                                  \
        (void)field;                                                                                                   \
        return keep(work, value, out);                                                                                 \
    }
#define DATE(id, value)                                                                                                \
    PUT(id)                                                                                                            \
    {                                                                                                                  \
        (void)field;                                                                                                   \
        return keep_date(work, value, out);                                                                            \
    }

TEXT(id, pdoc_document_id(work->listed.doc))
TEXT(reference, pdoc_document_reference(work->listed.doc, 0))
TEXT(title, pdoc_document_title(work->listed.doc))
TEXT(type, pdoc__type_label(&work->judge))
TEXT(category, pdoc_document_category(work->listed.doc))
TEXT(scope, pdoc_document_scope(work->listed.doc))
TEXT(uri, pdoc_document_uri(work->listed.doc))
TEXT(version, pdoc_in_force_label(work->answer, work->index))
TEXT(published_at, pdoc_in_force_published_at(work->answer, work->index))
TEXT(sha256, pdoc_in_force_sha256(work->answer, work->index))
TEXT(cell, pdoc__cell_of(&work->judge, field))
DATE(since, pdoc_in_force_since(work->answer, work->index))
DATE(approved, pdoc_in_force_approved(work->answer, work->index))
DATE(published, pdoc_in_force_published(work->answer, work->index))
DATE(due, work->listed.standing.due)

/* ---- parties ---- */

/* A party is named as the register names it, and only if it is marked: what is printed may be a name of a person. */
static bool add_party(struct pdoc__feed_work *work, struct pdoc__buffer *out, const char *printed, size_t size)
{
    char *name = pdoc__arena_text(&work->judge.scratch, printed, size, work->error);
    if (!name)
        return false;
    const pdoc_party *party = pdoc_register_find_party(work->judge.reg, name);
    if (!party || pdoc__audience_of(pdoc_party_visibility(party)) > work->audience)
        return true;
    pdoc__buffer_text(out, out->size > 0 ? "; " : "");
    pdoc__buffer_text(out, pdoc_party_name(party));
    return true;
}

static bool keep_parties(struct pdoc__feed_work *work, const char *printed, const char **out)
{
    struct pdoc__buffer names = {0};
    bool is_well = true;
    while (printed && *printed && is_well) {
        const size_t size = strcspn(printed, ";");
        const size_t skipped = strspn(printed, " \t\r\n");
        size_t end = size;
        while (end > skipped && strchr(" \t\r\n", printed[end - 1]))
            end--;
        if (end > skipped)
            is_well = add_party(work, &names, printed + skipped, end - skipped);
        printed += size + (printed[size] == ';');
    }
    if (is_well)
        return keep_buffer(work, &names, out);
    pdoc__buffer_free(&names);
    return false;
}

PUT(approved_by)
{
    (void)field;
    return keep_parties(work, pdoc_in_force_approved_by(work->answer, work->index), out);
}

PUT(party)
{
    return keep_parties(work, pdoc__cell_of(&work->judge, field), out);
}

/* ---- related documents ---- */

/* Only the kind and the reference or id of what is in the same feed; clauses, editions and notes stay behind. */
PUT(related)
{
    struct pdoc__buffer list = {0};
    (void)field;
    for (size_t i = 0; i < pdoc_document_relation_count(work->listed.doc); i++) {
        const pdoc_relation *relation = pdoc_document_relation(work->listed.doc, i);
        const pdoc_document *target = pdoc_relation_document(relation);
        const bool is_known_kind = pdoc_table_find(PDOC_TABLE_RELATION_KIND, pdoc_relation_kind(relation)) >= 0;
        if (!target || !work->leaves[target->index] || !is_known_kind)
            continue;
        pdoc__buffer_format(&list, "%s%s %s", list.size > 0 ? "; " : "", pdoc_relation_kind(relation),
                            pdoc_document_id(target));
    }
    return keep_buffer(work, &list, out);
}

/* ---- the table ---- */

#define PUBLIC   PDOC__AUDIENCE_PUBLIC
#define INTERNAL PDOC__AUDIENCE_INTERNAL

/* Name, label, who may see it, share of a page, how it is put, field of the front sheet. */
static const struct pdoc__feed_column columns[] = {
    {"id", "Id", PUBLIC, 0, put_id, NULL},
    {"reference", "Reference", PUBLIC, 1, put_reference, NULL},
    {"title", "Title", PUBLIC, 3, put_title, NULL},
    {"type", "Type", PUBLIC, 1, put_type, NULL},
    {"category", "Category", PUBLIC, 1, put_category, NULL},
    {"scope", "Scope", PUBLIC, 1, put_scope, NULL},
    {"version", "Version", PUBLIC, 0, put_version, NULL},
    {"in-force-since", "In force since", PUBLIC, 0, put_since, NULL},
    {"approved", "Approved", PUBLIC, 0, put_approved, NULL},
    {"approved-by", "Approved by", PUBLIC, 1, put_approved_by, NULL},
    {"published", "Published", PUBLIC, 0, put_published, NULL},
    {"review-due", "Review due", PUBLIC, 0, put_due, NULL},
    {"location-website", "Website location", PUBLIC, 1, put_cell, "location-website"},
    {"uri", "URI", PUBLIC, 1, put_uri, NULL},
    {"related", "Related", PUBLIC, 1, put_related, NULL},
    {"purpose", "Purpose", PUBLIC, 1, put_cell, "purpose"},
    {"audience", "Audience", PUBLIC, 1, put_cell, "audience"},
    {"keywords", "Keywords", PUBLIC, 1, put_cell, "keywords"},
    {"organisation", "Organisation", PUBLIC, 1, put_party, "organisation"},
    {"directorate", "Directorate", INTERNAL, 1, put_party, "directorate"},
    {"owner", "Owner", INTERNAL, 1, put_party, "owner"},
    {"manager", "Document manager", INTERNAL, 1, put_party, "manager"},
    {"author", "Author", INTERNAL, 1, put_party, "author"},
    {"sponsor", "Sponsor", INTERNAL, 1, put_party, "sponsor"},
    {"location-intranet", "Intranet location", INTERNAL, 1, put_cell, "location-intranet"},
    {"published-at", "Published at", INTERNAL, 1, put_published_at, NULL},
    {"training", "Training", INTERNAL, 1, put_cell, "training"},
    {"action", "Action required", INTERNAL, 1, put_cell, "action"},
    {"sha256", "SHA-256", INTERNAL, 0, put_sha256, NULL},
};
#define COLUMN_COUNT (sizeof columns / sizeof *columns)
_Static_assert(COLUMN_COUNT <= PDOC__FEED_COLUMNS_MOST, "a feed has room for all columns");

const struct pdoc__feed_column *pdoc__feed_column_next(enum pdoc__audience audience, size_t *index)
{
    while (*index < COLUMN_COUNT && columns[*index].audience > audience)
        ++*index;
    return *index < COLUMN_COUNT ? &columns[*index] : NULL;
}
