"""Taking a folder to export to: only one that is empty, ours or given, and by one at a time."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from swifeeds.deliver.export.folder import FILE_MODE, FOLDER_MODE, MANIFEST, Folder, failed
from swifeeds.deliver.export.names import OWN
from swifeeds.errors import DeliverError, UsageError


@contextmanager
def open_folder(directory: Path, *, adopt: bool) -> Iterator[Folder]:
    """Make the folder where there is none, and hold it alone.

    Raises:
        UsageError: it is no folder, or holds other things than an export, and `adopt` is not set.
        DeliverError: another export is writing to it, or it may not be written to.
    """
    check_folder(directory, adopt=adopt)
    is_new = not directory.exists()
    own = directory.resolve() / OWN
    try:
        own.mkdir(parents=True, exist_ok=True)
        for one in (own, directory) if is_new else (own,):
            one.chmod(FOLDER_MODE)
        lock = os.open(own / "lock", os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, FILE_MODE)
    except OSError as error:
        raise failed(own, error) from error
    try:
        _lock(lock, directory)
        yield Folder(directory.resolve())
    finally:
        os.close(lock)


def check_folder(directory: Path, *, adopt: bool) -> None:
    """Raise `UsageError` unless the folder is empty, an export's, or not there yet."""
    try:
        if _is_there(directory):
            _check_content(directory, adopt=adopt)
    except OSError as error:
        raise UsageError(
            f"{directory} cannot be exported to ({error.strerror}); mend that or name another"
        ) from error


def _is_there(directory: Path) -> bool:
    """Unlike `Path.exists`, which takes a link to itself for nothing."""
    try:
        directory.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def _check_content(directory: Path, *, adopt: bool) -> None:
    if not directory.is_dir() or (directory / OWN).is_symlink():
        raise UsageError(f"{directory} is no folder to export to; name another")
    others = any(entry.name != OWN for entry in directory.iterdir())
    if others and not adopt and not (directory / OWN / MANIFEST).is_file():
        raise UsageError(
            f"{directory} holds files that are no export's; name an empty folder, or give --adopt:"
            " then files of the same names are replaced, and no others touched"
        )


def _lock(descriptor: int, directory: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise DeliverError(
            f"another export is writing to {directory}; let it end, then export again"
        ) from error
