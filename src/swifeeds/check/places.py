"""What holds at every element of every format: namespaces, languages, characters."""

from __future__ import annotations

import re

from swifeeds.check.addresses import judge, to_uri
from swifeeds.check.languages import is_language
from swifeeds.check.notes import Notes
from swifeeds.check.vocabulary import (
    ADDRESSES,
    MEDIA_WITHOUT_SLASH,
    OLD_WIKI,
    OUR_OWN,
    PREFIXES,
    UNSUPPORTED,
    XML,
    shown,
)
from swifeeds.markup.mending import UNDECLARED
from swifeeds.markup.outline import Node

_DEFAULTS = frozenset({"atom", "xhtml"})
"""Vocabularies that some readers know without a prefix alone."""

_CONTROL = re.compile("[\x80-\x9f\ufffd]")
_TWICE = re.compile("[\xc2\xc3][\x80-\xbf]")
"""Two characters that one letter becomes when UTF-8 is read as Latin-1."""


def namespaces(node: Node, form: str, notes: Notes) -> None:
    """Namespaces that an element declares."""
    for prefix, address in node.prefixes.items():
        _namespace_of(node, prefix, address, form, notes)


def _namespace_of(node: Node, prefix: str, address: str, form: str, notes: Notes) -> None:
    usual = PREFIXES.get(address)
    if address in {OUR_OWN, ""} or address.startswith(UNDECLARED):
        return
    if address == MEDIA_WITHOUT_SLASH:
        notes.note("media-rss-namespace", node, value=ADDRESSES["media"])
    elif prefix in ADDRESSES and usual != prefix:
        notes.note("reserved-prefix", node, prefix=prefix, value=ADDRESSES[prefix])
    elif address == OLD_WIKI and prefix == "wiki":
        notes.note("obsolete-wiki-namespace", node, value=address)
    elif usual is None:
        _unknown(node, prefix, address, notes)
    elif prefix and usual != prefix:
        notes.note("nonstd-prefix", node, prefix=usual, value=address)
    is_default = prefix in _DEFAULTS and form == "atom"
    is_renamed = usual in _DEFAULTS and usual != prefix
    if prefix and (is_default or (is_renamed and (form == "atom" or node.parent is None))):
        notes.note("avoid-namespace-prefix", node, prefix=prefix)


def _unknown(node: Node, prefix: str, address: str, notes: Notes) -> None:
    def say(rule: str, **about: object) -> None:
        notes.note(rule, node, attribute=f"xmlns:{prefix}" if prefix else "xmlns", **about)

    if judge(to_uri(address), say, "invalid-iri"):
        known = address in UNSUPPORTED
        notes.note("unsupported-namespace" if known else "unknown-namespace", node, value=address)


def language_attribute(node: Node, notes: Notes) -> None:
    """`xml:lang`: a language that is registered (RFC 5646), or empty."""
    language = node.attributes.get((XML, "lang"))
    if language and not is_language(language):
        notes.note("invalid-language", node, attribute="xml:lang", value=language)


def base_attribute(node: Node, notes: Notes) -> None:
    """`xml:base`: an IRI, whole or relative."""
    base = node.attributes.get((XML, "base"))
    if base is not None:

        def say(rule: str, **about: object) -> None:
            notes.note(rule, node, attribute="xml:base", **about)

        judge(to_uri(base), say, "invalid-iri")


def unknown_characters(node: Node, notes: Notes) -> None:
    """Text that was decoded wrongly: C1 controls, and UTF-8 read as Latin-1."""
    text = node.text
    for found in (_CONTROL.search(text), _twice(text)):
        if found:
            notes.note("bad-characters", node, element=shown(node), value=repr(found[0]))
            break
    for (_, name), value in node.attributes.items():
        if found := _CONTROL.search(value):
            notes.note("bad-characters", node, attribute=name, value=repr(found[0]))


def _twice(text: str) -> re.Match[str] | None:
    """Only where the whole text would read as UTF-8: Ã and Â are letters of their own."""
    found = _TWICE.search(text)
    if found is None:
        return None
    try:
        text.encode("iso-8859-1").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return None
    return found
