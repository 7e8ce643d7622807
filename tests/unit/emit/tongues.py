"""Locales of every language and variant, with the catalogs and styles that a service would take."""

from __future__ import annotations

from functools import cache

from swifeeds.localise import Locale, Writing, lookup, make_locale
from swifeeds.service.packaged import read_catalogs

TAGS = (
    "en", "de", "fr", "it", "es", "pt", "ja", "ar", "zh", "ru", "en-GB", "en-US", "en-CH", "de-CH",
    "de-AT", "fr-CH", "it-CH", "es-MX", "pt-PT", "pt-BR", "zh-Hans", "zh-Hant", "ar-EG",
)  # fmt: skip


@cache
def tongue(tag: str, style: str | None = None, writing: Writing | None = None) -> Locale:
    catalogs = read_catalogs()
    found = lookup(tag, tuple(catalogs)) or "en"
    return make_locale(
        tag, catalog=catalogs[found], time_zone="Europe/Zurich", style=style, writing=writing
    )
