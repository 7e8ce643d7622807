"""Values for the store's tests: an article is its id and whatever the test is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from swifeeds.model import (
    Article,
    ArticleId,
    DeclaredStory,
    Duplicate,
    Encoding,
    Evidence,
    Grouping,
    Held,
    Lease,
    Member,
    Membership,
    New,
    Revised,
    Rung,
    ShelfItem,
    Sighting,
    Source,
    SourceId,
    SourceKind,
    Story,
    StoryId,
    Translation,
)

NOW = datetime(2026, 11, 23, 12, 0, 0, 123456, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def address_of(name: str) -> str:
    return f"https://news.example/{name}"


def make_source(name: str = "wire", **others) -> Source:
    values = {"kind": SourceKind.FEED, "url": address_of(name), "language": "en", "title": name}
    return Source(id=SourceId(name), **(values | others))


def make_article(name: str, **others) -> Article:
    values = {
        "language": "en",
        "title": f"Title of {name}",
        "url": address_of(name),
        "content": f"<p>Text of {name}</p>",
        "source_id": SourceId("wire"),
        "published": NOW,
        "updated": NOW,
        "first_seen": NOW,
        "fingerprint": f"1:{name}",
    }
    return Article(id=ArticleId(name), **(values | others))


def linking(name: str, *, translations=(), members=(), **others) -> Article:
    """An article that declares translations, as (language, name), and a story block."""
    return make_article(
        name,
        translations=tuple(
            Translation(language=language, url=address_of(other), evidence="hreflang")
            for language, other in translations
        ),
        stories=(DeclaredStory(members=tuple(Member(url=address_of(m)) for m in members)),)
        if members
        else (),
        **others,
    )


def seen(article: Article, **others) -> Sighting:
    values = {
        "article_id": article.id,
        "source_id": article.source_id,
        "guid": f"guid {article.id}",
        "url": article.url,
        "fingerprint": article.fingerprint,
        "first_seen": NOW,
        "last_seen": NOW,
    }
    return Sighting(**(values | others))


def new(article: Article, **others) -> New:
    return New(article=article, sighting=seen(article, **others))


def revised(article: Article, *changed: str, **changes) -> Revised:
    """A revision of an article in these fields, a minute later."""
    after = replace(
        article,
        **({"updated": article.updated + MINUTE, "revision": article.revision + 1} | changes),
    )
    return Revised(article=after, sighting=seen(after), changed=changed or tuple(changes))


def duplicate(article: Article, **others) -> Duplicate:
    return Duplicate(sighting=seen(article, **others))


def put_aside(article: Article, **changes) -> Held:
    after = replace(article, revision=article.revision + 1, **changes)
    return Held(article=after, sighting=seen(after), reason="it lost most of its text")


def make_story(name: str, **others) -> Story:
    values = {"slug": name, "titles": (("en", name.title()),)}
    return Story(id=StoryId(name), **(values | others))


def member(story: str, article: str, **others) -> Membership:
    values = {
        "rung": Rung.DECLARED,
        "evidence": (Evidence(kind="block", detail="In this story"),),
        "by": "machine",
        "added": NOW,
    }
    return Membership(story_id=StoryId(story), article_id=ArticleId(article), **(values | others))


def grouping(*memberships: Membership, articles=(), stories=(), works=None) -> Grouping:
    ids = dict.fromkeys([*articles, *(one.article_id for one in memberships)])
    return Grouping(
        articles=tuple(ids),
        memberships=memberships,
        works={one: one for one in ids} | (works or {}),
        stories=tuple(stories),
    )


def shelf_item(path: str, body: bytes = b"<feed/>", **others) -> ShelfItem:
    values = {
        "media_type": "application/atom+xml; charset=utf-8",
        "etag": f'"{body.hex()}"',
        "last_modified": NOW.replace(microsecond=0),
        "generation": 1,
        "encodings": {Encoding.IDENTITY: body},
    }
    return ShelfItem(path=path, **(values | others))


async def lease_of(store, name: str = "wire", *, owner: str = "worker") -> Lease:
    """A live lease of a source, which is registered beside those that are there."""
    named = [make_source(one) for one in {*(await store.source_states()), name}]
    await store.register(named, (), NOW)
    (lease,) = await store.claim(
        owner=owner, now=NOW, until=NOW + MINUTE, limit=1, only=[SourceId(name)]
    )
    return lease


async def keep(store, *articles: Article, source: str = "wire") -> Lease:
    """Articles stored as new by a source, whose lease is given back."""
    lease = await lease_of(store, source)
    await store.keep(lease, [new(article, source_id=SourceId(source)) for article in articles], {})
    await store.release(lease)
    return lease


async def one(store, name: str) -> Article:
    (article,) = await store.articles([ArticleId(name)])
    return article
