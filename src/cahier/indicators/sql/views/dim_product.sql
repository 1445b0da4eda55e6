-- A product; measure is mass (grams), volume (millilitres) or count (pieces).
SELECT book, id AS product, code, name, measure FROM supply_product
