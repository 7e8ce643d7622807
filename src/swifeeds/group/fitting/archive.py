"""What an archive is certain of: what pages declare and editors decided.

A rule is no evidence here: it gathers by a word over years, and two articles of one day that it
takes need not report the same. What the machine placed by itself is none either, unless an editor
accepted it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum

from swifeeds.group.fitting.labels import STRANGER, Labelled, labelled_article, with_events
from swifeeds.model import Article, ArticleId, Decision, Membership, Rung, StoryId

_CERTAIN = (Rung.EDITOR, Rung.DECLARED)
BY_THE_MACHINE = (Rung.AUTOMATIC, Rung.SUGGESTION)


class Unlabelled(StrEnum):
    """What an article is taken for that no page declares and no editor placed."""

    STRANGER = "stranger"
    """In none of the stories. Purity comes out as a lower bound."""
    UNKNOWN = "unknown"
    """Nobody knows. Purity comes out as an upper bound."""


def label_archive(
    articles: Iterable[Article],
    memberships: Collection[Membership],
    decisions: Iterable[Decision],
    unlabelled: Unlabelled = Unlabelled.STRANGER,
) -> tuple[Labelled, ...]:
    """The articles with what is certain of them.

    An article in several stories by certain rungs is of unknown place: the machine puts each in
    one. So is one that a rule or a translation placed, and one of a source of which no article is
    in any story: it may just declare none. What an editor excluded is a stranger.

    Args:
        articles: of the stream, each once.
        memberships: of all stories but those that the machine alone fills.
        decisions: the editors' standing ones.
        unlabelled: what the others are taken for.
    """
    stories = certain_stories(memberships)
    by_a_guess = {one.article_id for one in memberships if one.rung not in BY_THE_MACHINE}
    excluded = {one.article_id for one in decisions if one.is_exclusion}
    known = list(articles)
    declaring = {one.source_id for one in known if one.id in stories}
    rows = []
    for one in known:
        silent = one.source_id not in declaring or one.id in by_a_guess
        apart = unlabelled is Unlabelled.STRANGER and not silent
        is_stranger = one.id not in stories and (one.id in excluded or apart)
        rows.append(labelled_article(one, STRANGER if is_stranger else None))
    return with_events(rows, stories)


def certain_stories(memberships: Iterable[Membership]) -> Mapping[ArticleId, StoryId]:
    """The one story of each article that a page or an editor put into one."""
    found: defaultdict[ArticleId, set[StoryId]] = defaultdict(set)
    for one in memberships:
        if one.rung in _CERTAIN:
            found[one.article_id].add(one.story_id)
    return {article: min(stories) for article, stories in found.items() if len(stories) == 1}
