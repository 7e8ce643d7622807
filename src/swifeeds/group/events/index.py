"""The live event clusters of one language: headlines join them as they come.

A headline joins the cluster that it is most like, faded by the days between, or begins one. Every
six hours of article time clusters that grew alike are merged, and what a late headline may have
changed is placed again (`latecomers`): that is what makes the result nearly independent of the
order in which headlines arrive.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from swifeeds.group.events.cluster import Cluster, Headline
from swifeeds.group.events.judging import Judge, Judging
from swifeeds.group.events.latecomers import ALIKE
from swifeeds.group.events.live import Live
from swifeeds.group.events.merging import Merging, Pair
from swifeeds.group.events.reasons import Reason, reason_of
from swifeeds.group.events.scores import Scores, said
from swifeeds.group.events.settings import FITTED, EventSettings
from swifeeds.group.events.site_names import SiteNames
from swifeeds.group.events.terms import terms_of
from swifeeds.group.events.texts import kept_text
from swifeeds.group.events.vocabulary import Vector, Vocabulary
from swifeeds.group.facts import Facts, lean
from swifeeds.group.shared import Comparison

_Rated = tuple[float, Cluster, Comparison]

OnEnd = Callable[[Cluster, Mapping[str, Reason]], object]


class EventIndex:
    """Clusters of one language. The same headlines in the same order give the same clusters."""

    def __init__(
        self,
        settings: EventSettings = FITTED,
        judge: Judge | None = None,
        *,
        on_end: OnEnd = lambda _cluster, _reasons: None,
    ) -> None:
        """`judge` is asked about whatever is alike enough; None: words decide alone. `on_end` gets
        each cluster that leaves, as nothing can join it any more, and why its members did."""
        self.settings = settings
        self._on_end = on_end
        self._vocabulary = Vocabulary()
        self._scores = Scores(settings.told)
        self._judging = Judging(settings=settings, judge=judge, scores=self._scores)
        self._least = settings.least
        self._site_names = SiteNames()
        self._live = Live(settings.late_days)
        self._newest = self._next_pass = -math.inf

    @property
    def clusters(self) -> Mapping[str, Cluster]:
        """The live clusters by name."""
        return self._live.clusters

    @property
    def reasons(self) -> Mapping[str, Reason]:
        """Why each headline joined its cluster, but for those that began one."""
        return self._live.reasons

    def add(self, headline: Headline, *, again: bool = False) -> str:
        """Place a headline; the name of its cluster, which may be merged into another later.
        `again`: the article was placed before and taken out, so its words are counted already."""
        title = (
            self._site_names.cut(headline.title, again=True) if again else self._counted(headline)
        )
        kept = replace(headline, title=title, text=kept_text(headline.text), facts=_kept(headline))
        self._live.headlines[headline.id] = kept
        rated = self._place(kept)
        if self._is_late(headline.day):
            self._touch(headline, rated)
        self._turn(headline.day)
        return self._home(headline).name

    def cluster_of(self, article: str) -> Cluster | None:
        """The live cluster of an article."""
        return self._live.home(article)

    def reasons_of(self, cluster: Cluster) -> Mapping[str, Reason]:
        """Why the members of a live cluster joined it; the first one has no reason."""
        return self._live.reasons_of(cluster)

    def take_out(self, article: str) -> Iterable[str]:
        """Dissolve the live cluster of an article that changed or left; its members, this one
        among them. Those that still stand are to be added again."""
        cluster = self._live.home(article)
        if cluster is None:
            return ()
        self._live.remove(cluster)
        return cluster.days

    def merge(self) -> None:
        """Place again what late headlines may have changed, then merge what grew alike since the
        last time, the most alike first."""
        self._place_again()
        self._merge()

    def moved(self) -> frozenset[str]:
        """The headlines whose cluster has other members now, for all that were dissolved because
        of late ones since the last call."""
        return self._live.moved()

    def _merge(self) -> None:
        settings = self.settings
        merging = Merging(settings.merge, settings.suggest, self._live.alike, self._rate)
        for pair in merging.run(self._live.changed(), self._live.join):
            self._live.note_near(pair.one, pair)
            self._live.note_near(pair.other, pair)
        self._live.forget_changed()

    def near(self, cluster: Cluster) -> Pair | None:
        """The cluster that an editor should be asked about beside this one, as of the last merge
        pass that looked at either; it may have left or changed since."""
        return self._live.near(cluster)

    def drop_before(self, day: float) -> None:
        """Forget clusters whose last member is older: nothing can join them any more."""
        for cluster in [one for one in self.clusters.values() if one.last < day]:
            self._leave(cluster)

    def end(self) -> None:
        """Merge a last time, and let every cluster leave."""
        self.merge()
        for cluster in list(self.clusters.values()):
            self._leave(cluster)

    def learn(self, headline: Headline) -> None:
        """Count a headline's words without placing it."""
        self._counted(headline)

    def likeness(self, one: Headline, other: Headline) -> float:
        """Likeness of two articles by the words counted so far, 0 to 1: 0 where facts forbid it.
        Time has no part in it."""
        first, second = (
            Cluster.of(
                each,
                self._vocabulary.vector(terms_of(each.title)),
                said(each.title, each.text),
            )
            for each in (one, other)
        )
        rated = self._judging.rate(first, second, 0.0, self.settings.attach_days)
        return 0.0 if rated is None else rated[0]

    def _counted(self, headline: Headline) -> str:
        """Count the words of a headline and its text; its title without the site's name."""
        title = self._site_names.cut(headline.title)
        self._vocabulary.count(terms_of(title))
        self._scores.count(headline.text)
        return title

    def _place(self, headline: Headline) -> list[_Rated]:
        """Put a headline whose words are counted into a cluster; those that it could have joined,
        the most alike first."""
        vector = self._vocabulary.vector(terms_of(headline.title))
        own = Cluster.of(headline, vector, said(headline.title, headline.text))
        rated = self._rated(own, vector)
        if rated and rated[0][0] >= self.settings.attach:
            self._attach(own, vector, rated)
        else:
            self._begin(own, vector, rated)
        return rated

    def _is_late(self, day: float) -> bool:
        return day < self._newest - self.settings.late_days

    def _touch(self, headline: Headline, rated: Iterable[_Rated]) -> None:
        """Note what a late headline may have changed."""
        self._live.late.touch(headline.day, (one for score, one, _ in rated if score >= ALIKE))
        home = self._home(headline)
        if len(home.days) == 1:
            self._live.late.begin(home)

    def _place_again(self) -> None:
        """Dissolve what late headlines may have changed, and place the members as if they came in
        order now, with the merge passes that there would have been."""
        members: list[Headline] = []
        for cluster in self._live.late.take():
            members += (self._live.headlines[article] for article in cluster.days)
            self._live.remove(cluster)
        next_pass = -math.inf
        for headline in sorted(members, key=lambda one: (one.day, one.id)):
            self._live.headlines[headline.id] = headline
            self._place(headline)
            if headline.day >= next_pass:
                self._merge()
                next_pass = headline.day + self.settings.pass_days

    def _rated(self, own: Cluster, vector: Vector) -> list[_Rated]:
        """The clusters that a headline may join, the most alike first."""
        rated = [
            (score, cluster, comparison)
            for cluster in self._live.candidates(vector)
            if (found := self._rate_headline(own, cluster)) is not None
            for score, comparison in (found,)
        ]
        rated.sort(key=lambda one: (-one[0], one[1].name))
        return rated

    def _attach(self, own: Cluster, vector: Vector, rated: Sequence[_Rated]) -> None:
        score, cluster, comparison = rated[0]
        competitor = (rated[1][1].name, rated[1][0]) if len(rated) > 1 else None
        reason = reason_of(
            score, own.total, cluster.total, days=cluster.gap(own.first),
            extra=comparison.evidence, competitor=competitor,
        )  # fmt: skip
        self._live.attach(own, vector, cluster, reason)

    def _begin(self, own: Cluster, vector: Vector, rated: Sequence[_Rated]) -> None:
        """A new cluster. A merge pass need not look at it: two fade more than a headline that joins
        does, so nothing is alike enough that was not just now, until one of them grows."""
        self._live.begin(own, vector)
        if self.settings.merge < self.settings.attach:
            self._live.change(own)
        elif rated and rated[0][0] >= self.settings.suggest:
            score, other, comparison = rated[0]
            reason = reason_of(
                score, own.total, other.total, days=other.gap(own.first), extra=comparison.evidence
            )
            self._live.note_near(own, Pair(one=other, other=own, reason=reason))

    def _rate_headline(self, own: Cluster, cluster: Cluster) -> tuple[float, Comparison] | None:
        gap = cluster.gap(own.first)
        if gap > self.settings.live_days:
            return None
        least = min(self._least, ALIKE) if self._is_late(own.first) else self._least
        return self._judging.rate(own, cluster, gap, self.settings.attach_days, least)

    def _rate(self, one: Cluster, other: Cluster) -> tuple[float, Comparison] | None:
        days = abs(one.mean - other.mean)
        return self._judging.rate(one, other, days, self.settings.merge_days, self._least)

    def _turn(self, day: float) -> None:
        """A merge pass whenever article time has gone on by as much as there is between two."""
        self._newest = max(self._newest, day)
        if self._newest >= self._next_pass:
            self.merge()
            self.drop_before(self._newest - self.settings.live_days)
            self._next_pass = self._newest + self.settings.pass_days

    def _leave(self, cluster: Cluster) -> None:
        self._on_end(cluster, self.reasons_of(cluster))
        self._live.remove(cluster)

    def _home(self, headline: Headline) -> Cluster:
        home = self._live.home(headline.id)
        assert home is not None
        return home


def _kept(headline: Headline) -> Facts | None:
    return None if headline.facts is None else lean(headline.facts)
