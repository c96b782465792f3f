/* SPDX-License-Identifier: MIT */
/* Copies of a folder against what is in force: same, other, of another version, missing, unknown; links, pipes, depth.
 */
#define _XOPEN_SOURCE 700
#include "save_folder.h"

#include <errno.h>
#include <ftw.h>

#include "base/system.h"
#include "policydoc/policydoc.h"

/* By sha256sum, of the word and a line end. */
#define ONE   "2c8b08da5ce60398e1f19af0e5dccc744df274b826abe585eaba68c525434806"
#define TWO   "27dd8ed44a83ff94d557f9fd0412ed5a8cbca69ea04922d88c01184a07300a5a"
#define THREE "f6936912184481f5edd4c304ce27c5a1a827804fc7f329f43d273b8621870776"
#define FOUR  "ab929fcd5594037960792ea0b98caf5fdaf6b60645e4ef248c28db74260f393e"

#define CONTENT(href, hash)      "<content href=\"" href "\" sha256=\"" hash "\"/>"
#define DECIDED(id, on, version) "<decided id=\"" id "\" on=\"" on "\" version=\"" version "\" outcome=\"approved\"/>"
#define DOC(id, reference, versions, history)                                                                          \
    "<document id=\"" id "\" type=\"policy\"><title>T " id "</title><reference>" reference "</reference>" versions     \
    "<history>" history "</history></document>"
static const char filed[] = "<register xmlns=\"urn:policydoc:1\" schema-version=\"1.0\"><profile ref=\"general\"/>" DOC(
    "d1", "P1",
    "<version n=\"1\">" CONTENT("p1.txt", ONE) "</version><version n=\"2\">" CONTENT("https://x.org/p1.txt?v=2",
                                                                                     TWO) "</version>",
    DECIDED("e1", "2020-01-01", "1") DECIDED("e2", "2021-01-01", "2"))
    DOC("d2", "P2", "<version n=\"1\"><content href=\"p2.txt\"/></version>", DECIDED("e3", "2020-01-01", "1"))
        DOC("d3", "P3", "<version n=\"1\"><content href=\"p3.txt\"/></version>",
            DECIDED("e4", "2020-01-01", "1") "<attested id=\"e5\" on=\"2020-01-02\" version=\"1\" sha256=\"" THREE
                                             "\"/>")
            DOC("d4", "P4", "<version n=\"1\">" CONTENT("p4.txt", FOUR) "</version>",
                "<drafted id=\"e6\" on=\"2020-01-01\"/>")
                DOC("d5", "P5", "<version n=\"1\"/>", DECIDED("e7", "2020-01-01", "1")) "</register>";

static pdoc_register *reg;
static pdoc_profile_set *shipped;

static int prepare(void **state)
{
    shipped = pdoc_profile_set_shipped(NULL);
    reg = pdoc_register_read_memory(filed, strlen(filed), "test", NULL, NULL);
    return shipped && reg ? enter_folder(state) : -1;
}

static int remove_one(const char *path, const struct stat *status, int flag, struct FTW *at)
{
    (void)status, (void)flag, (void)at;
    return remove(path);
}

static int clear(void **state)
{
    (void)state;
    pdoc_register_unref(reg);
    pdoc_profile_set_unref(shipped);
    return chdir("..") == 0 && nftw(save_folder, remove_one, 16, FTW_DEPTH | FTW_PHYS) == 0 ? 0 : -1;
}

static void put(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static pdoc_verification *verify_on(pdoc_copies *copies, int year)
{
    pdoc_error *error = NULL;
    const pdoc_basis basis = {.size = sizeof basis, .as_of = {(int16_t)year, 6, 1}, .profiles = shipped};
    pdoc_verification *found = pdoc_register_verify(reg, &basis, copies, &error);
    if (!found)
        print_error("%s\n", pdoc_error_message(error));
    assert_non_null(found);
    return found;
}

static pdoc_verification *verify_folder(const char *path)
{
    pdoc_copies *copies = pdoc_copies_new(NULL);
    assert_non_null(copies);
    assert_int_equal(pdoc_copies_add_folder(copies, path, NULL), PDOC_OK);
    pdoc_verification *found = verify_on(copies, 2022);
    pdoc_copies_free(copies);
    return found;
}

struct wanted {
    pdoc_copy_state state;
    const char *id, *file, *recorded, *found;
    uint32_t version, found_version;
    const char *words;
};

static void assert_text(const char *found, const char *wanted)
{
    if (wanted)
        assert_string_equal(found, wanted);
    else
        assert_null(found);
}

static void assert_all(const pdoc_verification *found, const struct wanted *wanted, size_t count)
{
    size_t totals[PDOC_COPY_STATES] = {0};
    assert_int_equal(pdoc_verification_count(found), count);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(pdoc_verification_state(found, i), wanted[i].state);
        assert_text(pdoc_verification_document_id(found, i), wanted[i].id);
        assert_text(pdoc_verification_file(found, i), wanted[i].file);
        assert_text(pdoc_verification_recorded(found, i), wanted[i].recorded);
        assert_text(pdoc_verification_found(found, i), wanted[i].found);
        assert_int_equal(pdoc_verification_version(found, i), wanted[i].version);
        assert_int_equal(pdoc_verification_found_version(found, i), wanted[i].found_version);
        assert_non_null(strstr(pdoc_verification_message(found, i), wanted[i].words));
        totals[wanted[i].state]++;
    }
    for (size_t state = 0; state < PDOC_COPY_STATES; state++)
        assert_int_equal(pdoc_verification_total(found, (pdoc_copy_state)state), totals[state]);
}

