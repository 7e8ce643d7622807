"""The last rung: what waits for an editor, and is never published."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from swifeeds.group.events import Reason
from swifeeds.group.found import Hint
from swifeeds.group.placements import Ladder
from swifeeds.group.placing import Guess, Proposal
from swifeeds.model import ArticleId, Rung, StoryId


def suggest_guesses(
    ladder: Ladder,
    proposals: Sequence[Proposal],
    chosen: Sequence[StoryId | None],
    guesses: Iterable[Guess],
) -> None:
    """Units of different languages that only names and cognates join: each in the other's story."""
    for guess in guesses:
        for mine, theirs in ((guess.one, guess.other), (guess.other, guess.one)):
            suggest(ladder, chosen[mine], proposals[theirs].articles, guess.reason)


def suggest_hints(
    ladder: Ladder,
    proposals: Sequence[Proposal],
    chosen: Sequence[StoryId | None],
    hints: Iterable[Hint],
) -> None:
    """Units of one language that are alike, but not enough to be one: each in the other's story."""
    places = {article: number for number, one in enumerate(proposals) for article in one.articles}
    for hint in hints:
        if hint.one not in places or hint.other not in places:
            continue
        one, other = places[hint.one], places[hint.other]
        for mine, theirs in ((one, other), (other, one)):
            suggest(ladder, chosen[mine], proposals[theirs].articles, hint.reason)


def suggest(
    ladder: Ladder, story: StoryId | None, articles: Iterable[ArticleId], reason: Reason
) -> None:
    """To an editor, unless readers see them in that story already."""
    if story is None:
        return
    for article in sorted(articles):
        if story not in ladder.shown_in(article):
            ladder.place(story, article, Rung.SUGGESTION, reason.evidence, reason.score)
