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
