#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""year.py POLICYDOC: a year in the life of a register, by the command.

Sixty messy rows become a register; then each job of year.txt is tried (--dry-run), done, and looked at: the file is valid, one
revision later, as the dry run had said; no event is lost, none of the past is changed but by what says so; the audit runs.
At the end the paper for the board agrees with the due list, copies and packs with what is in force."""
import csv
import hashlib
import io
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

import steps

SPACE = "{urn:policydoc:1}"
PROFILE = ["--add-profile", "year.profile.xml"]
EVENTS = {"record", "consult", "release", "attest"} # whose --recorded is the day of the job
LAST = "2026-12-31"
# What each kind of job may take out of an event that was there: nothing but what is redacted.
MAY_CHANGE = {"redact"}


class Register:
    def __init__(self, policydoc, folder):
        self.policydoc, self.folder, self.path = policydoc, folder, folder / "register.xml"
        self.done = 0

    def call(self, *words, codes=(0,)):
        done = subprocess.run([self.policydoc, *words], capture_output=True, text=True, cwd=self.folder, check=False, timeout=60)
        if done.returncode not in codes:
            raise AssertionError(f"{' '.join(words)}\nended with {done.returncode}\n{done.stdout}{done.stderr}")
        return done

    def data(self, *words, codes=(0, 1)):
        return json.loads(self.call(*words, *PROFILE, "--format", "json", codes=codes).stdout)

    # ---- what the file says, read without the library ----

    def tree(self):
        return ET.parse(self.path).getroot()

    def events(self):
        return {event.get("id"): ET.canonicalize(ET.tostring(event, encoding="unicode"), strip_text=True)
                for history in self.tree().iter(SPACE + "history") for event in history}

    def revision(self):
        return int(self.tree().get("revision"))

    def last_event(self, reference, kind):
        for document in self.tree().iter(SPACE + "document"):
            if reference in [r.text for r in document.findall(SPACE + "reference")]:
                return [e.get("id") for e in document.find(SPACE + "history") if e.tag == SPACE + kind][-1]
        raise AssertionError(f"no document {reference}")

    def data_of(self, *words):
        return self.data(words[0], str(self.path), *words[1:], "--on", LAST)

    # ---- jobs ----

    def words_of(self, job):
        """The command line of a job. REF:KIND is the last event of that kind."""
        words, named = [], {}
        for word in job.words:
            if re.fullmatch(r"[\w-]+:[\w-]+", word):
                words.append(self.last_event(*word.split(":")))
            elif word.startswith("--") or job.name in ("set", "party") or "=" not in word:
                words.append(word)
            else:
                name, value = word.split("=", 1)
                named[name] = value
        options = [f"--{name}={value}" for name, value in named.items()]
        days = ["--recorded", job.day] if job.name in EVENTS else ["--on", job.day]
        return [job.name, str(self.path), *words, *options, *days, *PROFILE, "--recorder", "policy-officer"]

    def do(self, job):
        call = self.words_of(job)
        before, events, revision = self.path.read_bytes(), self.events(), self.revision()
        promised = self.call(*call, "--dry-run", codes=(1,) if job.refused else (0,))
        assert self.path.read_bytes() == before, "the dry run wrote"
        done = self.call(*call, codes=(1,) if job.refused else (0,))
        self.done += 1
        if job.refused:
            assert self.path.read_bytes() == before, "what was refused is in the file"
            assert "refused:" in done.stderr and "--override" in done.stderr, done.stderr
            return
        assert promised.stdout.startswith(done.stdout.split("\n\n")[0].rstrip()), f"{promised.stdout}\n---\n{done.stdout}"
        assert self.revision() == revision + 1, "not one revision later"
        self.compare_events(job, events)
        self.look(job.day)

    def compare_events(self, job, before):
        after = self.events()
        assert set(before) <= set(after), f"lost: {sorted(set(before) - set(after))}"
        changed = [event for event in before if before[event] != after[event]]
        assert not changed or job.name in MAY_CHANGE and len(changed) == 1, f"changed: {changed}"

    def look(self, day):
        """Valid, in canonical form, and an audit runs; what it says is not the matter here."""
        self.call("validate", str(self.path))
        assert self.call("fmt", str(self.path)).stdout == self.path.read_text(encoding="utf-8"), "not canonical"
        self.data("audit", str(self.path), "--on", day)

    def ask(self, question):
        known = ["--known", question.known] if question.known else []
        answer = self.data(question.name, str(self.path), "--on", question.day, *known)
        found = {d["reference"]: d for d in answer["documents"]}[question.reference]
        for name, value in question.expected.items():
            assert str(found[name]) == value, f"{name} is {found[name]}, expected {value}"

    def import_sheet(self, job):
        problems = self.folder / "problems.csv"
        self.call("import", job.words[0], "--profile", "year.profile.xml", "--on", job.day, "-o", str(self.path),
                  "--problems", str(problems))
        listed = {(row["row"], row["problem"]) for row in csv.DictReader(problems.open(encoding="utf-8-sig"))}
        for row, problem in [("10", "date-for-party"), ("14", "no-date"), ("19", "no-date"), ("25", "unknown-type"),
                             ("34", "no-date"), ("53", "unknown-party")]:
            assert (row, problem) in listed, f"row {row}: {problem} is not listed"
        assert len(list(self.tree().iter(SPACE + "document"))) == 60
        shutil.copy(self.path, self.folder / "start.xml")
        printed = "".join(self.tree().itertext())
        for cell in ("14 March 2022", "31/02/2024", "every three years", "=HYPERLINK", "see the tri.x manual", "NA"):
            assert cell in printed, f"{cell} is not kept as printed"


# ---- at the end ----

def check_board(register):
    """The paper's documents in each state are those of the list, one by one."""
    paper = register.data("report", str(register.path), "--for", "executive", "--until", LAST)
    due = register.data("due", str(register.path), "--on", LAST)
    section = next(s for s in paper["sections"] if s["code"] == "states")
    told = {row["code"]: {d["id"] for d in row["figures"][0]["documents"]} for row in section["rows"]}
    listed = {}
    for document in due["documents"]:
        listed.setdefault(document["state"], set()).add(document["id"])
    for row in section["rows"]:
        assert row["figures"][0]["number"] == len(told[row["code"]]), row["code"]
    whole, overdue = told.pop("all"), told.pop("all-overdue")
    assert {state: ids for state, ids in told.items() if ids} == listed, f"{told}\n{listed}"
    assert whole == set().union(*listed.values())
    assert overdue == set().union(*(ids for state, ids in listed.items() if state.startswith("overdue")))
    assert paper["overdue"] == due["overdue"] > 0


