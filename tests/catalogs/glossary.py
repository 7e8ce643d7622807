"""The words of the house: one word for one thing, in every message of a language.

They stand at the head of every catalog, with the context `glossary`, so that whoever translates
decides on them first. Nothing shows them; the check holds the other messages to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from babel.messages.catalog import Catalog
from tests.catalogs.files import words as words_alone

CONTEXT = "glossary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word of ours: what it means, and how the English messages that use it are known."""

    meaning: str
    used: re.Pattern[str]


def _term(meaning: str, used: str) -> Term:
    return Term(meaning=meaning, used=re.compile(rf"\b(?:{used})\b", re.IGNORECASE))


TERMS: Mapping[str, Term] = {
    "article": _term("One text of a newspaper, as it was published.", "articles?"),
    "story": _term(
        "What gathers the articles about one matter over weeks or years; not one article, no tale.",
        "story|stories",
    ),
    "section": _term("A part of a newspaper: World, Business.", "sections?"),
    "source": _term("Where articles come from: a publisher’s site or feed.", "sources?"),
    "feed": _term("A list of articles that programs read: RSS, Atom, JSON Feed.", "feeds?"),
    "desk": _term("The editors of a newspaper who decide on its stories.", "desk"),
    "translation": _term("The same article in another language.", "translation"),
    "edition": _term("A feed or page of the same things in another language.", "editions?"),
    "withdrawn": _term("Taken back by its publisher after it had been public.", "withdrawn"),
    "notice": _term("What stands in a feed in place of a withdrawn article.", "notices?"),
    "credit": _term("The line that names who else had a hand in a text: agencies.", "credits?"),
    "import note": _term(
        "The sentence that says that an article comes from an older publishing system.",
        "import note",
    ),
    "trust mark": _term(
        "A standard of journalism that the publisher is certified for, such as JTI.", "trust mark"
    ),
}
"""In the order in which translators meet them."""

OTHER_WORDS: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("zh", "article"): ("本文",),
    ("zh-Hant", "article"): ("本文",),
    ("ar", "source"): ("مصادر",),
    ("ar", "withdrawn"): ("سحب",),
}
"""What serves beside the glossary’s word: Chinese calls the article at hand 本文, an Arabic plural
or verb has not the letters that the word begins with."""


def strays(tag: str, catalog: Catalog, words: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Messages that use another word: each with the English term and the word that it should use.

    Args:
        tag: of the catalog.
        catalog: the messages to look at.
        words: the glossary in that language, its parents' terms included.
    """
    for message in catalog:
        english = message.id if isinstance(message.id, str) else message.id[0]
        if not english or message.context == CONTEXT:
            continue
        said = message.string if isinstance(message.string, str) else " ".join(message.string)
        for term, meant in TERMS.items():
            stems = (_stem(words.get(term, "")), *OTHER_WORDS.get((tag, term), ()))
            if said and meant.used.search(words_alone(english)) and not _has_one(said, stems):
                yield english, term, words[term]


def _has_one(text: str, stems: tuple[str, ...]) -> bool:
    return any(stem in text.casefold() for stem in stems)


def _stem(word: str) -> str:
    """The part that endings leave alone: the first three fifths of the first word."""
    first, *_ = word.casefold().split(" ")
    return first[: -(-len(first) * 3 // 5)]
