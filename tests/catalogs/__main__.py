"""`python -m tests.catalogs update`: what `make messages` runs."""

from __future__ import annotations

import sys

from tests.catalogs.files import ROOT
from tests.catalogs.update import update

if __name__ == "__main__":
    for line in update(ROOT):
        sys.stdout.write(f"{line}\n")
