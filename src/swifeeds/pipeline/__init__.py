"""The journeys: ingest (source to kept articles), regroup (kept to stories), publish (to bytes),
and learning (declared translations to tables of words).

A journey orders the steps and carries values between rooms; it decides nothing. Each can be cut
off at any point and run again: what it had stored stays, what it had not is still marked.
"""

from __future__ import annotations

from swifeeds.pipeline.embedding import Embeddings
from swifeeds.pipeline.happenings import Finder
from swifeeds.pipeline.ingest import Ingest
from swifeeds.pipeline.learning import Learning, Lesson, last_lesson, lesson_awaited_since
from swifeeds.pipeline.living import update_lives
from swifeeds.pipeline.naming import name_stories
from swifeeds.pipeline.pressing import press
from swifeeds.pipeline.publish import Publish
from swifeeds.pipeline.regroup import RegroupReport, regroup
from swifeeds.pipeline.rendering import Renderer
from swifeeds.pipeline.report import PollReport
from swifeeds.pipeline.round import PublishReport

__all__ = [
    "Embeddings",
    "Finder",
    "Ingest",
    "Learning",
    "Lesson",
    "PollReport",
    "Publish",
    "PublishReport",
    "RegroupReport",
    "Renderer",
    "last_lesson",
    "lesson_awaited_since",
    "name_stories",
    "press",
    "regroup",
    "update_lives",
]
