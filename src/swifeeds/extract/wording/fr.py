"""French: what the lines around an article say, and how its dates are framed."""

from __future__ import annotations

LINES = {
    "import": (
        (
            "import|migré|transfér|repris + "
            "ancien|précédent|vieux + "
            "gestion de contenu|gestion des contenus|cms|éditorial|publication + "
            "article|texte|page|sujet"
        ),
        (
            "automatiquement|automatique + "
            "import|transfér|migré|repris + "
            "ancien|archive|précédent|vieux + "
            "article|texte|page|sujet"
        ),
    ),
    "contributions": (
        (
            "contribution|commentaire + "
            "désactivé|fermé|sont clos|été clos|suspendu|plus possible + "
            "cet article|ce contenu|cette page|ce sujet|débats en cours"
        ),
    ),
    "debates": ("débat|discussion + journaliste|rédaction + ici|aperçu|cours|rejoign",),
    "contact": (
        (
            "erreur|conversation|discussion|débat|inexactitude + "
            "e mail|email|courriel|écrivez|écrire|contactez|mail"
        ),
    ),
    "share": ("partage + article|histoire|page|contenu|récit|sujet",),
    "password": ("mot de passe + chang|modifi|oubli|réinitialis",),
    "profile": ("profil|compte + supprim|efface + vraiment|sûr|votre|voulez|souhaitez",),
    "story": (
        (
            "article|contenu|sujets + "
            "de ce dossier|dans ce dossier|dans cette histoire|de cette histoire|"
            "de cette série|dans cette série|dans cette story|de cette story|de ce récit|"
            "dans ce récit|dans ce sujet"
        ),
    ),
    "follow": (
        (
            "abonne|inscri|suivez|rejoignez|recevez|retrouvez + "
            "notre|nos|nous sur|votre boite mail + "
            "newsletter|lettre d information|infolettre|boite mail|facebook|twitter|instagram|"
            "telegram|whatsapp|youtube|podcast|chaine|alertes|application"
        ),
    ),
}

PUBLISHED = (
    r"(?:c(?:e|et|ette) \w+ a été )?(?:publiée?|mise? en ligne|parue?)(?: le| sur)?|"
    r"date de publication"
)

UPDATED = r"(?:dernière )?(?:mise? à jour|modifiée?|actualisée?)(?: le)?"

EXTERNAL_LINK = ("Lien externe",)
AGENCIES = (
    "agence",
    "dépêches",
)

RELATED = (
    r"(?:à )?(?:lire|voir|écouter) (?:aussi|également)|lire (?:plus|la suite)|à lire|"
    r"sur le même (?:sujet|thème)|en savoir plus|"
    r"articles? (?:liés?|similaires?|associés?|connexes?)|pour aller plus loin|"
    r"vous aimerez aussi|"
    r"(?:ces articles|cela) (?:peuvent|pourraient?|devraient?) vous intéresser|"
    r"les plus lus|dans la même rubrique|plus d[’'](?:infos|articles)(?: sur)?"
)

PICTURE = r"(?:crédits?(?: |-)?)?(?:photos?|images?|visuels?)|crédits?|illustrations?"

EMBARGO = {
    "until": (
        r"(?:sous )?embargo (?:de )?(?:presse|média)(?: jusqu.(?:au|à)|(?= ?:)) @",
        r"(?:à )?ne pas (?:publier|diffuser|utiliser)(?: (?:ni|ou|et) \w+)* jusqu.(?:au|à) @",
    ),
    "before": (
        r"(?:à )?ne pas (?:publier|diffuser|utiliser)(?: (?:ni|ou|et) \w+)* avant(?: le)? @",
        r"(?:publication|diffusion) interdite avant(?: le)? @",
        r"interdit (?:de|à la) (?:publication|diffusion) avant(?: le)? @",
    ),
    "word": (
        r"(?:sous |(?:levée|fin) de l.)?embargo(?: strict)?(?: jusqu.(?:au|à la|à|en)| au)? @",
    ),
    "from": (
        r"(?:publication|diffusion)(?: autorisée| libre| possible)? (?:à partir (?:du|de)|dès) @",
    ),
}
