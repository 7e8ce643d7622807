"""What links the events of a window over languages: ties, words, letters, places, tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from swifeeds.group.crosslingual import (
    Counterparts,
    EventGroup,
    LanguageCluster,
    LinkSettings,
    Partners,
    Ties,
    TitleCounts,
    TitleTally,
    link_clusters,
    reach_in_days,
)
from swifeeds.group.facts import Reference, joined_facts, opening_places
from swifeeds.group.gist import Gist
from swifeeds.group.languages import Event, Languages
from swifeeds.group.lexicon import Lexicon
from swifeeds.group.rarity import is_furniture
from swifeeds.model import ArticleId

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

_COUNTED_AGAIN = 1.1
"""Growth of the headlines from which the words over all languages are summed up again."""


class Across:
    """Articles where those of other languages find them, and the events that are one by it."""

    def __init__(
        self, languages: Languages, lexicon: Lexicon | None, linking: LinkSettings
    ) -> None:
        """`languages` is whose events are linked, `lexicon` what was learned from translations."""
        self._languages = languages
        self._lexicon = lexicon
        self._linking = linking
        self._reach = reach_in_days(linking)
        self._titles: dict[str, str] = {}
        self._works: dict[str, str] = {}
        self._partners = Partners()
        self._counterparts = Counterparts(lexicon, linking.least_pairs)
        self._tally = TitleTally()
        self._counts: TitleCounts | None = None

    def learn(self, gist: Gist) -> None:
        """Count the words of a headline."""
        self._tally.add(gist.language, gist.headline.title)

    def add(self, gist: Gist) -> None:
        """File an article that has its event now."""
        title, facts = gist.headline.title, gist.headline.facts
        self._titles[gist.id] = title
        places = opening_places(facts) if facts else ()
        self._partners.add(gist.id, gist.language, title, places)
        self._counterparts.add(gist.id, gist.language, title)
        if facts:
            images, links = self._addresses(facts.images), self._addresses(facts.links)
            self._partners.tie(gist.id, Ties(images=images, links=links))

    def tie(self, works: Mapping[ArticleId, str]) -> None:
        """Note the work of articles, as declared links make it."""
        for article, work in works.items():
            if article in self._languages and self._works.get(article) != work:
                self._works[article] = work
                self._partners.tie(article, Ties(works=frozenset({work})))

    def speak(self, lexicon: Lexicon | None) -> None:
        """Go by these tables from now on."""
        self._lexicon = lexicon
        self._counterparts = Counterparts(lexicon, self._linking.least_pairs)
        for article in self._languages:
            language = self._languages.language(article)
            self._counterparts.add(article, language, self._titles[article])

    def linked(self, events: Iterable[Event]) -> tuple[Mapping[str, Event], Sequence[EventGroup]]:
        """These events and those of other languages that are worth comparing with them, by name,
        and which of all of them are one."""
        some = tuple(events)
        pairs = {pair for event in some for pair in self._pairs(event)}
        around = self._languages.events(name for pair in pairs for name in pair)
        known = {event.name: event for event in (*some, *around.values())}
        groups = link_clusters(
            [self._for_linking(event) for event in known.values()],
            settings=self._linking,
            lexicon=self._lexicon,
            counts=self._counted(),
            pairs=pairs,
            background=self._languages.background,
        )
        return known, groups

    def _pairs(self, event: Event) -> Iterator[tuple[str, str]]:
        tied = self._partners.tied(event.language, self._ties(event))
        for other in self._languages.events(tied).values():
            yield _ordered(event, other)
        for other in self._languages.events(self._alike(event)).values():
            if abs(event.cluster.mean - other.cluster.mean) <= self._reach:
                yield _ordered(event, other)

    def _alike(self, event: Event) -> Iterator[str]:
        titles = self._titles_of(event)
        places = {code for facts in event.cluster.facts for code in opening_places(facts)}
        yield from self._partners.alike(event.language, titles, places)
        yield from self._counterparts.alike(event.language, titles)

    def _for_linking(self, event: Event) -> LanguageCluster:
        cluster = event.cluster
        return LanguageCluster(
            id=event.name,
            language=event.language,
            titles=self._titles_of(event),
            mean_time=_EPOCH + timedelta(days=cluster.mean),
            members=len(cluster.days),
            ties=self._ties(event),
            facts=joined_facts(cluster.facts) if cluster.facts else None,
        )

    def _counted(self) -> TitleCounts:
        if self._counts is None or self._tally.titles > _COUNTED_AGAIN * self._counts.titles:
            self._counts = self._tally.counts()
        return self._counts

    def _titles_of(self, event: Event) -> tuple[str, ...]:
        return tuple(self._titles[article] for article in event.cluster.days)

    def _ties(self, event: Event) -> Ties:
        facts = event.cluster.facts
        return Ties(
            works=frozenset(self._works[one] for one in event.cluster.days if one in self._works),
            images=self._addresses(reference for one in facts for reference in one.images),
            links=self._addresses(reference for one in facts for reference in one.links),
        )

    def _addresses(self, references: Iterable[Reference]) -> frozenset[str]:
        background = self._languages.background
        return frozenset(one[1] for one in references if not is_furniture(one, background))


def _ordered(one: Event, other: Event) -> tuple[str, str]:
    return min(one.name, other.name), max(one.name, other.name)
