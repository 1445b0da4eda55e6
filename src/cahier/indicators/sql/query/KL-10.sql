WITH planned AS (
    SELECT p.book, CASE WHEN s.planned_day IS NOT NULL THEN CASE WHEN s.day = s.planned_day THEN 1 ELSE 0 END
                        WHEN t.planned_from IS NOT NULL AND t.planned_to IS NOT NULL
                        THEN CASE WHEN s.day BETWEEN t.planned_from AND t.planned_to THEN 1 ELSE 0 END END AS kept
    FROM param p
    JOIN fact_session s ON s.book = p.book AND s.day BETWEEN p.year_start AND p.as_of
    JOIN fact_training t ON t.book = s.book AND t.training = s.training
    UNION ALL
    SELECT p.book, 0
    FROM param p
    JOIN fact_training t ON t.book = p.book AND t.sessions = 0 AND t.planned_to BETWEEN p.year_start AND p.as_of
)
SELECT p.book, '' AS grp, COALESCE(SUM(x.kept), 0) AS numerator, COUNT(x.kept) AS denominator, COUNT(x.book) AS needed,
       COUNT(x.kept) AS found
FROM param p
LEFT JOIN planned x ON x.book = p.book
GROUP BY p.book
