"""What an operator does to articles, stories and sources; commands call it, a dashboard later.

Every action works through the store, is logged with who did it, and is noticed by a running
service within two seconds. What the configuration file states the file owns: the desk refuses to
change it (DESIGN decision 19).
"""

from __future__ import annotations

from swifeeds.desk.articles import hold_article, release_article, withdraw_article
from swifeeds.desk.editor import Editor, StatedStory
from swifeeds.desk.explaining import Competitor, Why, gap_of, why_member
from swifeeds.desk.fitting import labelled_archive, labelled_by_file
from swifeeds.desk.merging import merge_stories
from swifeeds.desk.nesting import nest_story
from swifeeds.desk.placing import exclude_article, pin_article
from swifeeds.desk.previewing import Preview, preview_rule
from swifeeds.desk.reading import StoryReport, read_story
from swifeeds.desk.reviewing import Proposed, Waiting, read_suggestions, review_suggestions
from swifeeds.desk.sources import pause_source, reset_source, resume_source
from swifeeds.desk.splitting import Split, split_story
from swifeeds.desk.stories import close_story, rename_story, reopen_story, undo
from swifeeds.desk.words import TRUSTED_FROM, Learnt, read_words

__all__ = [
    "TRUSTED_FROM",
    "Competitor",
    "Editor",
    "Learnt",
    "Preview",
    "Proposed",
    "Split",
    "StatedStory",
    "StoryReport",
    "Waiting",
    "Why",
    "close_story",
    "exclude_article",
    "gap_of",
    "hold_article",
    "labelled_archive",
    "labelled_by_file",
    "merge_stories",
    "nest_story",
    "pause_source",
    "pin_article",
    "preview_rule",
    "read_story",
    "read_suggestions",
    "read_words",
    "release_article",
    "rename_story",
    "reopen_story",
    "reset_source",
    "resume_source",
    "review_suggestions",
    "split_story",
    "undo",
    "why_member",
    "withdraw_article",
]
