"""The folder that an export writes to: locked, and never left with half a file.

A file is written inside `.swifeeds/`, given its date, and renamed to its place, so that no reader
and no uploader sees it before it is whole. Links inside the tree are never followed: what an
export writes stays in its folder. Everything is readable by all, whatever the umask: it is public.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path

from swifeeds.deliver.export.manifest import Manifest, read_manifest, write_manifest
from swifeeds.deliver.export.names import OWN
from swifeeds.deliver.export.plan import Found
from swifeeds.errors import DeliverError, UsageError

MANIFEST = "manifest.json"
FILE_MODE, FOLDER_MODE = 0o644, 0o755


class Folder:
    """A folder that is ours to write to: see `opening.open_folder`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._own = root / OWN
        self._known = {root}

    def read_manifest(self, site: str, *, adopt: bool) -> Manifest:
        """What earlier exports left; an empty one for the first.

        Raises:
            UsageError: the folder is another site's, and `adopt` is not set.
            DeliverError: the manifest cannot be read.
        """
        try:
            manifest = read_manifest((self._own / MANIFEST).read_bytes())
        except FileNotFoundError:
            return Manifest(site=site)
        except (DeliverError, OSError) as error:
            if adopt:
                return Manifest(site=site)
            raise DeliverError(
                f"{self._own / MANIFEST} cannot be used: {_reason(error)}; export to a new"
                " folder, or with --adopt to write everything anew and remove nothing old"
            ) from error
        if manifest.site != site and not adopt:
            raise UsageError(
                f"{self.root} holds the export of {manifest.site}, not of {site}; name another"
                " folder, or give --adopt to put this site in its place"
            )
        return Manifest(site=site, files=manifest.files)

    def keep_manifest(self, manifest: Manifest, *, finished: bool) -> None:
        """Put the manifest in place of the one before.

        One that calls files `finished` waits until they are on the disk: all in one flush, which is
        a hundred times cheaper than one for each file.
        """
        if finished:
            os.sync()
        self._place(self._own / MANIFEST, write_manifest(manifest), None)

    def folds_names(self) -> bool:
        """True where `A` and `a` are one file."""
        try:
            return (self._own / MANIFEST.upper()).exists()
        except OSError:
            return False

    def look(self, names: Iterable[str]) -> Mapping[str, Found]:
        """The regular files among these; a link is none."""
        found = {}
        for name in names:
            try:
                seen = (self.root / name).lstat()
            except OSError:
                continue
            if stat.S_ISREG(seen.st_mode):
                found[name] = Found(mtime_ns=seen.st_mtime_ns, size=seen.st_size)
        return found

    def put(self, name: str, body: bytes, mtime_ns: int) -> None:
        """Write a file of the tree. Raises `DeliverError`; the file before it then still stands."""
        target = self.root / name
        self._make_folder(target.parent)
        self._place(target, body, mtime_ns)

    def put_own(self, name: str, body: bytes) -> bool:
        """Write a file of `.swifeeds/` unless it says so already; True when it was written."""
        target = self._own / name
        self._make_folder(target.parent)
        if not target.is_symlink() and target.is_file() and target.read_bytes() == body:
            return False
        self._place(target, body, None)
        return True

    def remove(self, name: str) -> bool:
        """Remove a file of the tree and the folders that it leaves empty."""
        target = self.root / name
        try:
            if self._crosses_link(target.parent):
                return False
            target.unlink()
        except (FileNotFoundError, NotADirectoryError):
            return False
        except OSError as error:
            raise failed(target, error) from error
        self._prune(target.parent)
        return True

    def _prune(self, folder: Path) -> None:
        while folder != self.root:
            try:
                folder.rmdir()
            except OSError:  # something else is in it
                return
            self._known.discard(folder)
            folder = folder.parent

    def _crosses_link(self, folder: Path) -> bool:
        parts = folder.relative_to(self.root).parts
        return any(self.root.joinpath(*parts[: n + 1]).is_symlink() for n in range(len(parts)))

    def _make_folder(self, folder: Path) -> None:
        """Make the folder and those above it, none of them through a link."""
        if folder in self._known:
            return
        self._make_folder(folder.parent)
        try:
            folder.mkdir(mode=FOLDER_MODE)
            folder.chmod(FOLDER_MODE)
        except FileExistsError as error:
            if not stat.S_ISDIR(folder.lstat().st_mode):
                raise DeliverError(
                    f"{folder} must be a folder of its own, and is a file or a link; move it away"
                ) from error
        except OSError as error:
            raise failed(folder, error) from error
        self._known.add(folder)

    def _place(self, target: Path, body: bytes, mtime_ns: int | None) -> None:
        part = self._own / "part"
        try:
            _write(part, body, mtime_ns)
            part.replace(target)
        except OSError as error:
            raise failed(target, error) from error


def _write(part: Path, body: bytes, mtime_ns: int | None) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW
    with open(os.open(part, flags, FILE_MODE), "wb") as file:  # noqa: PTH123 - of a descriptor
        file.write(body)
        os.fchmod(file.fileno(), FILE_MODE)
    if mtime_ns is not None:
        os.utime(part, ns=(mtime_ns, mtime_ns), follow_symlinks=False)


def failed(place: Path, error: OSError) -> DeliverError:
    """What to say when the system refuses."""
    return DeliverError(
        f"{place} cannot be written ({error.strerror}); mend that and export again:"
        " what was finished stays"
    )


def _reason(error: Exception) -> str:
    return error.strerror or "" if isinstance(error, OSError) else str(error)
