WITH seat AS (
    SELECT book, COUNT(CASE WHEN sex = 'f' THEN 1 END) AS women, COUNT(CASE WHEN sex <> '' THEN 1 END) AS known, COUNT(*) AS people
    FROM seat_held WHERE elected = 1 GROUP BY book
),
member AS (
    SELECT book, COUNT(CASE WHEN sex = 'f' THEN 1 END) AS women, COUNT(CASE WHEN sex <> '' THEN 1 END) AS known, COUNT(*) AS people
    FROM member_now GROUP BY book
)
SELECT p.book, '' AS grp, COALESCE(s.women * m.known, 0) AS numerator, COALESCE(s.known * m.women, 0) AS denominator,
       COALESCE(s.people, 0) + COALESCE(m.people, 0) AS needed, COALESCE(s.known, 0) + COALESCE(m.known, 0) AS found
FROM param p
LEFT JOIN seat s ON s.book = p.book
LEFT JOIN member m ON m.book = p.book
