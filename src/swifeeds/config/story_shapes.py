"""The keys of a story that the file states."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from swifeeds.config.shape import Identifier, NamedShape, Shape


class MatchShape(Shape):
    """What a story gathers by rule. Keys are joined by AND, the values of a key by OR."""

    any: dict[str, list[str]] = {}
    """Words by language: whole words, or any place in the text for ja and zh."""

    territories: list[str] = []
    """ISO 3166 codes; a territory matches by any of its names in the article's language."""

    sections: list[str] = []
    """Sections of the site."""

    sources: list[str] = []
    """Sources."""

    since: date | None = Field(default=None, alias="from")
    """First day of publication."""

    until: date | None = None
    """Last day of publication."""


class StoryShape(NamedShape):
    """A story that this file states."""

    slug: Identifier | None = None
    """Its address. Unset: the id."""

    match: MatchShape = MatchShape()
    """Articles that belong to it by rule."""

    include: list[str] = []
    """Addresses of articles that belong here whatever the rules say."""

    exclude: list[str] = []
    """Addresses of articles that do not belong here whatever the rules say."""

    parent: str | None = None
    """A wider story that this one is part of."""
