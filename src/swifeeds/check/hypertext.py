"""HTML inside feeds: markup in plain text, sound markup, what readers remove for safety."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import name2codepoint
from html.parser import HTMLParser
from urllib.parse import urlsplit

from swifeeds.check.hypertext_words import ACCEPTED, ALL_TAGS, CSS_KEYWORDS, CSS_PROPERTIES, VOID
from swifeeds.check.words import words

_END_TAG = re.compile(r"</(\w+)>")
_REFERENCE = re.compile(r"&(#?\w+)")
_TAG_LIKE = re.compile(r"&#[x0-9]|<[/a-zA-Z]")
_RELATIVE = re.compile(r"\w+:|#|//")
_PLAIN_STYLE = re.compile(r"[\w\s:;,.#%!\-()'\"]*", re.ASCII)
_FUNCTION = re.compile(r"([\w-]*)\(([^()]*)\)")
_MEASURE = re.compile(r"#[0-9a-f]{3,8}|-?\d*\.?\d+(?:cm|em|ex|in|mm|pc|pt|px|%)?,?")
_BROKEN_OFF = re.compile(r"</?[a-zA-Z][^<>]*$")
_NUMBER = re.compile(r"&#(x[0-9a-fA-F]{1,8}|X[0-9a-fA-F]{1,8}|\d{1,9});?")
_NO_CHARACTERS = frozenset({0, *range(0x80, 0xA0), *range(0xD800, 0xE000)})
_LAST_CHARACTER = 0x10FFFF
_OPTIONAL_END = frozenset(
    {"p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup",
     "colgroup", "rp", "rt", "body", "html", "head"}
)  # fmt: skip
_IN_TABLES = words("caption col colgroup tbody td tfoot th thead tr")
_OF_PAGES = words("body frame frameset head html")
_BOXES = frozenset({"background", "border", "margin", "padding"})


def markup_in(text: str) -> str | None:
    """The first sign of HTML in what should be plain text: an end tag, or a reference."""
    for tag in _END_TAG.findall(text):
        if tag.lower() in ALL_TAGS:
            return f"</{tag}>"
    for name in _REFERENCE.findall(text):
        if name in name2codepoint or name == "apos" or not name.isalpha():
            return f"&{name};"
    return None


def looks_like_markup(text: str) -> bool:
    """True where some readers would take the text for markup, though it is none."""
    return _TAG_LIKE.search(text) is not None


def unsafe_styles(style: str) -> list[str]:
    """The properties and values of a style that readers may remove; the whole where it is odd."""
    if not _PLAIN_STYLE.fullmatch(style) or _calls_out(style):
        return [style]
    found: dict[str, None] = {}
    for declaration in filter(str.strip, style.lower().split(";")):
        name, colon, value = (part.strip() for part in declaration.partition(":"))
        if not colon or ":" in value:
            return [style]
        if name not in CSS_PROPERTIES:
            found[name] = None
        elif name.partition("-")[0] in _BOXES:
            found |= dict.fromkeys(word for word in value.split() if not _is_harmless(word))
    return list(found)


def _calls_out(style: str) -> bool:
    """Functions may fetch and run things; colours in numbers are the one that does not."""
    rest = style
    for name, inside in _FUNCTION.findall(style):
        if name.lower() not in {"rgb", ""} or not re.fullmatch(r"[\d\s,%.]*", inside):
            return True
        rest = rest.replace(f"{name}({inside})", "")
    return "(" in rest or ")" in rest


def _is_harmless(word: str) -> bool:
    return word in CSS_KEYWORDS or word.startswith("rgb(") or bool(_MEASURE.fullmatch(word))


def judge_html(html: str) -> Iterator[tuple[str, str]]:
    """(rule, what was found) for everything that is wrong with a piece of HTML."""
    reading = _Reading()
    try:
        reading.feed(html)
        reading.close()
    except (AssertionError, ValueError) as error:
        yield "not-html", str(error)
    yield from reading.found
    if "<?import " in html.lower():
        yield "security-risk", "?import"
    yield from reading.left_open()
    yield from _broken_pieces(html)


def _broken_pieces(html: str) -> Iterator[tuple[str, str]]:
    """A tag that breaks off at the end, and references to what is no character."""
    if _BROKEN_OFF.search(html):
        yield "not-html", "a tag breaks off"
    if "<!--" in html and "-->" not in html[html.rindex("<!--") :]:
        yield "not-html", "a comment breaks off"
    for match in _NUMBER.finditer(html):
        number = match[1]
        code = int(number[1:], 16) if number[0] in "xX" else int(number)
        if code in _NO_CHARACTERS or code > _LAST_CHARACTER:
            yield "not-html", f"{match[0]} is no character"
        elif not match[0].endswith(";"):
            yield "not-html", f"{match[0]} needs a semicolon"


def relative_references(html: str) -> Iterator[str]:
    """Addresses of links and pictures that a reader cannot resolve."""
    reading = _Reading()
    try:
        reading.feed(html)
        reading.close()
    except (AssertionError, ValueError):
        return
    for address in reading.addresses:
        if address and not _RELATIVE.match(address.strip()):
            yield address.strip()


def judge_attributes(attributes: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """(rule, what was found) for attributes that run scripts or style in unsafe ways."""
    for name, value in attributes:
        if name.lower() == "style":
            yield from (("dangerous-style-attr", style) for style in unsafe_styles(value))
        elif name.lower().startswith("on"):
            yield "security-risk-attr", name


class _Reading(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[tuple[str, str]] = []
        self.addresses: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ALL_TAGS:
            self.found.append(("not-html", f"there is no element {tag}"))
        elif tag not in ACCEPTED:
            self.found.append(("security-risk", tag))
        else:
            self.found += judge_attributes((name, value or "") for name, value in attrs)
            self._note_address(tag, dict(attrs))
        self._judge_place(tag)
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag in ALL_TAGS and tag not in VOID:
            self.found.append(("not-html", f"<{tag}/> does not end {tag} in HTML"))
        if tag not in VOID and self._open and self._open[-1] == tag:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID or tag not in self._open:
            self.found.append(("not-html", f"</{tag}> ends nothing"))
            return
        while (last := self._open.pop()) != tag:
            if last not in _OPTIONAL_END:
                self.found.append(("not-html", f"<{last}> is not ended before </{tag}>"))

    def handle_pi(self, data: str) -> None:
        self.found.append(("not-html", f"<?{data[:20]} is no HTML"))

    def _judge_place(self, tag: str) -> None:
        """What stands in tables stands nowhere else, and a piece of a page has no frame of one."""
        if tag in _IN_TABLES and "table" not in self._open:
            self.found.append(("not-html", f"<{tag}> stands outside a table"))
        elif tag in _OF_PAGES:
            self.found.append(("not-html", f"<{tag}> does not belong into a piece of a page"))

    def handle_entityref(self, name: str) -> None:
        if name not in name2codepoint and name != "apos":
            self.found.append(("not-html", f"&{name}; is no character of HTML"))

    def left_open(self) -> Iterator[tuple[str, str]]:
        """Elements that were never ended, and a tag that breaks off."""
        for tag in self._open:
            if tag not in _OPTIONAL_END:
                yield "not-html", f"<{tag}> is not ended"

    def _note_address(self, tag: str, attributes: dict[str, str | None]) -> None:
        name = {"a": "href", "img": "src"}.get(tag)
        if name and (address := attributes.get(name)):
            self.addresses.append(address)


def has_scheme(address: str) -> bool:
    """True for an address that needs no base."""
    return bool(urlsplit(address).scheme)
