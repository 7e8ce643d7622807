"""docs/languages.md shows dates as they are written."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.tongues import TAGS, locale

from swifeeds.localise import make_locale

TEXT = (Path(__file__).parents[3] / "docs/languages.md").read_text(encoding="utf-8")
MOMENT = datetime(2009, 5, 19, 13, 45, tzinfo=UTC)
LAST = datetime(2009, 6, 1, 12, tzinfo=UTC)


def table(heading: str) -> Iterator[list[str]]:
    found = re.search(rf"\n\| {heading} \|.*\n\|[-|]+\n((?:\|.*\n)+)", TEXT)
    assert found, f"no table of {heading}"
    for row in found[1].splitlines():
        yield [cell.strip() for cell in row.strip("|").split("|")]


def by_tag() -> dict[str, list[str]]:
    return {tag: cells for tags, *cells in table("language") for tag in tags.split(", ")}


@pytest.mark.parametrize("tag", by_tag())
def test_each_language_is_shown_as_it_is_written(tag):
    say = locale(tag)
    written = (
        say.date_time(MOMENT),
        say.day_heading(MOMENT),
        say.month_heading(MOMENT),
        say.range(MOMENT, LAST),
    )
    assert by_tag()[tag] == [text.replace("\u00a0", " ") for text in written]


def test_every_language_and_variant_is_shown():
    assert set(TAGS) <= by_tag().keys()


@pytest.mark.parametrize(("tag", "key", "shown"), list(table("in")))
def test_each_choice_is_shown_as_it_is_written(tag, key, shown):
    chosen = tomllib.loads(key.strip("`"))
    style = chosen.pop("style", None)
    plain = locale(tag, **chosen)
    say = make_locale(
        tag,
        catalog=plain.catalog,
        time_zone=plain.time_zone,
        style=style,
        writing=plain.writing,
    )
    assert say.date_time(MOMENT) == shown
