# SPDX-License-Identifier: MIT
"""What is written: on the register itself, or as a change that is judged before it is finished."""
import datetime

import pytest

import policydoc

DAY = datetime.date(2024, 1, 15)


def test_record_with_attributes(small):
    event = small[0].record("reviewed", on=DAY, by="executive", outcome="no-change", version=1)
    assert (event.kind, event.on, event.by, event.version) == ("reviewed", DAY, "executive", 1)
    assert event.attribute("outcome") == "no-change" and event.attribute("note") is None
    assert small[0].history[-1] == event and small.event(event.id) == event


def test_a_mistake_records_nothing(small):
    before = small.to_xml()
    with pytest.raises(policydoc.ArgumentError):
        small[0].record("reviewed", on=DAY, colour="blue")
    with pytest.raises(policydoc.ArgumentError):
        small[0].record("forgotten", on=DAY)
    assert small.to_xml() == before


def test_a_change_is_finished_at_the_end(small):
    before = small.to_xml()
    with small.change(on=DAY, by="Policy Officer", reason="three years are over") as change:
        change["P1"].record("reviewed", on=DAY, outcome="no-change", by="executive")
        change.examine()
        touched = change.documents[0]
        assert (touched.id, touched.state_before, touched.state_after) == ("d1", "overdue", "in-date")
        assert (touched.due_before, touched.due_after) == (datetime.date(2023, 6, 30), datetime.date(2027, 1, 15))
        assert "history" in change.differences.differences[0].place
        assert change.after is None
    after = change.after
    assert small.to_xml() == before
    event = after["P1"].history[-1]
    assert event.recorded == DAY and event.attribute("recorder") == "Policy Officer"
    assert after.revision == small.revision + 1
    assert [d.kind for d in small.compare(after).differences]


def test_an_exception_drops_a_change(small):
    before = small.to_xml()
    with pytest.raises(ZeroDivisionError):
        with small.change(on=DAY) as change:
            change[0].title = "other"
            1 / 0
    assert change.after is None and small.to_xml() == before


def test_a_forbidden_change_is_refused(small):
    def forbidden(override):
        change = small.change(on=DAY, by="Policy Officer", override=override)
        change["P1"].record("reviewed", on=datetime.date(2031, 1, 1), outcome="no-change", by="executive")
        change.examine()
        return change

    change = forbidden(None)
    if not change.refusals:
        pytest.skip("the profile lets it pass")
    with pytest.raises(policydoc.RefusedError) as caught:
        change.finish()
    assert caught.value.message and change.refusals[0].message
    assert forbidden("it was agreed").finish().revision == small.revision + 1


def test_correct_and_redact(small):
    small[0].record("remarked", on=DAY, note="secret")
    event = small[0].history[-1].id
    change = small.change(on=DAY)
    told = change.redact(event, "note")
    assert told.kind == "redacted" and "secret" not in change.finish().to_xml()
    change = small.change(on=DAY)
    change.correct(event, note="better")
    after = change.finish()
    assert any(e.attribute("note") == "better" for e in after[0].history)


def test_release(small):
    change = small.change(on=DAY, override="the draft is the one that was agreed")
    event = change.release("d1", on=DAY, href="p1.pdf", sha256=policydoc.sha256(b"words"), by="Policy Officer")
    assert (event.kind, event.version, event.on) == ("released", 1, DAY)
    after = change.finish()
    content = after["d1"].last_version.contents[0]
    assert (content.href, content.sha256) == ("p1.pdf", policydoc.sha256(b"words"))
    tasks = after.distribution_tasks(on=DAY)
    assert tasks.open == sum(not task.is_done for task in tasks.tasks)
    assert after["d1"].distribution_tasks(on=DAY).tasks.rows() == tasks.tasks.rows()


def test_reassign(small):
    change = small.change(on=DAY)
    assert change.reassign("owner", "Policy Subgroup", "Executive Committee") == 1
    assert change.finish()[0].owner == "Executive Committee"


