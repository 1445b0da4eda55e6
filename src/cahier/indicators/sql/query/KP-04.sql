WITH second AS (
    SELECT DISTINCT c.book, c.season
    FROM closed_season c
    JOIN fact_payment y ON y.book = c.book AND y.type IN ('second', 'refund')
    LEFT JOIN fact_delivery d ON d.book = y.book AND d.delivery = y.delivery
    JOIN param p ON p.book = c.book AND y.day <= p.as_of
    WHERE c.place <= 3 AND (y.season = c.season OR d.day BETWEEN c.first_day AND c.last_day)
),
register AS (
    SELECT p.book, COUNT(*) AS records FROM param p JOIN fact_payment y ON y.book = p.book AND y.day <= p.as_of GROUP BY p.book
)
SELECT p.book, '' AS grp, COUNT(s.season) AS numerator, COUNT(c.season) AS denominator, COUNT(c.season) AS needed,
       CASE WHEN MAX(r.records) > 0 THEN COUNT(c.season) ELSE 0 END AS found
FROM param p
LEFT JOIN closed_season c ON c.book = p.book AND c.place <= 3
LEFT JOIN second s ON s.book = c.book AND s.season = c.season
LEFT JOIN register r ON r.book = p.book
GROUP BY p.book
