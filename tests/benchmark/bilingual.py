"""A SYNTHETIC bilingual archive, for the learning curve of the releases benchmark.

Invented words, no language: a dictionary of concepts with Zipf frequencies, each written one way
in the first language and one to three ways in the second, a share of them as cognates. A message
draws concepts from one of some topics; its translation leaves out and adds some, in another order.
What is measured on it says how fast tables learn, and nothing about any real newsroom.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random

from swifeeds.group.lexicon import Text, TextPair

CONCEPTS = 20_000
COGNATES = 0.2
TOPICS = 40
TOPICAL = 0.5
LEFT_OUT = 0.4
TITLE_CONCEPTS = 8
LEAD_CONCEPTS = 24
LANGUAGES = ("de", "fr")
_SYLLABLES = tuple(
    onset + vowel + coda
    for onset in ("b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "st", "tr", "z")
    for vowel in "aeiou"
    for coda in ("", "", "n", "r", "s", "l")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One meaning: its first-language word, and the ways the second language writes it."""

    word: str
    counterparts: tuple[str, ...]


class Archive:
    """Pairs of one seed: the same seed, the same archive."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self._concepts = [self._concept() for _ in range(CONCEPTS)]
        self._common = list(accumulate(1 / (rank + 10) for rank in range(CONCEPTS)))
        self._topics = [self._random.sample(range(CONCEPTS), 200) for _ in range(TOPICS)]
        self._topic_ranks = list(accumulate(1 / (rank + 5) for rank in range(200)))

    def pair(self) -> TextPair:
        topic = self._random.choice(self._topics)
        titles = self._sentences(topic, TITLE_CONCEPTS)
        leads = self._sentences(topic, LEAD_CONCEPTS)
        one, other = (
            Text(language=language, title=title, lead=f"{title} {lead}")
            for language, title, lead in zip(LANGUAGES, titles, leads, strict=True)
        )
        return TextPair(one=one, other=other)

    def pairs(self, count: int) -> list[TextPair]:
        return [self.pair() for _ in range(count)]

    def _concept(self) -> Concept:
        word = self._word()
        if self._random.random() < COGNATES:
            return Concept(word=word, counterparts=(word[:-1] + self._random.choice("aeio"),))
        others = tuple(self._word() for _ in range(self._random.choice((1, 1, 2, 3))))
        return Concept(word=word, counterparts=others)

    def _word(self) -> str:
        count = self._random.choice((2, 3, 3, 4))
        return "".join(self._random.choice(_SYLLABLES) for _ in range(count))

    def _sentences(self, topic: Sequence[int], length: int) -> tuple[str, str]:
        concepts = [self._draw(topic) for _ in range(length)]
        kept = [one for one in concepts if self._random.random() >= LEFT_OUT]
        kept.append(self._draw(topic))
        self._random.shuffle(kept)
        others = [self._random.choice(one.counterparts) for one in kept]
        return " ".join(one.word for one in concepts), " ".join(others)

    def _draw(self, topic: Sequence[int]) -> Concept:
        if self._random.random() < TOPICAL:
            return self._concepts[topic[self._rank(self._topic_ranks)]]
        return self._concepts[self._rank(self._common)]

    def _rank(self, sums: Sequence[float]) -> int:
        return bisect(sums, self._random.random() * sums[-1])
