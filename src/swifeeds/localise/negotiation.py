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

_TRADITIONAL = frozenset({"zh-tw", "zh-hk", "zh-mo"})
_SIMPLIFIED = frozenset({"zh-cn", "zh-sg", "zh-my"})
_BRITISH = frozenset(
    {
        "en-001", "en-150", "en-at", "en-au", "en-be", "en-bw", "en-ch", "en-cy", "en-de", "en-dk",
        "en-fi", "en-gh", "en-gi", "en-hk", "en-ie", "en-il", "en-in", "en-jm", "en-ke", "en-mt",
        "en-my", "en-ng", "en-nl", "en-nz", "en-pk", "en-se", "en-sg", "en-si", "en-tz", "en-ug",
        "en-za", "en-zm", "en-zw",
    }
)  # fmt: skip
_LATIN_AMERICAN = frozenset(
    {
        "es-ar", "es-bo", "es-br", "es-bz", "es-cl", "es-co", "es-cr", "es-cu", "es-do", "es-ec",
        "es-gt", "es-hn", "es-mx", "es-ni", "es-pa", "es-pe", "es-pr", "es-py", "es-sv", "es-us",
        "es-uy", "es-ve",
    }
)  # fmt: skip
_NEAREST = {
    "zh": "zh-hans",
    "zh-hans": "zh-cn",
    "zh-hant": "zh-tw",
}
"""Tried when the tag itself is not there and before it is shortened."""

_LONGEST_HEADER = 1000
_RANGE = re.compile(r"\s*(\*|[A-Za-z0-9-]+)\s*(?:;\s*[qQ]\s*=\s*([01](?:\.[0-9]{0,3})?)\s*)?")


@lru_cache(maxsize=4096)
def fallbacks(tag: str) -> tuple[str, ...]:
    """`tag` and the tags that may stand in for it, nearest first, all in lower case."""
    chain: list[str] = []
    current: str | None = tag.lower().replace("_", "-")
    while current:
        chain.append(current)
        nearest = _NEAREST.get(current)
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
    by `en-gb` where there is no `en`: a near relative is better than another language.
    """
    wishes = tuple(_wishes(accept_language or ""))
    refused = {lookup(wish, available) for wish, quality in wishes if quality == 0}
    for wish, _quality in sorted(wishes, key=lambda wish: -wish[1]):
        found = default if wish == "*" else _serve(wish, available)
        if found is not None and found not in refused:
            return found
    return default


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
    if tag in _BRITISH:
        return "en-gb"
    if tag in _LATIN_AMERICAN:
        return "es-419"
    if re.fullmatch(r"pt-(?!br|pt)[a-z]{2}", tag):
        return "pt-pt"
    return None
