/* SPDX-License-Identifier: MIT */
/* Reads lines "NUMBER DAY RULE", and prints so many days of each; for a comparison with other programs. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "time/recurrence.h"

/* A walk over the days, and a search for each after the one before, must find the same. */
static void print_days(const pdoc_recurrence *rule, long most)
{
    struct pdoc__recurrence_walk walk;
    pdoc_date after = {0, 0, 0}, found = {0, 0, 0};
    int32_t day = PDOC__NO_DAY;
    pdoc__recurrence_begin(&walk, rule);
    for (long i = 0; i < most; i++) {
        char text[PDOC_DATE_TEXT];
        const bool is_walked = pdoc__recurrence_step(&walk, &day) == PDOC__RECURRENCE_DAY;
        const pdoc_date expected = is_walked ? pdoc__day_date(day) : (pdoc_date){0, 0, 0};
        if (pdoc_recurrence_next(rule, after, &found, NULL) != PDOC_OK || pdoc_date_compare(found, expected) != 0) {
            printf(" search-differs");
            return;
        }
        if (!is_walked)
            return;
        printf("%s%s", i > 0 ? " " : "", pdoc_date_format(expected, text));
        after = expected;
    }
}

int main(void)
{
    static char line[4096];
    while (fgets(line, sizeof line, stdin)) {
        pdoc_date start = {0, 0, 0};
        pdoc_error *error = NULL;
        line[strcspn(line, "\n")] = '\0';
        char *day_text = NULL;
        const long most = strtol(line, &day_text, 10);
        char *rule_text = strchr(++day_text, ' ');
        if (!rule_text)
            return 2;
        *rule_text++ = '\0';
        pdoc_recurrence *rule = NULL;
        if (pdoc_date_parse(day_text, &start, &error) == PDOC_OK)
            rule = pdoc_recurrence_parse(rule_text, start, &error);
        if (rule)
            print_days(rule, most);
        else
            printf("refused: %s", pdoc_error_message(error));
        printf("\n");
        pdoc_recurrence_unref(rule);
        pdoc_error_free(error);
    }
    return 0;
}
