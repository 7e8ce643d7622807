"""`make add-language TAG=pl`: a catalog to be translated, with the right rule for counting.

Nothing else has to be edited for a language to work: catalogs are found in `locales/`, dates, lists
and numbers come from CLDR, and what is not translated yet is not said in its feeds.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from tests.catalogs import files
from tests.catalogs.extraction import extract_messages
from tests.catalogs.plurals import plural_forms
from tests.catalogs.update import follow, keep_what_is_said

from swifeeds.localise import canonical_tag, language_name
from swifeeds.localise.cldr import cldr_locale
from swifeeds.localise.negotiation import primary_subtag

_NOTE = """\
# Messages of swifeeds in {name}.
# This file is distributed under the same licence as swifeeds (MIT).
#
# The tone is that of a newspaper: plain, polite, no exclamation marks. Words of the house come
# first, in the context "glossary"; every other message uses them. Titles come with their quotation
# marks, and dates, numbers and lists are finished when they come: add nothing to a placeholder.
{whole}
"""
_WHOLE = "# What stays empty is not said in feeds, and said in English on pages."
_REGIONAL = "# Only what differs from locales/{parent} stands here; the rest is inherited."
_HEADER = """\
msgid ""
msgstr ""
"Project-Id-Version: swifeeds 0.1\\n"
"Report-Msgid-Bugs-To: \\n"
"PO-Revision-Date: 2026-01-01 00:00+0000\\n"
"Last-Translator: The swifeeds authors\\n"
"Language: {folder}\\n"
"Language-Team: {folder}\\n"
"Plural-Forms: nplurals={number}; plural={rule};\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"""


class NotAddedError(Exception):
    """The language cannot be added; one sentence says why and what to do."""


def add_language(root: Path, text: str) -> Iterator[str]:
    """Write the catalog of a new language; then say what remains to be done.

    Args:
        root: of the repository.
        text: the language's tag, BCP 47: `pl`, `pt-AO`.

    Raises:
        NotAddedError: it is no tag, CLDR does not know it, or its catalog is there.
    """
    tag = canonical_tag(text)
    if tag is None:
        raise NotAddedError(f"{text!r} is no language tag: write one like pl or pt-AO")
    if cldr_locale(tag).language != primary_subtag(tag):
        raise NotAddedError(
            f"CLDR does not know how {tag} is written: there is nothing to build on"
        )
    file = files.catalog_file(root, tag)
    if file.exists():
        raise NotAddedError(f"{file.relative_to(root)} is there already: edit that file")
    parents = files.parents(root, tag)
    file.parent.mkdir(parents=True)
    file.write_bytes(files.canonical(_new(root, tag, parents)))
    yield f"{file.relative_to(root)} is written. What remains:"
    yield from _steps(file.relative_to(root), tag, parents)


def _new(root: Path, tag: str, parents: tuple[str, ...]) -> Catalog:
    number, rule = plural_forms(tag)
    header = _HEADER.format(folder=tag.replace("-", "_"), number=number, rule=rule)
    whole = _REGIONAL.format(parent=parents[0].replace("-", "_")) if parents else _WHOLE
    catalog = read_po((header.encode() + b"\n").splitlines(keepends=True), abort_invalid=True)
    catalog.header_comment = _NOTE.format(name=language_name(tag, "en"), whole=whole).rstrip()
    follow(catalog, extract_messages(root), tag)
    if parents:
        keep_what_is_said(catalog)
    return catalog


def _steps(file: Path, tag: str, parents: tuple[str, ...]) -> Iterator[str]:
    if parents:
        yield f"1. Copy into it the messages that {tag} says otherwise than {parents[0]}."
    else:
        yield f"1. Translate {file}, the words with the context “glossary” first."
    yield "2. Run `make messages`: it says what is wrong, and counts what is missing."
    yield f"3. Name {tag} in `languages` of a site, and look at `swifeeds language show {tag}`,"
    yield "   its feeds and its pages."
    yield "4. Only where CLDR’s dates or marks are not those of newspapers: an entry in `STYLES`"
    yield "   (localise/writing/styles.py), in the table of localise/typography.py."
