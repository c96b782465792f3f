# Compiles files in: turns them into arrays of C, with nothing but CMake. Included by the build, it gives
# PDOC_EMBEDDED_SOURCES; run as a script (cmake -DOUTPUT=... -DFILES=... -DTABLE=... -P embed.cmake) it writes one.

if(CMAKE_SCRIPT_MODE_FILE)
  string(REPLACE "," ";" files "${FILES}")
  set(text "/* SPDX-License-Identifier: MIT */\n/* Made at build time from data files; see lib/profiles/embed.cmake. */\n")
  string(APPEND text "#include \"xml/embedded.h\"\n\n")
  set(rows "")
  set(number 0)
  foreach(file IN LISTS files)
    get_filename_component(id "${file}" NAME_WE)
    file(READ "${file}" hex HEX)
    string(LENGTH "${hex}" digits)
    math(EXPR size "${digits} / 2")
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
    string(REGEX REPLACE "(................................................................................)" "\\1\n"
           bytes "${bytes}")
    string(APPEND text "static const unsigned char file_${number}[] = {\n${bytes}\n};\n\n")
    string(APPEND rows "    {\"${id}\", file_${number}, ${size}},\n")
    math(EXPR number "${number} + 1")
  endforeach()
  string(APPEND text "const struct pdoc__embedded pdoc__embedded_${TABLE}s[] = {\n${rows}    {0, 0, 0},\n};\n")
  string(APPEND text "const size_t pdoc__embedded_${TABLE}_count = ${number};\n")
  file(WRITE "${OUTPUT}.new" "${text}")
  file(RENAME "${OUTPUT}.new" "${OUTPUT}")
  return()
endif()

include(${CMAKE_CURRENT_LIST_DIR}/profiles.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/../calendars/calendars.cmake)
set(PDOC_EMBEDDED_SOURCES "")

# pdoc_embed(profile ID...) compiles lib/profiles/ID.xml ... in as the table pdoc__embedded_profiles.
function(pdoc_embed table)
  get_filename_component(folder "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/../${table}s" ABSOLUTE)
  set(paths "")
  foreach(id IN LISTS ARGN)
    if(NOT EXISTS "${folder}/${id}.xml")
      message(FATAL_ERROR "lib/${table}s/${table}s.cmake names ${id}.xml, which does not exist")
    endif()
    list(APPEND paths "${folder}/${id}.xml")
  endforeach()
  set(output "${CMAKE_CURRENT_BINARY_DIR}/embedded_${table}s.c")
  string(REPLACE ";" "," files "${paths}")
  add_custom_command(
    OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" "-DOUTPUT=${output}" "-DFILES=${files}" "-DTABLE=${table}"
            -P "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/embed.cmake"
    DEPENDS ${paths} "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/embed.cmake"
    COMMENT "Compiling the ${table}s in"
    VERBATIM)
  set(PDOC_EMBEDDED_SOURCES ${PDOC_EMBEDDED_SOURCES} "${output}" PARENT_SCOPE)
endfunction()

pdoc_embed(profile ${PDOC_PROFILES})
pdoc_embed(calendar ${PDOC_CALENDARS})
