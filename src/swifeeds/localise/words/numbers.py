"""Where digits are grouped: `1400` but `14 000` in the Spanish of Spain.

CLDR says so (`minimumGroupingDigits`), and Babel does not carry it. The press differs in places:
Germany's agencies, Duden and the German and French style books of Switzerland keep four digits
together, where CLDR parts them; Italy's papers write `1.400`, where CLDR does not.
"""

from __future__ import annotations

from collections.abc import Mapping

from swifeeds.localise.negotiation import fallbacks

_FOUR_TOGETHER: Mapping[str, bool] = {
    "de": True, "de-at": False, "es": True, "es-419": False, "fr-ch": True, "pl": True,
    "pt-pt": True,
}  # fmt: skip
"""By lower-case tag; a tag that is not named does as its parent."""

_LARGEST_OF_FOUR = 9999


def groups_digits(n: int, tag: str) -> bool:
    """True where the digits of `n` are written in groups of three."""
    if abs(n) > _LARGEST_OF_FOUR:
        return True
    together = (_FOUR_TOGETHER[one] for one in fallbacks(tag) if one in _FOUR_TOGETHER)
    return not next(together, False)
