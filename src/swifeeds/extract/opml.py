"""Reading a subscription list: OPML 1.0 and 2.0 (dev.opml.org/spec2.html), as readers export it.

Feed readers disagree on the case of `xmlUrl` and on whether a feed says `type="rss"`; what has an
address of a feed is one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from swifeeds.errors import ExtractError
from swifeeds.extract.names import local_name
from swifeeds.localise import canonical_tag
from swifeeds.markup import LIST, absolute_url, parse_xml, plain_text, url_key
from swifeeds.markup.xml import Element
from swifeeds.model import FeedOutline, Reject

_ADDRESS = "xmlurl"


def read_opml(body: bytes, name: str) -> tuple[tuple[FeedOutline, ...], tuple[Reject, ...]]:
    """The feeds of a list in its order, each address once, and a sentence for each left out.

    Args:
        body: the file.
        name: names it in errors.

    Raises:
        ExtractError: it is no OPML, or declares entities.
    """
    root = parse_xml(body, url=name, size=LIST)
    if local_name(str(root.tag)) != "opml":
        raise ExtractError(f"is no OPML but <{local_name(str(root.tag))[:40]}>", url=name)
    found: dict[str, FeedOutline] = {}
    rejects: list[Reject] = []
    for element, stated in _outlines(root):
        address = absolute_url(_plain_scheme(stated[_ADDRESS].strip()), "")
        if address is None:
            reason = "is no http or https address, so it was left out"
            rejects.append(Reject(subject=stated[_ADDRESS][:200], reason=reason))
        else:
            found.setdefault(url_key(address), _outline(element, stated, address))
    return tuple(found.values()), tuple(rejects)


def _outlines(root: Element) -> Iterator[tuple[Element, Mapping[str, str]]]:
    """Every line that names a feed, with its attributes by lower-case name."""
    for element in root.iter():
        if local_name(str(element.tag)) == "outline":
            stated = _attributes(element)
            if stated.get(_ADDRESS, "").strip():
                yield element, stated


def _plain_scheme(address: str) -> str:
    """`feed://host/…` and `feed:https://host/…` are what browsers once gave to readers."""
    if not address.lower().startswith("feed:"):
        return address
    rest = address[len("feed:") :]
    return f"http:{rest}" if rest.startswith("//") else rest


def _attributes(element: Element) -> Mapping[str, str]:
    return {local_name(str(name)): str(value) for name, value in element.attrib.items()}


def _outline(element: Element, stated: Mapping[str, str], address: str) -> FeedOutline:
    return FeedOutline(
        url=address,
        title=_title(stated) or address,
        page=absolute_url(stated.get("htmlurl", ""), ""),
        language=canonical_tag(stated.get("language", "")),
        group=_heading(element),
    )


def _title(stated: Mapping[str, str]) -> str | None:
    """`text` is what people see; `title` is the feed's own, for older lists."""
    return plain_text(stated.get("text", "")) or plain_text(stated.get("title", ""))


def _heading(element: Element) -> str | None:
    above = (_attributes(one) for one in element.iterancestors() if _is_heading(one))
    return next(filter(None, map(_title, above)), None)


def _is_heading(element: Element) -> bool:
    return local_name(str(element.tag)) == "outline" and _ADDRESS not in _attributes(element)
