/* SPDX-License-Identifier: MIT */
/* What tests of the judge share: a small register made in code, a profile from its rows, a judge turned to a day. */
#ifndef PDOC_TESTS_JUDGING_H
#define PDOC_TESTS_JUDGING_H

#include "profiles.h"

#include "governance/judge.h"

/* One register with one document of one version, judged by one profile. */
struct world {
    pdoc_register *reg;
    pdoc_document *doc;
    struct pdoc_version *version;
    pdoc_profile *profile;
    struct pdoc__judge judge;
    bool is_judging;
};

static inline pdoc_date date(const char *text)
{
    pdoc_date day = {0, 0, 0};
    if (text)
        assert_int_equal(pdoc_date_parse(text, &day, NULL), PDOC_OK);
    return day;
}

static inline struct world world_with(const char *profile_text)
{
    struct world world = {.profile = read_good(profile_text, NULL)};
    world.reg = pdoc_register_new(NULL);
    assert_non_null(world.reg);
    world.doc = pdoc_register_add_document(world.reg, "policy", "Bruising", NULL);
    assert_non_null(world.doc);
    world.version = pdoc_document_add_version(world.doc, "V1", NULL);
    assert_non_null(world.version);
    return world;
}

static inline void stop_judging(struct world *world)
{
    if (world->is_judging)
        pdoc__judge_end(&world->judge);
    world->is_judging = false;
}

static inline void world_end(struct world *world)
{
    stop_judging(world);
    pdoc_register_unref(world->reg);
    pdoc_profile_unref(world->profile);
}

static inline pdoc_basis basis_of(const struct world *world, const char *day, const char *known)
{
    pdoc_basis basis = {.size = sizeof basis, .as_of = date(day), .known_on = date(known), .profile = world->profile};
    return basis;
}

static inline struct pdoc__judge *judge_known(struct world *world, const char *day, const char *known)
{
    stop_judging(world);
    const pdoc_basis basis = basis_of(world, day, known);
    assert_true(pdoc__judge_begin(&world->judge, world->reg, &basis, NULL));
    world->is_judging = true;
    assert_true(pdoc__judge_take(&world->judge, world->doc, NULL));
    return &world->judge;
}

static inline struct pdoc__judge *judge_on(struct world *world, const char *day)
{
    return judge_known(world, day, NULL);
}

/* Records an event; then follow names and values of attributes, and NULL. */
static inline pdoc_event *happened(struct world *world, const char *kind, const char *on, uint32_t version, ...)
{
    pdoc_event *event = pdoc_document_record(world->doc, kind, date(on), date(NULL), version, NULL, NULL);
    assert_non_null(event);
    va_list pairs;
    va_start(pairs, version);
    for (const char *name = va_arg(pairs, const char *); name; name = va_arg(pairs, const char *)) {
        const char *value = va_arg(pairs, const char *);
        assert_int_equal(pdoc_event_complete(event, name, value, NULL), PDOC_OK);
    }
    va_end(pairs);
    return event;
}

static inline void printed(struct world *world, const char *field, const char *label, const char *text)
{
    assert_int_equal(pdoc_version_add_row(world->version, field, label, text, NULL), PDOC_OK);
}

static inline const struct pdoc__value *fact_named(struct world *world, const char *id)
{
    int index = find_row(world->profile, PDOC_PROFILE_FACTS, id);
    assert_true(index >= 0);
    return pdoc__fact(&world->judge, (size_t)index);
}

static inline void assert_day(int32_t day, const char *text)
{
    char found[PDOC_DATE_TEXT];
    assert_string_equal(pdoc_date_format(pdoc__day_date(day), found), text);
}

#endif
