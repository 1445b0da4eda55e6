SELECT p.book, '' AS grp, COALESCE(SUM(CASE WHEN d.by_member = 1 AND d.plot_known = 1 THEN d.accepted ELSE 0 END), 0) AS numerator,
       COALESCE(SUM(d.accepted), 0) AS denominator, COUNT(d.delivery) AS needed, COUNT(d.delivery) AS found
FROM param p
LEFT JOIN main_delivery d ON d.book = p.book
GROUP BY p.book
