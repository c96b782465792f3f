# SPDX-License-Identifier: MIT
"""The paper for a board, reviews over time, and copies held against the register; expectations counted by hand."""
import datetime
import hashlib

import pytest

import policydoc
from test_answers import PLANNING, command, planning  # noqa: F401

DAY = datetime.date(2024, 1, 1)
DUE = datetime.date(2023, 6, 30)  # of d1: "June 2023" on its sheet; in force since 2020-07-07


def test_a_paper_beside_the_year_before(small):
    paper = small.board_paper(body="executive", from_=datetime.date(2023, 1, 2), until=DAY)
    assert (paper.body, paper.title) == ("Executive Committee", "Small register")
    assert (paper.first_day, paper.last_day) == (datetime.date(2023, 1, 2), DAY)
    assert (paper.first_day_before, paper.last_day_before) == (datetime.date(2022, 1, 2), datetime.date(2023, 1, 1))
    assert (paper.known, paper.known_before) == (None, datetime.date(2023, 1, 1))
    overdue, in_date = (paper["states"][code]["documents"] for code in ("overdue", "in-date"))
    assert (overdue.number, overdue.number_before, overdue.unit) == (1, 0, "documents")
    assert (in_date.number, in_date.number_before) == (0, 1)
    assert [doc.id for doc in overdue.documents] == ["d1"] and len(overdue.documents_before) == 0
    assert [doc.id for doc in in_date.documents_before] == ["d1"] and len(in_date.documents) == 0
    assert overdue.documents.rows("id", "due", "days_overdue", "state") == [("d1", DUE, (DAY - DUE).days, "overdue")]
    assert [(doc.id, doc.type, doc.body) for doc in paper.documents] == [
        ("d1", "Policy", "Executive Committee"), ("d2", "Procedure", None)]


def test_totals_are_those_of_the_rows(planning):
    paper = planning.board_paper(until=DAY)
    assert paper["states"].total["documents"].number == len(planning) == len(paper.documents)
    for code in ("types", "bodies", "responsible"):
        section = paper[code]
        assert section.total.kind is policydoc.BoardRowKind.ALL and section.total.code is None
        for figure in section.total.figures:
            parts = [row[figure.code] for row in section.rows if row != section.total]
            assert figure.number == sum(part.number for part in parts)
            assert {doc.id for doc in figure.documents} == {doc.id for part in parts for doc in part.documents}
            assert len(figure.documents) == figure.number
    schedule = planning.schedule(on=DAY)
    for state in ("in-date", "due-soon", "no-data"):
        assert paper["states"][state]["documents"].number == schedule.count_of(state)


def test_what_is_not_in_a_paper(small):
    paper = small.board_paper(until=DAY)
    with pytest.raises(KeyError, match="there are states, "):
        paper["colours"]
    with pytest.raises(KeyError, match="there are Policy, Procedure"):
        paper["types"]["Strategy"]
    with pytest.raises(KeyError, match="there are in-date, "):
        paper["types"].total["documents"]
    assert paper["learning"].total is None and not paper["states"].is_of_period and paper["decisions"].is_of_period
    with pytest.raises(policydoc.NotFoundError):
        small.board_paper(until=DAY, body="nobody")
    with pytest.raises(policydoc.ArgumentError):
        small.board_paper(until=DAY, from_=datetime.date(2024, 1, 2))


def test_a_paper_is_that_of_the_command(planning):
    paper = planning.board_paper(from_=datetime.date(2023, 1, 1), until=DAY)
    for form in ("text", "json", "csv", "xml", "html"):
        assert paper.publish(form) == command("report", PLANNING, "--from", "2023-01-01", "--until", str(DAY), "--format",
                                              form), form


def test_a_trend(small):
    trend = small.trend(every="P3M", from_=datetime.date(2023, 3, 31), until=datetime.date(2023, 12, 31))
    assert [day.on for day in trend.days] == [datetime.date(2023, *end) for end in ((3, 31), (6, 30), (9, 30), (12, 31))]
    assert [day["in-date"].number for day in trend.days] == [1, 0, 0, 0]
    assert [day["due-in-period"].number for day in trend.days] == [0, 1, 0, 0]
    assert [day["all-overdue"].number for day in trend.days] == [0, 0, 1, 1]
    assert [day.known for day in trend.days] == [day.on for day in trend.days] and trend.title == "Small register"
    assert trend.days[0].figures.rows("code", "number")[-1] == ("all", 2)
    assert len(small.trend(every="P3M", until=DAY).days) == 9  # two years
    with pytest.raises(KeyError, match="there are in-date, "):
        trend.days[0]["late"]
    for step in ("P0M", "sometimes"):
        with pytest.raises(policydoc.Error):
            small.trend(every=step, until=DAY)


def test_a_trend_is_that_of_the_command(planning):
    trend = planning.trend(every="P3M", until=DAY)
    for form in ("text", "json", "csv", "xml", "html"):
        assert trend.publish(form) == command("trend", PLANNING, "--every", "P3M", "--until", str(DAY), "--format", form)


@pytest.fixture
def site(small, tmp_path):
    """The register with the hash of a content of which a file is the very one, another is older, a third is strange."""
    small[0].last_version.add_content("p1.txt", sha256=hashlib.sha256(b"words").hexdigest())
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "renamed.txt").write_bytes(b"words")
    (tmp_path / "p1.txt").write_bytes(b"other words")
    return tmp_path


def test_verify_a_folder(small, site):
    found = small.verify(site, on=DAY)
    assert [(copy.state, copy.document_id, copy.version, copy.file) for copy in found.copies] == [
        ("same", "d1", 1, "here/renamed.txt"), ("differs", "d1", 1, "p1.txt")]
    assert (found.as_of, found.is_clean, found.count_of("same"), found.count_of("missing")) == (DAY, False, 1, 0)
    copy = found.copies[1]
    assert (copy.document_reference, copy.document_title, copy.content) == ("P1", "Bullying \U0001f642", "p1.txt")
    assert copy.recorded == policydoc.sha256(b"words") and copy.found == policydoc.sha256(b"other words")
    assert copy.message and found.publish("csv").count("\n") == 3
    with pytest.raises(policydoc.Error):
        small.verify(site / "nowhere", on=DAY)


def test_verify_copies_at_hand(small, site):
    copies = policydoc.Copies()
    assert len(copies) == 0 and copies
    copies.add("p1.txt", b"words")
    copies.add_file("gone.txt", site / "gone.txt")
    assert len(copies) == 2
    found = small.verify(copies, on=DAY)
    assert [(copy.state, copy.file, copy.found_version) for copy in found.copies] == [
        (policydoc.CopyState.SAME, "p1.txt", 1), (policydoc.CopyState.UNREADABLE, "gone.txt", None)]
    del copies
    assert found.copies[0].state is policydoc.CopyState.SAME
    with pytest.raises(TypeError):
        small.verify(7, on=DAY)
