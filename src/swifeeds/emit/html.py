"""Pages for people: catalogue, story and other lists, an article, messages. Pure.

Rules: every visible sentence comes from the reader's catalog; every text keeps its own language
and direction; a page loads nothing but style and the publisher's pictures and needs no script;
addresses inside the site are written without scheme and host, so that a copy of the site works
wherever it is put. The content of an entry is sanitised already and alone is not escaped.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup, escape

from swifeeds.emit.addresses import NAMESPACE, absolute, opml_path
from swifeeds.emit.html_data import article_data, catalogue_data, list_data
from swifeeds.emit.html_links import (
    discovery_tags,
    feed_tags,
    in_site_order,
    language_links,
)
from swifeeds.emit.html_page import (
    ASSETS,
    PAGE_TYPE,
    Frame,
    Pages,
    asset_address,
    home_url,
    make_pages,
    render_page,
    site_title,
)
from swifeeds.emit.html_timeline import timeline
from swifeeds.emit.html_types import Catalogue, CatalogueLine, Message
from swifeeds.emit.phrases import dates_html
from swifeeds.emit.titles import scope_name
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


def render_catalogue(
    pages: Pages, catalogue: Catalogue, *, publication: Publication, locale: Locale
) -> Representation:
    """`/{lang}/`: stories, sections and sources of one language with their feeds."""
    title = site_title(publication, locale.language)
    everything = catalogue.everything
    frame = Frame(
        title=title,
        url=home_url(publication, locale.language),
        switch=language_links(
            ((language, home_url(publication, language)) for language in catalogue.languages),
            locale.language,
        ),
        feeds=feed_tags(everything.feeds, title, locale.language) if everything else (),
        data=catalogue_data(title, home_url(publication, locale.language), locale.language),
    )
    return render_page(
        pages,
        "catalogue.html",
        frame,
        publication=publication,
        locale=locale,
        catalogue=catalogue,
        opml_url=absolute(publication, opml_path(locale.language)),
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
    frame = Frame(
        title=feed.title,
        url=feed.page_url,
        switch=language_links(in_site_order((own, *others), publication), locale.language),
        feeds=discovery_tags(feed),
        data=list_data(feed, site_title(publication, locale.language), publication),
    )
    return render_page(
        pages,
        "list.html",
        frame,
        publication=publication,
        locale=locale,
        feed=feed,
        heading=_heading(feed, publication, locale),
        days=timeline(feed, memberships, locale),
        total=max(total or 0, len(feed.entries)),
        is_story=feed.key.scope is Scope.STORY,
    )


def render_article(
    pages: Pages, entry: Entry, *, publication: Publication, locale: Locale
) -> Representation:
    """The article's own page, at the entry's address; `locale` is of the entry's language.

    The entry is composed without its metadata line: the page's head says the same.
    """
    others = ((link.language, link.url) for link in entry.translations)
    own = (entry.language, entry.url)
    switch = language_links(in_site_order((own, *others), publication), entry.language)
    feeds = tuple(
        tag
        for story in entry.stories
        for tag in feed_tags(story.feed_urls, story.title, locale.language)
    )
    frame = Frame(
        title=entry.title, url=entry.url, switch=switch, feeds=feeds, data=article_data(entry)
    )
    return render_page(
        pages,
        "article.html",
        frame,
        publication=publication,
        locale=locale,
        entry=entry,
        lead=_lead(entry),
        authors=[person.name for person in entry.authors],
        dates=Markup(dates_html(entry, entry.precision, locale)),  # noqa: S704 - escaped there
        content=Markup(entry.content or ""),  # noqa: S704 - sanitised when it was extracted
    )


def render_message(
    pages: Pages, message: Message, *, publication: Publication, locale: Locale
) -> Representation:
    """A page that is never published: the body of 301, 404, 410 and 500. Its `path` is empty."""
    homes = ((language, home_url(publication, language)) for language in publication.languages)
    frame = Frame(title=message.title, url=None, switch=language_links(homes, locale.language))
    return render_page(
        pages, "message.html", frame, publication=publication, locale=locale, message=message
    )


def render_namespace(pages: Pages, publication: Publication) -> Representation:
    """`/ns/`: what the names in our feeds mean, in English as the names themselves."""
    text = pages.environment.get_template("namespace.html").render(
        base=publication.base_url, namespace=NAMESPACE, asset=asset_address(pages, publication)
    )
    return Representation(path="/ns/", media_type=PAGE_TYPE, body=text.encode(), language="en")


def _heading(feed: Feed, publication: Publication, locale: Locale) -> str:
    """A section's bare name: the site's stands above it already."""
    if feed.key.scope is not Scope.SECTION:
        return feed.title
    return scope_name(feed.key, locale.language, publication=publication, stories={}, sources={})


def _lead(entry: Entry) -> str | None:
    """The summary, unless the content says it already."""
    if entry.summary and entry.content and str(escape(entry.summary)) in entry.content:
        return None
    return entry.summary
