"""The events of a stretch of article time, kept up to date as articles come, change and leave.

One index for each language, and what links their clusters over languages. The cost of an article
follows the events that are alive, not the archive: what is too old to be joined is let go.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from swifeeds.group.across import Across
from swifeeds.group.crosslingual import EventGroup, LinkSettings
from swifeeds.group.events import FITTED, EventSettings
from swifeeds.group.found import Found, Happening, Hint, Unit
from swifeeds.group.gist import Gist, Version, version_of
from swifeeds.group.languages import Event, Languages
from swifeeds.group.lexicon import Lexicon
from swifeeds.model import Article, ArticleId

_LINKING = LinkSettings()


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
        self._languages = Languages(settings, keeps_ended=keeps_ended)
        self._versions: dict[str, Version] = {}
        self._across = Across(self._languages, lexicon, linking)

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
                self._across.learn(gist)

    def add(self, gists: Iterable[Gist], works: Mapping[ArticleId, str]) -> frozenset[ArticleId]:
        """Place articles, and merge what has grown alike.

        Args:
            gists: what is not known yet, or was taken out; in article time, as a rule.
            works: the key of each article's work (`translation_groups`), of known ones as well.

        Returns:
            Those known before that are in another event now, as these came late.
        """
        for gist in gists:
            again = gist.id in self._versions
            self._versions[gist.id] = gist.version
            self._languages.add(gist.language, gist.headline, again=again)
            self._across.add(gist)
        self._across.tie(works)
        self._languages.merge()
        return frozenset(map(ArticleId, self._languages.moved()))

    def speak(self, lexicon: Lexicon | None) -> None:
        """Go by these tables from now on. What was linked by others is looked at anew when it is
        asked for."""
        self._across.speak(lexicon)

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
        by_name, groups = self._across.linked(shown.values())
        happenings = tuple(
            _happening(group, by_name)
            for group in groups
            if any(by_name[name].cluster in shown for name in group.clusters)
        )
        return Found(happenings=happenings, hints=hints)

    def _hints(self, events: Iterable[Event]) -> Iterator[Hint]:
        for pair in self._languages.near(events):
            one, other = ArticleId(pair.one.name), ArticleId(pair.other.name)
            yield Hint(one=one, other=other, reason=pair.reason)


def _happening(group: EventGroup, events: Mapping[str, Event]) -> Happening:
    units = tuple(_unit(events[name]) for name in group.clusters)
    return Happening(units=units, links=group.links)


def _unit(event: Event) -> Unit:
    return Unit(
        language=event.language,
        articles=tuple(sorted(map(ArticleId, event.cluster.days))),
        reasons={ArticleId(name): reason for name, reason in event.reasons.items()},
    )
