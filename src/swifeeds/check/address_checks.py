"""Addresses in elements and attributes, as checks of a table."""

from __future__ import annotations

from swifeeds.check.addresses import (
    Say,
    base_of,
    is_http_url,
    judge,
    mail_address,
    resolved,
    to_uri,
    unquoted,
)
from swifeeds.check.canonical import canonical_form
from swifeeds.check.notes import Notes
from swifeeds.check.plain import no_markup
from swifeeds.check.vocabulary import shown
from swifeeds.check.walk import Check
from swifeeds.markup.outline import Node


def saying(node: Node, notes: Notes, **fixed: object) -> Say:
    """A `Say` that knows where it stands."""

    def say(rule: str, **about: object) -> None:
        notes.note(rule, node, **{"element": shown(node), **fixed, **about})

    return say


def whole_uri(node: Node, notes: Notes) -> None:
    """A URI with its scheme."""
    judge(node.text.strip(), saying(node, notes), "invalid-full-link", whole=True)


def uri_reference(node: Node, notes: Notes) -> None:
    """A URI, or a reference relative to the feed."""
    judge(node.text.strip(), saying(node, notes))


def iri(node: Node, notes: Notes) -> None:
    """An IRI, whole or relative."""
    judge(to_uri(node.text.strip()), saying(node, notes), "invalid-iri")


def atom_id(node: Node, notes: Notes) -> None:
    """A whole IRI in its normal form (RFC 4287 4.2.6)."""
    text = node.text.strip()
    if not judge(to_uri(text), saying(node, notes), "invalid-full-link", whole=True):
        return
    normal = canonical_form(text)
    if normal != text:
        notes.note("non-canonical-uri", node, value=text, canonical=normal or "it whole")


def attribute(name: str, rule: str, *, whole: bool = False, as_iri: bool = False) -> Check:
    """An address in an attribute, where the attribute is there."""

    def check(node: Node, notes: Notes) -> None:
        value = node.attributes.get((None, name))
        if value is not None:
            text = to_uri(value) if as_iri else value
            judge(text, saying(node, notes, attribute=name), rule, whole=whole)

    return check


def required(*names: str) -> Check:
    """Attributes that must be there."""

    def check(node: Node, notes: Notes) -> None:
        for name in names:
            if (None, name) not in node.attributes:
                notes.note("missing-attribute", node, attribute=name, element=shown(node))

    return check


def href(node: Node, value: str, notes: Notes, attribute: str = "href") -> None:
    """A link's address: an IRI, and not by accident the feed itself through xml:base."""
    say = saying(node, notes, attribute=attribute)
    if not judge(to_uri(value), say, "invalid-iri"):
        return
    base = base_of(node)
    if base and base != notes.address and node.attributes.get((None, "rel")) != "self":
        target = resolved(base, value).partition("#")[0]
        if target == base.partition("#")[0]:
            say("same-document-reference", value=value or "nothing")


def http_url(name: str) -> Check:
    """A whole http(s) address in an attribute."""

    def check(node: Node, notes: Notes) -> None:
        value = node.attributes.get((None, name))
        if value is not None and not is_http_url(value):
            about = {"attribute": name, "value": value, "element": shown(node)}
            notes.note("invalid-url-attribute", node, **about)

    return check


def mail(node: Node, notes: Notes) -> None:
    """An address alone (Atom)."""
    mail_address(node.text.strip(), saying(node, notes), "invalid-addr-spec")


def mail_with_name(node: Node, notes: Notes) -> None:
    """RSS: `name@example.org (Name)`, as the profile has it."""
    text = unquoted(node.text.strip())
    if text.find("@") > 0 and not text.endswith(")"):
        notes.note("email-format" if " " in text else "missing-real-name", node)
        return
    no_markup(node, text, notes)
    address = text.partition("(")[0].strip() if text.endswith(")") else text
    if "<" in address:
        address = address.partition("<")[2].rstrip("> ")
    mail_address(address, saying(node, notes), "invalid-contact")
