#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Shows that each check can fail: plants one fault at a time in a copy of the tree and expects the check to name it.

test_the_checks.py [ROOT]; a complaint that the untouched tree already gets proves nothing and counts as a failure."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from common import ROOT, finish, root_from_arguments

HERE = pathlib.Path(__file__).resolve().parent
C_HEAD = "/* SPDX-License-Identifier: MIT */\n/* A planted fault. */\n"


def add(path, text):
    return path, lambda old: old + text


def replace(path, old, new):
    def plant(text):
        assert old in text, f"{path} holds no {old!r}"
        return text.replace(old, new, 1)
    return path, plant


def insert_before(path, mark, text):
    return replace(path, mark, text + mark)


# (check, what is planted, how, words that the complaint must hold)
FAULTS = [
    ("check_exports", "a function that the map does not name",
     insert_before("include/policydoc/version.h", "PDOC_END", "PDOC_API int pdoc_planted(void);\n"), "pdoc_planted"),
    ("check_exports", "a name in the map that no header has",
     replace("lib/policydoc.map", "local:", "    pdoc_planted;\n    local:"), "pdoc_planted"),
    ("check_lists", "a source that no list names", add("lib/base/planted.c", C_HEAD), "lib/base/planted.c"),
    ("check_lists", "a source that is not there", replace("lib/base/sources.cmake", "base/alloc.c", "base/planted.c base/alloc.c"),
     "base/planted.c"),
    ("check_lists", "a unit test that no list names", add("tests/unit/test_planted.c", C_HEAD), "test_planted"),
    ("check_lists", "a calendar that no list names", add("lib/calendars/planted.xml", "<calendar/>"), "does not name planted"),
    ("check_calendars", "a day that a file has lost",
     replace("lib/calendars/scotland.xml", '  <non-working on="2026-11-30" name="St Andrew\'s Day"/>\n', ""), "only printed: <non-working on=\"2026-11-30\""),
    ("check_calendars", "a day by hand",
     insert_before("lib/calendars/scotland.xml", "</calendar>", '<non-working on="2028-12-27" name="Planted"/>\n'), "only in the file: <non-working on=\"2028-12-27\""),
    ("check_calendars", "a rule that gives a day at the weekend",
     replace("lib/calendars/make_calendars.py", "if day.on.weekday() < 5}", "if day.on.weekday() < 6}"), "not what make_calendars.py prints"),
    ("check_calendars", "a day at the weekend",
     replace("lib/calendars/scotland.xml", 'on="2026-11-30"', 'on="2026-11-29"'), "2026-11-29 is at the weekend"),
    ("check_calendars", "a day that is there twice",
     replace("lib/calendars/scotland.xml", 'on="2026-11-30"', 'on="2026-08-03"'), "2026-08-03 does not come after 2026-08-03"),
    ("check_calendars", "a one-off day that is a holiday already",
     replace("lib/calendars/make_calendars.py", '"2026-06-15"', '"2026-08-03"'), "scotland.xml: make_calendars.py does not print it"),
    ("check_made_schema", "an attribute that the schema has not been told of",
     insert_before("lib/xml/profile_tables_track.c", '    ATTRIBUTE("issuer"', '    ATTRIBUTE("planted", PDOC__FORM_WORDS, struct pdoc__reference, planted),\n'),
     'only printed: <xs:attribute name="planted" type="xs:string"/>'),
    ("check_made_schema", "a kind of event that the schema has not been told of",
     add("lib/model/events.def", 'PDOC_EVENT(PLANTED, "planted", "Planted", NONE, "nothing")\n'), 'only printed: <xs:element name="planted" type="event">'),
    ("check_made_schema", "a part changed by hand",
     replace("lib/schema/policydoc-1.xsd", '<xs:attribute name="quorum" type="number-to-255"/>', '<xs:attribute name="planted" type="id"/>'),
     'only in the file: <xs:attribute name="planted" type="id"/>'),
    ("check_made_schema", "a row of the tables that its program cannot read",
     replace("lib/xml/profile_tables.c", 'ATTRIBUTE("cap", PDOC__FORM_OFFSET', 'PLANTED("cap", PDOC__FORM_OFFSET'), "none of the known macros: PLANTED"),
    ("check_made_schema", "a form that has no type in the schema",
     replace("lib/xml/profile_tables.c", '"cap", PDOC__FORM_OFFSET', '"cap", PDOC__FORM_PLANTED'), "the type of cap is not known"),
    ("check_made_schema", "a part without its mark",
     replace("lib/schema/policydoc-1.xsd", "<!-- made: events -->", ""), "needs each of these marks once"),
    ("check_layers", "base includes model", add("lib/base/planted.c", C_HEAD + '#include "model/model.h"\n'), "base comes before"),
    ("check_layers", "publish includes xml", add("lib/publish/planted.c", C_HEAD + '#include "xml/tree.h"\n'), "publish comes before xml"),
    ("check_layers", "libxml2 outside its layer", add("lib/model/planted.c", C_HEAD + "#include <libxml/tree.h>\n"), "only lib/xml"),
    ("check_layers", "a path that climbs", add("lib/model/planted.c", C_HEAD + '#include "../base/map.h"\n'), "written from lib/"),
    ("check_layers", "an example that looks inside", add("examples/planted.c", C_HEAD + '#include "model/model.h"\n'), "public headers only"),
    ("check_headers", "a header that needs another", add("include/policydoc/planted.h", C_HEAD + "uint32_t pdoc_planted(pdoc_date);\n"),
     "planted.h"),
    ("check_headers", "a header that the umbrella forgets", add("include/policydoc/planted.h", C_HEAD + "int pdoc_planted(void);\n"),
     "does not include planted.h"),
    ("check_headers", "a word of C++", replace("include/policydoc/version.h", "pdoc_version(void)", "pdoc_version(int class)"), "version.h"),
    ("check_sizes", "a long file", add("lib/base/planted.c", C_HEAD + "\n" * 400), "402 lines"),
    ("check_sizes", "a long function", add("lib/base/planted.c", C_HEAD + "void planted(void)\n{\n" + "    ;\n" * 60 + "}\n"), "planted has 63"),
    ("check_names", "an organisation in a comment", add("lib/model/planted.c", C_HEAD + "/* as Merton does */\n"), "names Merton"),
    ("check_docs", "a function without a comment",
     insert_before("include/policydoc/version.h", "PDOC_END", "PDOC_API int pdoc_planted(void);\n"), "no /** comment"),
    ("check_docs", "a comment without its release", replace("include/policydoc/version.h", "@since 0.1", ""), "no @since"),
    ("check_docs", "a release that the map does not know", replace("include/policydoc/version.h", "@since 0.1", "@since 0.9"), "@since 0.9"),
    ("check_docs", "a README command that is not there", add("README.md", "\n    sh examples/planted.sh\n"), "examples/planted.sh"),
    ("check_docs", "a command word that is not there", add("README.md", "\n    policydoc plant README.md\n"), "no word plant"),
    ("check_docs", "a file of the command that its map leaves out",
     replace("examples/policydoc/README.md", "`suggest.c`", "`planted.c`"), "suggest.c"),
    ("check_docs", "a link into nothing", add("README.md", "\n[planted](planted.md)\n"), "planted.md"),
    ("check_tables", "a row that is nowhere else", add("lib/model/relations.def", 'PDOC_RELATION("planted-relation", "Planted", "planted-by", "nothing")\n'), "planted-relation"),
    ("check_tables", "a table without a rule", add("lib/base/planted.def", C_HEAD + 'PDOC_PLANTED("planted", "Planted")\n'), "PDOC_PLANTED has no rule"),
    ("check_paths", "a path of a machine", add("lib/model/planted.c", C_HEAD + "/* see /" + "work/x */\n"), "a path of a machine"),
    ("check_paths", "a package registry", add("README.md", "\nhttps://py" + "pi.example.org/\n".replace("example.org", "org")), "registry"),
    ("check_paths", "a password", add("tests/planted.py", 'passw' + 'ord = "abcdefghij"\n'), "a key"),
    ("check_organisations", "a row that the profile does not have", replace("tests/cases/organisations/rule-kinds.tsv", "expiry\tsunset", "expiry\tplanted"),
     "planted is no row"),
    ("check_organisations", "a fact, which judges nothing", replace("tests/cases/organisations/rule-kinds.tsv", "expiry\tsunset", "expiry\tapproved"),
     "approved is no row"),
    ("check_organisations", "an organisation without a folder", add("tests/cases/organisations/rule-kinds.tsv", "planted\texpiry\tsunset\n"), "planted has no folder"),
    ("check_organisations", "a kind that nothing holds, without a reason", add("tests/cases/organisations/rule-kinds.tsv", "aapm\tfreeze\t-\n"), "nothing says why"),
    ("check_organisations", "a kind that nothing holds", add("tests/cases/organisations/rule-kinds.tsv", "aapm\tfreeze\t\n"), "held by nothing"),
    ("check_organisations", "a kind that is there twice", add("tests/cases/organisations/rule-kinds.tsv", "aapm\texpiry\tsunset\n"), "expiry of aapm is there twice"),
    ("check_organisations", "a line with two columns", add("tests/cases/organisations/rule-kinds.tsv", "aapm\texpiry\n"), "2 columns, expected 3"),
    ("check_organisations", "other names of columns", replace("tests/cases/organisations/rule-kinds.tsv", "rule-kind", "kind"), "must name the columns"),
    ("check_requirements", "a row of a profile that is not there",
     replace("tests/requirements.tsv", "rule:multi-agency/types/policy", "rule:multi-agency/types/planted"), "types/planted does not exist"),
    ("check_requirements", "a row that a profile has lost",
     replace("lib/profiles/merton-mscp.xml", '<question id="plain-english"', '<question id="planted"'), "checklists/plain-english does not exist"),
    ("check_requirements", "a code that a table has lost",
     replace("lib/model/findings.def", '"name-variant"', '"planted"'), "finding:name-variant does not exist"),
    ("check_requirements", "a table that profiles do not have",
     replace("tests/requirements.tsv", "rule:multi-agency/types/policy", "rule:multi-agency/planted/policy"), "not rule:PROFILE/TABLE/ID"),
    ("check_requirements", "a kind of thing that is not there", replace("tests/requirements.tsv", "field:type", "planted:type"), "no such kind"),
    ("check_requirements", "a test that is not there", replace("tests/requirements.tsv", "test:test_round_trip", "test:test_planted"),
     "test_planted: there is no such test"),
    ("check_requirements", "a test function that is not there",
     replace("tests/requirements.tsv", "/a_version_goes_through_its_life", "/planted"), "test_phase/planted: there is no such test"),
    ("check_requirements", "a case that is not there",
     replace("tests/requirements.tsv", "case:test_in_force/each_day_has_its_version", "case:test_in_force/planted"), "test_in_force/planted: there is no such test function"),
    ("check_requirements", "a case that is a whole program",
     replace("tests/requirements.tsv", "case:test_in_force/each_day_has_its_version", "case:test_in_force"), "case:test_in_force: there is no such test function"),
    ("check_requirements", "a strange state", replace("tests/requirements.tsv", "R-A2\tdone", "R-A2\tnever"), "the state never"),
    ("check_requirements", "an issue that is not there", add("tests/requirements.tsv", "R-Z1\tlater\tplanted\n"),
     "planted is no later issue"),
    ("check_requirements", "a requirement done by nothing", add("tests/requirements.tsv", "R-Z1\tdone\t\n"), "R-Z1: what covers it is missing"),
    ("check_requirements", "a line with two columns", add("tests/requirements.tsv", "R-Z1\tdone\n"), "2 columns, expected 3"),
    ("check_requirements", "a summary that is out of date", replace("tests/README.md", "| seed | done |", "| seed | planted |"),
     "has no line \"| seed | done |"),
    ("check_requirements", "a line that is there twice", add("tests/requirements.tsv", "R-A1\tdone\tfield:title\n"), "R-A1 is there twice"),
    ("check_spdx", "a file without a licence", add("lib/base/planted.c", "int planted;\n"), "first line"),
    ("check_spdx", "a file that does not say what for", add("lib/base/planted.c", "/* SPDX-License-Identifier: MIT */\nint planted;\n"), "second line"),
]

