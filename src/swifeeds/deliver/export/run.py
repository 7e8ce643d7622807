"""An export from its beginning to its end: look, plan, note, write, remove, note again.

What a killed export began stands in the manifest as unfinished, and the next one finishes it.
Bytes are asked for a few addresses at a time, so that a site of any size fits in memory, and files
are written in a thread, so that a service that exports goes on answering.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeVar

from swifeeds.deliver.export.folder import Folder, check_folder, open_folder
from swifeeds.deliver.export.listing import headers_json, redirects_json
from swifeeds.deliver.export.manifest import Kept, Manifest
from swifeeds.deliver.export.names import coded_name, file_name
from swifeeds.deliver.export.nginx import maps_conf, server_conf, unspeakable
from swifeeds.deliver.export.plan import (
    Plan,
    Target,
    assign_names,
    names_of,
    nanoseconds,
    plan_export,
)
from swifeeds.deliver.export.types import Exported, Site
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
        work = await _in_thread(partial(_begin, site, folder, adopt=adopt))
        await _write(work, fetch, progress)
        return await _in_thread(partial(_finish, work))


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
    return _begin(site, Folder(directory.resolve()), adopt=adopt, dry=True).plan


@dataclass(slots=True, kw_only=True)
class _Work:
    """An export on its way. `entries` becomes the manifest."""

    site: Site
    folder: Folder
    items: Mapping[str, ShelfItem]
    targets: tuple[Target, ...]
    plan: Plan
    entries: dict[str, Kept]
    written: int = 0
    removed: int = 0
    bytes: int = 0
    vanished: set[str] = field(default_factory=set)


def _begin(site: Site, folder: Folder, *, adopt: bool, dry: bool = False) -> _Work:
    manifest = folder.read_manifest(site.owner, adopt=adopt)
    items = {**_dated(site.brought, manifest), **site.published}
    targets, left_out = assign_names(items, folds=folder.folds_names())
    found = folder.look(manifest.files)
    plan = plan_export(targets, left_out, items=items, kept=manifest.files, found=found)
    entries = {**manifest.files, **_begun(plan, items)}
    work = _Work(site=site, folder=folder, items=items, targets=targets, plan=plan, entries=entries)
    if not dry and (plan.write or plan.clear or plan.remove):
        folder.keep_manifest(Manifest(site=site.owner, files=entries), finished=False)
        _remove(work, plan.clear)
    return work


def _dated(brought: Mapping[str, ShelfItem], manifest: Manifest) -> dict[str, ShelfItem]:
    """Items that the store does not date: as old as their bytes are in this folder."""
    dated = {}
    for path, item in brought.items():
        kept = manifest.files.get(file_name(path))
        is_known = kept is not None and kept.etag == item.etag
        dated[path] = replace(item, last_modified=kept.modified) if is_known and kept else item
    return dated


def _begun(plan: Plan, items: Mapping[str, ShelfItem]) -> dict[str, Kept]:
    return {
        name: Kept(etag="", modified=items[target.path].last_modified, size=0)
        for target in plan.write
        for name in names_of(target.name)
    }


async def _write(work: _Work, fetch: Fetch, progress: Progress | None) -> None:
    queue = iter(work.plan.write)
    done, total = 0, len(work.plan.write)
    while portion := list(islice(queue, _PORTION)):
        stored = [one.path for one in portion if one.path in work.site.published]
        bodies = {item.path: item for item in await fetch(stored)} if stored else {}
        await _in_thread(partial(_write_portion, work, portion, bodies))
        done += len(portion)
        if progress:
            progress(done, total)


def _write_portion(work: _Work, portion: Sequence[Target], bodies: Mapping[str, ShelfItem]) -> None:
    for target in portion:
        if target.path in work.site.published:
            item = bodies.get(target.path)
        else:
            item = work.items[target.path]
        if item is None:  # it left the shelf meanwhile: the next export takes its files away
            work.vanished.add(target.path)
        else:
            _write_item(work, target, item)


def _write_item(work: _Work, target: Target, item: ShelfItem) -> None:
    """Put every coding of one address in place; those that it has no more go first."""
    codings = {coded_name(target.name, one): body for one, body in item.encodings.items()}
    _remove(work, [name for name in names_of(target.name) if name not in codings])
    for name in names_of(target.name):
        if name in codings:
            work.folder.put(name, codings[name], nanoseconds(item.last_modified))
            work.entries[name] = Kept(
                etag=item.etag, modified=item.last_modified, size=len(codings[name])
            )
            work.written += 1
            work.bytes += len(codings[name])


def _remove(work: _Work, names: Sequence[str]) -> None:
    for name in names:
        work.removed += work.folder.remove(name)
        work.entries.pop(name, None)


def _finish(work: _Work) -> Exported:
    """Tell servers and uploaders, then remove, then call it finished."""
    server = _put_own(work)
    _remove(work, work.plan.remove)
    if work.plan.write or work.plan.clear or work.plan.remove:
        work.folder.keep_manifest(Manifest(site=work.site.owner, files=work.entries), finished=True)
    return Exported(
        written=work.written,
        removed=work.removed,
        unchanged=len(work.plan.unchanged),
        bytes=work.bytes,
        server=server,
        left_out=(*work.plan.left_out, *unspeakable(work.site)),
    )


def _put_own(work: _Work) -> bool:
    """What stands in `.swifeeds/` beside the manifest. True when a web server's files changed."""
    site, folder, served = work.site, work.folder, {}
    for target in work.targets:
        if target.path not in work.vanished:
            served[target.name] = work.items[target.path]
    read_by_servers = {
        "nginx/maps.conf": maps_conf(site, served),
        "nginx/server.conf": server_conf(site, served),
    }
    listed = {
        "headers.json": headers_json(site, served),
        "redirects.json": redirects_json(site),
        **{f"pages/{name}": body for name, body in site.pages.items()},
    }
    counted = [(name, body) for name, body in (*listed.items(), *read_by_servers.items())]
    changed = {name for name, body in counted if folder.put_own(name, body)}
    work.written += len(changed)
    work.bytes += sum(len(body) for name, body in counted if name in changed)
    return not changed.isdisjoint(read_by_servers)
