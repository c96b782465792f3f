#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes the parts of policydoc-1.xsd that the tables of the library decide: words, events, practice issues, profiles.

make_schema.py            prints the whole schema
make_schema.py --write    writes it

A made part stands between <!-- made: NAME --> and <!-- end of NAME -->; all else is by hand and stays as it is, so are the
types that a row of BY_HAND names. What this program does not understand in a table stops it: a schema with a hole is worse."""
import pathlib
import re
import sys
import typing
from xml.sax.saxutils import escape, quoteattr

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHEMA = pathlib.Path(__file__).resolve().parent / "policydoc-1.xsd"

# What the type of a member is where its form does not tell, and which are needed: list of members, name, type, needed.
BY_HAND = {
    ("pdoc__rule_members", "id"): ("row-id", True),
    ("pdoc__rule_members", "withdrawn"): ("true-false", False),
    ("pdoc__profile_members", "id"): ("profile-id", True),
    ("pdoc__profile_members", "review-by"): ("field-code", False),
    ("pdoc__profile_members", "body-field"): ("field-code", False),
    ("pdoc__profile_members", "source"): ("source", False),
    ("pdoc__profile_members", "schema-version"): ("schema-version", False),
    ("pdoc__profile_members", "must-understand"): ("xs:string", False),
    ("party_members", "kind"): ("party-kind", False),
    ("fact_members", "event"): ("event-kinds", False),
    ("due_members", "anchors"): ("xs:string", False),
    ("due_members", "printed"): ("field-code", False),
    ("requirement_members", "by"): ("by", False),
    ("step_members", "body"): ("xs:string", False),
    ("step_members", "who"): ("xs:string", False),
    ("step_members", "done"): ("xs:string", False),
    ("step_members", "begun"): ("xs:string", False),
    ("reminder_members", "recipient"): ("xs:string", False),
}
FORM_TYPES = {"TEXT": "xs:string", "WORDS": "xs:string", "PARTIES": "xs:string", "BYTE": "number-to-255",
              "SIGNED": "number-to-100", "DATE": "date", "OFFSET": "offset"}
ELEMENT_TYPES = {"TEXT": "text", "TEXTS": "text", "PREDICATE": "predicate"}
EVENT_TYPES = {"TEXT": "xs:string", "CODE": "xs:string", "PARTY": "xs:string", "VERSION": "xs:string", "URI": "xs:string",
               "LIST": "xs:string", "PERIOD": "offset", "DATE": "date", "EVENT": "id", "NUMBER": "whole-number", "FLAG": "yes-no"}
ISSUE_TYPES = {"CODE": "case-code", "CODES": "case-codes", "NAME": "case-name", "NAMES": "case-names",
               "CASE": "case-reference", "PARTICIPANTS": "participants", "STEP": "case-name",
               "FLAG": "yes-no", "DAY": "whole-day", "TIME": "time-of-day"}
ISSUE_NEEDS = {"issue": {"track", "case", "on", "by"}, "step": {"kind", "on"}}
OUTCOME = "outcome"  # of a decision it is one of a closed list: by hand


def stop(what):
    sys.exit(f"make_schema.py: {what}")


def source(path):
    return re.sub(r"/\*.*?\*/", "", (ROOT / path).read_text(encoding="utf-8"), flags=re.S)


# ---- the tables of words ----

def arguments(row):
    return [quoted if quoted else bare.strip() for quoted, bare in re.findall(r'"((?:[^"\\]|\\.)*)"|([^",\s][^",]*)', row)]


def rows_of(macro, parameters, path):
    """The rows of a .def file, each with the names that vocabulary.c gives to its arguments."""
    rows = [arguments(row) for row in re.findall(rf'^{macro}\(((?:"(?:[^"\\]|\\.)*"|[^"()])*)\)', source(path), re.M)]
    if not rows or any(len(row) != len(parameters) for row in rows):
        stop(f"{path}: the rows of {macro} are not of {len(parameters)} arguments")
    return [dict(zip(parameters, row)) for row in rows]


def vocabulary():
    """Every table of words by its number's name (PDOC_TABLE_ ...); a word has at least word (its code) and text (its meaning)."""
    text = source("lib/model/vocabulary.c").replace("\\\n", " ")
    arrays = {}
    for name, body in re.findall(r"static const struct pdoc__word (\w+)\[\] = \{(.*?)\n\};", text, re.S):
        used = re.search(r'#include "(model/\w+\.def)"', body)
        macro = re.findall(r"#define (PDOC_\w+)\(([\w, ]+)\)", text[:text.index(f"pdoc__word {name}[]")])
        if used:
            arrays[name] = rows_of(macro[-1][0], macro[-1][1].split(", "), "lib/" + used.group(1))
        else:
            arrays[name] = [{"word": code, "text": meaning}
                            for code, meaning in re.findall(r'\.code = "([^"]+)".*?\.meaning = "([^"]+)"', body, re.S)]
    return {table: arrays[name] for table, name in re.findall(r"\[(PDOC_TABLE_\w+)\] = TABLE\((\w+)\)", text)}


