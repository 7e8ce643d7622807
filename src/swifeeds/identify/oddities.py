"""What a batch shows of a source's habits with names and dates: one sentence for the operator.

Each is told once for the source, whatever the number of articles, and is over when a poll shows it
no more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from swifeeds.identify.fingerprint import fingerprint
from swifeeds.identify.moving import differs_in_query
from swifeeds.markup import url_key
from swifeeds.model import Article, Draft, Known, Oddity, Source

CANONICAL = "identity-canonical"
"""Pages claim an address that is not theirs."""

LINKS = "identity-links-shared"
"""Different items have one link."""

GUIDS = "identity-guids-shared"
"""Different items have one guid."""

CHANGING = "identity-guids-change"
"""Known items come with new guids."""

MOVED = "identity-moved"
"""Known articles stand at new addresses."""

REDATED = "identity-redated"
"""Known, unchanged articles come with new dates."""

KINDS = frozenset({CANONICAL, LINKS, GUIDS, CHANGING, MOVED, REDATED})

_MANY = 3
_SAME_MOMENT = timedelta(minutes=1)
_SHOWN = 120
"""Characters of a name that a sentence quotes."""


def of_claims(wrong: Mapping[str, int], source: Source) -> list[Oddity]:
    """Of canonical addresses that do not hold, with the number of pages that claim each."""
    if not wrong:
        return []
    message = (
        f"different pages of source {source.id} name {_quoted(min(wrong))} as their canonical "
        f"address; each is known by the address it was read at; mend the pages' rel=canonical"
    )
    return [Oddity(kind=CANONICAL, message=message)]


def of_shared(links: Sequence[str], guids: Sequence[str], source: Source) -> list[Oddity]:
    """Of links and guids that stand on different items."""
    found = []
    if links:
        message = (
            f"different items of source {source.id} link to {_quoted(min(links))}; they are known "
            "by their guids and texts, and have no address of their own until the feed gives one"
        )
        found.append(Oddity(kind=LINKS, message=message))
    if guids:
        message = (
            f"different items of source {source.id} have the guid {_quoted(min(guids))}; they are "
            'known by their addresses; set identity = "url" if the feed stays so'
        )
        found.append(Oddity(kind=GUIDS, message=message))
    return found


def of_habits(pairs: Sequence[tuple[Draft, Article]], known: Known, source: Source) -> list[Oddity]:
    """Of new guids, addresses and dates on articles that are known.

    Args:
        pairs: the batch's drafts with the articles that they were found to be, as they were kept.
        known: how the source showed these before.
        source: whose drafts they are.
    """
    found = []
    with_guids = [pair for pair in pairs if pair[0].guid and _guids(pair[1], known)]
    renamed = [one for one, article in with_guids if one.guid not in _guids(article, known)]
    if renamed and 2 * len(renamed) >= len(with_guids):
        message = (
            f"known items of source {source.id} come with new guids, like "
            f"{_quoted(renamed[0].guid)}; they are known by address and text; "
            'set identity = "url" if it goes on'
        )
        found.append(Oddity(kind=CHANGING, message=message))
    with_links = [pair for pair in pairs if pair[0].url and pair[1].url]
    moved = [pair for pair in with_links if _is_elsewhere(*pair, known)]
    if len(moved) >= _MANY and 2 * len(moved) >= len(with_links):
        found.append(Oddity(kind=MOVED, message=_moved(moved, source)))
    dated = [pair for pair in pairs if _says_the_same(*pair, known)]
    redated = [one for one, article in dated if _is_redated(one, article)]
    if len(redated) >= _MANY and 2 * len(redated) >= len(dated):
        message = (
            f"most known items of source {source.id} come with other dates and unchanged texts; "
            "their first dates stay; ask the publisher if the new ones are right"
        )
        found.append(Oddity(kind=REDATED, message=message))
    return found


def _moved(pairs: Sequence[tuple[Draft, Article]], source: Source) -> str:
    """What is said of addresses that were not known, and what became of most of them."""
    asked = [draft for draft, article in pairs if differs_in_query(draft.url, article.url)]
    followed = [draft for draft, article in pairs if not differs_in_query(draft.url, article.url)]
    shown, fate = (
        (followed, "they stay the same articles and are linked there")
        if len(followed) >= len(asked)
        else (asked, "only what follows the question mark is new; their links stay as they are")
    )
    return (
        f"most known articles of source {source.id} stand at new addresses, like "
        f"{_quoted(shown[0].url)}; {fate}"
    )


def _quoted(name: str | None) -> str:
    return f"“{(name or '')[:_SHOWN]}”"


def _guids(article: Article, known: Known) -> frozenset[str]:
    return frozenset(one.guid for one in known.sightings.get(article.id, ()) if one.guid)


def _is_elsewhere(draft: Draft, article: Article, known: Known) -> bool:
    places = {url_key(one.url) for one in known.sightings.get(article.id, ()) if one.url}
    return url_key(draft.url or "") not in {*places, url_key(article.url or "")}


def _says_the_same(draft: Draft, article: Article, known: Known) -> bool:
    """An item with a date, and nothing in it changed since the source showed it last."""
    if draft.read_at or draft.published is None or draft.dating is None or article.dating is None:
        return False
    prints = {one.fingerprint for one in known.sightings.get(article.id, ())}
    is_comparable = draft.dating.read_from == article.dating.read_from != "retrieval"
    return is_comparable and fingerprint(draft) in {*prints, article.fingerprint}


def _is_redated(draft: Draft, article: Article) -> bool:
    return draft.published is not None and abs(draft.published - article.published) > _SAME_MOMENT
