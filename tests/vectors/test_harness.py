#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""test_harness.py PDOC_VECTORS: the harness itself tells right vectors from wrong ones, and says what it has no test for."""
import os
import pathlib
import subprocess
import sys
import tempfile

RIGHT = {
    "a_between.csv": "id,from,to,days,whole_months,period_ymd\nB1,2020-07-07,2023-07-06,1094,35,P2Y11M29D\n",
    "a_civil.csv": "date,epoch_day,iso_weekday,day_of_year,days_in_month,leap,iso_week_year,iso_week,quarter\n"
                   "2021-01-03,18630,7,3,31,0,2020,53,1\n",
    "a_durations.csv": "id,date,op,duration,years,months,weeks,days,expected\nA1,2024-01-31,add,P1M,0,1,0,0,2024-02-29\n"
                       "\"A2\",2024-03-31,sub,-P1M1D,0,-1,0,-1,2024-05-01\n",
    "a_partial_dates.csv": "value,first_day,last_day\n2024-02,2024-02-01,2024-02-29\n",
    "a_review_compliance.csv": "id,approved,max_interval,latest_allowed,stated_review,stated_first,stated_last,verdict\n"
                               "K1,2020-07-07,P36M,2023-07-07,2023-06,2023-06-01,2023-06-30,compliant\n"
                               "K2,2020-07-07,P36M,2023-07-07,2023-07,2023-07-01,2023-07-31,depends-on-day\n"
                               "K3,2020-07-07,P36M,2023-07-07,2023-08,2023-08-01,2023-08-31,not-compliant\n",
    "a_series.csv": "id,anchor,interval_months,expected_8_dates\nS1,2024-01-31,1,2024-02-29 2024-03-31 2024-04-30 2024-05-31 "
                    "2024-06-30 2024-07-31 2024-08-31 2024-09-30\n",
    "b_rrule.csv": "id,dtstart,rrule,n_checked,complete,ical_js_2.2.1_agrees,expected\n"
                   "Q1,2026-06-16,FREQ=MONTHLY;BYDAY=3TU;COUNT=2,2,1,1,2026-06-16 2026-07-21\n",
    "b_rrule_reject.csv": "rrule\n(empty)\nFREQ=MONTHLY;COUNT=3x\n",
    "b_rrule_skip.csv": "id,dtstart,rrule,expected\nK1,2024-01-31,RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD,2024-01-31 2024-02-29\n",
    "e_levelling_small.jsonl":
        '{"id": "E1", "months": 3, "docs": [{"owner": "A", "effort": 1, "months": [0]}, {"owner": "A", "effort": 1, '
        '"months": [0, 1]}, {"owner": "B", "effort": 1, "months": [0, 1]}, {"owner": "B", "effort": 1, "months": [1]}], '
        '"optimal_peak": 2, "min_sum_squares": 8}\n'
        '{"id": "E4", "months": 2, "docs": [{"owner": "A", "effort": 1, "months": [0]}, {"owner": "A", "effort": 1, '
        '"months": [0]}], "owner_cap": {"A": 1}, "optimal_peak": null, "feasible": false}\n'
        '{"id": "E5", "months": 2, "docs": [{"owner": "A", "effort": 1, "months": [0, 1], "previous_month": 0}, {"owner": '
        '"A", "effort": 1, "months": [0, 1], "previous_month": 0}], "optimal_peak": 1, "min_moves_at_optimal_peak": 1}\n',
    "g_ics_text.csv": 'id,text_json,summary_line_unfolded_json\n'
                      'T1,"""a;b\\\\n\\u0175 \\ud83d\\udcc4 \\"" ""","""SUMMARY:a\\\\;b\\\\\\\\n\u0175 \U0001f4c4 \\"" """\n'
                      'T2,"""two\\nlines""","""SUMMARY:two\\\\nlines"""\n',
    "a_xsd_duration_order.csv": "id,a,b,order\nO1,P3Y,P1097D,<\nO2,P3M,P89D,?\nO3,P12M,P1Y,=\nO4,P6M,P180D,>\n",
    "a_xsd_lexical.csv": "id,type,value,valid\nX1,date,2020-02-30,0\nX2,gYearMonth,2020-02,1\nX3,date,2020-02-01Z,1\n",
}
# One cell of each made wrong: (file, what stands there, what is put there).
WRONG = [
    ("g_ics_text.csv", "\u0175", "w"), ("g_ics_text.csv", "two\\\\nlines", "twonlines"),
    ("a_between.csv", "1094", "1093"), ("a_between.csv", ",35,", ",36,"), ("a_between.csv", "P2Y11M29D", "P2Y11M30D"),
    ("a_civil.csv", "18630", "18631"), ("a_civil.csv", ",7,3,", ",6,3,"), ("a_civil.csv", ",53,", ",1,"),
    ("a_durations.csv", "2024-02-29", "2024-03-02"), ("a_durations.csv", "P1M,", "P1X,"), ("a_durations.csv", "add", "plus"),
    ("a_durations.csv", "2024-05-01", ""), ("a_durations.csv", ",expected", ",expects"), ("a_durations.csv", "A1,", "A1,,"),
    ("a_partial_dates.csv", "2024-02-29", "2024-02-28"), ("a_partial_dates.csv", "\n2024-02,", "\n2024-02-01,"),
    ("a_review_compliance.csv", "depends-on-day", "compliant"), ("a_review_compliance.csv", "2023-07-07,2023-08,", "2023-07-08,2023-08,"),
    ("a_series.csv", "2024-03-31", "2024-03-29"),
    ("a_xsd_duration_order.csv", "P89D,?", "P89D,="), ("a_xsd_duration_order.csv", "1097", "1096"),
    ("a_xsd_lexical.csv", "2020-02-30,0", "2020-02-30,1"), ("a_xsd_lexical.csv", "2020-02,1", "2020-02,0"),
    ("b_rrule.csv", "2026-07-21", "2026-07-14"), ("b_rrule.csv", "COUNT=2", "COUNT=3"), ("b_rrule.csv", "3TU", "4TU"),
    ("b_rrule.csv", ",1,1,2026", ",1,0,2026"), ("b_rrule_reject.csv", "3x", "3"), ("b_rrule_skip.csv", "2024-02-29", "2024-03-01"),
    ("a_partial_dates.csv", "2024-02,2024-02-01,2024-02-29\n", ""),
    ("e_levelling_small.jsonl", '"optimal_peak": 2', '"optimal_peak": 1'), ("e_levelling_small.jsonl", ": 8}", ": 10}"),
    ("e_levelling_small.jsonl", '{"A": 1}', '{"A": 2}'), ("e_levelling_small.jsonl", "_peak\": 1}", "_peak\": 0}"),
    ("e_levelling_small.jsonl", '"docs"', '"papers"'),
]


