WITH first_seat AS (
    SELECT p.book, s.person, MIN(s.start_day) AS day
    FROM param p
    JOIN fact_mandate s ON s.book = p.book AND s.elected = 1 AND s.start_day <= p.as_of
    GROUP BY p.book, s.person
),
fresh AS (
    SELECT p.book, COUNT(CASE WHEN f.day >= p.four_start THEN 1 END) AS people,
           COUNT(CASE WHEN f.day < p.four_start THEN 1 END) AS older
    FROM param p
    LEFT JOIN first_seat f ON f.book = p.book
    GROUP BY p.book
),
held AS (
    SELECT book, COUNT(*) AS seats FROM seat_held WHERE elected = 1 GROUP BY book
)
SELECT f.book, '' AS grp, f.people AS numerator, COALESCE(h.seats, 0) AS denominator,
       CASE WHEN h.seats IS NULL THEN 0 ELSE 1 END AS needed,
       CASE WHEN h.seats > 0 AND f.older > 0 THEN 1 ELSE 0 END AS found
FROM fresh f
LEFT JOIN held h ON h.book = f.book
