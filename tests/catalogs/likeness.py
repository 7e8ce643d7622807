"""What a translation must have as the message has it: placeholders, spaces, its last mark."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from gettext import c2py

from babel.messages.catalog import Catalog, Message
from tests.catalogs.fault import Fault, named
from tests.catalogs.files import AGENCIES, PLACEHOLDER, forms, singular, words
from tests.catalogs.glossary import CONTEXT
from tests.catalogs.plurals import COUNTS

from swifeeds.localise.scripts import script_of

_ENDS = {".": ".。．۔।", ":": ":："}


def check_likeness(file: str, tag: str, catalog: Catalog) -> Iterator[Fault]:
    """Each translation beside its message."""
    slots = Counter(map(c2py(catalog.plural_expr), COUNTS))
    is_latin = script_of(tag) in {"Latn", None}
    for message in catalog:
        may_be_latin = is_latin or message.context == AGENCIES
        for slot, text in enumerate(forms(message)):
            if not message.id or not text:
                continue
            serves_one_number = message.pluralizable and slots[slot] == 1
            for what in (
                _placeholders(message, text, may_be_words=serves_one_number),
                _spaces(text),
                _ending(message, text),
                None if may_be_latin else _script(text),
            ):
                if what:
                    yield Fault(file=file, where=named(message), what=f"{what} (“{text}”)")


def _placeholders(message: Message, text: str, *, may_be_words: bool) -> str | None:
    """A form that serves one number alone may say it in words: Arabic’s “two articles”."""
    wanted = Counter(PLACEHOLDER.findall(singular(message)))
    found = Counter(PLACEHOLDER.findall(text))
    if re.search("[%{}]", words(text)):
        return "a stray % or brace: a placeholder is written %(name)s"
    if wanted == found or (may_be_words and not found):
        return None
    lost = ", ".join(f"%({name})s" for name in sorted((wanted - found).elements()))
    added = ", ".join(f"%({name})s" for name in sorted((found - wanted).elements()))
    return f"{lost} is lost: write it" if lost else f"{added} is not in the message: delete it"


def _spaces(text: str) -> str | None:
    if text != text.strip():
        return "a space at the end or the beginning: delete it"
    return "two spaces in a row: delete one" if re.search(r"\s\s", text) else None


def _ending(message: Message, text: str) -> str | None:
    """A sentence stays a sentence, a label a label. Terms and counted things have no end."""
    if message.context == CONTEXT:
        return None
    for mark, its_own in _ENDS.items():
        is_closed = singular(message).endswith(mark)
        if is_closed and text[-1] not in its_own:
            return f"the message ends with “{mark}”: end with the mark that the language has for it"
        if text[-1] in its_own and not is_closed:
            return f"the message has no “{mark}” at its end: delete the last mark"
    return None


def _script(text: str) -> str | None:
    letters = [one for one in words(text) if one.isalpha()]
    if letters and all(unicodedata.name(one, "").startswith("LATIN") for one in letters):
        return "Latin letters alone: write it in the script of the language"
    return None
