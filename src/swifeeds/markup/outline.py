"""An XML document as a tree that remembers where everything stood, for whoever judges it.

Unlike `parse_xml` nothing is mended: the first fault ends the reading, and what was read until
then is there. Entities that a document declares are known where they are a few plain letters;
others end the reading, and nothing outside the document is ever fetched.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias
from xml.parsers import expat

Name: TypeAlias = tuple[str | None, str]
"""(namespace, local name)."""

DEEPEST = 250
"""Levels of nesting that are read. No feed needs ten; a stack has an end."""

_SEPARATOR = "\x01"  # no character of XML, so no name can hold it
_SHORT = 100
_MOST_REPLACED = 2_000_000
"""Characters that entities may become: a short one, used a million times, is a bomb too."""
_DECLARED = "it declares entities that may grow without end, or entities of entities"
_DEEP = f"its elements are nested more than {DEEPEST} deep"


@dataclass(slots=True, eq=False)
class Node:
    """An element: where its start tag stood (from 1), its attributes, what is in it, in order.

    `prefixes` are the namespaces that this very element declares. `closed` is False where the
    document broke off inside.
    """

    name: Name
    attributes: dict[Name, str]
    line: int
    column: int
    parent: Node | None = None
    prefixes: dict[str, str] = field(default_factory=dict)
    content: list[Node | str] = field(default_factory=list)
    closed: bool = False

    @property
    def children(self) -> Iterator[Node]:
        """The elements inside, in order."""
        return (one for one in self.content if isinstance(one, Node))

    @property
    def text(self) -> str:
        """The text directly inside, as it was written but for references."""
        return "".join(one for one in self.content if isinstance(one, str))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Why reading ended: `kind` is `syntax`, `entity` (an undefined one) or `refused`; `place`
    counts the bytes of UTF-8 before it."""

    kind: str
    message: str
    line: int
    column: int
    place: int = 0


@dataclass(slots=True)
class Outline:
    """What was read.

    `doctype` is (root name, public id, system id) where there is one; `refers_outside`: it declares
    entities that lie in other files, which are never fetched; `unknown_entities` are references to
    entities that nobody declared: (name, line, column).
    """

    root: Node | None = None
    fault: Fault | None = None
    doctype: tuple[str, str | None, str | None] | None = None
    refers_outside: bool = False
    unknown_entities: list[tuple[str, int, int]] = field(default_factory=list)


def read_outline(text: str) -> Outline:
    """Read a document up to its end or its first fault. The encoding it states is not asked."""
    return _Reading().read(text)


class _Refused(Exception):
    """What we do not read on after, though XML would allow it."""


class _Reading:
    def __init__(self) -> None:
        self._outline = Outline()
        self._open: list[Node] = []
        self._references = 0
        self._prefixes: dict[str, str] = {}
        self._parser = parser = expat.ParserCreate("utf-8", _SEPARATOR)
        parser.buffer_text = True
        parser.StartNamespaceDeclHandler = self._declare
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._entity
        parser.SkippedEntityHandler = self._skipped
        # With a DTD that nobody reads an entity that it may define is no end of the document.
        parser.UseForeignDTD(True)  # noqa: FBT003 - its signature

    def read(self, text: str) -> Outline:
        self._references = text.count("&")
        try:
            self._parser.Parse(text.encode("utf-8", "replace"), True)  # noqa: FBT003 - its signature
        except _Refused as error:
            self._fault("refused", str(error))
        except expat.ExpatError as error:
            message = expat.ErrorString(error.code)
            is_entity = error.code == expat.errors.codes[expat.errors.XML_ERROR_UNDEFINED_ENTITY]
            # Of an end tag expat tells the place of its name.
            before = len("</") if message == "mismatched tag" else 0
            self._outline.fault = Fault(
                kind="entity" if is_entity else "syntax",
                message=message, line=error.lineno, column=error.offset + 1 - before,
                place=max(0, self._parser.ErrorByteIndex - before),
            )  # fmt: skip
        return self._outline

    def _skipped(self, name: str, _is_parameter: bool) -> None:  # noqa: FBT001 - expat's signature
        place = (self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1)
        self._outline.unknown_entities.append((name, *place))

    def _fault(self, kind: str, message: str) -> None:
        self._outline.fault = Fault(
            kind=kind, message=message,
            line=self._parser.CurrentLineNumber, column=self._parser.CurrentColumnNumber + 1,
        )  # fmt: skip

    def _declare(self, prefix: str | None, address: str | None) -> None:
        self._prefixes[prefix or ""] = address or ""

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) >= DEEPEST:
            raise _Refused(_DEEP)
        parent = self._open[-1] if self._open else None
        node = Node(
            name=_split(name),
            attributes={_split(key): value for key, value in attributes.items()},
            line=self._parser.CurrentLineNumber,
            column=self._parser.CurrentColumnNumber + 1,
            parent=parent,
            prefixes=self._prefixes,
        )
        self._prefixes = {}
        if parent is None:
            self._outline.root = node
        else:
            parent.content.append(node)
        self._open.append(node)

    def _end(self, _name: str) -> None:
        self._open.pop().closed = True

    def _characters(self, text: str) -> None:
        self._open[-1].content.append(text)

    def _doctype(self, name: str, system: str | None, public: str | None, _internal: bool) -> None:  # noqa: FBT001 - expat's signature
        self._outline.doctype = (name, public, system)

    def _entity(self, *declaration: object) -> None:
        """(name, is parameter, value, base, system id, public id, notation)."""
        _, _, value, _, system, public, _ = declaration
        if system or public:
            self._outline.refers_outside = True
        elif not isinstance(value, str) or "&" in value or "%" in value or self._is_large(value):
            raise _Refused(_DECLARED)

    def _is_large(self, value: str) -> bool:
        return len(value) > _SHORT or len(value) * self._references > _MOST_REPLACED


def _split(name: str) -> Name:
    namespace, found, local = name.rpartition(_SEPARATOR)
    return (namespace if found else None), local
