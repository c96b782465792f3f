/* SPDX-License-Identifier: MIT */
/* A process that saves without end is killed 200 times at some moment or other: the file is always one whole version. */
#include "unit/save_folder.h"

#include <signal.h>
#include <sys/wait.h>
#include <time.h>

enum { KILLS = 200, MOST_DOCUMENTS = 60 };

/* Every version says in its title how many documents it holds. */
static pdoc_register *version_with(unsigned documents)
{
    char title[16];
    snprintf(title, sizeof title, "%u", documents);
    pdoc_register *reg = small_register(title);
    for (unsigned i = 1; i < documents; i++)
        if (!pdoc_register_add_document(reg, "policy", "More", NULL))
            _exit(2);
    return reg;
}

static void save_without_end(const pdoc_write_options *options)
{
    for (unsigned i = 1;; i = i % MOST_DOCUMENTS + 1) {
        pdoc_register *reg = version_with(i);
        if (pdoc_register_write_file(reg, "a.xml", options, NULL) != PDOC_OK)
            _exit(1);
        pdoc_register_unref(reg);
    }
}

static void assert_whole(const char *path)
{
    pdoc_error *error = NULL;
    pdoc_register *reg = pdoc_register_read_file(path, NULL, &error);
    assert_string_equal(pdoc_error_message(error), "");
    assert_non_null(reg);
    unsigned long promised = strtoul(pdoc_document_title(pdoc_register_document(reg, 0)), NULL, 10);
    assert_int_equal(pdoc_register_document_count(reg), promised);
    pdoc_register_unref(reg);
}

static unsigned temporaries_seen;

static void look_for_temporary(const char *name)
{
    temporaries_seen += strstr(name, ".tmp") != NULL;
}

static void kill_again_and_again(bool backup)
{
    pdoc_write_options options = {.size = sizeof options, .overwrite = 1, .backup = backup};
    pdoc_register *first = version_with(7);
    assert_int_equal(pdoc_register_write_file(first, "a.xml", NULL, NULL), PDOC_OK);
    pdoc_register_unref(first);
    temporaries_seen = 0;
    for (unsigned i = 0; i < KILLS; i++) {
        pid_t child = fork();
        assert_true(child >= 0);
        if (child == 0)
            save_without_end(&options);
        struct timespec pause = {.tv_nsec = 300000 + (long)(i * 7919 % 5000) * 1000};
        nanosleep(&pause, NULL);
        assert_int_equal(kill(child, SIGKILL), 0);
        int result;
        assert_int_equal(waitpid(child, &result, 0), child);
        assert_true(WIFSIGNALED(result)); /* it had not stopped by itself */
        assert_whole("a.xml");
        if (access("a.xml.bak", F_OK) == 0)
            assert_whole("a.xml.bak");
        each_name(look_for_temporary);
    }
    assert_true(temporaries_seen > 0); /* some were killed in the middle, or this proves nothing */
    pdoc_register *last = version_with(3);
    assert_int_equal(pdoc_register_write_file(last, "a.xml", &options, NULL), PDOC_OK);
    pdoc_register_unref(last);
    print_message("%u of %u left a temporary file behind\n", temporaries_seen, (unsigned)KILLS);
    temporaries_seen = 0;
    each_name(look_for_temporary);
    assert_int_equal(temporaries_seen, 0); /* swept */
}

static void a_killed_save_leaves_a_whole_file(void **state)
{
    (void)state;
    kill_again_and_again(false);
}

static void a_killed_save_with_backup_leaves_whole_files(void **state)
{
    (void)state;
    kill_again_and_again(true);
}

int main(void)
{
#define IN_A_FOLDER(test) cmocka_unit_test_setup_teardown(test, enter_folder, leave_folder)
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(a_killed_save_leaves_a_whole_file),
        IN_A_FOLDER(a_killed_save_with_backup_leaves_whole_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