# ---- the tables of elements ----

class Member(typing.NamedTuple):
    name: str
    is_element: bool
    type: str  # of the schema; "": one of words
    words: tuple
    is_needed: bool


class Row(typing.NamedTuple):
    table: str
    name: str
    label: str
    members: str


MACRO = re.compile(r"\b(ATTRIBUTE|ELEMENT|CHOOSE|LOOK_UP|LATER_ELEMENT|LATER|TABLE)\(([^()]*)\)")


def entries(name, body):
    """What a list of the C tables holds, as macro and arguments; stops at what is none of the known macros."""
    rest = re.search(r"\w+", re.sub(r"\[\w+\]\s*=|\bEND\b", "", MACRO.sub("", body)))
    if rest:
        stop(f"{name} holds what is none of the known macros: {rest.group(0)}")
    return [(macro, arguments(row)) for macro, row in MACRO.findall(body)]


def words_of_member(macro, given, choices, tables):
    if macro == "CHOOSE":
        return tuple(choices[given[4]])
    return tuple(word["word"] for word in tables[given[4]]) if macro == "LOOK_UP" else ()


def member_of(where, macro, given, choices, tables):
    name, is_element = given[0], macro.endswith("ELEMENT")
    words = words_of_member(macro, given, choices, tables)
    kind, needed = BY_HAND.get((where, name), ("", False))
    if words == ("false", "true"):
        kind, words = "true-false", ()
    elif not kind and not words:
        form = "LATER" if macro.startswith("LATER") else given[1].replace("PDOC__FORM_", "")
        kind = (ELEMENT_TYPES if is_element else FORM_TYPES).get(form)
    if kind is None:
        stop(f"{where}: the type of {name} is not known; its form needs a row, or it needs one of BY_HAND")
    return Member(name, is_element, kind, words, needed)


def strings(text):
    return {name: re.findall(r'"([^"]*)"', body)
            for name, body in re.findall(r"static const char \*const (\w+)\[\] = \{(.*?)\};", text, re.S)}


def forms(tables):
    """The lists of members by their names, and the rows of all tables in their order."""
    lists, rows = {}, []
    shared = strings(source("lib/xml/profile_forms.h"))
    for path in sorted((ROOT / "lib/xml").glob("profile_tables*.c")):
        text = source(path.relative_to(ROOT))
        choices = {**shared, **strings(text)}
        for name, body in re.findall(r"const struct pdoc__member (\w+)\[\] = \{(.*?)\n\};", text, re.S):
            lists[name] = [member_of(name, *entry, choices, tables) for entry in entries(name, body)]
        for body in re.findall(r"const struct pdoc__row_form \w+\[\w+\] = \{(.*?)\n\};", text, re.S):
            rows += [Row(*given[:3], given[5]) for _, given in entries("the rows", body)]
    for where, name in BY_HAND:
        if name not in [member.name for member in lists.get(where, [])]:
            stop(f"{where} has no {name}, and BY_HAND has")
    return lists, rows


