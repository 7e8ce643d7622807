"""A stable mark of what a text says, whatever its markup.

Version 1: Unicode NFKC, case folded, letters and digits only, of title and text; SHA-256, cut to
128 bits. The version is part of the mark, so that a later rule never takes old marks for its own.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache

from swifeeds.identify.likeness import letters
from swifeeds.model import Work

_VERSION = "1"


def fingerprint(work: Work) -> str:
    """Equal for copies that differ in markup, case, punctuation and white space alone."""
    return _mark(work.title, work.content or work.summary)


@lru_cache(maxsize=4)
def _mark(title: str, text: str | None) -> str:
    """An article and its sighting have the same mark, and are made one after the other."""
    words = " ".join(letters(part) for part in (title, text) if part)
    return f"{_VERSION}:{hashlib.sha256(words.encode()).hexdigest()[:32]}"
