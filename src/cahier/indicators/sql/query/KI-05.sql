WITH duty AS (
    SELECT p.book, a.side,
           CASE WHEN a.kept_day <= p.as_of AND (a.dropped_day IS NULL OR a.dropped_day < a.kept_day) THEN 1 ELSE 0 END AS kept
    FROM param p
    JOIN fact_agreement a ON a.book = p.book AND a.due BETWEEN p.year_start AND p.as_of
),
listed AS (
    SELECT book, '' AS grp, kept FROM duty
    UNION ALL
    SELECT book, side, kept FROM duty
)
SELECT p.book, COALESCE(l.grp, '') AS grp, COALESCE(SUM(l.kept), 0) AS numerator, COUNT(l.kept) AS denominator,
       COUNT(l.kept) AS needed, COUNT(l.kept) AS found
FROM param p
LEFT JOIN listed l ON l.book = p.book
GROUP BY p.book, COALESCE(l.grp, '')
