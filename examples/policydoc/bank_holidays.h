/* SPDX-License-Identifier: MIT */
/* The government's list of bank holidays as a calendar. */
#ifndef POLICYDOC_BANK_HOLIDAYS_H
#define POLICYDOC_BANK_HOLIDAYS_H

#include "command.h"

/* Reads the JSON file ("-": standard input). A reference; NULL: said, *outcome is set. */
pdoc_calendar *bank_holidays_read(const char *path, const char *division, pdoc_date as_of, enum outcome *outcome);

#endif
