WITH enrolled AS (
    SELECT DISTINCT t.book, t.training, a.person
    FROM year_training t
    JOIN fact_attendance a ON a.book = t.book AND a.training = t.training AND a.day = t.first_session AND a.confirmed = 1
)
SELECT p.book, '' AS grp, COUNT(c.person) AS numerator, COUNT(e.person) AS denominator, COUNT(e.person) AS needed,
       COUNT(e.person) AS found
FROM param p
LEFT JOIN enrolled e ON e.book = p.book
LEFT JOIN completed c ON c.book = e.book AND c.training = e.training AND c.person = e.person
GROUP BY p.book