# ---- what is written ----

def meaning(text):
    return f'<xs:annotation><xs:documentation xml:lang="en">{escape(text)}</xs:documentation></xs:annotation>'


def enumeration(words):
    return "".join(f"<xs:enumeration value={quoteattr(word)}/>" for word in words)


def known_words(tables, table, name, about):
    rows = [f"    <xs:enumeration value={quoteattr(word['word'])}>{meaning(word['text'])}</xs:enumeration>" for word in tables[table]]
    return ["<!-- Open: the known words, so that editors offer them, or any other. -->",
            f'<xs:simpleType name="known-{name}">', f"  {meaning(about)}", '  <xs:restriction base="xs:string">', *rows,
            "  </xs:restriction>", "</xs:simpleType>",
            f'<xs:simpleType name="{name}"><xs:union memberTypes="known-{name} xs:string"/></xs:simpleType>']


def events(tables):
    return ["<xs:element name={} type=\"{}\">{}</xs:element>".format(
        quoteattr(kind["word"]), "decided" if kind["word"] == "decided" else "event", meaning(kind["text"]))
            for kind in tables["PDOC_TABLE_EVENT_KIND"]]


def event_kinds(tables):
    words = enumeration(kind["word"] for kind in tables["PDOC_TABLE_EVENT_KIND"])
    return ['<xs:simpleType name="event-kind"><xs:restriction base="xs:string">', f"  {words}", "</xs:restriction></xs:simpleType>"]


def event_members(tables, form):
    return [word for word in tables["PDOC_TABLE_EVENT_ATTRIBUTE"] if word["form"] == form and word["word"] != OUTCOME]


def event_attributes(tables):
    return [f"<xs:attribute name={quoteattr(word['word'])} type=\"{EVENT_TYPES[word['kind']]}\">{meaning(word['text'])}</xs:attribute>"
            for word in event_members(tables, "ATTRIBUTE")]


def event_elements(tables):
    return [f"<xs:element name={quoteattr(word['word'])} type=\"text\">{meaning(word['text'])}</xs:element>"
            for word in event_members(tables, "ELEMENT")]


def choice_attribute(name, words):
    return [f"<xs:attribute name={quoteattr(name)}>",
            f'  <xs:simpleType><xs:restriction base="xs:string">{enumeration(words)}</xs:restriction></xs:simpleType>',
            "</xs:attribute>"]


def issue_attributes(tables, of):
    rows = tables["PDOC_TABLE_ISSUE_ATTRIBUTE" if of == "issue" else "PDOC_TABLE_ISSUE_STEP_ATTRIBUTE"]
    lines = []
    for row in rows:
        kind = "step-kind" if (of, row["word"]) == ("step", "kind") else ISSUE_TYPES[row["form"]]
        needed = ' use="required"' if row["word"] in ISSUE_NEEDS[of] else ""
        lines.append(f"<xs:attribute name={quoteattr(row['word'])} type=\"{kind}\"{needed}>{meaning(row['text'])}</xs:attribute>")
    return lines


def step_kinds(tables):
    rows = [f"  <xs:enumeration value={quoteattr(word['word'])}>{meaning(word['text'])}</xs:enumeration>"
            for word in tables["PDOC_TABLE_ISSUE_STEP"]]
    return ['<xs:simpleType name="step-kind"><xs:restriction base="xs:string">', *rows, "</xs:restriction></xs:simpleType>"]


def attributes(members):
    lines = []
    for member in (member for member in members if not member.is_element):
        needed = ' use="required"' if member.is_needed else ""
        lines += choice_attribute(member.name, member.words) if member.words else [
            f"<xs:attribute name={quoteattr(member.name)} type=\"{member.type}\"{needed}/>"]
    return lines


