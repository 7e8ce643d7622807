"""The releases about Georgia, 2008 to 2010, as one story by one rule: a part of the releases
benchmark.

The pack's index marks releases by keyword; two of those are not of the story (a criminal
organisation, a tax agreement). The rule is the configuration's `caucasus-talks` in four languages.
Translations are declared by links, as the publisher's pages do.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.benchmark.release_texts import Release

from swifeeds.group import group_articles
from swifeeds.model import (
    Article,
    ArticleId,
    Evidence,
    Match,
    Neighbourhood,
    SourceId,
    StoryId,
    StoryRule,
    Translation,
)

OFF_STORY = frozenset({"2010-03-15.32244", "2010-06-15.33710"})
TALKS = StoryRule(
    id=StoryId("caucasus-talks"),
    slug="caucasus-talks",
    titles=(("en", "Caucasus talks"), ("de", "Kaukasus-Gespräche")),
    match=Match(
        any=(
            ("en", ("Abkhazia", "South Ossetia", "Russia")),
            ("de", ("Abchasien", "Südossetien", "Russland")),
            ("fr", ("Abkhazie", "Ossétie du Sud", "Russie")),
            ("it", ("Abkhazia", "Abcasia", "Ossezia del Sud", "Russia")),
        ),
        territories=("GE",),
        since=datetime(2008, 8, 1, tzinfo=UTC),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What was said of a release: by language, the rung and the evidence."""

    release: Release
    marked: bool
    reasons: dict[str, tuple[str, tuple[Evidence, ...]]]

    @property
    def wanted(self) -> bool:
        return self.marked and self.release.name not in OFF_STORY

    @property
    def complete(self) -> bool:
        """True when every language of the release is in the story."""
        return self.reasons.keys() == self.release.texts.keys()


def verdicts(folder: Path, releases: Iterable[Release]) -> tuple[Verdict, ...]:
    """One for each release that the index marks, and for each other that the rule takes."""
    releases = tuple(releases)
    with (folder / "INDEX.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        marked = {row["file"].removesuffix(".xml") for row in rows if row["story_hint"]}
    reasons = _reasons(releases)
    return tuple(
        Verdict(release=one, marked=one.name in marked, reasons=reasons.get(one.name, {}))
        for one in releases
        if one.name in marked or one.name in reasons
    )


def print_verdicts(found: Iterable[Verdict]) -> None:
    for one in found:
        mark = "marked" if one.marked else "not marked"
        off = ", off the story" if one.release.name in OFF_STORY else ""
        title = next(iter(one.release.texts.values())).title
        print(f"  {one.release.name} ({mark}{off}): {title[:70]}")
        if not one.reasons:
            print("      left out: the rule wants Georgia by name, and Russia or a region at war")
        for language, (rung, evidence) in sorted(one.reasons.items()):
            shown = "; ".join(f"{reason.kind} {reason.detail}" for reason in evidence)
            print(f"      {language}: {rung}: {shown}")


def _reasons(
    releases: Iterable[Release],
) -> dict[str, dict[str, tuple[str, tuple[Evidence, ...]]]]:
    articles = {article.id: article for one in releases for article in articles_of(one)}
    grouping = group_articles(
        Neighbourhood(articles=tuple(articles.values()), memberships=(), stories=()),
        rules=(TALKS,),
        now=datetime(2026, 1, 1, tzinfo=UTC),
    )
    found: dict[str, dict[str, tuple[str, tuple[Evidence, ...]]]] = {}
    for one in grouping.memberships:
        language, _, name = one.article_id.partition("/")
        found.setdefault(name, {})[language] = (one.rung.label, one.evidence)
    return found


def articles_of(release: Release) -> Iterator[Article]:
    """The release in each of its languages."""
    for language, text in release.texts.items():
        yield Article(
            id=ArticleId(f"{language}/{release.name}"), source_id=SourceId("releases"),
            language=language, title=text.title, summary=text.lead,
            content=release.bodies[language], url=_address(language, release),
            published=release.published, updated=release.published,
            first_seen=release.published, fingerprint=f"{language}/{release.name}",
            translations=tuple(
                Translation(language=other, url=_address(other, release), evidence="hreflang")
                for other in release.texts
                if other != language
            ),
        )  # fmt: skip


def _address(language: str, release: Release) -> str:
    return f"https://releases.example/{language}/{release.name}"
