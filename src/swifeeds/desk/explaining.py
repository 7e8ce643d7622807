"""Why an article is in a story: the stored evidence, with the names that it mentions looked up."""

from __future__ import annotations

from dataclasses import dataclass, replace

from swifeeds.desk.articles import find_article
from swifeeds.desk.editor import find_story
from swifeeds.group import SharedEntity, shared_entity
from swifeeds.model import (
    Article,
    ArticleId,
    Decision,
    Evidence,
    Membership,
    Story,
    StoryId,
    Topic,
)
from swifeeds.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Competitor:
    """The next best choice when it was decided, and its score, None where none was noted.

    `article` is the one that gave the other event its name, without its text; None where a story
    was the choice, or the article is gone. `stories` are those that show it now, whatever they were
    then, or the story that was the choice. `name` is what was noted.
    """

    name: str
    score: float | None
    article: Article | None
    stories: tuple[Story, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """Why an article is in a story, or is not: `membership` is None where it is no member,
    `decision` is the editor's standing word on the place. `competitor` is what the automatic rungs
    noted, None where there was none or they had no say."""

    story: Story
    article: Article
    membership: Membership | None
    decision: Decision | None
    competitor: Competitor | None = None

    @property
    def gap(self) -> float | None:
        """Days between the article and the others when it was decided, None where not noted."""
        return gap_of(self.membership) if self.membership else None

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What was found, the weightiest first; without gap and competitor."""
        found = [one for one in self._all if one.kind not in ("gap", "competitor")]
        return tuple(sorted(found, key=lambda one: -(one.weight or 0)))

    @property
    def entities(self) -> tuple[SharedEntity, ...]:
        """The places and organisations among the evidence, code and spellings apart."""
        return tuple(shared_entity(one) for one in self.evidence if one.kind == "entity")

    @property
    def _all(self) -> tuple[Evidence, ...]:
        return self.membership.evidence if self.membership else ()


def gap_of(member: Membership) -> float | None:
    """Days between the article and the others when it was placed, None where not noted."""
    return next((_number(one.detail) for one in member.evidence if one.kind == "gap"), None)


async def why_member(store: Store, reference: str, article: str) -> Why:
    """Why an article is in a story, or what keeps it out.

    Raises:
        UsageError: the story or the article is missing.
    """
    story, found = await find_story(store, reference), await find_article(store, article)
    members = {one.article_id: one for one in await store.members(story.id)}
    words = [
        one
        for one in await store.decisions(story.id)
        if one.topic is Topic.PLACE and one.article_id == found.id
    ]
    is_out = bool(words) and words[0].is_exclusion
    member = None if is_out else members.get(found.id)
    return Why(
        story=story,
        article=replace(found, content=None),
        membership=member,
        decision=words[0] if words else None,
        competitor=await _competitor(store, member) if member else None,
    )


async def _competitor(store: Store, member: Membership) -> Competitor | None:
    noted = next((one for one in member.evidence if one.kind == "competitor"), None)
    if noted is None:
        return None
    name, _, written = noted.detail.partition(" ")
    articles = await store.articles([ArticleId(name)])
    return Competitor(
        name=name,
        score=noted.weight if noted.weight is not None else _number(written),
        article=replace(articles[0], content=None) if articles else None,
        stories=await _stories(store, name, is_article=bool(articles)),
    )


async def _stories(store: Store, name: str, *, is_article: bool) -> tuple[Story, ...]:
    """The stories that show an article, those without an address too; else the one of that id."""
    if not is_article:
        story = await store.story(StoryId(name))
        return (story,) if story else ()
    around = await store.neighbourhood([ArticleId(name)], limit=1)
    ids = {one.story_id for one in around.memberships
           if one.article_id == name and one.rung.is_shown}  # fmt: skip
    return tuple(one for one in around.stories if one.id in ids)


def _number(written: str) -> float | None:
    """`0.38` or `1.5 d`."""
    try:
        return float(written.partition(" ")[0])
    except ValueError:
        return None
