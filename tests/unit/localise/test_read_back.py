"""What is written is read: every style, heading and range, whatever the desk chose."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from babel.localedata import locale_identifiers
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.tongues import TAGS, ZURICH, locale

from swifeeds.localise import native_digits, parse_date, parse_month, parse_range, parse_year
from swifeeds.model import Precision

LANGUAGES_OF_CLDR = sorted(
    one
    for one in locale_identifiers()
    # Two months of Tibetan differ in nothing but vowel signs, which are folded away.
    if "_" not in one and one != "bo"
)
moments = st.datetimes(
    min_value=datetime(1970, 1, 2),  # noqa: DTZ001
    max_value=datetime(2099, 12, 30),  # noqa: DTZ001
    timezones=st.just(UTC),
).map(lambda moment: moment.replace(second=0, microsecond=0))
spans = st.one_of(st.integers(0, 40), st.integers(41, 1500)).map(lambda days: timedelta(days=days))
choices = st.fixed_dictionaries(
    {
        "hours": st.sampled_from((None, 12, 24)),
        "spaces": st.sampled_from(("cldr", "no-break", "plain")),
        "digits": st.sampled_from(("latin", "arabic")),
        "zone": st.sampled_from(("none", "city")),
    }
)
zones = st.sampled_from((ZURICH, "Asia/Tokyo", "America/Sao_Paulo", "Asia/Kolkata", "UTC"))


def check(tag: str, zone: str, moment: datetime, span: timedelta, chosen: dict) -> None:
    say = locale(tag, zone, **chosen)
    there, until = (one.astimezone(ZoneInfo(zone)) for one in (moment, moment + span))
    found = parse_date(say.date_time(moment), language=tag, zone=zone)
    # A clock's time that comes twice in an autumn night is the earlier one.
    assert found.moment == there.replace(fold=0).astimezone(UTC)
    assert found.precision is Precision.MINUTE
    assert found.zone == (None if say.writing.zone == "city" else zone)
    for day in (say.date(moment), say.day_heading(moment), say.range(moment, moment)):
        read = parse_date(day, language=tag, zone=zone)
        assert read.precision is Precision.DAY
        assert read.moment.astimezone(ZoneInfo(zone)).date() == there.date()
    assert parse_month(say.month_heading(moment), language=tag) == (there.year, there.month)
    assert parse_year(say.year_heading(moment), language=tag) == there.year
    written = say.range(moment, moment + span)
    assert parse_range(written, language=tag) == (there.date(), until.date())


@given(st.sampled_from(TAGS), zones, moments, spans, choices)
@settings(max_examples=300, deadline=None)
def test_every_style_under_every_choice_is_read_back(tag, zone, moment, span, chosen):
    if not native_digits(tag):
        chosen = {**chosen, "digits": "latin"}
    check(tag, zone, moment, span, chosen)


@pytest.mark.parametrize("tag", LANGUAGES_OF_CLDR)
def test_every_language_of_cldr_is_read_back(tag):
    """Among them whichever is added next."""
    moment = datetime(2009, 5, 19, 13, 45, tzinfo=UTC)
    for days, chosen in (
        (2, {}),
        (40, {"hours": 12, "zone": "city", "spaces": "plain"}),
        (400, {"hours": 24, "spaces": "cldr"}),
    ):
        check(tag, ZURICH, moment, timedelta(days=days), chosen)
    check(tag, ZURICH, datetime(2010, 1, 31, 23, 5, tzinfo=UTC), timedelta(days=1), {"hours": 12})


@pytest.mark.parametrize("tag", TAGS)
def test_a_day_on_a_wrong_weekday_is_refused(tag):
    tuesday = datetime(2009, 5, 19, 12, tzinfo=UTC)
    right, other = (locale(tag).day_heading(tuesday.replace(day=day)) for day in (19, 12))
    wednesday = locale(tag).day_heading(tuesday.replace(day=20))
    assert parse_date(right, language=tag, zone=ZURICH).moment.day == 19
    assert parse_date(other, language=tag, zone=ZURICH).moment.day == 12
    assert parse_date(wednesday.replace("20", "19", 1), language=tag, zone=ZURICH) is None


def test_a_day_that_does_not_exist_is_refused():
    assert parse_date("31. Februar 2009", language="de", zone=ZURICH) is None
    assert parse_range("30.–31. Juni 2009", language="de") is None


def test_a_city_is_the_zone_of_its_time():
    found = parse_date("19. Mai 2009, 15:45 (Tokio)", language="de", zone=ZURICH)
    assert found.moment == datetime(2009, 5, 19, 6, 45, tzinfo=UTC)
    assert found.zone is None


def test_a_city_that_gives_no_zone_its_name_leaves_the_time_unknown():
    assert parse_date("19. Mai 2009, 15:45 (Entenhausen)", language="de", zone=ZURICH) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("", "en"), ("2009", "en"), ("19 May 2009", "en-GB"), ("Mai", "de"), ("May 09", "en"),
        ("2009年", "ja"), ("May 2009 and later", "en"),
        ("May 0000", "en"),
    ],
)  # fmt: skip
def test_what_is_no_heading_of_a_month_is_none(text, language):
    assert parse_month(text, language=language) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [("", "en"), ("09", "en"), ("0000", "en"), ("2009", "ja"), ("20090", "de")],
)
def test_what_is_no_heading_of_a_year_is_none(text, language):
    assert parse_year(text, language=language) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("", "en"), ("May 2009", "en"), ("19–21", "de"), ("21.–19. Mai 2009", "de"),
        ("19 mai 2009 – 18 mai 2009", "fr"), ("2009年5月", "zh"),
    ],
)  # fmt: skip
def test_what_is_no_range_is_none(text, language):
    assert parse_range(text, language=language) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("MAI 2009", "de"), ("maggio  2009", "it"), ("مايو ٢٠٠٩", "ar"), ("май 2009 г.", "ru"),
        ("２００９年５月", "ja"),
    ],
)  # fmt: skip
def test_letter_case_width_and_script_of_digits_make_no_difference(text, language):
    assert parse_month(text, language=language) == (2009, 5)


@given(st.text(max_size=60), st.sampled_from((*TAGS, "nonsense")))
@settings(max_examples=60, deadline=None)
def test_no_text_breaks_the_reading(text, language):
    found = parse_range(text, language=language)
    assert found is None or (isinstance(found[0], date) and found[0] <= found[1])
    assert parse_month(text, language=language) is None
