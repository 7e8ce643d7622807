"""`swifeeds story preview`: what a rule takes and leaves, before it takes effect."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import groupby
from typing import Annotated

import typer

from swifeeds import desk
from swifeeds.cli import match_options as options
from swifeeds.cli.app import DEFAULT_CONFIG, ConfigOption, JsonOption, run_async
from swifeeds.cli.loading import load
from swifeeds.cli.match_options import MatchOptions, read_match
from swifeeds.cli.output import say, say_json
from swifeeds.cli.progress import progress_bar
from swifeeds.cli.story_wording import counts_line, short_article, worded
from swifeeds.config import Config
from swifeeds.desk.previewing import Progress
from swifeeds.errors import UsageError
from swifeeds.group import Foreseen, Outcome
from swifeeds.model import StoryId, StoryRule
from swifeeds.service import open_store
from swifeeds.service.counting import counted
from swifeeds.service.house import utc_now

_SAID = {
    Outcome.NEW: "new",
    Outcome.LEAVES: "leaving",
    Outcome.EXCLUDED: "matching but excluded",
    Outcome.STAYS: "in already",
    Outcome.MAY_COME: "that may come along",
    Outcome.MAY_LEAVE: "that may leave too",
}

_UNKNOWN = (
    "The machine grouped these with articles that come or leave. It looks again once the rule is "
    "in force, so they may end up here or not; pins, include and exclude settle it."
)


_UNSURE = (Outcome.MAY_COME, Outcome.MAY_LEAVE)


def preview(
    story: Annotated[str, typer.Argument(help="Id or slug of the file's story, or a new id.")],
    config: ConfigOption = DEFAULT_CONFIG,
    *,
    words: options.Words = None,
    territory: options.Territories = None,
    section: options.Sections = None,
    source: options.Sources = None,
    since: options.Since = None,
    until: options.Until = None,
    limit: Annotated[
        int, typer.Option("--limit", "-n", min=0, help="Articles listed of each outcome.")
    ] = 20,
    json: JsonOption = False,
) -> None:
    """Which stored articles the rule of the file takes and leaves; nothing is changed.

    With --any and the like, a match that is in no file yet stands in the place of the file's.
    """
    settings = load(config)
    given = MatchOptions(
        words=words or (), territories=territory or (), sections=section or (),
        sources=source or (), since=since, until=until,
    )  # fmt: skip
    rule = _rule(settings, story, given)
    found = run_async(_preview(settings, rule, limit, quiet=json))
    if json:
        say_json(_plain(found))
    else:
        _say(found)


def _rule(settings: Config, story: str, given: MatchOptions) -> StoryRule:
    """The story as the file states it, or as it would with the given match."""
    stated = next((one for one in settings.rules if story in (one.id, one.slug)), None)
    if given.is_given:
        stated = stated or StoryRule(id=StoryId(story), slug=story, titles=())
        return replace(stated, match=read_match(given, settings))
    if stated is None:
        raise UsageError(
            f"the configuration states no story {story}; name one that it states, or give a match "
            "to try, like --any en=Abkhazia"
        )
    return stated


async def _preview(settings: Config, rule: StoryRule, limit: int, *, quiet: bool) -> desk.Preview:
    async with open_store(settings) as store:
        total = (await store.counts())["articles"]
        is_bounded = rule.match.since is not None or rule.match.until is not None
        with _progress(None if is_bounded else total, quiet=quiet) as show:
            return await desk.preview_rule(
                store, rule, rules=settings.rules, now=utc_now(), limit=limit, progress=show
            )


@contextmanager
def _progress(total: int | None, *, quiet: bool) -> Iterator[Progress]:
    """A bar on standard error while the archive is read; it goes when that is done."""
    with progress_bar(quiet=quiet) as progress:
        bar = progress.add_task("reading", total=total)

        def show(read: int) -> None:
            progress.update(bar, completed=read)

        yield show


def _say(found: desk.Preview) -> None:
    certain = [one for one in _SAID if one not in _UNSURE or found.count(one)]
    said = ", ".join(f"{found.count(one)} {_SAID[one]}" for one in certain)
    say(f"{found.rule.id}: {said}; {counted(found.read, 'article')} read, nothing changed")
    for outcome, words in _SAID.items():
        if found.count(outcome):
            say(f"\n{found.count(outcome)} {words}: {counts_line(found.counts[outcome].items())}")
            _say_articles(found.articles[outcome])
            _say_rest(found, outcome)
    if any(found.count(one) for one in _UNSURE):
        say(f"\n{_UNKNOWN}")


def _say_articles(articles: Sequence[Foreseen]) -> None:
    """By day of publication (UTC), the newest first."""
    for day, some in groupby(articles, key=lambda one: one.article.published.date()):
        say(f"{day}")
        for one in some:
            say(f"  {one.article.id} [{one.article.language}] {one.article.title}: "
                f"{one.rung.label} ({worded(one.evidence)})")  # fmt: skip


def _say_rest(found: desk.Preview, outcome: Outcome) -> None:
    rest = found.count(outcome) - len(found.articles[outcome])
    if rest:
        say(f"  … and {rest} more, older ones; --limit {found.count(outcome)} lists all")


def _plain(found: desk.Preview) -> dict[str, object]:
    """Every count, and the articles without their texts."""
    return {
        "story": found.rule.id,
        "match": found.rule.match,
        "read": found.read,
        "counts": {one.value: found.count(one) for one in Outcome},
        "languages": {one.value: found.counts[one] for one in Outcome},
        "articles": {
            one.value: [
                {"article": short_article(found_one.article), "rung": found_one.rung.label,
                 "evidence": found_one.evidence}
                for found_one in found.articles[one]
            ]
            for one in Outcome
        },
    }  # fmt: skip
