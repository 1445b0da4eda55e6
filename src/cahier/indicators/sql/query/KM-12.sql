WITH pair AS (
    SELECT p.book, s.first_day AS from_day, t.last_day AS to_day, s.first_day AS first_a, s.last_day AS last_a,
           t.first_day AS first_b, t.last_day AS last_b
    FROM param p
    JOIN closed_season s ON s.book = p.book AND s.place = 2
    JOIN closed_season t ON t.book = p.book AND t.place = 1
),
delivered AS (
    SELECT DISTINCT x.book, d.supplier, CASE WHEN d.day <= x.last_a THEN 1 ELSE 2 END AS season
    FROM pair x
    JOIN fact_delivery d ON d.book = x.book
         AND (d.day BETWEEN x.first_a AND x.last_a OR d.day BETWEEN x.first_b AND x.last_b)
),
register AS (
    SELECT book, COUNT(DISTINCT season) AS seasons FROM delivered GROUP BY book
),
through AS (
    SELECT m.book, m.person FROM member_now m JOIN pair x ON x.book = m.book AND m.entered <= x.from_day
)
SELECT p.book, '' AS grp,
       COUNT(CASE WHEN NOT EXISTS (SELECT 1 FROM delivered d WHERE d.book = t.book AND d.supplier = t.person)
                  THEN t.person END) AS numerator,
       COUNT(t.person) AS denominator, COUNT(t.person) AS needed,
       CASE WHEN MAX(r.seasons) = 2 THEN COUNT(t.person) ELSE 0 END AS found
FROM param p
LEFT JOIN through t ON t.book = p.book
LEFT JOIN register r ON r.book = p.book
GROUP BY p.book
