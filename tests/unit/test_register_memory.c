/* SPDX-License-Identifier: MIT */
/* Memory that runs out while a register is read or changed: an error, no leak, and the register as it was. */
#include "registers.h"

#include "base/buffer.h"
#include "failing_memory.h"

/* Fails one allocation only, then memory is there again; or all from that one on. */
static bool fails_once;
static bool has_failed;

static void *note_failure(void *memory)
{
    has_failed = has_failed || !memory;
    if (!memory && fails_once)
        memory_until_failure = -1;
    return memory;
}

static void *allocate(size_t size)
{
    void *memory = failing_allocate(size);
    return note_failure(memory);
}

static void *reallocate(void *memory, size_t size)
{
    void *moved = failing_reallocate(memory, size);
    return note_failure(moved);
}

static void fail_after(long allocations, bool once)
{
    fails_once = once;
    has_failed = false;
    memory_fails_after(allocations);
    pdoc__allocator.allocate = allocate;
    pdoc__allocator.reallocate = reallocate;
}

#define ODD                                                                                                            \
    OPEN " xmlns:x=\"urn:x\" x:a=\"1\"><title>R<!--r--></title><x:b>s</x:b>stray<profile ref=\"p\" x:c=\"1\"/>"        \
         "<calendar ref=\"c\" source=\"s\"><working on=\"2026-12-28\" x:h=\"1\"/><non-working on=\"2026-12-24\" x:i=\"1\"/></calendar>" \
         "<party code=\"c\"><name>N<!--n--></name><holder>H</holder><meets rule=\"R\" start=\"2026-01-20\" x:j=\"1\"/>"    \
         "<meeting on=\"2026-06-16\" state=\"held\" x:k=\"1\"><note>n<!--n--></note><attendee as=\"deputy\">p<!--p-->"    \
         "</attendee></meeting></party>"                                                                               \
         "<document id=\"d1\"><title>T<!--t--></title><reference>P</reference><property name=\"p\" value=\"v\" "       \
         "x:d=\"1\"/>"                                                                                                 \
         "<property name=\"q\" value=\"v\" x:d=\"2\"/><relation kind=\"cites\" to=\"u\"><note>n</note></relation>"     \
         "<version n=\"1\"><front-sheet><row field=\"date-review\" value=\"2020\" x:e=\"1\"><label>l</label>"          \
         "<text>t<!--u--></text></row></front-sheet><section code=\"s\" x:f=\"1\"><text>t</text></section>"            \
         "<content href=\"h\" x:g=\"1\"/></version><history><decided id=\"e1\" on=\"2020\" "                           \
         "act=\"agreed\"><note>n</note>"                                                                               \
         "</decided><voted id=\"e2\"/></history></document><forward-plan-item document=\"d1\" version=\"1\" body=\"c\" "     \
         "meeting=\"2027-06\" purpose=\"sign-off\" arranged-by=\"a\" x:l=\"1\"><note>n</note><x:m/></forward-plan-item></register>"

static void reading_without_memory_gives_an_error_and_holds_nothing(void **state)
{
    (void)state;
    static const char *const texts[] = {ODD,
                                        OPEN "><history><remarked id=\"e2\" on=\"2020\"/><remarked id=\"e1\" "
                                             "on=\"2020\" cause=\"e9\"/></history></register>",
                                        "<register/>", OPEN ">\n<document/><document/></register>"};
    for (size_t t = 0; t < sizeof texts / sizeof texts[0]; t++)
        for (int once = 0; once < 2; once++) {
            bool ended = false;
            for (long n = 0; !ended; n++) {
                pdoc_error *error = NULL;
                long held = memory_held;
                fail_after(n, once);
                pdoc_register *reg = read_text(texts[t], &error);
                ended = !has_failed; /* there was enough */
                fail_after(-1, false);
                if (!ended && reg)
                    fail_msg("a register in spite of failure %ld", n);
                if (!ended)
                    assert_int_equal(pdoc_error_status(error), PDOC_ERR_NOMEM);
                pdoc_error_free(error);
                pdoc_register_unref(reg);
                assert_int_equal(memory_held, held);
            }
        }
}

/* Fails the allocations of whole blocks from a certain one on; the arena takes its memory in such. */
enum { LARGE = 60000 };
static long large_left;

static void *allocate_few_blocks(size_t size)
{
    return size < LARGE || large_left-- > 0 ? failing_allocate(size) : NULL;
}

static long blocks_needed(const char *xml)
{
    fail_after(-1, false);
    pdoc__allocator.allocate = allocate_few_blocks;
    large_left = 1000;
    pdoc_register_unref(read_good(xml));
    return 1000 - large_left;
}

