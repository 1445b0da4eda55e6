WITH asked AS (
    SELECT p.book, COUNT(m.person) AS people FROM param p LEFT JOIN season_member m ON m.book = p.book GROUP BY p.book
),
based AS (
    SELECT book, MIN(basis) AS basis, SUM(delivered) AS delivered, SUM(quantity) AS produced, COUNT(DISTINCT person) AS people
    FROM base_delivered GROUP BY book
)
SELECT a.book, '' AS grp, COALESCE(b.delivered, 0) AS numerator, COALESCE(b.produced, 0) AS denominator,
       a.people AS needed, COALESCE(b.people, 0) AS found
FROM asked a
LEFT JOIN based b ON b.book = a.book
UNION ALL
SELECT b.book, b.basis, b.delivered, b.produced, a.people, b.people FROM based b JOIN asked a ON a.book = b.book
