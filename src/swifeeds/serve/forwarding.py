"""Old addresses and where they lead, decided without I/O.

A path without placeholders is found in a dict; the others are tried in turn, those with as many
segments as the request. More named parameters come first, then fewer placeholders, then the order
of the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote

from swifeeds.model import Forwarding
from swifeeds.serve.templates import Template, decoded, filled, read_template

_MOST_PARAMETERS = 64
_KEPT = "%/:?#[]@!$&'()*+,;={}~"
"""What stays as the operator wrote it; spaces and letters beyond ASCII are encoded."""

_Segments = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Rule:
    segments: tuple[Template, ...]
    query: tuple[tuple[str, Template], ...]
    location: str

    @property
    def rank(self) -> tuple[int, int]:
        templates = (*self.segments, *(template for _, template in self.query))
        return -len(self.query), sum(len(template.names) for template in templates)

    def answer(self, segments: _Segments, query: Mapping[str, str]) -> str | None:
        texts = (*segments, *(query.get(name) for name, _ in self.query))
        templates = (*self.segments, *(template for _, template in self.query))
        values: dict[str, str] = {}
        for template, text in zip(templates, texts, strict=True):
            found = None if text is None else template.match(text)
            if found is None:
                return None
            values |= found
        return filled(self.location, values)


class Forwardings:
    """The old addresses of a site. Immutable once made; what a reload swaps."""

    def __init__(self, forwardings: Iterable[Forwarding] = ()) -> None:
        rules = [_rule(one) for one in forwardings]
        rules.sort(key=lambda rule: rule.rank)
        self._exact: dict[_Segments, list[_Rule]] = {}
        self._patterns: dict[int, list[_Rule]] = {}
        for rule in rules:
            if any(segment.names for segment in rule.segments):
                self._patterns.setdefault(len(rule.segments), []).append(rule)
            else:
                key = tuple(segment.literals[0] for segment in rule.segments)
                self._exact.setdefault(key, []).append(rule)

    def find(self, path: str, query: str) -> str | None:
        """Where an old address leads; None for an address that is none, or leads to itself.

        Args:
            path: as the request wrote it.
            query: likewise, without the question mark.
        """
        return _elsewhere(path, self.resolve(path, query))

    def find_named(self, path: str, query: str) -> str | None:
        """As `find`, of those alone that name the parameters which the request has: they go before
        what stands at the path."""
        return _elsewhere(path, self.resolve(path, query, only_named=True)) if query else None

    def resolve(self, path: str, query: str, *, only_named: bool = False) -> str | None:
        """Where an old address leads, be it to itself."""
        segments = tuple(map(decoded, path.split("/")))
        rules = [rule for rule in self._candidates(segments) if rule.query or not only_named]
        if not rules:
            return None
        parameters = _parameters(query)
        answers = (rule.answer(segments, parameters) for rule in rules)
        return next((answer for answer in answers if answer is not None), None)

    def _candidates(self, segments: _Segments) -> Iterator[_Rule]:
        yield from self._exact.get(segments, ())
        yield from self._patterns.get(len(segments), ())


def _rule(one: Forwarding) -> _Rule:
    return _Rule(
        tuple(read_template(segment) for segment in one.path.split("/")),
        tuple((name, read_template(value)) for name, value in one.query),
        quote(one.location, safe=_KEPT),
    )


def _parameters(query: str) -> Mapping[str, str]:
    """The first value of each parameter. A query with a flood of them has none."""
    try:
        pairs: Sequence[tuple[str, str]] = parse_qsl(
            query,
            keep_blank_values=True,
            errors="surrogateescape",
            max_num_fields=_MOST_PARAMETERS,
        )
    except ValueError:
        return {}
    return dict(reversed(pairs))


def _elsewhere(path: str, location: str | None) -> str | None:
    """An address that leads to itself would be asked again and again."""
    return None if location == path else location
