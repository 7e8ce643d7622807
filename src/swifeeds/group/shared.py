"""What two groups have in common beside their words: rare places, pictures, links, a whole text.

The weights are what each adds to a score of 0 to 1. They were set by hand, well below the
threshold of publishing: hard facts help likeness over it and never replace it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from swifeeds.group.conflicts import Veto, veto_of
from swifeeds.group.facts import Background, Facts, Reference
from swifeeds.group.rarity import RARE, is_furniture, rarity
from swifeeds.model import Evidence

IMAGE_WEIGHT = 0.12
"""For a picture that both show: the strongest after the text itself, in any language."""

LINK_WEIGHT = 0.1
"""For a page elsewhere that both link to."""

ENTITY_WEIGHT = 0.05
"""For a city, region or organisation that no other text names; less the more do."""

COUNTRY_WEIGHT = 0.02
"""For a country beside one of these. Countries alone never join: half of all news names a few."""

MOST = 0.25
"""What all evidence together can add."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What facts say on whether two groups are one: a veto, or evidence for it, or nothing.

    With a veto there is no evidence. The heaviest evidence comes first.
    """

    veto: Veto | None = None
    evidence: tuple[Evidence, ...] = ()

    @property
    def boost(self) -> float:
        """What the evidence adds to a score of 0 to 1, at most `MOST`."""
        return min(MOST, sum(one.weight or 0.0 for one in self.evidence))

    @property
    def rare_entities(self) -> int:
        """How many cities, regions and organisations both name that few others do."""
        return sum(one.kind == "entity" and not is_country(one) for one in self.evidence)

    def beside(self, evidence: Sequence[Evidence]) -> Comparison:
        """The same with other evidence before its own."""
        return replace(self, evidence=(*evidence, *self.evidence)) if evidence else self


def compare(
    one: Facts, other: Facts, background: Background, *, least_share: float = 0.0
) -> Comparison:
    """Hold the facts of two groups (or articles) against each other.

    Args:
        one: facts of the first; the order of the two does not matter.
        other: facts of the second.
        background: how common things are among the articles so far.
        least_share: see `veto_of`.

    Tells of events, not of stories: what goes on for months has many days and places. Cost grows
    with the titles of one times those of the other, a microsecond each.
    """
    if veto := veto_of(one, other, background, least_share=least_share):
        return Comparison(veto=veto)
    found = [
        *_same_text(one, other),
        *_references("image", one.images, other.images, IMAGE_WEIGHT, background),
        *_references("link", one.links, other.links, LINK_WEIGHT, background),
        *_entities(one, other, background),
    ]
    if any(not is_country(evidence) for evidence in found):
        found.sort(key=lambda evidence: (-(evidence.weight or 0.0), evidence.kind, evidence.detail))
        return Comparison(evidence=tuple(found))
    return Comparison()


def _same_text(one: Facts, other: Facts) -> Iterator[Evidence]:
    for fingerprint in sorted(one.fingerprints & other.fingerprints):
        yield Evidence(kind="fingerprint", detail=fingerprint, weight=MOST)


def _references(
    kind: str,
    mine: frozenset[Reference],
    theirs: frozenset[Reference],
    weight: float,
    background: Background,
) -> Iterator[Evidence]:
    """Addresses that both have, none of them furniture of a page."""
    shared = {address for _, address in mine} & {address for _, address in theirs}
    if not shared:
        return
    first, second = (
        _by_address((one for one in some if one[1] in shared), background)
        for some in (mine, theirs)
    )
    for address in sorted(first.keys() & second.keys()):
        count = sum(background.references.get(one, 0) for one in first[address] | second[address])
        share = rarity(max(0, count - 2), background.articles)
        if share >= RARE:
            yield Evidence(kind=kind, detail=address, weight=round(weight * share, 4))


def _by_address(
    references: Iterable[Reference], background: Background
) -> dict[str, set[Reference]]:
    found: dict[str, set[Reference]] = {}
    for reference in references:
        if not is_furniture(reference, background):
            found.setdefault(reference[1], set()).add(reference)
    return found


def _entities(one: Facts, other: Facts, background: Background) -> Iterator[Evidence]:
    for code in sorted(one.codes & other.codes):
        share = rarity(background.entities.get(code, 0), background.articles)
        if share >= RARE:
            weight = ENTITY_WEIGHT if ":" in code else COUNTRY_WEIGHT
            detail = f"{code} {_surfaces(code, one, other)}"
            yield Evidence(kind="entity", detail=detail, weight=round(weight * share, 4))


def _surfaces(code: str, one: Facts, other: Facts) -> str:
    """`Geneva (en), Genf (de)`: as each language writes it, the first spelling by the alphabet."""
    found: dict[str, str] = {}
    for facts in (one, other):
        for language, entities in facts.entities.items():
            for entity in entities:
                if entity.code == code:
                    found[language] = min(entity.surface, found.get(language, entity.surface))
    return ", ".join(f"{surface} ({language})" for language, surface in sorted(found.items()))


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedEntity:
    """A place or an organisation that both sides name: its code, its spelling by language, and what
    it added to the score."""

    code: str
    surfaces: Mapping[str, str]
    weight: float | None


def shared_entity(evidence: Evidence) -> SharedEntity:
    """Read back stored evidence of the kind `entity`."""
    code, _, written = evidence.detail.partition(" ")
    pairs = (one.rpartition(" (") for one in written.removesuffix(")").split("), ") if one)
    surfaces = {language: surface for surface, _, language in pairs}
    return SharedEntity(code=code, surfaces=surfaces, weight=evidence.weight)


def is_country(evidence: Evidence) -> bool:
    """True of an entity that is a country: no more than background of any news."""
    return evidence.kind == "entity" and ":" not in evidence.detail.partition(" ")[0]
