WITH asked AS (
    SELECT p.book, COUNT(m.person) AS people FROM param p LEFT JOIN season_member m ON m.book = p.book AND m.sex = 'f' GROUP BY p.book
),
based AS (
    SELECT book, SUM(delivered) AS delivered, SUM(quantity) AS produced, COUNT(DISTINCT person) AS people
    FROM base_delivered WHERE sex = 'f' GROUP BY book
)
SELECT a.book, '' AS grp, COALESCE(b.delivered, 0) AS numerator, COALESCE(b.produced, 0) AS denominator, a.people AS needed,
       COALESCE(b.people, 0) AS found
FROM asked a
LEFT JOIN based b ON b.book = a.book
