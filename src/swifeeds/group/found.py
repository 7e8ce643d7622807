"""What the machine found: units of one language, happenings over all, hints for an editor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from swifeeds.group.crosslingual import Link
from swifeeds.group.events import Reason
from swifeeds.model import ArticleId


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
class Found:
    """Happenings that have no article in common, and hints between their articles."""

    happenings: tuple[Happening, ...] = ()
    hints: tuple[Hint, ...] = ()
