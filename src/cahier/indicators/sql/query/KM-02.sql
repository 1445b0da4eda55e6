SELECT p.book, '' AS grp, c.members AS numerator, COALESCE(MAX(o.producers), 0) AS denominator, 1 AS needed,
       CASE WHEN MAX(o.producers) IS NULL THEN 0 ELSE 1 END AS found
FROM param p
JOIN member_count c ON c.book = p.book
LEFT JOIN dim_potential o ON o.book = p.book AND o.day <= p.as_of
GROUP BY p.book, c.members
