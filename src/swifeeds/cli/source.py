"""`swifeeds source`: what is polled, a dry run, and pausing."""

from __future__ import annotations

from typing import Annotated

import typer

from swifeeds import desk
from swifeeds.cli.app import DEFAULT_CONFIG, ConfigOption, JsonOption, run_async
from swifeeds.cli.learning import learn
from swifeeds.cli.loading import load
from swifeeds.cli.opml import export_opml, import_opml
from swifeeds.cli.output import say, say_json, say_table, stop
from swifeeds.cli.trying import tell
from swifeeds.config import Config
from swifeeds.errors import UsageError
from swifeeds.model import Push, Source, SourceId, SourceState
from swifeeds.pipeline.moves import moved_address
from swifeeds.plan import next_poll
from swifeeds.service import open_store, visit_house
from swifeeds.service.dry_run import DryRun, dry_run
from swifeeds.service.house import make_store, utc_now

app = typer.Typer(help="List, test, pause and resume sources.", no_args_is_help=True)
app.command()(learn)
app.command("import-opml")(import_opml)
app.command("export-opml")(export_opml)

_OF_A_PUSH = (
    "hub", "topic", "until", "next_at", "failures", "pushed_at", "missed_since",
)  # fmt: skip
"""What is shown of a subscription: neither its token nor its secret."""

Name = Annotated[str, typer.Argument(help="The source's id.")]


@app.command("list")
def list_sources(config: ConfigOption = DEFAULT_CONFIG, *, json: JsonOption = False) -> None:
    """Every source, when it is polled next, and how it fares."""
    settings = load(config)
    states = run_async(_states(settings))
    if json:
        say_json(
            [{"source": source, "state": states.get(source.id)} for source in settings.sources]
        )
        return
    say_table(
        ("source", "kind", "language", "address", "next poll", "why", "failures", "state"),
        (
            (source.id, source.kind, source.language, source.url,
             *((state.next_at, _why(source, state), state.failures or None,
                "paused" if state.paused else state.reason)
               if (state := states.get(source.id)) else (None, None, None, "never polled")))
            for source in settings.sources
        ),
    )  # fmt: skip


@app.command()
def show(name: Name, config: ConfigOption = DEFAULT_CONFIG, *, json: JsonOption = False) -> None:
    """One source: its configuration, its state, and why it is polled when it is."""
    settings = load(config)
    source = _source(settings, name)
    state = run_async(_states(settings)).get(source.id)
    push = run_async(_push(settings, source.id)) if state is not None else None
    if json:
        shown = push and {name: getattr(push, name) for name in _OF_A_PUSH}
        say_json({"source": source, "state": state, "push": shown})
        return
    facts = [*_facts(source, state), *([("push", told_by(push))] if push else [])]
    say_table(("", ""), facts)


def _facts(source: Source, state: SourceState | None) -> list[tuple[str, object]]:
    facts: list[tuple[str, object]] = [
        ("id", source.id),
        ("kind", source.kind),
        ("address", source.url),
        ("language", source.language),
        ("time zone", source.time_zone),
        ("publish", source.publish),
        ("own", "yes" if source.own else "no"),
        ("robots.txt", "obeyed" if source.robots else "not asked"),
    ]
    if state is not None:
        facts += [
            ("next poll", "when it is resumed" if state.paused else state.next_at),
            ("why", _why(source, state)),
            ("lane", "slow" if state.slow else "usual"),
            ("asked at", moved_address(source, state) or source.url),
            ("last success", state.last_success),
            ("last new", state.last_new),
            ("failures", state.failures),
            ("reason", state.reason),
        ]
    return facts


def _why(source: Source, state: SourceState) -> str:
    """Why the next poll is when it is."""
    return state.why or next_poll(source, state, now=utc_now()).reason


def told_by(push: Push) -> str:
    """How the source's hub does."""
    now = utc_now()
    if push.missed_since is not None:
        return f"{push.hub} missed something at {push.missed_since:%Y-%m-%d %H:%M} UTC"
    if not push.is_active(now):
        return f"{push.hub} has granted nothing; it is asked at {push.next_at:%Y-%m-%d %H:%M} UTC"
    at = push.pushed_at
    last = f"something last at {at:%Y-%m-%d %H:%M} UTC" if at else "nothing yet"
    return f"{push.hub} until {push.until:%Y-%m-%d %H:%M} UTC; it brought {last}"


async def _push(settings: Config, source_id: SourceId) -> Push | None:
    async with open_store(settings) as store:
        return (await store.pushes()).get(source_id)


@app.command("test")
def try_source(
    source: Annotated[str, typer.Argument(help="A source's id, or an address to try.")],
    config: ConfigOption = DEFAULT_CONFIG,
    *,
    articles: Annotated[
        int, typer.Option("--articles", "-n", min=0, help="Articles to read and show.")
    ] = 5,
    json: JsonOption = False,
) -> None:
    """A dry run: fetch, read, and show what would be stored and where each field was read."""
    settings = load(config)

    async def work() -> DryRun:
        async with visit_house(settings) as house:
            return await dry_run(house, source, articles)

    found = run_async(work())
    if json:
        say_json(found)
    else:
        tell(found)
    if not found.drafts:
        raise stop(1)


@app.command()
def pause(name: Name, config: ConfigOption = DEFAULT_CONFIG) -> None:
    """Stop polling a source; its feeds stay as they are."""
    _act(config, name, "pause")


@app.command()
def resume(name: Name, config: ConfigOption = DEFAULT_CONFIG) -> None:
    """Poll a paused source again."""
    _act(config, name, "resume")


@app.command()
def reset(name: Name, config: ConfigOption = DEFAULT_CONFIG) -> None:
    """Forget failures and validators: the next poll, due now, reads everything anew."""
    _act(config, name, "reset")


def _act(config: ConfigOption, name: str, action: str) -> None:
    settings = load(config)

    async def work() -> None:
        async with open_store(settings) as store:
            match action:
                case "pause":
                    await desk.pause_source(store, SourceId(name))
                case "resume":
                    await desk.resume_source(store, SourceId(name))
                case _:
                    await desk.reset_source(store, SourceId(name), now=utc_now())

    run_async(work())
    say(f"done: {action} {name}")


async def _states(settings: Config) -> dict[SourceId, SourceState]:
    """The state of each source; none has one before there is a database."""
    store = make_store(settings)
    try:
        if (await store.schema()).current is None:
            return {}
    finally:
        await store.close()
    async with open_store(settings) as store:
        return dict(await store.source_states())


def _source(settings: Config, name: str) -> Source:
    for source in settings.sources:
        if source.id == name:
            return source
    raise UsageError(f"there is no source {name}; `swifeeds source list` names them")
