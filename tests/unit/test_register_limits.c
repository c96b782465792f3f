/* SPDX-License-Identifier: MIT */
/* What is too large, too deep or no file: each limit at n and at n + 1, and hostile files refused before they cost. */
#include "registers.h"
#include "timing.h"

#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "base/buffer.h"

static pdoc_status read_with(const char *text, size_t size, const pdoc_read_options *options, const char *words)
{
    pdoc_error *error = NULL;
    pdoc_register *reg = pdoc_register_read_memory(text, size, "limits", options, &error);
    pdoc_status status = pdoc_error_status(error);
    assert_true((reg != NULL) == (status == PDOC_OK));
    if (status == PDOC_ERR_LIMIT)
        assert_contains(pdoc_error_message(error), words);
    pdoc_error_free(error);
    pdoc_register_unref(reg);
    return status;
}

/* A register with so much of something: the head, the part so often, the tail. */
static struct pdoc__buffer repeat(const char *head, const char *part, size_t times, const char *tail)
{
    struct pdoc__buffer xml = {0};
    pdoc__buffer_text(&xml, head);
    for (size_t i = 0; i < times; i++)
        pdoc__buffer_text(&xml, part);
    pdoc__buffer_text(&xml, tail);
    assert_false(xml.failed);
    return xml;
}

static struct pdoc__buffer nested(size_t depth)
{
    struct pdoc__buffer xml = repeat(OPEN ">", "<a>", depth - 1, "");
    for (size_t i = 1; i < depth; i++)
        pdoc__buffer_text(&xml, "</a>");
    pdoc__buffer_text(&xml, "</register>");
    return xml;
}

static struct pdoc__buffer with_attributes(size_t count)
{
    struct pdoc__buffer xml = {0};
    pdoc__buffer_text(&xml, OPEN "><document id=\"d1\"");
    for (size_t i = 1; i < count; i++)
        pdoc__buffer_format(&xml, " a%zu=\"\"", i);
    pdoc__buffer_text(&xml, "/></register>");
    return xml;
}

static struct pdoc__buffer with_names(size_t count)
{
    struct pdoc__buffer xml = {0};
    pdoc__buffer_text(&xml, OPEN ">");
    for (size_t i = 0; i < count; i++)
        pdoc__buffer_format(&xml, "<name-%zu/>", i);
    pdoc__buffer_text(&xml, "</register>");
    return xml;
}

static struct pdoc__buffer with_elements(size_t count)
{
    return repeat(OPEN ">", "<a/>", count - 1, "</register>");
}

static void assert_limit(struct pdoc__buffer (*make)(size_t), size_t most, const pdoc_read_options *options,
                         const char *words)
{
    struct pdoc__buffer good = make(most);
    struct pdoc__buffer bad = make(most + 1);
    assert_int_equal(read_with(good.data, good.size, options, words), PDOC_OK);
    assert_int_equal(read_with(bad.data, bad.size, options, words), PDOC_ERR_LIMIT);
    pdoc__buffer_free(&good);
    pdoc__buffer_free(&bad);
}

static void depth_and_attributes_and_elements_hold_at_n_and_not_at_n_plus_1(void **state)
{
    (void)state;
    const pdoc_read_options strict = {.size = sizeof strict, .strict = 1};
    const pdoc_read_options few = {.size = sizeof few, .max_depth = 5, .max_attributes = 4, .max_elements = 9};
    assert_limit(nested, 128, NULL, "deeper than 128");
    assert_limit(nested, 64, &strict, "deeper than 64");
    assert_limit(nested, 5, &few, "deeper than 5");
    assert_limit(with_attributes, 256, NULL, "more than 256 attributes");
    assert_limit(with_attributes, 64, &strict, "more than 64 attributes");
    assert_limit(with_attributes, 4, &few, "more than 4 attributes");
    assert_limit(with_elements, 9, &few, "more than 9 elements");
}

/* The parser knows some names of its own, and the reader binds those of the form: which n it is depends on them. */
static void names_are_limited_and_by_one_more_or_less(void **state)
{
    (void)state;
    size_t low = 0, high = 5000;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        struct pdoc__buffer xml = with_names(middle);
        bool is_good = read_with(xml.data, xml.size, NULL, "more than 4000 different names") == PDOC_OK;
        *(is_good ? &low : &high) = middle;
        pdoc__buffer_free(&xml);
    }
    assert_in_range(low, 3700, 4000);
    assert_limit(with_names, low, NULL, "more than 4000 different names");
    const pdoc_read_options fewer = {.size = sizeof fewer, .max_names = 3999};
    assert_limit(with_names, low - 1, &fewer, "more than 3999 different names");
}

