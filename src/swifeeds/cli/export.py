"""`swifeeds export`: the whole public site as files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from swifeeds.cli.app import DEFAULT_CONFIG, ConfigOption, JsonOption, run_async
from swifeeds.cli.loading import load
from swifeeds.cli.output import complain, say, say_json, stop
from swifeeds.cli.progress import progress_bar
from swifeeds.config import Config
from swifeeds.deliver.export import Exported
from swifeeds.deliver.export.plan import Plan
from swifeeds.model import SourceId
from swifeeds.service import visit_house
from swifeeds.service.counting import counted
from swifeeds.service.exporting import export as export_house
from swifeeds.service.exporting import preview
from swifeeds.service.house import outdated_marks


def export(
    directory: Annotated[Path, typer.Argument(help="The folder; it is made where there is none.")],
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", show_default=False, help="Say what would be done.")
    ] = False,
    adopt: Annotated[
        bool,
        typer.Option(
            "--adopt", show_default=False, help="Write to a folder that holds other things too."
        ),
    ] = False,
    config: ConfigOption = DEFAULT_CONFIG,
    json: JsonOption = False,
) -> None:
    """Write the public site as files for a static server; only what changed is written."""
    settings = load(config)
    if dry_run:
        _show_plan(run_async(_preview(settings, directory, adopt=adopt)), json=json)
        return
    done, outdated = run_async(_export(settings, directory, adopt=adopt, quiet=json))
    _show(done, directory, json=json)
    for name in outdated:
        complain(
            f"swifeeds: the trust mark of source {name} began or ended since feeds were last"
            " published, and the export shows them as they are; `swifeeds collect` publishes anew,"
            " then export again"
        )
    if done.left_out or outdated:
        raise stop(1)


async def _preview(settings: Config, directory: Path, *, adopt: bool) -> Plan:
    async with visit_house(settings) as house:
        await house.store.open()
        return await preview(house, directory, adopt=adopt)


async def _export(
    settings: Config, directory: Path, *, adopt: bool, quiet: bool
) -> tuple[Exported, tuple[SourceId, ...]]:
    """What was done, and the sources whose trust mark is not shown as it is by now."""
    with progress_bar(quiet=quiet) as progress:
        bar = progress.add_task("exporting", total=None)

        def show(done: int, total: int) -> None:
            progress.update(bar, completed=done, total=total)

        async with visit_house(settings) as house:
            await house.store.open()
            done = await export_house(house, directory, adopt=adopt, progress=show)
            return done, await outdated_marks(settings, house.store, house.now())


def _show(done: Exported, directory: Path, *, json: bool) -> None:
    if json:
        say_json(done)
    else:
        say(
            f"{directory}: {counted(done.written, 'file')} written ({done.bytes:,} bytes),"
            f" {done.removed} removed, {done.unchanged} unchanged"
        )
    _complain(done.left_out)


def _show_plan(plan: Plan, *, json: bool) -> None:
    removed = (*plan.clear, *plan.remove)
    if json:
        say_json(
            {"write": [one.path for one in plan.write], "remove": removed,
             "unchanged": len(plan.unchanged), "left_out": plan.left_out}
        )  # fmt: skip
        return
    for one in plan.write:
        say(f"write  {one.path}")
    for name in removed:
        say(f"remove {name}")
    _complain(plan.left_out)


def _complain(left_out: tuple[tuple[str, str], ...]) -> None:
    for path, reason in left_out:
        complain(f"swifeeds: {path} cannot be a file here: {reason}; it was left out")
