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
}

PUBLISHED = r"(?:est[ea] \w+ foi )?publicad[oa](?: em| a| no dia)?|data (?:da|de) publicação"

UPDATED = r"(?:última )?a(?:c)?tualiza(?:do|da|ção)(?: em)?|modificado(?: em)?"

EXTERNAL_LINK = (
    "Link externo",
    "Ligação externa",
)
AGENCIES = ("agênci",)
