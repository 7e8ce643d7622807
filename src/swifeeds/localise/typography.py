"""How a language sets what stands between words: quotation marks, brackets, colons, dashes.

Babel carries none of CLDR's `delimiters`, so this is a table of our own. Its marks are CLDR's but
where newspapers set others: «…» in Switzerland's German (CLDR „…“), in Arabic (”…“) and, as the
Real Academia has it, in Spain (“…”); “…” inside a French quotation («…»). The spaces beside them
are the press's too: in France they stand inside guillemets and before a colon, in Switzerland not.
A variant that is not named is set as its parent is (`de-AT` as `de`), a language that is not named
as English.

Only our own sentences are set so. What a publisher wrote is never changed, but for quotation marks
in a title that one of our sentences quotes: those become the inner ones of that sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from swifeeds.localise.negotiation import fallbacks

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Typography:
    """The marks of one language, with the spaces that belong to them.

    `quotes` stand around what a sentence quotes, `inner` around quotations in that. `brackets`
    follow a word, so they begin with the space between, where there is one. `colon` stands between
    a label and what it labels, `dash` between the name of a part and that of the whole, `dot`
    between the facts of one line.
    """

    quotes: Pair = ("“", "”")
    inner: Pair = ("‘", "’")
    brackets: Pair = (" (", ")")
    colon: str = ": "
    dash: str = " – "
    dot: str = " · "


_GUILLEMETS = ("«", "»")
_SPACED = ("«\u00a0", "\u00a0»")
_SINGLE_GUILLEMETS = ("‹", "›")
_DOUBLE = ("“", "”")
_LOW = ("„", "“")
_LOW_NINE = ("„", "”")
_NINES = ("”", "”")
_SINGLE_NINES = ("’", "’")
_FULL_WIDTH = Typography(brackets=("（", "）"), colon="：", dash="｜")
# A bar, as their pages have it: ・ stands inside foreign names (ジャーナリズム・トラスト).
# The narrow one, before which no line breaks.
_CORNERS = replace(_FULL_WIDTH, quotes=("「", "」"), inner=("『", "』"), dot="\u00a0| ")
_FRENCH = Typography(quotes=_SPACED, inner=_DOUBLE, colon="\u00a0: ")
_SWISS = Typography(quotes=_GUILLEMETS, inner=_SINGLE_GUILLEMETS)
_LATIN = Typography(quotes=_GUILLEMETS, inner=_DOUBLE)
_SLAVIC = Typography(quotes=_GUILLEMETS, inner=_LOW)

_TABLE: Mapping[str, Typography] = {
    "en": Typography(),
    "de": Typography(quotes=_LOW, inner=("‚", "‘")),
    "de-ch": _SWISS,
    "fr": _FRENCH,
    "fr-ch": _SWISS,
    "it": _LATIN,
    "it-ch": _SWISS,
    "es": _LATIN,
    "es-419": Typography(),
    "pt": Typography(),
    "pt-pt": _LATIN,
    "ja": _CORNERS,
    "ar": Typography(quotes=_GUILLEMETS, inner=_DOUBLE),
    "zh": _FULL_WIDTH,
    "zh-hant": _CORNERS,
    "ru": replace(_SLAVIC, dash="\u00a0— "),
    "bg": Typography(quotes=_LOW, inner=_GUILLEMETS),
    "ca": _LATIN,
    "cs": Typography(quotes=_LOW, inner=("‚", "‘")),
    "el": _LATIN,
    "fa": _SWISS,
    "fi": Typography(quotes=_NINES, inner=_SINGLE_NINES),
    "he": Typography(quotes=_NINES, inner=_SINGLE_NINES),
    "hu": Typography(quotes=_LOW_NINE, inner=("»", "«")),
    "nb": Typography(quotes=_GUILLEMETS, inner=("‘", "’")),
    "pl": Typography(quotes=_LOW_NINE, inner=_GUILLEMETS),
    "ro": Typography(quotes=_LOW_NINE, inner=_GUILLEMETS),
    "sk": Typography(quotes=_LOW, inner=("‚", "‘")),
    "sv": Typography(quotes=_NINES, inner=_SINGLE_NINES),
    "uk": replace(_SLAVIC, dash="\u00a0— "),
}
"""By lower-case tag."""

_QUOTED = re.compile(
    r"""„(?P<low>[^„“”]+)[“”]
      | “(?P<high>[^„“”]+)”
      | «[\s\u00a0\u202f]*(?P<french>[^«»]+?)[\s\u00a0\u202f]*»
      | »(?P<outward>[^«»\s](?:[^«»]*[^«»\s])?)«
      | 「(?P<corners>[^「」]+)」
      | (?<!\w)"(?P<typed>[^"\s](?:[^"]*[^"\s])?)"(?!\w)""",
    re.VERBOSE,
)
"""A quotation, by the marks of any language. What is not closed is no quotation."""


@lru_cache(maxsize=256)
def typography_of(tag: str) -> Typography:
    """The marks of `tag`, or of its nearest parent; English where no parent is known.

    Args:
        tag: BCP 47, in any letter case.
    """
    return next((_TABLE[one] for one in fallbacks(tag) if one in _TABLE), _TABLE["en"])


def with_inner_quotes(text: str, marks: Typography) -> str:
    """`text` fit to stand in quotation marks: each quotation in it has the inner ones."""
    before, after = marks.inner
    return _QUOTED.sub(lambda found: f"{before}{found[found.lastgroup or 0]}{after}", text)
