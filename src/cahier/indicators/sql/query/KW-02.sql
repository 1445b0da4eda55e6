SELECT p.book, '' AS grp, COUNT(CASE WHEN s.sex = 'f' THEN 1 END) AS numerator, COUNT(CASE WHEN s.sex <> '' THEN 1 END) AS denominator,
       COUNT(s.mandate) AS needed, COUNT(CASE WHEN s.sex <> '' THEN 1 END) AS found
FROM param p
LEFT JOIN seat_held s ON s.book = p.book AND s.elected = 1
GROUP BY p.book
