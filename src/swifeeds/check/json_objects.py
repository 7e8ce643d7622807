"""Objects of a JSON feed: which members each has, and what must be there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from swifeeds.check import json_values as values
from swifeeds.check.json_outline import Kind, Value
from swifeeds.check.json_places import Places
from swifeeds.check.json_values import Check

_EXTENSION = re.compile(r"_[^\W\d_][^.]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What an object may hold: a check for each member, and the names of those it must have."""

    members: Mapping[str, Check]
    required: tuple[str, ...] = ()
    recommended: tuple[str, ...] = field(default=())


def check_object(places: Places, value: Value, shape: Shape) -> None:
    """Hold an object to a shape; what the shape does not know may only be an extension."""
    if not values.is_of(places, value, Kind.OBJECT):
        return
    for name in shape.required:
        _look_for(places, value, name, "json-missing-member")
    for name in shape.recommended:
        _look_for(places, value, name, "json-missing-recommended-member")
    for name, member in value.members.items():
        if name in shape.members:
            shape.members[name](places, member)
        elif name.startswith("_"):
            _check_extension(places, member, name)
        else:
            places.note("json-unknown-member", member)


def list_of(check: Check) -> Check:
    """The check of an array, each of whose values passes `check`."""

    def check_list(places: Places, value: Value) -> None:
        if values.is_of(places, value, Kind.ARRAY):
            for one in value.items:
                check(places, one)

    return check_list


def shaped(shape: Shape) -> Check:
    """The check of an object of a shape."""

    def check_shaped(places: Places, value: Value) -> None:
        check_object(places, value, shape)

    return check_shaped


def _look_for(places: Places, value: Value, name: str, rule: str) -> None:
    if name not in value.members:
        places.note(rule, value, element=name, parent=value.name or "The feed")


def _check_extension(places: Places, value: Value, name: str) -> None:
    if not _EXTENSION.fullmatch(name):
        places.note("json-extension-name", value)
    if value.kind is not Kind.OBJECT:
        places.note("json-extension-not-object", value, value=value.kind)
    for inner, member in value.members.items():
        if inner.startswith("_") or "." in inner:
            places.note("json-extension-member", member)
    if "about" in value.members:
        values.address(places, value.members["about"])


def check_abouts(places: Places, root: Value) -> None:
    """Each extension should be explained once, wherever that is."""
    unexplained: dict[str, Value] = {}
    explained: set[str] = set()
    for value in root.everything():
        for name, member in value.members.items():
            if name.startswith("_") and member.kind is Kind.OBJECT:
                unexplained.setdefault(name, member)
                explained |= {name} if "about" in member.members else set()
    for name, value in unexplained.items():
        if name not in explained:
            places.note("json-extension-about", value)


def check_author(places: Places, value: Value) -> None:
    """An author: nothing is required, and not nothing."""
    check_object(places, value, _AUTHOR)
    if value.kind is Kind.OBJECT and not value.members.keys() & _AUTHOR.members.keys():
        places.note("json-author-without-facts", value)


def check_hub(places: Places, value: Value) -> None:
    """A hub, and whether readers know its protocol."""
    check_object(places, value, _HUB)
    kind = value.members.get("type")
    if kind and kind.kind is Kind.STRING and kind.text.strip() not in {"", *_HUB_TYPES}:
        places.note("json-unknown-hub", kind, value=kind.text)


_HUB_TYPES = ("WebSub", "rssCloud")
_AUTHOR = Shape(
    members={"name": values.plain_text, "url": values.address, "avatar": values.web_address}
)
_HUB = Shape(members={"type": values.any_text, "url": values.web_address}, required=("type", "url"))
ATTACHMENT = Shape(
    members={
        "url": values.web_address,
        "mime_type": values.media_type,
        "title": values.plain_text,
        "size_in_bytes": values.whole_amount,
        "duration_in_seconds": values.amount,
    },
    required=("url", "mime_type"),
)
