/* SPDX-License-Identifier: MIT */
/* Predicates on one line: what is read, how it groups, and where errors stand. */
#include "profiles.h"

#include "base/buffer.h"
#include "governance/expression.h"

static const char profile_text[] =
    PROFILE("<fields><field id=\"risk\" type=\"text\"/></fields><sets><set id=\"kinds\" items=\"policy plan\"/></sets>"
            "<facts><fact id=\"approved\" event=\"decided\"/><fact id=\"last-review\" event=\"reviewed\"/>"
            "<fact id=\"groups\" event=\"consultation-opened\" pick=\"each\" give=\"group\"/></facts>");

/* A predicate written out with every bracket, so that a test can compare it. */
static void write_out(struct pdoc__buffer *out, const struct pdoc__predicate *predicate)
{
    pdoc__buffer_byte(out, '(');
    pdoc__buffer_text(out, pdoc__operator_names[predicate->operator]);
    if (predicate->operator<= PDOC__NOT) {
        for (size_t i = 0; i < predicate->child_count; i++) {
            pdoc__buffer_byte(out, ' ');
            write_out(out, &predicate->children[i]);
        }
        pdoc__buffer_byte(out, ')');
        return;
    }
    pdoc__buffer_format(out, " %s", predicate->left.name);
    for (size_t i = 0; i < predicate->values.count; i++)
        pdoc__buffer_format(out, " [%s]", predicate->values.items[i]);
    if (predicate->has_other)
        pdoc__buffer_format(out, " %s", predicate->other.name);
    if (predicate->has_offset) {
        char text[PDOC_OFFSET_TEXT];
        pdoc__buffer_format(out, " + %s", pdoc_offset_format(predicate->offset, text));
    }
    if (predicate->operator== PDOC__COUNT)
        pdoc__buffer_format(out, " %d..%d", (int)predicate->minimum, (int)predicate->maximum);
    pdoc__buffer_byte(out, ')');
}

static const struct {
    const char *written;
    const char *read;
} good[] = {
    {"type = policy", "(equals type [policy])"},
    {"type=policy", "(equals type [policy])"},
    {"  type\t=\n\"policy\"  ", "(equals type [policy])"},
    {"title = \"Bruising (2020), and more\"", "(equals title [Bruising (2020), and more])"},
    {"type != policy", "(not (equals type [policy]))"},
    {"field.author present", "(present field.author)"},
    {"not field.author present", "(not (present field.author))"},
    {"not not field.author present", "(not (not (present field.author)))"},
    {"type = a and scope = b and title = c", "(all (equals type [a]) (equals scope [b]) (equals title [c]))"},
    {"type = a or scope = b and title = c", "(any (equals type [a]) (all (equals scope [b]) (equals title [c])))"},
    {"(type = a or scope = b) and title = c", "(all (any (equals type [a]) (equals scope [b])) (equals title [c]))"},
    {"type = policy and not (field.author present or reference matches \"CO*\")",
     "(all (equals type [policy]) (not (any (present field.author) (matches reference [CO*]))))"},
    {"due before 2026-01-01", "(before due [2026-01-01])"},
    {"due not-before 2026", "(not-before due [2026])"},
    {"due after 2026-01", "(after due [2026-01])"},
    {"due not-after as-of", "(not-after due as-of)"},
    {"approved not-after last-review + P3M", "(not-after approved last-review + P3M)"},
    {"approved after last-review+P3M", "(after approved last-review + P3M)"},
    {"approved before last-review - P14D and type = a",
     "(all (before approved last-review + -P14D) (equals type [a]))"},
    {"approved before last-review + 3 working-days or type = a",
     "(any (before approved last-review + 3 working-days) (equals type [a]))"},
    {"type in (policy, \"local policy\")", "(in type [policy] [local policy])"},
    {"type in kinds", "(in type [policy] [plan])"},
    {"groups has-all (a, b)", "(has-all groups [a] [b])"},
    {"groups has-any (a)", "(has-any groups [a])"},
    {"groups has-none (a)", "(has-none groups [a])"},
    {"groups count >= 2", "(count groups 2..-1)"},
    {"groups count <= 3", "(count groups 0..3)"},
    {"groups count = 2", "(count groups 2..2)"},
    {"reference matches CO*", "(matches reference [CO*])"},
    {"approved = last-review", "(equals approved last-review)"},
    {"approved = \"last-review\"", "(equals approved [last-review])"},
    {"field.author = field.owner", "(equals field.author field.owner)"},
    {"type = title", "(equals type [title])"}, /* a built-in name on the right is a value */
    {"field.risk = high", "(equals field.risk [high])"},
    {"property.team = \"Früh\"", "(equals property.team [Früh])"},
    {"title = 'Bruising \"2020\"'", "(equals title [Bruising \"2020\"])"},
    {"title = \"Children's\"", "(equals title [Children's])"},
    {"title = Children's", "(equals title [Children's])"},
    {"state = overdue", "(equals state [overdue] [overdue-under-way] [overdue-extended])"},
    {"state != overdue", "(not (equals state [overdue] [overdue-under-way] [overdue-extended]))"},
    {"state in (in-date, \"Overdue\")", "(in state [in-date] [overdue] [overdue-under-way] [overdue-extended])"},
    {"state = overdue-extended", "(equals state [overdue-extended])"},
    {"phase = 'In force'", "(equals phase [in-force])"},
    {"title = overdue", "(equals title [overdue])"},
};

