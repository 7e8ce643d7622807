"""The golden table of date styles: each line was read by eye; a change here changes what is seen.

To write it anew after a wanted change: `python -m tests.unit.localise.test_date_styles`, then
read the difference.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from swifeeds.localise import Catalog, Locale, has_style, make_locale
from swifeeds.localise.styles import STYLES, style_of

GOLDEN = Path(__file__).resolve().parents[2] / "golden/localise/date_styles.txt"
TAGS = (
    "en", "en-US", "en-GB", "en-CH", "de", "de-CH", "de-AT", "fr", "fr-CH", "fr-CA", "it", "it-CH",
    "es", "es-MX", "pt", "pt-BR", "pt-PT", "ja", "ar", "ar-LB", "zh", "zh-Hans", "zh-Hant", "ru",
)  # fmt: skip
AFTERNOON = datetime(2009, 5, 19, 13, 45, tzinfo=UTC)
NEW_YEAR = datetime(2009, 12, 31, 23, 5, tzinfo=UTC)


def locale(tag: str) -> Locale:
    return make_locale(tag, catalog=Catalog(language=tag), time_zone="Europe/Zurich")


def noon(*day: int) -> datetime:
    return datetime(*day, 12, tzinfo=UTC)


def table() -> str:
    return "\n".join(f"[{tag}]\n" + "".join(rows(locale(tag))) for tag in TAGS)


def rows(speaks: Locale) -> list[str]:
    """Visible no-break spaces: an editor would not show that one had become a plain space."""
    styles = {
        "date": speaks.date(AFTERNOON),
        "time": speaks.time(AFTERNOON),
        "date_time": speaks.date_time(AFTERNOON),
        "new_year": speaks.date_time(NEW_YEAR),
        "day_heading": speaks.day_heading(AFTERNOON),
        "month_heading": speaks.month_heading(AFTERNOON),
        "same_month": speaks.range(AFTERNOON, noon(2009, 5, 21)),
        "same_year": speaks.range(AFTERNOON, noon(2009, 6, 1)),
        "other_year": speaks.range(AFTERNOON, noon(2010, 1, 1)),
        "number": speaks.number(1234567),
    }
    shown = {name: text.replace("\u00a0", "⍽") for name, text in styles.items()}
    return [f"{name:14}{text}\n" for name, text in shown.items()]


def test_every_style_is_written_as_it_was_looked_at():
    assert table() == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("tag", TAGS)
def test_no_style_prints_a_narrow_space_a_zone_or_a_direction_mark(tag):
    text = "".join(rows(locale(tag)))
    assert not set("\u202f\u2009\u200e\u200f") & set(text)
    assert not any(zone in text for zone in ("CEST", "MESZ", "GMT", "+0"))


@pytest.mark.parametrize("tag", TAGS)
def test_digits_are_latin(tag):
    assert "2009" in locale(tag).date(AFTERNOON)


@pytest.mark.parametrize(
    ("tag", "like"),
    [
        ("en-AU", "en-GB"),
        ("zh-TW", "zh-Hant"),
        ("de-LI", "de"),
        ("pt-AO", "pt-PT"),
        ("EN_gb", "en-GB"),
    ],
)
def test_a_variant_inherits_from_its_parent(tag, like):
    assert style_of(tag) is style_of(like)
    assert has_style(tag)


def test_a_language_that_cldr_does_not_know_has_no_style_and_is_written_as_english():
    assert not has_style("tlh")
    assert style_of("tlh") is STYLES["en"]


def test_the_zone_decides_the_day():
    late = datetime(2009, 5, 19, 23, 30, tzinfo=UTC)
    assert locale("de").date_time(late) == "20. Mai 2009, 01:30"


if __name__ == "__main__":
    GOLDEN.write_text(table(), encoding="utf-8")
