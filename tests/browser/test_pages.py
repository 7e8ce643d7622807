"""Our pages as a browser sees them: direction, quiet console, accessibility, narrow screens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path

import pytest
from tests.http.sample import HEADLINES, LANGUAGES, locales

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]

PAGES = {
    "catalogue": "/{language}/",
    "story": "/{language}/stories/caucasus-talks/",
    "article": "/{language}/articles/{language}0/",
    "section": "/{language}/sections/world/",
    "source": "/{language}/sources/press/",
    "older": "/{language}/stories/long/2/",
}
DEAD = {"missing": "/{language}/stories/caucasus-talk/", "gone": "/de/stories/ended/feed.rss"}
LOOKS = tuple(product(("light", "dark"), (360, 1280)))
OUTPUT = Path(__file__).parents[1] / "output" / "pages"


@contextmanager
def opened(browser, *, width: int = 1280, **settings) -> Iterator:
    context = browser.new_context(viewport={"width": width, "height": 800}, **settings)
    try:
        yield context.new_page()
    finally:
        context.close()


@pytest.fixture(scope="module")
def window(browser):
    """One window for all who only look; a new one costs as much as two pages."""
    with opened(browser) as page:
        yield page


def look(window, scheme: str, width: int) -> None:
    """Give the window its width, and the reader a taste."""
    window.set_viewport_size({"width": width, "height": 800})
    window.emulate_media(color_scheme=scheme)


def place(name: str, language: str) -> str:
    return {**PAGES, **DEAD}[name].format(language=language)


def unless_left(request) -> list[str]:
    """Its address; nothing where the test itself went on before the icon had come."""
    return [] if request.failure == "net::ERR_ABORTED" else [request.url]


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_run_in_their_direction_and_ask_nobody_else(browser, address, language):
    said: list[str] = []
    failed: list[str] = []
    asked: list[str] = []
    with opened(browser, locale=language, width=320) as page:
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("response", lambda answer: failed.append(answer.url) if answer.status > 399 else 0)
        page.on("requestfailed", lambda request: failed.extend(unless_left(request)))
        page.on("request", lambda request: asked.append(request.url))
        for name in PAGES:
            page.goto(address + place(name, language))
            root = page.locator("html")
            direction = "rtl" if language == "ar" else "ltr"
            assert root.get_attribute("lang") == language
            assert root.get_attribute("dir") == direction
            assert page.evaluate("getComputedStyle(document.body).direction") == direction
            assert page.evaluate("document.styleSheets.length") == 1
            assert page.locator("h1").count() == 1
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, name
    assert said == []
    assert [url for url in asked if not url.startswith(f"{address}/")] == []
    assert failed == []


def test_a_dead_address_is_readable_on_a_narrow_screen(browser, address):
    with opened(browser, width=320) as page:
        for name, language in (("missing", "ar"), ("missing", "ja"), ("gone", "de")):
            page.goto(address + place(name, language))
            assert page.evaluate("document.documentElement.scrollWidth") <= 320
            story = page.get_by_role("main").get_by_role("link", name=HEADLINES[language][0])
            assert story.is_visible()


def violations(page) -> list[tuple[str, str]]:
    """What axe finds, with the rule that asks for a contrast of 7:1 (WCAG 1.4.6) besides."""
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe-playwright-python not installed"
    ).Axe()
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    options = {
        "rules": {"color-contrast-enhanced": {"enabled": True}},
        "resultTypes": ["violations"],  # the rest is cut short, not described node by node
    }
    found = axe.run(page, options=options).response["violations"]
    return [(one["id"], one["nodes"][0]["html"]) for one in found]


@pytest.mark.parametrize(("place_in_order", "language"), tuple(enumerate(LANGUAGES)))
def test_axe_finds_nothing_to_mend(window, address, place_in_order, language):
    """Every language on every page, each in one of the four looks; three below in all four."""
    look(window, *LOOKS[place_in_order % len(LOOKS)])
    for name in ("catalogue", "story", "article", "section", "source", "missing"):
        window.goto(address + place(name, language))
        assert violations(window) == [], name


@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_axe_finds_nothing_to_mend_in_any_look(window, address, scheme, width):
    look(window, scheme, width)
    for name, language in (("catalogue", "de"), ("story", "ar"), ("gone", "de")):
        window.goto(address + place(name, language))
        assert violations(window) == [], name


def test_pages_work_without_javascript_and_by_keyboard_alone(browser, address):
    with opened(browser, java_script_enabled=False) as page:
        page.goto(address + place("story", "en"))
        page.keyboard.press("Tab")
        skip = page.get_by_role("link", name=locales()["en"].text("Skip to content"))
        assert skip.bounding_box()["y"] >= 0
        page.keyboard.press("Enter")
        assert page.url.endswith("#main")
        page.locator(".why summary").first.focus()
        page.keyboard.press("Enter")
        phrase = locales()["en"].text_in("reason", "matches the rule of the story")
        assert page.get_by_text(phrase).first.is_visible()
        assert not page.locator("button").is_visible()
        assert page.locator("#address").input_value().endswith("/feed.rss")


def test_whatever_has_the_focus_shows_it(browser, address):
    with opened(browser) as page:
        page.goto(address + place("story", "en"))
        seen = 0
        for _ in range(60):
            page.keyboard.press("Tab")
            outline = page.evaluate(
                "document.activeElement === document.body ? null :"
                " getComputedStyle(document.activeElement).outlineStyle"
            )
            if outline is None:
                break
            assert outline == "solid", page.evaluate("document.activeElement.outerHTML")
            seen += 1
        assert seen > 20


def test_the_button_copies_the_address_and_says_so(browser, address):
    with opened(browser, locale="de") as page:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
        page.goto(address + place("story", "de"))
        button = page.get_by_role("button", name=locales()["de"].text_in("button", "Copy address"))
        button.click()
        page.get_by_role("button", name=locales()["de"].text_in("button", "Copied")).wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == page.locator("#address").input_value()
        button.wait_for()


def test_where_no_clipboard_is_at_hand_the_older_way_copies(browser, address):
    """A site without TLS has no `navigator.clipboard`."""
    with opened(browser) as page:
        page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
        page.goto(address + place("story", "en"))
        page.get_by_role("button").click()
        page.get_by_role("button", name=locales()["en"].text_in("button", "Copied")).wait_for()


def test_time_in_the_chart_runs_as_the_page_does(browser, address):
    with opened(browser) as page:
        for language, is_left_to_right in (("de", True), ("ar", False)):
            page.goto(f"{address}/{language}/stories/long/")
            first, last = page.locator(".axis span").all()
            assert (first.bounding_box()["x"] < last.bounding_box()["x"]) is is_left_to_right
            bars = page.locator("svg rect").evaluate_all(
                "bars => bars.map(bar => bar.x.baseVal.value)"
            )
            assert bars == sorted(bars, reverse=not is_left_to_right)


def test_a_reader_turns_the_sheets_of_a_long_story(browser, address):
    with opened(browser) as page:
        page.goto(f"{address}/en/stories/long/")
        texts = locales()["en"].text("Earlier articles"), locales()["en"].text("Later articles")
        for text, path in ((texts[0], "2/"), (texts[0], "3/"), (texts[1], "2/"), (texts[1], "")):
            page.get_by_role("link", name=text).click()
            assert page.url == f"{address}/en/stories/long/{path}"


def test_on_paper_there_are_articles_and_no_controls(browser, address):
    with opened(browser, color_scheme="dark") as page:
        page.goto(address + place("story", "de"))
        page.emulate_media(media="print")
        assert page.get_by_role("heading", name=HEADLINES["de"][0]).is_visible()
        for control in ("nav", ".follow", "details"):
            assert not page.locator(control).first.is_visible()
        paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        assert paper == "rgb(255, 255, 255)"
        assert page.pdf().startswith(b"%PDF")


def test_the_switch_leads_to_the_same_story_in_the_other_language(browser, address):
    with opened(browser) as page:
        page.goto(f"{address}/en/stories/caucasus-talks/")
        page.get_by_role("navigation").get_by_text("العربية").click()
        assert page.url == f"{address}/ar/stories/caucasus-talks/"
        assert page.locator("html").get_attribute("dir") == "rtl"


@pytest.mark.parametrize("language", ["de", "ar", "ja", "zh"])
def test_screenshots_are_kept_to_be_looked_at(window, address, language):
    OUTPUT.mkdir(parents=True, exist_ok=True)
    for name in ("catalogue", "story", "article"):
        window.goto(address + place(name, language))
        for scheme, width in LOOKS:
            look(window, scheme, width)
            file = OUTPUT / f"{name}-{language}-{width}-{scheme}.png"
            window.screenshot(path=file, full_page=True)
            assert file.stat().st_size > 5_000


_TORN = """() => [...document.querySelectorAll(".also")].flatMap(list => {
  const box = (node, at) => {
    const range = document.createRange(); range.setStart(node, at); range.setEnd(node, at + 1)
    return range.getBoundingClientRect()
  }
  const together = (one, other) =>
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > one.height / 2
  const texts = [...list.childNodes].filter(node => node.nodeType === Node.TEXT_NODE)
  return texts.flatMap(text => {
    const [word, before, after] = [text.data.trim(), text.previousSibling, text.nextSibling]
    if (word === "、") {
      const name = before.lastChild
      return together(box(text, 0), box(name, name.length - 1)) ? [] : [name.data + word]
    }
    if (word !== "و") return []
    const and = box(text, text.data.indexOf("و"))
    return together(and, box(after.firstChild, 0)) ? [] : [word + after.firstChild.data]
  })
})"""
"""What a line break tears apart: a comma from the name before it, an Arabic and from the next."""


@pytest.mark.parametrize("language", ["ja", "zh", "ar"])
def test_lists_of_languages_break_where_their_writing_may(browser, address, language):
    torn = {}
    for width in range(300, 440, 10):
        with opened(browser, locale=language, width=width) as page:
            page.goto(address + place("story", language))
            torn[width] = page.evaluate(_TORN)
    assert not any(torn.values()), torn
