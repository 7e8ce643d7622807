"""Catalog files as they lie in `locales/`: found, read, and written in one canonical form.

The same messages are the same bytes: no line numbers, no dates and no tool's version that change
without a message, messages in the order of the template.
"""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from swifeeds.localise.words.wording import inherited

ROOT = Path(__file__).resolve().parents[2]
PLACEHOLDER = re.compile(r"%\((\w+)\)s")
AGENCIES = "agency"
"""The context of names of agencies. They may be in Latin letters in any script (EFE in Russian),
and in quotation marks that belong to them («Интерфакс»)."""

_WIDTH = 100
_VOLATILE = re.compile(rb'"(?:POT-Creation-Date|Generated-By): .*\\n"\n')


def template_file(root: Path) -> Path:
    """Where the template lies."""
    return root / "locales" / "swifeeds.pot"


def catalog_file(root: Path, tag: str) -> Path:
    """Where the catalog of a BCP 47 tag lies: `zh-Hant` in `locales/zh_Hant`."""
    return root / "locales" / tag.replace("-", "_") / "LC_MESSAGES" / "swifeeds.po"


def tags(root: Path) -> tuple[str, ...]:
    """The BCP 47 tags that have a catalog."""
    files = (root / "locales").glob("*/LC_MESSAGES/swifeeds.po")
    return tuple(sorted(file.parent.parent.name.replace("_", "-") for file in files))


def parents(root: Path, tag: str) -> tuple[str, ...]:
    """The catalogs that one inherits from, nearest first; what has none must be whole by itself."""
    return tuple(one for one in inherited(tag, tags(root)) if one != tag)


def read(file: Path) -> Catalog:
    """The catalog in a file.

    Raises:
        PoFileError: it is no catalog.
    """
    return read_po(BytesIO(file.read_bytes()), abort_invalid=True)


def canonical(catalog: Catalog) -> bytes:
    """The catalog as its file is written, without what is obsolete."""
    written = BytesIO()
    write_po(written, catalog, width=_WIDTH, no_location=True, ignore_obsolete=True)
    return _VOLATILE.sub(b"", written.getvalue()).rstrip(b"\n") + b"\n"


def forms(message: Message) -> tuple[str, ...]:
    """What a catalog says for a message: one text, or one for each plural form."""
    string = message.string
    return (string,) if isinstance(string, str) else tuple(string or ("",))


def singular(message: Message) -> str:
    """The message's English text, that for one thing where it is counted."""
    return message.id if isinstance(message.id, str) else message.id[0]


def words(text: str) -> str:
    """A text without its placeholders."""
    return PLACEHOLDER.sub("", text)
