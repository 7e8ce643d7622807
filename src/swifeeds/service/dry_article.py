"""What would become of a draft that nobody has met: the article, its stories, its feeds."""

from __future__ import annotations

from dataclasses import dataclass

from swifeeds.emit import affected_feeds, feed_path
from swifeeds.group import group_articles
from swifeeds.identify import file_under, identify, make_plausible
from swifeeds.model import (
    Article,
    ArticleId,
    Draft,
    Known,
    Neighbourhood,
    New,
    Publish,
    Scope,
    Source,
    Status,
    StoryId,
)
from swifeeds.service.dry_fields import DryField, fields_of
from swifeeds.service.house import House

_ENTRIES = {
    Publish.FULL: "title, lead and full text",
    Publish.SUMMARY: "title and lead",
    Publish.LINK: "title and link",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DryArticle:
    """A draft as it was read, field by field; the stories whose rules take it, the feeds that it
    would enter, what its entries would hold, and what was mended or holds it back."""

    draft: Draft
    fields: tuple[DryField, ...]
    stories: tuple[StoryId, ...]
    feeds: tuple[str, ...]
    entry: str
    remarks: tuple[str, ...]


def imagine(house: House, source: Source, draft: Draft) -> DryArticle:
    """What identify, group and emit would make of it."""
    plausible, mended = make_plausible(draft)
    filed = file_under(plausible, source, house.config.publication.sections)
    sources = {**house.sources, source.id: source}
    intent = identify(filed, Known(), sources=sources, new_id=ArticleId("test"))
    assert isinstance(intent, New)
    article = intent.article
    stories = _stories(house, article, draft)
    return DryArticle(
        draft=draft,
        fields=fields_of(draft, filed, source),
        stories=stories,
        feeds=_feeds(house, source, article, stories),
        entry=_entry(source, article),
        remarks=(*mended, *_held_back(article)),
    )


def _stories(house: House, article: Article, draft: Draft) -> tuple[StoryId, ...]:
    alone = Neighbourhood(articles=(article,), memberships=(), stories=())
    grouping = group_articles(alone, rules=house.config.rules, now=draft.retrieved)
    return tuple(sorted({membership.story_id for membership in grouping.memberships}))


def _feeds(
    house: House, source: Source, article: Article, stories: tuple[StoryId, ...]
) -> tuple[str, ...]:
    keys = affected_feeds(
        [article],
        {article.id: set(stories)},
        publication=house.config.publication,
        sources={**house.sources, source.id: source},
    )
    slugs = {rule.id: rule.slug for rule in house.config.rules}
    return tuple(
        feed_path(key, "atom", slugs.get(key.key, key.key))  # type: ignore[call-overload]
        for key in sorted(keys)
        if key.scope is not Scope.ARTICLE
    )


def _entry(source: Source, article: Article) -> str:
    """What an entry of it holds, by what the source's text may be used for."""
    holds = _ENTRIES[source.publish]
    return f"{holds}, on a page of this site" if source.article_pages or not article.url else holds


def _held_back(article: Article) -> tuple[str, ...]:
    if article.status is not Status.USABLE:
        return (f"would be {article.status}: {article.status_reason}",)
    if article.embargoed_until is not None and article.embargoed_until > article.first_seen:
        return (f"would be held under embargo until {article.embargoed_until:%Y-%m-%d %H:%M} UTC",)
    return ()
