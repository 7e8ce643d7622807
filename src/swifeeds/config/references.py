"""Names that keys give of each other: known, or told with the nearest that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from zoneinfo import ZoneInfo

from swifeeds.config.faults import nearest
from swifeeds.config.lines import Path

Finding = tuple[Path, str]


def unknown_name(
    path: Path, name: str | None, names: Sequence[str], what: str
) -> Iterator[Finding]:
    """A finding where `name` is stated and not among `names`; `what` is what they are names of."""
    if name is not None and name not in names:
        yield path, f"there is no {what} {name}{nearest(name, names)}"


def unknown_languages(path: Path, tags: Iterable[str], site: Iterable[str]) -> Iterator[Finding]:
    """A finding for each tag that is not among those of the site; upper and lower case are one."""
    known = [tag.lower() for tag in site]
    for tag in tags:
        if tag.lower() not in known:
            yield path, f"{tag} is not among site.languages{nearest(tag, known)}"


def unknown_zone(path: Path, zone: str | None) -> Iterator[Finding]:
    """A finding where a time zone is stated that nobody knows."""
    try:
        ZoneInfo(zone or "UTC")
    except (KeyError, ValueError, OSError):
        yield path, f"{zone!r} is no time zone; write an IANA name like Europe/Zurich"
