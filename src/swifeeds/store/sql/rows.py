"""Rows of the tables as values of the model, and back."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import get_type_hints

from sqlalchemy import RowMapping

from swifeeds.errors import StoreError
from swifeeds.markup import url_key
from swifeeds.model import (
    Article,
    Evidence,
    Membership,
    MiningTerms,
    Notice,
    Rung,
    ShelfItem,
    SourceState,
    Story,
    StoryState,
)
from swifeeds.model.article import ArticleId
from swifeeds.model.codec import dump, load, plain_fields, revive
from swifeeds.model.representation import Encoding
from swifeeds.store.sql.schema import article as article_table

_ARTICLE_HINTS = get_type_hints(Article)
_ARTICLE_COLUMNS = tuple(
    field.name for field in fields(Article) if field.name in article_table.columns
)
REMEMBERED = tuple(one.name for one in fields(SourceState) if one.name != "source_id")
"""Columns of what is remembered of a source."""

OUTCOME = tuple(name for name in REMEMBERED if name != "paused")
"""Those of them that a poll's outcome writes."""

_ARTICLE_BODY = _ARTICLE_HINTS.keys() - set(_ARTICLE_COLUMNS)


def article_row(article: Article) -> dict[str, object]:
    """The columns of an article, but the ones that grouping and embargoes own."""
    return {
        **{name: getattr(article, name) for name in _ARTICLE_COLUMNS},
        "url_key": url_key(article.url) if article.url else None,
        "body": dump(plain_fields(article, _ARTICLE_BODY)),
    }


def read_article(row: RowMapping) -> Article:
    """An article as it was kept.

    Raises:
        StoreError: the row is damaged.
    """
    try:
        body = {
            name: revive(_ARTICLE_HINTS[name], value)
            for name, value in json.loads(row["body"]).items()
            if name in _ARTICLE_HINTS
        }
        return Article(**{name: row[name] for name in _ARTICLE_COLUMNS}, **body)
    except (ValueError, TypeError, AttributeError) as error:
        raise _damaged(row["id"], error) from error


def read_revision(article_id: str, body: str) -> Article:
    """A revision that was kept whole.

    Raises:
        StoreError: the row is damaged.
    """
    try:
        return load(Article, body)
    except ValueError as error:
        raise _damaged(article_id, error) from error


def _damaged(article_id: str, error: Exception) -> StoreError:
    return StoreError(
        f"article {article_id} is damaged in the database ({error}); restore a backup"
    )


def state_row(state: SourceState) -> dict[str, object]:
    """The columns that a poll's outcome writes."""
    return {name: getattr(state, name) for name in OUTCOME}


def read_state(row: RowMapping) -> SourceState:
    """What is remembered of a source."""
    return SourceState(source_id=row["id"], **{name: row[name] for name in REMEMBERED})


def story_row(story: Story) -> dict[str, object]:
    """The columns of a story, but whether the configuration owns it.

    A merged story is part of no other: its column `parent` says what it was merged into.
    """
    return {
        "id": story.id,
        "slug": story.slug,
        "titles": dump(story.titles),
        "state": story.state,
        "parent": story.merged_into if story.state is StoryState.MERGED else story.parent,
        "automatic": story.automatic,
        "named_after": dump(story.named_after) if story.named_after else None,
    }


def read_story(row: RowMapping) -> Story:
    """A story."""
    is_merged = row["state"] is StoryState.MERGED
    return Story(
        id=row["id"],
        slug=row["slug"],
        titles=load(tuple[tuple[str, str], ...], row["titles"]),
        state=row["state"],
        parent=None if is_merged else row["parent"],
        merged_into=row["parent"] if is_merged else None,
        automatic=row["automatic"],
        named_after=load(tuple[tuple[str, ArticleId], ...], row["named_after"] or "[]"),
    )


def membership_row(membership: Membership) -> dict[str, object]:
    """The columns of a membership."""
    values: dict[str, object] = {
        field.name: getattr(membership, field.name) for field in fields(Membership)
    }
    return values | {
        "rung": membership.rung.value,
        "evidence": dump(membership.evidence),
        "earlier": dump(membership.earlier),
    }


def read_membership(row: RowMapping) -> Membership:
    """A membership."""
    return Membership(
        story_id=row["story_id"],
        article_id=row["article_id"],
        rung=Rung(row["rung"]),
        evidence=load(tuple[Evidence, ...], row["evidence"]),
        by=row["by"],
        added=row["added"],
        score=row["score"],
        earlier=load(tuple[ArticleId, ...], row["earlier"]),
    )


def shelf_row(item: ShelfItem) -> dict[str, object]:
    """The columns of a published item; a coding that was not made is NULL."""
    described = {
        name: getattr(item, name)
        for name in (
            "path", "media_type", "language", "etag", "last_modified", "generation", "max_age",
            "is_pressed",
        )
    }  # fmt: skip
    encodings = {coding.value: item.encodings.get(coding) for coding in Encoding}
    said = {"links": dump(item.links), "mining": mining_text(item)}
    return {**described, **said, "press_tried": False, **encodings}


def mining_text(item: ShelfItem) -> str | None:
    """The column of what is said of mining; NULL where nothing is."""
    return dump(item.mining) if item.mining else None


def read_item(row: RowMapping) -> ShelfItem:
    """A published item; without bytes when they were not asked for."""
    return ShelfItem(
        path=row["path"],
        media_type=row["media_type"],
        etag=row["etag"],
        last_modified=row["last_modified"],
        generation=row["generation"],
        encodings={one: row[one] for one in Encoding if row.get(one) is not None},
        language=row["language"],
        links=load(tuple[str, ...], row["links"]),
        mining=load(MiningTerms, row["mining"]) if row["mining"] else None,
        max_age=row["max_age"],
        is_pressed=row["is_pressed"],
    )


def read_notice(row: RowMapping) -> Notice:
    """An open notice."""
    return Notice(kind=row["kind"], subject=row["subject"], message=row["message"], at=row["at"])
