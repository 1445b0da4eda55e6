-- What a member will produce or deliver in a season; rank orders what is known best: 1 measured, 2 estimated on
-- the plot, 3 declared, 4 pledged.
SELECT g.book, g.person, g.season, g.product, p.measure, g.quantity, g.basis, g.day,
       CASE g.basis WHEN 'measured' THEN 1 WHEN 'estimated' THEN 2 WHEN 'declared' THEN 3 ELSE 4 END AS rank
FROM supply_pledge g
JOIN supply_product p ON p.book = g.book AND p.id = g.product
