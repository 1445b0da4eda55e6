SELECT p.book, '' AS grp, COALESCE(a.day - a.called, 0) AS numerator, CASE WHEN a.called IS NULL THEN 0 ELSE 1 END AS denominator,
       CASE WHEN a.meeting IS NULL THEN 0 ELSE 1 END AS needed, CASE WHEN a.called IS NULL THEN 0 ELSE 1 END AS found
FROM param p
LEFT JOIN last_assembly a ON a.book = p.book
