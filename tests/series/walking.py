"""What a client does that wants a series whole: from document to document, by their links alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

import feedparser

BASE = "https://feeds.example.org"

Read = Callable[[str], bytes]
"""The bytes at a path; KeyError where nothing stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document, as a client understands it."""

    path: str
    feed_id: str | None
    ids: tuple[str, ...]
    links: dict[str, str]
    is_archive: bool
    is_complete: bool


def walk(read: Read, path: str) -> list[Document]:
    """The document at a path and all that it leads back to. Fails where the chain never ends."""
    documents: list[Document] = []
    seen: set[str] = set()
    following: str | None = path
    while following is not None:
        assert following not in seen, "a chain must not come back to where it was"
        seen.add(following)
        document = read_document(read, following)
        documents.append(document)
        following = document.links.get("prev-archive")
    return documents


def read_document(read: Read, path: str) -> Document:
    body = read(path)
    return _read_json(path, body) if path.endswith(".json") else _read_xml(path, body)


@lru_cache(maxsize=1024)  # most pages of a series are the same bytes from one look to the next
def _read_xml(path: str, body: bytes) -> Document:
    parsed = feedparser.parse(body)
    assert not parsed.bozo, parsed.get("bozo_exception")
    links = {link["rel"]: _path(link["href"]) for link in parsed.feed.links}
    assert links["self"] == path
    return Document(
        path=path,
        feed_id=parsed.feed.get("id"),
        ids=tuple(entry["id"].rpartition("/")[2] for entry in parsed.entries),
        links=links,
        is_archive="fh_archive" in parsed.feed,
        is_complete="fh_complete" in parsed.feed,
    )


def _read_json(path: str, body: bytes) -> Document:
    feed = json.loads(body)
    assert _path(feed["feed_url"]) == path
    following = feed.get("next_url")
    assert following != feed["feed_url"]
    return Document(
        path=path,
        feed_id=feed["_swifeeds"]["id"],
        ids=tuple(item["id"].rpartition("/")[2] for item in feed["items"]),
        links={"prev-archive": _path(following)} if following else {},
        is_archive="/archive/" in path,
        is_complete=False,
    )


def _path(url: str) -> str:
    assert url.startswith("http")
    return urlsplit(url).path
