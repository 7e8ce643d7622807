"""What every table of the configuration is made of.

Each docstring below a field is the reference: `swifeeds config reference` prints it. Sections
that are nothing but a room's settings are made from that room's type (`settings_shape`).
"""

from __future__ import annotations

import ast
import dataclasses
import inspect
import textwrap
from collections.abc import Sequence
from typing import Annotated, Any, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, create_model

_STRICT = ConfigDict(extra="forbid", use_attribute_docstrings=True, frozen=True)

Identifier = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]*$", max_length=80)]
Titles = dict[str, str]


class Shape(BaseModel):
    """A TOML table whose unknown keys are errors."""

    model_config = _STRICT


class MadeShape(Shape):
    """A table made at run time: there is no source text for pydantic to read docstrings from."""

    model_config = ConfigDict(use_attribute_docstrings=False)


def field_docs(settings: type[Any]) -> dict[str, str]:
    """The docstring written below each field of a settings type."""
    body = ast.parse(textwrap.dedent(inspect.getsource(settings))).body[0]
    assert isinstance(body, ast.ClassDef)
    return {
        field.target.id: inspect.cleandoc(doc.value.value)
        for field, doc in zip(body.body, body.body[1:], strict=False)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(doc, ast.Expr)
        and isinstance(doc.value, ast.Constant)
        and isinstance(doc.value.value, str)
    }


def settings_shape(settings: type[Any], without: Sequence[str] = ()) -> type[Shape]:
    """The table that a room's settings type accepts: same names, defaults and descriptions."""
    docs, hints = field_docs(settings), get_type_hints(settings)
    fields: dict[str, Any] = {
        field.name: (hints[field.name], Field(_default(field), description=docs[field.name]))
        for field in dataclasses.fields(settings)
        if field.name not in without
    }
    return create_model(
        settings.__name__, __base__=MadeShape, __doc__=inspect.getdoc(settings), **fields
    )


def _default(field: dataclasses.Field[Any]) -> Any:
    """The field's default; `...` where it has to be stated."""
    return ... if field.default is dataclasses.MISSING else field.default


class NamedShape(Shape):
    """What has a key and is named in each language."""

    id: Identifier
    """Its key, for ever: part of addresses and ids."""

    title: Titles
    """Its name in each language."""
