"""Floor 0: small pure pieces that everything else stands on.

Identifiers, whole-number quantities and money, days, folding of names, canonical bytes, shares of a
whole, and the catalogue of refusals. Nothing here knows Django, a database or a page.
"""
