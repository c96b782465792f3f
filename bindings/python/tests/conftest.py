# SPDX-License-Identifier: MIT
"""What the tests share: registers whose facts stand here, so that every expectation is written by hand."""
import datetime
import os
import pathlib

import pytest

import policydoc

SOURCE = pathlib.Path(os.environ.get("PDOC_SOURCE", pathlib.Path(__file__).parents[3]))
MERTON = SOURCE / "examples" / "registers" / "merton.xml"

# Under the Merton partnership's rules a review is due three years after the initial approval (s10).
SMALL = """<?xml version="1.0" encoding="UTF-8"?>
<register xmlns="urn:policydoc:1" schema-version="1.0">
  <title>Small register</title>
  <profile ref="merton-mscp"/>
  <party code="executive" kind="executive"><name>Executive Committee</name><alias>Executive</alias></party>
  <document id="d1" type="policy">
    <title>Bullying \U0001f642</title>
    <reference>P1</reference>
    <property name="commissioned-by" value="mscp"/>
    <version n="1" label="V1">
      <front-sheet>
        <row field="owner"><label>Owner</label><text>Policy Subgroup</text></row>
        <row field="date-review" value="2023-06"><label>Review date</label><text>June 2023</text></row>
      </front-sheet>
    </version>
    <history>
      <decided id="e1" on="2020-07-07" by="executive" version="1" outcome="approved"/>
    </history>
  </document>
  <document id="d2" type="procedure">
    <title>Second</title>
  </document>
</register>
"""


@pytest.fixture
def merton() -> policydoc.Register:
    """The shipped register of the Merton partnership."""
    return policydoc.Register.read(MERTON)


@pytest.fixture
def small() -> policydoc.Register:
    return policydoc.Register.parse(SMALL, name="small.xml")


@pytest.fixture
def day() -> datetime.date:
    return datetime.date(2024, 1, 1)
