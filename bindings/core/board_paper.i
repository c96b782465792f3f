/* SPDX-License-Identifier: MIT */
/* The paper for a board: sections of rows of figures, each with the documents behind it; and reviews over time. */
%define DOC_first_of_paper "First day of the period." %enddef
%define DOC_last_of_paper "Its last day, for which states are judged." %enddef
%define DOC_known_to_paper "Day whose knowledge counts; None: all that is known." %enddef
%define DOC_first_a_year_before "First day of the period a year before." %enddef
%define DOC_last_a_year_before "Its last day." %enddef
%define DOC_known_a_year_before "Day whose knowledge counts for it." %enddef
%{
#define first_of_paper(paper) pdoc_board_paper_from(paper, false)
#define last_of_paper(paper) pdoc_board_paper_until(paper, false)
#define known_to_paper(paper) pdoc_board_paper_known(paper, false)
#define first_a_year_before(paper) pdoc_board_paper_from(paper, true)
#define last_a_year_before(paper) pdoc_board_paper_until(paper, true)
#define known_a_year_before(paper) pdoc_board_paper_known(paper, true)
%}
CLASS(pdoc_board_paper, BoardPaper)
GET  (pdoc_board_paper, MAYBE_TEXT, title)
GET  (pdoc_board_paper, MAYBE_TEXT, language)
GET  (pdoc_board_paper, MAYBE_TEXT, body)
ASK  (pdoc_board_paper, pdoc_date, first_day, first_of_paper)
ASK  (pdoc_board_paper, pdoc_date, last_day, last_of_paper)
ASK  (pdoc_board_paper, pdoc_date, known, known_to_paper)
ASK  (pdoc_board_paper, pdoc_date, first_day_before, first_a_year_before)
ASK  (pdoc_board_paper, pdoc_date, last_day_before, last_a_year_before)
ASK  (pdoc_board_paper, pdoc_date, known_before, known_a_year_before)

ITEM (pdoc_board_document, pdoc_board_paper, BoardDocument)
FIELD(pdoc_board_document, pdoc_board_paper_document, TEXT, id)
FIELD(pdoc_board_document, pdoc_board_paper_document, MAYBE_TEXT, title)
FIELD(pdoc_board_document, pdoc_board_paper_document, MAYBE_TEXT, reference)
FIELD(pdoc_board_document, pdoc_board_paper_document, MAYBE_TEXT, type)
FIELD(pdoc_board_document, pdoc_board_paper_document, MAYBE_TEXT, body)
FIELD(pdoc_board_document, pdoc_board_paper_document, MAYBE_TEXT, responsible)
FIELD(pdoc_board_document, pdoc_board_paper_document, pdoc_review_state, state)
FIELD(pdoc_board_document, pdoc_board_paper_document, pdoc_date, due)
FIELD(pdoc_board_document, pdoc_board_paper_document, int32_t, days_overdue)
ITEMS(pdoc_board_paper, pdoc_board_document, documents, pdoc_board_paper_document_count)

ITEM (pdoc_board_section, pdoc_board_paper, BoardSection)
FIELD(pdoc_board_section, pdoc_board_paper_section, TEXT, code)
FIELD(pdoc_board_section, pdoc_board_paper_section, TEXT, label)
FIELD(pdoc_board_section, pdoc_board_paper_section, TEXT, row_label)
FIELD(pdoc_board_section, pdoc_board_paper_section, bool, is_of_period)
ITEMS(pdoc_board_paper, pdoc_board_section, sections, pdoc_board_paper_section_count)

ITEM2 (pdoc_board_row, pdoc_board_section, BoardRow)
FIELD2(pdoc_board_row, pdoc_board_paper_row, pdoc_board_row_kind, kind)
FIELD2(pdoc_board_row, pdoc_board_paper_row, MAYBE_TEXT, code)
FIELD2(pdoc_board_row, pdoc_board_paper_row, TEXT, label)
ITEMS2(pdoc_board_section, pdoc_board_row, rows, pdoc_board_paper_row_count)

