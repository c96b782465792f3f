/* SPDX-License-Identifier: MIT */
/* A rolling programme as a drawing: one bar a month. Needs no other file, and says in words what it shows. */
#include <stdio.h>

#include "publish/forms.h"
#include "publish/programme_view.h"

enum { LEFT = 56, TOP = 64, PLOT = 220, SLOT = 26, BAR = 16, BELOW = 96, LEAST_SLOTS = 18 };

struct drawing {
    struct pdoc__buffer *out;
    const struct pdoc__node *root;
    int64_t highest; /* of the scale */
    int slots;
};

/* Steps of 1, 2 or 5 times a power of ten, so that there are four to eight lines. */
static int64_t step_of(int64_t highest)
{
    static const int64_t steps[] = {1, 2, 5};
    for (int64_t power = 1;; power *= 10)
        for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
            if (highest <= 6 * steps[i] * power)
                return steps[i] * power;
}

static int height_of(const struct drawing *drawing, int64_t load)
{
    return (int)(load * PLOT / drawing->highest);
}

static void write_text(const struct drawing *drawing, const char *attributes, const char *text)
{
    pdoc__buffer_format(drawing->out, "<text %s>", attributes);
    pdoc__xml_escape(drawing->out, text, false);
    pdoc__buffer_text(drawing->out, "</text>\n");
}

static void write_description(const struct drawing *drawing)
{
    char words[200];
    snprintf(words, sizeof words, "Fullest month: %lld; %lld if every review waited for its last day. ",
             (long long)pdoc__member_number(drawing->root, "peak"),
             (long long)pdoc__member_number(drawing->root, "peak-at-deadline"));
    pdoc__buffer_text(drawing->out, "<desc id=\"description\">");
    pdoc__xml_escape(drawing->out, words, false);
    pdoc__xml_escape(drawing->out, pdoc__member_text(drawing->root, "bottleneck"), false);
    pdoc__buffer_text(drawing->out, ".</desc>\n");
}

static void write_head(const struct drawing *drawing)
{
    const int width = LEFT + drawing->slots * SLOT + 24;
    const int height = TOP + PLOT + BELOW;
    char from[PDOC__SHORT_MONTH];
    char to[PDOC__SHORT_MONTH];
    char title[80];
    snprintf(title, sizeof title, "Reviews from %s to %s, month by month",
             pdoc__short_month(pdoc__node_member(drawing->root, "from")->date, from),
             pdoc__short_month(pdoc__node_member(drawing->root, "to")->date, to));
    pdoc__buffer_format(drawing->out,
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" "
                        "role=\"img\" aria-labelledby=\"title description\" font-family=\"sans-serif\" "
                        "font-size=\"11\">\n<title id=\"title\">",
                        width, height, width, height);
    pdoc__xml_escape(drawing->out, title, false);
    pdoc__buffer_text(drawing->out, "</title>\n");
    write_description(drawing);
    pdoc__buffer_format(drawing->out, "<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>\n", width, height);
    write_text(drawing, "x=\"12\" y=\"22\" font-size=\"15\" font-weight=\"bold\" fill=\"#111111\"", title);
    pdoc__buffer_text(drawing->out,
                      "<rect x=\"12\" y=\"34\" width=\"12\" height=\"12\" fill=\"#1f5a96\"/>\n"
                      "<rect x=\"132.5\" y=\"34.5\" width=\"11\" height=\"11\" fill=\"none\" stroke=\"#767676\" "
                      "stroke-dasharray=\"2 2\"/>\n");
    write_text(drawing, "x=\"30\" y=\"44\" fill=\"#111111\"", "as planned");
    write_text(drawing, "x=\"150\" y=\"44\" fill=\"#111111\"", "if all waited for their last day");
}

static void write_scale(const struct drawing *drawing)
{
    const int64_t step = step_of(drawing->highest);
    for (int64_t value = 0; value <= drawing->highest; value += step) {
        const int y = TOP + PLOT - height_of(drawing, value);
        pdoc__buffer_format(drawing->out,
                            "<path d=\"M%d %d.5H%d\" stroke=\"%s\"/>\n"
                            "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"#111111\">%lld</text>\n",
                            LEFT, y, LEFT + drawing->slots * SLOT, value == 0 ? "#111111" : "#dddddd", LEFT - 6, y + 4,
                            (long long)value);
    }
}

