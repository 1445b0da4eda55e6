WITH ranked AS (
    SELECT p.book, o.turnover, o.result, ROW_NUMBER() OVER (PARTITION BY p.book ORDER BY o.last_day DESC, o.day DESC, o.turnover) AS place
    FROM param p
    JOIN fact_operating o ON o.book = p.book AND o.last_day BETWEEN p.year_start AND p.as_of
)
SELECT p.book, '' AS grp, COALESCE(r.result, 0) AS numerator, COALESCE(r.turnover, 0) AS denominator, 1 AS needed,
       CASE WHEN r.book IS NULL THEN 0 ELSE 1 END AS found
FROM param p
LEFT JOIN ranked r ON r.book = p.book AND r.place = 1