static void each_file_is_told_for_what_it_is(void **state)
{
    (void)state;
    assert_int_equal(mkdir("old", 0700), 0);
    put("p1.txt", "two\n");
    put("old/p1.txt", "one\n");      /* the name, and an older version */
    put("old/archive.txt", "one\n"); /* only the content of an older version */
    put("p2.txt", "anything\n");     /* no hash is recorded */
    put("renamed.txt", "three\n");   /* the content under another name */
    put("draft.txt", "four\n");      /* a draft that has no place there */
    put("notes.txt", "five\n");
    static const struct wanted wanted[] = {
        {PDOC_COPY_SAME, "d1", "p1.txt", TWO, TWO, 2, 2, "content of version 2, which is in force"},
        {PDOC_COPY_OTHER_VERSION, "d1", "old/p1.txt", TWO, ONE, 2, 1, "content of version 1; version 2 is in force"},
        {PDOC_COPY_NO_HASH, "d2", "p2.txt", NULL, "-", 1, 0, "no hash of the content"},
        {PDOC_COPY_SAME, "d3", "renamed.txt", THREE, THREE, 1, 1, "content of version 1"},
        {PDOC_COPY_NO_HASH, "d5", NULL, NULL, NULL, 1, 0, "no hash of the content"},
        {PDOC_COPY_OTHER_VERSION, "d4", "draft.txt", FOUR, FOUR, 0, 1, "no version is in force"},
        {PDOC_COPY_UNKNOWN, NULL, "notes.txt", NULL, "-", 0, 0, "no content of the register"},
        {PDOC_COPY_OTHER_VERSION, "d1", "old/archive.txt", ONE, ONE, 2, 1,
         "content of version 1; version 2 is in force"},
    };
    struct wanted all[8];
    char hashes[2][PDOC_SHA256_TEXT];
    memcpy(all, wanted, sizeof all);
    assert_int_equal(pdoc_content_hash("anything\n", 9, hashes[0], NULL), PDOC_OK);
    assert_int_equal(pdoc_content_hash("five\n", 5, hashes[1], NULL), PDOC_OK);
    all[2].found = hashes[0];
    all[6].found = hashes[1];
    pdoc_verification *found = verify_folder(".");
    assert_all(found, all, 8);
    assert_false(pdoc_verification_is_clean(found));
    assert_string_equal(pdoc_verification_document_reference(found, 0), "P1");
    assert_string_equal(pdoc_verification_document_title(found, 0), "T d1");
    assert_string_equal(pdoc_verification_content(found, 0), "https://x.org/p1.txt?v=2");
    assert_null(pdoc_verification_message(found, 8));
    pdoc_verification *same = pdoc_verification_ref(found);
    pdoc_verification_unref(found);
    assert_int_equal(pdoc_verification_as_of(same).year, 2022);
    pdoc_verification_unref(same);
}

static void what_differs_and_what_is_missing_is_no_copy(void **state)
{
    (void)state;
    put("p1.txt", "changed\n");
    char hash[PDOC_SHA256_TEXT];
    assert_int_equal(pdoc_content_hash("changed\n", 8, hash, NULL), PDOC_OK);
    const struct wanted wanted[] = {
        {PDOC_COPY_DIFFERS, "d1", "p1.txt", TWO, hash, 2, 0, "not the content of version 2"},
        {PDOC_COPY_MISSING, "d2", NULL, NULL, NULL, 1, 0, "no file is the content of version 1"},
        {PDOC_COPY_MISSING, "d3", NULL, THREE, NULL, 1, 0, "no file is the content of version 1"},
        {PDOC_COPY_NO_HASH, "d5", NULL, NULL, NULL, 1, 0, "no hash"},
    };
    pdoc_verification *found = verify_folder(".");
    assert_all(found, wanted, 4);
    pdoc_verification_unref(found);
}

