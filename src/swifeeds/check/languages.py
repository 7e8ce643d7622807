"""Is this a language? By the registry that CLDR carries, as BCP 47 writes tags."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale
from babel.core import get_global

from swifeeds.check.words import words

_SUBTAG = re.compile(r"[A-Za-z0-9]{1,8}")
_WITHDRAWN = words("bh in iw ji jw mo sh")
"""Codes that were withdrawn and still stand in feeds."""


def is_language(tag: str) -> bool:
    """True for a tag whose language is registered; of the other subtags only the form counts."""
    first, *rest = tag.split("-")
    lowered = first.lower()
    if lowered in {"x", "i"}:
        return bool(rest)
    return lowered in _WITHDRAWN or lowered in _registered()


@cache
def _registered() -> frozenset[str]:
    """Languages that CLDR has a name for, and the codes of two and three letters that it maps."""
    named = {str(code).partition("_")[0].lower() for code in Locale("en").languages}
    mapped = {str(code).partition("_")[0].lower() for code in get_global("language_aliases")}
    return frozenset(named | mapped)
