"""How each language counts: gettext's `Plural-Forms`, held to CLDR.

Babel's table for gettext is right for most languages and differs from CLDR in some (Portuguese,
Hebrew, Hindi); for Arabic it says the same in another order than everybody else does. Whole numbers
alone are counted here. CLDR's form for exact millions in Romance languages serves “1 million
d’articles”, and we write figures: gettext has no form for it.
"""

from __future__ import annotations

from collections.abc import Callable
from gettext import c2py

from babel.messages.plurals import PLURALS, get_plural
from babel.plural import to_gettext

from swifeeds.localise.cldr import cldr_locale

COUNTS = range(2001)
"""Numbers that tell all rules apart."""

_USUAL = {
    "ar": (
        6,
        "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5)",
    ),
    "pt": (2, "(n > 1)"),
    "pt-PT": (2, "(n != 1)"),
}


def plural_forms(tag: str) -> tuple[int, str]:
    """How many forms a language has, and gettext's expression that chooses one by `n`."""
    if tag in _USUAL:
        return _USUAL[tag]
    cldr = cldr_locale(tag).plural_form
    kinds = partition(cldr)
    if len(set(kinds)) == 1:
        return 1, "0"
    babel = get_plural(tag.replace("-", "_"))
    for number, rule in ((babel[0], babel[1]), (2, "(n > 1)"), *sorted(PLURALS.values())):
        if partition(c2py(rule)) == kinds:
            return number, rule
    number, _, rule = to_gettext(cldr).partition("; ")
    return int(number.removeprefix("nplurals=")), rule.removeprefix("plural=").rstrip(";")


def partition(choose: Callable[[int], object]) -> list[int]:
    """Which numbers are counted alike, whatever the forms are called or in which order."""
    seen: dict[object, int] = {}
    return [seen.setdefault(choose(n), len(seen)) for n in COUNTS]
