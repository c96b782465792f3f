/* SPDX-License-Identifier: MIT */
/* A register as canonical XML. Knows nothing of files. */
#ifndef PDOC_XML_REGISTER_WRITER_H
#define PDOC_XML_REGISTER_WRITER_H

#include "model/model.h"
#include "xml/writer.h"

/* Writes the whole file; whether it worked is known when the writer finishes. */
void pdoc__register_write(struct pdoc__writer *writer, const pdoc_register *reg);

/* ARGUMENT for options that this library does not know; else the level (0: plain) for a file of this name. */
bool pdoc__write_level(const pdoc_write_options *options, const char *path, int *level, pdoc_error **error);
/* Writes the whole file into a sink, through gzip where the level is not 0. */
bool pdoc__register_write_to(const pdoc_register *reg, struct pdoc__sink sink, int level, pdoc_error **error);

#endif
