WITH work AS (
    SELECT p.book, x.day FROM param p JOIN fact_position x ON x.book = p.book AND x.day <= p.as_of
    UNION ALL
    SELECT p.book, x.day FROM param p JOIN fact_proposal x ON x.book = p.book AND x.day <= p.as_of
    UNION ALL
    SELECT p.book, x.day FROM param p JOIN fact_feedback x ON x.book = p.book AND x.day <= p.as_of
),
known AS (
    SELECT p.book, COUNT(w.day) AS records FROM param p LEFT JOIN work w ON w.book = p.book GROUP BY p.book
),
told AS (
    SELECT p.book, COUNT(f.day) AS times
    FROM param p
    LEFT JOIN fact_feedback f ON f.book = p.book AND f.type = 'assembly' AND f.day BETWEEN p.year_start AND p.as_of
    GROUP BY p.book
)
SELECT t.book, '' AS grp, t.times AS numerator, CASE WHEN k.records > 0 THEN 1 ELSE 0 END AS denominator,
       CASE WHEN k.records > 0 THEN 1 ELSE 0 END AS needed, CASE WHEN k.records > 0 THEN 1 ELSE 0 END AS found
FROM told t
JOIN known k ON k.book = t.book
