#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""check_round_trip.py SOURCE REWRITE: every register file of the tree, and many generated ones, read and written again.

Each must be the same by the independent comparison (compare_xml.py), a second time byte for byte, and valid by the
schema where the generated one was. The comparison itself must find differences that are planted."""
import pathlib
import random
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from compare_xml import compare  # noqa: E402 (ends with 77 without lxml)
from lxml import etree  # noqa: E402

FIELDS = ["author", "approved-by", "date-review", "date-approved", "purpose", "keywords", "of-our-own"]
TEXTS = ["June 2023", "NA", "", " ", "Safe & \"sound\" <b>", "two\n lines\t", "Ŵy – ‘dyfyniad’", "V1", "–"]
EVENTS = ["decided", "reviewed", "published", "remarked", "consultation-opened", "responded"]


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


class Generator:
    """Register files with unknown content strewn in, their elements out of order, layout of all kinds."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.number = 0

    def foreign(self):
        choice = self.random.randrange(12)
        pieces = ["<!--remark %d-->", "<?pi data %d?>", '<x:thing a="%d"><x:part>  kept  </x:part></x:thing>',
                  '<y xmlns="urn:y" n="%d">text<z/> tail</y>']
        if choice >= len(pieces):
            return self.layout()
        self.number += 1
        return self.layout() + pieces[choice] % self.number + self.layout()

    def layout(self):
        return self.random.choice(["", "", " ", "\n  ", "\n\t"])

    def attribute(self):
        self.number += 1
        return self.random.choice(["", "", "", f' x:a="{self.number}"', f' x:b="&lt;{self.number}&amp;"'])

    def text(self, name, attributes=""):
        inside = self.random.choice(TEXTS)
        half = len(inside) // 2
        middle = self.random.choice(["", "", "", "<!--in-->", "<x:in/>"])
        return f"<{name}{attributes}{self.attribute()}>{escaped(inside[:half])}{middle}{escaped(inside[half:])}</{name}>"

    def element(self, name, attributes, children):
        self.random.shuffle(children)
        inside = self.foreign() + "".join(child + self.foreign() for child in children)
        return f"<{name}{attributes}{self.attribute()}>{inside}</{name}>"

    def row(self):
        field = self.random.choice(FIELDS + [None])
        children = [self.text("label")] * self.random.randrange(2) + [self.text("text")] * self.random.randrange(2)
        value = self.random.choice(["", "", ' value="2023-06"']) if field and field.startswith("date") else ""
        state = self.random.choice(["", "", ' state="unknown"', ' state="given"', ' state="blank"'])
        return self.element("row", (f' field="{field}"' if field else "") + state + value, children)

    def version(self, number):
        rows = [self.row() for _ in range(self.random.randrange(5))]
        children = [self.element("front-sheet", "", rows)] * self.random.randrange(2)
        for _ in range(self.random.randrange(3)):
            texts = [self.text("title")] * self.random.randrange(2) + [self.text("text")] * self.random.randrange(2)
            children.append(self.element("section", ' code="s"', texts))
        children += ['<content href="urn:c"%s/>' % self.attribute()] * self.random.randrange(2)
        return self.element("version", f' n="{number}"', children)

    def event(self, prefix, number):
        kind = self.random.choice(EVENTS)
        outcome = ' outcome="approved"' if kind == "decided" else ""
        return self.element(kind, f'{outcome} on="2020-0{1 + number % 9}" id="{prefix}{number}"',
                            [self.text("note")] * self.random.randrange(2))

    def history(self, prefix):
        inside = self.foreign()
        for number in range(self.random.randrange(4)):
            inside += self.event(prefix, number + 1) + self.foreign()
        return f"<history{self.attribute()}>{inside}</history>"

    def document(self, number):
        children = [self.text("title")] + [self.text("reference") for _ in range(self.random.randrange(3))]
        children += [f'<property name="p{i}" value="v"{self.attribute()}/>' for i in range(self.random.randrange(3))]
        children += [self.element("relation", ' to="urn:r" kind="cites"', []) for _ in range(self.random.randrange(3))]
        children += [self.version(i + 1) for i in range(self.random.randrange(3))]
        children += [self.history(f"e{number}-")] * self.random.randrange(2)
        return self.element("document", f' id="doc{number}" type="policy"', children)

    def calendar(self, number):
        days = []
        for name in self.random.choices(["non-working", "working"], k=self.random.randrange(5)):
            when = self.random.choice([' on="2026-12-24"', ' from="2026-12-24" to="2026-12-24"', ' to="2027-01-01" from="2026-12-24"'])
            label = self.random.choice(["", ' name="Christmas &amp; after"'])
            days.append(self.element(name, when + label, []))
        source = self.random.choice(["", ' source="a list"', ' source=""', ' as-of="2026-11"'])
        return self.element("calendar", f' ref="c{number}"' + source, days)

    def meeting(self):
        attendees = [self.text("attendee", self.random.choice(["", ' as="deputy"', ' as="present"'])).replace("></attendee>", ">p</attendee>")
                     for _ in range(self.random.randrange(3))]
        state = self.random.choice(["planned", "held", "cancelled"])
        return self.element("meeting", f' state="{state}" on="2026-0{self.random.randrange(1, 10)}-16"',
                            attendees + [self.text("note")] * self.random.randrange(2))

    def party(self, number):
        children = [self.text("name"), self.text("alias")] + [self.meeting() for _ in range(self.random.randrange(3))]
        for _ in range(self.random.randrange(3)):
            rest = self.random.choice(["", ' on-holiday="none"', ' on-holiday="skip" to="2027-12-31"'])
            rule = self.random.choice(["FREQ=MONTHLY;BYDAY=3TU", "nothing that is a rule"])
            children.append(self.element("meets", f' rule="{rule}" start="2026-01-20"' + rest, []))
        return self.element("party", f' code="c{number}"', children)

    def forward_item(self, documents):
        rest = self.random.choice(["", ' body="c0"', ' purpose="sign-off" arranged-by="hub"', ' deferred-to="2027-09"'])
        meeting = self.random.choice(["2027-06-15", "2027-06"])
        return self.element("forward-plan-item", f' meeting="{meeting}" document="doc{self.random.randrange(documents)}"' + rest,
                            [self.text("note")] * self.random.randrange(2))

    def register(self):
        children = [self.text("title")] * self.random.randrange(2)
        children += ['<profile ref="p" from="2020"%s/>' % self.attribute()] * self.random.randrange(3)
        for number in range(self.random.randrange(3)):
            children.append(self.party(number))
        children += [self.calendar(number) for number in range(self.random.randrange(3))]
        documents = self.random.randrange(4)
        children += [self.document(number) for number in range(documents)]
        if documents:
            children += [self.forward_item(documents) for _ in range(self.random.randrange(4))]
        children += [self.history("r")] * self.random.randrange(2)
        root = self.element("register", ' xmlns="urn:policydoc:1" xmlns:x="urn:x" schema-version="1.0"', children)
        return "<!--before-->\n" + root + "\n<?after all?>\n"


