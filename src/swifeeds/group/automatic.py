"""The rungs below translation links: the same text, what the machine is sure of, what it is not.

They only ever see articles that no higher rung placed, and put each in one story at most.
Suggestions are for an editor's eyes and never published.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from swifeeds.group.found import Chain, Found
from swifeeds.group.heirs import Before, heirs_of, stories_before
from swifeeds.group.placements import Ladder
from swifeeds.group.placing import SMALLEST, Proposal, proposals_of
from swifeeds.group.same import SameText, same_texts
from swifeeds.group.stories import new_story
from swifeeds.group.suggesting import suggest, suggest_guesses, suggest_hints
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
    found: Found,
    works: Mapping[ArticleId, str],
) -> None:
    """Place what is the same text, then what the machine found, then what it suggests."""
    looked_at = {article for one in found.happenings for article in one.articles}
    _keep(ladder, neighbourhood, {one.id for one in articles} - looked_at)
    _place_same(ladder, articles)
    parts = [proposals_of(happening) for happening in found.happenings]
    proposals = [one for some, _ in parts for one in some]
    before = stories_before(neighbourhood, ladder.closed)
    scene = _Scene(
        ladder=ladder,
        articles={one.id: one for one in articles},
        works=works,
        before=before,
        heirs=heirs_of(before, [one.articles for one in proposals]),
    )
    chosen = [
        scene.place(number, one, found.chains.get(min(one.articles)))
        for number, one in enumerate(proposals)
    ]
    rest = iter(chosen)
    for some, guesses in parts:
        suggest_guesses(ladder, some, [next(rest) for _ in some], guesses)
    suggest_hints(ladder, proposals, chosen, found.hints)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scene:
    """Everything that placing a proposal looks at. `heirs` tell which one an automatic story goes
    on in."""

    ladder: Ladder
    articles: Mapping[ArticleId, Article]
    works: Mapping[ArticleId, str]
    before: Before
    heirs: Mapping[StoryId, int]

    def place(self, number: int, proposal: Proposal, chain: Chain | None) -> StoryId | None:
        """Put the free ones in their story, in the one that they continue, or in a new one; which
        it is. A story that they may continue is suggested."""
        free = [
            self.articles[one]
            for one in proposal.articles
            if one in self.articles and not self.ladder.shown_in(one)
        ]
        free.sort(key=lambda one: (one.published, one.id))
        story = self._chosen(number, proposal)
        if story is None and chain is not None and chain.rung is Rung.AUTOMATIC:
            return self._chained(free, chain)
        story = story or self._begun(free)
        if story is not None and len(proposal.articles) >= SMALLEST:
            for article in free:
                reason = proposal.reasons[article.id]
                self.ladder.place(story, article.id, Rung.AUTOMATIC, reason.evidence, reason.score)
        if chain is not None and chain.story != story:
            here = proposal.articles & self.articles.keys()
            suggest(self.ladder, chain.story, here, chain.reason)
        return story

    def _chained(self, free: Iterable[Article], chain: Chain) -> StoryId:
        """Even a single article goes on with a story: most do."""
        for article in free:
            reason = chain.reason
            self.ladder.place(
                chain.story, article.id, Rung.AUTOMATIC, reason.evidence, reason.score
            )
        return chain.story

    def _chosen(self, number: int, proposal: Proposal) -> StoryId | None:
        """The story that higher rungs put most of it in, else the one that it goes on with."""
        counts = Counter(
            story for article in proposal.articles for story in self.ladder.shown_in(article)
        )
        if not counts:
            counts = Counter(
                story
                for article in proposal.articles
                for story in self.before.get(article, ())
                if self.heirs[story] == number
            )
        return min(counts, key=lambda story: (-counts[story], story), default=None)

    def _begun(self, free: Sequence[Article]) -> StoryId | None:
        """A new story. One article in several languages makes none yet."""
        if len({self.works[one.id] for one in free}) < SMALLEST:
            return None
        return self.ladder.begin(new_story((), free, self.ladder.slugs, automatic=True))


def _keep(ladder: Ladder, neighbourhood: Neighbourhood, others: Collection[ArticleId]) -> None:
    """What was found of articles that nobody looked at now, unless a higher rung has them."""
    for one in neighbourhood.memberships:
        if one.rung not in _AUTOMATIC or one.article_id not in others:
            continue
        if one.rung is Rung.SUGGESTION or not _is_placed_higher(ladder, one.article_id):
            ladder.place(one.story_id, one.article_id, one.rung, one.evidence, one.score)


def _is_placed_higher(ladder: Ladder, article: ArticleId) -> bool:
    return any(
        ladder.memberships[story, article].rung not in _AUTOMATIC
        for story in ladder.shown_in(article)
    )


def _place_same(ladder: Ladder, articles: Sequence[Article]) -> None:
    """A text that is in a story takes its copies and updates along, and they theirs."""
    pairs = list(same_texts(articles))
    while sum(_led_on(ladder, pair) for pair in pairs):
        pairs.reverse()  # what leads on from greater ids to lesser ones is done in one turn as well


def _led_on(ladder: Ladder, pair: SameText) -> bool:
    """Whether one of the two came into the stories of the other."""
    for one, other in ((pair.one, pair.other), (pair.other, pair.one)):
        if not ladder.shown_in(other):
            for story in tuple(ladder.shown_in(one)):
                ladder.place(story, other, Rung.SAME, (pair.evidence,))
            if ladder.shown_in(other):
                return True
    return False