/* The first block is filled up to a place that moves through all that is read after it. */
static void the_arena_may_end_at_any_place(void **state)
{
    (void)state;
    size_t good = 0, bad = 0;
    const char *after_head = strstr(ODD, "<reference>");
    long blocks = blocks_needed(ODD);
    for (size_t filler = 60000; filler < 66000; filler += 8) {
        struct pdoc__buffer xml = {0};
        pdoc__buffer_add(&xml, ODD, (size_t)(after_head - ODD));
        for (size_t left = filler; left > 0; left -= left < 1000 ? left : 1000)
            pdoc__buffer_format(&xml, "<reference>%0*d</reference>", left < 1000 ? (int)left : 1000, 0);
        pdoc__buffer_text(&xml, after_head);
        pdoc_error *error = NULL;
        long held = memory_held;
        large_left = blocks;
        pdoc_register *reg = read_text(xml.data, &error);
        large_left = 1000;
        good += reg != NULL;
        bad += reg == NULL;
        if (!reg)
            assert_error(&error, PDOC_ERR_NOMEM, "memory");
        pdoc_register_unref(reg);
        assert_int_equal(memory_held, held);
        pdoc__buffer_free(&xml);
    }
    assert_true(good > 100 && bad > 100);
}

/* Each change of a register that can be made; true if it was made. */
struct parts {
    pdoc_register *reg;
    pdoc_document *doc;
    struct pdoc_version *version;
    pdoc_party *party;
    pdoc_event *event;
};

static bool set_register_title(struct parts *parts, pdoc_error **error)
{
    return pdoc_register_set_title(parts->reg, "New", error) == PDOC_OK;
}

static bool add_profile(struct parts *parts, pdoc_error **error)
{
    return pdoc_register_add_profile(parts->reg, "new", (pdoc_date){2020, 1, 0}, no_day, error) == PDOC_OK;
}

static bool add_party(struct parts *parts, pdoc_error **error)
{
    return pdoc_register_add_party(parts->reg, "new-party", "team", "New party", error) != NULL;
}

static bool add_name(struct parts *parts, pdoc_error **error)
{
    return pdoc_party_add_name(parts->party, PDOC_NAME_ALIAS, "New party", error) == PDOC_OK;
}

static bool add_document(struct parts *parts, pdoc_error **error)
{
    return pdoc_register_add_document(parts->reg, "new-type", "New title", error) != NULL;
}

static bool set_title(struct parts *parts, pdoc_error **error)
{
    return pdoc_document_set_title(parts->doc, "New", error) == PDOC_OK;
}

static bool set_type(struct parts *parts, pdoc_error **error)
{
    return pdoc_document_set_type(parts->doc, "new-type", error) == PDOC_OK;
}

static bool add_reference(struct parts *parts, pdoc_error **error)
{
    return pdoc_document_add_reference(parts->doc, "new", error) == PDOC_OK;
}

static bool add_property(struct parts *parts, pdoc_error **error)
{
    return pdoc_document_set_property(parts->doc, "new-name", "new-value", error) == PDOC_OK;
}

static bool replace_property(struct parts *parts, pdoc_error **error)
{
    return pdoc_document_set_property(parts->doc, "q", "new-value", error) == PDOC_OK;
}

static bool remove_property(struct parts *parts, pdoc_error **error)
{
    return pdoc_document_set_property(parts->doc, "p", NULL, error) == PDOC_OK;
}

static bool add_relation(struct parts *parts, pdoc_error **error)
{
    return pdoc_document_add_relation(parts->doc, "new-kind", "new", error) != NULL;
}

static bool add_version(struct parts *parts, pdoc_error **error)
{
    return pdoc_document_add_version(parts->doc, "new-label", error) != NULL;
}

static bool add_row(struct parts *parts, pdoc_error **error)
{
    return pdoc_version_add_row(parts->version, "new-field", "new-label", "new", error) == PDOC_OK;
}

static bool add_section(struct parts *parts, pdoc_error **error)
{
    return pdoc_version_add_section(parts->version, "new-code", "new-title", "new", error) == PDOC_OK;
}

static bool add_content(struct parts *parts, pdoc_error **error)
{
    return pdoc_version_add_content(parts->version, "new", "new/type", NULL, error) == PDOC_OK;
}

static bool record_on_document(struct parts *parts, pdoc_error **error)
{
    return pdoc_document_record(parts->doc, "decided", (pdoc_date){2021, 0, 0}, no_day, 1, "new-by", error) != NULL;
}

static bool record_on_register(struct parts *parts, pdoc_error **error)
{
    return pdoc_register_record(parts->reg, "reported", (pdoc_date){2021, 0, 0}, no_day, "new-by", error) != NULL;
}

static bool complete(struct parts *parts, pdoc_error **error)
{
    return pdoc_event_complete(parts->event, "item", "new-item", error) == PDOC_OK;
}

static bool complete_with_prose(struct parts *parts, pdoc_error **error)
{
    return pdoc_event_complete(parts->event, "rationale", "new", error) == PDOC_OK;
}

typedef bool (*change)(struct parts *parts, pdoc_error **error);
static const change changes[] = {
    set_register_title, add_profile,        add_party,          add_name,     add_document,
    set_title,          set_type,           add_reference,      add_property, replace_property,
    remove_property,    add_relation,       add_version,        add_row,      add_section,
    add_content,        record_on_document, record_on_register, complete,     complete_with_prose,
};

