-- A collection was planned at a place on a day, for so much of a product.
SELECT c.book, c.id AS place, c.product, p.measure, c.planned, c.day
FROM supply_collectionday c
JOIN supply_product p ON p.book = c.book AND p.id = c.product
