"""What the machine found: units of one language, happenings over all, hints for an editor, and the
stories that happenings go on with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from swifeeds.group.crosslingual import Link
from swifeeds.group.events import Reason
from swifeeds.model import ArticleId, Evidence, Membership, Rung, StoryId

CHAIN = "chain"
"""The kind of evidence that every member has whose event was found to continue the story."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """Articles of one language about one event, in the order of their ids.

    `reasons` tell of each why it joined; the first one has none, and neither has a unit of one.
    """

    language: str
    articles: tuple[ArticleId, ...]
    reasons: Mapping[ArticleId, Reason]


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Units of one event over all languages, and the links that joined them, by unit names: the
    least id of their articles."""

    units: tuple[Unit, ...]
    links: tuple[Link, ...] = ()

    @property
    def articles(self) -> tuple[ArticleId, ...]:
        """Every article of the event."""
        return tuple(article for unit in self.units for article in unit.articles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """Two articles of one language whose units are alike, but not enough to be one unasked."""

    one: ArticleId
    other: ArticleId
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """A story that an event continues: on the automatic rung, or as a suggestion.

    Its evidence begins with one of the kind `chain`, which `is_chained` tells it by.
    """

    story: StoryId
    rung: Rung
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Happenings that have no article in common, and hints between their articles. `chains` are by
    the least id of the articles that are certain to be one event."""

    happenings: tuple[Happening, ...] = ()
    hints: tuple[Hint, ...] = ()
    chains: Mapping[ArticleId, Chain] = field(default_factory=dict)


def is_chained(membership: Membership) -> bool:
    """True where the article's event, another than the story had so far, was found to continue
    it."""
    return any(one.kind == CHAIN for one in membership.evidence)


def chain_evidence(detail: str) -> Evidence:
    """What marks a member as chained; `detail` says what it continues."""
    return Evidence(kind=CHAIN, detail=detail)
