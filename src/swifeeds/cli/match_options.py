"""A match given on the command line: the keys of `match` in the file, as options."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

import typer

from swifeeds.config import Config
from swifeeds.config.matching import build_match, match_findings
from swifeeds.config.story_shapes import MatchShape
from swifeeds.errors import UsageError
from swifeeds.model import Match

_DAY = ["%Y-%m-%d"]

Words = Annotated[
    list[str] | None,
    typer.Option("--any", "-a", help="LANGUAGE=WORD; repeat it for more words and languages."),
]
Territories = Annotated[
    list[str] | None, typer.Option("--territory", help="ISO 3166 code; repeatable.")
]
Sections = Annotated[list[str] | None, typer.Option("--section", help="A section; repeatable.")]
Sources = Annotated[list[str] | None, typer.Option("--source", "-s", help="A source; repeatable.")]
Since = Annotated[
    datetime | None, typer.Option("--from", formats=_DAY, help="First day of publication.")
]
Until = Annotated[
    datetime | None, typer.Option("--until", formats=_DAY, help="Last day of publication.")
]

_OPTIONS = {"territories": "territory", "sections": "section", "sources": "source"}


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchOptions:
    """What was given, as it was given."""

    words: Sequence[str] = ()
    territories: Sequence[str] = ()
    sections: Sequence[str] = ()
    sources: Sequence[str] = ()
    since: datetime | None = None
    until: datetime | None = None

    @property
    def is_given(self) -> bool:
        """True when any option was."""
        return bool(
            self.words or self.territories or self.sections or self.sources
            or self.since or self.until
        )  # fmt: skip


def read_match(given: MatchOptions, config: Config) -> Match:
    """The match that the options state.

    Raises:
        UsageError: of a value that the file could not state either.
    """
    shape = MatchShape.model_validate(
        {
            "any": _by_language(given.words),
            "territories": list(given.territories),
            "sections": list(given.sections),
            "sources": list(given.sources),
            "from": _day(given.since),
            "until": _day(given.until),
        }
    )
    findings = match_findings(
        (),
        shape,
        languages=config.publication.languages,
        sections=[one.id for one in config.publication.sections],
        sources=[one.id for one in config.sources],
    )
    for (key, *_), message in findings:
        raise UsageError(f"--{_OPTIONS.get(str(key), key)}: {message}")
    match = build_match(shape)
    if match.is_empty:
        raise UsageError(
            "days alone take no article; give --any LANGUAGE=WORD, --territory, --section or "
            "--source as well"
        )
    return match


def _by_language(given: Sequence[str]) -> dict[str, list[str]]:
    words: dict[str, list[str]] = {}
    for one in given:
        language, _, word = one.partition("=")
        if not (language.strip() and word.strip()):
            raise UsageError(f"--any {one!r} must be LANGUAGE=WORD, like de=Abchasien")
        words.setdefault(language.strip().lower(), []).append(word.strip())
    return words


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None
