"""Made-up articles in eight languages, their sentences drawn from the demo newsroom's.

Nothing here is random twice: the same seed gives the same article. Every paragraph is made of
sentences in an order of its own, so that what recurs on two pages is furniture and nothing else.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from html import escape

from swifeeds.demo.content import read_edition

_EDITIONS = (1, 2)
_SENTENCE = re.compile(r"(?<=[.!?。！？؟])\s*")
_OWN = 0.2
_FIRST = datetime(2024, 1, 8, 6, 10, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeArticle:
    """An article whose text is known. `rng` makes the furniture of its page."""

    site: str
    number: int
    language: str
    title: str
    lead: str
    paragraphs: tuple[str, ...]
    author: str
    published: datetime
    rng: random.Random

    @property
    def gold(self) -> str:
        return "\n\n".join(self.paragraphs)

    def others(self, count: int) -> list[str]:
        """Headlines of other articles."""
        return [self.rng.choice(_headlines(self.language)) for _ in range(count)]

    def passage(self) -> str:
        """A paragraph that belongs to no article: comments, notes."""
        return " ".join(self.rng.sample(_sentences(self.language), 2))

    def teasers(self, count: int) -> list[tuple[str, str]]:
        """Headline and passage of what the site shows beside every article of the day; one in
        five is this page's own."""
        day = random.Random(f"{self.site}/teasers/{count}")
        same = [
            (
                day.choice(_headlines(self.language)),
                " ".join(day.sample(_sentences(self.language), 2)),
            )
            for _ in range(count)
        ]
        return [
            (self.others(1)[0], self.passage()) if self.rng.random() < _OWN else one for one in same
        ]


def make_article(site: str, language: str, number: int) -> MadeArticle:
    """Article `number` of a site; the same each time."""
    rng = random.Random(f"{site}/{number}")
    glue = "" if language in {"ja", "zh"} else " "
    pool = _sentences(language)
    paragraphs = tuple(
        glue.join(rng.sample(pool, rng.randint(2, 4))) for _ in range(rng.randint(6, 13))
    )
    return MadeArticle(
        site=site,
        number=number,
        language=language,
        title=f"{rng.choice(_headlines(language))} ({number})",
        lead=glue.join(rng.sample(pool, 1)),
        paragraphs=paragraphs,
        author=rng.choice(_authors(language)),
        published=_FIRST + timedelta(days=3 * number, minutes=97 * number),
        rng=rng,
    )


@lru_cache
def _sentences(language: str) -> list[str]:
    texts = [text for piece in _pieces(language) for text in (piece.lead, *piece.paragraphs)]
    found = (one.strip() for text in texts for one in _SENTENCE.split(text))
    return sorted({escape(one, quote=False) for one in found if len(one) > 12})


@lru_cache
def _headlines(language: str) -> list[str]:
    return sorted({escape(piece.title, quote=False) for piece in _pieces(language)})


@lru_cache
def _authors(language: str) -> list[str]:
    return sorted({escape(piece.author, quote=False) for piece in _pieces(language)})


def _pieces(language: str):
    return [piece for number in _EDITIONS for piece in read_edition(number).in_language(language)]
