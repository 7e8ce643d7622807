"""Extensions of items and channels: media, threads, syndication, archives and others."""

from __future__ import annotations

from swifeeds.check.address_checks import href, required, saying, uri_reference, whole_uri
from swifeeds.check.addresses import judge
from swifeeds.check.canonical import canonical_form
from swifeeds.check.dates import w3c_date
from swifeeds.check.everywhere import (
    EVERYWHERE,
    EVERYWHERE_MANY,
    Kinds,
    anything,
    leaf,
)
from swifeeds.check.media import MEDIA, MEDIA_MANY, MEDIA_OF_CHANNELS
from swifeeds.check.notes import Notes
from swifeeds.check.values import is_media_type, not_blank, not_negative, positive, whole
from swifeeds.check.vocabulary import RDF
from swifeeds.check.walk import Kind
from swifeeds.check.words import words
from swifeeds.markup.outline import Node


def _resource(node: Node, notes: Notes) -> None:
    """An address in `rdf:resource`, or as text."""
    value = node.attributes.get((RDF, "resource"))
    if value is not None:
        judge(value, saying(node, notes))


def _reply(node: Node, notes: Notes) -> None:
    """`thr:in-reply-to` (RFC 4685 3)."""
    said = {name: value for (space, name), value in node.attributes.items() if space is None}
    for name in ("href", "source"):
        if name in said:
            href(node, said[name], notes, attribute=name)
    if "ref" in said:
        say = saying(node, notes, attribute="ref")
        if (
            judge(said["ref"], say, "invalid-full-link", whole=True)
            and canonical_form(said["ref"]) != said["ref"]
        ):
            say("non-canonical-uri", value=said["ref"], canonical=canonical_form(said["ref"]))
    if "type" in said and not is_media_type(said["type"]):
        notes.note("invalid-mime-type", node, attribute="type", value=said["type"])


def _update_period(node: Node, notes: Notes) -> None:
    if node.text.strip() not in {"hourly", "daily", "weekly", "monthly", "yearly"}:
        notes.note("invalid-update-period", node, value=node.text.strip())


def _integer(node: Node, notes: Notes) -> None:
    text = node.text.strip()
    if text and whole(text) is None:
        notes.note("invalid-integer", node, value=text)


def _comment_rss(node: Node, notes: Notes) -> None:
    notes.note("comment-rss", node)
    whole_uri(node, notes)


def _robots(node: Node, notes: Notes) -> None:
    """`xhtml:meta name="robots"`: what search engines may do with the feed."""
    name, content = (node.attributes.get((None, one)) for one in ("name", "content"))
    if name is not None and name.lower() != "robots":
        notes.note("invalid-meta-name", node, attribute="name", value=name)
    wishes = [one.strip() for one in (content or "").lower().split(",")]
    if content is not None and not (wishes in (["all"], ["none"]) or _agree(wishes)):
        notes.note("invalid-meta-content", node, attribute="content", value=content)


def _agree(wishes: list[str]) -> bool:
    """At most one word on indexing and one on following."""
    indexing, following = {"index", "noindex"}, {"follow", "nofollow"}
    known = {*wishes} <= indexing | following and len(wishes) <= len("if")
    return known and all(
        len([w for w in wishes if w in kind]) <= 1 for kind in (indexing, following)
    )


ITEM: Kinds = {
    **EVERYWHERE,
    **MEDIA,
    "slash:comments": leaf(not_negative),
    "slash:section": leaf(),
    "slash:department": leaf(),
    "slash:hit_parade": leaf(),
    "thr:children": anything,
    "thr:total": leaf(not_negative),
    "thr:in-reply-to": leaf(_reply, attributes="href ref source type"),
    "wfw:comment": leaf(whole_uri),
    "wfw:commentRss": leaf(whole_uri),
    "wfw:commentRSS": leaf(_comment_rss),
    "trackback:ping": leaf(whole_uri),
    "trackback:about": leaf(whole_uri),
    "annotate:reference": anything,
    "ag:source": leaf(),
    "ag:sourceURL": leaf(uri_reference),
    "ag:timestamp": leaf(w3c_date),
    "foaf:maker": anything,
    "foaf:primaryTopic": anything,
    "wiki:diff": leaf(),
    "wiki:history": leaf(),
    "wiki:importance": leaf(),
    "wiki:status": leaf(),
    "wiki:version": leaf(),
    "taxo:topics": anything,
    "l:link": anything,
    "feedburner:origLink": leaf(whole_uri),
    "feedburner:origEnclosureLink": leaf(whole_uri),
}
"""What may stand in an item or entry."""

ITEM_MANY = (
    EVERYWHERE_MANY
    | MEDIA_MANY
    | {
        "thr:in-reply-to",
        "trackback:about",
        "taxo:topics",
        "l:link",
        "foaf:maker",
        "thr:children",
    }
)

CHANNEL: Kinds = {
    **EVERYWHERE,
    **MEDIA_OF_CHANNELS,
    "admin:generatorAgent": lambda: Kind(
        attributes=frozenset({"rdf:resource"}), after=(_resource,)
    ),
    "admin:errorReportsTo": lambda: Kind(
        attributes=frozenset({"rdf:resource"}), after=(_resource,)
    ),
    "blogChannel:blogRoll": leaf(whole_uri),
    "blogChannel:mySubscriptions": leaf(whole_uri),
    "blogChannel:blink": leaf(whole_uri),
    "blogChannel:changes": leaf(whole_uri),
    "sy:updatePeriod": leaf(_update_period),
    "sy:updateFrequency": leaf(positive, not_blank),
    "sy:updateBase": leaf(w3c_date),
    "opensearch:totalResults": leaf(not_negative),
    "opensearch:startIndex": leaf(_integer),
    "opensearch:itemsPerPage": leaf(not_negative),
    "opensearch:Query": anything,
    "opensearch10:totalResults": leaf(not_negative),
    "opensearch10:startIndex": leaf(_integer),
    "opensearch10:itemsPerPage": leaf(not_negative),
    "xhtml:div": anything,
    "xhtml:meta": lambda: Kind(
        attributes=words("name content"), before=(required("name", "content"), _robots)
    ),
    "foaf:maker": anything,
    "cp:server": anything,
    "wiki:interwiki": leaf(),
    "taxo:topics": anything,
    "l:link": anything,
    "thr:in-reply-to": leaf(_reply, attributes="href ref source type"),
    "fh:archive": Kind,
    "fh:complete": Kind,
}
"""What may stand in a channel or feed."""

CHANNEL_MANY = (
    EVERYWHERE_MANY
    | MEDIA_MANY
    | {
        "opensearch:Query",
        "xhtml:div",
        "xhtml:meta",
        "foaf:maker",
        "taxo:topics",
        "l:link",
        "thr:in-reply-to",
        "fh:archive",
        "fh:complete",
    }
)

EATEN = words(
    """g itunes feedburner sx conversationsNetwork app cf gml openid ev foaf email company search
    ref ss str sub image audio reqv rss091 rss090 rss1 rss11 access soap xlink indexing rsl
    swi svg mathml l opml"""
)
"""Known vocabularies that are not looked into."""