# (symbol that is called, source path, or None where the object is fine)
IMPORTS = [
    ("int puts(const char *); void f(void) { puts(\"\"); }", "lib/model/planted.c", "imports puts"),
    ("long time(long *); long f(void) { return time(0); }", "lib/base/system.c", "imports time"),
    ("char *getenv(const char *); char *f(void) { return getenv(\"\"); }", "lib/base/text.c", "imports getenv"),
    ("void exit(int); void f(void) { exit(1); }", "lib/base/text.c", "imports exit"),
    ("void *malloc(unsigned long); void *f(void) { return malloc(9); }", "lib/model/planted.c", "only lib/base/alloc.c may"),
    ("int unlink(const char *); int f(void) { return unlink(\"\"); }", "lib/xml/planted.c", "only lib/base/system.c may"),
    ("void xmlCleanupParser(void); void f(void) { xmlCleanupParser(); }", "lib/xml/sax.c", "imports xmlCleanupParser"),
    ("void xmlSetGenericErrorFunc(void *, void *); void f(void) { xmlSetGenericErrorFunc(0, 0); }", "lib/xml/sax.c", "only lib/xml/sax_hooks.c may"),
    ("void xmlInitParser(void); void f(void) { xmlInitParser(); }", "lib/publish/planted.c", "only lib/xml/ may"),
    ("void *malloc(unsigned long); void *f(void) { return malloc(9); }", "lib/base/alloc.c", None),
    ("void xmlSetGenericErrorFunc(void *, void *); void f(void) { xmlSetGenericErrorFunc(0, 0); }", "lib/xml/sax_hooks.c", None),
]


