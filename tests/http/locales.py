"""Locales with the project's own catalogs."""

from __future__ import annotations

from functools import lru_cache

from swifeeds.localise import Locale, make_locale, words_of
from swifeeds.service.packaged import read_catalogs


def locale_of(language: str) -> Locale:
    return make_locale(language, catalog=words_of(language, _catalogs()), time_zone="Europe/Zurich")


_catalogs = lru_cache(read_catalogs)
