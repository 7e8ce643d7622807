from __future__ import annotations

import pytest
from tests.tongues import locale

from swifeeds.emit.html_links import language_links, named


@pytest.mark.parametrize(
    ("tag", "items", "text"),
    [
        ("es", ("AFP", "Interfax"), "AFP e Interfax"),
        ("es-MX", ("A", "B", "Íñigo"), "A, B e Íñigo"),
        ("es", ("A", "hijos"), "A e hijos"),
        ("es", ("A", "hielo"), "A y hielo"),
        ("es", ("pan y vino", "agua"), "pan y vino y agua"),
        ("es", ("I",), "I"),
        ("es", (), ""),
        ("it", ("ANSA", "EFE"), "ANSA ed EFE"),
        ("it-CH", ("ATS", "ANSA"), "ATS e ANSA"),
        ("pt", ("A", "EFE"), "A e EFE"),
        ("fr", ("A", "Interfax"), "A et Interfax"),
    ],
)
def test_the_word_for_and_keeps_clear_of_the_same_vowel(tag, items, text):
    assert locale(tag).join(items) == text


def test_links_are_joined_by_how_their_names_read():
    links = language_links([("en", "/en/"), ("it", "/it/")], "es")
    assert ">English</a> e <a" in named(links, locale("es"), str)
