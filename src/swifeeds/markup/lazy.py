"""Pictures whose real address only a script would set: which address the script would use."""

from __future__ import annotations

import re
from typing import Protocol

LAZY = ("data-src", "data-original", "data-lazy-src", "data-url")
LAZY_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
WIDEST = 2048
"""Pixels of the widest picture that is worth its bytes in a feed."""

_CANDIDATE = re.compile(r"([^\s,]\S*[^\s,])(?:\s+([\d.]+)[wx])?\s*(?:,|$)")


class Attributes(Protocol):
    """What has attributes: an element of lxml, or a mapping."""

    def get(self, key: str, /) -> str | None:
        """The value, None for one that is not there."""


def real_source(image: Attributes) -> str | None:
    """The address that an `img` shows in the end, as written; None when it has none.

    A lazy attribute wins over `src`, which then holds a placeholder; a set of candidates is asked
    only where nothing else is left.
    """
    for name in LAZY:
        if source := (image.get(name) or "").strip():
            return source
    source = (image.get("src") or "").strip()
    if source and not source.startswith("data:"):
        return source
    sets = (best_candidate(image.get(name) or "") for name in LAZY_SETS)
    return next(filter(None, sets), None)


def best_candidate(srcset: str) -> str | None:
    """The address of the widest (or densest) candidate of a `srcset` that is no wider than any
    reader shows, else of the narrowest; None for an empty one.

    Addresses may hold commas (HTML, "parse a srcset attribute"): only one at the end, or behind a
    descriptor, divides.
    """
    candidates = [(_size(match[2]), match[1]) for match in _CANDIDATE.finditer(srcset)]
    return max(candidates, key=lambda sized: _use(sized[0]))[1] if candidates else None


def _use(size: float) -> float:
    return size if size <= WIDEST else -size


def _size(descriptor: str | None) -> float:
    try:
        return float(descriptor or 1)
    except ValueError:
        return 0.0
