# SPDX-License-Identifier: MIT
"""The pages that are looked at: each a call of the command that prints HTML."""
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = ROOT / "tests" / "command" / "data"
BOARD = [str(DATA / "board.xml"), "--add-profile", str(DATA / "board-profile.xml")]
EXAMPLE = ROOT / "examples" / "registers"

PAGES = {
    "board": ["report", *BOARD, "--until", "2026-03-31", "--for", "board"],
    "no documents": ["report", str(DATA / "issues.xml"), "--until", "2025-12-31"],
    "many": ["report", str(EXAMPLE / "uk-sample.xml"), "--until", "2026-03-31"],
    "trend": ["trend", *BOARD, "--until", "2026-03-31", "--every", "P3M"],
    "long": ["trend", *BOARD, "--until", "2026-03-31", "--every", "P1D", "--from", "2025-12-02"],
}


def run(command, arguments):
    done = subprocess.run([command, *arguments], capture_output=True, check=False, timeout=60)
    if done.returncode != 0:
        raise SystemExit(f"policydoc {' '.join(arguments)} ends with {done.returncode}: {done.stderr.decode()}")
    return done.stdout.decode()


def page(command, name):
    return run(command, [*PAGES[name], "--format", "html"])
