WITH sold AS (
    SELECT book, COALESCE(SUM(value), 0) AS value, COUNT(*) AS sales, COUNT(value) AS known FROM season_sale GROUP BY book
),
claimed AS (
    SELECT s.book, SUM(c.value) AS value
    FROM season_sale s
    JOIN param p ON p.book = s.book
    JOIN fact_claim c ON c.book = s.book AND c.sale = s.sale AND c.day <= p.as_of
    WHERE s.value IS NOT NULL
    GROUP BY s.book
)
SELECT p.book, '' AS grp, COALESCE(c.value, 0) AS numerator, COALESCE(s.value, 0) AS denominator,
       COALESCE(s.sales, 0) AS needed, COALESCE(s.known, 0) AS found
FROM param p
LEFT JOIN sold s ON s.book = p.book
LEFT JOIN claimed c ON c.book = p.book
