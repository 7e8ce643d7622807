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


def wait_for_end(pid: int, *, patience: float = 30) -> bool:
    """True once the process has ended, at once when there is none; False when it lives on."""
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        ended, _, _ = select.select([handle], [], [], patience)
    finally:
        os.close(handle)
    return bool(ended)