/* The version in force is that of the day asked for. */
static void bytes_in_memory_do_as_well(void **state)
{
    (void)state;
    pdoc_copies *copies = pdoc_copies_new(NULL);
    assert_int_equal(pdoc_copies_add(copies, "site/p1.txt", "one\n", 4, NULL), PDOC_OK);
    assert_int_equal(pdoc_copies_add(copies, "p2", "", 0, NULL), PDOC_OK);
    put("p3", "three\n");
    assert_int_equal(pdoc_copies_add_file(copies, "p3", "p3", NULL), PDOC_OK);
    assert_int_equal(pdoc_copies_count(copies), 3);
    pdoc_verification *found = verify_on(copies, 2020);
    assert_int_equal(pdoc_verification_state(found, 0), PDOC_COPY_SAME); /* V1 was in force then */
    assert_int_equal(pdoc_verification_version(found, 0), 1);
    assert_int_equal(pdoc_verification_total(found, PDOC_COPY_SAME), 2);
    assert_int_equal(pdoc_verification_total(found, PDOC_COPY_UNKNOWN), 1);
    pdoc_verification_unref(found);
    found = verify_on(copies, 2022);
    assert_int_equal(pdoc_verification_state(found, 0), PDOC_COPY_OTHER_VERSION);
    pdoc_verification_unref(found);
    pdoc_copies_free(copies);
}

static const char *problem_of(const pdoc_verification *found, const char *file)
{
    for (size_t i = 0; i < pdoc_verification_count(found); i++) {
        const char *name = pdoc_verification_file(found, i);
        if (!name || strcmp(name, file) != 0)
            continue;
        assert_int_equal(pdoc_verification_state(found, i), PDOC_COPY_UNREADABLE);
        assert_null(pdoc_verification_found(found, i));
        return pdoc_verification_message(found, i);
    }
    print_error("no %s\n", file);
    fail();
    return NULL;
}

static void links_pipes_and_locked_files_are_told_and_not_read(void **state)
{
    (void)state;
    assert_int_equal(mkdir("site", 0700), 0);
    assert_int_equal(mkdir("outside", 0700), 0);
    put("outside/secret.txt", "two\n"); /* would be the approved one */
    assert_int_equal(symlink("../outside", "site/folder"), 0);
    assert_int_equal(symlink("../outside/secret.txt", "site/p1.txt"), 0);
    assert_int_equal(symlink("nowhere", "site/dangling"), 0);
    assert_int_equal(symlink(".", "site/loop"), 0);
    assert_int_equal(mkfifo("site/pipe", 0600), 0);
    pdoc_verification *found = verify_folder("site");
    assert_int_equal(pdoc_verification_total(found, PDOC_COPY_SAME), 0);
    assert_int_equal(pdoc_verification_total(found, PDOC_COPY_UNREADABLE), 5);
    static const char *const links[] = {"folder", "p1.txt", "dangling", "loop"};
    for (size_t i = 0; i < 4; i++)
        assert_non_null(strstr(problem_of(found, links[i]), "symbolic link"));
    assert_non_null(strstr(problem_of(found, "pipe"), "it is no regular file"));
    assert_string_equal(pdoc_verification_document_id(found, 0), "d1"); /* it has the name of its content */
    assert_false(pdoc_verification_is_clean(found));
    pdoc_verification_unref(found);
    pdoc_copies *copies = pdoc_copies_new(NULL); /* nor where one file is given */
    assert_int_equal(pdoc_copies_add_file(copies, "p1.txt", "site/p1.txt", NULL), PDOC_OK);
    assert_int_equal(pdoc_copies_add_file(copies, "gone.txt", "site/gone.txt", NULL), PDOC_OK);
    found = verify_on(copies, 2022);
    assert_non_null(strstr(problem_of(found, "p1.txt"), "symbolic link"));
    assert_non_null(strstr(problem_of(found, "gone.txt"), "no such file or folder"));
    pdoc_verification_unref(found);
    pdoc_copies_free(copies);
}

static void folders_end_somewhere(void **state)
{
    (void)state;
    char path[200] = "d";
    for (size_t i = 0; i < 40; i++) {
        assert_int_equal(mkdir(path, 0700), 0);
        if (i == 30 || i == 38) {
            char file[220];
            snprintf(file, sizeof file, "%s/p1.txt", path);
            put(file, "two\n");
        }
        strcat(path, "/d");
    }
    pdoc_verification *found = verify_folder(".");
    assert_int_equal(pdoc_verification_total(found, PDOC_COPY_SAME), 1);
    assert_int_equal(pdoc_verification_total(found, PDOC_COPY_UNREADABLE), 1);
    pdoc_verification_unref(found);
}

