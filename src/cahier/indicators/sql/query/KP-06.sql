WITH money AS (
    SELECT p.book, y.amount, y.traceable
    FROM param p JOIN fact_payment y ON y.book = p.book AND y.day BETWEEN p.first_day AND p.as_of
    UNION ALL
    SELECT book, advance, 0 FROM season_delivery WHERE advance > 0
)
SELECT p.book, '' AS grp, COALESCE(SUM(m.amount * m.traceable), 0) AS numerator, COALESCE(SUM(m.amount), 0) AS denominator,
       COUNT(m.amount) AS needed, COUNT(m.amount) AS found
FROM param p
LEFT JOIN money m ON m.book = p.book
GROUP BY p.book
