"""What forbids that two texts are one event, however alike their words are.

Texts cut from one template are the most alike of all and tell of different events: the figures of
another day, the result of another match, the vote of another state. Their titles are twins but
for a number, a day or a place.
"""

from __future__ import annotations

from calendar import isleap
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

from swifeeds.group.facts import Background, Facts, Opening
from swifeeds.group.rarity import RARE, rarity
from swifeeds.localise import Day, country_of

TWIN = 0.6
"""Share of the words of two titles that both have, from which they are of one template."""

_NUMBERS_OF_ONE_TEXT = 0.5
"""Share of the fewer numbers from which the texts tell of one event, counted again."""

_ANY_YEAR = 2000
_ONE_NIGHT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Veto:
    """Why two texts are not one event.

    `kind` is `number`, `day` or `place`; `detail` what stands against what, ready to show.
    """

    kind: str
    detail: str


def veto_of(
    one: Facts, other: Facts, background: Background, *, least_share: float = 0.0
) -> Veto | None:
    """The reason why these are not one event, or None. A place speaks for its side where at least
    `least_share` of its titles and leads name it: one headline of twenty may look elsewhere.

    Twins of one language that do not contradict each other, and a common fingerprint, lift every
    veto: a group may well hold earlier figures too. The answer is the same either way round.
    """
    if one.fingerprints & other.fingerprints:
        return None
    vetoes: list[Veto] = []
    for first, second in _twins(one, other):
        veto = _of_twins(first, second, one, other)
        if veto is None:
            return None
        vetoes.append(veto)
    found = min(vetoes, key=lambda veto: (veto.kind, veto.detail), default=None)
    return found or _events_apart(one, other) or _places_apart(one, other, background, least_share)


def _twins(one: Facts, other: Facts) -> Iterator[tuple[Opening, Opening]]:
    for language in one.openings.keys() & other.openings.keys():
        for first, second in product(one.openings[language], other.openings[language]):
            words = len(first.words | second.words)
            if words and len(first.words & second.words) >= TWIN * words:
                yield first, second


def _of_twins(first: Opening, second: Opening, one: Facts, other: Facts) -> Veto | None:
    if days_apart(first.days, second.days):
        return _veto("day", map(_written, first.days), map(_written, second.days))
    mine, theirs = first.places - second.places, second.places - first.places
    if mine and theirs and _are_elsewhere(mine, theirs):
        return _veto("place", mine, theirs)
    apart = first.numbers and second.numbers and not first.numbers & second.numbers
    return (
        _veto("number", first.numbers, second.numbers)
        if apart and _count_anew(one, other)
        else None
    )


def _are_elsewhere(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Geneva is in Switzerland, but neither in Bern nor in France."""
    are_exact = all(":" in code for code in mine | theirs)
    return are_exact or not _countries(mine) & _countries(theirs)


def _count_anew(one: Facts, other: Facts) -> bool:
    """An update of one event changes a number, a new event nearly all."""
    fewer = min(len(one.numbers), len(other.numbers))
    return len(one.numbers & other.numbers) < _NUMBERS_OF_ONE_TEXT * fewer


def numbers_apart(one: Facts, other: Facts, *, least_share: float) -> Veto | None:
    """Most titles of either side give figures, none of them in common, and the texts have hardly
    any in common: for two languages, whose titles nobody can tell for twins."""
    mine, theirs = (
        _named_by_most([opening.numbers for opening in _openings(side)], least_share)
        for side in (one, other)
    )
    apart = mine and theirs and not mine & theirs and _count_anew(one, other)
    return _veto("number", mine, theirs) if apart else None


def _named_by_most(named: Sequence[frozenset[str]], least_share: float) -> frozenset[str]:
    """What is in at least this share of these."""
    times = Counter(one for some in named for one in some)
    return frozenset(one for one, count in times.items() if count >= least_share * len(named))


def _events_apart(one: Facts, other: Facts) -> Veto | None:
    """Both say when it was, and it was not within one night."""
    mine, theirs = _days(one), _days(other)
    apart = days_apart(mine, theirs, nights=_ONE_NIGHT)
    return _veto("day", map(_written, mine), map(_written, theirs)) if apart else None


def _places_apart(
    one: Facts, other: Facts, background: Background, least_share: float
) -> Veto | None:
    """Both open with places that few texts name, and neither knows the other's country."""
    mine, theirs = (_rare_places(side, background, least_share) for side in (one, other))
    if not mine or not theirs:
        return None
    if _countries(mine) & _countries(other.codes) or _countries(theirs) & _countries(one.codes):
        return None
    return _veto("place", mine, theirs)


def _days(facts: Facts) -> frozenset[Day]:
    return frozenset().union(*(opening.days for opening in _openings(facts)))


def _rare_places(facts: Facts, background: Background, least_share: float) -> frozenset[str]:
    counts, articles = background.entities, background.articles
    named = _named_by_most([opening.places for opening in _openings(facts)], least_share)
    return frozenset(one for one in named if rarity(counts.get(one, 0), articles) >= RARE)


def _openings(facts: Facts) -> Iterator[Opening]:
    for openings in facts.openings.values():
        yield from openings


def _countries(codes: Iterable[str]) -> frozenset[str]:
    """Where places lie; a region of several countries is its own."""
    return frozenset(country_of(code) or code for code in codes)


def days_apart(mine: Collection[Day], theirs: Collection[Day], *, nights: int = 0) -> bool:
    """True when both name days, and none of one lies within `nights` of one of the other."""
    near = any(_distance(one, other) <= nights for one, other in product(mine, theirs))
    return bool(mine) and bool(theirs) and not near


def _distance(one: Day, other: Day) -> int:
    """Days between. Where one of them names no year, New Year's Eve is a day before New Year."""
    year = one[0] or other[0] or _ANY_YEAR
    days = abs((_date(one[0] or year, one) - _date(other[0] or year, other)).days)
    return days if one[0] and other[0] else min(days, 365 + isleap(year) - days)


def _date(year: int, day: Day) -> date:
    """The 29th of February of another year is its 28th."""
    _, month, number = day
    try:
        return date(year, month, number)
    except ValueError:
        return date(year, month, number - 1)


def _written(day: Day) -> str:
    year, month, number = day
    return f"{month:02}-{number:02}" if year is None else f"{year}-{month:02}-{number:02}"


def _veto(kind: str, mine: Iterable[str], theirs: Iterable[str]) -> Veto:
    sides = sorted([", ".join(sorted(mine)), ", ".join(sorted(theirs))])
    return Veto(kind=kind, detail=" / ".join(sides))
