"""How much of a text was found: runs of four words that gold and reader share."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

SHINGLE = 4


@dataclass(slots=True)
class Overlap:
    """Precision and recall of word runs, summed over pages."""

    precision: list[float] = field(default_factory=list)
    recall: list[float] = field(default_factory=list)

    def add(self, gold: str, found: str) -> None:
        wanted, given = shingles(gold), shingles(found)
        shared = sum((wanted & given).values())
        self.precision.append(shared / sum(given.values()) if given else 0.0)
        self.recall.append(shared / sum(wanted.values()) if wanted else 1.0)

    @property
    def f1(self) -> float:
        precision = sum(self.precision) / len(self.precision)
        recall = sum(self.recall) / len(self.recall)
        total = precision + recall
        return round(2 * precision * recall / total, 4) if total else 0.0


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    last = max(1, len(words) - SHINGLE + 1)
    return (
        Counter(tuple(words[start : start + SHINGLE]) for start in range(last))
        if words
        else Counter()
    )
