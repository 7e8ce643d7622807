"""The keys an operator may write, section by section: the whole of them."""

from __future__ import annotations

from typing import Any

from pydantic import ConfigDict, Field, create_model

from swifeeds.config.logging_settings import LoggingSettings
from swifeeds.config.shape import Shape, settings_shape
from swifeeds.config.site_shapes import LanguageShape, RedirectShape, SectionShape, SiteShape
from swifeeds.config.source_shapes import ProfileShape, SourceShape
from swifeeds.config.story_shapes import StoryShape
from swifeeds.deliver import ExportSettings, TellSettings, WebSubSettings
from swifeeds.egress import EgressSettings
from swifeeds.group import EmbedderSettings, GroupSettings
from swifeeds.isolate import IsolateSettings
from swifeeds.schedule import ScheduleSettings
from swifeeds.serve import ServeSettings
from swifeeds.store import StorageSettings


def _section(settings: type[Any], *without: str) -> Any:
    shape = settings_shape(settings, without)
    return shape, Field(default_factory=shape)


def _grouping() -> Any:
    """The table of grouping, with that of an embedder in it."""
    plain = settings_shape(GroupSettings, without=("embedder",))
    embedder: Any = (settings_shape(EmbedderSettings) | None, Field(None))
    shape = create_model(
        GroupSettings.__name__, __base__=plain, __doc__=plain.__doc__, embedder=embedder
    )
    return shape, Field(default_factory=shape)


class _Tables(Shape):
    """The whole configuration."""

    site: SiteShape
    languages: dict[str, LanguageShape] = {}
    sections: list[SectionShape] = []
    sources: list[SourceShape] = []
    profiles: dict[str, ProfileShape] = {}
    stories: list[StoryShape] = []
    redirects: list[RedirectShape] = []


class _MadeTables(_Tables):
    model_config = ConfigDict(use_attribute_docstrings=False)


Root: type[_Tables] = create_model(
    "Root",
    __base__=_MadeTables,
    __doc__="The whole configuration.",
    storage=_section(StorageSettings),
    serve=_section(ServeSettings),
    collect=_section(EgressSettings, "contact"),
    grouping=_grouping(),
    workers=_section(IsolateSettings),
    schedule=_section(ScheduleSettings),
    websub=_section(WebSubSettings),
    tell=_section(TellSettings),
    export=_section(ExportSettings),
    logging=_section(LoggingSettings),
)