def is_register(path):
    try:
        return etree.parse(str(path)).getroot().tag == "{urn:policydoc:1}register"
    except etree.XMLSyntaxError:
        return False


def files_of_tree(source):
    """Registers that are meant to be read."""
    return [path for path in sorted(source.glob("examples/registers/*.xml")) if is_register(path)]


def planted_differences(path, folder):
    """Changes that the comparison has to find."""
    text = path.read_text(encoding="utf-8")
    changes = [("<title>", "<title>X"), ("id=\"d1\"", "id=\"d9\""), ("<history>", "<history><!--new-->"),
               ("</register>", "<!--new--></register>"), ("<label>", "<label> "), (" on=\"", " at=\"x\" on=\"")]
    for before, after in changes:
        if before in text:
            changed = folder / "changed.xml"
            changed.write_text(text.replace(before, after, 1), encoding="utf-8")
            if compare(str(path), str(changed)) is None:
                yield f"the comparison does not see {before} become {after}"


def rewrite_all(program, pairs):
    for start in range(0, len(pairs), 100):
        part = [str(path) for pair in pairs[start:start + 100] for path in pair]
        subprocess.run([program, *part], check=True)


def main():
    source, program = pathlib.Path(sys.argv[1]), sys.argv[2]
    schema = etree.XMLSchema(etree.parse(str(source / "lib/schema/policydoc-1.xsd")))
    problems = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        inputs = files_of_tree(source)
        assert inputs, "no register in the tree"
        for path in inputs:
            problems += [f"{path.name}: {found}" for found in planted_differences(path, folder)]
        for seed in range(400):
            path = folder / f"generated-{seed}.xml"
            path.write_text(Generator(seed).register(), encoding="utf-8")
            inputs.append(path)
        once = [folder / f"once-{i}.xml" for i in range(len(inputs))]
        twice = [folder / f"twice-{i}.xml" for i in range(len(inputs))]
        rewrite_all(program, list(zip(inputs, once)))
        rewrite_all(program, list(zip(once, twice)))
        for path, first, second in zip(inputs, once, twice):
            found = compare(str(path), str(first))
            if found:
                problems.append(f"{path.name}: {found}")
            if first.read_bytes() != second.read_bytes():
                problems.append(f"{path.name}: the second writing differs from the first")
            if schema.validate(etree.parse(str(path))) and not schema.validate(etree.parse(str(first))):
                problems.append(f"{path.name}: written invalid: {schema.error_log.last_error}")
    print("\n".join(problems[:20]) or f"{len(inputs)} registers came back the same")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
