"""Who wrote it: names as the publisher writes them, without "by", titles of offices or the site.

Declared authors come first; but a page that declares the newsroom and prints a person means the
person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain, islice

from lxml.html import HtmlElement

from swifeeds.extract.author_names import (
    LONGEST,
    fold_name,
    is_agency,
    is_author_label,
    names_in,
    spoken_name,
)
from swifeeds.extract.declared import Declared
from swifeeds.extract.elsewhere import elsewhere
from swifeeds.extract.nearest import Nearest
from swifeeds.extract.page import Page
from swifeeds.extract.selectors import elements_at
from swifeeds.markup import text_of
from swifeeds.model import Person

_ROLE = "//@rel[contains(concat(' ', ., ' '), ' author ')]/parent::*[not(self::link)]"
_LABELS = "//dt | //th"
_CLASS = re.compile(r"[Aa]uthor|[Bb]yline|autor|signature|auteur")
_ID = re.compile("author|byline")
_ELSEWHERE = re.compile(
    r"comment|related|teaser|sidebar|\bbio|-bio\b|author-box|authorbox|recommend|widget|\bcards?\b",
    re.IGNORECASE,
)
_LINES = (
    "//*[self::p or self::div or self::span or self::h4 or self::h5 or self::h6 or self::em"
    " or self::td]"
)
_COMPANY = re.compile(
    r"(?:\be\. ?v\.?|\b(?:gmbh|ag|kg|ltd|limited|llc|inc|plc|s\.? ?p\.? ?a|s\.? ?r\.? ?l|s\.a|sarl"
    r"|b\.?v)|\bооо|株式会社|有限公司)\.?$",
    re.IGNORECASE,
)
"""What the names of companies and associations end with."""

_LOGIN = re.compile(r"([a-z]{2,})[._-]([a-z]{2,})")
_MOST = 12
_FEW = 3
"""Elements within a line that is a byline."""


def read_authors(page: Page, declared: Declared) -> tuple[tuple[Person, ...] | None, str]:
    """The authors, and where they were read; None when the page names nobody."""
    site = _folded_names(page, declared)
    offers = [people for offered in declared.authors if (people := _people(offered, site))]
    persons = [people for people in offers if not _is_newsroom(people, site)]
    if persons:
        return _most_complete(persons), "declared"
    printed = _printed(page, site)
    if printed and not _is_newsroom(printed, site):
        return printed, "byline"
    if offers:
        return _spelled_out(offers[0], page), "declared"
    signed = printed if any(fold_name(person.name) in site for person in printed) else None
    return signed, "byline"


def declared_people(page: Page, declared: Declared) -> tuple[Person, ...] | None:
    """The authors that the page declares: persons before the newsroom; None when it does not."""
    site = _folded_names(page, declared)
    offers = [people for offered in declared.authors if (people := _people(offered, site))]
    persons = [people for people in offers if not _is_newsroom(people, site)]
    return _most_complete(persons) if persons else next(iter(offers), None)


def people_named(lines: Iterable[str], page: Page, declared: Declared) -> tuple[Person, ...]:
    """The persons whom lines name that are known to be a byline."""
    return _read(lines, _folded_names(page, declared))


def _most_complete(offers: Sequence[tuple[Person, ...]]) -> tuple[Person, ...]:
    """The most believed list, unless another one names all of its people and more."""
    best = offers[0]
    for other in offers[1:]:
        if {fold_name(person.name) for person in best} < {
            fold_name(person.name) for person in other
        }:
            best = other
    return best


def _is_newsroom(people: Sequence[Person], site: frozenset[str]) -> bool:
    """The site itself, its publisher (`Lake Post Ltd`), or a login name (`christian.stadtfeld`): a
    person may be printed."""
    return all(
        fold_name(person.name) in site
        or re.fullmatch(r"[a-z0-9._-]+", person.name)
        or _COMPANY.search(person.name)
        for person in people
    )


def _spelled_out(people: tuple[Person, ...], page: Page) -> tuple[Person, ...]:
    """Login names as the page writes them elsewhere (`Christian P. Stadtfeld`), if it does."""
    text = ""
    spelled = []
    for person in people:
        if login := _LOGIN.fullmatch(person.name):
            text = text or text_of(page.root) or ""
            first, last = (re.escape(part.capitalize()) for part in login.groups())
            found = re.search(rf"\b{first}(?: [^\W\d_]\.)? {last}\b", text)
            spelled.append(replace(person, name=found[0]) if found else person)
        else:
            spelled.append(person)
    return tuple(spelled)


def _people(offered: Iterable[Person], site: frozenset[str]) -> tuple[Person, ...]:
    people: dict[str, Person] = {}
    for person in offered:
        for name in names_of_line(person.name, site):
            people.setdefault(
                fold_name(name), Person(name=name, url=person.url, email=person.email)
            )
    return tuple(people.values())[:_MOST]


def names_of_line(line: str, site: frozenset[str]) -> list[str]:
    """The names in a line: persons before the site. What the site and an agency sign together
    (`AFP/The Local`) is one name, for nobody can tell who wrote what."""
    names = list(names_in(line))
    beside = [name for name in names if fold_name(name) not in site]
    if 0 < len(beside) < len(names) and all(map(is_agency, beside)):
        return [" ".join(line.split())]
    return beside or names


def _printed(page: Page, site: frozenset[str]) -> tuple[Person, ...]:
    """The first byline with a name: by role, by class, or a line that begins with "by"."""
    for element in chain(bylines_in(page), _terms(page)):
        if people := _read(_lines(element), site):
            return people
    return _read(_spoken_lines(page.root, elsewhere(_ELSEWHERE)), site)


def _terms(page: Page) -> Iterator[HtmlElement]:
    """What a list of terms or a table says of its author."""
    for label in elements_at(page.root, _LABELS):
        value = label.getnext()
        if value is not None and value.tag in {"dd", "td"} and is_author_label(text_of(label)):
            yield value


def bylines_in(page: Page) -> Iterator[HtmlElement]:
    """The elements that are bylines by role or by class, the surest first."""
    apart = elsewhere(_ELSEWHERE)
    for elements in (elements_at(page.root, _ROLE), _classed(page.root)):
        for element in islice(elements, _MOST):
            if not apart.around(element):
                yield element


def _classed(root: HtmlElement) -> Iterator[HtmlElement]:
    """One walk of Python's takes half the time of a path that selects what has names."""
    for element in root.iter("*"):
        classes, identifier = element.get("class"), element.get("id")
        if (classes and _is_byline_class(classes)) or (identifier and _ID.search(identifier)):
            yield element


