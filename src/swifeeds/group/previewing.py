"""What a rule would do to its story before it takes effect: the ladder is walked, nothing kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from swifeeds.group.found import CHAIN
from swifeeds.group.ladder import group_articles
from swifeeds.group.pins import place_evidence
from swifeeds.group.rules import evidence_of_match, is_named
from swifeeds.model import (
    Article,
    ArticleId,
    Evidence,
    Membership,
    Neighbourhood,
    Rung,
    Story,
    StoryId,
    StoryRule,
    StoryState,
)

TOGETHER = timedelta(days=4)
"""How far apart two articles may lie that the machine grouped as one event."""


class Outcome(StrEnum):
    """What becomes of an article's place in the story. `MAY_COME` and `MAY_LEAVE` is the machine's
    to say: it grouped them with articles that come or leave, and looks again when they did."""

    NEW = "new"
    LEAVES = "leaves"
    EXCLUDED = "excluded"
    STAYS = "stays"
    MAY_COME = "may_come"
    MAY_LEAVE = "may_leave"


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreseen:
    """One article that the rule takes or that is in the story.

    `rung` and `evidence` say what it will be in by; of one that leaves, what it was in by; of one
    that is excluded, `rung` is that of the rule and the last evidence says who keeps it out.
    """

    article: Article
    outcome: Outcome
    rung: Rung
    evidence: tuple[Evidence, ...]


def foresee(
    neighbourhood: Neighbourhood, rule: StoryRule, *, rules: Sequence[StoryRule], now: datetime
) -> tuple[Foreseen, ...]:
    """What grouping will do to each article of a neighbourhood in the story of `rule`.

    What the machine finds is left as it was found: see `may_leave` and `may_come`. Articles that
    are in the story neither now nor then, and that the rule does not take, are left out.

    Args:
        neighbourhood: as the store gives it.
        rule: the story as it is to be stated, in the place of the one of `rules` with its id.
        rules: every story that the configuration states.
        now: UTC; only stamped.
    """
    stated = (*(one for one in rules if one.id != rule.id), rule)
    grouping = group_articles(_as_stated(neighbourhood, stated), rules=stated, now=now)
    before = _shown(neighbourhood.memberships, rule.id)
    after = _shown(grouping.memberships, rule.id)
    found = (_foreseen(one, neighbourhood, rule, before, after) for one in neighbourhood.articles)
    return tuple(one for one in found if one is not None)


def may_leave(staying: Foreseen, left: Sequence[datetime]) -> bool:
    """True of one that only the machine put in the story, where others leave that it may have been
    grouped with.

    Args:
        staying: what stays, as far as the ladder tells.
        left: when those were published that leave, and were there by a higher rung.
    """
    if staying.rung is not Rung.AUTOMATIC or not left:
        return False
    published = staying.article.published
    return CHAIN in {one.kind for one in staying.evidence} or _is_near(published, left)


def may_come(
    neighbourhood: Neighbourhood, rule: StoryRule, coming: Mapping[StoryId, Sequence[datetime]]
) -> tuple[Foreseen, ...]:
    """What the machine grouped with articles that the rule takes, and may bring along.

    Args:
        neighbourhood: of members of the stories that they come from.
        rule: the story as it is to be stated.
        coming: those stories, with the times at which what comes from each was published.
    """
    articles = {one.id: one for one in neighbourhood.articles}
    found = {
        one.article_id: Foreseen(
            article=article, outcome=Outcome.MAY_COME, rung=one.rung, evidence=one.evidence
        )
        for one in neighbourhood.memberships
        if one.rung is Rung.AUTOMATIC and one.story_id in coming
        if (article := articles.get(one.article_id)) is not None
        if _is_near(article.published, coming[one.story_id])
        and not any(_exclusions(article, neighbourhood, rule))
    }
    return tuple(found.values())


def _is_near(moment: datetime, others: Sequence[datetime]) -> bool:
    return any(abs(moment - other) <= TOGETHER for other in others)


def _as_stated(neighbourhood: Neighbourhood, rules: Sequence[StoryRule]) -> Neighbourhood:
    """As when these rules are in force: a story that is stated is neither closed nor merged."""
    ids = {rule.id for rule in rules}

    def opened(story: Story) -> Story:
        is_closed = story.state is StoryState.CLOSED and story.id in ids
        return replace(story, state=StoryState.ACTIVE) if is_closed else story

    return replace(
        neighbourhood,
        stories=tuple(map(opened, neighbourhood.stories)),
        merged={one: into for one, into in neighbourhood.merged.items() if one not in ids},
    )


_Members = dict[ArticleId, Membership]


def _shown(memberships: Sequence[Membership], story: StoryId) -> _Members:
    return {
        one.article_id: one for one in memberships if one.story_id == story and one.rung.is_shown
    }


def _foreseen(
    article: Article,
    neighbourhood: Neighbourhood,
    rule: StoryRule,
    before: _Members,
    after: _Members,
) -> Foreseen | None:
    if (then := after.get(article.id)) is not None:
        outcome = Outcome.STAYS if article.id in before else Outcome.NEW
        return Foreseen(article=article, outcome=outcome, rung=then.rung, evidence=then.evidence)
    barred = tuple(_exclusions(article, neighbourhood, rule))
    if (was := before.get(article.id)) is not None:
        return Foreseen(
            article=article,
            outcome=Outcome.LEAVES,
            rung=was.rung,
            evidence=(*was.evidence, *barred),
        )
    if barred and (found := evidence_of_match(article, rule.match)):
        return Foreseen(
            article=article, outcome=Outcome.EXCLUDED, rung=Rung.RULE, evidence=(*found, *barred)
        )
    return None


def _exclusions(
    article: Article, neighbourhood: Neighbourhood, rule: StoryRule
) -> Iterator[Evidence]:
    """The words that keep an article out: the file's, and an editor's."""
    if is_named(article, rule.exclude):
        yield Evidence(kind="exclude", detail=article.url or article.id)
    for one in neighbourhood.decisions:
        if one.is_exclusion and (one.story_id, one.article_id) == (rule.id, article.id):
            yield place_evidence(one)
