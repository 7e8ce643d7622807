"""Weighing what a document costs: `python -m tests.safety.scales`, a question a line.

A question is an entry and a bomb, separated by a tab. Each step of the entry is a process forked
for it, confined as the children of the service are and ended after their limit of time, so that
what was weighed before does not count. All of them come from one that has read a harmless document
through the same door, and gave back what it no longer needs. The bomb itself is made elsewhere and
counts as soon as it is read. The answer is a line of JSON: how it ended, the processor time in
seconds, and by how many MiB the largest of the steps grew at its largest.
"""

from __future__ import annotations

import ctypes
import gc
import json
import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import lxml.html
import trafilatura
from tests.safety.bombs import Shape
from tests.safety.entries import ENTRIES, Entry, Step

from swifeeds.errors import SwifeedsError
from swifeeds.isolate import IsolateSettings
from swifeeds.isolate.child import confine

READ, REFUSED, TOO_MUCH, FAULT = 0, 3, 4, 5
ENDED = {READ: "read", REFUSED: "refused", TOO_MUCH: "too much", FAULT: "fault"}
_KIB = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """How a step ended, the MiB by which its process grew, and the seconds of processor it took."""

    ended: str
    mib: float
    seconds: float


def weigh(step: Step, given: int, made: int, limit: float) -> Weight:
    """Take a step in a child: from the bytes in one file to those in another."""
    pipe, end = os.pipe()
    _give_back()
    sys.stderr.flush()
    child = os.fork()
    if child == 0:
        os.close(pipe)
        os._exit(_in_child(step, given, made, end))
    os.close(end)
    with os.fdopen(pipe, "rb") as file:
        before = int(file.readline() or b"0")
    status, used = _wait(child, limit)
    code = os.waitstatus_to_exitcode(status)
    ended = ENDED.get(code) or ("too slow" if code == -signal.SIGKILL else f"exit {code}")
    return Weight(
        ended=ended, mib=(used.ru_maxrss - before) / _KIB, seconds=used.ru_utime + used.ru_stime
    )


def _in_child(step: Step, given: int, made: int, end: int) -> int:
    confine(IsolateSettings().memory * _KIB * _KIB)
    os.write(end, b"%d\n" % _resident())
    os.close(end)
    try:
        with os.fdopen(os.dup(given), "rb") as body, os.fdopen(os.dup(made), "wb") as result:
            step(body, result)
    except SwifeedsError:
        return REFUSED
    except (MemoryError, RecursionError):
        return TOO_MUCH
    except BaseException as error:  # noqa: BLE001 - whatever it is, it is told
        sys.stderr.write(f"{type(error).__name__}: {str(error)[:200]}\n")
        return FAULT
    return READ


def _resident() -> int:
    """KiB of memory of this process now."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("VmRSS:")[2].split()[0])


def _give_back() -> None:
    """Return freed memory to the system: a child would use it again, and not seem to grow."""
    gc.collect()
    with suppress(AttributeError, OSError):  # a library of C that is not glibc
        ctypes.CDLL(None).malloc_trim(0)


def _wait(child: int, limit: float) -> tuple[int, resource.struct_rusage]:
    deadline = time.monotonic() + limit
    while time.monotonic() < deadline:
        done, status, used = os.wait4(child, os.WNOHANG)
        if done:
            return status, used
        time.sleep(0.002)
    os.kill(child, signal.SIGKILL)
    _, status, used = os.wait4(child, 0)
    return status, used


def _lay(make: Callable[[], bytes]) -> int:
    """A file in memory with these bytes, written by a process that ends with it."""
    file = os.memfd_create("bomb")
    child = os.fork()
    if child == 0:
        with os.fdopen(file, "wb") as written:
            written.write(make())
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert status == 0, "the bomb could not be made"
    return file


class Laid:
    """The bomb that was made last: several entries take the same."""

    def __init__(self) -> None:
        self._file: int | None = None
        self._of: tuple[Shape, str] | None = None

    def file(self, entry: Entry, bomb: str) -> int:
        """Where it lies, from its beginning."""
        if self._file is None or self._of != (entry.shape, bomb):
            if self._file is not None:
                os.close(self._file)
            self._file = _lay(lambda: entry.bombs[bomb](entry.shape))
            self._of = (entry.shape, bomb)
        return self._file


def weigh_all(entry: Entry, laid: int) -> Mapping[str, object]:
    """All steps of an entry: how the last that was taken ended, and the most of any."""
    files = [laid]
    weights: list[Weight] = []
    for step in entry.steps:
        files.append(os.memfd_create("step"))
        os.lseek(files[-2], 0, os.SEEK_SET)
        weights.append(weigh(step, files[-2], files[-1], entry.limit))
        if weights[-1].ended != ENDED[READ]:
            break
    for file in files[1:]:
        os.close(file)
    return {
        "ended": weights[-1].ended,
        "mib": round(max(one.mib for one in weights), 1),
        "seconds": round(sum(one.seconds for one in weights), 2),
    }


def main() -> None:
    """Answer until nobody asks any more."""
    assert trafilatura, lxml.html  # loaded once, here: their weight is no document's
    warmed: set[str] = set()
    laid = Laid()
    for line in sys.stdin:
        name, _, bomb = line.rstrip("\n").partition("\t")
        entry = ENTRIES[name]
        if name not in warmed:  # what is imported when it is needed weighs nothing
            warmed.add(name)
            with suppress(SwifeedsError):
                entry.read(entry.shape.of("a"))
        print(json.dumps(weigh_all(entry, laid.file(entry, bomb))), flush=True)


if __name__ == "__main__":
    main()
