"""What a newsroom wrote, as far as a document tells: the fields a Draft and an Article share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from swifeeds.model.mining import MiningTerms


class Precision(StrEnum):
    """How exactly a date is known."""

    SECOND = "second"
    MINUTE = "minute"
    DAY = "day"


class Provenance(StrEnum):
    """Where an article came from when that is worth telling a reader."""

    LEGACY_IMPORT = "legacy-import"


class Signal(StrEnum):
    """What the desk says of this edition of the text: IPTC's NewsCodes `signal`, by these words.

    `correction` mends an error of an earlier edition, `update` adds to it, `advisory` is for
    editors before readers, `clarification` explains without mending; `advance` comes before the
    event.
    """

    CORRECTION = "correction"
    UPDATE = "update"
    CLARIFICATION = "clarification"
    ADVISORY = "advisory"
    ADVANCE = "advance"


class Contributions(StrEnum):
    """Whether readers may comment below the article."""

    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """How a date was read.

    `read_from` names the place (`json-ld`, `meta`, `time`, `feed`, `sitemap`, `rest`,
    `phrase`, `rule`, `address`, `htmldate`, `retrieval`); `zone` is the IANA zone that was assumed
    because the document named none.
    """

    read_from: str
    precision: Precision = Precision.SECOND
    zone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """An author, or an organisation that signs as one. The name is the publisher's, untouched."""

    name: str
    url: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """Who else had a hand in it, as a code that each language words for itself.

    `code` is language-neutral (`with-agencies`, `agencies`); `agencies` are the names that the
    page gives (`("AFP", "Reuters")`), empty when it names none.
    """

    code: str
    agencies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    """A picture, sound or film that belongs to the article. `length` in bytes, sizes in pixels."""

    url: str
    type: str | None = None
    length: int | None = None
    width: int | None = None
    height: int | None = None
    alt: str | None = None
    caption: str | None = None
    credit: str | None = None

    @property
    def medium(self) -> str:
        """`image`, `audio`, `video` or `document`: the `medium` of Media RSS."""
        family = (self.type or "image/").split("/")[0]
        return family if family in {"image", "audio", "video"} else "document"


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """The same article in another language, as the document declares it.

    `evidence` is `hreflang`, `translationOfWork`, `workTranslation`, `twin` (Chinese in the other
    script), `rest` (a WordPress REST field) or `feed`.
    """

    language: str
    url: str
    evidence: str
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One link of a declared story block."""

    url: str
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredStory:
    """A block of the page that names the story and its articles.

    `heading` is what stands above the links ("Articles in this story"); `title` is the story's
    own name where the block gives one, `url` the story's page where it has one.
    """

    members: tuple[Member, ...]
    heading: str | None = None
    title: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustEvidence:
    """A trust line found on a page. Evidence only: never a claim of ours (see `TrustMark`)."""

    scheme: str
    text: str
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The feed of somebody else that an item was taken over from, as far as the taker names it.

    `id` and `title` are that feed's own, `url` is its address; without `is_feed`, its site's.
    """

    id: str | None = None
    title: str | None = None
    url: str | None = None
    is_feed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A piece of writing (schema.org `NewsArticle`) without the identity we give it.

    `language` is a BCP 47 tag, `title` and `summary` plain text, `content` sanitised HTML with
    absolute addresses. `url` is the public canonical address, None where there is none.
    `published` and `updated` are UTC; `dating` tells how `published` was read. `license` is for
    people, `rsl` the address of the publisher's terms for machines (RSL 1.0), `rsl_elements` those
    that stand inside its feed, each as XML by itself; `mining` is what it says of text and data
    mining. `origin` is there where the source took it over from another feed: what is said of the
    source's articles does not hold for it. `version` is the publisher's own number of the edition,
    as written; `signal` what its desk says of that edition.
    """

    language: str
    title: str
    url: str | None = None
    summary: str | None = None
    content: str | None = None
    published: datetime | None = None
    updated: datetime | None = None
    dating: Dating | None = None
    authors: tuple[Person, ...] | None = None
    credit: Credit | None = None
    section: str | None = None
    keywords: tuple[str, ...] = ()
    media: tuple[Media, ...] = ()
    translations: tuple[Translation, ...] = ()
    stories: tuple[DeclaredStory, ...] = ()
    provenance: Provenance | None = None
    trust: tuple[TrustEvidence, ...] = ()
    contributions: Contributions | None = None
    contact: str | None = None
    rights: str | None = None
    license: str | None = None
    rsl: str | None = None
    rsl_elements: tuple[str, ...] = ()
    mining: MiningTerms | None = None
    origin: Origin | None = None
    links: tuple[str, ...] = ()
    embargoed_until: datetime | None = None
    version: str | None = None
    signal: Signal | None = None
