"""Addresses that stories had before: whoever knows one is led on, or told that it is over
(CONTRACT 4).

Every slug that was ever published is remembered with its story. What still stands under one that
no living story has makes way: for a redirect, as soon as its new place is filled, or for nothing
where the story was removed. Redirects that stand already are led to the end of their way, so that
no reader has to take two steps.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from swifeeds.emit import merged_paths, moved_path, story_slug
from swifeeds.model import Redirect, Shelf, Story, StoryId
from swifeeds.store import Store

_SLUGS = "publish: slugs"


@dataclass(frozen=True, slots=True)
class _End:
    """What became of a story: its place is now at `slug` (None: nowhere), as its own or, where it
    was `merged`, as another's."""

    slug: str | None
    merged: bool


async def redirects_of_stories(
    store: Store,
    stories: Collection[Story],
    standing: Iterable[str],
    filled: Collection[str],
    languages: Sequence[str],
) -> tuple[Redirect, ...]:
    """The redirects that are due now, and note the slugs of these stories for later.

    Args:
        store: where slugs are remembered, and stories that ended.
        stories: all that have an address.
        standing: the paths on the shelf.
        filled: the paths that a redirect may lead to.
        languages: of the site.
    """
    ended = await store.ended_stories()
    former = await _note_slugs(store, stories)
    ends = dict(_ends({**former, **{one.slug: one.id for one in ended}}, stories, ended))
    if not ends:
        return ()
    return tuple(
        Redirect(path=path, location=location)
        for path in standing
        if (slug := story_slug(path)) in ends
        and (location := _location(path, slug, ends[slug], filled, languages)) != path
    )


async def _note_slugs(store: Store, stories: Collection[Story]) -> dict[str, StoryId]:
    remembered = await store.recall(_SLUGS) or "{}"
    former: dict[str, StoryId] = json.loads(remembered)
    known = {**former, **{story.slug: story.id for story in stories}}
    written = json.dumps(known, sort_keys=True)
    if written != remembered:
        await store.remember(_SLUGS, written)
    return former


def _ends(
    former: Mapping[str, StoryId], stories: Collection[Story], ended: Collection[Story]
) -> Iterator[tuple[str, _End]]:
    """For each slug that no story has any more, what became of the one that had it."""
    slugs = {story.id: story.slug for story in stories}
    merged = {one.id: one.merged_into for one in ended}
    current = set(slugs.values())
    for slug, story in former.items():
        last = _last(story, merged)
        if slug not in current and (story in merged or story in slugs):
            yield slug, _End(slugs.get(last) if last else None, story in merged)


def _last(story: StoryId | None, merged: Mapping[StoryId, StoryId | None]) -> StoryId | None:
    """Where merging after merging ends; None where it does nowhere."""
    seen: set[StoryId] = set()
    while story is not None and story in merged and story not in seen:
        seen.add(story)
        story = merged[story]
    return None if story in seen else story


def _location(
    path: str, slug: str, end: _End, filled: Collection[str], languages: Sequence[str]
) -> str | None:
    """Where a path leads: None for nowhere, itself as long as its new place is not filled."""
    if end.slug is None:
        return None
    if end.merged:
        places: Sequence[str | None] = merged_paths(path, slug, end.slug, languages)
    else:
        places = (moved_path(path, slug, end.slug),)
    return next((place for place in places if place in filled), path)


def shortened(
    shelf: Shelf, gone: Iterable[Redirect], filled: Collection[str]
) -> tuple[Redirect, ...]:
    """The redirects on the shelf that would lead to one that is due now, led to its end.

    Args:
        shelf: with the redirects that stand.
        gone: the redirects that are due now.
        filled: paths where something will stand; they end every way.
    """
    due = {one.path: one for one in gone}
    moves = {**shelf.redirects, **due}
    return tuple(
        Redirect(path=path, location=end)
        for path, one in shelf.redirects.items()
        if path not in due and path not in filled
        if (end := _way_end(one, moves, filled)) != one.location
    )


def _way_end(one: Redirect, moves: Mapping[str, Redirect], filled: Collection[str]) -> str | None:
    """Where the way from a redirect ends. One that ends nowhere is gone for good."""
    seen, location = {one.path}, one.location
    while location is not None and location not in filled and location in moves:
        if location in seen:
            return None
        seen.add(location)
        location = moves[location].location
    return location
