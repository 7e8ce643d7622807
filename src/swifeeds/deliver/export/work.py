"""The steps of an export, each done in one go: begin, write some addresses, finish."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from swifeeds.deliver.export.folder import Folder
from swifeeds.deliver.export.listing import headers_json, redirects_json
from swifeeds.deliver.export.manifest import Kept, Manifest
from swifeeds.deliver.export.names import coded_name, file_name
from swifeeds.deliver.export.nginx import maps_conf, server_conf
from swifeeds.deliver.export.nginx_redirects import unspeakable
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


@dataclass(slots=True, kw_only=True)
class Work:
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


def begin(site: Site, folder: Folder, *, adopt: bool, dry: bool = False) -> Work:
    """Look, plan, and note in the manifest what is about to be written. `dry` writes nothing."""
    manifest = folder.read_manifest(site.owner, adopt=adopt)
    items = {**_dated(site.brought, manifest), **site.published}
    targets, left_out = assign_names(items, folds=folder.folds_names())
    found = folder.look(manifest.files)
    plan = plan_export(targets, left_out, items=items, kept=manifest.files, found=found)
    entries = {**manifest.files, **_begun(plan, items)}
    work = Work(site=site, folder=folder, items=items, targets=targets, plan=plan, entries=entries)
    if not dry and (plan.write or plan.clear or plan.remove):
        folder.keep_manifest(Manifest(site=site.owner, files=entries), finished=False)
        _remove(work, plan.clear)
    return work


def _dated(brought: Mapping[str, ShelfItem], manifest: Manifest) -> dict[str, ShelfItem]:
    """Items that the store does not date: as old as their bytes are in this folder."""
    dated = {}
    for path, item in brought.items():
        kept = manifest.files.get(file_name(path))
        is_known = kept is not None and kept.edition == item.edition
        dated[path] = replace(item, last_modified=kept.modified) if is_known and kept else item
    return dated


def _begun(plan: Plan, items: Mapping[str, ShelfItem]) -> dict[str, Kept]:
    return {
        name: Kept(edition="", modified=items[target.path].last_modified, size=0)
        for target in plan.write
        for name in names_of(target.name)
    }


def write_portion(work: Work, portion: Sequence[Target], bodies: Mapping[str, ShelfItem]) -> None:
    """Write some addresses; `bodies` are the published items among them that are still there."""
    for target in portion:
        if target.path in work.site.published:
            item = bodies.get(target.path)
        else:
            item = work.items[target.path]
        if item is None:  # it left the shelf meanwhile: the next export takes its files away
            work.vanished.add(target.path)
        else:
            _write_item(work, target, item)


def _write_item(work: Work, target: Target, item: ShelfItem) -> None:
    """Put every coding of one address in place; those that it has no more go first."""
    codings = {coded_name(target.name, one): body for one, body in item.encodings.items()}
    _remove(work, [name for name in names_of(target.name) if name not in codings])
    for name in names_of(target.name):
        if name in codings:
            work.folder.put(name, codings[name], nanoseconds(item.last_modified))
            work.entries[name] = Kept(
                edition=item.edition, modified=item.last_modified, size=len(codings[name])
            )
            work.written += 1
            work.bytes += len(codings[name])


def _remove(work: Work, names: Sequence[str]) -> None:
    for name in names:
        work.removed += work.folder.remove(name)
        work.entries.pop(name, None)


def finish(work: Work) -> Exported:
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


def _put_own(work: Work) -> bool:
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
