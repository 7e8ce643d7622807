"""What goes wrong when CLDR's ready-made formats are used as they come, one test each."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from babel.dates import format_datetime
from tests.tongues import TAGS, locale

from swifeeds.localise import parse_date
from swifeeds.localise.cldr import cldr_locale
from swifeeds.localise.writing.fields import take_apart

AFTERNOON = datetime(2009, 5, 19, 13, 45, 7, tzinfo=UTC)
JUNE = datetime(2009, 6, 1, 12, tzinfo=UTC)
NEXT_YEAR = datetime(2010, 1, 1, 12, tzinfo=UTC)
NUMBERED_MONTHS = ("ja", "zh", "zh-Hans", "zh-Hant")


def everything(tag: str, **choices: object) -> str:
    say = locale(tag, **choices)
    return "\n".join(
        (
            say.date_time(AFTERNOON),
            say.day_heading(AFTERNOON),
            say.month_heading(AFTERNOON),
            *(say.range(AFTERNOON, last) for last in (AFTERNOON, JUNE, NEXT_YEAR)),
            say.number(1234567),
        )
    )


@pytest.mark.parametrize("tag", TAGS)
def test_no_style_prints_seconds(tag):
    assert "07" not in everything(tag)
    assert "07" in format_datetime(AFTERNOON, "medium", locale=cldr_locale(tag))


@pytest.mark.parametrize("tag", TAGS)
def test_no_style_prints_an_offset_or_an_abbreviated_zone(tag):
    text = everything(tag, zone="city")
    assert not re.search(r"[+-]\d|CES?T|MESZ|GMT|UTC|лет|夏|صيف|Verão|verão", text)


@pytest.mark.parametrize("tag", [tag for tag in TAGS if tag not in NUMBERED_MONTHS])
def test_months_are_written_in_full(tag):
    """Italian `19 mag 2009` and Portuguese `19/05/2009` are what CLDR's `medium` gives."""
    wide = cldr_locale(tag).months["format"]["wide"][5]
    assert wide in locale(tag).date(AFTERNOON)
    assert wide in locale(tag).range(AFTERNOON, JUNE)
    assert "/" not in everything(tag)


@pytest.mark.parametrize("tag", TAGS)
def test_years_have_four_digits(tag):
    assert not re.search(r"(?<!\d)(?<!20)09(?!\d)", everything(tag))
    assert everything(tag).count("2009") == 6


@pytest.mark.parametrize("tag", ["zh", "zh-Hans", "zh-Hant"])
def test_chinese_writes_the_time_after_the_day_and_nothing_between(tag):
    assert locale(tag).date_time(AFTERNOON) == "2009年5月19日 15:45"


@pytest.mark.parametrize("tag", ["ar", "ar-EG", "ar-SA"])
def test_arabic_dates_hold_no_direction_marks(tag):
    assert not set("\u200e\u200f\u061c") & set(everything(tag, digits="arabic", zone="city"))


def test_a_mexican_time_does_not_name_its_zone_in_full():
    assert locale("es-MX").date_time(AFTERNOON) == "19 de mayo de 2009, 3:45\u00a0p.m."


def test_a_swiss_french_time_has_no_point_and_no_trailing_h():
    assert locale("fr-CH").date_time(AFTERNOON) == "19 mai 2009 à 15:45"


@pytest.mark.parametrize("tag", ["en", "ru", "fr", "es"])
def test_the_desk_decides_about_narrow_spaces(tag):
    found = {
        spaces: set(everything(tag, hours=12, spaces=spaces)) & set("\u00a0\u202f\u2009")
        for spaces in ("cldr", "no-break", "plain")
    }
    assert "\u202f" in found["cldr"]
    assert found["no-break"] == {"\u00a0"}
    assert not found["plain"]


@pytest.mark.parametrize("tag", TAGS)
def test_no_narrow_space_is_written_unasked(tag):
    assert not set("\u202f\u2009") & set(everything(tag, hours=12, zone="city"))