/* What shows from outside, and what the next change will see. */
static pdoc_text *picture_of(const pdoc_register *reg)
{
    struct pdoc__buffer picture = {0};
    pdoc_text *xml = write_text(reg);
    pdoc__buffer_add(&picture, pdoc_text_data(xml), pdoc_text_size(xml));
    pdoc__buffer_format(&picture, "%u %u %zu %zu %d %d", (unsigned)reg->next_document, (unsigned)reg->next_event,
                        reg->party_names.count, reg->document_ids.count,
                        pdoc_register_find_party(reg, "new party") != NULL,
                        pdoc_register_find_party(reg, "new-party") != NULL);
    pdoc_text_free(xml);
    return pdoc__buffer_take(&picture, NULL);
}

static struct parts parts_of(const char *xml)
{
    struct parts parts = {.reg = read_good(xml)};
    parts.doc = pdoc_register_document(parts.reg, 0);
    parts.version = pdoc_document_version(parts.doc, 0);
    parts.party = pdoc_register_party(parts.reg, 0);
    parts.event = pdoc_document_event(parts.doc, 0);
    return parts;
}

/* Uses up the arena's block, so that the next text or object needs memory. */
static void fill_arena(pdoc_register *reg)
{
    size_t left = (size_t)(reg->arena.end - reg->arena.front);
    assert_non_null(pdoc__arena_space(&reg->arena, left, NULL));
}

/* Fails the n-th allocation of a change. True if the change needed fewer. */
static bool fail_change(change make, long n, bool once, bool arena_is_full)
{
    struct parts parts = parts_of(ODD);
    pdoc_text *before = picture_of(parts.reg);
    pdoc_error *error = NULL;
    if (arena_is_full)
        fill_arena(parts.reg);
    fail_after(n, once);
    bool made = make(&parts, &error);
    bool ended = !has_failed;
    fail_after(-1, false);
    pdoc_text *after = picture_of(parts.reg);
    if (made) {
        assert_true(ended);
        assert_string_not_equal(pdoc_text_data(before), pdoc_text_data(after));
    } else {
        assert_string_equal(pdoc_text_data(before), pdoc_text_data(after));
        assert_error(&error, PDOC_ERR_NOMEM, "memory");
        assert_true(make(&parts, NULL)); /* and it works once there is memory again */
        assert_reads_back(parts.reg);
    }
    pdoc_text_free(before);
    pdoc_text_free(after);
    pdoc_register_unref(parts.reg);
    return ended;
}

static void a_change_without_memory_changes_nothing(void **state)
{
    (void)state;
    for (size_t c = 0; c < sizeof changes / sizeof changes[0]; c++)
        for (int mode = 0; mode < 4; mode++) {
            long n = 0;
            while (!fail_change(changes[c], n, mode & 1, mode & 2))
                n++;
            assert_true(n > 0 || !(mode & 2)); /* with a full arena each change needs memory */
        }
}

/* A new register has no lists and indexes yet: each first change makes them. */
static void the_first_change_without_memory_changes_nothing(void **state)
{
    (void)state;
    static const change first[] = {set_register_title, add_profile, add_party, add_document, record_on_register};
    for (size_t c = 0; c < sizeof first / sizeof first[0]; c++) {
        bool made = false;
        for (long n = 0; !made; n++) {
            struct parts parts = {.reg = new_register()};
            pdoc_error *error = NULL;
            pdoc_text *before = picture_of(parts.reg);
            fail_after(n, true);
            made = first[c](&parts, &error);
            fail_after(-1, false);
            pdoc_text *after = picture_of(parts.reg);
            assert_int_equal(made, strcmp(pdoc_text_data(before), pdoc_text_data(after)) != 0);
            if (!made)
                assert_error(&error, PDOC_ERR_NOMEM, "memory");
            assert_true(made || first[c](&parts, NULL));
            assert_reads_back(parts.reg);
            pdoc_text_free(before);
            pdoc_text_free(after);
            pdoc_register_unref(parts.reg);
        }
    }
}

static void a_new_register_needs_memory(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    fail_after(0, false);
    assert_null(pdoc_register_new(&error));
    fail_after(-1, false);
    assert_error(&error, PDOC_ERR_NOMEM, "memory");
}

static int count_memory(void **state)
{
    (void)state;
    memory_held = 0;
    fail_after(-1, false);
    return 0;
}

static int nothing_is_held(void **state)
{
    (void)state;
    return memory_held == 0 ? 0 : -1;
}

int main(void)
{
#define WATCHED(test) cmocka_unit_test_setup_teardown(test, count_memory, nothing_is_held)
    const struct CMUnitTest tests[] = {
        WATCHED(reading_without_memory_gives_an_error_and_holds_nothing),
        WATCHED(the_arena_may_end_at_any_place),
        WATCHED(a_change_without_memory_changes_nothing),
        WATCHED(the_first_change_without_memory_changes_nothing),
        WATCHED(a_new_register_needs_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