static void depth_beyond_what_can_be_kept_is_refused_whatever_the_options(void **state)
{
    (void)state;
    const pdoc_read_options deep = {.size = sizeof deep, .max_depth = 1000000};
    struct pdoc__buffer xml = nested(250);
    assert_int_equal(read_with(xml.data, xml.size, &deep, ""), PDOC_OK);
    pdoc__buffer_free(&xml);
    xml = nested(100000);
    pdoc_error *error = NULL;
    assert_null(pdoc_register_read_memory(xml.data, xml.size, NULL, &deep, &error));
    assert_true(pdoc_error_status(error) == PDOC_ERR_LIMIT || pdoc_error_status(error) == PDOC_ERR_SYNTAX);
    pdoc_error_free(error);
    pdoc__buffer_free(&xml);
}

static void a_tag_without_end_is_refused_at_once(void **state)
{
    (void)state;
    struct pdoc__buffer xml = with_attributes(100000);
    clock_t start = clock();
    assert_int_equal(read_with(xml.data, xml.size, NULL, "longer than 256 KiB"), PDOC_ERR_LIMIT);
    assert_true(seconds_since(start) < 2); /* of a tenth: libxml2 by itself takes 5 seconds */
    pdoc__buffer_free(&xml);
}

static void texts_and_comments_without_end_are_refused(void **state)
{
    (void)state;
    static const char *const heads[][2] = {{OPEN "><!--", "--></register>"},
                                           {OPEN "><?a ", "?></register>"},
                                           {OPEN "><title><![CDATA[", "]]></title></register>"},
                                           {OPEN " a=\"", "\"/>"}};
    for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++) {
        struct pdoc__buffer xml = repeat(heads[i][0], "0123456789", 200000, heads[i][1]);
        pdoc_error *error = NULL;
        pdoc_register *reg = pdoc_register_read_memory(xml.data, xml.size, NULL, NULL, &error);
        if (reg) /* a parser may tell of a CDATA section in pieces */
            assert_string_equal(heads[i][1], "]]></title></register>");
        else
            assert_int_equal(pdoc_error_status(error), PDOC_ERR_LIMIT);
        pdoc_error_free(error);
        pdoc_register_unref(reg);
        pdoc__buffer_free(&xml);
    }
}

static void a_long_text_is_read(void **state)
{
    (void)state;
    struct pdoc__buffer xml = repeat(OPEN "><title>", "0123456789", 200000, "</title></register>");
    pdoc_register *reg = read_good(xml.data);
    assert_int_equal(strlen(pdoc_register_title(reg)), 2000000);
    pdoc_register_unref(reg);
    pdoc__buffer_free(&xml);
}

