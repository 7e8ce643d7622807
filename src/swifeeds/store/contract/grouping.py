"""What changed and is to be grouped, and what grouping decided."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Protocol

from swifeeds.model import (
    Article,
    ArticleId,
    FeedKey,
    Grouping,
    Neighbourhood,
    Story,
    StoryId,
)
from swifeeds.store.contract.values import StoryCount


class Groupings(Protocol):
    """What changed and is to be grouped, and what grouping decided."""

    async def marked(
        self, limit: int, *, news_since: datetime | None = None
    ) -> tuple[ArticleId, ...]:
        """Articles that changed since they were last grouped, oldest mark first; before all others
        those that were published at `news_since` (UTC) or later."""

    async def neighbourhood(
        self, ids: Collection[ArticleId], *, limit: int = 5000
    ) -> Neighbourhood:
        """Those articles and all that declared links (translations, story blocks) tie to them, in
        either direction and over several hops, up to `limit` articles."""

    async def keep_grouping(
        self,
        grouping: Grouping,
        *,
        marked: Collection[ArticleId],
        stale: Collection[FeedKey],
        shown: Collection[ArticleId] = (),
        grouper: str | None = None,
    ) -> None:
        """Store a grouping, clear the marks it answered, and mark feeds for rendering: `stale`, and
        the archive pages that any of the articles `shown` stands on.

        A story that ends by it (`ENDED`) marks its articles and a feed of its own: all that must
        be rendered anew is.

        With `grouper` nothing is written, and `LeaseLost` raised, unless that is what is remembered
        under `GROUPER`: whoever was frozen until his turn was over, and another's came, knows
        stories that are others by now.

        Fills `earlier` of memberships that are new: the five latest usable members of the same
        story and language that were published before; later groupings leave it alone.
        """

    async def newest_members(
        self, stories: Collection[StoryId], *, limit: int
    ) -> Mapping[StoryId, tuple[Article, ...]]:
        """The usable articles that each of these stories shows, without their texts (`content`):
        at most `limit` of each, newest published first. Only of stories that `stories_going_on`
        names; those that have none are left out."""

    async def stories_going_on(self) -> tuple[StoryId, ...]:
        """The stories that a further event may continue: active, dormant and archived ones. What
        only emerges is no story yet, and a closed one takes no more."""

    async def lift_embargoes(self, now: datetime) -> int:
        """Mark articles whose embargo has passed and that were not marked for it yet."""

    async def stories(self) -> tuple[StoryCount, ...]:
        """Every story that was neither removed nor merged, with its public articles per
        language."""

    async def ended_stories(self) -> tuple[Story, ...]:
        """Stories that were removed or merged. From the next publication on their addresses answer
        410, or lead to the story that they were merged into."""

    async def story(self, story_id: StoryId) -> Story | None:
        """One story."""
