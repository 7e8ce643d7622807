"""How a fit is worded: what it stands on, the figures, and the lines for the configuration."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from swifeeds import __version__
from swifeeds.group.events import EventSettings
from swifeeds.group.fitting import DRAWS, NEEDED, PUBLISHED, Fitted, FittedLink, Labelled, Measured
from swifeeds.service.counting import counted

_WIDTH = 96
_DAY = 86_400.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What a fit stands on. `labelled` are articles of a story, `strangers` those of none, and of
    the rest nothing is known; `first` and `last` are when articles were published (UTC); `embedder`
    is the model beside words and its weight."""

    name: str
    articles: int
    labelled: int
    strangers: int
    stories: int
    languages: Mapping[str, int]
    first: datetime | None
    last: datetime | None
    at: datetime
    embedder: str | None = None
    version: str = __version__

    @classmethod
    def of(cls, rows: Sequence[Labelled], name: str, *, at: datetime) -> Ground:
        """Count the rows."""
        known = [one.label for one in rows if one.label is not None]
        stories = [one.story for one in known if one.story is not None]
        days = [datetime.fromtimestamp(one.headline.day * _DAY, UTC) for one in rows]
        return cls(
            name=name,
            articles=len(rows),
            labelled=len(stories),
            strangers=len(known) - len(stories),
            stories=len(set(stories)),
            languages=dict(Counter(one.language for one in rows).most_common()),
            first=min(days, default=None),
            last=max(days, default=None),
            at=at,
        )


def figures(found: Fitted) -> Iterator[tuple[object, ...]]:
    """A row for each threshold that was tried."""
    for one in found.tried:
        bcubed = one.score.bcubed
        purity = "" if one.score.purity is None else f"{one.score.purity:.3f}"
        yield (
            f"{one.threshold:.2f}", one.score.units, purity, f"{one.score.coverage:.3f}",
            f"{bcubed.precision:.3f}", f"{bcubed.recall:.3f}", f"{bcubed.f1:.3f}",
        )  # fmt: skip


def unreached(found: Fitted) -> str:
    """Why nothing was chosen."""
    pure = [one for one in found.tried if one.score.purity is not None]
    best = max(pure, key=lambda one: one.score.purity or 0.0, default=None)
    reached = (
        "no threshold gives units to judge"
        if best is None
        else f"the best is {best.score.purity:.3f} of {counted(best.score.units, 'unit')} at "
        f"{best.threshold:.2f}"
    )
    return (
        f"no threshold keeps units of {PUBLISHED} and more {found.purity:.2f} pure: {reached}; "
        "label more, or name a lower --purity"
    )


def statement(found: Fitted, link: FittedLink | None, ground: Ground) -> str:
    """The lines for the configuration, with what they were fitted on."""
    assert found.attach is not None
    parts = (_ground(ground), _whole(found), *_halves(found), _suggested(found), _linked(link))
    told = " ".join(filter(None, parts))
    comment = textwrap.fill(told, _WIDTH, initial_indent="# ", subsequent_indent="# ")
    lines = ["[grouping]", comment, f"attach = {found.attach.threshold:.2f}"]
    if found.suggest is not None:
        lines.append(f"suggest = {found.suggest.threshold:.2f}")
    if link is not None:
        lines.append(f"link = {link.link.threshold:.2f}")
    return "\n".join(lines)


def _ground(ground: Ground) -> str:
    dates = f"{ground.first:%Y-%m-%d} to {ground.last:%Y-%m-%d}" if ground.first else "no dates"
    beside = f" With the embedder {ground.embedder}." if ground.embedder else ""
    languages = ", ".join(f"{tag} {count:,}" for tag, count in ground.languages.items())
    return (
        f"Fitted {ground.at:%Y-%m-%d} by `swifeeds story fit`, swifeeds {ground.version}, on "
        f"{ground.name}: {ground.articles:,} articles of {dates} ({languages}), {ground.labelled:,}"
        f" of them in {ground.stories:,} stories, {ground.strangers:,} in none for certain.{beside}"
    )


def embedder_line(settings: EventSettings) -> str | None:
    """The embedder's model and weight; None for none."""
    if not settings.embedding_weight:
        return None
    return f"{settings.embedding_model} at weight {settings.embedding_weight:g}"


def _whole(found: Fitted) -> str:
    assert found.attach is not None
    wanted = f"Chosen for a purity of {found.purity:.2f} on both halves by time:"
    return f"{wanted} {_worded(found.attach)} (95 % of {DRAWS} draws of events in brackets)."


def _suggested(found: Fitted) -> str:
    if found.suggest is None:
        return ""
    return f"`suggest` has the best BCubed F1 up to there: {_ranged(*_f1(found.suggest))}."


def _linked(link: FittedLink | None) -> str:
    if link is None:
        return f"`link` was not fitted: fewer than {NEEDED} stories in two languages in a half."
    halves = "; ".join(
        f"{one.threshold:.2f} of the {name} half gives {_ranged(*_f1(one))} on the other"
        for one, name in ((link.first, "first"), (link.second, "second"))
    )
    return f"`link` has the best F1 over all languages, {_ranged(*_f1(link.link))}; {halves}."


def _f1(one: Measured) -> tuple[float, tuple[float, float] | None]:
    return one.score.bcubed.f1, one.f1


def _halves(found: Fitted) -> Iterator[str]:
    for one, chosen, other in (
        (found.first, "first", "second"),
        (found.second, "second", "first"),
    ):
        if one is None:
            yield f"Chosen on the {chosen} half alone: none is pure enough."
        else:
            at = f"Chosen on the {chosen} half ({one.threshold:.2f}), measured on the {other}:"
            yield f"{at} {_worded(one)}."


def _worded(one: Measured) -> str:
    bcubed = one.score.bcubed
    return (
        f"purity {_ranged(one.score.purity, one.purity)} of {one.score.units} units of {PUBLISHED} "
        f"and more, which hold {_ranged(one.score.coverage, one.coverage)} of the articles; BCubed "
        f"P {bcubed.precision:.3f} R {bcubed.recall:.3f} F1 {_ranged(bcubed.f1, one.f1)}"
    )


def _ranged(value: float | None, interval: tuple[float, float] | None) -> str:
    if value is None:
        return "unknown"
    return f"{value:.3f}" + (f" [{interval[0]:.3f}, {interval[1]:.3f}]" if interval else "")
