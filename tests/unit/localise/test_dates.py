from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from swifeeds.localise import Catalog, make_locale, parse_date
from swifeeds.localise.reading.month_names import month_numbers
from swifeeds.localise.reading.parse import dates_in
from swifeeds.model import Precision

ZURICH = "Europe/Zurich"
AFTERNOON = datetime(2009, 5, 19, 13, 45, tzinfo=UTC)
NOON = datetime(2009, 5, 19, 10, 0, tzinfo=UTC)
TAGS = (
    "en", "en-GB", "en-CH", "de", "de-CH", "de-AT", "fr", "fr-CH", "fr-CA", "it", "it-CH", "es",
    "es-MX", "pt", "pt-PT", "ja", "ar", "ar-LB", "ar-MA", "zh", "zh-Hant", "ru",
)  # fmt: skip

moments = st.datetimes(
    min_value=datetime(1970, 1, 2),  # noqa: DTZ001
    max_value=datetime(2099, 12, 30),  # noqa: DTZ001
    timezones=st.just(UTC),
).map(lambda moment: moment.replace(second=0, microsecond=0))


def read(text: str, language: str = "en"):
    return parse_date(text, language=language, zone=ZURICH)


def first_of_two(moment: datetime) -> datetime:
    """The earlier one of the two moments that an autumn night's clock time may mean."""
    return moment.astimezone(ZoneInfo(ZURICH)).replace(fold=0).astimezone(UTC)


