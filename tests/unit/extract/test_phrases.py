"""Lines of page furniture in ten languages, worded as pages that nobody here has seen might."""

from __future__ import annotations

import pytest
from tests.http.locales import locale_of

from swifeeds.emit.phrases import reading_text
from swifeeds.extract.folding import fold
from swifeeds.extract.phrases import Line, recognise, strip_external, without_external
from swifeeds.localise import LANGUAGES

LINES = {
    Line.IMPORT: (
        "The present article was imported automatically from a previous CMS.",
        "Dieser Beitrag wurde automatisch aus der alten Website übertragen. Fehler bitte melden:",
        "Cet article a été repris de notre ancien système de gestion de contenu.",
        "Questo articolo è stato importato automaticamente dal vecchio sito.",
        "Este artículo fue importado automáticamente de nuestra antigua página web.",
        "Este artigo foi automaticamente importado do nosso antigo site para o novo.",
        "この記事は以前のコンテンツ管理システムから自動でインポートされたものです。",
        "استُوردت هذه المقالة آليًا من نظام إدارة المحتوى القديم لهذا المقال.",
        "本文章由舊的內容管理系統自動匯入，如有顯示錯誤請告知我們：",
        "Данный материал был автоматически перенесён со старого сайта на новый.",
    ),
    Line.STANDARDS: (
        "In compliance with the JTI standards", "Entspricht den JTI-Standards",
        "Conforme aux normes du JTI", "Conforme agli standard JTI",
        "Conforme a los criterios de la JTI", "De acordo com os padrões da JTI",
        "JTIの基準に準拠", "متوافق مع معايير JTI", "符合JTI标准",
        "В соответствии со стандартами JTI",
    ),
    Line.CERTIFIED: (
        "More: the Post is certified by the Journalism Trust Initiative",
        "Mehr: JTI-Zertifizierung der Hafenpost",
        "Plus : La Poste certifiée par la Journalism Trust Initiative",
        "Altri sviluppi: la Posta certificata dalla Journalism Trust Initiative",
        "Mostrar más: El Correo, certificado por la JTI",
        "Mostrar mais: Certificação JTI do Correio",
        "おすすめの記事：港ポスト、JTI認証を取得", "المزيد: البريد يحصل على شهادة JTI",
        "更多：邮报获得JTI认证", "Показать больше: «Почта» имеет сертификат JTI",
    ),
    Line.CONTRIBUTIONS: (
        "Comments under this article are closed.",
        "Die Kommentarfunktion unter diesem Beitrag ist geschlossen.",
        "Les commentaires ont été désactivés sous cet article.",
        "I commenti a questo articolo sono stati disattivati.",
        "Las contribuciones a este artículo han sido desactivadas.",
        "As contribuições sob este artigo foram desativadas.",
        "この記事へのコメント機能は無効になっています。",
        "لقد تم إغلاق باب التعليقات على هذا المقال.", "本文评论功能已关闭。",
        "Комментарии к этой статье отключены.",
    ),
    Line.SHARE: (
        "Share this story", "Teilen Sie diesen Artikel", "Partager cet article",
        "Condividi questo articolo", "Comparta esta historia", "Compartilhe este artigo",
        "この記事を共有する", "شارك هذه القصة", "分享此文章", "Поделиться этой историей",
    ),
    Line.PASSWORD: (
        "Change your password", "Ändern Sie Ihr Passwort", "Changez votre mot de passe",
        "Modificare la password", "Cambie su contraseña", "Altere sua senha",
        "パスワードを変更する", "غيّر كلمة المرور الخاصة بك", "更改您的密码", "Сменить пароль",
    ),
    Line.PROFILE: (
        "Do you really want to delete your profile?", "Wollen Sie Ihr Profil wirklich löschen?",
        "Voulez-vous vraiment supprimer votre profil ?", "Vuoi davvero eliminare il tuo profilo?",
        "¿Realmente quiere borrar su perfil?", "Você realmente quer deletar seu perfil?",
        "本当にプロフィールを削除しますか？", "هل تريد حقاً حذف ملفك الشخصي؟",
        "您真的要删除您的个人资料吗？", "Вы действительно хотите удалить свой профиль?",
    ),
    Line.STORY: (
        "Articles in this story", "Artikel zu dieser Geschichte", "Articles de ce dossier",
        "Articoli di questa storia", "Artículos en esta historia", "Artigos nesta história",
        "この特集の記事", "مقالات في هذه القصة", "本专题的文章", "Статьи этого сюжета",
    ),
}  # fmt: skip

