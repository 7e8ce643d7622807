"""`swifeeds import`: archives of other systems, and what another swifeeds exported.

Exit status 0 where every article of every file is in the store, 1 where something was set aside or
a file could not be read to its end, 2 where the question itself was wrong.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from swifeeds.cli.app import DEFAULT_CONFIG, ConfigOption, JsonOption, run_async
from swifeeds.cli.imported import ShownFile, show_files, show_previews, show_runs
from swifeeds.cli.loading import load
from swifeeds.cli.logs import set_up_logging
from swifeeds.cli.output import say, stop
from swifeeds.cli.progress import byte_bar
from swifeeds.config import Config, LoggingSettings
from swifeeds.errors import UsageError
from swifeeds.model import ArchiveFormat, ImportRun, SetAside, Tally
from swifeeds.service import House, open_house, open_store, visit_house
from swifeeds.service.archive_opening import Wanted, named_source
from swifeeds.service.import_preview import Preview, preview_files
from swifeeds.service.importing import import_files, set_aside_by
from swifeeds.service.owners import new_owner
from swifeeds.service.work import Settled, settle

_AUTO = "auto"


def import_archives(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE...", help="Files, packed or not, and folders of them."),
    ] = None,
    *,
    source: Annotated[
        str | None,
        typer.Option(
            "--source", "-s", help="Whose articles they are: language, time zone, rights."
        ),
    ] = None,
    format: Annotated[  # noqa: A002 - the option's name
        str, typer.Option("--format", "-f", help="What the files are; auto: as they begin.")
    ] = _AUTO,
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", show_default=False, help="Show what would be stored."),
    ] = False,
    articles: Annotated[
        int, typer.Option("--articles", "-n", min=0, help="Articles of each file in a dry run.")
    ] = 5,
    restart: Annotated[
        bool,
        typer.Option(
            "--restart",
            show_default=False,
            help="Begin at the beginning, even where an earlier import was cut off.",
        ),
    ] = False,
    listing: Annotated[
        bool, typer.Option("--list", show_default=False, help="List imports; import nothing.")
    ] = False,
    forget: Annotated[
        str | None,
        typer.Option("--forget", help="Forget the import of this key; its articles stay."),
    ] = None,
    config: ConfigOption = DEFAULT_CONFIG,
    json: JsonOption = False,
) -> None:
    """Import archives, packed or not; the same command again goes on where it was cut off."""
    settings = load(config)
    set_up_logging(LoggingSettings(level="ERROR"))
    if listing:
        _list(settings, json=json)
    elif forget is not None:
        run_async(_forget(settings, forget))
        say(f"done: forgot the import {forget}; its articles stay")
    elif not files:
        raise UsageError("name the files or folders to import, or --list")
    elif dry_run:
        kind = _format(format)
        _preview(settings, files, source, kind, articles, json=json)
    else:
        _import(settings, files, source, _format(format), restart=restart, json=json)


def _format(name: str) -> ArchiveFormat | None:
    if name == _AUTO:
        return None
    names = [one.value for one in ArchiveFormat]
    if name not in names:
        known = ", ".join([_AUTO, *names])
        raise UsageError(f"there is no format {name}; --format takes one of {known}")
    return ArchiveFormat(name)


def _import(
    settings: Config,
    files: list[Path],
    source: str | None,
    kind: ArchiveFormat | None,
    *,
    restart: bool,
    json: bool,
) -> None:
    async def work() -> tuple[list[ShownFile], Settled]:
        async with open_house(settings) as house:
            wanted = Wanted(source=named_source(house, source), format=kind, anew=restart)
            return await _import_and_settle(house, files, wanted, quiet=json)

    shown, settled = run_async(work())
    show_files(shown, settled, json=json)
    if any(one.report.failure or one.has_lost for one in shown):
        raise stop(1)


async def _import_and_settle(
    house: House, files: list[Path], wanted: Wanted, *, quiet: bool
) -> tuple[list[ShownFile], Settled]:
    owner = new_owner()
    with byte_bar(quiet=quiet) as progress:
        bar = progress.add_task("importing", total=None, articles="")

        def on_file(name: str, size: int) -> None:
            progress.reset(bar, description=Path(name).name, total=size)

        def on_progress(read: int, tally: Tally) -> None:
            progress.update(bar, completed=read, articles=f"{tally.items:,} articles")

        reports = await import_files(
            house, owner, files, wanted, on_file=on_file, on_progress=on_progress
        )
        progress.update(bar, description="publishing", total=None)
        settled = await settle(house, owner, wait=True)
        shown = [ShownFile(report=one, set_aside=await set_aside_by(house, one)) for one in reports]
    return shown, settled


def _preview(
    settings: Config,
    files: list[Path],
    source: str | None,
    kind: ArchiveFormat | None,
    articles: int,
    *,
    json: bool,
) -> None:
    async def work() -> list[Preview]:
        async with visit_house(settings) as house:
            wanted = Wanted(source=named_source(house, source), format=kind)
            return await preview_files(house, files, wanted, limit=articles)

    found = run_async(work())
    show_previews(found, json=json)
    if any(one.failure or one.tally.set_aside for one in found):
        raise stop(1)


def _list(settings: Config, *, json: bool) -> None:
    async def work() -> list[tuple[ImportRun, tuple[SetAside, ...]]]:
        async with open_store(settings) as store:
            return [(run, await store.set_aside(run.key)) for run in await store.imports()]

    show_runs(run_async(work()), json=json)


async def _forget(settings: Config, key: str) -> None:
    async with open_store(settings) as store:
        if not await store.forget_import(key):
            raise UsageError(f"there is no import {key}; `swifeeds import --list` names them")