@given(moment=moments, tag=st.sampled_from(TAGS))
@settings(max_examples=100, deadline=None)
def test_what_is_written_is_read_back(moment, tag):
    speaks = make_locale(tag, catalog=Catalog(language=tag), time_zone=ZURICH)
    found = read(speaks.date_time(moment), tag)
    assert (found.moment, found.precision) == (first_of_two(moment), Precision.MINUTE)
    local = moment.astimezone(ZoneInfo(ZURICH))
    for written in (speaks.date(moment), speaks.day_heading(moment)):
        day = read(written, tag)
        assert day.precision is Precision.DAY
        assert day.zone == ZURICH
        noon = local.replace(hour=12, minute=0, fold=0)
        assert day.moment == noon.astimezone(UTC)


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_is_read_back(tag, month):
    moment = datetime(2023, month, 1, 10, 30, tzinfo=UTC)
    speaks = make_locale(tag, catalog=Catalog(language=tag), time_zone="UTC")
    found = parse_date(speaks.date_time(moment), language=tag, zone="UTC")
    assert found.moment == moment


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "19. Mai 2009 - 15:45"),
        ("de", "19. Mai 2009 um 15:45 Uhr"),
        ("de", "Dienstag, 19. Mai 2009, 15.45 Uhr"),
        ("de", "19.05.2009, 15:45"),
        ("en", "May 19, 2009 - 15:45"),
        ("en", "on Tuesday, May 19, 2009 at 3:45 p.m."),
        ("en", "19th of May 2009, 3:45PM"),
        ("en-GB", "19 May 2009 15:45"),
        ("fr", "19 mai 2009 à 15h45"),
        ("fr", "le mardi 19 mai 2009 - 15:45"),
        ("it", "19 maggio 2009 - 15:45"),
        ("it", "19 maggio 2009 alle ore 15.45"),
        ("es", "19 de mayo de 2009, a las 15:45"),
        ("pt", "19 de maio de 2009 às 15h45"),
        ("ja", "2009年5月19日 15時45分"),
        ("ja", "2009年5月19日(火) 午後3時45分"),
        ("ja", "平成21年5月19日 15:45"),
        ("ja", "2009/05/19 15:45"),
        ("ja", "２００９年５月１９日　１５：４５"),
        ("zh", "2009年05月19日 15:45"),
        ("zh", "2009年5月19日 下午3:45"),
        ("zh", "二〇〇九年五月十九日十五时四十五分"),
        ("zh-TW", "民國98年5月19日 15:45"),
        ("ar", "١٩ مايو ٢٠٠٩ - ١٥:٤٥"),
        ("ar", "19 مايو/ أيار 2009 - 15:45"),
        ("ar", "19 أيار 2009، الساعة 3:45 مساءً"),
        ("ar", "19 ماي 2009 15:45"),
        ("ru", "19 мая 2009 года в 15:45"),
        ("ru", "15:45, 19 мая 2009"),
        ("ru", "вторник, 19 мая 2009 г., 15:45"),
        ("de", "May 19, 2009 15:45"),
        ("en", "15:45, Tuesday 19 May 2009"),
        ("de", "Di., 19.05.2009, 15:45 Uhr"),
        ("fr", "Le 19 mai 2009 à 15 h 45"),
        ("it", "19 maggio 2009 alle 15.45"),
        ("es", "19 de mayo de 2009 a las 15:45 horas"),
        ("es", "19 de mayo del 2009, 3:45 de la tarde"),
        ("pt", "19 de mai. de 2009, 15h45"),
        ("ru", "19 мая 2009, 3:45 дня"),
        ("ar", "الثلاثاء، 19 مايو 2009 الساعة 3:45 م"),
        ("zh", "2009年5月19日（星期二）下午3时45分"),
        ("pl", "19 maja 2009 r., godz. 15:45"),
        ("pl", "19.05.2009 r., godz. 15:45"),
        ("nl", "dinsdag 19 mei 2009 om 15.45 uur"),
        ("sv", "19 maj 2009 kl. 15.45"),
        ("da", "19. maj 2009 kl. 15.45"),
        ("no", "tirsdag 19. mai 2009 kl. 15.45"),
        ("fi", "19. toukokuuta 2009 klo 15.45"),
        ("cs", "19. května 2009 v 15:45"),
        ("uk", "19 травня 2009 року о 15:45"),
        ("bg", "19 май 2009 г. 15:45 ч."),
        ("sr", "19. maj 2009. u 15:45"),
        ("el", "Τρίτη 19 Μαΐου 2009, 3:45 μ.μ."),
        ("tr", "19 Mayıs 2009 Salı 15:45"),
        ("ro", "19 mai 2009, ora 15:45"),
        ("hu", "2009. május 19., 15:45"),
        ("lt", "2009 m. gegužės 19 d. 15:45"),
        ("ko", "2009년 5월 19일 오후 3시 45분"),
        ("ko", "2009. 5. 19. 오후 3:45"),
        ("hi", "19 मई 2009, 03:45 PM"),
        ("he", "19 במאי 2009 15:45"),
        ("fa", "۲۹ اردیبهشت ۱۳۸۸، ساعت ۱۵:۴۵"),
        ("th", "19 พฤษภาคม 2552 15:45 น."),
        ("vi", "19 tháng 5 năm 2009 15:45"),
    ],
)
def test_the_ways_of_the_press_are_read(language, text):
    found = read(text, language)
    assert found is not None
    assert (found.moment, found.precision, found.zone) == (AFTERNOON, Precision.MINUTE, ZURICH)


@pytest.mark.parametrize(
    "text",
    [
        "2009-05-19T15:45:00+02:00",
        "2009-05-19T13:45:00Z",
        "20090519T134500Z",
        "2009-05-19 15:45:00.250 +0200",
        "Tue, 19 May 2009 13:45:00 GMT",
        "Tue, 19 May 2009 15:45:00 +0200",
        "Tue, 19 May 2009 15:45:00 +0200 (CEST)",
        "19 May 2009 09:45:00 EDT",
    ],
)
@pytest.mark.parametrize("language", ["en", "ar", "ja"])
def test_machine_dates_are_read_in_every_language(text, language):
    found = read(text, language)
    assert (found.moment, found.precision, found.zone) == (AFTERNOON, Precision.SECOND, None)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "2009-05-19"), ("en", "20090519"), ("en", "5/19/2009"), ("en-GB", "19/5/2009"),
        ("en-GB", "5/19/2009"), ("de", "19.5.2009"), ("de", "19.05.09"), ("fr", "19/05/2009"),
        ("zh", "二零零九年五月十九日"), ("ja", "2009.05.19"), ("ar", "الثلاثاء 19 مايو 2009م"),
        ("pl", "19 maja 2009"), ("es", "19-05-2009"), ("de", "19. Mai 2009"), ("de", "19.Mai 2009"),
        ("pl", "19.V.2009"), ("en", "19-May-2009"), ("en", "May 19, ’09"), ("it", "19 magg. 2009"),
        ("ja", "H21.5.19"), ("ja", "09/05/19"), ("lv", "2009. gada 19. maijs"),
        ("ca", "19 de maig de 2009"), ("fa", "1388/02/29"), ("th", "19 พ.ค. 2552"),
        ("ar", "19 أيار (مايو) 2009"), ("ru", "19.05.2009 г."), ("uk", "19 травня 2009 р."),
    ],
)  # fmt: skip
def test_a_day_alone_is_noon_in_the_zone_and_says_so(language, text):
    found = read(text, language)
    assert (found.moment, found.precision, found.zone) == (NOON, Precision.DAY, ZURICH)


