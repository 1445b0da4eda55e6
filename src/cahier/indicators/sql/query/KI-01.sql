SELECT p.book, '' AS grp, COALESCE(SUM(x.backed), 0) AS numerator, COUNT(x.position) AS denominator, COUNT(x.position) AS needed,
       COUNT(x.position) AS found
FROM param p
LEFT JOIN fact_position x ON x.book = p.book AND x.day BETWEEN p.year_start AND p.as_of
GROUP BY p.book
