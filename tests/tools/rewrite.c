/* SPDX-License-Identifier: MIT */
/* rewrite IN OUT...: reads each register IN and writes it in canonical form to OUT. For the tests of round trips. */
#include <stdio.h>

#include <policydoc/register.h>

static int rewrite(const char *in, const char *out)
{
    pdoc_error *error = NULL;
    pdoc_write_options options = {.size = sizeof options, .overwrite = 1};
    pdoc_register *reg = pdoc_register_read_file(in, NULL, &error);
    if (reg && pdoc_register_write_file(reg, out, &options, &error) == PDOC_OK) {
        pdoc_register_unref(reg);
        return 0;
    }
    fprintf(stderr, "%s:%u: %s\n", in, (unsigned)pdoc_error_line(error), pdoc_error_message(error));
    pdoc_error_free(error);
    pdoc_register_unref(reg);
    return 1;
}

int main(int count, char **arguments)
{
    int failed = 0;
    for (int i = 1; i + 1 < count; i += 2)
        failed |= rewrite(arguments[i], arguments[i + 1]);
    return failed;
}
