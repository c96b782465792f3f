# SPDX-License-Identifier: MIT
"""The other questions: each is asked, and its answer agrees with the command or with what was reckoned by hand."""
import datetime
import os
import subprocess

import pytest

import policydoc
from policydoc import PartialDate
from conftest import MERTON, SOURCE

PLANNING = SOURCE / "examples" / "registers" / "planning.xml"
DAY = datetime.date(2024, 9, 1)


@pytest.fixture
def planning() -> policydoc.Register:
    return policydoc.Register.read(PLANNING)


def command(*words: str) -> str:
    """What the command prints: the same library by another way."""
    program = os.environ.get("PDOC_COMMAND")
    if not program:
        pytest.skip("PDOC_COMMAND does not say where the command is")
    return subprocess.run([program, *map(str, words)], capture_output=True).stdout.decode()


def test_the_same_bytes_as_the_command(planning):
    on = str(DAY)
    assert planning.audit(on=DAY).publish("json") == command("audit", PLANNING, "--on", on, "--format", "json")
    assert planning.schedule(on=DAY).publish("csv") == command("due", PLANNING, "--on", on, "--format", "csv")
    assert planning.schedule(on=DAY).publish("json", within="P90D") == command(
        "due", PLANNING, "--on", on, "--within", "P90D", "--format", "json")
    assert planning.next_steps(on=DAY).publish("json") == command("next", PLANNING, "--on", on, "--format", "json")
    assert planning.in_force(on=DAY).publish("json") == command("in-force", PLANNING, "--on", on, "--format", "json")
    first = planning[0]
    assert first.explain(on=DAY).publish("json") == command("explain", PLANNING, first.id, "--on", on, "--format", "json")


def test_plan_back_from_a_deadline(planning):
    calendar = policydoc.Calendar.shipped("england-and-wales")
    plan = planning[0].plan(on=DAY, deadline=datetime.date(2026, 3, 31), calendar=calendar)
    assert plan.deadline == datetime.date(2026, 3, 31) and plan.as_of == DAY
    assert plan.document_id == planning[0].id
    days = [step.on for step in plan.steps if step.on]
    assert days == sorted(days) and days[-1] <= plan.deadline
    assert {type(step.state) for step in plan.steps} == {policydoc.StepState}
    text = planning.to_icalendar(plan=plan, name="Mine")
    assert text.startswith("BEGIN:VCALENDAR") and text.count("BEGIN:VEVENT") == len(days)


def test_programme_places_every_review(planning):
    programme = planning.programme(on=DAY, first=PartialDate(2024, 9), last=PartialDate(2027, 8))
    assert [month.month for month in programme.months[:2]] == [PartialDate(2024, 9), PartialDate(2024, 10)]
    assert len(programme.months) == 36
    assert sum(month.load for month in programme.months) == sum(
        entry.effort for entry in programme.entries if entry.month is not None)
    assert programme.peak == max(month.load for month in programme.months)
    assert programme.publish("svg").startswith("<")


def test_reminders_have_keys_of_their_own(planning):
    reminders = planning.reminders(on=DAY, after=datetime.date(2026, 1, 1), until=datetime.date(2028, 1, 1),
                                   offsets="-P60D,P0D")
    keys = [each.key for each in reminders.reminders]
    assert keys and len(set(keys)) == len(keys)
    for each in reminders.reminders:
        if each.offset == "-P60D":
            assert each.on == each.due - datetime.timedelta(days=60)
        else:
            assert (each.offset, each.on) == ("P0D", each.due)


def test_what_if_another_profile(small, day):
    before = small.schedule(on=day)
    after = small.schedule(on=day, profile="birmingham-trust")
    changes = before.compare(after)
    assert len(changes.changes) + changes.same_count == len(small)
    assert sum(changes.count_of(kind) for kind in policydoc.ChangeKind) == len(changes.changes)
    assert before.compare(before).same_count == len(small)
    assert changes.publish("json")


def test_find_by_expression(small, day):
    assert small.find("type = policy", on=day) == [small[0]]
    assert small.find(words="second", on=day) == [small[1]]
    assert small.find(on=day) == list(small)
    with pytest.raises(policydoc.InvalidError) as caught:
        small.find("type = = policy", on=day)
    assert caught.value.column


def test_states_on_several_days(small):
    days = [datetime.date(2020, 7, 6), datetime.date(2023, 5, 31), datetime.date(2023, 6, 15), datetime.date(2023, 7, 1)]
    rows = [row for row in small.states(days) if row.id == "d1"]
    assert [row.on for row in rows] == days
    assert [row.state for row in rows[2:]] == ["due-in-period", "overdue"]
    assert rows[-1].due == datetime.date(2023, 6, 30) and rows[-1].phase is policydoc.Phase.IN_FORCE


