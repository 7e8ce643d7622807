"""Every feed of an exported site before the W3C feed validator and the Atom grammar.

`python w3c.py VALIDATOR SITE BASE`: `VALIDATOR` is a checkout of w3c/feedvalidator (it needs lxml,
html5lib and rdflib, and nothing of ours), `SITE` a folder written by `swifeeds export`, `BASE` the
site's base address. The grammar of RFC 4287 appendix B is read out of the validator's own copy
of the RFC and held against each Atom document by `jing`, where that is installed.

Prints how often each event was logged; exit 1 when one is neither of the two that are accepted.
"""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ACCEPTED = {"UnknownNamespace", "DuplicateUpdated"}


def feeds(site: Path) -> list[Path]:
    """All RSS and Atom documents, archives too."""
    return sorted(path for path in site.rglob("*") if path.suffix in {".rss", ".atom"})


def events(validator: Path, site: Path, base: str) -> Iterator[tuple[str, Path]]:
    """(level and name of each event that the web site would show, document)."""
    sys.path.insert(0, str(validator / "src"))
    import feedvalidator
    from feedvalidator import compatibility

    for path in feeds(site):
        address = f"{base}/{path.relative_to(site).as_posix()}"
        logged = feedvalidator.validateString(
            path.read_bytes(), firstOccurrenceOnly=1, fallback="utf-8", base=address
        )["loggedEvents"]
        errors = {id(event) for event in compatibility.A(logged)}
        for event in compatibility.AA(logged):
            yield f"{'error' if id(event) in errors else 'warning'} {type(event).__name__}", path


def grammar(validator: Path) -> str:
    """RELAX NG compact syntax, as the RFC prints it."""
    text = (validator / "docs" / "rfc4287.html").read_text(encoding="utf-8", errors="replace")
    start = text.index("# -*- rnc -*-")
    return html.unescape(re.sub("<[^>]+>", "", text[start : text.index("# EOF", start)]))


def against_grammar(validator: Path, site: Path) -> int | None:
    """How many Atom documents the grammar refuses; None without `jing`."""
    jing = shutil.which("jing")
    if jing is None:
        return None
    atom = [str(path) for path in feeds(site) if path.suffix == ".atom"]
    with tempfile.NamedTemporaryFile("w", suffix=".rnc", encoding="utf-8") as file:
        file.write(grammar(validator))
        file.flush()
        done = subprocess.run(
            [jing, "-c", file.name, *atom], check=False, capture_output=True, text=True
        )
    sys.stdout.write(done.stdout)
    return len({line.partition(":")[0] for line in done.stdout.splitlines()})


def main() -> int:
    """Count, print, judge."""
    validator, site, base = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3].rstrip("/")
    counted: Counter[str] = Counter()
    for name, path in events(validator, site, base):
        counted[name] += 1
        if name.split()[1] not in ACCEPTED:
            sys.stdout.write(f"{name}: {path.relative_to(site)}\n")
    refused = against_grammar(validator, site)
    sys.stdout.write(f"{len(feeds(site))} documents: {dict(counted)}\n")
    sys.stdout.write(
        f"the grammar refuses: {'not asked, no jing' if refused is None else refused}\n"
    )
    return int(bool(refused) or any(name.split()[1] not in ACCEPTED for name in counted))


if __name__ == "__main__":
    sys.exit(main())
