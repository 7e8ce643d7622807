"""Lines that speak of something beside the article's text, in ten languages."""

from __future__ import annotations

import pytest
from tests.unit.extract.page_documents import TEXT, URL, article, make_document, make_source

from swifeeds.extract import extract_article
from swifeeds.extract.phrases import Line, recognise

FOLLOW = (
    "Sign up for our weekly newsletter and never miss a story.",
    "Melden Sie sich hier für unseren Newsletter an!",
    "Abonnez-vous à notre lettre d’information pour tout savoir.",
    "Iscriviti alla nostra newsletter per non perdere le notizie del porto.",
    "Síganos en Telegram, Facebook y Twitter para recibir todas las noticias.",
    "Siga-nos no Instagram e no Facebook.",
    "公式ツイッターをフォローしてください。",
    "تابعونا على قناتنا في تليغرام وفيسبوك",
    "关注我们的微信公众号",
    "Подписывайтесь на наш канал в Telegram!",
)
RELATED = (
    "Read also:", "Mehr zum Thema", "À lire aussi :", "Leggi anche", "Lea también:", "Leia também",
    "関連記事", "اقرأ أيضًا", "相关新闻", "Читайте также:",
    "Related articles", "Weitere Artikel", "Sur le même sujet", "Articoli correlati",
    "Te puede interesar", "Saiba mais", "あわせて読みたい", "مواضيع ذات صلة", "延伸閱讀", "По теме",
)  # fmt: skip
PICTURES = (
    "Photo: Ann Author/Reuters", "Bildquelle: Hafenpost", "Crédits photos : La Poste",
    "Foto di: Anna Autrice", "Fotografía: Ana Autora / EFE", "Crédito: Ana Autora",
    "写真：港新聞社", "تصوير: آن أوثر", "图片来源：港报", "Фото: Анна Авторова / ТАСС",
)  # fmt: skip


@pytest.mark.parametrize("text", FOLLOW)
def test_an_invitation_to_follow_is_told(text):
    assert recognise(text) is Line.FOLLOW


@pytest.mark.parametrize("text", RELATED)
def test_a_heading_over_other_articles_is_told(text):
    assert recognise(text) is Line.RELATED


@pytest.mark.parametrize("text", PICTURES)
def test_a_line_about_the_picture_is_told(text):
    assert recognise(text) is Line.PICTURE


@pytest.mark.parametrize(
    "text",
    [
        "The harbour office will follow our advice and publish its newsletter again.",
        "More boats run on Friday than on any other day of the week, said the office.",
        "Read aloud, the agreement takes an hour.",
        "Photo albums of the old harbour were sold for a fortune.",
        "Foto: „Wir haben das nie gesehen“, sagte er. Dann ging er fort und kam nie wieder.",
        "Die Abonnenten des Newsletters erhielten die Nachricht am Montag.",
        "Les abonnés de la chaîne ont suivi le débat sur Facebook.",
        "Более того, лодки пойдут и в четверг.",
        "相关部门正在调查此事。",
        "関連する法律はまだない。",
        "المزيد من القوارب ستبحر يوم الجمعة.",
    ],
)
def test_text_that_begins_like_one_is_text(text):
    assert recognise(text) is None


def content_of(body):
    return extract_article(make_document(article(TEXT + body)), make_source()).drafts[0].content


def test_a_pointer_leaves_the_text_with_the_headline_that_it_points_to():
    pointed = "<p>Read also: <a href='/1'>The long winter of the harbour</a></p>"
    assert "winter" not in content_of(pointed + "<p>The boats run again on Thursday.</p>")


def test_a_sentence_that_begins_like_a_pointer_stays():
    kept = (
        "<p>More on the strike will be known when the office speaks on <a href='/1'>Friday</a>.</p>"
    )
    assert "will be known" in content_of(kept + "<p>The boats run again on Thursday.</p>")


def test_a_line_that_gives_the_page_s_own_address_is_no_text():
    line = f"<p>First published at {URL}</p>"
    assert "First published" not in content_of(line)
    assert "First published" in content_of(line.replace("881", "882"))
