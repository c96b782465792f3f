#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""compare.py POLICYDOC [HISTORIES] [SEED]: random histories, folded by us and worked out the slow way by fold.py.

HISTORIES is how many (default 3000); SEED repeats a run (default: the clock; PDOC_SEED does the same). Asked of each
document, on several days and by what was known on several: which version was in force, since when, by which decision, and by
when it must be reviewed. And of the first so many events of each history: is that a register, is it answered as the whole
is by what was known then."""
import datetime
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

import fold
import make

HERE = pathlib.Path(__file__).resolve().parent
DAYS = 6 # on which every document is asked for
MOST_SHOWN = 10


class Run:
    def __init__(self, policydoc, folder):
        self.policydoc = policydoc
        self.folder = pathlib.Path(folder)
        self.wrong = []
        self.compared = 0
        self.seen = {} # answer: how often it was right, so that no kind of answer is left out

    def ask(self, command, path, on, known):
        call = [self.policydoc, command, str(path), "--add-profile", str(HERE / "histories.profile.xml"), "--format", "json",
                "--on", make.written(on)]
        call += ["--known", make.written(known)] if known else []
        done = subprocess.run(call, capture_output=True, text=True, check=False)
        if done.returncode not in (0, 1) or done.stderr:
            sys.exit(f"{' '.join(call)} ended with {done.returncode}\n{done.stderr}")
        return {d["id"]: d for d in json.loads(done.stdout)["documents"]}

    def compare(self, what, ours, slow, where):
        self.compared += 1
        if ours != slow:
            self.wrong.append(f"{where}: {what} is {ours} by the library, {slow} the slow way")

    def write(self, name, histories, most=None):
        path = self.folder / name
        path.write_text(make.register_xml(histories, most), encoding="utf-8")
        return path


def say(day):
    return make.written(day) if day else None


def next_review(document):
    """Three years on; None where no day says so, or one that is not exact (the rounding of those is for other tests)."""
    days = document.review_clock()
    exact = days and all(isinstance(day, datetime.date) for day in days)
    return fold.add_years(max(days), 3) if exact else None


def compare_documents(run, path, histories, on, known, most=None):
    in_force = run.ask("in-force", path, on, known)
    due = run.ask("due", path, on, known)
    for i, (versions, events) in enumerate(histories, 1):
        slow = fold.Document(events[:most], versions, on, known)
        ours, where = in_force[f"d{i}"], f"d{i} on {on}, known {known}, {most or 'all'} events"
        holds = slow.in_force()
        run.compare("the version in force", ours["version"], holds[0] if holds else None, where)
        if holds:
            run.compare("in force since", ours["since"], say(holds[1]), where)
            run.compare("the decision", ours["decision"], slow.approval(holds[0]), where)
        if versions == 1:
            run.compare("the phase", ours["phase"], slow.alone(1)[0], where)
            run.seen[ours["phase"]] = run.seen.get(ours["phase"], 0) + 1
        review = next_review(slow)
        if (holds or versions == 1) and (review or not slow.review_clock()):
            run.compare("the review", due[f"d{i}"]["due_derived"], say(review), where)
            run.seen["due" if review else "not due"] = run.seen.get("due" if review else "not due", 0) + 1


def check_prefixes(run, rng, histories):
    """History is only added to: what had been entered by some moment is a register, and was answered so then."""
    longest = max(len(events) for _, events in histories)
    for most in range(longest):
        path = run.write(f"first-{most}.xml", histories, most)
        done = subprocess.run([run.policydoc, "validate", str(path)], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            sys.exit(f"the first {most} events of each history are no valid register\n{done.stdout}{done.stderr}")
        compare_documents(run, path, histories, make.any_day(rng), None, most)


def check_then_is_now(run, rng, histories, whole):
    """What the whole says by the knowledge of a day is what the register said that held only what was entered by then."""
    for _ in range(DAYS):
        known, on = make.any_day(rng), make.any_day(rng)
        then = [(versions, fold_known(events, known)) for versions, events in histories]
        path = run.write("then.xml", then)
        for command in ("in-force", "due"):
            before, after = run.ask(command, path, on, None), run.ask(command, whole, on, known)
            run.compared += len(before)
            for key in sorted(set(before) | set(after)):
                if before.get(key) != after.get(key):
                    run.wrong.append(f"{key}: {command} on {on}, known {known}: {before.get(key)} then, {after.get(key)} now")


def fold_known(events, known):
    return [e for e in events if fold.order(e.recorded or e.on) <= fold.order(known)]


def main():
    policydoc, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 3000
    seed = int(sys.argv[3] if len(sys.argv) > 3 else os.environ.get("PDOC_SEED", time.time_ns() % 1000000))
    rng = random.Random(seed)
    numbers = iter(range(1, count * 100, 100))
    histories = [make.history(rng, next(numbers)) for _ in range(count)]
    print(f"seed {seed}: {count} histories, {sum(len(e) for _, e in histories)} events")
    with tempfile.TemporaryDirectory() as folder:
        run = Run(policydoc, folder)
        whole = run.write("whole.xml", histories)
        for _ in range(DAYS):
            compare_documents(run, whole, histories, make.any_day(rng), rng.choice([None, make.any_day(rng)]))
        check_prefixes(run, rng, histories[:300])
        check_then_is_now(run, rng, histories, whole)
    return report(run)


def report(run):
    wanted = {"in-force", "approved", "draft", "consulting", "superseded", "withdrawn", "archived", "undetermined", "due", "not due"}
    for answer in sorted(wanted - set(run.seen)):
        run.wrong.append(f"no history came to {answer}: the comparison proves nothing of it")
    print(f"{run.compared} answers compared:", ", ".join(f"{v} {k}" for k, v in sorted(run.seen.items())))
    for line in run.wrong[:MOST_SHOWN]:
        print(line)
    print(f"{len(run.wrong)} differ")
    return 1 if run.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
