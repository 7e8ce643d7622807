"""The golden tables of date styles: each line was read by eye; a change here changes what is seen.

To write them anew after a wanted change: `python -m tests.unit.localise.test_date_styles`, then
read the difference.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.tongues import TAGS, locale

from swifeeds.localise import has_style, native_digits
from swifeeds.localise.negotiation import fallbacks
from swifeeds.localise.writing.styles import STYLES, style_of

GOLDEN = Path(__file__).resolve().parents[2] / "golden/localise"
MORE_TAGS = ("fr-CA", "ar-LB")
BY_CLDR = (
    "pl", "nl", "sv", "da", "nb", "fi", "cs", "sk", "hu", "hr", "sr-Latn", "sl", "ro", "bg", "uk",
    "el", "tr", "ka", "hy", "he", "fa", "ur", "hi", "th", "vi", "id", "ko", "sw", "lt", "lv",
)  # fmt: skip
"""Languages that nobody wrote an entry for."""

AFTERNOON = datetime(2009, 5, 19, 13, 45, tzinfo=UTC)
NEW_YEAR = datetime(2009, 12, 31, 23, 5, tzinfo=UTC)


def noon(*day: int) -> datetime:
    return datetime(*day, 12, tzinfo=UTC)


def table(*tags: str) -> str:
    return "\n".join(f"[{tag}]\n" + "".join(rows(tag)) for tag in tags)


def rows(tag: str) -> list[str]:
    """Visible spaces: an editor would not show that one had become a plain space."""
    say = locale(tag)
    twelve = locale(tag, hours=12, zone="city")
    told = {
        "date": say.date(AFTERNOON),
        "time": say.time(AFTERNOON),
        "date_time": say.date_time(AFTERNOON),
        "new_year": say.date_time(NEW_YEAR),
        "day_heading": say.day_heading(AFTERNOON),
        "month_heading": say.month_heading(AFTERNOON),
        "year_heading": say.year_heading(AFTERNOON),
        "same_month": say.range(AFTERNOON, noon(2009, 5, 21)),
        "same_year": say.range(AFTERNOON, noon(2009, 6, 1)),
        "other_year": say.range(AFTERNOON, noon(2010, 1, 1)),
        "number": say.number(1234567),
        "24_hours": locale(tag, hours=24).time(AFTERNOON),
        "12_hours": twelve.time(AFTERNOON),
        "midnight": twelve.date_time(NEW_YEAR),
        "cldr": locale(tag, hours=12, spaces="cldr").range(AFTERNOON, noon(2009, 6, 1)),
        "cldr_time": locale(tag, hours=12, spaces="cldr").date_time(AFTERNOON),
        "arabic": locale(tag, digits="arabic", zone="city").date_time(AFTERNOON),
        "arabic_number": locale(tag, digits="arabic").number(1234567),
    }
    if not native_digits(tag):
        del told["arabic"], told["arabic_number"]
    shown = {"\u00a0": "⍽", "\u202f": "⟨202F⟩", "\u2009": "⟨2009⟩"}
    return [f"{name:14}{text.translate(str.maketrans(shown))}\n" for name, text in told.items()]


def test_every_style_is_written_as_it_was_looked_at():
    golden = (GOLDEN / "date_styles.txt").read_text(encoding="utf-8")
    assert table(*TAGS, *MORE_TAGS) == golden


def test_a_language_without_an_entry_is_written_as_it_was_looked_at():
    golden = (GOLDEN / "dates_by_cldr.txt").read_text(encoding="utf-8")
    assert table(*BY_CLDR) == golden


@pytest.mark.parametrize("tag", BY_CLDR)
def test_a_language_of_the_second_table_has_no_entry(tag):
    assert not set(fallbacks(tag)) & STYLES.keys()
    assert has_style(tag)


@pytest.mark.parametrize(
    ("tag", "like"),
    [
        ("en-AU", "en-GB"),
        ("en-CH", "en-GB"),
        ("en-US", "en"),
        ("zh-TW", "zh-Hant"),
        ("zh-Hans", "zh"),
        ("de-LI", "de"),
        ("pt-AO", "pt-PT"),
        ("pt-BR", "pt"),
        ("ar-EG", "ar"),
        ("EN_gb", "en-GB"),
    ],
)
def test_a_variant_inherits_from_its_parent(tag, like):
    assert style_of(tag) is style_of(like)
    assert has_style(tag)


def test_a_language_that_cldr_does_not_know_has_no_style_and_is_written_as_english():
    assert not has_style("tlh")
    assert style_of("tlh") is STYLES["en"]


def test_polish_declines_its_months_in_dates_and_not_in_headings():
    assert locale("pl").date(AFTERNOON) == "19 maja 2009"
    assert locale("pl").month_heading(AFTERNOON) == "Maj 2009"


def test_the_zone_decides_the_day():
    late = datetime(2009, 5, 19, 23, 30, tzinfo=UTC)
    assert locale("de").date_time(late) == "20. Mai 2009, 01:30"
    assert locale("de", "Asia/Tokyo").date_time(late) == "20. Mai 2009, 08:30"
    assert locale("de", "UTC").date_time(late) == "19. Mai 2009, 23:30"


if __name__ == "__main__":
    (GOLDEN / "date_styles.txt").write_text(table(*TAGS, *MORE_TAGS), encoding="utf-8")
    (GOLDEN / "dates_by_cldr.txt").write_text(table(*BY_CLDR), encoding="utf-8")
