# SPDX-License-Identifier: MIT
"""The story of a year, read from year.txt: jobs and questions, for whoever drives them."""
import dataclasses
import pathlib
import shlex

HERE = pathlib.Path(__file__).resolve().parent


@dataclasses.dataclass
class Job:
    line: int
    day: str
    name: str
    words: list # operands behind the register
    values: dict # of events, sheets and options; what begins with "--" is an option of the command
    refused: bool


@dataclasses.dataclass
class Question:
    line: int
    name: str
    day: str
    reference: str
    known: str
    expected: dict


def pairs(words):
    return dict(word.split("=", 1) for word in words)


def question(line, text):
    asked, told = text.split("->")
    name, day, reference, *rest = shlex.split(asked)
    return Question(line, name, day, reference, pairs(rest).get("known"), pairs(shlex.split(told)))


def job(line, text):
    day, name, *rest = shlex.split(text)
    refused = name == "!"
    name, rest = (rest[0], rest[1:]) if refused else (name, rest)
    return Job(line, day, name, rest, {}, refused)


def read():
    for line, text in enumerate((HERE / "year.txt").read_text(encoding="utf-8").splitlines(), 1):
        if text.startswith("?"):
            yield question(line, text[1:])
        elif text and not text.startswith("#"):
            yield job(line, text)
