"""Portuguese: what the lines around an article say, and how its dates are framed."""

from __future__ import annotations

LINES = {
    "import": (
        (
            "import|migrad|transferid + "
            "antig|anterior|velh + "
            "gestão|gerenciamento|gestor|cms|conteúdo|editorial + "
            "artigo|texto|página|matéria"
        ),
        (
            "automatic + "
            "import|migrad|transferid + "
            "antig|anterior|arquivo|velh + "
            "artigo|texto|página|matéria"
        ),
    ),
    "contributions": (
        (
            "contribuiç|comentários|participaç + "
            "desativad|encerrad|fechad|desabilitad|desligad|suspens + "
            "este artigo|neste artigo|deste artigo|esta página|nesta página|este conteúdo|"
            "esta matéria|nesta matéria|debates em curso"
        ),
    ),
    "debates": (
        ("debate|discuss + jornalista|redação + aqui|visão|andamento|curso|particip|junte"),
    ),
    "contact": (
        (
            "erro|conversa|debate|discuss|incorreç|imprecis + "
            "e mail|email|escrev|contat|contact|correio|mail"
        ),
    ),
    "share": ("compartilh|partilh + artigo|história|matéria|página|este|esta|notícia",),
    "password": ("senha|palavra passe + alter|mud|esquec|troc|redefin",),
    "profile": (
        ("perfil|conta + exclu|apag|elimin|remov|delet + realmente|certeza|seu|quer|deseja"),
    ),
    "story": (
        (
            "artigo|matéria|reportagens|conteúdo|textos + "
            "desta história|nesta história|dessa história|nessa história|esta história|"
            "deste dossiê|neste dossiê|desta série|nesta série|deste tema|neste tema|"
            "desta story|deste especial"
        ),
    ),
    "follow": (
        (
            "assine|inscrev|siga|receba|acompanhe|cadastre|participe + "
            "noss|siga nos|nos no|nos nas|seu e mail|seu email + "
            "newsletter|boletim|facebook|twitter|instagram|telegram|whatsapp|youtube|podcast|canal|"
            "grupo|app|e mail|email"
        ),
    ),
}

PUBLISHED = r"(?:est[ea] \w+ foi )?publicad[oa](?: em| a| no dia)?|data (?:da|de) publicação"

UPDATED = r"(?:última )?a(?:c)?tualiza(?:do|da|ção)(?: em)?|modificado(?: em)?"

EXTERNAL_LINK = (
    "Link externo",
    "Ligação externa",
)
AGENCIES = ("agênci",)

RELATED = (
    r"(?:leia|veja|saiba|confira|ouça|assista) (?:também|mais|ainda)|"
    r"(?:notícias|matérias|artigos|reportagens|conteúdos?) relacionad[oa]s?|"
    r"relacionad[oa]s|mais (?:lidas|notícias)|"
    r"(?:você )?(?:também )?pode (?:te )?(?:gostar|interessar)|últimas notícias|não perca|"
    r"mostrar mais"
)

PICTURE = (
    r"fotos?(?: de capa)?|fotografias?|image(?:m|ns)(?: de)?|"
    r"créditos?(?: da (?:foto|imagem))?|reprodução"
)

EMBARGO = {
    "until": (
        (
            r"(?:sob )?embargo (?:jornalístico|noticioso|de imprensa|à imprensa)"
            r"(?: até(?: [oa]s?| às?| ao)?|(?= ?:)) @"
        ),
        (
            r"não (?:publicar|divulgar|difundir|utilizar)(?: (?:ou|nem|e) \w+)?"
            r" até(?: [oa]s?| às?| ao)? @"
        ),
    ),
    "before": (
        r"não (?:publicar|divulgar|difundir|utilizar)(?: (?:ou|nem|e) \w+)? antes d(?:e|as?|o) @",
        r"(?:publicação|divulgação) proibida antes d(?:e|as?|o) @",
    ),
    "word": (
        r"(?:sob |fim do )?embargo(?: até(?: [oa]s?| às?| ao)?)? @",
        r"embargad[oa] até(?: [oa]s?| às?| ao)? @",
    ),
    "from": (
        r"(?:publicação|divulgação)(?: autorizada| permitida| liberada)? a partir d(?:e|as?|o) @",
    ),
}
