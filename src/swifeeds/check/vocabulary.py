"""Namespaces that feeds use, and the prefixes that publishers give them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from swifeeds.markup.outline import Name, Node

ATOM = "http://www.w3.org/2005/Atom"
XHTML = "http://www.w3.org/1999/xhtml"
XML = "http://www.w3.org/XML/1998/namespace"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
THREADS = "http://purl.org/syndication/thread/1.0"
DRAFT_ATOM = "http://purl.org/atom/ns#"
MEDIA_WITHOUT_SLASH = "http://search.yahoo.com/mrss"
OUR_OWN = "https://swifeeds.example/ns/1"
OLD_WIKI = "http://www.usemod.com/cgi-bin/mb.pl?ModWiki"

PREFIXES: Mapping[str, str] = {
    ATOM: "atom",
    XHTML: "xhtml",
    XML: "xml",
    RDF: "rdf",
    THREADS: "thr",
    OUR_OWN: "swi",
    OLD_WIKI: "wiki",
    "http://a9.com/-/spec/opensearch/1.1/": "opensearch",
    "http://a9.com/-/spec/opensearchrss/1.0/": "opensearch10",
    "http://backend.userland.com/blogChannelModule": "blogChannel",
    "http://backend.userland.com/creativeCommonsRssModule": "creativeCommons",
    "http://base.google.com/ns/1.0": "g",
    "http://conversationsnetwork.org/rssNamespace-1.0/": "conversationsNetwork",
    "http://feedsync.org/2007/feedsync": "sx",
    "http://geourl.org/rss/module/": "geourl",
    "http://hacks.benhammersley.com/rss/streaming/": "str",
    "http://madskills.com/public/xml/rss/module/trackback/": "trackback",
    "http://media.tangent.org/rss/1.0/": "audio",
    "http://my.netscape.com/rdf/simple/0.9/": "rss090",
    "http://my.theinfo.org/changed/1.0/rss/": "cp",
    "http://openid.net/xmlns/1.0": "openid",
    "http://postneo.com/icbm": "icbm",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/net/rss1.1#": "rss11",
    "http://purl.org/rss/1.0/": "rss1",
    "http://purl.org/rss/1.0/modules/aggregation/": "ag",
    "http://purl.org/rss/1.0/modules/annotate/": "annotate",
    "http://purl.org/rss/1.0/modules/company": "company",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/rss/1.0/modules/email/": "email",
    "http://purl.org/rss/1.0/modules/event/": "ev",
    "http://purl.org/rss/1.0/modules/image/": "image",
    "http://purl.org/rss/1.0/modules/link/": "l",
    "http://purl.org/rss/1.0/modules/reference/": "ref",
    "http://purl.org/rss/1.0/modules/richequiv/": "reqv",
    "http://purl.org/rss/1.0/modules/rss091#": "rss091",
    "http://purl.org/rss/1.0/modules/search/": "search",
    "http://purl.org/rss/1.0/modules/servicestatus/": "ss",
    "http://purl.org/rss/1.0/modules/slash/": "slash",
    "http://purl.org/rss/1.0/modules/subscription/": "sub",
    "http://purl.org/rss/1.0/modules/syndication/": "sy",
    "http://purl.org/rss/1.0/modules/taxonomy/": "taxo",
    "http://purl.org/rss/1.0/modules/threading/": "thr",
    "http://purl.org/rss/1.0/modules/wiki/": "wiki",
    "http://purl.org/syndication/history/1.0": "fh",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "http://schemas.xmlsoap.org/soap/envelope/": "soap",
    "http://search.yahoo.com/mrss/": "media",
    "http://web.resource.org/cc/": "cc",
    "http://webns.net/mvcb/": "admin",
    "http://wellformedweb.org/CommentAPI/": "wfw",
    "http://www.bloglines.com/about/specs/fac-1.0": "access",
    "http://www.georss.org/georss": "georss",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://www.microsoft.com/schemas/rss/core/2005": "cf",
    "http://www.opengis.net/gml": "gml",
    "http://www.opml.org/spec2": "opml",
    "http://www.w3.org/1998/Math/MathML": "mathml",
    "http://www.w3.org/1999/xlink": "xlink",
    "http://www.w3.org/2000/01/rdf-schema#": "rdfs",
    "http://www.w3.org/2000/svg": "svg",
    "http://www.w3.org/2003/01/geo/wgs84_pos#": "geo",
    "http://www.w3.org/2007/app": "app",
    "http://xmlns.com/foaf/0.1/": "foaf",
    "https://rslstandard.org/rsl": "rsl",
    "urn:atom-extension:indexing": "indexing",
}  # fmt: skip
"""The prefix that a namespace usually has."""

ADDRESSES: dict[str, str] = {}
"""The namespace that a usual prefix stands for."""

for _namespace, _prefix in PREFIXES.items():
    ADDRESSES.setdefault(_prefix, _namespace)

UNSUPPORTED = frozenset(
    {
        "http://schema.org/",
        "https://schema.org/",
        "http://schemas.google.com/g/2005",
        "http://www.rawvoice.com/rawvoiceRssModule/",
        "https://podcastindex.org/namespace/1.0",
        "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md",
    }
)
"""Known and widespread, and not looked into here."""

_TRIMMED = re.compile(r".*\w", re.DOTALL)


def _near(namespace: str) -> str:
    found = _TRIMMED.match(namespace)
    return (found[0] if found else namespace).lower()


_NEARLY = {_near(namespace): prefix for namespace, prefix in PREFIXES.items()}


def prefix_of(namespace: str) -> str | None:
    """The usual prefix of a namespace, also of one that is misspelt in case or in its last
    characters: readers take those for the same."""
    return _NEARLY.get(_near(namespace))


def known_name(name: Name, default: frozenset[str]) -> str | None:
    """`title` in one of the default namespaces or in none, `dc:title` in a known one, else None."""
    namespace, local = name
    if namespace is None or namespace in default:
        return local
    prefix = prefix_of(namespace)
    return f"{prefix}:{local}" if prefix else None


def shown(node: Node) -> str:
    """An element's name as its author would write it: Atom's without prefix in Atom alone."""
    namespace, local = node.name
    prefix = prefix_of(namespace) if namespace else None
    if prefix is None or (prefix == "atom" and _root_of(node).name[1] in {"feed", "entry"}):
        return local
    return f"{prefix}:{local}"


def _root_of(node: Node) -> Node:
    while node.parent is not None:
        node = node.parent
    return node
