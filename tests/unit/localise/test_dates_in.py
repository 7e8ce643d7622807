from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.benchmark.phrase_table import PHRASES

from swifeeds.localise import LANGUAGES, Catalog, make_locale
from swifeeds.localise.reading.parse import dates_in
from swifeeds.model import Precision

ZURICH = "Europe/Zurich"


def first(line: str, language: str = "en"):
    return next((found.date for found in dates_in(line, language=language, zone="UTC")), None)


def shown(line: str, language: str = "en") -> str | None:
    """The first date as `2009-05-19 15:45`, without a time where the line has none."""
    found = first(line, language)
    if found is None:
        return None
    day_only = found.precision is Precision.DAY
    return f"{found.moment:%Y-%m-%d}" if day_only else f"{found.moment:%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("language", "line", "date"),
    [
        ("en", "By A. Writer, May 19, 2009 - 12 comments", "2009-05-19"),
        ("en", "Agency | May 19, 2009 | Updated 08:24 IST", "2009-05-19"),
        ("en", "22:57 GMT 28.04.2020(updated 11:14 GMT 29.04.2020)", "2020-04-28 22:57"),
        ("en", "Posted 19 May 2009 15:45 west of the river", "2009-05-19 15:45"),
        ("en", "A. Writer15:35, Oct 29 2020", "2020-10-29 15:35"),
        ("en", "A. Writer2020-02-20 13:52:51 UTC", "2020-02-20 13:52"),
        ("en", "7 April 2020Volume 172, Issue 7", "2020-04-07"),
        ("en", "On 19 May 2009, 12.50 dollars were paid", "2009-05-19"),
        ("en", "19 May 2009 10:30-11:30", "2009-05-19 10:30"),
        ("de", "1. November 20161. November 2016 | Redaktion", "2016-11-01"),
        ("de", "Am 19. Mai 2009 um 12:45 am Bahnhof", "2009-05-19 12:45"),
        ("de", "Stand: 05. Februar 2020", "2020-02-05"),
        ("es", "Ciudad, 27 de Marzo de 2020, redacción", "2020-03-27"),
        ("pt", "postado em 04/05/2022 05:49 / atualizado em 04/05/2022 06:50", "2022-05-04 05:49"),
        ("zh", "最新消息 廠商確診累計429死 2020-03-12 20:19", "2020-03-12 20:19"),
        ("ja", "質問日時：2020/07/13 01:10", "2020-07-13 01:10"),
        ("ar", "11 شوال 1441هـ - 03 يونيو 2020م", "2020-06-03"),
        ("fi", "Uutinen 2.9.2020 klo 12.45", "2020-09-02 12:45"),
        ("lt", "BNS2020.10.26 13:44", "2020-10-26 13:44"),
        ("hu", "Szavazás 2020. 06. 04. 11:27", "2020-06-04 11:27"),
        ("bn", "| শনিবার, আগস্ট ২৯, ২০২০ | ১০:৪৬ পূর্বাহ্ণ", "2020-08-29 10:46"),
        ("de", "10 Minuten – 19. Mai 2009", "2009-05-19"),
        ("fr", "Lu par 12 personnes au 19 mai 2009", "2009-05-19"),
        ("en", "From 15:45 to 19 May 2009", "2009-05-19"),
    ],
)
def test_a_date_is_found_among_other_words(language, line, date):
    assert shown(line, language) == date


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Wochenbericht 14. - 20. Januar 2022"),
        ("en", "Model 10.10.20.2020 is out"),
        ("en", "1.2.3.2020"),
        ("en", "Founded in 1847, rebuilt in 2009"),
        ("en", "since January 2009"),
        ("en", "May 14-20, 2022"),
        ("en", "31 February 2009"),
        ("en", "call 0041 19 05 2009"),
        ("ar", "الخميس 30-10-1441 هـ"),
        ("en", "from 14 to 20 January 2022"),
        ("en", "May 28 to June 5, 2009"),
        ("de", "14.5. bis 15.5.2009"),
        ("de", "vom 28. Mai bis zum 5. Juni 2009"),
        ("fr", "du 28 mai au 5 juin 2009"),
        ("it", "dal 3 al 5 giugno 2009"),
        ("es", "del 28 de mayo al 5 de junio de 2009"),
        ("pt", "de 3 a 5 de junho de 2009"),
        ("ru", "с 28 мая по 5 июня 2009"),
        ("ar", "من 3 إلى 5 يونيو 2009"),
    ],
)
def test_what_is_no_single_day_is_not_found(language, line):
    assert first(line, language) is None


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("duminică, 20 septembrie 2020", "2020-09-20"),
        ("/ viernes 25 de septiembre de 2020", "2020-09-25"),
        ("| শনিবার, আগস্ট ২৯, ২০২০ |", "2020-08-29"),
        ("19 de maio de 2009", "2009-05-19"),
        ("19 мая 2009 15:45", "2009-05-19 15:45"),
        ("19 listopada 2009", None),  # October in Zagreb, November in Warsaw
        ("19.05.2009", "2009-05-19"),
        ("on 19 Mars 2009", "2009-03-19"),
    ],
)
def test_a_month_that_has_one_meaning_is_read_in_a_page_of_another_language(line, date):
    assert shown(line, "en-US") == date


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda one: f"{one.language} {one.line}")
def test_the_phrases_of_public_pages_hold_their_dates(phrase):
    found = next(dates_in(phrase.line, language=phrase.language, zone=ZURICH)).date
    wanted = datetime.fromisoformat(phrase.stated).date()
    assert found.moment.date() == wanted
    assert (found.precision is Precision.DAY) is (len(phrase.stated) == len("2009-05-19"))


words = st.lists(st.text(alphabet="bcfgjklqvwxyzßéжщ見学", min_size=4, max_size=9), max_size=6)
moments = st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2099, 12, 30))  # noqa: DTZ001


@given(moment=moments, before=words, after=words, language=st.sampled_from(LANGUAGES))
@settings(max_examples=150, deadline=None)
def test_a_sentence_around_a_date_never_changes_it(moment, before, after, language):
    exact = moment.replace(second=0, microsecond=0, tzinfo=UTC)
    speaks = make_locale(language, catalog=Catalog(language=language), time_zone="UTC")
    line = " ".join([*before, speaks.date_time(exact), *after])
    assert first(line, language).moment == exact


@given(
    st.text(max_size=420), st.sampled_from(("en", "ar", "ja", "zh-Hant", "fa", "th", "nonsense"))
)
@settings(max_examples=100, deadline=None)
def test_no_line_breaks_the_reading(line, language):
    for found in dates_in(line, language=language, zone=ZURICH):
        assert 0 <= found.start < found.end <= len(found.line)


@given(st.text(alphabet="0123456789.:-/ ,maytz()年月日", max_size=400))
@settings(max_examples=100, deadline=None)
def test_no_row_of_numbers_breaks_the_reading(line):
    for found in dates_in(line, language="en", zone=ZURICH):
        assert found.date.moment.tzinfo is UTC


@pytest.mark.parametrize(
    "line",
    ["1" * 400, "1 " * 200, "1." * 200, "may " * 100, "19 " + "-" * 390, "2009年" * 80,
     " ".join(["19 may"] * 57), "(" * 400, "15:45 " * 66, "de " * 130, "1 de " * 80],
)  # fmt: skip
@pytest.mark.parametrize("language", ["en", "es", "zh", "hu"])
def test_hostile_lines_are_answered(line, language):
    assert list(dates_in(line, language=language, zone="UTC")) == []


def test_a_paragraph_is_no_line():
    assert first("19 May 2009 " + "x" * 400) is None
