/* SPDX-License-Identifier: MIT */
/* What came of a verification, as others ask for it. Decides nothing. */
#include "governance/verifying/verification.h"

const char *pdoc_copy_state_code(pdoc_copy_state state)
{
    static const char *const codes[PDOC_COPY_STATES] = {[PDOC_COPY_SAME] = "same",
                                                        [PDOC_COPY_DIFFERS] = "differs",
                                                        [PDOC_COPY_OTHER_VERSION] = "other-version",
                                                        [PDOC_COPY_MISSING] = "missing",
                                                        [PDOC_COPY_NO_HASH] = "no-hash",
                                                        [PDOC_COPY_UNKNOWN] = "unknown",
                                                        [PDOC_COPY_UNREADABLE] = "unreadable"};
    return (unsigned)state < PDOC_COPY_STATES ? codes[state] : NULL;
}

pdoc_verification *pdoc_verification_ref(pdoc_verification *verification)
{
    if (verification)
        atomic_fetch_add_explicit(&verification->references, 1, memory_order_relaxed);
    return verification;
}

void pdoc_verification_unref(pdoc_verification *verification)
{
    if (!verification || atomic_fetch_sub_explicit(&verification->references, 1, memory_order_acq_rel) != 1)
        return;
    pdoc__arena_free(&verification->arena);
    pdoc__free(verification->items);
    pdoc__free(verification);
}

pdoc_date pdoc_verification_as_of(const pdoc_verification *verification)
{
    return verification ? verification->as_of : (pdoc_date){0, 0, 0};
}

size_t pdoc_verification_total(const pdoc_verification *verification, pdoc_copy_state state)
{
    return verification && (unsigned)state < PDOC_COPY_STATES ? verification->totals[state] : 0;
}

bool pdoc_verification_is_clean(const pdoc_verification *verification)
{
    static const pdoc_copy_state bad[] = {PDOC_COPY_DIFFERS, PDOC_COPY_OTHER_VERSION, PDOC_COPY_MISSING,
                                          PDOC_COPY_UNREADABLE};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (pdoc_verification_total(verification, bad[i]) > 0)
            return false;
    return true;
}

size_t pdoc_verification_count(const pdoc_verification *verification)
{
    return verification ? verification->count : 0;
}

static const struct pdoc__verified *entry_at(const pdoc_verification *verification, size_t index)
{
    static const struct pdoc__verified nothing = {.state = PDOC_COPY_UNKNOWN};
    return index < pdoc_verification_count(verification) ? &verification->items[index] : &nothing;
}

pdoc_copy_state pdoc_verification_state(const pdoc_verification *verification, size_t entry)
{
    return (pdoc_copy_state)entry_at(verification, entry)->state;
}

const char *pdoc_verification_document_id(const pdoc_verification *verification, size_t entry)
{
    return entry_at(verification, entry)->id;
}

const char *pdoc_verification_document_reference(const pdoc_verification *verification, size_t entry)
{
    return entry_at(verification, entry)->reference;
}

const char *pdoc_verification_document_title(const pdoc_verification *verification, size_t entry)
{
    return entry_at(verification, entry)->title;
}

uint32_t pdoc_verification_version(const pdoc_verification *verification, size_t entry)
{
    return entry_at(verification, entry)->version;
}

const char *pdoc_verification_content(const pdoc_verification *verification, size_t entry)
{
    return entry_at(verification, entry)->content;
}

const char *pdoc_verification_file(const pdoc_verification *verification, size_t entry)
{
    return entry_at(verification, entry)->file;
}

const char *pdoc_verification_recorded(const pdoc_verification *verification, size_t entry)
{
    return entry_at(verification, entry)->recorded;
}

const char *pdoc_verification_found(const pdoc_verification *verification, size_t entry)
{
    return entry_at(verification, entry)->found;
}

uint32_t pdoc_verification_found_version(const pdoc_verification *verification, size_t entry)
{
    return entry_at(verification, entry)->found_version;
}

const char *pdoc_verification_message(const pdoc_verification *verification, size_t entry)
{
    return entry_at(verification, entry)->message;
}
