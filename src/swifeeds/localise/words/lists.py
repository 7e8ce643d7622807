"""Lists in running text: `A, B und C`, as CLDR joins them, with the vowels that it leaves out.

Spanish says `e` for `y` before the sound i, Italian `ed` for `e` before e. CLDR describes the first
beside its patterns, which is where ICU has the rule from that is used here; Babel has neither.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from babel.lists import format_list

from swifeeds.localise.cldr import cldr_locale
from swifeeds.localise.negotiation import primary_subtag

_BEFORE_VOWELS: Mapping[str, tuple[str, str, re.Pattern[str]]] = {
    "es": ("y", "e", re.compile("[ií]|h[ií](?![ae])", re.IGNORECASE)),
    "it": ("e", "ed", re.compile("[eèé]", re.IGNORECASE)),
}


def joined(items: Sequence[str], language: str, *, sound: str | None = None) -> str:
    """The items as a list of the language `language`.

    Args:
        items: in their order.
        language: BCP 47 tag.
        sound: how the last item reads, where it stands in for something; by default as itself.
    """
    text = format_list(list(items), locale=cldr_locale(language))
    word, before, vowel = _BEFORE_VOWELS.get(primary_subtag(language), ("", "", None))
    if vowel is None or not items[1:] or not vowel.match(sound or items[-1]):
        return text
    return f"{text.removesuffix(f' {word} {items[-1]}')} {before} {items[-1]}"
