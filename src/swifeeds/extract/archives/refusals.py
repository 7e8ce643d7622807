"""What is no article, in the words that its importer reads. Each follows the item's name."""

from __future__ import annotations

_INSTEAD = "import the articles instead"

PICTURE = (
    "is a picture by itself, not an article: pictures come in with the articles that show them"
)
SOUND = "is a sound recording by itself, not an article: media come in with their articles"
FILM = "is a film by itself, not an article: media come in with their articles"
GRAPHIC = (
    "is a graphic by itself, not an article: graphics come in with the articles that show them"
)
DATA = f"is data (tables or results), not an article: it has no text to read; {_INSTEAD}"
PACKAGE = (
    "is a package, not an article: it lists other items and has no text of its own; import the "
    "items that it lists"
)
PLAN = f"is a planning item, not an article: it says what will be covered; {_INSTEAD}"
CONCEPT = f"is a concept item, not an article: it says what names and codes mean; {_INSTEAD}"
KNOWLEDGE = f"is a knowledge item, not an article: it says what names and codes mean; {_INSTEAD}"
CATALOG = f"is a catalog of codes, not an article: it says where codes are kept; {_INSTEAD}"
EVENTS = f"it says when events take place, not what happened; {_INSTEAD}"
EVENT = f"is an event in a calendar, not an article: it says when something takes place; {_INSTEAD}"
BROKEN_OFF = "breaks off before it says what it is; export it again"
EMPTY = "has neither a title nor any text, so nothing was imported; export it again with its text"
UNNAMED_KILL = (
    "takes back an earlier message that it does not name by a number of the same service; look for "
    "that one, and withdraw it with `swifeeds article withdraw` if it is here"
)

_BY_CLASS = {
    "picture": PICTURE, "photo": PICTURE, "photograph": PICTURE, "image": PICTURE,
    "graphic": GRAPHIC, "illustration": GRAPHIC, "animation": GRAPHIC, "infographic": GRAPHIC,
    "audio": SOUND, "video": FILM, "complexdata": DATA, "data": DATA, "table": DATA,
    "statistics": DATA, "component": DATA, "event": EVENT, "planning": PLAN, "coverage": PLAN,
    "newscoverage": PLAN, "concept": CONCEPT, "knowledge": KNOWLEDGE,
}  # fmt: skip


def refusal_of(kind: str | None) -> str | None:
    """The sentence for a class of item that is no text; None for text and for what is unknown."""
    code = (kind or "").rstrip("/").replace("/", ":").rpartition(":")[2].strip().lower()
    return _BY_CLASS.get(code)
