# SPDX-License-Identifier: MIT
"""The types that are told are the types that are: mypy on the stubs, the package and the examples; values as told."""
import ast
import collections.abc
import datetime
import os
import pathlib
import subprocess
import sys

import pytest

import policydoc
from policydoc import _core
from conftest import MERTON, SOURCE

PACKAGE = pathlib.Path(policydoc.__file__).parent


def mypy(tmp_path, *words):
    pytest.importorskip("mypy", reason="mypy is not there")
    environment = dict(os.environ, MYPYPATH=str(PACKAGE.parent))
    done = subprocess.run([sys.executable, "-m", *words], capture_output=True, text=True, cwd=tmp_path, env=environment)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_stub_is_what_there_is(tmp_path):
    mypy(tmp_path, "mypy.stubtest", "policydoc._core")


def test_the_package_and_the_examples_are_strict(tmp_path):
    examples = sorted(str(path) for path in (SOURCE / "examples" / "python").glob("*.py"))
    assert len(examples) >= 5
    mypy(tmp_path, "mypy", "--strict", "--cache-dir", str(tmp_path / "cache"), "-p", "policydoc")
    mypy(tmp_path, "mypy", "--strict", "--cache-dir", str(tmp_path / "cache"), *examples)


def told_as_text():
    """Properties that the stub says are always text, and those that are always there: class and name."""
    for node in ast.parse((PACKAGE / "_core.pyi").read_text()).body:
        if isinstance(node, ast.ClassDef):
            for part in node.body:
                if isinstance(part, ast.FunctionDef) and ast.unparse(part.returns) in ("str", "bool", "int"):
                    if [ast.unparse(each) for each in part.decorator_list] == ["property"]:
                        yield node.name, part.name, {"str": str, "bool": bool, "int": int}[ast.unparse(part.returns)]


def everything(register, day):
    """All kinds of answers, and what they hold."""
    yield from (register.schedule(on=day), register.audit(on=day), register.next_steps(on=day), register.in_force(on=day),
                register.programme(on=day), register.reminders(on=day), register.extensions(on=day),
                register.consultations(on=day), register.distribution_tasks(on=day), register.board_paper(until=day),
                register.trend(every="P6M", until=day), register.verify(policydoc.Copies(), on=day))
    yield from register.due(on=day)
    yield from policydoc.Profiles.shipped()
    yield policydoc.Profile.shipped("general").lint()
    for doc in register:
        yield doc
        yield from (doc.explain(on=day), doc.readiness("sign-off", on=day), doc.list_versions(on=day),
                    doc.binding(on=day), doc.plan(on=day), doc.classify(on=day))


def walk(item, depth=0):
    yield item
    for name in dir(type(item)):
        if depth < 3 and isinstance(getattr(type(item), name), property):
            value = getattr(item, name)
            if isinstance(value, policydoc.Items):
                for each in value[:5]:
                    yield from walk(each, depth + 1)


@pytest.mark.parametrize("name", ["merton.xml", "planning.xml", "seeds.xml"])
def test_what_is_told_to_be_there_is_there(name):
    told = {}
    for kind, prop, is_a in told_as_text():
        told.setdefault(kind, []).append((prop, is_a))
    register = policydoc.Register.read(SOURCE / "examples" / "registers" / name)
    seen = 0
    for answer in everything(register, datetime.date(2024, 9, 1)):
        for item in walk(answer):
            for prop, is_a in told.get(type(item).__name__, ()):
                value = getattr(item, prop)
                assert isinstance(value, is_a), (type(item).__name__, prop, value)
                seen += 1
    assert seen > 300


def test_help_is_prose():
    import pydoc

    words = pydoc.render_doc(policydoc.Document, renderer=pydoc.plaintext)
    assert "Title, the first one recorded" in words and "One logical work" in words
    for word in ("pdoc_", "size_t", "char *"):
        assert word not in words
