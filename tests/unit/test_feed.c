/* SPDX-License-Identifier: MIT */
/* A feed lets out what is marked and nothing else: marks of every kind of place must not occur where they may not. */
#include "auditing.h"

#include "base/buffer.h"

/* tests/cases/feed/places.xml: @W@ stands for the mark under test; what begins with ZQ stands where only such a mark
   lets it out, ZI where readers inside may see it, ZX where nothing does. <!-- cells --> is where add_cells puts its
   own. */
static char places[32768];

static int read_places(void **state)
{
    (void)state;
    FILE *file = fopen(PDOC_SOURCE_DIR "/tests/cases/feed/places.xml", "rb");
    assert_non_null(file);
    const size_t size = fread(places, 1, sizeof places - 1, file);
    assert_true(size > 1000 && size < sizeof places - 1);
    fclose(file);
    return 0;
}

#define RULES PROFILE("<sets><set id=\"visibility-public\" items=\"not-restricted\"/></sets>")
/* Of the front sheet, what every reader may see, and the marking, which is tested apart. */
static const char *const open_fields[] = {"purpose",      "audience",         "keywords",
                                          "organisation", "location-website", "security"};
/* What only readers inside may see; parties among them only if they are marked. */
static const char *const inner_fields[] = {"location-intranet", "training", "action"};

static bool is_among(const char *word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(words[i], word) == 0)
            return true;
    return false;
}
#define IS_AMONG(word, words) is_among(word, words, sizeof(words) / sizeof *(words))

/* A cell for each field of the table that is not open to everybody. */
static void add_cells(struct pdoc__buffer *out)
{
    for (size_t i = 0; i < pdoc_table_count(PDOC_TABLE_FIELD); i++) {
        const char *code = pdoc_table_code(PDOC_TABLE_FIELD, i);
        const bool is_date = strncmp(code, "date-", 5) == 0;
        if (!IS_AMONG(code, open_fields) && !is_date)
            pdoc__buffer_format(out, "<row field=\"%s\"><label>ZXlabel</label><text>%s%s</text></row>", code,
                                IS_AMONG(code, inner_fields) ? "ZI" : "ZX", code);
    }
}

/* The register with a mark; free its text. */
static struct pdoc__buffer marked(const char *mark)
{
    static const char cells[] = "<!-- cells -->";
    struct pdoc__buffer out = {0};
    for (const char *at = places; *at;) {
        const char *mark_at = strstr(at, "@W@");
        const char *cells_at = strstr(at, cells);
        const bool is_mark = mark_at && (!cells_at || mark_at < cells_at);
        const char *next = is_mark ? mark_at : cells_at ? cells_at : at + strlen(at);
        pdoc__buffer_add(&out, at, (size_t)(next - at));
        if (is_mark)
            pdoc__buffer_text(&out, mark);
        else if (*next)
            add_cells(&out);
        at = next + (is_mark ? 3 : *next ? sizeof cells - 1 : 0);
    }
    return out;
}

static pdoc_feed *feed_of(const char *register_text, const char *view, const char *visibility, pdoc_error **error)
{
    pdoc_profile *profile = read_good(RULES, NULL);
    pdoc_register *reg = read_register(register_text);
    const pdoc_basis basis = {.size = sizeof basis, .as_of = {2021, 1, 1}, .profile = profile};
    const pdoc_feed_options options = {.size = sizeof options, .view = view, .visibility = visibility};
    pdoc_feed *feed = pdoc_register_make_feed(reg, &basis, &options, error);
    pdoc_register_unref(reg);
    pdoc_profile_unref(profile);
    return feed; /* it points into neither */
}

static pdoc_feed *marked_feed(const char *mark, const char *view, const char *visibility)
{
    struct pdoc__buffer text = marked(mark);
    pdoc_error *error = NULL;
    pdoc_feed *feed = feed_of(text.data, view, visibility, &error);
    assert_null(error);
    assert_non_null(feed);
    pdoc__buffer_free(&text);
    return feed;
}

static pdoc_text *published(const pdoc_feed *feed, pdoc_format format)
{
    const pdoc_publish_options options = {.size = sizeof options, .format = format};
    pdoc_text *text = pdoc_feed_publish(feed, &options, NULL);
    assert_non_null(text);
    return text;
}

