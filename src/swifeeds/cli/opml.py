"""`swifeeds source import-opml` and `export-opml`: subscription lists in and out."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from swifeeds.cli.app import DEFAULT_CONFIG, ConfigOption, JsonOption, run_async
from swifeeds.cli.loading import load
from swifeeds.cli.output import STANDARD_OUTPUT, complain, say, say_json
from swifeeds.config import Config, as_file, listed_sources
from swifeeds.emit import render_sources
from swifeeds.errors import UsageError
from swifeeds.extract.opml import read_opml
from swifeeds.isolate import Isolation
from swifeeds.localise import canonical_tag
from swifeeds.model import FeedOutline, Reject, SourceKind
from swifeeds.service.counting import counted

_MOST = 10 * 1024 * 1024
"""Bytes of a list: fifty thousand feeds."""

File = Annotated[Path, typer.Argument(help="The list, as a feed reader exports it.")]
Language = Annotated[
    str | None,
    typer.Option("--language", "-l", help="Of feeds that the list gives none. Else: the site's."),
]
Target = Annotated[
    Path | None,
    typer.Option("--to", help="The file to write. Else: sources.d/, named after the list."),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", help="Where to write it. Else, or with `-`: standard output."),
]


def import_opml(
    file: File,
    config: ConfigOption = DEFAULT_CONFIG,
    *,
    language: Language = None,
    to: Target = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print it, write nothing.")] = False,
    json: JsonOption = False,
) -> None:
    """Write the feeds of a subscription list as sources, in a file of their own in sources.d.

    Feeds that are sources already are passed over; nothing that exists is overwritten.
    """
    settings = load(config)
    outlines, rejects = run_async(_read(settings, file))
    tables = listed_sources(
        outlines, settings.sources, settings.publication, _language(language, settings)
    )
    target = to or config.parent / "sources.d" / f"{file.stem}.toml"
    text = as_file(tables, file.name)
    if tables and not dry_run:
        _write(target, text)
    if json:
        say_json({"file": str(target), "sources": tables, "rejects": rejects})
        return
    if dry_run and tables:
        say(text.rstrip("\n"))
    for reject in rejects:
        complain(f"set aside: {reject.subject}: {reject.reason}")
    known = len(outlines) - len(tables)
    into = f" in {target}" if tables and not dry_run else ""
    say(f"{counted(len(tables), 'new source')}{into}, {known} known already")


def export_opml(config: ConfigOption = DEFAULT_CONFIG, *, output: Output = None) -> None:
    """Write the sources that are feeds as a subscription list (OPML 2.0) for other readers."""
    settings = load(config)
    body = render_sources(settings.publication, settings.sources)
    if output is None or output == STANDARD_OUTPUT:
        sys.stdout.buffer.write(body)
    else:
        _write(output, body.decode())
    others = sum(source.kind is not SourceKind.FEED for source in settings.sources)
    if others:
        complain(f"left out: {counted(others, 'source')} of another kind than feed")


async def _read(settings: Config, file: Path) -> tuple[tuple[FeedOutline, ...], tuple[Reject, ...]]:
    """In a child, as everything that strangers wrote."""
    try:
        with file.open("rb") as stream:
            body = stream.read(_MOST + 1)
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}") from error
    if len(body) > _MOST:
        raise UsageError(f"{file} is larger than {_MOST} bytes; split it")
    async with Isolation(settings.isolate) as isolation:
        return await isolation.run(read_opml, body, file.name, subject=file.name)


def _language(stated: str | None, settings: Config) -> str:
    if stated is None:
        return settings.publication.languages[0]
    tag = canonical_tag(stated)
    if tag is None:
        raise UsageError(f"--language {stated} names no language; write a tag such as de or pt-BR")
    return tag


def _write(target: Path, text: str) -> None:
    """Whole or not at all, and never over something."""
    if target.exists():
        raise UsageError(f"{target} exists already; name another file with --to or --output")
    unfinished = target.with_name(f".{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(text, encoding="utf-8")
        os.link(unfinished, target)
        unfinished.unlink()
    except OSError as error:
        raise UsageError(f"{target} cannot be written: {error.strerror}") from error