@pytest.mark.parametrize(
    ("language", "month"),
    [("en", 5), ("en-US", 5), ("en-GB", 6), ("de", 6), ("fr-CA", 6), ("pt", 6)],
)
def test_the_region_decides_the_order_of_day_and_month(language, month):
    assert read("05/06/2009", language).moment.month == month


def test_a_dot_always_stands_after_the_day():
    assert read("05.06.2009", "en").moment.month == 6


@pytest.mark.parametrize(
    ("text", "month"), [("Tue 05/06/2009", 5), ("Wed 05/06/2009", 5), ("Fri 05/06/2009", 6)]
)
def test_a_weekday_that_fits_one_order_alone_decides_it(text, month):
    # The 6th of May was a Wednesday, the 5th of June a Friday, neither a Tuesday.
    assert read(text, "en").moment.month == month


@pytest.mark.parametrize(
    ("language", "text", "hour"),
    [
        ("en", "19 May 2009 15:45 GMT+8", 7),
        ("en", "19 May 2009, 10:15 AM ET", 14),
        ("en", "19 January 2009, 10:15 AM ET", 15),
        ("en", "19 May 2009 11:39 PM MYT", 15),
        ("de", "19. Mai 2009, 15:45 Uhr MESZ", 13),
        ("de", "19. Mai 2009, 15:45 Mitteleuropäische Sommerzeit", 13),
        ("fr", "19 mai 2009 à 15h45 (heure de Paris)", 13),
        ("ja", "2009/05/19 15:45 (JST)", 6),
        ("zh", "北京时间2009年5月19日15:45", 7),
        ("ru", "19 мая 2009, 15:45 (мск)", 11),
        ("ru", "19 мая 2019, 15:45 мск", 12),
        ("ar", "19 مايو 2009 15:45 بتوقيت غرينتش", 15),
    ],
)
def test_a_zone_that_is_written_holds(language, text, hour):
    found = read(text, language)
    assert (found.moment.hour, found.zone) == (hour, None)


