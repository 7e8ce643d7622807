"""The script that a language is written in, by CLDR's likely subtags."""

from __future__ import annotations

import re
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