def test_parties_and_posts(small):
    post = small.add_party("officer", kind="post", name="Policy Officer")
    post.add_name("Governance Officer", "former")
    post.add_holder("Holder A", on=datetime.date(2023, 1, 1))
    post.add_holder("Holder B", on=datetime.date(2024, 1, 1))
    assert small.party("governance officer") == post
    assert (post.names(), post.names("former")) == (("Policy Officer",), ("Governance Officer",))
    assert [(h.name, h.first_day, h.last_day) for h in post.holders] == [
        ("Holder A", datetime.date(2023, 1, 1), datetime.date(2023, 12, 31)),
        ("Holder B", datetime.date(2024, 1, 1), None)]
    body = small.party("executive")
    body.add_pattern("FREQ=MONTHLY;BYDAY=3TU", start=datetime.date(2024, 1, 16), on_holiday="following")
    body.set_meeting(datetime.date(2024, 2, 20), "cancelled", "no quorum")
    assert body.patterns[0].on_holiday == "following"
    assert [(m.on, m.state, m.note) for m in body.meetings] == [
        (datetime.date(2024, 2, 20), policydoc.MeetingState.CANCELLED, "no quorum")]
    found = small.meetings(datetime.date(2024, 1, 1), datetime.date(2024, 3, 31))
    assert [(m.on, m.state) for m in found.meetings] == [
        (datetime.date(2024, 1, 16), "expected"), (datetime.date(2024, 2, 20), "cancelled"),
        (datetime.date(2024, 3, 19), "expected")]
    body.set_meeting(datetime.date(2024, 1, 16), "held")
    place = [m.on for m in body.meetings].index(datetime.date(2024, 1, 16))
    body.add_attendee(place, "Policy Officer", "deputy")
    assert [(a.post, a.attended_as) for a in body.meetings[place].attendees] == [("Policy Officer", "deputy")]


def test_versions_sheets_and_sections(small):
    version = small[1].add_version("V1")
    version.add_row("author", "Author", "Policy Officer")
    version.add_row(None, "Remark", None)
    version.set_row(0, "Other Officer")
    version.add_section("aims", "Aims", "To be clear.")
    version.add_content("https://example.org/a.pdf", media_type="application/pdf", sha256="0" * 64)
    assert (version.author, version.field("author"), small[1].author) == ("Other Officer",) * 3
    assert version.row_of("author").label == "Author" and version.row_of("owner") is None
    assert version.sheet[1].state is policydoc.Cell.BLANK
    assert [(s.code, s.text) for s in version.sections] == [("aims", "To be clear.")]
    assert version.contents[0].sha256 == "0" * 64
    small[1].set("owner", "Executive")
    small[1].set("property.kept-in", "room 1")
    assert small[1].owner == "Executive" and small[1].properties == {"kept-in": "room 1"}
    assert small[1].version_of(1) == version and small[1].version_of(2) is None
    assert version.phase(on=DAY) in list(policydoc.Phase)
    assert version.document == small[1] and version.ordinal == 1


def test_relations(small):
    relation = small[1].add_relation("implements", "d1")
    relation.set_edition("2020", "s4")
    relation.set_checked(DAY, None)
    again = small[1].relations[0]
    assert again == relation and again.document == small[0]
    assert (again.kind, again.edition, again.clause, again.checked) == ("implements", "2020", "s4", DAY)


def test_forward_plan(small):
    item = small.place("d1", meeting=datetime.date(2024, 2, 20), purpose="sign-off", body="executive")
    item.defer(datetime.date(2024, 3, 19))
    item.note = "papers were late"
    assert (item.document, item.deferred_to, item.note) == ("d1", datetime.date(2024, 3, 19), "papers were late")
    assert "sign-off" in small.publish_forward_plan("json")
    small.unplace(0)
    assert len(small.forward_plan) == 0


