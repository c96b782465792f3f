# SPDX-License-Identifier: MIT
"""What goes wrong is an exception that carries where, and nothing is printed."""
import pickle

import pytest

import policydoc


def test_where_a_file_is_broken(capfd):
    text = '<register xmlns="urn:policydoc:1" schema-version="1.0">\n <title>x</titel>\n</register>'
    with pytest.raises(policydoc.ParseError) as caught:
        policydoc.Register.parse(text, name="mine.xml")
    error = caught.value
    assert isinstance(error, ValueError) and isinstance(error, policydoc.Error)
    assert (error.status, error.file, error.line) == (policydoc.Status.SYNTAX, "mine.xml", 2)
    assert error.column > 1
    assert str(error).startswith(f"mine.xml:2:{error.column}: ")
    assert capfd.readouterr() == ("", "")


def test_every_fault_is_told():
    text = ('<register xmlns="urn:policydoc:1" schema-version="1.0">\n'
            '<document id="d1">\n<version n="x"/></document>\n<document id="d2"><version n="y"/></document></register>')
    with pytest.raises(policydoc.InvalidError) as caught:
        policydoc.Register.parse(text)
    lines = [caught.value.line] + [other.line for other in caught.value.others]
    assert lines == [3, 4]
    assert caught.value.path == "register/document/version"
    assert caught.value.file is None


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(policydoc.FileError) as caught:
        policydoc.Register.read(tmp_path / "none.xml")
    assert isinstance(caught.value, OSError)
    assert caught.value.status is policydoc.Status.READ
    assert caught.value.file.endswith("none.xml")


def test_exceptions_pickle():
    with pytest.raises(policydoc.ParseError) as caught:
        policydoc.Register.parse("<", name="a.xml")
    again = pickle.loads(pickle.dumps(caught.value))
    assert type(again) is type(caught.value)
    for part in ("status", "message", "file", "line", "column", "path"):
        assert getattr(again, part) == getattr(caught.value, part)


def test_no_day_no_answer(small):
    with pytest.raises(policydoc.JudgeError):
        small.audit(on=None)
    with pytest.raises(TypeError, match="'on'"):
        small.audit()


def test_an_unknown_profile(small, day):
    with pytest.raises(policydoc.NotFoundError, match="merton-mscp") as caught:
        small.audit(on=day, profile="mertn")
    assert isinstance(caught.value, LookupError)
