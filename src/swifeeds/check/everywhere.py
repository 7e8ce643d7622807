"""Extensions that may stand anywhere: Dublin Core, licences, places on earth."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from swifeeds.check.address_checks import whole_uri
from swifeeds.check.dates import w3c_date
from swifeeds.check.languages import is_language
from swifeeds.check.notes import Notes
from swifeeds.check.plain import plain_text
from swifeeds.check.values import (
    latitude,
    longitude,
    within,
)
from swifeeds.check.vocabulary import known_name
from swifeeds.check.walk import ANYTHING, Check, Kind
from swifeeds.check.words import words
from swifeeds.markup.outline import Node

Kinds = Mapping[str, Callable[[], Kind]]


def leaf(*checks: Check, attributes: str = "") -> Callable[[], Kind]:
    """An element of text."""
    return lambda: Kind(text=True, after=checks, attributes=frozenset(attributes.split()))


def anything() -> Kind:
    """An element that is not looked into."""
    return ANYTHING


def language(node: Node, notes: Notes) -> None:
    """A language tag."""
    if not is_language(node.text.strip()):
        notes.note("invalid-language", node, value=node.text.strip())


def same(core: str, extension: str, rule: str) -> Check:
    """Two elements that say the same stand side by side."""

    def check(node: Node, notes: Notes) -> None:
        namespaced = {_plain_name(child) for child in node.children}
        if {core, extension} <= namespaced:
            notes.note(rule, node, core=core, extension=extension)

    return check


def _plain_name(child: Node) -> str | None:
    return known_name(child.name, frozenset())


def _pair(node: Node, notes: Notes) -> None:
    numbers = node.text.split()
    if len(numbers) != len("xy") or not (
        within(numbers[0], -90, 90) and within(numbers[1], -180, 180)
    ):
        notes.note("invalid-coord", node, value=node.text.strip())


def _pairs(least: int) -> Check:
    def check(node: Node, notes: Notes) -> None:
        numbers = node.text.split()
        if (
            len(numbers) % 2
            or len(numbers) < 2 * least
            or not all(within(one, -180, 180) for one in numbers)
        ):
            notes.note("invalid-coord-list", node, value=node.text.strip())

    return check


_POINT: Kinds = {"geo:lat": leaf(latitude), "geo:long": leaf(longitude)}
_TERMS_OF_ADDRESSES = [
    "conformsTo",
    "hasFormat",
    "hasPart",
    "hasVersion",
    "isFormatOf",
    "isPartOf",
    "isReferencedBy",
    "isReplacedBy",
    "isRequiredBy",
    "isVersionOf",
    "references",
    "replaces",
    "requires",
]
_TERMS_OF_DATES = [
    "available",
    "created",
    "dateAccepted",
    "dateCopyrighted",
    "dateSubmitted",
    "issued",
    "modified",
]
_TERMS_NOT_LOOKED_INTO = [
    "valid",
    "accessRights",
    "accrualMethod",
    "accrualPeriodicity",
    "accrualPolicy",
    "bibliographicCitation",
    "educationLevel",
    "instructionalMethod",
    "license",
    "provenance",
    "rightsHolder",
    "audience",
    "extent",
    "medium",
    "mediator",
    "spatial",
    "tableOfContents",
    "temporal",
    "type",
    "abstract",
    "alternative",
    "contributor",
    "coverage",
    "creator",
    "date",
    "description",
    "format",
    "identifier",
    "language",
    "publisher",
    "relation",
    "rights",
    "source",
    "subject",
    "title",
]

_DUBLIN_CORE = words(
    "title description publisher contributor type format identifier source relation coverage"
)

EVERYWHERE: Kinds = {
    **{f"dc:{name}": leaf() for name in sorted(_DUBLIN_CORE)},
    "dc:language": leaf(language),
    "dc:rights": leaf(plain_text),
    "dc:creator": leaf(),
    "dc:subject": leaf(),
    "dc:date": leaf(w3c_date),
    **{f"dcterms:{name}": anything for name in (*_TERMS_OF_ADDRESSES, *_TERMS_NOT_LOOKED_INTO)},
    **{f"dcterms:{name}": leaf(w3c_date) for name in _TERMS_OF_DATES},
    "creativeCommons:license": leaf(whole_uri),
    "cc:license": anything,
    "geo:Point": lambda: Kind(
        children=_POINT, required=tuple((n, "missing-element") for n in _POINT)
    ),
    **_POINT,
    "geo:alt": leaf(),
    "geourl:latitude": leaf(latitude),
    "geourl:longitude": leaf(longitude),
    "icbm:latitude": leaf(latitude),
    "icbm:longitude": leaf(longitude),
    "georss:point": leaf(_pair),
    "georss:line": leaf(_pairs(2)),
    "georss:polygon": leaf(_pairs(4)),
    "georss:where": anything,
    **{f"georss:{name}": leaf() for name in ("featureTypeTag", "relationshipTag", "featureName")},
    **{f"georss:{name}": leaf() for name in ("elev", "floor", "radius")},
    "rdf:type": anything,
    "rdf:Description": anything,
    "rdf:RDF": anything,
    "rdfs:seeAlso": anything,
}
"""What may stand in any element of a format that holds elements."""

_ONCE = words(
    """dc:title dc:description dc:type dc:format dc:source dc:language dc:rights dc:date
    dcterms:created dcterms:available dcterms:issued dcterms:modified dcterms:valid geo:lat
    geo:long geo:alt"""
)
EVERYWHERE_MANY = frozenset(EVERYWHERE) - _ONCE
