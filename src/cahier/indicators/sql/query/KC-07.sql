SELECT p.book, '' AS grp, COALESCE(SUM(CASE WHEN d.grade_rank = 1 THEN d.accepted ELSE 0 END), 0) AS numerator,
       COALESCE(SUM(CASE WHEN d.grade_rank IS NOT NULL THEN d.accepted ELSE 0 END), 0) AS denominator,
       COUNT(d.delivery) AS needed, COUNT(d.grade_rank) AS found
FROM param p
LEFT JOIN main_delivery d ON d.book = p.book AND d.accepted > 0
GROUP BY p.book
