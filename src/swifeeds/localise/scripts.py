"""The script that a language is written in, by CLDR's likely subtags."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from babel.core import get_global

_TAG = re.compile(
    r"(?P<language>[a-z]+)(?:-(?P<script>[a-z]{4})(?![a-z]))?(?:-(?P<region>[a-z]{2})\b)?"
)


@lru_cache(maxsize=2048)
def script_of(tag: str) -> str | None:
    """ISO 15924 code: `Hant` of `zh-TW`, `Cyrl` of `sr`; None where CLDR does not know.

    Args:
        tag: BCP 47, in any letter case.
    """
    found = _TAG.match(tag.lower().replace("_", "-"))
    if found is None:
        return None
    if found["script"]:
        return found["script"].title()
    likely = get_global("likely_subtags")
    region = (found["region"] or "").upper()
    full = likely.get(f"{found['language']}_{region}") or likely.get(found["language"])
    return full.split("_")[1] if full else None


@lru_cache(maxsize=256)
def regions_by_script(language: str) -> Mapping[str, tuple[str, ...]]:
    """The scripts that a language is written in, each with the regions (ISO 3166) that write so.

    Regions that CLDR does not name write as the language at large. Empty for a tag with a script
    or region of its own.
    """
    found: dict[str, list[str]] = {}
    for tag, full in get_global("likely_subtags").items():
        primary, _, region = tag.partition("_")
        if primary == language.lower() and (not region or region.isupper()):
            regions = found.setdefault(full.split("_")[1], [])
            regions.extend([region] if region else [])
    return {script: tuple(sorted(regions)) for script, regions in found.items()}
