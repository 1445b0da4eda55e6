WITH counted AS (
    SELECT book, '' AS grp, person, young FROM member_now
    UNION ALL
    SELECT book, 'seats', mandate, young FROM seat_held WHERE elected = 1
)
SELECT p.book, COALESCE(c.grp, '') AS grp, COALESCE(SUM(c.young), 0) AS numerator, COUNT(c.young) AS denominator,
       COUNT(c.person) AS needed, COUNT(c.young) AS found
FROM param p
LEFT JOIN counted c ON c.book = p.book
GROUP BY p.book, COALESCE(c.grp, '')
