"""Italian: what the lines around an article say, and how its dates are framed."""

from __future__ import annotations

LINES = {
    "import": (
        (
            "import|migrat|trasferit + "
            "vecchi|precedente|passato + "
            "gestione|cms|editoriale|contenuti + "
            "articolo|testo|pagina|pezzo"
        ),
        (
            "automatic + "
            "import|trasferit|migrat + "
            "vecchi|precedent|archivi + "
            "articolo|testo|pagina|pezzo"
        ),
    ),
    "contributions": (
        (
            "contribut|commenti + "
            "disattivat|chius|disabilitat|sospes|non è più possibile + "
            "questo articolo|questa pagina|questo contenuto|quest articolo|dibattiti in corso"
        ),
    ),
    "debates": (
        ("dibattit|discussion + giornalist|redazione + qui|panoramica|corso|unit|partecip"),
    ),
    "contact": (
        (
            "errori|errore|conversazione|discussione|inesattezz + "
            "e mail|email|scriv|contatt|mail|posta"
        ),
    ),
    "share": ("condivid + articolo|storia|pagina|questo|questa",),
    "password": ("password|parola chiave + cambi|modific|dimentic|reimpost",),
    "profile": ("profilo|account + elimin|cancell + davvero|sicur|vuo|desider|tuo|suo|vostro",),
    "story": (
        (
            "articol|contenut + "
            "questa storia|questa story|questo dossier|questa serie|questo approfondimento|"
            "questo tema|di questa vicenda"
        ),
    ),
    "follow": (
        (
            "iscriv|abbon|segui|ricevi|scarica + "
            "nostr|seguici|seguiteci|ci su|tua casella + "
            "newsletter|casella|facebook|twitter|instagram|telegram|whatsapp|youtube|podcast|canal|"
            "app"
        ),
    ),
}

PUBLISHED = (
    r"(?:quest[oa'’]\s?\w+ è stat[oa] )?pubblicat[oa](?: il| in data)?|data di pubblicazione"
)

UPDATED = r"(?:ultimo )?aggiorna(?:to|ta|mento)(?: il| al)?|(?:ultima )?modific(?:a|ato)(?: il)?"

EXTERNAL_LINK = (
    "Link esterno",
    "Collegamento esterno",
)
AGENCIES = ("agenzi",)

RELATED = (
    r"(?:leggi|leggere|vedi|guarda|ascolta) (?:anche|pure)|leggi (?:di più|tutto)|"
    r"(?:ti )?(?:potrebbe|potrebbero)(?: anche)? interessart[iv]|"
    r"articoli (?:correlati|simili|collegati)|(?:notizie|temi|contenuti) correlat[ei]|"
    r"altri articoli|i più letti|per approfondire|da leggere|altri sviluppi"
)

PICTURE = r"foto(?:grafi[ae])?(?: di)?|immagin[ei](?: di)?|crediti(?: (?:foto|immagin[ei]))?"

EMBARGO = {
    "until": (
        (
            r"(?:sotto )?embargo (?:stampa|giornalistico|per la stampa)"
            r"(?: fino (?:alle|al|a)|(?= ?:)) @"
        ),
        (
            r"(?:da )?non (?:pubblicare|diffondere|divulgare|utilizzare)(?: [eo] \w+)?"
            r" fino (?:alle|al|a) @"
        ),
    ),
    "before": (
        (
            r"(?:da )?non (?:pubblicare|diffondere|divulgare|utilizzare)(?: [eo] \w+)?"
            r" prima (?:delle|dell.|del|di) @"
        ),
        r"(?:pubblicazione|diffusione) vietata prima (?:delle|dell.|del|di) @",
    ),
    "word": (
        r"(?:sotto |fine (?:dell.)?|scadenza (?:dell.)?)?embargo(?: fino (?:alle|all.|al|a))? @",
    ),
    "from": (
        (
            r"(?:pubblicazione|diffusione)(?: consentita| autorizzata)? "
            r"(?:a partire )?(?:dalle|dall.|dal) @"
        ),
    ),
}
