/* SPDX-License-Identifier: MIT */
/* Which release this is. Knows nothing else. */
#include "policydoc/version.h"

const char *pdoc_version(void)
{
    return PDOC_VERSION_TEXT;
}
