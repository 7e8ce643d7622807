"""Hold, release and withdraw articles."""

from __future__ import annotations

import logging
from datetime import datetime

from swifeeds.errors import UsageError
from swifeeds.model import Article, Status
from swifeeds.store import Store

_log = logging.getLogger(__name__)


async def hold_article(store: Store, reference: str, *, reason: str, now: datetime) -> Article:
    """Take an article out of every feed until it is released."""
    return await _set(store, reference, Status.HELD, reason, now)


async def withdraw_article(store: Store, reference: str, *, reason: str, now: datetime) -> Article:
    """Take an article back for good: it leaves feeds and pages, its page answers 410."""
    article = await _set(store, reference, Status.WITHDRAWN, reason, now)
    await store.settle("article-held", article.url or article.id)
    return article


async def release_article(store: Store, reference: str, *, now: datetime) -> Article:
    """Let a held revision take its article's place, or a held or withdrawn article back in."""
    article = await find_article(store, reference)
    if not await store.release_revision(article.id, now):
        if article.status is Status.USABLE:
            raise UsageError(
                f"nothing of {article.id} is held; `swifeeds article show` tells its state"
            )
        await store.set_status(article.id, Status.USABLE, reason=None, now=now)
    await store.settle("article-held", article.url or article.id)
    _log.info("article released: article=%s", article.id)
    return article


async def find_article(store: Store, reference: str) -> Article:
    """An article by id, tag or address.

    Raises:
        UsageError: there is none.
    """
    article = await store.article(reference)
    if article is None:
        raise UsageError(f"there is no article {reference}; give its id or its public address")
    return article


async def _set(store: Store, reference: str, status: Status, reason: str, now: datetime) -> Article:
    article = await find_article(store, reference)
    await store.set_status(article.id, status, reason=reason, now=now)
    _log.info("article %s: article=%s reason=%s", status.value, article.id, reason)
    return article
