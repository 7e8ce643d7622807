"""The drawing of the house is checked, and the check can fail."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

PLANTED = [
    ("The floors of the house", "model/planted.py", "import swifeeds.serve"),
    ("The floors of the house", "extract/planted.py", "import swifeeds.emit"),
    ("The floors of the house", "planted/__init__.py", "stray = True"),
    ("Heads do no I/O", "group/planted.py", "import socket"),
    ("Heads do no I/O", "emit/planted.py", "import random"),
    ("The ground knows the standard library alone", "model/planted.py", "import lxml"),
    ("Drivers are chosen only by the composition root", "pipeline/planted.py",
     "import swifeeds.store.sql"),
    ("feedgen enters by one door", "emit/planted.py", "import feedgen"),
    ("APScheduler enters by one door", "service/planted.py", "import apscheduler"),
    ("lxml parsers and nh3 are made in markup alone", "extract/planted.py", "import nh3"),
    ("Every outbound request is egress's", "collect/planted.py", "import aiohttp"),
    ("pydantic stays in config and cli", "serve/planted.py", "import pydantic"),
    ("No cycles inside a room", "plan/planted.py", None),
]  # fmt: skip


def lint(source: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).parent / "lint-imports"
    return subprocess.run(
        [program, "--config", ROOT / "pyproject.toml", "--no-cache"],
        cwd=source.parent,
        env={**os.environ, "PYTHONPATH": str(source), "NO_COLOR": "1", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def copy(tmp_path):
    source = tmp_path / "src"
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "src" / "swifeeds", source / "swifeeds", ignore=ignore)
    return source


def test_the_house_keeps_its_floors():
    outcome = lint(ROOT / "src")
    assert outcome.returncode == 0, outcome.stdout


@pytest.mark.parametrize(("contract", "place", "line"), PLANTED)
def test_a_planted_violation_breaks_its_contract(copy, contract, place, line):
    planted = copy / "swifeeds" / place
    planted.parent.mkdir(exist_ok=True)
    if line is None:
        planted.write_text("import swifeeds.plan.planted_other\n")
        planted.with_name("planted_other.py").write_text("import swifeeds.plan.planted\n")
    else:
        planted.write_text(f"{line}\n")
    outcome = lint(copy)
    assert outcome.returncode != 0
    assert f"{contract} BROKEN" in " ".join(outcome.stdout.split())
