"""How much it says that two texts share a thing: nothing where everybody has it."""

from __future__ import annotations

import math

from swifeeds.group.declared import FURNITURE_PAGES, FURNITURE_SHARE
from swifeeds.group.facts import Background, Reference

RARE = 0.5
"""Rarity from which a thing is evidence. It falls to this where the square root of all articles
has the thing: 100 of 10,000."""

_PRIOR = 100
"""Articles that are taken for read before the first: the first mention proves little."""


def rarity(count: int, articles: int) -> float:
    """From 1 for what no article has to 0 for what all have, by the logarithm of the share."""
    known = articles + _PRIOR
    return min(1.0, math.log(known / (count + 1)) / math.log(known))


def is_furniture(reference: Reference, background: Background) -> bool:
    """True for a logo, a share button or a certification mark: most of the source shows it."""
    pages = background.pages.get(reference[0], 0)
    if pages < FURNITURE_PAGES:
        return False
    return background.references.get(reference, 0) > FURNITURE_SHARE * pages
