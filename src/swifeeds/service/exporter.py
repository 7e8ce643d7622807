"""The export that a running service keeps up to date."""

from __future__ import annotations

import logging

from swifeeds.config import Config
from swifeeds.deliver.export import Exported
from swifeeds.errors import SwifeedsError
from swifeeds.model import Notice
from swifeeds.service.exporting import export
from swifeeds.service.house import House

_log = logging.getLogger(__name__)

EXPORT_FAILED = "export-failed"
"""Kind of the notice that the folder of `[export]` is not what is published."""
_SHOWN = 3


class Exporter:
    """Exports whenever something was published or the configuration changed since the last time.

    A failure is told once, and tried again each time it is asked.
    """

    def __init__(self) -> None:
        self._done: tuple[int, Config] | None = None
        self._told: str | None = None

    async def run(self, house: House, generation: int) -> None:
        """Export what is published, if it is not there yet. `generation` is the shelf's."""
        wanted = (generation, house.config)
        settings = house.config.export
        if settings.directory is None or self._done == wanted:
            return
        directory = house.config.base / settings.directory
        try:
            done = await export(house, directory)
        except SwifeedsError as error:
            await self._tell(house, str(directory), str(error))
            return
        self._done = wanted
        _log_done(done)
        if done.left_out:
            await self._tell(house, str(directory), _left_out(done))
        else:
            self._told = None
            await house.store.settle(EXPORT_FAILED, str(directory))

    async def _tell(self, house: House, subject: str, message: str) -> None:
        if message != self._told:
            _log.error("export failed: %s", message)
            notice = Notice(kind=EXPORT_FAILED, subject=subject, message=message, at=house.now())
            await house.store.tell([notice])
            self._told = message


def _log_done(done: Exported) -> None:
    if done.written or done.removed:
        _log.info(
            "exported: written=%d removed=%d unchanged=%d bytes=%d server_configuration=%s",
            done.written, done.removed, done.unchanged, done.bytes,
            "changed" if done.server else "same",
        )  # fmt: skip


def _left_out(done: Exported) -> str:
    shown = "; ".join(f"{path}: {reason}" for path, reason in done.left_out[:_SHOWN])
    return f"{len(done.left_out)} addresses cannot be files and were left out: {shown}"
