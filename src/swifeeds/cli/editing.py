"""How a command acts on stories: by whom, under which configuration, and what it says then."""

from __future__ import annotations

import getpass
from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from swifeeds.cli.app import run_async
from swifeeds.cli.loading import load
from swifeeds.cli.output import say, say_json
from swifeeds.cli.stated import stated_stories
from swifeeds.desk import Editor
from swifeeds.errors import UsageError
from swifeeds.markup import composed, strip_control
from swifeeds.service import open_store
from swifeeds.service.house import utc_now

Result = TypeVar("Result")

By = Annotated[
    str, typer.Option("--by", help="Who does it, for the log.", show_default="your login")
]

PUBLISHED = "a running service publishes it within seconds, `swifeeds collect` does without one"


def edit(config: Path, by: str, action: Callable[[Editor], Awaitable[Result]]) -> Result:
    """Open the store and act; `by` empty: the login of who runs the command."""
    settings = load(config)
    stated = stated_stories(settings, config)

    async def work() -> Result:
        async with open_store(settings) as store:
            name = strip_control(by).strip() or _login()
            return await action(Editor(store=store, by=name, at=utc_now(), stated=stated))

    return run_async(work())


def act(
    config: Path, by: str, done: str, action: Callable[[Editor], Awaitable[int]], *, json: bool
) -> None:
    """An action that gives nothing but the number of its event."""
    event = edit(config, by, action)
    if json:
        say_json({"event": event})
    else:
        say(f"{done} (event {event}; `swifeeds story undo {event}` takes it back); {PUBLISHED}")


def read_titles(given: Sequence[str] | None, config: Path) -> Mapping[str, str]:
    """`LANGUAGE=TITLE` options, the languages those of the site.

    Raises:
        UsageError: one is not of that form, or of a language that the site has not.
    """
    languages = load(config).publication.languages
    titles: dict[str, str] = {}
    for one in given or ():
        language, _, written = one.partition("=")
        title = composed(strip_control(written)).strip()
        if language not in languages or not title:
            raise UsageError(
                f'--title {one!r} must be LANGUAGE="A title", the language one of '
                f"{', '.join(languages)}"
            )
        titles[language] = title
    return titles


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"
