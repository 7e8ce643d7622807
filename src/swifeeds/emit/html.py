"""Pages for people: catalogue, story and other lists, an article, messages. Pure.

Rules: every visible sentence comes from the reader's catalog; every text keeps its own language
and direction; a page loads nothing but style and the publisher's pictures and needs no script;
addresses inside the site are written without scheme and host, so that a copy of the site works
wherever it is put. The content of an entry is sanitised already and alone is not escaped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from swifeeds.emit import html_view as view
from swifeeds.emit.html_data import article_data, catalogue_data, list_data
from swifeeds.emit.html_view import Catalogue, CatalogueLine, FeedLinkTag, LanguageLink, Message
from swifeeds.localise.locale import Locale
from swifeeds.model import (
    ArticleId,
    Entry,
    Feed,
    Membership,
    Publication,
    Representation,
    Scope,
)

__all__ = [
    "ASSETS",
    "Catalogue",
    "CatalogueLine",
    "Message",
    "Pages",
    "make_pages",
    "render_article",
    "render_catalogue",
    "render_list",
    "render_message",
    "render_namespace",
]

ASSETS = "/assets/"
"""Where style and icon are served."""

_HEADER_SAFE = re.compile(r"[!#-;=?-~]+")
"""Addresses that may stand between < and > in a header: a publisher's may hold anything."""

_MEDIA_TYPE = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """The templates, ready to fill. `versions` gives each asset's digest: pages ask for assets
    by it, so that a cache may keep them for long."""

    environment: Environment
    versions: Mapping[str, str]


