/* SPDX-License-Identifier: MIT */
/* Dates and offsets as text, and what is added to dates. */
%{
static pdoc_date parse_date(const char *text, pdoc_error **error)
{
    pdoc_date date = {0};
    return pdoc_date_parse(text, &date, error) == PDOC_OK ? date : (pdoc_date){0};
}

static pdoc_date parse_printed_date(const char *text, pdoc_error **error)
{
    pdoc_date date = {0};
    return pdoc_date_parse_printed(text, &date, error) == PDOC_OK ? date : (pdoc_date){0};
}

static pdoc_date add_offset(pdoc_date date, const char *offset, pdoc_error **error)
{
    pdoc_offset by;
    pdoc_date sum = {0};
    if (pdoc_offset_parse(offset, &by, error) != PDOC_OK || pdoc_date_add(date, by, &sum, error) != PDOC_OK)
        return (pdoc_date){0};
    return sum;
}

static pdoc_date subtract_offset(pdoc_date date, const char *offset, pdoc_error **error)
{
    pdoc_offset by;
    pdoc_date difference = {0};
    if (pdoc_offset_parse(offset, &by, error) != PDOC_OK || pdoc_date_subtract(date, by, &difference, error) != PDOC_OK)
        return (pdoc_date){0};
    return difference;
}
#define months_between pdoc_date_months_between
#define days_between pdoc_date_days_between
#define is_before pdoc_date_is_before
#define library_version pdoc_version
%}
pdoc_date parse_date(TEXT text, pdoc_error **error);
pdoc_date parse_printed_date(TEXT text, pdoc_error **error);
pdoc_date add_offset(pdoc_date date, TEXT offset, pdoc_error **error);
pdoc_date subtract_offset(pdoc_date date, TEXT offset, pdoc_error **error);
int32_t days_between(pdoc_date first, pdoc_date last);
int32_t months_between(pdoc_date first, pdoc_date last);
pdoc_truth is_before(pdoc_date left, pdoc_date right);
TEXT library_version();
