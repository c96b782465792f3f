/* SPDX-License-Identifier: MIT */
/* Practice issues as canonical XML: attributes in the order of their tables. Knows nothing of files. */
#include "xml/issues_writer.h"

#include "model/issue.h"

typedef struct pdoc__open_element element;

static void put_values(const element *open, pdoc_table table, const char *const *values, size_t count)
{
    for (size_t i = 0; i < count; i++)
        pdoc__write_attribute(open->output->writer, pdoc__word(table, i)->code, values[i]);
    pdoc__out_attributes_end(open);
}

static void write_step(element *issue, const struct pdoc_issue_step *step)
{
    element open;
    pdoc__out_child(issue, PDOC__FORM_ISSUE_STEP, NULL, step, &open);
    pdoc__write_attribute(open.output->writer, "id", step->id);
    put_values(&open, PDOC_TABLE_ISSUE_STEP_ATTRIBUTE, step->values, PDOC__STEP_ATTRIBUTE_COUNT);
    pdoc__out_end(&open);
}

void pdoc__write_issues(element *parent, const pdoc_register *reg)
{
    for (size_t i = 0; i < reg->issue_count; i++) {
        const pdoc_issue *issue = reg->issues[i];
        element open;
        pdoc__out_child(parent, PDOC__FORM_ISSUE, NULL, issue, &open);
        pdoc__write_attribute(open.output->writer, "id", issue->id);
        put_values(&open, PDOC_TABLE_ISSUE_ATTRIBUTE, issue->values, PDOC__ISSUE_ATTRIBUTE_COUNT);
        for (size_t s = 0; s < issue->step_count; s++)
            write_step(&open, &issue->steps[s]);
        pdoc__out_end(&open);
    }
}