def test_practice_issues(small):
    issue = small.open_issue("x-track", "C-1", by="social-worker", on=DAY, organisation="council")
    assert (issue.id, issue.on, issue.attribute("case")) == (issue.id, DAY, "C-1")
    assert small.issue("C-1") == issue and small.issue("C-2") is None
    standing = issue.standing(on=DAY, profile="merton-mscp")
    assert standing.state is policydoc.IssueState.UNDETERMINED and standing.case_reference == "C-1"


def test_profiles_and_calendars_of_a_register(small):
    small.add_profile("general", first=datetime.date(2030, 1, 1))
    assert [(p.profile, p.first_day) for p in small.profiles] == [
        ("merton-mscp", None), ("general", datetime.date(2030, 1, 1))]
    small.add_calendar("england-and-wales", source="gov.uk", as_of=DAY)
    small.add_calendar_day(0, datetime.date(2024, 12, 27), name="Closed")
    use = small.calendars[0]
    assert (use.calendar, use.source, use.as_of) == ("england-and-wales", "gov.uk", DAY)
    assert [(d.first_day, d.name, d.is_working) for d in use.days] == [(datetime.date(2024, 12, 27), "Closed", False)]
    assert small.own_calendar().reason(datetime.date(2024, 12, 27)) == "Closed"
    assert policydoc.Register().own_calendar() is None


def test_attest(small):
    small[0].last_version.add_content("p1.pdf", sha256=policydoc.sha256(b"words"))
    change = small.change(on=DAY, by="Policy Officer")
    event = change.attest("d1", by="executive", on=DAY, people=12)
    assert (event.kind, event.version, event.by, event.on) == ("read", 1, "executive", DAY)
    assert (event.attribute("number"), event.attribute("sha256")) == ("12", policydoc.sha256(b"words"))
    change.attest("d1", by="Executive Committee", on=DAY, version=1, sha256=policydoc.sha256(b"old words"))
    change.examine()
    assert [warning.rule for warning in change.warnings] == ["read-other-content"]
    after = change.finish()
    assert [event.kind for event in after["d1"].history] == ["decided", "read", "read"] and len(small[0].history) == 1
    with pytest.raises(policydoc.ArgumentError):
        small.change(on=DAY).attest("d1", by="nobody", on=DAY)


def test_what_no_reason_overrides(small):
    change = small.change(on=DAY, by="Policy Officer", profile="rotherham-rscp")
    change.examine()
    assert change.can_override is True
    issue = change.register.open_issue("practice-issue", "RC-1", by="practitioner", on=DAY, organisation="school")
    issue.record("noted", on=DAY, by="practitioner", organisation="school", actions="hit-by-father")
    change.examine()
    assert "issue-code-unknown" in [refusal.rule for refusal in change.refusals]
    assert change.can_override is False


def test_revisions_of_documents(small):
    assert (small[0].added, small[0].revision) == (None, None)
    with small.change(on=DAY, by="Policy Officer") as change:
        change["d2"].title = "Other"
        change.register.add_document("Third", type="policy")
    now = change.after.revision
    assert [(doc.added, doc.revision) for doc in change.after] == [(None, None), (None, now), (now, now)]


def test_assign_to_a_party(small):
    small.add_party("board", name="Board")
    party = small.party("executive")
    party.assign("name", "Senior Executive")
    party.assign("alias", "The Seniors")
    party.assign("part-of", "Board")
    party.assign("ended", "2024-01-31")
    assert (party.name, party.names("former"), party.names("alias")) == (
        "Senior Executive", ("Executive Committee",), ("Executive", "The Seniors"))
    assert (party.part_of, party.ended) == ("board", datetime.date(2024, 1, 31))
    party.assign("ended", None)
    assert party.ended is None
    for name, value in (("colour", "blue"), ("part-of", "nobody"), ("ended", "soon"), ("name", None)):
        with pytest.raises(policydoc.ArgumentError):
            party.assign(name, value)


def test_parties_of_a_profile():
    profile = policydoc.Profile.shipped("merton-mscp")
    assert profile.party_code("Policy and Partnership Manager") == profile.party_code("policy-manager") == "policy-manager"
    assert profile.party_code("nobody") is None
