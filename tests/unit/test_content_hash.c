/* SPDX-License-Identifier: MIT */
/* SHA-256 against published vectors and in pieces; files that cannot be read. */
#define _XOPEN_SOURCE 700
#include "save_folder.h"

#include <errno.h>
#include <fcntl.h>

#include "base/sha256.h"
#include "base/system.h"
#include "policydoc/content.h"

/* FIPS 180-2, appendix B, and the secure hash example values of NIST. */
#define OF_ABC   "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
#define OF_EMPTY "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
#define OF_MANY  "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0" /* a million times a */
static const struct {
    const char *text, *hash;
} vectors[] = {
    {"", OF_EMPTY},
    {"abc", OF_ABC},
    {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
     "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
    {"abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
     "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"},
};

static void published_vectors_are_met(void **state)
{
    (void)state;
    char hash[PDOC_SHA256_TEXT];
    for (size_t i = 0; i < sizeof vectors / sizeof *vectors; i++) {
        assert_int_equal(pdoc_content_hash(vectors[i].text, strlen(vectors[i].text), hash, NULL), PDOC_OK);
        assert_string_equal(hash, vectors[i].hash);
    }
    assert_int_equal(pdoc_content_hash(NULL, 0, hash, NULL), PDOC_OK);
    assert_string_equal(hash, OF_EMPTY);
}

/* However it is cut, a million letters have the hash that is published for them. */
static void pieces_of_any_size_give_the_same(void **state)
{
    (void)state;
    static const size_t sizes[] = {1, 55, 56, 63, 64, 65, 127, 128, 1000};
    char letters[1000];
    char found[PDOC_SHA256_TEXT];
    memset(letters, 'a', sizeof letters);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct pdoc__sha256 hash;
        pdoc__sha256_begin(&hash);
        for (size_t left = 1000000; left > 0;) {
            const size_t taken = left < sizes[i] ? left : sizes[i];
            pdoc__sha256_add(&hash, letters, taken);
            left -= taken;
        }
        pdoc__sha256_end(&hash, found);
        assert_string_equal(found, OF_MANY);
    }
}

static void put_file(const char *path, const char *text, size_t times)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    for (size_t i = 0; i < times; i++)
        fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static void a_file_is_read_in_pieces(void **state)
{
    (void)state;
    char hash[PDOC_SHA256_TEXT];
    put_file("many", "aaaaaaaaaa", 100000);
    assert_int_equal(pdoc_content_hash_file("many", hash, NULL), PDOC_OK);
    assert_string_equal(hash, OF_MANY);
    put_file("abc", "abc", 1);
    assert_int_equal(symlink("abc", "link"), 0);
    assert_int_equal(pdoc_content_hash_file("link", hash, NULL), PDOC_OK);
    assert_string_equal(hash, OF_ABC);
}

static void assert_unreadable(const char *path, const char *words)
{
    char hash[PDOC_SHA256_TEXT] = "as before";
    pdoc_error *error = NULL;
    assert_int_equal(pdoc_content_hash_file(path, hash, &error), PDOC_ERR_READ);
    assert_non_null(strstr(pdoc_error_message(error), words));
    assert_string_equal(pdoc_error_file(error), path);
    assert_string_equal(hash, "as before");
    pdoc_error_free(error);
}

static ssize_t read_fails(int file, void *buffer, size_t size)
{
    (void)file, (void)buffer, (void)size;
    errno = EIO;
    return -1;
}

static int fstat_fails(int file, struct stat *out)
{
    (void)file, (void)out;
    errno = EIO;
    return -1;
}

static ssize_t (*real_read)(int file, void *buffer, size_t size);
static unsigned reads;

static ssize_t read_is_interrupted(int file, void *buffer, size_t size)
{
    if (reads++ % 2 == 0) {
        errno = EINTR;
        return -1;
    }
    return real_read(file, buffer, size > 2 ? 2 : size);
}

static void what_cannot_be_read_is_told(void **state)
{
    (void)state;
    const struct pdoc__system whole = pdoc__system;
    char hash[PDOC_SHA256_TEXT];
    assert_unreadable("nothing", "no such file or folder");
    assert_unreadable(".", "it is a folder");
    assert_int_equal(mkfifo("pipe", 0600), 0);
    assert_unreadable("pipe", "it is no regular file"); /* nor is it waited for */
    put_file("abc", "abc", 1);
    pdoc__system.read = read_fails;
    assert_unreadable("abc", "the disk reported an error");
    pdoc__system = whole;
    pdoc__system.fstat = fstat_fails;
    assert_unreadable("abc", "the disk reported an error");
    pdoc__system = whole;
    real_read = whole.read;
    pdoc__system.read = read_is_interrupted;
    assert_int_equal(pdoc_content_hash_file("abc", hash, NULL), PDOC_OK);
    pdoc__system = whole;
    assert_string_equal(hash, OF_ABC);
}

static void arguments_are_needed(void **state)
{
    (void)state;
    char hash[PDOC_SHA256_TEXT];
    pdoc_error *error = NULL;
    assert_int_equal(pdoc_content_hash(NULL, 1, hash, &error), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
    pdoc_error_free(error);
    assert_int_equal(pdoc_content_hash("a", 1, NULL, NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_content_hash_file(NULL, hash, NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_content_hash_file("a", NULL, NULL), PDOC_ERR_ARGUMENT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(published_vectors_are_met),
        cmocka_unit_test(pieces_of_any_size_give_the_same),
        cmocka_unit_test_setup_teardown(a_file_is_read_in_pieces, enter_folder, leave_folder),
        cmocka_unit_test_setup_teardown(what_cannot_be_read_is_told, enter_folder, leave_folder),
        cmocka_unit_test(arguments_are_needed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
