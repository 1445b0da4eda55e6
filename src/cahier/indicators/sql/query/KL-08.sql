WITH person AS (
    SELECT p.book, a.person, p.year_start, MIN(a.day) AS first_day, MAX(a.day) AS last_day
    FROM param p
    JOIN fact_attendance a ON a.book = p.book AND a.present = 1 AND a.day <= p.as_of
    GROUP BY p.book, a.person, p.year_start
)
SELECT p.book, '' AS grp, COUNT(CASE WHEN x.first_day >= x.year_start THEN 1 END) AS numerator, COUNT(x.person) AS denominator,
       COUNT(x.person) AS needed, COUNT(x.person) AS found
FROM param p
LEFT JOIN person x ON x.book = p.book AND x.last_day >= x.year_start
GROUP BY p.book
