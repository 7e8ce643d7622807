"""What articles say beneath their headlines, as bare stems: the lead, and the opening of the body.

Title, lead and body are never poured into one: each has counts and rarities of its own. Words are
cut to five letters, which stands in for grammar and keeps a text small; whole words, four or six
letters, and groups of three came out alike or worse on pairs of articles (see `scores`). News says
first what matters: the first 128 stems of a body told as much as all of it.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from swifeeds.group.events.terms import UNSPACED

LEAD_WORDS = 40
"""Words of a text that stand in for a lead that nobody marked."""

BODY_STEMS = 128
"""Different stems of a body that are kept, the first ones."""

LEAST_STEMS = 24
"""Different stems below which a body is no more than a lead."""

_LONGEST = 50_000
"""Characters that are read: what lies beyond is no opening."""

_LETTERS = 5
_WORD = re.compile(r"\w+")
_UNSPACED = re.compile(f"[{UNSPACED}]")
_PARTS = re.compile(f"[{UNSPACED}]+|[^{UNSPACED}]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The stems of a lead and of a body, each once, in the order of the text; empty: unknown."""

    lead: tuple[str, ...] = ()
    body: tuple[str, ...] = ()


def read_text(summary: str | None, content: str | None) -> Text | None:
    """The text of an article from its lead and its body, both plain; None without either.

    Where nobody marked a lead, the first words of the body are one.
    """
    body = stems_of(content or "", BODY_STEMS)
    opening = " ".join((summary or content or "")[:_LONGEST].split()[:LEAD_WORDS])
    lead = stems_of(opening, LEAD_WORDS)
    if not lead:
        return None
    return Text(lead=lead, body=body if len(body) >= LEAST_STEMS else ())


def kept_text(text: Text | None) -> Text | None:
    """The same, for keeping: equal stems of different texts are one object in memory."""
    if text is None:
        return None
    return Text(lead=tuple(map(sys.intern, text.lead)), body=tuple(map(sys.intern, text.body)))


def stems_of(text: str, most: int) -> tuple[str, ...]:
    """The first different stems of a text, so many at most, whatever its language."""
    folded = unicodedata.normalize("NFKC", text[:_LONGEST]).casefold()
    found: dict[str, None] = {}
    for stem in _stems(folded):
        found[stem] = None
        if len(found) == most:
            break
    return tuple(found)


def _stems(text: str) -> Iterator[str]:
    for word in _WORD.finditer(text):
        for part in _PARTS.findall(word[0]):
            if _UNSPACED.match(part):
                yield from (part[at : at + 2] for at in range(max(1, len(part) - 1)))
            else:
                yield part[:_LETTERS]


@dataclass(slots=True)
class Counts:
    """How many of so many texts have a stem."""

    texts: int = 0
    stems: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, stems: Iterable[str]) -> Counts:
        """The counts of one text; of none where it is empty."""
        counted = dict.fromkeys(map(sys.intern, stems), 1)  # the same words in every article
        return cls(1 if counted else 0, counted)

    def add(self, other: Counts) -> None:
        """Count other texts as well."""
        self.texts += other.texts
        for stem, count in other.stems.items():
            self.stems[stem] = self.stems.get(stem, 0) + count


@dataclass(slots=True, eq=False)
class Said:
    """What the members of a cluster say, of those whose text is known."""

    titles: Counts
    leads: Counts
    bodies: Counts

    @classmethod
    def of(cls, title: Iterable[str], text: Text) -> Said:
        """What one article says; `title` are the stems of its headline."""
        return cls(Counts.of(title), Counts.of(text.lead), Counts.of(text.body))

    def add(self, other: Said) -> None:
        """Take in what others say."""
        self.titles.add(other.titles)
        self.leads.add(other.leads)
        self.bodies.add(other.bodies)
