/* SPDX-License-Identifier: MIT */
/* What is a date in XML Schema: the file a_xsd_lexical. The library takes less on purpose: no zones, years 1 to 9999.
 */
#include "vectors.h"

#include <string.h>

/* Types of XML Schema that the library has, by the precision of its dates. */
static const struct {
    const char *type;
    bool has_month, has_day;
} types[] = {{"date", true, true}, {"gYearMonth", true, false}, {"gYear", false, false}};

static bool ends_in_zone(const char *value)
{
    const size_t size = strlen(value);
    if (size > 0 && value[size - 1] == 'Z')
        return true;
    return size > 6 && value[size - 3] == ':' && (value[size - 6] == '+' || value[size - 6] == '-');
}

static bool has_year_of_four_digits(const char *value)
{
    const size_t digits = strspn(value, "0123456789");
    return digits == 4 && strncmp(value, "0000", 4) != 0;
}

static enum answer ask_date(struct row *row, bool has_month, bool has_day)
{
    const char *value = cell(row, "value");
    const int32_t valid = number(row, "valid");
    pdoc_date read = {0, 0, 0};
    const bool is_read =
        pdoc_date_parse(value, &read, NULL) == PDOC_OK && (read.month != 0) == has_month && (read.day != 0) == has_day;
    if (valid != 0 && valid != 1)
        return because(row, FAILED, "neither valid nor invalid", cell(row, "valid"));
    if (!valid)
        return is_read ? because(row, FAILED, "read although it is invalid", value) : PASSED;
    if (!ends_in_zone(value) && has_year_of_four_digits(value))
        return is_read ? PASSED : because(row, FAILED, "refused although it is valid", value);
    if (is_read)
        return because(row, FAILED, "read although it has a zone or a year outside 1 to 9999", value);
    return because(row, SKIPPED, "zones and years outside 1 to 9999 are refused on purpose", value);
}

enum answer ask_xsd_lexical(struct row *row)
{
    const char *type = cell(row, "type");
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (strcmp(types[i].type, type) == 0)
            return ask_date(row, types[i].has_month, types[i].has_day);
    return because(row, SKIPPED, "no date of the library is of this type", type);
}
