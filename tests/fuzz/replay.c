/* SPDX-License-Identifier: MIT */
/* Runs a fuzz target on the files that are named, so that its corpus is an ordinary test with any compiler. */
#include "fuzz.h"

static void run_file(const char *path)
{
    static uint8_t data[1u << 20];
    FILE *file = fopen(path, "rb");
    must(file != NULL, path);
    size_t size = fread(data, 1, sizeof data, file);
    fclose(file);
    uint8_t *exact = malloc(size + 1); /* so that a sanitizer sees a read past the end */
    must(exact != NULL, "memory");
    memcpy(exact, data, size);
    LLVMFuzzerTestOneInput(exact, size);
    free(exact);
}

int main(int count, char **paths)
{
    for (int i = 1; i < count; i++)
        run_file(paths[i]);
    printf("%d inputs\n", count - 1);
    return count > 1 ? 0 : 1;
}
