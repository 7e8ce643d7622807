"""`swifeeds article`: show, export, hold, release, withdraw."""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from pathlib import Path
from typing import IO, Annotated

import typer

from swifeeds import desk
from swifeeds.cli.app import DEFAULT_CONFIG, ConfigOption, JsonOption, run_async
from swifeeds.cli.loading import load
from swifeeds.cli.output import STANDARD_OUTPUT, say, say_json
from swifeeds.desk.articles import find_article
from swifeeds.model import Article, Membership
from swifeeds.service import open_store
from swifeeds.service.article_lines import whole_file, write_articles
from swifeeds.service.counting import counted
from swifeeds.service.house import utc_now
from swifeeds.store import Store

app = typer.Typer(help="Show, export, hold, release and withdraw articles.", no_args_is_help=True)

Reference = Annotated[
    str, typer.Argument(help="Id or public address of the article, or the guid it kept.")
]
Reason = Annotated[str, typer.Option("--reason", "-r", help="Why; kept with the article.")]


@app.command()
def show(
    article: Reference, config: ConfigOption = DEFAULT_CONFIG, *, json: JsonOption = False
) -> None:
    """Everything that is kept of an article, and why it is in its stories."""
    settings = load(config)

    async def work() -> tuple[Article, Article | None, tuple[Membership, ...]]:
        async with open_store(settings) as store:
            found = await find_article(store, article)
            held = await store.held_revision(found.id)
            return found, held, await store.memberships(found.id)

    found, held, memberships = run_async(work())
    if json:
        say_json({"article": found, "held_revision": held, "memberships": memberships})
        return
    for name, value in asdict(found).items():
        if value not in (None, (), []):
            say(f"{name}: {value}")
    for membership in memberships:
        reasons = ", ".join(f"{found.kind} {found.detail}" for found in membership.evidence)
        say(f"story: {membership.story_id}: {membership.rung.label} ({reasons})")
    if held is not None:
        say(f"held revision: {held.title}")


@app.command()
def export(
    source: Annotated[
        str | None, typer.Option("--source", "-s", help="Only what this source brought.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="The file; standard output without one, or with `-`."),
    ] = None,
    config: ConfigOption = DEFAULT_CONFIG,
) -> None:
    """Every article with all that is kept of it, as JSON Lines; `swifeeds import` takes them."""
    settings = load(config)

    async def work(file: IO[bytes]) -> int:
        async with open_store(settings) as store:
            return await write_articles(store, source, file)

    if output is None or output == STANDARD_OUTPUT:
        run_async(work(sys.stdout.buffer))
        sys.stdout.flush()
        return
    with whole_file(output) as file:
        written = run_async(work(file))
    say(f"done: {counted(written, 'article')} in {output}")


@app.command()
def hold(
    article: Reference, config: ConfigOption = DEFAULT_CONFIG, reason: Reason = "held by the desk"
) -> None:
    """Take an article out of every feed until it is released."""
    _act(config, lambda store: desk.hold_article(store, article, reason=reason, now=utc_now()))


@app.command()
def release(article: Reference, config: ConfigOption = DEFAULT_CONFIG) -> None:
    """Let a held revision take its place, or a held or withdrawn article back in."""
    _act(config, lambda store: desk.release_article(store, article, now=utc_now()))


@app.command()
def withdraw(
    article: Reference,
    config: ConfigOption = DEFAULT_CONFIG,
    reason: Reason = "withdrawn by the desk",
) -> None:
    """Take an article back: it leaves feeds and pages, its page answers 410."""
    _act(config, lambda store: desk.withdraw_article(store, article, reason=reason, now=utc_now()))


def _act(config: ConfigOption, action: Callable[[Store], Awaitable[Article]]) -> None:
    settings = load(config)

    async def work() -> Article:
        async with open_store(settings) as store:
            return await action(store)

    found = run_async(work())
    say(f"done: {found.id} “{found.title}”; a running service publishes it within seconds, "
        "`swifeeds collect` does without one")  # fmt: skip
