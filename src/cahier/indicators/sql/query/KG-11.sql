WITH told AS (
    SELECT p.book, COUNT(s.report) AS reports, COALESCE(SUM(s.raised), 0) AS raised
    FROM param p
    LEFT JOIN fact_supervision s ON s.book = p.book AND s.day BETWEEN p.year_start AND p.as_of
    GROUP BY p.book
),
mended AS (
    SELECT p.book, SUM(c.cleared) AS cleared
    FROM param p
    JOIN fact_supervision s ON s.book = p.book AND s.day BETWEEN p.year_start AND p.as_of
    JOIN fact_cleared c ON c.book = s.book AND c.report = s.report AND c.day <= p.as_of
    GROUP BY p.book
)
SELECT t.book, '' AS grp, t.reports AS numerator, COALESCE(r.supervisory_reports_year, 0) AS denominator, 1 AS needed,
       CASE WHEN r.supervisory_reports_year IS NULL THEN 0 ELSE 1 END AS found
FROM told t
LEFT JOIN rules_now r ON r.book = t.book
UNION ALL
SELECT t.book, 'cleared', COALESCE(m.cleared, 0), t.raised, t.reports, t.reports
FROM told t
LEFT JOIN mended m ON m.book = t.book
WHERE t.raised > 0
