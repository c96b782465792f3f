/* SPDX-License-Identifier: MIT */
/* The words of the library as tables, and the hash of a content. */
%{
#define table_count pdoc_table_count
#define table_code pdoc_table_code
#define table_label pdoc_table_label
#define table_meaning pdoc_table_meaning
#define table_find pdoc_table_find
#define status_name(status) pdoc_status_name((pdoc_status)(status))
#define reply_state_code pdoc_reply_state_code

static pdoc_hash content_hash(const void *data, size_t size, pdoc_error **error)
{
    pdoc_hash hash = {{0}};
    return pdoc_content_hash(data, size, hash.text, error) == PDOC_OK ? hash : (pdoc_hash){{0}};
}

static pdoc_hash content_hash_of_file(const char *path, pdoc_error **error)
{
    pdoc_hash hash = {{0}};
    return pdoc_content_hash_file(path, hash.text, error) == PDOC_OK ? hash : (pdoc_hash){{0}};
}
%}
size_t table_count(pdoc_table table);
TEXT table_code(pdoc_table table, size_t row);
TEXT table_label(pdoc_table table, size_t row);
TEXT table_meaning(pdoc_table table, size_t row);
int32_t table_find(pdoc_table table, TEXT code);
TEXT status_name(uint32_t status);
TEXT reply_state_code(pdoc_reply_state state);
pdoc_hash content_hash(const void *data, size_t size, pdoc_error **error);
pdoc_hash content_hash_of_file(TEXT path, pdoc_error **error);
