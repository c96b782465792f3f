/* SPDX-License-Identifier: MIT */
/* What holds of the reminders and comparisons of any register: pieces make the whole, and a mirror turns every change.
 */
#include <time.h>

#include "planning.h"
#include "time/interval.h"

#define PROFILE_OF(id, years)                                                                                          \
    "<profile xmlns=\"urn:policydoc:1\" schema-version=\"1.0\" id=\"" id "\" review-by=\"author\" due-soon=\"P90D\">"  \
    "<facts><fact id=\"approved\" event=\"decided\"/></facts><schedule><due id=\"" id "-review\" kind=\"review\""      \
    " anchors=\"approved\" offset=\"" years "\" printed=\"date-review\"/></schedule>"                                  \
    "<reminders><reminder id=\"a\" offset=\"-P3M\"/><reminder id=\"b\" offset=\"-P14D\"/>"                             \
    "<reminder id=\"c\" offset=\"P0D\"/><reminder id=\"d\" offset=\"P7D\"/><reminder id=\"e\" offset=\"P1M\"/>"        \
    "<reminder id=\"f\" offset=\"-P14D\"/></reminders></profile>"

enum { DOCUMENTS = 200, RUNS = 150, FIRST = 18000, SPAN = 2000 }; /* days from 2019-04-14 on */

static uint64_t seed;

static uint32_t below(uint32_t bound)
{
    seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(seed >> 33) % bound;
}

static void take_seed(void)
{
    const char *asked = getenv("PDOC_SEED");
    seed = asked ? strtoull(asked, NULL, 10) : (uint64_t)time(NULL);
    print_message("PDOC_SEED=%llu\n", (unsigned long long)seed);
}

/* Some documents were never decided on, and some sheets promise a day, a month, or a year. */
static pdoc_register *random_register(uint32_t span)
{
    pdoc_register *reg = pdoc_register_new(NULL);
    assert_non_null(reg);
    for (int i = 0; i < DOCUMENTS; i++) {
        pdoc_document *doc = pdoc_register_add_document(reg, "policy", "Title", NULL);
        struct pdoc_version *version = pdoc_document_add_version(doc, "V1", NULL);
        assert_non_null(version);
        const pdoc_date on = pdoc__day_date(FIRST - 1096 + (int32_t)below(span));
        if (below(10) == 0)
            continue;
        pdoc_event *event = pdoc_document_record(doc, "decided", on, (pdoc_date){0, 0, 0}, 1, NULL, NULL);
        assert_int_equal(pdoc_event_complete(event, "outcome", "approved", NULL), PDOC_OK);
        pdoc_date promised = pdoc__day_date(FIRST + (int32_t)below(SPAN));
        promised.day = below(2) ? promised.day : 0;
        promised.month = promised.day || below(2) ? promised.month : 0;
        char text[PDOC_DATE_TEXT];
        if (below(2))
            assert_int_equal(
                pdoc_version_add_row(version, "date-review", "Review", pdoc_date_format(promised, text), NULL),
                PDOC_OK);
    }
    return reg;
}

struct world {
    pdoc_register *reg;
    pdoc_profile *profiles[2];
    pdoc_calendar *calendar;
};

/* Decided on within so many days, from three years before FIRST on. */
static struct world random_world(uint32_t span)
{
    return (struct world){
        .reg = random_register(span),
        .profiles = {read_good(PROFILE_OF("p", "P3Y"), NULL), read_good(PROFILE_OF("q", "P2Y"), NULL)},
        .calendar = pdoc_calendar_shipped("england-and-wales", NULL)};
}

static void world_end(struct world *world)
{
    pdoc_calendar_unref(world->calendar);
    pdoc_profile_unref(world->profiles[0]);
    pdoc_profile_unref(world->profiles[1]);
    pdoc_register_unref(world->reg);
}

static pdoc_basis basis_of(const struct world *world, size_t profile, int32_t day, bool has_calendar)
{
    return (pdoc_basis){.size = sizeof(pdoc_basis),
                        .as_of = pdoc__day_date(day),
                        .profile = world->profiles[profile],
                        .calendar = has_calendar ? world->calendar : NULL};
}

static pdoc_reminders *ask(const struct world *world, const pdoc_basis *basis, const char *offsets, int32_t after,
                           int32_t until)
{
    pdoc_reminders *reminders =
        pdoc_reminders_new(world->reg, basis, offsets, pdoc__day_date(after), pdoc__day_date(until), NULL);
    assert_non_null(reminders);
    return reminders;
}

