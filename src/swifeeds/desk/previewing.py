"""What a rule would take and leave, read from the archive page by page; nothing is written."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from swifeeds.group import Foreseen, Outcome, evidence_of_match, foresee, may_come, may_leave
from swifeeds.model import ArticleId, Membership, Rung, StoryId, StoryRule
from swifeeds.store import Store

PAGE = 500
"""Articles held at a time, beside the ids of those that the rule takes: the archive may be of any
size."""

Progress = Callable[[int], None]
"""Told how many articles of the archive were read so far."""

_Key = tuple[datetime, ArticleId]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What the rule would do. `counts` are whole, by outcome and language; `articles` the newest of
    each outcome, newest first, without their texts. `read` counts the articles that were looked
    at."""

    rule: StoryRule
    read: int
    counts: Mapping[Outcome, Mapping[str, int]]
    articles: Mapping[Outcome, tuple[Foreseen, ...]]

    def count(self, outcome: Outcome) -> int:
        """How many articles there are of an outcome, listed or not."""
        return sum(self.counts[outcome].values())


async def preview_rule(
    store: Store,
    rule: StoryRule,
    *,
    rules: Sequence[StoryRule],
    now: datetime,
    limit: int,
    progress: Progress = lambda _: None,
) -> Preview:
    """What would become of the story's members and of all that its rule takes.

    Args:
        store: only read.
        rule: the story as it is to be stated.
        rules: every story that the configuration states.
        now: UTC; what is not public by then is left out.
        limit: articles to list of each outcome; the counts are of all.
        progress: told after each page.
    """
    tally = _Tally(store=store, rule=rule, rules=rules, now=now, limit=limit)
    members = [one.article_id for one in await store.members(rule.id)]
    for at in range(0, len(members), PAGE):
        await tally.look_at(members[at : at + PAGE])
    tally.settle()
    place = None if rule.match.until is None else (rule.match.until, ArticleId(""))
    read = 0
    while page := await store.articles_before(place, now, limit=PAGE):
        read += len(page)
        taken = [one.id for one in page if evidence_of_match(one, rule.match)]
        await tally.look_at(taken)
        place = (page[-1].published, page[-1].id)
        progress(read)
        if rule.match.since is not None and place[0] < rule.match.since:
            break
    await tally.look_beside()
    return tally.preview(read)


@dataclass(slots=True, kw_only=True)
class _Tally:
    """Counts what is foreseen, each article once, and keeps the newest of each outcome.

    `unsure` are those that the machine put in the story, until it is known who leaves; `left` is
    when those were published, and `coming` when those that come from other stories of the
    machine's were, by story.
    """

    store: Store
    rule: StoryRule
    rules: Sequence[StoryRule]
    now: datetime
    limit: int
    seen: set[ArticleId] = field(default_factory=set)
    unsure: list[Foreseen] = field(default_factory=list)
    left: list[datetime] = field(default_factory=list)
    coming: dict[StoryId, list[datetime]] = field(default_factory=dict)
    counts: dict[Outcome, Counter[str]] = field(
        default_factory=lambda: {one: Counter() for one in Outcome}
    )
    kept: dict[Outcome, list[tuple[_Key, Foreseen]]] = field(
        default_factory=lambda: {one: [] for one in Outcome}
    )

    async def look_at(self, ids: Collection[ArticleId]) -> None:
        """Foresee these articles and what is tied to them."""
        fresh = [one for one in ids if one not in self.seen]
        if not fresh:
            return
        neighbourhood = await self.store.neighbourhood(fresh)
        for one in foresee(neighbourhood, self.rule, rules=self.rules, now=self.now):
            if one.article.is_public(self.now) and one.article.id not in self.seen:
                self.seen.add(one.article.id)
                self._take(one, neighbourhood.memberships)

    def _take(self, one: Foreseen, memberships: Sequence[Membership]) -> None:
        if one.outcome is Outcome.STAYS and one.rung is Rung.AUTOMATIC:
            self.unsure.append(replace(one, article=replace(one.article, content=None)))
            return
        if one.outcome is Outcome.LEAVES and one.rung < Rung.AUTOMATIC:
            self.left.append(one.article.published)
        if one.outcome is Outcome.NEW:
            for place in memberships:
                if place.article_id == one.article.id and place.rung is Rung.AUTOMATIC:
                    self.coming.setdefault(place.story_id, []).append(one.article.published)
        self._add(one)

    def settle(self) -> None:
        """All members were looked at: who was grouped with those that leave may leave too."""
        for one in self.unsure:
            self._add(replace(one, outcome=Outcome.MAY_LEAVE) if may_leave(one, self.left) else one)
        self.unsure.clear()

    async def look_beside(self) -> None:
        """What the machine grouped with articles that come."""
        self.settle()
        for story, moments in sorted(self.coming.items()):
            members = [one.article_id for one in await self.store.members(story)]
            rest = [one for one in members if one not in self.seen]
            for at in range(0, len(rest), PAGE):
                neighbourhood = await self.store.neighbourhood(rest[at : at + PAGE])
                for one in may_come(neighbourhood, self.rule, {story: moments}):
                    if one.article.is_public(self.now) and one.article.id not in self.seen:
                        self.seen.add(one.article.id)
                        self._add(one)

    def _add(self, one: Foreseen) -> None:
        article = one.article
        self.counts[one.outcome][article.language] += 1
        kept = self.kept[one.outcome]
        short = replace(one, article=replace(article, content=None))
        heapq.heappush(kept, ((article.published, article.id), short))
        if len(kept) > self.limit:
            heapq.heappop(kept)

    def preview(self, read: int) -> Preview:
        """What it came to."""
        return Preview(
            rule=self.rule,
            read=read,
            counts={one: dict(sorted(some.items())) for one, some in self.counts.items()},
            articles={
                one: tuple(found for _, found in sorted(some, key=_newest_first, reverse=True))
                for one, some in self.kept.items()
            },
        )


def _newest_first(kept: tuple[_Key, Foreseen]) -> _Key:
    return kept[0]
