"""What a feed says of one item, and of all its items, before it is judged.

Every format is read into these two types; `drafts` makes of them what the newsroom keeps. Text is
plain and HTML clean already, dates and language tags are still as the feed wrote them.
"""

from __future__ import annotations

from dataclasses import dataclass

from swifeeds.model import (
    Credit,
    DeclaredStory,
    Media,
    MiningTerms,
    Origin,
    Person,
    Provenance,
    Translation,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """What holds for every item that does not say otherwise (RFC 4287, 4.2.1; RSS `channel`)."""

    language: str | None = None
    authors: tuple[Person, ...] | None = None
    rights: str | None = None
    license: str | None = None
    rsl: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item. `place` is its 1-based position, `url` its canonical address.

    `published`, `updated` and `language` are as written, and so are `embargo_date`, with which it
    may be shown, and `embargoed_until`, until which it must not. `opening` is the first line of the
    text where that may declare an embargo. `provenances` as in `Draft`. `origin`
    is there where the feed took it over from another one: its own terms are not the item's.
    `digest` is by what it is known again (`entry_digests`); of what `is_known` only place, guid,
    url and digest are filled in.
    """

    place: int
    title: str | None = None
    guid: str | None = None
    url: str | None = None
    summary: str | None = None
    content: str | None = None
    published: str | None = None
    updated: str | None = None
    embargo_date: str | None = None
    embargoed_until: str | None = None
    opening: str | None = None
    authors: tuple[Person, ...] | None = None
    credit: Credit | None = None
    categories: tuple[str, ...] = ()
    media: tuple[Media, ...] = ()
    language: str | None = None
    rights: str | None = None
    license: str | None = None
    rsl: str | None = None
    rsl_elements: tuple[str, ...] = ()
    mining: MiningTerms | None = None
    translations: tuple[Translation, ...] = ()
    stories: tuple[DeclaredStory, ...] = ()
    provenance: Provenance | None = None
    withdrawn: bool = False
    origin: Origin | None = None
    digest: str | None = None
    is_known: bool = False
    provenances: tuple[tuple[str, str], ...] = ()

    @property
    def subject(self) -> str:
        """What names it to an operator."""
        return self.guid or self.url or self.title or f"item {self.place}"