CONTACTS = (
    "To report factual errors or start a conversation, email us at",
    "Um sachliche Fehler zu melden, senden Sie uns bitte eine E-Mail an",
    "Pour signaler des erreurs factuelles, envoyez-nous un courriel à",
    "Per segnalare errori, inviateci un'e-mail all'indirizzo",
    "Para informar de errores, envíenos un correo electrónico a",
    "Para relatar erros factuais, envie-nos um e-mail para",
    "事実の誤りを見つけた方は、次の宛先までメールをお寄せください：",
    "للإبلاغ عن أخطاء في الوقائع راسلنا على البريد",
    "如发现事实错误，请发送电子邮件至",
    "Чтобы сообщить об ошибках, напишите нам по адресу",
)

NEWS = (
    "The minister left without comment, and talks behind closed doors went on.",
    "They share this view of the story.",
    "Pistolets automatiques importés de l’ancienne Yougoslavie, lit-on au dossier de la police.",
    "Автомобили, импортированные со старых заводов, стояли в порту.",
    "自動車の輸入は旧システムの頃より増えた。",
    (
        "The Journalism Trust Initiative was founded by an organisation that defends reporters,"
        " and it has since certified hundreds of outlets in dozens of countries, large and small,"
        " rich and poor, on every continent."
    ),
    "Mediators asked the delegations to stay in Geneva.",
    "حذف الملف من جدول الأعمال.",
)


EVERY = [(line, text) for line, texts in LINES.items() for text in texts]


@pytest.mark.parametrize(("line", "text"), EVERY)
def test_a_line_is_known_by_its_stems_in_every_language(line, text):
    assert recognise(text) is line


@pytest.mark.parametrize("line", LINES)
def test_every_line_is_tried_in_ten_languages(line):
    assert len(LINES[line]) == 10


@pytest.mark.parametrize("text", CONTACTS)
def test_the_address_for_errors_is_announced_in_every_language(text):
    assert recognise(text) is Line.CONTACT


@pytest.mark.parametrize("text", NEWS)
def test_news_that_holds_the_words_is_no_furniture(text):
    assert recognise(text) is None


@pytest.mark.parametrize(
    "text",
    ["2 minutes", "12 min read", "10 Minuten", "3 минуты", "12 分钟", "1دقيقة", "5-minute read",
     "Lesedauer: 4 Min.", "Temps de lecture : 10 minutes", "Reading time about 5 min",
     "預計閱讀時間：3分鐘", "Время на чтение: 7 минут", "وقت القراءة: 3 دقائق"],
)  # fmt: skip
def test_a_reading_time_is_no_text(text):
    assert recognise(text) is Line.READING_TIME


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reading_time_that_we_write_is_no_text_either(language):
    say = locale_of(language)
    assert {recognise(reading_text(n, say)) for n in (1, 2, 3, 11, 21)} == {Line.READING_TIME}


def test_case_accents_and_punctuation_do_not_count():
    assert fold("«Été» – ÜBER!") == fold("ete uber")
    assert recognise("IN COMPLIANCE, with the J.T.I. … JTI   Standards") is Line.STANDARDS


@pytest.mark.parametrize(
    ("label", "bare"),
    [
        ("SpokespersonExternal link", "Spokesperson"),
        ("MinisteriumExterner Link", "Ministerium"),
        ("вестникВнешняя ссылка", "вестник"),
        ("報告書外部リンク", "報告書"),
        ("External link", "External link"),
        ("Externally linked", "Externally linked"),
    ],
)
def test_a_label_loses_the_words_for_screen_readers(label, bare):
    assert without_external(label) == bare


def test_the_words_go_from_links_in_html_and_stay_in_sentences():
    html = (
        '<p>An external link: <a href="https://a.example/">report<span>External link</span></a></p>'
    )
    assert strip_external(html) == (
        '<p>An external link: <a href="https://a.example/">report<span></span></a></p>'
    )


@pytest.mark.parametrize(
    ("label", "bare"),
    [
        ("Office (External link)", "Office"),
        ('Amt <span class="sr">(Externer Link)</span>', 'Amt <span class="sr"></span>'),
        ("<b>官庁</b>（外部リンク）", "<b>官庁</b>"),
        ("External link", "External link"),
        ("<span>Lien externe</span>", "<span>Lien externe</span>"),
    ],
)
def test_a_link_is_left_with_a_label(label, bare):
    begin = '<p>Seen <a href="https://a.example/">'
    assert strip_external(f"{begin}{label}</a></p>") == f"{begin}{bare}</a></p>"


@pytest.mark.parametrize(
    "text",
    [
        "議論は夜まで続き、結論は出なかったという",
        "外相は「事実ではない」と強調し、関係国と連絡を取り合うと語った（共同）",
    ],
)
def test_a_japanese_sentence_without_a_full_stop_is_no_contact_line(text):
    assert recognise(text) is None
