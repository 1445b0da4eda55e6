WITH scale(per, times) AS (
    VALUES (1, 9000000), (1000, 9000), (10000, 900), (25000, 360), (40000, 225), (45000, 200), (50000, 180), (60000, 150),
           (90000, 100), (100000, 90), (1000000, 9)
),
seen AS (
    SELECT p.book, o.product, o.week, o.amount * s.times AS price,
           ROW_NUMBER() OVER (PARTITION BY p.book, o.product, o.week ORDER BY o.day DESC, o.amount, o.place) AS newest
    FROM param p
    JOIN fact_price o ON o.book = p.book AND o.type IN ('farmgate', 'wholesale')
    JOIN scale s ON s.per = o.per
    WHERE o.day BETWEEN p.first_day - 6 AND p.as_of
)
SELECT p.book, '' AS grp,
       COALESCE(SUM(CASE WHEN o.price IS NOT NULL AND d.value IS NOT NULL THEN d.value * 9000000 END), 0) AS numerator,
       COALESCE(SUM(CASE WHEN d.value IS NOT NULL THEN d.accepted * o.price END), 0) AS denominator,
       COUNT(d.delivery) AS needed, COUNT(CASE WHEN o.price IS NOT NULL AND d.value IS NOT NULL THEN 1 END) AS found
FROM param p
LEFT JOIN season_delivery d ON d.book = p.book AND d.accepted > 0
LEFT JOIN seen o ON o.book = d.book AND o.product = d.product AND o.week = d.day - (d.day + 3) % 7 AND o.newest = 1
GROUP BY p.book
