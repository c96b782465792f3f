# SPDX-License-Identifier: MIT
"""Values on their way in and out: text, dates that stay partial, words, numbers."""
import copy
import datetime
import pickle

import pytest

import policydoc
from policydoc import PartialDate


def test_text_of_every_kind(small):
    doc = small[1]
    for words in ("\U0001f642", "x" * 10_000_000, "é\u0301", ""):
        doc.title = words
        assert doc.title == words
    with pytest.raises(ValueError, match="null character"):
        doc.title = "a\0b"
    with pytest.raises(UnicodeEncodeError):
        doc.title = "\ud800"
    with pytest.raises(TypeError, match="title must be a str, not bytes|value must be a str, not bytes"):
        doc.title = b"x"


def test_a_partial_date_stays_partial(small):
    printed = small[0].date_review
    assert printed == PartialDate(2023, 6)
    assert (printed.first, printed.last) == (datetime.date(2023, 6, 1), datetime.date(2023, 6, 30))
    assert (str(printed), repr(printed)) == ("2023-06", "PartialDate(2023, 6)")
    assert str(PartialDate(476)) == "0476" and PartialDate(2024).last == datetime.date(2024, 12, 31)
    assert PartialDate(2024, 2).last == datetime.date(2024, 2, 29)
    assert pickle.loads(pickle.dumps(printed)) == copy.copy(printed) == printed
    assert PartialDate(2023) != PartialDate(2023, 6) and len({printed, PartialDate(2023, 6)}) == 1
    for wrong in ((0,), (10000,), (2023, 0), (2023, 13)):
        with pytest.raises(ValueError):
            PartialDate(*wrong)
    with pytest.raises(AttributeError):
        printed.year = 2024


def test_days_round_trip(small):
    for value in (datetime.date(2024, 2, 29), datetime.date(1, 1, 1), datetime.date(9999, 12, 31), PartialDate(2023, 6),
                  PartialDate(1970)):
        small.revise(datetime.date(2024, 1, 1))
        event = small[1].record("remarked", on=value)
        assert event.on == value and type(event.on) is type(value)


def test_what_is_no_date(small, day):
    for wrong in (datetime.datetime(2024, 1, 1), "2024-01-01", 20240101, 1.5):
        with pytest.raises(TypeError, match="must be a date, a PartialDate or None"):
            small.audit(on=wrong)


def test_words_are_members(small, day):
    entry = small.due(on=day)[0]
    assert entry.state is policydoc.ReviewState.OVERDUE and entry.state == "overdue"
    assert str(entry.state) == "overdue" and f"{entry.state}" == "overdue"
    assert [d.id for d in small.due(on=day, state="overdue")] == ["d1"]
    assert [d.id for d in small.due(on=day, state=policydoc.ReviewState.OVERDUE)] == ["d1"]
    with pytest.raises(ValueError, match="ReviewState"):
        small.due(on=day, state="overdu")
