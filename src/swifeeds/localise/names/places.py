"""Territories by name, in each of the ten languages.

CLDR knows today's official names. The press writes others, and an archive writes those of its
time: `press_names` adds them. A name serves to find a territory in a text, so short forms that
are also common words ("US" without its points) are left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from swifeeds.localise.cldr import cldr_locale
from swifeeds.localise.names.press_names import PRESS_NAMES
from swifeeds.localise.negotiation import primary_subtag

_SCRIPTS_AND_REGIONS = {
    "de": ("de-CH",),
    "es": ("es-MX",),
    "pt": ("pt-PT",),
    "zh": ("zh-Hans", "zh-Hant", "zh-Hant-HK"),
}
"""What a text of the language may be written in whatever its tag says."""

_NOT_TERRITORIES = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})


def is_territory(code: str) -> bool:
    """True for an ISO 3166-1 alpha-2 code (and CLDR's few additions such as `XK`)."""
    known = cldr_locale("en").territories
    return code in known and code.isalpha() and code not in _NOT_TERRITORIES


@lru_cache(maxsize=4096)
def territory_names(code: str, language: str) -> tuple[str, ...]:
    """Every name of a territory that a text in `language` may use, CLDR's own first.

    Args:
        code: ISO 3166-1 alpha-2, in any letter case.
        language: BCP 47 tag.

    Returns:
        Names in their usual letter case, each once; empty when neither CLDR nor the press names
        know the territory.
    """
    primary = primary_subtag(language)
    names: list[str] = []
    for tag in (language, *_SCRIPTS_AND_REGIONS.get(primary, ())):
        names += _own_names(code.upper(), tag)
    names += PRESS_NAMES.get(code.upper(), {}).get(primary, ())
    return tuple(dict.fromkeys(names))


def _own_names(code: str, tag: str) -> tuple[str, ...]:
    """Without the state in brackets behind its part: `RAE de Hong Kong (China)`."""
    names, owners = spellings(cldr_locale(tag).territories.get(code)), _owners(tag)
    return tuple(name for name in names if owners.get(name, code) == code)


@lru_cache(maxsize=64)
def _owners(tag: str) -> Mapping[str, str]:
    """Which territory bears a name by itself."""
    primary = primary_subtag(tag)
    pressed = ((code, name) for code, by in PRESS_NAMES.items() for name in by.get(primary, ()))
    owners = {name: code for code, name in pressed}
    return owners | {name: code for code, name in cldr_locale(tag).territories.items()}


def spellings(name: str | None) -> tuple[str, ...]:
    """CLDR puts a second name in brackets: `Myanmar (Burma)` is two names."""
    if name is None:
        return ()
    found = re.fullmatch(r"(.+?) ?[(（](.+)[)）]", name)
    return found.groups() if found else (name,)
