"""What an address that nobody has configured yet seems to be."""

from __future__ import annotations

from dataclasses import dataclass

from swifeeds.model.source import SourceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Another source for the same articles, which tells more of them. `why` is a clause."""

    kind: SourceKind
    url: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """The kind that a document is read as, `why` as a clause ("it is RSS"), and what would be
    better than it, the best first."""

    kind: SourceKind
    why: str
    better: tuple[Suggestion, ...] = ()
