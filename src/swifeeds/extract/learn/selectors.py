"""The selectors that may stand for an element: by what people named, cheapest first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

_NAME = re.compile(r"[A-Za-z][\w-]*", re.ASCII)
_MADE = re.compile(
    r"^(?:css|sc|jss|jsx|emotion|svelte|styled?|chakra|tw|e)-?[a-z0-9]*\d[a-z0-9]*$"
    r"|__?[A-Za-z0-9-]*\d[A-Za-z0-9-]*$|__(?=[A-Za-z]?[a-z]+[A-Z]|[A-Z]+[a-z])[A-Za-z]{5}$"
    r"|[-_]\d+$|\d{3}|[a-z]\d[a-z]|\d[a-z]+\d"
    r"|^(?=.{3,9}$)[A-Za-z]*[a-z][A-Z][A-Za-z]*[a-z][A-Z]|^[bcdfghjklmnpqrstvwxz]{5,}$|^_",
)
"""Names that a machine made: hashes of style sheets, numbers of database rows."""

_STYLING = re.compile(
    r"^(?:[mp][trblxy]?-|[wh]-|text-(?:left|right|center|xs|sm|lg|xl|\d)|bg-|font-|flex|grid|col-|row$"
    r"|items-|justify-|leading-|rounded|border|gap-|space-|clearfix|container|wrapper|inner|outer"
    r"|left|right|center|block|content$|main$|page$|is-|has-|js-|no-|hidden|visible|active|odd|even"
    r"|first|last|lazy|[a-z]{1,3}\d{0,2}(?:-[a-z]{1,2})?$)",
    re.IGNORECASE,
)
"""Names that say how a thing looks or behaves, which others share; they are the last choice."""

_ATTRIBUTES = ("itemprop", "property", "name", "rel", "role", "data-component", "data-testid",
               "data-qa", "data-module", "data-block", "data-type", "data-element")  # fmt: skip
_MEANING = frozenset({
    "article", "main", "h1", "h2", "time", "figure", "figcaption", "address", "aside", "header",
    "section", "blockquote",
})  # fmt: skip
TOO_MUCH = frozenset({
    "a", "b", "div", "em", "font", "h2", "h3", "h4", "h5", "h6", "header", "i", "img", "li", "link",
    "meta", "ol", "p", "section", "small", "span", "strong", "table", "tbody", "td", "tr", "ul",
})  # fmt: skip
"""Elements that are no selector by themselves: another of the kind may come before it any day."""

_REACH = 5
"""Elements around one that may help to name it."""

_MOST_CLASSES = 5
_MOST_OWN, _MOST_INNER, _MOST_OUTER = 16, 4, 3


def selectors_of(element: HtmlElement) -> dict[str, float]:
    """Selectors that select the element (and perhaps others), each with its cost."""
    own = dict(sorted(_simple(element), key=lambda named: named[1])[:_MOST_OWN])
    inners = {**dict(list(own.items())[:_MOST_INNER]), str(element.tag): 4.0}
    found = dict(own)
    found.setdefault(str(element.tag), 4.0)
    for steps, around in enumerate(element.iterancestors()):
        if steps >= _REACH or around.tag in {"html", "body"}:
            break
        for outer, price in sorted(_simple(around), key=lambda named: named[1])[:_MOST_OUTER]:
            for inner, cost in inners.items():
                gap = " > " if steps == 0 and inner == element.tag else " "
                found.setdefault(f"{outer}{gap}{inner}", price + cost + 1 + steps / 10)
    return {one: cost + len(one) / 200 for one, cost in found.items() if one not in TOO_MUCH}


def _simple(element: HtmlElement) -> Iterator[tuple[str, float]]:
    """One element's own names."""
    tag = str(element.tag)
    for name in _ATTRIBUTES:
        for value in (element.get(name) or "").split()[:2]:
            if _is_given(value.replace(":", "-").replace(".", "-")):
                how = "=" if (element.get(name) or "") == value else "~="
                quoted = f"[{name}{how}'{value}']"
                yield (f"{tag}{quoted}" if tag == "meta" else quoted), 3.5 if tag == "meta" else 1.2
    if (name := element.get("id")) and _is_given(name):
        yield f"#{name}", 1.0 + 2 * bool(_STYLING.match(name))
    given = [name for name in (element.get("class") or "").split() if _is_given(name)]
    named = sorted(given, key=lambda name: bool(_STYLING.match(name)))[:_MOST_CLASSES]
    for index, name in enumerate(named):
        price = 2.0 + 2 * bool(_STYLING.match(name))
        yield f".{name}", price
        yield f"{tag}.{name}", price + 0.6
        for other in named[index + 1 :]:
            yield f".{name}.{other}", price + 1.5
    if tag in _MEANING:
        yield tag, 1.8


def _is_given(name: str) -> bool:
    """True for a name that a person gave."""
    return _NAME.fullmatch(name) is not None and len(name) <= 60 and not _MADE.search(name)  # noqa: PLR2004
