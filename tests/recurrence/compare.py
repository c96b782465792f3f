#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""compare.py EXPAND EXPAND_LIBICAL|"" [RULES] [SEED]: random recurrence rules, expanded by us, by python-dateutil and by
libical. RULES is how many (default 6000); SEED repeats a run (default: the clock; PDOC_SEED does the same).

Every rule is in a shape on which the two are known to be right; where one of them is not, the shape says so and why. The
rules of a shape without oracle are checked against the rule of addition: start + k times n months, clamped."""
import calendar
import datetime
import os
import random
import re
import subprocess
import sys
import time

try:
    from dateutil.rrule import rrulestr
    from dateutil.relativedelta import relativedelta
except ImportError:
    rrulestr = None

DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
MOST_DAYS = 25 # of each rule
YEARS = {"DAILY": 6, "WEEKLY": 12, "MONTHLY": 60, "YEARLY": 120} # how far days are compared; libical ends in 2582
DATEUTIL, LIBICAL, ADDITION = "python-dateutil", "libical", "addition of months"
BOTH = (DATEUTIL, LIBICAL)


def some(rng, values, most):
    return sorted(rng.sample(list(values), rng.randint(1, most)))


def listed(values):
    return ",".join(map(str, values))


def months(rng):
    return "BYMONTH=" + listed(some(rng, range(1, 13), 11))


def weekdays(rng, most=5):
    return "BYDAY=" + listed([DAYS[i] for i in some(rng, range(7), most)])


def nth(rng, most, count):
    found = {rng.choice(["", "-"]) + str(rng.randint(1, most)) + rng.choice(DAYS) for _ in range(rng.randint(1, count))}
    return "BYDAY=" + listed(sorted(found))


def month_days(rng, negative=True):
    values = list(range(1, 32)) + (list(range(-31, 0)) if negative else [])
    return "BYMONTHDAY=" + listed(some(rng, values, 4))


def day_range(rng):
    first = rng.randint(1, 25)
    return "BYMONTHDAY=" + listed(range(first, min(first + rng.choice([7, 7, 7, 14]), 32)))


def position(rng, most=3):
    values = [v for n in range(1, most + 1) for v in (n, -n)]
    return "BYSETPOS=" + listed(some(rng, values, 2))


def scale(rng, skips):
    return "RSCALE=GREGORIAN;SKIP=" + rng.choice(skips)


# Shape: (weight, frequency, parts, who knows the answer). A part is a function of the random numbers.
SHAPES = [
    (2, "DAILY", [], BOTH),
    (1, "DAILY", [months], BOTH),
    (1, "DAILY", [weekdays], BOTH),
    (1, "DAILY", [month_days], BOTH),
    (1, "DAILY", [months, weekdays, month_days], BOTH),
    (2, "WEEKLY", [], BOTH),
    (3, "WEEKLY", [weekdays], BOTH),
    (3, "WEEKLY", [lambda r: weekdays(r, 7), lambda r: "WKST=" + r.choice(DAYS)], BOTH),
    (2, "WEEKLY", [months, weekdays], BOTH),
    (2, "MONTHLY", [], BOTH),
    (2, "MONTHLY", [months], BOTH),
    (3, "MONTHLY", [month_days], BOTH),
    (3, "MONTHLY", [months, month_days], BOTH),
    (2, "MONTHLY", [weekdays], BOTH),
    (4, "MONTHLY", [lambda r: nth(r, 5, 3)], BOTH),
    (2, "MONTHLY", [months, lambda r: nth(r, 5, 2)], BOTH),
    (4, "MONTHLY", [weekdays, position], BOTH),
    (3, "MONTHLY", [month_days, position], BOTH),
    (2, "MONTHLY", [lambda r: nth(r, 5, 4), position], BOTH),
    (3, "MONTHLY", [day_range, weekdays], BOTH),
    (2, "MONTHLY", [month_days, weekdays, position], BOTH),
    (2, "YEARLY", [], BOTH),
    (2, "YEARLY", [months], BOTH),
    (4, "YEARLY", [months, month_days], BOTH),
    (3, "YEARLY", [months, weekdays], BOTH),
    (4, "YEARLY", [months, lambda r: nth(r, 5, 3)], BOTH),
    (3, "YEARLY", [months, weekdays, position], BOTH),
    (2, "YEARLY", [months, day_range, weekdays], BOTH),
    (2, "YEARLY", [lambda r: nth(r, 53, 3)], BOTH),
    (1, "YEARLY", [weekdays], BOTH),
    (1, "YEARLY", [weekdays, lambda r: position(r, 180)], BOTH),
    (3, "MONTHLY", [lambda r: scale(r, ["BACKWARD"])], (LIBICAL, ADDITION)),
    (2, "YEARLY", [lambda r: scale(r, ["BACKWARD"])], (LIBICAL, ADDITION)),
    (3, "MONTHLY", [lambda r: scale(r, ["FORWARD", "OMIT"])], (LIBICAL,)),
    (2, "YEARLY", [lambda r: scale(r, ["FORWARD", "OMIT"])], (LIBICAL,)),
    (3, "MONTHLY", [lambda r: scale(r, ["FORWARD", "BACKWARD", "OMIT"]), lambda r: month_days(r, False)], (LIBICAL,)),
    (3, "YEARLY", [lambda r: scale(r, ["FORWARD", "BACKWARD", "OMIT"]), months, lambda r: month_days(r, False)], (LIBICAL,)),
]
INTERVALS = {"DAILY": [1, 2, 3, 10, 45], "WEEKLY": [1, 2, 3, 4, 6, 13], "MONTHLY": [1, 1, 2, 3, 4, 6, 12, 24, 36],
             "YEARLY": [1, 1, 2, 3, 4, 5]}


def libical_is_wrong(rule):
    """Shapes that libical 3.0.16 is known to get wrong; python-dateutil answers for them alone."""
    parts = dict(part.split("=") for part in rule.split(";"))
    days = parts.get("BYMONTHDAY", "")
    return (parts["FREQ"] == "DAILY" and "-" in days # negative days: ignored up to 3.0.18
            or parts.get("WKST", "MO") not in ("MO", "SU") # weeks are not those of WKST
            or "BYSETPOS" in parts and "-" in days # a day named twice, as 28 and as -3, has two positions
            # a day moved forward onto the 1st of a month, which the rule names too, is listed twice
            or parts.get("SKIP") == "FORWARD" and "1" in days.split(",") and {"29", "30", "31"} & set(days.split(",")))


def random_day(rng):
    year, month = rng.randint(1990, 2060), rng.randint(1, 12)
    last = calendar.monthrange(year, month)[1]
    return datetime.date(year, month, rng.choice([rng.randint(1, last), rng.randint(27, last), last]))


def end_part(rng, start):
    kind = rng.randint(0, 3)
    if kind == 0:
        return [f"COUNT={rng.choice([1, 2, 5, 12, 24])}"]
    if kind == 1:
        return [f"UNTIL={start + datetime.timedelta(days=rng.randint(0, 4000)):%Y%m%d}"]
    return []


def end_of(start, rule):
    """The first day that is not compared any more."""
    frequency = next(part[5:] for part in rule.split(";") if part.startswith("FREQ="))
    return datetime.date(start.year + YEARS[frequency], 1, 1)


def by_dateutil(start, rule, most):
    days, end = [], datetime.datetime.combine(end_of(start, rule), datetime.time())
    bound = "" if "UNTIL" in rule or "COUNT" in rule else f";UNTIL={end:%Y%m%d}" # else it looks up to the year 9999, slowly
    for moment in rrulestr(rule + bound, dtstart=datetime.datetime.combine(start, datetime.time())):
        if moment >= end or len(days) == most:
            break
        days.append(moment.date().isoformat())
    return days


def by_addition(start, shape, rule, most):
    step = next(int(part[9:]) for part in rule.split(";") if part.startswith("INTERVAL="))
    step *= 12 if shape[1] == "YEARLY" else 1
    days = [(start + relativedelta(months=step * k)).isoformat() for k in range(most)]
    for part in rule.split(";"):
        if part.startswith("COUNT="):
            days = days[: int(part[6:])]
        if part.startswith("UNTIL="):
            days = [day for day in days if day.replace("-", "") <= part[6:]]
    return [day for day in days if day < end_of(start, rule).isoformat()]


def run(program, cases, numbers):
    """Days of each case; so many of each as its number, for libical may search without end for one that is not there."""
    lines = "".join(f"{number} {start} {rule}\n" for (start, rule, _), number in zip(cases, numbers))
    done = subprocess.run([program], input=lines, capture_output=True, text=True, check=False, timeout=300)
    if done.returncode != 0:
        sys.exit(f"{program} ended with {done.returncode}:\n{done.stderr}")
    return done.stdout.split("\n")[: len(cases)]


def make_rule(rng):
    """A day, a rule without an end, and its shape."""
    shape = rng.choices(SHAPES, [shape[0] for shape in SHAPES])[0]
    parts = [f"FREQ={shape[1]}", f"INTERVAL={rng.choice(INTERVALS[shape[1]])}"]
    for part in shape[2]:
        parts += part(rng).split(";")
    return random_day(rng), ";".join(parts), shape


def first_of(start, line):
    """The first day of a rule from a day on, from what we said of the two; None if there is none."""
    named = re.search(r"the first day after it for which it does is (\S+)$", line)
    if named:
        return datetime.date.fromisoformat(named[1])
    return None if "holds neither for its first day" in line or "never again" in line else start


def make_cases(rng, ours, count):
    """Rules that begin on a day for which they hold. Which that is we are asked (python-dateutil takes too long), and
    wrong_starts and the comparison check it."""
    cases = []
    while len(cases) < count:
        rules = [make_rule(rng) for _ in range(count)]
        firsts = [(first_of(start, line), rule, shape)
                  for (start, rule, shape), line in zip(rules, run(ours, rules, [0] * count))]
        firsts = [case for case in firsts if case[0] and case[0].year < 2070]
        # A day that SKIP moved into the next month counts its months from there: it may not be a first day itself.
        for (first, rule, shape), line in zip(firsts, run(ours, firsts, [0] * len(firsts))):
            if first_of(first, line) == first:
                cases.append((first, ";".join([rule] + end_part(rng, first)), shape))
    return cases[:count]


def split(line, start, rule):
    """Days of a line up to where the comparison ends; words of a refusal stay, and differ from every day."""
    end = end_of(start, rule).isoformat()
    return [day for day in line.split() if not day[:1].isdigit() or day < end]


def answers_of(case, libical_line):
    start, rule, shape = case
    answers = {}
    if DATEUTIL in shape[3]:
        answers[DATEUTIL] = by_dateutil(start, rule, MOST_DAYS)
    if LIBICAL in shape[3] and libical_line is not None and not libical_is_wrong(rule):
        answers[LIBICAL] = split(libical_line, start, rule)
    if ADDITION in shape[3]:
        answers[ADDITION] = by_addition(start, shape, rule, MOST_DAYS)
    return answers


def wrong_starts(ours, cases):
    """Rules that begin a day too late for their first day must be refused; in words, what is not as it should be."""
    moved = [(start + datetime.timedelta(days=1), rule, shape) for start, rule, shape in cases
             if DATEUTIL in shape[3] and "BY" in rule and "UNTIL" not in rule][: len(cases) // 5]
    wrong = []
    for (start, rule, _), line in zip(moved, run(ours, moved, [1] * len(moved))):
        first = by_dateutil(start, rule, 1)
        if line.startswith("refused: ") == (first == [start.isoformat()]):
            wrong.append(f"{start} {rule}\n  ours: {line[:200]}\n  its first day: {first}")
    return len(moved), wrong


def main():
    ours, libical = sys.argv[1], sys.argv[2]
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 6000
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else int(os.environ.get("PDOC_SEED", time.time_ns() % 1000000007))
    if not rrulestr:
        print("skipped: python-dateutil is not there (Debian package python3-dateutil)")
        return 77
    rng = random.Random(seed)
    cases = make_cases(rng, ours, count)
    found = run(ours, cases, [MOST_DAYS] * count)
    numbers = [0 if libical_is_wrong(rule) else len(split(line, start, rule)) for (start, rule, _), line in zip(cases, found)]
    oracle = run(libical, cases, numbers) if libical else [None] * count
    compared, wrong = {DATEUTIL: 0, LIBICAL: 0, ADDITION: 0}, []
    for case, line, third in zip(cases, found, oracle):
        start, rule, _ = case
        answers = answers_of(case, third)
        for name, days in answers.items():
            compared[name] += 1
            if split(line, start, rule) != days:
                wrong.append(f"{start} {rule}\n  ours:    {line[:200]}\n  {name}: {' '.join(days)[:200]}")
    moved, wrong_moved = wrong_starts(ours, cases)
    wrong += wrong_moved
    for problem in wrong[:40]:
        print(problem)
    print(f"{count} rules, seed {seed}: compared with " + ", ".join(f"{name} {n}" for name, n in compared.items() if n) +
          ("" if libical else "; libical is not there (Debian package libical-dev)") + f"; {moved} with a start moved by a day; {len(wrong)} differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