def make_pages(sources: Mapping[str, str], assets: Mapping[str, bytes]) -> Pages:
    """Compile nothing yet, promise everything: templates by file name, assets by file name."""
    environment = Environment(
        loader=DictLoader(dict(sources)),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.policies["json.dumps_kwargs"] = {"sort_keys": True, "ensure_ascii": False}
    versions = {name: sha256(body).hexdigest()[:12] for name, body in assets.items()}
    return Pages(environment=environment, versions=versions)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """What surrounds the main part of a page. `url` is None for pages that stand nowhere."""

    title: str
    url: str | None
    switch: tuple[LanguageLink, ...]
    feeds: tuple[FeedLinkTag, ...] = ()
    data: Mapping[str, Any] | None = None


def render_catalogue(
    pages: Pages, catalogue: Catalogue, *, publication: Publication, locale: Locale
) -> Representation:
    """`/{lang}/`: stories, sections and sources of one language with their feeds."""
    title = view.title_in(publication.titles, locale.language)
    everything = catalogue.everything
    frame = _Frame(
        title=title,
        url=_home(publication, locale.language),
        switch=view.language_links(
            ((language, _home(publication, language)) for language in catalogue.languages),
            locale.language,
        ),
        feeds=view.feed_tags(everything.feeds, title, locale.language) if everything else (),
        data=catalogue_data(title, _home(publication, locale.language), locale.language),
    )
    return _render(
        pages,
        "catalogue.html",
        frame,
        publication=publication,
        locale=locale,
        catalogue=catalogue,
        opml_url=f"{publication.base_url}/{locale.language}/feeds.opml",
    )


def render_list(
    pages: Pages,
    feed: Feed,
    *,
    publication: Publication,
    locale: Locale,
    memberships: Mapping[ArticleId, Sequence[Membership]],
    total: int | None = None,
) -> Representation:
    """The page of a story, section, source or of all articles in one language.

    Args:
        pages: from `make_pages`.
        feed: composed for `locale.language`; its `page_url` is where the page stands.
        publication: the site.
        locale: of the feed's language.
        memberships: the living ones of each entry; a story's page shows why each is there.
        total: articles in all, where the feed holds only the newest of them.
    """
    others = ((link.language, link.url) for link in feed.translations)
    own = (locale.language, feed.page_url)
    frame = _Frame(
        title=feed.title,
        url=feed.page_url,
        switch=view.language_links(
            view.in_site_order((own, *others), publication), locale.language
        ),
        feeds=view.discovery_tags(feed),
        data=list_data(feed, view.title_in(publication.titles, locale.language), publication),
    )
    return _render(
        pages,
        "list.html",
        frame,
        publication=publication,
        locale=locale,
        feed=feed,
        days=view.timeline(feed, memberships, locale),
        total=max(total or 0, len(feed.entries)),
        is_story=feed.key.scope is Scope.STORY,
    )


def render_article(
    pages: Pages, entry: Entry, *, publication: Publication, locale: Locale
) -> Representation:
    """The article's own page, at the entry's address; `locale` is of the entry's language."""
    others = ((link.language, link.url) for link in entry.translations)
    own = (entry.language, entry.url)
    switch = view.language_links(view.in_site_order((own, *others), publication), entry.language)
    feeds = tuple(
        tag
        for story in entry.stories
        for tag in view.feed_tags(story.feed_urls, story.title, locale.language)
    )
    frame = _Frame(
        title=entry.title, url=entry.url, switch=switch, feeds=feeds, data=article_data(entry)
    )
    return _render(
        pages,
        "article.html",
        frame,
        publication=publication,
        locale=locale,
        entry=entry,
        lead=view.lead(entry),
        authors=[person.name for person in entry.authors],
        content=Markup(entry.content or ""),  # noqa: S704 - sanitised when it was extracted
    )


def render_message(
    pages: Pages, message: Message, *, publication: Publication, locale: Locale
) -> Representation:
    """A page that is never published: the body of 301, 404, 410 and 500. Its `path` is empty."""
    homes = ((language, _home(publication, language)) for language in publication.languages)
    frame = _Frame(
        title=message.title, url=None, switch=view.language_links(homes, locale.language)
    )
    return _render(
        pages, "message.html", frame, publication=publication, locale=locale, message=message
    )


def render_namespace(pages: Pages, publication: Publication) -> Representation:
    """`/ns/`: what the names in our feeds mean, in English as the names themselves."""
    text = pages.environment.get_template("namespace.html").render(
        base=publication.base_url, asset=_asset_address(pages, publication)
    )
    return Representation(path="/ns/", media_type=_MEDIA_TYPE, body=text.encode(), language="en")


def _asset_address(pages: Pages, publication: Publication) -> Callable[[str], str]:
    prefix = urlsplit(publication.base_url).path
    return lambda name: f"{prefix}{ASSETS}{name}?v={pages.versions[name]}"


def _home(publication: Publication, language: str) -> str:
    return f"{publication.base_url}/{language}/"


def _render(
    pages: Pages,
    template: str,
    frame: _Frame,
    *,
    publication: Publication,
    locale: Locale,
    **content: object,
) -> Representation:
    base = publication.base_url
    prefix = urlsplit(base).path
    text = pages.environment.get_template(template).render(
        _=locale.text,
        ngettext=locale.plural,
        frame=frame,
        locale=locale,
        publication=publication,
        site_title=view.title_in(publication.titles, locale.language),
        home=_home(publication, locale.language),
        local=lambda url: prefix + url.removeprefix(base) if url.startswith(f"{base}/") else url,
        asset=_asset_address(pages, publication),
        machine_date=view.machine_date,
        formats=view.FORMATS,
        **content,
    )
    return Representation(
        path=frame.url.removeprefix(base) if frame.url else "",
        media_type=_MEDIA_TYPE,
        body=text.encode(),
        language=locale.language,
        links=_link_fields(frame),
    )


def _link_fields(frame: _Frame) -> tuple[str, ...]:
    """`Link` header values: the page's feeds, and the same page in other languages (RFC 8288)."""
    feeds = ((tag.url, f'type="{tag.type}"') for tag in frame.feeds)
    others = (
        (link.url, f'hreflang="{link.language}"; type="text/html"')
        for link in frame.switch
        if frame.url and not link.is_current
    )
    return tuple(
        f'<{url}>; rel="alternate"; {rest}'
        for url, rest in (*feeds, *others)
        if _HEADER_SAFE.fullmatch(url)
    )
