"""`swifeeds status`: what is late, failing, silent or held."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from swifeeds.cli.app import DEFAULT_CONFIG, ConfigOption, JsonOption, run_async
from swifeeds.cli.loading import load
from swifeeds.cli.output import say, say_json, say_table, stop
from swifeeds.config import Config
from swifeeds.model import ImportRun, Notice, Source, SourceId, SourceState
from swifeeds.pipeline.condition import NEEDY, Condition, condition_of
from swifeeds.service import open_store
from swifeeds.service.counting import counted
from swifeeds.service.house import utc_now
from swifeeds.service.work import Settled


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """What the store says at one moment."""

    counts: Mapping[str, int]
    states: Mapping[SourceId, SourceState]
    notices: tuple[Notice, ...]
    imports: tuple[ImportRun, ...]
    """Those that are not finished: they are at work, or were cut off."""


def status(config: ConfigOption = DEFAULT_CONFIG, *, json: JsonOption = False) -> None:
    """What is late, failing, silent or held. Exit 1 when anything needs an operator."""
    settings = load(config)

    async def work() -> Snapshot:
        async with open_store(settings) as store:
            return Snapshot(
                counts=await store.counts(),
                states=await store.source_states(),
                notices=await store.notices(),
                imports=tuple(run for run in await store.imports() if run.finished is None),
            )

    snapshot, now = run_async(work()), utc_now()
    rows = [
        (
            source,
            snapshot.states.get(source.id),
            condition_of(source, snapshot.states.get(source.id), now),
        )
        for source in settings.sources
    ]
    if json:
        _say_json(snapshot, rows)
    else:
        _say_text(settings, snapshot, rows)
    if snapshot.notices or any(condition in NEEDY for *_, condition in rows):
        raise stop(1)


def _say_json(snapshot: Snapshot, rows: list[tuple[Source, SourceState | None, Condition]]) -> None:
    sources = [
        {"id": source.id, "condition": condition, "state": state}
        for source, state, condition in rows
    ]
    say_json(
        {
            "counts": snapshot.counts,
            "sources": sources,
            "imports": snapshot.imports,
            "notices": snapshot.notices,
        }
    )


def _say_text(
    settings: Config, snapshot: Snapshot, rows: list[tuple[Source, SourceState | None, Condition]]
) -> None:
    say_table(
        ("source", "condition", "next poll", "why", "last new", "reason"),
        (
            (source.id, condition,
             *((state.next_at, state.why, state.last_new, state.reason) if state else (None,) * 4))
            for source, state, condition in rows
        ),
    )  # fmt: skip
    say("")
    say(totals(snapshot.counts))
    for run in snapshot.imports:
        say(unfinished(run))
    for notice in snapshot.notices:
        say(f"{notice.at:%Y-%m-%d %H:%M} {notice.kind}: {notice.message}")
    if not snapshot.notices:
        say(f"all is well with {settings.publication.base_url}")


def unfinished(run: ImportRun) -> str:
    """What to say of an import that has not come to its end."""
    return (
        f"import of {run.name}: {counted(run.tally.items, 'item')} so far,"
        f" the last at {run.seen:%Y-%m-%d %H:%M} UTC; where it was cut off,"
        " `swifeeds import` of the same file goes on"
    )


def came_to(settled: Settled) -> str:
    """What a round of grouping and publishing came to, in one line for people."""
    return (
        f"{counted(settled.grouped, 'article')} grouped, {counted(settled.rendered, 'render')}, "
        f"{settled.published} published"
    )


def totals(counts: Mapping[str, int]) -> str:
    """The store's counts in one line for people."""
    waiting = counted(counts["marked"], "article")
    known = (
        f"{counted(counts['articles'], 'article')}, {counts['held']} held, "
        f"{counts['withdrawn']} withdrawn; {counted(counts['stories'], 'story', 'stories')}; "
        f"{counted(counts['shelf'], 'document')} published; "
        f"waiting: {waiting} to group, {counted(counts['stale'], 'feed')} to render"
    )
    if not counts["subscriptions"] and not counts["outbox"]:
        return known
    return (
        f"{known}; hub: {counted(counts['subscriptions'], 'subscription')}, "
        f"{counts['outbox']} to send, {counts['outbox_failing']} of it failing"
    )
