"""What people write above a column besides its label, by the name of the field: plain data, EN, FR, ES.

``kind.field`` holds names that a field has in one kind only; ``WEAKER`` names that count where no column
bears a better one.

Case, accents and signs do not count. The labels themselves, in every language, need not be repeated here.
"""

from __future__ import annotations

SYNONYMS: dict[str, tuple[str, ...]] = {
    "day": ("date", "jour", "fecha", "dia", "date of delivery", "date de livraison", "fecha de entrega", "fecha de acopio", "fecha de recepción", "date d'adhésion", "date d'entrée", "joined on", "fecha de ingreso", "date joined", "registration date", "date d'inscription"),
    "code": (
        "member number", "member id", "id", "no", "matricule", "numéro", "n°", "code membre", "código", "numero",
        "código de socio", "rec id", "member no", "member code", "farmer id", "farmer code", "farmer no", "n° membre",
        "n° producteur", "code producteur", "n° de membre", "n° de socio", "código de productor", "n° matricule",
    ),
    "family_name": ("surname", "last name", "nom", "nom de famille", "apellido", "apellidos"),
    "given_names": ("first name", "forename", "given name", "prénom", "prénoms", "nombre", "nombres"),
    "sex": ("gender", "sexe", "genre", "sexo", "género"),
    "birth_year": ("year of birth", "born", "année de naissance", "né en", "año de nacimiento"),
    "birth_day": ("date of birth", "birth date", "dob", "date de naissance", "né le", "fecha de nacimiento"),
    "phone": ("phone number", "phone no", "n° téléphone", "n° de téléphone", "numéro de téléphone", "n° de teléfono", "telephone", "mobile", "téléphone", "tél", "portable", "contact", "teléfono", "celular", "móvil"),
    "household": ("ménage", "famille", "hogar", "household number"),
    "area_m2": ("area", "farm size", "superficie", "surface", "superficie cultivée", "área", "hectares", "ha"),
    "section": ("group", "village group", "groupement", "section", "sección", "grupo de base"),
    "supplier": (
        "member", "farmer", "producer", "membre", "producteur", "planteur", "fournisseur", "livreur", "apporteur",
        "socio", "productor", "proveedor", "member code", "member no", "member id", "member number", "farmer code", "farmer id", "farmer no",
        "producer code", "supplier code", "code membre", "matricule", "n° matricule", "n° membre", "n° de membre",
        "code producteur", "n° producteur", "n° de producteur", "code planteur", "n° planteur", "code fournisseur",
        "code livreur", "id producteur", "código de socio", "código del socio", "código socio", "n° de socio", "n° socio",
        "código de productor", "código del productor", "código productor", "código de proveedor", "socia", "productora",
        "código de socia", "código socia", "n° de socia", "caficultor", "caficultora", "código de productora",
    ),
    "person": (
        "member", "membre", "personne", "producteur", "planteur", "bénéficiaire", "socio", "persona", "productor",
        "beneficiario", "beneficiary", "farmer", "member code", "member no", "member id", "member number", "farmer code", "farmer id", "farmer no",
        "producer code", "supplier code", "code membre", "matricule", "n° matricule", "n° membre", "n° de membre",
        "code producteur", "n° producteur", "n° de producteur", "code planteur", "n° planteur", "code fournisseur",
        "code livreur", "id producteur", "código de socio", "código del socio", "código socio", "n° de socio", "n° socio",
        "código de productor", "código del productor", "código productor", "código de proveedor", "socia", "productora",
        "código de socia", "código socia", "n° de socia", "caficultor", "caficultora", "código de productora",
    ),
    "product": ("crop", "commodity", "produit", "culture", "spéculation", "producto", "cultivo", "code produit", "product code", "código de producto", "denrée"),
    "presented": ("weight presented", "poids présenté", "peso presentado"),
    "accepted": (
        "net", "net weight", "weight", "quantity", "poids", "poids net", "quantité", "peso", "peso neto", "cantidad",
        "poids livré", "tonnage", "tonnage livré", "quantité livrée", "poids accepté", "weight delivered", "net wt",
        "quantity delivered", "peso entregado", "cantidad entregada", "peso aceptado", "kg", "kilos", "kilos netos", "kg netos", "kilos entregados", "kilos recibidos", "neto",
    ),
    "net": ("net weight", "weight", "quantity", "poids", "poids net", "quantité", "peso", "peso neto", "cantidad"),
    "gross": ("gross weight", "poids brut", "peso bruto", "kilos brutos", "bruto"),
    "tare": ("tare weight", "tare", "tara"),
    "bags": ("sacks", "number of bags", "no of bags", "bags count", "nb sacs", "nb de sacs", "sacs", "nombre de sacs", "sacos", "número de sacos", "bolsas"),
    "price": ("unit price", "price per kg", "prix", "prix unitaire", "prix au kg", "precio", "precio por kg"),
    "amount": ("sum", "value", "montant", "somme", "valeur", "monto", "importe", "valor", "amount paid", "montant payé", "montant versé", "montant réglé", "net à payer", "somme versée", "monto pagado", "importe pagado"),
    "advance": ("advance", "paid", "avance", "acompte", "anticipo", "adelanto"),
    "receipt": (
        "slip", "receipt number", "bon", "n° de bon", "reçu", "n° reçu", "n° de reçu",
        "numéro de reçu", "numéro de bon", "receipt no", "receipt number", "n° bon", "num reçu", "n° ticket", "ticket", "n° du reçu", "n° du bon", "n° boleta", "boleta", "n° de boleta", "número de boleta", "boleta n°", "recibo", "n° de recibo", "número de recibo",
    ),
    "grade": ("quality", "qualité", "calibre", "calidad", "grado"),
    "moisture_bp": ("moisture", "humidity", "humidité", "taux d'humidité", "humedad", "% humedad", "porcentaje de humedad"),
    "lot": ("lot number", "lote", "n° de lot", "número de lote"),
    "place": ("site", "village", "location", "lieu", "magasin", "lugar", "sitio", "comunidad", "caserío", "acopio"),
    "currency": ("devise", "monnaie", "moneda", "divisa"),
    "why": ("reason", "motif", "raison", "motivo"),
    "market": ("marché", "mercado"),
    "name": ("nom", "nombre", "désignation", "libellé"),
    "voucher": ("voucher no", "voucher number", "n° pièce", "no de pièce", "pièce justificative", "n° comprobante", "n° de comprobante", "pièce", "n° de pièce", "comprobante"),
    "buyer": ("client", "customer", "acheteur", "cliente", "comprador", "buyer name", "nom de l'acheteur", "nom du client"),
    "invoice": ("invoice no", "facture", "n° facture", "n° de facture", "factura", "n° factura", "n° de factura"),
    "account": ("compte", "caisse", "cuenta", "caja", "caisse/banque", "cash/bank"),
    "direction": ("in/out", "sens", "entrée/sortie", "entrées/sorties", "recette/dépense", "entrada/salida", "ingreso/egreso", "receipt/payment"),
    "purpose": ("nature", "rubrique", "objet", "concepto", "rubro", "category", "catégorie"),
    "party": ("payee", "payer", "payé à", "tiers", "pagado a"),
    "settlement.payment.channel": ("mode", "mode de paiement", "moyen de paiement", "payment method", "paid by", "method", "forma de pago", "medio de pago", "modo de pago"),
    "settlement.payment.type": ("type", "type de paiement", "nature du paiement", "payment type", "type of payment", "tipo de pago", "tipo"),
    "settlement.payment.payment_reference": ("reference", "référence", "n° transaction", "transaction id", "referencia"),
    "governance.meeting.type": ("meeting", "réunion", "type de réunion", "kind of meeting", "meeting type", "organe", "tipo de reunión", "reunión"),
    "note": ("remark", "comment", "remarque", "observation", "observación", "nota"),
}  # fmt: skip

_PEOPLE = (
    "name", "full name", "farmer name", "member name", "producer name", "supplier name", "nom", "nom complet",
    "nom et prénoms", "nom et prénom", "noms et prénoms", "nom du planteur", "nom du producteur", "nom du membre",
    "nom producteur", "nom planteur", "nom membre", "nombre", "nombre completo", "nombre y apellidos",
    "apellidos y nombres", "nombre del socio", "nombre del productor", "nombre del proveedor",
)  # fmt: skip
WEAKER: dict[str, tuple[str, ...]] = {
    "supplier": _PEOPLE,
    "person": _PEOPLE,
    "family_name": ("full name", "nom complet", "nom et prénoms", "nom et prénom", "noms et prénoms", "nombre completo", "apellidos y nombres", "nombre y apellidos", "name", "farmer name", "member name"),
    "section": ("village",),
}  # fmt: skip
