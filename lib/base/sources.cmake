# Sources of this layer, one a line; a file that is not named here is not built.
set(PDOC_BASE_SOURCES
    base/alloc.c
    base/arena.c
    base/buffer.c
    base/error.c
    base/map.c
    base/pool.c
    base/sha256.c
    base/system.c
    base/text.c
    base/version.c)
