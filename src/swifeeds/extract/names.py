"""The names of XML elements, as feeds mean them rather than as they write them.

Feeds bind prefixes to a dozen spellings of the same namespace, forget to declare them, or put a
namespace of their own on everything. So each element gets one lower-case name: `dc:creator` by
namespace or, undeclared, by prefix; bare (`title`) in the namespace of its own item.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from swifeeds.markup.xml import Element

_PREFIXES = {
    "http://www.w3.org/2005/atom": "atom",
    "http://purl.org/atom/ns#": "atom",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/elements/1.0/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://search.yahoo.com/mrss": "media",
    "http://search.yahoo.com/mrss/": "media",
    "http://www.rssboard.org/media-rss": "media",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "http://backend.userland.com/creativecommonsrssmodule": "creativecommons",
    "http://web.resource.org/cc/": "cc",
    "http://creativecommons.org/ns#": "cc",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://www.w3.org/xml/1998/namespace": "xml",
    "http://prismstandard.org/namespaces/1.2/basic/": "prism",
    "http://prismstandard.org/namespaces/basic/1.0/": "prism",
    "http://prismstandard.org/namespaces/basic/1.2/": "prism",
    "http://prismstandard.org/namespaces/basic/2.0/": "prism",
    "http://prismstandard.org/namespaces/basic/2.1/": "prism",
    "http://prismstandard.org/namespaces/basic/3.0/": "prism",
    "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://channel.netscape.com/rdf/simple/0.9/": "",
    "http://backend.userland.com/rss2": "",
    "http://backend.userland.com/rss": "",
    "http://blogs.law.harvard.edu/tech/rss": "",
}


_MOST_CHILDREN = 20_000
"""Of a channel or an item that are looked at."""


def local_name(name: str) -> str:
    """Without namespace and prefix, in lower case: RSS is written in any case."""
    return name.rpartition("}")[2].rpartition(":")[2].lower()


def namespace_of(name: str) -> str:
    """The namespace of a tag in Clark notation, "" without one."""
    return name[1:].partition("}")[0] if name.startswith("{") else ""


@lru_cache(maxsize=4096)
def name_of(name: str, home: str = "") -> str:
    """`dc:creator`, or `title` for what is in the namespace `home` or in none.

    Names of namespaces that are unknown keep their local part with `?:` before it.
    """
    namespace, local = namespace_of(name), local_name(name)
    if namespace in ("", home):
        # lxml, recovering, leaves a prefix that nobody declared in the name itself.
        prefix = name.rpartition("}")[2].rpartition(":")[0].lower()
    else:
        prefix = _PREFIXES.get(namespace.lower(), "?")
    return f"{prefix}:{local}" if prefix else local


def elements_named(root: Element, *names: str) -> Iterator[Element]:
    """Every element of those local names, at any depth: broken feeds nest what belongs apart.

    Those of another vocabulary (a `media:item`, say) are left out.
    """
    home = namespace_of(str(root.tag))
    meant = {f"{prefix}{name}" for name in names for prefix in ("", "atom:", "?:")}
    # lxml looks in C for whole names only, and looking at each element here costs ten times more.
    spellings = (f"{{*}}{form}" for name in names for form in (name, name.title(), name.upper()))
    for element in root.iter(*spellings):
        if name_of(str(element.tag), home) in meant:
            yield element


@dataclass(frozen=True, slots=True)
class Fields:
    """The children of an item by name, in document order, and its attributes."""

    children: dict[str, list[Element]] = field(default_factory=dict)
    attributes: dict[str, str] = field(default_factory=dict)

    def all(self, *names: str) -> list[Element]:
        """The elements of these names; those of the first name come first."""
        children, found = self.children, []
        for name in names:
            if name in children:
                found += children[name]
        return found


def fields_of(element: Element, *, home: str | None = None) -> Fields:
    """The element's children and attributes under the names that feeds mean.

    Args:
        element: an item, or anything that has parts.
        home: the namespace whose names are bare; by default that of the element itself, "" for
            an element of a module whose parts keep their prefix.
    """
    fields = Fields()
    bare = namespace_of(str(element.tag)) if home is None else home
    for child in islice(element.iterchildren("{*}*"), _MOST_CHILDREN):
        fields.children.setdefault(name_of(child.tag, bare), []).append(child)
    fields.attributes.update(attributes_of(element))
    return fields


def attributes_of(element: Element) -> dict[str, str]:
    """The attributes under the names that feeds mean, the first of each name."""
    found: dict[str, str] = {}
    for name, value in element.items():
        found.setdefault(name_of(str(name)), str(value).strip())
    return found