def test_a_zone_that_several_places_have_is_the_sources_or_leaves_the_day():
    shanghai = parse_date("19 May 2009 15:45 CST", language="en", zone="Asia/Shanghai")
    assert (shanghai.moment.hour, shanghai.precision) == (7, Precision.MINUTE)
    zurich = read("19 May 2009 15:45 CST")
    assert (zurich.moment, zurich.precision) == (NOON, Precision.DAY)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("令和元年5月1日", 2019),
        ("R6.5.1", 2024),
        ("昭和64年1月7日", 1989),
        ("大正12年9月1日", 1923),
        ("明治33年1月1日", 1900),
    ],
)
def test_eras_are_counted_from_their_first_year(text, year):
    assert read(text, "ja").moment.year == year


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("12:30 AM", 0),
        ("12:30 PM", 12),
        ("1:30 PM", 13),
        ("11:30 a.m.", 11),
        ("0:30", 0),
        ("23:30", 23),
    ],
)
def test_halves_of_the_day_turn_at_noon(text, hour):
    found = parse_date(f"19 May 2009 {text}", language="en", zone="UTC")
    assert (found.moment.hour, found.moment.minute) == (hour, 30)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("", "en"), ("2009", "en"), ("May 2009", "en"), ("Mai 2009", "de"), ("19 May", "en"),
        ("2009年5月", "ja"), ("since January 2009", "en"), ("10 minutes", "en"),
        ("3 hours ago", "en"),
        ("gestern", "de"), ("il y a 2 jours", "fr"), ("12:30", "en"), ("31 February 2009", "en"),
        ("19 May 2009 25:00", "en"), ("19 May 2009 15:75", "en"), ("2009-13-45", "en"),
        ("19 مايو/ حزيران 2009", "ar"), ("Geneva", "en"), ("15:45:00", "de"),
        ("Issue 19 of 2009", "en"),
        ("19 May 2009, by our correspondent in Geneva", "en"),
        ("19. Mai 2009" + " " * 200 + "x", "de"),
        ("0000-00-00 00:00:00", "en"), ("9999-12-31T23:59:59-14:00", "en"),
        ("11/10/1441", "ar"), ("1399/04/12", "en"), ("30/12/1404", "fa"), ("1404/12/30", "fa"),
        ("01/04/12", "fa"), ("13/10/63", "th"), ("28.5.20", "sv"), ("21年5月19日", "ja"),
        ("14. - 20. Januar 2022", "de"), ("19 Mai/Juni 2009", "de"), ("1.19.05.2009", "de"),
        ("19 تير 2009", "fa"), ("19 May 1388", "fa"), ("平成100年1月1日", "ja"),
        ("May 19-20, 2009", "en"), ("19.–20. Mai 2009", "de"), ("2009年5月19日 晚上12:00", "zh"),
        ("2009-05-19T15:45:00+0260", "en"),
    ],
)  # fmt: skip
def test_what_is_not_wholly_a_date_is_none(text, language):
    assert read(text, language) is None


def test_a_missing_zone_is_utc():
    found = parse_date("19 May 2009 13:45", language="en", zone=None)
    assert (found.moment, found.zone) == (AFTERNOON, "UTC")


def test_a_zone_that_does_not_exist_is_told():
    with pytest.raises(ZoneInfoNotFoundError):
        parse_date("19 May 2009", language="en", zone="Europe/Geneva")


@given(st.text(max_size=140), st.sampled_from(("en", "ar", "ja", "zh-Hant", "nonsense")))
@settings(max_examples=60, deadline=None)
def test_no_text_breaks_the_reading(text, language):
    found = read(text, language)
    assert found is None or found.moment.utcoffset() == timedelta(0)


@given(st.text(alphabet="0123456789.:-/ TZ+年月日", max_size=40))
@settings(max_examples=60, deadline=None)
def test_no_row_of_digits_breaks_the_reading(text):
    found = read(text)
    assert found is None or found.moment.utcoffset() == timedelta(0)


@pytest.mark.parametrize("tag", TAGS)
def test_no_name_stands_for_two_months(tag):
    numbers = month_numbers(tag)
    spoken = set(numbers.values())
    assert spoken in (set(), set(range(1, 13)))


def test_dateparser_is_loaded_only_when_it_is_needed():
    code = (
        "import sys; from swifeeds.localise import parse_date;"
        "parse_date('19. Mai 2009 - 15:45', language='de', zone='UTC');"
        "sys.exit('dateparser' in sys.modules)"
    )
    outcome = subprocess.run([sys.executable, "-c", code], check=False, env=dict(os.environ))
    assert outcome.returncode == 0


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("প্রকাশিত: ১৬ জানুয়ারি ২০২০", 1),
        ("প্রকাশিত: ১৬ ফেব্রুয়ারি ২০২০", 2),
        ("প্রকাশিত: ১৬ ফেব্রুয়ারী ২০২০", 2),
        ("প্রকাশিত: ১৬ আগষ্ট ২০২০", 8),
        ("প্রকাশিত: ১৬ অগাস্ট ২০২০", 8),
    ],
)
def test_bengali_months_are_read_in_the_spellings_that_newspapers_use(text, month):
    found = [one.date.moment for one in dates_in(text, language="bn", zone="UTC")]
    assert [moment.date() for moment in found] == [date(2020, month, 16)]