static void assert_nowhere(const pdoc_feed *feed, const char *marker)
{
    for (int format = PDOC_FORMAT_TEXT; format <= PDOC_FORMAT_XML; format++) {
        pdoc_text *text = published(feed, (pdoc_format)format);
        const char *found = strstr(pdoc_text_data(text), marker);
        if (found)
            print_error("%.40s leaves in format %d\n", found, format);
        assert_null(found);
        pdoc_text_free(text);
    }
}

static const char *const views[] = {"published", "in-force"};

static void what_is_marked_for_others_leaves_in_no_form(void **state)
{
    (void)state;
    static const struct {
        const char *mark, *visibility;
    } cases[] = {{"restricted", "public"}, {"restricted", "internal"}, {"internal", "public"}, {"Public", "public"},
                 {" public", "public"},    {"public ", "public"},      {"publicly", "public"}, {"official", "internal"},
                 {"publi", "public"},      {"not-public", "public"}};
    /* a sheet that prints the word in another case says the same; an attribute does not */
    static const char *const not_sheets[] = {"ZQe", "ZQd", "ZQt", "ZQp", "ZQv"};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (size_t view = 0; view < 2; view++) {
            pdoc_feed *feed = marked_feed(cases[i].mark, views[view], cases[i].visibility);
            assert_nowhere(feed, "ZX");
            if (strcmp(cases[i].mark, "Public") != 0)
                assert_nowhere(feed, "ZQ");
            for (size_t word = 0; word < sizeof not_sheets / sizeof *not_sheets; word++)
                assert_nowhere(feed, not_sheets[word]);
            if (strcmp(cases[i].visibility, "public") == 0)
                assert_nowhere(feed, "ZI");
            pdoc_feed_unref(feed);
        }
}

static void assert_says(const pdoc_feed *feed, const char *words)
{
    pdoc_text *text = published(feed, PDOC_FORMAT_CSV);
    if (!strstr(pdoc_text_data(text), words))
        print_error("%s is not there\n", words);
    assert_non_null(strstr(pdoc_text_data(text), words));
    pdoc_text_free(text);
}

/* The same places show what they hold when they are marked: the test above sees a leak. */
static void what_is_marked_leaves(void **state)
{
    (void)state;
    static const char *const open[] = {"ZQexec",
                                       "ZQd2",
                                       "ZQtype",
                                       "ZQcategory",
                                       "ZQscope",
                                       "ZQuri",
                                       "ZQtitle",
                                       "ZQreference",
                                       "ZQlabel",
                                       "ZQaudience",
                                       "ZQwebsite",
                                       "ZQkeywords",
                                       "ZQsheet",
                                       "ZQversion",
                                       "ZQpurpose",
                                       "Known",
                                       "supersedes ZQd2; read-with d3"};
    static const char *const inner[] = {"ZIlocation-intranet", "ZItraining", "ZIaction", "ZIhref",
                                        "0123456789abcdef0123"};
    const char *marks[] = {"public", "public", "internal"};
    const char *audiences[] = {"public", "internal", "internal"};
    for (size_t i = 0; i < 3; i++) {
        pdoc_feed *feed = marked_feed(marks[i], "published", audiences[i]);
        for (size_t word = 0; word < sizeof open / sizeof *open; word++)
            assert_says(feed, open[word]);
        for (size_t word = 0; word < sizeof inner / sizeof *inner && i > 0; word++)
            assert_says(feed, inner[word]);
        assert_nowhere(feed, "ZX");
        pdoc_feed_unref(feed);
    }
}

static const char *cell(const pdoc_feed *feed, size_t index, const char *column)
{
    for (size_t i = 0; i < pdoc_feed_column_count(feed); i++)
        if (strcmp(pdoc_feed_column(feed, i), column) == 0)
            return pdoc_feed_cell(feed, index, i);
    return NULL;
}

