/* SPDX-License-Identifier: MIT */
/* Keepers of one file, in a thousand interleavings: whoever comes second is told so, and nothing that was saved is
   lost. Then the same with processes that nobody puts in order, some of which are killed. */
#include "unit/save_folder.h"

#include <signal.h>
#include <sys/wait.h>
#include <time.h>

#include "base/system.h"
#include "policydoc/history.h"
#include "policydoc/keeping.h"

#define KEEPERS 3

enum { INTERLEAVINGS = 1000, STEPS = 30, PROCESSES = 4, SAVES_OF_A_PROCESS = 40, KILLED_AFTER_MS = 30 };

struct keeper {
    pdoc_register *reg; /* as it was read; NULL: not read */
    unsigned read_at;   /* how many saves there had been then */
    bool has_changed;
};

/* What the file must hold, told without the library. */
struct truth {
    unsigned saves;
    unsigned refused;
};

static uint32_t luck = 1;

static unsigned any_of(unsigned count)
{
    luck = luck * 1664525u + 1013904223u;
    return (luck >> 16) % count;
}

static pdoc_register *read_a(void)
{
    pdoc_error *error = NULL;
    pdoc_register *reg = pdoc_register_read_file("a.xml", NULL, &error);
    assert_string_equal(pdoc_error_message(error), "");
    assert_non_null(reg);
    return reg;
}

/* One more event, by the path that every changing command goes; the texts are of one length, and so are the files. */
static pdoc_register *with_one_event(pdoc_register *reg)
{
    const pdoc_basis basis = {.size = sizeof basis, .as_of = {2026, 3, 1}};
    const pdoc_keeping keeping = {.size = sizeof keeping, .basis = &basis};
    pdoc_change *change = pdoc_change_begin(reg, &keeping, NULL);
    assert_non_null(change);
    pdoc_document *doc = pdoc_register_document(pdoc_change_register(change), 0);
    assert_non_null(
        pdoc_document_record(doc, "remarked", (pdoc_date){2026, 3, 1}, (pdoc_date){2026, 3, 1}, 0, "Keeper", NULL));
    pdoc_register *after = pdoc_change_finish(change, NULL);
    assert_non_null(after);
    pdoc_change_free(change);
    pdoc_register_unref(reg);
    return after;
}

static unsigned events_of(const pdoc_register *reg)
{
    return (unsigned)pdoc_document_event_count(pdoc_register_document(reg, 0));
}

static void save_one(struct keeper *keeper, struct truth *truth)
{
    pdoc_error *error = NULL;
    const pdoc_status status = pdoc_register_write_file(keeper->reg, "a.xml", NULL, &error);
    if (keeper->read_at == truth->saves) {
        assert_int_equal(status, PDOC_OK);
        truth->saves++;
    } else {
        assert_int_equal(status, PDOC_ERR_CONFLICT);
        assert_non_null(strstr(pdoc_error_message(error), "changed by somebody else"));
        truth->refused++;
    }
    pdoc_error_free(error);
    pdoc_register_unref(keeper->reg);
    *keeper = (struct keeper){0};
}

/* A keeper who has not read reads, who has read changes, who has changed saves: only whose turn it is is left to luck.
 */
static void step(struct keeper *keeper, struct truth *truth)
{
    if (!keeper->reg) {
        *keeper = (struct keeper){.reg = read_a(), .read_at = truth->saves};
    } else if (!keeper->has_changed) {
        keeper->reg = with_one_event(keeper->reg);
        keeper->has_changed = true;
    } else {
        save_one(keeper, truth);
    }
}

static void start_file(void)
{
    const pdoc_write_options options = {.size = sizeof options, .overwrite = 1};
    pdoc_register *reg = small_register("Kept");
    assert_int_equal(pdoc_register_write_file(reg, "a.xml", &options, NULL), PDOC_OK);
    pdoc_register_unref(reg);
}

static void whoever_comes_second_is_told_and_nothing_is_lost(void **state)
{
    (void)state;
    unsigned refused = 0;
    for (unsigned i = 0; i < INTERLEAVINGS; i++) {
        struct keeper keepers[KEEPERS] = {0};
        struct truth truth = {0};
        start_file();
        for (unsigned n = 0; n < STEPS; n++)
            step(&keepers[any_of(KEEPERS)], &truth);
        for (unsigned n = 0; n < KEEPERS; n++)
            pdoc_register_unref(keepers[n].reg);
        pdoc_register *reg = read_a();
        assert_int_equal(events_of(reg), truth.saves);
        pdoc_register_unref(reg);
        refused += truth.refused;
    }
    assert_true(refused > INTERLEAVINGS); /* or they did not get in each other's way */
    print_message("%u interleavings, %u saves refused\n", (unsigned)INTERLEAVINGS, refused);
}

