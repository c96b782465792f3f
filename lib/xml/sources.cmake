# Sources of this layer, one a line; a file that is not named here is not built.
set(PDOC_XML_SOURCES
  xml/elements.c
  xml/encoding.c
  xml/input.c
  xml/profile_facts.c
  xml/profile_members.c
  xml/profile_predicate.c
  xml/profile_reader.c
  xml/profile_reading.c
  xml/profile_resolve.c
  xml/profile_rows.c
  xml/profile_tables.c
  xml/sax.c)
