"""Weighing what a document costs: `python -m tests.safety.scales`, a question a line.

A question is an entry and a bomb, separated by a tab. Each is answered by a process forked for it,
confined as the children of the service are and ended after their limit of time, so that what was
weighed before does not count. The answer is a line of JSON: how it ended, and by how many MiB the
process grew at its largest.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import lxml.html
import trafilatura
from tests.safety.entries import ENTRIES

from swifeeds.errors import SwifeedsError
from swifeeds.isolate import IsolateSettings
from swifeeds.isolate.child import confine

LIMIT = IsolateSettings().limit
READ, REFUSED, TOO_MUCH, FAULT = 0, 3, 4, 5
ENDED = {READ: "read", REFUSED: "refused", TOO_MUCH: "too much", FAULT: "fault"}
_KIB = 1024


def weigh(read: Callable[[bytes], object], body: bytes) -> dict[str, object]:
    """How reading this in a child ended, and the MiB by which the child grew."""
    pipe, end = os.pipe()
    sys.stderr.flush()
    child = os.fork()
    if child == 0:
        os.close(pipe)
        os._exit(_in_child(read, body, end))
    os.close(end)
    with os.fdopen(pipe, "rb") as file:
        before = int(file.readline() or b"0")
    status, used = _wait(child)
    code = os.waitstatus_to_exitcode(status)
    ended = ENDED.get(code) or ("too slow" if code == -signal.SIGKILL else f"exit {code}")
    return {"ended": ended, "mib": round((used.ru_maxrss - before) / _KIB, 1)}


def _in_child(read: Callable[[bytes], object], body: bytes, end: int) -> int:
    confine(IsolateSettings().memory * _KIB * _KIB)
    os.write(end, b"%d\n" % _resident())
    os.close(end)
    try:
        read(body)
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


def _wait(child: int):
    deadline = time.monotonic() + LIMIT
    while time.monotonic() < deadline:
        done, status, used = os.wait4(child, os.WNOHANG)
        if done:
            return status, used
        time.sleep(0.005)
    os.kill(child, signal.SIGKILL)
    _, status, used = os.wait4(child, 0)
    return status, used


def main() -> None:
    """Answer until nobody asks any more."""
    assert trafilatura, lxml.html  # loaded once, here: their weight is no document's
    for line in sys.stdin:
        name, _, bomb = line.rstrip("\n").partition("\t")
        entry = ENTRIES[name]
        with suppress(SwifeedsError):  # so that what is imported when it is needed weighs nothing
            entry.read(entry.shape.of("a"))
        started = time.monotonic()
        answer = weigh(entry.read, entry.bombs[bomb](entry.shape))
        print(json.dumps(answer | {"s": round(time.monotonic() - started, 2)}), flush=True)


if __name__ == "__main__":
    main()
