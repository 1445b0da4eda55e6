SELECT p.book, '' AS grp, COALESCE(SUM(s.paid), 0) AS numerator, COALESCE(SUM(s.subscribed), 0) AS denominator,
       CASE WHEN COUNT(s.person) > 0 THEN COUNT(s.person) ELSE 1 END AS needed, COUNT(s.person) AS found
FROM param p
LEFT JOIN fact_share s ON s.book = p.book AND s.day <= p.as_of
GROUP BY p.book
