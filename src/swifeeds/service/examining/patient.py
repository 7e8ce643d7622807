"""What is examined: the installation as far as it can be opened, and nothing changed by opening."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from swifeeds.config import Config, load_config
from swifeeds.errors import ConfigError, Fault, StoreError
from swifeeds.model import Notice, SourceId, SourceState
from swifeeds.service.house import make_store
from swifeeds.store import Store
from swifeeds.store.sql.address import database_url

_MOUNTS = Path("/proc/self/mountinfo")
"""Where Linux says which file system is where; other systems have no such file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patient:
    """An installation. `config` is None where it cannot be loaded: `faults` say why then; `store`
    is None where it cannot be opened: `trouble` says why, if there is a configuration. `mounts` is
    the system's list of file systems, empty where it is not known."""

    file: Path
    environ: Mapping[str, str]
    now: datetime
    config: Config | None = None
    faults: tuple[Fault, ...] = ()
    store: Store | None = None
    trouble: StoreError | None = None
    mounts: str = ""
    _answers: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def settings(self) -> Config:
        """The configuration, for checks that are made only where there is one."""
        assert self.config is not None
        return self.config

    @property
    def opened(self) -> Store:
        """The store, for checks that are made only where it is open."""
        assert self.store is not None
        return self.store

    async def counts(self) -> Mapping[str, int]:
        """`Store.counts`, asked once: several checks go by it, and it costs on a large archive."""
        counts: Mapping[str, int] = await self._once("counts", self.opened.counts)
        return counts

    async def notices(self) -> tuple[Notice, ...]:
        """`Store.notices`, asked once."""
        notices: tuple[Notice, ...] = await self._once("notices", self.opened.notices)
        return notices

    async def source_states(self) -> Mapping[SourceId, SourceState]:
        """`Store.source_states`, asked once."""
        states: Mapping[SourceId, SourceState] = await self._once(
            "source_states", self.opened.source_states
        )
        return states

    async def _once(self, name: str, ask: Callable[[], Awaitable[Any]]) -> Any:
        if name not in self._answers:
            self._answers[name] = await ask()
        return self._answers[name]


@asynccontextmanager
async def open_patient(
    file: Path, environ: Mapping[str, str], now: datetime
) -> AsyncIterator[Patient]:
    """Open what can be opened. Whatever cannot is for the checks to tell: nothing is raised.

    Args:
        file: the configuration.
        environ: this process's environment.
        now: aware UTC.
    """
    mounts = _read_mounts()
    try:
        config = load_config(file, environ)
    except ConfigError as error:
        yield Patient(file=file, environ=environ, now=now, faults=error.faults, mounts=mounts)
        return
    store, trouble = await _open(config)
    try:
        yield Patient(
            file=file, environ=environ, now=now, config=config, store=store, trouble=trouble,
            mounts=mounts,
        )  # fmt: skip
    finally:
        if store is not None:
            await store.close()


async def _open(config: Config) -> tuple[Store | None, StoreError | None]:
    store = None
    try:
        store = make_store(config)
        await store.open()
    except StoreError as error:
        trouble = error
    except Exception as error:  # noqa: BLE001 - whatever a driver says of an address is a finding
        # Not in its own words: they may hold the password.
        trouble = StoreError(
            f"storage.url cannot be used ({type(error).__name__}); write sqlite:///path/of/file.db"
            " or postgresql://user@host/name"
        )
    else:
        return store, None
    if store is not None:
        await store.close()
    return None, trouble


def _read_mounts() -> str:
    try:
        return _MOUNTS.read_text("utf-8", "surrogateescape")
    except OSError:
        return ""


def database_file(config: Config) -> Path | None:
    """Where SQLite keeps the database; None on PostgreSQL, and where the settings name none."""
    try:
        url = database_url(config.storage, config.base)
    except (StoreError, ValueError):
        return None
    return Path(url.database or "") if url.get_backend_name() == "sqlite" else None