/* A figure is one of a row: what has two indexes here is the row within its section. */
%define DOC_code_of_figure DOC_pdoc_board_paper_figure_code %enddef
%define DOC_label_of_figure DOC_pdoc_board_paper_figure_label %enddef
%define DOC_unit_of_figure DOC_pdoc_board_paper_figure_unit %enddef
%define DOC_number_of_figure "The number." %enddef
%define DOC_number_of_figure_before DOC_pdoc_board_paper_number_before %enddef
%{
#define code_of_figure(section, row, figure) pdoc_board_paper_figure_code((section)->of, (section)->at, figure)
#define label_of_figure(section, row, figure) pdoc_board_paper_figure_label((section)->of, (section)->at, figure)
#define unit_of_figure(section, row, figure) pdoc_board_paper_figure_unit((section)->of, (section)->at, figure)
#define number_of_figure(section, row, figure) pdoc_board_paper_number((section)->of, (section)->at, row, figure)
#define number_of_figure_before(section, row, figure)                                                                  \
    pdoc_board_paper_number_before((section)->of, (section)->at, row, figure)
#define figures_of_row(section, row) pdoc_board_paper_figure_count((section)->of, (section)->at)
%}
ITEM2    (pdoc_board_figure, pdoc_board_row, BoardFigure)
FIELD2_BY(pdoc_board_figure, TEXT, code, code_of_figure)
FIELD2_BY(pdoc_board_figure, TEXT, label, label_of_figure)
FIELD2_BY(pdoc_board_figure, TEXT, unit, unit_of_figure)
FIELD2_BY(pdoc_board_figure, int64_t, number, number_of_figure)
FIELD2_BY(pdoc_board_figure, int64_t, number_before, number_of_figure_before)
ITEMS2   (pdoc_board_row, pdoc_board_figure, figures, figures_of_row)

/* BEHIND(plural, function): the documents behind a figure; indexes of the library, documents of the paper here. */
%define BEHIND(PLURAL, FUNCTION)
%{
#define paper_of_figure(self) ((self)->of->of->of)
static const uint32_t *pdoc_board_figure_##PLURAL##_behind(const pdoc_board_figure *self, size_t *count)
{
    return FUNCTION(paper_of_figure(self), self->of->of->at, self->of->at, self->at, count);
}

static size_t pdoc_board_figure_##PLURAL##_count(const pdoc_board_figure *self)
{
    size_t count = 0;
    const uint32_t *behind = pdoc_board_figure_##PLURAL##_behind(self, &count);
    return behind ? count : 0;
}

static size_t pdoc_board_figure_##PLURAL##_index(const pdoc_board_figure *self, size_t place)
{
    size_t count = 0;
    const uint32_t *behind = pdoc_board_figure_##PLURAL##_behind(self, &count);
    return behind && place < count ? behind[place] : SIZE_MAX;
}
#define pdoc_board_figure_##PLURAL##_at(self, index)                                                                   \
    pdoc_board_document_make(paper_of_figure(self), pdoc_board_figure_##PLURAL##_index(self, index))

static const void *pdoc_board_figure_##PLURAL##_place(void *self, size_t index, void *space)
{
    pdoc_board_figure *figure = self;
    pdoc_board_document *item = space;
    *item = (pdoc_board_document){.of = paper_of_figure(figure),
                                  .at = pdoc_board_figure_##PLURAL##_index(figure, index)};
    return item;
}
%}
LIST(pdoc_board_figure, pdoc_board_document, PLURAL, pdoc_board_figure_##PLURAL##_count)
%enddef
BEHIND(documents, pdoc_board_paper_behind)
BEHIND(documents_before, pdoc_board_paper_behind_before)

%{
#define pdoc_board_section_find_row(self, code) pdoc_board_paper_find_row((self)->of, (self)->at, code)
#define pdoc_board_row_find_figure(self, code) pdoc_board_paper_find_figure((self)->of->of, (self)->of->at, code)
#define pdoc_register_board_paper pdoc_board_paper_new
%}
%extend pdoc_board_paper {
    MAYBE_INDEX find_section(TEXT code);
}
%extend pdoc_board_section {
    MAYBE_INDEX find_row(TEXT code);
}
%extend pdoc_board_row {
    MAYBE_INDEX find_figure(TEXT code);
}
NEW(pdoc_register, board_paper)
LONG(pdoc_register::board_paper)
%extend pdoc_register {
    pdoc_board_paper *board_paper(const pdoc_basis *basis, MAYBE_TEXT body, pdoc_date first, pdoc_error **error);
}
