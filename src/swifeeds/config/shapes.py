"""The keys an operator may write, section by section.

Each docstring below a field is the reference: `swifeeds config reference` prints it. Sections
that are nothing but a room's settings are made from that room's type (`settings_shape`).
"""

from __future__ import annotations

import ast
import dataclasses
import inspect
import textwrap
from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, create_model

from swifeeds.config.durations import Duration, Quiet
from swifeeds.config.logging_settings import LoggingSettings
from swifeeds.deliver import ExportSettings, TellSettings, WebSubSettings
from swifeeds.egress import EgressSettings
from swifeeds.group import EmbedderSettings, GroupSettings
from swifeeds.isolate import IsolateSettings
from swifeeds.localise import Digits, Hours, Spaces, ZoneShown
from swifeeds.model import Publish, SourceKind
from swifeeds.schedule import ScheduleSettings
from swifeeds.serve import ServeSettings
from swifeeds.store import StorageSettings

_STRICT = ConfigDict(extra="forbid", use_attribute_docstrings=True, frozen=True)

Identifier = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]*$", max_length=80)]
Titles = dict[str, str]


class Shape(BaseModel):
    """A TOML table whose unknown keys are errors."""

    model_config = _STRICT


class _MadeShape(Shape):
    """A table made at run time: there is no source text for pydantic to read docstrings from."""

    model_config = ConfigDict(use_attribute_docstrings=False)


def field_docs(settings: type[Any]) -> dict[str, str]:
    """The docstring written below each field of a settings type."""
    body = ast.parse(textwrap.dedent(inspect.getsource(settings))).body[0]
    assert isinstance(body, ast.ClassDef)
    return {
        field.target.id: inspect.cleandoc(doc.value.value)
        for field, doc in zip(body.body, body.body[1:], strict=False)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(doc, ast.Expr)
        and isinstance(doc.value, ast.Constant)
        and isinstance(doc.value.value, str)
    }


def settings_shape(settings: type[Any], without: Sequence[str] = ()) -> type[Shape]:
    """The table that a room's settings type accepts: same names, defaults and descriptions."""
    docs, hints = field_docs(settings), get_type_hints(settings)
    fields: dict[str, Any] = {
        field.name: (hints[field.name], Field(_default(field), description=docs[field.name]))
        for field in dataclasses.fields(settings)
        if field.name not in without
    }
    return create_model(
        settings.__name__, __base__=_MadeShape, __doc__=inspect.getdoc(settings), **fields
    )


def _default(field: dataclasses.Field[Any]) -> Any:
    """The field's default; `...` where it has to be stated."""
    return ... if field.default is dataclasses.MISSING else field.default


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


class NamedShape(Shape):
    """What has a key and is named in each language."""

    id: Identifier
    """Its key, for ever: part of addresses and ids."""

    title: Titles
    """Its name in each language."""


class SectionShape(NamedShape):
    """A part of the site. A section that newspapers usually have (`world`, `politics`, `culture`,
    `sport`, a country, …) needs a title in one language alone: in others it is called as newspapers
    call it there."""

    match: list[str] = []
    """The sources' own category names that fall into it, in any language; case does not count."""


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


class ScheduleShape(Shape):
    """When a source is polled: `every` or `cron`, never both."""

    every: Duration | None = None
    """Interval between polls, `10m`. Unset without `cron`: 15m."""

    cron: str | None = None
    """Five POSIX fields, `*/15 6-22 * * *`; 0 and 7 are Sunday; a local time runs once a day."""

    jitter: Annotated[float, Field(ge=0, le=1)] = 0.2
    """Share of the interval by which polls are spread: sources are not asked all at once."""

    time_zone: str | None = None
    """IANA zone of cron times and quiet hours. Unset: the site's."""

    quiet: list[Quiet] = []
    """Spans without polls, `["01:00-05:00"]`, in `time_zone`."""


class RulesShape(Shape):
    """A source's own extraction rules: CSS selectors (or XPath, beginning with `/` or `.`)."""

    links: str | None = None
    """Regular expression that the absolute address of an article matches."""

    title: str | None = None
    """Where the headline stands."""

    summary: str | None = None
    """Where the lead stands."""

    content: str | None = None
    """The element that holds the text."""

    published: str | None = None
    """Where the date of publication stands."""

    authors: str | None = None
    """Where the authors stand."""

    remove: list[str] = []
    """What to drop from the text."""


class SourceShape(Shape):
    """One place that articles come from."""

    id: Identifier
    """Key of the source, and its address on the site."""

    kind: SourceKind
    """`page`: an index page and the articles it links. `feed`: RSS, Atom, RDF or JSON Feed.
    `directory`: HTML or JSON files dropped into a folder."""

    url: str
    """Address of the index page or feed; for `directory` a folder, relative to this file."""

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

    trust: TrustShape | None = None
    """A trust mark you vouch for."""

    schedule: ScheduleShape = ScheduleShape()
    """When it is polled."""

    rules: RulesShape = RulesShape()
    """How its pages are read, where they do not say so themselves."""

    expect_new_within: Duration | None = None
    """Tell when nothing new came for so long."""

    max_articles: Annotated[int, Field(ge=1, le=10000)] = 100
    """Articles followed from one index page."""


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


def _section(settings: type[Any], *without: str) -> Any:
    shape = settings_shape(settings, without)
    return shape, Field(default_factory=shape)


def _grouping() -> Any:
    """The table of grouping, with that of an embedder in it."""
    plain = settings_shape(GroupSettings, without=("embedder",))
    embedder: Any = (settings_shape(EmbedderSettings) | None, Field(None))
    shape = create_model(
        GroupSettings.__name__, __base__=plain, __doc__=plain.__doc__, embedder=embedder
    )
    return shape, Field(default_factory=shape)


class _Tables(Shape):
    """The whole configuration."""

    site: SiteShape
    languages: dict[str, LanguageShape] = {}
    sections: list[SectionShape] = []
    sources: list[SourceShape] = []
    stories: list[StoryShape] = []
    redirects: list[RedirectShape] = []


class _MadeTables(_Tables):
    model_config = ConfigDict(use_attribute_docstrings=False)


Root: type[_Tables] = create_model(
    "Root",
    __base__=_MadeTables,
    __doc__="The whole configuration.",
    storage=_section(StorageSettings),
    serve=_section(ServeSettings),
    collect=_section(EgressSettings, "contact"),
    grouping=_grouping(),
    workers=_section(IsolateSettings),
    schedule=_section(ScheduleSettings),
    websub=_section(WebSubSettings),
    tell=_section(TellSettings),
    export=_section(ExportSettings),
    logging=_section(LoggingSettings),
)
