"""An import of a newsroom's whole WordPress takes no more memory than one of a few posts.

The real command in a process of its own, with `--dry-run`: everything is looked through, read and
looked up. The most memory that it or any of its children ever had, beside the same command with a
small export. What is kept of an export lies on the disk: were it in memory, these would fail.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from tests.acceptance.importing import configure
from tests.safety.test_whole_path import PROGRAM, SCALES
from tests.unit.extract.archives.wordpress import attachment, export, group, post

MOST = 32
"""MiB. Kept in memory, 100,000 groups of translations take twice that, and 20,000 pictures one and
a half times."""

DESKS = ("en", "de", "fr", "it", "pt", "es", "ru", "zh", "ar", "ja")
FILES = 5
FIRST_PICTURE = 10**6


def translations(groups: int) -> str:
    """A head that lists what is a translation of what: 400 bytes a group."""
    return "\n".join(
        group(name_of(number), [(desk, number * 10 + at) for at, desk in enumerate(DESKS, 1)])
        for number in range(groups)
    )


def name_of(number: int) -> str:
    """As long as one of Polylang with what stands around it in an export."""
    return f"pll_{number:06d}{'x' * 60}"


def items(posts: int, pictures: int) -> Iterator[str]:
    """A tenth of the posts shares a group; the pictures of a post stand anywhere."""
    for number in range(posts):
        shown = FIRST_PICTURE + number * 7919 % pictures
        yield post(
            number + 1, text="word " * 200, thumbnail=shown, polylang=name_of(number // 10)
        )  # fmt: skip
    for number in range(pictures):
        hangs_on = number * 31 % posts + 1
        caption = f"Caption {number} " * 40
        yield attachment(FIRST_PICTURE + number, parent=hangs_on, caption=caption)


def split(folder: Path, files: int, posts: int, pictures: int, groups: int) -> list[Path]:
    """The export as WordPress splits it: the same head before each part."""
    head, made = translations(groups), tuple(items(posts, pictures))
    paths = [folder / f"wp-export.{number}.xml" for number in range(files)]
    for number, path in enumerate(paths):
        path.write_bytes(export(*made[number::files], head=head))
    return paths


def weigh(folder: Path, paths: Iterable[Path]) -> int:
    """The most MiB that a process of the import had."""
    command = (PROGRAM, "import", *paths, "--dry-run", "--source", "archive")
    file = configure(folder)
    weighed = subprocess.run(
        [sys.executable, "-c", SCALES, *map(str, command), "--config", str(file)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "Traceback" not in weighed.stderr
    return int(weighed.stdout.split()[-1]) // 1024


@pytest.fixture(scope="module")
def before(tmp_path_factory) -> int:
    """What an import of a few posts takes."""
    folder = tmp_path_factory.mktemp("small")
    return weigh(folder, split(folder, FILES, posts=50, pictures=200, groups=5))


@pytest.mark.timeout(180)
@pytest.mark.parametrize(
    "large",
    [
        pytest.param((FILES, 5000, 20_000, 500), id="posts and pictures in five files"),
        pytest.param((1, 50, 200, 100_000), id="a head of 40 MB"),
    ],
)
def test_an_import_does_not_grow_with_its_export(tmp_path, before, large):
    paths = split(tmp_path, *large)
    assert sum(path.stat().st_size for path in paths) > 20 * 2**20
    assert weigh(tmp_path, paths) - before <= MOST
