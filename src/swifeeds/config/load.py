"""The way from files to a `Config`: read, check each key, check what keys say of each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from swifeeds.config.build import (
    make_grouping,
    make_publication,
    make_rules,
    make_settings,
    make_sources,
    make_styles,
    make_writings,
)
from swifeeds.config.crosscheck import crosscheck
from swifeeds.config.faults import dotted, fault, faults_of
from swifeeds.config.files import Tables, read_tables
from swifeeds.config.forwardings import make_forwardings
from swifeeds.config.logging_settings import LoggingSettings
from swifeeds.config.salvage import salvage
from swifeeds.config.shapes import Root
from swifeeds.config.texts import read_text, unreadable_texts
from swifeeds.deliver import ExportSettings, TellSettings, WebSubSettings
from swifeeds.egress import EgressSettings
from swifeeds.errors import ConfigError, Fault
from swifeeds.group import GroupSettings
from swifeeds.isolate import IsolateSettings
from swifeeds.localise import Writing
from swifeeds.model import Forwarding, Publication, Source, StoryRule
from swifeeds.schedule import ScheduleSettings
from swifeeds.serve import ServeSettings
from swifeeds.store import StorageSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageSettings:
    """How each language is written, by its lower-case tag: `styles` names the regional way of
    writing dates, `writings` says what its desk chose beyond that. Neither has all languages."""

    styles: Mapping[str, str]
    writings: Mapping[str, Writing]


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Everything the operator decided, in the types of the rooms that use it.

    `base` is the folder that relative paths start from. `effective` is the same as plain values,
    defaults included, for `config dump` and `diff`; it holds no secrets, only names of files.
    """

    base: Path
    publication: Publication
    languages: LanguageSettings
    sources: tuple[Source, ...]
    rules: tuple[StoryRule, ...]
    forwardings: tuple[Forwarding, ...]
    storage: StorageSettings
    serve: ServeSettings
    egress: EgressSettings
    grouping: GroupSettings
    isolate: IsolateSettings
    schedule: ScheduleSettings
    websub: WebSubSettings
    tell: TellSettings
    export: ExportSettings
    logging: LoggingSettings
    effective: Mapping[str, Any]


def load_config(path: Path, environ: Mapping[str, str]) -> Config:
    """Read and check a configuration.

    Args:
        path: the main file; `sources.d/*.toml` beside it is read too.
        environ: the environment; `SWIFEEDS__…` overrides the files.

    Raises:
        ConfigError: with every fault that can be found in one go.
    """
    tables = read_tables(path, environ)
    if tables.faults and not tables.values:
        raise ConfigError(tuple(tables.faults))
    try:
        root = Root.model_validate(tables.values)
    except ValidationError as error:
        raise ConfigError((*tables.faults, *_all_faults(error, tables))) from error
    base = path.absolute().parent
    faults = (
        *tables.faults,
        *crosscheck(root, tables),
        *_out_of_range(root, tables),
        *unreadable_texts(root, tables, base),
    )
    if faults:
        raise ConfigError(faults)
    return _config(root, base)


def _all_faults(error: ValidationError, tables: Tables) -> tuple[Fault, ...]:
    """The faults of single keys, and what can be said of the rest without them."""
    found = faults_of(error, tables, Root)
    rest = salvage(Root, tables.values, tuple(found))
    known = tuple(dotted(path) for path in found)
    others = (*crosscheck(rest, tables), *_out_of_range(rest, tables)) if rest else ()
    told = (*found.values(), *(one for one in others if not _is_about(one.key, known)))
    return tuple(sorted(told, key=lambda one: (str(one.file), one.line or 0)))


def _is_about(key: str, faulty: tuple[str, ...]) -> bool:
    return any(key == one or key.startswith((f"{one}.", f"{one}[")) for one in faulty)


_ROOMS: tuple[tuple[str, type[Any]], ...] = (
    ("storage", StorageSettings),
    ("serve", ServeSettings),
    ("collect", EgressSettings),
    ("workers", IsolateSettings),
    ("schedule", ScheduleSettings),
    ("websub", WebSubSettings),
    ("tell", TellSettings),
    ("export", ExportSettings),
    ("logging", LoggingSettings),
)


def _out_of_range(root: Any, tables: Tables) -> Iterator[Fault]:
    """What a room's own settings type refuses: it knows which numbers make sense."""
    for name, settings in _ROOMS:
        others = {"contact": root.site.contact} if name == "collect" else {}
        try:
            make_settings(settings, getattr(root, name), **others)
        except ValueError as error:
            yield fault(tables, (name,), str(error))
    try:
        make_grouping(root)
    except ValueError as error:
        yield fault(tables, ("grouping",), str(error))


def _config(root: Any, base: Path) -> Config:
    publication = make_publication(
        root,
        robots=read_text(base, root.site.robots_file),
        trust_txt=read_text(base, root.site.trust_file),
    )
    websub = make_settings(WebSubSettings, root.websub)
    return Config(
        base=base,
        publication=replace(publication, hubs=websub.addresses(publication.base_url)),
        languages=LanguageSettings(styles=make_styles(root), writings=make_writings(root)),
        sources=make_sources(root, base),
        rules=make_rules(root),
        forwardings=make_forwardings(root),
        storage=make_settings(StorageSettings, root.storage),
        serve=make_settings(ServeSettings, root.serve),
        egress=make_settings(EgressSettings, root.collect, contact=root.site.contact),
        grouping=make_grouping(root),
        isolate=make_settings(IsolateSettings, root.workers),
        schedule=make_settings(ScheduleSettings, root.schedule),
        websub=websub,
        tell=make_settings(TellSettings, root.tell),
        export=make_settings(ExportSettings, root.export),
        logging=make_settings(LoggingSettings, root.logging),
        effective=root.model_dump(mode="json", by_alias=True, exclude_none=True),
    )
