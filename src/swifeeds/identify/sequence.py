"""Drafts are decided one after the other: two of one batch may be the same article.

A feed that lists an item and its page come in one batch, and so may one text without a link under
two guids: the second must find the first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from swifeeds.identify.decide import identify
from swifeeds.identify.marks import marks_of
from swifeeds.identify.names import Names
from swifeeds.markup import url_key
from swifeeds.model import Article, ArticleId, Draft, Intent, Known, New, Revised, Source, SourceId


def identify_all(
    batch: Sequence[tuple[Draft, Names]],
    known: Known,
    *,
    source: Source,
    sources: Mapping[SourceId, Source],
    new_id: Callable[[], ArticleId],
) -> tuple[Intent, ...]:
    """The intents of screened drafts, in their order.

    Args:
        batch: drafts with the names that they are looked up by.
        known: what is kept under these names.
        source: where the drafts came from.
        sources: every source.
        new_id: mints an id for each draft, used or not.
    """
    marked: dict[str, Article] = {}
    intents: list[Intent] = []
    for draft, names in batch:
        marks = marks_of(draft, source) if draft.url is None and draft.read_at is None else ()
        met = next((marked[mark] for mark in marks if mark in marked), None)
        named = replace(names, same_as=met) if met else names
        intent = identify(draft, known, sources=sources, new_id=new_id(), names=named)
        intents.append(intent)
        if isinstance(intent, New | Revised):
            known = with_article(known, intent.article, names)
            marked |= dict.fromkeys(marks, intent.article)
    return tuple(intents)


def with_article(known: Known, article: Article, names: Names) -> Known:
    """What the next draft of the batch must know of this one."""
    by_url = dict(known.by_url) | dict.fromkeys(names.keys[:1], article)
    if article.url:
        by_url[url_key(article.url)] = article
    by_guid = {**known.by_guid, names.guid: article} if names.guid else known.by_guid
    return replace(known, by_url=by_url, by_guid=by_guid)
