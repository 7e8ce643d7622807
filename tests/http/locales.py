"""Locales with the project's own catalogs."""

from __future__ import annotations

from pathlib import Path

from swifeeds.localise.locale import Locale, make_locale
from swifeeds.localise.messages import read_catalog

_CATALOGS = Path(__file__).parents[2] / "locales"


def locale_of(language: str) -> Locale:
    po = (_CATALOGS / language / "LC_MESSAGES" / "swifeeds.po").read_bytes()
    return make_locale(language, catalog=read_catalog(language, po), time_zone="Europe/Zurich")
