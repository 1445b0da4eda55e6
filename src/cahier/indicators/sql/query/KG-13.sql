SELECT p.book, '' AS grp, COUNT(CASE WHEN d.done <= d.opened + 60 THEN 1 END) AS numerator, COUNT(d.duty) AS denominator,
       COUNT(d.duty) AS needed, COUNT(d.duty) AS found
FROM param p
LEFT JOIN fact_duty d ON d.book = p.book AND d.matter = 'complaint'
     AND d.opened + 60 BETWEEN p.year_start AND p.as_of
GROUP BY p.book
