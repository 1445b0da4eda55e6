SELECT p.book, '' AS grp, COUNT(CASE WHEN f.done <= f.due THEN 1 END) AS numerator, COUNT(f.duty) AS denominator,
       COUNT(f.duty) AS needed, COUNT(f.duty) AS found
FROM param p
LEFT JOIN fact_filing f ON f.book = p.book AND f.due BETWEEN p.year_start AND p.as_of
GROUP BY p.book
