"""How well events find the stories that they continue: a part of the stories benchmark.

`python -m tests.benchmark.chaining [DIR]` prints tables; `DIR` is the corpus, without it only the
ten-language fixture is measured. Events come in the order of their days; each is held against the
stories of the days before, and then joins its own by the gold label, so that a mistake does not
grow. An event is what one language reports of it.

- fixture: stories of months, 43 events of 15 stories and 40 singles, titles and leads.
- releases: the series about Georgia of 22 months among all other messages; no other story.
- OG2021: gold clusters live a day, so whatever chains is wrong. An event is not held against what
  other languages say of it.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from tests.benchmark.georgia import OFF_STORY, articles_of
from tests.benchmark.release_texts import read_releases
from tests.stories.fixture import labelled

from swifeeds.group import Chain
from swifeeds.group.chaining import ChainSettings, StoryIndex, continued, profile_of
from swifeeds.model import Article, ArticleId, Rung, SourceId, StoryId

_THRESHOLDS = (0.2, 0.25, 0.3, 0.4, 0.5, 0.6)
_LEAST = 3
_NOTHING = ChainSettings(join=2.0, suggest=2.0, suggest_by_words=2.0, entities_across=99)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What one language reports of an event. `story` is its label, None where it has none."""

    articles: tuple[Article, ...]
    story: StoryId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was found for an event. `could` is true where its story was there to be found."""

    event: Event
    chain: Chain | None
    could: bool

    @property
    def is_right(self) -> bool:
        return self.chain is not None and self.chain.story == self.event.story


def main() -> None:
    """Print what chains, and how often it is wrong."""
    packs = {"fixture": fixture()}
    if len(sys.argv) > 1:
        corpus = Path(sys.argv[1])
        packs["releases"] = releases(corpus / "releases-parallel")
        packs["og2021"] = headlines(corpus / "stories-og2021")
    for name, events in packs.items():
        _report(name, events)


def _report(name: str, events: Sequence[Event]) -> None:
    gold_counts = name != "og2021"
    found = answers(events, ChainSettings(), may_be_right=gold_counts)
    could = sum(one.could for one in found)
    print(f"{name}: {len(found)} events; {could} with a story to find")
    for rung in (Rung.AUTOMATIC, Rung.SUGGESTION):
        some = [one for one in found if one.chain and one.chain.rung is rung]
        right = sum(one.is_right for one in some)
        print(f"  {rung.label}: {right} right, {len(some) - right} wrong")
    for threshold in _THRESHOLDS:
        settings = replace(_NOTHING, suggest=threshold)
        print(
            f"  suggest {threshold}: {_counts(events, settings, may_be_right=gold_counts)}", end=""
        )
        settings = replace(_NOTHING, suggest_by_words=threshold)
        print(f"; by words {_counts(events, settings, may_be_right=gold_counts)}", end="")
        settings = replace(_NOTHING, join=threshold)
        print(f"; join {_counts(events, settings, may_be_right=gold_counts)}")


def _counts(events: Sequence[Event], settings: ChainSettings, *, may_be_right: bool) -> str:
    some = [one for one in answers(events, settings, may_be_right=may_be_right) if one.chain]
    right = sum(one.is_right for one in some)
    return f"{right} right, {len(some) - right} wrong"


def answers(
    events: Iterable[Event], settings: ChainSettings, *, may_be_right: bool = True
) -> list[Answer]:
    """The events in the order of their days, each with what it was taken to continue."""
    index, members = StoryIndex(), defaultdict[StoryId, list[Article]](list)
    found: list[Answer] = []
    for day in _by_day(events):
        eligible = {story for story, some in members.items() if len(some) >= _LEAST}
        for event in day:
            own = event.story in eligible
            barred = members.keys() - eligible | (set() if may_be_right else {event.story})
            chain = continued(profile_of(event.articles), index, barred=barred, settings=settings)
            found.append(Answer(event=event, chain=chain, could=own and may_be_right))
        for event in day:
            if event.story is None:
                index.hear(profile_of(event.articles))
            else:
                members[event.story] += event.articles
                index.put(event.story, profile_of(members[event.story]))
    return found


def _by_day(events: Iterable[Event]) -> Iterator[Sequence[Event]]:
    days = defaultdict(list)
    for event in events:
        days[min(one.published for one in event.articles).date()].append(event)
    for day in sorted(days):
        yield days[day]


def fixture() -> list[Event]:
    """The newsroom of the test suite."""
    found = defaultdict(list)
    for one in labelled():
        found[one.event, one.article.language, one.story].append(one.article)
    return _events(
        {
            (key, story): some
            for (event, language, story), some in found.items()
            for key in [f"{event}/{language}"]
        }
    )


def releases(folder: Path) -> list[Event]:
    """Every message, one event for each language; only those of the series have a story."""
    with (folder / "INDEX.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        series = {row["file"].removesuffix(".xml") for row in rows if row["story_hint"]} - OFF_STORY
    return [
        Event(articles=(article,), story=StoryId("georgia") if one.name in series else None)
        for one in read_releases(folder)
        for article in articles_of(one)
    ]


def headlines(folder: Path) -> list[Event]:
    """Every gold cluster and language."""
    found = defaultdict(list)
    for article, gold in _read(folder):
        found[f"{gold}/{article.language}", gold].append(article)
    return _events(found)


def _read(folder: Path) -> Iterator[tuple[Article, str]]:
    """The articles of an OG2021 pack, nothing but headlines, each with its gold cluster."""
    with (folder / "articles.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            at = datetime.fromisoformat(row["published_at"]).replace(tzinfo=UTC)
            article = Article(
                id=ArticleId(row["id"]), source_id=SourceId("pack"), language=row["lang"],
                title=row["title"], published=at, updated=at, first_seen=at,
                fingerprint=row["id"],
            )  # fmt: skip
            yield article, row["cluster_id"]


def _events(found: Mapping[tuple[str, str | None], Sequence[Article]]) -> list[Event]:
    return [
        Event(articles=tuple(some), story=StoryId(story) if story else None)
        for (_, story), some in found.items()
    ]


if __name__ == "__main__":
    main()
