WITH advanced AS (
    SELECT d.book, d.delivery, SUM(y.amount) AS amount
    FROM season_delivery d
    JOIN param p ON p.book = d.book
    JOIN fact_payment y ON y.book = d.book AND y.delivery = d.delivery AND y.type = 'advance' AND y.day <= p.as_of
    GROUP BY d.book, d.delivery
)
SELECT p.book, '' AS grp,
       COALESCE(SUM(CASE WHEN d.value IS NOT NULL THEN d.advance + COALESCE(a.amount, 0) END), 0) AS numerator,
       COALESCE(SUM(d.value), 0) AS denominator, COUNT(d.delivery) AS needed, COUNT(d.value) AS found
FROM param p
LEFT JOIN season_delivery d ON d.book = p.book AND d.accepted > 0
LEFT JOIN advanced a ON a.book = d.book AND a.delivery = d.delivery
GROUP BY p.book
