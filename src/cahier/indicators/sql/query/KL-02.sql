WITH holder AS (
    SELECT DISTINCT book, person FROM seat_held
),
hours AS (
    SELECT p.book, a.person, SUM(a.minutes) AS minutes, COUNT(*) AS times, COUNT(a.minutes) AS known
    FROM param p JOIN fact_attendance a ON a.book = p.book AND a.present = 1 AND a.day BETWEEN p.year_start AND p.as_of
    GROUP BY p.book, a.person
)
SELECT p.book, '' AS grp, COALESCE(SUM(t.minutes), 0) AS numerator, COUNT(h.person) * 60 AS denominator,
       COALESCE(SUM(t.times), 0) AS needed, COALESCE(SUM(t.known), 0) AS found
FROM param p
LEFT JOIN holder h ON h.book = p.book
LEFT JOIN hours t ON t.book = h.book AND t.person = h.person
GROUP BY p.book
