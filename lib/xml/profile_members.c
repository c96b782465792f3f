/* SPDX-License-Identifier: MIT */
/* Stores the attributes and elements of one row as the tables say. Knows no element by name but what all rows share. */
#include <string.h>

#include "base/text.h"
#include "xml/profile_reading.h"

/* One member at hand: where it is written, and where it goes. */
struct target {
    struct pdoc__reading *reading;
    const struct pdoc__member *member;
    const struct pdoc__element *node; /* that holds the attribute, or is the element */
    const char *written;
    char *out;
};

static bool wrong(const struct target *target, const char *expected)
{
    pdoc__reading_fail(target->reading, target->node, "%s is '%.60s'; expected %s", target->member->name,
                       target->written, expected);
    return true;
}

static bool store_text(const struct target *target)
{
    const char *text = NULL;
    if (!pdoc__reading_text(target->reading, target->written, &text))
        return false;
    memcpy(target->out, &text, sizeof text);
    return true;
}

/* One more word of a list, with a comma before all but the first; left out where there is no room. */
static void add_word(char *list, size_t size, const char *word)
{
    size_t used = strlen(list);
    if (used + strlen(word) + 3 > size)
        return;
    if (used > 0) {
        memcpy(list + used, ", ", 2);
        used += 2;
    }
    memcpy(list + used, word, strlen(word) + 1);
}

/* Place of the written word among the choices, or -1 after an error that lists them. */
static int choose(const struct target *target)
{
    char expected[200] = "";
    for (int i = 0; target->member->choices[i]; i++) {
        if (strcmp(target->member->choices[i], target->written) == 0)
            return i;
        add_word(expected, sizeof expected, target->member->choices[i]);
    }
    wrong(target, expected);
    return -1;
}

/* Row of the library's table, or -1 after an error that lists its words. */
static int look_up(const struct target *target)
{
    pdoc_table table = (pdoc_table)target->member->table;
    int row = pdoc_table_find(table, target->written);
    char expected[200] = "";
    for (size_t i = 0; row < 0 && i < pdoc_table_count(table); i++)
        add_word(expected, sizeof expected, pdoc_table_code(table, i));
    if (row < 0)
        wrong(target, expected);
    return row;
}

static bool store_choice(const struct target *target)
{
    return choose(target) < 0 || store_text(target);
}

static bool store_numbered(const struct target *target)
{
    int number = choose(target);
    uint8_t byte = (uint8_t)(number < 0 ? 0 : number);
    memcpy(target->out, &byte, sizeof byte);
    return true;
}

static bool store_flag(const struct target *target)
{
    bool flag = choose(target) == 1;
    memcpy(target->out, &flag, sizeof flag);
    return true;
}

static bool store_table_code(const struct target *target)
{
    return look_up(target) < 0 || store_text(target);
}

static bool store_table_number(const struct target *target)
{
    int number = look_up(target);
    uint8_t byte = (uint8_t)(number < 0 ? 0 : number);
    memcpy(target->out, &byte, sizeof byte);
    return true;
}

static bool store_byte(const struct target *target)
{
    unsigned number = 0;
    size_t length = strlen(target->written);
    bool good = length > 0 && length <= 3;
    for (size_t i = 0; good && i < length; i++) {
        good = pdoc__is_digit(target->written[i]);
        number = number * 10 + (unsigned)(target->written[i] - '0');
    }
    if (!good || number > 255)
        return wrong(target, "a number from 0 to 255");
    uint8_t byte = (uint8_t)number;
    memcpy(target->out, &byte, sizeof byte);
    return true;
}

static bool store_signed(const struct target *target)
{
    const bool is_negative = target->written[0] == '-';
    const char *digits = target->written + is_negative;
    int16_t number = 0;
    bool good = *digits && strlen(digits) <= 3;
    for (const char *at = digits; good && *at; at++) {
        good = pdoc__is_digit(*at);
        number = (int16_t)(number * 10 + (*at - '0'));
    }
    if (!good || number > 100)
        return wrong(target, "a number from -100 to 100");
    number = (int16_t)(is_negative ? -number : number);
    memcpy(target->out, &number, sizeof number);
    return true;
}

static bool store_date(const struct target *target)
{
    pdoc_date date = {0, 0, 0};
    if (pdoc_date_parse(target->written, &date, NULL) != PDOC_OK)
        return wrong(target, "a date such as 2020-07-07, 2020-07 or 2020");
    memcpy(target->out, &date, sizeof date);
    return true;
}

static bool store_offset(const struct target *target)
{
    pdoc_offset offset = {0, 0, 0, 0};
    if (pdoc_offset_parse(target->written, &offset, NULL) != PDOC_OK)
        return wrong(target, "an offset such as P3Y, -P14D or 3 working-days");
    memcpy(target->out, &offset, sizeof offset);
    return true;
}

static bool store_words(const struct target *target)
{
    struct pdoc__texts texts;
    if (!pdoc__texts_split(&target->reading->profile->arena, target->written, &texts, NULL)) {
        target->reading->out_of_memory = true;
        return false;
    }
    memcpy(target->out, &texts, sizeof texts);
    return true;
}

