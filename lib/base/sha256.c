/* SPDX-License-Identifier: MIT */
/* SHA-256, as FIPS 180-4 describes it (6.2). Knows nothing of files. */
#include "base/sha256.h"

#include <string.h>

#define BLOCK 64u

/* 4.2.2: from the fractions of the cube roots of the first 64 primes. */
static const uint32_t constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

static uint32_t rotate(uint32_t word, unsigned bits)
{
    return word >> bits | word << (32 - bits);
}

static uint32_t read_word(const unsigned char *bytes)
{
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static void spread(const unsigned char *block, uint32_t words[64])
{
    for (size_t i = 0; i < 16; i++)
        words[i] = read_word(block + 4 * i);
    for (size_t i = 16; i < 64; i++) {
        const uint32_t low = rotate(words[i - 15], 7) ^ rotate(words[i - 15], 18) ^ words[i - 15] >> 3;
        const uint32_t high = rotate(words[i - 2], 17) ^ rotate(words[i - 2], 19) ^ words[i - 2] >> 10;
        words[i] = words[i - 16] + low + words[i - 7] + high;
    }
}

static void take_block(uint32_t state[8], const unsigned char *block)
{
    uint32_t words[64];
    uint32_t at[8]; /* a to h of the standard */
    spread(block, words);
    memcpy(at, state, sizeof at);
    for (size_t i = 0; i < 64; i++) {
        const uint32_t choice = (at[4] & at[5]) ^ (~at[4] & at[6]);
        const uint32_t majority = (at[0] & at[1]) ^ (at[0] & at[2]) ^ (at[1] & at[2]);
        const uint32_t first =
            at[7] + (rotate(at[4], 6) ^ rotate(at[4], 11) ^ rotate(at[4], 25)) + choice + constants[i] + words[i];
        const uint32_t second = (rotate(at[0], 2) ^ rotate(at[0], 13) ^ rotate(at[0], 22)) + majority;
        memmove(at + 1, at, 7 * sizeof *at);
        at[4] += first;
        at[0] = first + second;
    }
    for (size_t i = 0; i < 8; i++)
        state[i] += at[i];
}

void pdoc__sha256_begin(struct pdoc__sha256 *hash)
{
    static const uint32_t start[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                      0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    memcpy(hash->state, start, sizeof start);
    hash->size = 0;
}

void pdoc__sha256_add(struct pdoc__sha256 *hash, const void *data, size_t size)
{
    const unsigned char *bytes = data;
    while (size > 0) {
        const size_t kept = (size_t)(hash->size % BLOCK);
        const size_t taken = size < BLOCK - kept ? size : BLOCK - kept;
        memcpy(hash->rest + kept, bytes, taken);
        hash->size += taken;
        bytes += taken;
        size -= taken;
        if (kept + taken == BLOCK)
            take_block(hash->state, hash->rest);
    }
}

void pdoc__sha256_end(struct pdoc__sha256 *hash, char text[PDOC__SHA256_TEXT])
{
    static const char digits[] = "0123456789abcdef";
    static const unsigned char padding[BLOCK] = {0x80};
    const uint64_t bits = hash->size * 8;
    const size_t kept = (size_t)(hash->size % BLOCK);
    unsigned char length[8];
    for (size_t i = 0; i < 8; i++)
        length[i] = (unsigned char)(bits >> (56 - 8 * i));
    pdoc__sha256_add(hash, padding, kept < 56 ? 56 - kept : BLOCK + 56 - kept);
    pdoc__sha256_add(hash, length, sizeof length);
    for (size_t i = 0; i < 64; i++)
        text[i] = digits[hash->state[i / 8] >> (28 - 4 * (i % 8)) & 15];
    text[64] = '\0';
}
