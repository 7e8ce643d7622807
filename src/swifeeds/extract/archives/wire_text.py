"""The plain text of wires as HTML: paragraphs by indentation, rows by semicolons."""

from __future__ import annotations

import re
from collections.abc import Sequence

from swifeeds.markup import escape

_INDENTED = re.compile(r"[ \t]{2,}|\t")
_QUOTES = (("``", "“"), ("''", "”"), (" _ ", " – "))
_CONTROL = re.compile(r"[\x00-\x07\x0e-\x1f\x7f]")
_CELLS = 3
_PARAGRAPH = re.compile(r"<p\b[^<>]*+>([^<]*+)</p>")


def without_control(text: str) -> str:
    """The text without what steered teleprinters; line ends as one sign."""
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n"))


def spelled_out(text: str) -> str:
    """Quotes and dashes of alphabets that had none."""
    for written, meant in _QUOTES:
        text = text.replace(written, meant)
    return text


def paragraphs_in(lines: Sequence[str]) -> list[str]:
    """Lines joined into paragraphs: a blank or an indented line begins one.

    Where every line of a block is indented alike, indentation says nothing.
    """
    found: list[list[str]] = []
    begins = True
    for line in lines:
        if not line.strip():
            begins = True
            continue
        if begins or _INDENTED.match(line):
            found.append([])
        found[-1].append(line.strip())
        begins = False
    return [" ".join(block) for block in found]


def untangled(html: str) -> str:
    """HTML in which no paragraph holds several: wires put a whole text into one element.

    Only where some of its lines are indented and some are not: equal indentation is a printer's.
    """
    return _PARAGRAPH.sub(_several, html) if "\n" in html else html


def _several(match: re.Match[str]) -> str:
    if "\n" not in match[1]:
        return match[0]
    lines = match[1].strip("\n").split("\n")
    said = [line for line in lines[1:] if line.strip()]
    indented = [line for line in said if _INDENTED.match(line)]
    if not indented or len(indented) == len(said):
        return match[0]
    return "".join(f"<p>{block}</p>" for block in paragraphs_in(lines))


def as_html(lines: Sequence[str]) -> str | None:
    """Paragraphs, and a table of what are rows of cells."""
    html: list[str] = []
    rows: list[str] = []
    for block in paragraphs_in(lines):
        if (
            block.count(";") >= _CELLS
            and ";" in block[: max(40, len(block) // 2)]
            and _is_row(block)
        ):
            rows.append(block)
            continue
        html += _table(rows)
        rows = []
        html.append(f"<p>{escape(spelled_out(block))}</p>")
    html += _table(rows)
    return "".join(html) or None


def _is_row(block: str) -> bool:
    """Cells are short; a sentence with semicolons has long ones."""
    cells = [cell.strip() for cell in block.split(";")]
    return max(map(len, cells)) <= 32 and sum(map(len, cells)) / len(cells) <= 12  # noqa: PLR2004


def _table(rows: Sequence[str]) -> list[str]:
    if not rows:
        return []
    cells = (
        "".join(f"<td>{escape(cell.strip())}</td>" for cell in row.rstrip("<").split(";"))
        for row in rows
    )
    return ["<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"]
