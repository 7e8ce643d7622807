"""What the ladder has decided so far, and what a further rung may still add."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import count

from swifeeds.group.pins import is_pin
from swifeeds.group.stories import named
from swifeeds.model import ArticleId, Evidence, Membership, Rung, Story, StoryId

Placement = tuple[StoryId, ArticleId]


@dataclass(slots=True)
class Ladder:
    """What is decided so far. `place` refuses closed stories and what a higher rung settled; what
    would go to a story that was merged goes to the one that lives on. `slugs` are taken, `known`
    are the ids of stories, `lived` of those that had articles before."""

    excluded: frozenset[Placement]
    closed: frozenset[StoryId]
    merged: Mapping[StoryId, StoryId]
    now: datetime
    slugs: set[str] = field(default_factory=set)
    known: Collection[StoryId] = ()
    lived: Collection[StoryId] = ()
    memberships: dict[Placement, Membership] = field(default_factory=dict)
    stories: dict[StoryId, Story] = field(default_factory=dict)
    _shown: dict[ArticleId, list[StoryId]] = field(default_factory=dict)

    def place(
        self,
        story: StoryId,
        article: ArticleId,
        rung: Rung,
        evidence: tuple[Evidence, ...],
        score: float = 1.0,
    ) -> None:
        """Add a membership where nothing speaks against it; else nothing happens."""
        living = self.merged.get(story, story)
        key = (living, article)
        if key in self.memberships or living in self.closed:
            return
        if key in self.excluded or (story, article) in self.excluded:
            return
        by = "editor" if rung is Rung.EDITOR else "rule" if rung is Rung.RULE else "machine"
        self.keep(
            Membership(
                story_id=living,
                article_id=article,
                rung=rung,
                evidence=evidence,
                by=by,
                added=self.now,
                score=score,
            )
        )

    def keep(self, membership: Membership) -> None:
        """Take a membership over as it is, whatever speaks against it."""
        story, article = membership.story_id, membership.article_id
        self.memberships[story, article] = membership
        if membership.rung.is_shown:
            self._shown.setdefault(article, []).append(story)

    def begin(self, story: Story) -> StoryId:
        """Take a new story in; its id.

        Ids are made of the articles that a story begins with. Where one of that id has gone on with
        others, this is another story; one that has lost them all goes on as it was.
        """
        wanted, numbers = story.id, count(2)
        while story.id in self.stories or story.id in self.lived:
            story = replace(story, id=StoryId(f"{wanted}-{next(numbers)}"))
        if story.id in self.known:
            return story.id
        self.stories[story.id] = story
        self.slugs.add(story.slug)
        return story.id

    def shown_in(self, article: ArticleId) -> Sequence[StoryId]:
        """The stories that show an article, those of higher rungs first."""
        return self._shown.get(article, ())

    def stories_of(self, articles: Collection[ArticleId]) -> Iterator[StoryId]:
        """The stories that editor and rules put these articles in, one for each placement.

        Pins count once they hold most of the articles: a single one takes no block with it.
        """
        placed = [
            (story, is_pin(one))
            for article in sorted(articles)
            for story in self.shown_in(article)
            if (one := self.memberships[story, article]).rung < Rung.DECLARED
            and story not in self.closed
        ]
        pinned = Counter(story for story, pin in placed if pin)
        for story, pin in placed:
            if not pin or 2 * pinned[story] > len(articles):
                yield story

    def name(
        self, story_id: StoryId, titles: Sequence[tuple[str, str]], known: Iterable[Story]
    ) -> None:
        """A declared story learns the name that its pages have only now given it."""
        for story in known:
            if story.id == story_id and (learned := named(story, titles)) != story:
                self.stories[story_id] = learned