def copy_of(tree, folder):
    keep = ["lib", "include", "examples", "tests", "bindings", "pkgconfig", "CMakeLists.txt", "CMakePresets.json", "README.md",
            "CHANGELOG.md", "LICENSE", ".ci"]
    for name in keep:
        if (tree / name).is_dir():
            shutil.copytree(tree / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "corpus"))
        elif (tree / name).exists():
            shutil.copy(tree / name, folder / name)
    (folder / "examples").mkdir(exist_ok=True)


def run(check, *arguments):
    done = subprocess.run([sys.executable, str(HERE / f"{check}.py"), *map(str, arguments)], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def planted_faults(tree):
    untouched = {}
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder)
        copy_of(tree, copy)
        for check, what, (place, plant), words in FAULTS:
            if check not in untouched:
                untouched[check] = run(check, copy)[1]
            path = copy / place
            old = path.read_text() if path.exists() else None
            path.write_text(plant(old or ""))
            code, output = run(check, copy)
            if code != 1 or words not in output or words in untouched[check]:
                yield f"{check} does not see {what}: ended with {code}\n{output}"
            if old is None:
                path.unlink()
            else:
                path.write_text(old)


def planted_requirements(tree):
    """One requirement that has no line, one without a case of both, and lines of which no requirement is known."""
    with tempfile.TemporaryDirectory() as folder:
        data = pathlib.Path(folder) / "data"
        data.mkdir()
        (data / "requirements.md").write_text("| R-A1 | 3 | a | b | c | CHECK |\n| R-A5 | 3 | a | b | c | FLOW |\n"
                                            "| R-E999 | 3 | a | b | c | TEXT |\n")
        done = subprocess.run([sys.executable, str(HERE / "check_requirements.py"), str(tree)], capture_output=True, text=True,
                              check=False, env={**os.environ, "PDOC_SHARED": folder})
        for words in ["R-E999 has no line", "R-A2 is no requirement", "R-A5 (FLOW) names nothing that has a met and a not-met case"]:
            if done.returncode != 1 or words not in done.stdout:
                yield f"check_requirements does not say {words!r}:\n{done.stdout}{done.stderr}"


