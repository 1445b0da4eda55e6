WITH held AS (
    SELECT p.book, s.person, SUM(s.paid) AS paid FROM param p JOIN fact_share s ON s.book = p.book AND s.day <= p.as_of
    GROUP BY p.book, s.person
),
register AS (
    SELECT book, COUNT(*) AS people FROM held GROUP BY book
)
SELECT p.book, '' AS grp, COUNT(CASE WHEN h.paid > 0 THEN 1 END) AS numerator, COUNT(m.person) AS denominator,
       COUNT(m.person) AS needed, CASE WHEN MAX(r.people) > 0 THEN COUNT(m.person) ELSE 0 END AS found
FROM param p
LEFT JOIN member_now m ON m.book = p.book
LEFT JOIN held h ON h.book = m.book AND h.person = m.person
LEFT JOIN register r ON r.book = p.book
GROUP BY p.book
