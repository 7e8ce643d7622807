"""What keys say of each other: ids, references, zones, languages, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from swifeeds.config.faults import fault
from swifeeds.config.files import Tables
from swifeeds.config.forwardings import forwarding_findings
from swifeeds.config.languages import language_findings
from swifeeds.config.lines import Path
from swifeeds.config.matching import match_findings
from swifeeds.config.published import address_findings, site_addresses, source_addresses
from swifeeds.config.references import Finding, unknown_languages, unknown_name, unknown_zone
from swifeeds.config.rules import profile_findings, rules_findings
from swifeeds.config.schedules import schedule_findings
from swifeeds.config.shape import NamedShape
from swifeeds.config.shapes import _Tables
from swifeeds.config.source_shapes import SourceShape, TrustShape
from swifeeds.config.story_shapes import MatchShape, StoryShape
from swifeeds.errors import Fault
from swifeeds.localise import canonical_tag
from swifeeds.model import Identity, Publish, SourceKind

_EDITOR = re.compile(r"[^\s@()<>,]+@[^\s@()<>,]+\.[^\s@()<>,]+(?: \([^()\r\n]+\))?")
_WITHOUT_GUIDS = frozenset({SourceKind.PAGE, SourceKind.SITEMAP})
_HOST = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)+(?::\d{1,5})?")
_AUTHORITY = re.compile(r"[a-z0-9@.-]+,\d{4}(-\d\d(-\d\d)?)?")


def crosscheck(root: _Tables, tables: Tables) -> tuple[Fault, ...]:
    """Every fault that no single key shows, in the order of the file."""
    findings = (
        *_site(root),
        *_lists(root),
        *_sources(root),
        *_stories(root),
        *forwarding_findings(root),
    )
    return tuple(fault(tables, path, message) for path, message in findings)


def _site(root: _Tables) -> Iterator[Finding]:
    site = root.site
    yield from site_addresses(site)
    yield from unknown_zone(("site", "time_zone"), site.time_zone)
    if not _AUTHORITY.fullmatch(site.tag_authority):
        yield ("site", "tag_authority"), "write a domain and a year, like feeds.example.org,2026"
    if site.managing_editor is not None and not _EDITOR.fullmatch(site.managing_editor):
        message = "write an e-mail address and a name, like desk@example.org (Foreign desk)"
        yield ("site", "managing_editor"), message
    yield from language_findings(root)


def _lists(root: _Tables) -> Iterator[Finding]:
    named: tuple[tuple[str, Sequence[NamedShape]], ...] = (
        ("sections", root.sections),
        ("stories", root.stories),
    )
    for name, shapes in named:
        yield from _distinct(name, [shape.id for shape in shapes])
        for index, shape in enumerate(shapes):
            yield from unknown_languages((name, index, "title"), shape.title, root.site.languages)
    yield from _distinct("sources", [source.id for source in root.sources])


def _distinct(name: str, ids: Sequence[str]) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for index, one in enumerate(ids):
        first = seen.setdefault(one, index)
        if first != index:
            yield (name, index, "id"), f"{one} is the id of {name}[{first}] already"


def _sources(root: _Tables) -> Iterator[Finding]:
    sections = [section.id for section in root.sections]
    for index, source in enumerate(root.sources):
        path: Path = ("sources", index)
        yield from unknown_name((*path, "section"), source.section, sections, "section")
        yield from _source(path, source)
        yield from schedule_findings((*path, "schedule"), source.schedule)
    yield from profile_findings(root)


def _identity(path: Path, source: SourceShape) -> Iterator[Finding]:
    if source.identity is Identity.GUID and source.kind in _WITHOUT_GUIDS:
        yield (*path, "identity"), 'pages have no guids; write identity = "url"'
    for place, alias in enumerate(source.aliases):
        if not _HOST.fullmatch(alias.lower()):
            message = f"{alias!r} is no host; write it without scheme and path, like m.example.org"
            yield (*path, "aliases", place), message


def _source(path: Path, source: SourceShape) -> Iterator[Finding]:
    if source.kind is not SourceKind.DIRECTORY:
        yield from address_findings((*path, "url"), source.url)
    if canonical_tag(source.language) is None:
        yield (*path, "language"), f"{source.language!r} is no language tag; write one like de-CH"
    yield from unknown_zone((*path, "time_zone"), source.time_zone)
    if source.publish is Publish.FULL and not (source.own or source.licence):
        yield (*path, "publish"), "full text needs own = true or the address of a licence"
    yield from _identity(path, source)
    if source.adopt_ids and source.kind in _WITHOUT_GUIDS:
        yield (*path, "adopt_ids"), 'pages have no guids; name the feed itself, with kind = "feed"'
    if source.story_taxonomy and source.kind is not SourceKind.WORDPRESS:
        yield (*path, "story_taxonomy"), 'is read of WordPress alone; set kind = "wordpress"'
    yield from source_addresses(path, source)
    if source.tdm_policy is not None and source.tdm_reservation is None:
        yield (*path, "tdm_policy"), "says nothing without tdm_reservation; set both"
    yield from _trust((*path, "trust"), source.trust)
    yield from rules_findings((*path, "rules"), source.rules)


def _trust(path: Path, trust: TrustShape | None) -> Iterator[Finding]:
    if trust is None:
        return
    if not trust.scheme.strip() or not trust.scheme.isprintable():
        yield (*path, "scheme"), "name the scheme in one line, like JTI"
    if trust.valid_from and trust.valid_from > trust.valid_until:
        yield (*path, "valid_from"), "lies after valid_until"


def _stories(root: _Tables) -> Iterator[Finding]:
    ids = [story.id for story in root.stories]
    slugs: dict[str, str] = {}
    for index, story in enumerate(root.stories):
        path: Path = ("stories", index)
        owner = slugs.setdefault(story.slug or story.id, story.id)
        if owner != story.id:
            yield (*path, "slug"), f"{story.slug or story.id} is the address of {owner} already"
        yield from unknown_name((*path, "parent"), story.parent, ids, "story")
        yield from _match((*path, "match"), story.match, root)
        yield from _addresses_of(path, story)
    yield from _rings(root)


def _rings(root: _Tables) -> Iterator[Finding]:
    """A story cannot be within itself, whatever the way."""
    parents = {story.id: story.parent for story in root.stories}
    for index, story in enumerate(root.stories):
        way, parent = [story.id], story.parent
        while parent is not None and parent not in way:
            way.append(parent)
            parent = parents.get(parent)
        if parent == story.id:
            yield ("stories", index, "parent"), f"is a ring: {' within '.join([*way, story.id])}"


def _match(path: Path, match: MatchShape, root: _Tables) -> Iterator[Finding]:
    yield from match_findings(
        path,
        match,
        languages=root.site.languages,
        sections=[section.id for section in root.sections],
        sources=[source.id for source in root.sources],
    )


def _addresses_of(path: Path, story: StoryShape) -> Iterator[Finding]:
    for key in ("include", "exclude"):
        for address in getattr(story, key):
            yield from address_findings((*path, key), address)
