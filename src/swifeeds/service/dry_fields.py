"""The fields of a draft as a person wants to see them: what was read, and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from swifeeds.markup import plain_text
from swifeeds.model import Dating, Draft, Media, Source, SourceKind, Translation

_FIRST = 90
_SHOWN = 3
_SAID = {
    SourceKind.PAGE: "page",
    SourceKind.FEED: "feed",
    SourceKind.SITEMAP: "page",
    SourceKind.WORDPRESS: "rest",
    SourceKind.DIRECTORY: "file",
}
"""What a field was read from when nothing else is said of it: declared there in so many words."""

_NAMES = {
    "authors": "authors", "credit": "credit", "content": "text", "keywords": "keywords",
    "media": "media", "published": "published", "section": "section", "summary": "lead",
    "title": "title", "translations": "translations", "language": "language", "url": "address",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class DryField:
    """One field for people: its name, what was read, and where."""

    name: str
    value: str
    read_from: str


def fields_of(draft: Draft, filed: Draft, source: Source) -> tuple[DryField, ...]:
    """Every field of which something is known, and those that every article should have.

    Args:
        draft: as it was read.
        filed: the same under the site's own sections.
        source: where it came from.
    """
    read, said = dict(draft.provenances), _SAID[source.kind]
    rows = [
        DryField(name=name, value=value, read_from=where or (read.get(key, said) if value else ""))
        for key, name, value, where in _rows(draft, filed)
    ]
    wanted = {"address", "language", "published", "lead", "text", "authors"}
    return tuple(row for row in rows if row.value or row.name in wanted)


def _rows(draft: Draft, filed: Draft) -> Iterator[tuple[str, str, str, str]]:
    """Key of the provenance, name, value, and where it was read if that is known otherwise."""
    yield "title", "title", draft.title, ""
    yield "url", "address", draft.url or "", ""
    yield "guid", "guid", draft.guid or "", ""
    yield "language", "language", draft.language, ""
    yield "published", "published", _moment(draft.published), _dated(draft.dating)
    yield "updated", "updated", _moment(draft.updated), ""
    yield "summary", "lead", _beginning(draft.summary or ""), ""
    yield "content", "text", _text(draft.content), ""
    yield "authors", "authors", ", ".join(one.name for one in draft.authors or ()), ""
    if draft.credit:
        agencies = ", ".join(draft.credit.agencies)
        yield "credit", "credit", f"{draft.credit.code} {agencies}".strip(), ""
    yield "section", "section", _section(draft, filed), ""
    yield "keywords", "keywords", _some(draft.keywords), ""
    yield "media", "media", _some(map(_medium, draft.media), "; "), ""
    yield "translations", "translations", _some(map(_translation, draft.translations), "; "), ""
    for story in draft.stories:
        name = story.title or story.heading or "without a name"
        count = f" with {len(story.members)} articles" if story.members else ""
        yield "stories", "declared story", f"{name}{count}", story.url or ""
    yield from _terms(draft)


def _terms(draft: Draft) -> Iterator[tuple[str, str, str, str]]:
    for mark in draft.trust:
        yield "trust", "trust line", f"{mark.scheme}: {mark.text}", ""
    if draft.provenance:
        yield "provenance", "provenance", str(draft.provenance), ""
    yield "rights", "rights", draft.rights or "", ""
    yield "license", "licence", draft.license or "", ""
    yield "embargoed_until", "embargo", _moment(draft.embargoed_until), ""
    if draft.withdrawn:
        yield "withdrawn", "status", "withdrawn by its source", ""


def _moment(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S}Z" if moment else ""


def _dated(dating: Dating | None) -> str:
    if dating is None:
        return "not found"
    zone = f", in the assumed zone {dating.zone}" if dating.zone else ""
    return f"{dating.read_from}, to the {dating.precision}{zone}"


def _text(content: str | None) -> str:
    words = plain_text(content) if content else None
    return f"{len(words)} characters: {_beginning(words)}" if words else ""


def _beginning(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _FIRST else f"{line[:_FIRST].rstrip()}…"


def _section(draft: Draft, filed: Draft) -> str:
    if filed.section and filed.section != draft.section:
        return f"{filed.section} (of “{draft.section}”)" if draft.section else filed.section
    return draft.section or ""


def _medium(medium: Media) -> str:
    size = f" {medium.width}×{medium.height}" if medium.width and medium.height else ""
    words = medium.caption or medium.alt
    said = f" “{_beginning(words)}”" if words else ""
    return f"{medium.medium}{size} {medium.url}{said}{_credit(medium.credit)}"


def _credit(stated: str | None) -> str:
    """With the sign, where the publisher does not write it."""
    if not stated:
        return ""
    return f" {stated}" if "©" in stated else f" © {stated}"


def _translation(translation: Translation) -> str:
    return f"{translation.language} {translation.url} ({translation.evidence})"


def _some(values: object, between: str = ", ") -> str:
    every = list(values)  # type: ignore[call-overload]
    more = f"{between}and {len(every) - _SHOWN} more" if len(every) > _SHOWN else ""
    return between.join(islice(every, _SHOWN)) + more
