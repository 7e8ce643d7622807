"""`swifeeds language`: which languages there are, and how each reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from swifeeds.cli.app import JsonOption
from swifeeds.cli.loading import load
from swifeeds.cli.output import say, say_json, say_table
from swifeeds.config.faults import nearest
from swifeeds.emit.specimen import Line, specimen
from swifeeds.errors import UsageError
from swifeeds.localise import (
    LANGUAGES,
    VARIANTS,
    Catalog,
    Locale,
    canonical_tag,
    make_locale,
    words_of,
)
from swifeeds.localise.letter_case import standing_alone
from swifeeds.localise.negotiation import fallbacks
from swifeeds.model import Direction
from swifeeds.service.house import make_locales
from swifeeds.service.packaged import read_catalogs

app = typer.Typer(help="Show how each language is written.", no_args_is_help=True)

_SOURCE = "en"
_ZONE = "Europe/Zurich"
_WIDTH = 20
_MARKS = str.maketrans(
    dict.fromkeys("\u00a0\u202f\u2009", "⍽")
    | dict.fromkeys("\u2067\u2068", "⟦")
    | {"\u2069": "⟧", "\n": " "}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facts:
    """What the list tells. `parents` stand in for what the language does not have, in order."""

    tag: str
    name: str
    direction: Direction
    catalog: str
    translated: int
    messages: int
    parents: tuple[str, ...]


@app.command("list")
def list_languages(*, json: JsonOption = False) -> None:
    """The languages and regional variants that were looked at, then others that have a catalog;
    and what each inherits from."""
    catalogs = read_catalogs()
    tags = dict.fromkeys((*LANGUAGES, *VARIANTS, *catalogs))
    facts = [_facts(_locale(tag, catalogs), catalogs[_SOURCE]) for tag in tags]
    if json:
        say_json(facts)
        return
    say_table(
        ("tag", "name", "direction", "catalog", "messages", "then"),
        (
            (one.tag, one.name, one.direction, one.catalog,
             f"{one.translated}/{one.messages}", " ".join(one.parents))
            for one in facts
        ),
    )  # fmt: skip


@app.command()
def show(
    tag: Annotated[
        str | None, typer.Argument(help="Language or variant (BCP 47). Without it: all.")
    ] = None,
    *,
    config: Annotated[
        Path | None,
        typer.Option("--config", "-c", help="Written as this configuration chooses."),
    ] = None,
    json: JsonOption = False,
) -> None:
    """How one article of an archive reads in a language: dates, counts, credits, names.

    The article is of 19 May 2009, 15:45 in Zurich. ⍽ is a space at which no line breaks, ⟦ ⟧ keep
    text of the other direction together; | stands between examples.
    """
    catalogs = read_catalogs()
    site = make_locales(load(config), catalogs) if config else {}
    tags = tuple(site) or (*LANGUAGES, *VARIANTS)
    asked = tags if tag is None else (_known(tag),)
    sheets = {one: specimen(site.get(one.lower()) or _locale(one, catalogs)) for one in asked}
    if json:
        say_json({one: {line.name: line.text for line in sheet} for one, sheet in sheets.items()})
        return
    say("\n\n".join(_sheet(one, sheet) for one, sheet in sheets.items()))


def _sheet(tag: str, lines: tuple[Line, ...]) -> str:
    shown = (f"{line.name:{_WIDTH}}{line.text.translate(_MARKS)}" for line in lines)
    return "\n".join((f"[{tag}]", *shown))


def _known(tag: str) -> str:
    """The tag in its one spelling.

    Raises:
        UsageError: it names no language.
    """
    found = canonical_tag(tag)
    if found is None:
        raise UsageError(f"there is no language {tag}{nearest(tag, (*LANGUAGES, *VARIANTS))}")
    return found


def _locale(tag: str, catalogs: Mapping[str, Catalog]) -> Locale:
    return make_locale(tag, catalog=words_of(tag, catalogs), time_zone=_ZONE)


def _facts(locale: Locale, source: Catalog) -> _Facts:
    messages = source.translations.keys()
    return _Facts(
        tag=locale.language,
        name=standing_alone(locale.autonym),
        direction=locale.direction,
        catalog=locale.catalog.language,
        translated=len(messages & locale.catalog.translations.keys()),
        messages=len(messages),
        parents=fallbacks(locale.language)[1:],
    )
