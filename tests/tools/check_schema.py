#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""check_schema.py SOURCE: the published schema knows every word of the tables, takes good files and refuses broken ones.

xmllint judges, so that the schema is held against a validator and not against lxml alone."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

XS = "{http://www.w3.org/2001/XMLSchema}"
HEAD = '<register xmlns="urn:policydoc:1" schema-version="1.0">'
DOCUMENT = HEAD + '<document id="d1">%s</document></register>'
EVENT = DOCUMENT % '<history>%s</history>'

BROKEN = [
    '<register xmlns="urn:policydoc:1"/>',
    '<register xmlns="urn:policydoc:2" schema-version="1.0"/>',
    '<register xmlns="urn:policydoc:1" schema-version="2.0"/>',
    '<other xmlns="urn:policydoc:1"/>',
    HEAD + '<profile from="2020"/></register>',
    HEAD + '<profile ref="p" from="2023-02-30"/></register>',
    HEAD + '<profile ref="p" from="2023-13"/></register>',
    HEAD + '<profile ref="p" from="2023-06-30Z"/></register>',
    HEAD + '<party code="a"/></register>',
    HEAD + '<party><name>A</name></party></register>',
    HEAD + '<document/></register>',
    HEAD + '<document id="1"/></register>',
    HEAD + '<calendar ref="c"><non-working on="2026-12"/></calendar></register>',
    HEAD + '<party code="a"><name>A</name><meets rule="FREQ=DAILY"/></party></register>',
    HEAD + '<party code="a"><name>A</name><meets start="2026-01-20"/></party></register>',
    HEAD + '<party code="a"><name>A</name><meets rule="FREQ=DAILY" start="2026-01-20" on-holiday="next"/></party></register>',
    HEAD + '<party code="a"><name>A</name><meeting on="2026-01-20"/></party></register>',
    HEAD + '<party code="a"><name>A</name><meeting on="2026-01" state="held"/></party></register>',
    HEAD + '<party code="a"><name>A</name><meeting on="2026-01-20" state="expected"/></party></register>',
    HEAD + '<party code="a"><name>A</name><meeting on="2026-01-20" state="held"><attendee as="there">p</attendee></meeting></party></register>',
    HEAD + '<document id="d1"/><forward-plan-item document="d1"/></register>',
    HEAD + '<document id="d1"/><forward-plan-item document="d1" meeting="2026"/></register>',
    DOCUMENT % '<titel>T</titel>',
    DOCUMENT % '<version/>',
    DOCUMENT % '<version n="0"/>',
    DOCUMENT % '<version n="1"><front-sheet><row state="full"/></front-sheet></version>',
    DOCUMENT % '<version n="1"><content/></version>',
    DOCUMENT % '<version n="1"><content href="h" sha256="12"/></version>',
    DOCUMENT % '<relation kind="cites"/>',
    DOCUMENT % '<property name="n"/>',
    EVENT % '<decided id="e1"/>',
    EVENT % '<decided on="2020"/>',
    EVENT % '<decided id="e1" on="2020" outcome="maybe"/>',
    EVENT % '<decided id="e1" on="2020" colour="red"/>',
    EVENT % '<happened id="e1" on="2020"/>',
    EVENT % '<remarked id="e1" on="2020" number="many"/>',
    EVENT % '<remarked id="e1" on="2020" legal-advice="perhaps"/>',
    '<profile xmlns="urn:policydoc:1"/>',
    '<profile xmlns="urn:policydoc:1" id="p"><types><type base="rule" id="t"/></types></profile>',
    '<profile xmlns="urn:policydoc:1" id="p"><schedule><due id="d" offset="3 years"/></schedule></profile>',
    '<profile xmlns="urn:policydoc:1" id="p"><requirements><requirement id="r"><must><is of="x"/></must></requirement></requirements></profile>',
    '<profile xmlns="urn:policydoc:1" id="p"><requirements><requirement id="r"><must/></requirement></requirements></profile>',
]
GOOD = [
    HEAD + '</register>',
    HEAD + '<profile ref="p" from="2023" to="2023-06"/></register>',
    HEAD[:-1] + ' xmlns:x="urn:x" x:a="1" xml:lang="cy"><x:b/><title xml:lang="en">T<x:c/></title></register>',
    HEAD + '<calendar ref="c" source="s"><non-working on="2026-12-24"/><working from="2026-12-28" to="2026-12-29" name="n"/></calendar></register>',
    HEAD + '<party code="a"><name>A</name><meets rule="FREQ=MONTHLY;BYDAY=3TU" start="2026-01-20" on-holiday="skip"/>'
           '<meeting on="2026-01-20" state="held"><note>n</note><attendee as="deputy">p</attendee></meeting></party></register>',
    HEAD + '<document id="d1"/><forward-plan-item document="d1" meeting="2027-06" deferred-to="2027-07-01"><note>n</note></forward-plan-item></register>',
    EVENT % '<decided id="e1" on="2020-02-29" outcome="approved"><note>n</note></decided>',
    DOCUMENT % '<version n="1"><front-sheet><row field="of-our-own" state="unknown"><label>L</label></row></front-sheet></version>',
    '<profile xmlns="urn:policydoc:1" id="p" due-soon="-3 working-days"><routes><anything/></routes></profile>',
]


