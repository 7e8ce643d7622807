"""The frame of every page: head, masthead, colophon, and the templates that fill it. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from swifeeds.emit.addresses import absolute, page_path
from swifeeds.emit.html_links import FORMATS, FeedLinkTag, LanguageLink, name_html, sentence_html
from swifeeds.emit.html_timeline import machine_date
from swifeeds.emit.links import HEADER_SAFE, terms_fields
from swifeeds.emit.titles import foreign, title_in, titled_in
from swifeeds.localise.locale import Locale
from swifeeds.localise.words.messages import Untranslated
from swifeeds.model import FeedKey, MiningTerms, Publication, Representation, Scope

ASSETS = "/assets/"
"""Where style and icon are served."""

PAGE_TYPE = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """The templates, ready to fill. `versions` gives each asset's digest: pages ask for assets
    by it, so that a cache may keep them for long."""

    environment: Environment
    versions: Mapping[str, str]


def make_pages(sources: Mapping[str, str], assets: Mapping[str, bytes]) -> Pages:
    """Compile nothing yet, promise everything: templates by file name, assets by file name."""
    versions = {name: sha256(body).hexdigest()[:12] for name, body in assets.items()}
    return Pages(environment=_environment(tuple(sources.items())), versions=versions)


@lru_cache(maxsize=2)
def _environment(sources: tuple[tuple[str, str], ...]) -> Environment:
    """Compiling a template costs more than the pages of a small site: the same templates are
    compiled once in a process, however often it is furnished."""
    environment = Environment(
        loader=DictLoader(dict(sources)),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_marked,
    )
    environment.filters["plain"] = str
    environment.policies["json.dumps_kwargs"] = {"sort_keys": True, "ensure_ascii": False}
    return environment


def _marked(value: object) -> object:
    """What is about to be written, as English where a catalog lacks the message.

    In an attribute no markup can say so: templates write `| plain` there.
    """
    return sentence_html(value) if isinstance(value, Untranslated) else value


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What surrounds the main part of a page. `url` is None for pages that stand nowhere.

    `switch` leads to other languages; `is_translated` says that what stands there is this very
    page, which is untrue of an older part of a list. `earlier` and `later` are the addresses of
    such parts. `kind` is the page's type in the words of the Open Graph protocol. `license` and
    `rsl` are the addresses of the licence and of terms for machines; `mining` is what the
    publishers of what is on it say of text and data mining.
    """

    title: str
    url: str | None
    switch: tuple[LanguageLink, ...]
    feeds: tuple[FeedLinkTag, ...] = ()
    data: Mapping[str, Any] | None = None
    description: str | None = None
    kind: str = "website"
    image: str | None = None
    earlier: str | None = None
    later: str | None = None
    is_translated: bool = True
    license: str | None = None
    rsl: str | None = None
    mining: MiningTerms | None = None


def home_url(publication: Publication, language: str) -> str:
    """The address of a language's catalogue."""
    return absolute(publication, page_path(FeedKey(scope=Scope.ALL, language=language), ""))


def site_title(publication: Publication, language: str) -> str:
    """The site's name in that language; its address where it was given no name."""
    return title_in(publication.titles, language, publication) or publication.base_url


def _site_name(publication: Publication, language: str) -> Markup:
    titled = titled_in(publication.titles, language, publication)
    own = titled.language if titled else None
    return name_html(site_title(publication, language), own, language)


def inside(publication: Publication) -> Callable[[str], str]:
    """From an address of ours to one without scheme and host; any other stays as it is."""
    base = publication.base_url
    prefix = urlsplit(base).path
    return lambda url: prefix + url.removeprefix(base) if url.startswith(f"{base}/") else url


def asset_address(pages: Pages, publication: Publication) -> Callable[[str], str]:
    """From an asset's file name to its address, digest and all."""
    prefix = urlsplit(publication.base_url).path
    return lambda name: f"{prefix}{ASSETS}{name}?v={pages.versions[name]}"


def render_page(
    pages: Pages,
    template: str,
    frame: Frame,
    *,
    publication: Publication,
    locale: Locale,
    **content: object,
) -> Representation:
    """Fill `template` with its frame and content; the path is that of `frame.url` in the site."""
    text = pages.environment.get_template(template).render(
        _=locale.text,
        ngettext=locale.plural,
        pgettext=locale.text_in,
        npgettext=locale.plural_in,
        frame=frame,
        locale=locale,
        publication=publication,
        site_title=site_title(publication, locale.language),
        home=home_url(publication, locale.language),
        local=inside(publication),
        asset=asset_address(pages, publication),
        machine_date=machine_date,
        formats=FORMATS,
        name=partial(name_html, around=locale.language),
        site_name=_site_name(publication, locale.language),
        rights=title_in(publication.rights, locale.language, publication),
        lang=partial(foreign, around=locale.language),
        **content,
    )
    return Representation(
        path=frame.url.removeprefix(publication.base_url) if frame.url else "",
        media_type=PAGE_TYPE,
        body=text.encode(),
        language=locale.language,
        links=_link_fields(frame),
        mining=frame.mining,
    )


def _link_fields(frame: Frame) -> tuple[str, ...]:
    """`Link` header values (RFC 8288): the page's feeds, the same page in other languages, licence
    and terms for machines."""
    feeds = ((tag.url, f'type="{tag.type}"') for tag in frame.feeds)
    others = (
        (link.url, f'hreflang="{link.language}"; type="text/html"')
        for link in frame.switch
        if frame.url and frame.is_translated and not link.is_current
    )
    alternates = tuple(
        f'<{url}>; rel="alternate"; {rest}'
        for url, rest in (*feeds, *others)
        if HEADER_SAFE.fullmatch(url)
    )
    return alternates + terms_fields(frame.license, frame.rsl)
