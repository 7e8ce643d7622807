"""Messages that are put together at run time: extraction passes over such a call in silence."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, nodes
from tests.catalogs.extraction import KEYWORDS
from tests.catalogs.fault import Fault

_WHAT = "the message is put together at run time: write it out, with placeholders for the values"


def check_calls(root: Path) -> Iterator[Fault]:
    """Every call that marks a message, in code and templates."""
    for file in sorted((root / "src").rglob("*.py")):
        if "store" not in file.relative_to(root).parts:
            yield from _faults(root, file, _built_in_code(file.read_text(encoding="utf-8")))
    for file in sorted((root / "src").rglob("templates/*.html")):
        yield from _faults(root, file, _built_in_template(file.read_text(encoding="utf-8")))


def _faults(root: Path, file: Path, lines: Iterator[int]) -> Iterator[Fault]:
    for line in lines:
        yield Fault(file=str(file.relative_to(root)), where=f"line {line}", what=_WHAT)


def _built_in_code(source: str) -> Iterator[int]:
    for call in ast.walk(ast.parse(source)):
        if not isinstance(call, ast.Call):
            continue
        function = call.func
        named = function.attr if isinstance(function, ast.Attribute) else ast.unparse(function)
        said = call.args[: _count(named)]
        if any(isinstance(one, ast.JoinedStr | ast.BinOp) or _is_joined(one) for one in said):
            yield call.lineno


def _is_joined(argument: ast.expr) -> bool:
    """`"…".format(…)` and `"…".join(…)`."""
    return (
        isinstance(argument, ast.Call)
        and isinstance(argument.func, ast.Attribute)
        and argument.func.attr in {"format", "join"}
    )


def _built_in_template(source: str) -> Iterator[int]:
    for call in Environment(autoescape=True).parse(source).find_all(nodes.Call):
        if isinstance(call.node, nodes.Name):
            said = call.args[: _count(call.node.name)]
            if not all(isinstance(one, nodes.Const) for one in said):
                yield call.lineno


def _count(name: str) -> int:
    """How many arguments of a marking call are texts; none of another call."""
    return len(KEYWORDS[name] or (1,)) if name in KEYWORDS else 0
