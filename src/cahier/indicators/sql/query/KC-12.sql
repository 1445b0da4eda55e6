SELECT p.book, '' AS grp, COALESCE(SUM(CASE WHEN s.written = 1 THEN s.value ELSE 0 END), 0) AS numerator,
       COALESCE(SUM(s.value), 0) AS denominator, COUNT(s.sale) AS needed, COUNT(s.value) AS found
FROM param p
LEFT JOIN season_sale s ON s.book = p.book
GROUP BY p.book
