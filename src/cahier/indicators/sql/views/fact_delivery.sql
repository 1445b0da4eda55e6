-- A supplier brought produce. Quantities are base units of the product's measure, value and advance minor units.
-- grade_rank is 1 for the best grade; slip and plot_known are empty where nobody noted it.
SELECT d.book, d.id AS delivery, d.supplier, d.product, p.measure, d.day, d.presented, d.accepted, d.rejected,
       d.grade, g.rank AS grade_rank, d.lot, d.value, d.advance,
       CASE WHEN d.slip IS NULL THEN NULL WHEN d.slip THEN 1 ELSE 0 END AS slip,
       CASE WHEN d.plot_known IS NULL THEN NULL WHEN d.plot_known THEN 1 ELSE 0 END AS plot_known
FROM supply_delivery d
JOIN supply_product p ON p.book = d.book AND p.id = d.product
LEFT JOIN supply_grade g ON g.book = d.book AND g.id = d.product AND g.code = d.grade AND d.grade <> ''
