WITH active AS (
    SELECT book, supplier AS person FROM season_delivery
    UNION
    SELECT c.book, c.person FROM param p JOIN fact_cash c ON c.book = p.book AND c.day BETWEEN p.first_day AND p.as_of
    WHERE c.purpose = 'services' AND c.person <> ''
),
register AS (
    SELECT book, COUNT(*) AS records FROM active GROUP BY book
),
section AS (
    SELECT l.book, l.section, COUNT(a.person) AS there, COUNT(*) AS members
    FROM member_now m
    JOIN placed l ON l.book = m.book AND l.person = m.person
    LEFT JOIN active a ON a.book = l.book AND a.person = l.person
    WHERE l.place = 1 AND l.section <> ''
    GROUP BY l.book, l.section
    HAVING COUNT(*) >= 5
),
ends AS (
    SELECT s.book, s.section, s.there, s.members,
           CASE WHEN EXISTS (SELECT 1 FROM section o WHERE o.book = s.book
                             AND (o.there * s.members < s.there * o.members
                                  OR o.there * s.members = s.there * o.members AND o.section < s.section))
                THEN 0 ELSE 1 END AS lowest,
           CASE WHEN EXISTS (SELECT 1 FROM section o WHERE o.book = s.book
                             AND (o.there * s.members > s.there * o.members
                                  OR o.there * s.members = s.there * o.members AND o.section > s.section))
                THEN 0 ELSE 1 END AS highest
    FROM section s
)
SELECT p.book, '' AS grp, COALESCE(low.there * high.members, 0) AS numerator,
       CASE WHEN low.section = high.section THEN 0 ELSE COALESCE(low.members * high.there, 0) END AS denominator,
       COALESCE(low.members + high.members, 0) AS needed,
       CASE WHEN r.records > 0 THEN COALESCE(low.members + high.members, 0) ELSE 0 END AS found
FROM param p
LEFT JOIN ends low ON low.book = p.book AND low.lowest = 1
LEFT JOIN ends high ON high.book = p.book AND high.highest = 1
LEFT JOIN register r ON r.book = p.book
