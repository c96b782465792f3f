/* SPDX-License-Identifier: MIT */
/* What is said of an item before it is put on the forward plan. */
#ifndef POLICYDOC_PLACING_H
#define POLICYDOC_PLACING_H

#include "command.h"

/* Warns of a purpose that is not known, a day that has passed, and one on which the body does not meet, as far as the
   register knows when it does. It is placed all the same. `party`: NULL: not known. */
void placing_warn(const struct options *options, const pdoc_register *reg, const pdoc_party *party);

#endif
