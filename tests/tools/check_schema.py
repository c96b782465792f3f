#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""check_schema.py SOURCE: the published schema knows every word of the tables, takes good files and refuses broken ones.

The tables are read here once more, and not by the program that makes the schema, so that a slip in it shows too.

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
PROFILE = '<profile xmlns="urn:policydoc:1" id="p">%s</profile>'
ISSUE = HEAD + '<issue id="i1" track="t" case="c-1" on="2026-01-05" by="p">%s</issue></register>'

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
    EVENT % '<action-agreed id="e1" on="2020" due="2021"/>',
    ISSUE % '<step id="s1" kind="shouted" on="2026-01-06"/>',
    ISSUE % '<step id="s1" kind="noted" on="2026-01-06" outcome="he was hurt"/>',
    ISSUE % '<note>he was hurt</note>',
    PROFILE % '<anything/>',
    PROFILE % '<sets><set id="two words"/></sets>',
    PROFILE % '<types><type id="t" base="policy" alone="by-container"/></types>',
    PROFILE % '<sections><section id="s" binding="by-container"/></sections>',
    PROFILE % '<sections><statement id="s" section="scope"/></sections>',
    PROFILE % '<fields><field id="f" block="256"/></fields>',
    PROFILE % '<facts><fact id="f" event="decided dreamt"/></facts>',
    PROFILE % '<plan><step id="s" kind="papers" route-time="notice"/></plan>',
    PROFILE % '<routes><anything/></routes>',
    PROFILE % '<routes><route id="r" kind="sign-off"/></routes>',
    PROFILE % '<routes><duty id="d" kind="signing"/></routes>',
    PROFILE % '<routes><duty id="d" kind="sign-off" quorum="many"/></routes>',
    PROFILE % '<routes><duty id="d" kind="consultation" reply="three weeks"/></routes>',
    PROFILE % '<flow><duty id="d" kind="sign-off"/></flow>',
    PROFILE % '<flow><state id="s" phase="asleep"/></flow>',
    PROFILE % '<flow><transition id="t" purpose="fun"/></flow>',
    PROFILE % '<flow><transition id="t"><must/></transition></flow>',
    PROFILE % '<flow><amendment id="a" step="huge"/></flow>',
    PROFILE % '<flow><scheme id="s" form="roman"/></flow>',
    PROFILE % '<flow><extension id="e" forbidden="yes"/></flow>',
    PROFILE % '<flow><freeze id="f" hash="sha256"/></flow>',
    PROFILE % '<checklists><question id="q" answer="yes"/></checklists>',
    PROFILE % '<references><reference id="r" kind="law"/></references>',
    PROFILE % '<tracks><track id="t" stages="a b"/></tracks>',
    PROFILE % '<tracks><stage id="s" track="t" kind="rung"/></tracks>',
    PROFILE % '<tracks><stage id="s" track="t" limit="soon"/></tracks>',
    PROFILE % '<tracks><stage id="s" track="t" record-modality="shall"/></tracks>',
    PROFILE % '<cues><cue id="c" weight="101"/></cues>',
    PROFILE % '<cues><cue id="c" weight="+3"/></cues>',
    PROFILE % '<cues><cue id="c" where="margin"/></cues>',
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
    '<profile xmlns="urn:policydoc:1" id="p" due-soon="-3 working-days"><routes/></profile>',
    EVENT % '<action-agreed id="e1" on="2020" item="training" by="trainer" deadline="2021"/>',
    ISSUE % '<step id="s1" kind="noted" on="2026-01-06" conditions="immediate-welfare"/>',
    PROFILE % '<x:anything xmlns:x="urn:x"/><flow xmlns:x="urn:x" x:a="1"><x:state/><freeze id="f" x:a="1"><x:b/></freeze></flow>',
    PROFILE % '<facts><fact id="f" event="decided amended"/><fact id="g" fallback="date-approved"/></facts>',
    PROFILE % '<routes><duty id="d" kind="sign-off" routes="r" quorum="2"/><route id="r"><label>R</label>'
              '<when><present of="type"/></when></route></routes>',
    PROFILE % '<flow><freeze id="f" hash="true"/><state id="s" phase="in-force"/><scheme id="n" form="integer"/></flow>',
    PROFILE % '<sections><statement id="a"><says>*b*</says></statement><section id="s"><title>S</title></section></sections>',
    PROFILE % '<tracks><stage id="s" track="t" kind="panel" limit="PT48H" any-time="true"/><track id="t"/></tracks>',
    PROFILE % '<cues><cue id="c" weight="-100" types="a b"><phrase>p</phrase><phrase>q</phrase></cue></cues>',
]
# Files of the tree; those below are broken, and there to show what is said of them.
FILES = ["examples/**/*.xml", "lib/profiles/*.xml", "tests/cases/**/*.xml", "tests/bench/*.xml"]
BROKEN_FILES = {"tests/cases/profiles/lint-notes/input.xml", "tests/cases/profiles/many-errors/input.xml"} | {
    f"tests/cases/profiles-broken/{name}.xml" for name in ("attribute-unknown", "element-unknown", "fact-of-unknown-event")}


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
              ("duty of a route", codes(model / "kinds.def", "PDOC_ROUTE_DUTY", 0), words),
              ("scheme of numbers", codes(model / "kinds.def", "PDOC_SCHEME", 0), words),
              ("kind of reference", codes(model / "kinds.def", "PDOC_REFERENCE_KIND", 0), words),
              ("kind of step of an issue", codes(model / "issue_attributes.def", "PDOC_ISSUE_STEP", 0), words),
              ("attribute of an issue", codes(model / "issue_attributes.def", "PDOC_ISSUE_ATTRIBUTE", 0), attributes),
              ("attribute of a step", codes(model / "issue_attributes.def", "PDOC_ISSUE_STEP_ATTRIBUTE", 0), attributes),
              ("event attribute", codes(model / "event_attributes.def", "PDOC_ATTRIBUTE", 0), elements | attributes),
              ("element", [name for name in re.findall(r'^PDOC_ELEMENT\(\w+, \w+, "([^"]+)"', (source / "lib/xml/elements.def").read_text(), re.M)],
               elements)]
    for what, names, known in wanted:
        if len(names) < 5:
            yield f"only {len(names)} rows of {what} were found"
        for name in names:
            if name not in known:
                yield f"the schema does not know the {what} {name}"