def planted_records(tree):
    """A record with a kind of rule that no line holds."""
    with tempfile.TemporaryDirectory() as folder:
        data = pathlib.Path(folder) / "data/governance"
        data.mkdir(parents=True)
        (data / "aapm.yaml").write_text("kind: policy-on-policies\nrule_kinds: [expiry, planted]\n")
        done = subprocess.run([sys.executable, str(HERE / "check_organisations.py"), str(tree)], capture_output=True, text=True,
                              check=False, env={**os.environ, "PDOC_SHARED": folder})
        if done.returncode != 1 or "planted of aapm has no line" not in done.stdout or "expiry of" in done.stdout:
            yield f"check_organisations does not see a kind of rule without a line:\n{done.stdout}{done.stderr}"


def planted_bank_holidays(tree):
    """A list with a day too many and one too few, and no list at all."""
    with tempfile.TemporaryDirectory() as folder:
        def compare():
            done = subprocess.run([sys.executable, str(HERE / "compare_bank_holidays.py"), str(tree)], capture_output=True, text=True,
                                  check=False, env={**os.environ, "PDOC_SHARED": folder})
            return done.returncode, done.stdout + done.stderr
        if compare()[0] != 77:
            yield "compare_bank_holidays does not say that there is no list"
        path = pathlib.Path(folder) / "data/scheduling/data/bank_holidays_govuk_2011_2028.csv"
        path.parent.mkdir(parents=True)
        rows = [f"{file.stem},{day},A day\n" for file in sorted((tree / "lib/calendars").glob("*.xml"))
                for day in re.findall(r' on="([0-9-]+)"', file.read_text())]
        path.write_text("division,date,title\n" + "".join(rows))
        if compare()[0] != 0:
            yield f"compare_bank_holidays sees differences where there are none:\n{compare()[1]}"
        path.write_text("division,date,title\n" + "".join(rows[1:]) + "scotland,2026-06-16,Planted\n")
        for words in ["england-and-wales: 2011-01-03", "is ours, and not listed", "scotland: 2026-06-16 (Planted) is listed, and not ours"]:
            code, output = compare()
            if code != 1 or words not in output:
                yield f"compare_bank_holidays does not say {words!r}:\n{output}"


