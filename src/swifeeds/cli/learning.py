"""`swifeeds source learn`: a profile of a source's pages, proposed and, if wanted, written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from swifeeds.cli.app import DEFAULT_CONFIG, ConfigOption, JsonOption, run_async
from swifeeds.cli.loading import load
from swifeeds.cli.output import complain, say, say_json, say_table
from swifeeds.config import Config, as_profile, profile_file
from swifeeds.errors import UsageError
from swifeeds.model import PageReading
from swifeeds.service import visit_house
from swifeeds.service.counting import counted
from swifeeds.service.learning import Learning, learn_source

_SAME = 0.995
_UNSURE = 0.9
_LONGEST = 64


def learn(
    source: Annotated[str, typer.Argument(help="A source's id.")],
    config: ConfigOption = DEFAULT_CONFIG,
    *,
    pages: Annotated[
        int, typer.Option("--pages", "-n", min=1, max=30, help="Articles to learn from.")
    ] = 5,
    page: Annotated[
        list[str] | None,
        typer.Option("--page", help="An address or file to learn from, instead. Repeatable."),
    ] = None,
    write: Annotated[
        bool, typer.Option("--write", help="Write the profile into sources.d.")
    ] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Write it over the one that was written before.")
    ] = False,
    json: JsonOption = False,
) -> None:
    """Learn how a source builds its pages from a few of them, and propose it as a profile.

    Nothing is stored, and nothing written without --write: read the profile first.
    """
    settings = load(config)
    target = profile_file(settings.base, source)
    if write or replace:
        _refuse_to_overwrite(settings, source, target, replace=replace)

    async def work() -> Learning:
        async with visit_house(settings) as house:
            return await learn_source(house, source, pages=pages, given=tuple(page or ()))

    found = run_async(work())
    text = as_profile(source, found.profile.rules, [one.url for one in found.profile.pages])
    if json:
        say_json({"learned": found, "file": str(target), "toml": text})
    else:
        _tell(found, text)
    if write or replace:
        _write(target, text)
        complain(f"wrote {target}; a running service takes it with SIGHUP")
    elif not json:
        say(f"to use it: swifeeds source learn {source} --write, which writes {target}")
    for sentence in _overruled(settings, source):
        complain(sentence)


def _tell(found: Learning, text: str) -> None:
    profile = found.profile
    say(f"learned from {counted(len(profile.pages), 'page')} of {found.source.id}")
    say("")
    say(text.rstrip("\n"))
    say("")
    held = () if profile.held_out is None else (profile.held_out,)
    names = [one.field for one in profile.pages[0].fields]
    say("How far the profile and the reader of unknown pages agree:")
    say_table(
        ("page", *names),
        (
            (_short(page.url), *(_agreement(page, name) for name in names))
            for page in (*profile.pages, *held)
        ),
    )
    if held:
        say("the last line: that page as read by a profile learned from the others alone")
    say("")
    say_table(("", "found by the profile", "found without it"), _values(profile.pages))
    if found.ms_profile is not None:
        say(f"{found.ms_profile} ms per page with the profile, {found.ms_unknown} ms without it")
    for reject in found.rejects:
        complain(f"left out: {reject.subject}: {reject.reason}")
    for page in profile.pages:
        if page.missed:
            complain(f"{page.url}: the profile found no {page.missed}; it is read without it")


def _agreement(page: PageReading, name: str) -> str:
    agreement = page.agreement(name)
    if agreement is None:
        return "-"
    if agreement >= _SAME:
        return "yes"
    return f"{agreement:.0%}" if agreement >= _UNSURE or name == "text" else "no"


def _values(pages: tuple[PageReading, ...]) -> Iterator[tuple[str, str | None, str | None]]:
    """Page by page what was found of each field, and what else was found without the profile."""
    for page in pages:
        yield _short(page.url), None, None
        for one in page.fields:
            if one.wanted or one.found:
                other = one.wanted if one.agreement < _SAME else "the same"
                yield f"  {one.field}", _cut(one.found), _cut(other)


def _cut(text: str | None) -> str | None:
    return text if text is None or len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _short(url: str) -> str:
    return url if len(url) <= _LONGEST else f"…{url[1 - _LONGEST :]}"


def _refuse_to_overwrite(settings: Config, source: str, target: Path, *, replace: bool) -> None:
    """A profile that stands somewhere is the operator's."""
    if target.exists():
        if not replace:
            raise UsageError(f"{target} exists already; --replace writes over it")
    elif source in settings.effective["profiles"]:
        raise UsageError(
            f"the configuration has a profile of {source} already; take it out first, "
            "or compare without --write"
        )


def _overruled(settings: Config, source: str) -> Iterator[str]:
    """What the source states itself, and so goes before what was learned."""
    shape = next(one for one in settings.effective["sources"] if one["id"] == source)
    stated = sorted(
        name for name, value in shape["rules"].items() if value and name not in {"links", "alone"}
    )
    if stated:
        yield f"the source's own rules go before the profile: {', '.join(stated)}"


def _write(target: Path, text: str) -> None:
    """Whole or not at all."""
    unfinished = target.with_name(f".{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(text, encoding="utf-8")
        unfinished.replace(target)
    except OSError as error:
        raise UsageError(f"{target} cannot be written: {error.strerror}") from error
