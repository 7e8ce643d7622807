"""Which event an automatic story goes on in, when its articles are no longer one.

A revised article may tell of something else by now. It must not take its old story along to its
new event: the story stays with most of those that were in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from swifeeds.group.found import is_chained
from swifeeds.model import ArticleId, Neighbourhood, Rung, StoryId

Before = Mapping[ArticleId, Sequence[StoryId]]
"""The automatic stories that articles were shown in so far."""


def stories_before(neighbourhood: Neighbourhood, closed: Collection[StoryId]) -> Before:
    """The stories that the machine has made so far, by their members; those closed are none.

    What only continued a story has no claim to it: that is found anew (`chaining`). Neither has
    what an editor put in: however much it is, it drives nobody else out.
    """
    made = {one.id for one in neighbourhood.stories if one.automatic} - set(closed)
    found: dict[ArticleId, list[StoryId]] = {}
    for one in neighbourhood.memberships:
        by_machine = one.rung.is_shown and one.rung is not Rung.EDITOR and not is_chained(one)
        if one.story_id in made and by_machine:
            found.setdefault(one.article_id, []).append(one.story_id)
    return found


def heirs_of(before: Before, groups: Sequence[frozenset[ArticleId]]) -> Mapping[StoryId, int]:
    """For each story the place of the group that has most of its members; among equals the one
    with the fewest others, then the one with the least id. The order of groups does not matter."""
    best: dict[StoryId, tuple[tuple[float, float, str], int]] = {}
    for place, group in enumerate(groups):
        shared = Counter(story for article in group for story in before.get(article, ()))
        for story, count in shared.items():
            claim = (-count, len(group), min(group))
            if story not in best or claim < best[story][0]:
                best[story] = (claim, place)
    return {story: place for story, (_, place) in best.items()}
