"""Pages for people: catalogue, story and other lists, an article, messages. Pure.

Rules: every visible sentence comes from the reader's catalog; every text keeps its own language
and direction; a page loads nothing but style and the publisher's pictures and needs no script;
addresses inside the site are written without scheme and host, so that a copy of the site works
wherever it is put. The content of an entry is sanitised already and alone is not escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from markupsafe import Markup, escape

from swifeeds.emit.addresses import NAMESPACE, SUFFIXES, absolute, feed_path, opml_path
from swifeeds.emit.html_data import Crumbs, article_data, catalogue_data
from swifeeds.emit.html_links import (
    FeedLinkTag,
    feed_tags,
    in_site_order,
    language_links,
    name_html,
    sentence_html,
)
from swifeeds.emit.html_list import render_list
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
from swifeeds.emit.html_types import Catalogue, CatalogueLine, Message
from swifeeds.emit.phrases import dates_html, slot
from swifeeds.emit.titles import titled_in
from swifeeds.localise.locale import Locale
from swifeeds.model import Entry, FeedKey, Publication, Representation, Scope, StoryLink

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

_IMAGE = re.compile(r"<img([\s>])")


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
        feeds=feed_tags(everything.feeds, title, locale.language, everything.title_language)
        if everything
        else (),
        data=catalogue_data(
            title, home_url(publication, locale.language), locale.language, publication
        ),
        # Translators: what the front page holds, for search engines.
        description=locale.text(
            "News by story, section, and source, to read and to follow as a feed"
        ),
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


def render_article(
    pages: Pages, entry: Entry, *, publication: Publication, locale: Locale
) -> Representation:
    """The article's own page, at the entry's address; `locale` is of the entry's language.

    The entry is composed without its metadata line: the page's head says the same.
    """
    others = ((link.language, link.url) for link in entry.translations)
    own = (entry.language, entry.url)
    switch = language_links(in_site_order((own, *others), publication), entry.language)
    frame = Frame(
        title=entry.title,
        url=entry.url,
        switch=switch,
        feeds=tuple(_feeds_around(entry, publication, locale)),
        data=article_data(entry, _crumbs(entry, publication, locale), publication),
        description=entry.summary,
        kind="article",
        image=entry.lead_image.url if entry.lead_image else None,
        license=entry.licence_url,
        rsl=entry.rsl,
        mining=entry.mining,
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
        story_sentence=partial(_story_sentence, locale=locale),
        content=Markup(_discreet(entry.content or "")),  # noqa: S704 - sanitised already
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


def _feeds_around(entry: Entry, publication: Publication, locale: Locale) -> Iterator[FeedLinkTag]:
    """The feeds of the article's stories, then that of everything in its language."""
    for story in entry.stories:
        yield from feed_tags(story.feed_urls, story.title, locale.language, story.language)
    everything = FeedKey(scope=Scope.ALL, language=locale.language)
    urls = [(s, absolute(publication, feed_path(everything, s, ""))) for s in SUFFIXES]
    site = titled_in(publication.titles, locale.language, publication)
    title = site_title(publication, locale.language)
    yield from feed_tags(urls, title, locale.language, site.language if site else None)


def _story_sentence(story: StoryLink, *, locale: Locale) -> Markup:
    # Translators: %(title)s comes with its quotation marks.
    text = locale.text("All articles in the story %(title)s", title=locale.quoted(slot(0)))
    return sentence_html(text, name_html(story.title, story.language, locale.language))


def _crumbs(entry: Entry, publication: Publication, locale: Locale) -> Crumbs:
    """The site, the article's first story where it has one, the article."""
    home = (site_title(publication, locale.language), home_url(publication, locale.language))
    stories = ((story.title, story.url) for story in entry.stories[:1])
    return (home, *stories, (entry.title, entry.url))


def _discreet(content: str) -> str:
    """Pictures are fetched when they come into view, without telling whose page shows them.

    The attributes have no quotes, so that a text that merely looks like an image, inside an
    attribute of something else, stays a text.
    """
    return _IMAGE.sub(r"<img loading=lazy decoding=async referrerpolicy=no-referrer\1", content)


def _lead(entry: Entry) -> str | None:
    """The summary, unless the content says it already."""
    if entry.summary and entry.content and str(escape(entry.summary)) in entry.content:
        return None
    return entry.summary
