SELECT p.book, '' AS grp, COALESCE(SUM(a.present), 0) AS numerator, COUNT(a.person) AS denominator, COUNT(a.person) AS needed,
       COUNT(a.person) AS found
FROM param p
LEFT JOIN fact_attendance a ON a.book = p.book AND a.confirmed = 1 AND a.day BETWEEN p.year_start AND p.as_of
GROUP BY p.book
