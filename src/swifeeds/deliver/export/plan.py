"""What must be done to a folder so that it holds what is published, decided without I/O."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from swifeeds.deliver.export.manifest import Kept
from swifeeds.deliver.export.names import NoFile, coded_name, file_name, folded
from swifeeds.model import Encoding, ShelfItem

_LATE = (
    (re.compile(r"/feeds\.(opml|json)$|sitemap[^/]*\.xml$"), 5),
    (re.compile(r"^/[^/]*/?$"), 4),
    (re.compile(r"/articles/[^/]+/$"), 1),
    (re.compile(r"/archive/"), 2),
    (re.compile(r"/feed\.[a-z]+$"), 3),
    (re.compile(r"/$"), 4),
)
"""Whoever refers comes after what it refers to: style, articles, archives, feeds, pages,
directories. What none of these knows (style, icon) comes first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An address and the name of its plain file."""

    path: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to do, in this order: `clear`, `write`, `remove`.

    `clear` and `remove` are names of files that earlier exports wrote; those in `clear` stand
    where a folder must be now, or the other way round. `unchanged` are names that stay.
    `left_out` are addresses that cannot be files here, each with the reason.
    """

    clear: tuple[str, ...]
    write: tuple[Target, ...]
    remove: tuple[str, ...]
    unchanged: tuple[str, ...]
    left_out: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A regular file as it lies there: nanoseconds since 1970, bytes."""

    mtime_ns: int
    size: int


def assign_names(
    paths: Iterable[str], *, folds: bool
) -> tuple[tuple[Target, ...], tuple[tuple[str, str], ...]]:
    """The file of each address, in the order of writing, and the addresses that have none.

    Args:
        paths: in any order.
        folds: the file system takes `A` and `a` for one name.
    """
    taken: dict[str, str] = {}
    folders: dict[str, str] = {}
    targets: list[Target] = []
    left_out: list[tuple[str, str]] = []
    for path in sorted(paths):
        try:
            name = file_name(path)
            _claim(path, name, taken, folders, folds=folds)
        except NoFile as why:
            left_out.append((path, str(why)))
        else:
            targets.append(Target(path=path, name=name))
    return tuple(sorted(targets, key=lambda one: (_rank(one.path), one.path))), tuple(left_out)


def _claim(
    path: str, name: str, taken: dict[str, str], folders: dict[str, str], *, folds: bool
) -> None:
    """Note the names that an address needs; two addresses that need one name cannot both be."""
    spell = folded if folds else str
    names = [spell(coded) for coded in names_of(name)]
    above = [spell(parent) for parent in _parents(name)]
    rivals = [taken[one] for one in (*names, *above) if one in taken]
    rivals += [folders[one] for one in names if one in folders]
    if rivals:
        raise NoFile(f"its file would stand in the way of {rivals[0]}")
    taken |= dict.fromkeys(names, path)
    folders |= dict.fromkeys(above, path)


def _parents(name: str) -> Iterator[str]:
    parts = name.split("/")
    for count in range(1, len(parts)):
        yield "/".join(parts[:count])


def names_of(name: str) -> tuple[str, ...]:
    """The files that one address may have, the plain one last: a server that looks for a coded
    file first must not find the old one beside the new plain one for long."""
    codings = (Encoding.ZSTD, Encoding.BROTLI, Encoding.GZIP, Encoding.IDENTITY)
    return tuple(coded_name(name, encoding) for encoding in codings)


def plan_export(
    targets: Iterable[Target],
    left_out: tuple[tuple[str, str], ...],
    *,
    items: Mapping[str, ShelfItem],
    kept: Mapping[str, Kept],
    found: Mapping[str, Found],
) -> Plan:
    """Compare what is published with what lies there.

    Args:
        targets: from `assign_names`, whose order is kept.
        left_out: likewise.
        items: what is published, by address; their bytes are not looked at.
        kept: what the manifest says of earlier exports, by name.
        found: the regular files of `kept` as they lie there; missing ones are left out.
    """
    write: list[Target] = []
    unchanged: list[str] = []
    wanted: set[str] = set()
    for target in targets:
        names = [name for name in names_of(target.name) if name in kept]
        wanted.update(names)
        if is_sound(target, names, items[target.path], kept, found):
            unchanged += names
        else:
            write.append(target)
    stale = [name for name in kept if name not in wanted]
    clear = _in_the_way(stale, write)
    return Plan(
        clear=tuple(clear),
        write=tuple(write),
        remove=tuple(name for name in stale if name not in clear),
        unchanged=tuple(unchanged),
        left_out=left_out,
    )


def is_sound(
    target: Target,
    names: Collection[str],
    item: ShelfItem,
    kept: Mapping[str, Kept],
    found: Mapping[str, Found],
) -> bool:
    """True when every file of an address was finished for just this item and was not touched."""
    return target.name in names and all(
        kept[name].edition == item.edition
        and kept[name].modified == item.last_modified
        and found.get(name) == Found(mtime_ns=nanoseconds(item.last_modified), size=kept[name].size)
        for name in names
    )


def nanoseconds(moment: datetime) -> int:
    """The time of a file that says `Last-Modified: moment`."""
    return int(moment.timestamp()) * 1_000_000_000


def _in_the_way(stale: Iterable[str], write: Iterable[Target]) -> dict[str, None]:
    """Files of ours where a folder is needed now, and those of a folder that becomes a file."""
    files = {name for target in write for name in names_of(target.name)}
    folders = {parent for target in write for parent in _parents(target.name)}
    return dict.fromkeys(
        name for name in stale if name in folders or any(one in files for one in _parents(name))
    )


def _rank(path: str) -> int:
    return next((rank for form, rank in _LATE if form.search(path)), 0)
