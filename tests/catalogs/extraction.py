"""The messages that the source code marks: what every catalog has to translate.

`KEYWORDS` and `COMMENT_TAG` hold for `make messages`, for the checks and for whoever runs pybabel
by hand; `babel.cfg` says which files are looked at, and cannot hold them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from tests.catalogs import glossary

KEYWORDS = {
    "text": None,
    "text_in": ((1, "c"), 2),
    "later_in": ((1, "c"), 2),
    "plural": (1, 2),
    "plural_in": ((1, "c"), 2, 3),
    "_": None,
    "pgettext": ((1, "c"), 2),
    "ngettext": (1, 2),
    "npgettext": ((1, "c"), 2, 3),
}
"""The calls that mark a message: methods of Locale in the code, gettext's names in templates."""

COMMENT_TAG = "Translators:"
"""How a comment begins that translators are to read, just above the message."""

HEADER = """\
# Messages of swifeeds.
# This file is distributed under the same licence as swifeeds (MIT)."""


def extract_messages(root: Path) -> Catalog:
    """The template: the glossary, then each marked message once, in the order of files and lines
    under `root`."""
    with (root / "babel.cfg").open(encoding="utf-8") as mapping:
        methods, options = parse_mapping_cfg(mapping)
    template = Catalog(project="swifeeds", version="0.1", header_comment=HEADER, fuzzy=False)
    template.msgid_bugs_address = ""
    for term, meant in glossary.TERMS.items():
        template.add(term, auto_comments=[meant.meaning], context=glossary.CONTEXT)
    found = extract_from_dir(
        root,
        methods,
        options,
        keywords=KEYWORDS,
        comment_tags=(COMMENT_TAG,),
        strip_comment_tags=True,
    )
    for _file, _line, ids, comments, context in found:
        template.add(ids, auto_comments=list(_sentence(comments)), context=context)
    return template


def _sentence(comments: list[str]) -> Iterator[str]:
    """The comment's lines as one, with the capital letter that it has not in the code."""
    text = " ".join(" ".join(comments).split())
    if text:
        yield text[0].upper() + text[1:]