static void expressions_are_read_as_they_group(void **state)
{
    (void)state;
    pdoc_profile *profile = read_good(profile_text, NULL);
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        struct pdoc__arena arena = {0};
        struct pdoc__buffer out = {0};
        pdoc_error *error = NULL;
        const struct pdoc__predicate *predicate = pdoc__expression_parse(good[i].written, profile, false, &arena, &error);
        if (!predicate)
            fail_msg("%s: column %u: %s", good[i].written, (unsigned)pdoc_error_column(error),
                     pdoc_error_message(error));
        write_out(&out, predicate);
        assert_string_equal(out.data, good[i].read);
        pdoc__buffer_free(&out);
        pdoc__arena_free(&arena);
    }
    pdoc_profile_unref(profile);
}

static const struct {
    const char *written;
    unsigned column;
    const char *word;
} bad[] = {
    {"", 1, "the end"},
    {"   ", 4, "the end"},
    {"type", 5, "present"},
    {"type is policy", 6, "'is'"},
    {"type =", 7, "value"},
    {"type = policy policy", 15, "'policy'"},
    {"type = policy and", 18, "operand"},
    {"type = policy and or", 19, "operand"},
    {"(type = policy", 15, "closing bracket"},
    {"type = policy)", 14, "')'"},
    {"= policy", 1, "operand"},
    {"colour = red", 1, "'colour'"},
    {"\"type\" = policy", 1, "operand"},
    {"type = \"policy", 8, "not closed"},
    {"type = 'policy", 8, "not closed"},
    {"state = ovrdue", 9, "there is no state 'ovrdue'; there are none, "},
    {"phase = current", 9, "in-force"},
    {"phase in (in-force, current)", 21, "'current'"},
    {"title present and state != late", 28, "'late'"},
    {"type in", 8, "list"},
    {"type in nothing", 1, "'nothing'"},
    {"type in (a b)", 12, "comma"},
    {"type in (a,", 12, "value"},
    {"type in ()", 10, "value"},
    {"type and title present", 6, "'and'"},
    {"groups count 2", 14, ">="},
    {"groups count >= many", 1, "'many'"},
    {"groups count >", 14, ">="},
    {"due before soon", 1, "'soon'"},
    {"due before 2023-02-30", 1, "2023-02-30"},
    {"due before as-of + soon", 1, "soon"},
    {"due before as-of +", 19, "offset"},
    {"due before (", 12, "date"},
    {"title matches", 14, "pattern"},
    {"outcome = approved", 1, "'outcome'"}, /* only within the where of a fact */
    {"field.colour present", 1, "field.colour"},
    {"title = \"é\" x", 13, "'x'"}, /* characters, not bytes */
    {"title = \xff", 1, "UTF-8"},
};