def codes(path, macro, position):
    rows = re.findall(rf"^{macro}\((.*)\)\s*$", path.read_text(encoding="utf-8"), re.M)
    return [re.findall(r'"([^"]*)"', row)[position] for row in rows]


def table_problems(source, schema):
    root = ET.parse(schema).getroot()
    elements = {node.get("name") for node in root.iter(XS + "element")}
    attributes = {node.get("name") for node in root.iter(XS + "attribute")}
    words = {node.get("value") for node in root.iter(XS + "enumeration")}
    model = source / "lib/model"
    wanted = [("field", codes(model / "fields.def", "PDOC_FIELD", 0), words),
              ("event", codes(model / "events.def", "PDOC_EVENT", 0), elements),
              ("relation", codes(model / "relations.def", "PDOC_RELATION", 0), words),
              ("party kind", codes(model / "kinds.def", "PDOC_PARTY_KIND", 0), words),
              ("schedule kind", codes(model / "kinds.def", "PDOC_SCHEDULE_KIND", 0), words),
              ("base type", codes(model / "kinds.def", "PDOC_BASE_TYPE", 0), words),
              ("step kind", codes(model / "kinds.def", "PDOC_STEP_KIND", 0), words),
              ("event attribute", codes(model / "event_attributes.def", "PDOC_ATTRIBUTE", 0), elements | attributes),
              ("element", [name for name in re.findall(r'^PDOC_ELEMENT\(\w+, \w+, "([^"]+)"', (source / "lib/xml/elements.def").read_text(), re.M)],
               elements)]
    for what, names, known in wanted:
        if len(names) < 5:
            yield f"only {len(names)} rows of {what} were found"
        for name in names:
            if name not in known:
                yield f"the schema does not know the {what} {name}"


def takes(schema, path):
    return subprocess.run(["xmllint", "--nonet", "--noout", "--schema", schema, path], capture_output=True, check=False).returncode == 0


def file_problems(source, schema):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "case.xml"
        for expected, cases in ((True, GOOD), (False, BROKEN)):
            for case in cases:
                path.write_text(case, encoding="utf-8")
                if takes(schema, path) != expected:
                    yield f"{'refused' if expected else 'taken'}: {case}"
    for path in sorted([*source.glob("examples/registers/*.xml"), *source.glob("lib/profiles/*.xml")]):
        if not takes(schema, path):
            yield f"refused: {path.relative_to(source)}"


def main():
    source = pathlib.Path(sys.argv[1])
    schema = source / "lib/schema/policydoc-1.xsd"
    problems = list(table_problems(source, schema))
    if shutil.which("xmllint"):
        problems += file_problems(source, schema)
    else:
        print("xmllint is not installed: only the tables were compared")
    print("\n".join(problems) or "the schema knows every word")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
