"""Time zones named by a city, as people name them: `Zürich` for `Europe/Zurich`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from babel.core import get_global

from swifeeds.localise.cldr import cldr_locale
from swifeeds.localise.folding import fold

_NOWHERE = "Etc/"


@lru_cache(maxsize=1024)
def zone_city(zone: str, language: str) -> str:
    """CLDR's city of a time zone, as `language` names it.

    Where CLDR has none it is as the zone's id spells it; a zone that is no place is called `UTC`.

    Args:
        zone: IANA name.
        language: BCP 47 tag.
    """
    cities = cldr_locale(language).time_zones
    for one in _spellings(zone):
        city = cities[one].get("city") if one in cities else None
        if city:
            return str(city)
    return _from_id(_spellings(zone)[1])


def named_zone(city: str, language: str, *, nearest: str) -> str | None:
    """The time zone that a text in `language` calls by the name of a city; None when none is.

    Args:
        city: as it stands in the text.
        language: BCP 47 tag.
        nearest: IANA name of the zone that is meant where several share a name.
    """
    wanted = fold(city)
    if wanted == fold(zone_city(nearest, language)):
        return nearest
    return _zones_by_city(language).get(wanted)


def _from_id(zone: str) -> str:
    if not zone.startswith(_NOWHERE):
        return zone.rpartition("/")[2].replace("_", " ")
    # POSIX counts hours west of Greenwich: Etc/GMT+3 is what people call UTC-3.
    found = re.fullmatch(r"Etc/GMT([+-])(\d{1,2})", zone)
    return f"UTC{'-' if found[1] == '+' else '+'}{found[2]}" if found else "UTC"


@lru_cache(maxsize=1024)
def _spellings(zone: str) -> tuple[str, ...]:
    """A zone's ids, old and new: CLDR files Kolkata under `Asia/Calcutta`."""
    aliases = get_global("zone_aliases")
    current = aliases.get(zone, zone)
    return (zone, current, *(old for old, new in aliases.items() if new == current))


@lru_cache(maxsize=32)
def _zones_by_city(language: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for zone in sorted(get_global("zone_territories")):
        if not zone.startswith(_NOWHERE):
            found.setdefault(fold(zone_city(zone, language)), zone)
    return found
