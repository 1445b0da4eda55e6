WITH active AS (
    SELECT book, supplier AS person FROM season_delivery
    UNION
    SELECT c.book, c.person FROM param p JOIN fact_cash c ON c.book = p.book AND c.day BETWEEN p.first_day AND p.as_of
    WHERE c.purpose = 'services' AND c.person <> ''
),
register AS (
    SELECT book, COUNT(*) AS records FROM active GROUP BY book
),
listed AS (
    SELECT m.book, '' AS grp, m.person FROM member_now m
    UNION ALL
    SELECT m.book, x.section, m.person FROM member_now m
    JOIN placed x ON x.book = m.book AND x.person = m.person AND x.place = 1 AND x.section <> ''
)
SELECT p.book, COALESCE(l.grp, '') AS grp, COUNT(a.person) AS numerator, COUNT(l.person) AS denominator,
       COUNT(l.person) AS needed, CASE WHEN MAX(r.records) > 0 THEN COUNT(l.person) ELSE 0 END AS found
FROM param p
LEFT JOIN listed l ON l.book = p.book
LEFT JOIN active a ON a.book = l.book AND a.person = l.person
LEFT JOIN register r ON r.book = p.book
GROUP BY p.book, COALESCE(l.grp, '')
