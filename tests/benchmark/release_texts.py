"""The parallel releases as texts: a part of the releases benchmark."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from lxml import etree

from swifeeds.group.lexicon import Text
from swifeeds.markup import plain_text

LANGUAGES = ("de", "en", "fr", "it")


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """One message in its languages, each with title, lead and body as plain text."""

    name: str
    published: datetime
    texts: dict[str, Text]
    bodies: dict[str, str]


def read_releases(folder: Path) -> tuple[Release, ...]:
    """Every message of the pack, by name."""
    return tuple(_read(path) for path in sorted(folder.glob("*.xml")))


def in_all_languages(releases: tuple[Release, ...]) -> tuple[Release, ...]:
    return tuple(one for one in releases if set(LANGUAGES) <= one.texts.keys())


def _read(path: Path) -> Release:
    message = etree.parse(path).find("{*}message")
    assert message is not None, path
    texts: dict[str, Text] = {}
    bodies: dict[str, str] = {}
    for language, title, lead, body in _contents(message):
        texts[language] = Text(language=language, title=title, lead=lead or None)
        bodies[language] = body
    day = datetime.fromisoformat(message.findtext("{*}pubdate"))
    return Release(name=path.stem, published=day.replace(tzinfo=UTC), texts=texts, bodies=bodies)


def _contents(message: etree._Element) -> Iterator[tuple[str, str, str, str]]:
    for content in message.iterfind("{*}content"):
        title, lead, body = (content.findtext(f"{{*}}{name}") or "" for name in _PARTS)
        if title.strip():
            yield content.get("lang"), title.strip(), plain_text(lead), plain_text(body)


_PARTS = ("title", "lead", "text")
