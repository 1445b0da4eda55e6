WITH up_to_date AS (
    SELECT DISTINCT p.book, f.person FROM param p
    JOIN fact_fee f ON f.book = p.book AND f.day <= p.as_of AND f.until_day >= p.as_of
),
register AS (
    SELECT p.book, COUNT(*) AS records FROM param p JOIN fact_fee f ON f.book = p.book AND f.day <= p.as_of GROUP BY p.book
)
SELECT p.book, '' AS grp, COUNT(f.person) AS numerator, COUNT(m.person) AS denominator, COUNT(m.person) AS needed,
       CASE WHEN MAX(r.records) > 0 THEN COUNT(m.person) ELSE 0 END AS found
FROM param p
LEFT JOIN member_now m ON m.book = p.book
LEFT JOIN up_to_date f ON f.book = m.book AND f.person = m.person
LEFT JOIN register r ON r.book = p.book
GROUP BY p.book
