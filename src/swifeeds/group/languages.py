"""The event indexes of all languages: where each article's event is, alive or ended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from swifeeds.group.events import Cluster, EventIndex, EventSettings, Headline, Pair, Reason
from swifeeds.group.facts import Background, BackgroundTally
from swifeeds.group.shared import compare


@dataclass(frozen=True, slots=True)
class Event:
    """A cluster with its language, and why its members joined."""

    language: str
    cluster: Cluster
    reasons: Mapping[str, Reason]

    @property
    def name(self) -> str:
        """The least id of its members."""
        return self.cluster.name


class Languages:
    """An index for each language that comes, all with one background of facts."""

    def __init__(self, settings: EventSettings, *, keeps_ended: bool) -> None:
        """`keeps_ended`: events that nothing can join any more are still known."""
        self._settings = settings
        self._keeps_ended = keeps_ended
        self._indexes: dict[str, EventIndex] = {}
        self._languages: dict[str, str] = {}
        self._ended: dict[str, Event] = {}
        self._ended_pairs: list[Pair | None] = []
        self._tally = BackgroundTally()
        self.background: Background = self._tally.background()

    def __contains__(self, article: str) -> bool:
        return article in self._languages

    def __iter__(self) -> Iterator[str]:
        return iter(self._languages)

    def __len__(self) -> int:
        return len(self._languages)

    def learn(self, language: str, headline: Headline) -> None:
        """Count what a headline says without placing it."""
        self._index(language).learn(headline)
        if headline.facts is not None:
            self._tally.add(headline.facts)
            self.background = self._tally.background()

    def add(self, language: str, headline: Headline, *, again: bool = False) -> None:
        """Place a headline; `again` as for `EventIndex.add`."""
        self._languages[headline.id] = language
        self._index(language).add(headline, again=again)

    def merge(self) -> None:
        """Merge what has grown alike."""
        for index in self._indexes.values():
            index.merge()

    def moved(self) -> frozenset[str]:
        """The articles that late ones have moved to other events since the last call."""
        return frozenset().union(*(index.moved() for index in self._indexes.values()))

    def take_out(self, article: str) -> frozenset[str]:
        """Dissolve the event of an article; its members, none of which is known any more."""
        language = self._languages.get(article)
        members = frozenset() if language is None else self._indexes[language].take_out(article)
        for one in members:
            del self._languages[one]
        return frozenset(members)

    def language(self, article: str) -> str:
        """The language of a known article."""
        return self._languages[article]

    def event(self, article: str) -> Event:
        """The event of a known article."""
        language = self._languages[article]
        cluster = self._indexes[language].cluster_of(article)
        if cluster is None:
            return self._ended[article]
        return Event(language, cluster, self._indexes[language].reasons_of(cluster))

    def events(self, articles: Iterable[str]) -> dict[Cluster, Event]:
        """The events of those articles that are known, each once, in a stable order."""
        found: dict[Cluster, Event] = {}
        done: set[str] = set()
        for article in sorted({one for one in articles if one in self._languages}):
            if article not in done:
                event = self.event(article)
                done.update(event.cluster.days)
                found[event.cluster] = event
        return found

    def near(self, events: Iterable[Event]) -> Iterator[Pair]:
        """For each event the one of its language that it is most like, if that says enough."""
        seen = set[tuple[str, str]]()
        for pair in (*self._ended_pairs, *map(self._near, events)):
            if pair is None or not {pair.one.name, pair.other.name} <= self._languages.keys():
                continue
            one, other = sorted(self.event(each.name).name for each in (pair.one, pair.other))
            if one != other and (one, other) not in seen:
                seen.add((one, other))
                yield pair

    def _near(self, event: Event) -> Pair | None:
        return self._indexes[event.language].near(event.cluster)

    def _index(self, language: str) -> EventIndex:
        if language not in self._indexes:
            self._indexes[language] = EventIndex(
                self._settings,
                lambda one, other: compare(one, other, self.background),
                on_end=lambda cluster, reasons: self._end(Event(language, cluster, reasons)),
            )
        return self._indexes[language]

    def _end(self, event: Event) -> None:
        """Let an event go."""
        if self._keeps_ended:
            self._ended |= dict.fromkeys(event.cluster.days, event)
            self._ended_pairs.append(self._near(event))
            return
        for article in event.cluster.days:
            del self._languages[article]
