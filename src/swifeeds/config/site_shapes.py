"""The keys of the site, its languages and sections, and of the addresses that it replaces."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from swifeeds.config.durations import Duration
from swifeeds.config.shape import NamedShape, Shape, Titles
from swifeeds.localise import Digits, Hours, Spaces, ZoneShown


class PublisherShape(Shape):
    """Who answers for the site."""

    name: str
    """The publisher's name, as the author of every feed."""

    url: str | None = None
    """The publisher's own site."""


class SiteShape(Shape):
    """The site as readers meet it."""

    base_url: str
    """Public address of the site, without a path's trailing slash. The only source of absolute
    addresses: the Host header is never trusted."""

    title: Titles
    """Name of the site in each language, `{ en = "World news", de = "Weltnachrichten" }`."""

    languages: list[str] = Field(
        default=["en", "de", "fr", "it", "es", "pt", "ja", "ar", "zh", "ru"], min_length=1
    )
    """BCP 47 tags of the languages that are published. The first is the default."""

    fallback_languages: list[str] = []
    """For an article that exists only in other languages: the languages to show it in, in order.
    Empty: it is shown in its own languages alone."""

    time_zone: str = "UTC"
    """IANA zone in which people read dates on this site."""

    tag_authority: str
    """Immutable part of every id: a domain you hold and a year you held it in, like
    `feeds.example.org,2026` (RFC 4151). Never change it: readers would see everything twice."""

    contact: str
    """E-mail or web address that goes into the User-Agent, so that sources can reach you."""

    publisher: PublisherShape | None = None
    """Who answers for the site; the site's title stands in."""

    managing_editor: str | None = None
    """Who answers for the content, as an e-mail address with a name behind it, like
    `desk@example.org (Foreign desk)`; published in every RSS feed. Unset: no address is."""

    rights: str | Titles | None = None
    """Copyright line of the feeds, as one text, or in each language like `title`."""

    icon: str | None = None
    """Address of a square icon."""

    logo: str | None = None
    """Address of a logo."""

    feed_size: Annotated[int, Field(ge=1, le=500)] = 50
    """Entries in a feed. 50 keeps a feed under the size that readers fetch gladly."""

    ttl: Duration | None = None
    """How often a reader may ask again (RSS `ttl`). Unset: as often as the sources of the feed are
    polled at most. A closed story says a day, whatever stands here."""

    robots_file: str | None = None
    """A text file of your own to serve as `/robots.txt`. Where it names no sitemap, ours are added.
    Unset: everything is allowed, and the sitemaps are named."""

    trust_file: str | None = None
    """A text file of your own to serve as `/trust.txt` and `/.well-known/trust.txt`
    (journallist.net). Unset: there is none."""

    metadata_line: bool = True
    """Add one localised line to each entry: what the six switches below leave in it. Codes for
    machines are there whatever is shown."""

    dates_line: bool = True
    """In that line: when the article was published and updated. Pages always say it."""

    reading_time: bool = True
    """In that line and on pages: how many minutes an article takes to read."""

    credit_line: bool = True
    """In that line and on pages: who else had a hand in it ("with agencies")."""

    import_note: bool = True
    """In that line and on pages: that an article was taken over from an older system."""

    trust_line: bool = True
    """In that line and on pages: the trust mark, with a link to its certificate."""

    contributions_line: bool = True
    """In that line and on pages: whether readers may contribute."""

    also_in: bool = True
    """Add the localised list of the article's other languages."""

    story_articles: bool = True
    """Add the localised list of earlier articles of the story, five at most."""

    lead_image: bool = True
    """Show the lead image inside the entry as well as in `media:content`."""

    image_enclosures: bool = False
    """Offer pictures whose type and length are known as enclosures: the first in RSS where there is
    no sound or film, all in Atom. Some readers show them better; podcast clients download them."""

    rsl_elements: bool = False
    """Repeat in each entry, letter by letter, the terms for machines (RSL 1.0) that its publisher
    writes into its own feed. Validators warn of their namespace. `false`: only an address of terms
    is passed on."""

    withdrawn_notice: bool = True
    """Leave a short notice in place of an article that was withdrawn, so that readers who stored
    its text get that replaced. `false`: it leaves the feeds, and they keep it."""


class LanguageShape(Shape):
    """How one language is written."""

    style: str | None = None
    """Regional way of writing, like `en-GB` for `en` or `pt-PT` for `pt`: dates, lists, marks and
    words. Unset: the language's own."""

    hours: Hours | None = None
    """Clock of 12 or 24 hours. Unset: as the style has it (12 for `en` and `es-MX`)."""

    spaces: Spaces = "no-break"
    """Spaces inside dates and numbers: `cldr` keeps Unicode's narrow ones (U+202F, U+2009), which
    some fonts lack; `no-break` writes U+00A0 for U+202F; `plain` makes all of them ordinary."""

    digits: Digits = "latin"
    """Digits of dates and numbers. `arabic` (`٢٠٠٩`) is for languages in the Arabic script alone;
    Persian and Urdu have their own forms of them."""

    zone: ZoneShown = "none"
    """What follows a time: `none`, or the `city` of `site.time_zone` in the language (`19. Mai
    2009, 15:45 (Zürich)`)."""


class SectionShape(NamedShape):
    """A part of the site. A section that newspapers usually have (`world`, `politics`, `culture`,
    `sport`, a country, …) needs a title in one language alone: in others it is called as newspapers
    call it there."""

    match: list[str] = []
    """The sources' own category names that fall into it, in any language; case does not count."""


class RedirectShape(Shape):
    """An address of the feeds that yours replace. Published paths go before it, unless it names
    parameters of a query. `swifeeds export` writes those without placeholders and parameters."""

    source: str = Field(alias="from")
    """The old path, with the query where that matters: `/rss.xml`, `/rss.php?lang=de`,
    `/old/{story}/rss.xml`. `{name}` stands for one segment, a part of one, or of a parameter's
    value."""

    target: str = Field(alias="to")
    """Where it leads for good (301): a path of this site or an absolute address, with the
    placeholders of `from`."""