static void a_list_holds_65535_items(void **state)
{
    (void)state;
    static const struct {
        const char *head, *part, *tail;
    } rows[] = {
        {OPEN "><document id=\"d1\">", "<reference/>", "</document></register>"},
        {OPEN "><document id=\"d1\"><version n=\"1\"><front-sheet>", "<row/>",
         "</front-sheet></version></document></register>"},
        {OPEN "><party code=\"c\"><name>N</name>", "<alias/>", "</party></register>"},
        {OPEN ">", "<profile ref=\"p\"/>", "</register>"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct pdoc__buffer good = repeat(rows[i].head, rows[i].part, UINT16_MAX, rows[i].tail);
        struct pdoc__buffer bad = repeat(rows[i].head, rows[i].part, UINT16_MAX + 1, rows[i].tail);
        assert_int_equal(read_with(good.data, good.size, NULL, ""), PDOC_OK);
        assert_int_equal(read_with(bad.data, bad.size, NULL, "more than 65535"), PDOC_ERR_LIMIT);
        pdoc__buffer_free(&good);
        pdoc__buffer_free(&bad);
    }
    struct pdoc__buffer notes =
        repeat(OPEN "><history><remarked id=\"e1\" on=\"2020\">", "<note/>", 256, "</remarked></history></register>");
    assert_int_equal(read_with(notes.data, notes.size, NULL, "more than 255"), PDOC_ERR_LIMIT);
    pdoc__buffer_free(&notes);
}

/* Each of these took time in the square of its size, once. */
static void files_made_to_cost_time_take_little(void **state)
{
    (void)state;
    struct pdoc__buffer files[3] = {{0}, {0}, {0}};
    pdoc__buffer_text(&files[0], OPEN "><document id=\"d1\">");
    for (int n = 65535; n > 0; n--)
        pdoc__buffer_format(&files[0], "<version n=\"%d\"/>", n);
    pdoc__buffer_text(&files[0], "<history>");
    for (int n = 1; n <= 65535; n++)
        pdoc__buffer_format(&files[0], "<remarked id=\"e%d\" on=\"2020\" version=\"%d\" thread=\"e65535\"/>", n, n);
    pdoc__buffer_text(&files[0], "</history></document></register>");
    pdoc__buffer_text(&files[1], OPEN ">");
    for (int n = 0; n < 200000; n++)
        pdoc__buffer_format(&files[1], "<party code=\"%d\"><name/></party>", n);
    pdoc__buffer_text(&files[1], "</register>");
    pdoc__buffer_text(&files[2], OPEN ">");
    for (int n = 200000; n > 0; n--)
        pdoc__buffer_format(&files[2], "<document id=\"d%d\"/>", n);
    pdoc__buffer_text(&files[2], "</register>");
    for (size_t i = 0; i < 3; i++) {
        clock_t start = clock();
        assert_int_equal(read_with(files[i].data, files[i].size, NULL, ""), PDOC_OK);
        assert_true(seconds_since(start) < 20); /* of some tenths; slow machines and sanitizers included */
        pdoc__buffer_free(&files[i]);
    }
}

static void write_bytes(const char *path, const void *bytes, size_t size)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

static void assert_file(const char *path, const pdoc_read_options *options, pdoc_status status, const char *words)
{
    pdoc_error *error = NULL;
    pdoc_register *reg = pdoc_register_read_file(path, options, &error);
    assert_null(reg);
    assert_string_equal(pdoc_error_file(error), path);
    assert_error(&error, status, words);
}

static void what_is_no_file_is_named(void **state)
{
    (void)state;
    assert_file("test_register_limits.none.xml", NULL, PDOC_ERR_READ, "no such file");
    assert_file("/", NULL, PDOC_ERR_READ, "a folder");
    assert_file("/dev/null", NULL, PDOC_ERR_READ, "no regular file");
    assert_file("", NULL, PDOC_ERR_READ, "opened");
    write_bytes("test_register_limits.xml", "", 0);
    assert_file("test_register_limits.xml", NULL, PDOC_ERR_SYNTAX, "empty");
    unlink("test_register_limits.xml");
}

/* Root may read every file, so it becomes somebody else for this. */
static void a_file_without_permission_is_named(void **state)
{
    (void)state;
    enum { NOBODY = 65534 };
    bool is_root = geteuid() == 0;
    write_bytes("test_register_limits.xml", OPEN "/>", strlen(OPEN "/>"));
    assert_int_equal(chmod("test_register_limits.xml", 0), 0);
    if (is_root && seteuid(NOBODY) != 0) {
        print_message("skipped: root may read every file, and cannot become somebody else here\n");
        unlink("test_register_limits.xml");
        skip();
    }
    pdoc_error *error = NULL;
    pdoc_register *reg = pdoc_register_read_file("test_register_limits.xml", NULL, &error);
    assert_true(!is_root || seteuid(0) == 0);
    assert_null(reg);
    assert_error(&error, PDOC_ERR_READ, "permission");
    unlink("test_register_limits.xml");
}

static size_t pack(const struct pdoc__buffer *from, const char *path)
{
    gzFile file = gzopen(path, "wb9");
    assert_non_null(file);
    assert_int_equal(gzwrite(file, from->data, (unsigned)from->size), (int)from->size);
    assert_int_equal(gzclose(file), Z_OK);
    struct stat status;
    assert_int_equal(stat(path, &status), 0);
    return (size_t)status.st_size;
}

static void a_gzip_file_that_is_cut_is_refused_at_every_length(void **state)
{
    (void)state;
    static const char path[] = "test_register_limits.xml.gz";
    struct pdoc__buffer xml = repeat(OPEN ">", "<document id=\"a\"><title>A</title></document>", 1, "</register>");
    size_t size = pack(&xml, path);
    pdoc_register *reg = pdoc_register_read_file(path, NULL, NULL);
    assert_non_null(reg);
    pdoc_register_unref(reg);
    for (size_t cut = size - 1; cut > 2; cut--) {
        assert_int_equal(truncate(path, (off_t)cut), 0);
        assert_file(path, NULL, PDOC_ERR_SYNTAX, "gzip");
    }
    unlink(path);
    pdoc__buffer_free(&xml);
}

static void a_gzip_bomb_is_refused(void **state)
{
    (void)state;
    static const char path[] = "test_register_limits.bomb.gz";
    struct pdoc__buffer xml = repeat(OPEN ">", "          ", 3000000, "</register>");
    size_t size = pack(&xml, path);
    assert_true(xml.size / size > 200);
    assert_file(path, NULL, PDOC_ERR_LIMIT, "200");
    const pdoc_read_options small = {.size = sizeof small, .max_inflated_bytes = 1000, .max_ratio = 1000000};
    assert_file(path, &small, PDOC_ERR_LIMIT, "1000");
    const pdoc_read_options stored = {.size = sizeof stored, .max_bytes = 100};
    assert_file(path, &stored, PDOC_ERR_LIMIT, "100");
    const pdoc_read_options strict = {.size = sizeof strict, .strict = 1};
    assert_file(path, &strict, PDOC_ERR_LIMIT, "200");
    unlink(path);
    pdoc__buffer_free(&xml);
}

static void bytes_hold_at_n_and_not_at_n_plus_1(void **state)
{
    (void)state;
    static const char xml[] = OPEN "><title>T</title></register>";
    pdoc_read_options options = {.size = sizeof options, .max_bytes = sizeof xml - 1};
    assert_int_equal(read_with(xml, sizeof xml - 1, &options, ""), PDOC_OK);
    options.max_bytes--;
    assert_int_equal(read_with(xml, sizeof xml - 1, &options, "bytes"), PDOC_ERR_LIMIT);
}

static void options_of_another_size_are_refused(void **state)
{
    (void)state;
    const pdoc_read_options none = {0};
    const pdoc_read_options reserved = {.size = sizeof reserved, .reserved = 1};
    assert_int_equal(read_with(OPEN "/>", strlen(OPEN "/>"), &none, ""), PDOC_ERR_ARGUMENT);
    assert_int_equal(read_with(OPEN "/>", strlen(OPEN "/>"), &reserved, ""), PDOC_ERR_ARGUMENT);
}

static int64_t break_off(void *context, void *buffer, size_t size)
{
    size_t *calls = context;
    if ((*calls)++ > 0)
        return -1;
    memset(buffer, ' ', size);
    memcpy(buffer, OPEN ">", strlen(OPEN ">"));
    return (int64_t)size;
}

static void a_stream_that_breaks_off_is_an_error_of_reading(void **state)
{
    (void)state;
    size_t calls = 0;
    pdoc_error *error = NULL;
    assert_null(pdoc_register_read_stream(break_off, &calls, "stream", NULL, &error));
    assert_string_equal(pdoc_error_file(error), "stream");
    assert_error(&error, PDOC_ERR_READ, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(depth_and_attributes_and_elements_hold_at_n_and_not_at_n_plus_1),
        cmocka_unit_test(names_are_limited_and_by_one_more_or_less),
        cmocka_unit_test(depth_beyond_what_can_be_kept_is_refused_whatever_the_options),
        cmocka_unit_test(a_tag_without_end_is_refused_at_once),
        cmocka_unit_test(texts_and_comments_without_end_are_refused),
        cmocka_unit_test(a_long_text_is_read),
        cmocka_unit_test(a_list_holds_65535_items),
        cmocka_unit_test(files_made_to_cost_time_take_little),
        cmocka_unit_test(what_is_no_file_is_named),
        cmocka_unit_test(a_file_without_permission_is_named),
        cmocka_unit_test(a_gzip_file_that_is_cut_is_refused_at_every_length),
        cmocka_unit_test(a_gzip_bomb_is_refused),
        cmocka_unit_test(bytes_hold_at_n_and_not_at_n_plus_1),
        cmocka_unit_test(options_of_another_size_are_refused),
        cmocka_unit_test(a_stream_that_breaks_off_is_an_error_of_reading),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
