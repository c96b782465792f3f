/* SPDX-License-Identifier: MIT */
/* Saving: what is replaced and what is not, locks, guards, modes, backups. What fails on the way is in tests/faults. */
#include "save_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/wait.h>

#include "base/system.h"

static pdoc_status save(pdoc_register *reg, const char *path)
{
    return pdoc_register_write_file(reg, path, NULL, NULL);
}

static void assert_save_fails(pdoc_register *reg, const char *path, pdoc_status status, const char *word)
{
    pdoc_error *error = NULL;
    assert_int_equal(pdoc_register_write_file(reg, path, NULL, &error), status);
    assert_int_equal(pdoc_error_status(error), status);
    assert_non_null(strstr(pdoc_error_message(error), word));
    assert_string_equal(pdoc_error_file(error), path);
    pdoc_error_free(error);
}

static void a_new_file_holds_what_is_read_back(void **state)
{
    (void)state;
    pdoc_register *reg = small_register("First & \"best\"");
    assert_int_equal(save(reg, "a.xml"), PDOC_OK);
    assert_title("a.xml", "First & \"best\"");
    assert_int_equal(each_name(NULL), 2); /* the file and its lock */
    pdoc_register_unref(reg);
}

static void the_own_file_may_be_saved_again_and_again(void **state)
{
    (void)state;
    pdoc_register *reg = small_register("One");
    for (int i = 0; i < 3; i++)
        assert_int_equal(save(reg, "a.xml"), PDOC_OK);
    pdoc_register *read = pdoc_register_read_file("a.xml", NULL, NULL);
    for (int i = 0; i < 3; i++)
        assert_int_equal(save(read, "./a.xml"), PDOC_OK);
    assert_int_equal(each_name(NULL), 2);
    pdoc_register_unref(reg);
    pdoc_register_unref(read);
}

static void a_file_that_changed_since_it_was_read_is_not_overwritten(void **state)
{
    (void)state;
    put_content("a.xml", "<register xmlns=\"urn:policydoc:1\" schema-version=\"1.0\"/>");
    pdoc_register *mine = pdoc_register_read_file("a.xml", NULL, NULL);
    pdoc_register *theirs = pdoc_register_read_file("a.xml", NULL, NULL);
    assert_non_null(pdoc_register_add_document(theirs, NULL, "Theirs", NULL));
    assert_int_equal(save(theirs, "a.xml"), PDOC_OK);
    assert_save_fails(mine, "a.xml", PDOC_ERR_CONFLICT, "changed");
    assert_title("a.xml", "Theirs");
    assert_non_null(pdoc_register_add_document(mine, NULL, "Mine", NULL));
    pdoc_write_options options = {.size = sizeof options, .overwrite = 1};
    assert_int_equal(pdoc_register_write_file(mine, "a.xml", &options, NULL), PDOC_OK);
    assert_title("a.xml", "Mine");
    pdoc_register_unref(mine);
    pdoc_register_unref(theirs);
}

static void a_copy_guards_the_same_file(void **state)
{
    (void)state;
    put_content("a.xml", "<register xmlns=\"urn:policydoc:1\" schema-version=\"1.0\"/>");
    pdoc_register *reg = pdoc_register_read_file("a.xml", NULL, NULL);
    pdoc_register *copy = pdoc_register_copy(reg, NULL);
    assert_non_null(copy);
    put_content("a.xml", "<register xmlns=\"urn:policydoc:1\" schema-version=\"1.0\"></register>");
    assert_save_fails(copy, "a.xml", PDOC_ERR_CONFLICT, "changed");
    pdoc_register_unref(reg);
    pdoc_register_unref(copy);
}

static void a_file_that_is_gone_since_it_was_read_is_a_conflict(void **state)
{
    (void)state;
    pdoc_register *reg = small_register("One");
    assert_int_equal(save(reg, "a.xml"), PDOC_OK);
    assert_int_equal(rename("a.xml", "moved.xml"), 0);
    assert_save_fails(reg, "a.xml", PDOC_ERR_CONFLICT, "removed");
    assert_int_equal(access("a.xml", F_OK), -1);
    pdoc_register_unref(reg);
}

