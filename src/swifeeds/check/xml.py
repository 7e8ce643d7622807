"""From text to findings: which format is it, and what its table says of it."""

from __future__ import annotations

from html.entities import name2codepoint
from typing import Any

from swifeeds.check.atom import atom_format, entry, feed
from swifeeds.check.notes import Notes
from swifeeds.check.places import namespaces
from swifeeds.check.rss import rss, rss_format
from swifeeds.check.vocabulary import ADDRESSES, ATOM, DRAFT_ATOM, RDF, shown
from swifeeds.check.walk import ANYTHING, Format, walk
from swifeeds.markup.mending import read_on
from swifeeds.markup.outline import Fault, Node, Outline

_UNKNOWN = Format(name="rdf", default=frozenset(), eaten=frozenset(), root=ANYTHING)
_NETSCAPE = "-//Netscape Communications//DTD RSS 0.91//EN"
_OLD_DTD = "http://my.netscape.com/publish/formats/rss-0.91.dtd"
_NEW_DTD = "http://www.rssboard.org/rss-0.91.dtd"


def check_xml(text: str, notes: Notes) -> tuple[str | None, str | None]:
    """Judge an XML document. Returns its format (`rss`, `atom` or None) and version."""
    mended = read_on(text, ADDRESSES)
    outline = mended.outline
    doctype = _doctype(outline, notes)
    for name, line, column in outline.unknown_entities:
        if not (doctype and name in name2codepoint):
            notes.note("undefined-named-entity", value=name, line=line, column=column)
    for fault in mended.faults:
        _fault(fault, notes)
    if outline.root is None:
        return None, None
    return _judge(outline.root, notes, has_rss_091_doctype=doctype)


def _judge(root: Node, notes: Notes, *, has_rss_091_doctype: bool) -> tuple[str | None, str | None]:
    namespace, local = root.name
    if local == "rss":
        return _rss(root, notes, has_rss_091_doctype=has_rss_091_doctype)
    if local in {"feed", "entry"}:
        return _atom(root, notes)
    if root.name == (RDF, "RDF") or local == "Channel":
        notes.note("rss-1-not-checked", root)
        walk(root, ANYTHING, _UNKNOWN, notes)
        return "rss", "1.0"
    notes.note("undefined-element", root, parent="document", element=shown(root))
    notes.note("not-a-feed", root, element=shown(root), value=namespace or "")
    return None, None


def _rss(root: Node, notes: Notes, *, has_rss_091_doctype: bool) -> tuple[str | None, str | None]:
    version = root.attributes.get((None, "version"), "2.0")
    if root.name[0]:
        notes.note("invalid-namespace", root, value=root.name[0])
        _move(root, None)
    if has_rss_091_doctype and version != "0.91":
        notes.note("invalid-doctype", root)
    form = rss_format(rss(version))
    walk(root, form.root, form, notes)
    return "rss", version


def _atom(root: Node, notes: Notes) -> tuple[str | None, str | None]:
    namespace, local = root.name
    if namespace == DRAFT_ATOM:
        namespaces(root, "atom", notes)
        notes.note("obsolete-namespace", root)
        return "atom", "0.3"
    if namespace is None:
        notes.note("missing-namespace", root)
    elif namespace != ATOM:
        notes.note("invalid-namespace", root, value=namespace)
    if namespace != ATOM:
        _move(root, ATOM)
    form = atom_format(feed() if local == "feed" else entry())
    walk(root, form.root, form, notes)
    return "atom", "1.0"


def _move(root: Node, namespace: str | None) -> None:
    """Every element of the root's namespace into the one that was meant: the fault was told of
    the root, and everything else is judged as if it were right. No recursion: it may be deep."""
    wrong = root.name[0]
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.name[0] == wrong:
            node.name = (namespace, node.name[1])
        waiting.extend(node.children)


def _doctype(outline: Outline, notes: Notes) -> bool:
    """True for the DOCTYPE of RSS 0.91; others are told."""
    if outline.doctype is None:
        return False
    _, public, system = outline.doctype
    if public == _NETSCAPE and system in {_OLD_DTD, _NEW_DTD}:
        if system == _OLD_DTD:
            notes.note("deprecated-dtd", line=1)
        return True
    if public or system or outline.refers_outside:
        notes.note("contains-system-entity", line=1)
    return False


def _fault(fault: Fault, notes: Notes) -> None:
    place: dict[str, Any] = {"line": fault.line, "column": fault.column}
    if fault.kind == "entity":
        notes.note("undefined-named-entity", **place)
    elif fault.kind == "refused":
        notes.note("refused-document", value=fault.message, **place)
    elif fault.message == "unbound prefix":
        notes.note("missing-namespace", element="an element", **place)
    notes.note("sax-error", value=fault.message, **place)
