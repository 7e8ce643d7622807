"""The smaller elements of an RSS channel."""

from __future__ import annotations

import re

from swifeeds.check.address_checks import required, whole_uri
from swifeeds.check.everywhere import EVERYWHERE, EVERYWHERE_MANY, leaf
from swifeeds.check.notes import Notes
from swifeeds.check.plain import rss_text
from swifeeds.check.values import not_blank, whole
from swifeeds.check.walk import Check, Kind
from swifeeds.markup.outline import Node

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FIELD = re.compile(r"[a-zA-Z][\w:.]*", re.ASCII)
_PICTURES = frozenset({"jpg", "jpeg", "gif", "png"})
_HOURS = 24
_LAST_PORT = 65535
_WIDEST, _HIGHEST = 144, 400


def category() -> Kind:
    """A category, with the address of its scheme."""
    return Kind(text=True, attributes=frozenset({"domain"}), after=(rss_text,))


def _port(node: Node, notes: Notes) -> None:
    port = node.attributes.get((None, "port"))
    if port is not None and not 0 < (whole(port) or 0) <= _LAST_PORT:
        notes.note("invalid-integer-attribute", node, attribute="port", value=port)


def cloud() -> Kind:
    """Where to register for news of updates."""
    names = ("domain", "path", "registerProcedure", "protocol", "port")
    return Kind(attributes=frozenset(names), before=(required(*names), _port))


def _sibling(node: Node, name: str, notes: Notes) -> object:
    """The text of the channel's own element of that name."""
    channel = node.parent.parent if node.parent else None
    return channel and notes.remembered(name, channel, lambda: _text_of(channel, name))


def _text_of(channel: Node, name: str) -> str | None:
    found = (one for one in channel.children if one.name == (None, name))
    return next((one.text.strip() for one in found), None)


def _same_as_channel(name: str, rule: str) -> Check:
    def check(node: Node, notes: Notes) -> None:
        own = _sibling(node, name, notes)
        if own and own != node.text.strip():
            notes.note(rule, node)

    return check


def _picture(node: Node, notes: Notes) -> None:
    ending = node.text.strip().rpartition(".")[2].lower()
    if re.fullmatch(r"\w+", ending) and ending not in _PICTURES:
        notes.note("image-url-format", node)


def _at_most(most: int, rule: str) -> Check:
    def check(node: Node, notes: Notes) -> None:
        number = whole(node.text.strip())
        if number is None or not 0 < number <= most:
            notes.note(rule, node, value=node.text.strip())

    return check


def image() -> Kind:
    """The channel's picture."""
    return Kind(
        children={
            **EVERYWHERE,
            "title": leaf(
                not_blank, rss_text, _same_as_channel("title", "image-title-doesnt-match")
            ),
            "link": leaf(whole_uri, _same_as_channel("link", "image-link-doesnt-match")),
            "url": leaf(whole_uri, _picture),
            "width": leaf(_at_most(_WIDEST, "invalid-width")),
            "height": leaf(_at_most(_HIGHEST, "invalid-height")),
            "description": leaf(rss_text),
        },
        many=EVERYWHERE_MANY,
        attributes=frozenset({"rdf:resource", "rdf:about", "rdf:parseType"}),
        required=(("title", "missing-title"), ("url", "missing-element"), ("link", "missing-link")),
    )


def _field(node: Node, notes: Notes) -> None:
    if not _FIELD.match(node.text.strip()):
        notes.note("invalid-form-component-name", node, value=node.text.strip())


def text_input(advice: Check) -> Kind:
    """A field that no reader shows."""
    return Kind(
        children={
            **EVERYWHERE,
            "title": leaf(rss_text),
            "description": leaf(),
            "name": leaf(_field),
            "link": leaf(whole_uri),
        },
        many=EVERYWHERE_MANY,
        attributes=frozenset({"rdf:about"}),
        required=(
            ("title", "missing-title"),
            ("link", "missing-link"),
            ("description", "missing-description"),
            ("name", "missing-element"),
        ),
        before=(advice,),
    )


def _hours(node: Node, notes: Notes) -> None:
    seen: set[int] = set()
    children = [one for one in node.children if one.name == (None, "hour")]
    for child in children:
        text = child.text.strip()
        hour = whole(text)
        if hour is not None and hour % _HOURS in seen and 0 <= hour <= _HOURS:
            notes.note("duplicate-value", child, value=text)
        if text == str(_HOURS):
            notes.note("use-zero-for-midnight", child)
        elif hour is None or not 0 <= hour < _HOURS:
            notes.note("invalid-hour", child, value=text)
        else:
            seen.add(hour)
    if len(list(node.children)) > _HOURS:
        notes.note("not-enough-hours-in-the-day", node)


def skip_hours() -> Kind:
    """Hours without news."""
    return Kind(
        children={"hour": leaf()},
        many=frozenset({"hour"}),
        required=(("hour", "missing-element"),),
        after=(_hours,),
    )


def _days(node: Node, notes: Notes) -> None:
    seen: set[str] = set()
    for child in (one for one in node.children if one.name == (None, "day")):
        text = child.text.strip()
        if text not in _DAYS:
            notes.note("invalid-day", child, value=text)
        elif text in seen:
            notes.note("duplicate-value", child, value=text)
        seen.add(text)
    if len(list(node.children)) > len(_DAYS):
        notes.note("eight-days-a-week", node)


def skip_days() -> Kind:
    """Days without news."""
    return Kind(
        children={"day": leaf()},
        many=frozenset({"day"}),
        required=(("day", "missing-element"),),
        after=(_days,),
    )