static void errors_name_the_column(void **state)
{
    (void)state;
    pdoc_profile *profile = read_good(profile_text, NULL);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct pdoc__arena arena = {0};
        pdoc_error *error = NULL;
        bool is_refused = !pdoc__expression_parse(bad[i].written, profile, false, &arena, &error) &&
                          pdoc_error_status(error) == PDOC_ERR_INVALID && pdoc_error_column(error) == bad[i].column &&
                          strstr(pdoc_error_message(error), bad[i].word);
        if (!is_refused)
            fail_msg("%s: column %u: %s", bad[i].written, (unsigned)pdoc_error_column(error),
                     pdoc_error_message(error));
        pdoc_error_free(error);
        pdoc__arena_free(&arena);
    }
    pdoc_profile_unref(profile);
}

static pdoc_status status_of(const char *text)
{
    struct pdoc__arena arena = {0};
    pdoc_error *error = NULL;
    const struct pdoc__predicate *predicate = pdoc__expression_parse(text, NULL, false, &arena, &error);
    pdoc_status status = predicate ? PDOC_OK : pdoc_error_status(error);
    pdoc_error_free(error);
    pdoc__arena_free(&arena);
    return status;
}

static void an_expression_has_four_thousand_bytes_at_most(void **state)
{
    (void)state;
    char text[PDOC__EXPRESSION_LENGTH + 2];
    memset(text, ' ', sizeof text);
    memcpy(text, "type present", 12);
    text[PDOC__EXPRESSION_LENGTH] = '\0';
    assert_int_equal(status_of(text), PDOC_OK);
    text[PDOC__EXPRESSION_LENGTH] = ' ';
    text[PDOC__EXPRESSION_LENGTH + 1] = '\0';
    assert_int_equal(status_of(text), PDOC_ERR_LIMIT);
}

static void brackets_lie_nine_deep_at_most(void **state)
{
    (void)state;
    for (int depth = 1; depth < 200; depth++) {
        char text[600] = "";
        for (int i = 0; i < depth; i++)
            text[i] = '(';
        strcat(text, "type present");
        for (int i = 0; i < depth; i++)
            strcat(text, ")");
        assert_int_equal(status_of(text), depth <= 9 ? PDOC_OK : PDOC_ERR_INVALID);
    }
}

static void a_list_has_256_values_at_most(void **state)
{
    (void)state;
    for (int count = 256; count <= 257; count++) {
        char text[1000] = "type in (a";
        for (int i = 1; i < count; i++)
            strcat(text, ",a");
        strcat(text, ")");
        assert_int_equal(status_of(text), count == 256 ? PDOC_OK : PDOC_ERR_INVALID);
    }
}

static void without_a_profile_only_the_librarys_words_are_known(void **state)
{
    (void)state;
    assert_int_equal(status_of("type = policy and field.author present and due before 2020"), PDOC_OK);
    assert_int_equal(status_of("approved present"), PDOC_ERR_INVALID);
    assert_int_equal(status_of("type in kinds"), PDOC_ERR_INVALID);
}

static bool parse_long(void *context, pdoc_error **error)
{
    struct pdoc__arena arena = {0};
    const struct pdoc__predicate *predicate = pdoc__expression_parse(
        "(type != a or scope in (b, c)) and due before as-of - 3 working-days and title = d and state = overdue", context, false, &arena,
        error);
    if (predicate)
        assert_int_equal(predicate->child_count, 4);
    pdoc__arena_free(&arena);
    return predicate != NULL;
}

static void any_allocation_may_fail(void **state)
{
    (void)state;
    for (int forever = 0; forever < 2; forever++)
        assert_in_range(fail_every_allocation(parse_long, NULL, forever == 1), 1, 5000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(expressions_are_read_as_they_group),
        cmocka_unit_test(errors_name_the_column),
        cmocka_unit_test(an_expression_has_four_thousand_bytes_at_most),
        cmocka_unit_test(brackets_lie_nine_deep_at_most),
        cmocka_unit_test(a_list_has_256_values_at_most),
        cmocka_unit_test(without_a_profile_only_the_librarys_words_are_known),
        cmocka_unit_test(any_allocation_may_fail),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
