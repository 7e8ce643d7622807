"""`swifeeds answer`: started by `swifeeds run` itself, see `serve.processes`."""

from __future__ import annotations

import sys

from swifeeds.cli.app import run_async
from swifeeds.cli.logs import set_up_logging
from swifeeds.service.answering import answer_readers, take_over


def answer() -> None:
    """Answer readers beside a service, which hands the configuration over on standard input."""
    lifeline = sys.stdin.fileno()
    config, door = take_over(lifeline)
    set_up_logging(config.logging)
    run_async(answer_readers(config, door, lifeline=lifeline, tongue=sys.stdout.fileno()))
