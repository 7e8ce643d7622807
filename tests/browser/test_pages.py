"""Our pages as a browser sees them: direction, quiet console, accessibility, narrow screens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from tests.http.sample import LANGUAGES, locales

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]

PATHS = (
    "/{language}/",
    "/{language}/stories/caucasus-talks/",
    "/{language}/articles/{language}0/",
    "/{language}/stories/caucasus-talk/",
)


@contextmanager
def opened(browser, **settings) -> Iterator:
    context = browser.new_context(**settings)
    try:
        yield context.new_page()
    finally:
        context.close()


def paths(language: str) -> list[str]:
    return [path.format(language=language) for path in PATHS]


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_run_in_their_direction_and_ask_nobody_else(browser, address, language):
    said: list[str] = []
    asked: list[str] = []
    with opened(browser, locale=language) as page:
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        for path in paths(language)[:2]:
            page.goto(address + path)
            direction = page.evaluate("getComputedStyle(document.documentElement).direction")
            assert direction == ("rtl" if language == "ar" else "ltr")
            assert page.evaluate("document.styleSheets.length") == 1
    assert said == []
    assert [url for url in asked if not url.startswith(f"{address}/")] == []


@pytest.mark.parametrize(
    ("language", "scheme"), [("de", "light"), ("ar", "dark"), ("ja", "dark"), ("zh", "light")]
)
def test_axe_finds_nothing_to_mend(browser, address, language, scheme):
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe-playwright-python not installed"
    ).Axe()
    with opened(browser, color_scheme=scheme) as page:
        for path in paths(language):
            page.goto(address + path)
            for why in page.locator("details").all():
                why.evaluate("details => details.open = true")
            found = axe.run(page).response["violations"]
            assert [(path, one["id"], one["nodes"][0]["html"]) for one in found] == []


@pytest.mark.parametrize("language", ["de", "ar", "ja"])
def test_a_narrow_screen_never_scrolls_sideways(browser, address, language):
    with opened(browser, viewport={"width": 320, "height": 640}) as page:
        for path in paths(language):
            page.goto(address + path)
            width = page.evaluate("document.documentElement.scrollWidth")
            assert width <= 320, path


def test_pages_work_without_javascript_and_by_keyboard_alone(browser, address):
    with opened(browser, java_script_enabled=False) as page:
        page.goto(f"{address}/en/stories/caucasus-talks/")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.url.endswith("#main")
        page.locator("summary").first.focus()
        page.keyboard.press("Enter")
        phrase = locales()["en"].text("matches the rule of the story")
        assert page.get_by_text(phrase).first.is_visible()


def test_the_switch_leads_to_the_same_story_in_the_other_language(browser, address):
    with opened(browser) as page:
        page.goto(f"{address}/en/stories/caucasus-talks/")
        page.get_by_role("navigation").get_by_text("العربية").click()
        assert page.url == f"{address}/ar/stories/caucasus-talks/"
        assert page.locator("html").get_attribute("dir") == "rtl"
