"""The pages of a story, section or source: a timeline, thirty articles on a sheet. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TypeAlias

from markupsafe import Markup

from swifeeds.emit.html_chart import chart
from swifeeds.emit.html_data import Crumbs, list_data
from swifeeds.emit.html_links import (
    LanguageLink,
    discovery_tags,
    in_site_order,
    language_links,
    name_html,
    named,
    sentence_html,
)
from swifeeds.emit.html_page import Frame, Pages, home_url, inside, render_page, site_title
from swifeeds.emit.html_sheets import Sheet, sheets
from swifeeds.emit.html_timeline import timeline
from swifeeds.emit.phrases import slot
from swifeeds.emit.titles import name_language, scope_name
from swifeeds.localise.locale import Locale
from swifeeds.model import (
    ArticleId,
    Feed,
    Membership,
    Publication,
    Representation,
    Scope,
    StoryLink,
)

Switch: TypeAlias = tuple[LanguageLink, ...]


def render_list(
    pages: Pages,
    feed: Feed,
    *,
    publication: Publication,
    locale: Locale,
    memberships: Mapping[ArticleId, Sequence[Membership]],
    published: Sequence[datetime] = (),
) -> tuple[Representation, ...]:
    """The page of a story, section or source in one language, on as many sheets as it takes.

    Notices of what was withdrawn are for those who have the text: they are in feeds alone.

    Args:
        pages: from `make_pages`.
        feed: composed for `locale.language`; its `page_url` is where the first sheet stands.
        publication: the site.
        locale: of the feed's language.
        memberships: the living ones of each entry; a story's page shows why each is there.
        published: when each article was published, where the feed holds only the newest of them.

    Returns:
        The first sheet, with what is said of the whole, then those with older articles.
    """
    feed = replace(feed, entries=tuple(one for one in feed.entries if not one.is_notice))
    moments = published or [entry.published for entry in feed.entries]
    switch = _switch(feed, publication, locale)
    whole = {
        "feed": feed,
        "heading": _heading(feed, publication, locale),
        "heading_language": _heading_language(feed, publication, locale),
        "editions": [link for link in switch if not link.is_current],
        "also_in": partial(_also_in, locale=locale, local=inside(publication)),
        "part_of": partial(_part_of, locale=locale),
        "is_story": feed.key.scope is Scope.STORY,
    }
    return tuple(
        render_page(
            pages,
            "list.html",
            _frame(feed, sheet, switch, publication, locale),
            publication=publication,
            locale=locale,
            days=timeline(sheet.feed, memberships, locale),
            **whole,
            **(_overview(feed, moments, locale) if _is_first(sheet) else _part(sheet)),
        )
        for sheet in sheets(feed, publication.feed_size)
    )


def _is_first(sheet: Sheet) -> bool:
    """Of the whole list, whose archive has first sheets too."""
    return sheet.number == 1 and not sheet.feed.key.page


def _overview(feed: Feed, moments: Sequence[datetime], locale: Locale) -> Mapping[str, object]:
    """What the first sheet says of all articles, shown on it or not."""
    drawn = chart(moments, locale) if feed.key.scope is Scope.STORY else None
    return {"is_first": True, "moments": moments, "chart": drawn}


def _part(sheet: Sheet) -> Mapping[str, object]:
    """An older sheet speaks of its own articles alone: it does not change with each new one."""
    own = [entry.published for entry in sheet.feed.entries]
    return {"is_first": False, "moments": own, "chart": None}


def _frame(
    feed: Feed, sheet: Sheet, switch: Switch, publication: Publication, locale: Locale
) -> Frame:
    site = (site_title(publication, locale.language), home_url(publication, locale.language))
    crumbs: Crumbs = (site, (feed.title, feed.page_url))
    return Frame(
        title=_title(feed, sheet, locale),
        url=sheet.url,
        switch=switch,
        feeds=discovery_tags(replace(feed, urls=feed.chain.current or feed.urls)),
        data=list_data(sheet.feed, sheet.url, crumbs, publication),
        description=feed.subtitle,
        earlier=sheet.earlier,
        later=sheet.later,
        is_translated=_is_first(sheet),
        license=feed.license,
        rsl=feed.rsl,
        mining=feed.mining,
    )


def _switch(feed: Feed, publication: Publication, locale: Locale) -> Switch:
    others = ((link.language, link.url) for link in feed.translations)
    own = (locale.language, feed.page_url)
    return language_links(in_site_order((own, *others), publication), locale.language)


def _title(feed: Feed, sheet: Sheet, locale: Locale) -> str:
    """An older sheet is named by the days it covers: its number says nothing to anybody."""
    if _is_first(sheet) or not sheet.feed.entries:
        return feed.title
    newest, oldest = sheet.feed.entries[0].published, sheet.feed.entries[-1].published
    return f"{feed.title} · {locale.range(oldest, newest)}"


def _part_of(story: StoryLink, *, locale: Locale) -> Markup:
    # Translators: %(title)s comes with its quotation marks.
    text = locale.text("Part of the story %(title)s", title=locale.quoted(slot(0)))
    return sentence_html(text, name_html(story.title, story.language, locale.language))


def _also_in(
    links: Sequence[LanguageLink], *, locale: Locale, local: Callable[[str], str]
) -> Markup:
    text = locale.text("Also in: %(languages)s", languages=slot(0))
    return sentence_html(text, named(links, locale, local))


def _heading(feed: Feed, publication: Publication, locale: Locale) -> str:
    """A section's bare name: the site's stands above it already."""
    if feed.key.scope is not Scope.SECTION:
        return feed.title
    return scope_name(feed.key, locale.language, publication=publication, stories={}, sources={})


def _heading_language(feed: Feed, publication: Publication, locale: Locale) -> str | None:
    if feed.key.scope is not Scope.SECTION:
        return feed.title_language
    return name_language(feed.key, locale.language, publication=publication, stories={})
