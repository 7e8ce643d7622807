"""Which of the languages that there are serves a reader, or an article, best.

Lookup is RFC 4647 section 3.4 (a tag is shortened from its end until it meets one that is
there) over a table of our own where shortening alone would meet the wrong thing: `zh-TW` reads
traditional characters, `pt-AO` is nearer to Portugal than to Brazil. Babel's negotiation knows
neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from babel.core import get_global

from swifeeds.localise.scripts import script_of

_TRADITIONAL = frozenset({"zh-tw", "zh-hk", "zh-mo"})
_SIMPLIFIED = frozenset({"zh-cn", "zh-sg", "zh-my"})
_NEAREST = {
    "zh": "zh-hans",
    "zh-hans": "zh-cn",
    "zh-hant": "zh-tw",
    "no": "nb",
}
"""Tried when the tag itself is not there and before it is shortened."""

_MACRO = {
    **dict.fromkeys(("nb", "nn"), "no"),
    **dict.fromkeys(("cdo", "cjy", "gan", "hak", "hsn", "nan", "wuu"), "zh"),
    "yue": "zh-hant",
    "yue-hans": "zh-hans",
    **dict.fromkeys(("aeb", "acm", "afb", "ajp", "apc", "apd", "arq", "ars", "ary", "arz"), "ar"),
    "prs": "fa",
    "gsw": "de",
}
"""What readers of a language read as well, where a whole language has nothing of its own."""

LONGEST_TAG = 64
"""Characters; RFC 5646 section 4.4.1 asks for 35."""

_LONGEST_HEADER = 1000
_RANGE = re.compile(r"\s*(\*|[A-Za-z0-9-]+)\s*(?:;\s*[qQ]\s*=\s*([01](?:\.[0-9]{0,3})?)\s*)?")


@lru_cache(maxsize=4096)
def fallbacks(tag: str) -> tuple[str, ...]:
    """`tag` and the tags that may stand in for it, nearest first, all in lower case.

    Of what is longer than any language's tag only the beginning counts: strangers send such
    things, and what is found is kept.
    """
    current: str | None = tag.lower().replace("_", "-")
    if current and len(current) > LONGEST_TAG:
        current = current[:LONGEST_TAG].rpartition("-")[0]
    chain: list[str] = []
    while current:
        if current not in chain:
            chain.append(current)
        nearest = _NEAREST.get(current) or _without_script(current)
        if nearest and nearest not in chain:
            chain.append(nearest)
        current = _parent(current)
    return tuple(chain)


def lookup(tag: str, available: Sequence[str]) -> str | None:
    """The one of `available` that serves `tag`, spelled as it stands there; None when none does.

    Args:
        tag: BCP 47, in any letter case.
        available: BCP 47 tags, in any letter case.
    """
    spelled = {one.lower().replace("_", "-"): one for one in reversed(available)}
    return next((spelled[one] for one in fallbacks(tag) if one in spelled), None)


def negotiate(accept_language: str | None, available: Sequence[str], default: str) -> str:
    """The language to answer in, by the header `Accept-Language` (RFC 9110 section 12.5.4).

    Guaranteed to be one of `available`, or `default`. Beyond lookup, a wish for `en` is served
    by `en-gb` where there is no `en`: a near relative is better than another language. One in
    another script is not: Simplified characters are an answer to `zh-TW` only where no other wish
    can be met.
    """
    wishes = sorted(_wishes(accept_language or ""), key=lambda wish: -wish[1])
    refused = {lookup(wish, available) for wish, quality in wishes if quality == 0}
    found = [
        (wish, served)
        for wish, quality in wishes
        if quality > 0
        for served in ((default, *available) if wish == "*" else (_serve(wish, available),))
        if served and served not in refused
    ]
    in_script = (one for wish, one in found if wish == "*" or script_of(wish) == script_of(one))
    return next(in_script, None) or next((one for _, one in found), default)


def primary_subtag(tag: str) -> str:
    """The language of a tag without its script and region, in lower case: `de` of `de-CH`."""
    return tag.replace("_", "-").partition("-")[0].lower()


def _serve(wish: str, available: Sequence[str]) -> str | None:
    primary = primary_subtag(wish)
    relatives = (one for one in available if primary_subtag(one) == primary)
    return lookup(wish, available) or next(relatives, None)


def _wishes(header: str) -> Iterator[tuple[str, float]]:
    for part in header[:_LONGEST_HEADER].split(","):
        found = _RANGE.fullmatch(part)
        if found:
            yield found[1], min(float(found[2] or 1), 1.0)


def _parent(tag: str) -> str | None:
    special = _special_parent(tag)
    if special is not None:
        return special
    shorter = tag.rpartition("-")[0]
    # RFC 4647: a single letter that introduces an extension goes with what it introduced.
    return shorter[:-2] if re.search(r"-[a-z0-9]$", shorter) else shorter or None


def _special_parent(tag: str) -> str | None:
    if tag in _TRADITIONAL:
        return "zh-hant"
    if tag in _SIMPLIFIED:
        return "zh-hans"
    if re.fullmatch(r"pt-(?!br|pt)[a-z]{2}", tag):
        return "pt-pt"
    if tag in _MACRO:
        return _MACRO[tag]
    return _by_cldr(tag) if "-" in tag else None


def _by_cldr(tag: str) -> str | None:
    """CLDR's parent of a region whose way of writing is not the language's at large.

    `en-001` and `en-150` are no way of writing that anybody learns at school: Britain's is.
    """
    language, _, region = tag.partition("-")
    parent = get_global("parent_exceptions").get(f"{language}_{region.upper()}")
    if parent in _BRITISH or f"{language}_{region}" in _BRITISH:
        return "en-gb" if tag != "en-gb" else None
    return parent.lower().replace("_", "-") if parent else None


_BRITISH = frozenset({"en_001", "en_150"})


def _without_script(tag: str) -> str | None:
    """`zh-hk` for `zh-hant-hk`, where the region alone says the script."""
    found = re.fullmatch(r"([a-z]{2,3})-([a-z]{4})-([a-z]{2})", tag)
    if found is None:
        return None
    shorter = f"{found[1]}-{found[3]}"
    return shorter if script_of(shorter) == found[2].title() else None