def test_working_days():
    calendar = policydoc.Calendar.shipped("england-and-wales")
    christmas = datetime.date(2024, 12, 25)
    assert calendar.is_working(christmas) is False and "Christmas" in calendar.reason(christmas)
    assert calendar.is_working(datetime.date(2024, 12, 24)) is True
    assert calendar.is_working(datetime.date(1800, 1, 1)) is None
    # Tuesday 24 December 2024, then Friday 27 is the next working day
    assert calendar.add(datetime.date(2024, 12, 24), "1 working-days").on == datetime.date(2024, 12, 27)
    assert calendar.roll(christmas, "preceding").on == datetime.date(2024, 12, 24)
    assert not calendar.roll(christmas, policydoc.Roll.FOLLOWING).is_provisional
    assert calendar.days_between(datetime.date(2024, 12, 23), datetime.date(2024, 12, 30)) == 3
    assert calendar.is_weekend(7) and not calendar.is_weekend(1)
    assert "england-and-wales" in policydoc.Calendar.shipped_ids()
    own = calendar.extend()
    own.add_non_working(datetime.date(2024, 12, 27), name="Closed")
    closed = own.finish()
    assert closed.reason(datetime.date(2024, 12, 27)) == "Closed"
    assert closed.add(datetime.date(2024, 12, 24), "1 working-days").on == datetime.date(2024, 12, 30)
    assert policydoc.Calendar.parse(closed.publish("xml")).reason(datetime.date(2024, 12, 27)) == "Closed"


def test_what_recurs():
    tuesdays = policydoc.Recurrence("FREQ=MONTHLY;BYDAY=3TU;COUNT=3", datetime.date(2024, 1, 16))
    assert list(tuesdays) == [datetime.date(2024, 1, 16), datetime.date(2024, 2, 20), datetime.date(2024, 3, 19)]
    assert tuesdays.after(datetime.date(2024, 3, 19)) is None
    with pytest.raises(policydoc.InvalidError):
        policydoc.Recurrence("FREQ=SOMETIMES", datetime.date(2024, 1, 16))


def test_dates_and_offsets():
    assert policydoc.parse_printed_date("7 July 2020") == datetime.date(2020, 7, 7)
    assert policydoc.parse_printed_date("June 2023") == policydoc.parse_date("2023-06") == PartialDate(2023, 6)
    assert policydoc.add(datetime.date(2024, 1, 31), "P1M") == datetime.date(2024, 2, 29)
    assert policydoc.add(PartialDate(2023, 6), "P3Y") == PartialDate(2026, 6)
    assert policydoc.subtract(datetime.date(2024, 3, 1), "P1D") == datetime.date(2024, 2, 29)
    assert policydoc.days_between(datetime.date(2024, 2, 1), datetime.date(2024, 3, 1)) == 29
    assert policydoc.months_between(datetime.date(2023, 1, 31), datetime.date(2024, 1, 30)) == 11
    assert policydoc.is_before(PartialDate(2023, 6), datetime.date(2023, 7, 1)) is True
    assert policydoc.is_before(PartialDate(2023, 6), datetime.date(2023, 6, 15)) is None
    with pytest.raises(policydoc.InvalidError):
        policydoc.parse_date("2023-02-30")


def test_profiles():
    shipped = policydoc.Profiles.shipped()
    assert "merton-mscp" in shipped and len(shipped) >= 5 and "none" not in shipped
    profile = shipped["merton-mscp"]
    assert profile == policydoc.Profile.shipped("merton-mscp") or profile.hash == policydoc.Profile.shipped("merton-mscp").hash
    rows = profile.rows("schedule")
    assert any(row.clause and "10" in row.clause for row in rows)
    assert all(not finding.is_mistake for finding in profile.lint().findings)
    own = policydoc.Profile.parse('<profile xmlns="urn:policydoc:1" schema-version="1.0" id="mine" extends="merton-mscp">'
                                  '<title>Mine</title></profile>')
    assert (own.id, own.title, own.extends) == ("mine", "Mine", "merton-mscp")
    assert len(own.rows(policydoc.ProfileTable.TYPES)) == len(profile.rows(policydoc.ProfileTable.TYPES))
    mine = policydoc.Profiles()
    mine.add(own)
    assert [each.id for each in mine] == ["mine"]
    with pytest.raises(KeyError):
        mine["other"]


def test_classification(merton, day):
    found = merton[0].classify(on=day)
    assert found.confidence in list(policydoc.Confidence) and found.declared == "policy"
    assert [c.score for c in found.candidates] == sorted([c.score for c in found.candidates], reverse=True)
    assert all(e.phrase for c in found.candidates for e in c.evidence)
    classifier = policydoc.Classifier("general")
    assert classifier.classify("Procedure for step by step work", "Step 1").candidates[0].type
    assert classifier.questions[0].text
    assert policydoc.Profile.shipped("general").classify("Strategy").candidates[0].type == "strategy"


