"""Texts in another language than what stands around them, marked in RSS and Atom alike.

RSS 2.0 has no attribute for it, and lets those of a namespace in: `xml:lang` is XML's own (2.12).
"""

from __future__ import annotations

from collections.abc import Iterable

from swifeeds.emit.namespaces import XML, Element, qualified
from swifeeds.emit.titles import foreign
from swifeeds.model import Category


def mark(element: Element, language: str | None) -> None:
    """Say the language of a text that is not what stands around it is."""
    if language is not None:
        element.set(qualified(XML, "lang"), language)


def mark_categories(element: Element, categories: Iterable[Category], around: str | None) -> None:
    """A label is text of some language (RFC 4287 4.2.2.3)."""
    for child, category in zip(element.findall("category"), categories, strict=True):
        mark(child, foreign(category.language, around))


def text_of(element: Element, name: str) -> Element:
    """The child of that name.

    Raises:
        AssertionError: there is none.
    """
    found = element.find(name)
    assert found is not None, f"feedgen writes {name} or raises"
    return found