def check_copies(register):
    site = register.folder / "site"
    site.mkdir()
    shutil.copy(register.folder / "visits-4.txt", site)
    call = ["verify", str(register.path), "--content", str(site), "--on", LAST]
    rows = {row["reference"]: row["state"] for row in register.data(*call)["copies"]}
    assert rows["P-02"] == "same", rows["P-02"]
    (site / "visits-4.txt").write_text("Visits, another text.\n", encoding="utf-8")
    rows = {row["reference"]: row["state"] for row in register.data(*call)["copies"]}
    assert rows["P-02"] == "differs", rows["P-02"]


def check_pack(register):
    out = register.folder / "pack"
    register.call("pack", str(register.path), "P-02", "P-61", "--on", "2026-04-18", "-o", str(out), *PROFILE)
    lines = (out / "manifest.sha256").read_text(encoding="utf-8").splitlines()
    for line in lines:
        digest, name = line.split(maxsplit=1)
        assert hashlib.sha256((out / name.lstrip("*")).read_bytes()).hexdigest() == digest, name
    assert len(lines) > 4


def check_feed(register):
    nothing = register.call("export", str(register.path), "--view", "published", "--visibility", "public", "--on", LAST, *PROFILE)
    assert len(list(csv.reader(io.StringIO(nothing.stdout)))) == 1, "something left that nobody had marked"
    register.do(steps.Job(0, LAST, "set", ["P-02", "visibility=public", "version.visibility=public"], {}, False))
    feed = register.call("export", str(register.path), "--view", "published", "--visibility", "public", "--on", LAST, *PROFILE)
    assert "Allegations against Staff" in feed.stdout, feed.stdout + feed.stderr


def check_found(register):
    """What a keeper, an inspector and an embedding system look up."""
    steps_governed = register.data_of("governing", "bruising")["documents"]
    assert [d["reference"] for d in steps_governed] == ["P-61"], steps_governed
    strategies = register.data_of("list", "--where", "type = strategy")["documents"]
    assert len(strategies) == 8 and all(d["type"] == "Strategy" for d in strategies), len(strategies)
    changed = register.data_of("updates", "--since", str(register.revision() - 1))["documents"]
    assert [d["reference"] for d in changed] == ["P-02"], changed
    different = register.call("diff", "start.xml", str(register.path), codes=(1,)).stdout
    for words in ("the document \"Bruises seen at School\" is new", "the party \"schools\" is new", "recorded: withdrawn"):
        assert words in different, words


def check_update(register):
    """A second sheet, of which one cell is another; and a second register, which is the first once more."""
    before = register.events()
    sheet = register.folder / "later.csv"
    sheet.write_text("Ref No.,Target audience\nP-61,Teachers\n", encoding="utf-8")
    register.call("import", str(sheet), "--update", str(register.path), "--on", LAST, "--problems", str(register.folder / "p2.csv"),
                  *PROFILE)
    assert "Teachers" in register.path.read_text(encoding="utf-8")
    assert set(before) <= set(register.events())
    both = register.folder / "both.xml"
    register.call("merge", str(register.path), str(register.path), "-o", str(both), "--origin", "B=Other", "--conflicts",
                  str(register.folder / "conflicts.csv"), "--on", LAST)
    assert both.read_bytes() == register.path.read_bytes(), "merged with itself it is another one"


def check_end(register):
    text = register.path.read_text(encoding="utf-8")
    assert "said by somebody" not in text, "what was redacted is still in the file"
    assert "<redacted " in text and "<corrected " in text and "<overridden " in text
    check_board(register)
    check_copies(register)
    check_pack(register)
    check_feed(register)
    check_found(register)
    check_update(register)
    register.data("trend", str(register.path), "--every", "P3M", "--until", LAST)


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for path in steps.HERE.iterdir():
            if path.is_file():
                shutil.copy(path, folder)
        register = Register(str(pathlib.Path(sys.argv[1]).resolve()), folder)
        asked = 0
        for step in steps.read():
            try:
                if isinstance(step, steps.Question):
                    register.ask(step)
                    asked += 1
                elif step.name == "import":
                    register.import_sheet(step)
                else:
                    register.do(step)
            except AssertionError as error:
                sys.exit(f"year.txt:{step.line}: {error}")
        check_end(register)
        print(f"{register.done} jobs, {asked} questions")


if __name__ == "__main__":
    main()
