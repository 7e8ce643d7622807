"""Numbers as a language writes them, and where it groups their digits.

CLDR says so (`minimumGroupingDigits`), and Babel does not carry it. The press differs in places:
Germany's agencies, Duden and the German and French style books of Switzerland keep four digits
together, where CLDR parts them; Italy's papers write `1.400`, where CLDR does not.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from babel.numbers import format_decimal

from swifeeds.localise.cldr import cldr_locale
from swifeeds.localise.negotiation import fallbacks
from swifeeds.localise.writing.choices import Writing

_FOUR_TOGETHER: Mapping[str, bool] = {
    "de": True, "de-at": False, "es": True, "es-419": False, "fr-ch": True, "pl": True,
    "pt-pt": True,
}  # fmt: skip
"""By lower-case tag; a tag that is not named does as its parent."""

_LARGEST_OF_FOUR = 9999


@lru_cache(maxsize=4096)
def written(n: int, tag: str, writing: Writing) -> str:
    """A count under one desk's choices. Pages and feeds say the same small ones again and again.

    Args:
        n: a whole number.
        tag: whose way of writing is used.
        writing: what the desk chose.
    """
    text = format_decimal(
        n,
        locale=cldr_locale(tag),
        group_separator=groups_digits(n, tag),
        numbering_system=writing.numbering(tag),
    )
    return writing.spaced(text.translate(writing.digits_of(tag)))


def groups_digits(n: int, tag: str) -> bool:
    """True where the digits of `n` are written in groups of three."""
    if abs(n) > _LARGEST_OF_FOUR:
        return True
    together = (_FOUR_TOGETHER[one] for one in fallbacks(tag) if one in _FOUR_TOGETHER)
    return not next(together, False)