static bool (*const store[])(const struct target *target) = {
    [PDOC__FORM_TEXT] = store_text,
    [PDOC__FORM_CHOICE] = store_choice,
    [PDOC__FORM_TABLE_CODE] = store_table_code,
    [PDOC__FORM_TABLE_NUMBER] = store_table_number,
    [PDOC__FORM_NUMBERED] = store_numbered,
    [PDOC__FORM_FLAG] = store_flag,
    [PDOC__FORM_BYTE] = store_byte,
    [PDOC__FORM_SIGNED] = store_signed,
    [PDOC__FORM_DATE] = store_date,
    [PDOC__FORM_OFFSET] = store_offset,
    [PDOC__FORM_WORDS] = store_words,
    [PDOC__FORM_PARTIES] = store_words, /* its names come first */
};

/* All elements of one name, behind what an attribute already gave. */
static bool read_texts(struct pdoc__reading *reading, const struct pdoc__member *member,
                       const struct pdoc__element *node, char *out)
{
    struct pdoc__texts texts;
    memcpy(&texts, out, sizeof texts);
    size_t count = texts.count;
    for (const struct pdoc__element *child = NULL; (child = pdoc__element_child(node, member->name, child)) != NULL;)
        count++;
    if (count == texts.count)
        return true;
    const char **items = pdoc__reading_alloc(reading, count, sizeof *items);
    if (!items)
        return false;
    if (texts.count > 0)
        memcpy(items, texts.items, texts.count * sizeof *items);
    for (const struct pdoc__element *child = NULL; (child = pdoc__element_child(node, member->name, child)) != NULL;) {
        if (!pdoc__reading_text(reading, child->text, &items[texts.count++]))
            return false;
    }
    texts.items = items;
    memcpy(out, &texts, sizeof texts);
    return true;
}

bool pdoc__members_read(struct pdoc__reading *reading, const struct pdoc__member *members,
                        const struct pdoc__element *node, void *row)
{
    for (const struct pdoc__member *member = members; member->name; member++) {
        struct target target = {.reading = reading, .member = member, .node = node, .out = (char *)row + member->at};
        if (member->form == PDOC__FORM_LATER || member->form == PDOC__FORM_PREDICATE)
            continue;
        if (member->form == PDOC__FORM_TEXTS) {
            if (!read_texts(reading, member, node, target.out))
                return false;
            continue;
        }
        target.written = pdoc__element_attribute(node, member->name);
        if (member->is_element) {
            target.node = pdoc__element_child(node, member->name, NULL);
            target.written = target.node ? target.node->text : NULL;
        }
        if (target.written && !store[member->form](&target))
            return false;
    }
    return true;
}

static bool copy_member(struct pdoc__reading *reading, const struct pdoc__member *member, char *out)
{
    if (member->form <= PDOC__FORM_TABLE_CODE) {
        const char *text;
        memcpy(&text, out, sizeof text);
        if (!pdoc__reading_text(reading, text, &text))
            return false;
        memcpy(out, &text, sizeof text);
    }
    if (member->form == PDOC__FORM_WORDS || member->form == PDOC__FORM_TEXTS || member->form == PDOC__FORM_PARTIES) {
        struct pdoc__texts texts;
        struct pdoc__texts copy;
        memcpy(&texts, out, sizeof texts);
        if (!pdoc__texts_copy(&reading->profile->arena, &texts, &copy, NULL)) {
            reading->out_of_memory = true;
            return false;
        }
        memcpy(out, &copy, sizeof copy);
    }
    return true;
}

bool pdoc__members_copy(struct pdoc__reading *reading, const struct pdoc__member *members, void *row)
{
    for (const struct pdoc__member *member = members; member->name; member++) {
        char *out = (char *)row + member->at;
        bool same_as_before = member > members && member[-1].at == member->at; /* a set's items: attribute, element */
        if (!same_as_before && member->form != PDOC__FORM_LATER && !copy_member(reading, member, out))
            return false;
    }
    return true;
}

static bool is_named(const struct pdoc__member *members, const char *name, bool is_element)
{
    for (const struct pdoc__member *member = members; member->name; member++) {
        if (member->is_element == is_element && strcmp(member->name, name) == 0)
            return true;
    }
    return false;
}

bool pdoc__members_check(struct pdoc__reading *reading, const struct pdoc__row_form *form,
                         const struct pdoc__element *node)
{
    for (size_t i = 0; i < node->attribute_count; i++) {
        const struct pdoc__written_attribute *attribute = &node->attributes[i];
        if (attribute->foreign || is_named(pdoc__rule_members, attribute->name, false) ||
            is_named(form->members, attribute->name, false))
            continue;
        if (!pdoc__reading_remark(reading, PDOC__REMARK_ATTRIBUTE, node, attribute->name))
            return false;
    }
    for (const struct pdoc__element *child = node->child; child; child = child->next) {
        if (child->foreign || is_named(form->members, child->name, true) || strcmp(form->label, child->name) == 0)
            continue;
        if (!pdoc__reading_remark(reading, PDOC__REMARK_ELEMENT, child, child->name))
            return false;
    }
    return true;
}
