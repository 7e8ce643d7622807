"""The tongue: dates, words, names, numbers and direction of each language. Pure.

- CLDR (through Babel) and gettext catalogs are the material; the patterns of dates, the fallback
  of languages and the names that newspapers use are tables of our own.
- What is written here can be read here: `parse_date` mirrors `Locale.date_time` and the headings of
  days, `parse_month`, `parse_year` and `parse_range` the others.
- `writing` and `reading` are of dates, `words` of catalogs, `names` and `entities` of places,
  agencies and sections; `locale` speaks with all of them but reads nothing.
- Nothing opens a file, knows the time or changes a locale of the process; catalogs are handed in.
- Machine dates never pass through this room. They are not localised.
"""

from __future__ import annotations

from swifeeds.localise.entities import Entity, country_of, find_entities
from swifeeds.localise.languages import (
    LANGUAGES,
    VARIANTS,
    autonym,
    canonical_tag,
    detect_language,
    direction,
    language_name,
    lookup,
    negotiate,
)
from swifeeds.localise.locale import Locale, make_locale
from swifeeds.localise.names.places import is_territory, territory_names
from swifeeds.localise.reading.mentions import Day, mentioned_days, mentioned_numbers
from swifeeds.localise.reading.parse import ParsedDate, parse_date
from swifeeds.localise.reading.read_back import parse_month, parse_range, parse_year
from swifeeds.localise.romanising import romanise
from swifeeds.localise.words.messages import Catalog, read_catalog, translated
from swifeeds.localise.words.wording import words_of
from swifeeds.localise.writing.choices import (
    Digits,
    Hours,
    Spaces,
    Writing,
    ZoneShown,
    native_digits,
)
from swifeeds.localise.writing.styles import has_style

__all__ = [
    "LANGUAGES",
    "VARIANTS",
    "Catalog",
    "Day",
    "Digits",
    "Entity",
    "Hours",
    "Locale",
    "ParsedDate",
    "Spaces",
    "Writing",
    "ZoneShown",
    "autonym",
    "canonical_tag",
    "country_of",
    "detect_language",
    "direction",
    "find_entities",
    "has_style",
    "is_territory",
    "language_name",
    "lookup",
    "make_locale",
    "mentioned_days",
    "mentioned_numbers",
    "native_digits",
    "negotiate",
    "parse_date",
    "parse_month",
    "parse_range",
    "parse_year",
    "read_catalog",
    "romanise",
    "territory_names",
    "translated",
    "words_of",
]
