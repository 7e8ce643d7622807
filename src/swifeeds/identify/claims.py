"""Pages that say that they want to be known by another address.

Mostly they are right: a print version, an AMP page, a copy of somebody else's article. Some
templates put one address on every page, and believing them would make one article of a whole
site. So a claim is looked at beside the others: when what is read at the address, or what else
claims it, is plainly another article, each page is known by the address it was read at.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from swifeeds.identify.likeness import have_one_title, looks_alike
from swifeeds.markup import url_key
from swifeeds.model import Article, Draft, Known, Revised, Sighting, SourceId, Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """The drafts under the addresses that hold; `wrong` are the keys of those that did not.

    `mended` gives articles that were stored under such an address their own; `known` is what is
    known with them.
    """

    drafts: tuple[Draft, ...]
    known: Known
    wrong: Mapping[str, int]
    mended: tuple[Revised, ...] = ()


def settle_claims(
    drafts: Sequence[Draft], known: Known, *, wrong: AbstractSet[str], source_id: SourceId
) -> Claims:
    """Look at the claims of a batch.

    Args:
        drafts: the batch.
        known: what is kept under its names.
        wrong: keys that were found wrong before.
        source_id: whose pages they are.
    """
    claims = {at: key for at, draft in enumerate(drafts) if (key := _claimed(draft))}
    found: dict[str, int] = {}
    settled = list(drafts)
    for key in dict.fromkeys(claims.values()):
        own = [draft for draft in drafts if draft.read_at and url_key(draft.read_at) == key]
        target = own[0] if own else known.by_url.get(key)
        places = [at for at, claimed in claims.items() if claimed == key]
        if not _is_wrong(key, [drafts[at] for at in places], target, known, wrong):
            continue
        is_read_there = bool(own) or _is_shown_at(target, key, known, source_id)
        for at in places:
            if target is None or not is_read_there or not _are_one(drafts[at], target):
                settled[at] = replace(drafts[at], url=drafts[at].read_at)
                found[key] = found.get(key, 0) + 1
    mended = tuple(_mended(found, known, drafts, source_id))
    for revised in mended:
        known = _moved(known, revised.article)
    return Claims(drafts=tuple(settled), known=known, wrong=found, mended=mended)


def _claimed(draft: Draft) -> str | None:
    """The key of the address that the page claims, where it was not read there."""
    if draft.url is None or draft.read_at is None:
        return None
    key = url_key(draft.url)
    return None if key == url_key(draft.read_at) else key


def _is_wrong(
    key: str,
    claimants: Sequence[Draft],
    target: Work | None,
    known: Known,
    wrong: AbstractSet[str],
) -> bool:
    if target is None:
        first = claimants[0]
        return key in wrong or any(_are_others(first, one) for one in claimants[1:])
    return any(
        known.by_url.get(url_key(one.read_at or "")) is not target and not _are_one(one, target)
        for one in claimants
    )


def _are_one(draft: Draft, other: Work) -> bool:
    """The parts of a long article have one headline and different texts."""
    return have_one_title(draft, other) or looks_alike(draft, other)


def _are_others(one: Draft, other: Draft) -> bool:
    return url_key(one.read_at or "") != url_key(other.read_at or "") and not _are_one(one, other)


def _is_shown_at(target: Work | None, key: str, known: Known, source_id: SourceId) -> bool:
    """True where the article stands at the address by another word than a page's that claims it."""
    if not isinstance(target, Article):
        return False
    shown = known.sightings.get(target.id, ())
    return target.source_id != source_id or any(url_key(one.url or "") == key for one in shown)


def _mended(
    wrong: Mapping[str, int], known: Known, drafts: Sequence[Draft], source_id: SourceId
) -> list[Revised]:
    mended = []
    for key in wrong:
        article = known.by_url.get(key)
        if article is None or article.source_id != source_id or url_key(article.url or "") != key:
            continue
        shown = [one for one in known.sightings.get(article.id, ()) if one.url]
        if shown and all(url_key(one.url or "") != key for one in shown):
            mended.append(_at_its_place(article, shown[-1], drafts[0]))
    return mended


def _at_its_place(article: Article, shown: Sighting, draft: Draft) -> Revised:
    return Revised(
        article=replace(article, url=shown.url, revision=article.revision + 1),
        sighting=replace(shown, last_seen=draft.retrieved),
        changed=("url",),
    )


def _moved(known: Known, article: Article) -> Known:
    kept = {key: one for key, one in known.by_url.items() if one.id != article.id}
    guids = {guid: article if one.id == article.id else one for guid, one in known.by_guid.items()}
    return replace(known, by_url={**kept, url_key(article.url or ""): article}, by_guid=guids)
