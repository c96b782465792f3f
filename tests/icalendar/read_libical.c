/* SPDX-License-Identifier: MIT */
/* Reads a calendar file from standard input by libical, and checks it; a line for each event: UID, first day, day after
   the last, sequence, status, days from its start to its alarm, summary; with tabs between, a backslash before what
   would part them. Ends with 1, and says why, where libical finds anything wrong. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libical/ical.h>

enum { LARGEST = 64 * 1024 * 1024 };

static char *read_all(void)
{
    size_t size = 0;
    char *text = malloc(LARGEST + 1);
    if (!text)
        return NULL;
    size = fread(text, 1, LARGEST, stdin);
    text[size] = '\0';
    return text;
}

static void print_text(const char *text)
{
    static const char special[] = "\\\n\t", letters[] = "\\nt";
    for (; text && *text; text++) {
        const char *found = strchr(special, *text);
        if (found)
            printf("\\%c", letters[found - special]);
        else
            putchar(*text);
    }
}

static const char *text_of(icalcomponent *component, icalproperty_kind kind)
{
    icalproperty *property = icalcomponent_get_first_property(component, kind);
    return property ? icalproperty_get_value_as_string(property) : "";
}

static void print_alarm(icalcomponent *event)
{
    icalcomponent *alarm = icalcomponent_get_first_component(event, ICAL_VALARM_COMPONENT);
    icalproperty *trigger = alarm ? icalcomponent_get_first_property(alarm, ICAL_TRIGGER_PROPERTY) : NULL;
    if (trigger)
        printf("%d", icaldurationtype_as_int(icalproperty_get_trigger(trigger).duration) / (24 * 60 * 60));
}

static void print_event(icalcomponent *event)
{
    print_text(icalcomponent_get_uid(event));
    printf("\t%s", icaltime_as_ical_string(icalcomponent_get_dtstart(event)));
    printf("\t%s", icaltime_as_ical_string(icalcomponent_get_dtend(event)));
    printf("\t%d\t%s\t", icalcomponent_get_sequence(event), text_of(event, ICAL_STATUS_PROPERTY));
    print_alarm(event);
    printf("\t");
    print_text(icalcomponent_get_summary(event));
    printf("\n");
}

/* Errors that the parser or the check of restrictions has left in the component, or below it. */
static int count_errors(icalcomponent *component)
{
    int count = icalcomponent_count_properties(component, ICAL_XLICERROR_PROPERTY);
    for (icalcomponent *inner = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT); inner;
         inner = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT))
        count += count_errors(inner);
    return count;
}

int main(void)
{
    icalerror_set_errors_are_fatal(0);
    char *text = read_all();
    icalcomponent *calendar = text ? icalparser_parse_string(text) : NULL;
    if (!calendar) {
        fprintf(stderr, "it is no calendar: %s\n", icalerror_strerror(icalerrno));
        return 1;
    }
    const int good = icalrestriction_check(calendar);
    const int errors = count_errors(calendar);
    for (icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); event;
         event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT))
        print_event(event);
    if (!good || errors > 0) {
        char *whole = icalcomponent_as_ical_string_r(calendar);
        const char *first = strstr(whole, "X-LIC-ERROR");
        fprintf(stderr, "%d errors; restrictions are %skept: %.300s\n", errors, good ? "" : "not ", first ? first : "");
        free(whole);
    }
    icalcomponent_free(calendar);
    free(text);
    return good && errors == 0 ? 0 : 1;
}
