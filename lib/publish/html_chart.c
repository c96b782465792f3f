/* SPDX-License-Identifier: MIT */
/* Charts as drawings within a page of HTML. Colours are classes of its style, and no chart needs them to be read. */
#include <stdio.h>
#include <string.h>

#include "publish/html.h"
#include "publish/page.h"

enum { WIDTH = 720, ROW = 30, BAR = 22, GAP = 24, NAME = 224, DAY = 152, NUMBER = 84, LEGEND = 240, DIGIT = 9 };

static void begin(const struct pdoc__chart *chart, int height)
{
    pdoc__buffer_format(chart->out,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" "
                        "aria-labelledby=\"%s-title %s-text\">\n<title id=\"%s-title\">",
                        WIDTH, height, chart->id, chart->id, chart->id);
    pdoc__html_text(chart->out, chart->title);
    pdoc__buffer_format(chart->out, "</title>\n<desc id=\"%s-text\">", chart->id);
    pdoc__html_text(chart->out, chart->description);
    pdoc__buffer_text(chart->out, "</desc>\n");
}

static void end(const struct pdoc__chart *chart)
{
    pdoc__buffer_text(chart->out, "</svg>\n");
}

static void write_text(const struct pdoc__chart *chart, int x, int y, const char *more, const char *text)
{
    pdoc__buffer_format(chart->out, "<text x=\"%d\" y=\"%d\"%s>", x, y, more);
    pdoc__html_text(chart->out, text);
    pdoc__buffer_text(chart->out, "</text>\n");
}

static void write_bar(const struct pdoc__chart *chart, const char *colour, int x, int y, int width)
{
    pdoc__buffer_format(chart->out, "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>\n", colour, x, y,
                        width, BAR);
}

static int digits_of(int64_t number)
{
    char text[24];
    return snprintf(text, sizeof text, "%lld", (long long)number);
}

/* ---- parts of a whole ---- */

/* Where a part ends: rounded from the sum up to it, so that all parts together fill the bar. */
static int place_of(int64_t sum, int64_t whole, int room)
{
    return (int)(sum * room / whole);
}

static void write_stack(const struct pdoc__chart *chart, const struct pdoc__chart_part *parts, size_t count, int day,
                        int y)
{
    int64_t whole = 0;
    int64_t sum = 0;
    for (size_t i = 0; i < count; i++)
        whole += parts[i].numbers[day];
    for (size_t i = 0; whole > 0 && i < count; i++) {
        const int64_t number = parts[i].numbers[day];
        const int from = place_of(sum, whole, WIDTH - DAY);
        const int width = place_of(sum + number, whole, WIDTH - DAY) - from;
        char text[24];
        sum += number;
        if (number == 0)
            continue;
        write_bar(chart, parts[i].colour, DAY + from, y, width > 1 ? width - 1 : 1);
        snprintf(text, sizeof text, "%lld", (long long)number);
        if (width > digits_of(number) * DIGIT + 6)
            write_text(chart, DAY + from + width / 2, y + BAR - 6, " class=\"on\" text-anchor=\"middle\"", text);
    }
    if (whole == 0)
        write_text(chart, DAY, y + BAR - 6, " class=\"soft\"", "none");
}

static bool is_met(const struct pdoc__chart_part *part)
{
    return part->numbers[0] != 0 || part->numbers[1] != 0;
}

/* Of the parts that one of the bars has. */
static void write_legend(const struct pdoc__chart *chart, const struct pdoc__chart_part *parts, size_t count, int y)
{
    int place = 0;
    for (size_t i = 0; i < count; i++) {
        if (!is_met(&parts[i]))
            continue;
        const int x = place % 3 * LEGEND;
        const int line = y + place / 3 * GAP;
        place++;
        pdoc__buffer_format(chart->out, "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"12\" height=\"12\"/>\n",
                            parts[i].colour, x, line);
        write_text(chart, x + 18, line + 11, "", parts[i].label);
    }
}

void pdoc__chart_stack(const struct pdoc__chart *chart, const char *const *days, const struct pdoc__chart_part *parts,
                       size_t count)
{
    int met = 0;
    for (size_t i = 0; i < count; i++)
        met += is_met(&parts[i]);
    begin(chart, 2 * ROW + 12 + (met + 2) / 3 * GAP);
    for (int day = 0; day < 2; day++) {
        write_text(chart, 0, day * ROW + BAR - 6, "", days[day]);
        write_stack(chart, parts, count, day, day * ROW);
    }
    write_legend(chart, parts, count, 2 * ROW + 12);
    end(chart);
}

/* ---- a bar for each name ---- */

static void write_name(const struct pdoc__chart *chart, const char *label, int y)
{
    enum { COLUMNS = 30 };
    const size_t size = strlen(label);
    const size_t fits = size > COLUMNS ? pdoc__text_fit(label, COLUMNS) : size;
    pdoc__buffer_format(chart->out, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">", NAME - 10, y);
    for (size_t i = 0; i < fits; i++) {
        const char letter[] = {label[i], '\0'};
        pdoc__html_text(chart->out, letter);
    }
    pdoc__buffer_text(chart->out, fits < size ? "...</text>\n" : "</text>\n");
}

