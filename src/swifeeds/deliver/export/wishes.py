"""What a reader's `Accept-Language` asks for, as regular expressions for a web server.

An approximation, for a server that cannot weigh: the first language of the header that the site
speaks, weights ignored but for `q=0`. Browsers and readers write the dearest first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from swifeeds.deliver.export.nginx_text import pattern
from swifeeds.localise.negotiation import primary_subtag
from swifeeds.localise.scripts import regions_by_script, script_of

_SCRIPTS_THAT_DIFFER = 2
_END = r"(?![A-Za-z0-9])"
_REFUSED = r"(?:-[A-Za-z0-9-]*+)?\s*+;\s*+q\s*+=\s*+0(?:\.0*+)?\s*+(?:,|$)"


def wish_patterns(languages: Sequence[str]) -> Iterator[tuple[str, str]]:
    """(expression without regard to case, language) for each name of a language; the first counts.

    A wish in the script of the language comes before any in another: `zh-TW` is answered in
    Simplified characters where nothing else that was wished for is there. Every quantifier is
    possessive: a header made to be slow is refused as fast as any.
    """
    named = [(name, tag) for tag in languages for name in _names(tag, languages)]
    named.sort(key=lambda one: -one[0].count("-"))
    in_script = [(_in_script(name, tag), tag) for name, tag in named]
    in_any = [(pattern(name), tag) for name, tag in named]
    yield from _first_of(in_script)
    if in_any != in_script:
        yield from _first_of(in_any)


def _first_of(named: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    anything = "|".join(form for form, _ in named)
    other = rf"\s*+(?!(?:{anything}){_END}(?!{_REFUSED}))[^,]*+,"
    for form, tag in named:
        yield rf"^(?:{other})*+\s*+{form}{_END}(?!{_REFUSED})", tag


def _in_script(name: str, tag: str) -> str:
    """`name`, but not with a script or region in which it is written otherwise than `tag`."""
    script, regions = script_of(tag), regions_by_script(name)
    if len(regions) < _SCRIPTS_THAT_DIFFER or script is None:
        return pattern(name)
    if script_of(name) == script:
        elsewhere = "|".join(
            one for other, these in regions.items() if other != script for one in these
        )
        return rf"{pattern(name)}(?!-(?:(?!{script}{_END})[A-Za-z]{{4}}|{elsewhere}){_END})"
    here = "|".join((script, *regions.get(script, ())))
    return rf"{pattern(name)}-(?:{here})"


def _names(tag: str, languages: Sequence[str]) -> list[str]:
    """The tag, and its language alone where no other tag of the site has a better claim to it."""
    primary = primary_subtag(tag)
    relatives = [one for one in languages if primary_subtag(one) == primary]
    return list(dict.fromkeys([tag, primary])) if relatives[0] == tag else [tag]
