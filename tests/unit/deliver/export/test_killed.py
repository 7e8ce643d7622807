"""An export that is killed, and the next one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.unit.deliver.export.dying import paths
from tests.unit.deliver.export.sites import expected, export, item, shelf_of, tree

ROOT = Path(__file__).parents[4]


def die(directory: Path, first: int, last: int, deadly: int) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.unit.deliver.export.dying",
         directory, *map(str, (first, last, deadly))],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}, check=False,
    )  # fmt: skip
    assert done.returncode == -9


@pytest.mark.parametrize("deadly", [1, 3])
async def test_after_a_kill_the_next_export_ends_as_if_there_had_been_none(tmp_path, deadly):
    target = tmp_path / "public"
    die(target, 0, 200, deadly)
    assert len(tree(target)) < 800
    shelf = shelf_of(*paths(0, 200))
    shelf.put(item("/de/articles/100/", "version 0 "))
    await export(shelf, target)
    assert tree(target) == expected(shelf)
    assert (await export(shelf, target)).written == 0


async def test_what_a_killed_export_wrote_and_is_not_published_any_more_goes(tmp_path):
    target = tmp_path / "public"
    before = shelf_of(*paths(0, 120))
    await export(before, target)
    (target / "mine").write_text("mine")
    die(target, 100, 300, 3)
    assert any((target / "de" / "articles" / str(number)).exists() for number in range(120, 300))
    await export(before, target)
    assert tree(target) == {**expected(before), "mine": b"mine"}
