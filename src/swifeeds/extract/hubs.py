"""What a feed says of itself for WebSub: its hub and its own address (`rel=hub`, `rel=self`).

HTTP's `Link` fields go before what stands in the document (WebSub 4): the two are never mixed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from swifeeds.errors import ExtractError
from swifeeds.extract.hostile_json import entries, read_json, table, text
from swifeeds.extract.names import local_name
from swifeeds.markup import absolute_url, decode, parse_xml
from swifeeds.model import Document, PushTopic

_ITEM = re.compile(r"<(?:[\w.-]+:)?(?:item|entry)[\s>]", re.IGNORECASE)
_HEAD = 64 * 1024
_LONGEST = 2000


def find_push(document: Document) -> PushTopic | None:
    """The first hub of a feed, and the topic to subscribe to; None where it names none.

    A feed without an address of its own is known by the one that it was read at.
    """
    stated = list(document.relations)
    if not any(relation == "hub" for relation, _ in stated):
        stated = list(_in_document(document))
    hub = _first("hub", stated)
    topic = _first("self", stated) or document.final_url
    if hub is None or len(hub) > _LONGEST or len(topic) > _LONGEST:
        return None
    return PushTopic(hub=hub, topic=topic)


def _first(relation: str, stated: Iterable[tuple[str, str]]) -> str | None:
    return next((url for one, url in stated if one == relation), None)


def _in_document(document: Document) -> Iterator[tuple[str, str]]:
    """What its head says: everything before the first item, which alone is parsed."""
    whole = decode(document.body, document.charset).lstrip("\ufeff \t\r\n")
    if whole[:1] == "{":
        yield from _in_json(document)
        return
    item = _ITEM.search(whole)
    head = whole[: min(item.start() if item else len(whole), _HEAD)]
    try:
        root = parse_xml(head.encode(), charset="utf-8", recover=True, url=document.url)
    except ExtractError:
        return
    for element in root.iter("{*}*"):
        if local_name(str(element.tag)) != "link":
            continue
        for relation in (element.get("rel") or "").lower().split():
            url = absolute_url(element.get("href") or "", document.final_url)
            if relation in {"hub", "self"} and url:
                yield relation, url


def _in_json(document: Document) -> Iterator[tuple[str, str]]:
    """JSON Feed: `hubs` of the type WebSub, and `feed_url`."""
    try:
        data = table(read_json(document.body, charset=document.charset, url=document.url))
    except ExtractError:
        return
    own = absolute_url(text(data.get("feed_url")) or "", document.final_url)
    if own:
        yield "self", own
    for one in map(table, entries(data.get("hubs"))):
        url = absolute_url(text(one.get("url")) or "", document.final_url)
        if url and (text(one.get("type")) or "").lower() == "websub":
            yield "hub", url
