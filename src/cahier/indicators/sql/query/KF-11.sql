WITH cash AS (
    SELECT p.book, COALESCE(SUM(c.amount), 0) AS amount, COUNT(c.amount) AS entries
    FROM param p LEFT JOIN fact_cash c ON c.book = p.book AND c.day <= p.as_of GROUP BY p.book
),
credit AS (
    SELECT p.book, COALESCE(SUM(l.amount), 0) AS amount
    FROM param p LEFT JOIN fact_credit_line l ON l.book = p.book AND p.as_of BETWEEN l.first_day AND l.last_day GROUP BY p.book
),
need AS (
    SELECT p.book, MAX(b.peak_need) AS amount FROM param p
    JOIN fact_budget b ON b.book = p.book AND b.season = p.season GROUP BY p.book
)
SELECT c.book, '' AS grp, c.amount + l.amount AS numerator, COALESCE(n.amount, 0) AS denominator, 1 AS needed,
       CASE WHEN n.amount IS NOT NULL AND c.entries > 0 THEN 1 ELSE 0 END AS found
FROM cash c
JOIN credit l ON l.book = c.book
LEFT JOIN need n ON n.book = c.book
