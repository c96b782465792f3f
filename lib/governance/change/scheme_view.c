/* SPDX-License-Identifier: MIT */
/* Labels of versions for those outside the library. */
#include "base/error.h"
#include "base/buffer.h"
#include "governance/change/scheme.h"
#include "policydoc/change.h"

pdoc_truth pdoc_scheme_is_after(const char *scheme, const char *label, const char *other)
{
    const struct pdoc__scheme_form *form = scheme ? pdoc__scheme_form(scheme) : NULL;
    struct pdoc__label left, right;
    if ((scheme && !form) || !pdoc__label_read(form, label, &left) || !pdoc__label_read(form, other, &right))
        return PDOC_UNKNOWN;
    return pdoc__label_compare(&left, &right) > 0 ? PDOC_TRUE : PDOC_FALSE;
}

pdoc_text *pdoc_scheme_next(const char *scheme, const char *label, const char *step, int year, pdoc_error **error)
{
    const struct pdoc__scheme_form *form = pdoc__scheme_form(scheme);
    const enum pdoc__step by = pdoc__step_find(step);
    struct pdoc__label from, next;
    if (!form || by == PDOC__STEP_COUNT || by == PDOC__STEP_NONE || year < 0 || year > 9999) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT,
                   "a scheme of the table, a step (major, minor, revision, draft, final) and a year "
                   "of at most four digits are needed");
        return NULL;
    }
    if (label && !pdoc__label_read(form, label, &from)) {
        pdoc__fail(error, PDOC_ERR_INVALID, "\"%.60s\" is no label of the scheme %s", label, scheme);
        return NULL;
    }
    if (!pdoc__label_next(form, label ? &from : NULL, by, (uint32_t)year, &next)) {
        pdoc__fail(error, PDOC_ERR_INVALID, "the scheme %s has nothing after \"%.60s\" by the step %s", scheme,
                   label ? label : "", step);
        return NULL;
    }
    char text[PDOC__LABEL_TEXT];
    struct pdoc__buffer buffer = {0};
    pdoc__label_write(form, &next, text);
    pdoc__buffer_text(&buffer, text);
    return pdoc__buffer_take(&buffer, error);
}