def test_hashes_and_versions(tmp_path):
    import hashlib

    (tmp_path / "x").write_bytes(b"words")
    assert policydoc.sha256(b"words") == hashlib.sha256(b"words").hexdigest()
    assert policydoc.sha256_of_file(tmp_path / "x") == hashlib.sha256(b"words").hexdigest()
    assert policydoc.version_is_after("V2", "V1") is True
    codes = [word.code for word in policydoc.table("scheme")]
    assert codes and isinstance(policydoc.next_version(codes[0], None, "major"), str)


def test_rows_are_what_a_loop_gives(merton, day):
    findings = merton.audit(on=day).findings
    rows = findings.rows("rule", "outcome", "document_index", "is_inferred")
    assert rows == [(f.rule, f.outcome, f.document_index, f.is_inferred) for f in findings]
    assert rows[0]._fields == ("rule", "outcome", "document_index", "is_inferred")
    assert isinstance(rows[0].outcome, policydoc.Outcome)
    everything = merton.documents.rows()
    for doc, row in zip(merton, everything):
        assert row == tuple(getattr(doc, name) for name in merton.documents.columns)
    with pytest.raises(ValueError, match="no such column"):
        findings.rows("rule", "colour")


def test_impact_and_binding(merton, day):
    cited = merton[0].relations[1].target
    touched = merton.impact(cited, on=day)
    assert touched.work and [each.id for each in touched.documents] == ["d1"]
    assert touched.documents[0].relation == "cites"
    assert merton[0].binding(on=day).reason
    assert merton[0].relations[0].kind == "supersedes" and merton[0].relations[0].document == merton[1]
    assert merton[0].relations[1].document is None and merton[0].relations[1].edition == "2018"


def test_a_feed_holds_back_what_is_not_marked(small, day):
    feed = small.feed(on=day, view="in-force")
    assert len(feed.documents) == 0 and [each.document for each in feed.withheld] == ["d1"]
    small[0].visibility = small[0].last_version.visibility = "public"
    feed = small.feed(on=day, view="in-force")
    assert [row.document_id for row in feed.documents] == ["d1"] and len(feed.withheld) == 0
    assert dict(zip(feed.columns, feed.documents[0].cells))["title"] == "Bullying \U0001f642"
    assert feed.publish("json")


def test_two_registers_made_one(small, day):
    other = small.copy()
    other.add_document("Third", type="policy").add_reference("P3")
    other[0].title = "Bullying"
    merged = small.merge(other, origin="other", on=day, by="Policy Officer")
    # the second P1 has another title: two documents with one reference, and that is told
    assert [doc.reference for doc in merged.register] == ["P1", None, "P1", "P3"]
    assert "apart" in [line.kind for line in merged.lines]
    assert all(line.kind in list(policydoc.MergeKind) for line in merged.lines)
    assert len(small) == 2 and merged.publish("json")


def test_what_governs_a_step(small, day):
    assert len(small.governing("strategy-meeting", on=day).documents) == 0
    small[0].add_relation("governs-step", "strategy-meeting")
    found = small.governing("strategy-meeting", on=day)
    assert [(each.document_id, each.version, each.by) for each in found.documents] == [("d1", 1, "relation")]
    assert found.step == "strategy-meeting" and found.as_of == day


def test_what_changed_since_a_revision(small, day):
    with small.change(on=day, by="Policy Officer") as change:
        change["d2"].title = "Other"
    updates = change.after.updates(small.revision, on=day)
    assert updates.revision == small.revision + 1 and "d2" in [each.document_id for each in updates.documents]


def test_who_has_read(small, day):
    readers = small.attestations(on=day)
    assert readers.outstanding == sum(r.is_required and r.state != "done" for r in readers.readers)
    assert small[0].attestations(on=day).as_of == day


def test_meetings(planning):
    bodies = [party for party in planning.parties if len(party.patterns)]
    assert bodies
    found = planning.meetings(datetime.date(2026, 9, 1), datetime.date(2027, 8, 31), body=bodies[0].code,
                              calendar="england-and-wales")
    assert found.meetings and all(each.body == bodies[0].code for each in found.meetings)
    days = [each.on for each in found.meetings]
    assert days == sorted(days) and days[0] >= datetime.date(2026, 9, 1)


def test_a_sheet_becomes_a_register():
    sheet = policydoc.Sheet.parse("Reference,Title,Review date\nP1,Bullying,June 2023\nP2,Other,soon\n", name="a.csv")
    assert (sheet.encoding, sheet.delimiter) == ("UTF-8", ",")
    assert [doc.title for doc in sheet.register] == ["Bullying", "Other"]
    assert sheet.register[0].date_review == PartialDate(2023, 6)
    assert [(p.row, p.text) for p in sheet.problems if p.code == "no-date"] == [(3, "soon")]
    register = policydoc.Register("New")
    sheet.add_to(register)
    assert [doc.reference for doc in register] == ["P1", "P2"]
