from __future__ import annotations

import pytest

from swifeeds.localise import autonym
from swifeeds.localise.letter_case import standing_alone


@pytest.mark.parametrize(
    ("tag", "label"),
    [("fr", "Français"), ("it", "Italiano"), ("es", "Español"), ("pt-PT", "Português europeu"),
     ("ru", "Русский"), ("de", "Deutsch"), ("en", "English"), ("ja", "日本語"), ("ar", "العربية"),
     ("zh-Hant", "繁體中文"), ("ka", "ქართული"), ("cs", "Čeština"), ("zu", "isiZulu")],
)  # fmt: skip
def test_a_language_s_own_name_has_its_capital_where_it_stands_alone(tag, label):
    assert standing_alone(autonym(tag)) == label


def test_nothing_stays_nothing():
    assert standing_alone("") == ""