void pdoc__chart_bars(const struct pdoc__chart *chart, const struct pdoc__chart_bar *bars, size_t count)
{
    const int room = WIDTH - NAME - NUMBER;
    int64_t highest = 1;
    for (size_t i = 0; i < count; i++) {
        highest = bars[i].number > highest ? bars[i].number : highest;
        highest = bars[i].before > highest ? bars[i].before : highest;
    }
    begin(chart, (int)count * ROW);
    for (size_t i = 0; i < count; i++) {
        const int y = (int)i * ROW;
        const int width = place_of(bars[i].number, highest, room);
        const int before = place_of(bars[i].before, highest, room);
        char text[64];
        snprintf(text, sizeof text, "%lld (%lld)", (long long)bars[i].number, (long long)bars[i].before);
        write_name(chart, bars[i].label, y + BAR - 6);
        write_bar(chart, "s3", NAME, y, width);
        if (before > 0)
            pdoc__buffer_format(chart->out, "<rect class=\"ring\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>\n",
                                NAME, y + 2, before, BAR - 4);
        write_text(chart, NAME + (width > before ? width : before) + 8, y + BAR - 6, "", text);
    }
    end(chart);
}

/* ---- lines over days ---- */

enum { LEFT = 72, TOP = 12, PLOT = 220, RIGHT = 160, BELOW = 64 };

struct plot {
    const struct pdoc__chart *chart;
    size_t days;
    int64_t highest;
};

static int x_of(const struct plot *plot, size_t day)
{
    return LEFT + (int)(day * (WIDTH - LEFT - RIGHT) / (plot->days > 1 ? plot->days - 1 : 1));
}

static int y_of(const struct plot *plot, int64_t number)
{
    return TOP + PLOT - place_of(number, plot->highest, PLOT);
}

/* Steps of 1, 2 or 5 times a power of ten, so that there are few lines. */
static int64_t step_of(int64_t highest)
{
    static const int64_t steps[] = {1, 2, 5};
    for (int64_t power = 1;; power *= 10)
        for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
            if (highest <= 6 * steps[i] * power)
                return steps[i] * power;
}

static void write_scale(const struct plot *plot)
{
    const int64_t step = step_of(plot->highest);
    for (int64_t value = 0; value <= plot->highest; value += step) {
        char text[24];
        pdoc__buffer_format(plot->chart->out, "<path class=\"axis\" d=\"M%d %d.5H%d\"/>\n", LEFT, y_of(plot, value),
                            WIDTH - RIGHT);
        snprintf(text, sizeof text, "%lld", (long long)value);
        write_text(plot->chart, LEFT - 8, y_of(plot, value) + 5, " text-anchor=\"end\"", text);
    }
}

/* As many days are named as there is room for, the last one always. */
static void write_days(const struct plot *plot, const struct pdoc__node *days)
{
    const size_t every = plot->days / 12 + 1;
    size_t i = 0;
    for (const struct pdoc__node *day = days->first; day; day = day->next, i++) {
        char text[PDOC__NODE_TEXT];
        if ((plot->days - 1 - i) % every != 0)
            continue;
        pdoc__buffer_format(plot->chart->out,
                            "<text transform=\"translate(%d %d) rotate(-40)\" text-anchor=\"end\">%s</text>\n",
                            x_of(plot, i) + 4, TOP + PLOT + 20, pdoc__node_text(pdoc__node_member(day, "day"), text));
    }
}

static void write_line(const struct plot *plot, const struct pdoc__chart_line *line)
{
    pdoc__buffer_format(plot->chart->out, "<polyline class=\"%s\" points=\"", line->colour);
    for (size_t day = 0; day < plot->days; day++)
        pdoc__buffer_format(plot->chart->out, "%s%d,%d", day > 0 ? " " : "", x_of(plot, day),
                            y_of(plot, line->numbers[day]));
    pdoc__buffer_text(plot->chart->out, "\"/>\n");
}

/* The line that ends highest of those that end at or below another, and come after it among equals; NULL: none is left.
 */
static const struct pdoc__chart_line *next_below(const struct plot *plot, const struct pdoc__chart_line *lines,
                                                 size_t count, const struct pdoc__chart_line *above)
{
    const struct pdoc__chart_line *found = NULL;
    const size_t last = plot->days - 1;
    for (const struct pdoc__chart_line *line = lines; line < lines + count; line++) {
        const bool is_below = !above || line->numbers[last] < above->numbers[last] ||
                              (line->numbers[last] == above->numbers[last] && line > above);
        if (is_below && (!found || line->numbers[last] > found->numbers[last]))
            found = line;
    }
    return found;
}

/* Labels at the ends of the lines, kept apart where the lines come together. */
static void write_labels(const struct plot *plot, const struct pdoc__chart_line *lines, size_t count)
{
    enum { APART = 17 };
    int y = 0;
    for (const struct pdoc__chart_line *line = next_below(plot, lines, count, NULL); line;
         line = next_below(plot, lines, count, line)) {
        char text[120];
        const int64_t number = line->numbers[plot->days - 1];
        const int own = y_of(plot, number) + 5;
        y = own > y + APART ? own : y + APART;
        snprintf(text, sizeof text, "%s: %lld", line->label, (long long)number);
        write_text(plot->chart, WIDTH - RIGHT + 8, y, "", text);
    }
}

void pdoc__chart_lines(const struct pdoc__chart *chart, const struct pdoc__node *days, size_t day_count,
                       const struct pdoc__chart_line *lines, size_t count)
{
    struct plot plot = {.chart = chart, .days = day_count, .highest = 1};
    for (size_t i = 0; i < count; i++)
        for (size_t day = 0; day < day_count; day++)
            plot.highest = lines[i].numbers[day] > plot.highest ? lines[i].numbers[day] : plot.highest;
    begin(chart, TOP + PLOT + BELOW + 20);
    write_scale(&plot);
    write_days(&plot, days);
    for (size_t i = 0; i < count; i++)
        write_line(&plot, &lines[i]);
    write_labels(&plot, lines, count);
    end(chart);
}
