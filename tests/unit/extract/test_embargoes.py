"""The line that declares an embargo: in ten languages, and told from news about embargoes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.extract.embargo_lines import ABOUT, DECLARED, lines_of, written
from tests.unit.extract.page_documents import make_source

from swifeeds.extract.archives.entry import Reading
from swifeeds.extract.archives.wire_dates import embargo_in
from swifeeds.extract.embargo_frames import may_speak_of_embargo
from swifeeds.extract.embargoes import (
    declared_embargo,
    is_embargo_note,
    may_be_declared,
    noted_embargo,
    wait_for,
)
from swifeeds.localise.folding import fold_date

NEAR = datetime(2026, 3, 1, 12, tzinfo=UTC)
SOON = datetime(2026, 3, 5, 9, 30, tzinfo=UTC)

# By day, where no clock is ever set: the hour that summer time takes away is no time to write.
moments = st.builds(
    lambda day, minute: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=day, minutes=minute),
    st.integers(0, 700),
    st.integers(7 * 60, 20 * 60),
)


def read(line: str, language: str, near: datetime = NEAR, zone: str = "Europe/Zurich"):
    return declared_embargo(line, language=language, zone=zone, near=near)


@given(line=st.sampled_from(lines_of(DECLARED)), moment=moments)
def test_a_glance_overlooks_no_line_that_declares_one(line, moment):
    language, words = line
    assert may_be_declared(written(words, language, moment))


@pytest.mark.parametrize(
    "line", ["By Jane Doe", "Der Rat tagte.", "評議会", "x" * 161 + " embargo"]
)
def test_a_glance_passes_by_what_speaks_of_none(line):
    assert not may_be_declared(line)


@given(line=st.sampled_from(lines_of(DECLARED)), moment=moments)
def test_its_end_is_read_in_ten_languages(line, moment):
    language, words = line
    found = read(written(words, language, moment), language, near=moment - timedelta(days=3))
    assert found is not None
    assert found.until is not None
    assert found.until.at == moment


@given(line=st.sampled_from(lines_of(ABOUT)), moment=moments)
def test_news_about_embargoes_declares_none(line, moment):
    language, words = line
    assert read(written(words, language, moment), language, near=moment) is None


@given(line=st.sampled_from(lines_of(ABOUT)), others=st.sampled_from(list(ABOUT)))
def test_nor_does_it_where_the_language_was_told_wrongly(line, others):
    language, words = line
    assert read(written(words, language, SOON), others) is None


@given(line=st.sampled_from(lines_of(DECLARED)), moment=moments)
def test_the_first_glance_misses_no_line_with_or_without_accents(line, moment):
    language, words = line
    folded = fold_date(written(words, language, moment))
    assert may_speak_of_embargo(folded)
    assert may_speak_of_embargo(f"{folded} ש")


@given(line=st.sampled_from(lines_of(DECLARED)), moment=moments)
def test_wires_read_the_same_words(line, moment):
    language, words = line
    reading = Reading(source=make_source(language=language), retrieved=moment, name="wire")
    until, _ = embargo_in([written(words, language, moment)], None, reading)
    assert until is not None
    assert until.at == moment


@given(st.text(max_size=200), st.sampled_from(list(DECLARED)))
def test_any_text_is_read_and_only_its_own_words_declare_one(text, language):
    assert read(text, language) is None


@given(st.text(max_size=120), st.sampled_from(lines_of(DECLARED)))
def test_whatever_stands_for_its_end_is_read_or_holds_or_says_nothing(text, line):
    language, words = line
    found = read(words.format(day=text, clock=""), language)
    assert found is None or (found.until is None) == (found.held is not None)


@pytest.mark.parametrize(
    ("language", "line", "until"),
    [
        ("en", "Embargoed until 00.01 hrs Thursday 5 March 2026", "2026-03-04T23:01"),
        ("en", "EMBARGO: 0001 GMT Thursday 5 March", "2026-03-05T00:01"),
        ("en", "Embargoed for release until: 12:01 A.M. ET, Thursday, March 5, 2026",
         "2026-03-05T05:01"),
        ("de", "Sperrfrist: 5. März, 10 Uhr", "2026-03-05T09:00"),
        ("ja", "報道解禁：3月5日（木）14時", "2026-03-05T13:00"),
        ("ru", "Эмбарго до 5 марта 2026 года, 10:00 МСК", "2026-03-05T07:00"),
        ("ar", "حظر النشر حتى 5 مارس 2026 الساعة 10:00 بتوقيت غرينتش", "2026-03-05T10:00"),
    ],
)  # fmt: skip
def test_a_zone_that_is_named_goes_before_the_sources_and_the_nearest_year_is_meant(
    language, line, until
):
    assert read(line, language).until.at == datetime.fromisoformat(until).replace(tzinfo=UTC)


def test_a_time_without_a_zone_is_on_the_sources_clock():
    line = "Embargoed until 5 March 2026, 10:00"
    ends = [read(line, "en", zone=zone).until.at.hour for zone in ("Asia/Tokyo", "UTC")]
    assert ends == [1, 10]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Not for publication before 5 March 2026", 4),
        ("Embargoed until 5 March 2026", 5),
        ("Embargoed until 5 March 2026, 10:00 in the Great Hall", 5),
    ],
)
def test_a_day_alone_opens_or_counts_in_and_what_is_left_unread_makes_the_wait_longer(line, day):
    until = read(line, "en").until.at
    assert until == datetime(2026, 3, day, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Embargoed until 99 March 2026"),
        ("en", "EMBARGOED UNTIL DELIVERY"),
        ("de", "Sperrfrist: Redebeginn"),
        ("ru", "Не публиковать до 35 мартобря 2026 года"),
        ("fr", "Ne pas publier avant 25 h 70"),
    ],
)
def test_an_end_that_cannot_be_read_holds_in_words_that_are_said_of_texts_alone(language, line):
    found = read(line, language)
    assert found.until is None
    assert line in found.held


def test_an_end_years_ahead_holds_the_article_for_a_person_to_look_at():
    far = NEAR + timedelta(days=40_000)
    assert wait_for(SOON, NEAR) == (SOON, None)
    assert wait_for(far, NEAR) == (None, f"its embargo is said to end only on {far:%Y-%m-%d}")
    assert read("Embargoed until 25 December 2126, 10:00", "en").wait(NEAR)[0] is None


@pytest.mark.parametrize("length", [160, 5_000])
@pytest.mark.parametrize(
    "line",
    [
        "{dashes}embargo",
        "{dashes}embargoed{dashes}",
        "embargoed until {dashes}",
        "embargoed until {spaced}",
        "{again}",
        "sperrfrist: {ones}",
        "不要{dashes}",
    ],
)
def test_a_line_that_is_made_to_take_long_is_read_at_once(line, length):
    hostile = line.format(
        dashes="-" * length, spaced="- " * length, ones="1 " * length,
        again="embargoed until " * (length // 16),
    )  # fmt: skip
    before = process_time()
    for part in (hostile, hostile[:160]):
        read(part, "en")
        noted_embargo(part, language="en", zone="UTC", near=NEAR)
        is_embargo_note(part)
    assert process_time() - before < 1
