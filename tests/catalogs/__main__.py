"""`python -m tests.catalogs update | check | add TAG`: what make runs."""

from __future__ import annotations

import sys

from tests.catalogs.check import check
from tests.catalogs.files import ROOT
from tests.catalogs.update import update


def main(arguments: list[str]) -> int:
    """The exit status: 1 where the check found a fault, 2 for an unknown command."""
    match arguments:
        case ["update"]:
            _say(*update(ROOT))
            return 0
        case ["check"]:
            report = check(ROOT)
            _say(*report.table)
            _say(*(f"warning: {one}" for one in report.warnings))
            _say(*map(str, report.faults))
            return 1 if report.faults else 0
        case _:
            _say("say what to do: `python -m tests.catalogs update` or `check`")
            return 2


def _say(*lines: str) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
