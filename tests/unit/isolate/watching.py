"""Waiting for children without sleeping: the kernel says when."""

from __future__ import annotations

import os
import select
from pathlib import Path


def make_pipe(folder: Path) -> Path:
    """A named pipe: reading it waits until a child has written."""
    pipe = folder / "pipe"
    os.mkfifo(pipe)
    return pipe


def wait_for_end(pid: int) -> None:
    """Return when the process has ended; at once when there is none."""
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    try:
        select.select([handle], [], [])
    finally:
        os.close(handle)
