/* SPDX-License-Identifier: MIT */
/* Feeds for an intranet or website, and two registers made one. */
CLASS(pdoc_feed, Feed)
WORDS(pdoc_feed, columns, pdoc_feed_column_count, pdoc_feed_column)
ITEM (pdoc_fed, pdoc_feed, FeedRow)
FIELD(pdoc_fed, pdoc_feed, TEXT, document_id)
%{
static const char *cell_of_row(const void *self, size_t column)
{
    const pdoc_fed *row = self;
    return pdoc_feed_cell(row->of, row->at, column);
}
#define cells_of_row(self) ((texts){.of = (self), .count = pdoc_feed_column_count((self)->of), .at = cell_of_row})
%}
%define DOC_cells_of_row "Its cells, in the order of the columns; None where there is nothing, or nothing that may leave." %enddef
OBJECT(pdoc_fed, texts, cells, cells_of_row)
ITEMS(pdoc_feed, pdoc_fed, documents, pdoc_feed_count)
ITEM (pdoc_withheld, pdoc_feed, Withheld)
FIELD(pdoc_withheld, pdoc_feed_withheld, TEXT, document)
FIELD(pdoc_withheld, pdoc_feed_withheld, TEXT, why)
ITEMS(pdoc_feed, pdoc_withheld, withheld, pdoc_feed_withheld_count)
%{
static pdoc_feed *pdoc_register_feed_for(const pdoc_register *reg, const pdoc_basis *basis, const char *view,
                                         const char *visibility, pdoc_error **error)
{
    const pdoc_feed_options options = {.size = sizeof options, .view = view, .visibility = visibility};
    return pdoc_register_make_feed(reg, basis, &options, error);
}
%}
NEW(pdoc_register, feed_for)
LONG(pdoc_register::feed_for)
%extend pdoc_register {
    pdoc_feed *feed_for(const pdoc_basis *basis, MAYBE_TEXT view, MAYBE_TEXT visibility, pdoc_error **error);
}

/* ---- two registers made one ---- */

CLASS(pdoc_merge, Merge)
%rename("register") pdoc_merge::merged;
OBJECT  (pdoc_merge, pdoc_register *, merged, pdoc_merge_register)
ITEM    (pdoc_merge_line, pdoc_merge, MergeLine)
FIELD_BY(pdoc_merge_line, pdoc_merge_kind, kind, pdoc_merge_kind_at)
FIELD   (pdoc_merge_line, pdoc_merge, MAYBE_TEXT, document)
FIELD   (pdoc_merge_line, pdoc_merge, MAYBE_TEXT, reference)
FIELD   (pdoc_merge_line, pdoc_merge, MAYBE_TEXT, place)
FIELD   (pdoc_merge_line, pdoc_merge, MAYBE_TEXT, in_first)
FIELD   (pdoc_merge_line, pdoc_merge, MAYBE_TEXT, in_second)
FIELD   (pdoc_merge_line, pdoc_merge, MAYBE_TEXT, kept)
ITEMS   (pdoc_merge, pdoc_merge_line, lines, pdoc_merge_count)
%{
static pdoc_merge *pdoc_register_merge_with(const pdoc_register *first, const pdoc_register *second, const char *origin,
                                            pdoc_date on, const char *recorder, const char *reason, pdoc_error **error)
{
    const pdoc_merge_options options = {
        .size = sizeof options, .origin = origin, .on = on, .recorder = recorder, .reason = reason};
    return pdoc_register_merge(first, second, &options, error);
}
%}
NEW(pdoc_register, merge_with)
LONG(pdoc_register::merge_with)
%extend pdoc_register {
    pdoc_merge *merge_with(const pdoc_register *second, TEXT origin, pdoc_date on, MAYBE_TEXT recorder,
                           MAYBE_TEXT reason, pdoc_error **error);
}
