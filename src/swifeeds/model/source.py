"""Where articles come from: what the operator states, and what we remember of the polls."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time, timedelta
from enum import StrEnum
from typing import NewType
from urllib.parse import urlsplit

from swifeeds.model.mining import MiningTerms
from swifeeds.model.work import Work

SourceId = NewType("SourceId", str)

USUAL_INTERVAL = timedelta(minutes=15)
"""Between two polls of a source whose schedule is not stated."""


class SourceKind(StrEnum):
    """How a source is read."""

    PAGE = "page"
    FEED = "feed"
    SITEMAP = "sitemap"
    WORDPRESS = "wordpress"
    DIRECTORY = "directory"


class Publish(StrEnum):
    """How much of a source's text may go into our feeds."""

    FULL = "full"
    SUMMARY = "summary"
    LINK = "link"


class Identity(StrEnum):
    """By what a source's articles are known again; `auto` looks at each batch."""

    AUTO = "auto"
    GUID = "guid"
    URL = "url"
    FINGERPRINT = "fingerprint"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietHours:
    """A daily span without polls, in the schedule's zone. `end` before `start` spans midnight."""

    start: time
    end: time


@dataclass(frozen=True, slots=True, kw_only=True)
class Adaptive:
    """The shortest and the longest interval that a source's own rhythm may lead to."""

    shortest: timedelta
    longest: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Every:
    """Poll at an interval, or as the source's own rhythm asks for within `adaptive`."""

    interval: timedelta = USUAL_INTERVAL
    adaptive: Adaptive | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cron:
    """Poll at the local times of a five-field POSIX expression (0 and 7 are Sunday)."""

    expression: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """When a source is due.

    `jitter` is the share of the interval (0 to 1) by which polls are spread, deterministically
    per source; `time_zone` is the IANA zone of cron times and quiet hours.
    """

    when: Every | Cron = field(default_factory=Every)
    jitter: float = 0.2
    time_zone: str = "UTC"
    quiet: tuple[QuietHours, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustMark:
    """A trust mark that the operator vouches for, for this source alone.

    `certificate` is the address of the certificate; both dates are inclusive, and days of the
    site's zone (`Publication.day_of`).
    """

    scheme: str
    certificate: str
    valid_until: date
    valid_from: date | None = None

    def is_valid(self, on: date) -> bool:
        """True when the mark may be shown on that day: it begins and expires by itself."""
        return (self.valid_from or date.min) <= on <= self.valid_until

    def days_left(self, on: date) -> int:
        """Days that it may still be shown after that day; negative once it may not."""
        return (self.valid_until - on).days


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """A source's own extraction rules: CSS selectors or XPath, and a pattern for addresses.

    `links` is a regular expression that an article's absolute address must match. `around` selects
    what stands around the text and still speaks of the article (import note, story block). With
    `alone` the rules are a profile: a page on which they find headline, text and date is read by
    them and by what it declares, and by nothing else.
    """

    links: str | None = None
    title: str | None = None
    summary: str | None = None
    content: str | None = None
    published: str | None = None
    updated: str | None = None
    authors: str | None = None
    credit: str | None = None
    section: str | None = None
    image: str | None = None
    caption: str | None = None
    around: str | None = None
    remove: tuple[str, ...] = ()
    alone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One place that articles come from, as the operator configured it.

    `url` is an http(s) address, or the path of a folder for `directory`. `language` is the BCP 47
    tag assumed where a document declares none; `time_zone` the zone of its bare times. `own`
    means that the text is ours to publish. `section` is an id of the site's sections.
    `article_pages` gives each article a page of ours as its permalink. With `adopt_ids` new
    articles keep the source's guids as their ids. `rsl` is the address of the operator's own terms
    for machines, `mining` what the operator says of text and data mining. `polled_every` is the
    shortest time between two polls that `schedule` knows. `story_taxonomy` is the WordPress
    taxonomy whose terms are stories. `identity` says by what articles are known again, `aliases`
    are other hosts at which the source shows the same pages.
    `robots` says whether the robots.txt of its hosts is obeyed.
    """

    id: SourceId
    kind: SourceKind
    url: str
    language: str
    title: str
    time_zone: str = "UTC"
    section: str | None = None
    own: bool = False
    publish: Publish = Publish.SUMMARY
    licence: str | None = None
    rsl: str | None = None
    mining: MiningTerms | None = None
    article_pages: bool = False
    adopt_ids: bool = False
    trust: TrustMark | None = None
    schedule: Schedule = field(default_factory=Schedule)
    polled_every: timedelta = USUAL_INTERVAL
    rules: Rules = field(default_factory=Rules)
    expect_new_within: timedelta | None = None
    max_articles: int = 100
    story_taxonomy: str | None = None
    identity: Identity = Identity.AUTO
    aliases: tuple[str, ...] = ()
    robots: bool = True

    @property
    def hosts(self) -> tuple[str, ...]:
        """All hosts that show the same pages; empty where there is but one."""
        return (urlsplit(self.url).netloc, *self.aliases) if self.aliases else ()

    def owns(self, work: Work) -> bool:
        """True when this source's copy of it is ours to publish: not what it took over."""
        return self.own and work.origin is None
