"""Walk the ladder: each rung proposes, what a higher rung decided stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from swifeeds.group.automatic import place_automatically
from swifeeds.group.block_placing import place_by_blocks
from swifeeds.group.found import Found
from swifeeds.group.pins import exclusions, place_evidence
from swifeeds.group.placements import Ladder, Placement
from swifeeds.group.rules import evidence_of_match, is_named
from swifeeds.group.translations import translation_evidence, translation_groups
from swifeeds.model import (
    Article,
    ArticleId,
    Decision,
    Evidence,
    Grouping,
    Neighbourhood,
    Rung,
    StoryRule,
    StoryState,
)

_NOTHING = Found()


def group_articles(
    neighbourhood: Neighbourhood,
    *,
    rules: Sequence[StoryRule],
    now: datetime,
    found: Found = _NOTHING,
) -> Grouping:
    """Decide the stories of every article of a neighbourhood.

    Args:
        neighbourhood: changed articles with everything that declared links tie to them.
        rules: the stories that the configuration states.
        now: UTC; only stamped on memberships, never compared.
        found: what the machine found around the changed articles; of articles in no happening of
            it, what it found before stands.

    Returns:
        The complete memberships of these articles, their works, and new stories.
    """
    articles = sorted(neighbourhood.articles, key=lambda article: (article.published, article.id))
    works = translation_groups(articles)
    ladder = Ladder(
        excluded=_excluded(articles, rules) | exclusions(neighbourhood.decisions),
        closed=frozenset(s.id for s in neighbourhood.stories if s.state is StoryState.CLOSED),
        merged=neighbourhood.merged,
        now=now,
        slugs={story.slug for story in neighbourhood.stories},
        known={story.id for story in neighbourhood.stories},
        lived={one.story_id for one in neighbourhood.memberships if one.rung.is_shown},
    )
    _leave_closed(ladder, neighbourhood)
    _place_pinned(ladder, articles, neighbourhood.decisions)
    _place_by_editor(ladder, articles, rules)
    _place_by_rule(ladder, articles, rules)
    place_by_blocks(ladder, articles, neighbourhood, rules)
    _place_translations(ladder, articles, works)
    place_automatically(ladder, articles, neighbourhood, found, works)
    _place_translations(ladder, articles, works)
    return Grouping(
        articles=tuple(article.id for article in articles),
        memberships=tuple(ladder.memberships.values()),
        works=works,
        stories=tuple(ladder.stories.values()),
    )


def _leave_closed(ladder: Ladder, neighbourhood: Neighbourhood) -> None:
    """A closed story keeps its articles: no rule states it any more, and its readers' feeds must
    not run empty for that."""
    here = {article.id for article in neighbourhood.articles}
    for one in neighbourhood.memberships:
        place = (one.story_id, one.article_id)
        if (
            one.story_id in ladder.closed
            and one.article_id in here
            and place not in ladder.excluded
        ):
            ladder.keep(one)


def _excluded(articles: Sequence[Article], rules: Sequence[StoryRule]) -> frozenset[Placement]:
    return frozenset(
        (rule.id, article.id)
        for rule in rules
        for article in articles
        if is_named(article, rule.exclude)
    )


def _place_pinned(
    ladder: Ladder, articles: Sequence[Article], decisions: Sequence[Decision]
) -> None:
    here = {article.id for article in articles}
    for one in decisions:
        if one.is_pin and one.article_id in here:
            ladder.place(one.story_id, one.article_id, Rung.EDITOR, (place_evidence(one),))


def _place_by_editor(
    ladder: Ladder, articles: Sequence[Article], rules: Sequence[StoryRule]
) -> None:
    for rule in rules:
        for article in articles:
            if is_named(article, rule.include):
                evidence = Evidence(kind="include", detail=article.url or article.id)
                ladder.place(rule.id, article.id, Rung.EDITOR, (evidence,))


def _place_by_rule(ladder: Ladder, articles: Sequence[Article], rules: Sequence[StoryRule]) -> None:
    for rule in rules:
        for article in articles:
            if evidence := evidence_of_match(article, rule.match):
                ladder.place(rule.id, article.id, Rung.RULE, evidence)


def _place_translations(
    ladder: Ladder, articles: Sequence[Article], works: Mapping[ArticleId, str]
) -> None:
    """A translation of a member is a member."""
    siblings: dict[str, list[Article]] = {}
    for article in articles:
        siblings.setdefault(works[article.id], []).append(article)
    for (story_id, member), placed in tuple(ladder.memberships.items()):
        if not placed.rung.is_shown:
            continue
        work = siblings[works[member]]
        for article in work:
            others = [other for other in work if other.id != article.id]
            evidence = (translation_evidence(article, others),)
            ladder.place(story_id, article.id, Rung.TRANSLATION, evidence)
