"""Judging a tree by a table: what may stand where, how often, and which checks each element gets.

A format is a table of `Kind`s; the walk knows none of them. Elements of vocabularies that a
format does not name are looked through for what holds everywhere (bad characters, namespaces).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeAlias

from swifeeds.check.notes import Notes
from swifeeds.check.places import (
    base_attribute,
    language_attribute,
    namespaces,
    unknown_characters,
)
from swifeeds.check.vocabulary import known_name, shown
from swifeeds.markup.outline import Name, Node

Check: TypeAlias = Callable[[Node, Notes], None]

_BOARD = "http://www.rssboard.org/rss-specification"
_STANDARD = frozenset({"xml:base", "xml:id", "xml:lang", "xml:space"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What an element may hold.

    `children` are the kinds inside by name; None lets everything stand. `once` are those that may
    stand once, and `required` those that must, each with the rule that is broken where they do
    not. `attributes` are names without namespace or with a usual prefix. `text`: it may hold text.
    `before` are checks of the start tag, `after` of the whole; only whole elements get the latter.
    """

    children: Mapping[str, Callable[[], Kind]] | None = field(
        default_factory=lambda: MappingProxyType({})
    )
    many: frozenset[str] = frozenset()
    required: tuple[tuple[str, str], ...] = ()
    attributes: frozenset[str] = frozenset()
    text: bool = False
    before: tuple[Check, ...] = ()
    after: tuple[Check, ...] = ()
    duplicate: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


ANYTHING = Kind(children=None, text=True)
"""What is not looked into."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """How a whole format is judged: `default` are the namespaces whose names need no prefix,
    `eaten` the prefixes that are known and not looked into, `stray` the elements that are known
    and not welcome where a table does not name them."""

    name: str
    default: frozenset[str]
    eaten: frozenset[str]
    root: Kind
    stray: Mapping[str, Callable[[], Kind]] = field(default_factory=lambda: MappingProxyType({}))


def names_in(node: Node, default: frozenset[str]) -> list[str | None]:
    """The known names of the children, in order."""
    return [known_name(child.name, default) for child in node.children]


def walk(node: Node, kind: Kind, form: Format, notes: Notes) -> None:
    """Judge an element and everything in it."""
    namespaces(node, form.name, notes)
    language_attribute(node, notes)
    base_attribute(node, notes)
    unknown_characters(node, notes)
    _attributes(node, kind, form, notes)
    for check in kind.before:
        check(node, notes)
    seen: dict[str, int] = {}
    for child in node.children:
        name = known_name(child.name, form.default)
        made = _kind_of(child, name, kind, form, notes)
        if _is_repeated(name, kind, seen):
            rule = kind.duplicate.get(str(name), "duplicate-element")
            notes.note(rule, child, parent=shown(node), element=name)
        walk(child, made, form, notes)
    if node.text.strip() and not kind.text:
        notes.note("unexpected-text", node, element=shown(node))
    if not node.closed:
        return
    for name, rule in kind.required:
        if name not in seen:
            _missing(node, name, rule, notes)
    for check in kind.after:
        check(node, notes)


def _missing(node: Node, name: str, rule: str, notes: Notes) -> None:
    notes.note(rule, node, parent=shown(node), element=name)


def _is_repeated(name: str | None, kind: Kind, seen: dict[str, int]) -> bool:
    """Count a child; True when it may stand once and stood before."""
    if name is None:
        return False
    seen[name] = seen.get(name, 0) + 1
    is_judged = kind.children is not None and name in kind.children
    return is_judged and seen[name] > 1 and name not in kind.many


def _kind_of(child: Node, name: str | None, kind: Kind, form: Format, notes: Notes) -> Kind:
    if kind.children is None:
        return ANYTHING
    if name is not None and name in kind.children:
        return kind.children[name]()
    if ":" in child.name[1]:
        notes.note("missing-namespace", child, element=child.name[1])
    elif child.name[0] is None and form.name == "atom":
        notes.note("undeterminable-vocabulary", child, element=child.name[1])
    elif name is not None:
        return _unforeseen(child, name, kind, form, notes)
    return ANYTHING


def _unforeseen(child: Node, name: str, kind: Kind, form: Format, notes: Notes) -> Kind:
    """A known element that the table does not name here."""
    prefix = name.partition(":")[0] if ":" in name else ""
    if not kind.text and name in form.stray:
        notes.note("questionable-usage", child, element=name)
        return form.stray[name]()
    if prefix == "xhtml":
        notes.note("misplaced-xhtml-content", child)
    elif prefix not in form.eaten:
        notes.note("undefined-element", child, element=name)
    return ANYTHING


def _attributes(node: Node, kind: Kind, form: Format, notes: Notes) -> None:
    if kind.children is None:
        return
    for name in node.attributes:
        written = attribute_name(name)
        if written in kind.attributes or written in _STANDARD:
            continue
        if name[0] is not None and known_name(name, frozenset()) is None:
            if form.name == "rss" and node.name[0] is None and not _follows_the_board(node, notes):
                notes.note("use-of-extension-attr", node, attribute=written, element=shown(node))
            continue
        notes.note("unexpected-attribute", node, attribute=written, element=shown(node))


def _follows_the_board(node: Node, notes: Notes) -> bool:
    """A channel whose docs are the Advisory Board's specification allows such attributes."""
    place: Node | None = node
    while place is not None and place.name != (None, "channel"):
        place = place.parent
    channel = place
    return channel is not None and bool(
        notes.remembered("docs", channel, lambda: _names_the_board(channel))
    )


def _names_the_board(channel: Node) -> bool:
    docs = (one for one in channel.children if one.name == (None, "docs"))
    return any(one.text.strip() == _BOARD for one in docs)


def attribute_name(name: Name) -> str:
    """An attribute as its author would write it."""
    return known_name(name, frozenset()) or f"{{{name[0]}}}{name[1]}"
