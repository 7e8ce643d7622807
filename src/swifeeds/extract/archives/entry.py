"""What an archive says of one item, before it is judged; and what was none to begin with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from swifeeds.extract.moments import Moment
from swifeeds.model import (
    Companion,
    Contributions,
    Credit,
    DeclaredStory,
    Media,
    Person,
    Signal,
    Source,
    Stated,
    Translation,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What every reader is told: whose archive it is, and whether to make the best of a wreck.

    `companions` are the items that its articles need, wherever they stand; None where nobody has
    looked for them, and those of the portion itself have to do. `stated` is what they need of the
    head, beyond what the portion has of it.
    """

    source: Source
    retrieved: datetime
    name: str
    recover: bool = False
    companions: tuple[Companion, ...] | None = None
    stated: tuple[Stated, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item. `place` counts from 1 within the portion.

    Text is as it was written: `title` and `summary` may hold entities, `content` is HTML that
    nobody has cleaned yet; `language` is any spelling of a tag. `held`, `withdrawn`, `version` and
    `signal` as in `Draft`; `takes_back` are guids of others that a withdrawn one takes back, as
    their own items have them; `remarks` are sentences on what could not be read of it.
    """

    place: int
    guid: str | None = None
    url: str | None = None
    language: str | None = None
    title: str | None = None
    summary: str | None = None
    content: str | None = None
    published: Moment | None = None
    updated: Moment | None = None
    authors: tuple[Person, ...] | None = None
    credit: Credit | None = None
    section: str | None = None
    keywords: tuple[str, ...] = ()
    media: tuple[Media, ...] = ()
    translations: tuple[Translation, ...] = ()
    stories: tuple[DeclaredStory, ...] = ()
    contributions: Contributions | None = None
    contact: str | None = None
    rights: str | None = None
    license: str | None = None
    embargo: Moment | None = None
    version: str | None = None
    signal: Signal | None = None
    held: str | None = None
    withdrawn: bool = False
    takes_back: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoArticle:
    """An item that is no article. `reason` follows its name: "is a planning item, not …"."""

    place: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """What an article names and no file holds. `what` is a plural; told once for a portion."""

    place: int
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PassedOver:
    """An item that nobody would look for among articles: a menu entry, a page of the imprint.

    `kind` is a plural ("pages"). Told once for all of a portion.
    """

    place: int
    kind: str