/* Whatever the pieces are, they hold in turn what the whole holds. */
static void assert_pieces_make(const struct world *world, const pdoc_basis *basis, const char *offsets,
                               const pdoc_reminders *whole, int32_t first, int32_t last)
{
    size_t next = 0;
    for (int32_t after = first, until = first; after < last; after = until) {
        const uint32_t most = below(3) == 0 ? 400 : 20;
        until = after + (int32_t)below(most); /* an empty piece, too */
        until = until < last ? until : last;
        pdoc_reminders *piece = ask(world, basis, offsets, after, until);
        for (size_t i = 0; i < pdoc_reminders_count(piece); i++, next++) {
            assert_true(next < pdoc_reminders_count(whole));
            assert_string_equal(pdoc_reminders_key(piece, i), pdoc_reminders_key(whole, next));
            const pdoc_date on = pdoc_reminders_on(piece, i);
            assert_int_equal(pdoc_date_compare(on, pdoc_reminders_on(whole, next)), 0);
            assert_true(pdoc__day_number(on) > after && pdoc__day_number(on) <= until);
        }
        pdoc_reminders_unref(piece);
    }
    assert_int_equal(next, pdoc_reminders_count(whole));
}

static int compare_keys(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static void assert_keys_differ(const pdoc_reminders *reminders)
{
    const size_t count = pdoc_reminders_count(reminders);
    const char **keys = calloc(count + 1, sizeof *keys);
    assert_non_null(keys);
    for (size_t i = 0; i < count; i++)
        keys[i] = pdoc_reminders_key(reminders, i);
    qsort(keys, count, sizeof *keys, compare_keys);
    for (size_t i = 1; i < count; i++)
        assert_string_not_equal(keys[i - 1], keys[i]);
    free(keys);
}

static void reminders_of_any_pieces_are_those_of_the_whole(void **state)
{
    static const char *const offsets[] = {NULL, "-P60D,-P14D,-P1D,P0D,P1D,P7D", "-P1M", "P1M,-P30D,PT48H"};
    (void)state;
    take_seed();
    struct world world = random_world(SPAN);
    size_t seen = 0;
    for (size_t run = 0; run < RUNS; run++) {
        const pdoc_basis basis = basis_of(&world, run % 2, FIRST + (int32_t)below(SPAN), below(2) == 0);
        const char *asked = offsets[below(4)];
        const int32_t first = FIRST + (int32_t)below(SPAN / 2);
        const int32_t last = first + (int32_t)below(SPAN / 2);
        pdoc_reminders *whole = ask(&world, &basis, asked, first, last);
        assert_pieces_make(&world, &basis, asked, whole, first, last);
        assert_keys_differ(whole);
        seen += pdoc_reminders_count(whole);
        pdoc_reminders_unref(whole);
    }
    assert_true(seen > 1000);
    world_end(&world);
}

static void with_a_calendar_no_reminder_falls_on_a_day_off_nor_crosses_its_due_day(void **state)
{
    (void)state;
    take_seed();
    struct world world = random_world(SPAN);
    for (size_t run = 0; run < RUNS; run++) {
        const pdoc_basis basis = basis_of(&world, run % 2, FIRST + (int32_t)below(SPAN), true);
        pdoc_reminders *all = ask(&world, &basis, "-P60D,-P1D,P0D,P1D,P14D", FIRST, FIRST + SPAN);
        for (size_t i = 0; i < pdoc_reminders_count(all); i++) {
            const pdoc_date on = pdoc_reminders_on(all, i);
            const int order = pdoc_date_compare(on, pdoc_reminders_due(all, i));
            assert_int_equal(pdoc_calendar_is_working(world.calendar, on), PDOC_TRUE);
            assert_true(pdoc_reminders_offset(all, i).count > 0 ? order > 0 : order <= 0);
        }
        pdoc_reminders_unref(all);
    }
    world_end(&world);
}

/* One that runs every day, each day judged for itself, misses and repeats nothing as long as nothing is decided. */
static void a_daily_run_gives_what_one_run_at_the_end_gives(void **state)
{
    (void)state;
    take_seed();
    struct world world = random_world(1000);
    const pdoc_basis at_end = basis_of(&world, 0, FIRST + 500, true);
    pdoc_reminders *whole = ask(&world, &at_end, NULL, FIRST, FIRST + 500);
    size_t count = 0;
    for (int32_t day = FIRST + 1; day <= FIRST + 500; day++) {
        const pdoc_basis basis = basis_of(&world, 0, day, true);
        pdoc_reminders *piece = ask(&world, &basis, NULL, day - 1, day);
        for (size_t i = 0; i < pdoc_reminders_count(piece); i++) {
            size_t place = 0;
            while (place < pdoc_reminders_count(whole) &&
                   strcmp(pdoc_reminders_key(piece, i), pdoc_reminders_key(whole, place)) != 0)
                place++;
            assert_true(place < pdoc_reminders_count(whole));
            count++;
        }
        pdoc_reminders_unref(piece);
    }
    assert_int_equal(count, pdoc_reminders_count(whole));
    assert_true(count > 50);
    pdoc_reminders_unref(whole);
    world_end(&world);
}

/* ---- comparisons ---- */

static const pdoc_change_kind mirrored[] = {
    [PDOC_CHANGE_BECOMES_OVERDUE] = PDOC_CHANGE_NO_LONGER_OVERDUE,
    [PDOC_CHANGE_NO_LONGER_OVERDUE] = PDOC_CHANGE_BECOMES_OVERDUE,
    [PDOC_CHANGE_EARLIER] = PDOC_CHANGE_LATER,
    [PDOC_CHANGE_LATER] = PDOC_CHANGE_EARLIER,
    [PDOC_CHANGE_DATE_GAINED] = PDOC_CHANGE_DATE_LOST,
    [PDOC_CHANGE_DATE_LOST] = PDOC_CHANGE_DATE_GAINED,
    [PDOC_CHANGE_STATE_ONLY] = PDOC_CHANGE_STATE_ONLY,
};
#define KINDS (sizeof mirrored / sizeof *mirrored)

static size_t place_of(const pdoc_changes *changes, size_t document)
{
    for (size_t i = 0; i < pdoc_changes_count(changes); i++)
        if (pdoc_changes_document_index(changes, i) == document)
            return i;
    return SIZE_MAX;
}

static void assert_mirrored(const pdoc_changes *there, const pdoc_changes *back)
{
    assert_int_equal(pdoc_changes_count(there), pdoc_changes_count(back));
    assert_int_equal(pdoc_changes_same_count(there), pdoc_changes_same_count(back));
    for (size_t kind = 0; kind < KINDS; kind++)
        assert_int_equal(pdoc_changes_kind_count(there, (pdoc_change_kind)kind),
                         pdoc_changes_kind_count(back, mirrored[kind]));
    for (size_t i = 0; i < pdoc_changes_count(there); i++) {
        const size_t other = place_of(back, pdoc_changes_document_index(there, i));
        assert_true(other != SIZE_MAX);
        assert_int_equal(mirrored[pdoc_changes_kind(there, i)], pdoc_changes_kind(back, other));
        assert_int_equal(pdoc_date_compare(pdoc_changes_due_before(there, i), pdoc_changes_due_after(back, other)), 0);
        assert_int_equal(pdoc_date_compare(pdoc_changes_due_after(there, i), pdoc_changes_due_before(back, other)), 0);
        assert_int_equal(pdoc_changes_state_before(there, i), pdoc_changes_state_after(back, other));
        assert_int_equal(pdoc_changes_state_after(there, i), pdoc_changes_state_before(back, other));
    }
}

/* Every document is of one kind or the same, and the kinds come in their order, in each in that of the register. */
static void assert_complete(const pdoc_changes *changes)
{
    size_t sum = pdoc_changes_same_count(changes);
    for (size_t kind = 0; kind < KINDS; kind++)
        sum += pdoc_changes_kind_count(changes, (pdoc_change_kind)kind);
    assert_int_equal(sum, DOCUMENTS);
    for (size_t i = 1; i < pdoc_changes_count(changes); i++) {
        const int kinds = (int)pdoc_changes_kind(changes, i) - (int)pdoc_changes_kind(changes, i - 1);
        const bool is_later_document =
            pdoc_changes_document_index(changes, i) > pdoc_changes_document_index(changes, i - 1);
        assert_true(kinds > 0 || (kinds == 0 && is_later_document));
    }
}

static void what_changes_there_changes_back_and_nothing_changes_from_itself(void **state)
{
    (void)state;
    take_seed();
    struct world world = random_world(SPAN);
    size_t seen[KINDS] = {0};
    for (size_t run = 0; run < RUNS; run++) {
        const pdoc_basis bases[] = {basis_of(&world, below(2), FIRST + (int32_t)below(SPAN), false),
                                    basis_of(&world, below(2), FIRST + (int32_t)below(SPAN), false)};
        pdoc_schedule *one = pdoc_schedule_new(world.reg, &bases[0], NULL);
        pdoc_schedule *other = pdoc_schedule_new(world.reg, &bases[1], NULL);
        pdoc_changes *there = pdoc_schedule_compare(one, other, NULL);
        pdoc_changes *back = pdoc_schedule_compare(other, one, NULL);
        pdoc_changes *none = pdoc_schedule_compare(one, one, NULL);
        assert_non_null(there);
        assert_non_null(back);
        assert_mirrored(there, back);
        assert_complete(there);
        assert_int_equal(pdoc_changes_count(none), 0);
        assert_int_equal(pdoc_changes_same_count(none), DOCUMENTS);
        for (size_t kind = 0; kind < KINDS; kind++)
            seen[kind] += pdoc_changes_kind_count(there, (pdoc_change_kind)kind);
        pdoc_changes_unref(there);
        pdoc_changes_unref(back);
        pdoc_changes_unref(none);
        pdoc_schedule_unref(one);
        pdoc_schedule_unref(other);
    }
    for (size_t kind = 0; kind < KINDS; kind++)
        assert_true(seen[kind] > 0);
    world_end(&world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reminders_of_any_pieces_are_those_of_the_whole),
        cmocka_unit_test(with_a_calendar_no_reminder_falls_on_a_day_off_nor_crosses_its_due_day),
        cmocka_unit_test(a_daily_run_gives_what_one_run_at_the_end_gives),
        cmocka_unit_test(what_changes_there_changes_back_and_nothing_changes_from_itself),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
