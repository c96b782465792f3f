# SPDX-License-Identifier: MIT
"""Schedules, audits and what they rest on; expectations counted by hand from the rules of the sources."""
import datetime

import pytest

import policydoc


def test_due_by_the_earlier_of_sheet_and_rule(small, day):
    entry = small.due(on=day)[0]
    assert entry.document == small[0]
    assert (entry.title, entry.owner) == ("Bullying \U0001f642", "Policy Subgroup")
    # printed June 2023; approved 7 July 2020 and three years: the sheet ends earlier, and governs
    assert (entry.printed_first, entry.printed_last) == (datetime.date(2023, 6, 1), datetime.date(2023, 6, 30))
    assert entry.derived_first == datetime.date(2023, 7, 7)
    assert entry.governs is policydoc.Governs.PRINTED
    assert entry.due == datetime.date(2023, 6, 30)
    assert entry.days_overdue == (day - datetime.date(2023, 6, 30)).days
    assert entry.clause and "10" in entry.clause


def test_within_is_counted_from_the_day(small):
    on = datetime.date(2023, 4, 1)
    assert [d.id for d in small.due(on=on, within="P90D")] == ["d1"]  # 30 June is the 90th day
    assert small.due(on=datetime.date(2023, 3, 31), within="P90D") == []
    assert len(small.due(on=on)) == 2  # without a limit: all entries


def test_a_month_as_the_day_is_its_last_day(small):
    assert small.schedule(on=policydoc.PartialDate(2023, 7)).as_of == datetime.date(2023, 7, 31)


def test_an_audit_names_rule_and_clause(merton, day):
    report = merton.audit(on=day)
    assert report.as_of == day and not report.is_clean
    assert len(report.documents) == 2
    must = [f for f in report.findings if f.outcome is policydoc.Outcome.NOT_MET and f.modality is policydoc.Modality.MUST]
    assert must and all(f.message and f.rule for f in must)
    assert report._outcome_count(policydoc.Outcome.NOT_MET) == sum(r.outcome == "not-met" for r in report.results)
    assert {f.document_id for f in report.findings} <= {None, "d1", "d2"}


def test_another_profile_by_its_name(small, day):
    assert small.schedule(on=day, profile="birmingham-trust")
    with pytest.raises(TypeError, match="profile must be a Profile, not int"):
        small.audit(on=day, profile=7)
