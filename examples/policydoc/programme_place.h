/* SPDX-License-Identifier: MIT */
/* A programme put on the forward plan. */
#ifndef POLICYDOC_PROGRAMME_PLACE_H
#define POLICYDOC_PROGRAMME_PLACE_H

#include "command.h"

/* The month of each review that has one becomes its only item for a review; then the register is saved, at once. */
enum outcome programme_place(const pdoc_programme *programme, pdoc_register *reg, const struct options *options);

#endif
