"""Who acts on stories, and what the configuration file forbids them (DESIGN decision 19)."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from swifeeds.errors import UsageError
from swifeeds.model import (
    Action,
    ArticleId,
    Decision,
    Story,
    StoryAct,
    StoryId,
    StoryRule,
    StoryState,
    Topic,
)
from swifeeds.store import Store

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedStory:
    """A story of the configuration; `place` names the file and line, as an operator opens them,
    `places` those of its keys."""

    rule: StoryRule
    place: str
    places: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Editor:
    """Acts on stories: `by` is their name for the log, `at` the moment (UTC), `stated` what the
    configuration states."""

    store: Store
    by: str
    at: datetime
    stated: Mapping[StoryId, StatedStory] = field(default_factory=dict)

    def refuse_if_stated(self, story: Story, key: str, instead: str) -> None:
        """Leave to the file what the file states.

        Raises:
            UsageError: the configuration states this story.
        """
        if (found := self.stated.get(story.id)) is not None:
            place = found.places.get(key.partition(".")[0].split()[-1], found.place)
            raise UsageError(
                f"{place} states {key} of the story {story.id}, and the file owns it; "
                f"{instead} there"
            )

    def decide(
        self, action: Action, story: StoryId, topic: Topic, subject: str, value: str
    ) -> Decision:
        """A decision of this editor, now."""
        return Decision(
            story_id=story, topic=topic, subject=subject, value=value,
            action=action, by=self.by, at=self.at,
        )  # fmt: skip

    def places(
        self, action: Action, story: StoryId, articles: Iterable[ArticleId], value: str
    ) -> tuple[Decision, ...]:
        """The same word (`PIN` or `EXCLUDE`) on the place of each of these articles."""
        return tuple(
            self.decide(action, story, Topic.PLACE, article, value)
            for article in dict.fromkeys(articles)
        )

    async def act(
        self,
        action: Action,
        story: StoryId,
        *,
        details: Mapping[str, object],
        articles: Collection[ArticleId],
        decisions: tuple[Decision, ...] = (),
        withdrawn: tuple[Decision, ...] = (),
        stories: tuple[Story, ...] = (),
    ) -> int:
        """Keep and log an action; the number of its event."""
        act = StoryAct(
            action=action, story_id=story, by=self.by, at=self.at, details=details,
            decisions=decisions, withdrawn=withdrawn, stories=stories, articles=tuple(articles),
        )  # fmt: skip
        event = await self.store.act(act)
        _log.info(
            "story %s: story=%s event=%d by=%s articles=%d %s",
            action.value, story, event, self.by, len(articles),
            " ".join(f"{key}={value}" for key, value in details.items()),
        )  # fmt: skip
        return event


async def find_story(store: Store, reference: str) -> Story:
    """A living story by its id or the last part of its address.

    Raises:
        UsageError: there is none, or it was merged or removed.
    """
    stories = [count.story for count in await store.stories()]
    for name in ("id", "slug"):
        if found := next((one for one in stories if getattr(one, name) == reference), None):
            return found
    for ended in await store.ended_stories():
        if reference in (ended.id, ended.slug):
            fate = f"merged into {ended.merged_into}" if ended.merged_into else "removed"
            raise UsageError(f"the story {reference} was {fate}; `swifeeds story undo` takes a "
                             "merge back")  # fmt: skip
    raise UsageError(f"there is no story {reference}; `swifeeds story list` names them")


async def find_open_story(store: Store, reference: str) -> Story:
    """As `find_story`, for what adds articles.

    Raises:
        UsageError: and when it is closed.
    """
    story = await find_story(store, reference)
    if story.state is StoryState.CLOSED:
        raise UsageError(
            f"the story {story.id} is closed and takes no articles; "
            f"`swifeeds story close --reopen {story.id}` opens it"
        )
    return story


async def shown_members(store: Store, story: Story) -> tuple[ArticleId, ...]:
    """The articles that are in a story now, suggestions left out."""
    return tuple(one.article_id for one in await store.members(story.id) if one.rung.is_shown)
