"""Atom's text constructs, content and persons (RFC 4287 3.1, 3.2, 4.1.3)."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Iterator
from functools import partial

from swifeeds.check.address_checks import iri, mail, saying
from swifeeds.check.addresses import judge
from swifeeds.check.graphics_words import GRAPHICS
from swifeeds.check.hypertext import judge_attributes
from swifeeds.check.hypertext_words import ACCEPTED, ALL_TAGS
from swifeeds.check.notes import Notes
from swifeeds.check.plain import no_mail, no_markup, plain_text, safe_html
from swifeeds.check.values import is_media_type, no_space_around, not_blank
from swifeeds.check.vocabulary import XHTML, XML, known_name, shown
from swifeeds.check.walk import Kind
from swifeeds.markup.outline import Node

_COMPOSITE = ("multipart/", "message/")
"""RFC 4287 4.1.3.1 rules them out."""


def text_construct() -> Kind:
    """Title, subtitle, summary, rights."""
    return Kind(
        children=None, text=True, before=(_construct_attributes,),
        after=(partial(_construct, is_content=False),),
    )  # fmt: skip


def content_kind() -> Kind:
    """An entry's content: a text construct, or anything by its media type, or elsewhere."""
    return Kind(
        children=None, text=True, before=(_construct_attributes,),
        after=(partial(_construct, is_content=True),),
    )  # fmt: skip


def type_of(node: Node) -> str:
    """The type as it is stated, `text` where nothing is, and "" for content that is elsewhere."""
    stated = node.attributes.get((None, "type"))
    if stated is not None:
        return stated.lower() if "/" in stated else stated
    return "" if (None, "src") in node.attributes else "text"


def _construct_attributes(node: Node, notes: Notes) -> None:
    for space, name in node.attributes:
        if space is None and name not in {"type", "src"}:
            notes.note("unexpected-attribute", node, attribute=name, element=shown(node))
    if node.attributes.get((None, "type")) == "":
        notes.note("attr-not-blank", node, attribute="type", element=shown(node))


def _construct(node: Node, notes: Notes, *, is_content: bool) -> None:
    kind = type_of(node)
    source = node.attributes.get((None, "src"))
    _type(node, kind, source, notes, is_content=is_content)
    _in_rss(node, source, notes)
    _language(node, notes)
    _children(node, kind, notes)
    has_children = any(True for _ in node.children)
    if kind == "xhtml":
        _div(node, notes)
    _text(node, kind, source, notes)
    if source is not None and (node.text.strip() or has_children):
        notes.note("unexpected-text", node, element=shown(node))
    if not node.text.strip() and not has_children and source is None:
        notes.note("not-blank", node, element=shown(node))


def _type(node: Node, kind: str, source: str | None, notes: Notes, *, is_content: bool) -> None:
    if "/" in kind and not is_content:
        notes.note("invalid-text-type", node, value=kind, element=shown(node))
    if kind.startswith(_COMPOSITE):
        notes.note("invalid-mime-type", node, attribute="type", value=kind)
    if source is not None:
        judge(source, saying(node, notes, attribute="src"), "invalid-uri-attribute")
        if (None, "type") not in node.attributes:
            notes.note("missing-type-attr", node, element=shown(node))
    plain = kind in {"text", "html", "xhtml"} and source is None
    if kind and not plain and not is_media_type(kind):
        notes.note("invalid-mime-type", node, attribute="type", value=kind, element=shown(node))


def _in_rss(node: Node, source: str | None, notes: Notes) -> None:
    """RSS has its own element for every text of Atom but the summary, and description for most."""
    root = node
    while root.parent is not None:
        root = root.parent
    if root.name[1] == "rss" and source is None and node.name[1] != "summary":
        name = known_name(node.name, frozenset())
        notes.note("duplicate-description-semantics", node, element=name)


def _language(node: Node, notes: Notes) -> None:
    place: Node | None = node
    while place is not None:
        if place.attributes.get((XML, "lang")):
            return
        place = place.parent
    notes.note("missing-dc-language", node, parent=shown(node), element="xml:lang")


def is_xml(kind: str) -> bool:
    """True for a media type of XML, with or without parameters (RFC 7303 4.2)."""
    return kind.partition(";")[0].rstrip().endswith(("+xml", "/xml"))


def _children(node: Node, kind: str, notes: Notes) -> None:
    """Elements stand only in XHTML and XML."""
    for child in node.children:
        if kind != "xhtml" and not is_xml(kind):
            notes.note("undefined-element", child)
        if kind == "application/xhtml+xml":
            _whole_page(node, child, notes)
        if node.attributes.get((None, "mode")) == "escaped":
            notes.note("not-escaped", node)


def _whole_page(node: Node, child: Node, notes: Notes) -> None:
    if child.name[1] != "html":
        notes.note("html-fragment", child, **_of(node))
    elif child.name[0] != XHTML:
        notes.note("not-html", child, value="html is not in XHTML's namespace", **_of(node))


