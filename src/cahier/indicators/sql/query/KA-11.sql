SELECT p.book, '' AS grp, 2 * COUNT(CASE WHEN s.left_day BETWEEN p.year_start AND p.as_of THEN 1 END) AS numerator,
       COUNT(CASE WHEN s.hired < p.year_start AND (s.left_day IS NULL OR s.left_day >= p.year_start) THEN 1 END)
       + COUNT(CASE WHEN s.hired <= p.as_of AND (s.left_day IS NULL OR s.left_day > p.as_of) THEN 1 END) AS denominator,
       COUNT(s.person) AS needed, COUNT(s.person) AS found
FROM param p
LEFT JOIN fact_staff s ON s.book = p.book
GROUP BY p.book
