# SPDX-License-Identifier: MIT
"""A register as a sequence of documents; reading, saving, copying, closing."""
import copy
import datetime
import gc
import pickle

import pytest

import policydoc
from conftest import MERTON, SMALL


def test_the_loop_of_the_first_page(day):
    seen = [(d.title[:10], d.owner, d.due) for d in policydoc.Register.read(MERTON).due(within="P90D", on=day)]
    assert seen == [("Policy and", None, datetime.date(2023, 6, 30))]


def test_it_is_a_sequence(small):
    first, second = small
    assert len(small) == 2
    assert small[0] == first and small[-1] == second and small[0] != second
    assert hash(small[0]) == hash(first)
    assert small["P1"] == first and small["d2"] == second
    assert small[::-1] == [second, first]
    assert list(reversed(small.documents)) == [second, first]
    assert "P1" in small and "P2" not in small and first in small
    with pytest.raises(KeyError):
        small["P2"]
    with pytest.raises(IndexError):
        small[2]
    with pytest.raises(IndexError):
        small[-3]


def test_what_a_document_says(small):
    doc = small[0]
    assert (doc.id, doc.type, doc.reference, doc.references) == ("d1", "policy", "P1", ("P1",))
    assert doc.title == "Bullying \U0001f642"
    assert doc.owner == "Policy Subgroup" and doc.author is None
    assert doc.category is None and small[1].last_version is None and small[1].owner is None
    assert [row.label for row in doc.last_version.sheet] == ["Owner", "Review date"]
    assert [(e.kind, e.on, e.by, e.version) for e in doc.history] == [
        ("decided", datetime.date(2020, 7, 7), "executive", 1)]


def test_setting_and_taking_out(small):
    doc = small[1]
    doc.title = "Anders"
    doc.category = "clinical"
    assert (doc.title, doc.category) == ("Anders", "clinical")
    doc.category = None
    assert doc.category is None
    with pytest.raises(AttributeError):
        doc.titel = "x"
    with pytest.raises(AttributeError):
        del doc.title
    with pytest.raises(AttributeError):
        doc.id = "d9"


def test_a_part_outlives_its_register():
    doc = policydoc.Register.parse(SMALL)[0]
    gc.collect()
    assert doc.title == "Bullying \U0001f642"
    assert doc.register.title == "Small register"
    cell = policydoc.Register.parse(SMALL)[0].last_version.sheet[1]
    gc.collect()
    assert cell.text == "June 2023" and cell.label == "Review date"


def test_closing(small):
    with small as register:
        doc = register[0]
    for use in (lambda: register.title, lambda: len(register), lambda: register.party("x"), lambda: register[0],
                lambda: register.audit(on=datetime.date(2024, 1, 1)), register.to_xml, register.copy):
        with pytest.raises(ValueError, match="operation on a closed Register"):
            use()
    with pytest.raises(ValueError, match="operation on a closed Register"):
        register.title = "x"
    register.close()
    register.close()
    assert repr(register) == "<closed Register>"
    assert doc.title == "Bullying \U0001f642"


def test_copies_share_nothing(small):
    for other in (copy.copy(small), copy.deepcopy(small), pickle.loads(pickle.dumps(small)), small.copy()):
        assert other.to_xml() == small.to_xml() and other != small
        other[0].title = "other"
        assert small[0].title == "Bullying \U0001f642"


def test_saving_and_reading_again(small, tmp_path):
    path = tmp_path / "small.xml.gz"
    small.save(path)
    assert path.read_bytes()[:2] == b"\x1f\x8b"
    again = policydoc.Register.read(path)
    assert again.to_xml() == small.to_xml()
    path.write_bytes(path.read_bytes() + b"")
    other = policydoc.Register.read(path)
    other.title = "first to save"
    other.save(path)
    again.title = "second to save"
    with pytest.raises(policydoc.ConflictError) as lost:
        again.save(path)
    assert lost.value.status is policydoc.Status.CONFLICT and isinstance(lost.value, OSError)
    assert policydoc.Register.read(path).title == "first to save"


def test_a_new_register():
    register = policydoc.Register("Mine")
    assert (register.title, len(register), bool(register)) == ("Mine", 0, True)
    assert policydoc.Register().title is None
