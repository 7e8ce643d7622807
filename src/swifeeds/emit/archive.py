"""A feed's archive: what goes on which page, and which document leads to which.

The rule (DESIGN decision 17, RFC 5005 section 4). The current document shows the newest articles.
What does not fit there and stands on no page yet makes new pages, oldest first, full ones as far
as it goes. A last page that is not full is filled up with the oldest articles of the current
document that are on no page yet: so those may stand in both, and nothing that leaves the current
document is ever missing between two publications. Pages are numbered in the order they were made.
A page's set never changes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from swifeeds.emit.company import Company
from swifeeds.emit.select import is_shown
from swifeeds.model import (
    ArticleId,
    Chain,
    Dossier,
    FeedKey,
    Listed,
    Publication,
    Scope,
)


def has_archive(key: FeedKey) -> bool:
    """True for feeds that are kept whole. A story is a series; the other scopes only flow by."""
    return key.scope is Scope.STORY


def without_archived_copies(
    dossiers: Iterable[Dossier], archived: Mapping[str, Collection[ArticleId]]
) -> tuple[Dossier, ...]:
    """Without those whose text another article has on a page: readers have it.

    Args:
        dossiers: what the current document might show.
        archived: the articles on pages by fingerprint.
    """
    return tuple(
        one
        for one in dossiers
        if not (ids := archived.get(one.article.fingerprint)) or one.article.id in ids
    )


def left_out(
    listed: Iterable[Listed],
    current: Sequence[Dossier],
    archived: Collection[str],
    *,
    language: str,
    publication: Publication,
) -> Iterator[Listed]:
    """Those that the feed shows, and that stand neither in the current document nor on a page.

    Of copies the first stored is taken; none, where the current document or a page has the text.
    Notices of what was withdrawn have no text, and no copies.

    Args:
        listed: articles on no page.
        current: what the current document shows.
        archived: fingerprints of articles on pages.
        language: of the feed.
        publication: its languages and fallbacks.
    """
    public = [one.article for one in current if not one.article.leaves_notice]
    texts = {one.fingerprint for one in public} | {*archived}
    shown = {one.article.id for one in current}
    for one in sorted(listed, key=lambda one: (one.withdrawn, one.first_seen, one.article_id)):
        if not is_shown(one.language, one.translated, language, publication):
            continue
        if one.fingerprint not in texts and one.article_id not in shown:
            yield one
        if not one.withdrawn:
            texts.add(one.fingerprint)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPages:
    """Pages to be made now, by key. `more`: there are articles that none of these has room for."""

    pages: Mapping[FeedKey, tuple[ArticleId, ...]] = field(default_factory=dict)
    more: bool = False


def new_pages(
    key: FeedKey,
    waiting: Iterable[Listed],
    free: Sequence[ArticleId],
    *,
    newest: int,
    size: int,
    limit: int,
) -> NewPages:
    """The next pages of a feed's archive.

    Args:
        key: the feed.
        waiting: what must go on a page.
        free: articles of the current document that are on no page, oldest first.
        newest: the number of the page made last; 0 for none.
        size: articles on a page.
        limit: pages made at most; one that is not full is made only where it is the last.
    """
    ordered = [
        one.article_id for one in sorted(waiting, key=lambda one: (one.published, one.article_id))
    ]
    sets = [ordered[start : start + size] for start in range(0, len(ordered), size)][:limit]
    more = len(ordered) > limit * size
    if sets and not more:
        sets[-1] += free[: size - len(sets[-1])]
    pages = {replace(key, page=number): tuple(ids) for number, ids in enumerate(sets, newest + 1)}
    return NewPages(pages=pages, more=more)


def chain_of(key: FeedKey, company: Company, *, newest: int, complete: bool = False) -> Chain:
    """The neighbours of a document.

    Args:
        key: the document.
        company: whose addresses.
        newest: the number of the page made last; 0 for none.
        complete: whether the current document alone is the whole.
    """

    def urls(page: int) -> tuple[tuple[str, str], ...]:
        return company.feed_urls(replace(key, page=page))

    if not key.page:
        return Chain(older=urls(newest) if newest else (), complete=complete)
    return Chain(
        older=urls(key.page - 1) if key.page > 1 else (),
        newer=urls(key.page + 1) if key.page < newest else (),
        current=urls(0),
    )
