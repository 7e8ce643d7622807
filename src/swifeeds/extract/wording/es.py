"""Spanish: what the lines around an article say, and how its dates are framed."""

from __future__ import annotations

LINES = {
    "import": (
        (
            "import|migra|transfer|traslad + "
            "antigu|anterior|viej + "
            "gestión|gestor|cms|editorial|contenidos + "
            "artículo|texto|página|nota"
        ),
        (
            "automátic + "
            "import|migra|transfer|traslad + "
            "antigu|anterior|archivo|viej + "
            "artículo|texto|página|nota"
        ),
    ),
    "contributions": (
        (
            "contribucion|comentarios|aportacion + "
            "desactivad|cerrad|deshabilitad|inhabilitad|suspendid + "
            "este artículo|esta página|este contenido|esta nota|debates en curso"
        ),
    ),
    "debates": ("debate|discusion + periodista|redacción + aquí|resumen|curso|únase|particip",),
    "contact": (
        (
            "error|conversación|debate|discusión|inexactitud + "
            "correo|e mail|email|escrib|contact|mail"
        ),
    ),
    "share": ("compart + artículo|historia|página|esta|este|noticia",),
    "password": ("contraseña|clave + cambi|modific|olvid|restable",),
    "profile": ("perfil|cuenta + elimin|borrar|suprim + realmente|segur|su|tu|quiere|desea",),
    "story": (
        (
            "artículo|contenido|notas + "
            "esta historia|este dosier|este dossier|esta serie|este tema|este especial|"
            "este reportaje|esta cobertura"
        ),
    ),
    "follow": (
        (
            "suscrib|suscripc|siguenos|siganos|seguinos|seguirnos|seguir a|registrate|"
            "apuntate|recib|unete + "
            "nuestr|siguenos|siganos|seguinos|nos en|tu correo + "
            "newsletter|boletin|facebook|twitter|instagram|telegram|whatsapp|youtube|podcast|canal|"
            "app|correo"
        ),
    ),
}

PUBLISHED = r"(?:est[ea] \w+ (?:fue|ha sido) )?publicad[oa](?: el| en)?|fecha de publicación"

UPDATED = r"(?:última )?actualiza(?:do|da|ción)(?: el)?|modificado(?: el)?"

EXTERNAL_LINK = (
    "Enlace externo",
    "Vínculo externo",
)
AGENCIES = (
    "agenc",
    "teletipos",
)

RELATED = (
    r"(?:lea|lee|leé|leer|ver|vea|mira|mirá|escucha) (?:también|más|además)|"
    r"(?:también )?(?:te|le) puede interesar|quizás? (?:te|le) interese|"
    r"(?:noticias?|artículos?|notas?|contenidos?|temas?) relacionad[oa]s?|relacionad[oa]s|"
    r"más (?:noticias|información)(?: sobre)?|lo más (?:leído|visto)|no te pierdas|"
    r"sigue leyendo|mostrar más"
)

PICTURE = (
    r"foto(?:s|grafías?)?(?: de)?|im[aá]gen(?:es)?(?: de)?|"
    r"créditos?(?: de (?:la |las )?(?:fotos?|imágen(?:es)?|imagen))?"
)

EMBARGO = {
    "until": (
        (
            r"(?:bajo )?embargo (?:informativo|periodístico|de prensa)"
            r"(?: hasta(?: el| las?)?|(?= ?:)) @"
        ),
        r"no (?:publicar|difundir|divulgar|utilizar)(?: [ony]i? \w+)? hasta(?: el| las?)? @",
        r"prohibida su (?:publicación|difusión|divulgación) hasta(?: el| las?)? @",
    ),
    "before": (
        r"no (?:publicar|difundir|divulgar|utilizar)(?: [ony]i? \w+)? antes (?:de las?|del?) @",
        r"prohibida su (?:publicación|difusión|divulgación) antes (?:de las?|del?) @",
    ),
    "word": (
        r"(?:bajo |fin del? )?embargo(?: hasta(?: el| las?)?)? @",
        r"embargad[oa] hasta(?: el| las?)? @",
    ),
    "from": (r"(?:publicación|difusión)(?: autorizada| permitida)? a partir (?:de las?|del?) @",),
}
