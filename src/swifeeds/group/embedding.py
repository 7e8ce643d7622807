"""An embedder of the operator's own: texts in, vectors out. What stands here is only its form.

The heads never call one. Hands do, before grouping, and give the vectors as data.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from swifeeds.group.events import Embedding

_LONGEST_TEXT = 1000
"""Characters of a headline that are given away: it says by then what it is about."""

_LARGEST_BATCH = 1000

_LONGEST = 8192
"""Numbers of a vector: twice the largest that models in use give."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A text with its language (BCP 47)."""

    text: str
    language: str


class Embedder(Protocol):
    """Turns texts into vectors whose cosine tells how alike they are."""

    @property
    def model(self) -> str:
        """What tells its vectors from another's, for people."""

    async def embed(self, passages: Sequence[Passage]) -> Sequence[Embedding]:
        """A unit vector for each passage, in their order, all of one length.

        Raises:
            CollectError: it cannot be reached, or what it says is no such thing.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedderSettings:
    """An embedder of your own, asked for each headline before it is grouped. Without this table
    there is none, and nothing leaves the house. Thresholds shift with it: fit them anew."""

    url: str
    """Address that takes `{"model": …, "input": [texts]}` by POST and answers
    `{"data": [{"embedding": [numbers]}]}`, such as `http://127.0.0.1:11434/v1/embeddings`. It may
    be a private address: it is yours. Headlines of all your articles are sent there."""

    model: str
    """Name of the model, as the endpoint calls it."""

    weight: float
    """Share of its likeness in the likeness of headlines, 0 to 1; words make the rest."""

    prefix: str = ""
    """What some models want before each text, such as `query: `."""

    batch: int = 32
    """Texts of one request."""

    token_file: str | None = None
    """File with a token that is sent as `Authorization: Bearer …`. Unset: none is sent."""

    def __post_init__(self) -> None:
        """Refuse what could never be asked.

        Raises:
            ValueError: names the setting.
        """
        if not self.url.startswith(("http://", "https://")):
            raise ValueError("embedder.url must be an http or https address")
        if not self.model:
            raise ValueError("embedder.model must name a model")
        if not 0 < self.weight <= 1:
            raise ValueError("embedder.weight must be more than 0, and 1 at most")
        if not 0 < self.batch <= _LARGEST_BATCH:
            raise ValueError(f"embedder.batch must lie between 1 and {_LARGEST_BATCH}")


def passage_of(title: str, language: str) -> Passage:
    """What is embedded of an article: its headline."""
    return Passage(text=title[:_LONGEST_TEXT], language=language)


def unit_vectors(rows: Iterable[object]) -> tuple[Embedding, ...]:
    """What an embedder said, as unit vectors of one length.

    Raises:
        ValueError: one is no list of finite numbers, is all zeros, or is of another length.
    """
    vectors = tuple(_unit_vector(row) for row in rows)
    if len({len(one) for one in vectors}) > 1:
        raise ValueError("vectors of different lengths")
    return vectors


def _unit_vector(row: object) -> Embedding:
    if not isinstance(row, list) or not 0 < len(row) <= _LONGEST:
        raise ValueError(f"a vector that is no list of 1 to {_LONGEST} numbers")
    if not all(isinstance(one, float | int) and not isinstance(one, bool) for one in row):
        raise ValueError("a vector with something that is no number")
    try:
        numbers = [float(one) for one in row]
    except OverflowError as error:
        raise ValueError("a vector with a number that is too large") from error
    largest = max(map(abs, numbers))
    if not all(map(math.isfinite, numbers)) or not largest:
        raise ValueError("a vector of zeros, or with a number that is not finite")
    scaled = [one / largest for one in numbers]  # the square of a huge number is none any more
    length = math.sqrt(sum(one * one for one in scaled))
    return array("f", (one / length for one in scaled))
