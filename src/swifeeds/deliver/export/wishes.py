"""What a reader's `Accept-Language` asks for, as regular expressions for a web server.

An approximation, for a server that cannot weigh: the first language of the header that the site
speaks, weights ignored but for `q=0`. Browsers and readers write the dearest first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from swifeeds.deliver.export.nginx_text import pattern
from swifeeds.localise.negotiation import primary_subtag

_END = r"(?![A-Za-z0-9])"
_REFUSED = r"(?:-[A-Za-z0-9-]*+)?\s*+;\s*+q\s*+=\s*+0(?:\.0*+)?\s*+(?:,|$)"


def wish_patterns(languages: Sequence[str]) -> Iterator[tuple[str, str]]:
    """(expression without regard to case, language) for each name of a language; the first counts.

    Every quantifier is possessive: a header made to be slow is refused as fast as any.
    """
    named = [(name, tag) for tag in languages for name in _names(tag, languages)]
    anything = "|".join(pattern(name) for name, _ in named)
    other = rf"\s*+(?!(?:{anything}){_END}(?!{_REFUSED}))[^,]*+,"
    for name, tag in sorted(named, key=lambda one: -one[0].count("-")):
        yield rf"^(?:{other})*+\s*+{pattern(name)}{_END}(?!{_REFUSED})", tag


def _names(tag: str, languages: Sequence[str]) -> list[str]:
    """The tag, and its language alone where no other tag of the site has a better claim to it."""
    primary = primary_subtag(tag)
    relatives = [one for one in languages if primary_subtag(one) == primary]
    return list(dict.fromkeys([tag, primary])) if relatives[0] == tag else [tag]
