"""A lexicon learned from translations that share no letters, and the words it knows."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random

from swifeeds.group.lexicon import Lexicon, Text, TextPair, learn

GERMAN = [f"quark{first}{second}" for first in "abcdef" for second in "klmn"]
FRENCH = [f"voix{first}{second}" for first in "rstuvw" for second in "oyiz"]
"""In the same place, the word that a newsroom translates it with."""

TRAINED = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)


def german(*numbers: int) -> str:
    return " ".join(GERMAN[number] for number in numbers)


def french(*numbers: int) -> str:
    return " ".join(FRENCH[number] for number in numbers)


def headlines(count: int = 600) -> list[tuple[str, str]]:
    """Translations of headlines, two words each."""
    chosen = [Random(seed).sample(range(len(GERMAN)), 2) for seed in range(count)]
    return [(german(*numbers), french(*numbers)) for numbers in chosen]


def lexicon(count: int = 600) -> Lexicon:
    """Tables between German and French."""
    return learn(
        (
            TextPair(one=Text(language="de", title=one), other=Text(language="fr", title=other))
            for one, other in headlines(count)
        ),
        trained=TRAINED,
    )
