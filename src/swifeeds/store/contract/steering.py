"""What editors do to stories, and the life that stories lead."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from swifeeds.model import (
    Decision,
    FeedKey,
    Membership,
    MemberTitle,
    Pulse,
    Story,
    StoryAct,
    StoryEvent,
    StoryId,
    Transition,
)


class Steering(Protocol):
    """What editors do to stories, and the life that stories lead."""

    async def act(self, act: StoryAct) -> int:
        """Carry out an editor's action: its decisions stand, its stories are written, its articles
        are marked for regrouping, and it is logged. Returns the number of the event.

        Raises:
            UsageError: a story would be within itself, or within one that ended.
        """

    async def undo(self, number: int | None, *, by: str, at: datetime) -> StoryEvent:
        """Take back event `number`, or the last action that still stands; its articles are marked.
        Returns the event that was undone.

        Raises:
            UsageError: there is no such action, it was undone before, or a later one stands on it;
                or a story would be within itself, or within one that ended.
        """

    async def events(
        self, story_id: StoryId | None = None, *, limit: int = 100
    ) -> tuple[StoryEvent, ...]:
        """The log of one story or of all, newest first. Events are filed under the story that was
        acted upon; the others are named in `details`."""

    async def decisions(self, story_id: StoryId | None = None) -> tuple[Decision, ...]:
        """The editors' standing decisions, of one story or of all, in the order they were made. A
        pin whose action is `ACCEPT` is a pair that an editor confirmed."""

    async def members(self, story_id: StoryId) -> tuple[Membership, ...]:
        """Every membership of one story, suggestions included, by article."""

    async def suggestions(self) -> tuple[Membership, ...]:
        """Memberships of the rung `SUGGESTION`, best score first. `keep_grouping` stores them like
        any other; nothing but this, `members` and `neighbourhood` ever gives them out."""

    async def pulses(self, only: Collection[StoryId] | None = None) -> tuple[Pulse, ...]:
        """How each living story stands (closed ones left out); with `only`, just those."""

    async def transit(
        self, transitions: Collection[Transition], *, stale: Collection[FeedKey], at: datetime
    ) -> None:
        """Write the states of these stories, log each, and mark feeds for rendering. One whose
        state is another by now than when its pulse was read stays as it is."""

    async def nameable_stories(self, stories: Collection[StoryId]) -> tuple[Story, ...]:
        """Those of these that their articles may name: those that are neither ended nor closed."""

    async def member_titles(
        self, stories: Collection[StoryId], *, limit: int = 200
    ) -> tuple[MemberTitle, ...]:
        """How the public members of these stories are headed; of each story and language the
        `limit` that joined first."""

    async def name_stories(self, stories: Collection[Story], *, stale: Collection[FeedKey]) -> None:
        """Call these stories by their titles, editors' own above them, and mark feeds for
        rendering; of those that have an address and other titles now every member too, since its
        entries name them. What the configuration calls its stories stays."""
