"""Does a draft look like damage: an error page, a wall, or a text that lost most of itself?

Better one article held for an editor's look than a hundred readers with "please enable
JavaScript" in their feeds. Measured by length alone where there is a good text to compare with;
by the words of such pages where there is none.
"""

from __future__ import annotations

import re

from swifeeds.markup import plain_text
from swifeeds.model import Article, Work

KEPT_SHARE = 0.4
"""A revision that keeps less than this share of the text is held: a correction mends or adds, and
even a shortened article rarely loses half."""

_ENOUGH_TO_JUDGE = 300
"""Characters below which a text is too short for its shrinking to mean anything."""

_SHORT_PAGE = 900
"""Characters above which a page that mentions a wall's words is an article about something."""

_TITLE = re.compile(
    r"^\W*(?:error\W*)?(?:40[0-9]|41[0-9]|42[0-9]|5\d\d)\b"
    r"|page (?:not found|unavailable)|access denied|just a moment|are you a robot"
    r"|attention required|service unavailable|bad gateway|internal server error"
    r"|seite nicht gefunden|zugriff verweigert|page (?:introuvable|non trouvée)|accès refusé"
    r"|pagina non trovata|accesso negato|página no encontrada|acceso denegado"
    r"|página não encontrada|acesso negado|страница не найдена|доступ запрещ[её]н"
    r"|ページが見つかりません|アクセスが拒否|页面不存在|找不到页面|拒绝访问"
    r"|الصفحة غير موجودة|تم رفض الوصول",
    re.IGNORECASE,
)

_WALL = re.compile(
    r"(?:enable|activate|turn on) (?:javascript|cookies)|verify (?:that )?you are (?:a )?human"
    r"|checking your browser|subscribe to (?:continue|read)|subscribers only"
    r"|log ?in to (?:continue|read)"
    r"|javascript (?:aktivieren|einschalten)|nur für abonnenten|jetzt abonnieren, um weiterzulesen"
    r"|activer javascript|réservé aux abonnés|abonnez-vous pour (?:lire|continuer)"
    r"|attiva(?:re)? javascript|riservato agli abbonati|abbonati per (?:leggere|continuare)"
    r"|habilit[ae]r? javascript|sólo para suscriptores|solo para suscriptores|suscríbete para"
    r"|ative o javascript|exclusivo para assinantes|assine para (?:ler|continuar)"
    r"|включите javascript|только для подписчиков|оформите подписку, чтобы"
    r"|javascriptを有効|有料会員限定|会員登録して続き|请启用 ?javascript|仅限订阅|订阅后继续阅读"
    r"|تفعيل ?(?:ال)?جافا ?سكريبت|للمشتركين فقط|اشترك (?:لمتابعة|لمواصلة) القراءة",
    re.IGNORECASE,
)


def suspicion(work: Work, known: Article | None) -> str | None:
    """One sentence that says what looks wrong, or None.

    Args:
        work: what came now.
        known: the article as kept, where there is one.
    """
    text = plain_text(work.content or "") or ""
    if _TITLE.search(work.title) and len(text) < _SHORT_PAGE:
        return f"its headline reads like an error page: “{work.title}”"
    if len(text) < _SHORT_PAGE and (wall := _WALL.search(f"{work.summary or ''} {text}")):
        return f"it reads like a wall in front of the article: “{wall[0]}”"
    if known is None or work.content is None:
        return None
    before = len(plain_text(known.content or "") or "")
    if before >= _ENOUGH_TO_JUDGE and len(text) < KEPT_SHARE * before:
        return f"the revision keeps {len(text)} of {before} characters of text"
    return None
