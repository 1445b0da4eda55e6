"""What people write above a column besides its label, by the name of the field: plain data, EN, FR, ES.

Case, accents and signs do not count. The labels themselves, in every language, need not be repeated here.
"""

from __future__ import annotations

SYNONYMS: dict[str, tuple[str, ...]] = {
    "day": ("date", "jour", "fecha", "dia", "date of delivery", "date de livraison", "fecha de entrega", "date d'adhésion", "date d'entrée", "joined on", "fecha de ingreso"),
    "code": (
        "member number", "member id", "id", "no", "matricule", "numéro", "n°", "code membre", "código", "numero",
        "código de socio", "rec id",
    ),
    "family_name": ("surname", "last name", "nom", "nom de famille", "apellido", "apellidos"),
    "given_names": ("first name", "forename", "given name", "prénom", "prénoms", "nombre", "nombres"),
    "sex": ("gender", "sexe", "genre", "sexo", "género"),
    "birth_year": ("year of birth", "born", "année de naissance", "né en", "año de nacimiento"),
    "birth_day": ("date of birth", "birth date", "dob", "date de naissance", "né le", "fecha de nacimiento"),
    "phone": ("telephone", "mobile", "téléphone", "tél", "portable", "contact", "teléfono", "celular", "móvil"),
    "household": ("ménage", "famille", "hogar", "household number"),
    "area_m2": ("area", "farm size", "superficie", "surface", "superficie cultivée", "área", "hectares", "ha"),
    "section": ("group", "village group", "groupement", "section", "sección", "grupo de base"),
    "supplier": (
        "member", "farmer", "producer", "membre", "producteur", "fournisseur", "livreur", "socio", "productor",
        "proveedor", "member code", "code membre", "código de socio",
    ),
    "person": ("member", "membre", "personne", "socio", "persona", "member code", "code membre"),
    "product": ("crop", "commodity", "produit", "culture", "spéculation", "producto", "cultivo"),
    "presented": ("weight presented", "poids présenté", "peso presentado"),
    "accepted": (
        "net", "net weight", "weight", "quantity", "poids", "poids net", "quantité", "peso", "peso neto", "cantidad",
    ),
    "net": ("net weight", "weight", "quantity", "poids", "poids net", "quantité", "peso", "peso neto", "cantidad"),
    "gross": ("gross weight", "poids brut", "peso bruto"),
    "tare": ("tare weight", "tare", "tara"),
    "bags": ("sacks", "number of bags", "sacs", "nombre de sacs", "sacos", "número de sacos", "bolsas"),
    "price": ("unit price", "price per kg", "prix", "prix unitaire", "prix au kg", "precio", "precio por kg"),
    "amount": ("sum", "value", "montant", "somme", "valeur", "monto", "importe", "valor"),
    "advance": ("advance", "paid", "avance", "acompte", "anticipo", "adelanto"),
    "receipt": (
        "slip", "receipt number", "bon", "n° de bon", "reçu", "n° reçu", "n° de reçu",
        "numéro de reçu", "numéro de bon", "receipt no", "boleta", "recibo", "n° de recibo", "número de recibo",
    ),
    "grade": ("quality", "qualité", "calibre", "calidad", "grado"),
    "moisture_bp": ("moisture", "humidity", "humidité", "taux d'humidité", "humedad"),
    "lot": ("lot number", "lote", "n° de lot", "número de lote"),
    "place": ("site", "village", "location", "lieu", "magasin", "lugar", "sitio"),
    "currency": ("devise", "monnaie", "moneda", "divisa"),
    "why": ("reason", "motif", "raison", "motivo"),
    "market": ("marché", "mercado"),
    "name": ("nom", "nombre", "désignation", "libellé"),
    "voucher": ("pièce", "n° de pièce", "comprobante"),
    "note": ("remark", "comment", "remarque", "observation", "observación", "nota"),
}  # fmt: skip
