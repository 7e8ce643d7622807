"""Pairs of articles that people judged: what titles alone join, and what texts add to them.

A part of the stories benchmark. The pairs were chosen to be hard, and are few: a figure moves two
points with each pair. The releases are a check that nothing was fitted on: one office writes them
by templates, and hardly any two are of one event.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path

from tests.benchmark.release_texts import LANGUAGES, read_releases
from tests.benchmark.story_packs import TextPair, read_pairs

from swifeeds.group import background_of, compare
from swifeeds.group.events import FITTED, EventIndex, EventSettings, Headline
from swifeeds.group.events.cluster import dot
from swifeeds.group.events.vocabulary import Vocabulary
from swifeeds.group.gist import gist_of
from swifeeds.model import Article, ArticleId, SourceId

_WHEN = datetime(2020, 1, 1, tzinfo=UTC)
_WANTED = 0.9
"""Precision that is asked for where numbers are chosen."""

Both = tuple[Headline, Headline]
Part = Callable[[Headline], Headline]


def measure_pairs(folder: Path) -> dict[str, object]:
    """Precision, recall and F1 by titles, with leads, with bodies; how well each score ranks."""
    if not folder.is_dir():
        return {}
    pairs = read_pairs(folder)
    gold = [pair.is_same for pair in pairs]
    both = [_headlines(number, pair) for number, pair in enumerate(pairs)]
    figures: dict[str, object] = {}
    for name, part in (("", _title), ("_lead", _lead), ("_body", _whole)):
        scores = _scores(both, part)
        for level, threshold in (("", FITTED.attach), ("_suggested", FITTED.suggest)):
            found = _Found.of(gold, [score >= threshold for score in scores])
            print(f"pairs{name or '_title'}{level} (from {threshold}): {found}")
            figures |= found.figures(f"pairs{level}{name}")
    return figures | _crossfitted(both, gold) | _ranking(both, gold)


def measure_releases(folder: Path) -> dict[str, object]:
    """Pairs of releases that would be joined if all had come in one hour: nearly all wrongly."""
    if not folder.is_dir():
        return {}
    figures: dict[str, object] = {}
    untold = replace(FITTED, told=0.0)
    tried = (
        ("titles", _title, FITTED),
        ("texts_untold", _whole, untold),
        ("texts", _whole, FITTED),
    )
    for name, part, settings in tried:
        joined = {
            tag: _joined(_release_headlines(folder, tag), part, settings) for tag in LANGUAGES
        }
        print(f"releases joined by {name}: {sum(joined.values())} {joined}")
        figures[f"releases_joined_{name}"] = sum(joined.values())
    return figures


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """How many were joined, rightly joined, and to be joined."""

    joined: int
    right: int
    gold: int

    @classmethod
    def of(cls, gold: Sequence[bool], joined: Sequence[bool]) -> _Found:
        right = sum(map(all, zip(gold, joined, strict=True)))
        return cls(joined=sum(joined), right=right, gold=sum(gold))

    @property
    def precision(self) -> float:
        return self.right / self.joined if self.joined else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.gold

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.joined + self.gold)

    def figures(self, name: str) -> dict[str, object]:
        return {
            f"{name}_{each}": round(getattr(self, each), 3)
            for each in ("precision", "recall", "f1")
        }

    def __str__(self) -> str:
        return (
            f"{self.joined} joined, {self.right} rightly, of {self.gold}:"
            f" P {self.precision:.3f} R {self.recall:.3f} F1 {self.f1:.3f}"
        )


def _headlines(number: int, pair: TextPair) -> Both:
    one, other = (
        _article(f"{number}-{side}", pair.language, pair.titles[side], pair.texts[side])
        for side in (0, 1)
    )
    return gist_of(one).headline, gist_of(other).headline


def _article(
    name: str, language: str, title: str, text: str, summary: str | None = None
) -> Article:
    return Article(
        id=ArticleId(name), source_id=SourceId("pack"), language=language, title=title,
        summary=summary, content=f"<p>{html.escape(text)}</p>", published=_WHEN, updated=_WHEN,
        first_seen=_WHEN, fingerprint=name,
    )  # fmt: skip


def _title(headline: Headline) -> Headline:
    return replace(headline, text=None)


def _lead(headline: Headline) -> Headline:
    text = headline.text
    return headline if text is None else replace(headline, text=replace(text, body=()))


def _whole(headline: Headline) -> Headline:
    return headline


def _scores(both: Sequence[Both], part: Part, settings: EventSettings = FITTED) -> Sequence[float]:
    """What the automatic rung says to each pair, vetoes of the facts included."""
    index = _learned([part(one) for pair in both for one in pair], settings)
    return [index.likeness(part(one), part(other)) for one, other in both]


def _learned(headlines: Sequence[Headline], settings: EventSettings) -> EventIndex:
    background = background_of(one.facts for one in headlines if one.facts)
    index = EventIndex(settings, lambda one, other: compare(one, other, background))
    for one in headlines:
        index.learn(one)
    return index


def _crossfitted(both: Sequence[Both], gold: Sequence[bool]) -> dict[str, object]:
    """The same with numbers that were chosen on the other half of the pairs."""
    titles = {0.0: _scores(both, _title)}
    wholes = {
        told / 20: _scores(both, _whole, replace(FITTED, told=told / 20)) for told in range(19)
    }
    free = [limit / 100 for limit in range(26, 60)]
    figures: dict[str, object] = {}
    for name, tried, limits in (
        ("title", titles, free),
        ("body", wholes, [FITTED.attach]),
        ("body_free", wholes, free),
    ):
        found = _Found.of(gold, _chosen_on_the_other_half(tried, limits, gold))
        print(f"pairs_{name}, numbers chosen on the other half: {found}")
        figures |= found.figures(f"pairs_crossfit_{name}")
    return figures


def _chosen_on_the_other_half(
    tried: Mapping[float, Sequence[float]], limits: Sequence[float], gold: Sequence[bool]
) -> list[bool]:
    """Which pairs are joined when `told` and the threshold are those that find most on the other
    half at the precision that is asked for. Every second pair is a half: languages come in
    blocks."""
    joined = [False] * len(gold)
    for half in (0, 1):
        told, threshold = max(
            ((told, limit) for told in tried for limit in limits),
            key=lambda one: (*_worth(tried[one[0]][half::2], gold[half::2], one[1]), one),
        )
        print(f"  on half {half}: told {told}, from {threshold}")
        for place in range(1 - half, len(gold), 2):
            joined[place] = tried[told][place] >= threshold
    return joined


def _worth(scores: Sequence[float], gold: Sequence[bool], threshold: float) -> tuple[bool, float]:
    """What finds most at the precision that is asked for, else what is most precise."""
    found = _Found.of(gold, [score >= threshold for score in scores])
    enough = found.precision >= _WANTED
    return enough, found.f1 if enough else found.precision


def _ranking(both: Sequence[Both], gold: Sequence[bool]) -> dict[str, object]:
    titles = _scores(both, lambda one: replace(one, text=None, facts=None))
    bodies = list(_bodies_alike(both))
    mean = [(one + other) / 2 for one, other in zip(titles, bodies, strict=True)]
    ranked = {"title": titles, "body": bodies, "mean": mean}
    areas = {name: round(_area(scores, gold), 3) for name, scores in ranked.items()}
    print(f"pairs, area under the curve (mean: of title and body): {areas}")
    return {f"pairs_auc_{name}": area for name, area in areas.items()}


def _bodies_alike(both: Sequence[Both]) -> Iterator[float]:
    """The lead stands in for a body that is too short to be one."""
    words = Vocabulary()
    stems = [[(one.text.body or one.text.lead) for one in pair if one.text] for pair in both]
    for pair in stems:
        for one in pair:
            words.count(one)
    for one, other in stems:
        yield dot(words.vector(one), words.vector(other))


def _area(scores: Sequence[float], gold: Sequence[bool]) -> float:
    """The chance that a pair of one event scores above a pair of two."""
    right = [score for score, same in zip(scores, gold, strict=True) if same]
    wrong = [score for score, same in zip(scores, gold, strict=True) if not same]
    won = sum((one > other) + 0.5 * (one == other) for one in right for other in wrong)
    return won / (len(right) * len(wrong))


def _release_headlines(folder: Path, language: str) -> Sequence[Headline]:
    found = []
    for one in read_releases(folder):
        if language in one.texts:
            text, body = one.texts[language], one.bodies[language] or ""
            article = _article(one.name, language, text.title, body, text.lead)
            found.append(gist_of(article).headline)
    return found


def _joined(headlines: Sequence[Headline], part: Part, settings: EventSettings) -> int:
    """Time is put aside: the pack has three messages a fortnight."""
    index = _learned([part(one) for one in headlines], settings)
    return sum(
        index.likeness(part(one), part(other)) >= FITTED.attach
        for one, other in combinations(headlines, 2)
    )
