#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The reviews of the coming years, month by month: as they fall due, and spread. As text, or as a chart with matplotlib.

review_load.py REGISTER DAY [CHART.png]"""
import datetime
import sys
from typing import List

import policydoc


def draw(programme: policydoc.Programme, path: str) -> None:
    """Draws the load; needs matplotlib."""
    import matplotlib  # type: ignore[import]

    matplotlib.use("Agg")
    from matplotlib import pyplot

    months = [str(each.month) for each in programme.months]
    figure, axes = pyplot.subplots(figsize=(12, 4))
    axes.bar(months, [each.load_at_deadline for each in programme.months], color="lightgrey", label="at their deadlines")
    axes.bar(months, [each.load for each in programme.months], width=0.5, label="spread")
    axes.tick_params(axis="x", rotation=90)
    axes.set_ylabel("reviews")
    axes.legend()
    figure.tight_layout()
    figure.savefig(path)


def main(arguments: List[str]) -> int:
    day = datetime.date.fromisoformat(arguments[1])
    register = policydoc.Register.read(arguments[0])
    programme = register.programme(on=day)
    for each in programme.months:
        if each.load or each.load_at_deadline:
            print(f"{each.month}  {'#' * each.load:<12}  {each.load} (at their deadlines {each.load_at_deadline})")
    print(f"at most {programme.peak} a month; {programme.bottleneck}")
    if len(arguments) > 2:
        try:
            draw(programme, arguments[2])
        except ImportError:
            print("matplotlib is not there: no chart is drawn")
    return 0


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
