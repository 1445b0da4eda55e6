WITH earlier AS (
    SELECT DISTINCT p.book, s.buyer FROM param p
    JOIN dim_season t ON t.book = p.book AND t.last_day < p.first_day
    JOIN fact_sale s ON s.book = p.book AND s.day BETWEEN t.first_day AND t.last_day
)
SELECT p.book, '' AS grp, COALESCE(SUM(CASE WHEN e.buyer IS NOT NULL THEN s.value ELSE 0 END), 0) AS numerator,
       CASE WHEN EXISTS (SELECT 1 FROM dim_season t WHERE t.book = p.book AND t.last_day < p.first_day)
            THEN COALESCE(SUM(s.value), 0) ELSE 0 END AS denominator, COUNT(s.sale) AS needed, COUNT(s.value) AS found
FROM param p
LEFT JOIN season_sale s ON s.book = p.book
LEFT JOIN earlier e ON e.book = s.book AND e.buyer = s.buyer
GROUP BY p.book, p.first_day
