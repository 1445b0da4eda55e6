WITH sold AS (
    SELECT p.book, COALESCE(SUM(s.value), 0) AS value, COUNT(*) AS sales, COUNT(s.value) AS known
    FROM param p JOIN fact_sale s ON s.book = p.book AND s.day BETWEEN p.year_start AND p.as_of
    GROUP BY p.book
)
SELECT p.book, '' AS grp, COALESCE(b.receivables, 0) * 365 AS numerator,
       CASE WHEN b.book IS NULL THEN 0 ELSE COALESCE(s.value, 0) END AS denominator, COALESCE(s.sales, 0) AS needed,
       CASE WHEN b.book IS NULL THEN 0 ELSE COALESCE(s.known, 0) END AS found
FROM param p
LEFT JOIN balance_now b ON b.book = p.book
LEFT JOIN sold s ON s.book = p.book
