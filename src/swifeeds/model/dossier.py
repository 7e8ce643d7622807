"""What travels between the store and the heads: an article with its company."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from swifeeds.model.article import Article, ArticleId, Sighting
from swifeeds.model.source import SourceId
from swifeeds.model.steering import Decision
from swifeeds.model.story import Membership, Story, StoryId


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is already kept of the drafts of one batch.

    `by_url` is keyed by canonical key (`markup.urls.url_key`), across sources; `by_guid` by guid
    within the one source; `sightings` are how that source showed these articles so far, by article,
    the latest last.
    """

    by_url: Mapping[str, Article] = field(default_factory=dict)
    by_guid: Mapping[str, Article] = field(default_factory=dict)
    sightings: Mapping[ArticleId, tuple[Sighting, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Oddity:
    """Something about a source's names for its articles that an operator should know.

    `kind` is the notice's code, `message` one sentence: what was seen, and what to set.
    """

    kind: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """A public article and all that composing an entry of it needs.

    `translations` are the public articles of the same work in other languages; `memberships` the
    living ones; `earlier` the still public articles of each membership's frozen list.
    """

    article: Article
    memberships: tuple[Membership, ...] = ()
    translations: tuple[Article, ...] = ()
    earlier: Mapping[StoryId, tuple[Article, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbourhood:
    """Changed articles and every article that declared links tie to them, with what was decided.

    `backlinks` counts, per address key, on how many pages of each source it stands in a declared
    block (`{(source_id, url_key): pages}`); `pages` counts the pages of each of those sources that
    have a block at all. Both tell furniture from members.

    `stories` are those that the articles are or were put in, and all that are closed.

    `former` are the earlier revisions of the changed articles, `mentioning` the articles that list
    one of them among their story's articles, `sighted_by` every source that ever showed an article
    of the neighbourhood: together they say which feeds can read differently.

    `decisions` are the editors' standing words on the places of these articles; `merged` leads from
    a story that was merged to the one that lives on.
    """

    articles: tuple[Article, ...]
    memberships: tuple[Membership, ...]
    stories: tuple[Story, ...]
    backlinks: Mapping[tuple[str, str], int] = field(default_factory=dict)
    pages: Mapping[str, int] = field(default_factory=dict)
    former: tuple[Article, ...] = ()
    mentioning: tuple[Article, ...] = ()
    sighted_by: Mapping[ArticleId, tuple[SourceId, ...]] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()
    merged: Mapping[StoryId, StoryId] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """The decision of `group` for the articles of a neighbourhood.

    `memberships` is complete for `articles`: one that is not in it ends. `works` gives each
    article the key of its translation group. `stories` are new or changed stories.
    """

    articles: tuple[ArticleId, ...]
    memberships: tuple[Membership, ...]
    works: Mapping[ArticleId, str]
    stories: tuple[Story, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something an operator must be told (status, log line, webhook).

    `kind` is a code such as `source-failing`, `source-silent`, `article-held`; one open notice is
    kept per (kind, subject). `at` is UTC.
    """

    kind: str
    subject: str
    message: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedSummary:
    """What a directory says of one feed that holds at least one public article.

    `updated` is when one of its articles changed or left last, `published` when the latest of those
    that are public was published.
    """

    updated: datetime
    published: datetime
    entries: int
    newest_title: str | None = None
