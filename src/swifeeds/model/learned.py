"""What a newsroom's own translations taught, as the store keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedTable:
    """Which words of one language go with which of another: one direction of two languages.

    `source` and `target` are primary language subtags; `pairs` counts the pairs of texts it was
    learned from, `digest` tells whether those are still the same, `trained` is when it was (UTC).
    `body` is JSON that `swifeeds.group.lexicon` writes and reads.
    """

    source: str
    target: str
    pairs: int
    digest: str
    trained: datetime
    body: str
