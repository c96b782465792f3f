/* SPDX-License-Identifier: MIT */
/* Options that only one command has, or that mean something else there: one row of the table adds one. They are texts.
 */
#include "command.h"

#include <string.h>

static const struct {
    const char *command;
    const char *name;
    const char *value; /* what it takes, for the help */
    const char *meaning;
    size_t at; /* of the member in struct own_options */
} rows[] = {
#define AT(member) offsetof(struct own_options, member)
    {"add", "type", "TYPE", "its type: a code or an alias of the profile", AT(type)},
    {"add", "title", "TITLE", "its title", AT(title)},
    {"add", "reference", "REF", "its reference, which no other document may have", AT(reference)},
    {"add", "label", "LABEL", "label of its first version", AT(label)},
    {"merge", "origin", "B=NAME", "what the register B is called in the result", AT(origin)},
    {"merge", "conflicts", "FILE", "write the list of what they say differently to this file, as CSV", AT(conflicts)},
    {"new", "title", "TITLE", "its title (marked as still to be filled in, if absent)", AT(title)},
    {"export", "view", "VIEW", "published (in force, and published by the day), or in-force", AT(view)},
    {"export", "visibility", "WHO", "for whom: public, or internal", AT(visibility)},
    {"pack", "content", "DIR", "folder of the contents; they are copied if their SHA-256 is the one recorded", AT(content)},
    {"post", "visibility", "WHO", "who may see its name: public, internal, or another word for nobody", AT(visibility)},
    {"post", "holder", "NAME", "who holds it from then on; if absent it falls vacant", AT(holder)},
    {"ready", "role", "ROLE", "the post or body as which that of --body acts: code or name", AT(role)},
    {"reassign", "role", "FIELD", "field of the front sheet: author, owner, manager, sponsor ...", AT(role)},
    {"reassign", "from", "WHO", "whom the cells name: code or name", AT(from)},
    {"reassign", "to", "WHO", "whom they are to name; printed as it is given", AT(to)},
    {"release", "content", "FILE", "the content; its name and its SHA-256 are recorded, never the folder", AT(content)},
    {"release", "label", "LABEL", "label of the version (as it is, else as the scheme of the profile has it)", AT(label)},
    {"release", "decision", "EVENT", "the decision that it rests on (the last one that approves the version)", AT(decision)},
    {"release", "effective", "DATE", "first day in force (as decided, else the day of the release)", AT(effective)},
    {"updates", "since", "REVISION", "the revision up to which the changes are known", AT(since)},
    {"verify", "content", "DIR", "the folder of the copies, with all that is in it; symbolic links are not followed", AT(content)},
    {"attest", "content", "FILE", "what was read; its SHA-256 is recorded (that of the version, if absent)", AT(content)},
    {"attest", "count", "N", "how many people read it", AT(count)},
    {"release", "channel", "CODES", "where it is to be published, such as 'website intranet'", AT(channel)},
    {"report", "for", "BODY", "whom it is for: code or name of a body, which the heading names", AT(whom)},
    {"report", "until", "DATE", "last day of the period; of a month or year its last (today if absent)", AT(until)},
    {"report", "format", "FORM", "text, html, csv, json or xml", AT(format)},
    {"trend", "every", "OFFSET", "the step from day to day, such as P3M", AT(every)},
    {"trend", "until", "DATE", "last day; of a month or year its last (today if absent)", AT(until)},
    {"trend", "format", "FORM", "text, html, csv, json or xml", AT(format)},
};
#define ROW_COUNT (sizeof rows / sizeof *rows)

size_t own_option_find(const char *command, const char *argument, const char **value)
{
    const char *name = argument + 2;
    const size_t size = argument[1] == '-' ? strcspn(name, "=") : 0;
    *value = NULL;
    for (size_t i = 0; size > 0 && i < ROW_COUNT; i++) {
        if (strcmp(rows[i].command, command) != 0 || strlen(rows[i].name) != size ||
            strncmp(rows[i].name, name, size) != 0)
            continue;
        *value = name[size] == '=' ? name + size + 1 : NULL;
        return i;
    }
    return SIZE_MAX;
}

bool own_option_store(size_t row, const char *value, struct own_options *out)
{
    const char *old;
    char *member = (char *)out + rows[row].at;
    memcpy(&old, member, sizeof old);
    if (!value)
        say("--%s needs a value: --%s %s", rows[row].name, rows[row].name, rows[row].value);
    else if (old)
        say("--%s is given twice; give it once", rows[row].name);
    else if (!is_utf8(value))
        say("--%s takes text in UTF-8, and \"%s\" is none", rows[row].name, value);
    else
        memcpy(member, &value, sizeof value);
    return value && !old && is_utf8(value);
}

void own_options_print(const char *command)
{
    for (size_t i = 0; command && i < ROW_COUNT; i++) {
        char lead[40];
        if (strcmp(rows[i].command, command) != 0)
            continue;
        snprintf(lead, sizeof lead, "    --%s %s", rows[i].name, rows[i].value);
        print_line("  %-24s  %s", lead, rows[i].meaning);
    }
}
