"""What editors decide about stories, and the log of what happened to each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from swifeeds.model.article import ArticleId
from swifeeds.model.story import Story, StoryId, StoryState


class Action(StrEnum):
    """What happened to a story: what editors do, and what its life brings (`STATE`)."""

    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"
    NEST = "nest"
    PIN = "pin"
    EXCLUDE = "exclude"
    CLOSE = "close"
    REOPEN = "reopen"
    ACCEPT = "accept"
    REJECT = "reject"
    UNDO = "undo"
    STATE = "state"


class Topic(StrEnum):
    """What a standing decision is about."""

    PLACE = "place"
    TITLE = "title"
    SLUG = "slug"
    STATE = "state"
    PARENT = "parent"


PIN, EXCLUDE = "pin", "exclude"
"""The two values of a decision about an article's place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """An editor's word that stands until it is undone or another takes its place.

    `subject` is an article's id (`PLACE`), a language (`TITLE`) or empty; `value` is `pin` or
    `exclude`, the title, the slug, the state, or the id of the wider story (empty: in none).
    `action`, `by` and `at` (UTC) are those of the event that made it, whose number is `event`.
    """

    story_id: StoryId
    topic: Topic
    value: str
    action: Action
    by: str
    at: datetime
    subject: str = ""
    event: int = 0

    @property
    def article_id(self) -> ArticleId:
        """The article whose place is decided; only of topic `PLACE`."""
        return ArticleId(self.subject)

    @property
    def is_pin(self) -> bool:
        """True when it puts an article into the story."""
        return self.topic is Topic.PLACE and self.value == PIN

    @property
    def is_exclusion(self) -> bool:
        """True when it keeps an article out of the story."""
        return self.topic is Topic.PLACE and self.value == EXCLUDE


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryAct:
    """One action of an editor, all of it kept or nothing.

    `details` are plain values, for the log. `decisions` stand from now on, `withdrawn` no more (of
    those only story, topic and subject count); `stories` are written as they are; `articles` are
    those whose place or entry may change by it.
    """

    action: Action
    story_id: StoryId
    by: str
    at: datetime
    details: Mapping[str, object] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()
    withdrawn: tuple[Decision, ...] = ()
    stories: tuple[Story, ...] = ()
    articles: tuple[ArticleId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryEvent:
    """One line of the log. Events are added and never changed but for `undone_by`, the number of
    the event that undid this one. `at` is UTC; `details` are plain values."""

    id: int
    at: datetime
    by: str
    action: Action
    story_id: StoryId
    details: Mapping[str, object]
    undone_by: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pulse:
    """How a story stands, counted over its shown and usable members.

    `articles` counts an article with its translations once: in ten languages it is still one.
    `days` are different days of publication (UTC), `newest` is when the latest was published, and
    `newest_certain` the latest that no automatic rung placed; None where there is none.
    """

    story: Story
    articles: int = 0
    sources: int = 0
    days: int = 0
    newest: datetime | None = None
    newest_certain: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition:
    """A story in its new state of life, the state it had, and the reason in one phrase."""

    story: Story
    before: StoryState
    reason: str
