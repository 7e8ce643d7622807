from __future__ import annotations

import dataclasses
import pickle
from datetime import UTC, datetime
from pathlib import Path

import pytest

from swifeeds.localise import Locale, Writing, make_locale, words_of
from swifeeds.model import Direction, Precision
from swifeeds.service.packaged import read_catalogs

ROOT = Path(__file__).resolve().parents[3]
PUBLISHED = datetime(2009, 5, 19, 13, 45, tzinfo=UTC)


def locale(tag: str, style: str | None = None) -> Locale:
    words = words_of(tag, read_catalogs(), style=style)
    return make_locale(tag, catalog=words, time_zone="Europe/Zurich", style=style)


def test_a_day_known_without_its_time_is_shown_without_one():
    assert locale("de").day(PUBLISHED, Precision.DAY) == "19. Mai 2009"
    assert locale("de").day(PUBLISHED, Precision.MINUTE) == "19. Mai 2009, 15:45"


def test_the_desk_may_choose_a_regional_style():
    british = locale("en", style="en-GB")
    assert british.date_time(PUBLISHED) == "19 May 2009, 15:45"
    assert british.text("Languages") == "Languages"
    assert british.language == "en"
    assert british.join("ABC") == "A, B and C"


def test_a_range_within_a_day_is_that_day():
    assert locale("fr").range(PUBLISHED, PUBLISHED.replace(hour=20)) == "19 mai 2009"


@pytest.mark.parametrize(
    ("tag", "text"),
    [("en", "A, B, and C"), ("de", "A, B und C"), ("ja", "A、B、C"), ("zh", "A、B和C")],
)
def test_lists_are_joined_as_the_language_joins_them(tag, text):
    assert locale(tag).join("ABC") == text


def test_one_or_no_item_is_a_list_too():
    assert locale("de").join(["AFP"]) == "AFP"
    assert not locale("de").join([])


def test_arabic_isolates_latin_names_and_nothing_else():
    say = locale("ar")
    assert say.text("Source: %(name)s", name="swissinfo") == "المصدر: \u2068swissinfo\u2069"
    assert say.text("Source: %(name)s", name="رويترز") == "المصدر: رويترز"
    assert "\u2068" not in say.text("Published on %(date)s", date=say.date_time(PUBLISHED))


def test_an_arabic_title_in_an_english_sentence_is_isolated():
    say = locale("en")
    text = say.text("All articles from %(title)s", title="الجزيرة (10)")
    assert text == "All articles from \u2068الجزيرة (10)\u2069"


def test_a_list_of_mixed_directions_keeps_its_order():
    assert locale("ar").join(["Deutsch", "日本語"]) == "\u2068Deutsch\u2069 و\u2068日本語\u2069"
    assert locale("en").join(["العربية", "Deutsch"]) == "\u2068العربية\u2069 and Deutsch"


def test_territories_are_named_by_cldr():
    assert locale("ru").territory("ge") == "Грузия"
    assert locale("ru").territory("QQ") == "QQ"


def test_direction_and_name_are_the_language_s_own():
    assert locale("ar").direction is Direction.RTL
    assert locale("zh").autonym == "中文"


def test_a_language_without_a_catalog_speaks_english_and_writes_its_own_lists():
    say = locale("nl")
    assert say.text("Languages") == "Languages"
    assert say.join("AB") == "A en B"


def test_a_locale_travels_to_a_child_process():
    sent = pickle.loads(pickle.dumps(locale("ja")))
    assert sent == locale("ja")
    assert sent.date(PUBLISHED) == "2009年5月19日"


def test_what_the_desk_chose_travels_with_the_locale():
    chosen = Writing(hours=12, zone="city")
    plain = locale("ja")
    assert plain.date_time(PUBLISHED) == "2009年5月19日 15:45"
    say = dataclasses.replace(plain, writing=chosen)
    assert say.date_time(PUBLISHED) == "2009年5月19日 午後3:45（チューリッヒ）"
    sent = pickle.loads(pickle.dumps(say))
    assert sent == say != locale("ja")
    assert sent.date_time(PUBLISHED) == "2009年5月19日 午後3:45（チューリッヒ）"
