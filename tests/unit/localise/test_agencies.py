from __future__ import annotations

from itertools import combinations

import pytest
from tests.http.locales import locale_of

from swifeeds.extract.credits import read_credit
from swifeeds.localise import LANGUAGES
from swifeeds.localise.names.agencies import AGENCIES, agency_of


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", "Reuters, AFP, SDA, Xinhua"),
        ("de", "Reuters, AFP, SDA, Xinhua"),
        ("fr", "Reuters, AFP, ATS, Xinhua"),
        ("ja", "ロイター通信, AFP通信, スイス通信, 新華社通信"),
        ("zh", "路透社, 法新社, 瑞士通讯社, 新华社"),
        ("ar", "رويترز, وكالة فرانس برس, وكالة الأنباء السويسرية, شينخوا"),
        ("ru", "Рейтер, Франс Пресс, SDA, Синьхуа"),
    ],
)
def test_an_agency_is_called_as_the_press_of_the_language_calls_it(language, names):
    printed = ("ロイター", "AFP", "ats", "新华社")
    assert ", ".join(map(locale_of(language).agency, printed)) == names


def test_an_agency_that_is_not_known_is_called_as_it_was_printed():
    assert locale_of("ar").agency("Nowhere Wire") == "Nowhere Wire"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_language_calls_an_agency_is_understood_again(language):
    say = locale_of(language)
    for key in AGENCIES:
        called = say.agency(key)
        known = agency_of(called)
        assert known is None or say.agency(known) == called, key


def test_no_name_means_two_agencies():
    for (one, names), (other, others) in combinations(AGENCIES.items(), 2):
        assert not {one, *names} & {other, *others}


@pytest.mark.parametrize(
    "name", [name for key, names in AGENCIES.items() for name in (key, *names)]
)
def test_a_credit_of_one_name_is_read(name):
    credit = read_credit(f"({name})")
    assert credit is not None
    assert [agency_of(one) for one in credit.agencies] == [agency_of(name)]


def test_an_arabic_name_is_read_behind_the_word_for_and():
    assert read_credit("مع رويترز وفرانس برس").agencies == ("رويترز", "فرانس برس")


def test_no_name_is_read_inside_a_word():
    assert read_credit("САПР") is None
    assert read_credit("وتاسع") is None
