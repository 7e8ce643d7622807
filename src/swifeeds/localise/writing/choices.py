"""What a desk may choose about how its language is written, beyond the region's style.

Chosen once in the configuration and carried by each `Locale`: dates, times and numbers of one
site look alike everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from babel.core import get_global

from swifeeds.localise.cldr import cldr_locale

Hours = Literal[12, 24]
Spaces = Literal["cldr", "no-break", "plain"]
Digits = Literal["latin", "arabic"]
ZoneShown = Literal["none", "city"]

_SPACES: Mapping[Spaces, Mapping[int, str]] = {
    "cldr": {},
    "no-break": str.maketrans({"\u202f": "\u00a0", "\u2009": " "}),
    "plain": str.maketrans(dict.fromkeys("\u202f\u2009\u00a0", " ")),
}
"""U+202F is missing from many fonts and breaks comparison, search and parsing in feed readers.
The thin space U+2009 stands around dashes, where a line may break."""

_DIGITS: Mapping[str, Mapping[int, str]] = {
    "arab": dict(enumerate("٠١٢٣٤٥٦٧٨٩", ord("0"))),
    "arabext": dict(enumerate("۰۱۲۳۴۵۶۷۸۹", ord("0"))),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """How a desk writes.

    - `hours` of the clock; None: as the style has it.
    - `spaces`: `cldr` leaves CLDR's narrow ones, `no-break` makes U+00A0 of them, `plain` makes
      every one an ordinary space.
    - `digits`: `arabic` are those of the language (`٣`, Persian `۳`), for languages in the Arabic
      script alone.
    - `zone`: `city` names the city of the time zone behind a time.
    """

    hours: Hours | None = None
    spaces: Spaces = "no-break"
    digits: Digits = "latin"
    zone: ZoneShown = "none"

    def spaced(self, text: str) -> str:
        """`text` with the spaces that were chosen."""
        return text if text.isascii() else text.translate(_SPACES[self.spaces])

    def numbering(self, tag: str) -> str:
        """CLDR's numbering system of numbers in the language `tag`."""
        return native_digits(tag) or "latn" if self.digits == "arabic" else "latn"

    def digits_of(self, tag: str) -> Mapping[int, str]:
        """What becomes of Latin digits in the language `tag`, for `str.translate`."""
        return _DIGITS.get(self.numbering(tag), {})


@lru_cache(maxsize=256)
def native_digits(tag: str) -> str | None:
    """CLDR's numbering system of the digits that go with the Arabic script; None in others."""
    locale = cldr_locale(tag)
    likely = str(get_global("likely_subtags").get(locale.language, ""))
    if "Arab" not in (locale.script or likely.split("_")):
        return None
    native = str(locale.other_numbering_systems.get("native"))
    return native if native in _DIGITS else "arab"
