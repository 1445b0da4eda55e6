SELECT p.book, '' AS grp, COALESCE(SUM(m.amount), 0) AS numerator, COUNT(m.amount) AS denominator, COUNT(m.amount) AS needed,
       COUNT(m.amount) AS found
FROM param p
LEFT JOIN fact_public_money m ON m.book = p.book AND m.day BETWEEN p.year_start AND p.as_of
GROUP BY p.book
