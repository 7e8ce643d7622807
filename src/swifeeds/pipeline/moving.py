"""Addresses that stories had before: whoever knows one is led to the new one (CONTRACT 4).

Every slug that was ever published is remembered with its story. A page or feed that still stands
under one that no story has any more makes way for a redirect, as soon as its new place is filled.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable

from swifeeds.emit import moved_path
from swifeeds.model import Redirect, Story
from swifeeds.store import Store

_SLUGS = "publish: slugs"


async def redirects_of_renamed(
    store: Store, stories: Collection[Story], standing: Iterable[str], filled: Collection[str]
) -> tuple[Redirect, ...]:
    """The redirects that are due now, and note the slugs of these stories for later.

    Args:
        store: where slugs are remembered.
        stories: all that have an address.
        standing: the paths on the shelf.
        filled: the paths that a redirect may lead to.
    """
    remembered = await store.recall(_SLUGS) or "{}"
    former: dict[str, str] = json.loads(remembered)
    current = {story.slug: story.id for story in stories}
    known = json.dumps({**former, **current}, sort_keys=True)
    if known != remembered:
        await store.remember(_SLUGS, known)
    slugs = {story.id: story.slug for story in stories}
    renamed = {
        slug: slugs[story]  # type: ignore[index]
        for slug, story in former.items()
        if slug not in current and story in slugs
    }
    if not renamed:
        return ()
    return tuple(
        Redirect(path=path, location=target)
        for path in standing
        for slug, new in renamed.items()
        if (target := moved_path(path, slug, new)) and target in filled
    )
