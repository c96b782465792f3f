# SPDX-License-Identifier: MIT
"""Threads: judgements let others run, writers wait for them, and closing waits, too. Nothing is leaked."""
import ctypes
import datetime
import gc
import os
import subprocess
import sys
import threading
import time

import pytest

import policydoc
from conftest import SMALL

DAY = datetime.date(2024, 1, 1)


def large(count):
    register = policydoc.Register("large")
    register.add_profile("merton-mscp")
    for i in range(count):
        doc = register.add_document(f"Title {i}", type="policy")
        version = doc.add_version("V1")
        version.add_row("date-review", "Review date", "June 2023")
    return register


def run_together(seconds, *jobs):
    until, failed = time.monotonic() + seconds, []

    def repeat(job):
        try:
            while time.monotonic() < until and not failed:
                job()
        except BaseException as error:  # what fails in a thread must fail the test
            failed.append(error)

    threads = [threading.Thread(target=repeat, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=seconds + 120)
        assert not thread.is_alive()
    assert not failed, failed[0]


def test_two_readers_and_two_writers():
    register = large(60)
    counts = [0, 0]

    def read():
        report = register.audit(on=DAY)
        assert len(report.documents) >= 60 and report.findings[0].message
        counts[0] += 1

    def write():
        register[5].title = f"Title {counts[1]}"
        register.add_document("one more", type="policy") if len(register) < 120 else register[0].set("owner", "x")
        counts[1] += 1

    run_together(3, read, read, write, write)
    assert counts[0] > 1 and counts[1] > 1


def test_others_run_while_a_large_file_is_read():
    text = large(3000).to_xml()
    ticks, reading = [], threading.Event()

    def tick():
        while not reading.is_set():
            ticks.append(time.monotonic())
            time.sleep(0.001)

    ticker = threading.Thread(target=tick)
    ticker.start()
    begun = time.monotonic()
    for _ in range(3):
        policydoc.Register.parse(text)
    ended = time.monotonic()
    reading.set()
    ticker.join()
    inside = [each for each in ticks if begun < each < ended]
    assert len(inside) >= 3


def test_closing_against_use():
    for _ in range(20):
        register = large(40)

        def judge():
            try:
                register.audit(on=DAY)
            except ValueError as error:
                assert str(error) == "operation on a closed Register"

        threads = [threading.Thread(target=judge) for _ in range(2)] + [threading.Thread(target=register.close)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(timeout=60)
            assert not thread.is_alive()


def allocated():
    """Bytes that malloc has given out, those in blocks of their own included."""
    class Info(ctypes.Structure):
        _fields_ = [(name, ctypes.c_size_t) for name in (
            "arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks", "fordblks", "keepcost")]

    library = ctypes.CDLL(None)
    if not hasattr(library, "mallinfo2") or os.environ.get("LD_PRELOAD"):
        pytest.skip("mallinfo2 is not there, or a sanitizer is in its place")
    library.mallinfo2.restype = Info
    info = library.mallinfo2()
    return info.uordblks + info.hblkhd


OPERATIONS = {
    "parse": lambda r: policydoc.Register.parse(SMALL)[0].title,
    "copy": lambda r: r.copy(),
    "due": lambda r: [d.document for d in r.due(on=DAY)],
    "audit": lambda r: [f.message for f in r.audit(on=DAY).findings],
    "audit of one": lambda r: r[0].audit(on=DAY).profiles[0],
    "explain": lambda r: r[0].explain(on=DAY).steps[-1].text,
    "plan": lambda r: r[0].plan(on=DAY).steps[:],
    "programme": lambda r: r.programme(on=DAY).entries[:],
    "reminders": lambda r: r.reminders(on=DAY).reminders[:],
    "next": lambda r: [s.obstacles[:] for s in r.next_steps(on=DAY).steps],
    "ready": lambda r: r[0].readiness("sign-off", on=DAY).obstacles[:],
    "in force": lambda r: (r.in_force(on=DAY).documents[:], r[0].version_in_force(on=DAY)),
    "versions": lambda r: r[0].list_versions(on=DAY).versions[:],
    "extensions": lambda r: r.extensions(on=DAY),
    "binding": lambda r: r[0].binding(on=DAY),
    "consultations": lambda r: (r.consultations(on=DAY), r[0].consultations(on=DAY)),
    "classify": lambda r: [c.evidence[:] for c in r[0].classify(on=DAY).candidates],
    "impact": lambda r: r.impact("d1", on=DAY).documents[:],
    "distribution": lambda r: (r.distribution_tasks(on=DAY), r[0].distribution_tasks(on=DAY)),
    "feed": lambda r: r.feed(on=DAY),
    "merge": lambda r: r.merge(r, origin="x", on=DAY).register,
    "compare": lambda r: r.compare(r.copy()),
    "what if": lambda r: r.schedule(on=DAY).compare(r.schedule(on=DAY, profile="general")).changes[:],
    "find": lambda r: r.find("type = policy", on=DAY),
    "change": lambda r: change(r),
    "sheet": lambda r: policydoc.Sheet.parse("Reference,Title\nP1,A\n").register[0],
    "profile": lambda r: policydoc.Profile.shipped("general").lint().findings[:],
    "skeleton": lambda r: policydoc.Profile.shipped("merton-mscp").skeleton("policy", on=DAY),
    "calendar": lambda r: policydoc.Calendar.shipped("scotland").extend().finish().add(DAY, "1 working-days"),
    "recurrence": lambda r: list(policydoc.Recurrence("FREQ=DAILY;COUNT=3", DAY)),
    "meetings": lambda r: r.meetings(DAY, DAY),
    "publish": lambda r: r.audit(on=DAY).publish("json"),
    "calendar file": lambda r: r.to_icalendar(schedule=r.schedule(on=DAY)),
    "rows": lambda r: r.documents.rows(),
    "parts": lambda r: (r[0].history[:], r.parties[:], r[0].relations[:], r[0].last_version.sheet[:], r.party("executive")),
    "error": lambda r: pytest.raises(policydoc.ParseError, policydoc.Register.parse, "<x"),
}


def change(register):
    prepared = register.change(on=DAY)
    prepared["P1"].record("reviewed", on=DAY, outcome="no-change")
    return prepared.finish()[0].history[-1].kind


@pytest.mark.parametrize("name", OPERATIONS)
def test_nothing_is_leaked(name):
    register = policydoc.Register.parse(SMALL)
    for _ in range(15):
        OPERATIONS[name](register)
    gc.collect()
    before = allocated()
    for _ in range(60):
        OPERATIONS[name](register)
    gc.collect()
    assert allocated() - before < 60 * 24, f"{(allocated() - before) / 60} bytes a time"


@pytest.mark.parametrize("code", [
    "import policydoc, datetime\nr = policydoc.Register('x')\nd = r.add_document('t')\ne = r.documents",
    "import os, policydoc\nr = policydoc.Register('x')\n"
    "pid = os.fork()\nassert policydoc.Register('y').title == 'y' and r.title == 'x'\n"
    "pid and os.waitpid(pid, 0)[1] == 0 or pid and exit(1)",
    "import policydoc\nfrom lxml import etree\netree.fromstring('<a/>')\n"
    "try:\n    policydoc.Register.parse('<x')\nexcept policydoc.ParseError:\n    pass\n"
    "try:\n    etree.fromstring('<a>')\nexcept etree.XMLSyntaxError as e:\n    assert e.lineno == 1\n"],
    ids=["globals at the end", "after fork", "beside lxml"])
def test_a_script_ends_in_silence(code):
    if "lxml" in code:
        pytest.importorskip("lxml", reason="lxml is not there")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
