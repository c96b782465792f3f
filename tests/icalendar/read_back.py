#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""read_back.py POLICYDOC READ_LIBICAL|"" [REGISTERS] [SEED]: calendar files of random registers and of those in the tree, read
by libical and by python-icalendar. SEED repeats a run (default: the clock; PDOC_SEED does the same).

Neither may find a mistake; both must find every event, with the days, the text and the alarm that the register has; the
bytes must be the same again, on another day too; no two events may have the same UID, not even those of two registers; lines are of at most 75
octets, each UTF-8 by itself."""
import datetime
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time
from xml.sax.saxutils import escape, quoteattr

try:
    import icalendar
except ImportError:
    icalendar = None

TREE = pathlib.Path(__file__).resolve().parent.parent.parent
DAY = datetime.date(2026, 11, 24)
PIECES = ["Safer sleeping", "Gŵyl Andreas", "ŵŷ", "e\u0301\u0327", "中文字", "👩‍💻", "❤️", "שלום", "ภาษา", ";", ",", "\\", ":", "\"",
          "\n", "\t", " ", "BEGIN:VEVENT", "<b>", "&amp;", "n", "N", "=", "\u2028", "\u200d", "\ufeff", "x" * 40, "%s", "\u0085"]


def text_of(rng, most):
    return (rng.choice("ABC") + "".join(rng.choice(PIECES) for _ in range(rng.randrange(most))) + "z")


def plain(text):
    return text.replace("\r\n", "\n").replace("\r", "\n")


class Register:
    """A register in XML, and the events that it must become: (first day, day after, summary)."""

    def __init__(self, rng, number):
        self.title, self.events, self.rng = f"{number} " + text_of(rng, 6), [], rng
        self.bodies = [(f"b{i}", text_of(rng, 4)) for i in range(rng.randrange(1, 4))]
        documents = [self.document(f"d{i}") for i in range(rng.randrange(1, 12))]
        parties = [f"<party code={quoteattr(code)} kind='executive'><name>{self.xml(name)}</name>{self.meetings(name)}</party>"
                   for code, name in self.bodies]
        self.text = ("<register xmlns='urn:policydoc:1' schema-version='1.0'>"
                     f"<title>{self.xml(self.title)}</title><profile ref='general'/>"
                     f"{''.join(parties)}{''.join(text for text, _, _ in documents)}"
                     f"{''.join(self.item(i, *documents[i][1:]) for i in range(len(documents)))}</register>")

    @staticmethod
    def xml(text):
        return escape(text, {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})

    def day(self):
        return DAY + datetime.timedelta(days=self.rng.randrange(-900, 900))

    def document(self, name):
        title = text_of(self.rng, 20)
        reference = text_of(self.rng, 3) if self.rng.random() < 0.7 else None
        label = title + (f" ({reference})" if reference else "")
        due = self.day()
        uri = f" uri='urn:x:{self.rng.random()}'" if self.rng.random() < 0.3 else ""
        self.events.append((due, due + datetime.timedelta(days=1), f"Review due: {label}"))
        ref = f"<reference>{self.xml(reference)}</reference>" if reference else ""
        return (f"<document id='{name}' type='policy'{uri}><title>{self.xml(title)}</title>{ref}<version n='1'><front-sheet>"
                f"<row field='date-review' value='{due}'/></front-sheet></version>"
                f"<history><decided id='e-{name}' on='2023-01-02' version='1' outcome='approved'/></history></document>", name, label)

    def item(self, index, name, label):
        if self.rng.random() < 0.5:
            return ""
        code, body = self.rng.choice(self.bodies)
        day = self.day()
        if self.rng.random() < 0.3:
            first = day.replace(day=1)
            after = (first + datetime.timedelta(days=31)).replace(day=1)
            self.events.append((first, after, f"Forward plan, review: {label}"))
            return f"<forward-plan-item document='{name}' meeting='{first:%Y-%m}' purpose='review'/>"
        self.events.append((day, day + datetime.timedelta(days=1), f"{body}, sign-off: {label}"))
        return f"<forward-plan-item document='{name}' body='{code}' meeting='{day}' purpose='sign-off'/>"

    def meetings(self, name):
        days = sorted({self.rng.randrange(700) for _ in range(self.rng.randrange(6))})
        held = ""
        for number in days:
            day = DAY + datetime.timedelta(days=number)
            self.events.append((day, day + datetime.timedelta(days=1), f"Meeting: {name}"))
            held += f"<meeting on='{day}' state='{self.rng.choice(['planned', 'held', 'cancelled'])}'/>"
        return held


def unescape(text):
    pieces = {"\\\\": "\\", "\\n": "\n", "\\t": "\t"}
    out, at = [], 0
    while at < len(text):
        piece = text[at:at + 2] if text[at] == "\\" else text[at]
        out.append(pieces.get(piece, piece))
        at += len(piece)
    return "".join(out)


def by_libical(program, data):
    done = subprocess.run([program], input=data, capture_output=True)
    if done.returncode != 0:
        return None, f"libical: {done.stderr.decode(errors='replace')[:400]}"
    rows = [line.split("\t") for line in done.stdout.decode().split("\n")[:-1]]
    day = lambda text: datetime.datetime.strptime(text, "%Y%m%d").date()
    return [(unescape(row[0]), day(row[1]), day(row[2]), unescape(row[6]), row[5]) for row in rows], None


def by_python(data):
    try:
        calendar = icalendar.Calendar.from_ical(data)
    except ValueError as error:
        return None, f"python-icalendar: {error}"
    mistakes = [error for part in calendar.walk() for error in part.errors]
    if mistakes:
        return None, f"python-icalendar: {mistakes}"
    rows = []
    for event in calendar.walk("VEVENT"):
        alarms = [part["TRIGGER"].dt.days for part in event.walk("VALARM")]
        rows.append((str(event["UID"]), event["DTSTART"].dt, event["DTEND"].dt, str(event["SUMMARY"]),
                     str(alarms[0]) if alarms else ""))
    return rows, None


def lines_are_good(data):
    if not data.endswith(b"\r\n"):
        return "the last line has no end"
    for line in data[:-2].split(b"\r\n"):
        if len(line) > 75 or b"\n" in line or b"\r" in line:
            return f"a line of {len(line)} octets: {line!r}"
        try:
            line.decode()
        except UnicodeDecodeError:
            return f"no UTF-8: {line!r}"
    return None


def compare(readers, data, expected, alarm):
    """What is wrong with a file. `expected` is what its events must say, or None if nothing is known of that."""
    problems = [problem for problem in [lines_are_good(data)] if problem]
    for name, reader in readers.items():
        rows, problem = reader(data)
        if problem:
            problems.append(problem)
            continue
        if len(rows) != data.count(b"\r\nBEGIN:VEVENT\r\n") or len({row[0] for row in rows}) != len(rows):
            problems.append(f"{name}: {len(rows)} events, with {len({row[0] for row in rows})} UIDs")
        if {row[4] for row in rows if row[3].startswith("Review due: ")} - {str(-alarm) if alarm else ""}:
            problems.append(f"{name}: another alarm than {alarm}")
        if expected is None:
            continue
        # python-icalendar takes a backslash and n for a new line, however many backslashes there are
        known = [event for event in expected if name == "libical" or "\\" not in event[2]]
        missing = [event for event in known if (event[0], event[1], event[2]) not in {row[1:4] for row in rows}]
        if missing or len(rows) != len(expected):
            problems.append(f"{name}: {len(rows)} events of {len(expected)}; it lacks {missing[:3]}; has {[row[1:4] for row in rows][:3]}")
    return problems


def write(command, path, *words, on=DAY):
    done = subprocess.run([command, "ics", path, "--on", str(on), *words], capture_output=True)
    if done.returncode > 1:
        sys.exit(f"{path}: {done.stderr.decode()}")
    return done.stdout


def check_random(command, readers, folder, rng, count):
    problems, uids, events = [], {}, 0
    for number in range(count):
        register, alarm = Register(rng, number), rng.choice([0, 1, 14, 60])
        path = pathlib.Path(folder, f"{number}.xml")
        path.write_text(register.text)
        words = ["--alarm", str(alarm)] if alarm else []
        data = write(command, path, *words)
        expected = [(first, after, plain(text)) for first, after, text in register.events]
        found = compare(readers, data, expected, alarm)
        if data != write(command, path, *words):
            found.append("the bytes differ from run to run")
        days = [write(command, path, *words, "--from", str(DAY), "--to", "2031", on=DAY + datetime.timedelta(days=later)) for later in (0, 200)]
        if days[0] != days[1]:
            found.append("the bytes differ from day to day")
        for line in data.replace(b"\r\n ", b"").split(b"\r\n"):
            if line.startswith(b"UID:") and uids.setdefault(line, number) != number:
                found.append(f"{line.decode()} is in register {uids[line]}, too")
        problems += [f"register {number}: {problem}" for problem in found]
        events += len(expected)
    return problems, events


def check_tree(command, readers):
    data = TREE / "tests" / "command" / "data"
    files = [(path, []) for path in sorted((TREE / "examples" / "registers").glob("*.xml"))]
    files += [(data / "planning.xml", []), (data / "planning.xml", ["EX 1"]), (data / "bodies.xml", []),
              (data / "meetings.xml", ["--profile", "general"]), (data / "register.xml", ["--profile", str(data / "profile.xml")])]
    problems = []
    for path, words in files:
        found = compare(readers, write(command, path, "--alarm", "14", *words), None, 14)
        problems += [f"{path.name}: {problem}" for problem in found]
    return problems, len(files)


def main():
    command, libical = sys.argv[1], sys.argv[2]
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 150
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else int(os.environ.get("PDOC_SEED", time.time_ns() % 1000000007))
    readers = {}
    if libical:
        readers["libical"] = lambda data: by_libical(libical, data)
    if icalendar:
        readers["python-icalendar"] = by_python
    absent = [] if libical else ["libical is not there (Debian package libical-dev)"]
    absent += [] if icalendar else ["python-icalendar is not there (Debian package python3-icalendar)"]
    if not readers:
        print("skipped: " + "; ".join(absent))
        return 77
    with tempfile.TemporaryDirectory() as folder:
        problems, events = check_random(command, readers, folder, random.Random(seed), count)
    more, files = check_tree(command, readers)
    for problem in (problems + more)[:20]:
        print(problem)
    print("; ".join([f"{count} random registers with {events} events and {files} others, seed {seed}: read by "
                     + " and ".join(readers)] + absent + [f"{len(problems + more)} problems"]))
    return 1 if problems or more else 0


if __name__ == "__main__":
    sys.exit(main())
