# SPDX-License-Identifier: MIT
"""The example programs run, and say what they should."""
import datetime
import subprocess
import sys

import pytest

import policydoc
from conftest import MERTON, SMALL, SOURCE

EXAMPLES = SOURCE / "examples" / "python"
PLANNING = SOURCE / "examples" / "registers" / "planning.xml"


def run(name, *words, code=0):
    done = subprocess.run([sys.executable, EXAMPLES / name, *map(str, words)], capture_output=True)
    assert (done.returncode, done.stderr.decode()) == (code, "")
    return done.stdout.decode()


def test_overdue(tmp_path):
    (tmp_path / "small.xml").write_text(SMALL, encoding="utf-8")
    lines = run("overdue.py", tmp_path / "small.xml", "2023-07-10").splitlines()
    assert lines[0] == "Policy Subgroup"
    assert lines[1].startswith("  2023-06-30  10 days late") and "Bullying" in lines[1]
    assert len(lines) == 2


def test_audit_of_a_folder(tmp_path):
    (tmp_path / "a.xml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "b.xml").write_text("<broken", encoding="utf-8")
    report = policydoc.Register.parse(SMALL).audit(on=datetime.date(2024, 1, 1))
    broken = sum(f.outcome == "not-met" and f.modality == "must" for f in report.findings)
    text = run("audit_folder.py", tmp_path, "2024-01-01", code=1)
    assert f"a.xml: 2 documents, {broken} must-rules not met, {len(report.findings)} findings" in text
    assert "b.xml: cannot be audited: " in text


def test_review_load(tmp_path):
    text = run("review_load.py", PLANNING, "2026-09-01", tmp_path / "load.png")
    programme = policydoc.Register.read(PLANNING).programme(on=datetime.date(2026, 9, 1))
    assert f"at most {programme.peak} a month" in text
    assert sum(line.count("#") for line in text.splitlines()) == sum(month.load for month in programme.months)
    assert (tmp_path / "load.png").exists() or "matplotlib is not there" in text


def test_plan_to_calendar(tmp_path):
    out = tmp_path / "plan.ics"
    text = run("plan_to_calendar.py", PLANNING, "d1", "2024-09-01", "2026-03-31", out)
    assert "2026-03-18" in text  # the last meeting before the deadline
    words = out.read_bytes()
    assert words.startswith(b"BEGIN:VCALENDAR\r\n") and b"20260318" in words


def test_what_if():
    text = run("what_if.py", MERTON, "birmingham-trust", "2024-01-01")
    assert text.splitlines()[-1].endswith("of 2 documents stay as they are")


def test_the_first_page_of_the_package(tmp_path):
    lines = [line[4:] for line in policydoc.__doc__.splitlines() if line.startswith("    ")]
    (tmp_path / "register.xml").write_text(SMALL, encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", "\n".join(lines)], capture_output=True, cwd=tmp_path, check=True)
    assert done.stdout.decode() == "Bullying \U0001f642 Policy Subgroup\n"


@pytest.mark.parametrize("name", sorted(path.name for path in EXAMPLES.glob("*.py")))
def test_what_it_does_is_said(name):
    done = subprocess.run([sys.executable, EXAMPLES / name], capture_output=True)
    assert done.returncode == 1 and name in done.stderr.decode()
