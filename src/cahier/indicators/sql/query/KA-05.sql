WITH line AS (
    SELECT p.book, b.main, b.budget, b.actual, MAX(b.main) OVER (PARTITION BY p.book) AS marked
    FROM param p
    JOIN fact_budget_line b ON b.book = p.book AND b.season = p.season
)
SELECT p.book, '' AS grp,
       COALESCE(SUM(CASE WHEN l.actual > l.budget THEN l.actual - l.budget WHEN l.actual IS NOT NULL THEN l.budget - l.actual END), 0) AS numerator,
       COALESCE(SUM(CASE WHEN l.actual IS NOT NULL THEN l.budget END), 0) AS denominator,
       COUNT(l.budget) AS needed, COUNT(l.actual) AS found
FROM param p
LEFT JOIN line l ON l.book = p.book AND l.main = l.marked
GROUP BY p.book
