"""What an element inherits: the nearest that says something counts, and is asked once."""

from __future__ import annotations

from lxml.html import HtmlElement, fromstring

from swifeeds.extract.nearest import Nearest

PAGE = fromstring("<div lang='de'><p><b>1</b><i>2</i></p><p lang='fr'><b>3</b></p></div>")


def stated(element: HtmlElement) -> str | None:
    return element.get("lang")


def test_the_nearest_that_says_something_counts() -> None:
    languages = Nearest(stated, otherwise="")
    found = [languages.around(element) for element in PAGE.iter("b", "i")]
    assert found == ["de", "de", "fr"]


def test_where_nobody_says_anything_the_answer_is_the_other_one() -> None:
    assert Nearest(stated, otherwise="?").around(fromstring("<p><b>1</b></p>")[0]) == "?"


def test_an_answer_that_is_false_counts_as_one() -> None:
    within = Nearest(lambda element: False if element.tag == "p" else None, otherwise=True)
    assert within.around(PAGE[0][0]) is False


def test_each_element_is_asked_once() -> None:
    asked: list[HtmlElement] = []
    languages = Nearest(asked.append, otherwise="")
    for _ in range(2):
        for element in PAGE.iter():
            languages.around(element)
    assert len(asked) == len(set(asked)) == len(list(PAGE.getroottree().iter()))
