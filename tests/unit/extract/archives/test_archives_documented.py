"""docs/archives.md says what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from swifeeds.collect.register import LARGEST
from swifeeds.extract.archives import cutting, heads, span, whole, wxr
from swifeeds.extract.archives.readers import reader_of
from swifeeds.model import ArchiveFormat, Signal
from swifeeds.model.companion import MOST_TOGETHER

DOCUMENT = (Path(__file__).parents[4] / "docs" / "archives.md").read_text(encoding="utf-8")


def section(heading: str) -> str:
    return DOCUMENT.partition(f"## {heading}\n")[2].partition("\n## ")[0]


def rows(heading: str) -> list[str]:
    return re.findall(r"^\| `([\w-]+)` \|", section(heading), re.MULTILINE)


def test_every_format_is_listed_in_the_order_of_the_code():
    assert rows("Formats") == [kind.value for kind in (
        ArchiveFormat.WXR, ArchiveFormat.NEWSML_G2, ArchiveFormat.NEWSML, ArchiveFormat.NITF,
        ArchiveFormat.NINJS, ArchiveFormat.IPTC7901, ArchiveFormat.ANPA, ArchiveFormat.RELEASE,
        ArchiveFormat.MOVABLE_TYPE, ArchiveFormat.FEED, ArchiveFormat.JSON_LINES,
    )]  # fmt: skip
    assert set(rows("Formats")) == {kind.value for kind in ArchiveFormat}


@pytest.mark.parametrize("name", rows("What is read from each"))
def test_what_is_read_from_a_format_has_a_reader(name):
    assert callable(reader_of(ArchiveFormat(name)))


def test_every_format_with_a_reader_of_its_own_is_described():
    delegated = {ArchiveFormat.FEED, ArchiveFormat.JSON_LINES}
    assert set(rows("What is read from each")) == set(ArchiveFormat) - delegated


def test_the_limits_are_those_of_the_code():
    assert f"more than {span.LARGEST_ITEM >> 20} MiB" in DOCUMENT
    assert f"first {span.LARGEST_HEAD >> 20} MiB" in DOCUMENT.replace("\n", " ")
    together = f"{MOST_TOGETHER} pictures and {MOST_TOGETHER} translations"
    assert together in section("What belongs together in WordPress")
    assert f"portions of at most {heads.MOST_ELEMENTS}," in section(
        "What belongs together in WordPress"
    )
    assert f"One of more than {span.LARGEST_ELEMENT >> 20} MiB" in DOCUMENT
    assert f"as far as {whole.LARGEST_KEPT >> 20} MiB" in DOCUMENT
    assert f"of {LARGEST >> 30} GiB" in section("What belongs together in WordPress")
    assert f"portions of at most {cutting.MOST_ITEMS} items" in DOCUMENT.replace("\n", " ")


def test_the_signals_and_the_taxonomies_are_those_of_the_code():
    for signal in Signal:
        assert f"`{signal.value}`" in section("What becomes of an item")
    for taxonomy in wxr.STORY_TAXONOMIES:
        assert f"`{taxonomy}`" in section("What is read from each")
