WITH given AS (
    SELECT book, donor, SUM(amount) AS amount, COUNT(*) AS entries
    FROM year_cash WHERE amount > 0 AND purpose = 'grant' GROUP BY book, donor
)
SELECT p.book, '' AS grp, COALESCE(MAX(CASE WHEN g.donor <> '' THEN g.amount END), 0) AS numerator,
       COALESCE(SUM(CASE WHEN g.donor <> '' THEN g.amount END), 0) AS denominator, COALESCE(SUM(g.entries), 0) AS needed,
       COALESCE(SUM(CASE WHEN g.donor <> '' THEN g.entries END), 0) AS found
FROM param p
LEFT JOIN given g ON g.book = p.book
GROUP BY p.book
