#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""reference_time.py QUESTION-FILE: the questions of the benchmark of time, answered with python-dateutil or numpy. Prints the
processor time of the best of several runs, and the sum of all day numbers; or what is not there."""
import bisect
import datetime
import sys
import time

try:
    from dateutil.relativedelta import relativedelta
    from dateutil.rrule import rrulestr
except ImportError:
    rrulestr = None
try:
    import numpy
except ImportError:
    numpy = None

EPOCH = datetime.date(1970, 1, 1).toordinal()
DAY = datetime.timedelta(days=1)


def read(path):
    asked = {"rule": []}
    for line in open(path):
        name, *words = line.split()
        if name == "rule":
            asked["rule"].append((datetime.datetime.fromisoformat(words[0]), words[1]))
        else:
            asked[name] = words
    return asked


def best(work, runs):
    times = []
    for _ in range(runs):
        start = time.process_time()
        answer = work()
        times.append(time.process_time() - start)
    return f"{min(times):.9f} {answer}"


def recurrence(asked):
    repeats, occurrences = int(asked["repeats"][0]), int(asked["occurrences"][0])

    def work():
        total = 0
        for start, rule in asked["rule"]:
            days = iter(rrulestr(rule, dtstart=start))
            for _ in range(occurrences):
                total += next(days).toordinal() - EPOCH
        return total
    few = max(1, repeats // 20)  # it takes long; the time of one is the same

    def several():
        return sum(work() for _ in range(few)) * repeats // few
    seconds, total = best(several, 3).split()
    return f"{float(seconds) * repeats / few:.9f} {total}"


def working_days(asked):
    """All starts at once, one call for each number of days: the start is rolled against the direction, and so never counted."""
    first, count = map(int, asked["starts"])
    starts = numpy.arange(first, first + count).astype("datetime64[D]")
    calendar = numpy.busdaycalendar(holidays=numpy.array([int(day) for day in asked["holidays"]], dtype="int64").astype("datetime64[D]"))

    def work():
        return sum(int(numpy.busday_offset(starts, number, roll="backward" if number > 0 else "forward", busdaycal=calendar)
                       .astype("int64").sum()) for number in map(int, asked["counts"]))
    return best(work, 9)


def plans(asked):
    """Deadline three years after approval, the last meeting until then, papers, replies, two agendas."""
    count, first, days = map(int, asked["plans"])
    holidays = {datetime.date.fromordinal(int(day) + EPOCH) for day in asked["holidays"]}
    start, rule = asked["meetings"]
    meetings = rrulestr(rule, dtstart=datetime.datetime.fromisoformat(start), cache=True)

    def is_working(day):
        return day.weekday() < 5 and day not in holidays

    def roll(day, step):
        while not is_working(day):
            day += step
        return day

    def back(day, number):
        while number:
            day -= DAY
            number -= is_working(day)
        return day

    def plan(approved):
        deadline = approved + relativedelta(months=36)
        at = datetime.datetime(deadline.year, deadline.month, deadline.day)
        near = [roll(day.date(), DAY) for day in meetings.between(at - 62 * DAY, at + 10 * DAY, inc=True)]
        meeting = near[bisect.bisect_right(near, deadline) - 1]
        return (meeting, roll(meeting - 14 * DAY, -DAY), roll(meeting - 3 * DAY, -DAY), back(meeting, 2), back(meeting, 1))

    def work():
        return sum(sum(day.toordinal() - EPOCH for day in plan(datetime.date.fromordinal(EPOCH + first + i % days)))
                   for i in range(count))
    return best(work, 1)


QUESTIONS = {"recurrence": (recurrence, rrulestr, "python-dateutil is not there (Debian package python3-dateutil)"),
             "working-days": (working_days, numpy, "numpy is not there (Debian package python3-numpy)"),
             "plans": (plans, rrulestr, "python-dateutil is not there (Debian package python3-dateutil)")}


def main():
    asked = read(sys.argv[1])
    answer, needed, absent = QUESTIONS[asked["question"][0]]
    print(answer(asked) if needed else absent)


main()