@lru_cache(maxsize=4096)
def _is_byline_class(classes: str) -> bool:
    """A page has a thousand elements and a hundred classes, and those of a site are the same."""
    return _CLASS.search(classes) is not None


def _read(lines: Iterable[str], site: frozenset[str]) -> tuple[Person, ...]:
    return _people([Person(name=line) for line in lines], site)


def _spoken_lines(root: HtmlElement, apart: Nearest[bool]) -> Iterator[str]:
    """The first short line that begins with "by" in one of the languages and holds a name."""
    for element in elements_at(root, _LINES):
        name = spoken_name(text_of(element) or "") if _is_short(element) else None
        if name is not None and not apart.around(element):
            yield name
            return


def _is_short(element: HtmlElement) -> bool:
    """No longer than a line; what holds half the page is not read to find that out."""
    if len(element) > _FEW:
        return False
    letters = 0
    for piece in element.itertext():
        letters += len(piece.strip())
        if letters > 2 * LONGEST:
            return False
    return letters > 0


def _lines(element: HtmlElement) -> Iterator[str]:
    """A byline's names: its links where it has some, else its first line."""
    links = [text for link in element.iter("a") if (text := text_of(link))]
    text = text_of(element) or ""
    if links and len(text) > LONGEST:
        yield from links[:3]
    elif len(text) <= 2 * LONGEST:
        yield _parted(text, element)


def _parted(text: str, byline: HtmlElement) -> str:
    """The line with commas around an agency that an element of its own names with no word beside
    it: `<span>Jane Doe</span> <span>Reuters</span>` are no one name."""
    for element in islice(byline.iterchildren("*"), _FEW):
        before = element.getprevious()
        beside = (byline.text if before is None else before.tail, element.tail)
        if len(byline) > 1 and not any(map(_is_word, beside)):
            name = text_of(element)
            text = text.replace(name, f", {name}, ", 1) if name and is_agency(name) else text
    return text


def _is_word(text: str | None) -> bool:
    return bool(text and text.strip())


def _folded_names(page: Page, declared: Declared) -> frozenset[str]:
    host = page.url.partition("://")[2].partition("/")[0].removeprefix("www.")
    named = (*declared.site_names, page.source.title, host, host.split(".")[0])
    return frozenset(fold_name(name) for name in named)