static void saving_elsewhere_keeps_the_guard_of_the_file_that_was_read(void **state)
{
    (void)state;
    pdoc_register *first = small_register("One");
    assert_int_equal(save(first, "a.xml"), PDOC_OK);
    put_content("export.xml", "anything");
    assert_int_equal(save(first, "export.xml"), PDOC_OK);
    assert_title("export.xml", "One");
    put_content("a.xml", "somebody else's");
    assert_save_fails(first, "a.xml", PDOC_ERR_CONFLICT, "changed");
    assert_content("a.xml", "somebody else's");
    pdoc_register_unref(first);
}

static void links_are_followed_and_stay_links(void **state)
{
    (void)state;
    put_content("real.xml", "old");
    assert_int_equal(symlink("real.xml", "link.xml"), 0);
    pdoc_register *reg = small_register("Linked");
    assert_int_equal(save(reg, "link.xml"), PDOC_OK);
    struct stat found;
    assert_int_equal(lstat("link.xml", &found), 0);
    assert_true(S_ISLNK(found.st_mode));
    assert_title("real.xml", "Linked");
    assert_int_equal(access("real.xml.lock", F_OK), 0);
    pdoc_register_unref(reg);
}

static void what_is_no_regular_file_is_left_alone(void **state)
{
    (void)state;
    pdoc_register *reg = small_register("One");
    assert_int_equal(mkdir("folder", 0700), 0);
    assert_int_equal(mkfifo("pipe", 0600), 0);
    assert_int_equal(symlink("nowhere.xml", "dangling.xml"), 0);
    assert_int_equal(symlink("circle", "circle"), 0);
    assert_save_fails(reg, "folder", PDOC_ERR_WRITE, "folder");
    assert_save_fails(reg, "pipe", PDOC_ERR_WRITE, "regular");
    assert_save_fails(reg, "dangling.xml", PDOC_ERR_WRITE, "link");
    assert_save_fails(reg, "circle", PDOC_ERR_WRITE, "circle");
    assert_save_fails(reg, "/dev/null", PDOC_ERR_WRITE, "regular");
    struct stat found;
    assert_int_equal(lstat("/dev/null", &found), 0);
    assert_true(S_ISCHR(found.st_mode));
    assert_int_equal(each_name(NULL), 4); /* and no lock beside them */
    pdoc_register_unref(reg);
}

static void paths_that_lead_nowhere_say_so(void **state)
{
    (void)state;
    pdoc_register *reg = small_register("One");
    char *longer = calloc(1, 10000);
    memset(longer, 'x', 9000);
    assert_save_fails(reg, "missing/a.xml", PDOC_ERR_WRITE, "folder");
    assert_save_fails(reg, "missing/", PDOC_ERR_WRITE, "folder");
    assert_save_fails(reg, "", PDOC_ERR_WRITE, "");
    assert_save_fails(reg, longer, PDOC_ERR_WRITE, "too long");
    assert_int_equal(each_name(NULL), 0);
    free(longer);
    pdoc_register_unref(reg);
}

static void the_mode_of_the_old_file_is_kept(void **state)
{
    (void)state;
    static const mode_t modes[] = {0600, 0640, 0664, 0444, 0777};
    struct stat found;
    for (size_t i = 0; i < sizeof modes / sizeof modes[0]; i++) {
        pdoc_register *reg = small_register("One");
        put_content("mode.xml", "old");
        assert_int_equal(chmod("mode.xml", modes[i]), 0);
        assert_int_equal(save(reg, "mode.xml"), PDOC_OK);
        assert_int_equal(lstat("mode.xml", &found), 0);
        assert_int_equal(found.st_mode & 07777, modes[i]);
        unlink("mode.xml");
        pdoc_register_unref(reg);
    }
}

static void a_new_file_has_the_mode_that_the_umask_gives(void **state)
{
    (void)state;
    pdoc_register *reg = small_register("One");
    mode_t before = umask(027);
    assert_int_equal(save(reg, "new.xml"), PDOC_OK);
    umask(before);
    struct stat found;
    assert_int_equal(lstat("new.xml", &found), 0);
    assert_int_equal(found.st_mode & 07777, 0640);
    pdoc_register_unref(reg);
}

