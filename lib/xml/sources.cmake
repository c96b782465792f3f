# Sources of this layer, one a line; a file that is not named here is not built.
set(PDOC_XML_SOURCES
  xml/encoding.c
  xml/input.c
  xml/sax.c)
