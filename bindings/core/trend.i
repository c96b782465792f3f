/* SPDX-License-Identifier: MIT */
/* How the reviews of a register stood over time. */
CLASS   (pdoc_trend, Trend)
GET     (pdoc_trend, MAYBE_TEXT, title)
ITEM    (pdoc_trend_point, pdoc_trend, TrendDay)
FIELD_BY(pdoc_trend_point, pdoc_date, on, pdoc_trend_day)
FIELD   (pdoc_trend_point, pdoc_trend, pdoc_date, known)
ITEMS   (pdoc_trend, pdoc_trend_point, days, pdoc_trend_count)

%define DOC_code_of_trend DOC_pdoc_trend_figure_code %enddef
%define DOC_label_of_trend DOC_pdoc_trend_figure_label %enddef
%{
#define code_of_trend(trend, point, figure) pdoc_trend_figure_code(trend, figure)
#define label_of_trend(trend, point, figure) pdoc_trend_figure_label(trend, figure)
#define figures_of_day(trend, point) pdoc_trend_figure_count(trend)
%}
ITEM2    (pdoc_trend_figure, pdoc_trend_point, TrendFigure)
FIELD2_BY(pdoc_trend_figure, TEXT, code, code_of_trend)
FIELD2_BY(pdoc_trend_figure, TEXT, label, label_of_trend)
FIELD2   (pdoc_trend_figure, pdoc_trend, int64_t, number)
ITEMS2   (pdoc_trend_point, pdoc_trend_figure, figures, figures_of_day)
%{
static pdoc_trend *pdoc_register_trend(const pdoc_register *reg, const pdoc_basis *basis, const char *every,
                                       pdoc_date first, pdoc_error **error)
{
    pdoc_offset step;
    return pdoc_offset_parse(every, &step, error) == PDOC_OK ? pdoc_trend_new(reg, basis, step, first, error) : NULL;
}
%}
NEW(pdoc_register, trend)
LONG(pdoc_register::trend)
%extend pdoc_register {
    pdoc_trend *trend(const pdoc_basis *basis, TEXT every, pdoc_date first, pdoc_error **error);
}
