"""From content to HTML and RSS: which template prints what."""

from __future__ import annotations

from collections.abc import Sequence
from email.utils import format_datetime

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup as Safe

from swifeeds.demo.agency import Dispatch
from swifeeds.demo.content import LANGUAGES, ZONE, Edition, Markup, Piece
from swifeeds.demo.images import HEIGHT, WIDTH
from swifeeds.demo.metadata import json_ld
from swifeeds.demo.notes import Note

_JSON_LD = frozenset({Markup.JSON_LD, Markup.JSON_LD_GRAPH})


class Press:
    """The templates, and what is the same for every page of one edition at one address."""

    def __init__(self, edition: Edition, base: str) -> None:
        self.edition = edition
        self.base = base
        self._templates = Environment(
            loader=PackageLoader("swifeeds.demo", "content/templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.globals.update(
            base=base, edition=edition, languages=LANGUAGES, width=WIDTH, height=HEIGHT
        )
        self._templates.filters.update(
            local=lambda moment: moment.astimezone(ZONE), rfc822=format_datetime
        )

    def article(self, piece: Piece) -> str:
        """An article's page, in the markup that the piece asks for."""
        template = piece.markup.value if piece.markup.is_legacy else "article"
        declared = json_ld(piece, self.edition, self.base) if piece.markup in _JSON_LD else None
        return self._print(
            f"{template}.html",
            language=piece.language,
            piece=piece,
            translations=self.edition.translations(piece),
            mates=self.edition.story_mates(piece),
            json_ld=declared and Safe(declared),  # noqa: S704 - `<` is escaped where it is made
        )

    def index(self, language: str) -> str:
        """The front page of one language, in that desk's own layout."""
        layout = self.edition.house[language]["layout"]
        pieces = self.edition.in_language(language)
        return self._print(f"index-{layout}.html", language=language, pieces=pieces)

    def archive(self) -> str:
        """The list of the archive."""
        return self._print("archive.html", language="en", pieces=self.edition.archive())

    def note(self, note: Note) -> str:
        """A plain page."""
        return self._print("note.html", language="en", note=note)

    def dispatch(self, dispatch: Dispatch) -> str:
        """A page of the agency."""
        return self._print("dispatch.html", language="en", dispatch=dispatch)

    def feed(self, dispatches: Sequence[Dispatch]) -> str:
        """The agency's RSS 2.0."""
        return self._print("agency.xml", language="en", dispatches=dispatches)

    def _print(self, template: str, *, language: str, **values: object) -> str:
        words = self.edition.house[language]
        page = self._templates.get_template(template)
        return page.render(language=language, words=words, **values)
