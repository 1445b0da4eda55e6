WITH spent AS (
    SELECT p.book, SUM(CASE WHEN c.overhead = 1 THEN c.amount ELSE 0 END) AS overhead, COUNT(*) AS entries
    FROM param p JOIN fact_cost c ON c.book = p.book AND c.day BETWEEN p.year_start AND p.as_of
    GROUP BY p.book
),
sold AS (
    SELECT p.book, COALESCE(SUM(s.value), 0) AS value, COUNT(*) AS sales, COUNT(s.value) AS known
    FROM param p JOIN fact_sale s ON s.book = p.book AND s.day BETWEEN p.year_start AND p.as_of
    GROUP BY p.book
)
SELECT p.book, '' AS grp, COALESCE(c.overhead, 0) AS numerator, COALESCE(s.value, 0) AS denominator,
       COALESCE(s.sales, 0) AS needed, CASE WHEN c.entries > 0 THEN COALESCE(s.known, 0) ELSE 0 END AS found
FROM param p
LEFT JOIN spent c ON c.book = p.book
LEFT JOIN sold s ON s.book = p.book
