/* SPDX-License-Identifier: MIT */
/* Practice issues as they are read: coded facts, and nothing else. What is no code is refused and never repeated, since
   it may be a sentence about a child. Judges nothing. */
#include "model/issue.h"

#include "xml/register_reader.h"

void pdoc__reader_refuse_in_issue(struct pdoc__reader *reader, const char *what)
{
    pdoc__sax_fail(
        reader->sax, PDOC_ERR_INVALID,
        "%s in a practice issue: it holds coded facts only, and no text about a child; keep that in the case "
        "system",
        what);
}

static const char *read_id(struct pdoc__reader *reader, const char *element)
{
    const char *id = pdoc__reader_text(reader, A_ID);
    if (!id)
        pdoc__sax_fail(reader->sax, PDOC_ERR_INVALID, "<%s> without id; every %s needs one", element, element);
    else if (!pdoc__is_code(id, strlen(id)))
        pdoc__sax_fail(
            reader->sax, PDOC_ERR_INVALID,
            "id: expected a code of at most %u letters, digits and at most %u hyphens; a practice issue holds no "
            "text about a child",
            PDOC__CODE_LETTERS, PDOC__CODE_HYPHENS);
    return id ? id : "";
}

void pdoc__reader_start_issue(struct pdoc__reader *reader)
{
    pdoc_issue *issue = reader->issue = pdoc__arena_zero(&reader->reg->arena, sizeof *issue, NULL);
    if (!issue) {
        pdoc__reader_memory(reader);
        return;
    }
    issue->reg = reader->reg;
    issue->line = pdoc__sax_line(reader->sax);
    issue->id = read_id(reader, "issue");
    pdoc__list_push(reader, &reader->issues, &issue, sizeof issue);
}

void pdoc__reader_start_issue_step(struct pdoc__reader *reader)
{
    const struct pdoc_issue_step step = {.id = read_id(reader, "step"), .line = pdoc__sax_line(reader->sax)};
    pdoc__list_push(reader, &reader->issue_steps, &step, sizeof step);
}

void pdoc__reader_issue_attribute(struct pdoc__reader *reader, const struct pdoc__sax_attributes *attributes,
                                  size_t index)
{
    struct pdoc__slice value;
    pdoc_error *error = NULL;
    const char *name = pdoc__sax_attribute_name(attributes, index);
    value.text = pdoc__sax_attribute_value(attributes, index, &value.size);
    if (pdoc__sax_attribute_uri(attributes, index)) {
        pdoc__reader_refuse_in_issue(reader, "an attribute of another namespace");
        return;
    }
    const char *text = pdoc__reader_scratch(reader, value);
    const size_t steps = reader->issue_steps.count;
    struct pdoc_issue_step *all = (struct pdoc_issue_step *)(void *)reader->issue_steps.items;
    struct pdoc_issue_step *last = steps > 0 ? &all[steps - 1] : NULL;
    const bool done = reader->form == PDOC__FORM_ISSUE
                          ? !reader->issue || pdoc__issue_put(reader->reg, reader->issue, name, text, &error)
                          : steps == 0 || pdoc__issue_step_put(reader->reg, last, name, text, &error);
    if (!done)
        pdoc__sax_take_error(reader->sax, error);
}

void pdoc__reader_end_issue(struct pdoc__reader *reader)
{
    size_t count;
    pdoc_error *error = NULL;
    pdoc_issue *issue = reader->issue;
    if (!issue)
        return;
    issue->steps = pdoc__list_freeze(reader, &reader->issue_steps, sizeof *issue->steps, UINT16_MAX, &count);
    issue->step_count = (uint32_t)count;
    if (!pdoc__issue_is_whole(issue, &error))
        pdoc__sax_take_error(reader->sax, error);
}

static void check_id(struct pdoc__reader *reader, struct pdoc__map *ids, const pdoc_issue *issue)
{
    bool added = true;
    if (!pdoc__map_add(ids, issue->id, reader->reg, &added, NULL))
        pdoc__reader_memory(reader);
    if (!added)
        pdoc__reader_fail_at(reader, &(struct pdoc__place){.line = issue->line, .path = "register/issue"},
                             "two practice issues of the file have the same id");
}

void pdoc__reader_end_issues(struct pdoc__reader *reader)
{
    size_t count;
    struct pdoc__map ids = {0};
    pdoc_register *reg = reader->reg;
    reg->issues = pdoc__list_freeze(reader, &reader->issues, sizeof(pdoc_issue *), UINT32_MAX, &count);
    reg->issue_count = (uint32_t)count;
    for (size_t i = 0; i < count && !reader->sax->stopped; i++)
        check_id(reader, &ids, reg->issues[i]);
    pdoc__map_free(&ids);
}
