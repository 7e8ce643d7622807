"""Guids and links that cannot be names, because a source gives them to different articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import UTC, datetime

from swifeeds.identify.fingerprint import fingerprint
from swifeeds.identify.likeness import looks_alike
from swifeeds.identify.names import known_article, names_of
from swifeeds.markup import url_key
from swifeeds.model import Article, Draft, Identity, Known, Provenance, Source, SourceKind, Status

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


def shared_links(
    drafts: Sequence[Draft], source: Source, known: Known, past: AbstractSet[str]
) -> set[str]:
    """Keys of addresses that a feed gives to different items, now or as was known before (`past`).

    An address that leads to the front page or to the feed is no article's either. Where guids go
    first, two guids are two articles whatever else they share.
    """
    items = [draft for draft in drafts if draft.url and draft.read_at is None]
    found = set(_given_to_many(items, _link, lambda draft: draft.guid))
    if source.identity is Identity.GUID:
        found |= {key for draft in items if (key := _anothers_link(draft, items, known))}
    if source.kind is not SourceKind.FEED:
        return found
    homes = {url_key(source.url), *past}
    keys = {key for draft in items if (key := _link(draft))}
    return found | {key for key in keys if key in homes or _is_home(key)}


def shared_guids(drafts: Sequence[Draft], known: Known, source: Source) -> set[str]:
    """Guids that stand on different articles of the batch, or on another than they did before."""
    # An archive may hold several editions of one article, and its guids are its own.
    # A notice that takes an article back says nothing like it.
    items = [draft for draft in drafts if draft.version is None and not draft.withdrawn]
    found = set(_given_to_many(items, lambda draft: draft.guid, _link))
    if source.identity is Identity.GUID:
        return found
    for draft in items:
        article = known.by_guid.get(draft.guid) if draft.guid else None
        if article is not None and _is_another(draft, article, known, source):
            found.add(draft.guid or "")
    return found


def without_names(
    drafts: Sequence[Draft], links: AbstractSet[str], guids: AbstractSet[str]
) -> list[Draft]:
    """The drafts without what is no name. A page behind a shared link is nobody's page."""
    kept = []
    for draft in drafts:
        is_behind = draft.guid is not None and url_key(draft.read_at or "") in links
        if draft.read_at and is_behind:
            continue
        guid = None if draft.guid in guids else draft.guid
        is_shared = draft.read_at is None and draft.url is not None and _link(draft) in links
        url = None if is_shared else draft.url
        changed = (guid, url) != (draft.guid, draft.url)
        kept.append(replace(draft, guid=guid, url=url) if changed else draft)
    return kept


def without_doubles(drafts: Sequence[Draft], known: Known, source: Source) -> list[Draft]:
    """One item for each article that a feed lists twice: the latest, else what is kept already.

    Without this the two would revise each other at every poll.
    """
    if source.kind is not SourceKind.FEED:
        return list(drafts)
    best: dict[str, Draft] = {}
    for name in (_link, lambda draft: draft.guid):
        for draft in drafts:
            if draft.read_at is None and (key := name(draft)):
                rival = best.get(key, draft)
                best[key] = max(rival, draft, key=lambda one: _rank(one, known, source))
        drafts = [
            draft
            for draft in drafts
            if draft.read_at or not (key := name(draft)) or best[key] is draft
        ]
        best.clear()
    return list(drafts)


def _anothers_link(draft: Draft, items: Sequence[Draft], known: Known) -> str | None:
    """The item's address, where another guid has it."""
    key = _link(draft)
    if key is None or draft.guid is None:
        return None
    if any(_link(one) == key and one.guid not in {None, draft.guid} for one in items):
        return key
    article = known.by_url.get(key)
    shown = known.sightings.get(article.id, ()) if article else ()
    guids = {one.guid for one in shown if one.guid}
    return key if guids and draft.guid not in guids else None


def _link(draft: Draft) -> str | None:
    return url_key(draft.url) if draft.url else None


def _given_to_many(
    drafts: Sequence[Draft],
    name: Callable[[Draft], str | None],
    other_name: Callable[[Draft], str | None],
) -> Iterator[str]:
    """Names that two drafts have though all else about them differs.

    Items are compared with items, pages with pages: an item may say little of what its page says.
    """
    first: dict[tuple[str, bool], Draft] = {}
    for draft in drafts:
        if (key := name(draft)) is None:
            continue
        one = first.setdefault((key, draft.read_at is None), draft)
        others = other_name(one), other_name(draft)
        is_other = others[0] != others[1] or others == (None, None)
        if one is not draft and is_other and not looks_alike(one, draft):
            yield key


def _is_home(key: str) -> bool:
    return not key.partition("/")[2]


def _is_another(draft: Draft, article: Article, known: Known, source: Source) -> bool:
    """Address, date, headline and text all say that the guid was used again."""
    names = names_of(draft, source)
    if any(key in known.by_url for key in names.keys):
        return False
    # All that is kept of it may be the notice that took it back, which came before it.
    if article.status is Status.WITHDRAWN and article.provenance is Provenance.LEGACY_IMPORT:
        return False
    was_at = {url_key(one.url) for one in known.sightings.get(article.id, ()) if one.url}
    if draft.url and article.url and {*names.keys} & {url_key(article.url), *was_at}:
        return False
    is_dated = draft.published is not None and article.dating and draft.dating
    if not is_dated or article.dating.read_from != draft.dating.read_from:  # type: ignore[union-attr]
        return False
    return draft.published != article.published and not looks_alike(draft, article)


def _rank(draft: Draft, known: Known, source: Source) -> tuple[bool, datetime, bool, bool, bool]:
    """A word that an article is taken back goes before every edition of it; one with an address
    before one without, lest the order in the feed decide which is kept."""
    article = known_article(known, names_of(draft, source))
    moment = draft.updated or draft.published or _LONG_AGO
    if article is None:
        return draft.withdrawn, moment, False, False, draft.url is not None
    is_at_home = bool(draft.url and article.url and url_key(draft.url) == url_key(article.url))
    is_kept = fingerprint(draft) == article.fingerprint
    return draft.withdrawn, moment, is_kept, is_at_home, draft.url is not None
