"""A feed composed for readers: everything decided and worded, nothing yet written as bytes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from swifeeds.model.archive import UNCHAINED, Chain
from swifeeds.model.article import ArticleId
from swifeeds.model.mining import MiningTerms
from swifeeds.model.work import Contributions, Credit, Media, Person, Precision, Provenance


class Scope(StrEnum):
    """What a feed gathers; an ARTICLE key names an article's own page and has no feed."""

    STORY = "story"
    SECTION = "section"
    SOURCE = "source"
    ALL = "all"
    ARTICLE = "article"


class Direction(StrEnum):
    """The base direction of a text."""

    LTR = "ltr"
    RTL = "rtl"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class FeedKey:
    """Which document of which feed: scope, its key (story, section or source id; "" for all),
    language and page.

    `language` is "" for the feed that holds all languages. `page` is 0 for the current document,
    which subscribers poll, and counts archive pages from 1, the first made. Plain values in each
    field, so that keys sort, hash and store alike everywhere.
    """

    scope: Scope
    key: str = ""
    language: str = ""
    page: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """Atom's category: `term` is a code, `label` is what a reader sees, `language` the label's
    where it is known."""

    scheme: str
    term: str
    label: str
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLink:
    """Atom's link. In an entry exactly one has `rel` "alternate": the one a reader opens.

    `language` is the title's, where it is another than that of what stands around it."""

    rel: str
    href: str
    type: str | None = None
    hreflang: str | None = None
    title: str | None = None
    length: int | None = None
    language: str | None = None


class TranslationRole(StrEnum):
    """What a text in another language is to the one that links to it."""

    ORIGINAL = "original"
    TRANSLATION = "translation"


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslationLink:
    """The same article, or the same feed, in another language.

    `role` says which of two articles is the original, where their pages do. `title_language` is
    that of a feed's title, where it is known: an article's title is in `language`.
    """

    language: str
    title: str
    url: str
    id: str | None = None
    role: TranslationRole | None = None
    title_language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntrySource:
    """Where a syndicated entry came from (Atom `source`). `is_feed`: `url` is a feed, no page.

    Of the feed that somebody took it over from, no more may be known than that there is one.
    """

    id: str | None
    title: str | None
    updated: datetime
    url: str | None
    is_feed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryLink:
    """A story that an entry belongs to, worded in the feed's language.

    `language` is the title's: another where the story has no title in the feed's; None for a story
    without any, whose title is its id.
    """

    id: str
    title: str
    url: str
    feed_urls: tuple[tuple[str, str], ...]
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One article as a feed shows it. `content` is finished HTML, metadata line and lists included.

    `id` is the tag URI or an adopted id, the same in every feed; `atom_id` is set where that is no
    IRI, which Atom asks for (RFC 4287 4.2.6). `categories` and `stories` are worded for the feed;
    the codes (`credit`, `provenance`, `contributions`, `trust`) stay language-neutral. `enclosures`
    are those of `media` that a client may download by itself, `rsl` the address of the terms for
    machines (RSL 1.0), the publisher's or the operator's. `reading_minutes` is None where the whole
    text is not known. `withdrawn_text` makes it a notice: the sentence that stands in place of what
    was withdrawn.
    """

    id: str
    article_id: ArticleId
    language: str
    direction: Direction
    title: str
    url: str
    published: datetime
    updated: datetime
    precision: Precision = Precision.SECOND
    atom_id: str | None = None
    summary: str | None = None
    content: str | None = None
    authors: tuple[Person, ...] = ()
    categories: tuple[Category, ...] = ()
    keywords: tuple[str, ...] = ()
    stories: tuple[StoryLink, ...] = ()
    translations: tuple[TranslationLink, ...] = ()
    media: tuple[Media, ...] = ()
    enclosures: tuple[Media, ...] = ()
    source: EntrySource | None = None
    rights: str | None = None
    license: str | None = None
    rsl: str | None = None
    rsl_elements: tuple[str, ...] = ()
    mining: MiningTerms | None = None
    credit: Credit | None = None
    credit_text: str | None = None
    provenance: Provenance | None = None
    provenance_text: str | None = None
    trust: tuple[tuple[str, str], ...] = ()
    trust_text: str | None = None
    contributions: Contributions | None = None
    contributions_text: str | None = None
    contact: str | None = None
    reading_minutes: int | None = None
    reading_text: str | None = None
    withdrawn_text: str | None = None

    @property
    def lead_image(self) -> Media | None:
        """The first picture: the one that stands for the article."""
        return next((media for media in self.media if media.medium == "image"), None)

    @property
    def licence_url(self) -> str | None:
        """The licence where it is an address. One that is merely named stands among the rights."""
        is_address = self.license is not None and self.license.startswith(("http://", "https://"))
        return self.license if is_address else None

    @property
    def is_notice(self) -> bool:
        """True when all that is left is the word that the article was withdrawn."""
        return self.withdrawn_text is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A document of a feed, ready for any writer.

    `urls` maps `rss`, `atom` and `json` to this feed's own addresses; `page_url` is the page for
    people; `slug` is the part of both that names the scope. `updated` is the newest of the
    entries', and a constant for an empty feed. `about_url` explains our own names in feeds.
    `title_language` is the title's own, where it is known and the same for all its parts.
    `translation_urls` maps each other language of the feed to its `urls`. `ttl_minutes` is None
    for an archive page, which nobody polls. `hubs` are the addresses of the WebSub hubs that tell
    of its changes; an archive page has none. `license` and `rsl` are the addresses of the licence
    and of the terms for machines that the operator states for all of it. `wider` is the story that
    this story is part of.
    """

    key: FeedKey
    id: str
    slug: str
    title: str
    language: str | None
    direction: Direction
    page_url: str
    urls: tuple[tuple[str, str], ...]
    updated: datetime
    entries: tuple[Entry, ...]
    title_language: str | None = None
    subtitle: str | None = None
    author: Person | None = None
    managing_editor: str | None = None
    rights: str | None = None
    license: str | None = None
    rsl: str | None = None
    mining: MiningTerms | None = None
    icon: str | None = None
    logo: str | None = None
    about_url: str | None = None
    ttl_minutes: int | None = 15
    categories: tuple[Category, ...] = ()
    story: StoryLink | None = None
    wider: StoryLink | None = None
    translations: tuple[TranslationLink, ...] = ()
    translation_urls: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    expired: bool = False
    chain: Chain = UNCHAINED
    hubs: tuple[str, ...] = ()

    def url(self, suffix: str) -> str:
        """This feed's own address in one format (`rss`, `atom` or `json`)."""
        return dict(self.urls)[suffix]
