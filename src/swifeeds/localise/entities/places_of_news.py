"""The gazetteer: every city and region with its country, and its names in ten languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from babel.core import get_global

from swifeeds.localise.cldr import cldr_locale
from swifeeds.localise.entities.city_rows import CITY_ROWS, COLUMNS
from swifeeds.localise.entities.zone_cities import MORE_NAMES, ZONE_CODES, ZONE_COUNTRIES, ZONES
from swifeeds.localise.languages import LANGUAGES
from swifeeds.localise.names.places import spellings

_NO_COUNTRY = "-"
_LATIN = frozenset({"en", "de", "fr", "it", "es", "pt"})
_SCRIPTS = {"zh": ("zh", "zh-Hant"), "pt": ("pt", "pt-PT")}


@lru_cache(maxsize=1)
def countries_of_places() -> Mapping[str, str]:
    """The country (ISO 3166-1) of each city and region that lies in one."""
    found = {_zone_code(zone): _zone_country(zone) for zone in ZONES}
    found |= {code: country for code, country, _names in _rows() if country != _NO_COUNTRY}
    return MappingProxyType(found)


@lru_cache(maxsize=len(LANGUAGES))
def place_names(language: str) -> Mapping[str, tuple[str, ...]]:
    """Every city's and region's names in a language, CLDR's first.

    Args:
        language: primary subtag of one of the ten languages.
    """
    found = {_zone_code(zone): _zone_names(zone, language) for zone in ZONES}
    for code, _country, names in _rows():
        found[code] = names[language]
    for code, more in MORE_NAMES.items():
        found[code] = tuple(dict.fromkeys((*found[code], *more.get(language, ()))))
    return MappingProxyType(found)


@lru_cache(maxsize=1)
def _rows() -> tuple[tuple[str, str, Mapping[str, tuple[str, ...]]], ...]:
    return tuple(_row(line) for line in CITY_ROWS.strip().splitlines())


def _row(line: str) -> tuple[str, str, Mapping[str, tuple[str, ...]]]:
    code, country, *cells = line.split("|")
    spelled = [cells[0] if cell == "=" else cell for cell in cells]
    columns = zip(COLUMNS, spelled, strict=True)
    return code, country, {language: tuple(cell.split("/")) for language, cell in columns}


def _zone_code(zone: str) -> str:
    return ZONE_CODES.get(zone) or f"city:{_zone_city(zone).lower().replace(' ', '-')}"


def _zone_country(zone: str) -> str:
    return ZONE_COUNTRIES.get(zone) or str(get_global("zone_territories")[zone])


def _zone_city(zone: str) -> str:
    return zone.rpartition("/")[2].replace("_", " ")


def _zone_names(zone: str, language: str) -> tuple[str, ...]:
    """CLDR leaves a Latin name out that is the zone's own."""
    tags = _SCRIPTS.get(language, (language,))
    names = [name for tag in tags for name in _cldr_names(zone, tag)]
    if not names and language in _LATIN:
        names = [_zone_city(zone)]
    return tuple(dict.fromkeys(names))


def _cldr_names(zone: str, tag: str) -> Iterator[str]:
    """Without the state in brackets: `Tripoli (Libye)`."""
    locale = cldr_locale(tag)
    name, *others = spellings(locale.time_zones.get(zone, {}).get("city")) or (None,)
    if name:
        yield name
        yield from (other for other in others if other not in locale.territories.values())
