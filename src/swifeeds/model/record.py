"""An article on its way from one house to another."""

from __future__ import annotations

from dataclasses import dataclass

from swifeeds.model.article import Article, Sighting

RECORD = "article/1"
"""What a line of an export says of itself under the key `swifeeds`: its kind, and the version of
its form. Another form gets another number; new fields do not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """An article as a swifeeds kept it, with every source's copy of it: id, status, dates and all.

    It is no draft: nothing of it is decided anew where it comes into another store.
    """

    article: Article
    sightings: tuple[Sighting, ...] = ()
