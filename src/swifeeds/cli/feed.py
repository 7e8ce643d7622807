"""`swifeeds feed`: which feeds there are, the bytes of one, and a check of anybody's."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from swifeeds.cli.app import DEFAULT_CONFIG, ConfigOption, JsonOption, run_async
from swifeeds.cli.loading import load
from swifeeds.cli.output import say_json, say_table
from swifeeds.cli.validate import validate
from swifeeds.emit import FeedListing
from swifeeds.errors import UsageError
from swifeeds.model import FeedKey, Representation, Scope
from swifeeds.service import visit_house

app = typer.Typer(help="List feeds, print the bytes of one, check any.", no_args_is_help=True)
app.command("validate")(validate)


class Format(StrEnum):
    """The formats of a feed."""

    RSS = "rss"
    ATOM = "atom"
    JSON = "json"


@app.command("list")
def list_feeds(config: ConfigOption = DEFAULT_CONFIG, *, json: JsonOption = False) -> None:
    """Every feed that holds articles."""
    settings = load(config)

    async def work() -> tuple[FeedListing, ...]:
        async with visit_house(settings) as house:
            await house.store.open()
            return await house.publish.listings()

    listings = run_async(work())
    if json:
        say_json(listings)
        return
    base = settings.publication.base_url
    say_table(
        ("scope", "language", "title", "entries", "updated", f"at {base}"),
        (
            (feed.key.scope, feed.key.language or "all", feed.title, feed.entries, feed.updated,
             dict(feed.urls)["atom"].removeprefix(base))
            for feed in listings
        ),
    )  # fmt: skip


@app.command()
def render(
    *,
    language: Annotated[str, typer.Option("--language", "-l", help="Language; empty: all.")] = "",
    story: Annotated[str | None, typer.Option("--story", help="A story's id.")] = None,
    section: Annotated[str | None, typer.Option("--section", help="A section's id.")] = None,
    source: Annotated[str | None, typer.Option("--source", help="A source's id.")] = None,
    format_: Annotated[Format, typer.Option("--format", "-f", help="Which format.")] = Format.ATOM,
    config: ConfigOption = DEFAULT_CONFIG,
) -> None:
    """Print a feed's bytes as they would be published now."""
    settings = load(config)
    key = _key(story, section, source, language)

    async def work() -> Representation:
        async with visit_house(settings) as house:
            await house.store.open()
            return await house.publish.preview(key, format_.value)

    sys.stdout.buffer.write(run_async(work()).body)


def _key(story: str | None, section: str | None, source: str | None, language: str) -> FeedKey:
    named = [
        (scope, name)
        for scope, name in (
            (Scope.STORY, story),
            (Scope.SECTION, section),
            (Scope.SOURCE, source),
        )
        if name is not None
    ]
    if len(named) > 1:
        raise UsageError("name one of --story, --section and --source")
    scope, name = named[0] if named else (Scope.ALL, "")
    return FeedKey(scope=scope, key=name, language=language.lower())
