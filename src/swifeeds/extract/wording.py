"""What the lines around articles say: the stems of their words, by language.

`+` joins what must all occur, `|` divides variants of one word or stem. Facts about real pages
(research on localisation, 2.8) where there are any, plausible wordings where none is public.
"""

from __future__ import annotations

from collections.abc import Mapping

_JTI = (
    "jti|journalism trust initiative|ジャーナリズム・トラスト|ジャーナリズムトラスト|報道信頼|مبادرة الثقة|الثقة في الصحافة|الثقة بالصحافة"
    "|新闻信任|新聞信任|新闻可信|新聞可信|新闻信托|доверия к журналист|доверие к журналист|журналистского доверия|инициатива доверия"
    "|confiance dans le journalisme|confianza en el periodismo|confianza periodistica"
    "|confiança no jornalismo|fiducia nel giornalismo|vertrauen in den journalismus|vertrauen im journalismus"
)

LINES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "import": {
        "en": (
            "import|migrat|transfer|moved + old|former|previous|legacy|earlier + content management|cms|editorial system|publishing system|content system + article|page|content item|story|text|post",
            "automatic + import|migrat|transfer|convert + old|former|previous|legacy|archive|earlier + article|page|content item|story|text|post",
        ),
        "de": (
            "import|übernommen|überführt|migriert|übertragen + alt|früher|ehemalig|vorherig|bisherig + content management|cms|redaktionssystem|content system|verwaltungssystem|managementsystem + artikel|beitrag|text|seite|story",
            "automatisch + import|übernommen|überführt|übertragen|migriert + alt|früher|archiv|ehemalig|bisherig + artikel|beitrag|text|seite|story",
        ),
        "fr": (
            "import|migré|transfér|repris + ancien|précédent|vieux + gestion de contenu|gestion des contenus|cms|éditorial|publication + article|texte|page|sujet",
            "automatiquement|automatique + import|transfér|migré|repris + ancien|archive|précédent|vieux + article|texte|page|sujet",
        ),
        "it": (
            "import|migrat|trasferit + vecchi|precedente|passato + gestione|cms|editoriale|contenuti + articolo|testo|pagina|pezzo",
            "automatic + import|trasferit|migrat + vecchi|precedent|archivi + articolo|testo|pagina|pezzo",
        ),
        "es": (
            "import|migra|transfer|traslad + antigu|anterior|viej + gestión|gestor|cms|editorial|contenidos + artículo|texto|página|nota",
            "automátic + import|migra|transfer|traslad + antigu|anterior|archivo|viej + artículo|texto|página|nota",
        ),
        "pt": (
            "import|migrad|transferid + antig|anterior|velh + gestão|gerenciamento|gestor|cms|conteúdo|editorial + artigo|texto|página|matéria",
            "automatic + import|migrad|transferid + antig|anterior|arquivo|velh + artigo|texto|página|matéria",
        ),
        "ja": (
            "自動 + インポート|移行|取り込|取込|転送|移され|転載 + 記事|ページ|本文|このコンテンツ",
            "インポート|移行|取り込|取込|移され|転載 + 旧|古い|以前の|従来の + コンテンツ|CMS|システム + 記事|ページ|本文|このコンテンツ",
        ),
        "ar": (
            "استيراد|نقل|استورد|مستورد|ترحيل + القديم|السابق|قديم|سابق + إدارة المحتو|نظام|cms + المقال|هذا المحتو|النص|الصفحة|المادة",
            "تلقائي|آلي|أوتوماتيكي + استيراد|نقل|استورد|مستورد|ترحيل + المقال|هذا المحتو|النص|الصفحة|المادة",
        ),
        "zh": (
            "自动|自動 + 导入|導入|匯入|汇入|迁移|遷移|移轉|转入|轉入|迁入 + 文章|页面|頁面|本文|此文|此内容|本内容|该文",
            "导入|導入|匯入|迁移|遷移|转自|移入|迁入 + 旧|舊|以前|原来|原有|老|先前|之前 + 内容管理|內容管理|系统|系統|cms + 文章|页面|頁面|本文|此文|此内容|本内容|该文",
        ),
        "ru": (
            "импорт|перенес|перенос|загружен|мигрир + стар|прежн|прошл|предыдущ + управления|cms|систем + стать|материал|текст|страниц",
            "автоматическ + импорт|перенес|загружен|мигрир + стать|материал|текст|страниц",
        ),
    },
    "certified": {
        "all": (
            f"{_JTI} + certif|zertif|認証|認定|认证|認證|شهادة|اعتماد|معتمد|معتمدة|حاصل|сертиф|аккредит|akkredit",
        ),
    },
    "standards": {
        "all": (
            f"{_JTI} + standard|norm|complian|comply|criteri|critèr|übereinstimm|konform|conform|基準|標準|标准|准则|準則|準拠|معايير|معيار|стандарт|соответств|критери|padrões|padrão|estándar|richtlinien|guideline|requirements|regeln|directives|principi|規格|规范",
        ),
    },
    "contributions": {
        "en": (
            "contribution|comments|commenting + turned off|closed|disabled|deactivated|switched off|no longer possible|not possible|no longer open + this article|this story|this page|under|below|debate",
        ),
        "de": (
            "kommentar|beiträge|wortmeldungen + deaktiviert|geschlossen|ausgeschaltet|abgeschaltet|nicht mehr möglich|gesperrt + diesem artikel|diesem beitrag|dieser story|dieser seite|diesem text|diesen artikel|diesen beitrag|unter|debatte",
        ),
        "fr": (
            "contribution|commentaire + désactivé|fermé|sont clos|été clos|suspendu|plus possible + cet article|ce contenu|cette page|ce sujet|débats en cours",
        ),
        "it": (
            "contribut|commenti + disattivat|chius|disabilitat|sospes|non è più possibile + questo articolo|questa pagina|questo contenuto|quest articolo|dibattiti in corso",
        ),
        "es": (
            "contribucion|comentarios|aportacion + desactivad|cerrad|deshabilitad|inhabilitad|suspendid + este artículo|esta página|este contenido|esta nota|debates en curso",
        ),
        "pt": (
            "contribuiç|comentários|participaç + desativad|encerrad|fechad|desabilitad|desligad|suspens + este artigo|neste artigo|deste artigo|esta página|nesta página|este conteúdo|esta matéria|nesta matéria|debates em curso",
        ),
        "ja": (
            "コメント|投稿|ご意見|書き込み + 無効|締め切|閉じ|停止|終了|受け付けて|受付け|オフ + 記事|ページ|議論|機能|欄|受付",
            "コメント|投稿 + できません|できなくな|不可 + 記事|ページ|機能|欄",
        ),
        "ar": (
            "التعليق|تعليقات|المساهمة|المساهمات|مساهمات|المشاركة|مشاركات + إيقاف|تعطيل|إغلاق|أغلق|غير متاح|مغلق|وقف|أوقف|توقف + المقال|الصفحة|المادة|الموضوع|نقاش",
        ),
        "zh": (
            "评论|評論|留言|投稿|跟帖 + 关闭|關閉|停用|禁用|停止|截止 + 文|页|頁|讨论|討論",
            "评论|評論|留言 + 不能|无法|無法|不再 + 文|页|頁",
        ),
        "ru": (
            "комментари|комментиров|участие в обсужд + отключ|закрыт|выключ|недоступ|деактивир + стать|материал|страниц|дискусси",
        ),
    },
    "debates": {
        "en": ("debate|discussion + journalist|team + here|join|overview|ongoing",),
        "de": ("debatte|diskussion + journalist|redaktion + hier|überblick|laufend|mit",),
        "fr": ("débat|discussion + journaliste|rédaction + ici|aperçu|cours|rejoign",),
        "it": ("dibattit|discussion + giornalist|redazione + qui|panoramica|corso|unit|partecip",),
        "es": ("debate|discusion + periodista|redacción + aquí|resumen|curso|únase|particip",),
        "pt": ("debate|discuss + jornalista|redação + aqui|visão|andamento|curso|particip|junte",),
        "ja": ("議論|討論|ディベート + 記者|ジャーナリスト|編集部 + こちら|一覧|参加|進行中",),
        "ar": ("نقاش|حوار|مناقش + صحفي|صحافي|فريق + هنا|نظرة|الجارية|انضم|شارك",),
        "zh": ("讨论|討論|辩论|辯論 + 记者|記者|编辑 + 此|这里|這裡|加入|参与|參與|正在",),
        "ru": ("дискусси|обсужден|дебат + журналист|редакц + здесь|тут|обзор|текущ|присоедин",),
    },
    "contact": {
        "en": (
            "error|conversation|discuss|feedback|mistake + email us|e mail us|write to us|mail us|contact us|us at|by email|an email|an e mail|write to",
        ),
        "de": (
            "fehler|gespräch|diskussion|irrtum|hinweis + e mail|email|mail an|schreiben sie|kontaktieren|schreiben an",
        ),
        "fr": (
            "erreur|conversation|discussion|débat|inexactitude + e mail|email|courriel|écrivez|écrire|contactez|mail",
        ),
        "it": (
            "errori|errore|conversazione|discussione|inesattezz + e mail|email|scriv|contatt|mail|posta",
        ),
        "es": (
            "error|conversación|debate|discusión|inexactitud + correo|e mail|email|escrib|contact|mail",
        ),
        "pt": (
            "erro|conversa|debate|discuss|incorreç|imprecis + e mail|email|escrev|contat|contact|correio|mail",
        ),
        "ja": (
            "誤り|間違い|事実|議論|会話|話し合い|誤字|ミス|ご意見|対話 + メール|連絡|ご一報|お寄せ|まで",
        ),
        "ar": (
            "خطأ|أخطاء|نقاش|حوار|محادثة|مناقشة + راسل|البريد|إيميل|الكتابة|اكتب|بريد|تواصل|مراسلة",
        ),
        "zh": (
            "错误|錯誤|讨论|討論|对话|對話|不实|失实|差错|交流 + 邮件|郵件|邮箱|郵箱|来信|联系|聯繫|电邮|電郵|写信|發信",
        ),
        "ru": (
            "ошибк|разговор|дискусси|обсужд|беседу|неточност + почт|e mail|email|пишите|напишите|свяж|адрес|письмо",
        ),
    },
    "share": {
        "en": ("share + story|article|page|this",),
        "de": ("teilen + story|artikel|beitrag|geschichte|seite",),
        "fr": ("partage + article|histoire|page|contenu|récit|sujet",),
        "it": ("condivid + articolo|storia|pagina|questo|questa",),
        "es": ("compart + artículo|historia|página|esta|este|noticia",),
        "pt": ("compartilh|partilh + artigo|história|matéria|página|este|esta|notícia",),
        "ja": ("シェア|共有 + 記事|ストーリー|この|ページ",),
        "ar": ("شارك|مشاركة|شاركوا + المقال|القصة|الخبر|الموضوع|هذا|هذه|الصفحة",),
        "zh": ("分享|转发|轉發 + 文|故事|报道|報道|此|本|这|這|页",),
        "ru": ("подел + стать|истори|материал|этой|этим|страниц|новост",),
    },
    "password": {
        "en": ("change|reset|forgot + password",),
        "de": ("passwort|kennwort + änder|zurücksetz|vergessen|wechsel",),
        "fr": ("mot de passe + chang|modifi|oubli|réinitialis",),
        "it": ("password|parola chiave + cambi|modific|dimentic|reimpost",),
        "es": ("contraseña|clave + cambi|modific|olvid|restable",),
        "pt": ("senha|palavra passe + alter|mud|esquec|troc|redefin",),
        "ja": ("パスワード + 変更|忘れ|再設定|変える",),
        "ar": ("كلمة المرور|كلمة السر|كلمة مرور|كلمة سر + تغيير|غير|نسيت|إعادة|تبديل|تعديل",),
        "zh": ("密码|密碼 + 更改|修改|变更|變更|更换|更換|忘记|忘記|重置|重設|改",),
        "ru": ("парол + измен|смен|забыл|сброс|помен",),
    },
    "profile": {
        "en": ("profile|account + delete|remove + really|sure|your|want",),
        "de": ("profil|konto + lösch|entfern + wirklich|sicher|ihr|dein",),
        "fr": ("profil|compte + supprim|efface + vraiment|sûr|votre|voulez|souhaitez",),
        "it": ("profilo|account + elimin|cancell + davvero|sicur|vuo|desider|tuo|suo|vostro",),
        "es": ("perfil|cuenta + elimin|borrar|suprim + realmente|segur|su|tu|quiere|desea",),
        "pt": ("perfil|conta + exclu|apag|elimin|remov|delet + realmente|certeza|seu|quer|deseja",),
        "ja": ("プロフィール|アカウント|プロファイル + 削除",),
        "ar": ("ملفك|حسابك|ملف|الحساب|حساب + حذف|إزالة|تحذف",),
        "zh": ("资料|資料|账户|帳戶|账号|帳號|档案|檔案|简介|個人 + 删除|刪除",),
        "ru": ("профил|аккаунт|учетн + удал",),
    },
    "story": {
        "en": (
            "article|stories|more|contents + in this story|of this story|in the story|on this story|from this story|about this story|in this series|in this dossier|in this topic|of this series|of the story",
        ),
        "de": (
            "artikel|beiträge|mehr|texte + in dieser story|dieser geschichte|zu dieser story|dieser story|dieser serie|in diesem dossier|dieses dossiers|zu diesem thema|dieser reihe",
        ),
        "fr": (
            "article|contenu|sujets + de ce dossier|dans ce dossier|dans cette histoire|de cette histoire|de cette série|dans cette série|dans cette story|de cette story|de ce récit|dans ce récit|dans ce sujet",
        ),
        "it": (
            "articol|contenut + questa storia|questa story|questo dossier|questa serie|questo approfondimento|questo tema|di questa vicenda",
        ),
        "es": (
            "artículo|contenido|notas + esta historia|este dosier|este dossier|esta serie|este tema|este especial|este reportaje|esta cobertura",
        ),
        "pt": (
            "artigo|matéria|reportagens|conteúdo|textos + desta história|nesta história|dessa história|nessa história|esta história|deste dossiê|neste dossiê|desta série|nesta série|deste tema|neste tema|desta story|deste especial",
        ),
        "ja": ("記事 + この|本|同 + ストーリー|連載|特集|シリーズ|トピック|話題|テーマ",),
        "ar": (
            "مقالات|المقالات|مواد|المواد|موضوعات|تقارير + القصة|الملف|السلسلة|الموضوع|القضية|قصة",
        ),
        "zh": (
            "文章|报道|報道|報導|内容|內容 + 本专题|此专题|该专题|专题|專題|本故事|此故事|这个故事|這個故事|故事|系列|本主题|此主题",
        ),
        "ru": (
            "стать|материал|публикац + этой истории|этом сюжете|этого сюжета|по теме|по этой теме|этой серии|этой теме|сюжет|данной теме|этому сюжету",
        ),
    },
}