static const char *(*real_next)(void *list);
static int names_left;

static const char *next_fails(void *list)
{
    if (names_left-- > 0)
        return real_next(list);
    errno = EIO;
    return NULL;
}

static int no_folder(int folder, const char *name, int flags)
{
    (void)folder, (void)name, (void)flags;
    errno = EACCES;
    return -1;
}

static void *no_list(int folder)
{
    (void)folder;
    errno = EMFILE;
    return NULL;
}

static void a_disk_that_fails_is_an_entry(void **state)
{
    (void)state;
    const struct pdoc__system whole = pdoc__system;
    put("p1.txt", "two\n");
    real_next = whole.next;
    names_left = 3; /* ".", ".." and the file */
    pdoc__system.next = next_fails;
    pdoc_verification *found = verify_folder(".");
    pdoc__system = whole;
    assert_int_equal(pdoc_verification_total(found, PDOC_COPY_SAME), 1);
    assert_non_null(strstr(problem_of(found, "."), "the disk reported an error"));
    pdoc_verification_unref(found);
    pdoc__system.open_at = no_folder;
    found = verify_folder(".");
    pdoc__system = whole;
    assert_non_null(strstr(problem_of(found, "p1.txt"), "permission denied"));
    pdoc_verification_unref(found);
    pdoc__system.list = no_list;
    found = verify_folder(".");
    pdoc__system = whole;
    assert_non_null(strstr(problem_of(found, "."), "too many files are open"));
    pdoc_verification_unref(found);
}

static void names_that_are_no_text_are_shown_all_the_same(void **state)
{
    (void)state;
    put("\xff\xfe.txt", "two\n");
    pdoc_verification *found = verify_folder(".");
    assert_int_equal(pdoc_verification_total(found, PDOC_COPY_SAME), 1);
    assert_string_equal(pdoc_verification_file(found, 0), "?\?.txt");
    pdoc_verification_unref(found);
}

static void what_is_missing_is_an_error(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    const pdoc_basis basis = {.size = sizeof basis, .as_of = {2022, 6, 1}, .profiles = shipped};
    pdoc_copies *copies = pdoc_copies_new(NULL);
    assert_int_equal(pdoc_copies_add_folder(copies, "nowhere", &error), PDOC_ERR_READ);
    assert_string_equal(pdoc_error_file(error), "nowhere");
    assert_non_null(strstr(pdoc_error_message(error), "no such file or folder"));
    pdoc_error_free(error);
    put("p1.txt", "two\n");
    assert_int_equal(pdoc_copies_add_folder(copies, "p1.txt", NULL), PDOC_ERR_READ);
    assert_int_equal(pdoc_copies_add_folder(copies, NULL, NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_copies_add_folder(NULL, ".", NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_copies_add_file(copies, "a", NULL, NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_copies_add_file(copies, NULL, "a", NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_copies_add(copies, "", "a", 1, NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_copies_add(copies, "a", NULL, 1, NULL), PDOC_ERR_ARGUMENT);
    assert_null(pdoc_register_verify(NULL, &basis, copies, NULL));
    assert_null(pdoc_register_verify(reg, &basis, NULL, NULL));
    assert_null(pdoc_register_verify(reg, NULL, copies, NULL));
    assert_null(pdoc_verification_publish(NULL, NULL, NULL));
    assert_null(pdoc_copy_state_code((pdoc_copy_state)7));
    assert_string_equal(pdoc_copy_state_code(PDOC_COPY_OTHER_VERSION), "other-version");
    pdoc_copies_free(copies);
    pdoc_copies_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_file_is_told_for_what_it_is, prepare, clear),
        cmocka_unit_test_setup_teardown(what_differs_and_what_is_missing_is_no_copy, prepare, clear),
        cmocka_unit_test_setup_teardown(bytes_in_memory_do_as_well, prepare, clear),
        cmocka_unit_test_setup_teardown(links_pipes_and_locked_files_are_told_and_not_read, prepare, clear),
        cmocka_unit_test_setup_teardown(folders_end_somewhere, prepare, clear),
        cmocka_unit_test_setup_teardown(a_disk_that_fails_is_an_entry, prepare, clear),
        cmocka_unit_test_setup_teardown(names_that_are_no_text_are_shown_all_the_same, prepare, clear),
        cmocka_unit_test_setup_teardown(what_is_missing_is_an_error, prepare, clear),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
