"""Is everything there, and nothing that should not be?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from gettext import c2py

from babel.messages.catalog import Catalog, Message
from tests.catalogs.fault import Fault, named
from tests.catalogs.files import AGENCIES, forms, singular
from tests.catalogs.plurals import partition, plural_forms

from swifeeds.localise.words.messages import key

Entries = Mapping[str, Message]

SAME: Mapping[str, frozenset[str]] = {
    "fr": frozenset({"Articles", "Sources", "article", "section", "source", "%(count)s article"}),
    "fr-CH": frozenset({"source: %(detail)s", "Source: %(name)s"}),
    "it": frozenset({"feed"}),
    "pt": frozenset({"Feeds", "feed"}),
    "de": frozenset({"Feeds"}),
}
"""Words that a language shares with English; elsewhere English is a translation forgotten."""

NAMES = frozenset({AGENCIES, "section"})
"""Contexts whose messages often are the same in many languages: Reuters, Sport."""


def entries(catalog: Catalog) -> Entries:
    """The messages by what they are found by at run time."""
    return {key(singular(one), one.context): one for one in catalog if one.id}


def missing(catalog: Catalog, template: Catalog, inherited: Entries) -> tuple[Message, ...]:
    """Messages that neither the catalog nor its parents say."""
    said = {name for name, one in entries(catalog).items() if any(forms(one))} | inherited.keys()
    return tuple(one for name, one in entries(template).items() if name not in said)


def check_wholeness(
    file: str, tag: str, catalog: Catalog, template: Catalog, inherited: Entries
) -> Iterator[Fault]:
    """Gaps, and entries that are unfinished, doubtful, left over or repeated.

    Args:
        file: the catalog's name in the sentences.
        tag: its language.
        catalog: what is looked at.
        template: the messages of the code.
        inherited: what its parents say: such a catalog holds only what it says otherwise.
    """
    own, wanted = entries(catalog), entries(template)
    for message in missing(catalog, template, inherited):
        yield Fault(file=file, where=named(message), what="translate it", is_gap=True)
    for left_over in catalog.obsolete.values():
        yield Fault(file=file, where=named(left_over), what="the code has it no longer: delete it")
    for name, message in own.items():
        if name not in wanted:
            yield Fault(file=file, where=named(message), what="unknown: run `make messages`")
        if message.fuzzy:
            what = "marked fuzzy: look at it, then take the mark away"
            yield Fault(file=file, where=named(message), what=what)
        if name in inherited and forms(inherited[name]) == forms(message):
            what = "says what its parent says: delete it here, it is inherited"
            yield Fault(file=file, where=named(message), what=what)
    if [name for name in wanted if name in own] != [name for name in own if name in wanted]:
        yield Fault(file=file, where="order", what="run `make messages`")
    yield from _check_forms(file, tag, catalog)
    yield from _check_english(file, tag, catalog)


def _check_forms(file: str, tag: str, catalog: Catalog) -> Iterator[Fault]:
    number, rule = plural_forms(tag)
    header = f"nplurals={number}; plural={rule};"
    if partition(c2py(catalog.plural_expr)) != partition(c2py(rule)):
        yield Fault(file=file, where="Plural-Forms", what=f"write “{header}”")
    for message in catalog:
        expected = catalog.num_plurals if message.pluralizable else 1
        said = forms(message)
        if message.id and any(said) and (len(said) != expected or not all(said)):
            filled = sum(map(bool, said))
            what = f"{filled} of {expected} plural forms are filled: fill each"
            yield Fault(file=file, where=named(message), what=what)


def _check_english(file: str, tag: str, catalog: Catalog) -> Iterator[Fault]:
    for message in catalog:
        if not message.id or not any(forms(message)):
            continue
        is_english = forms(message)[0] == singular(message)
        if tag == "en" and not is_english:
            what = "differs from the message itself: change the code, then run `make messages`"
            yield Fault(file=file, where=named(message), what=what)
        is_shared = message.context in NAMES or singular(message) in SAME.get(tag, ())
        if tag != "en" and is_english and not is_shared:
            what = "is left in English: translate it, or add it to SAME in tests/catalogs"
            yield Fault(file=file, where=named(message), what=what)