def planted_imports():
    for source, path, words in IMPORTS:
        with tempfile.TemporaryDirectory() as folder:
            place = pathlib.Path(folder) / (path + ".o")
            place.parent.mkdir(parents=True)
            library = pathlib.Path(folder) / "library.so"
            for output, options in [(place, ["-c"]), (library, ["-shared"])]:
                subprocess.run(["cc", "-w", "-fno-builtin", "-fPIC", *options, "-x", "c", "-", "-o", output], input=source, text=True, check=True)
            code, output = run("check_imports", library, folder)
            if (words is None and code) or (words is not None and (code != 1 or words not in output)):
                yield f"check_imports is wrong about {path} with {source}: ended with {code}\n{output}"


def planted_export():
    """A library that exports one function too many, and none of the others."""
    with tempfile.TemporaryDirectory() as folder:
        library = pathlib.Path(folder) / "library.so"
        subprocess.run(["cc", "-shared", "-fPIC", "-x", "c", "-", "-o", library], input="int pdoc_planted;\n", text=True, check=True)
        code, output = run("check_exports", ROOT, library)
        for words in ["exported by library.so, not in lib/policydoc.map: pdoc_planted", "not exported by library.so: pdoc_version"]:
            if code != 1 or words not in output:
                yield f"check_exports does not say {words!r}:\n{output}"


def main():
    tree = root_from_arguments()
    problems = [*planted_faults(tree), *planted_requirements(tree), *planted_records(tree), *planted_bank_holidays(tree), *planted_imports(), *planted_export()]
    finish(problems, f"{len(FAULTS) + len(IMPORTS) + 10} planted faults seen")


if __name__ == "__main__":
    main()