static void a_backup_is_the_version_before(void **state)
{
    (void)state;
    pdoc_write_options options = {.size = sizeof options, .backup = 1};
    pdoc_register *reg = small_register("One");
    assert_int_equal(pdoc_register_write_file(reg, "a.xml", &options, NULL), PDOC_OK);
    assert_int_equal(access("a.xml.bak", F_OK), -1); /* there was none before */
    for (int i = 0; i < 3; i++) {
        char *before = content_of("a.xml");
        assert_non_null(pdoc_register_add_document(reg, NULL, "More", NULL));
        assert_int_equal(pdoc_register_write_file(reg, "a.xml", &options, NULL), PDOC_OK);
        assert_content("a.xml.bak", before);
        free(before);
    }
    assert_int_equal(each_name(NULL), 3); /* file, lock, backup */
    pdoc_register_unref(reg);
}

static void a_file_that_somebody_is_saving_is_busy(void **state)
{
    (void)state;
    pdoc_register *reg = small_register("One");
    put_content("a.xml", "old");
    int lock = open("a.xml.lock", O_RDWR | O_CREAT, 0600);
    assert_true(lock >= 0);
    assert_int_equal(flock(lock, LOCK_EX | LOCK_NB), 0);
    assert_save_fails(reg, "a.xml", PDOC_ERR_BUSY, "somebody");
    assert_content("a.xml", "old");
    assert_int_equal(each_name(NULL), 2);
    close(lock);
    assert_int_equal(save(reg, "a.xml"), PDOC_OK);
    pdoc_register_unref(reg);
}

static void what_a_cut_save_left_is_swept_away(void **state)
{
    (void)state;
    pdoc_register *reg = small_register("One");
    put_content(".a.xml.000001.tmp", "half");
    put_content(".a.xml.000002.tmp", "half");
    put_content(".b.xml.000001.tmp", "not ours");
    assert_int_equal(save(reg, "a.xml"), PDOC_OK);
    assert_int_equal(access(".a.xml.000001.tmp", F_OK), -1);
    assert_int_equal(access(".a.xml.000002.tmp", F_OK), -1);
    assert_content(".b.xml.000001.tmp", "not ours");
    pdoc_register_unref(reg);
}

static void a_name_that_is_taken_is_passed_over(void **state)
{
    (void)state;
    pdoc_register *reg = small_register("One");
    assert_int_equal(mkdir(".a.xml.000001.tmp", 0700), 0);
    assert_int_equal(save(reg, "a.xml"), PDOC_OK);
    assert_title("a.xml", "One");
    assert_int_equal(each_name(NULL), 3);
    pdoc_register_unref(reg);
}

static bool is_gzip(const char *path)
{
    char *text = content_of(path);
    bool is = (unsigned char)text[0] == 0x1f && (unsigned char)text[1] == 0x8b;
    free(text);
    return is;
}

static void gzip_goes_by_the_name_unless_the_options_say_otherwise(void **state)
{
    (void)state;
    pdoc_register *reg = small_register("Packed");
    assert_int_equal(save(reg, "a.xml.gz"), PDOC_OK);
    assert_true(is_gzip("a.xml.gz"));
    assert_title("a.xml.gz", "Packed");
    pdoc_write_options options = {.size = sizeof options, .gzip_level = -1};
    assert_int_equal(pdoc_register_write_file(reg, "plain.gz", &options, NULL), PDOC_OK);
    assert_false(is_gzip("plain.gz"));
    options.gzip_level = 9;
    assert_int_equal(pdoc_register_write_file(reg, "b.xml", &options, NULL), PDOC_OK);
    assert_true(is_gzip("b.xml"));
    assert_title("b.xml", "Packed");
    pdoc_register_unref(reg);
}