def row_forms(source):
    """(table, row, label, list of members) of every row form of a profile, and the (name, is an element) of every list."""
    rows, members = [], {}
    for path in (source / "lib/xml").glob("profile_tables*.c"):
        text = path.read_text(encoding="utf-8")
        rows += re.findall(r'\bTABLE\("([^"]+)", "([^"]+)", "([^"]+)",[^)]*?(\w+)\)', text)
        for name, body in re.findall(r"struct pdoc__member (\w+)\[\] = \{(.*?)\};", text, re.S):
            members[name] = [(word, "ELEMENT" in macro) for macro, word in re.findall(r'(\w+)\("([^"]+)"', body)]
    return rows, members


def named(holder, what):
    return {node.get("name") for node in holder.findall(f".//{XS}{what}")} if holder is not None else set()


def row_problems(source, schema):
    """Every element and attribute of every row form stands in the schema where it stands in a profile, and no other does."""
    root = ET.parse(schema).getroot()
    rows, members = row_forms(source)
    if len(rows) < 20 or len(members) < 20:
        yield f"only {len(rows)} forms of rows and {len(members)} lists of members were found"
    for table, row, label, name in rows:
        holder = root.find(f"./{XS}complexType[@name='{table}']//{XS}element[@name='{row}']/{XS}complexType")
        where = f"{row} in {table}"
        if holder is None or table not in named(root.find(f"./{XS}element[@name='profile']"), "element"):
            yield f"the schema does not know the element {where}"
        for what, wanted in (("attribute", {word for word, is_element in members[name] if not is_element}),
                             ("element", {label} | {word for word, is_element in members[name] if is_element})):
            there = named(holder, what)
            yield from (f"the schema does not know the {what} {word} of {where}" for word in sorted(wanted - there))
            yield from (f"the schema has the {what} {word} of {where}, the tables have not" for word in sorted(there - wanted))
    common = named(root.find(f"./{XS}attributeGroup[@name='rule']"), "attribute")
    if common != {word for word, _ in members["pdoc__rule_members"]}:
        yield f"what every row may have is in the schema {', '.join(sorted(common))}"


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
    paths = sorted(path for pattern in FILES for path in source.glob(pattern))
    names = {path.relative_to(source).as_posix() for path in paths}
    if len(names) < 30 or not BROKEN_FILES <= names:
        yield f"only {len(names)} files were found, or one of the broken ones was not"
    for path in paths:
        name = path.relative_to(source).as_posix()
        if takes(schema, path) == (name in BROKEN_FILES):
            yield f"{'taken' if name in BROKEN_FILES else 'refused'}: {name}"


def main():
    source = pathlib.Path(sys.argv[1])
    schema = source / "lib/schema/policydoc-1.xsd"
    problems = [*table_problems(source, schema), *row_problems(source, schema)]
    if shutil.which("xmllint"):
        problems += file_problems(source, schema)
    else:
        print("xmllint is not installed: only the tables were compared")
    print("\n".join(problems) or "the schema knows every word")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
