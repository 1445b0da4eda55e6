WITH one AS (
    SELECT p.book, d.dues, SUM(d.due) AS due, SUM(CASE WHEN d.day <= p.as_of THEN d.paid ELSE 0 END) AS paid
    FROM param p
    JOIN fact_dues d ON d.book = p.book AND d.due_day BETWEEN p.year_start AND p.as_of
    GROUP BY p.book, d.dues
)
SELECT p.book, '' AS grp, COALESCE(SUM(CASE WHEN o.paid < o.due THEN o.paid ELSE o.due END), 0) AS numerator,
       COALESCE(SUM(o.due), 0) AS denominator, COUNT(o.dues) AS needed, COUNT(o.dues) AS found
FROM param p
LEFT JOIN one o ON o.book = p.book
GROUP BY p.book
