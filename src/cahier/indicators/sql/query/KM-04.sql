WITH checked AS (
    SELECT DISTINCT p.book, c.person FROM param p
    JOIN fact_check c ON c.book = p.book AND c.day BETWEEN p.year_start AND p.as_of
)
SELECT p.book, '' AS grp, COUNT(c.person) AS numerator, COUNT(m.person) AS denominator, COUNT(m.person) AS needed,
       COUNT(m.person) AS found
FROM param p
LEFT JOIN member_now m ON m.book = p.book
LEFT JOIN checked c ON c.book = m.book AND c.person = m.person
GROUP BY p.book
