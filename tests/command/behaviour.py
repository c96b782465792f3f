#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""behaviour.py COMMAND: what no case file can show: forms that other programs read, terminals, pipes, full disks."""
import collections
import csv
import fcntl
import hashlib
import io
import json
import os
import pathlib
import pty
import re
import resource
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
import termios
import unittest
import xml.etree.ElementTree as ElementTree

DATA = pathlib.Path(__file__).resolve().parent / "data"
BASIS = ["--profile", "profile.xml", "--on", "2026-11-22"]
VIEWS = [["audit", "register.xml", *BASIS], ["due", "register.xml", *BASIS], ["due", "register.xml", *BASIS, "--by", "body"],
         ["explain", "register.xml", "P1", *BASIS], ["show", "register.xml", "P1", *BASIS], ["list", "register.xml", *BASIS],
         ["profile", "profile.xml"], ["profiles"]]
COMMAND = None
PLAIN = {"PATH": "/usr/bin:/bin", "LC_ALL": "C"}


class Command(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        for path in DATA.iterdir():
            shutil.copy(path, self.folder)

    def run_it(self, *arguments, env=PLAIN, **more):
        more.setdefault("stdout", subprocess.PIPE)
        return subprocess.run([COMMAND, *arguments], cwd=self.folder, env=env, timeout=120, stderr=subprocess.PIPE, **more)

    def on_terminal(self, *arguments, env=PLAIN, columns=0):
        """What is printed when standard output and standard error are a terminal; 0 columns: it does not say how wide."""
        main, sub = pty.openpty()
        fcntl.ioctl(sub, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        process = subprocess.Popen([COMMAND, *arguments], cwd=self.folder, env=env, stdout=sub, stderr=sub)
        os.close(sub)
        text = b""
        while True:
            try:
                piece = os.read(main, 65536)
            except OSError:  # the other end is closed
                break
            if not piece:
                break
            text += piece
        process.wait(60)
        os.close(main)
        return text

    def test_json_is_read_by_another_program_and_says_what_csv_says(self):
        for view in VIEWS:
            data = json.loads(self.run_it(*view, "--format", "json").stdout)
            self.assertIn("kind", data)
            if view[0] == "show" or "--by" in view:
                continue
            rows = list(csv.DictReader(io.StringIO(self.run_it(*view, "--format", "csv").stdout.decode(), newline="")))
            key = {"audit": None, "due": "documents", "list": "documents", "explain": "steps", "profile": "rows", "profiles": "profiles"}[view[0]]
            if key is None:
                findings = data["findings"] + [f for d in data["documents"] for f in d["findings"]]
                self.assertCountEqual([r["message"] for r in rows], [f["message"] for f in findings])
                continue
            self.assertEqual(len(rows), len(data[key]))
            for row, item in zip(rows, data[key]):
                for name, value in row.items():
                    want = item[name]
                    want = "" if want is None else {True: "yes", False: "no"}.get(want, want) if isinstance(want, bool) else str(want)
                    self.assertEqual(value, want, name)

    def test_csv_keeps_quotes_commas_and_line_ends(self):
        path = self.folder / "register.xml"
        path.write_text(path.read_text().replace("A leaflet of no known type", 'One, "two"&#10;three'))
        text = self.run_it("list", "register.xml", *BASIS, "--columns", "id,title", "--format", "csv").stdout.decode()
        rows = list(csv.reader(io.StringIO(text, newline="")))
        self.assertEqual(rows[3], ["d3", 'One, "two"\nthree'])

    def test_xml_is_well_formed_and_in_the_namespace(self):
        for view in VIEWS:
            text = self.run_it(*view, "--format", "xml").stdout
            root = ElementTree.fromstring(text)
            self.assertEqual(root.tag, "{urn:policydoc:1}report", view)
            if shutil.which("xmllint"):
                subprocess.run(["xmllint", "--noout", "-"], input=text, check=True)

    def test_the_same_input_gives_the_same_bytes_in_every_locale_and_time_zone(self):
        for view in VIEWS:
            for form in ["text", "json", "xml"]:
                here = self.run_it(*view, "--format", form).stdout
                there = self.run_it(*view, "--format", form, env={**PLAIN, "LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Tokyo", "LANG": "de_DE"}).stdout
                self.assertEqual(here, there)
                self.assertTrue(here.endswith(b"\n"))

    def test_no_line_of_text_is_wider_than_a_hundred_columns(self):
        for view in VIEWS:
            for line in self.run_it(*view).stdout.decode().splitlines():
                self.assertLessEqual(len(line), 100, line)

    def test_colours_come_on_a_terminal_only_and_never_with_no_color(self):
        due = VIEWS[1]
        self.assertIn(b"\x1b[31m", self.on_terminal(*due))
        self.assertIn(b"\x1b[31m", self.on_terminal(*due, env={**PLAIN, "NO_COLOR": ""}))
        self.assertNotIn(b"\x1b", self.on_terminal(*due, env={**PLAIN, "NO_COLOR": "1"}))
        self.assertNotIn(b"\x1b", self.on_terminal(*due, "--format", "json"))
        self.assertNotIn(b"\x1b", self.run_it(*due).stdout)
        self.on_terminal(*due, "-o", "due.txt")
        self.assertNotIn(b"\x1b", (self.folder / "due.txt").read_bytes())

    def test_output_that_cannot_be_written_is_5(self):
        with open("/dev/full", "wb") as full:
            for view in VIEWS + [["fmt", "good.xml"], ["validate", "good.xml"], ["--help"], ["--version"]]:
                done = self.run_it(*view, stdout=full)
                self.assertEqual(done.returncode, 5, view)
                self.assertIn(b"policydoc: cannot write to standard output: ", done.stderr)

    def test_a_closed_pipe_is_5_without_a_word_and_no_signal(self):
        for view in VIEWS + [["fmt", "good.xml"], ["--help"]]:
            read, write = os.pipe()
            os.close(read)
            with os.fdopen(write, "wb") as pipe:
                done = self.run_it(*view, stdout=pipe)
            self.assertEqual((done.returncode, done.stderr), (5, b""), view)

    def test_text_is_as_wide_as_the_terminal_within_reason(self):
        title = " ".join(["long title"] * 40)
        path = self.folder / "register.xml"
        path.write_text(path.read_text().replace("Escalation of practice issues", title))
        for columns, least, most in [(0, 91, 100), (40, 71, 80), (80, 71, 80), (132, 123, 132), (300, 151, 160)]:
            text = self.on_terminal(*VIEWS[1], env={**PLAIN, "NO_COLOR": "1"}, columns=columns).decode()
            width = max(len(line) for line in text.splitlines())
            self.assertTrue(least <= width <= most, f"{columns} columns: {width}")

    def test_a_mistake_in_an_expression_is_pointed_at_on_a_terminal(self):
        arguments = ["list", "register.xml", *BASIS, "--where", "scope = T\u0177 and (phase ="]
        lines = self.on_terminal(*arguments).decode().splitlines()
        self.assertEqual(lines[1:], ["  scope = T\u0177 and (phase =", " " * (2 + 23) + "^"])
        self.assertIn("--where, column 24: ", lines[0])
        self.assertEqual(self.run_it(*arguments).stderr.decode().splitlines(), lines[:1])
        self.assertNotIn(b"\x1b", self.on_terminal("list", "register.xml", *BASIS, "--where", "type = \x1b[31m ="))

    def test_a_closed_standard_output_is_5_and_damages_no_file(self):
        before = (self.folder / "register.xml").read_bytes()
        done = subprocess.run(["sh", "-c", 'exec "$0" "$@" >&-', COMMAND, *VIEWS[1]], cwd=self.folder, env=PLAIN, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 5)
        self.assertEqual((self.folder / "register.xml").read_bytes(), before)

    def test_output_into_a_file_is_what_standard_output_would_get(self):
        for view in VIEWS:
            printed = self.run_it(*view)
            filed = self.run_it(*view, "-o", "out")
            self.assertEqual(filed.stdout, b"")
            self.assertEqual(filed.returncode, printed.returncode)
            self.assertEqual((self.folder / "out").read_bytes(), printed.stdout)

    def test_documents_that_share_a_reference_are_told_apart_by_their_ids(self):
        audit, due = (self.run_it(*view).stdout.decode() for view in VIEWS[:2])
        self.assertRegex(audit, r"(?m)^P2 \(d3\)  ")
        self.assertRegex(audit, r"(?m)^P1  [^(]*$")
        self.assertRegex(due, r"(?m)^P2 \(d2\) ")
        self.assertRegex(due, r"(?m)^P2 \(d3\) ")
        path = self.folder / "register.xml"
        path.write_text(path.read_text().replace("P2", "P3", 1))
        audit, due = (self.run_it(*view).stdout.decode() for view in VIEWS[:2])
        self.assertNotIn("(d", re.sub(r"(?m)^ .*", "", audit) + due)

    def test_a_cell_of_megabytes_is_shortened_in_text_and_whole_in_data(self):
        cell = "word " * (1 << 20)
        path = self.folder / "register.xml"
        path.write_text(path.read_text().replace("<text>Practice Lead<", f"<text>{cell}<", 1))
        self.assertIn(cell.strip(), path.read_text())
        for view in (VIEWS[0], VIEWS[1], VIEWS[4], VIEWS[5]):
            self.assertLess(len(self.run_it(*view).stdout), 1 << 16, view)
        self.assertIn(b"...", self.run_it(*VIEWS[4]).stdout)
        self.assertGreater(len(self.run_it(*VIEWS[4], "--format", "json").stdout), len(cell) - 10)

    def test_bytes_that_are_no_utf_8_are_escaped_and_the_option_is_named(self):
        done = self.run_it("due", b"no\xffsuch\xc3.xml", *BASIS)
        self.assertEqual(done.returncode, 3)
        self.assertIn(rb"no\xffsuch\xc3.xml", done.stderr)
        self.assertIn("nö.xml", self.run_it("due", "nö.xml", *BASIS).stderr.decode())
        for option in ("--text", "--where", "--columns"):
            done = self.run_it("list", "register.xml", *BASIS, option, b"a\xff")
            self.assertEqual((done.returncode, done.stderr),
                             (2, b"policydoc: " + option.encode() + b" takes text in UTF-8, and \"a\\xff\" is none\n"))

    def test_a_message_is_one_write(self):
        reads = []
        main, sub = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)  # keeps each write apart
        process = subprocess.Popen([COMMAND, "due", "none-such.xml", "--on", "26-11-2026"], env=PLAIN, stderr=sub)
        process.wait(60)
        sub.close()
        main.settimeout(0.5)
        try:
            while piece := main.recv(65536):
                reads.append(piece)
        except (TimeoutError, OSError):
            pass
        main.close()
        self.assertEqual(reads, [b'policydoc: --on takes a date such as 2026-03-31 or 2026-03; "26-11-2026" is not a date of the '
                                 b'form YYYY-MM-DD\n'])

    def test_output_never_destroys_what_is_read(self):
        os.symlink("register.xml", self.folder / "link.xml")
        os.link(self.folder / "profile.xml", self.folder / "twin.xml")
        before = {path.name: path.read_bytes() for path in self.folder.iterdir()}
        refused = [[*view, "-o", output] for view in VIEWS for output in ("register.xml", "./link.xml") if "register.xml" in view]
        refused += [[*VIEWS[0], "-o", "profile.xml"], [*VIEWS[0], "-o", "twin.xml"], ["profile", "profile.xml", "-o", "twin.xml"],
                    ["audit", "register.xml", "--add-profile", "profile.xml", "-o", "twin.xml"],
                    ["fmt", "register.xml", "-o", "register.xml"], ["fmt", "register.xml", "-o", "link.xml"]]
        for arguments in refused:
            done = self.run_it(*arguments)
            self.assertEqual((done.returncode, done.stdout), (2, b""), arguments)
            self.assertIn(b" is the file that is read", done.stderr)
        with open(self.folder / "register.xml", "rb") as register:
            self.assertEqual(self.run_it("audit", "-", *BASIS, "-o", "register.xml", stdin=register).returncode, 2)
        self.assertEqual({path.name: path.read_bytes() for path in self.folder.iterdir()}, before)

    def test_output_that_does_not_fit_on_the_disk_leaves_the_old_report(self):
        def little_room():
            resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64))
        for arguments in [*VIEWS, ["fmt", "register.xml"]]:
            for old in (b"old report", None):
                (self.folder / "report").unlink(missing_ok=True)
                if old:
                    (self.folder / "report").write_bytes(old)
                names = sorted(os.listdir(self.folder))
                done = self.run_it(*arguments, "-o", "report", preexec_fn=little_room)
                self.assertEqual(done.returncode, 5, arguments)
                self.assertIn(b"cannot ", done.stderr)
                if old:
                    self.assertEqual((self.folder / "report").read_bytes(), old, arguments)
                left = [name for name in sorted(os.listdir(self.folder)) if not name.endswith(".lock")]
                self.assertEqual(left, [name for name in names if not name.endswith(".lock")])

    def test_output_keeps_permissions_and_links_and_writes_devices_directly(self):
        expected = self.run_it(*VIEWS[1]).stdout
        report = self.folder / "report"
        report.write_bytes(b"old")
        report.chmod(0o640)
        os.symlink("report", self.folder / "latest")
        self.assertEqual(self.run_it(*VIEWS[1], "-o", "latest").returncode, 0)
        self.assertTrue((self.folder / "latest").is_symlink())
        self.assertEqual((report.read_bytes(), report.stat().st_mode & 0o777), (expected, 0o640))
        for view in [*VIEWS, ["fmt", "register.xml"]]:
            self.assertEqual(self.run_it(*view, "-o", "/dev/stdout").stdout, self.run_it(*view).stdout)
            self.assertEqual(self.run_it(*view, "-o", "/dev/full").returncode, 5)
        with open(self.folder / "both", "wb") as both:
            both.write(b"head\n")
            both.flush()
            self.run_it(*VIEWS[1], "-o", "/dev/stdout", stdout=both)
        self.assertEqual((self.folder / "both").read_bytes(), b"head\n" + expected)
        os.mkfifo(self.folder / "pipe")
        reader = subprocess.Popen(["cat", "pipe"], cwd=self.folder, stdout=subprocess.PIPE)
        self.assertEqual(self.run_it(*VIEWS[1], "-o", "pipe").returncode, 0)
        self.assertEqual(reader.communicate(timeout=60)[0], expected)

    def test_fmt_is_a_fixed_point_and_writes_in_place(self):
        first = self.run_it("fmt", "register.xml").stdout
        path = self.folder / "crooked.xml"
        path.write_bytes(first.replace(b"\n  ", b"\n      ").replace(b'id="d1" type="policy"', b'type="policy"   id="d1"'))
        path.chmod(0o640)
        self.assertEqual(self.run_it("fmt", "crooked.xml").stdout, first)
        self.assertEqual(self.run_it("fmt", "--write", "crooked.xml").returncode, 0)
        self.assertEqual(path.read_bytes(), first)
        self.assertEqual(path.stat().st_mode & 0o777, 0o640)
        self.assertEqual(self.run_it("fmt", "crooked.xml", "-o", "new.xml.gz").returncode, 0)
        self.assertEqual((self.folder / "new.xml.gz").read_bytes()[:2], b"\x1f\x8b")
        self.assertEqual(self.run_it("fmt", "new.xml.gz").stdout, first)

    def test_a_file_that_may_not_be_read_is_3(self):
        path = self.folder / "secret.xml"
        shutil.copy(self.folder / "good.xml", path)
        path.chmod(0)
        if os.access(path, os.R_OK):
            self.skipTest("this user may read everything")
        done = self.run_it("due", "secret.xml", *BASIS)
        self.assertEqual(done.returncode, 3)
        self.assertIn(b"secret.xml", done.stderr)

    def test_messages_hold_nothing_that_a_terminal_obeys(self):
        done = self.run_it("due", "no\x1b[31msuch\x9b.xml".encode(), *BASIS)
        self.assertEqual(done.returncode, 3)
        self.assertNotIn(b"\x1b", done.stderr)
        self.assertNotIn("\x9b".encode(), done.stderr)
        self.assertNotIn(b"\x1b", self.run_it("validate", "no\x1b[31msuch.xml").stdout)

    def test_a_long_work_tells_how_far_it_is_on_a_terminal_only(self):
        text = (self.folder / "good.xml").read_text()
        start, rest = text.split("  <document", 1)
        body, _ = rest.split("</register>")
        with open(self.folder / "large.xml", "w", encoding="utf-8") as large:
            large.write(start)
            for number in range(1, 40000):
                large.write("  <document" + body.replace('"d1"', f'"d{number}"').replace('"e1"', f'"e{number}"')
                            .replace("<text>All.</text>", "<text>" + "All. " * 90 + "</text>"))
            large.write("</register>\n")
        self.assertGreater((self.folder / "large.xml").stat().st_size, 32 << 20)
        arguments = ["list", "large.xml", *BASIS, "--where", "reference = none-such", "--columns", "id"]
        self.assertIn(b"large.xml: 50 %", self.on_terminal(*arguments))
        self.assertEqual(self.run_it(*arguments).stderr, b"")

    def test_what_is_placed_can_be_taken_off_again(self):
        path = self.folder / "meetings.xml"
        before = path.read_bytes()
        place = ["forward-plan", "add", "meetings.xml", "P2", "--body", "executive", "--meeting", "2027-04-20", "--purpose", "review",
                 "--on", "2026-11-24"]
        self.assertEqual(self.run_it(*place, "--note", "A & B").returncode, 0)
        placed = path.read_text()
        self.assertIn('<forward-plan-item document="d2" body="executive" meeting="2027-04-20" purpose="review">', placed)
        self.assertIn("<note>A &amp; B</note>", placed)
        self.assertEqual(self.run_it(*place).returncode, 1)  # it is there already
        self.assertEqual(path.read_text(), placed)
        defer = ["forward-plan", "defer", "meetings.xml", "P2", "--meeting", "2027-04-20", "--to", "2027-05-18", "--on", "2026-11-25"]
        self.assertEqual(self.run_it(*defer).returncode, 0)
        self.assertIn('deferred-to="2027-05-18"', path.read_text())
        remove = ["forward-plan", "remove", "meetings.xml", "P2", "--on", "2026-11-26"]
        self.assertEqual(self.run_it(*remove).returncode, 2)  # several are meant
        self.assertEqual(self.run_it(*remove, "--meeting", "2027-05-18").returncode, 0)
        self.assertEqual(path.read_bytes().replace(b' revision="3" revised="2026-11-26"', b""), before)
        self.assertLessEqual({each.name for each in self.folder.glob("meetings.xml*")}, {"meetings.xml", "meetings.xml.lock"})

    def test_calendar_files_follow_the_register_and_not_the_day(self):
        days = [["--on", day] for day in ("2026-11-24", "2027-03-02")]
        days = [[*on, "--from", "2026-11", "--to", "2027-12"] for on in days]
        for words in (["meetings.xml", "--profile", "general"], ["planning.xml"], ["planning.xml", "EX 1"]):
            files = [self.run_it("ics", *words, *on) for on in days]
            self.assertIn(b"BEGIN:VEVENT", files[0].stdout)
            self.assertEqual(files[0].stdout, files[1].stdout)
        before = self.run_it("ics", "meetings.xml", "--what", "forward-plan", *days[0]).stdout
        self.run_it("forward-plan", "defer", "meetings.xml", "P1", "--meeting", "2027-06-15", "--to", "2027-07-20", "--on", "2026-12-01")
        after = self.run_it("ics", "meetings.xml", "--what", "forward-plan", *days[0]).stdout
        newest = lambda text: [max(int(value) for value in re.findall(rb"%s:(\d+)" % name, text)) for name in (b"SEQUENCE", b"DTSTAMP")]
        self.assertGreater(newest(after)[0], newest(before)[0] + 900)
        self.assertEqual(newest(after)[1], 20261201)

    def test_a_programme_that_is_placed_is_on_the_forward_plan_once(self):
        path = self.folder / "programme.xml"
        command = ["programme", "programme.xml", *BASIS, "--to", "2027-12", "--keep", "--place"]
        first = self.run_it(*command)
        self.assertEqual(first.returncode, 0)
        placed = path.read_text()
        self.assertIn(' revision="1" revised="2026-11-22">', placed)
        items = re.findall(r'<forward-plan-item document="(\w+)" meeting="\d{4}-\d\d" purpose="review"', placed)
        self.assertEqual(sorted(items), ["d1", "d2", "d3", "d4", "d5", "d6", "d7", "d8"])
        again = self.run_it(*command)
        self.assertIn(b"0 reviews are placed", again.stderr)
        self.assertEqual(path.read_text(), placed)

    def test_the_manual_names_every_command_option_and_column(self):
        page = DATA.parent.parent.parent / "examples" / "policydoc" / "policydoc.1"
        text = page.read_text().replace("\\-", "-")
        words = re.findall(r"^  ([a-z-]+) ", self.run_it("--help").stdout.decode(), re.M)
        self.assertGreaterEqual(len(words), 9)
        for word in list(words):
            words += re.findall(r"--[a-z-]+", self.run_it(word, "--help").stdout.decode())
        columns = self.run_it("list", "good.xml", *BASIS, "--columns", "none-such").stderr.decode()
        words += columns.split("there are ")[1].split(", each field")[0].split(", ")
        self.assertEqual([word for word in words if word not in text], [])
        if shutil.which("man"):
            done = subprocess.run(["man", "--warnings", "-l", page], env={**PLAIN, "MANWIDTH": "80"}, capture_output=True)
            self.assertEqual(done.stderr, b"")

    def section(self, name):
        """A section of the manual without its markup: the tag of each entry, and what is below it."""
        page = (DATA.parent.parent.parent / "examples" / "policydoc" / "policydoc.1").read_text()
        text = page.split(f"\n.SH {name}\n")[1].split("\n.SH ")[0].replace("\\-", "-")
        return [entry.split("\n", 1) for entry in re.split(r"(?m)^\.TP\n", text)[1:]]

    def test_every_option_has_an_entry_among_the_options_of_the_manual(self):
        table = (DATA.parent.parent.parent / "examples" / "policydoc" / "options.c").read_text()
        options = re.findall(r'^    \{"([a-z-]+)", (?:0|\'[a-zA-Z]\'),', table, re.M)
        self.assertGreater(len(options), 40)
        table = (DATA.parent.parent.parent / "examples" / "policydoc" / "own_options.c").read_text()
        own = re.findall(r'^    \{"[a-z-]+", "([a-z-]+)", "', table, re.M)  # of one command only
        self.assertGreater(len(own), 5)
        options += set(own) - set(options)
        tags = [name for tag, _ in self.section("OPTIONS") for name in re.findall(r"--([a-z-]+)", tag)]
        self.assertEqual(sorted(tags), sorted(options))

    def test_the_help_groups_the_commands_by_what_they_are_for(self):
        blocks = [block.split("\n") for block in self.run_it("--help").stdout.decode().split("\n\n")[1:-1]]
        self.assertEqual([block[0] for block in blocks], ["Judge", "Find", "Plan", "Keep"])
        first = [[line.split()[0] for line in block[1:]] for block in blocks]
        self.assertEqual([names[0] for names in first], ["audit", "list", "plan", "record"])
        self.assertGreaterEqual(sum(len(names) for names in first), 17)

    def test_the_manual_tells_the_columns_of_every_list(self):
        told = {tag: re.findall(r"[a-z_0-9]+", text) for tag, text in ((tag.replace("\\", ""), text) for tag, text in
                                                                  self.section("CSV COLUMNS"))}
        basis = ["--add-profile", "rolling-profile.xml", "--on", "2026-02-01"]
        lists = [*VIEWS[:2], VIEWS[3], *VIEWS[6:], ["plan", "planning.xml", "d1", *BASIS], ["meetings", "closure.xml"],
                 ["forward-plan", "meetings.xml"], ["programme", "register.xml", *BASIS], ["remind", "register.xml", *BASIS],
                 ["whatif", "whatif.xml", *basis, "--calendar", "scotland"], ["diff", "register.xml", "whatif.xml"],
                 ["in-force", "keeping.xml", "--profile", "change-profile.xml"],
                 ["export", "keeping.xml", "--profile", "change-profile.xml", "--visibility", "internal"],
                 ["orphans", "keeping.xml", "--profile", "change-profile.xml"], ["calendar"], ["calendar", "scotland"]]
        for arguments in lists:
            head = self.run_it(*arguments, "--format", "csv").stdout.decode().split("\r\n")[0].split(",")
            self.assertGreater(len(head), 1, arguments)
            self.assertEqual([name for name in head if name not in told[arguments[0]]], [], arguments)

    def dangling(self, name):
        """Findings of what is referred to and is not there: how many of each code; names of bodies by the names."""
        done = self.run_it("audit", name, "--on", "2026-11-24", "--format", "json")
        told = json.loads(done.stdout)
        findings = [finding for part in [told, *told["documents"]] for finding in part["findings"]]
        self.assertGreater(len(findings), 0, name)
        codes = collections.Counter(finding["rule"] for finding in findings if finding["rule"] in
                                    ("relation-target-missing", "profile-unknown", "event-unknown-kind"))
        return codes, {finding["found"] for finding in findings if finding["rule"] == "body-unresolved"}

    def test_what_was_merged_is_valid_and_has_no_new_loose_ends(self):
        root = DATA.parents[2]
        names = ["merton.xml", "planning.xml", "uk-sample.xml"]
        for name in names:
            shutil.copy(root / "examples" / "registers" / name, self.folder)
        loose = ('<register xmlns="urn:policydoc:1" schema-version="1.0"><profile ref="general"/><document id="d1" type="policy">'
                 '<title>Loose</title><reference>LO 1</reference><relation kind="read-with" to="d999"/><version n="1"><front-sheet>'
                 '<row field="owner"><text>Nobody known</text></row></front-sheet></version></document></register>')
        (self.folder / "loose.xml").write_text(loose)
        names.append("loose.xml")
        before = {name: self.dangling(name) for name in names}
        self.assertGreater(before["loose.xml"][0]["relation-target-missing"], 0)
        unmapped = 0
        for first in names:
            for second in names:
                out = f"merged-{first}-{second}"
                done = self.run_it("merge", first, second, "-o", out, "--on", "2026-11-24", "--conflicts", "list.csv")
                self.assertEqual(done.returncode, 0, done.stderr)
                tree = ElementTree.parse(self.folder / out)
                self.assertEqual(tree.getroot().get("schema-version"), "1.0")
                codes, bodies = self.dangling(out)
                known = before[first][0] if first == second else before[first][0] + before[second][0]
                self.assertEqual(codes - known, collections.Counter(), out)
                # a register without parties is not asked whether it knows those that it names: the merged one is, and they are listed
                rows = list(csv.DictReader(io.StringIO((self.folder / "list.csv").read_text())))
                listed = {row["second"] for row in rows if row["kind"] == "unmapped"}
                new = bodies - before[first][1] - before[second][1]
                unmapped += len(new)
                if b"<party" in (self.folder / first).read_bytes():
                    self.assertEqual(new - listed, set(), out)
                if shutil.which("xmllint"):
                    schema = root / "lib" / "schema" / "policydoc-1.xsd"
                    done = subprocess.run(["xmllint", "--noout", "--schema", schema, self.folder / out], capture_output=True)
                    self.assertEqual(done.returncode, 0, done.stderr)

        self.assertGreater(unmapped, 0)

    def snapshot(self):
        return {str(path.relative_to(self.folder)): path.read_bytes() if path.is_file() and not path.is_symlink() else None
                for path in sorted(self.folder.rglob("*"))}

    def packed(self, *more, **how):
        return self.run_it("pack", "packing.xml", *more, "--profile", "change-profile.xml", "--on", "2022-06-01", **how)

    def packing_register(self):
        """Odd references, and contents of which only the first may be copied."""
        inside = self.folder / "contents"
        (inside / "sub").mkdir(parents=True)
        (inside / "sub" / "right.txt").write_bytes(b"the approved words")
        (inside / "wrong.txt").write_bytes(b"other words")
        (self.folder / "secret.txt").write_bytes(b"the approved words")
        (inside / "link.txt").symlink_to(self.folder / "secret.txt")
        (inside / "way").symlink_to(self.folder)
        right = hashlib.sha256(b"the approved words").hexdigest()
        contents = "".join(f'<content href="{href}" sha256="{right}"/>' for href in
                           ("sub/right.txt", "wrong.txt", "../secret.txt", "link.txt", "way/secret.txt", "/etc/hostname",
                            "none.txt", "https://example.org/a.pdf"))
        names = ["../../etc/passwd", "A/B", "A?B", ".", "\u00e9" * 300, "x" * 300, "a&amp;&lt;b&gt;"]
        documents = "".join(f'<document id="d{n}" type="policy"><title>&lt;b&gt;T{n}</title><reference>{name}</reference>'
                            f'<version n="1" label="V1">{contents if n == 1 else ""}</version><version n="2" label="V2"/><history>'
                            f'<decided id="e{n}" on="2021-01-01" version="1" outcome="approved" by="board" minute="7"/>'
                            f'<decided id="e{n + 100}" on="2022-07-01" version="2" outcome="approved" by="board"/></history>'
                            "</document>" for n, name in enumerate(names, 1))
        (self.folder / "packing.xml").write_text('<?xml version="1.0" encoding="UTF-8"?>\n<register xmlns="urn:policydoc:1" '
                                                 f'schema-version="1.0"><title>R</title>{documents}</register>', encoding="utf-8")
        return [f"d{n}" for n in range(1, len(names) + 1)]

    def test_a_pack_stays_in_its_folder_and_its_manifest_is_right(self):
        ids = self.packing_register()
        before = self.snapshot()
        done = self.packed(*ids, ids[0], "--content", "contents", "-o", "out")
        self.assertEqual(done.returncode, 1, done.stderr)  # not every content is there
        after = self.snapshot()
        self.assertEqual({name: data for name, data in after.items() if name != "out" and not name.startswith("out/")}, before)
        files = {name[4:]: data for name, data in after.items() if name.startswith("out/") and data is not None}
        listed = dict(reversed(line.split("  ", 1)) for line in files.pop("manifest.sha256").decode().splitlines())
        self.assertEqual(listed, {name: hashlib.sha256(data).hexdigest() for name, data in files.items()})
        folders = {name.split("/")[0] for name in files if "/" in name}
        self.assertEqual(len(folders), len(ids))
        self.assertTrue(all(re.fullmatch(r"\d{3}-[A-Za-z0-9_][A-Za-z0-9_.-]*", name) and len(name) < 80 for name in folders), folders)
        copied = {name: data for name, data in files.items() if "/content-" in name}
        self.assertEqual(copied, {"001-etc-passwd/content-1-right.txt": b"the approved words"})
        self.assertEqual(files["001-etc-passwd/contents.txt"].count(b"copied as"), 1)
        page = files["index.html"].decode()
        self.assertEqual([link for link in re.findall(r'href="([^"]*)"', page) if link not in files], [])
        self.assertEqual(page.count("<tr>"), len(ids) + 1)
        self.assertNotIn("<b>", page)
        self.assertIn("&lt;b&gt;T1", page)
        told = json.loads(files["001-etc-passwd/in-force.json"])["documents"][0]
        self.assertEqual((told["version"], told["approved"], told["minute"]), (1, "2021-01-01", "7"))
        self.assertNotIn(b"2022-07-01", files["001-etc-passwd/in-force.txt"])

    def test_a_pack_needs_an_empty_folder_and_a_half_one_shows(self):
        ids = self.packing_register()
        (self.folder / "out").mkdir()
        self.assertEqual(self.packed("d2", "-o", "out").returncode, 0)
        before = self.snapshot()
        done = self.packed("d2", "-o", "out")
        self.assertEqual((done.returncode, self.snapshot()), (5, before))
        self.assertIn(b"not empty", done.stderr)
        self.assertEqual(self.packed("d2", "-o", "packing.xml/out").returncode, 5)
        limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (900, 900))
        done = self.packed("d2", "-o", "half", preexec_fn=limit)
        self.assertEqual(done.returncode, 5)
        self.assertIn(b"half is not whole", done.stderr)
        self.assertFalse((self.folder / "half" / "manifest.sha256").exists())

    def test_a_dry_run_and_a_refusal_change_no_byte(self):
        day = ["--profile", "profile.xml", "--recorded", "2026-11-22"]
        before = (self.folder / "register.xml").read_bytes()
        review = ["record", "register.xml", "P1", "reviewed", "--version", "1", *day]
        self.assertEqual(self.run_it(*review, "--on", "2026-11-20", "--dry-run").returncode, 0)
        self.assertEqual(self.run_it(*review, "--on", "2026-11-23").returncode, 1)
        clear = ["set", "register.xml", "P1", "author=", "--profile", "profile.xml", "--on", "2026-11-22"]
        refused = self.run_it(*clear)
        self.assertEqual(refused.returncode, 1)
        self.assertIn(b"has-author, s6", refused.stderr)
        self.assertEqual((self.folder / "register.xml").read_bytes(), before)

    def test_what_is_overridden_is_in_the_file_with_rule_and_reason(self):
        done = self.run_it("set", "register.xml", "P1", "author=", "--profile", "profile.xml", "--on", "2026-11-22", "--override",
                           "The post is vacant", "--recorder", "lead", "--reason", "As asked")
        self.assertEqual(done.returncode, 0)
        root = ElementTree.parse(self.folder / "register.xml").getroot()
        space = "{urn:policydoc:1}"
        event = root.find(f".//{space}overridden")
        self.assertEqual([event.get("item"), event.get("recorder"), event.get("on")], ["has-author", "lead", "2026-11-22"])
        self.assertEqual([event.findtext(space + name) for name in ("rationale", "basis", "why")], ["The post is vacant", "s6", "As asked"])
        corrected = root.find(f".//{space}corrected")
        self.assertEqual([corrected.get("field"), corrected.get("version")], ["author", "1"])
        self.assertEqual(root.get("revision"), "1")

    def test_diff_tells_what_record_recorded_and_nothing_else(self):
        shutil.copy(self.folder / "register.xml", self.folder / "old.xml")
        self.run_it("record", "register.xml", "P1", "reviewed", "--on", "2026-11-20", "--version", "1", "--profile", "profile.xml",
                    "--recorded", "2026-11-22")
        done = self.run_it("diff", "old.xml", "register.xml", "--format", "json")
        self.assertEqual(done.returncode, 1)
        told = [(d["change"], d["id"], d["place"]) for d in json.loads(done.stdout)["differences"]]
        self.assertEqual(told, [("added", None, "revised"), ("added", None, "revision"), ("added", "d1", "revision"),
                                ("added", "d1", "history/e4")])

    def test_two_keepers_at_once_lose_no_update(self):
        told = {0: 0, 5: 0}
        for i in range(15):
            command = [COMMAND, "record", "register.xml", "P1", "remarked", "--recorded", "2026-11-22", "--profile", "profile.xml"]
            both = [subprocess.Popen([*command, "--note", f"{i} {who}"], cwd=self.folder, env=PLAIN, stdout=subprocess.DEVNULL,
                                     stderr=subprocess.PIPE) for who in "ab"]
            for process in both:
                words = process.communicate(timeout=60)[1]
                self.assertIn(process.returncode, told, words)
                told[process.returncode] += 1
        text = (self.folder / "register.xml").read_text()
        self.assertEqual(text.count("<remarked "), told[0])
        self.assertGreaterEqual(told[0], 15)
        self.assertIn(f'revision="{told[0]}"', text)

    def test_today_is_the_day_if_none_is_given(self):
        import datetime
        days = []
        for _ in range(2):  # midnight may pass in between
            days.append(datetime.date.today().isoformat())
            data = json.loads(self.run_it("due", "good.xml", "--profile", "profile.xml", "--format", "json",
                                          env={**PLAIN, **({"TZ": os.environ["TZ"]} if "TZ" in os.environ else {})}).stdout)
            days.append(datetime.date.today().isoformat())
            if data["as_of"] in days:
                return
        self.fail(f"{data['as_of']} is not today")


if __name__ == "__main__":
    COMMAND = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main()
