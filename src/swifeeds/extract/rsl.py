"""Terms for machines that stand inside an entry (RSL 1.0), kept letter by letter.

What is passed on is a publisher's legal word: it is taken whole or not at all, never mended.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from swifeeds.extract.names import namespace_of
from swifeeds.markup.xml import Element

NAMESPACE = "https://rslstandard.org/rsl"

_LONGEST = 8000
"""Characters of all terms of an entry; a licence in full stands elsewhere and is linked."""


def rsl_elements(item: Element) -> tuple[str, ...]:
    """The elements of RSL that are children of an item, each as canonical XML by itself.

    None of them where one holds anything of another vocabulary, or where they are too long.
    """
    found = tuple(_written(item))
    return found if all(found) and sum(map(len, found)) <= _LONGEST else ()


def _written(item: Element) -> Iterator[str]:
    for child in item.iterchildren(f"{{{NAMESPACE}}}*"):
        is_pure = all(namespace_of(str(part.tag)) == NAMESPACE for part in child.iter())
        yield _canonical(child) if is_pure else ""


def _canonical(element: Element) -> str:
    alone = deepcopy(element)
    alone.tail = None
    return etree.tostring(alone, method="c14n", exclusive=True, with_comments=False).decode()