static void options_that_are_not_known_are_refused(void **state)
{
    (void)state;
    pdoc_register *reg = small_register("One");
    const pdoc_write_options wrong[] = {
        {.size = 1}, {.size = sizeof wrong[0], .gzip_level = 10}, {.size = sizeof wrong[0], .gzip_level = -2},
        {.size = sizeof wrong[0], .reserved = 1}, {.size = sizeof wrong[0], .backup = 2}};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        assert_int_equal(pdoc_register_write_file(reg, "a.xml", &wrong[i], NULL), PDOC_ERR_ARGUMENT);
        assert_null(pdoc_register_write_memory(reg, &wrong[i], NULL));
    }
    assert_int_equal(pdoc_register_write_file(NULL, "a.xml", NULL, NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_register_write_file(reg, NULL, NULL, NULL), PDOC_ERR_ARGUMENT);
    assert_null(pdoc_register_write_memory(NULL, NULL, NULL));
    assert_null(pdoc_register_copy(NULL, NULL));
    assert_int_equal(each_name(NULL), 0);
    pdoc_register_unref(reg);
}

static void no_file_gets_the_number_of_a_standard_stream(void **state)
{
    (void)state;
    pdoc_register *reg = small_register("Closed");
    pid_t child = fork();
    if (child == 0) {
        close(0);
        close(1);
        close(2);
        pdoc_status status = save(reg, "a.xml");
        bool are_free = fcntl(0, F_GETFD) == -1 && fcntl(1, F_GETFD) == -1 && fcntl(2, F_GETFD) == -1;
        _exit(status == PDOC_OK && are_free ? 0 : 1);
    }
    int result;
    assert_int_equal(waitpid(child, &result, 0), child);
    assert_int_equal(result, 0);
    assert_title("a.xml", "Closed");
    pdoc_register_unref(reg);
}

static int lowest_written;
static int syncs;

static ssize_t watch_write(int file, const void *data, size_t size)
{
    lowest_written = file < lowest_written ? file : lowest_written;
    return write(file, data, size);
}

static int count_sync(int file)
{
    syncs++;
    return fsync(file);
}

static void a_save_syncs_the_file_and_its_folder(void **state)
{
    (void)state;
    pdoc_register *reg = small_register("One");
    struct pdoc__system saved = pdoc__system;
    pdoc__system.fsync = count_sync;
    pdoc__system.write = watch_write;
    lowest_written = 1000;
    syncs = 0;
    assert_int_equal(save(reg, "a.xml"), PDOC_OK);
    pdoc__system = saved;
    assert_int_equal(syncs, 2);
    assert_true(lowest_written >= 3 && lowest_written < 1000);
    pdoc_register_unref(reg);
}

int main(void)
{
#define IN_A_FOLDER(test) cmocka_unit_test_setup_teardown(test, enter_folder, leave_folder)
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(a_new_file_holds_what_is_read_back),
        IN_A_FOLDER(the_own_file_may_be_saved_again_and_again),
        IN_A_FOLDER(a_file_that_changed_since_it_was_read_is_not_overwritten),
        IN_A_FOLDER(a_copy_guards_the_same_file),
        IN_A_FOLDER(a_file_that_is_gone_since_it_was_read_is_a_conflict),
        IN_A_FOLDER(saving_elsewhere_keeps_the_guard_of_the_file_that_was_read),
        IN_A_FOLDER(links_are_followed_and_stay_links),
        IN_A_FOLDER(what_is_no_regular_file_is_left_alone),
        IN_A_FOLDER(paths_that_lead_nowhere_say_so),
        IN_A_FOLDER(the_mode_of_the_old_file_is_kept),
        IN_A_FOLDER(a_new_file_has_the_mode_that_the_umask_gives),
        IN_A_FOLDER(a_backup_is_the_version_before),
        IN_A_FOLDER(a_file_that_somebody_is_saving_is_busy),
        IN_A_FOLDER(what_a_cut_save_left_is_swept_away),
        IN_A_FOLDER(a_name_that_is_taken_is_passed_over),
        IN_A_FOLDER(gzip_goes_by_the_name_unless_the_options_say_otherwise),
        IN_A_FOLDER(options_that_are_not_known_are_refused),
        IN_A_FOLDER(no_file_gets_the_number_of_a_standard_stream),
        IN_A_FOLDER(a_save_syncs_the_file_and_its_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
