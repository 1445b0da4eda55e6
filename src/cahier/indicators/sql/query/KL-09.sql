WITH led AS (
    SELECT t.book, t.training, MIN(s.own_trainer) AS own
    FROM year_training t
    JOIN fact_session s ON s.book = t.book AND s.training = t.training
    GROUP BY t.book, t.training
)
SELECT p.book, '' AS grp, COALESCE(SUM(l.own), 0) AS numerator, COUNT(l.own) AS denominator, COUNT(l.training) AS needed,
       COUNT(l.own) AS found
FROM param p
LEFT JOIN led l ON l.book = p.book
GROUP BY p.book
