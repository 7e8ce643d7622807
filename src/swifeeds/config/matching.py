"""What a story gathers by rule: checked and built, from the file or from a command's options."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta

from swifeeds.config.lines import Path
from swifeeds.config.references import Finding, unknown_languages, unknown_name
from swifeeds.config.story_shapes import MatchShape
from swifeeds.localise import is_territory
from swifeeds.model import Match


def match_findings(
    path: Path,
    match: MatchShape,
    *,
    languages: Sequence[str],
    sections: Sequence[str],
    sources: Sequence[str],
) -> Iterator[Finding]:
    """What is wrong with a match on a site of these languages, sections and sources."""
    yield from unknown_languages((*path, "any"), match.any, languages)
    for code in match.territories:
        if not is_territory(code.upper()):
            yield (*path, "territories"), f"{code} is no ISO 3166 code of a territory"
    for name in match.sections:
        yield from unknown_name((*path, "sections"), name, sections, "section")
    for name in match.sources:
        yield from unknown_name((*path, "sources"), name, sources, "source")
    if match.since and match.until and match.since > match.until:
        yield (*path, "from"), "lies after until"


def build_match(shape: MatchShape) -> Match:
    """A match that was checked before; days become their midnights (UTC), `until` that after it."""
    return Match(
        any=tuple((tag.lower(), tuple(words)) for tag, words in shape.any.items()),
        territories=tuple(code.upper() for code in shape.territories),
        sections=tuple(shape.sections),
        sources=tuple(shape.sources),
        since=_midnight(shape.since),
        until=_midnight(shape.until and shape.until + timedelta(days=1)),
    )


def _midnight(day: date | None) -> datetime | None:
    return datetime.combine(day, time(), tzinfo=UTC) if day else None
