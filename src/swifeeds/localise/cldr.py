"""The door to CLDR, as Babel carries it: one cached Babel locale for each language tag.

A tag that CLDR does not know is served by the nearest one that it does (`de-LI-1996` by
`de-LI`), and by English in the last resort, so that no tag can raise. Babel's own parsing of
dates and negotiation of languages are not used: see `reading` and `negotiation`.
"""

from __future__ import annotations

from functools import lru_cache

from babel import Locale as BabelLocale
from babel import UnknownLocaleError


@lru_cache(maxsize=512)
def cldr_locale(tag: str) -> BabelLocale:
    """CLDR's data for `tag`, or for the nearest tag that CLDR knows.

    Args:
        tag: BCP 47, in any letter case.
    """
    parts = tag.split("-")
    while parts:
        try:
            return BabelLocale.parse("-".join(parts), sep="-")
        except (UnknownLocaleError, ValueError):
            parts.pop()
    return BabelLocale.parse("en")
