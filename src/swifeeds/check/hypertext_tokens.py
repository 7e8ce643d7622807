"""A piece of HTML cut into tags, as browsers cut it, with every fault on the way.

Written out because the standard library's parser needs quadratic time for tags that never end, and
because what it makes of broken ones changes with each release of Python. Here every character is
looked at once (WHATWG HTML 13.2.5; the names of the faults there are in the comments).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.entities import html5, name2codepoint

_MARK = re.compile(r"[<&]")
_NAME = re.compile(r"[A-Za-z][^\s/>]*+")
_ATTRIBUTE = re.compile(
    r"(?P<space>[\s/]*+)(?P<name>[^\s/>][^\s/>=]*+)"
    r"(?:\s*+=\s*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'|(?P<bare>[^\s>\"'][^\s>]*+)"
    r"|(?P<none>(?=>))|(?P<endless>[\"'])))?+"
)
_TAG_END = re.compile(r"\s*+(?P<slash>/?)>")
_REFERENCE = re.compile(
    r"&(?:#(?P<hex>[xX]?)(?P<digits>[0-9a-fA-F]*+)|(?P<name>[A-Za-z][A-Za-z0-9]*+))(?P<end>;?)"
)
_RAW = frozenset({"iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp"})
_RAW_END = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW}
_SURROGATES = range(0xD800, 0xE000)
_CONTROLS = frozenset({*range(9), 11, *range(14, 32), *range(0x7F, 0xA0)})
_LAST = 0x10FFFF
_LONGEST_NUMBER = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A start tag, or an end tag when `ends`; `closes` is true for `<br/>`. Names in lower case."""

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    ends: bool = False
    closes: bool = False


@dataclass(slots=True)
class Tokens:
    """The tags of a piece of HTML, one after the other; `faults` grows as they are read."""

    html: str
    is_page: bool = False
    faults: list[str] = field(default_factory=list)
    _at: int = 0

    def __iter__(self) -> Iterator[Tag]:
        while (found := _MARK.search(self.html, self._at)) is not None:
            self._at = found.start()
            if found[0] == "&":
                self._reference()
                continue
            tag = self._markup()
            if tag is None:
                continue
            yield tag
            if tag.name in _RAW and not tag.ends:
                self._skip_raw(tag.name)
            elif tag.name == "plaintext":
                return

    def _reference(self) -> None:
        found = _REFERENCE.match(self.html, self._at)
        if found is None:
            self._at += 1
            return
        self._at = found.end()
        if (fault := fault_of_reference(found)) is not None:
            self.faults.append(fault)

    def _markup(self) -> Tag | None:
        html, at = self.html, self._at
        if html.startswith("<!--", at):
            self._skip_to("-->", at + 2, "a comment breaks off")
        elif self.is_page and html[at : at + 9].lower() == "<!doctype":
            self._skip_to(">", at, "a declaration breaks off")
        elif html.startswith(("<!", "<?"), at):
            self.faults.append(f"{html[at : at + 20]!r} is no markup of a piece of HTML")
            self._skip_to(">", at, "a declaration breaks off")
        elif html.startswith("</", at):
            return self._end_tag()
        elif name := _NAME.match(html, at + 1):
            self._at = name.end()
            return self._rest_of_tag(name[0].lower(), ends=False)
        else:  # invalid-first-character-of-tag-name
            self.faults.append('a bare "<" must be written &lt;')
            self._at += 1
        return None

    def _end_tag(self) -> Tag | None:
        name = _NAME.match(self.html, self._at + 2)
        if name is None:
            self.faults.append('"</" without a name of an element')
            self._skip_to(">", self._at, "a tag breaks off")
            return None
        self._at = name.end()
        return self._rest_of_tag(name[0].lower(), ends=True)

    def _rest_of_tag(self, name: str, *, ends: bool) -> Tag | None:
        """From behind the name to the `>`."""
        attributes: dict[str, str] = {}
        while (end := _TAG_END.match(self.html, self._at)) is None:
            found = _ATTRIBUTE.match(self.html, self._at)
            if found is None or found["endless"]:  # eof-in-tag
                self.faults.append("a tag breaks off")
                self._at = len(self.html)
                return None
            self._at = found.end()
            self._attribute(found, attributes)
        self._at = end.end()
        if ends and (attributes or end["slash"]):  # end-tag-with-attributes, -trailing-solidus
            self.faults.append(f"</{name}> holds more than its name")
        return Tag(
            name=name, attributes=tuple(attributes.items()), ends=ends, closes=bool(end["slash"])
        )

    def _attribute(self, found: re.Match[str], attributes: dict[str, str]) -> None:
        name = found["name"].lower()
        value = found["double"] or found["single"] or found["bare"] or ""
        if not found["space"]:  # missing-whitespace-between-attributes
            self.faults.append(f"no space stands before the attribute {name}")
        elif "/" in found["space"] or found["none"] is not None:
            # unexpected-solidus-in-tag, missing-attribute-value
            self.faults.append(f"the attribute {name} is written wrongly")
        if re.search("[\"'<]", name) or name.startswith("="):  # unexpected-character
            self.faults.append(f"{name!r} is no name of an attribute")
        if found["bare"] and re.search("[\"'<=`]", found["bare"]):
            self.faults.append(f"the value of {name} must stand in quotes")
        if name in attributes:  # duplicate-attribute
            self.faults.append(f"the attribute {name} stands twice")
        self.faults += filter(None, map(_fault_in_value, _REFERENCE.finditer(value)))
        attributes.setdefault(name, value)

    def _skip_to(self, sign: str, start: int, fault: str) -> None:
        end = self.html.find(sign, start)
        if end < 0:
            self.faults.append(fault)
            self._at = len(self.html)
        else:
            self._at = end + len(sign)

    def _skip_raw(self, name: str) -> None:
        """What is in a script is no markup, up to the end of the script."""
        end = _RAW_END[name].search(self.html, self._at)
        self._at = end.start() if end else len(self.html)


def fault_of_reference(found: re.Match[str]) -> str | None:
    """What is wrong with `&name;` or `&#number;`, None when nothing is."""
    if found["name"]:
        if found["name"] not in name2codepoint and f"{found['name']};" not in html5:
            return f"{found[0]} is no character of HTML"
        return None if found["end"] else f"{found[0]} needs a semicolon"
    if not found["digits"]:
        return f"{found[0]} is no character"
    if not found["end"]:
        return f"{found[0][:20]} needs a semicolon"
    return None if _is_character(found) else f"{found[0][:20]} is no character"


def _fault_in_value(found: re.Match[str]) -> str | None:
    """In an address `&b=2` is no reference: only what ends like one is judged."""
    return fault_of_reference(found) if found["end"] else None


def _is_character(found: re.Match[str]) -> bool:
    digits = found["digits"].lstrip("0") or "0"
    if len(digits) > _LONGEST_NUMBER:
        return False
    try:
        code = int(digits, 16 if found["hex"] else 10)
    except ValueError:  # letters in a decimal number
        return False
    return code <= _LAST and code not in _SURROGATES and code not in _CONTROLS
