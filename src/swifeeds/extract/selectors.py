"""An operator's own rules: CSS selectors, or XPath where a rule begins with `/`, `./` or `(`.

The CSS that rules need: elements, `#id`, `.class`, `[attribute]` with its comparisons, the
combinators and the comma (Selectors Level 3 without pseudo-classes).
"""

from __future__ import annotations

import re
from functools import lru_cache

from lxml import etree
from lxml.html import HtmlElement

from swifeeds.errors import ExtractError

_SIMPLE = re.compile(
    r"""(?P<tag>[a-zA-Z][\w-]*|\*)|\#(?P<id>[\w-]+)|\.(?P<class>[\w-]+)
    |\[\s*(?P<name>[\w:-]+)\s*(?:(?P<how>[~|^$*]?=)\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[\w-]+)))?\s*\]""",
    re.VERBOSE,
)
_COMBINATOR = re.compile(r"\s*([>+~])\s*|\s+")
_AXES = {">": "/", " ": "//", "+": "/following-sibling::*[1]/self::", "~": "/following-sibling::"}


def is_xpath(rule: str) -> bool:
    """True for a rule that is XPath, not CSS."""
    return rule.strip().startswith(("/", "./", "("))


def select(root: HtmlElement, selector: str, *, url: str) -> tuple[HtmlElement, ...]:
    """The elements that a rule selects, in page order.

    Raises:
        ExtractError: the rule cannot be read; the sentence names it.
    """
    try:
        found = _compiled(to_xpath(selector))(root)
    except (ValueError, etree.XPathError) as error:
        raise ExtractError(f"the rule {selector!r} cannot be read: {error}", url=url) from error
    return _elements(found)


def elements_at(root: HtmlElement, path: str) -> tuple[HtmlElement, ...]:
    """The elements at a path of our own, which is compiled once."""
    return _elements(_compiled(path)(root))


def _elements(found: object) -> tuple[HtmlElement, ...]:
    elements = found if isinstance(found, list) else []
    return tuple(element for element in elements if isinstance(element, HtmlElement))


@lru_cache(maxsize=256)
def _compiled(path: str) -> etree.XPath:
    return etree.XPath(path)


def selector_fault(rule: str) -> str | None:
    """Why a rule cannot be read; None for one that can."""
    try:
        _compiled(to_xpath(rule))
    except (ValueError, etree.XPathError) as error:
        return str(error)
    return None


@lru_cache(maxsize=256)
def to_xpath(selector: str) -> str:
    """The XPath of a rule.

    Raises:
        ValueError: a part that this subset of CSS does not have; the message quotes it.
    """
    rule = selector.strip()
    if is_xpath(rule):
        return rule
    parts = _split(rule)
    if not parts:
        raise ValueError("it is empty")
    if ",".join(parts) != rule:
        raise ValueError("a bracket or a list of selectors is not ended")
    return " | ".join(_path(part.strip()) for part in parts)


def _split(rule: str) -> list[str]:
    """At commas, but not at those inside an attribute's value."""
    return re.findall(r"""(?:[^,\[]|\[(?:"[^"]*"|'[^']*'|[^\]"'])*\])+""", rule)


def _path(selector: str) -> str:
    path, position, axis = "", 0, "//"
    while position < len(selector):
        step, position = _compound(selector, position)
        path += axis + step
        gap = _COMBINATOR.match(selector, position)
        if gap is None and position < len(selector):
            raise ValueError(f"{selector[position:]!r} is not part of the CSS that rules may use")
        if gap is not None:
            axis, position = _AXES[gap[1] or " "], gap.end()
            if position == len(selector):
                raise ValueError(f"{selector!r} ends in a combinator")
    if not path:
        raise ValueError("it is empty")
    return path


def _compound(selector: str, position: int) -> tuple[str, int]:
    tag, conditions = "*", ""
    start = position
    while (match := _SIMPLE.match(selector, position)) and not (match["tag"] and position > start):
        if match["tag"]:
            tag = match["tag"].lower() if match["tag"] != "*" else "*"
        else:
            conditions += f"[{_condition(match)}]"
        position = match.end()
    if position == start:
        raise ValueError(f"{selector[position:]!r} is not part of the CSS that rules may use")
    return tag + conditions, position


def _condition(match: re.Match[str]) -> str:
    if match["id"]:
        return f"@id={_quoted(match['id'])}"
    if match["class"]:
        return _has_word("class", match["class"])
    name = match["name"].lower()
    value = next((match[key] for key in ("double", "single", "bare") if match[key] is not None), "")
    return _comparison(name, match["how"], value)


def _comparison(name: str, how: str | None, value: str) -> str:
    quoted = _quoted(value)
    comparisons = {
        None: f"@{name}",
        "=": f"@{name}={quoted}",
        "^=": f"starts-with(@{name}, {quoted})",
        "*=": f"contains(@{name}, {quoted})",
        "$=": f"substring(@{name}, string-length(@{name}) - {len(value) - 1}) = {quoted}",
        "|=": f"@{name}={quoted} or starts-with(@{name}, {_quoted(value + '-')})",
        "~=": _has_word(name, value),
    }
    return comparisons[how]


def _has_word(name: str, word: str) -> str:
    return f"contains(concat(' ', normalize-space(@{name}), ' '), {_quoted(f' {word} ')})"


def _quoted(value: str) -> str:
    """An XPath literal; XPath 1.0 has no escapes, so a text with both quotes is joined."""
    if '"' not in value:
        return f'"{value}"'
    if "'" not in value:
        return f"'{value}'"
    return "concat(" + ", '\"', ".join(f'"{part}"' for part in value.split('"')) + ")"
