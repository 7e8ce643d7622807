"""What a reader is told where no published page can be sent, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from swifeeds.emit.html import Message, Pages, render_message
from swifeeds.emit.html_page import site_title
from swifeeds.localise.locale import Locale
from swifeeds.model import Publication, Representation
from swifeeds.serve.near import Suggestions


@dataclass(frozen=True, slots=True, kw_only=True)
class Messages:
    """Writes the few pages that are rendered live. `locales` has every language of the site."""

    pages: Pages
    publication: Publication
    locales: Mapping[str, Locale]

    def missing(self, language: str, stories: Suggestions) -> Representation:
        """404, with the stories that the reader may have meant, else with the newest."""
        locale = self.locales[language]
        return self._page(
            locale,
            title=locale.text("Page not found"),
            text=locale.text("There is nothing at this address."),
            suggested=stories,
        )

    def empty(self, language: str) -> Representation:
        """404 at a catalogue that nothing was published for yet."""
        locale = self.locales[language]
        return self._page(
            locale,
            title=site_title(self.publication, language),
            text=locale.text("There are no articles in this language yet."),
        )

    def withdrawn(self, language: str, path: str, stories: Suggestions) -> Representation:
        """410: an article that its publisher took back, or a story or anything else that ended."""
        locale = self.locales[language]
        if "/articles/" in path:
            return self._page(
                locale,
                # Translators: heading of the page of a withdrawn article.
                title=locale.text("Withdrawn"),
                text=locale.text("This article was withdrawn by its publisher."),
            )
        text = (
            locale.text("This story is no longer published here.")
            if "/stories/" in path
            else locale.text("There is nothing at this address anymore.")
        )
        # Translators: heading of the page at an address that is gone for good.
        title = locale.text("No longer published")
        return self._page(locale, title=title, text=text, suggested=stories)

    def moved(self, language: str, location: str) -> Representation:
        """301, for whoever reads the body: the new address as a link."""
        locale = self.locales[language]
        sentence = locale.text("This page has moved for good.")
        return self._page(locale, title=sentence, text=None, links=((location, location),))

    def broken(self, language: str) -> Representation:
        """500: nothing of what went wrong is shown; the log has it."""
        locale = self.locales[language]
        return self._page(
            locale,
            title=locale.text("Something went wrong"),
            text=locale.text(
                "The service could not answer this request. Please try again in a moment."
            ),
        )

    def _page(
        self,
        locale: Locale,
        *,
        title: str,
        text: str | None,
        suggested: Suggestions | None = None,
        links: tuple[tuple[str, str], ...] = (),
    ) -> Representation:
        heading = None
        if suggested and suggested.stories:
            links = suggested.stories
            heading = (
                # Translators: heading over a list of stories.
                locale.text("Stories you may be looking for")
                if suggested.are_near
                # Translators: heading over a list of stories.
                else locale.text("Newest stories")
            )
        message = Message(title=title, text=text, links_title=heading, links=links)
        return render_message(self.pages, message, publication=self.publication, locale=locale)
