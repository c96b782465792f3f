/* SPDX-License-Identifier: MIT */
/* Every allocation fails in turn while the paper for a board and a trend are made and published: an error, no leak. */
#include "failing_allocations.h"

#include "policydoc/publish.h"

/* Made before anything fails; the jobs read them. */
static struct {
    pdoc_register *reg;
    pdoc_profile_set *profiles;
    pdoc_profile *own;
    pdoc_format format;
} given;

static pdoc_basis basis_today(void)
{
    return (pdoc_basis){.size = sizeof(pdoc_basis), .as_of = {2026, 3, 31}, .profiles = given.profiles};
}

static pdoc_publish_options as_given(void)
{
    return (pdoc_publish_options){.size = sizeof(pdoc_publish_options), .format = given.format};
}

static char *make_paper(const char *unused, size_t size, pdoc_error **error)
{
    (void)unused, (void)size;
    const pdoc_basis basis = basis_today();
    const pdoc_publish_options options = as_given();
    pdoc_board_paper *paper = pdoc_board_paper_new(given.reg, &basis, "board", (pdoc_date){0, 0, 0}, error);
    char *text = paper ? copy_of(pdoc_board_paper_publish(paper, &options, error)) : NULL;
    pdoc_board_paper_unref(paper);
    return text;
}

static char *make_trend(const char *unused, size_t size, pdoc_error **error)
{
    (void)unused, (void)size;
    const pdoc_basis basis = basis_today();
    const pdoc_publish_options options = as_given();
    pdoc_trend *trend = pdoc_trend_new(given.reg, &basis, (pdoc_offset){.months = 12}, (pdoc_date){2025, 1, 1}, error);
    char *text = trend ? copy_of(pdoc_trend_publish(trend, &options, error)) : NULL;
    pdoc_trend_unref(trend);
    return text;
}

static void fail_each_form(job run)
{
    static const pdoc_format forms[] = {PDOC_FORMAT_TEXT, PDOC_FORMAT_JSON, PDOC_FORMAT_CSV, PDOC_FORMAT_XML,
                                        PDOC_FORMAT_HTML};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        given.format = forms[i];
        fail_each(run, "");
    }
}

static void the_paper_survives(void **state)
{
    (void)state;
    fail_each_form(make_paper);
}

static void a_trend_survives(void **state)
{
    (void)state;
    fail_each_form(make_trend);
}

static int make_what_is_given(void **state)
{
    (void)state;
    given.reg = pdoc_register_read_file(PDOC_SOURCE_DIR "/tests/command/data/board.xml", NULL, NULL);
    given.profiles = pdoc_profile_set_shipped(NULL);
    given.own = pdoc_profile_read_file(PDOC_SOURCE_DIR "/tests/command/data/board-profile.xml", NULL, NULL);
    return given.reg && given.profiles && pdoc_profile_set_add(given.profiles, given.own, NULL) == PDOC_OK ? 0 : -1;
}

static int release_what_is_given(void **state)
{
    (void)state;
    pdoc_profile_unref(given.own);
    pdoc_profile_set_unref(given.profiles);
    pdoc_register_unref(given.reg);
    return 0;
}

int main(void)
{
    use_failing_allocations();
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_paper_survives), cmocka_unit_test(a_trend_survives)};
    return cmocka_run_group_tests(tests, make_what_is_given, release_what_is_given);
}