static void a_view_says_which_documents_there_are(void **state)
{
    (void)state;
    pdoc_feed *feed = marked_feed("restricted", "published", "public");
    assert_int_equal(pdoc_feed_count(feed), 2);
    assert_string_equal(pdoc_feed_document_id(feed, 0), "d1");
    assert_string_equal(pdoc_feed_document_id(feed, 1), "d3");
    assert_null(pdoc_feed_document_id(feed, 2));
    assert_string_equal(cell(feed, 0, "title"), "Open");
    assert_string_equal(cell(feed, 0, "version"), "V1");
    assert_string_equal(cell(feed, 0, "approved"), "2020-01-10");
    assert_string_equal(cell(feed, 0, "published"), "2020-02-01");
    assert_string_equal(cell(feed, 0, "organisation"), "Known");
    assert_string_equal(cell(feed, 0, "related"), "read-with d3");
    assert_null(cell(feed, 0, "approved-by"));
    assert_null(cell(feed, 0, "purpose"));
    assert_null(pdoc_feed_column(feed, pdoc_feed_column_count(feed)));
    assert_null(pdoc_feed_cell(feed, 2, 0));
    pdoc_feed *same = pdoc_feed_ref(feed);
    pdoc_feed_unref(feed);
    assert_int_equal(pdoc_feed_count(same), 2);
    pdoc_feed_unref(same);
    feed = marked_feed("restricted", "in-force", "public");
    assert_int_equal(pdoc_feed_count(feed), 3);
    assert_string_equal(pdoc_feed_document_id(feed, 2), "d8"); /* in force, though published later */
    pdoc_feed_unref(feed);
}

static void the_keeper_is_told_what_stays_and_why(void **state)
{
    (void)state;
    static const struct {
        const char *id, *why;
    } stays[] = {{"ZQd2", "for others"},
                 {"d4", "version in force"},
                 {"d5", "marking"},
                 {"ZXd6", "nothing says"},
                 {"d8", "published"}};
    pdoc_feed *feed = marked_feed("restricted", NULL, NULL); /* published, public */
    assert_int_equal(pdoc_feed_withheld_count(feed), sizeof stays / sizeof *stays);
    for (size_t i = 0; i < sizeof stays / sizeof *stays; i++) {
        assert_string_equal(pdoc_feed_withheld_document(feed, i), stays[i].id);
        assert_contains(pdoc_feed_withheld_why(feed, i), stays[i].why);
    }
    assert_null(pdoc_feed_withheld_document(feed, 5));
    assert_null(pdoc_feed_withheld_why(feed, 5));
    pdoc_feed_unref(feed);
}

static void formulas_are_text(void **state)
{
    (void)state;
    pdoc_feed *feed = marked_feed("restricted", "published", "public");
    assert_says(feed, "'=1+1");
    pdoc_feed_unref(feed);
}

