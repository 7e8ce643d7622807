"""An export from its beginning to its end: look, plan, note, write, remove, note again.

What a killed export began stands in the manifest as unfinished, and the next one finishes it.
Bytes are asked for a few addresses at a time, so that a site of any size fits in memory, and files
are written in a thread, so that a service that exports goes on answering.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeVar

from swifeeds.deliver.export.folder import Folder
from swifeeds.deliver.export.opening import check_folder, open_folder
from swifeeds.deliver.export.plan import Plan
from swifeeds.deliver.export.types import Exported, Site
from swifeeds.deliver.export.work import Work, begin, finish, write_portion
from swifeeds.model import ShelfItem

Fetch = Callable[[Sequence[str]], Awaitable[Sequence[ShelfItem]]]
"""Published items with their bytes, those of the addresses that are still there."""

Progress = Callable[[int, int], None]
"""Is told how many addresses are written, and of how many."""

Result = TypeVar("Result")

_PORTION = 50
"""Addresses whose bytes are held at once: at 300 kB each in all codings, 15 MB."""


async def export_site(
    site: Site,
    directory: Path,
    *,
    fetch: Fetch,
    adopt: bool = False,
    progress: Progress | None = None,
) -> Exported:
    """Make the folder hold what the site answers, and write no file that it holds already.

    Guarantees: no file is ever half written; what an address refers to is written before it, and
    what is not published any more is removed last; nothing is removed that no export wrote; after
    a kill at any moment the next export ends as if there had been none. A power loss is survived as
    well as the file system survives it: files are flushed together, before the manifest that calls
    them finished.

    Raises:
        UsageError: the folder holds something else and `adopt` is not set.
        DeliverError: another export is at work there, or a file cannot be written.
    """
    with open_folder(directory, adopt=adopt) as folder:
        work = await _in_thread(partial(begin, site, folder, adopt=adopt))
        await _write(work, fetch, progress)
        return await _in_thread(partial(finish, work))


async def _in_thread(work: Callable[[], Result]) -> Result:
    """Run it in a thread; a cancelled export waits for it, and gives its folder back after that:
    two that write to one folder would mix their files."""
    running = asyncio.get_running_loop().run_in_executor(None, work)
    try:
        return await asyncio.shield(running)
    except asyncio.CancelledError:
        await asyncio.wait([running])
        raise


def preview_export(site: Site, directory: Path, *, adopt: bool = False) -> Plan:
    """What `export_site` would do. Nothing is written, and nobody is waited for."""
    check_folder(directory, adopt=adopt)
    return begin(site, Folder(directory.resolve()), adopt=adopt, dry=True).plan


async def _write(work: Work, fetch: Fetch, progress: Progress | None) -> None:
    queue = iter(work.plan.write)
    done, total = 0, len(work.plan.write)
    while portion := list(islice(queue, _PORTION)):
        stored = [one.path for one in portion if one.path in work.site.published]
        bodies = {item.path: item for item in await fetch(stored)} if stored else {}
        await _in_thread(partial(write_portion, work, portion, bodies))
        done += len(portion)
        if progress:
            progress(done, total)
