"""Thresholds of grouping fitted to headlines of which it is known what belongs together.

The labelled stream is grouped in article time, as it would have been live, at one threshold after
the other. One is chosen for the purity of what would be published; what it is worth is told by the
half of the stream that it was not chosen on.
"""

from __future__ import annotations

from swifeeds.group.fitting.archive import (
    BY_THE_MACHINE,
    Unlabelled,
    certain_stories,
    label_archive,
)
from swifeeds.group.fitting.choosing import (
    NEEDED,
    PURITY,
    Fitted,
    Measured,
    choose,
    events_in_halves,
)
from swifeeds.group.fitting.label_file import LONGEST, LabelLine, label_rows, read_label_lines
from swifeeds.group.fitting.labels import (
    FEW_DAYS,
    STRANGER,
    Label,
    Labelled,
    labelled_article,
    with_embeddings,
)
from swifeeds.group.fitting.linking import (
    LINK_GRID,
    FittedLink,
    choose_link,
    link_replays,
    linked,
    stories_across_languages,
    unlinked,
)
from swifeeds.group.fitting.measures import DRAWS, PUBLISHED, BCubed, Score, bcubed, score
from swifeeds.group.fitting.replaying import (
    GRID,
    WIDE_GRID,
    Replay,
    clusters_of,
    halves,
    replays,
    tally_of,
)

__all__ = [
    "BY_THE_MACHINE",
    "DRAWS",
    "FEW_DAYS",
    "GRID",
    "LINK_GRID",
    "LONGEST",
    "NEEDED",
    "PUBLISHED",
    "PURITY",
    "STRANGER",
    "WIDE_GRID",
    "BCubed",
    "Fitted",
    "FittedLink",
    "Label",
    "LabelLine",
    "Labelled",
    "Measured",
    "Replay",
    "Score",
    "Unlabelled",
    "bcubed",
    "certain_stories",
    "choose",
    "choose_link",
    "clusters_of",
    "events_in_halves",
    "halves",
    "label_archive",
    "label_rows",
    "labelled_article",
    "link_replays",
    "linked",
    "read_label_lines",
    "replays",
    "score",
    "stories_across_languages",
    "tally_of",
    "unlinked",
    "with_embeddings",
]
