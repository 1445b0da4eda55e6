SELECT p.book, '' AS grp,
       COUNT(CASE WHEN EXISTS (SELECT 1 FROM fact_visit v WHERE v.book = t.book AND v.training = t.training
                               AND v.day BETWEEN t.last_session AND t.last_session + 30) THEN 1 END) AS numerator,
       COUNT(t.training) AS denominator, COUNT(t.training) AS needed, COUNT(t.training) AS found
FROM param p
LEFT JOIN fact_training t ON t.book = p.book AND t.last_session + 30 BETWEEN p.year_start AND p.as_of
GROUP BY p.book
