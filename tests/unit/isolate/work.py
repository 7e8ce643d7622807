"""What the tests run in children: plain functions, importable there."""

from __future__ import annotations

import os
import re
import signal
from pathlib import Path

from swifeeds.errors import NotAnArticle


def double(number: int) -> int:
    return number * 2


def pid() -> int:
    return os.getpid()


def loop(pipe: str) -> None:
    Path(pipe).write_text(str(os.getpid()))
    while True:
        pass


def hold_the_interpreter() -> object:
    return re.match(r"(a+)+$", "a" * 60 + "!")


def crash() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def leave() -> None:
    os._exit(3)


def take_memory(mebibytes: int) -> int:
    return len(bytearray(mebibytes * 1024 * 1024))


def nest(depth: int) -> int:
    return nest(depth + 1)


def find_no_article(url: str) -> None:
    raise NotAnArticle("no headline", url=url)


def fail() -> None:
    raise KeyError("a bug of ours")


def interrupt_handler() -> bool:
    return signal.getsignal(signal.SIGINT) is signal.SIG_IGN