EXTERNAL_LINK = (
    "External link", "Externer Link", "Lien externe", "Link esterno", "Collegamento esterno",
    "Enlace externo", "Vínculo externo", "Link externo", "Ligação externa", "Внешняя ссылка",
    "رابط خارجي", "外部链接", "外部鏈接", "外部連結", "外部リンク",
)  # fmt: skip

WITH_AGENCIES = (
    "agenc", "agentur", "agence", "agenzi", "agênci", "agência", "агентств", "وكال", "通信社", "通讯社",
    "通訊社", "通信各社", "外电", "外電", "wire services", "nachrichtendienst", "dépêches", "teletipos",
)  # fmt: skip
"""Stems of the word for news agencies."""

AGENCY_NAMES = (
    "AFP", "AP", "dpa", "Reuters", "Keystone-SDA", "Keystone-ATS", "Keystone", "SDA", "ATS", "ANSA",
    "EFE", "Europa Press", "Lusa", "Agência Brasil", "APA", "AGI", "Adnkronos", "Belga", "Ritzau",
    "TASS", "ТАСС", "Interfax", "Интерфакс", "РИА Новости", "Рейтер", "АФП", "Xinhua", "新华社", "新華社",
    "路透社", "法新社", "美联社", "中新社", "共同", "共同通信", "時事", "時事通信", "ロイター", "AFP時事",
    "رويترز", "فرانس برس", "أ ف ب", "د ب أ", "أسوشيتد برس", "Kyodo", "Jiji", "PTI", "UPI", "WAM", "SPA",
)  # fmt: skip
"""Agencies as credits name them."""