static void what_cannot_be_asked_is_refused(void **state)
{
    (void)state;
    static const struct {
        const char *view, *visibility, *words;
    } cases[] = {{"all", "public", "published and in-force"},
                 {"published", "everybody", "public or internal"},
                 {"published", "restricted", "public or internal"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pdoc_error *error = NULL;
        assert_null(feed_of(REGISTER(""), cases[i].view, cases[i].visibility, &error));
        assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
        assert_contains(pdoc_error_message(error), cases[i].words);
        pdoc_error_free(error);
    }
    const pdoc_feed_options unsized = {.size = 0};
    const pdoc_basis basis = {.size = sizeof basis, .as_of = {2021, 1, 1}};
    assert_null(pdoc_register_make_feed(NULL, &basis, &unsized, NULL));
    assert_null(pdoc_register_make_feed(NULL, &basis, NULL, NULL));
    assert_null(pdoc_feed_publish(NULL, NULL, NULL));
    assert_int_equal(pdoc_feed_count(NULL) + pdoc_feed_column_count(NULL) + pdoc_feed_withheld_count(NULL), 0);
    pdoc_feed_unref(NULL);
    assert_null(pdoc_feed_ref(NULL));
}

struct asked {
    const pdoc_register *reg;
    const pdoc_basis *basis;
};

static bool make_and_publish(void *context, pdoc_error **error)
{
    const struct asked *asked = context;
    const pdoc_feed_options options = {.size = sizeof options, .visibility = "internal"};
    const pdoc_publish_options json = {.size = sizeof json, .format = PDOC_FORMAT_JSON};
    pdoc_feed *feed = pdoc_register_make_feed(asked->reg, asked->basis, &options, error);
    pdoc_text *text = feed ? pdoc_feed_publish(feed, &json, error) : NULL;
    const bool is_good = text != NULL;
    pdoc_text_free(text);
    pdoc_feed_unref(feed);
    return is_good;
}

static void memory_that_runs_out_is_told(void **state)
{
    (void)state;
    struct pdoc__buffer text = marked("public");
    pdoc_profile *profile = read_good(RULES, NULL);
    pdoc_register *reg = read_register(text.data);
    const pdoc_basis basis = {.size = sizeof basis, .as_of = {2021, 1, 1}, .profile = profile};
    struct asked asked = {reg, &basis};
    assert_true(fail_every_allocation(make_and_publish, &asked, false) > 10);
    assert_true(fail_every_allocation(make_and_publish, &asked, true) > 10);
    pdoc_register_unref(reg);
    pdoc_profile_unref(profile);
    pdoc__buffer_free(&text);
}

static void marks_are_read_set_and_written(void **state)
{
    (void)state;
    pdoc_register *reg = read_register(REGISTER("<party code=\"b\" visibility=\"public\"><name>B</name></party>"
                                                "<document id=\"d1\" visibility=\"internal\"><title>T</title>"
                                                "<version n=\"1\" visibility=\"restricted\"/></document>"));
    pdoc_document *doc = pdoc_register_document(reg, 0);
    struct pdoc_version *version = pdoc_document_version(doc, 0);
    pdoc_party *party = pdoc_register_find_party(reg, "b");
    assert_string_equal(pdoc_party_visibility(party), "public");
    assert_string_equal(pdoc_document_visibility(doc), "internal");
    assert_string_equal(pdoc_version_visibility(version), "restricted");
    assert_int_equal(pdoc_party_set_visibility(party, NULL, NULL), PDOC_OK);
    assert_null(pdoc_party_visibility(party));
    assert_int_equal(pdoc_document_assign(doc, 0, "visibility", "public", NULL), PDOC_OK);
    assert_int_equal(pdoc_document_assign(doc, 1, "version.visibility", "internal", NULL), PDOC_OK);
    assert_int_equal(pdoc_document_assign(doc, 7, "version.visibility", "internal", NULL), PDOC_ERR_ARGUMENT);
    assert_string_equal(pdoc_document_visibility(doc), "public");
    assert_string_equal(pdoc_version_visibility(version), "internal");
    assert_int_equal(pdoc_document_set_visibility(doc, "\xff", NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_version_set_visibility(version, "\xff", NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_party_set_visibility(party, "\xff", NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_document_set_visibility(NULL, "public", NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_version_set_visibility(NULL, "public", NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_party_set_visibility(NULL, "public", NULL), PDOC_ERR_ARGUMENT);
    assert_null(pdoc_document_visibility(NULL));
    assert_null(pdoc_version_visibility(NULL));
    assert_null(pdoc_party_visibility(NULL));
    assert_int_equal(pdoc_party_set_visibility(party, "internal", NULL), PDOC_OK);
    pdoc_text *text = pdoc_register_write_memory(reg, NULL, NULL);
    assert_contains(pdoc_text_data(text), "<party code=\"b\" visibility=\"internal\">");
    assert_contains(pdoc_text_data(text), "<document id=\"d1\" visibility=\"public\">");
    assert_contains(pdoc_text_data(text), "<version n=\"1\" visibility=\"internal\"/>");
    pdoc_text_free(text);
    pdoc_register_unref(reg);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_marked_for_others_leaves_in_no_form),
        cmocka_unit_test(what_is_marked_leaves),
        cmocka_unit_test(a_view_says_which_documents_there_are),
        cmocka_unit_test(the_keeper_is_told_what_stays_and_why),
        cmocka_unit_test(formulas_are_text),
        cmocka_unit_test(what_cannot_be_asked_is_refused),
        cmocka_unit_test(memory_that_runs_out_is_told),
        cmocka_unit_test(marks_are_read_set_and_written),
    };
    return cmocka_run_group_tests(tests, read_places, NULL);
}
