/* SPDX-License-Identifier: MIT */
/* What all commands that change a register share: one change, prepared on a copy, shown, refused or saved. */
#ifndef POLICYDOC_CHANGING_H
#define POLICYDOC_CHANGING_H

#include "command.h"

struct changing {
    const struct options *options;
    const char *path;
    pdoc_register *before;
    pdoc_register *reg; /* the working copy, borrowed: what the command changes */
    struct judging judging;
    pdoc_change *change;
    bool counts_warnings; /* says how many there are, not which: where a whole register is new */
};

/* Reads the register of `path` and begins a change of it, judged and recorded on `day`. `what` needs a file, as the
   message for standard input says. False: said, *outcome is set. */
bool changing_begin(struct changing *changing, const struct options *options, const char *path, const char *what,
                    pdoc_date day, enum outcome *outcome);
/* The same of a register that was read already. */
bool changing_begin_with(struct changing *changing, const struct options *options, const char *path, pdoc_register *reg,
                         pdoc_date day, enum outcome *outcome);
/* The day of --on, or today: for commands whose --on is the day judged. */
pdoc_date changing_day(const struct options *options);
/* Examines the change, shows what is different and how documents stand before and after, and saves it, unless --dry-run
   is given. What the profile forbids is said, and refused unless --override is given. `done` is a line that says it all
   where the differences need not be shown; NULL: they are. */
enum outcome changing_finish(struct changing *changing, const char *done);
/* The same, with nothing on standard output: who calls says what was done. */
enum outcome changing_finish_quietly(struct changing *changing);
/* NAME=VALUE; a value of NULL takes it out. */
struct assignment {
    char name[300];
    const char *value;
};
/* False: said what is wrong with it. */
bool read_assignment(const char *text, struct assignment *out);
/* record.c: an event of a kind with what the command line says of it; *out is it, as far as it came. */
enum outcome record_event(const struct changing *changing, pdoc_document *doc, const char *kind, pdoc_event **out);
void changing_end(struct changing *changing);

#endif
