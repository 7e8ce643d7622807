"""What was installed: catalogs, calendars, and whether this system lets children run."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel.core import get_cldr_version

from swifeeds.config import Config
from swifeeds.errors import ExtractError, Killed
from swifeeds.extract import extract
from swifeeds.isolate import IsolateSettings, Isolation
from swifeeds.localise import Catalog, words_of
from swifeeds.localise.cldr import cldr_locale
from swifeeds.model import Document, Source, SourceId, SourceKind
from swifeeds.service.examining.check import Check, Needs
from swifeeds.service.examining.diagnosis import Diagnosis, broken, note, ok
from swifeeds.service.examining.patient import Patient
from swifeeds.service.house import PRELOADED
from swifeeds.service.packaged import read_catalogs

_REINSTALL = "install swifeeds again"
_OVERSTAY = 0.3
"""Seconds that a child is allowed which is going to sleep for longer."""

_TITLE = "A document to try the parsers with"

_TRIED = Source(
    id=SourceId("trial"),
    kind=SourceKind.FEED,
    url="https://trial.invalid/feed",
    language="en",
    title="trial",
)


def _trial(now: datetime) -> Document:
    """A feed with one entry that nobody wrote."""
    item = f"<item><title>{_TITLE}</title><guid>1</guid><description>Words.</description></item>"
    return Document(
        source_id=_TRIED.id,
        url=_TRIED.url,
        final_url=_TRIED.url,
        body=f'<rss version="2.0"><channel>{item}</channel></rss>'.encode(),
        media_type="application/rss+xml",
        retrieved=now,
    )


async def look_at_catalogs(patient: Patient) -> AsyncIterator[Diagnosis]:
    """Whether our own words are there in every language of the site."""
    try:
        catalogs = read_catalogs()
    except OSError as error:
        yield broken(f"the catalogs cannot be read ({error})", _REINSTALL)
        return
    languages = patient.config.publication.languages if patient.config else tuple(catalogs)
    for one in catalog_diagnoses(catalogs, languages):
        yield one


def catalog_diagnoses(
    catalogs: Mapping[str, Catalog], languages: tuple[str, ...]
) -> Iterator[Diagnosis]:
    """What to say of these catalogs for a site in these languages. Pure."""
    messages = frozenset(name for one in catalogs.values() for name in one.translations)
    if "en" not in catalogs or not messages:
        yield broken("the catalogs are missing or empty: no page can be worded", _REINSTALL)
        return
    for tag in languages:
        words = words_of(tag, catalogs)
        if not words.translations:
            yield note(
                f"there is no catalog for {tag}: its pages are labelled in English, its feeds not",
                f"add locales/{tag} (docs/languages.md), or leave it so", subject=tag,
            )  # fmt: skip
        elif missing := len(messages - words.translations.keys()):
            yield note(
                f"the catalog for {tag} lacks {missing} of {len(messages)} messages: pages say them"
                " in English, feeds not at all",
                f"complete locales/{words.language.replace('-', '_')}, or install swifeeds again",
                subject=tag,
            )  # fmt: skip
    yield ok(f"{len(catalogs)} catalogs of {len(messages)} messages are read")


async def look_at_calendars(patient: Patient) -> AsyncIterator[Diagnosis]:
    """Whether the zones and languages of the site are known here."""
    config = patient.config
    for name in ("UTC", *(sorted(_zones(config)) if config else ())):
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            advice = "install swifeeds again: its package tzdata brings the zones"
            yield broken(f"time zone {name} is not known here ({error})", advice, subject=name)
    for tag in config.publication.languages if config else ():
        if cldr_locale(tag).language != tag.partition("-")[0]:
            yield note(
                f"CLDR does not know {tag}: its dates and names are written as in English",
                "name the tag that CLDR has for the language", subject=tag,
            )  # fmt: skip
    yield ok(f"time zones of tzdata {_version('tzdata')}, languages of CLDR {get_cldr_version()}")


def _zones(config: Config) -> frozenset[str]:
    return frozenset({config.publication.time_zone, *(one.time_zone for one in config.sources)})


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "of the system"


async def look_at_children(patient: Patient) -> AsyncIterator[Diagnosis]:
    """Whether a child starts, reads a document, and ends when its time is up."""
    configured = patient.config.isolate if patient.config else IsolateSettings()
    settings = replace(configured, workers=1)
    async with Isolation(settings, preload=PRELOADED) as isolation:
        try:
            read = await isolation.run(
                extract, _trial(patient.now), _TRIED, subject="a trial document"
            )
        except (ExtractError, OSError) as error:
            yield broken(
                f"no document can be read here ({error})",
                f"see that workers.memory ({settings.memory} MiB) suffices and that the system"
                " lets this user start processes",
            )
            return
        if [one.title for one in read.drafts] != [_TITLE]:
            yield broken("a trial document was not read as it should be", _REINSTALL)
            return
        try:
            await isolation.run(time.sleep, _OVERSTAY * 100, subject="a sleep", limit=_OVERSTAY)
        except Killed:
            yield ok("a child started, read a document, and was ended when its time was up")
        else:
            yield broken("a child that overstayed was not ended: one document can stop collecting",
                         "report this with the system's name")  # fmt: skip


CHECKS = (
    Check(
        name="catalogs",
        family="installation",
        asks="are our own words there in each language of the site?",
        needs=Needs.NOTHING,
        look=look_at_catalogs,
    ),
    Check(
        name="calendars",
        family="installation",
        asks="are the site's time zones and languages known here?",
        needs=Needs.NOTHING,
        look=look_at_calendars,
    ),
    Check(
        name="children",
        family="installation",
        asks="does a child process start, read a document, and end when it must?",
        needs=Needs.NOTHING,
        look=look_at_children,
    ),
)