def elements(members):
    return [f"<xs:element name={quoteattr(member.name)} type=\"{member.type}\"/>" for member in members if member.is_element]


def indented(depth, lines):
    return [" " * depth + line for line in lines]


def choice_of(lines):
    return ['<xs:choice minOccurs="0" maxOccurs="unbounded">', *indented(2, lines), '  <xs:group ref="foreign"/>', "</xs:choice>"]


def row_element(row, members):
    label = [f'<xs:element name="{row.label}" type="text"/>']
    return [f'<xs:element name="{row.name}">', "  <xs:complexType>", *indented(4, choice_of(label + elements(members))),
            *indented(4, attributes(members)), '    <xs:attributeGroup ref="rule"/>', "  </xs:complexType>", "</xs:element>"]


def in_tables(rows):
    """Elements of tables in their order, each with all rows that stand in it."""
    return {name: [row for row in rows if row.table == name] for name in dict.fromkeys(row.table for row in rows)}


def profile_tables(lists, rows):
    lines = []
    for name, kinds in in_tables(rows).items():
        inner = [line for row in kinds for line in row_element(row, lists[row.members])]
        lines += [f'<xs:complexType name="{name}">', *indented(2, choice_of(inner)),
                  '  <xs:attributeGroup ref="foreign"/>', "</xs:complexType>"]
    return lines


def made_parts():
    """What stands between the marks, by their names."""
    tables = vocabulary()
    lists, rows = forms(tables)
    roots = [f'<xs:element name="{name}" type="{name}"/>' for name in in_tables(rows)]
    return {
        "field codes": known_words(tables, "PDOC_TABLE_FIELD", "field-code", "Fields of front sheets."),
        "kinds of relation": known_words(tables, "PDOC_TABLE_RELATION_KIND", "relation-kind", "Kinds of relation between works."),
        "kinds of party": known_words(tables, "PDOC_TABLE_PARTY_KIND", "party-kind", "Kinds of party."),
        "kinds of event": event_kinds(tables),
        "kinds of step": step_kinds(tables),
        "attributes of a step": issue_attributes(tables, "step"),
        "attributes of an issue": issue_attributes(tables, "issue"),
        "events": events(tables),
        "elements of an event": event_elements(tables),
        "attributes of an event": event_attributes(tables),
        "elements of a profile": elements(lists["pdoc__profile_members"]) + roots,
        "attributes of a profile": attributes(lists["pdoc__profile_members"]),
        "attributes of a row": attributes(lists["pdoc__rule_members"]),
        "tables of a profile": profile_tables(lists, rows),
    }


def schema(text):
    """The schema with its made parts made again."""
    parts = made_parts()
    marks = re.findall(r"<!-- made: (.*?) -->", text)
    if sorted(marks) != sorted(parts):
        stop(f"{SCHEMA.name} needs each of these marks once: {', '.join(sorted(parts))}; it has {', '.join(sorted(marks))}")
    for name, lines in parts.items():
        pattern = rf"^( *)<!-- made: {name} -->\n.*?^ *<!-- end of {name} -->\n"
        found = re.search(pattern, text, re.S | re.M)
        if not found:
            stop(f"{SCHEMA.name} has no end of {name}")
        whole = [f"<!-- made: {name} -->", *lines, f"<!-- end of {name} -->"]
        text = text[:found.start()] + "".join(f"{found.group(1)}{line}\n" for line in whole) + text[found.end():]
    return text


def main(given):
    if given not in ([], ["--write"]):
        sys.exit(__doc__)
    whole = schema(SCHEMA.read_text(encoding="utf-8"))
    if given:
        SCHEMA.write_bytes(whole.encode())
    else:
        sys.stdout.buffer.write(whole.encode())


if __name__ == "__main__":
    main(sys.argv[1:])
