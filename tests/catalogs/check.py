"""All that `make check`, `make messages` and the tests hold the catalogs to.

A mistake is a fault in any language. A gap is one in the ten that we vouch for, and a warning in a
language that somebody has begun: pages say what is missing in English, feeds leave it out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError
from tests.catalogs import files, glossary
from tests.catalogs.calls import check_calls
from tests.catalogs.extraction import extract_messages
from tests.catalogs.fault import Fault
from tests.catalogs.likeness import check_likeness
from tests.catalogs.marks import check_marks
from tests.catalogs.tools import check_with_babel, check_with_gettext
from tests.catalogs.wholeness import Entries, check_wholeness, entries, missing

from swifeeds.localise import LANGUAGES
from swifeeds.localise.negotiation import primary_subtag
from swifeeds.localise.words.wording import inherited


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """`faults` stop a build, `warnings` are said; `table` counts the messages of each catalog."""

    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]
    table: tuple[str, ...]


def check(root: Path) -> Report:
    """The code, the template and every catalog under `root`."""
    template = extract_messages(root)
    found: list[Fault] = [*check_calls(root), *_template_faults(root, template)]
    if missing_ones := sorted(set(LANGUAGES) - set(files.tags(root))):
        what = "a catalog is missing: bring it back"
        found += [Fault(file=f"locales/{tag}", where="file", what=what) for tag in missing_ones]
    catalogs: dict[str, Catalog] = {}
    for tag in files.tags(root):
        try:
            catalogs[tag] = files.read(files.catalog_file(root, tag))
        except (PoFileError, ValueError) as error:
            what = f"cannot be read ({error}): mend it"
            found.append(Fault(file=_name(root, tag), where="file", what=what))
    for tag in catalogs:
        found += check_catalog(root, tag, catalogs, template)
    vouched_for = {_name(root, tag) for tag in catalogs if is_vouched_for(tag)}
    warnings = tuple(one for one in found if one.is_gap and one.file not in vouched_for)
    return Report(
        faults=tuple(one for one in found if one not in warnings),
        warnings=warnings,
        table=tuple(_table(catalogs, template)),
    )


def is_vouched_for(tag: str) -> bool:
    """Whether a catalog is one of the ten languages', or a variant of one."""
    return primary_subtag(tag) in LANGUAGES


def check_catalog(
    root: Path, tag: str, catalogs: Mapping[str, Catalog], template: Catalog
) -> Iterator[Fault]:
    """One catalog, beside the template and its parents."""
    file, catalog = _name(root, tag), catalogs[tag]
    parents = parents_words(tag, catalogs)
    yield from check_wholeness(file, tag, catalog, template, parents)
    yield from check_likeness(file, tag, catalog)
    yield from check_marks(file, tag, catalog)
    words = {**_glossary(parents), **_glossary(entries(catalog))}
    for english, term, word in glossary.strays(tag, catalog, words):
        what = f"the glossary calls “{term}” {word}: use that word, or change the glossary"
        yield Fault(file=file, where=f"“{english}”", what=what)
    yield from check_with_babel(file, catalog)
    path = files.catalog_file(root, tag)
    if path.is_file():
        yield from check_with_gettext(file, path)
        if path.read_bytes() != files.canonical(catalog):
            what = "not in the one form that catalogs have: run `make messages`"
            yield Fault(file=file, where="file", what=what)


def parents_words(tag: str, catalogs: Mapping[str, Catalog]) -> Entries:
    """What a catalog inherits, the nearest parent's words first."""
    chain = [one for one in inherited(tag, tuple(catalogs)) if one != tag]
    words: dict[str, Message] = {}
    for parent in reversed(chain):
        words.update(entries(catalogs[parent]))
    return words


def _glossary(words: Entries) -> Mapping[str, str]:
    terms = (one for one in words.values() if one.context == glossary.CONTEXT)
    return {files.singular(one): files.forms(one)[0] for one in terms if any(files.forms(one))}


def _template_faults(root: Path, template: Catalog) -> Iterator[Fault]:
    file = files.template_file(root)
    name = str(file.relative_to(root))
    if not file.is_file() or file.read_bytes() != files.canonical(template):
        yield Fault(file=name, where="file", what="older than the code: run `make messages`")


def _table(catalogs: Mapping[str, Catalog], template: Catalog) -> Iterator[str]:
    total = len(entries(template))
    yield f"{'catalog':<10}{'own':>6}{'inherited':>11}{'missing':>9}{'of':>6}"
    for tag, catalog in catalogs.items():
        parents = parents_words(tag, catalogs)
        own = sum(1 for one in entries(catalog).values() if any(files.forms(one)))
        lacking = len(missing(catalog, template, parents))
        yield f"{tag:<10}{own:>6}{total - own - lacking:>11}{lacking:>9}{total:>6}"


def _name(root: Path, tag: str) -> str:
    return str(files.catalog_file(root, tag).relative_to(root))
