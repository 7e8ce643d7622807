"""What others check: Babel, and GNU gettext's msgfmt."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from tests.catalogs.fault import Fault, named

MSGFMT = "msgfmt"


def check_with_babel(file: str, catalog: Catalog) -> Iterator[Fault]:
    """Format strings that cannot be filled."""
    for message, errors in catalog.check():
        for error in errors:
            yield Fault(file=file, where=named(message), what=f"Babel says: {error}; mend it")


def check_with_gettext(file: str, path: Path, program: str = MSGFMT) -> Iterator[Fault]:
    """What msgfmt refuses; that it is not installed is a fault, and not passed over."""
    found = shutil.which(program)
    if found is None:
        what = f"{program} is not installed: install GNU gettext, the catalogs need its check"
        yield Fault(file=file, where="gettext", what=what)
        return
    command = [found, "--check", "--output-file=/dev/null", str(path)]
    outcome = subprocess.run(command, capture_output=True, text=True, check=False)
    if outcome.returncode:
        said = "; ".join(line.partition(".po:")[2] or line for line in outcome.stderr.splitlines())
        yield Fault(file=file, where="gettext", what=f"msgfmt says: {said}; mend it")
