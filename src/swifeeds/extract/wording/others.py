"""Languages of which no more is known than how their dates are framed."""

from __future__ import annotations

PUBLISHED = (
    r"opublikowan[oey]|data publikacji|gepubliceerd(?: op)?|geplaatst(?: op)?|"
    r"publicera[dt]|publiceret|udgivet|publisert|julkaistu|"
    r"publikováno|vydáno|publikované|objavljeno|objavljen|közzétéve|megjelent|publicat(?: la| în)?|"
    r"опубліковано|публикувано|објављено|δημοσιεύ(?:θηκε|τηκε)|δημοσίευση|"
    r"yayın(?:lan)?ma(?: tarihi)?|diterbitkan|dipublikasikan|입력|등록|게시|פורסם(?: ב)?"
)

UPDATED = (
    r"(?:ostatnia )?aktualizacj[ai]|zaktualizowan[oey]|bijgewerkt(?: op)?|laatst gewijzigd(?: op)?|"
    r"uppdatera[dt]|opdateret|oppdatert|sist endret|päivitetty|muokattu|aktualizováno|"
    r"aktualizované|ažurirano|azurirano|frissítve|módosítva|actualizat(?: la)?|"
    r"оновлено|обновен[оа]?|ажурирано|ενημερώθηκε|(?:τελευταία )?ενημέρωση|"
    r"(?:son )?güncelle(?:me|nme)(?: tarihi)?|diperbarui|수정|최종수정|업데이트|עודכן(?: ב)?"
)