def _div(node: Node, notes: Notes) -> None:
    """RFC 4287 3.1.1.3: one div of XHTML, and nothing else."""
    stray = node.text.strip()
    elements = list(node.children)
    if stray or len(elements) > 1 or any(one.name != (XHTML, "div") for one in elements):
        notes.note("missing-xhtml-div", node, element=shown(node))
    for child in elements:
        if child.name[1] == "div" and child.name[0] != XHTML:
            notes.note("not-html", child, value="div is not in XHTML's namespace", **_of(node))
        elif child.name[0] != XHTML:
            notes.note("not-html", child, value="another namespace", **_of(node))
        if child.name[0] == XHTML:
            judge_xhtml(child, node, notes)


def _of(owner: Node) -> dict[str, str]:
    """Whose content is meant, when the place is inside it."""
    return {
        "element": shown(owner),
        "parent": shown(owner.parent) if owner.parent else "document",
    }


def judge_xhtml(node: Node, owner: Node, notes: Notes) -> None:
    """An element of XHTML and everything inside, as part of the element `owner`."""
    namespace, local = node.name
    attributes = ((name, value) for (space, name), value in node.attributes.items() if not space)
    if namespace == XHTML:
        if local not in ALL_TAGS:
            notes.note("not-html", node, value=f"there is no element {local}", **_of(owner))
        elif local not in ACCEPTED:
            notes.note("security-risk", node, value=local, **_of(owner))
        for rule, value in judge_attributes(attributes):
            notes.note(rule, node, value=value, **_of(owner))
    elif namespace is None:
        notes.note("missing-namespace", node)
    elif namespace in GRAPHICS:
        _graphics(node, attributes, notes)
    elif node.parent is None or node.parent.name[0] in GRAPHICS:
        return  # a drawing says of itself what it likes
    elif known := known_name(node.name, frozenset()):
        notes.note("undefined-element", node, parent=shown(node.parent), element=known)
        return
    for child in node.children:
        judge_xhtml(child, owner, notes)


def _graphics(node: Node, attributes: Iterator[tuple[str, str]], notes: Notes) -> None:
    elements, known = GRAPHICS[node.name[0] or ""]
    if node.name[1] not in elements:
        notes.note("security-risk", node, value=node.name[1])
    for name, _ in attributes:
        if name not in known:
            notes.note("security-risk-attr", node, attribute=name, value=name)


def _text(node: Node, kind: str, source: str | None, notes: Notes) -> None:
    text = _xhtml_text(node) if kind == "xhtml" else node.text
    if kind == "xhtml":
        no_markup(node, f"{node.text}{text}", notes, "not-inline")
        return
    if is_xml(kind) and node.text.strip() and any(True for _ in node.children):
        notes.note("unexpected-text", node, element=shown(node))
    if kind == "text":
        no_markup(node, text, notes, "contains-undeclared-html")
        return
    if "/" in kind and not is_xml(kind) and not kind.startswith("text/"):
        text = _decoded(node, kind, text, notes)
    if kind == "html" or kind.endswith("/html"):
        safe_html(node, text, notes, is_page=kind.endswith("/html"))
        if kind.endswith("/html") and "<html" not in text and source is None:
            notes.note("html-fragment", node, element=shown(node))
    else:
        no_markup(node, text, notes, "contains-undeclared-html")


def _xhtml_text(node: Node) -> str:
    """The text of a div that holds no elements: escaped markup hides there."""
    return "".join(
        child.text
        for child in node.children
        if child.name == (XHTML, "div") and not any(True for _ in child.children)
    )


def _decoded(node: Node, kind: str, text: str, notes: Notes) -> str:
    try:
        data = base64.b64decode("".join(text.encode("ascii").decode().split()), validate=True)
        return data.decode("utf-8", "strict" if kind.endswith("/html") else "replace")
    except (binascii.Error, UnicodeError):
        notes.note("not-base64", node, element=shown(node))
        return ""


def _leaf(*checks: object) -> Callable[[], Kind]:
    return lambda: Kind(text=True, after=checks)  # type: ignore[arg-type]


def person() -> Kind:
    """Author and contributor."""
    name = _leaf(plain_text, no_mail, not_blank)
    return Kind(
        children={
            "name": name, "atom:name": name,
            "email": _leaf(mail), "atom:email": _leaf(mail),
            "uri": _leaf(not_blank, iri, no_space_around),
            "atom:uri": _leaf(not_blank, iri, no_space_around),
        },
        attributes=frozenset({"rdf:parseType"}), after=(_named,),
    )  # fmt: skip


def _named(node: Node, notes: Notes) -> None:
    if not any(child.name[1] == "name" for child in node.children):
        notes.note("missing-element", node, parent=shown(node), element="name")
