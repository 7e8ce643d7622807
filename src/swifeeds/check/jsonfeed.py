"""JSON Feed 1.1 (jsonfeed.org/version/1.1), its suggestions to publishers included."""

from __future__ import annotations

from collections.abc import Mapping

from swifeeds.check import json_values as values
from swifeeds.check.json_bytes import read_utf8
from swifeeds.check.json_objects import (
    ATTACHMENT,
    Shape,
    check_abouts,
    check_author,
    check_hub,
    check_object,
    list_of,
    shaped,
)
from swifeeds.check.json_outline import Kind, Lines, Value
from swifeeds.check.json_places import Places
from swifeeds.check.json_reading import JsonFault, read_json_outline
from swifeeds.check.json_strings import check_strings
from swifeeds.check.json_values import Check
from swifeeds.check.notes import Notes

_LARGE = 1_000_000
_VERSIONS: Mapping[str, str] = {
    f"{scheme}://jsonfeed.org/version/{version}{end}": version
    for scheme in ("https", "http")
    for version in ("1", "1.1")
    for end in ("", "/")
}
_CURRENT = "https://jsonfeed.org/version/1.1"


def check_json(body: bytes, notes: Notes) -> tuple[str | None, str | None]:
    """Check a document that is meant to be a JSON Feed.

    Returns:
        `json`, or None where it is no object; and the version that it states, if it is known.
    """
    text = read_utf8(body, notes)
    places = Places(notes=notes, lines=Lines(text))
    try:
        root = read_json_outline(text)
    except JsonFault as fault:
        line, column = places.lines.place(fault.start)
        notes.note("json-syntax", line=line, column=column, value=fault)
        return None, None
    if len(body) > _LARGE:
        places.note("json-large", root, value=len(body))
    check_strings(places, root)
    if root.kind is not Kind.OBJECT:
        places.note("json-not-an-object", root, value=root.kind)
        return None, None
    return "json", _check_feed(places, root)


def _check_feed(places: Places, root: Value) -> str | None:
    version = _VERSIONS.get(_text(root, "version"))
    check_object(places, root, _FEED)
    if "version" in root.members and next(iter(root.members)) != "version":
        places.note("json-version-first", root.members["version"])
    check_abouts(places, root)
    _check_addresses(places, root)
    items = _list(root, "items")
    for value in (root, *items):
        if version != "1":
            _check_author_of(places, value)
    _check_ids(places, items)
    return version


def _check_version(places: Places, value: Value) -> None:
    if not values.is_of(places, value, Kind.STRING) or value.text == _CURRENT:
        return
    is_old = _VERSIONS.get(value.text) == "1"
    places.note("json-old-version" if is_old else "json-version", value, value=value.text)


def _check_author_of(places: Places, value: Value) -> None:
    """The single author may stay for old readers, beside what replaced it."""
    if "author" in value.members and "authors" not in value.members:
        places.note("json-deprecated-author", value.members["author"])


def _check_addresses(places: Places, root: Value) -> None:
    """The feed's own address is where it was had, and its next page is another one."""
    own, following = _text(root, "feed_url"), _text(root, "next_url")
    had = (places.notes.address or "").partition("#")[0]
    if own and had and own != had:
        places.note("json-self-doesnt-match-location", root.members["feed_url"], value=own)
    if following and following in {own, had}:
        places.note("json-next-url", root.members["next_url"])


def _check_ids(places: Places, items: list[Value]) -> None:
    seen: set[str] = set()
    for item in items:
        value = item.members.get("id")
        # A reader compares ids as texts, so that 1 and "1" are the same one.
        if value is None or value.kind not in {Kind.STRING, Kind.NUMBER} or not value.text:
            continue
        if value.text in seen:
            places.note("json-duplicate-id", value, value=value.text)
        seen.add(value.text)


def _check_id(places: Places, value: Value) -> None:
    if value.kind is Kind.NUMBER:
        places.note("json-id-not-string", value, value=value.text)
    elif value.kind is not Kind.STRING:
        places.note("json-wrong-type", value, wanted=Kind.STRING, value=value.kind)
    elif not value.text.strip():
        places.note("json-empty-id", value)


def _check_item(places: Places, value: Value) -> None:
    check_object(places, value, _ITEM)
    if value.kind is not Kind.OBJECT:
        return
    if not value.members.keys() & {"content_html", "content_text"}:
        places.note("json-missing-content", value)
    published = values.read_date(_text(value, "date_published"))
    modified = values.read_date(_text(value, "date_modified"))
    if published and modified and modified < published:
        written = _text(value, "date_published")
        places.note("json-modified-before-published", value.members["date_modified"], value=written)


def _text(value: Value, name: str) -> str:
    """A member's text; empty for anything else."""
    member = value.members.get(name)
    return member.text if member and member.kind is Kind.STRING else ""


def _list(value: Value, name: str) -> list[Value]:
    member = value.members.get(name)
    return member.items if member else []


_SHARED: Mapping[str, Check] = {
    "title": values.plain_text,
    "authors": list_of(check_author),
    "author": check_author,
    "language": values.language,
}
_ITEM = Shape(
    members={
        **_SHARED,
        "id": _check_id,
        "url": values.address,
        "external_url": values.address,
        "content_html": values.html,
        "content_text": values.plain_text,
        "summary": values.plain_text,
        "image": values.web_address,
        "banner_image": values.web_address,
        "date_published": values.date,
        "date_modified": values.date,
        "tags": list_of(values.plain_text),
        "attachments": list_of(shaped(ATTACHMENT)),
    },
    required=("id",),
)
_FEED = Shape(
    members={
        **_SHARED,
        "version": _check_version,
        "home_page_url": values.web_address,
        "feed_url": values.web_address,
        "description": values.plain_text,
        "user_comment": values.any_text,
        "next_url": values.web_address,
        "icon": values.web_address,
        "favicon": values.web_address,
        "expired": values.boolean,
        "hubs": list_of(check_hub),
        "items": list_of(_check_item),
    },
    required=("version", "title", "items"),
    recommended=("home_page_url", "feed_url"),
)
