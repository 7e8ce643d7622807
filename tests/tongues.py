"""The languages and variants that we write, and Locales to write them with."""

from __future__ import annotations

from functools import cache

from swifeeds.localise import Catalog, Locale, Writing, make_locale, words_of
from swifeeds.service.packaged import read_catalogs

ZURICH = "Europe/Zurich"
TAGS = (
    "en", "en-US", "en-GB", "en-CH", "de", "de-CH", "de-AT", "fr", "fr-CH", "it", "it-CH", "es",
    "es-MX", "pt", "pt-BR", "pt-PT", "ja", "ar", "ar-EG", "zh", "zh-Hans", "zh-Hant", "ru",
)  # fmt: skip


def locale(tag: str, time_zone: str = ZURICH, **choices: object) -> Locale:
    """A Locale without messages.

    Args:
        tag: BCP 47.
        time_zone: IANA name.
        choices: fields of `Writing`.
    """
    writing = Writing(**choices)  # type: ignore[arg-type]
    return make_locale(tag, catalog=Catalog(language=tag), time_zone=time_zone, writing=writing)


@cache
def tongue(tag: str, style: str | None = None, writing: Writing | None = None) -> Locale:
    """A Locale with the messages and the style that a service would take."""
    words = words_of(tag, read_catalogs(), style=style)
    return make_locale(tag, catalog=words, time_zone=ZURICH, style=style, writing=writing)