def run(program, files):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            pathlib.Path(folder, name).write_text(text)
        done = subprocess.run([program, folder], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout.splitlines()


def main():
    program, problems = sys.argv[1], []
    code, lines = run(program, {**RIGHT, "z_later.csv": "rrule\n", "b_disputed.csv": "x\n"})
    if code != 0 or lines[-1] != "24 passed, 0 failed, 3 skipped":
        problems.append(f"right vectors: exit {code}, {lines}")
    for line in ["z_later.csv: skipped (no test for it yet)", "a_between.csv: 1 passed, 0 failed"]:
        if line not in lines:
            problems.append(f"missing line: {line}")
    for name, there, instead in WRONG:
        text = RIGHT[name].replace(there, instead)
        code, lines = run(program, {name: text})
        if text == RIGHT[name] or code != 1 or ", 0 failed" in lines[-1]:
            problems.append(f"{name} with {instead!r} for {there!r}: exit {code}, {lines}")
    missing = subprocess.run([program], capture_output=True, text=True, env={**os.environ, "PDOC_SHARED": "/nowhere"}, check=False)
    if missing.returncode != 0 or not missing.stdout.startswith("skipped: "):
        problems.append(f"a missing usual folder: exit {missing.returncode}, {missing.stdout}")
    if subprocess.run([program, "/nowhere"], capture_output=True, check=False).returncode != 2:
        problems.append("a missing folder that was asked for is not a usage error")
    print("\n".join(problems) or f"{len(WRONG)} wrong cells were all seen")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