@pytest.mark.parametrize("tag", ["ar", "ar-EG", "ar-SA", "fa", "ur"])
def test_digits_and_separators_are_latin_unless_the_desk_wants_the_others(tag):
    """Babel by itself prints Latin digits with Arabic separators for Egypt."""
    plain = everything(tag)
    assert not re.search("[٠-٩۰-۹٬٫]", plain)
    assert locale(tag).number(1234567) == "1,234,567"
    arabic = everything(tag, digits="arabic")
    assert not re.search("[0-9]", arabic)
    number = locale(tag, digits="arabic").number(1234567)
    assert number in {"١٬٢٣٤٬٥٦٧", "۱٬۲۳۴٬۵۶۷"}


@pytest.mark.parametrize(
    ("tag", "number"),
    [
        ("de-CH", "1’234’567"),
        ("de-AT", "1.234.567"),
        ("fr", "1\u00a0234\u00a0567"),
        ("fr-CH", "1\u00a0234\u00a0567"),
        ("it-CH", "1’234’567"),
        ("pt-PT", "1\u00a0234\u00a0567"),
        ("es-MX", "1,234,567"),
        ("ru", "1\u00a0234\u00a0567"),
    ],
)
def test_numbers_are_grouped_as_the_region_groups_them(tag, number):
    assert locale(tag).number(1234567) == number


@pytest.mark.parametrize("tag", ["ja", "ar-SA", "fa", "th", "zh-TW"])
def test_years_are_gregorian_where_another_calendar_is_in_use(tag):
    assert "2009" in locale(tag).date(AFTERNOON)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("de", "19. Mai 2009, 15:45 (Zürich)"),
        ("en-GB", "19 May 2009, 15:45 (Zurich)"),
        ("fr", "19 mai 2009 à 15:45 (Zurich)"),
        ("it", "19 maggio 2009, 15:45 (Zurigo)"),
        ("es", "19 de mayo de 2009, 15:45 (Zúrich)"),
        ("pt", "19 de maio de 2009, 15:45 (Zurique)"),
        ("ja", "2009年5月19日 15:45（チューリッヒ）"),
        ("ar", "19 مايو 2009، 15:45 (زيورخ)"),
        ("zh", "2009年5月19日 15:45（苏黎世）"),
        ("zh-Hant", "2009年5月19日 15:45（蘇黎世）"),
        ("ru", "19 мая 2009\u00a0г., 15:45 (Цюрих)"),
    ],
)
def test_a_zone_is_named_by_its_city_in_the_language(tag, text):
    """Russian abbreviates Europe/Zurich to "Switzerland, summer time"."""
    assert locale(tag, zone="city").date_time(AFTERNOON) == text


@pytest.mark.parametrize(
    ("zone", "city"),
    [
        ("Asia/Kolkata", "Kalkutta"),
        ("Asia/Calcutta", "Kalkutta"),
        ("Europe/Kyiv", "Kiew"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires"),
        ("UTC", "UTC"),
        ("Etc/GMT", "UTC"),
        ("Etc/GMT-3", "UTC+3"),
    ],
)
def test_new_and_old_ids_of_a_zone_are_one_city(zone, city):
    assert locale("de", zone, zone="city").time(AFTERNOON).endswith(f"({city})")


@pytest.mark.parametrize(
    ("tag", "first"),
    [
        ("fr", "1er janvier 2010"),
        ("fr-CH", "1er janvier 2010"),
        ("pt", "1º de janeiro de 2010"),
        ("pt-BR", "1º de janeiro de 2010"),
        ("pt-PT", "1 de janeiro de 2010"),
        ("it", "1 gennaio 2010"),
        ("es", "1 de enero de 2010"),
        ("de-AT", "1. Jänner 2010"),
    ],
)
def test_the_first_of_a_month_is_written_as_the_language_writes_it(tag, first):
    assert locale(tag).date(NEXT_YEAR) == first
    assert locale(tag).range(NEXT_YEAR, NEXT_YEAR.replace(day=11)).startswith(first.split(" ")[0])
    assert parse_date(first, language=tag, zone="UTC").moment == NEXT_YEAR


def test_a_letter_that_no_style_uses_is_refused():
    with pytest.raises(ValueError, match="'w' stands for nothing"):
        take_apart("w. y", "de")