/* Two more saves at once, of as many bytes, and the second in the place of the file that was read: it is another one.
 */
static void a_file_of_the_same_size_in_the_same_moment_is_another_one(void **state)
{
    (void)state;
    start_file();
    for (unsigned i = 0; i < INTERLEAVINGS; i++) {
        pdoc_register *first = read_a();
        for (unsigned n = 0; n < 2; n++) {
            pdoc_register *other = read_a();
            assert_int_equal(pdoc_document_set_title(pdoc_register_document(other, 0), n ? "Four" : "Five", NULL),
                             PDOC_OK);
            assert_int_equal(pdoc_register_write_file(other, "a.xml", NULL, NULL), PDOC_OK);
            pdoc_register_unref(other);
        }
        assert_int_equal(pdoc_register_write_file(first, "a.xml", NULL, NULL), PDOC_ERR_CONFLICT);
        pdoc_register_unref(first);
    }
}

/* ---- processes ---- */

/* Reads, adds an event, saves; again if somebody was quicker. Tells of each save through the pipe, before it and after
   it: if it is killed between, the event may be in the file or not. */
static void keep_on(int told)
{
    for (unsigned saved = 0; saved < SAVES_OF_A_PROCESS;) {
        pdoc_register *reg = with_one_event(read_a());
        if (write(told, "?", 1) != 1)
            _exit(3);
        const pdoc_status status = pdoc_register_write_file(reg, "a.xml", NULL, NULL);
        pdoc_register_unref(reg);
        if (write(told, status == PDOC_OK ? "+" : "-", 1) != 1)
            _exit(3);
        saved += status == PDOC_OK;
        if (status != PDOC_OK && status != PDOC_ERR_CONFLICT && status != PDOC_ERR_BUSY)
            _exit(1);
    }
    _exit(0);
}

struct told {
    unsigned saved;
    unsigned refused;
    unsigned open; /* killed while it saved */
};

static struct told listen_to(int pipe)
{
    struct told told = {0};
    char word;
    while (read(pipe, &word, 1) == 1) {
        told.saved += word == '+';
        told.refused += word == '-';
        told.open = word == '?';
    }
    close(pipe);
    return told;
}

static pid_t start_keeper(int *pipe_end)
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    const pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        close(ends[0]);
        keep_on(ends[1]);
    }
    close(ends[1]);
    *pipe_end = ends[0];
    return child;
}

static void processes_lose_nothing_though_some_are_killed(void **state)
{
    (void)state;
    start_file();
    pid_t children[PROCESSES];
    int pipes[PROCESSES];
    for (unsigned i = 0; i < PROCESSES; i++)
        children[i] = start_keeper(&pipes[i]);
    nanosleep(&(struct timespec){.tv_nsec = KILLED_AFTER_MS * 1000000L}, NULL);
    assert_int_equal(kill(children[0], SIGKILL), 0);
    struct told all = {0};
    for (unsigned i = 0; i < PROCESSES; i++) {
        const struct told one = listen_to(pipes[i]);
        int result;
        assert_int_equal(waitpid(children[i], &result, 0), children[i]);
        assert_true(i == 0 || (WIFEXITED(result) && WEXITSTATUS(result) == 0));
        assert_true(i == 0 || one.saved == SAVES_OF_A_PROCESS);
        all.saved += one.saved;
        all.refused += one.refused;
        all.open += one.open;
    }
    pdoc_register *reg = read_a();
    assert_in_range(events_of(reg), all.saved, all.saved + all.open);
    pdoc_register_unref(reg);
    print_message("%u processes: %u saves, %u refused, %u cut short\n", (unsigned)PROCESSES, all.saved, all.refused,
                  all.open);
}

/* The disk is no matter here, and waiting for it takes a hundred times as long as all the rest. */
static int sync_nothing(int file)
{
    (void)file;
    return 0;
}

int main(void)
{
    pdoc__system.fsync = sync_nothing;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(whoever_comes_second_is_told_and_nothing_is_lost, enter_folder, leave_folder),
        cmocka_unit_test_setup_teardown(a_file_of_the_same_size_in_the_same_moment_is_another_one, enter_folder,
                                        leave_folder),
        cmocka_unit_test_setup_teardown(processes_lose_nothing_though_some_are_killed, enter_folder, leave_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
