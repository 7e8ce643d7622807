"""What elements of Atom owe one another: order, authors, texts, ids, pages (RFC 4287, RFC 5005)."""

from __future__ import annotations

from collections import Counter

from swifeeds.check.constructs import is_xml, type_of
from swifeeds.check.links import PAGES, links_of
from swifeeds.check.notes import Notes
from swifeeds.check.vocabulary import ATOM, known_name
from swifeeds.check.walk import names_in
from swifeeds.check.words import words
from swifeeds.markup.outline import Node

_DEFAULT = frozenset({ATOM})
_METADATA = words(
    """author category contributor generator icon id link logo rights subtitle title updated"""
)


def _names(node: Node) -> list[str | None]:
    return names_in(node, _DEFAULT)


def metadata_first(node: Node, notes: Notes) -> None:
    """The feed's own elements come before its entries: readers that stream need it."""
    entries = False
    for child in node.children:
        name = known_name(child.name, _DEFAULT)
        entries = entries or name == "entry"
        if entries and name in _METADATA:
            notes.note("misplaced-metadata", child, element=name, parent="feed")


def names_itself(node: Node, notes: Notes) -> None:
    """RFC 4287 4.1.1: a feed should say where it stands."""
    if not any(link.rel == "self" for link in links_of(node)):
        notes.note("missing-self", node, parent="feed")


def pages_agree(node: Node, notes: Notes) -> None:
    """RFC 5005: complete feeds, pages and archives."""
    names, links = _names(node), links_of(node)
    own = {link.href for link in links if link.rel == "self"} | {notes.address} - {None}
    if "fh:complete" in names:
        for link in links:
            if link.rel == "current" and link.href not in own:
                notes.note("current-not-self-in-complete-feed", node, value=link.href)
            elif link.rel in PAGES and link.rel != "current":
                notes.note("feed-rel-in-complete-feed", node, value=link.rel)
    relations = {link.rel for link in links}
    for end, beyond in (("first", "previous"), ("last", "next")):
        if beyond in relations and any(link.rel == end and link.href in own for link in links):
            notes.note("link-past-end", node, value=end)
    if "fh:archive" in names and "fh:complete" not in names:
        if not relations & {"prev-archive", "next-archive"}:
            notes.note("archive-incomplete", node)
        if "current" not in relations:
            notes.note("missing-current-in-archive", node)


def entries_differ(node: Node, notes: Notes) -> None:
    """Ids must be each entry's own; that two changed in one second is worth a word."""
    entries = [one for one in node.children if one.name == (ATOM, "entry")]
    ids = [child for entry in entries for child in entry.children if child.name == (ATOM, "id")]
    counted = Counter(one.text.strip() for one in ids)
    if len(ids) > 9 and len(counted) == 1:  # noqa: PLR2004 - fewer may be a slip
        notes.note("duplicate-ids", node)
    else:
        _same_moment(entries, notes)
    updated = [c for entry in entries for c in entry.children if c.name == (ATOM, "updated")]
    _repeated(updated, "duplicate-updated", notes)


def _same_moment(entries: list[Node], notes: Notes) -> None:
    """RFC 4287 4.1.1: entries with one id are states of one entry, told apart by `updated`."""
    seen: set[tuple[str, str]] = set()
    for entry in entries:
        texts = {child.name: child for child in entry.children}
        stated, updated = texts.get((ATOM, "id")), texts.get((ATOM, "updated"))
        if stated is None or not stated.text.strip():
            continue
        state = (stated.text.strip(), updated.text.strip() if updated else "")
        if state in seen:
            notes.note("duplicate-entries", stated, value=state[0])
        seen.add(state)


def _repeated(nodes: list[Node], rule: str, notes: Notes) -> None:
    seen: set[str] = set()
    for node in nodes:
        text = node.text.strip()
        if text and text in seen:
            notes.note(rule, node, value=text)
        seen.add(text)


def has_author(node: Node, notes: Notes) -> None:
    """RFC 4287 4.1.2: an author in the entry, its source or the feed."""
    above = node.parent
    if above is not None and notes.remembered("author", above, lambda: _states_author(above)):
        return
    places = (node, *(child for child in node.children if child.name == (ATOM, "source")))
    if not any(map(_states_author, places)):
        notes.note("missing-element", node, parent="entry", element="author")


def _states_author(node: Node) -> bool:
    return "author" in _names(node)


def has_content(node: Node, notes: Notes) -> None:
    """RFC 4287 4.1.2 and 4.1.3.3: what an entry without text must have instead."""
    names = _names(node)
    content = next((one for one in node.children if one.name == (ATOM, "content")), None)
    if content is None:
        if "summary" not in names:
            notes.note("missing-textual-content", node)
        if not any(link.rel == "alternate" for link in links_of(node)):
            notes.note("missing-content-or-alternate", node)
        return
    kind = type_of(content)
    is_binary = "/" in kind and not is_xml(kind) and not kind.startswith("text/")
    if "summary" not in names and ((None, "src") in content.attributes or is_binary):
        notes.note("missing-summary", node)


def source_facts(node: Node, notes: Notes) -> None:
    """RFC 4287 4.2.11: what a source should keep of the feed that an entry came from."""
    names = _names(node)
    for name in ("title", "id", "updated"):
        if name not in names:
            notes.note("missing-source-element", node, parent="source", element=name)
