"""Walk the ladder: each rung proposes, what a higher rung decided stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from swifeeds.group.declared import Block, declared_blocks
from swifeeds.group.rules import evidence_of_match
from swifeeds.group.stories import new_story
from swifeeds.group.translations import translation_evidence, translation_groups
from swifeeds.markup import url_key
from swifeeds.model import (
    Article,
    ArticleId,
    Evidence,
    Grouping,
    Membership,
    Neighbourhood,
    Rung,
    Story,
    StoryId,
    StoryRule,
)

Placement = tuple[StoryId, ArticleId]


@dataclass(slots=True)
class _Ladder:
    """What is decided so far. `place` refuses whatever a higher rung settled."""

    excluded: frozenset[Placement]
    now: datetime
    memberships: dict[Placement, Membership] = field(default_factory=dict)
    stories: dict[StoryId, Story] = field(default_factory=dict)

    def place(
        self, story: StoryId, article: ArticleId, rung: Rung, evidence: tuple[Evidence, ...]
    ) -> None:
        key = (story, article)
        if key in self.excluded or key in self.memberships:
            return
        self.memberships[key] = Membership(
            story_id=story,
            article_id=article,
            rung=rung,
            evidence=evidence,
            by="editor" if rung is Rung.EDITOR else "rule" if rung is Rung.RULE else "machine",
            added=self.now,
        )

    def stories_of(self, articles: Iterable[ArticleId]) -> Iterator[StoryId]:
        wanted = set(articles)
        return (story for story, article in self.memberships if article in wanted)


def group_articles(
    neighbourhood: Neighbourhood,
    *,
    rules: Sequence[StoryRule],
    now: datetime,
) -> Grouping:
    """Decide the stories of every article of a neighbourhood.

    Args:
        neighbourhood: changed articles with everything that declared links tie to them.
        rules: the stories that the configuration states.
        now: UTC; only stamped on memberships, never compared.

    Returns:
        The complete memberships of these articles, their works, and new stories.
    """
    articles = sorted(neighbourhood.articles, key=lambda article: (article.published, article.id))
    works = translation_groups(articles)
    ladder = _Ladder(excluded=_excluded(articles, rules), now=now)
    _place_by_editor(ladder, articles, rules)
    _place_by_rule(ladder, articles, rules)
    for block in declared_blocks(neighbourhood):
        _place_by_block(ladder, block, articles, neighbourhood)
    _place_translations(ladder, articles, works)
    return Grouping(
        articles=tuple(article.id for article in articles),
        memberships=tuple(ladder.memberships.values()),
        works=works,
        stories=tuple(ladder.stories.values()),
    )


def _is_named(article: Article, addresses: Iterable[str]) -> bool:
    keys = {url_key(address) for address in addresses}
    return bool(article.url) and url_key(article.url or "") in keys


def _excluded(articles: Sequence[Article], rules: Sequence[StoryRule]) -> frozenset[Placement]:
    return frozenset(
        (rule.id, article.id)
        for rule in rules
        for article in articles
        if _is_named(article, rule.exclude)
    )


def _place_by_editor(
    ladder: _Ladder, articles: Sequence[Article], rules: Sequence[StoryRule]
) -> None:
    for rule in rules:
        for article in articles:
            if _is_named(article, rule.include):
                evidence = Evidence(kind="include", detail=article.url or article.id)
                ladder.place(rule.id, article.id, Rung.EDITOR, (evidence,))


def _place_by_rule(
    ladder: _Ladder, articles: Sequence[Article], rules: Sequence[StoryRule]
) -> None:
    for rule in rules:
        for article in articles:
            if evidence := evidence_of_match(article, rule.match):
                ladder.place(rule.id, article.id, Rung.RULE, evidence)


def _place_by_block(
    ladder: _Ladder,
    block: Block,
    articles: Sequence[Article],
    neighbourhood: Neighbourhood,
) -> None:
    """Into the story most of the block is in already, or was in before; else into a new one."""
    story_id = _most_common(ladder.stories_of(block.articles)) or _most_common(
        membership.story_id
        for membership in neighbourhood.memberships
        if membership.rung is Rung.DECLARED and membership.article_id in block.articles
    )
    if story_id is None:
        members = [article for article in articles if article.id in block.articles]
        taken = [*neighbourhood.stories, *ladder.stories.values()]
        story = new_story(block.titles, members, taken)
        ladder.stories[story.id] = story
        story_id = story.id
    for article in articles:
        if article.id in block.articles:
            evidence = Evidence(kind="block", detail=block.declared_by[article.id])
            ladder.place(story_id, article.id, Rung.DECLARED, (evidence,))


def _most_common(stories: Iterable[StoryId]) -> StoryId | None:
    """The story named most often, the least id among equals."""
    counts: dict[StoryId, int] = {}
    for story in stories:
        counts[story] = counts.get(story, 0) + 1
    return min(counts, key=lambda story: (-counts[story], story), default=None)


def _place_translations(
    ladder: _Ladder, articles: Sequence[Article], works: Mapping[ArticleId, str]
) -> None:
    """A translation of a member is a member."""
    siblings: dict[str, list[Article]] = {}
    for article in articles:
        siblings.setdefault(works[article.id], []).append(article)
    for story_id, member in tuple(ladder.memberships):
        work = siblings[works[member]]
        for article in work:
            others = [other for other in work if other.id != article.id]
            evidence = (translation_evidence(article, others),)
            ladder.place(story_id, article.id, Rung.TRANSLATION, evidence)
