WITH lag AS (
    SELECT p.book, e.written_day - e.day AS days
    FROM param p
    JOIN fact_entry e ON e.book = p.book AND e.day BETWEEN p.first_day AND p.as_of
),
ranked AS (
    SELECT book, days, ROW_NUMBER() OVER (PARTITION BY book ORDER BY days) AS place, COUNT(*) OVER (PARTITION BY book) AS cases
    FROM lag
)
SELECT p.book, '' AS grp,
       COALESCE(SUM(CASE WHEN r.place * 2 BETWEEN r.cases AND r.cases + 1 THEN r.days ELSE 0 END)
                + SUM(CASE WHEN r.place * 2 BETWEEN r.cases + 1 AND r.cases + 2 THEN r.days ELSE 0 END), 0) AS numerator,
       CASE WHEN COUNT(r.days) > 0 THEN 2 ELSE 0 END AS denominator, COUNT(r.days) AS needed, COUNT(r.days) AS found
FROM param p
LEFT JOIN ranked r ON r.book = p.book
GROUP BY p.book
