SELECT p.book, '' AS grp,
       COALESCE(CASE WHEN a.minutes_day <= p.as_of THEN a.minutes_day ELSE p.as_of END - a.day, 0) AS numerator,
       CASE WHEN a.meeting IS NULL THEN 0 ELSE 1 END AS denominator, CASE WHEN a.meeting IS NULL THEN 0 ELSE 1 END AS needed,
       CASE WHEN a.meeting IS NULL THEN 0 ELSE 1 END AS found
FROM param p
LEFT JOIN last_assembly a ON a.book = p.book
