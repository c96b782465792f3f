/* SPDX-License-Identifier: MIT */
/* The frame of a page of HTML, and its elements. Nothing that the page holds can ask for anything: its policy forbids
 * it. */
#include "publish/html.h"

#include <string.h>

#include "publish/forms.h"

void pdoc__html_text(struct pdoc__buffer *out, const char *text)
{
    pdoc__xml_escape(out, text ? text : "", false);
}

void pdoc__html_element(struct pdoc__buffer *out, const char *open, const char *text)
{
    pdoc__buffer_format(out, "<%s>", open);
    pdoc__html_text(out, text);
    pdoc__buffer_text(out, "</");
    pdoc__buffer_add(out, open, strcspn(open, " "));
    pdoc__buffer_text(out, ">\n");
}

void pdoc__html_typed(struct pdoc__buffer *out, const char *name, const char *text, const char *language)
{
    pdoc__buffer_format(out, "<%s dir=\"auto\"", name);
    if (language && *language) {
        pdoc__buffer_text(out, " lang=\"");
        pdoc__xml_escape(out, language, true);
        pdoc__buffer_byte(out, '"');
    }
    pdoc__buffer_byte(out, '>');
    pdoc__html_text(out, text);
    pdoc__buffer_text(out, "</");
    pdoc__buffer_add(out, name, strcspn(name, " "));
    pdoc__buffer_text(out, ">\n");
}

void pdoc__html_number(struct pdoc__buffer *out, const char *open, int64_t number)
{
    pdoc__buffer_format(out, "<%s>%lld</", open, (long long)number);
    pdoc__buffer_add(out, open, strcspn(open, " "));
    pdoc__buffer_text(out, ">\n");
}

/* The language of the page is that of its words; what somebody typed says its own. */
void pdoc__html_begin(struct pdoc__buffer *out, const char *title)
{
    pdoc__buffer_text(out,
                      "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n"
                      "<meta charset=\"utf-8\"/>\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
                      "'none'; style-src '");
    pdoc__buffer_text(out, pdoc__html_style_hash);
    pdoc__buffer_text(out, "'; base-uri 'none'; form-action 'none'\"/>\n"
                           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                           "<meta name=\"referrer\" content=\"no-referrer\"/>\n");
    pdoc__html_element(out, "title", title);
    pdoc__buffer_text(out, "<style>");
    for (const char *const *line = pdoc__html_style; *line; line++)
        pdoc__buffer_text(out, *line);
    pdoc__buffer_text(out, "</style>\n</head>\n<body>\n<main>\n");
}

void pdoc__html_end(struct pdoc__buffer *out)
{
    pdoc__buffer_text(out, "</main>\n</body>\n</html>\n");
}
