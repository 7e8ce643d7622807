"""`swifeeds init`: a commented configuration to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from swifeeds.cli.output import say
from swifeeds.errors import UsageError
from swifeeds.service.packaged import data_folder


def init(
    folder: Annotated[Path, typer.Argument(help="Where to write it.")] = Path(),
) -> None:
    """Write a commented swifeeds.toml to start from. Nothing that exists is overwritten."""
    target = folder / "swifeeds.toml"
    if target.exists():
        raise UsageError(f"{target} exists already; remove it or name another folder")
    try:
        (folder / "sources.d").mkdir(parents=True, exist_ok=True)
        target.write_text((data_folder("config") / "example.toml").read_text("utf-8"), "utf-8")
    except OSError as error:
        raise UsageError(f"{target} cannot be written: {error.strerror}") from error
    say(f"wrote {target}")
    say("next: edit it, then `swifeeds config check`, `swifeeds source test URL`, `swifeeds run`")
