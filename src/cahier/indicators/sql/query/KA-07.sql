WITH last_audit AS (
    SELECT p.book, p.as_of, MAX(a.day) AS day
    FROM param p
    JOIN fact_audit a ON a.book = p.book AND a.outside = 1 AND a.day <= p.as_of
    GROUP BY p.book, p.as_of
),
age AS (
    SELECT l.book, COUNT(b.months) AS months
    FROM last_audit l
    LEFT JOIN month_back b ON b.as_of = l.as_of AND b.day >= l.day
    GROUP BY l.book
)
SELECT p.book, '' AS grp, COALESCE(a.months, 0) AS numerator, CASE WHEN a.book IS NULL THEN 0 ELSE 1 END AS denominator,
       1 AS needed, 1 AS found
FROM param p
LEFT JOIN age a ON a.book = p.book
