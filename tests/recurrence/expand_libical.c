/* SPDX-License-Identifier: MIT */
/* The same as expand, by libical. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libical/ical.h>

static void print_days(struct icalrecurrencetype rule, struct icaltimetype start, long most)
{
    icalrecur_iterator *iterator = icalrecur_iterator_new(rule, start);
    if (!iterator) {
        printf("refused: %s", icalerror_strerror(icalerrno));
        return;
    }
    for (long i = 0; i < most; i++) {
        const struct icaltimetype day = icalrecur_iterator_next(iterator);
        if (icaltime_is_null_time(day))
            break;
        printf("%s%04d-%02d-%02d", i > 0 ? " " : "", day.year, day.month, day.day);
    }
    icalrecur_iterator_free(iterator);
}

int main(void)
{
    static char line[4096];
    icalerror_set_errors_are_fatal(0);
    while (fgets(line, sizeof line, stdin)) {
        unsigned year = 0, month = 0, day = 0;
        line[strcspn(line, "\n")] = '\0';
        char *day_text = NULL;
        const long most = strtol(line, &day_text, 10);
        char *rule_text = strchr(++day_text, ' ');
        if (!rule_text || sscanf(day_text, "%4u-%2u-%2u", &year, &month, &day) != 3)
            return 2;
        char start_text[16];
        snprintf(start_text, sizeof start_text, "%04u%02u%02u", year % 10000u, month % 100u, day % 100u);
        const struct icaltimetype start = icaltime_from_string(start_text);
        icalerror_clear_errno();
        const struct icalrecurrencetype rule = icalrecurrencetype_from_string(rule_text + 1);
        if (rule.freq == ICAL_NO_RECURRENCE)
            printf("refused: %s", icalerror_strerror(icalerrno));
        else
            print_days(rule, start, most);
        free(rule.rscale); /* the one part of a rule that libical leaves to the caller */
        printf("\n");
    }
    return 0;
}
