"""The keys of a source: where it is, when it is polled, and how it is read."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from swifeeds.config.durations import Duration, Quiet
from swifeeds.config.shape import Identifier, Shape
from swifeeds.model import Identity, Publish, SourceKind


class TrustShape(Shape):
    """A trust mark that you vouch for, for one source."""

    scheme: str
    """Name of the scheme, like `JTI`."""

    certificate: str
    """Address of the certificate."""

    valid_until: date
    """Last day of validity, in the site's `time_zone`; the mark disappears by itself after it."""

    valid_from: date | None = None
    """First day of validity; before it the mark is not shown. Unset: from ever."""


class AdaptiveShape(Shape):
    """How far a source's own rhythm may lead from `every`: about two polls for each new article.
    Unset: a stated `every` is kept to, and grows only for what is asked for, up to 24h."""

    min: Duration | None = None
    """The shortest interval, of a source that often brings something. Unset: `every`."""

    max: Duration | None = None
    """The longest, of one that seldom does, or whose server (Cache-Control, Expires) or feed (ttl)
    asks for it; an `own` source is not heard. Unset: four times `every`."""


class ScheduleShape(Shape):
    """When a source is polled: `every` or `cron`, never both."""

    every: Duration | None = None
    """Interval between polls, `10m`. Unset without `cron`: 15m, up to 1h where little comes."""

    adaptive: AdaptiveShape | None = None
    """How far its own rhythm may lead from `every`, `{ min = "5m", max = "6h" }`."""

    cron: str | None = None
    """Five POSIX fields, `*/15 6-22 * * *`; 0 and 7 are Sunday; a local time runs once a day."""

    jitter: Annotated[float, Field(ge=0, le=1)] = 0.2
    """Share of the interval by which polls are spread: sources are not asked all at once."""

    time_zone: str | None = None
    """IANA zone of cron times and quiet hours. Unset: the site's."""

    quiet: list[Quiet] = []
    """Spans without polls, `["01:00-05:00"]`, in `time_zone`."""


class RulesShape(Shape):
    """A source's own rules: CSS selectors, or XPath (beginning with `/`, `./` or `(`)."""

    links: str | None = None
    """Regular expression that the absolute address of an article matches. It may take a fiftieth of
    a second for an address."""

    title: str | None = None
    """Where the headline stands."""

    summary: str | None = None
    """Where the lead stands."""

    content: str | None = None
    """The element that holds the text."""

    published: str | None = None
    """Where the date of publication stands."""

    updated: str | None = None
    """Where the date of the last change stands. Only with `alone`, as are the next five."""

    authors: str | None = None
    """Where the authors stand."""

    credit: str | None = None
    """Where the agencies are named that the text is from."""

    section: str | None = None
    """Where the section is named."""

    image: str | None = None
    """The lead picture."""

    caption: str | None = None
    """What stands below the lead picture."""

    around: str | None = None
    """What stands around the text and still speaks of the article: an import note, a trust line,
    the block of a story."""

    remove: list[str] = []
    """What to drop from the text."""

    alone: bool = False
    """These rules are a profile: a page on which they find headline, text and date (or it declares
    one) is read by them and by what it declares, and by nothing else, which is many times as fast.
    Where they do not, the page is read as any other, and you are told."""


class ProfileShape(RulesShape):
    """The profile of a source, by the source's id: the keys of `rules`, in a file of their own.
    `swifeeds source learn` writes one; keys of the source's own `rules` go before it."""


class SourceShape(Shape):
    """One place that articles come from."""

    id: Identifier
    """Key of the source, and its address on the site."""

    kind: SourceKind
    """`page`: an index page and the articles it links. `feed`: RSS, Atom, RDF or JSON Feed.
    `sitemap`: a sitemap, an index of sitemaps, or a site whose robots.txt names them; the articles
    they list. `wordpress`: a site that runs WordPress, by its REST interface. `directory`: files
    dropped into a folder."""

    url: str
    """Address of the index page, feed, sitemap or site; for `directory` a folder, relative to this
    file."""

    language: str
    """BCP 47 tag of articles that declare no language."""

    title: str | None = None
    """Name of the source. Unset: its id."""

    time_zone: str | None = None
    """IANA zone of dates that name none. Unset: the site's."""

    section: str | None = None
    """Section of articles whose own category matches none."""

    own: bool = False
    """The text is yours: full text, article pages."""

    publish: Publish | None = None
    """How much of the text goes into your feeds: `full` (needs `own` or `licence`), `summary`,
    `link`. Unset: `full` where own, else `summary`."""

    licence: str | None = None
    """Address of the licence under which the source's text may be published, or its name."""

    rsl: str | None = None
    """Address of your file of terms for machines (RSL 1.0), named in each entry of the source.
    Unset: no terms are stated; none are ever made up."""

    tdm_reservation: bool | None = None
    """Whether the rights to mine this source's texts and data are reserved, where that is not what
    `[serve]` says of the site. What the publisher says itself goes before. Unset: nothing is said
    of it."""

    tdm_policy: str | None = None
    """Address of the policy on which they may be mined. Only with `tdm_reservation`."""

    article_pages: bool = False
    """Give every article a page of this site as its permalink."""

    adopt_ids: bool = False
    """Your feeds replace this source's feed: its new articles keep their guids as ids, so that its
    subscribers see nothing twice. Settled when an article is first stored; see "Moving house"."""

    identity: Identity = Identity.AUTO
    """By what an article is known again: `auto` (address, then guid, and the text where both fail;
    what does not hold in a batch is passed over and told), `guid`, `url` or `fingerprint` (address,
    guid, and any equal text of this source). See docs/sources.md, "Known again"."""

    aliases: list[str] = []
    """Other hosts at which the source shows the same pages, `["old.example.org"]`. `www.`, `m.`,
    `mobile.` and `amp.` need no mention."""

    robots: bool | None = None
    """Whether the robots.txt of its sites is obeyed, crawl-delay too (up to 60 seconds), for every
    address but a feed's own. Unset: yes, but for an `own` source, whose site is yours."""

    trust: TrustShape | None = None
    """A trust mark you vouch for."""

    schedule: ScheduleShape = ScheduleShape()
    """When it is polled."""

    rules: RulesShape = RulesShape()
    """How its pages are read, where they do not say so themselves. Goes before `[profiles]`."""

    expect_new_within: Duration | None = None
    """Tell when nothing new came for so long."""

    max_articles: Annotated[int, Field(ge=1, le=10000)] = 100
    """Articles followed from one index page, or read in one poll of a sitemap or of WordPress."""

    story_taxonomy: Annotated[str, Field(pattern=r"^[a-z0-9_-]{1,32}$")] | None = None
    """For `wordpress`: the taxonomy whose terms are stories, like `series`; `source test` names
    those that the site has. Unset: its terms are keywords."""
