"""Whose words a language speaks: those of its own catalog, then those of its parents'.

A regional catalog holds what it says otherwise, and inherits the rest along the chain by which
languages stand in for one another (`fallbacks`): `pt-AO` reads `pt-PT`, then `pt`. A catalog in
another script is never inherited from: Simplified characters are no fallback for Traditional ones,
English is. Swiss German has no ß, so what it inherits has none either.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from swifeeds.localise.languages import canonical_tag
from swifeeds.localise.negotiation import fallbacks, primary_subtag
from swifeeds.localise.scripts import script_of
from swifeeds.localise.words.messages import Catalog

_WITHOUT_SHARP_S = frozenset({"de-ch", "de-li"})


def words_of(tag: str, catalogs: Mapping[str, Catalog], *, style: str | None = None) -> Catalog:
    """What the catalogs hold for a language: an empty one where they hold nothing.

    Args:
        tag: BCP 47, in any letter case.
        catalogs: by tag, each with its own words alone.
        style: the regional way of writing that the desk chose. A desk that writes dates as in
            Portugal uses the words of Portugal too; the style of another language changes none.

    Returns:
        All messages that its chain knows. Counted ones are counted by the nearest catalog's rule,
        inherited ones too: Portugal says `0 artigos` with Brazil's words.
    """
    if style and primary_subtag(style) == primary_subtag(tag):
        tag = style
    chain = [catalogs[one] for one in inherited(tag, tuple(catalogs))]
    if not chain:
        return Catalog(language=tag)
    words: dict[str, tuple[str, ...]] = {}
    for catalog in reversed(chain):
        words.update(catalog.translations)
    if _WITHOUT_SHARP_S & set(fallbacks(tag)):
        words = {name: tuple(_swiss(form) for form in forms) for name, forms in words.items()}
    return replace(chain[0], translations=words)


def inherited(tag: str, available: Sequence[str]) -> tuple[str, ...]:
    """Those of `available` whose words serve `tag`, nearest first, itself included.

    Args:
        tag: BCP 47, in any letter case.
        available: BCP 47 tags, in any letter case.
    """
    spelled = {one.lower(): one for one in available}
    script = script_of(canonical_tag(tag) or tag)
    chain = (one for one in fallbacks(tag) if one in spelled)
    return tuple(spelled[one] for one in chain if script_of(one) == script)


def _swiss(text: str) -> str:
    return text.replace("ß", "ss")
