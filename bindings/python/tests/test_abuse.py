# SPDX-License-Identifier: MIT
"""Hostile values in every call: exceptions that a user can read, and nothing else. The sanitizers run this, too."""
import datetime
import inspect
import random
import re

import pytest

import policydoc
from policydoc import _core, _native
from conftest import MERTON, SMALL

HOSTILE = [None, -1, 0, 1, 2**31, 2**63, 2**70, -2**70, 1.5, True, "", "x", "d1", "P90D", "\0", "\ud800", "x" * 70_000,
           "\U0001f642", b"", b"\xff\0", bytearray(b"<"), [], ["a=b"], [1], ["\0"], (), ("id",), {}, object(), len, int, tuple,
           datetime.date.max, datetime.date.min, datetime.datetime(2024, 1, 1), policydoc.PartialDate(2023, 6),
           policydoc.PartialDate(1), policydoc.Phase.DRAFT, "overdue", "json"]
UGLY = re.compile(r"argument \d+ of type|SwigPyObject|\*|SWIG|pdoc_")


def closed():
    register = policydoc.Register.parse(SMALL)
    register.close()
    return register


def specimens():
    """One object of every class that can be reached."""
    day = datetime.date(2024, 1, 1)
    register = policydoc.Register.read(MERTON)
    found = {}

    def look(item, depth):
        found.setdefault(type(item).__name__, item)
        for name in dir(type(item)):
            if depth < 4 and isinstance(getattr(type(item), name), property):
                value = getattr(item, name)
                for each in (value[:1] if isinstance(value, policydoc.Items) else [value]):
                    if hasattr(each, "this"):
                        look(each, depth + 1) if type(each).__name__ not in found else None

    doc = register[0]
    small = policydoc.Register.parse(SMALL)
    change = small.change(on=day)
    change["P1"].title = "x"
    change.examine()
    for each in (register, change, register.schedule(on=day), register.audit(on=day), register.due(on=day)[0],
                 register.next_steps(on=day), register.in_force(on=day), register.programme(on=day),
                 register.reminders(on=day), register.extensions(on=day), register.consultations(on=day),
                 register.distribution_tasks(on=day), register.feed(on=day), doc.explain(on=day), doc.plan(on=day),
                 register.board_paper(until=day), register.trend(every="P6M", until=day),
                 register.verify(policydoc.Copies(), on=day), policydoc.Copies(),
                 doc.readiness("sign-off", on=day), doc.classify(on=day), doc.binding(on=day),
                 policydoc.Profiles.shipped(), policydoc.Profile.shipped("general").lint(),
                 policydoc.Calendar.shipped("scotland"), policydoc.Calendar.shipped("scotland").extend(),
                 policydoc.Recurrence("FREQ=DAILY;COUNT=3", day), policydoc.Classifier("general"),
                 policydoc.Sheet.parse("Title\nA\n"), small.merge(register, origin="o", on=day),
                 small.compare(register), register.schedule(on=day).compare(register.schedule(on=day, profile="general")),
                 _core.Basis(day, None, None, None, None)):
        look(each, 0)
    return found


SPECIMENS = specimens()


def test_most_classes_are_abused():
    missing = {kind.__name__ for kind in vars(_core).values() if isinstance(kind, type) and "this" in vars(kind)} - set(SPECIMENS)
    assert len(SPECIMENS) > 60 and "Register" in SPECIMENS, missing


def abuse(call, generator, times):
    for _ in range(times):
        values = [generator.choice(HOSTILE + [SPECIMENS["Register"], SPECIMENS["Document"], closed_register])
                  for _ in range(generator.randrange(5))]
        try:
            call(*values)
        except Exception as error:
            assert not isinstance(error, SystemError), (call, values)
            assert not UGLY.search(str(error).replace("**", "").replace("*args", "")) or isinstance(error, AttributeError) \
                or "positional" in str(error), (call, values, error)


closed_register = closed()


@pytest.mark.parametrize("name", sorted(SPECIMENS))
def test_methods(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    item, generator = SPECIMENS[name], random.Random(name)
    for member in dir(type(item)):
        value = inspect.getattr_static(type(item), member)
        if member.startswith("__") or member in ("close", "_swig_") or not (callable(value) or isinstance(value, staticmethod)):
            continue
        abuse(getattr(item, member), generator, 12)
    for member in dir(type(item)):
        value = inspect.getattr_static(type(item), member)
        if isinstance(value, property) and value.fset:
            for hostile in HOSTILE:
                try:
                    setattr(item, member, hostile)
                except Exception as error:
                    assert not UGLY.search(str(error)), (name, member, hostile, error)


def test_functions():
    generator = random.Random(1)
    for name, value in vars(_native).items():
        if inspect.isbuiltin(value) and not re.search("swig|^delete_|SWIG", name):
            abuse(value, generator, 25)


def test_constructors():
    generator = random.Random(2)
    for name in dir(policydoc):
        kind = getattr(policydoc, name)
        if isinstance(kind, type) and hasattr(kind, "this"):
            abuse(kind, generator, 15)


def test_what_users_are_told():
    register = policydoc.Register.parse(SMALL)
    for call, words in (
            (lambda: register[0].set_property(7, "x"), "name must be a str, not int"),
            (lambda: register.add_document(None), "title must be a str, not NoneType"),
            (lambda: register.compare("x"), "after must be a Register, not str"),
            (lambda: register.compare(register[0]), "after must be a Register, not Document"),
            (lambda: register[0].set("owner", "x", version=-1), "version must be from 0 to 4294967295"),
            (lambda: register[0].add_relation(kind="cites"), "target")):
        with pytest.raises((TypeError, ValueError), match=words):
            call()
