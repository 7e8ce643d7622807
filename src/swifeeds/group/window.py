"""The events of a stretch of article time, kept up to date as articles come, change and leave.

One index for each language, and what links their clusters over languages. The cost of an article
follows the events that are alive, not the archive: what is too old to be joined is let go.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
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
from swifeeds.group.events import FITTED, EventSettings
from swifeeds.group.facts import Reference, joined_facts, opening_places
from swifeeds.group.found import Found, Happening, Hint, Unit
from swifeeds.group.gist import Gist, Version, version_of
from swifeeds.group.languages import Event, Languages
from swifeeds.group.lexicon import Lexicon
from swifeeds.group.rarity import is_furniture
from swifeeds.model import Article, ArticleId

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

_LINKING = LinkSettings()

_COUNTED_AGAIN = 1.1
"""Growth of the headlines from which the words over all languages are summed up again."""

_REACH = reach_in_days(LinkSettings())
"""Days between two events beyond which nothing but what ties them makes them one."""


class Window:
    """What is alive in a stretch of time. Words are learned (`learn`) before articles are placed
    (`add`), so that the order within one call hardly matters."""

    def __init__(
        self,
        settings: EventSettings = FITTED,
        *,
        lexicon: Lexicon | None = None,
        linking: LinkSettings = _LINKING,
        keeps_ended: bool = False,
    ) -> None:
        """`lexicon` is what was learned from translations, `linking` how languages are linked.
        `keeps_ended`: what nothing can join any more is still told of; for a stretch that is looked
        at once."""
        self._lexicon = lexicon
        self._linking = linking
        self._languages = Languages(settings, keeps_ended=keeps_ended)
        self._versions: dict[str, Version] = {}
        self._works: dict[str, str] = {}
        self._partners = Partners()
        self._counterparts = Counterparts(lexicon, linking.least_pairs)
        self._tally = TitleTally()
        self._counts: TitleCounts | None = None

    def __len__(self) -> int:
        """How many articles are alive."""
        return len(self._languages)

    def knows(self, article: Article) -> bool:
        """True when the article is alive and was added as it reads now."""
        known = self._versions.get(article.id)
        return article.id in self._languages and known == version_of(article)

    def learn(self, gists: Iterable[Gist]) -> None:
        """Count words, places, pictures and links without placing anything.

        An article counts once, as it first came: what is corrected all day is not common for that.
        """
        for gist in gists:
            if gist.id not in self._versions:
                self._languages.learn(gist.language, gist.headline)
                self._tally.add(gist.language, gist.headline.title)

    def add(self, gists: Iterable[Gist], works: Mapping[ArticleId, str]) -> None:
        """Place articles, and merge what has grown alike.

        Args:
            gists: what is not known yet, or was taken out; in article time, as a rule.
            works: the key of each article's work (`translation_groups`), of known ones as well.
        """
        for gist in gists:
            again = gist.id in self._versions
            self._versions[gist.id] = gist.version
            self._languages.add(gist.language, gist.headline, again=again)
            self._file(gist)
        for article, work in works.items():
            if article in self._languages and self._works.get(article) != work:
                self._works[article] = work
                self._partners.tie(article, Ties(works=frozenset({work})))
        self._languages.merge()

    def speak(self, lexicon: Lexicon | None) -> None:
        """Go by these tables from now on. What was linked by others is looked at anew when it is
        asked for."""
        self._lexicon = lexicon
        self._counterparts = Counterparts(lexicon, self._linking.least_pairs)
        for article in self._languages:
            language, title = self._languages.language(article), self._versions[article][1]
            self._counterparts.add(article, language, title)

    def take_out(self, ids: Iterable[ArticleId]) -> frozenset[ArticleId]:
        """Forget articles that changed or left. The rest of their events must be added again, since
        nobody knows whether these hold without them: their ids."""
        gone = frozenset(ids)
        members = [one for article in gone for one in self._languages.take_out(article)]
        return frozenset(map(ArticleId, members)) - gone

    def found(self, ids: Collection[ArticleId] | None = None) -> Found:
        """The events that these articles are in (None: all), and hints at others like them."""
        asked = self._languages.events(self._languages if ids is None else ids)
        hints = tuple(self._hints(asked.values()))
        near = self._languages.events(one for hint in hints for one in (hint.one, hint.other))
        shown = asked | near
        pairs = set(self._pairs(shown.values()))
        around = self._languages.events(name for pair in pairs for name in pair)
        by_name = {event.name: event for event in (shown | around).values()}
        happenings = tuple(
            _happening(group, by_name)
            for group in self._linked(by_name.values(), pairs)
            if any(by_name[name].cluster in shown for name in group.clusters)
        )
        return Found(happenings=happenings, hints=hints)

    def _file(self, gist: Gist) -> None:
        """File an article where those of other languages find it."""
        title, facts = gist.headline.title, gist.headline.facts
        places = opening_places(facts) if facts else ()
        self._partners.add(gist.id, gist.language, title, places)
        self._counterparts.add(gist.id, gist.language, title)
        if facts:
            images, links = self._addresses(facts.images), self._addresses(facts.links)
            self._partners.tie(gist.id, Ties(images=images, links=links))

    def _hints(self, events: Iterable[Event]) -> Iterator[Hint]:
        for pair in self._languages.near(events):
            one, other = ArticleId(pair.one.name), ArticleId(pair.other.name)
            yield Hint(one=one, other=other, reason=pair.reason)

    def _pairs(self, events: Iterable[Event]) -> Iterator[tuple[str, str]]:
        """These events with those of other languages that are worth comparing, by name."""
        for event in events:
            tied = self._partners.tied(event.language, self._ties(event))
            for other in self._languages.events(tied).values():
                yield _ordered(event, other)
            for other in self._languages.events(self._alike(event)).values():
                if abs(event.cluster.mean - other.cluster.mean) <= _REACH:
                    yield _ordered(event, other)

    def _alike(self, event: Event) -> Iterator[str]:
        titles = self._titles(event)
        places = {code for facts in event.cluster.facts for code in opening_places(facts)}
        yield from self._partners.alike(event.language, titles, places)
        yield from self._counterparts.alike(event.language, titles)

    def _linked(
        self, events: Iterable[Event], pairs: Collection[tuple[str, str]]
    ) -> Sequence[EventGroup]:
        clusters = [
            LanguageCluster(
                id=event.name,
                language=event.language,
                titles=self._titles(event),
                mean_time=_EPOCH + timedelta(days=event.cluster.mean),
                members=len(event.cluster.days),
                ties=self._ties(event),
                facts=joined_facts(event.cluster.facts) if event.cluster.facts else None,
            )
            for event in events
        ]
        return link_clusters(
            clusters,
            settings=self._linking,
            lexicon=self._lexicon,
            counts=self._counted(),
            pairs=pairs,
            background=self._languages.background,
        )

    def _counted(self) -> TitleCounts:
        if self._counts is None or self._tally.titles > _COUNTED_AGAIN * self._counts.titles:
            self._counts = self._tally.counts()
        return self._counts

    def _titles(self, event: Event) -> tuple[str, ...]:
        return tuple(self._versions[article][1] for article in event.cluster.days)

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


def _happening(group: EventGroup, events: Mapping[str, Event]) -> Happening:
    units = tuple(_unit(events[name]) for name in group.clusters)
    return Happening(units=units, links=group.links)


def _unit(event: Event) -> Unit:
    return Unit(
        language=event.language,
        articles=tuple(sorted(map(ArticleId, event.cluster.days))),
        reasons={ArticleId(name): reason for name, reason in event.reasons.items()},
    )
