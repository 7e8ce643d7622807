"""Header fields and media types as nginx's maps: by kind of file, and alone where one differs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from swifeeds.deliver.export.names import OWN
from swifeeds.deliver.export.nginx_text import a_map, keyed, pattern, pieces, quoted, valued

_BOTH = "Accept-Encoding, Accept-Language"

_LANGUAGE = re.compile(rf"(?:{re.escape(OWN)}/pages/)?([^/.]+)/")

KindOf = Callable[[str], str | None]
"""The regular expression of the kind a file belongs to, None where each stands alone."""


def variable(name: str) -> str:
    """The variable that holds a header field."""
    return f"swifeeds_{name.lower().replace('-', '_')}"


def field_maps(name: str, fields: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """The maps of one header field: its value in pieces, then joined to what is sent.

    Args:
        name: of the field.
        fields: header fields by file.
    """
    values = {file: pieces(one.get(name, "")) for file, one in fields.items()}
    count = max(len(value) for value in values.values())
    parts = [f"{variable(name)}_{number}" for number in range(count)]
    for number, part in enumerate(parts):
        texts = {file: dict(enumerate(value)).get(number, "") for file, value in values.items()}
        yield a_map("$uri", part, _by_kind(texts, _kind_of(name)))
    yield _sent(name, '"' + "".join(f"${{{part}}}" for part in parts) + '"')


def _sent(name: str, value: str) -> str:
    """The whole field, with what differs from request to request."""
    match name:
        case "Vary":
            lines = [(quoted("~^1/[^.]"), quoted(_BOTH))]
            return a_map('"$swifeeds_negotiated$uri"', variable(name), lines, value)
        case "Content-Language":  # it speaks of a body, and 304 has none (RFC 9110 15.4.5)
            return a_map("$status", variable(name), [("304", '""')], value)
        case _:
            return a_map("$status", variable(name), [], value)


def _by_kind(texts: Mapping[str, str], kind_of: KindOf) -> list[tuple[str, str]]:
    """What alone differs comes first: the first expression that matches counts."""
    counted: dict[str | None, Counter[str]] = {}
    for file, text in texts.items():
        counted.setdefault(kind_of(file), Counter())[text] += 1
    usual = {kind: texts.most_common(1)[0][0] for kind, texts in counted.items() if kind}
    alone = {
        f"/{file}": text
        for file, text in texts.items()
        if text != usual.get(kind_of(file) or "", "")
    }
    kinds = sorted((kind, text) for kind, text in usual.items() if text)
    return [
        *keyed(alone, [f"/{file}" for file in texts]),
        *((quoted(f"~{kind}"), valued(text)) for kind, text in kinds),
    ]


def _kind_of(name: str) -> KindOf:
    match name:
        case "Link":
            return _none
        case "Content-Language":
            return _language_of
        case _:
            return _suffix_of


def _none(_file: str) -> str | None:
    return None


def _language_of(file: str) -> str | None:
    found = _LANGUAGE.match(file)
    return rf"^/(?:\.swifeeds/pages/)?{pattern(found[1])}/" if found else None


def _suffix_of(file: str) -> str | None:
    if file.startswith(f"{OWN}/"):
        return r"^/\.swifeeds/"
    suffix = file.rpartition("/")[2].rpartition(".")[2]
    return rf"^/[^.].*\.{pattern(suffix)}$"


def types(by_file: Mapping[str, str]) -> str:
    """The media type of each suffix, and a location for each file that has another."""
    counted: dict[str, Counter[str]] = {}
    for file, kind in by_file.items():
        counted.setdefault(file.rpartition(".")[2], Counter())[kind] += 1
    usual = {suffix: kinds.most_common(1)[0][0] for suffix, kinds in counted.items()}
    lines = "".join(
        f"    {quoted(kind)} {quoted(suffix)};\n" for suffix, kind in sorted(usual.items())
    )
    alone = {file: kind for file, kind in by_file.items() if kind != usual[file.rpartition(".")[2]]}
    places = "".join(
        f"location = {quoted('/' + file)} {{ types {{}} default_type {quoted(kind)}; }}\n"
        for file, kind in sorted(alone.items())
    )
    return f"types {{\n{lines}}}\n{places}"
