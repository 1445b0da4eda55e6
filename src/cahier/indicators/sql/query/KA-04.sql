WITH shown AS (
    SELECT p.book, s.period_end, MIN(s.day) AS day
    FROM param p
    JOIN fact_statement s ON s.book = p.book AND s.shown_to = 'board' AND s.day BETWEEN p.year_start AND p.as_of
    GROUP BY p.book, s.period_end
),
ranked AS (
    SELECT book, day - period_end AS days, ROW_NUMBER() OVER (PARTITION BY book ORDER BY period_end DESC) AS place FROM shown
)
SELECT p.book, '' AS grp, COALESCE(r.days, 0) AS numerator, CASE WHEN r.book IS NULL THEN 0 ELSE 1 END AS denominator,
       1 AS needed, CASE WHEN r.book IS NULL THEN 0 ELSE 1 END AS found
FROM param p
LEFT JOIN ranked r ON r.book = p.book AND r.place = 1
