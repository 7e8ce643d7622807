"""The configuration: whether it loads, what overrides it, who may read its secrets."""

from __future__ import annotations

import stat
from collections.abc import AsyncIterator, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from swifeeds.config import Config
from swifeeds.errors import ConfigError
from swifeeds.service.counting import counted
from swifeeds.service.examining.check import Check, Needs
from swifeeds.service.examining.diagnosis import Diagnosis, broken, note, ok, warning
from swifeeds.service.examining.patient import Patient
from swifeeds.service.secret_files import read_secret

_PREFIX = "SWIFEEDS__"
_PROXIES = ("http_proxy", "https_proxy", "all_proxy")


async def look_at_configuration(patient: Patient) -> AsyncIterator[Diagnosis]:
    """Each fault, or what it holds; and who may change it."""
    for fault in patient.faults:
        advice = "mend it; `swifeeds config check` reads it again"
        yield broken(str(fault), advice, subject=fault.key or None)
    if patient.config is not None:
        config = patient.config
        sources = counted(len(config.sources), "source")
        languages = counted(len(config.publication.languages), "language")
        yield ok(f"{patient.file} is sound: {sources}, {languages}")
    for file in (patient.file, *sorted((patient.file.parent / "sources.d").glob("*.toml"))):
        if _mode(file) & stat.S_IWOTH:
            yield warning(
                f"{file} can be changed by every user of this machine", f"`chmod o-w {file}`",
                subject=str(file),
            )  # fmt: skip


async def look_at_environment(patient: Patient) -> AsyncIterator[Diagnosis]:
    """What the environment overrides, and what of it is not used."""
    for one in environment_diagnoses(patient.environ):
        yield one


def environment_diagnoses(environ: Mapping[str, str]) -> Iterator[Diagnosis]:
    """What to say of an environment. Values are never shown: they may be secrets. Pure."""
    overriding = sorted(name for name in environ if name.startswith(_PREFIX))
    proxies = sorted(name for name in environ if name.lower() in _PROXIES and environ[name])
    if overriding:
        yield note(
            f"the environment overrides the file: {', '.join(overriding)}",
            "`swifeeds config dump` shows what holds; the service may have another environment"
            " than this shell",
        )
    if proxies:
        yield note(
            f"the environment names a proxy ({', '.join(proxies)}), and swifeeds goes around it:"
            " it asks sources, hubs and webhooks itself",
            "where only the proxy may go out, let this machine out too",
        )
    if not overriding and not proxies:
        yield ok("nothing in the environment overrides the file")


async def look_at_secrets(patient: Patient) -> AsyncIterator[Diagnosis]:
    """Whether each secret can be read, and by swifeeds alone."""
    config = patient.settings
    if _has_password(config.storage.url):
        readable = _mode(patient.file) & stat.S_IROTH
        yield (warning if readable else note)(
            "storage.url holds its password, which stands in the configuration"
            + (" that every user of this machine can read" if readable else ""),
            "put it in a file of its own and name that in storage.password_file",
            subject="storage.url",
        )
    files = dict(_secret_files(config))
    for key, file in files.items():
        yield _of_secret(key, file)
    if not files:
        yield ok("no file with a secret is named")


def _has_password(address: str) -> bool:
    try:
        return bool(urlsplit(address).password)
    except ValueError:
        return False


def _secret_files(config: Config) -> Iterator[tuple[str, Path]]:
    """Every `…_file` that the file names, but for the texts that the site publishes."""
    for table, values in config.effective.items():
        if table != "site":
            yield from _named(table, values, config.base)


def _named(key: str, values: Any, base: Path) -> Iterator[tuple[str, Path]]:
    if isinstance(values, list):
        for index, value in enumerate(values):
            yield from _named(f"{key}[{index}]", value, base)
    elif isinstance(values, Mapping):
        for name, value in values.items():
            if name.endswith("_file") and isinstance(value, str):
                yield f"{key}.{name}", base / value
            yield from _named(f"{key}.{name}", value, base)


def _of_secret(key: str, file: Path) -> Diagnosis:
    try:
        secret = read_secret(file, key)
    except ConfigError as error:
        (fault,) = error.faults
        return broken(f"{file}: {fault.message}", "the service does not start without it",
                      subject=key)  # fmt: skip
    if not secret:
        return broken(f"{file} ({key}) is empty", "write the secret into it", subject=key)
    if _mode(file) & (stat.S_IROTH | stat.S_IWOTH):
        return warning(
            f"{file} ({key}) can be read by every user of this machine", f"`chmod o= {file}`",
            subject=key,
        )  # fmt: skip
    return ok(f"{file} ({key}) can be read, and not by everybody", subject=key)


def _mode(file: Path) -> int:
    try:
        return file.stat().st_mode
    except OSError:
        return 0


CHECKS = (
    Check(
        name="configuration",
        family="configuration",
        asks="does the configuration load, and may nobody else change it?",
        needs=Needs.NOTHING,
        look=look_at_configuration,
    ),
    Check(
        name="environment",
        family="configuration",
        asks="what does the environment override, and does it name a proxy?",
        needs=Needs.NOTHING,
        look=look_at_environment,
    ),
    Check(
        name="secrets",
        family="configuration",
        asks="can each file with a secret be read, and by nobody else?",
        needs=Needs.CONFIGURATION,
        look=look_at_secrets,
    ),
)
