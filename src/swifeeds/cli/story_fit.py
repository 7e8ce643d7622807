"""`swifeeds story fit`: thresholds of grouping fitted to what is certain. Nothing is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from swifeeds.cli.app import DEFAULT_CONFIG, ConfigOption, JsonOption, run_async
from swifeeds.cli.loading import load
from swifeeds.cli.output import complain, say, say_json, say_table, stop
from swifeeds.cli.progress import progress_bar
from swifeeds.cli.story_fit_stream import embedded_rows, from_archive, from_file
from swifeeds.cli.story_fit_wording import Ground, embedder_line, figures, statement, unreached
from swifeeds.errors import UsageError
from swifeeds.group.events import FITTED, EventSettings
from swifeeds.group.fitting import (
    GRID,
    LINK_GRID,
    NEEDED,
    PUBLISHED,
    PURITY,
    WIDE_GRID,
    FittedLink,
    Labelled,
    Measured,
    Replay,
    Unlabelled,
    choose,
    choose_link,
    events_in_halves,
    link_replays,
    replays,
    stories_across_languages,
)
from swifeeds.service.house import utc_now

ARTICLES = 20_000
"""Of an archive at most: a replay of so many takes about ten seconds for each threshold."""


def fit(
    config: ConfigOption = DEFAULT_CONFIG,
    *,
    labels: Annotated[
        Path | None,
        typer.Option(
            "--labels", help="Fit on this file (JSON lines) instead of the archive's stories."
        ),
    ] = None,
    purity: Annotated[
        float,
        typer.Option("--purity", min=0.5, max=1.0, help="Mean purity of published units to reach."),
    ] = PURITY,
    unlabelled: Annotated[
        Unlabelled,
        typer.Option("--unlabelled", help="What an article is that nobody put into a story."),
    ] = Unlabelled.STRANGER,
    articles: Annotated[
        int,
        typer.Option("--articles", min=1, help="Articles of the archive at most, newest first."),
    ] = ARTICLES,
    embedder: Annotated[
        bool | None,
        typer.Option(
            "--embedder/--no-embedder",
            help="Ask [grouping.embedder] for each headline, as grouping does.",
            show_default="as configured, but not for labels",
        ),
    ] = None,
    json: JsonOption = False,
) -> None:
    """Fit the thresholds of [grouping] on your own archive, and print the lines to paste.

    Certain are declared blocks, pins, accepted and rejected suggestions; or the labels of a file.
    """
    if labels is None:
        rows = run_async(from_archive(config, articles, unlabelled))
    else:
        rows = run_async(from_file(config, labels))
    ground = Ground.of(rows, _named(config, labels, unlabelled), at=utc_now())
    _refuse_too_few(rows, ground)
    base = FITTED
    if embedder or (embedder is None and labels is None):
        rows, base = run_async(embedded_rows(rows, load(config), is_asked_for=bool(embedder)))
        ground = replace(ground, embedder=embedder_line(base))
    grid = WIDE_GRID if base.embedding_weight else GRID
    found = choose(_watched("replaying", replays(rows, grid, base), len(grid), quiet=json), purity)
    link = None if found.attach is None else _link(rows, base, found.attach, quiet=json)
    if json:
        say_json({"fitted": found, "link": link, "ground": ground})
    else:
        say_table(("threshold", "stories", "purity", "coverage", "P", "R", "F1"), figures(found))
        say("")
    if found.attach is None:
        complain(f"swifeeds: {unreached(found)}")
        raise stop(1)
    if not json:
        say(statement(found, link, ground))


def _named(config: Path, labels: Path | None, unlabelled: Unlabelled) -> str:
    if labels is not None:
        return f"labels {labels.name}"
    return f"the archive of {config.name}, unlabelled articles taken for {unlabelled.value}s"


def _refuse_too_few(rows: Sequence[Labelled], ground: Ground) -> None:
    """Raises `UsageError` where a fit would be a guess."""
    first, second = events_in_halves(rows)
    if min(first, second) < NEEDED:
        raise UsageError(
            f"too little to fit on in {ground.name}: it takes {NEEDED} events of {PUBLISHED} or "
            f"more articles in one language within days in each half of the time, and there are "
            f"{first} and {second}; keep the thresholds you have, or label more"
        )


def _link(
    rows: Sequence[Labelled], base: EventSettings, attach: Measured, *, quiet: bool
) -> FittedLink | None:
    """The threshold between languages; None where too few stories are in two of them."""
    if min(stories_across_languages(rows)) < NEEDED:
        return None
    settings = replace(base, attach=attach.threshold, merge=attach.threshold)
    found = link_replays(rows, settings)
    return choose_link(_watched("linking", found, len(LINK_GRID), quiet=quiet))


def _watched(doing: str, found: Iterable[Replay], total: int, *, quiet: bool) -> Sequence[Replay]:
    """All replays, with a bar on a terminal."""
    with progress_bar(quiet=quiet) as progress:
        return tuple(progress.track(found, total=total, description=doing))
