"""Who wrote it: names as the publisher writes them, without "by", titles of offices or the site.

Declared authors come first; but a page that declares the newsroom and prints a person means the
person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from lxml.html import HtmlElement

from swifeeds.extract.declared import Declared
from swifeeds.extract.page import Page
from swifeeds.markup import text_of
from swifeeds.model import Person

_BY = re.compile(
    r"^\s*(?:(?:written |posted |reported |story |article )?by\b|(?:ein (?:artikel|beitrag) )?von\b"
    r"|par\b|di\b|a cura di\b|por\b|escrito por\b|texto(?: de)?\b|text\b|autor(?:in|es|a)?\b"
    r"|auteurs?\b|autor[ei]\b|authors?\b|автор[ы]?\b|текст\b|بقلم|كتب(?:ه|ت)?|المؤلف|تحرير|文責?\b|著者|執筆者?|取材|作者|记者|記者|撰文"
    r"|责任编辑|編輯|编辑|文)\s*[:：/／｜|]?\s*",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\s*(?:[;|•·\n]|\s(?:am|on|le|il|el|em)\s+(?=\w+day|\w+tag|\d)|\s[-–—]\s|、|／)\s*"
)
_AND = re.compile(r"\s*,\s*|\s+(?:and|und|et|e|y|и|with|mit|avec|&)\s+")
_NO_NAME = re.compile(
    r"https?:|www\.|@|\[email|\d|^\W*$|^(?:admin\w*|administrator|webmaster|user|editor|root|guest"
    r"|anonymous|follow|tweet|facebook|twitter|unknown|none|null|undefined|test|author|by|share"
    r"|staff|print)$"
    r"|copyright|©|drupal|wordpress|gmbh\b|\binc\.?$",
    re.IGNORECASE,
)
_BYLINE = (
    "//*[contains(concat(' ', @rel, ' '), ' author ')][not(self::link)]",
    (
        "//*[contains(@class, 'author') or contains(@class, 'byline')"
        " or contains(@class, 'Author') or contains(@class, 'Byline')"
        " or contains(@class, 'autor') or contains(@class, 'signature')"
        " or contains(@class, 'auteur') or contains(@id, 'author') or contains(@id, 'byline')]"
    ),
)
_ELSEWHERE = re.compile(
    r"comment|related|teaser|sidebar|\bbio|-bio\b|author-box|authorbox|recommend|widget|\bcards?\b",
    re.IGNORECASE,
)
_LINES = (
    "//*[self::p or self::div or self::span or self::h4 or self::h5 or self::h6 or self::em"
    " or self::td]"
)
_LONGEST = 70
_MOST_WORDS = 6
_MOST = 12


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
    signed = printed if any(_fold(person.name) in site for person in printed) else None
    newsroom = offers[0] if offers else signed
    return newsroom, "declared" if offers else "byline"


def _most_complete(offers: Sequence[tuple[Person, ...]]) -> tuple[Person, ...]:
    """The most believed list, unless another one names all of its people and more."""
    best = offers[0]
    for other in offers[1:]:
        if {_fold(person.name) for person in best} < {_fold(person.name) for person in other}:
            best = other
    return best


def _is_newsroom(people: Sequence[Person], site: frozenset[str]) -> bool:
    """The site itself, or a login name (`christian.stadtfeld`): a person may be printed."""
    return all(
        _fold(person.name) in site or re.fullmatch(r"[a-z0-9._-]+", person.name)
        for person in people
    )


def _people(offered: Iterable[Person], site: frozenset[str]) -> tuple[Person, ...]:
    people: dict[str, Person] = {}
    for person in offered:
        names = list(_names(person.name))
        beside = [name for name in names if _fold(name) not in site]
        for name in beside or names:
            people.setdefault(_fold(name), Person(name=name, url=person.url, email=person.email))
    return tuple(people.values())[:_MOST]


def _names(text: str) -> Iterator[str]:
    for part in _SPLIT.split(text):
        name = _BY.sub("", part).strip(" ,:;-–|")
        # "Doe, Jane" is one name; "Jane Doe, Joan Roe" are two.
        pieces = _AND.split(name)
        several = len(pieces) > 1 and all(len(piece.split()) > 1 for piece in pieces)
        for single in pieces if several else [name]:
            if _is_a_name(single):
                yield single.strip()


def _is_a_name(text: str) -> bool:
    return (
        1 < len(text) <= _LONGEST and len(text.split()) <= _MOST_WORDS and not _NO_NAME.search(text)
    )


def _printed(page: Page, site: frozenset[str]) -> tuple[Person, ...]:
    """The first byline with a name: by role, by class, or a line that begins with "by"."""
    for path in _BYLINE:
        for element in page.root.xpath(path)[:12]:
            people = () if _is_elsewhere(element) else _read(_lines(element), site)
            if people:
                return people
    return _read(_spoken_lines(page.root), site)


def _read(lines: Iterable[str], site: frozenset[str]) -> tuple[Person, ...]:
    return _people([Person(name=line) for line in lines], site)


def _is_elsewhere(element: HtmlElement) -> bool:
    """Bylines of comments, teasers and portraits are not this article's."""
    for around in (element, *element.iterancestors()):
        if around.tag in {"aside", "footer", "nav"}:
            return True
        named = (
            "" if around.tag in {"body", "html"} else f"{around.get('class')} {around.get('id')}"
        )
        if _ELSEWHERE.search(named):
            return True
    return False


def _spoken_lines(root: HtmlElement) -> Iterator[str]:
    """The first short line that begins with "by" in one of the languages and holds a name."""
    for element in root.xpath(_LINES):
        if len(element) > 3 or _is_elsewhere(element):  # noqa: PLR2004
            continue
        line = text_of(element) or ""
        if len(line) <= _LONGEST and (stripped := _BY.sub("", line)) != line:
            name = _SPLIT.split(stripped)[0]
            if _is_a_name(name) and _looks_like_a_person(name):
                yield name
                return


def is_byline(text: str) -> bool:
    """True for a line that is a byline and nothing else ("By Jane Doe")."""
    if len(text) > _LONGEST or (stripped := _BY.sub("", text)) == text:
        return False
    return _is_a_name(stripped) and _looks_like_a_person(stripped)


def _looks_like_a_person(name: str) -> bool:
    """Two words or more that all begin with a capital, where the script has capitals."""
    words = name.split()
    if not any(letter.islower() or letter.isupper() for letter in name):
        return len(name) <= 12  # noqa: PLR2004
    small = {
        "de",
        "da",
        "di",
        "del",
        "della",
        "van",
        "von",
        "der",
        "den",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "ben",
    }
    return len(words) > 1 and all(word[:1].isupper() or word in small for word in words)


def _lines(element: HtmlElement) -> Iterator[str]:
    """A byline's names: its links where it has some, else its first line."""
    links = [text for link in element.iter("a") if (text := text_of(link))]
    text = text_of(element) or ""
    if links and len(text) > _LONGEST:
        yield from links[:3]
    elif len(text) <= 2 * _LONGEST:
        yield text


def _folded_names(page: Page, declared: Declared) -> frozenset[str]:
    host = page.url.partition("://")[2].partition("/")[0].removeprefix("www.")
    named = (*declared.site_names, page.source.title, host, host.split(".")[0])
    return frozenset(_fold(name) for name in named)


def _fold(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