/* Blocked months are shaded. Every bar says what it is when it is pointed at. */
static void write_month(const struct drawing *drawing, const struct pdoc__node *month, int slot)
{
    const int64_t load = pdoc__member_number(month, "load");
    const int64_t waiting = pdoc__member_number(month, "load-at-deadline");
    const bool is_blocked = pdoc__member_flag(month, "blocked");
    const int x = LEFT + slot * SLOT + (SLOT - BAR) / 2;
    const int floor = TOP + PLOT;
    char name[PDOC__SHORT_MONTH];
    char words[120];
    pdoc__short_month(pdoc__node_member(month, "month")->date, name);
    snprintf(words, sizeof words, "%s: %lld as planned, %lld if all waited%s", name, (long long)load,
             (long long)waiting, is_blocked ? "; no review is held" : "");
    pdoc__buffer_text(drawing->out, "<g><title>");
    pdoc__xml_escape(drawing->out, words, false);
    pdoc__buffer_text(drawing->out, "</title>\n");
    if (is_blocked)
        pdoc__buffer_format(drawing->out, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#eeeeee\"/>\n",
                            LEFT + slot * SLOT, TOP, SLOT, PLOT);
    pdoc__buffer_format(drawing->out, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#1f5a96\"/>\n", x,
                        floor - height_of(drawing, load), BAR, height_of(drawing, load));
    if (waiting > 0)
        pdoc__buffer_format(drawing->out,
                            "<rect x=\"%d.5\" y=\"%d.5\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#767676\" "
                            "stroke-dasharray=\"2 2\"/>\n",
                            x - 2, floor - height_of(drawing, waiting), BAR + 3, height_of(drawing, waiting));
    if (load > 0)
        pdoc__buffer_format(drawing->out,
                            "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" font-size=\"9\" fill=\"#111111\">%lld</text>\n",
                            x + BAR / 2, floor - height_of(drawing, load) - 3, (long long)load);
    pdoc__buffer_format(drawing->out,
                        "<text transform=\"translate(%d %d) rotate(-60)\" text-anchor=\"end\" fill=\"#111111\">%s</text>"
                        "</g>\n",
                        x + BAR / 2 + 4, floor + 14, name);
}

static void write_peak(const struct drawing *drawing)
{
    const int64_t peak = pdoc__member_number(drawing->root, "peak");
    const int y = TOP + PLOT - height_of(drawing, peak);
    if (peak <= 0)
        return;
    pdoc__buffer_format(drawing->out,
                        "<path d=\"M%d %d.5H%d\" stroke=\"#a33400\" stroke-dasharray=\"6 3\"/>\n", LEFT, y,
                        LEFT + drawing->slots * SLOT);
    pdoc__buffer_format(drawing->out,
                        "<text x=\"12\" y=\"%d\" fill=\"#a33400\">fullest month: %lld%s</text>\n",
                        TOP + PLOT + BELOW - 16, (long long)peak,
                        pdoc__member_flag(drawing->root, "optimal") ? ", and no programme has less" : "");
}

void pdoc__programme_svg(struct pdoc__buffer *out, const struct pdoc__node *root)
{
    const struct pdoc__node *months = pdoc__node_member(root, "months");
    const int64_t highest = pdoc__programme_highest(root);
    struct drawing drawing = {.out = out, .root = root, .highest = highest > 0 ? highest : 1};
    drawing.slots = months->number > LEAST_SLOTS ? (int)months->number : LEAST_SLOTS;
    write_head(&drawing);
    write_scale(&drawing);
    int slot = 0;
    for (const struct pdoc__node *month = months->first; month; month = month->next)
        write_month(&drawing, month, slot++);
    write_peak(&drawing);
    pdoc__buffer_text(out, "</svg>\n");
}
