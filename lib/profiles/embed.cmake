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
set(PDOC_PROFILE_FILES "")
foreach(id IN LISTS PDOC_PROFILES)
  if(EXISTS "${CMAKE_CURRENT_LIST_DIR}/${id}.xml")
    list(APPEND PDOC_PROFILE_FILES "${CMAKE_CURRENT_LIST_DIR}/${id}.xml")
  else()
    message(FATAL_ERROR "lib/profiles/profiles.cmake names ${id}.xml, which does not exist")
  endif()
endforeach()
set(PDOC_EMBEDDED_SOURCES "${CMAKE_CURRENT_BINARY_DIR}/embedded_profiles.c")
string(REPLACE ";" "," pdoc_profile_files "${PDOC_PROFILE_FILES}")
add_custom_command(
  OUTPUT "${PDOC_EMBEDDED_SOURCES}"
  COMMAND "${CMAKE_COMMAND}" "-DOUTPUT=${PDOC_EMBEDDED_SOURCES}" "-DFILES=${pdoc_profile_files}" -DTABLE=profile
          -P "${CMAKE_CURRENT_LIST_DIR}/embed.cmake"
  DEPENDS ${PDOC_PROFILE_FILES} "${CMAKE_CURRENT_LIST_DIR}/embed.cmake"
  COMMENT "Compiling the profiles in"
  VERBATIM)
