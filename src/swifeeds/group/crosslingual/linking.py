"""Join clusters of different languages into events, best evidence first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from swifeeds.group.crosslingual.candidates import Candidate, candidates, rated
from swifeeds.group.crosslingual.clusters import EventGroup, LanguageCluster, Link, LinkSettings
from swifeeds.group.crosslingual.competitors import with_competitors
from swifeeds.group.crosslingual.conflicts import any_conflict
from swifeeds.group.crosslingual.features import TitleCounts, count_titles
from swifeeds.group.crosslingual.formula import Formula, Placed
from swifeeds.group.crosslingual.reasons import Reason, beyond_countries, evidence_of, reasons
from swifeeds.group.crosslingual.ties import Tie, ties_between
from swifeeds.group.facts import Background
from swifeeds.group.lexicon.table import Lexicon
from swifeeds.group.union import Union

_DEFAULTS = LinkSettings()

_NO_BACKGROUND = Background()


def link_clusters(
    clusters: Iterable[LanguageCluster],
    *,
    settings: LinkSettings = _DEFAULTS,
    lexicon: Lexicon | None = None,
    counts: TitleCounts | None = None,
    pairs: Collection[tuple[str, str]] | None = None,
    background: Background = _NO_BACKGROUND,
) -> tuple[EventGroup, ...]:
    """Which clusters are one event over all languages.

    Hard evidence joins first (declared translations, shared images, shared links), then the
    formula, the strongest pair first. An event holds one cluster of each language, more only where
    those of the same language are alike themselves; clusters whose facts contradict each other
    are kept apart, unless the publisher declares them translations.

    Args:
        clusters: with different ids, in any order: the order never changes the result.
        settings: the parameters; the defaults are for these features.
        lexicon: what was learned from declared translations, where anything was.
        counts: how common words are in the newsroom's headlines, best of its last weeks. Counted
            over the clusters' own titles where not given, which serves from some hundred on.
        background: how common places, pictures and links are among the newsroom's articles.
        pairs: ids of the clusters to compare, where somebody has picked (`Partners`); None: all.

    Returns:
        Every cluster in exactly one group, groups in the order of their least id.
    """
    ordered = sorted(clusters, key=lambda cluster: cluster.id)
    titles = ((cluster.language, title) for cluster in ordered for title in cluster.titles)
    formula = Formula(
        counts=counts or count_titles(titles), settings=settings, lexicon=lexicon,
        background=background,
    )  # fmt: skip
    events = _Events(ordered, formula)
    for tie in ties_between(ordered):
        events.tie(tie)
    placed = events.placed
    found = candidates(placed.values(), formula) if pairs is None else rated(pairs, placed, formula)
    for candidate in found:
        events.link(candidate)
    return with_competitors(events.groups(), found)


class _Events:
    """The clusters so far joined. Each join keeps what every event promises."""

    def __init__(self, ordered: Sequence[LanguageCluster], formula: Formula) -> None:
        self.placed = {cluster.id: formula.place(cluster) for cluster in ordered}
        self._formula = formula
        self._union = Union[str]()
        self._members = {cluster.id: [cluster.id] for cluster in ordered}
        self._links: dict[str, list[Link]] = {cluster.id: [] for cluster in ordered}

    def tie(self, tie: Tie) -> None:
        one, other = tie.one.id, tie.other.id
        if self._may_join(one, other, declared=tie.is_declared):
            self._join(Link(one=one, other=other, score=1.0, evidence=tie.evidence))

    def link(self, candidate: Candidate) -> None:
        one, other = candidate.one, candidate.other
        if not self._may_join(one.cluster.id, other.cluster.id, declared=False):
            return
        found = reasons(one, other, self._formula)
        if not self._is_more_than_countries(found, one, other):
            return
        evidence = evidence_of(found, one, other, self._formula)
        link = Link(
            one=one.cluster.id, other=other.cluster.id, score=candidate.score, evidence=evidence
        )
        self._join(link)

    def groups(self) -> tuple[EventGroup, ...]:
        roots = sorted(self._members)
        return tuple(
            EventGroup(
                clusters=tuple(sorted(self._members[root])),
                links=tuple(sorted(self._links[root], key=lambda link: (link.one, link.other))),
            )
            for root in roots
        )

    def _is_more_than_countries(self, found: list[Reason], one: Placed, other: Placed) -> bool:
        threshold = self._formula.threshold(one.cluster.language, other.cluster.language)
        rest = beyond_countries(found, one, other) * self._formula.decay(one, other)
        return rest >= threshold * self._formula.settings.beyond_countries

    def _may_join(self, one: str, other: str, *, declared: bool) -> bool:
        first, second = self._union.root(one), self._union.root(other)
        if first == second or not self._languages_allow(first, second):
            return False
        return declared or not any_conflict(
            self._clusters(first), self._clusters(second), self._formula.background
        )

    def _clusters(self, root: str) -> list[LanguageCluster]:
        return [self.placed[member].cluster for member in self._members[root]]

    def _languages_allow(self, first: str, second: str) -> bool:
        """The floor rule: two clusters of one language only if they are alike themselves."""
        floor = self._formula.settings.floor
        return all(
            self._formula.score(self.placed[one], self.placed[other]) >= floor
            for one in self._members[first]
            for other in self._members[second]
            if self.placed[one].cluster.language == self.placed[other].cluster.language
        )

    def _join(self, link: Link) -> None:
        first, second = self._union.root(link.one), self._union.root(link.other)
        self._union.join(first, second)
        root = self._union.root(first)
        members = self._members.pop(first) + self._members.pop(second)
        links = [*self._links.pop(first), *self._links.pop(second), link]
        self._members[root], self._links[root] = members, links
