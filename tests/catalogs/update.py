"""`make messages`: the template from the code, every catalog from the template.

A new message is empty in each catalog until it is translated (English repeats the message itself).
A regional catalog stays as short as it is: what it does not say it inherits.
Nothing is guessed from a similar message. What no longer stands in the code leaves the catalogs,
and is named. Run twice, the second time changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

from babel.messages.catalog import Catalog
from tests.catalogs.extraction import extract_messages
from tests.catalogs.files import canonical, catalog_file, forms, parents, read, tags, template_file

SOURCE_LANGUAGE = "en"
"""The language that messages are written in."""


def update(root: Path) -> Iterator[str]:
    """Bring the template and all catalogs under `root` up to the code; say what was dropped."""
    template = extract_messages(root)
    _write(template_file(root), canonical(template))
    for tag in tags(root):
        file = catalog_file(root, tag)
        catalog = read(file)
        follow(catalog, template, tag)
        if parents(root, tag):
            keep_what_is_said(catalog)
        for dropped in catalog.obsolete.values():
            yield f"{file.relative_to(root)}: dropped {dropped.id!r}: the code has it no longer"
        _write(file, canonical(catalog))


def follow(catalog: Catalog, template: Catalog, tag: str) -> None:
    """Give a catalog the template's messages in the template's order."""
    # A copy: Babel puts the template's own messages into the catalog, which then changes them.
    catalog.update(deepcopy(template), no_fuzzy_matching=True)
    if tag == SOURCE_LANGUAGE:
        for message in catalog:
            if message.id:
                message.string = message.id
                message.flags.discard("fuzzy")


def keep_what_is_said(catalog: Catalog) -> None:
    """Take out of a catalog what it has no words for."""
    for message in tuple(catalog):
        if message.id and not any(forms(message)):
            catalog.delete(message.id, message.context)


def _write(file: Path, content: bytes) -> None:
    if not file.is_file() or file.read_bytes() != content:
        file.write_bytes(content)
