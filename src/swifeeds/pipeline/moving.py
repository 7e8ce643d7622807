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

from swifeeds.emit import first_sheet, merged_paths, moved_path, story_place
from swifeeds.model import FeedKey, Redirect, Scope, Shelf, Story, StoryId
from swifeeds.store import Store

_SLUGS = "publish: slugs"


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """Who answers at a slug that no story has any more: the one that had it, under its new slug, or
    the one that it was `merged` into. `story` is None where nobody does."""

    story: Story | None
    merged: bool


async def read_ends(store: Store, stories: Collection[Story]) -> Mapping[str, End]:
    """For each slug that no story has any more, what became of the one that had it.

    Args:
        store: where slugs are remembered, and stories that ended.
        stories: all that have an address.
    """
    ended = await store.ended_stories()
    former = {**await _former(store), **{one.slug: one.id for one in ended}}
    return dict(_ends(former, stories, ended))


async def note_slugs(store: Store, stories: Collection[Story]) -> None:
    """Remember what these stories are called as they are published."""
    former = await _former(store)
    known = {**former, **{story.slug: story.id for story in stories}}
    if known != former:
        await store.remember(_SLUGS, json.dumps(known, sort_keys=True))


async def _former(store: Store) -> dict[str, StoryId]:
    former: dict[str, StoryId] = json.loads(await store.recall(_SLUGS) or "{}")
    return former


def former_paths(standing: Iterable[str], ends: Mapping[str, End]) -> tuple[str, ...]:
    """The paths on the shelf that are under a slug of `ends`: few or none in most rounds."""
    if not ends:
        return ()
    return tuple(path for path in standing if (found := story_place(path)) and found[1] in ends)


def awaited_feeds(standing: Iterable[str], ends: Mapping[str, End]) -> frozenset[FeedKey]:
    """The feeds that must be published under a story's new name because they stand under a former
    one, be they empty by now: nobody renders the former any more."""
    found = set()
    for path in standing:
        language, slug = story_place(path) or ("", "")
        end = ends[slug]
        if end.story is not None and not end.merged:
            found.add(FeedKey(scope=Scope.STORY, key=end.story.id, language=language))
    return frozenset(found)


def redirects_of_stories(
    ends: Mapping[str, End],
    standing: Iterable[str],
    filled: Collection[str],
    expected: Collection[str],
    languages: Sequence[str],
) -> Iterator[Redirect]:
    """The redirects that are due now.

    Args:
        ends: by slug.
        standing: the paths on the shelf that are under one of these slugs.
        filled: the paths that a redirect may lead to.
        expected: paths that will be filled, in a later round perhaps: worth waiting for, because
            readers keep the address that a redirect leads to.
        languages: of the site.
    """
    for path in standing:
        _, slug = story_place(path) or ("", "")
        if (story := ends[slug].story) is None:
            yield Redirect(path=path)
            continue
        make_places = merged_paths if ends[slug].merged else _renamed
        places = make_places(path, slug, story.slug, languages)
        if (location := _location(places, filled, expected)) is not None:
            yield Redirect(path=path, location=location)


def _ends(
    former: Mapping[str, StoryId], stories: Collection[Story], ended: Collection[Story]
) -> Iterator[tuple[str, End]]:
    """For each slug that no story has any more, what became of the one that had it."""
    known = {story.id: story for story in stories}
    merged = {one.id: one.merged_into for one in ended}
    current = {story.slug for story in stories}
    for slug, story in former.items():
        if slug not in current and (story in merged or story in known):
            last = _last(story, merged)
            yield slug, End(story=known.get(last) if last else None, merged=story in merged)


def _last(story: StoryId | None, merged: Mapping[StoryId, StoryId | None]) -> StoryId | None:
    """Where merging after merging ends; None where it does nowhere."""
    seen: set[StoryId] = set()
    while story is not None and story in merged and story not in seen:
        seen.add(story)
        story = merged[story]
    return None if story in seen else story


def _location(
    places: Iterable[str], filled: Collection[str], expected: Collection[str]
) -> str | None:
    """The first of these places that is filled; None while none is, or while a better one is only
    expected."""
    for place in places:
        if place in filled or place in expected:
            return place if place in filled else None
    return None


def _renamed(path: str, slug: str, name: str, _: Sequence[str]) -> Sequence[str]:
    """The same place; for a sheet that the list is too short for by now, the first sheet."""
    place = moved_path(path, slug, name)
    first = first_sheet(place) if place else None
    return tuple(one for one in (place, first) if one)


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
