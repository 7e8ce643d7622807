from __future__ import annotations

import pytest
from tests.unit.extract.page_documents import make_page

from swifeeds.extract.block_html import to_html
from swifeeds.extract.blocks import flatten
from swifeeds.extract.credits import read_credit, take_credit
from swifeeds.model import Credit

WITH = Credit(code="with-agencies")


def taken(html):
    blocks, credit = take_credit(flatten(make_page(f"<div>{html}</div>").root))
    return to_html(blocks), credit


@pytest.mark.parametrize(
    ("end", "credit"),
    [
        ("The talks go on on July 1.", "with agencies"),
        ("Die Gespräche gehen am 1. Juli weiter.", "mit Agenturen"),
        ("Les discussions reprennent le 1er juillet.", "avec les agences"),
        ("I colloqui riprendono.", "con agenzie"),
        ("Las conversaciones siguen.", "con agencias"),
        ("As conversas continuam.", "com agências"),
        ("会談は7月1日に再開する。", "通信社の情報を含む"),
        ("ستستأنف المحادثات في الأول من يوليو.", "مع وكالات"),
        ("会谈将于七月一日继续。", "与各通讯社联合报道"),
        ("Переговоры продолжатся.", "с использованием материалов агентств"),
        ("The talks go on.", "swissinfo.ch and agencies"),
        ("The talks go on.", "(with agencies)"),
    ],
)
def test_a_credit_glued_to_the_last_sentence_leaves_the_text(end, credit):
    assert taken(f"<p>Before.</p><p>{end} {credit}</p>") == (f"<p>Before.</p>\n<p>{end}</p>", WITH)


def test_a_credit_glued_without_a_full_stop_keeps_the_ordinal_before_it():
    assert taken("<p>Fortsetzung am 1. Juli mit Agenturen</p>") == (
        "<p>Fortsetzung am 1. Juli</p>",
        WITH,
    )


def test_a_credit_in_a_line_of_its_own_is_no_paragraph():
    assert taken("<p>The talks go on.</p><p><i>with agencies</i></p>") == (
        "<p>The talks go on.</p>",
        WITH,
    )


def test_named_agencies_are_kept_by_name():
    assert read_credit("(AFP, Reuters)") == Credit(code="agencies", agencies=("AFP", "Reuters"))
    assert read_credit("with AFP") == Credit(code="with-agencies", agencies=("AFP",))
    assert read_credit("Agenturen") == Credit(code="agencies")


@pytest.mark.parametrize(
    ("signature", "agencies"),
    [
        ("aja/PAP", ("PAP",)),
        ("(dpa/lby)", ("dpa",)),
        ("sda/dpa/afp", ("sda", "dpa", "afp")),
        ("ANSA/mr", ("ANSA",)),
    ],
)
def test_a_signature_of_an_agency_and_initials_is_its_credit(signature, agencies):
    html, credit = taken(f"<p>The talks go on.</p><p>{signature}</p>")
    assert (html, credit) == (
        "<p>The talks go on.</p>",
        Credit(code="agencies", agencies=agencies),
    )


@pytest.mark.parametrize("text", ["and/or", "24/7", "TCP/IP", "km/h", "Berlin/Bonn", "yes/no"])
def test_words_divided_by_a_stroke_are_no_signature(text):
    assert read_credit(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "The minister met the agencies.",
        "Two agencies closed. The third stays open for now, its director said on Tuesday in Bern.",
        "通信社がこれを伝えた。",
        "Reuters said so",
        "",
    ],
)
def test_a_sentence_about_agencies_is_no_credit(text):
    html = f"<p>Before it.</p><p>{text}</p>"
    assert taken(html)[1] is None


def test_markup_around_the_credit_does_not_hide_it():
    html, credit = taken("<p>Before.</p><p>They go on on <b>July 1.</b> <i>with agencies</i></p>")
    assert credit == WITH
    assert html == "<p>Before.</p>\n<p>They go on on <b>July 1.</b> <i></i></p>"
