WITH raised AS (
    SELECT p.book, SUM(a.raised) AS remarks
    FROM param p JOIN fact_audit a ON a.book = p.book AND a.day <= p.as_of
    GROUP BY p.book
),
closed AS (
    SELECT p.book, SUM(c.cleared) AS remarks
    FROM param p
    JOIN fact_audit a ON a.book = p.book AND a.day <= p.as_of
    JOIN fact_cleared c ON c.book = a.book AND c.report = a.audit AND c.day <= p.as_of
    GROUP BY p.book
)
SELECT p.book, '' AS grp, COALESCE(c.remarks, 0) AS numerator, COALESCE(r.remarks, 0) AS denominator,
       COALESCE(r.remarks, 0) AS needed, COALESCE(r.remarks, 0) AS found
FROM param p
LEFT JOIN raised r ON r.book = p.book
LEFT JOIN closed c ON c.book = p.book
