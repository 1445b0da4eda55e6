WITH pledged AS (
    SELECT p.book, f.person, f.product, f.quantity,
           ROW_NUMBER() OVER (PARTITION BY p.book, f.person, f.product ORDER BY f.day DESC, f.quantity DESC) AS place
    FROM param p
    JOIN fact_pledge f ON f.book = p.book AND f.season = p.season AND f.day <= p.as_of AND f.basis = 'pledged'
    JOIN main_measure u ON u.book = p.book AND u.measure = f.measure
    JOIN season_member m ON m.book = p.book AND m.person = f.person
),
kept AS (
    SELECT g.book, g.person, g.product, g.quantity, COALESCE(SUM(d.accepted), 0) AS delivered
    FROM pledged g
    LEFT JOIN season_delivery d ON d.book = g.book AND d.supplier = g.person AND d.product = g.product
    WHERE g.place = 1
    GROUP BY g.book, g.person, g.product, g.quantity
)
SELECT p.book, '' AS grp, COALESCE(SUM(k.delivered), 0) AS numerator, COALESCE(SUM(k.quantity), 0) AS denominator,
       COUNT(k.person) AS needed, COUNT(k.person) AS found
FROM param p
LEFT JOIN kept k ON k.book = p.book
GROUP BY p.book
