"""The rungs below translation links: the same text, what the machine is sure of, what it is not.

They only ever see articles that no higher rung placed, and put each in one story at most.
Suggestions are for an editor's eyes and never published.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from swifeeds.group.events import Reason
from swifeeds.group.happenings import Happening
from swifeeds.group.placements import Ladder
from swifeeds.group.placing import SMALLEST, Proposal, proposals_of
from swifeeds.group.same import same_texts
from swifeeds.group.stories import new_story
from swifeeds.model import (
    Article,
    ArticleId,
    Neighbourhood,
    Rung,
    StoryId,
)

_AUTOMATIC = (Rung.SAME, Rung.AUTOMATIC, Rung.SUGGESTION)


def place_automatically(
    ladder: Ladder,
    articles: Sequence[Article],
    neighbourhood: Neighbourhood,
    happenings: Sequence[Happening],
    works: Mapping[ArticleId, str],
) -> None:
    """Place what is the same text, then what the machine found, then what it suggests."""
    looked_at = {article for one in happenings for article in one.articles}
    _keep(ladder, neighbourhood, {one.id for one in articles} - looked_at)
    _place_same(ladder, articles)
    scene = _Scene(ladder, articles, neighbourhood, works, _before(neighbourhood, ladder.closed))
    for happening in happenings:
        scene.place(happening)


@dataclass(frozen=True, slots=True)
class _Scene:
    """Everything that placing a happening looks at. `before` are the stories that the machine has
    made so far, with their members."""

    ladder: Ladder
    articles: Sequence[Article]
    neighbourhood: Neighbourhood
    works: Mapping[ArticleId, str]
    before: Mapping[StoryId, set[ArticleId]]

    def place(self, happening: Happening) -> None:
        """What is certain into stories, what is guessed to the editors."""
        proposals, guesses = proposals_of(happening)
        stories = [self._place(one) for one in proposals]
        for guess in guesses:
            for mine, theirs in ((guess.one, guess.other), (guess.other, guess.one)):
                if (story := stories[mine]) is not None and stories[theirs] != story:
                    _suggest(self.ladder, story, proposals[theirs].articles, guess.reason)

    def _place(self, proposal: Proposal) -> StoryId | None:
        """Put the free ones in their story, a new one where there is none; which it is."""
        placed = _placed(self.ladder)
        free = [one for one in self.articles if one.id in proposal.articles - placed]
        story = self._chosen(proposal) or self._begun(free)
        if story is not None and len(proposal.articles) >= SMALLEST:
            for article in free:
                reason = proposal.reasons[article.id]
                self.ladder.place(story, article.id, Rung.AUTOMATIC, reason.evidence, reason.score)
        return story

    def _chosen(self, proposal: Proposal) -> StoryId | None:
        """The story that higher rungs put most of it in, else the one that it was in before."""
        counts = Counter(_stories_of(self.ladder, proposal.articles))
        if not counts:
            counts = Counter(
                {
                    story: len(shared)
                    for story, members in self.before.items()
                    if (shared := members & proposal.articles)
                }
            )
        return min(counts, key=lambda story: (-counts[story], story), default=None)

    def _begun(self, free: Sequence[Article]) -> StoryId | None:
        """A new story. One article in several languages makes none yet."""
        if len({self.works[one.id] for one in free}) < SMALLEST:
            return None
        taken = [*self.neighbourhood.stories, *self.ladder.stories.values()]
        made = new_story((), free, taken, automatic=True)
        self.ladder.stories[made.id] = made
        return made.id


def _keep(ladder: Ladder, neighbourhood: Neighbourhood, others: Collection[ArticleId]) -> None:
    """What was found of articles that nobody looked at now, unless a higher rung has them."""
    placed = _placed(ladder)
    for one in neighbourhood.memberships:
        is_free = one.rung is Rung.SUGGESTION or one.article_id not in placed
        if one.rung in _AUTOMATIC and one.article_id in others and is_free:
            ladder.place(one.story_id, one.article_id, one.rung, one.evidence, one.score)


def _place_same(ladder: Ladder, articles: Sequence[Article]) -> None:
    """A text that is in a story takes its copies and updates along."""
    for pair in same_texts(articles):
        for one, other in ((pair.one, pair.other), (pair.other, pair.one)):
            if not _stories_of(ladder, (other,)):
                for story in _stories_of(ladder, (one,)):
                    ladder.place(story, other, Rung.SAME, (pair.evidence,))


def _before(
    neighbourhood: Neighbourhood, closed: Collection[StoryId]
) -> Mapping[StoryId, set[ArticleId]]:
    """The stories that the machine has made so far, with their members."""
    made = {one.id for one in neighbourhood.stories if one.automatic} - set(closed)
    found: dict[StoryId, set[ArticleId]] = {}
    for one in neighbourhood.memberships:
        if one.story_id in made and one.rung.is_shown:
            found.setdefault(one.story_id, set()).add(one.article_id)
    return found


def _suggest(ladder: Ladder, story: StoryId, articles: Iterable[ArticleId], reason: Reason) -> None:
    for article in sorted(articles):
        if story not in _stories_of(ladder, (article,)):
            ladder.place(story, article, Rung.SUGGESTION, reason.evidence, reason.score)


def _placed(ladder: Ladder) -> frozenset[ArticleId]:
    return frozenset(
        article for (_, article), one in ladder.memberships.items() if one.rung.is_shown
    )


def _stories_of(ladder: Ladder, articles: Collection[ArticleId]) -> list[StoryId]:
    """The stories that show these articles, one for each placement."""
    return [
        story
        for (story, article), one in ladder.memberships.items()
        if article in articles and one.rung.is_shown
    ]
