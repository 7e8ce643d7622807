"""`python -m tests.catalogs update | check | add TAG`: what make runs."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from pathlib import Path

from tests.catalogs.add import NotAddedError, add_language
from tests.catalogs.check import check
from tests.catalogs.fault import Fault
from tests.catalogs.files import ROOT
from tests.catalogs.update import update

_NAMED = 20


def main(arguments: list[str], root: Path = ROOT) -> int:
    """The exit status: 1 where the check found a fault, 2 for what cannot be done."""
    match arguments:
        case ["update"]:
            _say(*update(root))
            return 0
        case ["add", tag] if tag:
            try:
                _say(*add_language(root, tag))
            except NotAddedError as error:
                _say(str(error))
                return 2
            return 0
        case ["check"]:
            report = check(root)
            _say(*report.table)
            _say(*_warned(report.warnings))
            _say(*map(str, report.faults))
            return 1 if report.faults else 0
        case _:
            _say("say what to do: `make messages`, or `make add-language TAG=pl`")
            return 2


def _warned(warnings: Iterable[Fault]) -> Iterator[str]:
    """What each begun catalog lacks: its first messages by name, the rest by their number."""
    for file, gaps in groupby(warnings, key=lambda one: one.file):
        first, more = [one.where for one in islice(gaps, _NAMED)], sum(1 for _ in gaps)
        rest = f" and {more} more" if more else ""
        yield f"warning: {file}: lacks {', '.join(first)}{rest}: translate them"


def _say(*lines: str) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
