SELECT p.book, '' AS grp, COALESCE(SUM(CASE WHEN a.sex = 'f' THEN a.minutes END), 0) AS numerator,
       COALESCE(SUM(CASE WHEN a.sex <> '' THEN a.minutes END), 0) AS denominator, COUNT(a.person) AS needed,
       COUNT(CASE WHEN a.sex <> '' THEN a.minutes END) AS found
FROM param p
LEFT JOIN fact_attendance a ON a.book = p.book AND a.present = 1 AND a.day BETWEEN p.year_start AND p.as_of
GROUP BY p.book
