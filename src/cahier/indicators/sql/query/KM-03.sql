WITH stay AS (
    SELECT p.book,
           CASE WHEN m.entered BETWEEN p.year_start AND p.as_of THEN 1 ELSE 0 END AS came,
           CASE WHEN m.left_day BETWEEN p.year_start AND p.as_of THEN 1 ELSE 0 END AS went,
           CASE WHEN m.entered < p.year_start AND (m.left_day IS NULL OR m.left_day >= p.year_start) THEN 1 ELSE 0 END AS was
    FROM param p
    JOIN dim_member m ON m.book = p.book
)
SELECT p.book, '' AS grp, COALESCE(SUM(s.came - s.went), 0) AS numerator, COALESCE(SUM(s.was), 0) AS denominator,
       COUNT(s.book) AS needed, COUNT(s.book) AS found
FROM param p
LEFT JOIN stay s ON s.book = p.book
GROUP BY p.book
