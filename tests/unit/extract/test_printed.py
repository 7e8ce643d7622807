from __future__ import annotations

import pytest

from swifeeds.extract.printed import (
    date_in,
    find_published,
    find_updated,
    is_date_line,
    published_in,
)

ZURICH = "Europe/Zurich"
MOMENT = "2009-05-19T13:45:00+00:00"


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "This content was published on May 19, 2009 - 15:45"),
        ("en-GB", "This content was published on 19 May 2009 at 15:45"),
        ("en", "Published: May 19, 2009 at 3:45 PM"),
        ("en", "This content was published on May 19, 2009 - 15:45 2 minutes"),
        ("de", "Dieser Inhalt wurde am 19. Mai 2009 - 15:45 veröffentlicht"),
        ("de", "Veröffentlicht am 19.05.2009, 15:45"),
        ("fr", "Ce contenu a été publié le 19 mai 2009 - 15:45"),
        ("fr", "Publié le 19 mai 2009 à 15h45"),
        ("it", "Questo contenuto è stato pubblicato il 19 maggio 2009 - 15:45"),
        ("es", "Este contenido fue publicado en 19 mayo 2009 - 15:45"),
        ("es", "Publicado el 19 de mayo de 2009 a las 15:45"),
        ("pt", "Este conteúdo foi publicado em 19 de maio de 2009 - 15:45"),
        ("ja", "このコンテンツが公開されたのは、 2009/05/19 15:45"),
        ("ja", "2009年5月19日 15:45に公開"),
        ("ja", "このコンテンツは2009年5月19日15時45分に公開されました"),
        ("ar", "تم نشر هذا المحتوى على 19 مايو 2009 - 15:45"),
        ("ar", "نُشر هذا المحتوى في ١٩ مايو ٢٠٠٩ - ١٥:٤٥"),
        ("ar", "تم نشر هذا المحتوى يوم 19 أيار/مايو 2009 - 15:45"),
        ("zh", "此内容发布于 2009年5月19日 - 15:45"),
        ("zh", "本内容于2009年5月19日15:45发布"),
        ("zh", "此內容發佈於 2009年5月19日 - 15:45"),
        ("ru", "Этот контент был опубликован на 19 мая 2009 - 15:45"),
        ("ru", "Опубликовано 19 мая 2009 года в 15:45"),
    ],
)
def test_a_date_is_cut_out_of_its_frame_in_every_language(language, line):
    found = published_in(line, language, ZURICH)
    assert found is not None
    assert (found.moment.isoformat(), found.precision, found.zone) == (MOMENT, "minute", ZURICH)


@pytest.mark.parametrize(
    "line",
    [
        "May 19, 2009 - 15:45",
        "Published by the Harbour Post",
        "The report, published in 2009, says little",
        "Dieser Inhalt wurde veröffentlicht",
    ],
)
def test_a_line_without_frame_or_date_is_no_published_line(line):
    assert published_in(line, "en", ZURICH) is None


def test_the_order_of_day_and_month_is_the_regions():
    assert str(date_in("posted 05/06/2009", "en", "UTC").moment.date()) == "2009-05-06"
    assert str(date_in("posted 05/06/2009", "en-GB", "UTC").moment.date()) == "2009-06-05"


def test_a_day_without_time_is_known_to_the_day():
    found = published_in("Publié le 19 mai 2009", "fr", ZURICH)
    assert (found.precision, found.moment.isoformat()) == ("day", "2009-05-19T10:00:00+00:00")


def test_a_year_in_han_numerals_is_a_date_like_another():
    found = find_published(["发布：无", "二〇二五年四月三日 发布"], "zh-Hans", "UTC")
    assert str(found.moment.date()) == "2025-04-03"


def test_the_last_change_has_its_own_frames():
    lines = ["Published on May 19, 2009", "Last updated on May 20, 2009 at 09:00"]
    assert find_updated(lines, "en", "UTC").moment.isoformat() == "2009-05-20T09:00:00+00:00"
    assert find_updated(lines[:1], "en", "UTC") is None


def test_a_year_alone_is_no_date():
    assert date_in("Founded in 1847, rebuilt in 2009", "en", "UTC") is None


def test_a_paragraph_that_holds_a_date_is_no_date_line():
    assert is_date_line("19 May 2009, 15:45", "en", "UTC")
    assert not is_date_line("On 19 May 2009 the crews went back to their boats.", "en", "UTC")
